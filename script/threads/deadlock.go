package threads

import (
	"fmt"
	"strings"

	"asyncio/script/vm"
)

// DeadlockError ends a run in virtual time when nothing can ever happen again:
// every thread waits, and no time, signal or work outside will wake one.
type DeadlockError struct {
	// Threads are those that wait, oldest first.
	Threads []Waiting
}

// Waiting is one thread of a deadlock.
type Waiting struct {
	Name  string
	For   string // what it waits for; for a loop, a line for each of its tasks
	Place string // where, as file:line
}

// Error names each thread, what it waits for and where.
func (e *DeadlockError) Error() string {
	var b strings.Builder
	b.WriteString("deadlock: nothing can ever happen again")
	for _, t := range e.Threads {
		fmt.Fprintf(&b, "\n  %s waits for %s", t.Name, strings.ReplaceAll(t.For, "\n", "\n    "))
		if t.Place != "" {
			fmt.Fprintf(&b, " at %s", t.Place)
		}
	}
	return b.String()
}

func (s *scheduler) deadlock() error {
	e := &DeadlockError{}
	before := s.g.current
	defer func() { s.g.current = before }()
	for _, t := range s.g.alive {
		w := Waiting{Name: t.Process.Name(), For: "its turn"}
		if t.wait != nil && t.wait.What != nil {
			s.g.current = t // a repr may run code of the program
			w.For = t.wait.What()
		}
		if f := vm.Of(t.T).Current(); f != nil && !strings.Contains(w.For, "\n") {
			w.Place = fmt.Sprintf("%s:%d", f.Code().File, f.Line())
		}
		e.Threads = append(e.Threads, w)
	}
	return e
}
