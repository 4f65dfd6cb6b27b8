package trio

import (
	"fmt"
	"strconv"
	"strings"

	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/observe"
)

// Task is a thread of control of a run: a coroutine, the nursery it belongs to,
// the scope it is in. A Go function that is run as a task is given its Task,
// and hands it to everything that may block.
type Task struct {
	runner *Runner
	name   string
	coro   coroutine.Coroutine
	fn     *coroutine.Go // of a Go function
	ctx    *contextvars.Context
	number uint64 // in the order of creation
	id     uint64 // for observers, 0 for not told of yet

	parent   *Nursery // nil for the root
	eventual *Nursery // where it will belong once it has started
	children []*Nursery
	system   bool
	done     bool

	status     *status // the scope it is in
	prev, next *Task   // others in the same scope

	abort     AbortFunc
	scheduled bool
	sent      outcome // what it is resumed with
	sleep     any

	schedulePoints, cancelPoints int

	failure string // the class of the error it ended with, for observers

	lots  []*ParkingLot // those that break when it exits
	owner any
}

// Func is a Go function that can be run as a task.
type Func func(t *Task) error

// Name gives the task's name.
func (t *Task) Name() string { return t.name }

// SetName renames the task.
func (t *Task) SetName(name string) { t.name = name }

// Runner gives the run that the task belongs to.
func (t *Task) Runner() *Runner { return t.runner }

// Coroutine gives what the task drives.
func (t *Task) Coroutine() coroutine.Coroutine { return t.coro }

// Context implements contextvars.Holder.
func (t *Task) Context() *contextvars.Context { return t.ctx }

// ParentNursery gives the nursery that the task runs in, nil for the root.
func (t *Task) ParentNursery() *Nursery { return t.parent }

// EventualParentNursery gives the nursery that the task moves to when it calls
// Started, nil when it does not wait for that.
func (t *Task) EventualParentNursery() *Nursery { return t.eventual }

// ChildNurseries gives the nurseries that the task has open, the outermost first.
func (t *Task) ChildNurseries() []*Nursery { return append([]*Nursery(nil), t.children...) }

// Done reports whether the task has exited.
func (t *Task) Done() bool { return t.done }

// System reports whether it is a system task.
func (t *Task) System() bool { return t.system }

// SleepData gives what whoever blocked the task left with it; it is nil once the
// task is rescheduled.
func (t *Task) SleepData() any { return t.sleep }

// SetSleepData sets what SleepData gives.
func (t *Task) SetSleepData(v any) { t.sleep = v }

// Owner gives the object of the layer above that stands for the task.
func (t *Task) Owner() any { return t.owner }

// SetOwner sets what Owner gives.
func (t *Task) SetOwner(o any) { t.owner = o }

// Sent gives, once, the value that the task was rescheduled with, for an
// interpreter whose operation waited for a Trap.
func (t *Task) Sent() any {
	v := t.sent.value
	t.sent.value = nil
	return v
}

// SchedulePoints and CancelPoints count how often the task blocked, and how
// often it could have been cancelled.
func (t *Task) SchedulePoints() int { return t.schedulePoints }

// CancelPoints is told of with SchedulePoints.
func (t *Task) CancelPoints() int { return t.cancelPoints }

// String gives the task as repr() does.
func (t *Task) String() string { return fmt.Sprintf("<Task %s at %p>", exceptions.Quote(t.name), t) }

// Label implements observe.Labeler.
func (t *Task) Label() string { return t.name }

// Failure implements observe.Failing.
func (t *Task) Failure() string { return t.failure }

// Stack implements observe.Stacked.
func (t *Task) Stack(visit func(observe.Frame)) {
	switch c := t.coro.(type) {
	case observe.Stacked:
		c.Stack(visit)
	case coroutine.Describer:
		f := observe.Frame{}
		f.Function, _, _ = strings.Cut(c.Describe(t.done), "()")
		if p, ok := t.coro.(coroutine.Placer); ok {
			place := p.Place()
			if i := strings.LastIndexByte(place, ':'); i >= 0 {
				f.File = place[:i]
				f.Line, _ = strconv.Atoi(place[i+1:])
			}
		}
		visit(f)
	}
}

func (t *Task) repr() string { return t.runner.repr(t, t.owner) }

// adopt tells a coroutine of ours which task it runs in.
func (t *Task) adopt(c coroutine.Coroutine) {
	if a, ok := c.(interface{ adopt(*Task) }); ok {
		a.adopt(t)
	}
	if a, ok := c.(coroutine.Adopter); ok {
		a.Adopted()
	}
}

// enter moves the task to a scope, nil for none.
func (t *Task) enter(s *status) {
	if t.status != nil {
		t.status.removeTask(t)
	}
	t.status = s
	if s != nil {
		s.addTask(t)
		if s.cancelled {
			t.deliverCancel()
		}
	}
}

// deliverCancel aborts the task's wait if its scope is cancelled.
func (t *Task) deliverCancel() {
	if t.abort == nil || !t.status.cancelled {
		return
	}
	why := t.status.scope.reason
	t.tryAbort(func() error { return t.runner.newCancelled(why) })
}

// deliverInterrupt aborts the task's wait for a KeyboardInterrupt.
func (t *Task) deliverInterrupt() {
	if t.abort == nil {
		return
	}
	t.tryAbort(func() error {
		t.runner.interrupted = false
		return exceptions.ErrKeyboardInterrupt.New("")
	})
}

func (t *Task) tryAbort(raise RaiseCancel) {
	abort := t.abort
	t.abort = nil // it is asked once, whatever it says
	switch abort(raise) {
	case AbortSucceeded:
		t.runner.Reschedule(t, nil, raise())
	case AbortFailed:
	default:
		t.runner.Fail(ErrInternal.New("abort function must return Abort enum"))
	}
}

// References gives what the task holds.
func (t *Task) References(visit func(any)) {
	visit(t.coro)
	visit(t.ctx)
	visit(t.sent.value)
	visit(t.sent.err)
	visit(t.sleep)
	visit(t.owner)
	for _, n := range t.children {
		visit(n)
	}
}
