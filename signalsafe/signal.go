package signalsafe

import (
	"strconv"
	"strings"

	"asyncio/exceptions"
)

// Signal is a signal's number on this platform, as CPython's signal module
// has it.
type Signal int

// The signals that exist everywhere with the same number. SIGABRT and the
// rest are in the files of the platforms.
const (
	SIGINT  Signal = 2
	SIGILL  Signal = 4
	SIGFPE  Signal = 8
	SIGSEGV Signal = 11
	SIGTERM Signal = 15
)

// named is one line of a platform's table of names.
type named struct {
	sig  Signal
	name string
}

// action is what the system does with a signal nobody handles.
type action uint8

const (
	die action = iota
	stop
	nothing
)

// String gives the name CPython's signal.Signals has ("SIGINT"); on Linux
// also "SIGRTMIN+1" for a real-time signal; else "Signal(99)".
func (s Signal) String() string {
	for _, n := range names {
		if n.sig == s {
			return n.name
		}
	}
	if name := realTimeName(s); name != "" {
		return name
	}
	return "Signal(" + strconv.Itoa(int(s)) + ")"
}

// Parse reads a signal as people write it: "SIGINT", "int" or "2". A number
// must be Valid. It returns a ValueError otherwise.
func Parse(text string) (Signal, error) {
	if n, err := strconv.Atoi(text); err == nil {
		if s := Signal(n); Valid(s) {
			return s, nil
		}
		return 0, exceptions.ValueError("invalid signal number %d", n)
	}
	name := strings.ToUpper(text)
	if !strings.HasPrefix(name, "SIG") {
		name = "SIG" + name
	}
	for s := Signal(1); s <= maxSignal; s++ {
		if Valid(s) && s.String() == name {
			return s, nil
		}
	}
	for _, n := range aliases {
		if n.name == name {
			return n.sig, nil
		}
	}
	return 0, exceptions.ValueError("unknown signal %q", text)
}

// inRange reports whether a table has a place for s.
func inRange(s Signal) bool { return s >= 1 && s <= maxSignal }

// einval is the OSError that CPython raises for EINVAL.
func einval() error { return exceptions.ErrOS.New("[Errno 22] Invalid argument") }
