package locks

import (
	"asyncio/exceptions"
	"asyncio/loop"
	"asyncio/task"
)

// Where a barrierWait is.
const (
	entering = iota // acquires the lock
	blocked         // waits until those of the round before have left
	waiting         // waits for the others
	last            // arrived last
)

type barrierWait struct {
	b     *Barrier
	on    *loop.Loop
	inner task.Op
	at    int
	index int
}

// Begin implements task.Op.
func (w *barrierWait) Begin(on *loop.Loop) (any, bool, error) {
	w.on = on
	return w.advance(w.begin(entering, w.b.cond.AcquireOp()))
}

// Resume implements task.Op.
func (w *barrierWait) Resume(v any, err error) (any, bool, error) {
	return w.advance(w.inner.Resume(v, err))
}

func (w *barrierWait) begin(at int, op task.Op) (any, bool, error) {
	w.at, w.inner = at, op
	return op.Begin(w.on)
}

// until waits until the barrier's state is as ok wants it.
func (w *barrierWait) until(at int, ok func(barrierState) bool) (any, bool, error) {
	return w.begin(at, w.b.cond.WaitForOp(func() (any, bool, error) { return nil, ok(w.b.state), nil }))
}

// advance goes on from an answer of the inner operation.
func (w *barrierWait) advance(f any, done bool, err error) (any, bool, error) {
	b := w.b
	for done {
		switch w.at {
		case entering:
			if err != nil {
				return nil, true, err
			}
			f, done, err = w.until(blocked, func(s barrierState) bool { return s != draining && s != resetting })
		case blocked:
			if err == nil && b.state == broken {
				err = ErrBrokenBarrier.New("Barrier aborted")
			}
			if err != nil {
				return nil, true, w.release(err)
			}
			w.index = b.count
			b.count++
			if b.count < b.parties {
				f, done, err = w.until(waiting, func(s barrierState) bool { return s != filling })
			} else {
				w.at, b.state = last, draining
				err = b.cond.NotifyAll()
			}
		default:
			if err == nil && w.at == waiting && (b.state == broken || b.state == resetting) {
				err = ErrBrokenBarrier.New("Abort or reset of barrier")
			}
			if e := b.left(); e != nil {
				err = exceptions.During(e, err)
			}
			return nil, true, w.release(err)
		}
	}
	return f, false, nil
}

// release gives the lock back on the way out with err.
func (w *barrierWait) release(err error) error {
	if e := w.b.cond.Release(); e != nil {
		return exceptions.During(e, err)
	}
	return err
}

// Value implements task.Op.
func (w *barrierWait) Value() any { return w.index }

// barrierChange changes the barrier's state under its lock.
type barrierChange struct {
	b       *Barrier
	change  func()
	acquire task.Op
}

// Begin implements task.Op.
func (c *barrierChange) Begin(on *loop.Loop) (any, bool, error) {
	c.acquire = c.b.cond.AcquireOp()
	return c.apply(c.acquire.Begin(on))
}

// Resume implements task.Op.
func (c *barrierChange) Resume(v any, err error) (any, bool, error) {
	return c.apply(c.acquire.Resume(v, err))
}

func (c *barrierChange) apply(f any, done bool, err error) (any, bool, error) {
	if !done || err != nil {
		return f, done, err
	}
	c.change()
	err = c.b.cond.NotifyAll()
	if e := c.b.cond.Release(); e != nil {
		err = exceptions.During(e, err)
	}
	return nil, true, err
}

// Value implements task.Op.
func (c *barrierChange) Value() any { return nil }
