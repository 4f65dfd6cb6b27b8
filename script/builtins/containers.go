package builtins

import (
	"sort"

	"asyncio/script/object"
)

func list(v value) *object.List { return v.Ref.(*object.List) }
func dict(v value) *object.Dict { return v.Ref.(*object.Dict) }
func set(v value) *object.Set   { return v.Ref.(*object.Set) }

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

// sortValues sorts in place, stably, by < alone.
func sortValues(t *thread, items []value, key, reverse value) error {
	rev := false
	var err error
	if reverse.Valid() {
		if rev, err = object.Truth(t, reverse); err != nil {
			return err
		}
	}
	type pair struct{ key, v value }
	ps := make([]pair, len(items))
	for i, v := range items {
		ps[i] = pair{v, v}
		if key.Valid() && !key.IsNone() {
			if ps[i].key, err = t.Call(key, v); err != nil {
				return err
			}
		}
	}
	var failed error
	less := func(a, b value) bool {
		if failed != nil {
			return false
		}
		if x, ok := a.SmallInt(); ok {
			if y, ok := b.SmallInt(); ok {
				return x < y
			}
		}
		r, err := object.Compare(t, object.CmpLt, a, b)
		if err == nil {
			var ok bool
			if ok, err = object.Truth(t, r); err == nil {
				return ok
			}
		}
		failed = err
		return false
	}
	sort.SliceStable(ps, func(i, j int) bool {
		if rev {
			return less(ps[j].key, ps[i].key)
		}
		return less(ps[i].key, ps[j].key)
	})
	if failed != nil {
		return failed
	}
	for i, p := range ps {
		items[i] = p.v
	}
	return nil
}

func fillDict(t *thread, d *object.Dict, a []value, kw kws, name string) error {
	if len(a) > 1 {
		return object.TypeError("%s expected at most 1 argument, got %d", name, len(a))
	}
	if len(a) == 1 {
		if src, ok := a[0].Ref.(*object.Dict); ok {
			if err := d.Update(t, src); err != nil {
				return err
			}
		} else if keys, err := object.GetAttr(t, a[0], "keys"); err == nil {
			ks, err := t.Call(keys)
			if err != nil {
				return err
			}
			if err := object.Each(t, ks, func(k value) error {
				v, err := object.GetItem(t, a[0], k)
				if err != nil {
					return err
				}
				return d.Set(t, k, v)
			}); err != nil {
				return err
			}
		} else {
			i := 0
			if err := object.Each(t, a[0], func(p value) error {
				kv, err := object.Collect(t, p)
				if err != nil {
					return object.TypeError("cannot convert dictionary update sequence element #%d to a sequence", i)
				}
				if len(kv) != 2 {
					return object.ValueError("dictionary update sequence element #%d has length %d; 2 is required", i, len(kv))
				}
				i++
				return d.Set(t, kv[0], kv[1])
			}); err != nil {
				return err
			}
		}
	}
	for _, k := range kw {
		d.SetStr(k.Name, k.Val)
	}
	return nil
}

func dictMethods() {
	c := object.DictClass
	wrap(c, object.OpOr)
	c.Construct = func(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
		d := object.NewDict()
		if cls != object.DictClass {
			d.SetClass(cls)
			return object.Obj(d), nil
		}
		return object.Obj(d), fillDict(t, d, a, kw, "dict")
	}
	c.Def("__init__", 1, -1, func(t *thread, a []value, kw kws) (value, error) {
		return none(fillDict(t, dict(a[0]), a[1:], kw, "dict"))
	})
	c.Def("get", 2, 3, func(t *thread, a []value, _ kws) (value, error) {
		v, err := dict(a[0]).Get(t, a[1])
		if err == nil && !v.Valid() {
			if len(a) > 2 {
				return a[2], nil
			}
			return object.None, nil
		}
		return v, err
	})
	c.Def("setdefault", 2, 3, func(t *thread, a []value, _ kws) (value, error) {
		v, err := dict(a[0]).Get(t, a[1])
		if err != nil || v.Valid() {
			return v, err
		}
		v = object.None
		if len(a) > 2 {
			v = a[2]
		}
		return v, dict(a[0]).Set(t, a[1], v)
	})
	c.Def("pop", 2, 3, func(t *thread, a []value, _ kws) (value, error) {
		v, err := dict(a[0]).Pop(t, a[1])
		if err == nil && !v.Valid() {
			if len(a) > 2 {
				return a[2], nil
			}
			return value{}, object.KeyError(a[1])
		}
		return v, err
	})
	c.Def("popitem", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		k, v, ok := dict(a[0]).Last()
		if !ok {
			return value{}, object.KeyError(object.String("popitem(): dictionary is empty"))
		}
		_, err := dict(a[0]).Pop(t, k)
		return object.TupleValue(k, v), err
	})
	c.Def("update", 1, -1, func(t *thread, a []value, kw kws) (value, error) {
		return none(fillDict(t, dict(a[0]), a[1:], kw, "update"))
	})
	c.Def("clear", 1, 1, func(t *thread, a []value, _ kws) (value, error) { dict(a[0]).Clear(); return object.None, nil })
	c.Def("copy", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return object.Obj(dict(a[0]).Copy()), nil })
	c.Def("__reversed__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return reversed(t, a[0]) })
	for n, k := range map[string]byte{"keys": 'k', "values": 'v', "items": 'i'} {
		c.Def(n, 1, 1, func(t *thread, a []value, _ kws) (value, error) {
			return object.Obj(&object.DictView{D: dict(a[0]), Kind: k}), nil
		})
		object.MappingProxyClass.Def(n, 1, 1, func(t *thread, a []value, _ kws) (value, error) {
			return object.Obj(&object.DictView{D: a[0].Ref.(*object.MappingProxy).D, Kind: k}), nil
		})
	}
	object.MappingProxyClass.Def("get", 2, 3, func(t *thread, a []value, _ kws) (value, error) {
		v, err := a[0].Ref.(*object.MappingProxy).D.Get(t, a[1])
		if err == nil && !v.Valid() {
			v = object.None
			if len(a) > 2 {
				v = a[2]
			}
		}
		return v, err
	})
	c.DefClass("fromkeys", 2, 3, func(t *thread, a []value, _ kws) (value, error) {
		d, err := t.Call(a[0])
		if err != nil {
			return d, err
		}
		v := object.None
		if len(a) > 2 {
			v = a[2]
		}
		return d, object.Each(t, a[1], func(k value) error { return object.SetItem(t, d, k, v) })
	})
}

func asSet(t *thread, v value) (*object.Dict, error) {
	if s, ok := v.Ref.(*object.Set); ok {
		return &s.D, nil
	}
	items, err := object.Collect(t, v)
	if err != nil {
		return nil, err
	}
	s, err := object.NewSet(t, items, false)
	if err != nil {
		return nil, err
	}
	return &s.D, nil
}

func setMethods() {
	for _, c := range []*object.Class{object.SetClass, object.FrozensetClass} {
		frozen := c == object.FrozensetClass
		wrap(c, object.OpOr, object.OpAnd, object.OpSub, object.OpXor)
		c.Construct = func(t *thread, cls *object.Class, a []value, _ kws) (value, error) {
			s := &object.Set{Frozen: frozen}
			if cls != c {
				s.SetClass(cls)
			}
			if len(a) > 1 {
				return value{}, object.TypeError("%s expected at most 1 argument, got %d", cls.Name, len(a))
			}
			if len(a) == 1 && (cls == c || frozen) {
				if err := object.Each(t, a[0], func(v value) error { return s.Add(t, v) }); err != nil {
					return value{}, err
				}
			}
			return object.Obj(s), nil
		}
		many := func(name string, op object.Op) {
			c.Def(name, 1, -1, func(t *thread, a []value, _ kws) (value, error) {
				d := set(a[0]).D.Copy()
				for _, x := range a[1:] {
					o, err := asSet(t, x)
					if err != nil {
						return value{}, err
					}
					if d, err = object.Combine(t, op, d, o); err != nil {
						return value{}, err
					}
				}
				return object.Obj(&object.Set{D: *d, Frozen: frozen}), nil
			})
		}
		many("union", object.OpOr)
		many("intersection", object.OpAnd)
		many("difference", object.OpSub)
		many("symmetric_difference", object.OpXor)
		test := func(name string, f func(t *thread, x, y value) (value, error)) {
			c.Def(name, 2, 2, func(t *thread, a []value, _ kws) (value, error) {
				o, err := asSet(t, a[1])
				if err != nil {
					return value{}, err
				}
				return f(t, a[0], object.Obj(&object.Set{D: *o}))
			})
		}
		test("issubset", func(t *thread, x, y value) (value, error) { return object.NativeCompare(t, object.CmpLe, x, y) })
		test("issuperset", func(t *thread, x, y value) (value, error) { return object.NativeCompare(t, object.CmpGe, x, y) })
		test("isdisjoint", func(t *thread, x, y value) (value, error) {
			r, err := object.NativeBinary(t, object.OpAnd, x, y)
			if err != nil {
				return r, err
			}
			return object.Bool(set(r).D.Len() == 0), nil
		})
		c.Def("copy", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
			return object.Obj(&object.Set{D: *set(a[0]).D.Copy(), Frozen: frozen}), nil
		})
	}
	c := object.SetClass
	c.Def("__init__", 1, 2, func(t *thread, a []value, _ kws) (value, error) {
		set(a[0]).D.Clear()
		if len(a) == 1 {
			return object.None, nil
		}
		return none(object.Each(t, a[1], func(v value) error { return set(a[0]).Add(t, v) }))
	})
	c.Def("add", 2, 2, func(t *thread, a []value, _ kws) (value, error) { return none(set(a[0]).Add(t, a[1])) })
	c.Def("discard", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		_, err := set(a[0]).D.Pop(t, a[1])
		return none(err)
	})
	c.Def("remove", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		v, err := set(a[0]).D.Pop(t, a[1])
		if err == nil && !v.Valid() {
			err = object.KeyError(a[1])
		}
		return none(err)
	})
	c.Def("pop", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		k, _, _, ok := set(a[0]).D.Next(0)
		if !ok {
			return value{}, object.KeyError(object.String("pop from an empty set"))
		}
		_, err := set(a[0]).D.Pop(t, k)
		return k, err
	})
	c.Def("clear", 1, 1, func(t *thread, a []value, _ kws) (value, error) { set(a[0]).D.Clear(); return object.None, nil })
	change := func(name string, op object.Op) {
		c.Def(name, 1, -1, func(t *thread, a []value, _ kws) (value, error) {
			for _, x := range a[1:] {
				o, err := asSet(t, x)
				if err != nil {
					return value{}, err
				}
				d, err := object.Combine(t, op, &set(a[0]).D, o)
				if err != nil {
					return value{}, err
				}
				set(a[0]).D = *d
			}
			return object.None, nil
		})
	}
	change("update", object.OpOr)
	change("intersection_update", object.OpAnd)
	change("difference_update", object.OpSub)
	change("symmetric_difference_update", object.OpXor)
}
