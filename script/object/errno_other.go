//go:build !windows

package object

import "syscall"

func errnoNumber(e syscall.Errno) int { return int(e) }

func errnoText(n int) string {
	if n == 0 {
		return "Success"
	}
	return syscall.Errno(n).Error()
}
