//go:build unix

package timemod

import "golang.org/x/sys/unix"

// processTime is the processor time that the process has used.
func processTime() int64 {
	var r unix.Rusage
	if unix.Getrusage(unix.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return r.Utime.Nano() + r.Stime.Nano()
}
