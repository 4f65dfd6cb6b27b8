package trio

import (
	"fmt"
	"slices"
	"strings"

	"asyncio/coroutine"
)

// DeadlockError ends a run in virtual time in which nothing can happen any
// more: in real time it would hang for ever.
type DeadlockError struct {
	// Waiting describes each task that waits, in the order of creation.
	Waiting []string
}

// Error lists the tasks.
func (e *DeadlockError) Error() string {
	return "deadlock: nothing can happen any more while " + strings.Join(e.Waiting, ", ") + " wait"
}

func (r *Runner) deadlock() error { return &DeadlockError{Waiting: r.waiting()} }

// waiting describes the program's tasks, in the order of creation.
func (r *Runner) waiting() []string {
	tasks := make([]*Task, 0, len(r.tasks))
	for t := range r.tasks {
		if !t.system {
			tasks = append(tasks, t)
		}
	}
	slices.SortFunc(tasks, func(a, b *Task) int { return int(a.number) - int(b.number) })
	var out []string
	for _, t := range tasks {
		text := t.name
		if p, ok := t.coro.(coroutine.Placer); ok && p.Place() != "" {
			text = fmt.Sprintf("%s at %s", text, p.Place())
		}
		out = append(out, text)
	}
	return out
}
