package asyncio

import (
	"asyncio/loop"
	"asyncio/script/object"
)

// refuse gives a class methods that raise NotImplementedError.
func refuse(c *object.Class, names ...string) {
	for _, name := range names {
		c.Def(name, 0, -1, func(*object.Thread, []val, kws) (val, error) {
			return val{}, object.NewException(object.NotImplementedErrorClass)
		})
	}
}

// plainly has instances of a class made as those of a class in Python.
func plainly(c *object.Class) {
	c.Construct = func(_ *object.Thread, cls *object.Class, _ []val, _ kws) (val, error) {
		return object.Obj(object.NewInstance(cls)), nil
	}
}

// loopMethods are the names an AbstractEventLoop has.
var loopMethods = []string{
	"run_forever", "run_until_complete", "stop", "is_running", "is_closed", "close", "shutdown_asyncgens", "call_soon", "call_later", "call_at", "time", "create_future", "create_task",
	"call_soon_threadsafe", "run_in_executor", "set_default_executor", "add_reader", "remove_reader", "add_writer",
	"remove_writer", "add_signal_handler", "remove_signal_handler", "set_task_factory", "get_task_factory",
	"get_exception_handler", "set_exception_handler", "default_exception_handler", "call_exception_handler",
	"get_debug", "set_debug",
}

// networkMethods are what needs sockets.
var networkMethods = []string{
	"getaddrinfo", "getnameinfo", "create_connection", "create_server", "start_tls", "sendfile", "create_unix_connection",
	"create_unix_server", "connect_accepted_socket", "create_datagram_endpoint", "sock_recv", "sock_recv_into", "sock_recvfrom", "sock_recvfrom_into",
	"sock_sendall", "sock_sendto", "sock_connect", "sock_accept", "sock_sendfile",
}

// unsupported gives what raises the error of something this interpreter does
// not offer.
func unsupported(name string) object.NativeFn {
	return func(*object.Thread, []val, kws) (val, error) {
		return val{}, object.Raise(object.NotImplementedErrorClass, "%s is not available: there is no network here", name)
	}
}

// processMethods are what needs pipes or processes. They are written in Python.
var processMethods = []string{"connect_read_pipe", "connect_write_pipe", "subprocess_shell", "subprocess_exec"}

// inPython gives a method that is a function of asyncio._processes.
func (b *Binding) inPython(name string) object.NativeFn {
	return func(t *object.Thread, a []val, kw kws) (val, error) {
		m, err := b.h.Import(t, "asyncio._processes")
		if err != nil {
			return val{}, err
		}
		fn, err := object.GetAttr(t, m, name)
		if err != nil {
			return val{}, err
		}
		return t.CallKw(fn, a, kw)
	}
}

// loopClasses makes the loops' classes.
func (b *Binding) loopClasses() {
	a := object.NewBareClass("asyncio.events", "AbstractEventLoop").WithDict()
	b.cls.abstract = a
	refuse(a, loopMethods...)
	if b.profile().ExecutorShutdown {
		refuse(a, "shutdown_default_executor")
	}
	refuse(a, networkMethods...)
	refuse(a, processMethods...)
	base := object.NewBareClass("asyncio.base_events", "BaseEventLoop", a).WithDict()
	b.cls.base = base
	scheduling(base)
	runMethods(base)
	b.makers(base)
	handlers(base)
	b.executors(base)
	loopAttributes(base)
	for _, name := range networkMethods {
		base.Def(name, 0, -1, unsupported(name))
	}
	for _, name := range processMethods {
		base.Def(name, 1, -1, b.inPython(name))
	}
	innards(base)
	b.manualRun(base)
	base.Def("__init__", 1, -1, func(_ *object.Thread, a []val, kw kws) (val, error) {
		sel, err := selectorArg(a[1:], kw)
		if err == nil {
			err = b.initLoop(a[0], sel)
		}
		return object.None, err
	})
	b.cls.selector = object.NewBareClass("asyncio.selector_events", "BaseSelectorEventLoop", base).WithDict()
	watching(b.cls.selector)
	loopMethod(b.cls.selector, "_write_to_self", 0, 0, func(_ *object.Thread, p *pyLoop, _ []val, _ kws) (val, error) {
		p.l.Base().WriteToSelf()
		return object.None, nil
	})
	b.cls.loop = object.NewBareClass("asyncio.unix_events", "_UnixSelectorEventLoop", b.cls.selector).WithDict()
	signalHandlers(b.cls.loop)
	for _, c := range []*object.Class{a, base, b.cls.selector, b.cls.loop} {
		c.Open(b.loopsChanged)
	}
	plainly(a)
	for _, c := range []*object.Class{base, b.cls.selector, b.cls.loop} {
		c.Construct = func(_ *object.Thread, cls *object.Class, a []val, kw kws) (val, error) {
			p := &pyLoop{b: b}
			if cls != b.cls.loop {
				p.SetClass(cls)
			}
			if !cls.Builtin() {
				return object.Obj(p), nil // __init__ does the rest
			}
			sel, err := selectorArg(a, kw)
			if err == nil {
				err = b.newLoop(p, sel)
			}
			return object.Obj(p), err
		}
	}
}

// loopsChanged has the core look again at what overrides the loops' methods.
func (b *Binding) loopsChanged(name string) {
	for _, c := range []*object.Class{b.cls.base, b.cls.selector, b.cls.loop} {
		c.Changed(b.t())
	}
	if !overridable[name] {
		return
	}
	for _, p := range b.loops {
		p.changed()
	}
}

// selectorArg gives the selector= argument of a loop.
func selectorArg(args []val, kw kws) (val, error) {
	a, err := object.Args("__init__", args, kw, 0, "selector")
	if err != nil {
		return val{}, err
	}
	return a[0], nil
}

// initLoop is a loop's __init__.
func (b *Binding) initLoop(v, sel val) error {
	p, ok := v.Ref.(*pyLoop)
	if !ok {
		return object.TypeError("an event loop is required, not %s", object.ClassOf(v).Name)
	}
	return b.newLoop(p, sel)
}

func loopAttributes(c *object.Class) {
	c.Def("__repr__", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		s, err := a[0].Ref.(*pyLoop).Repr(t)
		return object.String(s), err
	})
	c.DefGet("slow_callback_duration", func(_ *object.Thread, v val) (val, error) {
		return object.Float(v.Ref.(*pyLoop).l.SlowCallbackDuration()), nil
	}, func(t *object.Thread, v, x val) error {
		f, err := floatArg(t, x)
		if err == nil {
			v.Ref.(*pyLoop).l.SetSlowCallbackDuration(f)
		}
		return err
	})
	attr := func(name string, get func(p *pyLoop, l *loop.Loop) val) {
		c.DefGet(name, func(_ *object.Thread, v val) (val, error) {
			p := v.Ref.(*pyLoop)
			if p.l == nil {
				return val{}, object.AttributeError("'%s' object has no attribute '%s'", className(p.Class()), name)
			}
			return get(p, p.l), nil
		}, nil)
	}
	attr("_debug", func(_ *pyLoop, l *loop.Loop) val { return object.Bool(l.Debug()) })
	attr("_closed", func(_ *pyLoop, l *loop.Loop) val { return object.Bool(l.IsClosed()) })
	attr("_stopping", func(_ *pyLoop, l *loop.Loop) val { return object.Bool(l.Stopping()) })
	attr("_signal_handlers", func(p *pyLoop, l *loop.Loop) val { return object.Obj(p.signalHandlers()) })
	attr("_internal_fds", func(_ *pyLoop, l *loop.Loop) val {
		if l.IsClosed() {
			return object.Int(0)
		}
		return object.Int(1) // the pipe by which it is woken
	})
	attr("_timer_cancelled_count", func(_ *pyLoop, l *loop.Loop) val { return object.Int(int64(l.CancelledTimers())) })
	for _, name := range [...]string{"_ssock", "_csock"} {
		attr(name, func(p *pyLoop, l *loop.Loop) val {
			v, err := p.b.python(p.b.t(), "PipeEnd", []val{object.Int(int64(l.WakeFD()))}, nil)
			if err != nil || l.IsClosed() {
				return object.None
			}
			return v
		})
	}
	c.DefGet("_selector", func(_ *object.Thread, v val) (val, error) {
		if p := v.Ref.(*pyLoop); p.selector != nil {
			return p.selector.v, nil
		}
		return object.None, nil
	}, func(_ *object.Thread, v, x val) error {
		p := v.Ref.(*pyLoop)
		if p.selector == nil || !x.Valid() {
			p.selector = &pySelector{b: p.b, p: p}
		}
		if p.selector.v = x; !x.Valid() {
			p.selector = nil
		}
		p.changed()
		return nil
	})
	c.DefGet("_clock_resolution", func(_ *object.Thread, v val) (val, error) {
		return object.Float(v.Ref.(*pyLoop).l.Resolution()), nil
	}, func(t *object.Thread, v, x val) error {
		f, err := floatArg(t, x)
		if err == nil {
			v.Ref.(*pyLoop).l.SetResolution(f)
		}
		return err
	})
	attr("_ready", func(p *pyLoop, _ *loop.Loop) val { return object.Obj(&handleList{p, false}) })
	attr("_scheduled", func(p *pyLoop, _ *loop.Loop) val { return object.Obj(&handleList{p, true}) })
	attr("_thread_id", func(p *pyLoop, l *loop.Loop) val {
		if l.Thread() == nil {
			return object.None
		}
		return object.Int(l.Thread().ID())
	})
}

// handles gives handles of the core as a list.
func (p *pyLoop) handles(hs []any) val {
	out := make([]val, len(hs))
	for i, h := range hs {
		out[i] = p.b.toValue(h)
	}
	return object.Obj(object.NewList(out))
}
