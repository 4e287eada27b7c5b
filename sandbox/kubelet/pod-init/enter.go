package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"
	"time"
)

// How long a descendant that keeps the output open may stay silent after the command itself has ended.
const silence = 500 * time.Millisecond

// The namespaces of a container in the order in which they are entered: the mounts last, since they hold /proc.
var entered = []struct {
	name string
	flag uintptr
}{{"ipc", syscall.CLONE_NEWIPC}, {"uts", syscall.CLONE_NEWUTS}, {"pid", syscall.CLONE_NEWPID}, {"mnt", syscall.CLONE_NEWNS}}

// enter runs one command in the namespaces, the root and with the rights of a running container.
func enter() {
	keepDescriptors()
	var e entry
	readSpec(&e)
	dieWith(e.KubeletPID)
	if err := joinNamespaces(e.PID); err != nil {
		fail("enter the container: %v", err)
	}
	inRead, inWrite := pipe()
	outRead, outWrite := pipe()
	errRead, errWrite := pipe()
	own(e.Identity, inRead, outWrite, errWrite)
	if err := os.Chdir(e.Cwd); err != nil {
		fail("enter the working folder: %v", err)
	}
	program, err := lookUp(e.Argv[0], e.Env)
	if err != nil {
		fail("%v", err)
	}
	pid, err := start(e, program, []uintptr{inRead.Fd(), outWrite.Fd(), errWrite.Fd()})
	if err != nil {
		fail("exec: %q: %v", program, err)
	}
	for _, file := range []*os.File{inRead, outWrite, errWrite} {
		file.Close()
	}
	tell(event{PID: pid, Started: true})

	go func() {
		io.Copy(inWrite, os.Stdin)
		inWrite.Close()
	}()
	copied := make(chan struct{}, 2)
	ended := make(chan struct{})
	go func() { drain(os.Stdout, outRead, ended); copied <- struct{}{} }()
	go func() { drain(os.Stderr, errRead, ended); copied <- struct{}{} }()
	status := wait(pid)
	close(ended)
	outRead.SetReadDeadline(time.Now().Add(silence))
	errRead.SetReadDeadline(time.Now().Add(silence))
	<-copied
	<-copied
	tell(outcome(status))
}

func joinNamespaces(pid int) error {
	// A thread that shares its working folder with others may not change its mount namespace.
	if err := syscall.Unshare(syscall.CLONE_FS); err != nil {
		return err
	}
	descriptors := make([]int, len(entered))
	for i, namespace := range entered {
		descriptor, err := syscall.Open(fmt.Sprintf("/proc/%d/ns/%s", pid, namespace.name), syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
		if err != nil {
			return err
		}
		descriptors[i] = descriptor
	}
	for i, namespace := range entered {
		if _, _, code := syscall.RawSyscall(sysSetns, uintptr(descriptors[i]), namespace.flag, 0); code != 0 {
			return fmt.Errorf("%s namespace: %w", namespace.name, code)
		}
		syscall.Close(descriptors[i])
	}
	return nil
}

func start(e entry, program string, files []uintptr) (int, error) {
	if err := dropBounding(e.Identity.Capabilities); err != nil {
		return 0, err
	}
	if err := noNewPrivileges(); err != nil {
		return 0, err
	}
	groups := make([]uint32, len(e.Identity.Groups))
	for i, group := range e.Identity.Groups {
		groups[i] = uint32(group)
	}
	return syscall.ForkExec(program, e.Argv, &syscall.ProcAttr{
		Dir:   e.Cwd,
		Env:   e.Env,
		Files: files,
		Sys: &syscall.SysProcAttr{
			Credential: &syscall.Credential{Uid: uint32(e.Identity.UID), Gid: uint32(e.Identity.GID), Groups: groups},
			// No death signal: Go's own check for it mistakes another process namespace for a dead parent. The process
			// ends with process 1 of its namespace, which ends with the kubelet.
			Setsid: true,
		},
	})
}

// drain copies until the stream ends or, once the command has ended, until nothing comes for a while.
func drain(to io.Writer, from *os.File, ended <-chan struct{}) {
	buffer := make([]byte, 64*1024)
	for {
		count, err := from.Read(buffer)
		if count > 0 {
			if _, failed := to.Write(buffer[:count]); failed != nil {
				return
			}
		}
		if err != nil && !errors.Is(err, os.ErrDeadlineExceeded) {
			return
		}
		select {
		case <-ended:
			if err != nil {
				return
			}
			from.SetReadDeadline(time.Now().Add(silence))
		default:
		}
	}
}
