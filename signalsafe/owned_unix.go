//go:build unix

package signalsafe

// leftToGo names the deadly signals that Go ends a process by as the kernel
// does, or needs for itself.
func leftToGo(s Signal) bool {
	switch s {
	case SIGHUP, SIGINT, SIGTERM, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS, SIGPROF:
		return true
	}
	return false
}
