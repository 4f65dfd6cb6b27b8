//go:build unix

package compare

import (
	"os"
	"os/signal"
	"syscall"

	"asyncio/signalsafe"
)

func osSignal(s signalsafe.Signal) os.Signal { return syscall.Signal(s) }

// deathSignal names the signal that ended a process, if one did.
func deathSignal(s *os.ProcessState) string {
	if w, ok := s.Sys().(syscall.WaitStatus); ok && w.Signaled() {
		return signalsafe.Signal(w.Signal()).String()
	}
	return ""
}

// inheritableInterrupt sees to it that children start with SIGINT's default,
// until the function it returns is called. A shell's background job ignores
// SIGINT and would pass that on; a signal that is caught is not passed on.
func inheritableInterrupt() (restore func()) {
	if !signal.Ignored(os.Interrupt) {
		return func() {}
	}
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	return func() { signal.Stop(c) }
}
