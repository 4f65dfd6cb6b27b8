package trio

import (
	"reflect"

	"asyncio/observe"
)

// Nursery is where tasks are started: it ends only when they have, and hands on
// their errors.
type Nursery struct {
	runner *Runner
	task   *Task // the one that opened it
	scope  *CancelScope
	status *status // what children are in, whatever the parent enters later
	strict bool

	children map[*Task]struct{}
	errs     []error
	body     bool // it is still running
	waiting  bool // the parent waits for the children
	starting int  // children that have not called Started
	closed   bool
	id       uint64
	owner    any
}

// Open opens a nursery in task t, which is running; strict is nil for the run's
// choice. CloseOp must follow.
func (t *Task) Open(strict *bool) (*Nursery, error) {
	s := Scope()
	if err := s.Enter(t); err != nil {
		return nil, err
	}
	n := &Nursery{
		runner: t.runner, task: t, scope: s, status: t.status, strict: t.runner.strict,
		children: map[*Task]struct{}{}, body: true,
	}
	if strict != nil {
		n.strict = *strict
	}
	t.children = append(t.children, n)
	t.runner.notifyNursery(observe.NurseryOpened, n)
	return n, nil
}

// Scope gives the scope that cancels the nursery's tasks, and its body.
func (n *Nursery) Scope() *CancelScope { return n.scope }

// Task gives the task that opened the nursery.
func (n *Nursery) Task() *Task { return n.task }

// ChildTasks gives the tasks that run in the nursery.
func (n *Nursery) ChildTasks() []*Task {
	out := make([]*Task, 0, len(n.children))
	for t := range n.children {
		out = append(out, t)
	}
	n.runner.arrange(out)
	return out
}

// Closed reports whether the nursery takes no more tasks.
func (n *Nursery) Closed() bool { return n.closed }

// Owner gives the object of the layer above that stands for the nursery.
func (n *Nursery) Owner() any { return n.owner }

// SetOwner sets what Owner gives.
func (n *Nursery) SetOwner(o any) { n.owner = o }

// StartSoon starts fn as a task of the nursery. It only queues it, and may be
// called by any task, also by one of the nursery while that is ending. It fails
// with RuntimeError once the nursery has ended.
func (n *Nursery) StartSoon(fn func(t *Task) error) error {
	c := n.runner.goTask(func(t *Task) (any, error) { return nil, fn(t) }, reflect.ValueOf(fn).Pointer())
	_, err := n.Spawn(c)
	return err
}

// StartSoonNamed is StartSoon for a task that has a name of its own.
func (n *Nursery) StartSoonNamed(name string, fn func(t *Task) error) error {
	c := n.runner.goTask(func(t *Task) (any, error) { return nil, fn(t) }, reflect.ValueOf(fn).Pointer())
	c.Name = name
	_, err := n.Spawn(c)
	return err
}

// Spawn is StartSoon for any coroutine.
func (n *Nursery) Spawn(c SpawnConfig) (*Task, error) { return n.runner.spawn(c, n, false) }

func (n *Nursery) adopt(t *Task) {
	n.children[t] = struct{}{}
	n.runner.notifyPlaced(t, n)
}

// add notes an error and cancels what is left.
func (n *Nursery) add(err error, why *Reason) {
	n.errs = append(n.errs, err)
	n.scope.cancel(why)
}

func (n *Nursery) childFinished(t *Task, out outcome) {
	delete(n.children, t)
	if out.err != nil {
		n.add(out.err, &Reason{
			Source: "nursery", Task: t.repr(),
			Text: "child task raised exception " + n.runner.state.ReprOf(out.err),
		})
	}
	n.checkClosed()
}

// checkClosed closes the nursery once nothing runs in it.
func (n *Nursery) checkClosed() {
	if n.body || len(n.children) > 0 || n.starting > 0 {
		return
	}
	n.closed = true
	if n.waiting {
		n.waiting = false
		n.runner.Reschedule(n.task, nil, nil)
	}
}

// CloseOp ends the nursery, err being how its body ended: it waits for all tasks
// and fails with the group of what went wrong, or with what is left of it. A
// cancellation does not cut it short.
func (n *Nursery) CloseOp(err error) Op {
	return newMachine(func(t *Task) then {
		if err != nil {
			n.add(err, &Reason{
				Source: "nursery", Task: n.task.repr(),
				Text: "Code block inside nursery contextmanager raised exception " + n.runner.state.ReprOf(err),
			})
		}
		n.body = false
		n.checkClosed()
		last := func(any, error) then { return n.finish(t) }
		if n.closed {
			return n.pause(t, last)
		}
		n.waiting = true
		return block(Waiting(n.disturbed, "nursery"), last)
	})
}

// disturbed is the AbortFunc of the parent's wait. A Cancelled is dropped: the
// children get it too. A KeyboardInterrupt cancels them.
func (n *Nursery) disturbed(raise RaiseCancel) Abort {
	err := raise()
	if !n.runner.errors.Is(err, ErrCancelled) || !n.runner.profile.ExitIsShielded {
		n.add(err, &Reason{Source: "KeyboardInterrupt", Task: n.task.repr()})
	}
	return AbortFailed
}

// pause lets others run where there is no child to wait for.
func (n *Nursery) pause(t *Task, last func(any, error) then) then {
	if n.runner.profile.ExitIsShielded {
		return run(CancelShieldedCheckpointOp(), last)
	}
	return run(CheckpointOp(), func(v any, err error) then {
		if err != nil {
			n.add(err, nil)
		}
		return last(v, nil)
	})
}

// finish takes the nursery from its task and gives the outcome.
func (n *Nursery) finish(t *Task) then {
	r := n.runner
	if k := len(t.children); k == 0 || t.children[k-1] != n {
		r.Fail(ErrInternal.New("Nursery misnesting detected!"))
	}
	if k := len(t.children); k > 0 {
		t.children = t.children[:k-1]
	}
	var err error
	switch {
	case len(n.errs) == 0:
	case !n.strict && len(n.errs) == 1:
		err = n.errs[0]
	default:
		err = r.errors.Group("Exceptions from Trio nursery", n.errs, !n.strict)
	}
	n.errs = nil
	r.notifyNursery(observe.NurseryClosed, n)
	return end(nil, n.scope.Exit(t, err))
}

// OpenNursery runs body with a nursery, and waits for all tasks that are started
// in it. The error is a group of what the body and the tasks failed with; in a
// loose run, or in OpenLooseNursery, a single one is given as it is.
func OpenNursery(t *Task, body func(n *Nursery) error) error { return openNursery(t, nil, body) }

// OpenLooseNursery is OpenNursery without a group around a single error.
func OpenLooseNursery(t *Task, body func(n *Nursery) error) error {
	loose := false
	return openNursery(t, &loose, body)
}

// OpenStrictNursery is OpenNursery with a group also around a single error,
// whatever the run's choice.
func OpenStrictNursery(t *Task, body func(n *Nursery) error) error {
	strict := true
	return openNursery(t, &strict, body)
}

func openNursery(t *Task, strict *bool, body func(n *Nursery) error) error {
	if t.runner.current != t {
		return notInTask()
	}
	n, err := t.Open(strict)
	if err != nil {
		return err
	}
	return t.do(n.CloseOp(guard(t, func() error { return body(n) })))
}

// References gives what the nursery holds.
func (n *Nursery) References(visit func(any)) {
	for t := range n.children {
		visit(t)
	}
	for _, err := range n.errs {
		visit(err)
	}
	visit(n.owner)
	visit(n.scope.owner)
}
