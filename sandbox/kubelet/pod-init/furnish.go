package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

const (
	programs   = "/.programs"
	sharedSize = 64 << 20
)

// devices are the only ones that a container has.
var devices = []string{"null", "zero", "full", "random", "urandom", "tty"}

// What of /proc a container may not write, and what it may not even read (the lists of the container runtimes).
var (
	procReadOnly = []string{"bus", "fs", "irq", "sys", "sysrq-trigger"}
	procHidden   = []string{"acpi", "asound", "interrupts", "kcore", "keys", "latency_stats", "sched_debug", "scsi", "timer_list", "timer_stats"}
)

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
	return bindAll(s.Binds)
}

func bindAll(binds []bind) error {
	layer := layPrograms()
	for _, b := range binds {
		source := oldRoot + b.Source
		if through := layer + b.Source; b.Program && layer != "" && exists(through) {
			source = through
		}
		if err := bindInto(source, b.Target, b.ReadOnly); err != nil {
			return err
		}
	}
	return removePrograms()
}

// layPrograms lays an empty folder in memory over the host's root: what is bound from there has the host's content and
// the figures (size, use) of the empty folder. Where the kernel will not, programs are bound as they are.
func layPrograms() string {
	upper, work, merged := programs+"/upper", programs+"/work", programs+"/merged"
	if mountScratch(scratch{Target: programs, Size: 1 << 20, Mode: "0700"}) != nil {
		return ""
	}
	for _, folder := range []string{upper, work, merged} {
		if os.Mkdir(folder, 0o755) != nil {
			return ""
		}
	}
	options := fmt.Sprintf("lowerdir=%s,upperdir=%s,workdir=%s", oldRoot, upper, work)
	if syscall.Mount("overlay", merged, "overlay", harmless, options) != nil {
		return ""
	}
	return merged
}

func removePrograms() error {
	if err := syscall.Unmount(programs, syscall.MNT_DETACH); err != nil && !errors.Is(err, syscall.EINVAL) {
		return fmt.Errorf("leave the programs' layer: %w", err)
	}
	return os.Remove(programs)
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
