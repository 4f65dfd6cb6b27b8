package asyncio

import (
	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/script/object"
)

// overridden reports whether the loop's class has a method of its own.
func (b *Binding) overridden(p *pyLoop, name string) bool {
	if p.patched[name] {
		return true
	}
	m, ok := p.Class().Lookup(name)
	if !ok {
		return false
	}
	f, native := m.Ref.(*object.Builtin)
	return !native || f.Owner == nil
}

// classPatched reports whether a program has put methods of its own into the
// loops' classes.
func (b *Binding) classPatched() bool {
	for name := range overridable {
		m, ok := b.cls.loop.Lookup(name)
		if f, native := m.Ref.(*object.Builtin); ok && (!native || f.Owner == nil) {
			return true
		}
	}
	return false
}

// call calls a method of the loop as its class has it.
func (p *pyLoop) call(name string, args []val, kw kws) (val, error) {
	t := p.b.t()
	m, err := object.GetAttr(t, object.Obj(p), name)
	if err != nil {
		return val{}, err
	}
	return t.CallKw(m, args, kw)
}

// overrides tells the core which steps a Python subclass has taken over.
func (b *Binding) overrides(p *pyLoop) *loop.Overrides {
	if p.Exact() && p.patched == nil && p.selector == nil && !b.classPatched() {
		return nil
	}
	o := &loop.Overrides{}
	has := p.selector != nil && b.h.Virtual == nil
	if has {
		o.Select = p.selector.wait
		p.selector.processes = b.overridden(p, "_process_events")
	}
	on := func(name string, set func()) {
		if b.overridden(p, name) {
			has = true
			set()
		}
	}
	p.scheduleOverrides(o, on)
	p.runOverrides(o, on)
	p.errorOverrides(o, on)
	p.watchOverrides(o, on)
	if !has {
		return nil
	}
	return o
}

// contextKw gives context= for a call of the program's: none where the context
// is the current one, as CPython gives none there.
func contextKw(b *Binding, ctx *contextvars.Context, vars contextvars.Vars) kws {
	if ctx == nil {
		if vars.Same(b.thread().Context().Vars()) {
			return nil
		}
		ctx = contextvars.FromVars(vars)
	}
	return kws{{Name: "context", Val: b.contextValue(ctx)}}
}

// handleOf gives the core's handle that a Python call_soon returned; what is
// none is taken for one that cannot be cancelled.
func (b *Binding) handleOf(v val, cb handle.Callback) *handle.Handle {
	if p, ok := v.Ref.(*pyHandle); ok {
		return p.h
	}
	return handle.New(cb, nil, nil)
}

func (p *pyLoop) scheduleOverrides(o *loop.Overrides, on func(string, func())) {
	b := p.b
	soon := func(name string) func(handle.Callback, *contextvars.Context, contextvars.Vars) (*handle.Handle, error) {
		return func(cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.Handle, error) {
			fn, args := b.callbackValue(cb)
			v, err := p.call(name, append([]val{fn}, args...), contextKw(b, ctx, vars))
			if err != nil {
				return nil, err
			}
			return b.handleOf(v, cb), nil
		}
	}
	at := func(name string) func(float64, handle.Callback, *contextvars.Context, contextvars.Vars) (*handle.TimerHandle, error) {
		return func(when float64, cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.TimerHandle, error) {
			fn, args := b.callbackValue(cb)
			v, err := p.call(name, append([]val{object.Float(when), fn}, args...), contextKw(b, ctx, vars))
			if err != nil {
				return nil, err
			}
			if h, ok := v.Ref.(*pyHandle); ok && h.timer != nil {
				return h.timer, nil
			}
			return handle.NewTimer(when, cb, ctx, vars, nil), nil
		}
	}
	on("call_soon", func() { o.CallSoon = soon("call_soon") })
	on("call_soon_threadsafe", func() { o.CallSoonThreadsafe = soon("call_soon_threadsafe") })
	on("call_at", func() { o.CallAt = at("call_at") })
	on("call_later", func() { o.CallLater = at("call_later") })
	on("time", func() {
		o.Time = func() float64 {
			v, err := p.call("time", nil, nil)
			if err != nil {
				return p.l.Base().Time()
			}
			f, err := floatArg(b.t(), v)
			if err != nil {
				return p.l.Base().Time()
			}
			return f
		}
	})
	on("create_future", func() {
		o.CreateFuture = func() future.Awaitable {
			if v, err := p.call("create_future", nil, nil); err == nil {
				if f, ok := b.futureOf(v); ok {
					return f
				}
			}
			return future.New(p.l)
		}
	})
}

func (p *pyLoop) runOverrides(o *loop.Overrides, on func(string, func())) {
	b := p.b
	plain := func(name string) func() error {
		return func() error {
			_, err := p.call(name, nil, nil)
			return err
		}
	}
	on("_run_once", func() {
		o.RunOnce = func() error {
			m, err := object.GetAttr(b.t(), object.Obj(p), "_run_once")
			if err == nil {
				_, err = b.through().Call(m)
			}
			return err
		}
	})
	on("close", func() { o.Close = plain("close") })
	on("_write_to_self", func() { o.WriteToSelf = plain("_write_to_self") })
	on("run_until_complete", func() {
		o.RunUntilComplete = func(aw any) (any, error) {
			v, err := p.call("run_until_complete", []val{b.toValue(aw)}, nil)
			if err != nil {
				return nil, err
			}
			return v, nil
		}
	})
	coro := func(name string, args []val) coroutine.Coroutine {
		v, err := p.call(name, args, nil)
		if err != nil {
			return &failed{err}
		}
		c, ok := b.ensureArg(v).(coroutine.Coroutine)
		if !ok {
			return &failed{object.TypeError("a coroutine was expected, got %s", b.repr(v))}
		}
		return c
	}
	on("shutdown_asyncgens", func() {
		o.ShutdownAsyncgens = func() coroutine.Coroutine { return coro("shutdown_asyncgens", nil) }
	})
	on("shutdown_default_executor", func() {
		o.ShutdownDefaultExecutor = func(timeout float64) coroutine.Coroutine {
			if timeout > 0 {
				return coro("shutdown_default_executor", []val{object.Int(int64(timeout))}) // whole seconds, as asyncio has them
			}
			return coro("shutdown_default_executor", nil)
		}
	})
}

// failed is a coroutine that could not be made.
type failed struct{ err error }

// Send implements coroutine.Coroutine.
func (f *failed) Send() coroutine.Step { return coroutine.Step{Done: true, Err: f.err} }

// Throw implements coroutine.Coroutine.
func (f *failed) Throw(err error) coroutine.Step { return coroutine.Step{Done: true, Err: err} }

// Close implements coroutine.Coroutine.
func (f *failed) Close() error { return nil }

func (p *pyLoop) errorOverrides(o *loop.Overrides, on func(string, func())) {
	handler := func(name string) func(*handle.ErrorContext) error {
		return func(c *handle.ErrorContext) error {
			return p.b.reporting(c, func() error {
				_, err := p.call(name, []val{p.b.contextDict(c)}, nil)
				return err
			})
		}
	}
	on("call_exception_handler", func() { o.CallExceptionHandler = handler("call_exception_handler") })
	on("default_exception_handler", func() { o.DefaultExceptionHandler = handler("default_exception_handler") })
}

func (p *pyLoop) watchOverrides(o *loop.Overrides, on func(string, func())) {
	add := func(name string) func(int, handle.Callback) (*handle.Handle, error) {
		return func(fd int, cb handle.Callback) (*handle.Handle, error) {
			fn, args := p.b.callbackValue(cb)
			v, err := p.call(name, append([]val{object.Int(int64(fd)), fn}, args...), nil)
			if err != nil {
				return nil, err
			}
			return p.b.handleOf(v, cb), nil
		}
	}
	remove := func(name string) func(int) (bool, error) {
		return func(fd int) (bool, error) {
			v, err := p.call(name, []val{object.Int(int64(fd))}, nil)
			if err != nil {
				return false, err
			}
			return object.Truth(p.b.t(), v)
		}
	}
	on("add_reader", func() { o.AddReader = add("add_reader") })
	on("add_writer", func() { o.AddWriter = add("add_writer") })
	on("remove_reader", func() { o.RemoveReader = remove("remove_reader") })
	on("remove_writer", func() { o.RemoveWriter = remove("remove_writer") })
}
