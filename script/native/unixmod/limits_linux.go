package unixmod

import "golang.org/x/sys/unix"

var moreLimits = map[string]int{
	"RLIMIT_MEMLOCK": unix.RLIMIT_MEMLOCK, "RLIMIT_NPROC": unix.RLIMIT_NPROC, "RLIMIT_RSS": unix.RLIMIT_RSS,
	"RLIMIT_NICE": unix.RLIMIT_NICE, "RLIMIT_RTPRIO": unix.RLIMIT_RTPRIO, "RLIMIT_SIGPENDING": unix.RLIMIT_SIGPENDING,
	"RLIMIT_MSGQUEUE": unix.RLIMIT_MSGQUEUE, "RLIMIT_RTTIME": unix.RLIMIT_RTTIME, "RUSAGE_THREAD": unix.RUSAGE_THREAD,
}

// toLimits is a pair of limits as the system takes it.
func toLimits(soft, hard int) unix.Rlimit { return unix.Rlimit{Cur: uint64(soft), Max: uint64(hard)} }
