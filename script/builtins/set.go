package builtins

import "asyncio/script/object"

func set(v value) *object.Set { return v.Ref.(*object.Set) }

func fillSets() {
	for _, c := range []*object.Class{object.SetClass, object.FrozensetClass} {
		c.Later(func(c *object.Class) {
			wrap(c, object.OpOr, object.OpAnd, object.OpSub, object.OpXor)
			combine := func(header string, op object.Op) {
				c.Method(header, func(t *thread, a []value, _ kws) (value, error) {
					s, err := combined(t, op, a)
					return object.Obj(s), err
				})
			}
			combine("union(*others)", object.OpOr)
			combine("intersection(*others)", object.OpAnd)
			combine("difference(*others)", object.OpSub)
			combine("symmetric_difference(other, /)", object.OpXor)
			test := func(name string, op object.Cmp) {
				c.Method(name+"(other, /)", func(t *thread, a []value, _ kws) (value, error) {
					o, err := asSet(t, a[1])
					if err != nil {
						return value{}, err
					}
					return object.NativeCompare(t, op, a[0], object.Obj(o))
				})
			}
			test("issubset", object.CmpLe)
			test("issuperset", object.CmpGe)
			c.Method("isdisjoint(other, /)", func(t *thread, a []value, _ kws) (value, error) {
				return boolean(set(a[0]).Disjoint(t, a[1]))
			})
			c.Method("copy()", func(t *thread, a []value, _ kws) (value, error) {
				s := set(a[0])
				if s.Frozen && s.Exact() {
					return a[0], nil
				}
				return object.Obj(s.Copy(t)), nil
			})
			c.Method("__sizeof__()", sizeMethod)
			c.ClassFunction("__class_getitem__(object, /)", classGetItem)
			c.Def("__reduce__", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
				items := object.NewList(set(a[0]).D.Keys())
				return object.TupleValue(object.Obj(object.ClassOf(a[0])), object.TupleValue(object.Obj(items)), object.State(a[0])), nil
			})
		})
	}
}

func fillFrozenset(c *object.Class) {
	c.Construct = func(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
		s := &object.Set{Frozen: true}
		if cls != c {
			s.SetClass(cls)
		}
		if len(kw) > 0 && !cls.Overrides("__init__") {
			return value{}, object.TypeError("frozenset() takes no keyword arguments")
		}
		if len(a) > 1 {
			return value{}, object.TypeError("frozenset expected at most 1 argument, got %d", len(a))
		}
		if len(a) == 0 {
			return object.Obj(s), nil
		}
		if o, ok := a[0].Ref.(*object.Set); ok && o.Frozen && o.Exact() && cls == c {
			return a[0], nil
		}
		return object.Obj(s), s.Update(t, a[0])
	}
}

func fillSet(c *object.Class) {
	mutableType(c, "iterable=(), /", func() (value, *object.Head) {
		s := &object.Set{}
		return object.Obj(s), &s.Head
	}, func(t *thread, self value, a []value, _ kws) error {
		s := set(self)
		s.Clear()
		if len(a) == 0 {
			return nil
		}
		return s.Update(t, a[0])
	})
	c.Method("add(object, /)", func(t *thread, a []value, _ kws) (value, error) { return none(set(a[0]).Add(t, a[1])) })
	c.Method("discard(object, /)", func(t *thread, a []value, _ kws) (value, error) {
		_, err := set(a[0]).Discard(t, object.SetKey(a[1]))
		return none(err)
	})
	c.Method("remove(object, /)", func(t *thread, a []value, _ kws) (value, error) {
		found, err := set(a[0]).Discard(t, object.SetKey(a[1]))
		if err == nil && !found {
			err = object.KeyError(a[1])
		}
		return none(err)
	})
	c.Method("pop()", func(t *thread, a []value, _ kws) (value, error) {
		k, ok := set(a[0]).PopFirst(t)
		if !ok {
			return value{}, object.KeyError(object.String("pop from an empty set"))
		}
		return k, nil
	})
	c.Method("clear()", func(t *thread, a []value, _ kws) (value, error) {
		set(a[0]).Clear()
		return object.None, nil
	})
	c.Method("update(*others)", func(t *thread, a []value, _ kws) (value, error) {
		for _, x := range a[1:] {
			if err := set(a[0]).Update(t, x); err != nil {
				return value{}, err
			}
		}
		return object.None, nil
	})
	c.Method("intersection_update(*others)", func(t *thread, a []value, _ kws) (value, error) {
		s, err := combined(t, object.OpAnd, a)
		if err != nil {
			return value{}, err
		}
		set(a[0]).Replace(s)
		return object.None, nil
	})
	change := func(header string, op object.Op) {
		c.Method(header, func(t *thread, a []value, _ kws) (value, error) {
			for _, x := range a[1:] {
				o, err := asSet(t, x)
				if err == nil {
					err = inPlace(t, op, set(a[0]), o)
				}
				if err != nil {
					return value{}, err
				}
			}
			return object.None, nil
		})
	}
	change("difference_update(*others)", object.OpSub)
	change("symmetric_difference_update(other, /)", object.OpXor)
	for _, op := range []object.Op{object.OpOr, object.OpAnd, object.OpSub, object.OpXor} {
		c.Method(object.OpInplace(op)+"(value, /)", func(t *thread, a []value, _ kws) (value, error) {
			if o, ok := a[1].Ref.(*object.Set); ok {
				return a[0], inPlace(t, op, set(a[0]), o)
			}
			r, err := object.NativeBinary(t, op, a[0], a[1])
			if err != nil || object.Is(r, object.NotImplemented) {
				return r, err
			}
			set(a[0]).Replace(set(r))
			return a[0], nil
		})
	}
	c.SetAttr("__hash__", object.None)
}

// asSet gives v as a set: v itself when it is one.
func asSet(t *thread, v value) (*object.Set, error) {
	if s, ok := v.Ref.(*object.Set); ok {
		return s, nil
	}
	s := &object.Set{}
	return s, s.Update(t, v)
}

// inPlace changes s by an operation with o.
func inPlace(t *thread, op object.Op, s, o *object.Set) error {
	switch op {
	case object.OpOr:
		return s.Update(t, object.Obj(o))
	case object.OpSub:
		return s.Subtract(t, o)
	case object.OpXor:
		return s.Exchange(t, o)
	}
	r, err := object.Operate(t, op, s, o)
	if err == nil {
		s.Replace(r)
	}
	return err
}

// combined is a new set, of the kind of a[0], of the operation on all of a.
func combined(t *thread, op object.Op, a []value) (*object.Set, error) {
	s := set(a[0])
	if op == object.OpOr || len(a) == 1 {
		s = s.Copy(t)
	}
	for i, x := range a[1:] {
		if op == object.OpOr {
			if err := s.Update(t, x); err != nil {
				return nil, err
			}
			continue
		}
		o, err := asSet(t, x)
		if err != nil {
			return nil, err
		}
		_, isSet := x.Ref.(*object.Set)
		switch {
		case op != object.OpSub || isSet && i == 0:
			s, err = object.Operate(t, op, s, o)
		case i == 0:
			s = s.Copy(t)
			fallthrough
		default:
			err = s.Subtract(t, o)
		}
		if err != nil {
			return nil, err
		}
	}
	return s, nil
}
