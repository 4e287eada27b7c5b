package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

const (
	private    = syscall.MS_REC | syscall.MS_PRIVATE
	harmless   = syscall.MS_NOSUID | syscall.MS_NODEV
	oldRoot    = "/.old"
	sharedSize = 64 << 20
)

// devices are the only ones that a container has.
var devices = []string{"null", "zero", "full", "random", "urandom", "tty"}

// What of /proc a container may not write, and what it may not even read (the lists of the container runtimes).
var (
	procReadOnly = []string{"bus", "fs", "irq", "sys", "sysrq-trigger"}
	procHidden   = []string{"acpi", "asound", "interrupts", "kcore", "keys", "latency_stats", "sched_debug", "scsi", "timer_list", "timer_stats"}
)

// stage is process 1 of the container: it builds the root, enters it, and becomes the program.
func stage() {
	status := os.NewFile(stageStatus, "status")
	syscall.CloseOnExec(stageStatus)
	syscall.CloseOnExec(stageLife)
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

// furnish fills the root. Every path is inside it already: a link in the image can only lead to the image.
func furnish(s spec) error {
	for _, l := range s.Links {
		if err := os.MkdirAll(filepath.Dir(l.Path), 0o755); err != nil {
			return err
		}
		if err := os.Symlink(l.Target, l.Path); err != nil && !errors.Is(err, os.ErrExist) {
			return err
		}
	}
	for _, t := range s.Scratch {
		if err := mountScratch(t); err != nil {
			return err
		}
	}
	if s.Layer != "" {
		if err := copyTree(oldRoot+s.Layer, "/"); err != nil {
			return fmt.Errorf("copy the image's files: %w", err)
		}
	}
	if err := mountProc(); err != nil {
		return err
	}
	if err := makeDevices(); err != nil {
		return err
	}
	for _, b := range s.Binds {
		if err := bindInto(oldRoot+b.Source, b.Target, b.ReadOnly); err != nil {
			return err
		}
	}
	return nil
}

func mountScratch(t scratch) error {
	if err := os.MkdirAll(t.Target, 0o755); err != nil {
		return err
	}
	options := fmt.Sprintf("mode=%s,size=%d", t.Mode, t.Size)
	if err := syscall.Mount("tmpfs", t.Target, "tmpfs", harmless, options); err != nil {
		return fmt.Errorf("mount %s: %w", t.Target, err)
	}
	return nil
}

func mountProc() error {
	if err := os.MkdirAll("/proc", 0o555); err != nil {
		return err
	}
	if err := syscall.Mount("proc", "/proc", "proc", harmless|syscall.MS_NOEXEC, ""); err != nil {
		return fmt.Errorf("mount /proc: %w", err)
	}
	for _, name := range procReadOnly {
		if path := "/proc/" + name; exists(path) {
			if err := bindInto(path, path, true); err != nil {
				return err
			}
		}
	}
	for _, name := range procHidden {
		path := "/proc/" + name
		about, err := os.Stat(path)
		if err != nil {
			continue
		}
		if about.IsDir() {
			err = syscall.Mount("tmpfs", path, "tmpfs", harmless|syscall.MS_RDONLY, "size=0,mode=0555")
		} else {
			err = syscall.Mount(oldRoot+"/dev/null", path, "", syscall.MS_BIND, "")
		}
		if err != nil {
			return fmt.Errorf("hide %s: %w", path, err)
		}
	}
	return nil
}

func makeDevices() error {
	if err := mountScratch(scratch{Target: "/dev", Size: 64 << 10, Mode: "0755"}); err != nil {
		return err
	}
	for _, name := range devices {
		if err := os.WriteFile("/dev/"+name, nil, 0o666); err != nil {
			return err
		}
		if err := syscall.Mount(oldRoot+"/dev/"+name, "/dev/"+name, "", syscall.MS_BIND, ""); err != nil {
			return fmt.Errorf("bind /dev/%s: %w", name, err)
		}
	}
	for name, target := range map[string]string{"fd": "/proc/self/fd", "stdin": "/proc/self/fd/0", "stdout": "/proc/self/fd/1", "stderr": "/proc/self/fd/2"} {
		if err := os.Symlink(target, "/dev/"+name); err != nil {
			return err
		}
	}
	return mountScratch(scratch{Target: "/dev/shm", Size: sharedSize, Mode: "1777"})
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

func bindInto(source, target string, readOnly bool) error {
	about, err := os.Stat(source)
	if err != nil {
		return fmt.Errorf("bind %s: %w", target, err)
	}
	if err := makeMountPoint(target, about.IsDir()); err != nil {
		return fmt.Errorf("bind %s: %w", target, err)
	}
	if err := syscall.Mount(source, target, "", syscall.MS_BIND, ""); err != nil {
		return fmt.Errorf("bind %s: %w", target, err)
	}
	flags := uintptr(syscall.MS_REMOUNT | syscall.MS_BIND | harmless)
	if readOnly {
		flags |= syscall.MS_RDONLY
	}
	if strings.HasPrefix(target, "/proc/") {
		flags |= syscall.MS_NOEXEC
	}
	if err := syscall.Mount("", target, "", flags, ""); err != nil {
		return fmt.Errorf("restrict %s: %w", target, err)
	}
	return nil
}

func makeMountPoint(target string, folder bool) error {
	if _, err := os.Stat(target); err == nil {
		return nil
	}
	if folder {
		return os.MkdirAll(target, 0o755)
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return err
	}
	return os.WriteFile(target, nil, 0o644)
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
