package conformance

import (
	"errors"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/task"
)

// userError is an exception of a class that the core does not know, by its repr.
type userError string

func (e userError) Error() string { return string(e) }

// Repr implements exceptions.Reprer.
func (e userError) Repr() string { return string(e) }

// fate tells how a future ended, as outcome() in tools.py does.
func fate(f future.Awaitable) string {
	if !f.Done() {
		return "pending"
	}
	if f.Cancelled() {
		return "cancelled"
	}
	if exc, _ := f.Exception(); exc != nil {
		return "raised " + exceptions.Repr(exc)
	}
	v, _ := f.Result()
	return "returned " + reprOf(v)
}

// causeRepr prints an exception's __cause__.
func causeRepr(err error) string {
	var e *exceptions.Error
	if !errors.As(err, &e) || e.Cause == nil {
		return "None"
	}
	return exceptions.Repr(e.Cause)
}

// contextRepr prints an exception's __context__.
func contextRepr(err error) string {
	var e *exceptions.Error
	if !errors.As(err, &e) || e.Context == nil {
		return "None"
	}
	return exceptions.Repr(e.Context)
}

func isTimeout(err error) bool { return errors.Is(err, exceptions.ErrTimeout) }

// createNamed is loop.create_task(fn(), name=name).
func (s *stage) createNamed(name string, fn func(co *task.Co) (any, error)) *task.Task {
	t, err := task.Create(s.loop, s.coro(fn), task.Options{Name: name})
	s.must(err)
	return t
}

// soon is loop.call_soon(fn).
func (s *stage) soon(fn func() error) {
	_, err := s.loop.CallSoon(fn)
	s.must(err)
}

// later is loop.call_later(seconds, fn).
func (s *stage) later(seconds float64, fn func() error) {
	_, err := s.loop.CallLater(seconds, fn)
	s.must(err)
}

// whenDone is f.add_done_callback(lambda _: fn()).
func (s *stage) whenDone(f future.Awaitable, fn func() error) {
	s.must(f.AddDoneCallback(future.Func(func(future.Awaitable) error { return fn() }), nil))
}

// cancels gives a callback that cancels f.
func cancels(f future.Awaitable) func() error {
	return func() error {
		_, err := f.TryCancel(nil)
		return err
	}
}

// waitOne is `await asyncio.wait([f])`.
func waitOne(co *task.Co, f future.Awaitable) error {
	_, _, err := task.Wait(co, []any{f}, task.NoTimeout, task.AllCompleted)
	return err
}

// shield is asyncio.shield(aw).
func (s *stage) shield(aw any) future.Awaitable {
	f, err := task.Shield(s.loop, aw)
	s.must(err)
	return f
}

// inGroup is `async with asyncio.TaskGroup() as group:`.
func inGroup(co *task.Co, body func(g *task.TaskGroup) error) error {
	g := task.NewTaskGroup()
	if err := g.Enter(co); err != nil {
		return err
	}
	return g.Exit(co, body(g))
}

// inTimeout is `async with limit:`.
func inTimeout(co *task.Co, limit *task.Timeout, body func() error) error {
	if err := limit.Enter(co); err != nil {
		return err
	}
	return limit.Exit(body())
}

// timeout is asyncio.timeout(seconds).
func (s *stage) timeout(seconds float64) *task.Timeout {
	return task.NewTimeout(s.loop, s.loop.Time()+seconds)
}

// groupTask is group.create_task(fn()), which no scenario that uses it expects
// to fail.
func (s *stage) groupTask(g *task.TaskGroup, fn func(co *task.Co) (any, error)) *task.Task {
	t, err := g.CreateTask(s.coro(fn), task.Options{})
	s.must(err)
	return t
}

// yes prints a bool as Python does.
func yes(b bool) string { return reprOf(b) }
