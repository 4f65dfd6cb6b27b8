package locks

import (
	"asyncio/future"
	"asyncio/loop"
	"asyncio/task"
)

// Event is asyncio.Event: a flag that coroutines wait for.
type Event struct {
	Bound
	set     bool
	waiters Waiters
}

// NewEvent makes an event that is not set. It fails as NewBound does.
func NewEvent(h Home) (*Event, error) {
	b, err := NewBound(h)
	if err != nil {
		return nil, err
	}
	return &Event{Bound: b}, nil
}

// IsSet reports whether the event is set.
func (e *Event) IsSet() bool { return e.set }

// Set sets the event and wakes all who wait, first come first. They go on even
// when it is cleared before they run. It fails when the loop is closed.
func (e *Event) Set() error {
	if e.set {
		return nil
	}
	e.set = true
	_, err := e.waiters.wakePending(e.waiters.Len(), true)
	return err
}

// Clear has Wait wait again.
func (e *Event) Clear() { e.set = false }

// Wait waits until the event is set. It fails with CancelledError when the task
// is cancelled meanwhile, and on another loop as Bound.CreateFuture does.
func (e *Event) Wait(co *task.Co) error {
	_, err := co.Do(e.WaitOp())
	return err
}

// WaitOp is Wait as an operation, whose value is true.
func (e *Event) WaitOp() task.Op { return &eventWait{e: e} }

// Waiters gives the list of those who wait, for who is to change it.
func (e *Event) Waiters() *Waiters { return &e.waiters }

// Waiting gives the futures that coroutines wait for here, first come first.
func (e *Event) Waiting() []future.Awaitable { return e.waiters.Futures() }

// String gives the event as repr() does.
func (e *Event) String() string { return describe("Event", e, e.Info()) }

// Info gives the part of the repr in brackets.
func (e *Event) Info() string {
	s := "unset"
	if e.set {
		s = "set"
	}
	return s + e.waiters.info()
}

type eventWait struct {
	e *Event
	f future.Awaitable
}

// Begin implements task.Op.
func (w *eventWait) Begin(on *loop.Loop) (any, bool, error) {
	e := w.e
	if e.set {
		return nil, true, nil
	}
	f, err := e.CreateFuture(on, e.String)
	if err != nil {
		return nil, true, err
	}
	w.f = f
	e.waiters.Add(f)
	return f, false, nil
}

// Resume implements task.Op.
func (w *eventWait) Resume(_ any, err error) (any, bool, error) {
	w.e.waiters.Remove(w.f)
	return nil, true, err
}

// Value implements task.Op.
func (w *eventWait) Value() any { return true }
