//go:build unix

package errnomod

import (
	"syscall"

	"golang.org/x/sys/unix"
)

// aliases are second names of numbers.
var aliases = map[string][]string{"EAGAIN": {"EWOULDBLOCK"}, "EDEADLK": {"EDEADLOCK"}, "ENOTSUP": {"EOPNOTSUPP"}, "EOPNOTSUPP": {"ENOTSUP"}}

func nameOf(n int) string { return unix.ErrnoName(syscall.Errno(n)) }
