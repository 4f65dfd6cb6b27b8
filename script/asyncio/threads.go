package asyncio

import (
	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/script/object"
)

// threads adds what crosses between threads and loops.
func (b *Binding) threads(m *object.Module) {
	m.Def("wrap_future", 1, 1, func(t *object.Thread, a []val, kw kws) (val, error) {
		p, err := object.Args("wrap_future", nil, kw, 0, "loop")
		if err != nil {
			return val{}, err
		}
		if _, ok := b.futureOf(a[0]); ok {
			return a[0], nil
		}
		on := p[0]
		if !on.Valid() || on.IsNone() {
			if on, err = b.getEventLoop(); err != nil {
				return val{}, err
			}
		}
		return b.wrapConcurrent(t, a[0], on)
	})
	m.Def("run_coroutine_threadsafe", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		if !b.isCoroutine(a[0]) {
			return val{}, object.TypeError("A coroutine object is required")
		}
		classes, err := b.translated(t)
		if err != nil {
			return val{}, err
		}
		return b.pythonThreads(t, "run_threadsafe", object.Obj(&taskStart{b, a[0], a[1]}), a[1], classes)
	})
	m.Def("to_thread", 1, -1, func(t *object.Thread, a []val, kw kws) (val, error) {
		c := &inThread{b: b, fn: a[0], args: append([]val(nil), a[1:]...), kw: append(kws(nil), kw...)}
		return object.Obj(&awaiting{b: b, v: object.Obj(c), name: "to_thread", qualname: "to_thread"}), nil
	})
}

// taskStart makes the task of run_coroutine_threadsafe when it is called.
type taskStart struct {
	b        *Binding
	coro, on val
}

var taskStartClass = object.NewNativeClass("asyncio", "task_start").Final()

// Class implements object.Object.
func (*taskStart) Class() *object.Class { return taskStartClass }

// Traverse implements object.Traverser.
func (s *taskStart) Traverse(visit func(val)) {
	visit(s.coro)
	visit(s.on)
}

// CallObject implements object.Caller.
func (s *taskStart) CallObject(t *object.Thread, _ []val, _ kws) (val, error) {
	return s.b.ensureFuture(t, s.coro, s.on)
}

// inThread is the body of to_thread.
type inThread struct {
	b    *Binding
	fn   val
	args []val
	kw   kws
	ctx  *contextvars.Context
}

var inThreadClass = object.NewNativeClass("asyncio", "to_thread").Final()

// Class implements object.Object.
func (*inThread) Class() *object.Class { return inThreadClass }

// Traverse implements object.Traverser.
func (c *inThread) Traverse(visit func(val)) {
	visit(c.fn)
	for _, a := range c.args {
		visit(a)
	}
	for _, k := range c.kw {
		visit(k.Val)
	}
}

// Await implements vm.Awaiter: it begins when it is awaited.
func (c *inThread) Await(t *object.Thread) (val, error) {
	l := c.b.runningValue()
	if l.IsNone() {
		return val{}, object.RuntimeError("no running event loop")
	}
	c.ctx = c.b.thread().Context().Copy()
	f, err := c.b.callMethod(l, "run_in_executor", object.None, object.Obj(c))
	if err != nil {
		return val{}, err
	}
	p, ok := f.Ref.(*pyFuture)
	if !ok {
		return val{}, object.TypeError("a future was expected, got %s", c.b.repr(f))
	}
	return p.Await(t)
}

// CallObject implements object.Caller: what the other thread calls, in the
// context of the caller.
func (c *inThread) CallObject(t *object.Thread, _ []val, _ kws) (val, error) {
	if err := c.ctx.Enter(); err != nil {
		return val{}, err
	}
	th := c.b.thread()
	outer := th.Swap(c.ctx, nil)
	v, err := t.CallKw(c.fn, c.args, c.kw)
	th.Restore(outer)
	c.ctx.Exit()
	return v, err
}

var _ coroutine.Coroutine = (*failed)(nil)
