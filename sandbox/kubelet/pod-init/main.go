// Command pod-init is what stands between the sandbox's kubelet and the processes of a pod. It has three programs:
//
//	run     makes the namespaces of one container, keeps its log, and waits for it (the kubelet's child)
//	stage   is the first process inside: it builds the root, enters it, gives up its rights and becomes the program
//	enter   starts one more process inside a running container (exec and exec probes)
//
// `run` and `enter` read what to do as JSON from descriptor 3 and tell what happens as JSON lines on descriptor 4, so no
// environment value and no argument of a pod ever stands on a command line of the host. Each of them dies with the
// kubelet, and everything inside dies with it (PR_SET_PDEATHSIG, and process 1 of a process namespace).
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"
	"syscall"
)

const (
	specDescriptor    = 3
	controlDescriptor = 4
)

// identity is who a process in a container runs as and which rights it keeps.
type identity struct {
	UID          int   `json:"uid"`
	GID          int   `json:"gid"`
	Groups       []int `json:"groups"`
	Capabilities []int `json:"capabilities"`
}

// bind shows one file or folder of the host at a path of the container. A program is shown through a layer of its own,
// so that the file system figures that it comes with are not those of the host's disk.
type bind struct {
	Source   string `json:"source"`
	Target   string `json:"target"`
	ReadOnly bool   `json:"readOnly"`
	Program  bool   `json:"program"`
}

// scratch is an empty, size-limited, writable folder in memory.
type scratch struct {
	Target string `json:"target"`
	Size   int64  `json:"size"`
	Mode   string `json:"mode"`
}

// link is a symbolic link of the container's root.
type link struct {
	Path   string `json:"path"`
	Target string `json:"target"`
}

// spec is everything that `run` must know of a container.
type spec struct {
	KubeletPID int       `json:"kubeletPid"`
	Root       string    `json:"root"`
	RootSize   int64     `json:"rootSize"`
	Layer      string    `json:"layer"`
	Hostname   string    `json:"hostname"`
	Links      []link    `json:"links"`
	Scratch    []scratch `json:"scratch"`
	Binds      []bind    `json:"binds"`
	ReadOnly   bool      `json:"readOnlyRoot"`
	Argv       []string  `json:"argv"`
	Env        []string  `json:"env"`
	Cwd        string    `json:"cwd"`
	Log        string    `json:"log"`
	LogLimit   int64     `json:"logLimit"`
	Identity   identity  `json:"identity"`
}

// entry is everything that `enter` must know.
type entry struct {
	KubeletPID int      `json:"kubeletPid"`
	PID        int      `json:"pid"`
	Argv       []string `json:"argv"`
	Env        []string `json:"env"`
	Cwd        string   `json:"cwd"`
	Identity   identity `json:"identity"`
}

// event is one line on the control descriptor.
type event struct {
	PID     int    `json:"pid,omitempty"`
	Started bool   `json:"started,omitempty"`
	Error   string `json:"error,omitempty"`
	Exited  bool   `json:"exited,omitempty"`
	Code    int    `json:"code"`
	Signal  int    `json:"signal,omitempty"`
}

var (
	control     = os.NewFile(controlDescriptor, "control")
	controlLock sync.Mutex
)

func tell(e event) {
	line, _ := json.Marshal(e)
	controlLock.Lock()
	defer controlLock.Unlock()
	control.Write(append(line, '\n'))
}

func fail(format string, values ...any) {
	tell(event{Error: fmt.Sprintf(format, values...)})
	os.Exit(1)
}

func readSpec(into any) []byte {
	file := os.NewFile(specDescriptor, "spec")
	text, err := io.ReadAll(file)
	file.Close()
	if err == nil {
		err = json.Unmarshal(text, into)
	}
	if err != nil {
		fail("read what to run: %v", err)
	}
	return text
}

const (
	sysCloseRange      = 436 // the same on every architecture
	closeRangeOnExec   = 4
	firstOfDescriptors = 3
)

// keepDescriptors marks every descriptor but the standard ones to be closed by the next program: a process of a pod must
// not be able to speak to the kubelet on the control descriptor, nor keep it open when it outlives its command.
func keepDescriptors() {
	_, _, code := syscall.RawSyscall(sysCloseRange, firstOfDescriptors, ^uintptr(0), closeRangeOnExec)
	if code == 0 {
		return
	}
	for descriptor := firstOfDescriptors; descriptor < 1024; descriptor++ {
		syscall.CloseOnExec(descriptor)
	}
}

// dieWith makes the kernel kill this process when its parent ends, and ends it if the parent has already gone.
func dieWith(parent int) {
	setParentDeathSignal()
	if parent != 0 && os.Getppid() != parent {
		os.Exit(1)
	}
}

func setParentDeathSignal() {
	syscall.RawSyscall(syscall.SYS_PRCTL, syscall.PR_SET_PDEATHSIG, uintptr(syscall.SIGKILL), 0)
}

func outcome(status syscall.WaitStatus) event {
	if status.Signaled() {
		return event{Exited: true, Code: 128 + int(status.Signal()), Signal: int(status.Signal())}
	}
	return event{Exited: true, Code: status.ExitStatus()}
}

func wait(pid int) syscall.WaitStatus {
	var status syscall.WaitStatus
	for {
		if _, err := syscall.Wait4(pid, &status, 0, nil); err != syscall.EINTR {
			return status
		}
	}
}

func init() {
	// Namespaces, rights and the death signal belong to a thread: everything below happens on the first one.
	runtime.LockOSThread()
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: pod-init run | enter (started by the sandbox's kubelet)")
		os.Exit(2)
	}
	switch os.Args[1] {
	case "run":
		run()
	case "stage":
		stage()
	case "enter":
		enter()
	default:
		fmt.Fprintf(os.Stderr, "pod-init: unknown program %q\n", os.Args[1])
		os.Exit(2)
	}
}
