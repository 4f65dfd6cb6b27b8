package builtins

import (
	"asyncio/script/object"
)

func set(v value) *object.Set { return v.Ref.(*object.Set) }

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
