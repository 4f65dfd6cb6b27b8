//go:build unix

package signalsafe

import (
	"os"
	"syscall"
)

// The signals of every Unix.
const (
	SIGHUP    = Signal(syscall.SIGHUP)
	SIGQUIT   = Signal(syscall.SIGQUIT)
	SIGTRAP   = Signal(syscall.SIGTRAP)
	SIGABRT   = Signal(syscall.SIGABRT)
	SIGBUS    = Signal(syscall.SIGBUS)
	SIGKILL   = Signal(syscall.SIGKILL)
	SIGUSR1   = Signal(syscall.SIGUSR1)
	SIGUSR2   = Signal(syscall.SIGUSR2)
	SIGPIPE   = Signal(syscall.SIGPIPE)
	SIGALRM   = Signal(syscall.SIGALRM)
	SIGCHLD   = Signal(syscall.SIGCHLD)
	SIGCONT   = Signal(syscall.SIGCONT)
	SIGSTOP   = Signal(syscall.SIGSTOP)
	SIGTSTP   = Signal(syscall.SIGTSTP)
	SIGTTIN   = Signal(syscall.SIGTTIN)
	SIGTTOU   = Signal(syscall.SIGTTOU)
	SIGURG    = Signal(syscall.SIGURG)
	SIGXCPU   = Signal(syscall.SIGXCPU)
	SIGXFSZ   = Signal(syscall.SIGXFSZ)
	SIGVTALRM = Signal(syscall.SIGVTALRM)
	SIGPROF   = Signal(syscall.SIGPROF)
	SIGWINCH  = Signal(syscall.SIGWINCH)
	SIGIO     = Signal(syscall.SIGIO)
	SIGSYS    = Signal(syscall.SIGSYS)
)

var names = append([]named{
	{SIGHUP, "SIGHUP"}, {SIGINT, "SIGINT"}, {SIGQUIT, "SIGQUIT"}, {SIGILL, "SIGILL"},
	{SIGTRAP, "SIGTRAP"}, {SIGABRT, "SIGABRT"}, {SIGBUS, "SIGBUS"}, {SIGFPE, "SIGFPE"},
	{SIGKILL, "SIGKILL"}, {SIGUSR1, "SIGUSR1"}, {SIGSEGV, "SIGSEGV"}, {SIGUSR2, "SIGUSR2"},
	{SIGPIPE, "SIGPIPE"}, {SIGALRM, "SIGALRM"}, {SIGTERM, "SIGTERM"}, {SIGCHLD, "SIGCHLD"},
	{SIGCONT, "SIGCONT"}, {SIGSTOP, "SIGSTOP"}, {SIGTSTP, "SIGTSTP"}, {SIGTTIN, "SIGTTIN"},
	{SIGTTOU, "SIGTTOU"}, {SIGURG, "SIGURG"}, {SIGXCPU, "SIGXCPU"}, {SIGXFSZ, "SIGXFSZ"},
	{SIGVTALRM, "SIGVTALRM"}, {SIGPROF, "SIGPROF"}, {SIGWINCH, "SIGWINCH"}, {SIGIO, "SIGIO"},
	{SIGSYS, "SIGSYS"},
}, extraNames...)

// startIgnored lists what CPython itself ignores from its start.
var startIgnored = []Signal{SIGPIPE, SIGXFSZ}

// uncatchable reports the two signals that accept no handler.
func uncatchable(s Signal) bool { return s == SIGKILL || s == SIGSTOP }

// system gives the os/signal form of s; false when Go can never deliver it.
func system(s Signal) (os.Signal, bool) {
	return syscall.Signal(s), !uncatchable(s) && Valid(s) && !hiddenByGo(s)
}

// defaultAction tells what s does to a process that has no handler.
func defaultAction(s Signal) action {
	switch s {
	case SIGCHLD, SIGURG, SIGWINCH, SIGCONT:
		return nothing
	case SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU:
		return stop
	}
	if ignoredByDefault(s) {
		return nothing
	}
	return die
}
