package locks

import (
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/task"
)

// Lock is asyncio.Lock. It is fair: whoever asked first gets it first, and a
// newcomer queues behind a waiter that was woken but has not run yet.
type Lock struct {
	Bound
	locked  bool
	waiters Waiters
}

var _ Locker = (*Lock)(nil)

// NewLock makes an unlocked lock. It fails as NewBound does.
func NewLock(h Home) (*Lock, error) {
	b, err := NewBound(h)
	if err != nil {
		return nil, err
	}
	return &Lock{Bound: b}, nil
}

// Locked implements Locker. A lock that was released is not locked although a
// waiter is on its way to it.
func (l *Lock) Locked() bool { return l.locked }

// Acquire waits until the lock is free and locks it. It fails with
// CancelledError when the task is cancelled meanwhile, and on another loop as
// Bound.CreateFuture does.
func (l *Lock) Acquire(co *task.Co) error {
	_, err := co.Do(l.AcquireOp())
	return err
}

// AcquireOp is Acquire as an operation, whose value is true.
func (l *Lock) AcquireOp() task.Op { return &lockAcquire{l: l} }

// With runs body while holding the lock, as `async with lock:`.
func (l *Lock) With(co *task.Co, body func() error) error { return With(co, l, body) }

// Release unlocks the lock and wakes the first waiter, which takes the lock
// when it runs. It fails with RuntimeError "Lock is not acquired.", and when
// the loop is closed.
func (l *Lock) Release() error {
	if !l.locked {
		return exceptions.RuntimeError("Lock is not acquired.")
	}
	l.locked = false
	return l.wakeFirst()
}

// wakeFirst wakes the first waiter only: one that is done already is on its way
// and will either take the lock or wake the next.
func (l *Lock) wakeFirst() error {
	if l.waiters.Len() == 0 || l.waiters.list[0].Done() {
		return nil
	}
	return wake(l.waiters.list[0], true)
}

// Waiters gives the list of those who wait, for who is to change it.
func (l *Lock) Waiters() *Waiters { return &l.waiters }

// Waiting gives the futures that coroutines wait for here, first come first.
func (l *Lock) Waiting() []future.Awaitable { return l.waiters.Futures() }

// String gives the lock as repr() does.
func (l *Lock) String() string { return describe("Lock", l, l.Info()) }

// Info gives the part of the repr in brackets.
func (l *Lock) Info() string { return stateName(l.locked) + l.waiters.info() }

type lockAcquire struct {
	l *Lock
	f future.Awaitable
}

// Begin implements task.Op.
func (a *lockAcquire) Begin(on *loop.Loop) (any, bool, error) {
	l := a.l
	if !l.locked && l.waiters.allCancelled() {
		l.locked = true
		return nil, true, nil
	}
	f, err := l.CreateFuture(on, l.String)
	if err != nil {
		return nil, true, err
	}
	a.f = f
	l.waiters.Add(f)
	return f, false, nil
}

// Resume implements task.Op.
func (a *lockAcquire) Resume(_ any, err error) (any, bool, error) {
	l := a.l
	l.waiters.Remove(a.f)
	if err == nil {
		l.locked = true
		return nil, true, nil
	}
	if exceptions.IsCancelled(err) && !l.locked {
		// It may have been this one's turn; then it is the next one's.
		if e := l.wakeFirst(); e != nil {
			err = exceptions.During(e, err)
		}
	}
	return nil, true, err
}

// Value implements task.Op.
func (a *lockAcquire) Value() any { return true }
