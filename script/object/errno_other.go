//go:build !windows

package object

import "syscall"

func errnoNumber(e syscall.Errno) int { return int(e) }

func errnoText(n int) string {
	if n == 0 {
		return "Success"
	}
	if syscall.Errno(n) == syscall.ENOSYS { // Go's text names the system on some
		return "function not implemented"
	}
	return syscall.Errno(n).Error()
}
