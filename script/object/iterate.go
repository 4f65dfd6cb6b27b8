package object

// Iter is iter(v).
func Iter(t *Thread, v Value) (Value, error) {
	cls := ClassOf(v)
	if s, ok := v.Ref.(*Set); ok {
		s.Rank(t)
	}
	if cls.builtin {
		if r, ok := NativeIterOf(v); ok && iterates(r) {
			return r, nil
		}
	}
	m, ok := cls.Lookup("__iter__")
	if ok && !m.IsNone() {
		r, _, err := t.CallSpecial(v, "__iter__")
		if err != nil {
			return Value{}, err
		}
		if !IsIterator(r) {
			return Value{}, TypeError("iter() returned non-iterator of type '%s'", ClassOf(r).Name)
		}
		return r, nil
	}
	if !ok {
		if _, seq := cls.Lookup("__getitem__"); seq {
			if _, isDict := v.Ref.(*Dict); !isDict {
				return Obj(&SeqIter{Seq: v}), nil
			}
		}
	}
	return Value{}, TypeError("'%s' object is not iterable", cls.Name)
}

// IsIterator reports whether next(v) can be called.
func IsIterator(v Value) bool {
	if _, ok := v.Ref.(Iterator); ok {
		return iterates(v)
	}
	_, ok := ClassOf(v).Lookup("__next__")
	return ok
}

// iterates is false for objects that are driven like iterators but are none to
// Python, such as coroutines.
func iterates(v Value) bool {
	o, ok := v.Ref.(interface{ Iterates() bool })
	return !ok || o.Iterates()
}

// NativeIterOf iterates over builtin storage.
func NativeIterOf(v Value) (Value, bool) {
	switch o := v.Ref.(type) {
	case *List:
		return Obj(&ListIter{L: o}), true
	case *Tuple:
		return Obj(&TupleIter{Items: o.Items}), true
	case *Range, *LongRange:
		return rangeIter(v), true
	case *Dict:
		return Obj(NewDictIter(o, 'k')), true
	case *DictView:
		return Obj(NewDictIter(o.D, o.Kind)), true
	case *MappingProxy:
		return Obj(NewDictIter(o.D, 'k')), true
	case *Set:
		it := NewDictIter(&o.D, 'k')
		it.cls = SetIterClass
		return Obj(it), true
	case *Str:
		return Obj(&StrIter{S: o.S, Wide: !o.ASCII()}), true
	case *Bytes:
		return Obj(&BytesIter{B: o}), true
	case Iterator:
		return v, true
	}
	return Value{}, false
}

// Next gives an iterator's next item, no value at its end.
func Next(t *Thread, it Value) (Value, error) {
	r, err := NextOrStop(t, it)
	if err != nil && IsInstance(err, StopIterationClass) {
		return Value{}, nil
	}
	return r, err
}

// NextOrStop is Next, but an end that carries a value is an error of
// StopIteration, as next() raises it.
func NextOrStop(t *Thread, it Value) (Value, error) {
	if n, ok := it.Ref.(Iterator); ok {
		cls := n.Class()
		if cls.builtin {
			return n.Next(t)
		}
		if cls.plainNext() {
			return n.Next(t)
		}
	}
	r, ok, err := t.CallSpecial(it, "__next__")
	if !ok {
		return Value{}, TypeError("'%s' object is not an iterator", ClassOf(it).Name)
	}
	return r, err
}

// plainNext reports whether the objects of a class derived from a builtin
// iterator are driven as that is: the class has no __next__ of its own.
func (c *Class) plainNext() bool {
	if c.nextAt != c.version {
		m, _ := c.Lookup("__next__")
		b, ok := m.Ref.(*Builtin)
		c.nextPlain, c.nextAt = ok && c.Layout.builtin && b.Owner == c.Layout, c.version
	}
	return c.nextPlain
}

// Each calls f with each item.
func Each(t *Thread, v Value, f func(Value) error) error {
	it, err := Iter(t, v)
	if err != nil {
		return err
	}
	return EachOf(t, it, f)
}

// EachOf is Each for an iterator.
func EachOf(t *Thread, it Value, f func(Value) error) error {
	native, ok := it.Ref.(Iterator)
	ok = ok && native.Class().builtin
	for n := 1; ; n++ {
		var x Value
		var err error
		if ok {
			if x, err = native.Next(t); err != nil && IsInstance(err, StopIterationClass) {
				return nil
			}
		} else {
			x, err = Next(t, it)
		}
		if err != nil || !x.Valid() {
			return err
		}
		if n%1024 == 0 && t.Tick != nil {
			if err := t.Tick(); err != nil {
				return err
			}
		}
		if err := f(x); err != nil {
			return err
		}
	}
}

// Collect is list(v) as a slice of its own.
func Collect(t *Thread, v Value) ([]Value, error) {
	if ClassOf(v).builtin {
		switch o := v.Ref.(type) {
		case *List:
			return append([]Value(nil), o.Items...), nil
		case *Tuple:
			return append([]Value(nil), o.Items...), nil
		case *Dict:
			return o.Keys(), nil
		case *Set:
			o.Rank(t)
			return o.D.Keys(), nil
		case *Range:
			n := o.Len()
			if err := t.roomForItems(n); err != nil {
				return nil, err
			}
			if n <= maxHint {
				out := make([]Value, n)
				for i := range out {
					SetInt(&out[i], uint64(o.Start+int64(i)*o.Step))
				}
				return out, nil
			}
		case *Str:
			return o.characters(), nil
		case *DictView:
			switch o.Kind {
			case 'k':
				return o.D.Keys(), nil
			case 'v':
				return o.D.Values(), nil
			}
		}
	}
	it, err := Iter(t, v)
	if err != nil {
		return nil, err
	}
	if ClassOf(v).builtin {
		return CollectIter(t, it)
	}
	n, err := LengthHint(t, v)
	if err != nil {
		return nil, err
	}
	return collect(t, it, n)
}

// CollectIter takes all that is left of an iterator.
func CollectIter(t *Thread, it Value) ([]Value, error) {
	n, err := LengthHint(t, it)
	if err != nil {
		return nil, err
	}
	return collect(t, it, n)
}

// maxHint is the number of items for which a hint is believed.
const maxHint = 1 << 20

func collect(t *Thread, it Value, hint int) ([]Value, error) {
	if err := t.roomForItems(hint); err != nil {
		return nil, err
	}
	out := make([]Value, 0, min(hint, maxHint))
	err := EachOf(t, it, func(x Value) error { out = append(out, x); return nil })
	return out, err
}

// LengthHint is operator.length_hint(v, 0).
func LengthHint(t *Thread, v Value) (int, error) {
	if h, ok := v.Ref.(Hinter); ok {
		return h.Hint(), nil
	}
	cls := ClassOf(v)
	if _, ok := cls.Lookup("__len__"); ok {
		n, err := Len(t, v)
		if err == nil || !IsInstance(err, TypeErrorClass) {
			return n, err
		}
	}
	r, ok, err := t.CallSpecial(v, "__length_hint__")
	if !ok || err == nil && r.Ref == Object(notImplObj) {
		return 0, nil
	}
	if err != nil {
		if IsInstance(err, TypeErrorClass) {
			err = nil
		}
		return 0, err
	}
	iv, isInt := Integer(r)
	if !isInt {
		return 0, TypeError("__length_hint__ must be an integer, not %s", ClassOf(r).Name)
	}
	n, fits := iv.SmallInt()
	if !fits {
		return 0, Raise(OverflowErrorClass, "Python int too large to convert to C ssize_t")
	}
	if n < 0 {
		return 0, ValueError("__length_hint__() should return >= 0")
	}
	return int(n), nil
}
