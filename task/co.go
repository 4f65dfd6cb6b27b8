package task

import (
	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
)

// Co is the running coroutine, which every Go function that awaits takes first.
// It is valid only while its task's step runs, in the function it was given to
// and what that calls.
type Co struct {
	task *Task
	g    *coroutine.Go
}

func (co *Co) adopt(t *Task) { co.task = t }

// Task gives the task the coroutine runs in.
func (co *Co) Task() *Task { return co.task }

// Loop gives the running loop.
func (co *Co) Loop() *loop.Loop { return co.task.loop }

// Context implements contextvars.Holder.
func (co *Co) Context() *contextvars.Context { return co.task.ctx }

// Await suspends the coroutine until f is done and gives its outcome; an
// exception thrown in meanwhile, such as CancelledError, is returned instead.
// A done future does not suspend. It fails with RuntimeError when it is called
// from another task's coroutine, and with KeyboardInterrupt when a signal's
// handler raises that here.
func (co *Co) Await(f future.Awaitable) (any, error) {
	if f.Done() {
		return f.Result()
	}
	if err := co.check(); err != nil {
		return nil, err
	}
	f.SetBlocking(true)
	if err := co.g.Yield(f); err != nil {
		return nil, err
	}
	if !f.Done() {
		return nil, exceptions.RuntimeError("await wasn't used with future")
	}
	return f.Result()
}

// Yield suspends the coroutine for one iteration, as sleep(0).
func (co *Co) Yield() error {
	if err := co.check(); err != nil {
		return err
	}
	return co.g.Yield(nil)
}

// YieldValue suspends the coroutine giving v to the task, which accepts nil and
// futures only. It is the door for awaitables of one's own.
func (co *Co) YieldValue(v any) error {
	if err := co.check(); err != nil {
		return err
	}
	return co.g.Yield(v)
}

// AwaitCoroutine runs c to its end within this coroutine, as `await coro()`.
func (co *Co) AwaitCoroutine(c coroutine.Coroutine) (any, error) {
	if g, ok := c.(*Coro); ok && !g.Started() {
		if err := g.Close(); err != nil {
			return nil, err
		}
		return g.call(co)
	}
	s := c.Send()
	for !s.Done {
		if err := co.YieldValue(s.Value); err != nil {
			s = c.Throw(err)
		} else {
			s = c.Send()
		}
	}
	return s.Value, s.Err
}

// CheckSignals lets signals that have arrived take effect, where CPython would
// have interrupted Python code: long Go code calls it now and then. It returns
// what a handler raised, KeyboardInterrupt for the default SIGINT.
func (co *Co) CheckSignals() error { return co.task.loop.CheckSignals() }

// check runs before a coroutine suspends.
func (co *Co) check() error {
	l := co.task.loop
	if l.Registry().Current() != any(co.task) && !co.g.Closing() {
		return exceptions.RuntimeError("coroutine is being awaited already")
	}
	if l.State().Signals.Pending() {
		return l.CheckSignals()
	}
	return nil
}

// Func is a Go function to be run as a coroutine.
type Func func(co *Co) (any, error)

// CoroutineFunction implements coroutine.Function.
func (Func) CoroutineFunction() {}

// Coro is a Go function as a coroutine that has not been awaited yet, as
// calling an async function gives.
type Coro struct {
	coroutine.Go
	co Co
	fn Func
}

// NewCoro makes a coroutine of fn for the loop. entry is the code address of
// the function that names it in reprs.
func NewCoro(l *loop.Loop, fn Func, entry uintptr) *Coro {
	c := &Coro{fn: fn}
	c.co.g = &c.Go
	c.Init(l.Pool(), c, entry)
	return c
}

// RunBody implements coroutine.Body.
func (c *Coro) RunBody(*coroutine.Go) (any, error) { return c.call(&c.co) }

// call runs the function. StopIteration would pass for a generator's end, so no
// coroutine lets it out.
func (c *Coro) call(co *Co) (any, error) {
	v, err := c.fn(co)
	if err != nil && exceptions.KindOf(err) == exceptions.StopIteration {
		err = exceptions.RuntimeError("coroutine raised StopIteration").WithCause(err)
	}
	return v, err
}
