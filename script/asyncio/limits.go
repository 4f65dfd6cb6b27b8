package asyncio

import (
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/loop"
	"asyncio/observe"
	"asyncio/script/builtins"
	"asyncio/script/object"
	"asyncio/script/vm"
	"asyncio/task"
)

var (
	timeoutClass = object.NewNativeClass("_asyncio_sync", "Timeout").Final()
	groupClass   = object.NewNativeClass("_asyncio_sync", "TaskGroup").Final()
)

// defineLimits adds what bounds the life of a block: Timeout and TaskGroup.
func (b *Binding) defineLimits(m *object.Module) {
	m.Def("Timeout", 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		when, err := deadline(t, a[0])
		if err != nil {
			return object.Value{}, err
		}
		return object.Obj(&core{cls: timeoutClass, b: b, x: task.NewTimeout(nil, when)}), nil
	})
	m.Def("TaskGroup", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		g := task.NewTaskGroup()
		g.SetOwner(a[0])
		return object.Obj(&core{cls: groupClass, b: b, x: g}), nil
	})
}

// deadline gives a moment in the loop's time, Never for None.
func deadline(t *object.Thread, v object.Value) (float64, error) {
	if v.IsNone() {
		return task.Never, nil
	}
	return builtins.Float(t, v)
}

// currentTask gives the task that runs now, nil for none.
func (b *Binding) currentTask() (*task.Task, error) {
	l, err := b.running()
	if err != nil {
		return nil, err
	}
	return task.Current(l), nil
}

// leaving gives what __aexit__ does with an outcome of the core: nothing when
// that is the exception which left the block, for then it goes on by itself.
func leaving(body object.Value, err error) error {
	if e, ok := body.Ref.(*object.Exception); ok && err != nil && object.AsException(err) == e {
		return nil
	}
	return err
}

// bodyError gives what left a block: an exception, or nothing for None.
func bodyError(v object.Value) error {
	if e, ok := v.Ref.(*object.Exception); ok {
		return e
	}
	return nil
}

// groupLeave is a group's exit operation. It raises what it was entered with
// anew, as CPython's does.
type groupLeave struct {
	task.Op
	b    *Binding
	body error // what left the group's body
	// raised is what came out: CPython's method has it in a variable.
	raised *object.Exception
}

// References implements object.Referrer.
func (g *groupLeave) References(visit func(any)) {
	visit(g.Op)
	if g.raised != nil {
		visit(g.raised)
	}
}

// Begin implements task.Op.
func (g *groupLeave) Begin(l *loop.Loop) (any, bool, error) {
	wait, done, out := g.Op.Begin(l)
	g.chain(out, g.body)
	return wait, done, g.raises(out)
}

// Awaits implements observe.Awaiting.
func (g *groupLeave) Awaits(visit func(id uint64)) {
	if a, ok := g.Op.(observe.Awaiting); ok {
		a.Awaits(visit)
	}
}

// Resume implements task.Op.
func (g *groupLeave) Resume(v any, err error) (any, bool, error) {
	if exceptions.IsCancelled(err) {
		vm.Of(g.b.t()).Pass(object.AsException(err)) // CPython's catches it, to raise it at the end
	}
	wait, done, out := g.Op.Resume(v, err)
	g.chain(out, err)
	return wait, done, g.raises(out)
}

// chain gives what comes out its context: that is by a raise statement of the
// group's own, whoever raised it before, unless it is what came in.
func (g *groupLeave) chain(out, in error) {
	if out != nil && (out != in || exceptions.IsCancelled(out)) {
		vm.Of(g.b.t()).Chain(out)
	}
}

// raises notes an error that comes out.
func (g *groupLeave) raises(err error) error {
	if err == nil {
		return nil
	}
	if g.raised = object.AsException(err); g.raised != nil {
		g.b.h.In.Life.Ended(g.raised)
		return g.raised
	}
	return err
}

func init() {
	timeoutClass.Later(fillTimeout)
	groupClass.Later(fillGroup)
}

func fillTimeout(c *object.Class) {
	c.Def("enter", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		limit, b := coreArg[*task.Timeout](a)
		in, err := b.currentTask()
		if err == nil {
			err = limit.EnterTask(in)
		}
		return object.None, err
	})
	c.Def("exit", 2, 2, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		limit, _ := coreArg[*task.Timeout](a)
		return object.None, leaving(a[1], limit.Exit(bodyError(a[1])))
	})
	c.Def("when", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		limit, _ := coreArg[*task.Timeout](a)
		if limit.When() == task.Never {
			return object.None, nil
		}
		return object.Float(limit.When()), nil
	})
	c.Def("reschedule", 2, 2, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		limit, _ := coreArg[*task.Timeout](a)
		when, err := deadline(t, a[1])
		if err == nil {
			err = limit.Reschedule(when)
		}
		return object.None, err
	})
	c.Def("expired", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		limit, _ := coreArg[*task.Timeout](a)
		return object.Bool(limit.Expired()), nil
	})
	c.Def("text", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		limit, _ := coreArg[*task.Timeout](a)
		return object.String(limit.String()), nil
	})
}

func fillGroup(c *object.Class) {
	c.Def("enter", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		g, b := coreArg[*task.TaskGroup](a)
		in, err := b.currentTask()
		if err == nil {
			err = g.EnterTask(in)
		}
		return object.None, err
	})
	c.Def("exit", 2, 2, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		g, b := coreArg[*task.TaskGroup](a)
		body := bodyError(a[1])
		op := &groupLeave{Op: g.ExitOp(body), b: b, body: body}
		return b.operate(op, a[0], a[1])
	})
	c.Def("abort", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		g, _ := coreArg[*task.TaskGroup](a)
		g.Abort()
		return object.None, nil
	})
	c.Def("create_task", 4, 4, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		g, b := coreArg[*task.TaskGroup](a)
		return b.groupTask(t, g, a[1], a[2], a[3])
	})
	makes, _ := c.Has("create_task")
	keeps(makes)
	c.Def("text", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		g, _ := coreArg[*task.TaskGroup](a)
		return object.String(g.String()), nil
	})
	groupState(c)
}

// groupState adds what a group keeps to itself, as programs look at it.
func groupState(c *object.Class) {
	get := func(name string, of func(b *Binding, g *task.TaskGroup) (object.Value, error)) {
		c.DefGet(name, func(_ *object.Thread, v object.Value) (object.Value, error) {
			x := v.Ref.(*core)
			return of(x.b, x.x.(*task.TaskGroup))
		}, nil)
	}
	get("tasks", func(b *Binding, g *task.TaskGroup) (object.Value, error) {
		s := &object.Set{}
		for _, t := range g.Tasks() {
			if err := s.Add(b.t(), b.wrap(t)); err != nil {
				return object.Value{}, err
			}
		}
		return object.Obj(s), nil
	})
	get("errors", func(b *Binding, g *task.TaskGroup) (object.Value, error) {
		var out []any
		for _, e := range g.Errors() {
			out = append(out, e)
		}
		return b.toValue(out), nil
	})
	get("parent", func(b *Binding, g *task.TaskGroup) (object.Value, error) {
		if t := g.Parent(); t != nil {
			return b.wrap(t), nil
		}
		return object.None, nil
	})
	get("flags", func(_ *Binding, g *task.TaskGroup) (object.Value, error) {
		entered, exiting, aborting := g.Flags()
		return object.TupleValue(object.Bool(entered), object.Bool(exiting), object.Bool(aborting)), nil
	})
}

// groupTask makes a task of a group through the loop's own create_task, which a
// subclass may have changed.
func (b *Binding) groupTask(t *object.Thread, g *task.TaskGroup, coro, name, context object.Value) (object.Value, error) {
	c, ok := b.awaitable(coro).(coroutine.Coroutine)
	if !ok {
		c = notCoroutine{b, coro}
	}
	made := object.None
	_, err := g.CreateTaskBy(c, func() (*task.Task, error) {
		l, err := b.running()
		if err != nil {
			return nil, err
		}
		fn, err := object.GetAttr(t, b.loopValue(l), "create_task")
		if err != nil {
			return nil, err
		}
		var kw []object.Kw
		late := b.h.Process.Profile.NamedTaskUsesNumber // named when it is there
		if !late && !name.IsNone() {
			kw = append(kw, object.Kw{Name: "name", Val: name})
		}
		if !context.IsNone() {
			kw = append(kw, object.Kw{Name: "context", Val: context})
		}
		if made, err = t.CallKw(fn, []object.Value{coro}, kw); err != nil {
			return nil, err
		}
		tk, ok := b.awaitable(made).(*task.Task)
		if !ok {
			return nil, object.TypeError("a task group takes tasks of its loop only, not %s", object.ClassOf(made).Name)
		}
		if late && !name.IsNone() {
			text, err := object.StrText(t, name)
			if err != nil {
				return nil, err
			}
			tk.SetName(text)
		}
		return tk, nil
	})
	return made, err
}

// notCoroutine stands for what is no coroutine until create_task refuses it.
type notCoroutine struct {
	b *Binding
	v val
}

// Send implements coroutine.Coroutine.
func (notCoroutine) Send() coroutine.Step { return coroutine.Step{Done: true} }

// Throw implements coroutine.Coroutine.
func (notCoroutine) Throw(err error) coroutine.Step { return coroutine.Step{Done: true, Err: err} }

// Close implements coroutine.Coroutine.
func (n notCoroutine) Close() error {
	_, err := n.b.callMethod(n.v, "close")
	return err
}
