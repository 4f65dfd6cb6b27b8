//go:build unix && !linux

package unixmod

import "golang.org/x/sys/unix"

var moreLimits = map[string]int{"RLIMIT_NPROC": unix.RLIMIT_NPROC}

// toLimits is a pair of limits as the system takes it.
func toLimits(soft, hard int) (r unix.Rlimit) {
	set(&r.Cur, soft)
	set(&r.Max, hard)
	return r
}

func set[N int64 | uint64](to *N, n int) {
	if *to = N(n); n < 0 {
		*to = N(uint64(unix.RLIM_INFINITY))
	}
}
