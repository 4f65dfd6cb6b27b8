package builtins

import (
	"asyncio/script/object"
	"asyncio/script/vm"
)

// errnoClasses are the classes that OSError makes of an error number.
var errnoClasses = map[int64]*object.Class{
	1: object.PermissionErrorClass, 2: object.FileNotFoundErrorClass, 3: object.ProcessLookupErrorClass, 4: object.InterruptedErrorClass,
	10: object.ChildProcessErrorClass, 11: object.BlockingIOErrorClass, 13: object.PermissionErrorClass, 17: object.FileExistsErrorClass,
	20: object.NotADirectoryErrorClass, 21: object.IsADirectoryErrorClass, 32: object.BrokenPipeErrorClass, 103: object.ConnectionAbortedClass,
	104: object.ConnectionResetClass, 110: object.TimeoutErrorClass, 111: object.ConnectionRefusedClass,
}

func exceptionMethods() {
	c := object.BaseExceptionClass
	exc := func(v value) *object.Exception { return v.Ref.(*object.Exception) }
	c.Construct = func(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
		if cls.IsSubclass(object.BaseExceptionGroupClass) {
			return newGroup(t, cls, a)
		}
		if cls == object.OSErrorClass && len(a) >= 2 {
			if n, ok := object.IntOf(a[0]); ok && errnoClasses[n] != nil {
				cls = errnoClasses[n]
			}
		}
		e := object.NewException(cls, append([]value(nil), a...)...)
		if len(kw) > 0 && cls.Builtin() {
			for _, k := range kw {
				switch k.Name {
				case "name", "path", "obj", "name_from":
					e.SetExtra(k.Name, k.Val)
				default:
					return value{}, object.TypeError("%s() takes no keyword arguments", cls.Name)
				}
			}
		}
		if cls.IsSubclass(object.OSErrorClass) && len(a) >= 2 {
			for i, n := range []string{"errno", "strerror", "filename"} {
				if i < len(a) {
					e.SetExtra(n, a[i])
				}
			}
		}
		return object.Obj(e), nil
	}
	c.Def("__init__", 1, -1, func(t *thread, a []value, kw kws) (value, error) {
		e := exc(a[0])
		if e.Class().IsSubclass(object.BaseExceptionGroupClass) {
			return object.None, nil
		}
		e.Args = append([]value(nil), a[1:]...)
		if (e.Class().IsSubclass(object.StopIterationClass) || e.Class().IsSubclass(object.SystemExitClass)) && len(a) > 1 {
			e.Value = a[1]
		}
		return object.None, nil
	})
	c.Def("__repr__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return str(object.NativeRepr(t, a[0])) })
	c.Def("__str__", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		return object.String(object.DefaultExceptionText(t, exc(a[0]))), nil
	})
	c.Def("with_traceback", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		exc(a[0]).TB, _ = a[1].Ref.(*object.Traceback)
		return a[0], nil
	})
	c.Def("add_note", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		s, ok := object.StrOf(a[1])
		if !ok {
			return value{}, object.TypeError("add_note() argument must be str, not %s", object.ClassOf(a[1]).Name)
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
		e.Cause, e.SuppressCtx = value{}, true
		if !x.IsNone() {
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
		exc(v).Context = nil
		if e, ok := x.Ref.(*object.Exception); ok {
			exc(v).Context = e
		}
		return nil
	})
	c.DefGet("__suppress_context__", func(t *thread, v value) (value, error) { return object.Bool(exc(v).SuppressCtx), nil }, func(t *thread, v, x value) (err error) {
		exc(v).SuppressCtx, err = object.Truth(t, x)
		return
	})
	c.DefGet("__traceback__", func(t *thread, v value) (value, error) { return vm.TracebackValue(exc(v)), nil }, func(t *thread, v, x value) error {
		exc(v).TB, _ = x.Ref.(*object.Traceback)
		return nil
	})
	val := func(name string) (func(t *thread, v value) (value, error), func(t *thread, v, x value) error) {
		return func(t *thread, v value) (value, error) {
			if x := exc(v).Value; x.Valid() {
				return x, nil
			}
			return object.None, nil
		}, func(t *thread, v, x value) error { exc(v).Value = x; return nil }
	}
	g, s := val("value")
	object.StopIterationClass.DefGet("value", g, s)
	object.SystemExitClass.DefGet("code", g, s)
	extras := map[*object.Class][]string{
		object.AttributeErrorClass: {"name", "obj"}, object.NameErrorClass: {"name"}, object.ImportErrorClass: {"name", "path", "msg"},
		object.OSErrorClass: {"errno", "strerror", "filename"},
	}
	for cls, names := range extras {
		for _, n := range names {
			cls.DefGet(n, func(t *thread, v value) (value, error) {
				if x := exc(v).Extra(n); x.Valid() {
					return x, nil
				}
				if n == "msg" && len(exc(v).Args) > 0 {
					return exc(v).Args[0], nil
				}
				return object.None, nil
			}, func(t *thread, v, x value) error { exc(v).SetExtra(n, x); return nil })
		}
	}
	gc := object.BaseExceptionGroupClass
	gc.DefGet("message", func(t *thread, v value) (value, error) { return object.String(exc(v).Message), nil }, nil)
	gc.DefGet("exceptions", func(t *thread, v value) (value, error) { return object.TupleValue(exc(v).Members...), nil }, nil)
	gc.Def("derive", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		items, err := object.Collect(t, a[1])
		if err != nil {
			return value{}, err
		}
		return object.Obj(object.NewGroup(exc(a[0]).Message, items)), nil
	})
	split := func(t *thread, a []value) (value, value, error) {
		match := func(e *object.Exception) (bool, error) {
			switch o := a[1].Ref.(type) {
			case *object.Class, *object.Tuple:
				return object.IsInstanceOf(t, object.Obj(e), object.Obj(o))
			}
			r, err := t.Call(a[1], object.Obj(e))
			if err != nil {
				return false, err
			}
			return object.Truth(t, r)
		}
		y, n, err := object.SplitGroup(t, exc(a[0]), match)
		opt := func(e *object.Exception) value {
			if e == nil {
				return object.None
			}
			return object.Obj(e)
		}
		return opt(y), opt(n), err
	}
	gc.Def("split", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		y, n, err := split(t, a)
		return object.TupleValue(y, n), err
	})
	gc.Def("subgroup", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		y, _, err := split(t, a)
		return y, err
	})
	tb := object.TracebackClass
	tb.DefGet("tb_next", func(t *thread, v value) (value, error) {
		if n := v.Ref.(*object.Traceback).Next; n != nil {
			return object.Obj(n), nil
		}
		return object.None, nil
	}, nil)
	tb.DefGet("tb_lineno", func(t *thread, v value) (value, error) { return object.Int(int64(v.Ref.(*object.Traceback).Line)), nil }, nil)
}

func newGroup(t *thread, cls *object.Class, a []value) (value, error) {
	if len(a) != 2 {
		return value{}, object.TypeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(a))
	}
	msg, ok := object.StrOf(a[0])
	if !ok {
		return value{}, object.TypeError("argument 1 must be str, not %s", object.ClassOf(a[0]).Name)
	}
	items, err := object.Collect(t, a[1])
	if err != nil {
		return value{}, object.TypeError("second argument (exceptions) must be a sequence")
	}
	if len(items) == 0 {
		return value{}, object.ValueError("second argument (exceptions) must be a non-empty sequence")
	}
	all := true
	for i, m := range items {
		if _, ok := m.Ref.(*object.Exception); !ok {
			return value{}, object.ValueError("Item %d of second argument (exceptions) is not an exception", i)
		}
		all = all && object.ClassOf(m).IsSubclass(object.ExceptionClass)
	}
	if cls == object.BaseExceptionGroupClass && all {
		cls = object.ExceptionGroupClass
	}
	if !all && cls.IsSubclass(object.ExceptionGroupClass) {
		return value{}, object.TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
	}
	e := object.NewException(cls, a...)
	e.Message, e.Members = msg, items
	return object.Obj(e), nil
}
