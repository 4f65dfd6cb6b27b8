package builtins

import "asyncio/script/object"

func groupMethods(c *object.Class) {
	exc := func(v value) *object.Exception { return v.Ref.(*object.Exception) }
	c.Def("__init__", 1, -1, func(t *thread, a []value, kw kws) (value, error) {
		if len(kw) > 0 {
			return value{}, object.TypeError("%s() takes no keyword arguments", exc(a[0]).Class().Name)
		}
		exc(a[0]).Args = append([]value(nil), a[1:]...)
		return object.None, nil
	})
	c.DefGet("message", func(t *thread, v value) (value, error) { return object.String(exc(v).Message), nil }, nil)
	c.DefGet("exceptions", func(t *thread, v value) (value, error) { return object.TupleValue(exc(v).Members...), nil }, nil)
	c.MemberAttr("message", "exceptions")
	c.Def("derive", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		return t.Call(object.Obj(object.BaseExceptionGroupClass), object.String(exc(a[0]).Message), a[1])
	})
	c.DefClass("__class_getitem__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		return object.MakeAlias(a[0], a[1]), nil
	})
	c.Def("split", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		y, n, err := splitGroup(t, exc(a[0]), a[1])
		return object.TupleValue(y, n), err
	})
	c.Def("subgroup", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		y, _, err := splitGroup(t, exc(a[0]), a[1])
		return y, err
	})
}

// splitGroup parts a group by a class, a tuple of classes or a function.
func splitGroup(t *thread, e *object.Exception, by value) (yes, no value, err error) {
	match := func(e *object.Exception) (bool, error) {
		r, err := t.Call(by, object.Obj(e))
		if err != nil {
			return false, err
		}
		return object.Truth(t, r)
	}
	isClass := func(v value) bool {
		c, ok := v.Ref.(*object.Class)
		return ok && c.IsSubclass(object.BaseExceptionClass)
	}
	switch o := by.Ref.(type) {
	case *object.Class:
		if !isClass(by) {
			return yes, no, matcherError()
		}
		match = func(e *object.Exception) (bool, error) { return e.Class().IsSubclass(o), nil }
	case *object.Tuple:
		for _, x := range o.Items {
			if !isClass(x) {
				return yes, no, matcherError()
			}
		}
		match = func(e *object.Exception) (bool, error) {
			for _, x := range o.Items {
				if e.Class().IsSubclass(x.Ref.(*object.Class)) {
					return true, nil
				}
			}
			return false, nil
		}
	default:
		if !object.Callable(by) {
			return yes, no, matcherError()
		}
	}
	y, n, err := object.SplitGroup(t, e, match)
	opt := func(e *object.Exception) value {
		if e == nil {
			return object.None
		}
		return object.Obj(e)
	}
	return opt(y), opt(n), err
}

func matcherError() error {
	return object.TypeError("expected an exception type, a tuple of exception types, or a callable (other than a class)")
}

// newGroup is BaseExceptionGroup.__new__.
func newGroup(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
	if len(kw) > 0 && cls.Builtin() {
		return value{}, object.TypeError("%s() takes no keyword arguments", cls.Name)
	}
	if len(a) != 2 {
		return value{}, object.TypeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(a))
	}
	msg, ok := object.StrOf(a[0])
	if !ok {
		return value{}, object.TypeError("BaseExceptionGroup.__new__() argument 1 must be str, not %s", object.ClassOf(a[0]).Name)
	}
	_, isDict := a[1].Ref.(*object.Dict)
	if _, ok := object.ClassOf(a[1]).Lookup("__getitem__"); !ok || isDict {
		return value{}, object.TypeError("second argument (exceptions) must be a sequence")
	}
	items, err := object.Collect(t, a[1])
	if err != nil {
		return value{}, err
	}
	if len(items) == 0 {
		return value{}, object.ValueError("second argument (exceptions) must be a non-empty sequence")
	}
	base := false
	for i, m := range items {
		if _, ok := m.Ref.(*object.Exception); !ok {
			return value{}, object.ValueError("Item %d of second argument (exceptions) is not an exception", i)
		}
		base = base || !object.ClassOf(m).IsSubclass(object.ExceptionClass)
	}
	switch {
	case cls == object.BaseExceptionGroupClass && !base:
		cls = object.ExceptionGroupClass
	case cls == object.ExceptionGroupClass && base:
		return value{}, object.TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
	case base && cls.IsSubclass(object.ExceptionClass):
		return value{}, object.TypeError("Cannot nest BaseExceptions in '%s'", cls.Name)
	}
	e := object.NewException(cls, a...)
	e.Message, e.Members = msg, append([]value(nil), items...)
	return object.Obj(e), nil
}
