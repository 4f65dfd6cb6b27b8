//go:build linux || dragonfly || freebsd || netbsd || openbsd

package signalsafe

import "golang.org/x/sys/unix"

func openPipe() (r, w int, err error) {
	var fds [2]int
	err = unix.Pipe2(fds[:], unix.O_NONBLOCK|unix.O_CLOEXEC)
	return fds[0], fds[1], err
}
