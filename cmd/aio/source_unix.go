//go:build unix

package main

import (
	"io"
	"io/fs"
	"os"
	"syscall"
)

// readProgram is os.ReadFile without the runtime's poller, which os.Open starts
// and which a small program has no other use for.
func readProgram(name string) ([]byte, error) {
	fd, err := syscall.Open(name, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	f := os.NewFile(uintptr(fd), name)
	defer f.Close()
	return io.ReadAll(f)
}
