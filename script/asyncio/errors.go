package asyncio

import (
	"fmt"
	"strings"

	"asyncio/handle"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/script/object"
	"asyncio/script/vm"
)

// contextDict gives what an exception handler is called with.
func (b *Binding) contextDict(c *handle.ErrorContext) val {
	if d, ok := c.Owner.(val); ok {
		return d
	}
	d := object.NewDict()
	if c.Message != "" {
		d.SetStr("message", object.String(c.Message))
	}
	if c.Exception != nil {
		d.SetStr("exception", b.toValue(c.Exception))
	}
	for _, e := range c.Entries {
		v := b.toValue(e.Value)
		if o, ok := e.Value.(process.Origin); ok {
			v = b.sourceTraceback(o)
		}
		d.SetStr(e.Key, v)
	}
	c.Owner = object.Obj(d)
	return object.Obj(d)
}

// reporting calls a handler. An error of a callback is reported while it is
// being handled; others have no place in the program.
func (b *Binding) reporting(c *handle.ErrorContext, call func() error) error {
	e, ok := c.Exception.(*object.Exception)
	if c.Owner != nil || !ok || c.Get("handle") == nil {
		return call()
	}
	return vm.Of(b.t()).WhileHandling(e, call)
}

// whileHandling calls Go code that handles err: one of Python, for others, and
// those that end the run for good, have no place in the program.
func (b *Binding) whileHandling(err error, call func() error) error {
	if e := object.AsException(err); e != nil {
		return vm.Of(b.t()).WhileHandling(e, call)
	}
	return call()
}

// errorContext gives the core's view of a context that a program made.
func (b *Binding) errorContext(v val) (*handle.ErrorContext, error) {
	d, ok := v.Ref.(*object.Dict)
	if !ok {
		return nil, object.AttributeError("'%s' object has no attribute 'get'", object.ClassOf(v).Name)
	}
	c := &handle.ErrorContext{Owner: v}
	for _, k := range d.Keys() {
		key, _ := object.StrOf(k)
		x := d.GetStr(key)
		switch key {
		case "message":
			if !x.IsNone() {
				s, err := object.StrText(b.t(), x)
				if err != nil {
					return nil, err
				}
				c.Message = s
			}
		case "exception":
			if e, ok := x.Ref.(*object.Exception); ok {
				c.Exception = e
			}
		default:
			c.Entries = append(c.Entries, handle.Entry{Key: key, Value: b.entry(x)})
		}
	}
	return c, nil
}

// entry gives the core's own object where a value stands for one, so that the
// core knows its context.
func (b *Binding) entry(v val) any {
	switch o := v.Ref.(type) {
	case *pyFuture:
		if o.aw != nil {
			return o.aw
		}
	case *pyTask:
		if o.t != nil {
			return o.t
		}
	case *pyHandle:
		if o.timer != nil {
			return o.timer
		}
		return o.h
	}
	return v
}

// handlers adds what deals with errors that have no caller.
func handlers(c *object.Class) {
	loopMethod(c, "set_exception_handler", 1, 1, func(_ *object.Thread, p *pyLoop, a []val, _ kws) (val, error) {
		return object.None, p.setHandler(a[0])
	})
	loopMethod(c, "get_exception_handler", 0, 0, func(_ *object.Thread, p *pyLoop, _ []val, _ kws) (val, error) {
		if p.handler.Valid() {
			return p.handler, nil
		}
		return object.None, nil
	})
	report := func(name string, to func(p *pyLoop, c *handle.ErrorContext) error) {
		loopMethod(c, name, 1, 1, func(_ *object.Thread, p *pyLoop, a []val, _ kws) (val, error) {
			ctx, err := p.b.errorContext(a[0])
			if err != nil {
				if name != "call_exception_handler" {
					return val{}, err
				}
				return object.None, p.badContext(a[0], err)
			}
			return object.None, to(p, ctx)
		})
	}
	report("call_exception_handler", func(p *pyLoop, c *handle.ErrorContext) error { return p.l.Base().CallExceptionHandler(c) })
	report("default_exception_handler", func(p *pyLoop, c *handle.ErrorContext) error { return p.l.Base().DefaultExceptionHandler(c) })
}

// badContext is call_exception_handler of what is no dict: a handler of the
// program's is given it, the default one fails.
func (p *pyLoop) badContext(v val, err error) error {
	if p.handler.Valid() {
		_, err := p.b.t().Call(p.handler, object.Obj(p), v)
		return err
	}
	logger{p.b}.LogException(process.Error, "Exception in default exception handler", process.Handled{Err: err})
	return nil
}

func (p *pyLoop) setHandler(v val) error {
	if v.IsNone() {
		p.handler = val{}
		p.l.SetExceptionHandler(nil)
		return nil
	}
	if !callable(v) {
		return object.TypeError("A callable object or None is expected, got %s", p.b.repr(v))
	}
	p.handler = v
	p.l.SetExceptionHandler(func(_ *loop.Loop, c *handle.ErrorContext) error {
		return p.b.reporting(c, func() error {
			_, err := p.b.t().Call(v, object.Obj(p), p.b.contextDict(c))
			return err
		})
	})
	return nil
}

// logger is the logger "asyncio" of the program's logging, or plain standard
// error where the program has not imported it.
type logger struct{ b *Binding }

var levelMethods = map[process.Level]string{process.Debug: "debug", process.Info: "info", process.Warning: "warning", process.Error: "error"}

// Log implements process.Logger.
func (l logger) Log(level process.Level, text string) { l.log(level, text, nil, nil) }

// LogException implements process.ExceptionLogger.
func (l logger) LogException(level process.Level, text string, exc error) {
	var e *object.Exception
	if exc != nil {
		e = object.AsException(exc)
	}
	info := object.False
	switch _, handled := exc.(process.Handled); {
	case e == nil:
	case handled:
		l.log(level, text, e, kws{{Name: "exc_info", Val: object.True}})
		return
	default:
		tb := object.None
		if e.TB != nil {
			tb = object.Obj(e.TB)
		}
		info = object.TupleValue(object.Obj(e.Class()), object.Obj(e), tb)
	}
	l.log(level, text, e, kws{{Name: "exc_info", Val: info}})
}

// log logs what may be about an exception.
func (l logger) log(level process.Level, text string, exc *object.Exception, kw kws) {
	if w, ok := strings.CutPrefix(text, "DeprecationWarning: "); ok {
		l.b.warnLater(object.DeprecationWarningClass, w)
		return
	}
	if w, ok := strings.CutPrefix(text, "RuntimeWarning: "); ok {
		l.b.warnLater(object.RuntimeWarningClass, w)
		return
	}
	if l.b.logging(level, text, exc, kw) {
		return
	}
	if level < process.Warning {
		return
	}
	if exc != nil {
		text += "\n" + l.b.traceback(exc)
	}
	l.b.stderr(text + "\n")
}

// logging writes through the module logging, if it is there.
func (b *Binding) logging(level process.Level, text string, exc *object.Exception, kw kws) bool {
	t := b.t()
	lg, ok := b.loggerValue()
	if !ok {
		return false
	}
	method, err := object.GetAttr(t, lg, levelMethods[level])
	if err != nil {
		return false
	}
	call := func() error {
		_, err := t.CallKw(method, []val{object.String(text)}, kw)
		return err
	}
	if exc != nil && object.Is(kw[0].Val, object.True) {
		return vm.Of(t).WhileHandling(exc, call) == nil
	}
	return call() == nil
}

// loggerValue gives the logger of asyncio: the one that asyncio.base_events has,
// which a program may have replaced, or logging's.
func (b *Binding) loggerValue() (lg val, ok bool) {
	if m, ok := b.h.In.Modules.GetStr("asyncio.base_events").Ref.(*object.Module); ok {
		if lg := m.Dict.GetStr("logger"); lg.Valid() {
			return lg, true
		}
	}
	m, ok := b.h.In.Modules.GetStr("logging").Ref.(*object.Module)
	if !ok {
		return val{}, false
	}
	get := m.Dict.GetStr("getLogger")
	if !get.Valid() {
		return val{}, false
	}
	lg, err := b.t().Call(get, object.String("asyncio"))
	return lg, err == nil
}

// stderr writes to sys.stderr.
func (b *Binding) stderr(text string) {
	t := b.t()
	if m, ok := b.h.In.Modules.GetStr("sys").Ref.(*object.Module); ok {
		if f := m.Dict.GetStr("stderr"); f.Valid() && !f.IsNone() {
			if w, err := object.GetAttr(t, f, "write"); err == nil {
				if _, err := t.Call(w, object.String(text)); err == nil {
					return
				}
			}
		}
	}
	fmt.Fprint(b.h.Stderr, text)
}

// warn warns as warnings.warn does.
func (b *Binding) warn(cls *object.Class, text string, level int) error {
	t := b.t()
	w, err := b.h.Import(t, "warnings")
	if err != nil {
		return err
	}
	fn, err := object.GetAttr(t, w, "warn")
	if err != nil {
		return err
	}
	_, err = t.CallKw(fn, []val{object.String(text), object.Obj(cls)}, kws{{Name: "stacklevel", Val: object.Int(int64(level))}})
	return err
}

// warnLater warns where an error has nobody to go to.
func (b *Binding) warnLater(cls *object.Class, text string) { _ = b.warn(cls, text, 2) }
