//go:build unix && !linux

package signalsafe

import (
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"
)

// DieBy ends this process by s, as CPython does with SIGINT after a
// KeyboardInterrupt nobody caught: whoever waits for the process sees that it
// was killed by the signal. If the signal cannot kill, the exit status is
// 128+s, a shell's way to say the same. It does not return.
func DieBy(s Signal) {
	sys := syscall.Signal(s)
	signal.Reset(sys)
	switch s {
	case SIGHUP, SIGINT, SIGTERM, SIGKILL:
		// Go gives these their default action when nobody wants them.
		syscall.Kill(os.Getpid(), sys)
		// The death may come by another thread, a moment later.
		time.Sleep(time.Second)
	default:
		// The others Go turns into a report and status 2, or swallows. Its
		// handlers end with its program: exec makes this process a shell,
		// under the same number, with default handlers.
		kill := "kill -" + strconv.Itoa(int(s)) + " $$"
		syscall.Exec("/bin/sh", []string{"sh", "-c", kill}, os.Environ())
	}
	os.Exit(128 + int(s))
}
