package asyncio

import (
	"asyncio/contextvars"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/script/builtins"
	"asyncio/script/object"
)

// makeFuture is Future.__init__.
func (b *Binding) makeFuture(self *pyFuture, args []val, kw kws) error {
	if err := noPositional("Future", args); err != nil {
		return err
	}
	a, err := object.Args("Future", nil, kw, 0, "loop")
	if err != nil {
		return err
	}
	l, err := b.loopArg(a[0])
	if err != nil {
		return err
	}
	f := future.New(l)
	self.b = b
	self.attach(f, f, self)
	return nil
}

func noPositional(name string, args []val) error {
	if len(args) > 0 {
		return object.TypeError("%s() takes no positional arguments", name)
	}
	return nil
}

// futureClasses makes Future and its iterator.
func (b *Binding) futureClasses() {
	c := object.NewNativeClass("_asyncio", "Future").WithDict()
	b.cls.future = c
	b.cls.gathering = object.NewBareClass("asyncio.tasks", "_GatheringFuture", c)
	c.Construct = func(_ *object.Thread, cls *object.Class, args []val, kw kws) (val, error) {
		p := &pyFuture{b: b}
		if cls.Builtin() {
			return object.Obj(p), b.makeFuture(p, args, kw)
		}
		p.SetClass(cls)
		return object.Obj(p), nil
	}
	newBare(c, func(cls *object.Class) val {
		p := &pyFuture{b: b}
		if !cls.Builtin() {
			p.SetClass(cls)
		}
		return object.Obj(p)
	})
	c.Def("__init__", 1, -1, func(_ *object.Thread, a []val, kw kws) (val, error) {
		p, ok := a[0].Ref.(*pyFuture)
		if !ok {
			return val{}, object.TypeError("descriptor '__init__' requires a Future")
		}
		return object.None, b.makeFuture(p, a[1:], kw)
	})
	futureState(c)
	b.futureOutcome(c)
	futureCallbacks(c)
	futureInternals(c)
	iterClass := object.NewNativeClass("_asyncio", "FutureIter").Final()
	b.cls.iter = iterClass
	iterClass.Def("__next__", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) { return a[0].Ref.(*futureIter).Next(t) })
	iterClass.Def("__iter__", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { return a[0], nil })
	iterClass.Def("send", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) { return a[0].Ref.(*futureIter).Next(t) })
	iterClass.Def("throw", 2, 4, func(t *object.Thread, a []val, _ kws) (val, error) {
		e, err := builtins.Thrown(t, a[1:])
		if err != nil && !raisable(a[1]) {
			err = object.TypeError("exceptions must be classes deriving BaseException or instances of such a class")
		}
		if err != nil {
			return val{}, err
		}
		return val{}, e
	})
	iterClass.Def("close", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		a[0].Ref.(*futureIter).over = true
		return object.None, nil
	})
}

// raisable tells an exception, and a class of exceptions.
func raisable(v val) bool {
	switch o := v.Ref.(type) {
	case *object.Exception:
		return true
	case *object.Class:
		return o.IsSubclass(object.BaseExceptionClass)
	}
	return false
}

// newBare gives a class a __new__, which makes an object without __init__.
func newBare(c *object.Class, bare func(cls *object.Class) val) {
	c.SetAttr("__new__", object.Obj(&object.Builtin{Name: "__new__", Qualname: className(c) + ".__new__", Min: 1, Max: -1, Keywords: true, Self: object.Obj(c),
		Fn: func(_ *object.Thread, a []val, _ kws) (val, error) {
			cls, ok := a[0].Ref.(*object.Class)
			switch {
			case !ok:
				return val{}, object.TypeError("%s.__new__(X): X is not a type object (%s)", className(c), object.ClassOf(a[0]).Name)
			case !cls.IsSubclass(c):
				return val{}, object.TypeError("%s.__new__(%s): %s is not a subtype of %s", className(c), cls.Name, cls.Name, className(c))
			}
			return bare(cls), nil
		}}))
}

// method adds a method of futures that are initialized.
func method(c *object.Class, header string, fn func(t *object.Thread, p *pyFuture, a []val, kw kws) (val, error)) {
	c.Typed(header, func(t *object.Thread, a []val, kw kws) (val, error) {
		p, err := futureArg(a[0])
		if err != nil {
			return val{}, err
		}
		return fn(t, p, a[1:], kw)
	})
}

// readable adds a computed attribute of futures that are initialized.
func readable(c *object.Class, name string, get func(t *object.Thread, p *pyFuture) (val, error)) {
	c.DefGet(name, func(t *object.Thread, v val) (val, error) {
		p, err := futureArg(v)
		if err != nil {
			return val{}, err
		}
		return get(t, p)
	}, nil)
}

func futureState(c *object.Class) {
	ask := func(name string, of func(future.Awaitable) bool) {
		c.Method(name+"()", func(_ *object.Thread, a []val, _ kws) (val, error) {
			p := a[0].Ref.(anyFuture).future()
			return object.Bool(p.aw != nil && of(p.aw)), nil
		})
	}
	ask("done", future.Awaitable.Done)
	ask("cancelled", future.Awaitable.Cancelled)
	method(c, "get_loop()", func(_ *object.Thread, p *pyFuture, _ []val, _ kws) (val, error) {
		return p.b.loopValue(p.aw.Loop().(*loop.Loop)), nil
	})
	c.Def("__repr__", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		s, err := a[0].Ref.(object.Reprer).Repr(t)
		return object.String(s), err
	})
	c.Def("__del__", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		if f, ok := a[0].Ref.(interface {
			ended(t *object.Thread, collected bool)
		}); ok {
			f.ended(t, false)
		}
		return object.None, nil
	})
	await := func(t *object.Thread, p *pyFuture, _ []val, _ kws) (val, error) { return p.iter(), nil }
	method(c, "__await__()", await)
	method(c, "__iter__()", await)
	c.DefClass("__class_getitem__", 2, 2, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.MakeAlias(a[0], a[1]), nil
	})
}

func (b *Binding) futureOutcome(c *object.Class) {
	outcome := func(add func(string, object.NativeFn), header string, of func(p *pyFuture) (val, error)) {
		add(header, func(_ *object.Thread, a []val, _ kws) (val, error) {
			p := a[0].Ref.(anyFuture).future()
			if p.aw == nil {
				return val{}, object.Raise(object.InvalidStateErrorClass, "%s", uninitialized)
			}
			return of(p)
		})
	}
	outcome(c.Method, "result()", (*pyFuture).outcome)
	outcome(c.Typed, "exception()", func(p *pyFuture) (val, error) {
		e, err := p.aw.Exception()
		if e == nil {
			if err != nil {
				p.b.raised(err)
			}
			return object.None, err
		}
		return p.b.toValue(e), err
	})
	cancel := "cancel(*args, **kwargs)"
	if b.profile().CancelMessage {
		cancel = "cancel(msg=None)"
	}
	method(c, cancel, func(_ *object.Thread, p *pyFuture, a []val, kw kws) (val, error) {
		if n := len(a) + len(kw); n > 0 && !b.profile().CancelMessage {
			return val{}, object.TypeError("cancel() takes no arguments (%d given)", n)
		}
		var msg any
		if len(a) > 0 && a[0].Valid() && !a[0].IsNone() {
			msg = a[0]
		}
		ok, err := p.aw.TryCancel(msg)
		return object.Bool(ok), err
	})
	method(c, "set_result(result, /)", func(_ *object.Thread, p *pyFuture, a []val, _ kws) (val, error) {
		return object.None, p.setter().SetResult(a[0])
	})
	method(c, "set_exception(exception, /)", func(t *object.Thread, p *pyFuture, a []val, _ kws) (val, error) {
		return object.None, p.setException(t, a[0])
	})
	method(c, "_make_cancelled_error()", func(_ *object.Thread, p *pyFuture, _ []val, _ kws) (val, error) {
		return p.b.toValue(p.base.MakeCancelledError()), nil
	})
}

func futureCallbacks(c *object.Class) {
	method(c, "add_done_callback(fn, /, *, context=<unrepresentable>)", func(_ *object.Thread, p *pyFuture, a []val, _ kws) (val, error) {
		var given val
		if len(a) > 1 {
			given = a[1]
		}
		ctx, err := contextArg(given)
		if err != nil {
			return val{}, err
		}
		return object.None, p.aw.AddDoneCallback(p.b.doneCallback(a[0]), ctx)
	})
	method(c, "remove_done_callback(fn, /)", func(_ *object.Thread, p *pyFuture, a []val, _ kws) (val, error) {
		return object.Int(int64(p.aw.RemoveDoneCallback(p.b.doneCallback(a[0])))), nil
	})
}

func futureInternals(c *object.Class) {
	readable(c, "_state", func(_ *object.Thread, p *pyFuture) (val, error) { return object.String(stateName(p.base)), nil })
	readable(c, "_loop", func(_ *object.Thread, p *pyFuture) (val, error) {
		return p.b.loopValue(p.aw.Loop().(*loop.Loop)), nil
	})
	readable(c, "_result", func(_ *object.Thread, p *pyFuture) (val, error) {
		if p.base.State() != future.Finished {
			return object.None, nil
		}
		v, _ := p.base.Outcome()
		return p.b.toValue(v), nil
	})
	readable(c, "_exception", func(_ *object.Thread, p *pyFuture) (val, error) {
		if p.base.State() != future.Finished {
			return object.None, nil
		}
		if _, err := p.base.Outcome(); err != nil {
			return p.b.toValue(err), nil
		}
		return object.None, nil
	})
	readable(c, "_callbacks", func(_ *object.Thread, p *pyFuture) (val, error) {
		var items []val
		p.base.Callbacks(func(cb future.DoneCallback, ctx *contextvars.Context) {
			items = append(items, object.TupleValue(p.b.doneValue(cb), p.b.contextValue(ctx)))
		})
		if items == nil {
			return object.None, nil
		}
		return object.Obj(object.NewList(items)), nil
	})
	readable(c, "_source_traceback", func(_ *object.Thread, p *pyFuture) (val, error) {
		return p.b.sourceTraceback(p.base.Created()), nil
	})
	c.DefGet("_cancel_message", func(_ *object.Thread, v val) (val, error) {
		p, err := futureArg(v)
		if err != nil {
			return val{}, err
		}
		return p.b.toValue(p.base.CancelMessage()), nil
	}, func(_ *object.Thread, v, x val) error {
		p, err := futureArg(v)
		if err == nil && p.base.State() != future.Finished {
			p.base.SetCancelMessage(x)
		}
		return err
	})
	c.DefGet("_log_traceback", func(_ *object.Thread, v val) (val, error) {
		p, err := futureArg(v)
		if err != nil {
			return val{}, err
		}
		return object.Bool(p.base.Untaken()), nil
	}, func(t *object.Thread, v, x val) error {
		p, err := futureArg(v)
		if err != nil {
			return err
		}
		yes, err := object.Truth(t, x)
		if err != nil {
			return err
		}
		if yes {
			return object.ValueError("_log_traceback can only be set to False")
		}
		p.base.Taken()
		return nil
	})
	c.DefGet("_asyncio_future_blocking", func(_ *object.Thread, v val) (val, error) {
		p := v.Ref.(anyFuture).future()
		return object.Bool(p.base != nil && p.base.Blocking()), nil
	}, func(t *object.Thread, v, x val) error {
		p, err := futureArg(v)
		if err != nil {
			return err
		}
		yes, err := object.Truth(t, x)
		p.base.SetBlocking(yes)
		return err
	})
	for _, name := range []string{"_asyncio_future_blocking", "_log_traceback", "_cancel_message"} {
		c.StayAttr(name)
	}
}
