package asyncio

import (
	"asyncio/contextvars"
	"asyncio/script/builtins"
	"asyncio/script/object"
	"asyncio/signalsafe"
)

// callContext is the context a callback runs in: ctx, or one that starts with
// vars.
type callContext struct {
	ctx  *contextvars.Context
	vars contextvars.Vars
}

// loopMethod adds a method of loops that are initialized; min and max do not
// count self.
func loopMethod(c *object.Class, name string, min, max int, fn func(t *object.Thread, p *pyLoop, a []val, kw kws) (val, error)) {
	if max >= 0 {
		max++
	}
	c.Def(name, min+1, max, func(t *object.Thread, a []val, kw kws) (val, error) {
		p, ok := a[0].Ref.(*pyLoop)
		if !ok || p.l == nil {
			return val{}, object.AttributeError("'%s' object has no attribute '_closed'", object.ClassOf(a[0]).Name)
		}
		return fn(t, p, a[1:], kw)
	})
}

// scheduling adds call_soon and its kin.
func scheduling(c *object.Class) {
	loopMethod(c, "call_soon", 1, -1, func(_ *object.Thread, p *pyLoop, a []val, kw kws) (val, error) {
		in, err := p.callArgs("call_soon", kw)
		if err == nil {
			err = p.checkCallback("call_soon", a[0])
		}
		if err != nil {
			return val{}, err
		}
		return p.handle(p.l.Base().CallSoon(p.b.callback(a[0], a[1:]), in.ctx, in.vars))
	})
	loopMethod(c, "call_soon_threadsafe", 1, -1, func(_ *object.Thread, p *pyLoop, a []val, kw kws) (val, error) {
		in, err := p.callArgs("call_soon_threadsafe", kw)
		if err == nil {
			err = p.checkCallback("call_soon_threadsafe", a[0])
		}
		if err != nil {
			return val{}, err
		}
		return p.handle(p.l.Base().CallSoonThreadsafe(p.b.callback(a[0], a[1:]), in.ctx, in.vars))
	})
	loopMethod(c, "call_at", 2, -1, func(t *object.Thread, p *pyLoop, a []val, kw kws) (val, error) {
		if a[0].IsNone() {
			if p.b.profile().NoneTimeChecks {
				return val{}, object.TypeError("when cannot be None")
			}
			return val{}, object.NewException(object.AssertionErrorClass)
		}
		when, err := floatArg(t, a[0])
		if err != nil {
			return val{}, err
		}
		in, err := p.callArgs("call_at", kw)
		if err == nil {
			err = p.checkCallback("call_at", a[1])
		}
		if err != nil {
			return val{}, err
		}
		return p.timer(p.l.Base().CallAt(when, p.b.callback(a[1], a[2:]), in.ctx, in.vars))
	})
	loopMethod(c, "call_later", 2, -1, func(t *object.Thread, p *pyLoop, a []val, kw kws) (val, error) {
		if a[0].IsNone() {
			if p.b.profile().NoneTimeChecks {
				return val{}, object.TypeError("delay must not be None")
			}
			return val{}, object.TypeError("unsupported operand type(s) for +: 'float' and 'NoneType'")
		}
		delay, err := floatArg(t, a[0])
		if err != nil {
			return val{}, err
		}
		in, err := p.callArgs("call_later", kw)
		if err == nil {
			err = p.checkCallback("call_at", a[1])
		}
		if err != nil {
			return val{}, err
		}
		return p.timer(p.l.Base().CallLater(delay, p.b.callback(a[1], a[2:]), in.ctx, in.vars))
	})
	loopMethod(c, "time", 0, 0, func(_ *object.Thread, p *pyLoop, _ []val, _ kws) (val, error) {
		return object.Float(p.l.Base().Time()), nil
	})
}

// floatArg gives a number of seconds.
func floatArg(t *object.Thread, v val) (float64, error) {
	if _, isStr := object.StrOf(v); isStr {
		return 0, object.TypeError("unsupported operand type(s) for +: 'float' and 'str'")
	}
	return builtins.Float(t, v)
}

// signalHandlers adds the methods for signals.
func signalHandlers(c *object.Class) {
	for _, name := range []string{"_check_signal", "_handle_signal"} {
		loopMethod(c, name, 1, 1, func(t *object.Thread, p *pyLoop, a []val, _ kws) (val, error) {
			return p.unixEvents(t, name, a[0])
		})
	}
	loopMethod(c, "add_signal_handler", 2, -1, func(t *object.Thread, p *pyLoop, a []val, _ kws) (val, error) {
		if p.b.ownSignals() {
			return p.unixEvents(t, "_add_signal_handler", a...)
		}
		if p.b.isCoroutine(a[1]) || p.b.isCoroutineFunction(a[1]) {
			return val{}, object.TypeError("coroutines cannot be used with add_signal_handler()")
		}
		s, err := p.b.signalArg(a[0])
		if err != nil {
			return val{}, err
		}
		if signalsafe.Valid(s) && !p.l.IsClosed() && !p.b.h.Process.IsMain(p.b.thread()) {
			return val{}, p.b.notMain()
		}
		return object.None, p.l.AddSignalHandlerIn(s, p.b.callback(a[1], a[2:]), p.b.thread().Context().Vars())
	})
	loopMethod(c, "remove_signal_handler", 1, 1, func(t *object.Thread, p *pyLoop, a []val, _ kws) (val, error) {
		if p.b.ownSignals() {
			return p.unixEvents(t, "_remove_signal_handler", a...)
		}
		s, err := p.b.signalArg(a[0])
		if err != nil {
			return val{}, err
		}
		ok, err := p.l.RemoveSignalHandler(s)
		return object.Bool(ok), err
	})
}

// notMain is the error of signals outside the main thread.
func (b *Binding) notMain() error {
	text := "set_wakeup_fd only works in main thread"
	if b.profile().MainInterpreterText {
		text += " of the main interpreter"
	}
	return object.RuntimeError("%s", text)
}

func (b *Binding) signalArg(v val) (signalsafe.Signal, error) {
	n, ok := object.IntOf(v)
	if !ok {
		return 0, object.TypeError("sig must be an int, not %s", b.repr(v))
	}
	return signalsafe.Signal(n), nil
}

// watching adds the methods for descriptors.
func watching(c *object.Class) {
	loopMethod(c, "add_reader", 2, -1, func(t *object.Thread, p *pyLoop, a []val, _ kws) (val, error) {
		if !p.b.h.Grants.Files {
			return val{}, builtins.NotGranted("file")
		}
		fd, err := fdArg(t, a[0])
		if err != nil {
			return val{}, err
		}
		return p.handle(p.l.Base().AddReader(fd, p.b.callback(a[1], a[2:])))
	})
	loopMethod(c, "add_writer", 2, -1, func(t *object.Thread, p *pyLoop, a []val, _ kws) (val, error) {
		if !p.b.h.Grants.Files {
			return val{}, builtins.NotGranted("file")
		}
		fd, err := fdArg(t, a[0])
		if err != nil {
			return val{}, err
		}
		return p.handle(p.l.Base().AddWriter(fd, p.b.callback(a[1], a[2:])))
	})
	loopMethod(c, "remove_reader", 1, 1, func(t *object.Thread, p *pyLoop, a []val, _ kws) (val, error) {
		fd, err := fdArg(t, a[0])
		if err != nil {
			return val{}, err
		}
		ok, err := p.l.Base().RemoveReader(fd)
		return object.Bool(ok), err
	})
	loopMethod(c, "remove_writer", 1, 1, func(t *object.Thread, p *pyLoop, a []val, _ kws) (val, error) {
		fd, err := fdArg(t, a[0])
		if err != nil {
			return val{}, err
		}
		ok, err := p.l.Base().RemoveWriter(fd)
		return object.Bool(ok), err
	})
}

// fdArg gives the number of a descriptor, or of what has a fileno().
func fdArg(t *object.Thread, v val) (int, error) {
	n, ok := object.IntOf(v)
	if !ok {
		m, err := object.GetAttr(t, v, "fileno")
		if err == nil {
			if v, err = t.Call(m); err == nil {
				n, ok = object.IntOf(v)
			}
		}
		if !ok {
			return 0, object.ValueError("Invalid file object: %s", mustRepr(t, v))
		}
	}
	if n < 0 {
		return 0, object.ValueError("Invalid file descriptor: %d", n)
	}
	return int(n), nil
}
