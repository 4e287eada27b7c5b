package main

import (
	"io"
	"os"
	"sync"
	"syscall"
)

const namespaces = syscall.CLONE_NEWNS | syscall.CLONE_NEWPID | syscall.CLONE_NEWUTS | syscall.CLONE_NEWIPC

// Descriptors of `stage`, after its three standard ones.
const (
	stageSpec = iota + 3
	stageStatus
	stageLife
)

func pipe() (*os.File, *os.File) {
	read, write, err := os.Pipe()
	if err != nil {
		fail("make a pipe: %v", err)
	}
	return read, write
}

// own lets a program that is not root open its own /dev/stdin, /dev/stdout and /dev/stderr.
func own(who identity, files ...*os.File) {
	for _, file := range files {
		file.Chown(who.UID, who.GID)
	}
}

// run starts the container's first process, copies what it prints into the log, and tells how it ended.
func run() {
	var s spec
	text := readSpec(&s)
	dieWith(s.KubeletPID)
	log, err := openLog(s.Log, s.LogLimit)
	if err != nil {
		fail("open the log %s: %v", s.Log, err)
	}
	null, err := os.Open(os.DevNull)
	if err != nil {
		fail("open %s: %v", os.DevNull, err)
	}
	outRead, outWrite := pipe()
	errRead, errWrite := pipe()
	own(s.Identity, outWrite, errWrite)
	specRead, specWrite := pipe()
	statusRead, statusWrite := pipe()
	lifeRead, _ := pipe() // the other end stays open here for as long as this process lives

	pid, err := syscall.ForkExec("/proc/self/exe", []string{"pod-init", "stage"}, &syscall.ProcAttr{
		Env: []string{},
		Files: []uintptr{
			null.Fd(), outWrite.Fd(), errWrite.Fd(), specRead.Fd(), statusWrite.Fd(), lifeRead.Fd(),
		},
		Sys: &syscall.SysProcAttr{Cloneflags: namespaces, Pdeathsig: syscall.SIGKILL, Setsid: true},
	})
	if err != nil {
		fail("make the container's namespaces: %v", err)
	}
	for _, file := range []*os.File{outWrite, errWrite, specRead, statusWrite, lifeRead, null} {
		file.Close()
	}
	tell(event{PID: pid})
	specWrite.Write(text)
	specWrite.Close()

	var copies sync.WaitGroup
	copies.Add(2)
	go func() { defer copies.Done(); log.copyLines(outRead, "stdout") }()
	go func() { defer copies.Done(); log.copyLines(errRead, "stderr") }()

	// The status pipe closes without a word when the program has been executed.
	if problem, _ := io.ReadAll(statusRead); len(problem) > 0 {
		wait(pid)
		fail("%s", problem)
	}
	tell(event{Started: true})
	status := wait(pid)
	copies.Wait()
	log.close()
	tell(outcome(status))
}
