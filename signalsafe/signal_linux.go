package signalsafe

import (
	"fmt"
	"syscall"
)

// The signals of Linux.
const (
	SIGPWR   = Signal(syscall.SIGPWR)
	SIGPOLL  = SIGIO
	SIGCLD   = SIGCHLD
	SIGIOT   = SIGABRT
	SIGRTMIN = Signal(34) // what the C library leaves to programs
	SIGRTMAX = Signal(64)

	maxSignal = SIGRTMAX
)

var (
	extraNames = append([]named{{SIGPWR, "SIGPWR"}, {SIGRTMIN, "SIGRTMIN"}, {SIGRTMAX, "SIGRTMAX"}}, archNames...)
	aliases    = []named{{SIGPOLL, "SIGPOLL"}, {SIGCLD, "SIGCLD"}, {SIGIOT, "SIGIOT"}}
)

// Valid reports whether signal.valid_signals() holds s: 1 to 64 without 32 and
// 33, which the C library keeps for its threads.
func Valid(s Signal) bool { return inRange(s) && s != 32 && s != 33 }

func realTimeName(s Signal) string {
	if s <= SIGRTMIN || s >= SIGRTMAX {
		return ""
	}
	return fmt.Sprintf("SIGRTMIN+%d", s-SIGRTMIN)
}

// hiddenByGo: the runtime leaves 34 to a C library that uses it for threads.
func hiddenByGo(s Signal) bool { return s == 34 }

func ignoredByDefault(Signal) bool { return false }
