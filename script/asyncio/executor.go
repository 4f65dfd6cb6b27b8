package asyncio

import (
	"asyncio/concurrent"
	"asyncio/future"
	"asyncio/script/object"
)

// concurrentFuture is a concurrent.futures.Future on the core's.
type concurrentFuture interface{ Concurrent() *concurrent.Future }

// pyExecutor is an executor of the program's as the core uses it.
type pyExecutor struct {
	b *Binding
	v val
}

// job is a Go job as an executor's submit takes it.
type job struct {
	b   *Binding
	run func() (any, error)
}

var jobClass = object.NewNativeClass("asyncio", "job").Final()

// Class implements object.Object.
func (*job) Class() *object.Class { return jobClass }

// CallObject implements object.Caller.
func (j *job) CallObject(*object.Thread, []val, kws) (val, error) {
	v, err := j.run()
	return j.b.toValue(v), err
}

func (e *pyExecutor) call(name string, args []val, kw kws) (val, error) {
	t := e.b.t()
	m, err := object.GetAttr(t, e.v, name)
	if err != nil {
		return val{}, err
	}
	return t.CallKw(m, args, kw)
}

// Submit implements concurrent.Executor.
func (e *pyExecutor) Submit(run func() (any, error)) (*concurrent.Future, error) {
	v, err := e.call("submit", []val{object.Obj(&job{e.b, run})}, nil)
	if err != nil {
		return nil, err
	}
	return concurrentOf(v)
}

// Shutdown implements concurrent.Executor. The core calls it to wait on a
// goroutine of its own, which runs no Python code: what waits is the pool.
func (e *pyExecutor) Shutdown(wait bool) {
	if w, ok := e.v.Ref.(interface{ Shutdown(wait bool) }); ok {
		w.Shutdown(wait)
	}
}

func concurrentOf(v val) (*concurrent.Future, error) {
	c, ok := v.Ref.(concurrentFuture)
	if !ok {
		return nil, object.NewException(object.AssertionErrorClass,
			object.String("concurrent.futures.Future is expected, got "+object.ClassOf(v).Name))
	}
	return c.Concurrent(), nil
}

// executors adds run_in_executor and its kin.
func (b *Binding) executors(c *object.Class) {
	loopMethod(c, "run_in_executor", 2, -1, func(t *object.Thread, p *pyLoop, a []val, _ kws) (val, error) {
		return p.runInExecutor(t, a[0], a[1], a[2:])
	})
	loopMethod(c, "set_default_executor", 1, 1, func(_ *object.Thread, p *pyLoop, a []val, _ kws) (val, error) {
		return object.None, p.setExecutor(a[0])
	})
	c.DefGet("_default_executor", func(_ *object.Thread, v val) (val, error) {
		if p := v.Ref.(*pyLoop); p.executor.Valid() {
			return p.executor, nil
		}
		return object.None, nil
	}, nil)
	if !b.profile().ExecutorShutdown {
		return
	}
	loopMethod(c, "shutdown_default_executor", 0, 1, func(t *object.Thread, p *pyLoop, a []val, kw kws) (val, error) {
		k, err := object.Args("shutdown_default_executor", a, kw, 0, "timeout")
		if err != nil {
			return val{}, err
		}
		seconds := 0.0
		if k[0].Valid() && !k[0].IsNone() {
			if seconds, err = floatArg(t, k[0]); err != nil {
				return val{}, err
			}
		}
		return p.b.coroutineValue(p.l.Base().ShutdownDefaultExecutor(seconds)), nil
	})
}

func (p *pyLoop) runInExecutor(t *object.Thread, executor, fn val, args []val) (val, error) {
	if p.l.IsClosed() {
		return val{}, object.RuntimeError("Event loop is closed")
	}
	if p.l.Debug() {
		if err := p.checkCallback("run_in_executor", fn); err != nil {
			return val{}, err
		}
	}
	if executor.IsNone() {
		var err error
		if executor, err = p.defaultExecutor(t); err != nil {
			return val{}, err
		}
	}
	submit, err := object.GetAttr(t, executor, "submit")
	if err != nil {
		return val{}, err
	}
	cf, err := t.Call(submit, append([]val{fn}, args...)...)
	if err != nil {
		return val{}, err
	}
	return p.wrapFuture(cf)
}

// wrapFuture is wrap_future.
func (p *pyLoop) wrapFuture(v val) (val, error) {
	if f, ok := p.b.futureOf(v); ok {
		return p.b.wrap(f), nil
	}
	cf, err := concurrentOf(v)
	if err != nil {
		return val{}, err
	}
	f, err := p.l.WrapFuture(cf)
	if err != nil {
		return val{}, err
	}
	return p.b.wrap(f), nil
}

// defaultExecutor makes the loop's executor when it is first needed.
func (p *pyLoop) defaultExecutor(t *object.Thread) (val, error) {
	if p.l.ExecutorShut() {
		return val{}, object.RuntimeError("Executor shutdown has been called")
	}
	if p.executor.Valid() {
		return p.executor, nil
	}
	m, err := p.b.h.Import(t, "concurrent.futures")
	if err != nil {
		return val{}, err
	}
	cls, err := object.GetAttr(t, m, "ThreadPoolExecutor")
	if err != nil {
		return val{}, err
	}
	var kw kws
	if prefix := p.b.profile().ExecutorThreadPrefix; prefix == "asyncio_" {
		kw = kws{{Name: "thread_name_prefix", Val: object.String("asyncio")}}
	}
	ex, err := t.CallKw(cls, nil, kw)
	if err != nil {
		return val{}, err
	}
	p.executor = ex
	p.l.UseExecutor(&pyExecutor{p.b, ex})
	return ex, nil
}

// setExecutor is set_default_executor.
func (p *pyLoop) setExecutor(v val) error {
	t := p.b.t()
	m, err := p.b.h.Import(t, "concurrent.futures")
	if err != nil {
		return err
	}
	cls, err := object.GetAttr(t, m, "ThreadPoolExecutor")
	if err != nil {
		return err
	}
	pool, err := object.IsInstanceOf(t, v, cls)
	if err != nil {
		return err
	}
	if !pool {
		if p.b.profile().ExecutorTypeChecked {
			return object.TypeError("executor must be ThreadPoolExecutor instance")
		}
		if err := p.b.warn(object.DeprecationWarningClass, "Using the default executor that is not an instance of "+
			"ThreadPoolExecutor is deprecated and will be prohibited in Python 3.9", 2); err != nil {
			return err
		}
	}
	p.executor = v
	p.l.UseExecutor(&pyExecutor{p.b, v})
	return nil
}

var _ future.Awaitable = foreign{}

// concurrentValue gives the concurrent.futures.Future of a core's future.
func (b *Binding) concurrentValue(t *object.Thread, cf *concurrent.Future) (val, error) {
	if b.h.ConcurrentFuture == nil {
		if _, err := b.h.Import(t, "concurrent.futures"); err != nil {
			return val{}, err
		}
	}
	if b.h.ConcurrentFuture == nil {
		return val{}, object.Raise(object.NotImplementedErrorClass, "concurrent.futures is not available")
	}
	return b.h.ConcurrentFuture(t, cf)
}
