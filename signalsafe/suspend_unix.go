//go:build unix

package signalsafe

import (
	"os"
	"os/signal"
	"syscall"
)

// suspend stops the process by s until somebody continues it.
func suspend(s Signal) {
	signal.Reset(syscall.Signal(s))
	syscall.Kill(os.Getpid(), syscall.Signal(s))
}
