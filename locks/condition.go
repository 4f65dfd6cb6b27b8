package locks

import (
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/task"
)

// Condition is asyncio.Condition: coroutines that hold a lock wait for others
// to notify them, the lock being free meanwhile.
type Condition struct {
	Bound
	lock    Locker
	waiters Waiters
}

var _ Locker = (*Condition)(nil)

// NewCondition makes a condition on lock; nil stands for a Lock of its own. It
// fails as NewBound does, and in the versions whose objects are bound when they
// are made with ValueError for a lock of another loop.
func NewCondition(h Home, lock Locker) (*Condition, error) {
	b, err := NewBound(h)
	if err != nil {
		return nil, err
	}
	c := &Condition{Bound: b, lock: lock}
	if lock == nil {
		if c.lock, err = NewLock(c.home()); err != nil {
			return nil, err
		}
	} else if other, ok := lock.(bound); ok && other.Loop() != b.loop && !b.proc.Profile.LocksBindLate {
		return nil, exceptions.ValueError("loop argument must agree with lock")
	}
	return c, nil
}

// Lock gives what the condition is built on.
func (c *Condition) Lock() Locker { return c.lock }

// Locked implements Locker: it asks the lock.
func (c *Condition) Locked() bool { return c.lock.Locked() }

// Acquire acquires the lock.
func (c *Condition) Acquire(co *task.Co) error {
	_, err := co.Do(c.AcquireOp())
	return err
}

// AcquireOp implements Locker.
func (c *Condition) AcquireOp() task.Op { return c.lock.AcquireOp() }

// Release implements Locker: it releases the lock.
func (c *Condition) Release() error { return c.lock.Release() }

// With runs body while holding the lock, as `async with condition:`.
func (c *Condition) With(co *task.Co, body func() error) error { return With(co, c.lock, body) }

// Wait releases the lock, waits to be notified and acquires the lock again,
// which it does however the waiting ended. It fails with RuntimeError "cannot
// wait on un-acquired lock", and with CancelledError when the task is cancelled
// meanwhile. What then becomes of a notification it was given differs by
// version: it is lost, or from 3.13 on passed to the next.
func (c *Condition) Wait(co *task.Co) error {
	_, err := co.Do(c.WaitOp())
	return err
}

// WaitOp is Wait as an operation, whose value is true.
func (c *Condition) WaitOp() task.Op { return &conditionWait{c: c} }

// WaitFor waits until predicate is true, asking it now and after each
// notification. It fails as Wait does.
func (c *Condition) WaitFor(co *task.Co, predicate func() bool) error {
	_, err := co.Do(c.WaitForOp(func() (any, bool, error) { return true, predicate(), nil }))
	return err
}

// WaitForOp is WaitFor as an operation. The predicate gives its value and
// whether that counts as true; the value that did is the operation's. An error
// of the predicate ends it.
func (c *Condition) WaitForOp(predicate Predicate) task.Op {
	return &conditionWaitFor{c: c, predicate: predicate}
}

// Notify wakes the first n who wait. They go on once they have the lock, which
// the caller still holds. It fails with RuntimeError "cannot notify on
// un-acquired lock", and when the loop is closed.
func (c *Condition) Notify(n int) error {
	if !c.Locked() {
		return exceptions.RuntimeError("cannot notify on un-acquired lock")
	}
	return c.notify(n)
}

// NotifyAll is Notify for all who wait.
func (c *Condition) NotifyAll() error { return c.Notify(c.waiters.Len()) }

func (c *Condition) notify(n int) error {
	_, err := c.waiters.wakePending(n, false)
	return err
}

// Waiters gives the list of those who wait, for who is to change it.
func (c *Condition) Waiters() *Waiters { return &c.waiters }

// Waiting gives the futures that coroutines wait for here, first come first.
func (c *Condition) Waiting() []future.Awaitable { return c.waiters.Futures() }

// String gives the condition as repr() does.
func (c *Condition) String() string { return describe("Condition", c, c.Info()) }

// Info gives the part of the repr in brackets.
func (c *Condition) Info() string { return stateName(c.Locked()) + c.waiters.info() }
