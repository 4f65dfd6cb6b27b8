package bench

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// raise sends the signal to the calling thread, as C's raise and with it
// Python's signal.raise_signal do. To send it to the process instead may wake
// another thread first, which takes longer.
func raise(sig syscall.Signal) error {
	return unix.Tgkill(os.Getpid(), unix.Gettid(), sig)
}
