package asyncio

import (
	"asyncio/script/object"
	"asyncio/task"
)

// makeTask is Task.__init__.
func (b *Binding) makeTask(t *object.Thread, self *pyTask, args []val, kw kws) error {
	if len(args) > 1 {
		return object.TypeError("Task() takes exactly 1 positional argument (%d given)", len(args))
	}
	names := []string{"coro", "loop", "name"}
	if b.profile().TaskContext {
		names = append(names, "context")
	}
	if b.profile().EagerTasks {
		names = append(names, "eager_start")
	}
	a, err := object.Args("Task", args, kw, 1, names...)
	if err != nil {
		return err
	}
	a = append(a, val{}, val{})
	o := taskOptions{name: a[2], context: a[3]}
	if a[4].Valid() {
		if o.eager, err = object.Truth(t, a[4]); err != nil {
			return err
		}
	}
	l, err := b.loopArg(a[1])
	if err != nil {
		return err
	}
	made, err := o.made(t)
	if err != nil {
		return err
	}
	if err = b.newTask(self, l, a[0], made); err != nil && self.t != nil {
		b.h.In.Life.Watch(self) // it is there all the same, and is told of when it goes
	}
	return err
}

// taskClass makes Task.
func (b *Binding) taskClass() {
	c := object.NewNativeClass("_asyncio", "Task", b.cls.future).WithDict()
	b.cls.task = c
	c.Construct = func(t *object.Thread, cls *object.Class, args []val, kw kws) (val, error) {
		p := &pyTask{}
		p.b = b
		if cls.Builtin() {
			return object.Obj(p), b.makeTask(t, p, args, kw)
		}
		p.SetClass(cls)
		return object.Obj(p), nil
	}
	newBare(c, func(cls *object.Class) val {
		p := &pyTask{}
		p.b = b
		if !cls.Builtin() {
			p.SetClass(cls)
		}
		return object.Obj(p)
	})
	c.Def("__init__", 1, -1, func(t *object.Thread, a []val, kw kws) (val, error) {
		return object.None, b.makeTask(t, a[0].Ref.(*pyTask), a[1:], kw)
	})
	c.Keeps = true
	init, _ := c.Has("__init__")
	keeps(init)
	// CPython's Task has these methods once more, under its own name.
	futureState(c)
	b.futureOutcome(c)
	futureCallbacks(c)
	b.taskNames(c)
	b.taskCancels(c)
	taskStacks(c)
	taskInternals(c)
}

// taskMethod adds a method of tasks that are initialized.
func taskMethod(c *object.Class, header string, fn func(t *object.Thread, p *pyTask, a []val, kw kws) (val, error)) {
	c.Method(header, func(t *object.Thread, a []val, kw kws) (val, error) {
		p := a[0].Ref.(*pyTask)
		if p.t == nil {
			return val{}, notInitialized()
		}
		return fn(t, p, a[1:], kw)
	})
}

func (b *Binding) taskNames(c *object.Class) {
	taskMethod(c, "get_name()", func(_ *object.Thread, p *pyTask, _ []val, _ kws) (val, error) {
		return object.String(p.t.Name()), nil
	})
	taskMethod(c, "set_name(value, /)", func(t *object.Thread, p *pyTask, a []val, _ kws) (val, error) {
		s, err := object.StrText(t, a[0])
		if err == nil {
			p.t.SetName(s)
		}
		return object.None, err
	})
	taskMethod(c, "get_coro()", func(_ *object.Thread, p *pyTask, _ []val, _ kws) (val, error) {
		return p.b.coroutineOfTask(p.t), nil
	})
	if !b.profile().ContextGetters {
		return
	}
	taskMethod(c, "get_context()", func(_ *object.Thread, p *pyTask, _ []val, _ kws) (val, error) {
		return p.b.contextOfTask(p.t), nil
	})
}

// coroutineOfTask gives what a task drives; None for one that never had to
// wait.
func (b *Binding) coroutineOfTask(t *task.Task) val {
	if t.EndedEagerly() {
		return object.None
	}
	return b.coroutineValue(t.Coroutine())
}

func (b *Binding) taskCancels(c *object.Class) {
	refuse := func(name, arg string) {
		taskMethod(c, name+"("+arg+", /)", func(*object.Thread, *pyTask, []val, kws) (val, error) {
			return val{}, object.RuntimeError("Task does not support %s operation", name)
		})
	}
	refuse("set_result", "result")
	refuse("set_exception", "exception")
	if !b.profile().CancelCount {
		return
	}
	taskMethod(c, "cancelling()", func(_ *object.Thread, p *pyTask, _ []val, _ kws) (val, error) {
		return object.Int(int64(p.t.Cancelling())), nil
	})
	taskMethod(c, "uncancel()", func(_ *object.Thread, p *pyTask, _ []val, _ kws) (val, error) {
		return object.Int(int64(p.t.Uncancel())), nil
	})
}

func taskStacks(c *object.Class) {
	stack := func(name, header string, names ...string) {
		c.Typed(header, func(t *object.Thread, a []val, _ kws) (val, error) {
			p := a[0].Ref.(*pyTask)
			if p.t == nil {
				return val{}, notInitialized()
			}
			var kw kws
			for i, x := range a[1:] {
				if x.Valid() {
					kw = append(kw, object.Kw{Name: names[i], Val: x})
				}
			}
			return p.b.python(t, name, a[:1], kw)
		})
	}
	stack("get_stack", "get_stack(*, limit=None)", "limit")
	stack("print_stack", "print_stack(*, limit=None, file=None)", "limit", "file")
}

func taskInternals(c *object.Class) {
	get := func(name string, fn func(p *pyTask) val) {
		c.DefGet(name, func(_ *object.Thread, v val) (val, error) {
			p := v.Ref.(*pyTask)
			if p.t == nil {
				return object.None, nil
			}
			return fn(p), nil
		}, nil)
	}
	get("_coro", func(p *pyTask) val { return p.b.coroutineOfTask(p.t) })
	get("_must_cancel", func(p *pyTask) val { return object.Bool(p.t.MustCancel()) })
	get("_num_cancels_requested", func(p *pyTask) val { return object.Int(int64(p.t.Cancelling())) })
	get("_fut_waiter", func(p *pyTask) val { return p.b.wrap(p.t.WaitingOn()) })
	c.DefGet("_log_destroy_pending", func(_ *object.Thread, v val) (val, error) {
		p := v.Ref.(*pyTask)
		return object.Bool(p.t == nil || !p.t.Quiet()), nil
	}, func(t *object.Thread, v, x val) error {
		yes, err := object.Truth(t, x)
		if p := v.Ref.(*pyTask); err == nil && p.t != nil {
			p.t.SetQuiet(!yes)
		}
		return err
	})
	c.StayAttr("_log_destroy_pending")
}
