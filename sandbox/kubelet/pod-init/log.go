package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"sync"
	"time"
)

// Lines longer than this are written in parts, marked P as the container runtime interface has it.
const longestLine = 16 * 1024

// logFile writes the container runtime interface's log format (`time stream F|P text`) and keeps at most two files: the
// current one and the one before it, each up to the limit.
type logFile struct {
	mutex sync.Mutex
	path  string
	limit int64
	size  int64
	file  *os.File
}

func openLog(path string, limit int64) (*logFile, error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_APPEND|os.O_TRUNC, 0o640)
	if err != nil {
		return nil, err
	}
	return &logFile{path: path, limit: limit, file: file}, nil
}

func (l *logFile) close() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.file.Close()
}

func (l *logFile) write(stream string, mark string, text []byte) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	line := make([]byte, 0, len(text)+64)
	line = time.Now().UTC().AppendFormat(line, "2006-01-02T15:04:05.000000000Z")
	line = append(line, ' ')
	line = append(line, stream...)
	line = append(line, ' ')
	line = append(line, mark...)
	line = append(line, ' ')
	line = append(line, text...)
	line = append(line, '\n')
	if l.size > 0 && l.size+int64(len(line)) > l.limit {
		l.rotate()
	}
	written, _ := l.file.Write(line)
	l.size += int64(written)
}

// rotate keeps the full file as `.1` and begins a new one. Where that fails, the log goes on in the old file.
func (l *logFile) rotate() {
	if os.Rename(l.path, l.path+".1") != nil {
		return
	}
	file, err := os.OpenFile(l.path, os.O_CREATE|os.O_WRONLY|os.O_APPEND|os.O_TRUNC, 0o640)
	if err != nil {
		return
	}
	l.file.Close()
	l.file, l.size = file, 0
}

func (l *logFile) copyLines(from io.Reader, stream string) {
	reader := bufio.NewReaderSize(from, longestLine)
	for {
		text, err := reader.ReadSlice('\n')
		switch {
		case err == nil:
			l.write(stream, "F", text[:len(text)-1])
		case errors.Is(err, bufio.ErrBufferFull):
			l.write(stream, "P", text)
		default:
			if len(text) > 0 {
				l.write(stream, "P", text)
			}
			return
		}
	}
}
