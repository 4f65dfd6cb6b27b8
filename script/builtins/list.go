package builtins

import (
	"asyncio/script/object"
)

func list(v value) *object.List { return v.Ref.(*object.List) }

func listMethods() {
	c := object.ListClass
	wrap(c, object.OpAdd, object.OpMul)
	wrap(object.TupleClass, object.OpAdd, object.OpMul)
	c.Construct = func(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
		l := &object.List{}
		if cls != object.ListClass {
			l.SetClass(cls)
			return object.Obj(l), nil // __init__ fills it
		}
		if len(a) > 1 {
			return value{}, object.TypeError("list expected at most 1 argument, got %d", len(a))
		}
		if len(a) == 1 {
			var err error
			if l.Items, err = object.Collect(t, a[0]); err != nil {
				return value{}, err
			}
		}
		return object.Obj(l), nil
	}
	c.Def("__init__", 1, 2, func(t *thread, a []value, _ kws) (value, error) {
		if len(a) == 1 {
			list(a[0]).Items = nil
			return object.None, nil
		}
		items, err := object.Collect(t, a[1])
		list(a[0]).Items = items
		return none(err)
	})
	c.Def("__iadd__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		items, err := object.Collect(t, a[1])
		list(a[0]).Items = append(list(a[0]).Items, items...)
		return a[0], err
	})
	c.Def("append", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		l := list(a[0])
		l.Items = append(l.Items, a[1])
		return object.None, nil
	})
	c.Def("extend", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		items, err := object.Collect(t, a[1])
		l := list(a[0])
		l.Items = append(l.Items, items...)
		return none(err)
	})
	c.Def("insert", 3, 3, func(t *thread, a []value, _ kws) (value, error) {
		i, err := object.Index(t, a[1])
		if err != nil {
			return value{}, err
		}
		l := list(a[0])
		if i < 0 {
			i = max(i+len(l.Items), 0)
		}
		i = min(i, len(l.Items))
		l.Items = append(l.Items, value{})
		copy(l.Items[i+1:], l.Items[i:])
		l.Items[i] = a[2]
		return object.None, nil
	})
	c.Def("pop", 1, 2, func(t *thread, a []value, _ kws) (value, error) {
		l := list(a[0])
		if len(l.Items) == 0 {
			return value{}, object.IndexError("pop from empty list")
		}
		i := len(l.Items) - 1
		if len(a) > 1 {
			var err error
			if i, err = object.Index(t, a[1]); err != nil {
				return value{}, err
			}
			if i < 0 {
				i += len(l.Items)
			}
			if i < 0 || i >= len(l.Items) {
				return value{}, object.IndexError("pop index out of range")
			}
		}
		v := l.Items[i]
		l.Items = append(l.Items[:i], l.Items[i+1:]...)
		return v, nil
	})
	c.Def("remove", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		l := list(a[0])
		for i := 0; i < len(l.Items); i++ {
			same, err := object.EqualKeys(t, l.Items[i], a[1])
			if err != nil {
				return value{}, err
			}
			if same {
				l.Items = append(l.Items[:i], l.Items[i+1:]...)
				return object.None, nil
			}
		}
		return value{}, object.ValueError("list.remove(x): x not in list")
	})
	c.Def("clear", 1, 1, func(t *thread, a []value, _ kws) (value, error) { list(a[0]).Items = nil; return object.None, nil })
	c.Def("copy", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		return object.Obj(object.NewList(append([]value(nil), list(a[0]).Items...))), nil
	})
	c.Def("reverse", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		x := list(a[0]).Items
		for i, j := 0, len(x)-1; i < j; i, j = i+1, j-1 {
			x[i], x[j] = x[j], x[i]
		}
		return object.None, nil
	})
	c.Def("sort", 1, 1, func(t *thread, a []value, kw kws) (value, error) {
		p, err := object.Args("sort", nil, kw, 0, "key", "reverse")
		if err != nil {
			return value{}, err
		}
		l := list(a[0])
		items := l.Items
		l.Items = nil
		err = sortValues(t, items, p[0], p[1])
		l.Items = items
		return none(err)
	})
	items := func(v value) func() []value {
		if l, ok := v.Ref.(*object.List); ok {
			return func() []value { return l.Items }
		}
		tp := v.Ref.(*object.Tuple)
		return func() []value { return tp.Items }
	}
	for _, k := range []*object.Class{object.ListClass, object.TupleClass} {
		k.Def("index", 2, 4, func(t *thread, a []value, _ kws) (value, error) {
			get := items(a[0])
			lo, hi := 0, len(get())
			for i, p := range []*int{&lo, &hi} {
				if len(a) > 2+i {
					n, err := object.Index(t, a[2+i])
					if err != nil {
						return value{}, err
					}
					if n < 0 {
						n = max(n+len(get()), 0)
					}
					*p = n
				}
			}
			for i := lo; i < hi && i < len(get()); i++ {
				same, err := object.EqualKeys(t, get()[i], a[1])
				if err != nil || same {
					return object.Int(int64(i)), err
				}
			}
			if k == object.TupleClass {
				return value{}, object.ValueError("tuple.index(x): x not in tuple")
			}
			s, err := object.ReprText(t, a[1])
			if err != nil {
				return value{}, err
			}
			return value{}, object.ValueError("%s is not in list", s)
		})
		k.Def("count", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
			n := int64(0)
			get := items(a[0])
			for i := 0; i < len(get()); i++ {
				same, err := object.EqualKeys(t, get()[i], a[1])
				if err != nil {
					return value{}, err
				}
				if same {
					n++
				}
			}
			return object.Int(n), nil
		})
	}
	c.Def("__reversed__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return reversed(t, a[0]) })
	object.MethodClass.Construct = func(t *thread, _ *object.Class, a []value, _ kws) (value, error) {
		if len(a) != 2 {
			return value{}, object.TypeError("method expected 2 arguments, got %d", len(a))
		}
		if a[1].IsNone() {
			return value{}, object.TypeError("instance must not be None")
		}
		return object.Obj(&object.BoundMethod{Fn: a[0], Self: a[1]}), nil
	}
	object.MappingProxyClass.Construct = func(t *thread, _ *object.Class, a []value, _ kws) (value, error) {
		if len(a) != 1 {
			return value{}, object.TypeError("mappingproxy() missing required argument 'mapping' (pos 1)")
		}
		d, ok := a[0].Ref.(*object.Dict)
		if !ok {
			return value{}, object.TypeError("mappingproxy() argument must be a mapping, not %s", object.ClassOf(a[0]).Name)
		}
		return object.Obj(&object.MappingProxy{D: d}), nil
	}
	object.TupleClass.Construct = func(t *thread, cls *object.Class, a []value, _ kws) (value, error) {
		tp := &object.Tuple{}
		if len(a) > 1 {
			return value{}, object.TypeError("tuple expected at most 1 argument, got %d", len(a))
		}
		if len(a) == 1 {
			if o, ok := a[0].Ref.(*object.Tuple); ok && o.Exact() && cls == object.TupleClass {
				return a[0], nil
			}
			var err error
			if tp.Items, err = object.Collect(t, a[0]); err != nil {
				return value{}, err
			}
		}
		if cls != object.TupleClass {
			tp.SetClass(cls)
		}
		return object.Obj(tp), nil
	}
	rc := object.RangeClass
	rc.Construct = func(t *thread, _ *object.Class, a []value, _ kws) (value, error) {
		n := []int64{0, 0, 1}
		if len(a) == 0 || len(a) > 3 {
			return value{}, object.TypeError("range expected at least 1 argument, got %d", len(a))
		}
		for i, x := range a {
			v, err := object.Index(t, x)
			if err != nil {
				return value{}, err
			}
			n[i] = int64(v)
		}
		if len(a) == 1 {
			n[0], n[1] = 0, n[0]
		}
		if n[2] == 0 {
			return value{}, object.ValueError("range() arg 3 must not be zero")
		}
		return object.Obj(&object.Range{Start: n[0], Stop: n[1], Step: n[2]}), nil
	}
	rg := func(n string, f func(r *object.Range) int64) {
		rc.DefGet(n, func(t *thread, v value) (value, error) { return object.Int(f(v.Ref.(*object.Range))), nil }, nil)
	}
	rg("start", func(r *object.Range) int64 { return r.Start })
	rg("stop", func(r *object.Range) int64 { return r.Stop })
	rg("step", func(r *object.Range) int64 { return r.Step })
}
