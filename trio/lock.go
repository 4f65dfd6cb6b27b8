package trio

import (
	"fmt"

	"asyncio/exceptions"
)

// Lock is a mutual exclusion that goes to whoever asked first. Only the task
// that has it may release it, and may not acquire it twice. The zero Lock is
// ready to use. trio's StrictFIFOLock is the same, with the promise that it
// stays so.
type Lock struct {
	lot   ParkingLot
	owner *Task
	name  string
}

// StrictFIFOLock is a Lock that promises its order.
type StrictFIFOLock struct{ Lock }

// NewStrictFIFOLock makes an unlocked lock.
func NewStrictFIFOLock() *StrictFIFOLock { return &StrictFIFOLock{Lock{name: "StrictFIFOLock"}} }

// Locked reports whether a task has the lock.
func (l *Lock) Locked() bool { return l.owner != nil }

// Owner gives the task that has the lock, nil for none.
func (l *Lock) Owner() *Task { return l.owner }

// TasksWaiting gives how many tasks wait for the lock.
func (l *Lock) TasksWaiting() int { return l.lot.Len() }

// AcquireNowait acquires the lock for t, or fails with WouldBlock; with
// RuntimeError when t has it.
func (l *Lock) AcquireNowait(t *Task) error {
	switch {
	case l.owner == t:
		return exceptions.RuntimeError("attempt to re-acquire an already held Lock")
	case l.owner != nil || l.lot.Len() > 0:
		return errWouldBlock()
	}
	l.give(t)
	return nil
}

// give hands the lock to t. If t exits with it, whoever waits is told.
func (l *Lock) give(t *Task) {
	l.owner = t
	if t.runner.profile.LocksBreak {
		_ = l.lot.AddBreaker(t) // t lives
	}
}

// AcquireOp acquires the lock, waiting for it if need be. It fails with
// BrokenResourceError when the task that has it exits.
func (l *Lock) AcquireOp() Op {
	return trying(
		func(t *Task) (any, error) { return nil, l.AcquireNowait(t) },
		func(t *Task) then {
			return l.lot.park(t, nil, "Lock.acquire", func(v any, err error) then {
				if err != nil && t.runner.errors.Is(err, ErrBrokenResource) {
					err = ErrBrokenResource.New("Owner of this lock exited without releasing: " + l.owner.repr())
				}
				return end(v, err)
			})
		})
}

// Acquire acquires the lock for t.
func (l *Lock) Acquire(t *Task) error { return t.do(l.AcquireOp()) }

// Release releases the lock, which t has, and gives it to the first that waits.
// It fails with RuntimeError when t does not have it.
func (l *Lock) Release(t *Task) error {
	if l.owner != t || t == nil {
		return exceptions.RuntimeError("can't release a Lock you don't own")
	}
	if t.runner.profile.LocksBreak {
		_ = l.lot.RemoveBreaker(t)
	}
	if woken := l.lot.Unpark(1); len(woken) > 0 {
		l.give(woken[0])
	} else {
		l.owner = nil
	}
	return nil
}

// With runs body while holding the lock, as `async with lock:`.
func (l *Lock) With(t *Task, body func() error) error {
	return holding(t, l.AcquireOp(), body, func() error { return l.Release(t) })
}

// holding runs body between acquiring and releasing. An error of the release
// goes before body's.
func holding(t *Task, acquire Op, body, release func() error) error {
	if err := t.do(acquire); err != nil {
		return err
	}
	err := guard(t, body)
	if e := release(); e != nil {
		return t.runner.errors.During(e, err)
	}
	return err
}

// String gives the lock as repr() does.
func (l *Lock) String() string {
	name := l.name
	if name == "" {
		name = "Lock"
	}
	if l.owner == nil {
		return fmt.Sprintf("<unlocked %s object at %p>", name, l)
	}
	return fmt.Sprintf("<locked %s object at %p with %d waiters>", name, l, l.lot.Len())
}
