//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package signalsafe

import "syscall"

// The signals of the BSDs and macOS.
const (
	SIGEMT  = Signal(syscall.SIGEMT)
	SIGINFO = Signal(syscall.SIGINFO)
	SIGIOT  = SIGABRT

	// maxSignal: the real-time signals some of these systems have above are
	// unknown to Go.
	maxSignal = Signal(31)
)

var (
	extraNames = []named{{SIGEMT, "SIGEMT"}, {SIGINFO, "SIGINFO"}}
	aliases    = []named{{SIGIOT, "SIGIOT"}}
)

// Valid reports whether signal.valid_signals() holds s.
func Valid(s Signal) bool { return inRange(s) }

func realTimeName(Signal) string { return "" }

func hiddenByGo(Signal) bool { return false }

func ignoredByDefault(s Signal) bool { return s == SIGIO || s == SIGINFO }
