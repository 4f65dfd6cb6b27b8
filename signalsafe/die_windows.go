package signalsafe

import "syscall"

// DieBy ends this process as the default action of s does: with status
// 0xC000013A (what Ctrl+C leaves) for SIGINT and SIGBREAK, with 3 (what the C
// library's raise leaves) for the others. It does not return.
func DieBy(s Signal) {
	switch s {
	case SIGINT, SIGBREAK:
		syscall.ExitProcess(0xC000013A)
	}
	syscall.ExitProcess(3)
}

// suspend: no signal stops a process here.
func suspend(Signal) {}
