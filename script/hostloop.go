package script

import (
	"time"

	"asyncio/future"
	"asyncio/loop"
	"asyncio/runners"
	"asyncio/script/asyncio"
	"asyncio/script/object"
)

// Loop is an event loop of the program that the host runs, an iteration at a
// time, from a main loop of its own. It belongs to the goroutine that the
// interpreter belongs to.
type Loop struct {
	i *Interp
	b *asyncio.Binding
	l *loop.Loop
}

// NewLoop makes a loop and sets it as the program's current one. Close must
// follow.
func (i *Interp) NewLoop() (l *Loop, err error) {
	leave := i.h.Threads.Enter()
	defer leave()
	defer i.recover(&err)
	if err := i.begin(); err != nil {
		return nil, i.failure(err)
	}
	l = &Loop{i: i, b: asyncio.Of(i.h)}
	if l.l, err = l.b.HostLoop(); err != nil {
		return nil, i.failure(err)
	}
	return l, nil
}

// Call calls a function of __main__, with arguments as Set takes them. A
// coroutine that it gives becomes a task of the loop.
func (l *Loop) Call(name string, args ...any) (c *Call, err error) {
	leave := l.i.h.Threads.Enter()
	defer leave()
	defer l.i.recover(&err)
	t := l.i.h.Thread()
	in := make([]object.Value, len(args))
	for k, a := range args {
		if in[k], err = toPython(name, a); err != nil {
			return nil, err
		}
	}
	fn := l.i.main.Dict.GetStr(name)
	if !fn.Valid() {
		return nil, l.i.failure(object.Raise(object.NameErrorClass, "name '%s' is not defined", name))
	}
	v, err := t.Call(fn, in...)
	if err != nil {
		return nil, l.i.failure(err)
	}
	c = &Call{l: l, value: v}
	switch f, ok := l.b.Future(v); {
	case ok:
		c.f = f
	case object.ClassOf(v) == object.CoroutineClass:
		if c.f, err = l.b.Start(l.l, v); err != nil {
			return nil, l.i.failure(err)
		}
	}
	return c, nil
}

// RunOnce runs one iteration, which waits for something to do: at most so long,
// or without end when longest is negative. The error is what Run's may be.
func (l *Loop) RunOnce(longest time.Duration) (err error) {
	leave := l.i.h.Threads.Enter()
	defer leave()
	defer l.i.recover(&err)
	return l.i.failure(l.l.RunOnceFor(longest.Seconds()))
}

// Next tells how long the loop has nothing to do, 0 for not at all; ok is false
// when only something from outside can give it work.
func (l *Loop) Next() (wait time.Duration, ok bool) {
	leave := l.i.h.Threads.Enter()
	defer leave()
	when, ok := l.l.NextDeadline()
	if !ok {
		return 0, false
	}
	return max(0, time.Duration((when-l.l.Time())*float64(time.Second))), true
}

// SetWakeHook has fn called, from any goroutine, when something from outside
// gives the loop work. It must not block.
func (l *Loop) SetWakeHook(fn func()) { l.l.SetWakeHook(fn) }

// Close cancels the tasks that are left, lets them end, and closes the loop.
func (l *Loop) Close() (err error) {
	leave := l.i.h.Threads.Enter()
	defer leave()
	defer l.i.recover(&err)
	if l.i.h.Threads.Ending() == nil {
		err = runners.CancelAll(l.l)
		if err == nil {
			_, err = l.l.RunCoroutine(l.l.Base().ShutdownAsyncgens())
		}
	}
	if e := l.l.Close(); err == nil {
		err = e
	}
	return l.i.failure(err)
}

// Call is a call under way.
type Call struct {
	l     *Loop
	value object.Value
	f     future.Awaitable // nil when value is the result
}

// Done reports whether the outcome is there.
func (c *Call) Done() bool { return c.f == nil || c.f.Done() }

// Cancel asks the task to end, as Task.cancel().
func (c *Call) Cancel() error {
	leave := c.l.i.h.Threads.Enter()
	defer leave()
	if c.f == nil {
		return nil
	}
	_, err := c.f.TryCancel(nil)
	return err
}

// Result gives the outcome: a Go value as Get gives one, or an *Error.
func (c *Call) Result() (any, error) {
	leave := c.l.i.h.Threads.Enter()
	defer leave()
	t := c.l.i.h.Thread()
	if c.f == nil {
		return toGo(t, c.value), nil
	}
	v, err := c.f.Result()
	if err == nil {
		return toGo(t, c.l.b.Value(v)), nil
	}
	exc := object.AsException(err)
	if exc == nil {
		return nil, err
	}
	return nil, &Error{exc: exc, Status: 1, Text: object.FormatTraceback(t, exc)}
}
