//go:build !unix && !windows

package signalsafe

import "os"

// SIGABRT has its POSIX number here.
const SIGABRT Signal = 6

const maxSignal = SIGTERM

var (
	names = []named{
		{SIGINT, "SIGINT"}, {SIGILL, "SIGILL"}, {SIGABRT, "SIGABRT"}, {SIGFPE, "SIGFPE"},
		{SIGSEGV, "SIGSEGV"}, {SIGTERM, "SIGTERM"},
	}
	aliases      []named
	startIgnored []Signal
)

// Valid reports whether s exists here.
func Valid(s Signal) bool {
	switch s {
	case SIGINT, SIGILL, SIGABRT, SIGFPE, SIGSEGV, SIGTERM:
		return true
	}
	return false
}

func realTimeName(Signal) string { return "" }

func uncatchable(Signal) bool { return false }

// system: there is nobody outside who could send a signal.
func system(Signal) (os.Signal, bool) { return nil, false }

func defaultAction(Signal) action { return die }
