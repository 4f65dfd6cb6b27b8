package trio

import (
	"reflect"
	"slices"

	"asyncio/exceptions"
)

// TaskStatus is how a task that was started with Start tells that it is ready.
// A nil TaskStatus ignores that, so that the function may also be called
// directly.
type TaskStatus struct {
	from, to *Nursery
	value    any
	told     bool
	owner    any
}

// Owner gives the object of the layer above that stands for the status.
func (s *TaskStatus) Owner() any { return s.owner }

// SetOwner sets what Owner gives.
func (s *TaskStatus) SetOwner(o any) { s.owner = o }

// Started ends the call of Start, which gives value, and moves the task, and all
// below it, to the nursery. It fails with RuntimeError when it is called twice.
func (s *TaskStatus) Started(value any) error {
	if s == nil {
		return nil
	}
	if s.told {
		return exceptions.RuntimeError("called 'started' twice on the same task status")
	}
	s.value, s.told = value, true
	// In a cancelled start the child stays: a Cancelled that is under way in it
	// needs the scope that catches it.
	if s.from.status.cancelled {
		return nil
	}
	s.move()
	return nil
}

// move takes everything off the old nursery before it attaches it to the new
// one, since attaching may abort what the tasks wait for, and that may do
// anything.
func (s *TaskStatus) move() {
	from, to := s.from, s.to
	r := from.runner
	children := make([]*Task, 0, len(from.children))
	for t := range from.children {
		children = append(children, t)
	}
	r.arrange(children)
	from.children = map[*Task]struct{}{}
	for _, t := range children {
		t.parent, t.eventual = to, nil
		to.adopt(t)
	}
	scopes := from.status.inner()
	tasks := slices.DeleteFunc(from.status.tasks(), func(t *Task) bool { return t == from.task })
	for _, c := range scopes {
		c.setParent(nil)
	}
	for _, t := range tasks {
		t.enter(nil)
	}
	for _, c := range scopes {
		c.setParent(to.status)
	}
	for _, t := range tasks {
		t.enter(to.status)
	}
	from.checkClosed()
}

// References gives what the status holds.
func (s *TaskStatus) References(visit func(any)) {
	if s != nil {
		visit(s.value)
	}
}

// StartOp starts a task and waits until it calls Started, whose value is the
// operation's. build gives the task's coroutine, which has the status to tell.
func (n *Nursery) StartOp(build func(status *TaskStatus) (SpawnConfig, error)) Op {
	return newMachine(func(t *Task) then {
		if n.closed {
			return end(nil, exceptions.RuntimeError("Nursery is closed to new arrivals"))
		}
		n.starting++
		leave := func(v any, err error) then {
			n.starting--
			n.checkClosed()
			return end(v, err)
		}
		var strict *bool // the run's choice
		if n.runner.profile.StartUnwraps {
			strict = new(bool)
			*strict = true
		}
		old, err := t.Open(strict)
		if err != nil {
			return leave(nil, err)
		}
		status := &TaskStatus{from: old, to: n}
		c, err := build(status)
		if err == nil {
			var child *Task
			if child, err = old.Spawn(c); err == nil {
				child.eventual = n
			}
		}
		return run(old.CloseOp(err), func(_ any, err error) then {
			switch {
			case err != nil:
				return leave(nil, n.unwrapped(err))
			case !status.told:
				return leave(nil, exceptions.RuntimeError("child exited without calling task_status.started()"))
			}
			return leave(status.value, nil)
		})
	})
}

// unwrapped takes an error out of the group of the nursery that a start runs its
// task in.
func (n *Nursery) unwrapped(err error) error {
	members := n.runner.errors.Members(err)
	switch {
	case len(members) == 0 || !n.runner.profile.StartUnwraps:
		return err
	case len(members) == 1:
		return members[0]
	}
	return ErrInternal.New("Internal nursery should not have multiple tasks.").WithCause(err)
}

// Start starts fn as a task of the nursery, waits until that calls
// status.Started, and gives the value it told. Until then the task runs within
// the caller: an error of it comes out here, and cancelling t cancels it.
func (n *Nursery) Start(t *Task, fn func(t *Task, status *TaskStatus) error) (any, error) {
	entry := reflect.ValueOf(fn).Pointer()
	return t.Do(n.StartOp(func(s *TaskStatus) (SpawnConfig, error) {
		return n.runner.goTask(func(t *Task) (any, error) { return nil, fn(t, s) }, entry), nil
	}))
}
