package builtins

import (
	"asyncio/script/host"
	"asyncio/script/object"
)

// maker gives the function of copyreg that makes an object again.
func maker(t *thread, name string) (value, error) {
	m, err := host.Of(t).Import(t, "copyreg")
	if err != nil {
		return value{}, err
	}
	return object.GetAttr(t, m, name)
}

// reduceMethods tells copies and pickles how an object is made again.
func reduceMethods(c *object.Class) {
	c.Def("__getstate__", 1, 1, func(_ *thread, a []value, _ kws) (value, error) { return object.State(a[0]), nil })
	c.Def("__reduce__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return reduceOld(t, a[0]) })
	c.Def("__reduce_ex__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		m, _ := object.ClassOf(a[0]).Lookup("__reduce__")
		if b, ok := m.Ref.(*object.Builtin); !ok || b.Owner != object.ObjectClass {
			r, _, err := t.CallSpecial(a[0], "__reduce__")
			return r, err
		}
		protocol, err := object.CInt(t, a[1])
		switch {
		case err != nil:
			return value{}, err
		case protocol < 2:
			return reduceOld(t, a[0])
		}
		return reduceObject(t, a[0])
	})
}

// reduceOld is how protocols 0 and 1 make an object again: from what the
// builtin type below its class makes of it.
func reduceOld(t *thread, v value) (value, error) {
	cls := object.ClassOf(v)
	base := object.ObjectClass
	for _, c := range cls.MRO {
		if c.Builtin() {
			base = c
			break
		}
	}
	made := object.None
	var err error
	if base != object.ObjectClass {
		if base == cls || !rebuilt(v) {
			return value{}, object.TypeError("cannot pickle '%s' object", cls.Name)
		}
		if made, err = t.Call(object.Obj(base), v); err != nil {
			return value{}, err
		}
	}
	own, _ := cls.Lookup("__getstate__")
	inherited, _ := object.ObjectClass.Lookup("__getstate__")
	if slots, ok := cls.Lookup("__slots__"); ok && object.Is(own, inherited) {
		if full, err := object.Truth(t, slots); err != nil || full {
			return value{}, object.TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
		}
	}
	state, _, err := t.CallSpecial(v, "__getstate__")
	if err != nil {
		return value{}, err
	}
	fn, err := maker(t, "_reconstructor")
	if err != nil {
		return value{}, err
	}
	out := []value{fn, object.TupleValue(object.Obj(cls), object.Obj(base), made)}
	if full, err := object.Truth(t, state); err != nil {
		return value{}, err
	} else if full {
		out = append(out, state)
	}
	return object.TupleValue(out...), nil
}

// rebuilt tells whether the object's type makes an equal one of it.
func rebuilt(v value) bool {
	switch v.Ref.(type) {
	case *object.List, *object.Dict, *object.Str, *object.Bytes, *object.Tuple, *object.IntObject, *object.FloatObject, *object.Set:
		return true
	}
	return false
}

func reduceObject(t *thread, v value) (value, error) {
	cls := object.ClassOf(v)
	args, named, err := newArgs(t, v)
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
	if named.Valid() {
		fn, err := maker(t, "__newobj_ex__")
		return object.TupleValue(fn, object.TupleValue(object.Obj(cls), object.TupleValue(args...), named), state, items, pairs), err
	}
	fn, err := maker(t, "__newobj__")
	return object.TupleValue(fn, object.TupleValue(append([]value{object.Obj(cls)}, args...)...), state, items, pairs), err
}

// newArgs gives what __new__ is to be called with again; named is valid when
// there may be named arguments.
func newArgs(t *thread, v value) (args []value, named value, err error) {
	if r, ok, err := t.CallSpecial(v, "__getnewargs_ex__"); ok {
		pair, isTuple := r.Ref.(*object.Tuple)
		switch {
		case err != nil:
			return nil, value{}, err
		case !isTuple:
			return nil, value{}, object.TypeError("__getnewargs_ex__ should return a tuple, not '%s'", object.ClassOf(r).Name)
		case len(pair.Items) != 2:
			return nil, value{}, object.ValueError("__getnewargs_ex__ should return a tuple of length 2, not %d", len(pair.Items))
		}
		first, isTuple := pair.Items[0].Ref.(*object.Tuple)
		if !isTuple {
			return nil, value{}, object.TypeError("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%s'", object.ClassOf(pair.Items[0]).Name)
		}
		if _, isDict := pair.Items[1].Ref.(*object.Dict); !isDict {
			return nil, value{}, object.TypeError("second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%s'", object.ClassOf(pair.Items[1]).Name)
		}
		return first.Items, pair.Items[1], nil
	}
	if r, ok, err := t.CallSpecial(v, "__getnewargs__"); ok {
		tuple, isTuple := r.Ref.(*object.Tuple)
		switch {
		case err != nil:
			return nil, value{}, err
		case !isTuple:
			return nil, value{}, object.TypeError("__getnewargs__ should return a tuple, not '%s'", object.ClassOf(r).Name)
		}
		return tuple.Items, value{}, nil
	}
	switch o := v.Ref.(type) {
	case *object.Instance, *object.List, *object.Dict, *object.Exception:
		return nil, value{}, nil
	case *object.Str:
		return []value{object.String(o.S)}, value{}, nil
	case *object.Bytes:
		return []value{object.BytesValue(append([]byte(nil), o.B...))}, value{}, nil
	case *object.Tuple:
		return []value{object.TupleValue(o.Items...)}, value{}, nil
	case *object.IntObject:
		return []value{o.V}, value{}, nil
	case *object.FloatObject:
		return []value{object.Float(o.V)}, value{}, nil
	}
	return nil, value{}, object.TypeError("cannot pickle '%s' object", object.ClassOf(v).FullName())
}
