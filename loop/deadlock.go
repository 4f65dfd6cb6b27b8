package loop

import (
	"fmt"
	"strings"
)

// DeadlockError is what running a loop in virtual time returns when nothing
// can ever happen again: no callback, timer, outside work, descriptor or
// scripted event is left. CPython, and a loop in real time, wait for ever.
type DeadlockError struct {
	// Tasks are the tasks that wait, in the order of their creation.
	Tasks []WaitingTask
}

// WaitingTask is one task of a deadlock.
type WaitingTask struct {
	Name  string
	For   string // what it awaits, as its repr
	Place string // where, as file:line; empty when not known
}

// Error names each task, what it awaits and where.
func (e *DeadlockError) Error() string {
	var b strings.Builder
	b.WriteString("deadlock: nothing can ever happen again")
	for _, t := range e.Tasks {
		b.WriteString("\n  " + t.String())
	}
	return b.String()
}

// String tells what the task waits for.
func (t WaitingTask) String() string {
	s := fmt.Sprintf("%s waits for %s", t.Name, t.For)
	if t.Place != "" {
		s += " at " + t.Place
	}
	return s
}

func (l *Loop) deadlock() *DeadlockError {
	e := &DeadlockError{}
	for _, t := range l.reg.Tasks() {
		what, place := t.WaitingFor()
		e.Tasks = append(e.Tasks, WaitingTask{Name: t.Name(), For: what, Place: place})
	}
	return e
}
