package asyncio

import (
	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/script/object"
	"asyncio/task"
)

// tasks adds the functions that make and find tasks.
func (b *Binding) tasks(m *object.Module) {
	names := []string{"coro", "name"}
	if b.profile().TaskContext {
		names = append(names, "context")
	}
	m.Def("create_task", 1, 1, func(t *object.Thread, a []val, kw kws) (val, error) {
		p, err := object.Args("create_task", a, kw, 1, names...)
		if err != nil {
			return val{}, err
		}
		p = append(p, val{})
		return b.making(b.stack.createTask, func() (val, error) { return b.createNamed(t, p[0], p[1], p[2]) })
	})
	m.Def("ensure_future", 1, 1, func(t *object.Thread, a []val, kw kws) (val, error) {
		p, err := object.Args("ensure_future", nil, kw, 0, "loop")
		if err != nil {
			return val{}, err
		}
		return b.makingIn(b.stack.ensureFuture, func() (val, error) { return b.ensureFuture(t, a[0], p[0]) })
	})
	b.core.Function("current_task(loop=None)", func(t *object.Thread, a []val, _ kws) (val, error) {
		on, err := b.taskLoop("current_task", a, nil)
		if err != nil {
			return val{}, err
		}
		return b.currentOn(t, on)
	})
	m.Def("all_tasks", 0, 1, func(t *object.Thread, a []val, kw kws) (val, error) {
		on, err := b.taskLoop("all_tasks", a, kw)
		if err != nil {
			return val{}, err
		}
		s := &object.Set{}
		if p, ok := on.Ref.(*pyLoop); ok && p.l != nil {
			for _, x := range task.All(p.l) {
				if err := s.Add(t, b.wrap(x)); err != nil {
					return val{}, err
				}
			}
		}
		return object.Obj(s), b.addOthers(t, on, s)
	})
	b.registry()
	eager := func(t *object.Thread, a []val, kw kws) (val, error) {
		p, err := object.Args("eager_task_factory", a, kw, 2, "loop", "coro", "name", "context")
		if err != nil {
			return val{}, err
		}
		return t.CallKw(object.Obj(b.cls.task), []val{p[1]}, eagerArgs(p))
	}
	m.Def("eager_task_factory", 2, 2, eager)
	keeps(m.Dict.GetStr("create_task"), m.Dict.GetStr("ensure_future"), m.Dict.GetStr("eager_task_factory"))
	m.Def("create_eager_task_factory", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		make := a[0]
		factory := object.NewBuiltin("factory", 2, 2, func(t *object.Thread, a []val, kw kws) (val, error) {
			p, err := object.Args("factory", a, kw, 2, "loop", "coro", "name", "context")
			if err != nil {
				return val{}, err
			}
			return t.CallKw(make, []val{p[1]}, eagerArgs(p))
		})
		keeps(factory)
		return factory, nil
	})
}

// keeps notes of functions what Builtin.Keeps tells: a task that begins as it is
// made runs Python code in them.
func keeps(fns ...val) {
	for _, fn := range fns {
		fn.Ref.(*object.Builtin).Keeps = true
	}
}

func eagerArgs(p []val) kws {
	or := func(v val) val {
		if v.Valid() {
			return v
		}
		return object.None
	}
	return kws{{Name: "loop", Val: p[0]}, {Name: "name", Val: or(p[2])}, {Name: "context", Val: or(p[3])}, {Name: "eager_start", Val: object.True}}
}

// taskLoop gives the loop of current_task and all_tasks.
func (b *Binding) taskLoop(name string, a []val, kw kws) (val, error) {
	p, err := object.Args(name, a, kw, 0, "loop")
	if err != nil {
		return val{}, err
	}
	if p[0].Valid() && !p[0].IsNone() {
		return p[0], nil
	}
	l, err := b.running()
	if err != nil {
		return val{}, err
	}
	return b.loopValue(l), nil
}

// createNamed is asyncio.create_task: in older versions the name is set
// afterwards.
func (b *Binding) createNamed(t *object.Thread, coro, name, context val) (val, error) {
	l := b.runningValue()
	if l.IsNone() {
		return val{}, object.RuntimeError("no running event loop")
	}
	p, ok := l.Ref.(*pyLoop)
	named := name.Valid() && !name.IsNone()
	if ok && !b.overridden(p, "create_task") && !(named && b.profile().NamedTaskUsesNumber) {
		return b.createTask(t, p, coro, taskOptions{name: name, context: context})
	}
	var kw kws
	if named && !b.profile().NamedTaskUsesNumber {
		kw = append(kw, object.Kw{Name: "name", Val: name})
	}
	if context.Valid() && !context.IsNone() {
		kw = append(kw, object.Kw{Name: "context", Val: context})
	}
	m, err := object.GetAttr(t, l, "create_task")
	if err != nil {
		return val{}, err
	}
	v, err := t.CallKw(m, []val{coro}, kw)
	if err == nil && named && b.profile().NamedTaskUsesNumber {
		_, err = b.callMethod(v, "set_name", name)
	}
	return v, err
}

// ensureFuture is asyncio.ensure_future.
func (b *Binding) ensureFuture(t *object.Thread, v, on val) (val, error) {
	given := on.Valid() && !on.IsNone()
	switch a := b.ensureArg(v).(type) {
	case future.Awaitable:
		if given {
			l, err := b.loopOf(on)
			if err != nil {
				return val{}, err
			}
			if a.Loop() != future.Loop(l) {
				return val{}, object.ValueError("The future belongs to a different loop than the one specified as the loop argument")
			}
		}
		return v, nil
	case coroutine.Coroutine:
		if !given {
			var err error
			if on, err = b.getEventLoop(); err != nil {
				return val{}, err
			}
		}
		made, err := b.callMethod(on, "create_task", b.coroutineValue(a))
		if err != nil && b.profile().EnsureClosesRefused && object.IsInstance(err, object.RuntimeErrorClass) {
			if failed := a.Close(); failed != nil {
				err = failed
			}
		}
		return made, err
	}
	return val{}, object.TypeError("An asyncio.Future, a coroutine or an awaitable is required")
}
