package main

import (
	"fmt"
	"slices"
	"syscall"
	"unsafe"
)

const (
	prCapbsetDrop   = 24
	prSetNoNewPrivs = 38
	capabilityV3    = 0x20080522
	lastCapability  = 63
)

type capabilityHeader struct {
	version uint32
	pid     int32
}

type capabilityData struct{ effective, permitted, inheritable uint32 }

// dropBounding removes every capability from the thread's bounding set that the container does not keep: nothing that
// is executed later can have it again.
func dropBounding(keep []int) error {
	for capability := 0; capability <= lastCapability; capability++ {
		if slices.Contains(keep, capability) {
			continue
		}
		_, _, code := syscall.RawSyscall(syscall.SYS_PRCTL, prCapbsetDrop, uintptr(capability), 0)
		if code == syscall.EINVAL {
			return nil // past the last one that this kernel knows
		}
		if code != 0 {
			return fmt.Errorf("drop capability %d: %w", capability, code)
		}
	}
	return nil
}

func noNewPrivileges() error {
	if _, _, code := syscall.RawSyscall6(syscall.SYS_PRCTL, prSetNoNewPrivs, 1, 0, 0, 0, 0); code != 0 {
		return fmt.Errorf("set no_new_privs: %w", code)
	}
	return nil
}

// setCapabilities leaves the thread with exactly these capabilities.
func setCapabilities(keep []int) error {
	header := capabilityHeader{version: capabilityV3}
	var data [2]capabilityData
	for _, capability := range keep {
		data[capability/32].effective |= 1 << (capability % 32)
		data[capability/32].permitted |= 1 << (capability % 32)
	}
	_, _, code := syscall.RawSyscall(syscall.SYS_CAPSET, uintptr(unsafe.Pointer(&header)), uintptr(unsafe.Pointer(&data)), 0)
	if code != 0 {
		return fmt.Errorf("set the capabilities: %w", code)
	}
	return nil
}

// become gives up everything that the identity does not have. It changes the calling thread only, which executes next.
func become(who identity) error {
	if err := dropBounding(who.Capabilities); err != nil {
		return err
	}
	groups := make([]uint32, len(who.Groups)+1)
	for i, group := range who.Groups {
		groups[i] = uint32(group)
	}
	if _, _, code := syscall.RawSyscall(syscall.SYS_SETGROUPS, uintptr(len(who.Groups)), uintptr(unsafe.Pointer(&groups[0])), 0); code != 0 {
		return fmt.Errorf("set the groups %v: %w", who.Groups, code)
	}
	gid, uid := uintptr(who.GID), uintptr(who.UID)
	if _, _, code := syscall.RawSyscall(syscall.SYS_SETRESGID, gid, gid, gid); code != 0 {
		return fmt.Errorf("become group %d: %w", who.GID, code)
	}
	if _, _, code := syscall.RawSyscall(syscall.SYS_SETRESUID, uid, uid, uid); code != 0 {
		return fmt.Errorf("become user %d: %w", who.UID, code)
	}
	if who.UID == 0 {
		if err := setCapabilities(who.Capabilities); err != nil {
			return err
		}
	}
	return noNewPrivileges()
}
