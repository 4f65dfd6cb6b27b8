package compare

import (
	"fmt"
	"strings"
)

// deadlockStatus is how a program ends in virtual time when nothing can ever
// happen again.
const deadlockStatus = 77

// Result is how a run went.
type Result struct {
	// Stdout and Stderr are what the program wrote.
	Stdout, Stderr string
	// ExitCode is the exit status, -1 after death by a signal.
	ExitCode int
	// Signal names the signal that ended the process, such as "SIGINT"; empty
	// if it exited.
	Signal string
	// LastStderrLine is the last line of Stderr that is not blank. For a Python
	// program that dies of an exception it is the exception.
	LastStderrLine string
}

// End says how the process ended.
func (r Result) End() string {
	if r.Signal != "" {
		return "killed by " + r.Signal
	}
	return fmt.Sprintf("exit status %d", r.ExitCode)
}

// Differences names the parts in which two results differ: "stdout", "end",
// "stderr", in this order. Normalisers are applied first, to the text of both.
// What standard error says last does not count where both report a deadlock,
// because each describes it in its own words.
func Differences(a, b Result, normalisers ...Normaliser) []string {
	var parts []string
	if normalise(a.Stdout, normalisers) != normalise(b.Stdout, normalisers) {
		parts = append(parts, "stdout")
	}
	if a.End() != b.End() {
		parts = append(parts, "end")
	}
	deadlocks := a.deadlocked() && b.deadlocked()
	if !deadlocks && normalise(a.LastStderrLine, normalisers) != normalise(b.LastStderrLine, normalisers) {
		parts = append(parts, "stderr")
	}
	return parts
}

// deadlocked tells whether the run ended by the report of a deadlock.
func (r Result) deadlocked() bool {
	return r.ExitCode == deadlockStatus && strings.Contains(r.Stderr, "deadlock: ")
}

func lastLine(text string) string {
	text = strings.TrimRight(text, " \t\r\n")
	return strings.TrimRight(text[strings.LastIndexByte(text, '\n')+1:], "\r")
}
