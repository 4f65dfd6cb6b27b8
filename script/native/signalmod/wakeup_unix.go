//go:build unix

package signalmod

import (
	"syscall"

	"golang.org/x/sys/unix"

	"asyncio/script/object"
)

// WriteByte implements signalsafe.Wakeup.
func (w *fdWakeup) WriteByte(b byte) error {
	_, err := syscall.Write(w.fd, []byte{b})
	return err
}

// checkWakeup refuses a descriptor that writing to could block.
func checkWakeup(fd int) error {
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
	if err != nil {
		return object.OSErrorNumber(9, "Bad file descriptor")
	}
	if flags&unix.O_NONBLOCK == 0 {
		return object.ValueError("the fd %d must be in non-blocking mode", fd)
	}
	return nil
}
