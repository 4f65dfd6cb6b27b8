package asyncio

import (
	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/script/object"
	"asyncio/task"
)

// running adds what runs and closes a loop.
func runMethods(c *object.Class) {
	loopMethod(c, "run_forever", 0, 0, func(_ *object.Thread, p *pyLoop, _ []val, _ kws) (val, error) {
		return object.None, p.l.RunForever()
	})
	loopMethod(c, "run_until_complete", 1, 1, func(_ *object.Thread, p *pyLoop, a []val, _ kws) (val, error) {
		r, err := p.l.Base().RunUntilComplete(p.b.ensureArg(a[0]))
		return p.b.toValue(r), err
	})
	loopMethod(c, "_run_once", 0, 0, func(_ *object.Thread, p *pyLoop, _ []val, _ kws) (val, error) {
		return object.None, p.l.Base().RunOnce()
	})
	loopMethod(c, "stop", 0, 0, func(_ *object.Thread, p *pyLoop, _ []val, _ kws) (val, error) {
		p.l.Stop()
		return object.None, nil
	})
	loopMethod(c, "close", 0, 0, func(t *object.Thread, p *pyLoop, _ []val, _ kws) (val, error) {
		if p.b.ownSignals() && p.Class().IsSubclass(p.b.cls.loop) && !p.l.IsRunning() {
			if _, err := p.unixEvents(t, "_remove_signal_handlers"); err != nil {
				return val{}, err
			}
		}
		err := p.l.Base().Close()
		p.b.h.In.Life.Emptied() // it had callbacks
		return object.None, err
	})
	state := func(name string, get func(l *loop.Loop) bool) {
		loopMethod(c, name, 0, 0, func(_ *object.Thread, p *pyLoop, _ []val, _ kws) (val, error) {
			return object.Bool(get(p.l)), nil
		})
	}
	state("is_running", (*loop.Loop).IsRunning)
	state("is_closed", (*loop.Loop).IsClosed)
	state("get_debug", (*loop.Loop).Debug)
	loopMethod(c, "set_debug", 1, 1, func(t *object.Thread, p *pyLoop, a []val, _ kws) (val, error) {
		on, err := object.Truth(t, a[0])
		if err == nil {
			p.l.SetDebug(on)
			if p.l.IsRunning() {
				_, err = p.l.CallSoonThreadsafeIn(&tracking{p, on}, nil, p.l.State().CurrentVars())
			}
		}
		return object.None, err
	})
	loopMethod(c, "_check_closed", 0, 0, func(_ *object.Thread, p *pyLoop, _ []val, _ kws) (val, error) {
		if p.l.IsClosed() {
			return val{}, object.RuntimeError("Event loop is closed")
		}
		return object.None, nil
	})
	loopMethod(c, "shutdown_asyncgens", 0, 0, func(_ *object.Thread, p *pyLoop, _ []val, _ kws) (val, error) {
		return p.b.coroutineValue(p.l.Base().ShutdownAsyncgens()), nil
	})
}

// making adds what makes futures and tasks.
func (b *Binding) makers(c *object.Class) {
	loopMethod(c, "create_future", 0, 0, func(_ *object.Thread, p *pyLoop, _ []val, _ kws) (val, error) {
		f := &pyFuture{b: p.b}
		core := p.l.Base().CreateFuture().(*future.Future)
		f.attach(core, core, f)
		return object.Obj(f), nil
	})
	names := []string{"coro", "name"}
	if b.profile().TaskContext {
		names = append(names, "context")
	}
	loopMethod(c, "create_task", 1, 1, func(t *object.Thread, p *pyLoop, a []val, kw kws) (val, error) {
		args, err := object.Args("create_task", a, kw, 1, names...)
		if err != nil {
			return val{}, err
		}
		args = append(args, val{})
		return p.b.createTask(t, p, args[0], taskOptions{name: args[1], context: args[2]})
	})
	makes, _ := c.Has("create_task")
	keeps(makes)
	loopMethod(c, "set_task_factory", 1, 1, func(_ *object.Thread, p *pyLoop, a []val, _ kws) (val, error) {
		return object.None, p.setFactory(a[0])
	})
	loopMethod(c, "get_task_factory", 0, 0, func(_ *object.Thread, p *pyLoop, _ []val, _ kws) (val, error) {
		if p.factory.Valid() {
			return p.factory, nil
		}
		return object.None, nil
	})
}

// setFactory is set_task_factory.
func (p *pyLoop) setFactory(f val) error {
	if f.IsNone() {
		p.factory = val{}
		if !p.b.overridden(p, "create_task") {
			p.l.SetTaskFactory(nil)
		}
		return nil
	}
	if !callable(f) {
		return object.TypeError("task factory must be a callable or None")
	}
	p.factory = f
	task.SetFactory(p.l, p.b.factory(p))
	return nil
}

// ensureArg is awaitable for what ensure_future takes: an object with
// __await__ is run in a coroutine.
func (b *Binding) ensureArg(v val) any {
	a := b.awaitable(v)
	if _, raw := a.(val); !raw {
		return a
	}
	c, err := b.waitable(b.t(), v)
	if _, raw := c.(val); raw || err != nil {
		return nil
	}
	return c
}

var _ coroutine.Coroutine = (*pyCoro)(nil)

// tracking switches the tracking of coroutines' origins.
type tracking struct {
	p  *pyLoop
	on bool
}

// Call implements handle.Callback.
func (s *tracking) Call() error {
	s.p.trackOrigins(s.on)
	return nil
}

// DescribeCallback implements handle.Describer.
func (s *tracking) DescribeCallback(bool) string {
	return "BaseEventLoop._set_coroutine_origin_tracking()"
}
