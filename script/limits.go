package script

import (
	"time"
)

// Limits end a run; no Python code can catch them. A zero is no limit.
type Limits struct {
	// Steps is the number of instructions.
	Steps int64
	// Time is how long the program may last, in real time, from its first
	// statement to the end of Close.
	Time time.Duration
	// Memory is how many bytes of objects the program may have at a time. What
	// it has is measured now and then, for the whole process: other work of the
	// host counts too. A single object that would be larger is never made.
	Memory int64
	// Output is how many bytes the program may print.
	Output int64
	// Tasks is how many tasks there may be at a time that are not done.
	Tasks int
}

// limits puts the limits in force.
func (i *Interp) limits() {
	l := i.o.Limits
	if l.Steps > 0 {
		i.m.Steps, i.m.MaxSteps = l.Steps, l.Steps
	}
	if l.Time > 0 {
		i.timer = time.AfterFunc(l.Time, func() {
			i.h.Threads.Fail(&LimitError{Limit: "time", Max: l.Time.String()})
		})
	}
}
