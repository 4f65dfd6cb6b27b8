package collectionsmod

import (
	"asyncio/script/object"
	"asyncio/script/vm"
)

func init() {
	dequeClass.Later(fillDeque)
	iterClass.Later(fillIter)
	reverseClass.Later(fillIter)
}

func fillDeque(c *object.Class) {
	sig := object.ParseSignature("iterable=(), maxlen=None")
	fill := func(t *thread, d *deque, a []value, kw []object.Kw) error {
		sorted, err := sig.Bind("deque", "deque", a, kw)
		if err != nil {
			return err
		}
		return d.fill(t, sorted)
	}
	c.Construct = func(t *thread, cls *object.Class, a []value, kw []object.Kw) (value, error) {
		d := &deque{max: -1}
		if cls == c {
			return object.Obj(d), fill(t, d, a, kw)
		}
		d.SetClass(cls)
		return object.Obj(d), nil
	}
	c.Def("__init__", 1, -1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		return object.None, fill(t, of(a[0]), a[1:], kw)
	})
	c.SetAttr("__hash__", object.None)
	c.SetAttr("__doc__", object.String("A sequence made for adding and taking at both ends."))
	c.DefGet("maxlen", func(_ *thread, self value) (value, error) { return of(self).maxlen(), nil }, nil)
	c.ClassFunction("__class_getitem__(object, /)", func(_ *thread, a []value, _ []object.Kw) (value, error) {
		return object.MakeAlias(a[0], a[1]), nil
	})
	method := func(header string, f func(t *thread, d *deque, a []value) (value, error)) {
		c.Method(header, func(t *thread, a []value, _ []object.Kw) (value, error) { return f(t, of(a[0]), a[1:]) })
	}
	ends(method)
	asSequence(method)
	asValue(method)
}

type definer = func(header string, f func(t *thread, d *deque, a []value) (value, error))

// ends has the methods that work at the ends, and on all items.
func ends(method definer) {
	method("append(item, /)", func(t *thread, d *deque, a []value) (value, error) {
		if d.max >= 0 && d.n == d.max && d.n > 0 {
			vm.Of(t).Loses(*d.at(0))
		}
		d.append(a[0])
		return object.None, nil
	})
	method("appendleft(item, /)", func(t *thread, d *deque, a []value) (value, error) {
		if d.max >= 0 && d.n == d.max && d.n > 0 {
			vm.Of(t).Loses(*d.at(d.n - 1))
		}
		d.appendLeft(a[0])
		return object.None, nil
	})
	take := func(name string, f func(*ring) value) {
		method(name+"()", func(_ *thread, d *deque, _ []value) (value, error) {
			if d.n == 0 {
				return value{}, object.IndexError("pop from an empty deque")
			}
			d.changes++
			return f(&d.ring), nil
		})
	}
	take("pop", (*ring).takeRight)
	take("popleft", (*ring).takeLeft)
	method("extend(iterable, /)", func(t *thread, d *deque, a []value) (value, error) { return object.None, d.extend(t, a[0], d.append) })
	method("extendleft(iterable, /)", func(t *thread, d *deque, a []value) (value, error) {
		return object.None, d.extend(t, a[0], d.appendLeft)
	})
	method("clear()", func(t *thread, d *deque, _ []value) (value, error) {
		for i := range d.n {
			vm.Of(t).Loses(*d.at(i))
		}
		d.changes++
		d.ring = ring{}
		return object.None, nil
	})
	method("rotate(n=1, /)", func(t *thread, d *deque, a []value) (value, error) {
		n := 1
		if len(a) > 0 {
			var err error
			if n, err = object.SizeIndex(t, a[0]); err != nil {
				return value{}, err
			}
		}
		if d.n > 1 {
			d.changes++
			d.rotate(n)
		}
		return object.None, nil
	})
	method("reverse()", func(_ *thread, d *deque, _ []value) (value, error) {
		for i, j := 0, d.n-1; i < j; i, j = i+1, j-1 {
			*d.at(i), *d.at(j) = *d.at(j), *d.at(i)
		}
		return object.None, nil
	})
}

// asSequence has the methods that look for items and at places.
func asSequence(method definer) {
	method("__len__()", func(_ *thread, d *deque, _ []value) (value, error) { return object.Int(int64(d.n)), nil })
	method("__iter__()", func(_ *thread, d *deque, _ []value) (value, error) { return object.Obj(newIter(d, false)), nil })
	method("__reversed__()", func(_ *thread, d *deque, _ []value) (value, error) { return object.Obj(newIter(d, true)), nil })
	method("__contains__(key, /)", func(t *thread, d *deque, a []value) (value, error) {
		i, err := d.find(t, a[0], 0, d.n)
		return object.Bool(i >= 0), err
	})
	method("__getitem__(key, /)", func(t *thread, d *deque, a []value) (value, error) {
		i, err := d.place(t, a[0])
		if err != nil {
			return value{}, err
		}
		return *d.at(i), nil
	})
	method("__setitem__(key, value, /)", func(t *thread, d *deque, a []value) (value, error) {
		i, err := d.place(t, a[0])
		if err == nil {
			*d.at(i) = a[1]
		}
		return object.None, err
	})
	method("__delitem__(key, /)", func(t *thread, d *deque, a []value) (value, error) {
		i, err := d.place(t, a[0])
		if err == nil {
			d.remove(i)
		}
		return object.None, err
	})
	method("count(value, /)", func(t *thread, d *deque, a []value) (value, error) {
		n := int64(0)
		for from := 0; ; {
			i, err := d.find(t, a[0], from, d.n)
			if err != nil || i < 0 {
				return object.Int(n), err
			}
			n++
			from = i + 1
		}
	})
	method("index(value, start=0, stop=, /)", func(t *thread, d *deque, a []value) (value, error) {
		from, to := 0, d.n
		for k, p := range []*int{&from, &to} {
			if v := opt(a, k+1); v.Valid() {
				if !isIndex(v) {
					return value{}, object.TypeError("slice indices must be integers or have an __index__ method")
				}
				var err error
				if *p, err = object.SliceIndex(t, v); err != nil {
					return value{}, err
				}
				if *p < 0 {
					*p = max(*p+d.n, 0)
				}
			}
		}
		i, err := d.find(t, a[0], from, to)
		if err != nil {
			return value{}, err
		}
		if i < 0 {
			return value{}, notThere(t, a[0])
		}
		return object.Int(int64(i)), nil
	})
	method("insert(index, value, /)", func(t *thread, d *deque, a []value) (value, error) {
		i, err := object.SizeIndex(t, a[0])
		if err != nil {
			return value{}, err
		}
		if d.max >= 0 && d.n >= d.max {
			return value{}, object.IndexError("deque already at its maximum size")
		}
		if i < 0 {
			i = max(i+d.n, 0)
		}
		i = min(i, d.n)
		d.changes++
		d.rotate(-i)
		d.pushLeft(a[1])
		d.rotate(i)
		return object.None, nil
	})
	method("remove(value, /)", func(t *thread, d *deque, a []value) (value, error) {
		mark := d.changes
		i, err := d.find(t, a[0], 0, d.n)
		if d.changes != mark {
			return value{}, object.IndexError("deque mutated during iteration")
		}
		if err != nil {
			return value{}, err
		}
		if i < 0 {
			return value{}, notThere(t, a[0])
		}
		d.remove(i)
		return object.None, nil
	})
}

func isIndex(v value) bool {
	if _, ok := object.Integer(v); ok {
		return true
	}
	_, ok := object.ClassOf(v).Lookup("__index__")
	return ok
}

func notThere(t *thread, v value) error {
	s, err := object.ReprText(t, v)
	if err != nil {
		return err
	}
	return object.ValueError("%s is not in deque", s)
}

// asValue has the operators, and how a deque is shown and copied.
func asValue(method definer) {
	method("__repr__()", func(t *thread, d *deque, _ []value) (value, error) {
		s, err := d.Repr(t)
		return object.String(s), err
	})
	method("__sizeof__()", func(_ *thread, d *deque, _ []value) (value, error) {
		return object.Int(int64(216 + 528*(1+d.n/64))), nil
	})
	for _, name := range []string{"copy()", "__copy__()"} {
		method(name, func(t *thread, d *deque, _ []value) (value, error) { return d.copied(t) })
	}
	method("__reduce__()", func(t *thread, d *deque, _ []value) (value, error) {
		args := object.TupleValue()
		if d.max >= 0 {
			args = object.TupleValue(object.TupleValue(), d.maxlen())
		}
		it, err := object.Iter(t, object.Obj(d))
		return object.TupleValue(object.Obj(d.Class()), args, object.State(object.Obj(d)), it), err
	})
	for name, op := range map[string]object.Cmp{"__eq__": object.CmpEq, "__ne__": object.CmpNe, "__lt__": object.CmpLt,
		"__le__": object.CmpLe, "__gt__": object.CmpGt, "__ge__": object.CmpGe} {
		method(name+"(value, /)", func(t *thread, d *deque, a []value) (value, error) {
			o, ok := a[0].Ref.(*deque)
			if !ok {
				return object.NotImplemented, nil
			}
			return object.Compare(t, op, object.Obj(object.NewList(d.items())), object.Obj(object.NewList(o.items())))
		})
	}
	method("__add__(value, /)", func(t *thread, d *deque, a []value) (value, error) {
		o, ok := a[0].Ref.(*deque)
		if !ok {
			return value{}, object.TypeError("can only concatenate deque (not \"%s\") to deque", object.ClassOf(a[0]).Name)
		}
		r, err := d.copied(t)
		if sum, ok := r.Ref.(*deque); ok && err == nil {
			err = sum.extend(t, object.Obj(o), sum.append)
		}
		return r, err
	})
	method("__iadd__(value, /)", func(t *thread, d *deque, a []value) (value, error) {
		return object.Obj(d), d.extend(t, a[0], d.append)
	})
	times := func(t *thread, d *deque, n value) ([]value, error) {
		l, err := object.Binary(t, object.OpMul, object.Obj(object.NewList(d.items())), n)
		if err != nil {
			return nil, err
		}
		return l.Ref.(*object.List).Items, nil
	}
	for _, name := range []string{"__mul__", "__rmul__"} {
		method(name+"(value, /)", func(t *thread, d *deque, a []value) (value, error) {
			if !isIndex(a[0]) {
				return object.NotImplemented, nil
			}
			items, err := times(t, d, a[0])
			if err != nil {
				return value{}, err
			}
			r, err := d.copied(t)
			if made, ok := r.Ref.(*deque); ok && err == nil {
				made.replace(items)
			}
			return r, err
		})
	}
	method("__imul__(value, /)", func(t *thread, d *deque, a []value) (value, error) {
		if !isIndex(a[0]) {
			return object.NotImplemented, nil
		}
		items, err := times(t, d, a[0])
		if err == nil {
			d.replace(items)
		}
		return object.Obj(d), err
	})
}
