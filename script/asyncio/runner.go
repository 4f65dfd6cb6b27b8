package asyncio

import (
	"errors"

	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/runners"
	"asyncio/script/object"
	"asyncio/task"
)

// pyRunner is a Runner.
type pyRunner struct {
	attributed
	b *Binding
	r *runners.Runner
	// other runs on a loop of another make, once the factory has given one.
	other val
}

// Traverse implements object.Traverser.
func (p *pyRunner) Traverse(visit func(val)) {
	p.attributed.Traverse(visit)
	visit(p.other)
}

// getLoop is get_loop.
func (p *pyRunner) getLoop() (val, error) {
	if !p.other.Valid() {
		l, err := p.r.GetLoop()
		if err == nil {
			return p.b.loopValue(l), nil
		}
		if !p.other.Valid() { // it may be there now
			return val{}, err
		}
	}
	return p.b.callMethod(p.other, "get_loop")
}

// close is close.
func (p *pyRunner) close() error {
	if p.other.Valid() {
		_, err := p.b.callMethod(p.other, "close")
		return err
	}
	return p.r.Close()
}

// runTask makes the task of a run by the loop's create_task, which a program may
// have changed.
func (b *Binding) runTask(l *loop.Loop, c coroutine.Coroutine, o task.Options) (future.Awaitable, error) {
	p := b.loopValue(l).Ref.(*pyLoop)
	if !p.factory.Valid() && !b.overridden(p, "create_task") {
		t, err := task.Create(l, c, o)
		if err != nil {
			return nil, err
		}
		return t, nil
	}
	var kw kws
	if o.Context != nil && b.profile().TaskContext {
		kw = kws{{Name: "context", Val: b.contextValue(o.Context)}}
	}
	v, err := p.call("create_task", []val{b.coroutineValue(c)}, kw)
	if err != nil {
		return nil, err
	}
	if made, ok := v.Ref.(*pyTask); ok && made.t != nil {
		made.t.Name() // it has one, whatever the core thinks of factories
		made.t.SetQuiet(made.t.Quiet() || o.Quiet)
	}
	f, ok := b.futureOf(v)
	if !ok {
		return nil, object.TypeError("a Future was expected, got %s", b.repr(v))
	}
	return f, nil
}

// Class implements object.Object.
func (p *pyRunner) Class() *object.Class {
	if c := p.Subclass(); c != nil {
		return c
	}
	return p.b.cls.runner
}

// options are a runner's, from debug= and loop_factory=.
func (b *Binding) options(t *object.Thread, p *pyRunner, debug, factory val) (runners.Options, error) {
	o := runners.Options{Config: b.h.LoopConfig(), NewLoop: func() (*loop.Loop, error) {
		v, err := b.newEventLoop()
		if err != nil {
			return nil, err
		}
		return b.loopOf(v)
	}, SetCurrent: func(l *loop.Loop) error {
		_, err := b.callMethod(b.getPolicy(), "set_event_loop", b.loopValue(l))
		return err
	}, Handling: b.whileHandling}
	o.Config.State = b.h.Process
	o.NewTask = b.runTask
	if factory.Valid() && !factory.IsNone() {
		o.LoopFactory = func() (*loop.Loop, error) {
			v, err := b.t().Call(factory)
			if err != nil {
				return nil, err
			}
			l, err := b.loopOf(v)
			if err != nil && p != nil {
				if p.other, err = b.python(t, "OtherRunner", []val{v, debugArg(debug)}, nil); err == nil {
					err = errOtherLoop
				}
			}
			return l, err
		}
	}
	if debug.Valid() && !debug.IsNone() {
		on, err := object.Truth(t, debug)
		if err != nil {
			return o, err
		}
		o.Debug = &on
	}
	return o, nil
}

// errOtherLoop tells that a runner's loop is of another make.
var errOtherLoop = errors.New("the loop is of another make")

func debugArg(v val) val {
	if v.Valid() {
		return v
	}
	return object.None
}

// mainOf gives what a run drives. What is no coroutine gives nil, and why.
func (b *Binding) mainOf(v val) (runners.Main, error) {
	if !b.isCoroutine(v) {
		return func(*loop.Loop) coroutine.Coroutine { return nil }, object.ValueError("a coroutine was expected, got %s", b.repr(v))
	}
	return func(*loop.Loop) coroutine.Coroutine { // a run that is refused leaves it as it is
		c, _ := b.coroutineOf(v)
		return c
	}, nil
}

// run is asyncio.run.
func (b *Binding) run(t *object.Thread, main, debug, factory val) (val, error) {
	b.stack.Enter(loop.CallRun)
	defer b.stack.Leave(loop.CallRun)
	if b.thread().Running() != nil {
		return val{}, b.stack.Pass(loop.CallRun, object.RuntimeError("asyncio.run() cannot be called from a running event loop"))
	}
	fn, bad := b.mainOf(main)
	if bad != nil && !b.profile().LoopBeforeMainCheck {
		return val{}, b.stack.Pass(loop.CallRun, bad)
	}
	o, err := b.options(t, nil, debug, factory)
	if err != nil {
		return val{}, err
	}
	if bad != nil {
		fn = func(*loop.Loop) coroutine.Coroutine { return &failed{bad} }
		o.Refuse = bad
	}
	r, err := runners.Run(fn, o)
	return b.toValue(r), err
}

// runnerClass makes Runner.
func (b *Binding) runnerClass() {
	c := object.NewBareClass("asyncio.runners", "Runner").WithDict()
	b.cls.runner = c
	setup := func(t *object.Thread, p *pyRunner, args []val, kw kws) error {
		if len(args) > 0 {
			return object.TypeError("Runner.__init__() takes 1 positional argument but %d were given", len(args)+1)
		}
		a, err := object.Args("Runner.__init__", nil, kw, 0, "debug", "loop_factory")
		if err != nil {
			return err
		}
		o, err := b.options(t, p, a[0], a[1])
		p.r = runners.New(o)
		return err
	}
	c.Construct = func(t *object.Thread, cls *object.Class, args []val, kw kws) (val, error) {
		p := &pyRunner{b: b}
		if cls.Builtin() {
			return object.Obj(p), setup(t, p, args, kw)
		}
		p.SetClass(cls)
		return object.Obj(p), nil
	}
	c.Def("__init__", 1, -1, func(t *object.Thread, a []val, kw kws) (val, error) {
		return object.None, setup(t, a[0].Ref.(*pyRunner), a[1:], kw)
	})
	c.DefGet("_state", func(t *object.Thread, v val) (val, error) {
		if !b.runnerStates.Valid() {
			var err error
			if b.runnerStates, err = b.python(t, "runner_states", nil, nil); err != nil {
				return val{}, err
			}
		}
		return t.Call(b.runnerStates, object.String(v.Ref.(*pyRunner).r.State()))
	}, nil)
	c.Def("__enter__", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		_, err := a[0].Ref.(*pyRunner).getLoop()
		return a[0], err
	})
	c.Def("__exit__", 4, 4, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return b.stack.within(loop.CallRunnerExit, bodyError(a[2]), func() (val, error) { return object.None, a[0].Ref.(*pyRunner).close() })
	})
	c.Def("close", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.None, a[0].Ref.(*pyRunner).close()
	})
	c.Def("get_loop", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return a[0].Ref.(*pyRunner).getLoop()
	})
	c.Open(func(string) {})
	c.Def("run", 2, 2, func(_ *object.Thread, a []val, kw kws) (val, error) {
		return b.runnerRun(a[0].Ref.(*pyRunner), a[1], kw)
	})
}

func (b *Binding) runnerRun(p *pyRunner, coro val, kw kws) (val, error) {
	k, err := object.Args("run", nil, kw, 0, "context")
	if err != nil {
		return val{}, err
	}
	var ctx *contextvars.Context
	if ctx, err = contextArg(k[0]); err != nil {
		return val{}, err
	}
	fn, bad := b.mainOf(coro)
	if bad != nil {
		return val{}, bad
	}
	r, err := p.r.Run(fn, ctx)
	if p.other.Valid() {
		return b.callMethod(p.other, "run", coro, debugArg(k[0]))
	}
	return b.toValue(r), err
}
