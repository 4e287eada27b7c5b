package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
)

const (
	private  = syscall.MS_REC | syscall.MS_PRIVATE
	harmless = syscall.MS_NOSUID | syscall.MS_NODEV
	oldRoot  = "/.old"
)

// stage is process 1 of the container: it builds the root, enters it, and becomes the program.
func stage() {
	status := os.NewFile(stageStatus, "status")
	keepDescriptors()
	err := becomeProgram()
	fmt.Fprint(status, err)
	os.Exit(1)
}

// becomeProgram returns only when it fails.
func becomeProgram() error {
	var s spec
	file := os.NewFile(stageSpec, "spec")
	text, err := io.ReadAll(file)
	file.Close()
	if err != nil {
		return fmt.Errorf("read what to run: %w", err)
	}
	if err := json.Unmarshal(text, &s); err != nil {
		return fmt.Errorf("read what to run: %w", err)
	}
	if err := enterRoot(s); err != nil {
		return err
	}
	if err := furnish(s); err != nil {
		return err
	}
	if err := leaveHost(s); err != nil {
		return err
	}
	return execute(s)
}

func enterRoot(s spec) error {
	if err := syscall.Mount("", "/", "", private, ""); err != nil {
		return fmt.Errorf("make the mounts private: %w", err)
	}
	if err := syscall.Mount("tmpfs", s.Root, "tmpfs", harmless, "mode=0755,size="+strconv.FormatInt(s.RootSize, 10)); err != nil {
		return fmt.Errorf("mount the root: %w", err)
	}
	if err := os.Mkdir(s.Root+oldRoot, 0o700); err != nil {
		return fmt.Errorf("prepare the root: %w", err)
	}
	if err := syscall.PivotRoot(s.Root, s.Root+oldRoot); err != nil {
		return fmt.Errorf("enter the root: %w", err)
	}
	return os.Chdir("/")
}

func leaveHost(s spec) error {
	if err := syscall.Unmount(oldRoot, syscall.MNT_DETACH); err != nil {
		return fmt.Errorf("leave the host's root: %w", err)
	}
	if err := os.Remove(oldRoot); err != nil {
		return fmt.Errorf("leave the host's root: %w", err)
	}
	if s.ReadOnly {
		if err := syscall.Mount("", "/", "", syscall.MS_REMOUNT|syscall.MS_BIND|syscall.MS_RDONLY|harmless, ""); err != nil {
			return fmt.Errorf("make the root read-only: %w", err)
		}
	}
	return nil
}

func execute(s spec) error {
	if err := syscall.Sethostname([]byte(s.Hostname)); err != nil {
		return fmt.Errorf("set the host name: %w", err)
	}
	syscall.Umask(0o022)
	syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
	if err := os.MkdirAll(s.Cwd, 0o755); err != nil && !s.ReadOnly {
		return fmt.Errorf("make the working folder %s: %w", s.Cwd, err)
	}
	if err := become(s.Identity); err != nil {
		return err
	}
	// A change of identity clears the death signal: set it again, then see whether the parent is still there.
	setParentDeathSignal()
	if parentIsGone() {
		return errors.New("the kubelet has gone")
	}
	if err := os.Chdir(s.Cwd); err != nil {
		return fmt.Errorf("enter the working folder: %w", err)
	}
	program, err := lookUp(s.Argv[0], s.Env)
	if err != nil {
		return err
	}
	return fmt.Errorf("exec: %q: %w", program, syscall.Exec(program, s.Argv, s.Env))
}

// parentIsGone reads the life pipe, which its parent alone holds open, without waiting.
func parentIsGone() bool {
	syscall.SetNonblock(stageLife, true)
	count, err := syscall.Read(stageLife, make([]byte, 1))
	return err == nil && count == 0
}

func lookUp(name string, env []string) (string, error) {
	path := "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
	for _, pair := range env {
		if value, found := strings.CutPrefix(pair, "PATH="); found {
			path = value
		}
	}
	os.Setenv("PATH", path)
	program, err := exec.LookPath(name)
	if errors.Is(err, exec.ErrNotFound) {
		return "", fmt.Errorf("exec: %q: executable file not found in $PATH", name)
	}
	if err != nil {
		return "", err
	}
	return program, nil
}
