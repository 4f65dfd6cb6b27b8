package builtins

import "asyncio/script/object"

// newObject is copyreg.__newobj__: an instance without its __init__.
var newObject = object.Obj(&object.Builtin{Name: "__newobj__", Qualname: "__newobj__", Min: 1, Max: -1,
	Fn: func(t *thread, a []value, _ kws) (value, error) {
		cls, ok := a[0].Ref.(*object.Class)
		if !ok {
			return value{}, object.TypeError("a class is needed, not %s", object.ClassOf(a[0]).Name)
		}
		nw, err := object.GetAttr(t, a[0], "__new__")
		if err != nil {
			return value{}, err
		}
		return t.Call(nw, append([]value{object.Obj(cls)}, a[1:]...)...)
	}})

// reduceMethods tells copies and pickles how an object is made again.
func reduceMethods(c *object.Class) {
	c.Def("__getstate__", 1, 1, func(_ *thread, a []value, _ kws) (value, error) { return object.State(a[0]), nil })
	reduce := func(t *thread, a []value, _ kws) (value, error) { return reduceObject(t, a[0]) }
	c.Def("__reduce__", 1, 1, reduce)
	c.Def("__reduce_ex__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		m, _ := object.ClassOf(a[0]).Lookup("__reduce__")
		if b, ok := m.Ref.(*object.Builtin); !ok || b.Owner != object.ObjectClass {
			r, _, err := t.CallSpecial(a[0], "__reduce__")
			return r, err
		}
		return reduceObject(t, a[0])
	})
}

func reduceObject(t *thread, v value) (value, error) {
	cls := object.ClassOf(v)
	args, err := newArgs(t, v)
	if err != nil {
		return value{}, err
	}
	state, _, err := t.CallSpecial(v, "__getstate__")
	if err != nil {
		return value{}, err
	}
	items, pairs := object.None, object.None
	switch o := v.Ref.(type) {
	case *object.List:
		items = object.Obj(&object.ListIter{L: o})
	case *object.Dict:
		view, err := object.GetAttr(t, v, "items")
		if err != nil {
			return value{}, err
		}
		if view, err = t.Call(view); err != nil {
			return value{}, err
		}
		if pairs, err = object.Iter(t, view); err != nil {
			return value{}, err
		}
	}
	return object.TupleValue(newObject, object.TupleValue(append([]value{object.Obj(cls)}, args...)...), state, items, pairs), nil
}

// newArgs gives what __new__ is to be called with again.
func newArgs(t *thread, v value) ([]value, error) {
	if r, ok, err := t.CallSpecial(v, "__getnewargs__"); ok {
		if err != nil {
			return nil, err
		}
		return object.Collect(t, r)
	}
	cls := object.ClassOf(v)
	switch o := v.Ref.(type) {
	case *object.Instance, *object.List, *object.Dict, *object.Exception:
		return nil, nil
	case *object.Str:
		return []value{object.String(o.S)}, nil
	case *object.Bytes:
		return []value{object.BytesValue(append([]byte(nil), o.B...))}, nil
	case *object.Tuple:
		return []value{object.TupleValue(o.Items...)}, nil
	case *object.IntObject:
		return []value{o.V}, nil
	case *object.FloatObject:
		return []value{object.Float(o.V)}, nil
	}
	return nil, object.TypeError("cannot pickle '%s' object", cls.Name)
}
