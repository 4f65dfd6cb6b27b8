package vm

import (
	"strings"

	"fmt"

	"asyncio/exceptions"
)

// LimitError is what ends a run that has used up what it was allowed. No Python
// code can catch it, and none runs after it.
type LimitError struct {
	// Limit names what was used up: steps, time, memory, output or tasks.
	Limit string
	// Max is how much of it there was.
	Max string
	// File and Line are where the program was, as far as it is known.
	File string
	Line int
}

// Error implements error.
func (e *LimitError) Error() string {
	s := fmt.Sprintf("%s limit of %s reached", e.Limit, e.Max)
	if e.File != "" {
		s += fmt.Sprintf(" at %s:%d", e.File, e.Line)
	}
	return s
}

// Fatal implements object.Fatal.
func (*LimitError) Fatal() {}

// ExceptionKind implements exceptions.Kinder.
func (*LimitError) ExceptionKind() exceptions.Kind { return exceptions.Fatal }

// Locate notes where the machine's code is, unless the error has a place: in
// the program, where one of our own modules runs on its behalf.
func (e *LimitError) Locate(m *Machine) {
	f := m.frame
	if f == nil || e.File != "" {
		return
	}
	for f.back != nil && strings.HasPrefix(f.code.File, "<lib>/") {
		f = f.back
	}
	e.File, e.Line = f.code.File, f.Line()
}

// Limit makes the error of a limit that the machine's code has reached.
func (m *Machine) Limit(name, most string) *LimitError {
	e := &LimitError{Limit: name, Max: most}
	e.Locate(m)
	return e
}
