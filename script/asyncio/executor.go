package asyncio

import (
	"asyncio/concurrent"
	"asyncio/coroutine"
	"asyncio/loop"
	"asyncio/script/object"
)

// pyExecutor is the program's default executor as the core knows it: it only
// ends it.
type pyExecutor struct {
	b *Binding
	v val
}

// Submit implements concurrent.Executor. Jobs go to the Python object itself.
func (e *pyExecutor) Submit(func() (any, error)) (*concurrent.Future, error) {
	return nil, object.RuntimeError("this executor takes Python jobs only")
}

// Shutdown implements concurrent.Executor.
func (e *pyExecutor) Shutdown(wait bool) {
	m, err := object.GetAttr(e.b.t(), e.v, "shutdown")
	if err == nil {
		_, err = e.b.t().CallKw(m, nil, kws{{Name: "wait", Val: object.Bool(wait)}})
	}
	_ = err // the loop is being closed: nobody can be told
}

// executors adds run_in_executor and its kin.
func (b *Binding) executors(c *object.Class) {
	loopMethod(c, "run_in_executor", 2, -1, func(t *object.Thread, p *pyLoop, a []val, _ kws) (val, error) {
		return p.runInExecutor(t, a[0], a[1], a[2:])
	})
	loopMethod(c, "set_default_executor", 1, 1, func(t *object.Thread, p *pyLoop, a []val, _ kws) (val, error) {
		return object.None, p.setExecutor(t, a[0])
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
		names := []string{"timeout"}
		if !b.profile().EagerTasks {
			names = nil
		}
		k, err := object.Args("shutdown_default_executor", a, kw, 0, names...)
		if err != nil {
			return val{}, err
		}
		if !p.executor.Valid() {
			return p.b.coroutineValue(p.l.Base().ShutdownDefaultExecutor(0)), nil
		}
		timeout := object.None
		if len(k) > 0 && k[0].Valid() {
			timeout = k[0]
		}
		return p.shutdownExecutor(t, timeout)
	})
}

// shutdownExecutor gives the coroutine that waits for the executor's jobs.
func (p *pyLoop) shutdownExecutor(t *object.Thread, timeout val) (val, error) {
	if !p.b.profile().ExecutorTimeoutHeeded {
		timeout = object.None
	}
	p.l.ShutExecutor()
	return p.b.pythonThreads(t, "shutdown_default_executor", object.Obj(p), p.executor, timeout)
}

func (p *pyLoop) runInExecutor(t *object.Thread, executor, fn val, args []val) (val, error) {
	if p.l.IsClosed() {
		return val{}, object.RuntimeError("Event loop is closed")
	}
	if err := p.checkCallback("run_in_executor", fn); err != nil {
		return val{}, err
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
	return p.b.wrapConcurrent(t, cf, object.Obj(p))
}

// wrapConcurrent is wrap_future of a concurrent future.
func (b *Binding) wrapConcurrent(t *object.Thread, cf, on val) (val, error) {
	if _, ok := b.futureOf(cf); ok {
		return cf, nil
	}
	cls, err := b.concurrentName(t, "Future")
	if err != nil {
		return val{}, err
	}
	ok, err := object.IsInstanceOf(t, cf, cls)
	if err != nil {
		return val{}, err
	}
	if !ok {
		return val{}, object.NewException(object.AssertionErrorClass,
			object.String("concurrent.futures.Future is expected, got "+b.repr(cf)))
	}
	classes, err := b.translated(t)
	if err != nil {
		return val{}, err
	}
	return b.pythonThreads(t, "follow", cf, on, classes, object.Bool(b.profile().ChainHeedsClosed))
}

// translated pairs concurrent.futures' exceptions with asyncio's.
func (b *Binding) translated(t *object.Thread) (val, error) {
	ours := map[string]*object.Class{"CancelledError": object.CancelledErrorClass, "InvalidStateError": object.InvalidStateErrorClass}
	if !b.profile().ChainKeepsErrors {
		ours["TimeoutError"] = b.timeoutClass()
	}
	pairs := []val{}
	for name, cls := range ours {
		theirs, err := b.concurrentName(t, name)
		if err != nil {
			return val{}, err
		}
		pairs = append(pairs, object.TupleValue(theirs, object.Obj(cls)))
	}
	return object.TupleValue(object.Bool(b.profile().ChainKeepsErrors), object.TupleValue(pairs...)), nil
}

// concurrentName gives a name of concurrent.futures.
func (b *Binding) concurrentName(t *object.Thread, name string) (val, error) {
	m, err := b.h.Import(t, "concurrent.futures")
	if err != nil {
		return val{}, err
	}
	return object.GetAttr(t, m, name)
}

// defaultExecutor makes the loop's executor when it is first needed.
func (p *pyLoop) defaultExecutor(t *object.Thread) (val, error) {
	if p.l.ExecutorShut() {
		return val{}, object.RuntimeError("Executor shutdown has been called")
	}
	if p.executor.Valid() {
		return p.executor, nil
	}
	cls, err := p.b.concurrentName(t, "ThreadPoolExecutor")
	if err != nil {
		return val{}, err
	}
	var kw kws
	if p.b.profile().ExecutorThreadPrefix == "asyncio_" {
		kw = kws{{Name: "thread_name_prefix", Val: object.String("asyncio")}}
	}
	ex, err := t.CallKw(cls, nil, kw)
	if err != nil {
		return val{}, err
	}
	p.useExecutor(ex)
	return ex, nil
}

// useExecutor makes ex the default executor and has the core end it as Python
// does.
func (p *pyLoop) useExecutor(ex val) {
	p.executor = ex
	p.l.UseExecutor(&pyExecutor{p.b, ex})
	o := p.l.Overrides()
	if o == nil {
		o = &loop.Overrides{}
		p.l.SetOverrides(o)
	}
	if o.ShutdownDefaultExecutor != nil {
		return
	}
	o.ShutdownDefaultExecutor = func(seconds float64) coroutine.Coroutine {
		timeout := object.None
		if seconds > 0 {
			timeout = object.Float(seconds)
			if n := int64(seconds); float64(n) == seconds {
				timeout = object.Int(n)
			}
		}
		v, err := p.shutdownExecutor(p.b.t(), timeout)
		if err != nil {
			return &failed{err}
		}
		c, _ := p.b.coroutineOf(v)
		return c
	}
}

// setExecutor is set_default_executor.
func (p *pyLoop) setExecutor(t *object.Thread, v val) error {
	cls, err := p.b.concurrentName(t, "ThreadPoolExecutor")
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
	p.useExecutor(v)
	return nil
}
