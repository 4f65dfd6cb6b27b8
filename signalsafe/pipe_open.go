//go:build unix && !(linux || dragonfly || freebsd || netbsd || openbsd)

package signalsafe

import "syscall"

// openPipe does in steps what pipe2 does elsewhere. The lock keeps a child
// from being started between them.
func openPipe() (r, w int, err error) {
	var fds [2]int
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	if err := syscall.Pipe(fds[:]); err != nil {
		return -1, -1, err
	}
	for _, fd := range fds {
		syscall.CloseOnExec(fd)
		if err := syscall.SetNonblock(fd, true); err != nil {
			syscall.Close(fds[0])
			syscall.Close(fds[1])
			return -1, -1, err
		}
	}
	return fds[0], fds[1], nil
}
