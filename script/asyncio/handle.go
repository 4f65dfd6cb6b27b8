package asyncio

import (
	"asyncio/contextvars"
	"asyncio/exceptions"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/script/object"
)

// pyHandle is a handle of the core as Python sees it; timer is the same one
// when it is a timer's.
type pyHandle struct {
	object.Head
	object.Mark
	b     *Binding
	h     *handle.Handle
	timer *handle.TimerHandle
	l     *loop.Loop
	// What the program made the handle of: a loop of another make, the tuple of
	// arguments, the time.
	on, args, when val
}

// Class implements object.Object.
func (p *pyHandle) Class() *object.Class {
	if c := p.Subclass(); c != nil {
		return c
	}
	if p.timer != nil {
		return p.b.cls.timer
	}
	return p.b.cls.handle
}

// Repr implements object.Reprer.
func (p *pyHandle) Repr(*object.Thread) (string, error) {
	show := p.b.profile().ArgumentsInRepr || p.debug()
	if p.timer != nil && p.when.Valid() {
		return p.timer.ReprAt(p.b.repr(p.when), show), nil
	}
	if p.timer != nil {
		return p.timer.Repr(show), nil
	}
	return p.h.Repr(show), nil
}

// debug reports whether the handle's loop is in debug mode.
func (p *pyHandle) debug() bool {
	switch {
	case p.l != nil:
		return p.l.Debug()
	case !p.on.Valid() || p.on.IsNone():
		return false
	}
	v, err := p.b.callMethod(p.on, "get_debug")
	on, failed := object.Truth(p.b.t(), v)
	return err == nil && failed == nil && on
}

// Traverse implements object.Traverser.
func (p *pyHandle) Traverse(visit func(val)) {
	p.TraverseHead(visit)
	visit(p.on)
	visit(p.args)
	visit(p.when)
}

// References implements object.Referrer.
func (p *pyHandle) References(visit func(any)) { visit(p.h) }

func (p *pyHandle) cancel() {
	if p.timer != nil {
		p.timer.Cancel()
		return
	}
	p.h.Cancel()
}

// handleValue gives the one Python object of a handle.
func (b *Binding) handleValue(h *handle.Handle) val { return b.handleOn(nil, h, nil) }

// timerValue gives the one Python object of a timer.
func (b *Binding) timerValue(t *handle.TimerHandle) val { return b.handleOn(nil, &t.Handle, t) }

func (b *Binding) handleOn(l *loop.Loop, h *handle.Handle, t *handle.TimerHandle) val {
	if p, ok := h.Owner().(*pyHandle); ok {
		return object.Obj(p)
	}
	p := &pyHandle{b: b, h: h, timer: t, l: l}
	h.SetOwner(p)
	return object.Obj(p)
}

// handleClasses makes Handle and TimerHandle.
func (b *Binding) handleClasses() {
	c := object.NewBareClass("asyncio.events", "Handle").WithDict()
	b.cls.handle = c
	c.Construct = func(t *object.Thread, cls *object.Class, args []val, kw kws) (val, error) {
		return b.makeHandle(t, cls, val{}, args, kw)
	}
	get := func(name string, fn func(p *pyHandle) val) {
		c.Def(name, 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { return fn(a[0].Ref.(*pyHandle)), nil })
	}
	get("cancel", func(p *pyHandle) val { p.cancel(); return object.None })
	get("cancelled", func(p *pyHandle) val { return object.Bool(p.h.Cancelled()) })
	if b.profile().ContextGetters {
		get("get_context", func(p *pyHandle) val { return b.contextValue(p.h.Context()) })
	}
	c.Def("_run", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		p := a[0].Ref.(*pyHandle)
		if p.h.Cancelled() {
			return val{}, object.TypeError("'NoneType' object is not callable")
		}
		err := p.h.Run(b.thread())
		switch {
		case err == nil:
		case p.l != nil:
			err = p.l.CallbackFailed(p.h, err)
		case p.on.Valid() && !p.on.IsNone() && !exceptions.LeavesLoop(err):
			err = b.reportTo(p, err)
		}
		return object.None, err
	})
	c.Def("__repr__", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		s, err := a[0].Ref.(*pyHandle).Repr(t)
		return object.String(s), err
	})
	b.handleAttrs(c)
	b.timerClass()
	c.Open(func(string) {})
	b.cls.timer.Open(func(string) {})
}

func (b *Binding) handleAttrs(c *object.Class) {
	attr := func(name string, fn func(p *pyHandle) val) {
		c.DefGet(name, func(_ *object.Thread, v val) (val, error) { return fn(v.Ref.(*pyHandle)), nil }, nil)
	}
	attr("_callback", func(p *pyHandle) val {
		if p.h.Callback() == nil {
			return object.None
		}
		fn, _ := b.callbackValue(p.h.Callback())
		return fn
	})
	attr("_args", func(p *pyHandle) val {
		if p.h.Callback() == nil {
			return object.None
		}
		if p.args.Valid() {
			return p.args
		}
		_, args := b.callbackValue(p.h.Callback())
		return object.TupleValue(args...)
	})
	attr("_context", func(p *pyHandle) val { return b.contextValue(p.h.Context()) })
	attr("_cancelled", func(p *pyHandle) val { return object.Bool(p.h.Cancelled()) })
	attr("_source_traceback", func(p *pyHandle) val { return b.sourceTraceback(p.h.Created()) })
	attr("_loop", func(p *pyHandle) val {
		if p.l == nil && p.on.Valid() {
			return p.on
		}
		return b.loopValue(p.l)
	})
}

// reportTo tells a loop of another make that a handle's callback has failed.
func (b *Binding) reportTo(p *pyHandle, err error) error {
	name, place := b.callbackName(p.callback(), b.profile().ArgumentsInRepr || p.debug())
	text := name + b.argumentsText(p.arguments(), nil, b.profile().ArgumentsInRepr || p.debug()) + place
	d := object.NewDict()
	d.SetStr("message", object.String("Exception in callback "+text))
	d.SetStr("exception", b.toValue(err))
	d.SetStr("handle", object.Obj(p))
	if created := b.sourceTraceback(p.h.Created()); !created.IsNone() {
		d.SetStr("source_traceback", created)
	}
	_, err = b.callMethod(p.on, "call_exception_handler", object.Obj(d))
	return err
}

func (p *pyHandle) callback() val {
	fn, _ := p.b.callbackValue(p.h.Callback())
	return fn
}

func (p *pyHandle) arguments() []val {
	_, args := p.b.callbackValue(p.h.Callback())
	return args
}

// makeHandle is Handle(callback, args, loop, context=None), and with when
// before them TimerHandle's.
func (b *Binding) makeHandle(t *object.Thread, cls *object.Class, when val, args []val, kw kws) (val, error) {
	a, err := object.Args("Handle", args, kw, 3, "callback", "args", "loop", "context")
	if err != nil {
		return val{}, err
	}
	items, err := object.Collect(t, a[1])
	if err != nil {
		return val{}, err
	}
	ctx, err := contextArg(a[3])
	if err != nil {
		return val{}, err
	}
	p := &pyHandle{b: b, on: a[2], args: a[1], when: when}
	if lp, ok := a[2].Ref.(*pyLoop); ok {
		p.l = lp.l
	}
	var vars contextvars.Vars
	if ctx == nil {
		vars = b.thread().Context().Vars()
	}
	cb := b.callback(a[0], items)
	if when.Valid() {
		due, err := floatArg(t, when)
		if err != nil {
			return val{}, err
		}
		p.timer = handle.NewTimer(due, cb, ctx, vars, nil)
		p.h = &p.timer.Handle
	} else {
		p.h = handle.New(cb, ctx, vars)
	}
	if p.debug() {
		p.h.SetCreated(b.origin(loop.HandleDepth))
	}
	p.h.SetOwner(p)
	if !cls.Builtin() {
		p.SetClass(cls)
	}
	return object.Obj(p), nil
}

func (b *Binding) timerClass() {
	c := object.NewBareClass("asyncio.events", "TimerHandle", b.cls.handle)
	b.cls.timer = c
	c.Construct = func(t *object.Thread, cls *object.Class, args []val, kw kws) (val, error) {
		if len(args) == 0 {
			return val{}, object.TypeError("TimerHandle.__init__() missing 1 required positional argument: 'when'")
		}
		if args[0].IsNone() {
			return val{}, object.NewException(object.AssertionErrorClass)
		}
		return b.makeHandle(t, cls, args[0], args[1:], kw)
	}
	timer := func(v val) *handle.TimerHandle {
		if p, ok := v.Ref.(*pyHandle); ok {
			return p.timer
		}
		return nil
	}
	when := func(v val) val {
		if p := v.Ref.(*pyHandle); p.when.Valid() {
			return p.when
		}
		return object.Float(timer(v).When())
	}
	c.Def("when", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { return when(a[0]), nil })
	c.DefGet("_when", func(_ *object.Thread, v val) (val, error) { return when(v), nil }, nil)
	c.DefGet("_scheduled", func(_ *object.Thread, v val) (val, error) { return object.Bool(timer(v).Scheduled()), nil }, nil)
	c.Def("__hash__", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		n, err := object.HashInt(t, object.Float(timer(a[0]).When()))
		return object.Int(n), err
	})
	compare := func(name string, holds func(t *object.Thread, x, y *handle.TimerHandle) (bool, error)) {
		c.Def(name, 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
			x, y := timer(a[0]), timer(a[1])
			if y == nil {
				return object.NotImplemented, nil
			}
			yes, err := holds(t, x, y)
			return object.Bool(yes), err
		})
	}
	compare("__lt__", func(_ *object.Thread, x, y *handle.TimerHandle) (bool, error) { return x.When() < y.When(), nil })
	compare("__gt__", func(_ *object.Thread, x, y *handle.TimerHandle) (bool, error) { return x.When() > y.When(), nil })
	compare("__eq__", b.sameTimer)
	compare("__ne__", func(t *object.Thread, x, y *handle.TimerHandle) (bool, error) {
		same, err := b.sameTimer(t, x, y)
		return !same, err
	})
	compare("__le__", func(t *object.Thread, x, y *handle.TimerHandle) (bool, error) {
		if x.When() < y.When() {
			return true, nil
		}
		return b.sameTimer(t, x, y)
	})
	compare("__ge__", func(t *object.Thread, x, y *handle.TimerHandle) (bool, error) {
		if x.When() > y.When() {
			return true, nil
		}
		return b.sameTimer(t, x, y)
	})
}

// sameTimer is == of timers: same time, callback, arguments, and cancelled
// alike.
func (b *Binding) sameTimer(t *object.Thread, x, y *handle.TimerHandle) (bool, error) {
	if x == y {
		return true, nil
	}
	if x.When() != y.When() || x.Cancelled() != y.Cancelled() {
		return false, nil
	}
	if x.Callback() == nil || y.Callback() == nil {
		return x.Callback() == nil && y.Callback() == nil, nil
	}
	f, a := b.callbackValue(x.Callback())
	g, c := b.callbackValue(y.Callback())
	same, err := object.Equal(t, f, g)
	if err != nil || !same {
		return false, err
	}
	return object.Equal(t, object.TupleValue(a...), object.TupleValue(c...))
}
