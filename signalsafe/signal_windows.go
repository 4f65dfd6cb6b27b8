package signalsafe

import (
	"os"
	"syscall"

	"asyncio/exceptions"
)

// The signals that exist on Windows alone, or with a number of its own.
const (
	SIGBREAK Signal = 21
	SIGABRT  Signal = 22

	maxSignal = SIGABRT
)

var (
	names = []named{
		{SIGINT, "SIGINT"}, {SIGILL, "SIGILL"}, {SIGFPE, "SIGFPE"}, {SIGSEGV, "SIGSEGV"},
		{SIGTERM, "SIGTERM"}, {SIGBREAK, "SIGBREAK"}, {SIGABRT, "SIGABRT"},
	}
	aliases      []named
	startIgnored []Signal
)

// Valid reports whether signal.valid_signals() holds s.
func Valid(s Signal) bool {
	switch s {
	case SIGINT, SIGILL, SIGFPE, SIGSEGV, SIGTERM, SIGBREAK, SIGABRT:
		return true
	}
	return false
}

// refuse gives the error of signal.signal for a number it does not accept. On
// Windows CPython knows one kind only.
func refuse(s Signal) error {
	if !Valid(s) {
		return exceptions.ValueError("invalid signal value")
	}
	return nil
}

func realTimeName(Signal) string { return "" }

// system gives the os/signal form of s. The others exist only within a
// process: nobody can send them from outside.
func system(s Signal) (os.Signal, bool) {
	switch s {
	case SIGINT:
		return os.Interrupt, true
	case SIGTERM:
		return syscall.SIGTERM, true
	}
	return nil, false
}

func defaultAction(Signal) action { return die }
