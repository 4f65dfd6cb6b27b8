package trio

import (
	"math"

	"asyncio/exceptions"
	"asyncio/observe"
)

// notify tells the observer, if there is one, what happened.
func (r *Runner) notify(k observe.Kind, id, other uint64, n int, value float64, label observe.Labeler) {
	r.obs.Observe(observe.Event{
		Kind: k, Loop: r.id, Tick: r.passes, Time: r.peek(), ID: id, Other: other, N: n, Value: value, Label: label,
	})
}

// peek gives the time without moving a clock that counts its readings.
func (r *Runner) peek() float64 {
	if r.jumper != nil {
		return r.jumper.Peek()
	}
	return r.clock.Now()
}

// notifyBlocked tells how a step ended that did not end the task.
func (r *Runner) notifyBlocked(t *Task, trap *Trap) {
	e := observe.Event{Kind: observe.TaskBlocked, Loop: r.id, Tick: r.passes, Time: r.peek(), ID: r.taskID(t), Label: t}
	if trap.kind == trapWait {
		what := trap.what
		if what == "" {
			what = "wait_task_rescheduled"
		}
		e.On = waitLabel(what)
	}
	r.obs.Observe(e)
}

func (r *Runner) notifyDone(t *Task, err error) {
	n := 1
	switch {
	case err == nil:
	case r.errors.Is(err, ErrCancelled):
		n = 3
	default:
		n, t.failure = 2, exceptions.TypeName(err)
	}
	r.notify(observe.TaskDone, r.taskID(t), 0, n, 0, t)
}

func (r *Runner) taskID(t *Task) uint64 {
	if t.id == 0 {
		t.id = r.state.NextID()
	}
	return t.id
}

func (r *Runner) scopeID(s *CancelScope) uint64 {
	if s.id == 0 {
		s.id = r.state.NextID()
	}
	return s.id
}

func (r *Runner) nurseryID(n *Nursery) uint64 {
	if n.id == 0 {
		n.id = r.state.NextID()
	}
	return n.id
}

// notifyFree tells that n things were put into an order that trio leaves open.
func (r *Runner) notifyFree(n int) {
	if r.obs != nil && n > 1 {
		r.notify(observe.OrderFree, 0, 0, n, 0, nil)
	}
}

func (r *Runner) notifyScope(s *CancelScope, t *Task) {
	if r.obs != nil {
		r.notify(observe.ScopeEntered, r.scopeID(s), r.taskID(t), flags(s), s.deadline, s)
		if !math.IsInf(s.deadline, 1) {
			r.notifyChange(s)
		}
	}
}

func (r *Runner) notifyScopeEnd(s *CancelScope, t *Task) {
	if r.obs != nil {
		n := 0
		if s.caught {
			n = 1
		}
		r.notify(observe.ScopeExited, r.scopeID(s), r.taskID(t), n, 0, s)
	}
}

// notifyChange tells of a scope's shield and deadline.
func (r *Runner) notifyChange(s *CancelScope) {
	if r.obs != nil {
		r.notify(observe.ScopeChanged, r.scopeID(s), 0, flags(s), s.deadline, s)
	}
}

func (r *Runner) notifyCancel(s *CancelScope) {
	if r.obs != nil {
		by := uint64(0)
		if r.current != nil {
			by = r.taskID(r.current)
		}
		r.notify(observe.ScopeCancelled, r.scopeID(s), by, 0, 0, observe.Words(s.reason.Source))
	}
}

// flags says what a scope is: 1 for shielded, 2 for cancelled.
func flags(s *CancelScope) int {
	n := 0
	if s.shield {
		n |= 1
	}
	if s.called {
		n |= 2
	}
	return n
}

func (r *Runner) notifyNursery(k observe.Kind, n *Nursery) {
	if r.obs != nil {
		r.notify(k, r.nurseryID(n), r.taskID(n.task), int(r.scopeID(n.scope)), 0, nil)
	}
}

func (r *Runner) notifyPlaced(t *Task, to *Nursery) {
	if r.obs != nil {
		r.notify(observe.TaskPlaced, r.taskID(t), r.nurseryID(to), 0, 0, t)
	}
}
