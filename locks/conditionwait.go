package locks

import (
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/task"
)

// bound is a Locker that knows its loop.
type bound interface{ Loop() *loop.Loop }

type conditionWait struct {
	c      *Condition
	on     *loop.Loop
	f      future.Awaitable
	relock task.Op // acquires the lock again; nil before that
	err    error   // how the waiting ended
	cancel error   // the last CancelledError met while acquiring the lock
}

// Begin implements task.Op.
func (w *conditionWait) Begin(on *loop.Loop) (any, bool, error) {
	c := w.c
	w.on = on
	if !c.Locked() {
		return nil, true, exceptions.RuntimeError("cannot wait on un-acquired lock")
	}
	if c.proc.Profile.ConditionBindsFirst {
		f, err := c.CreateFuture(on, c.String)
		if err == nil {
			err = c.Release()
		}
		if err != nil {
			return nil, true, err
		}
		w.f = f
	} else {
		if err := c.Release(); err != nil {
			return nil, true, err
		}
		if w.f, w.err = c.CreateFuture(on, c.String); w.err != nil {
			return w.acquire()
		}
	}
	c.waiters.Add(w.f)
	return w.f, false, nil
}

// Resume implements task.Op.
func (w *conditionWait) Resume(v any, err error) (any, bool, error) {
	if w.relock != nil {
		return w.acquired(w.relock.Resume(v, err))
	}
	w.c.waiters.Remove(w.f)
	w.err = err
	return w.acquire()
}

func (w *conditionWait) acquire() (any, bool, error) {
	w.relock = w.c.AcquireOp()
	return w.acquired(w.relock.Begin(w.on))
}

// acquired goes on from an answer of the relock operation. Being cancelled does
// not stop it from trying: whoever waits owns the lock afterwards.
func (w *conditionWait) acquired(f any, done bool, err error) (any, bool, error) {
	for done && exceptions.IsCancelled(err) {
		w.cancel = err
		w.relock = w.c.AcquireOp()
		f, done, err = w.relock.Begin(w.on)
	}
	if !done {
		return f, false, nil
	}
	p := w.c.proc.Profile
	switch {
	case err != nil:
		err = exceptions.During(err, w.err)
	case w.cancel == nil:
		err = w.err
	case p.ConditionFreshCancel:
		err = exceptions.During(exceptions.NewCancelled(nil), w.err)
	default:
		err = exceptions.During(w.cancel, w.err)
	}
	if err != nil && !p.ConditionLosesNotify {
		// It may have been notified before; then another one is.
		if e := w.c.notify(1); e != nil {
			err = exceptions.During(e, err)
		}
	}
	return nil, true, err
}

// Value implements task.Op.
func (w *conditionWait) Value() any { return true }

// Predicate gives a value, whether it counts as true, and the error that was
// raised instead.
type Predicate func() (value any, ok bool, err error)

type conditionWaitFor struct {
	c         *Condition
	on        *loop.Loop
	predicate Predicate
	wait      task.Op
	value     any
}

// Begin implements task.Op.
func (w *conditionWaitFor) Begin(on *loop.Loop) (any, bool, error) {
	w.on = on
	return w.settle(nil, true, nil)
}

// Resume implements task.Op.
func (w *conditionWaitFor) Resume(v any, err error) (any, bool, error) {
	return w.settle(w.wait.Resume(v, err))
}

// settle goes on from an answer of the wait operation.
func (w *conditionWaitFor) settle(f any, done bool, err error) (any, bool, error) {
	for done && err == nil {
		var ok bool
		if w.value, ok, err = w.predicate(); ok || err != nil {
			return nil, true, err
		}
		w.wait = w.c.WaitOp()
		f, done, err = w.wait.Begin(w.on)
	}
	return f, done, err
}

// Value implements task.Op.
func (w *conditionWaitFor) Value() any { return w.value }
