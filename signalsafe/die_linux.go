package signalsafe

import (
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"golang.org/x/sys/unix"
)

// DieBy ends this process by s, as CPython does with SIGINT after a
// KeyboardInterrupt nobody caught: whoever waits for the process sees that it
// was killed by the signal. If the signal cannot kill (it is blocked, or the
// process is the init of a container), the exit status is 128+s, a shell's way
// to say the same. It does not return.
func DieBy(s Signal) {
	signal.Reset(syscall.Signal(s))
	// Go's own handler would turn some signals into a report and status 2 and
	// swallow others.
	setAction(s, &sigaction{}, nil)
	// A signal to the own thread is delivered before the call returns.
	runtime.LockOSThread()
	unix.Tgkill(unix.Getpid(), unix.Gettid(), syscall.Signal(s))
	os.Exit(128 + int(s))
}
