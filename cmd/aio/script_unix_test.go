//go:build unix

package main

import (
	"fmt"
	"os"
	"syscall"

	"asyncio"
)

func osSignal(s asyncio.Signal) os.Signal { return syscall.Signal(s) }

// ending tells how a process ended, as waitpid does.
func ending(s *os.ProcessState) string {
	if w, ok := s.Sys().(syscall.WaitStatus); ok && w.Signaled() {
		return fmt.Sprintf("signal %d", int(w.Signal()))
	}
	return fmt.Sprintf("status %d", s.ExitCode())
}
