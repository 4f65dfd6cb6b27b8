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
			p.Value = Int(int64(e.Code))
			p.Args = []Value{p.Value}
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
	type grouped interface {
		error
		Unwrap() []error
	}
	if g, ok := err.(grouped); ok {
		p := &Exception{cls: BaseExceptionGroupClass, Core: err}
		all := true
		for _, m := range g.Unwrap() {
			x := AsException(m)
			if x == nil {
				continue
			}
			all = all && x.cls.IsSubclass(ExceptionClass)
			p.Members = append(p.Members, Obj(x))
		}
		if all {
			p.cls = ExceptionGroupClass
		}
		p.Message = "unhandled errors in a TaskGroup"
		p.Args = []Value{String(p.Message), Obj(NewList(p.Members))}
		return p
	}
	return Raise(RuntimeErrorClass, "%s", err.Error())
}

// ContextOf gives __context__ as an exception, nil for none.
func (e *Exception) ContextOf() *Exception {
	if e.Context == nil {
		return nil
	}
	return AsException(e.Context)
}

func coreClass(c *exceptions.Class) *Class {
	if p, ok := coreClasses[c]; ok {
		return p
	}
	return ExceptionClass
}
