package trio

// Event is a flag that tasks wait for. It is never taken back. The zero Event is
// ready to use.
type Event struct {
	set     bool
	waiting waiters
}

// IsSet reports whether the flag is set.
func (e *Event) IsSet() bool { return e.set }

// Set sets the flag and wakes all that wait, in no order: trio keeps them in a
// set.
func (e *Event) Set() {
	if e.set {
		return
	}
	e.set = true
	wakeSet(&e.waiting, nil)
}

// WaitOp waits for the flag; a checkpoint if it is set.
func (e *Event) WaitOp() Op {
	return newMachine(func(t *Task) then {
		if e.set {
			return run(CheckpointOp(), nil)
		}
		return block(e.waiting.wait(t, nil, "Event.wait"), nil)
	})
}

// Wait waits for the flag.
func (e *Event) Wait(t *Task) error { return t.do(e.WaitOp()) }

// TasksWaiting gives how many tasks wait.
func (e *Event) TasksWaiting() int { return e.waiting.n }

// wakeSet wakes all of what trio keeps as a set, with the error that fail makes
// for each if it is not nil.
func wakeSet(q *waiters, fail func() error) {
	tasks := q.tasks()
	for q.n > 0 {
		q.take()
	}
	if len(tasks) == 0 {
		return
	}
	tasks[0].runner.arrange(tasks)
	for _, t := range tasks {
		var err error
		if fail != nil {
			err = fail()
		}
		t.runner.Reschedule(t, nil, err)
	}
}
