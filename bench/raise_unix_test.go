//go:build unix && !linux

package bench

import (
	"os"
	"syscall"
)

// raise sends the signal to the process: there is no common way to address the
// calling thread.
func raise(sig syscall.Signal) error { return syscall.Kill(os.Getpid(), sig) }
