package posixmod

import "golang.org/x/sys/unix"

// childFD gives a descriptor that is readable when the child is over, -1 where
// there is none: an old kernel, or any child.
func childFD(pid int) int {
	if pid <= 0 {
		return -1
	}
	fd, err := unix.PidfdOpen(pid, 0)
	if err != nil {
		return -1
	}
	return fd
}
