package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// copyTree copies folders, files and links with owner and mode. Folders that exist keep what they hold.
func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(path string, item fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(from, path)
		if err != nil || relative == "." {
			return err
		}
		about, err := item.Info()
		if err != nil {
			return err
		}
		return copyItem(path, filepath.Join(to, relative), about)
	})
}

func copyItem(from, to string, about fs.FileInfo) error {
	owner := about.Sys().(*syscall.Stat_t)
	switch {
	case about.Mode()&fs.ModeSymlink != 0:
		target, err := os.Readlink(from)
		if err != nil {
			return err
		}
		os.Remove(to)
		if err := os.Symlink(target, to); err != nil {
			return err
		}
		return os.Lchown(to, int(owner.Uid), int(owner.Gid))
	case about.IsDir():
		if err := os.MkdirAll(to, 0o755); err != nil {
			return err
		}
	case about.Mode().IsRegular():
		if err := copyFile(from, to); err != nil {
			return err
		}
	default:
		return fmt.Errorf("%s is neither a file, a folder nor a link", from)
	}
	if err := os.Chown(to, int(owner.Uid), int(owner.Gid)); err != nil {
		return err
	}
	return syscall.Chmod(to, owner.Mode&0o7777)
}

func copyFile(from, to string) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	target, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	if _, err := io.Copy(target, source); err != nil {
		target.Close()
		return err
	}
	return target.Close()
}
