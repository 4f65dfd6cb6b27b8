package trio

import "asyncio/exceptions"

// Condition is a lock, and a place to wait, without it, for something that
// somebody does who has it.
type Condition struct {
	lock *Lock
	lot  ParkingLot
}

// NewCondition makes a condition over a lock, nil for one of its own.
func NewCondition(l *Lock) *Condition {
	if l == nil {
		l = &Lock{}
	}
	return &Condition{lock: l}
}

// Lock gives the lock: acquiring and releasing the condition is the same.
func (c *Condition) Lock() *Lock { return c.lock }

// TasksWaiting gives how many tasks wait to be notified.
func (c *Condition) TasksWaiting() int { return c.lot.Len() }

// WaitOp releases the lock, waits to be notified, and acquires it again. It has
// the lock also when it fails. It fails with RuntimeError without the lock.
func (c *Condition) WaitOp() Op {
	return newMachine(func(t *Task) then {
		if c.lock.owner != t {
			return end(nil, exceptions.RuntimeError("must hold the lock to wait"))
		}
		if err := c.lock.Release(t); err != nil {
			return end(nil, err)
		}
		// Whoever notifies moves the task to the lock's queue, so that being woken
		// is having the lock.
		return c.lot.park(t, nil, "Condition.wait", func(v any, err error) then {
			if err == nil {
				return end(v, nil)
			}
			return c.reacquire(t, err)
		})
	})
}

// reacquire has a wait that failed with err end with the lock.
func (c *Condition) reacquire(t *Task, err error) then {
	shield := Scope()
	shield.shield = true
	if e := shield.Enter(t); e != nil {
		return end(nil, e)
	}
	return run(c.lock.AcquireOp(), func(_ any, e error) then {
		if e = shield.Exit(t, e); e != nil {
			return end(nil, t.runner.errors.During(e, err))
		}
		return end(nil, err)
	})
}

// Wait waits to be notified.
func (c *Condition) Wait(t *Task) error { return t.do(c.WaitOp()) }

// Notify wakes up to n tasks, once the lock is theirs. t has the lock; it fails
// with RuntimeError otherwise.
func (c *Condition) Notify(t *Task, n int) error {
	if c.lock.owner != t || t == nil {
		return exceptions.RuntimeError("must hold the lock to notify")
	}
	c.lot.Repark(&c.lock.lot, n)
	return nil
}

// NotifyAll wakes all that wait.
func (c *Condition) NotifyAll(t *Task) error { return c.Notify(t, c.lot.Len()) }

// With runs body while holding the lock, as `async with condition:`.
func (c *Condition) With(t *Task, body func() error) error { return c.lock.With(t, body) }
