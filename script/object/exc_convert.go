package object

import (
	"fmt"

	"asyncio/exceptions"
)

// Fatal is an error no Python code can catch, such as a limit.
type Fatal interface {
	error
	Fatal()
}

// AsException turns any error of a native function into a Python exception;
// nil when it is Fatal.
func AsException(err error) *Exception {
	switch e := err.(type) {
	case *Exception:
		return e
	case Fatal:
		return nil
	case *exceptions.Error:
		if p, ok := e.Owner.(*Exception); ok {
			return p
		}
		p := &Exception{cls: coreClass(e.Class), Core: e}
		switch {
		case e.Class == exceptions.ErrCancelled:
			if e.Msg != nil {
				if v, ok := e.Msg.(Value); ok {
					p.Args = []Value{v}
				} else {
					p.Args = []Value{String(fmt.Sprint(e.Msg))}
				}
			}
		case e.Class == exceptions.ErrSystemExit:
			p.Args = []Value{Int(int64(e.Code))}
			p.SetField("code", p.Args[0])
		default:
			if e.Text != "" {
				p.Args = []Value{String(e.Text)}
			}
		}
		p.Context = e.Context
		if e.Cause != nil {
			if c := AsException(e.Cause); c != nil {
				p.Cause, p.SuppressCtx = Obj(c), true
			}
		}
		e.Owner = p
		return p
	}
	if g, ok := err.(*exceptions.Group); ok {
		return groupException(g)
	}
	return Raise(RuntimeErrorClass, "%s", err.Error())
}

// groupException gives the exception group that stands for the core's.
func groupException(g *exceptions.Group) *Exception {
	if p, ok := g.Owner.(*Exception); ok {
		return p
	}
	p := &Exception{cls: ExceptionGroupClass, Core: g, Message: g.Text, Context: g.Context, SuppressCtx: g.FromNone}
	for _, m := range g.Errs {
		x := AsException(m)
		if x == nil {
			continue
		}
		if !x.cls.IsSubclass(ExceptionClass) {
			p.cls = BaseExceptionGroupClass
		}
		p.Members = append(p.Members, Obj(x))
	}
	if g.Cause != nil {
		if c := AsException(g.Cause); c != nil {
			p.Cause, p.SuppressCtx = Obj(c), true
		}
	}
	p.Args = []Value{String(p.Message), Obj(NewList(p.Members))}
	g.Owner = p
	return p
}

// GroupErrors implements exceptions.Grouped.
func (e *Exception) GroupErrors() []error {
	if !e.cls.IsSubclass(ExceptionGroupClass) {
		return nil
	}
	errs := make([]error, 0, len(e.Members))
	for _, m := range e.Members {
		if x, ok := m.Ref.(*Exception); ok {
			errs = append(errs, x)
		}
	}
	return errs
}

// ChainTo makes h the context of e, unless it is e itself, cutting a chain that
// would come back to e.
func (e *Exception) ChainTo(h *Exception) {
	if h == e {
		return
	}
	for x, n := h, 0; x != nil && n < 1000; n++ {
		c := x.ContextOf()
		if c == e {
			x.Context = nil
			break
		}
		x = c
	}
	e.Context = h
}

// ContextOf gives __context__ as an exception, nil for none.
func (e *Exception) ContextOf() *Exception {
	if e.Context == nil {
		return nil
	}
	return AsException(e.Context)
}

// coreClass gives the Python class of a core error: that of its nearest base
// that has one.
func coreClass(c *exceptions.Class) *Class {
	for ; c != nil; c = c.Base() {
		if p, ok := coreClasses[c]; ok {
			return p
		}
	}
	return ExceptionClass
}

// NewCoreExceptionClass makes the class that errors of the core's class c are
// instances of in Python. It is for package initialisation only.
func NewCoreExceptionClass(c *exceptions.Class, module string, bases ...*Class) *Class {
	p := NewExceptionClass(module, c.Name(), bases...)
	coreClasses[c] = p
	return p
}
