package builtins

import (
	"asyncio/script/object"
	"asyncio/script/vm"
)

func exceptionMethods(c *object.Class) {
	exc := func(v value) *object.Exception { return v.Ref.(*object.Exception) }
	c.Construct = newException
	c.Def("__init__", 1, -1, func(t *thread, a []value, kw kws) (value, error) {
		e := exc(a[0])
		if len(kw) > 0 {
			return value{}, object.TypeError("%s() takes no keyword arguments", e.Class().Name)
		}
		return object.None, e.SetArgs(a[1:])
	})
	c.Def("__repr__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return str(object.NativeRepr(t, a[0])) })
	c.Def("__str__", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		return object.String(object.DefaultExceptionText(t, exc(a[0]))), nil
	})
	c.Def("with_traceback", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		return a[0], setTraceback(exc(a[0]), a[1])
	})
	c.Def("add_note", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		s, ok := object.StrOf(a[1])
		if !ok {
			return value{}, object.TypeError("note must be a str, not '%s'", object.ClassOf(a[1]).Name)
		}
		if n := exc(a[0]).Extra("__notes__"); n.Valid() {
			if _, isList := n.Ref.(*object.List); !isList {
				return value{}, object.TypeError("Cannot add note: __notes__ is not a list")
			}
		}
		object.AddNote(exc(a[0]), s)
		return object.None, nil
	})
	c.DefGet("args", func(t *thread, v value) (value, error) { return object.TupleValue(exc(v).Args...), nil }, func(t *thread, v, x value) error {
		items, err := object.Collect(t, x)
		exc(v).Args = items
		return err
	})
	c.DefGet("__cause__", func(t *thread, v value) (value, error) {
		if c := exc(v).Cause; c.Valid() {
			return c, nil
		}
		return object.None, nil
	}, func(t *thread, v, x value) error {
		e := exc(v)
		if !x.Valid() {
			return object.TypeError("__cause__ may not be deleted")
		}
		e.SuppressCtx = true
		if x.IsNone() {
			e.Cause = value{}
		} else {
			if _, ok := x.Ref.(*object.Exception); !ok {
				return object.TypeError("exception cause must be None or derive from BaseException")
			}
			e.Cause = x
		}
		return nil
	})
	c.DefGet("__context__", func(t *thread, v value) (value, error) {
		if x := exc(v).ContextOf(); x != nil {
			return object.Obj(x), nil
		}
		return object.None, nil
	}, func(t *thread, v, x value) error {
		e, ok := x.Ref.(*object.Exception)
		switch {
		case ok:
			exc(v).Context = e
		case x.Valid() && x.IsNone():
			exc(v).Context = nil
		case !x.Valid():
			return object.TypeError("__context__ may not be deleted")
		default:
			return object.TypeError("exception context must be None or derive from BaseException")
		}
		return nil
	})
	c.DefGet("__suppress_context__", func(t *thread, v value) (value, error) { return object.Bool(exc(v).SuppressCtx), nil }, func(t *thread, v, x value) (err error) {
		exc(v).SuppressCtx, err = object.Truth(t, x)
		return
	})
	c.DefGet("__traceback__", func(t *thread, v value) (value, error) { return vm.TracebackValue(exc(v)), nil }, func(t *thread, v, x value) error {
		return setTraceback(exc(v), x)
	})
	c.Def("__setstate__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		if a[1].IsNone() {
			return object.None, nil
		}
		d, ok := a[1].Ref.(*object.Dict)
		if !ok {
			return value{}, object.TypeError("state is not a dictionary")
		}
		return object.None, object.EachItem(d, func(k, v value) error {
			name, _ := object.StrOf(k)
			return object.SetAttr(t, a[0], name, v)
		})
	})
	c.Def("__reduce__", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		e := exc(a[0])
		args := e.Args
		if name := e.Extra("filename"); len(args) == 2 && e.Class().IsSubclass(object.OSErrorClass) && name.Valid() && !name.IsNone() {
			// The names of the files were left out of args.
			args = []value{args[0], args[1], name}
			if other := e.Extra("filename2"); other.Valid() && !other.IsNone() {
				args = append(args, object.None, other)
			}
		}
		parts := []value{object.Obj(e.Class()), object.TupleValue(args...)}
		if at := object.AttrsOf(a[0]); at != nil && at.Dict().Len() > 0 {
			parts = append(parts, object.Obj(at.Dict()))
		}
		return object.TupleValue(parts...), nil
	})
	c.KeepAttr("args", "args may not be deleted")
	c.KeepAttr("__cause__", "__cause__ may not be deleted")
	c.KeepAttr("__context__", "__context__ may not be deleted")
	c.KeepAttr("__traceback__", "__traceback__ may not be deleted")
}

func tracebackMethods(c *object.Class) {
	c.DefGet("tb_next", func(t *thread, v value) (value, error) {
		if n := v.Ref.(*object.Traceback).Next; n != nil {
			return object.Obj(n), nil
		}
		return object.None, nil
	}, func(t *thread, v, x value) error {
		tb := v.Ref.(*object.Traceback)
		if x.Valid() && x.IsNone() {
			tb.Next = nil
			return nil
		}
		next, ok := x.Ref.(*object.Traceback)
		if !ok {
			return object.TypeError("expected traceback object, got '%s'", object.ClassOf(x).Name)
		}
		for n := next; n != nil; n = n.Next {
			if n == tb {
				return object.ValueError("traceback loop detected")
			}
		}
		tb.Next = next
		return nil
	})
	c.DefGet("tb_lineno", func(t *thread, v value) (value, error) { return object.Int(int64(v.Ref.(*object.Traceback).Line)), nil }, nil)
}

// newException is BaseException.__new__. A builtin class is initialised at
// once; for others __init__ is called afterwards.
func newException(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
	if cls.IsSubclass(object.BaseExceptionGroupClass) {
		return newGroup(t, cls, a, kw)
	}
	if cls == object.OSErrorClass && len(a) >= 2 && len(a) <= 5 {
		if n, ok := object.IntOf(a[0]); ok {
			cls = object.OSErrorClassOf(n)
		}
	}
	if cls.Builtin() {
		init, _ := cls.Lookup("__init__")
		if b, ok := init.Ref.(*object.Builtin); ok && b.Owner == object.BaseExceptionClass && len(kw) == 0 {
			e := object.NewException(cls)
			return object.Obj(e), e.SetArgs(a)
		}
		e := object.Obj(object.NewException(cls, append([]value(nil), a...)...))
		if _, err := t.CallKw(init, append([]value{e}, a...), kw); err != nil {
			return value{}, err
		}
		return e, nil
	}
	return object.Obj(object.NewException(cls, append([]value(nil), a...)...)), nil
}

func setTraceback(e *object.Exception, x value) error {
	tb, ok := x.Ref.(*object.Traceback)
	if !ok && !(x.Valid() && x.IsNone()) {
		if !x.Valid() {
			return object.TypeError("__traceback__ may not be deleted")
		}
		return object.TypeError("__traceback__ must be a traceback or None")
	}
	e.TB = tb
	return nil
}
