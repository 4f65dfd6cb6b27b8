package script

import (
	_ "embed"
	"errors"
	"fmt"
	"math"
	"time"

	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/profile"
	"asyncio/runners"
	"asyncio/script/builtins"
	"asyncio/script/object"
	"asyncio/script/resolve"
	"asyncio/script/syntax"
	"asyncio/script/vm"
	"asyncio/signalsafe"
	"asyncio/task"
)

//go:embed python/asyncio.py
var asyncioSource string

// SignalAt is a signal that comes from outside at a moment of virtual time.
type SignalAt struct {
	Signal signalsafe.Signal
	After  time.Duration
}

// pyFuture is a Future or Task of the core as Python sees it.
type pyFuture struct {
	i    *Interp
	f    future.Awaitable
	coro object.Value
}

var (
	futureClass = object.NewNativeClass("_asyncio", "Future").Final()
	taskClass   = object.NewNativeClass("_asyncio", "Task", futureClass).Final()
	loopClass   = object.NewNativeClass("asyncio.unix_events", "_UnixSelectorEventLoop").Final()
	handleClass = object.NewNativeClass("asyncio.events", "Handle").Final()
	iterClass   = object.NewNativeClass("_asyncio", "FutureIter").Final()
)

// Class implements object.Object.
func (p *pyFuture) Class() *object.Class {
	if _, ok := p.f.(*task.Task); ok {
		return taskClass
	}
	return futureClass
}

// Repr implements object.Reprer.
func (p *pyFuture) Repr(*object.Thread) (string, error) { return fmt.Sprint(p.f), nil }

// Await implements vm.Awaiter.
func (p *pyFuture) Await(*object.Thread) (object.Value, error) {
	return object.Obj(&futureIter{p: p}), nil
}

type owned interface {
	Owner() any
	SetOwner(any)
}

// wrap gives the one Python object of a core future.
func (i *Interp) wrap(f future.Awaitable) object.Value {
	o, ok := f.(owned)
	if ok {
		if p, ok := o.Owner().(*pyFuture); ok {
			return object.Obj(p)
		}
	}
	p := &pyFuture{i: i, f: f}
	if ok {
		o.SetOwner(p)
	}
	return object.Obj(p)
}

// toValue turns a result of the core into a Python value.
func (i *Interp) toValue(v any) object.Value {
	switch x := v.(type) {
	case nil:
		return object.None
	case object.Value:
		return x
	case bool:
		return object.Bool(x)
	case string:
		return object.String(x)
	case future.Awaitable:
		return i.wrap(x)
	case error:
		if e := object.AsException(x); e != nil {
			return object.Obj(e)
		}
	case []any:
		items := make([]object.Value, len(x))
		for k, y := range x {
			items[k] = i.toValue(y)
		}
		return object.Obj(object.NewList(items))
	}
	return object.None
}

// futureIter is what awaiting a future drives.
type futureIter struct {
	p     *pyFuture
	asked bool
}

// Class implements object.Object.
func (*futureIter) Class() *object.Class { return iterClass }

// Next implements object.Iterator.
func (it *futureIter) Next(t *object.Thread) (object.Value, error) {
	v, done, err := it.Send(t, object.None)
	if done && err == nil {
		err = object.StopIteration(v)
	}
	return v, err
}

// Send implements vm.Sender.
func (it *futureIter) Send(*object.Thread, object.Value) (object.Value, bool, error) {
	f := it.p.f
	if !f.Done() {
		if it.asked {
			return object.Value{}, true, object.RuntimeError("await wasn't used with future")
		}
		it.asked = true
		f.SetBlocking(true)
		return object.Obj(it.p), false, nil
	}
	v, err := f.Result()
	return it.p.i.toValue(v), true, err
}

// Throw implements vm.Sender.
func (it *futureIter) Throw(_ *object.Thread, e *object.Exception) (object.Value, bool, error) {
	return object.Value{}, true, e
}

// pyCoro lets the core's Task drive a coroutine of the machine.
type pyCoro struct {
	i *Interp
	g *vm.Generator
}

func (c *pyCoro) step(v object.Value, done bool, err error) coroutine.Step {
	switch {
	case err != nil:
		return coroutine.Step{Done: true, Err: err}
	case done:
		return coroutine.Step{Done: true, Value: v}
	case v.IsNone():
		return coroutine.Step{}
	}
	if p, ok := v.Ref.(*pyFuture); ok {
		return coroutine.Step{Value: p.f}
	}
	return coroutine.Step{Value: v}
}

// Send implements coroutine.Coroutine.
func (c *pyCoro) Send() coroutine.Step { return c.step(c.g.Send(c.i.m.T, object.None)) }

// Throw implements coroutine.Coroutine.
func (c *pyCoro) Throw(err error) coroutine.Step {
	e := object.AsException(err)
	if e == nil {
		return coroutine.Step{Done: true, Err: err}
	}
	return c.step(c.g.Throw(c.i.m.T, e))
}

// Close implements coroutine.Coroutine.
func (c *pyCoro) Close() error { return c.g.Close(c.i.m.T) }

// Describe implements coroutine.Describer.
func (c *pyCoro) Describe(done bool) string {
	word := "running"
	if done {
		word = "done, defined"
	}
	line := c.g.Line()
	if done {
		line = c.g.Code().FirstLine
	}
	return fmt.Sprintf("%s() %s at %s:%d", c.g.Qualname, word, c.g.Code().File, line)
}

// Place implements coroutine.Placer.
func (c *pyCoro) Place() string { return fmt.Sprintf("%s:%d", c.g.Code().File, c.g.Line()) }

// pyCall is a Python callback with its arguments.
type pyCall struct {
	i    *Interp
	fn   object.Value
	args []object.Value
}

// Call implements handle.Callback.
func (c *pyCall) Call() error {
	_, err := c.i.m.T.CallKw(c.fn, c.args, nil)
	return err
}

// DescribeCallback implements handle.Describer.
func (c *pyCall) DescribeCallback(bool) string {
	s, err := object.ReprText(c.i.m.T, c.fn)
	if err != nil {
		return "?"
	}
	return s
}

// pyDone is a done callback.
type pyDone struct {
	i  *Interp
	fn object.Value
}

// FutureDone implements future.DoneCallback.
func (d pyDone) FutureDone(f future.Awaitable) error {
	_, err := d.i.m.T.Call(d.fn, d.i.wrap(f))
	return err
}

type pyLoop struct {
	i *Interp
	l *loop.Loop
}

// Class implements object.Object.
func (*pyLoop) Class() *object.Class { return loopClass }

type pyHandle struct {
	cancel    func()
	cancelled func() bool
	when      float64
}

// Class implements object.Object.
func (*pyHandle) Class() *object.Class { return handleClass }

func (i *Interp) loopValue(l *loop.Loop) object.Value {
	if p, ok := l.Owner().(*pyLoop); ok {
		return object.Obj(p)
	}
	p := &pyLoop{i, l}
	l.SetOwner(p)
	return object.Obj(p)
}

func (i *Interp) running() (*loop.Loop, error) { return loop.Running(i.state().CurrentThread()) }

// state gives the process state of the interpreter's loops.
func (i *Interp) state() *process.State {
	if i.process == nil {
		i.process = process.New()
		if i.o.Virtual {
			i.process = process.NewSimulated()
		}
		i.process.Repr = func(v any) string {
			x, ok := v.(object.Value)
			if !ok {
				return process.Repr(v)
			}
			s, err := object.ReprText(i.m.T, x)
			if err != nil {
				return "?"
			}
			return s
		}
		if p, err := profile.Get(i.o.Python); err == nil {
			i.process.Profile = p
		}
	}
	return i.process
}

// awaitable turns what Python gave into what the core takes.
func (i *Interp) awaitable(v object.Value) any {
	switch o := v.Ref.(type) {
	case *pyFuture:
		return o.f
	case *vm.Generator:
		if o.Class() == object.CoroutineClass {
			return &pyCoro{i, o}
		}
	}
	return v
}

// fatal is an error of the loop that no Python code may catch.
type fatal struct{ error }

// Fatal implements object.Fatal.
func (fatal) Fatal() {}

// Unwrap gives the error itself.
func (f fatal) Unwrap() error { return f.error }

func (i *Interp) runMain(t *object.Thread, v object.Value, debug *bool) (object.Value, error) {
	c, ok := i.awaitable(v).(coroutine.Coroutine)
	if !ok {
		return object.Value{}, object.TypeError("An asyncio.Future, a coroutine or an awaitable is required")
	}
	o := runners.Options{Debug: debug}
	o.Config.State = i.state()
	if i.o.Virtual {
		o.Config.Clock = i.clock
	}
	r, err := runners.Run(func(l *loop.Loop) coroutine.Coroutine {
		for _, s := range i.o.Signals {
			if i.clock != nil {
				i.clock.At(s.After.Seconds(), func() { l.DeliverSignal(s.Signal) })
			}
		}
		i.o.Signals = nil
		i.m.Poll = func(*object.Thread) error { return l.CheckSignals() }
		return c
	}, o)
	i.m.Poll = nil
	var dead *loop.DeadlockError
	if errors.As(err, &dead) {
		return object.Value{}, fatal{err}
	}
	return i.toValue(r), err
}

func asyncioModule(i *Interp) (*object.Module, error) {
	m := object.NewModule("asyncio")
	d := m.Dict
	for n, v := range map[string]object.Value{"CancelledError": object.Obj(object.CancelledErrorClass), "TimeoutError": object.Obj(object.TimeoutErrorClass),
		"InvalidStateError": object.Obj(object.InvalidStateErrorClass), "Future": object.Obj(futureClass), "Task": object.Obj(taskClass),
		"FIRST_COMPLETED": object.String("FIRST_COMPLETED"), "FIRST_EXCEPTION": object.String("FIRST_EXCEPTION"), "ALL_COMPLETED": object.String("ALL_COMPLETED")} {
		d.SetStr(n, v)
	}
	type val = object.Value
	type kws = []object.Kw
	m.Def("run", 1, 1, func(t *object.Thread, a []val, kw kws) (val, error) {
		p, err := object.Args("run", a, kw, 1, "main", "debug", "loop_factory")
		if err != nil {
			return val{}, err
		}
		var debug *bool
		if p[1].Valid() && !p[1].IsNone() {
			b, err := object.Truth(t, p[1])
			if err != nil {
				return val{}, err
			}
			debug = &b
		}
		return i.runMain(t, p[0], debug)
	})
	get := func(*object.Thread, []val, kws) (val, error) {
		l, err := i.running()
		if err != nil {
			return val{}, err
		}
		return i.loopValue(l), nil
	}
	m.Def("get_running_loop", 0, 0, get)
	m.Def("get_event_loop", 0, 0, get)
	m.Def("create_task", 1, 1, func(t *object.Thread, a []val, kw kws) (val, error) {
		l, err := i.running()
		if err != nil {
			return val{}, err
		}
		return i.createTask(l, a[0], kw)
	})
	m.Def("ensure_future", 1, 1, func(t *object.Thread, a []val, kw kws) (val, error) {
		l, err := i.running()
		if err != nil {
			return val{}, err
		}
		f, err := task.Ensure(l, i.awaitable(a[0]))
		if err != nil {
			return val{}, err
		}
		return i.wrap(f), nil
	})
	m.Def("current_task", 0, 1, func(*object.Thread, []val, kws) (val, error) {
		l, err := i.running()
		if err != nil {
			return val{}, err
		}
		if c := task.Current(l); c != nil {
			return i.wrap(c), nil
		}
		return object.None, nil
	})
	m.Def("all_tasks", 0, 1, func(t *object.Thread, _ []val, _ kws) (val, error) {
		l, err := i.running()
		if err != nil {
			return val{}, err
		}
		s := &object.Set{}
		for _, x := range task.All(l) {
			if err := s.Add(t, i.wrap(x)); err != nil {
				return val{}, err
			}
		}
		return object.Obj(s), nil
	})
	m.Def("gather", 0, -1, func(t *object.Thread, a []val, kw kws) (val, error) {
		p, err := object.Args("gather", nil, kw, 0, "return_exceptions")
		if err != nil {
			return val{}, err
		}
		l, err := i.running()
		if err != nil {
			return val{}, err
		}
		re := false
		if p[0].Valid() {
			if re, err = object.Truth(t, p[0]); err != nil {
				return val{}, err
			}
		}
		aws := make([]any, len(a))
		coros := map[*vm.Generator]any{}
		for k, v := range a {
			aws[k] = i.awaitable(v)
			if g, ok := v.Ref.(*vm.Generator); ok {
				if c := coros[g]; c != nil {
					aws[k] = c
				}
				coros[g] = aws[k]
			}
		}
		f, err := task.Gather(l, aws, re)
		if err != nil {
			return val{}, err
		}
		return i.wrap(f), nil
	})
	m.Def("shield", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		l, err := i.running()
		if err != nil {
			return val{}, err
		}
		f, err := task.Shield(l, i.awaitable(a[0]))
		if err != nil {
			return val{}, err
		}
		return i.wrap(f), nil
	})
	m.Def("iscoroutine", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.Bool(object.ClassOf(a[0]) == object.CoroutineClass), nil
	})
	m.Def("isfuture", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		_, ok := a[0].Ref.(*pyFuture)
		return object.Bool(ok), nil
	})
	code, err := compileText(asyncioSource, "<asyncio>", syntax.Exec, resolve.Options{})
	if err == nil {
		_, err = i.m.Run(code, m.Dict, object.Value{})
	}
	if err != nil {
		return nil, err
	}
	return m, nil
}

func (i *Interp) createTask(l *loop.Loop, v object.Value, kw []object.Kw) (object.Value, error) {
	p, err := object.Args("create_task", nil, kw, 0, "name", "context", "eager_start")
	if err != nil {
		return object.Value{}, err
	}
	c, ok := i.awaitable(v).(coroutine.Coroutine)
	if !ok {
		s, err := object.ReprText(i.m.T, v)
		if err != nil {
			return object.Value{}, err
		}
		return object.Value{}, object.TypeError("a coroutine was expected, got %s", s)
	}
	o := task.Options{}
	if p[0].Valid() && !p[0].IsNone() {
		if o.Name, err = object.StrText(i.m.T, p[0]); err != nil {
			return object.Value{}, err
		}
	}
	tk, err := task.CreateNamed(l, c, o)
	if err != nil {
		return object.Value{}, err
	}
	w := i.wrap(tk)
	w.Ref.(*pyFuture).coro = v
	return w, nil
}

func init() {
	type val = object.Value
	type kws = []object.Kw
	fc := futureClass
	fut := func(v val) *pyFuture { return v.Ref.(*pyFuture) }
	fc.Construct = func(*object.Thread, *object.Class, []val, kws) (val, error) {
		return val{}, object.TypeError("make futures with loop.create_future()")
	}
	fc.Def("__await__", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) { return fut(a[0]).Await(t) })
	fc.Def("__iter__", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) { return fut(a[0]).Await(t) })
	fc.Def("done", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { return object.Bool(fut(a[0]).f.Done()), nil })
	fc.Def("cancelled", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.Bool(fut(a[0]).f.Cancelled()), nil
	})
	fc.Def("result", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		v, err := fut(a[0]).f.Result()
		return fut(a[0]).i.toValue(v), err
	})
	fc.Def("exception", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		e, err := fut(a[0]).f.Exception()
		if e == nil {
			return object.None, err
		}
		return fut(a[0]).i.toValue(e), err
	})
	fc.Def("cancel", 1, 2, func(t *object.Thread, a []val, kw kws) (val, error) {
		p, err := object.Args("cancel", a[1:], kw, 0, "msg")
		if err != nil {
			return val{}, err
		}
		var msg any
		if p[0].Valid() && !p[0].IsNone() {
			msg = p[0]
		}
		ok, err := fut(a[0]).f.TryCancel(msg)
		return object.Bool(ok), err
	})
	type setter interface {
		SetResult(any) error
		SetException(error) error
	}
	fc.Def("set_result", 2, 2, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.None, fut(a[0]).f.(setter).SetResult(a[1])
	})
	fc.Def("set_exception", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		x := a[1]
		if _, ok := x.Ref.(*object.Class); ok {
			var err error
			if x, err = t.Call(x); err != nil {
				return val{}, err
			}
		}
		e, ok := x.Ref.(*object.Exception)
		if !ok {
			return val{}, object.TypeError("invalid exception object")
		}
		return object.None, fut(a[0]).f.(setter).SetException(e)
	})
	fc.Def("add_done_callback", 2, 2, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.None, fut(a[0]).f.AddDoneCallback(pyDone{fut(a[0]).i, a[1]}, nil)
	})
	fc.Def("remove_done_callback", 2, 2, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.Int(int64(fut(a[0]).f.RemoveDoneCallback(pyDone{fut(a[0]).i, a[1]}))), nil
	})
	fc.Def("get_loop", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return fut(a[0]).i.loopValue(fut(a[0]).f.Loop().(*loop.Loop)), nil
	})
	tk := func(v val) *task.Task { return fut(v).f.(*task.Task) }
	taskClass.Construct = fc.Construct
	taskClass.Def("get_name", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { return object.String(tk(a[0]).Name()), nil })
	taskClass.Def("set_name", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		s, err := object.StrText(t, a[1])
		tk(a[0]).SetName(s)
		return object.None, err
	})
	taskClass.Def("cancelling", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.Int(int64(tk(a[0]).Cancelling())), nil
	})
	taskClass.Def("uncancel", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.Int(int64(tk(a[0]).Uncancel())), nil
	})
	taskClass.Def("get_coro", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		if c, ok := tk(a[0]).Coroutine().(*pyCoro); ok {
			return object.Obj(c.g), nil
		}
		return object.None, nil
	})
	iterClass.Def("__next__", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) { return a[0].Ref.(*futureIter).Next(t) })
	iterClass.Def("__iter__", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) { return a[0], nil })
	handleClass.Def("cancel", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		a[0].Ref.(*pyHandle).cancel()
		return object.None, nil
	})
	handleClass.Def("cancelled", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.Bool(a[0].Ref.(*pyHandle).cancelled()), nil
	})
	handleClass.Def("when", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.Float(a[0].Ref.(*pyHandle).when), nil
	})
	loopMethods()
}

func loopMethods() {
	type val = object.Value
	type kws = []object.Kw
	c := loopClass
	lp := func(v val) *pyLoop { return v.Ref.(*pyLoop) }
	call := func(p *pyLoop, a []val) *pyCall { return &pyCall{p.i, a[0], append([]val(nil), a[1:]...)} }
	c.Def("time", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { return object.Float(lp(a[0]).l.Time()), nil })
	c.Def("create_future", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return lp(a[0]).i.wrap(lp(a[0]).l.CreateFuture()), nil
	})
	c.Def("create_task", 2, 2, func(_ *object.Thread, a []val, kw kws) (val, error) {
		return lp(a[0]).i.createTask(lp(a[0]).l, a[1], kw)
	})
	c.Def("stop", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { lp(a[0]).l.Stop(); return object.None, nil })
	c.Def("is_running", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { return object.Bool(lp(a[0]).l.IsRunning()), nil })
	c.Def("is_closed", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { return object.Bool(lp(a[0]).l.IsClosed()), nil })
	c.Def("get_debug", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { return object.Bool(lp(a[0]).l.Debug()), nil })
	plain := func(h *handle.Handle, err error) (val, error) {
		if err != nil {
			return val{}, err
		}
		return object.Obj(&pyHandle{h.Cancel, h.Cancelled, math.NaN()}), nil
	}
	c.Def("call_soon", 2, -1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		p := lp(a[0])
		return plain(p.l.CallSoonIn(call(p, a[1:]), nil, p.i.state().CurrentVars()))
	})
	c.Def("call_soon_threadsafe", 2, -1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		p := lp(a[0])
		return plain(p.l.CallSoonThreadsafeIn(call(p, a[1:]), nil, p.i.state().CurrentVars()))
	})
	for _, name := range []string{"call_later", "call_at"} {
		c.Def(name, 3, -1, func(t *object.Thread, a []val, _ kws) (val, error) {
			p := lp(a[0])
			x, err := builtins.Float(t, a[1])
			if err != nil {
				return val{}, err
			}
			when := x
			if name == "call_later" {
				when = p.l.Time() + x
			}
			h, err := p.l.CallAtIn(when, call(p, a[2:]), nil, p.i.state().CurrentVars())
			if err != nil {
				return val{}, err
			}
			return object.Obj(&pyHandle{h.Cancel, h.Cancelled, when}), nil
		})
	}
	c.Def("add_signal_handler", 3, -1, func(t *object.Thread, a []val, _ kws) (val, error) {
		p := lp(a[0])
		n, err := object.Index(t, a[1])
		if err != nil {
			return val{}, err
		}
		return object.None, p.l.AddSignalHandlerIn(signalsafe.Signal(n), call(p, a[2:]), p.i.state().CurrentVars())
	})
	c.Def("remove_signal_handler", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		n, err := object.Index(t, a[1])
		if err != nil {
			return val{}, err
		}
		ok, err := lp(a[0]).l.RemoveSignalHandler(signalsafe.Signal(n))
		return object.Bool(ok), err
	})
}

func signalModule(i *Interp) (*object.Module, error) {
	m := object.NewModule("signal")
	code, err := compileText(signalSource, "<signal>", syntax.Exec, resolve.Options{})
	if err == nil {
		_, err = i.m.Run(code, m.Dict, object.Value{})
	}
	if err != nil {
		return nil, err
	}
	m.Def("raise_signal", 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		n, err := object.Index(t, a[0])
		if err != nil {
			return object.Value{}, err
		}
		l, err := i.running()
		if err != nil {
			return object.Value{}, err
		}
		l.DeliverSignal(signalsafe.Signal(n))
		return object.None, nil
	})
	return m, nil
}

const signalSource = `
class Signals(int):
    def __new__(cls, value, name):
        self = int.__new__(cls, value)
        self.name = name
        self.value = value
        return self
    def __repr__(self):
        return f"<Signals.{self.name}: {self.value}>"

SIGHUP = Signals(1, "SIGHUP")
SIGINT = Signals(2, "SIGINT")
SIGUSR1 = Signals(10, "SIGUSR1")
SIGUSR2 = Signals(12, "SIGUSR2")
SIGALRM = Signals(14, "SIGALRM")
SIGTERM = Signals(15, "SIGTERM")
`
