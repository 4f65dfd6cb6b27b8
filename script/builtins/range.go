package builtins

import (
	"asyncio/script/number"
	"asyncio/script/object"
)

func fillRange(c *object.Class) {
	c.Construct = func(t *thread, _ *object.Class, a []value, kw kws) (value, error) {
		if len(kw) > 0 {
			return value{}, object.TypeError("range() takes no keyword arguments")
		}
		switch {
		case len(a) == 0:
			return value{}, object.TypeError("range expected at least 1 argument, got 0")
		case len(a) > 3:
			return value{}, object.TypeError("range expected at most 3 arguments, got %d", len(a))
		}
		n := [3]number.Int{2: number.FromInt64(1)}
		for i, x := range a {
			v, err := object.ToIndex(t, x)
			if err != nil {
				return value{}, err
			}
			n[i] = num(v)
		}
		if len(a) == 1 {
			n[0], n[1] = number.Int{}, n[0]
		}
		if n[2].Sign() == 0 {
			return value{}, object.ValueError("range() arg 3 must not be zero")
		}
		return object.NewRange(n[0], n[1], n[2]), nil
	}
	part := func(name string, f func(r *object.LongRange) number.Int) {
		c.DefGet(name, func(t *thread, v value) (value, error) { return object.FromNumber(f(object.RangeOf(v))), nil }, nil)
	}
	part("start", func(r *object.LongRange) number.Int { return r.Start })
	part("stop", func(r *object.LongRange) number.Int { return r.Stop })
	part("step", func(r *object.LongRange) number.Int { return r.Step })
	c.Method("__reversed__()", func(t *thread, a []value, _ kws) (value, error) { return object.RangeReverse(a[0]), nil })
	c.Method("__bool__()", func(t *thread, a []value, _ kws) (value, error) {
		return object.Bool(object.RangeOf(a[0]).Len().Sign() > 0), nil
	})
	c.Method("index(value, /)", func(t *thread, a []value, _ kws) (value, error) {
		i, err := rangeFind(t, a[0], a[1])
		if err != nil {
			return value{}, err
		}
		if !i.Valid() {
			if n, ok := object.Integer(a[1]); ok {
				return value{}, object.ValueError("%s is not in range", object.IntText(n))
			}
			return value{}, object.ValueError("sequence.index(x): x not in sequence")
		}
		return i, nil
	})
	c.Method("count(value, /)", func(t *thread, a []value, _ kws) (value, error) {
		if n, ok := object.NumberOf(a[1]); ok {
			_, found := object.RangeIndex(a[0], n)
			return object.Int(int64(object.Bool(found).Bits)), nil
		}
		n := int64(0)
		err := object.Each(t, a[0], func(v value) error {
			same, err := object.EqualKeys(t, v, a[1])
			if same {
				n++
			}
			return err
		})
		return object.Int(n), err
	})
	c.Method("__reduce__()", func(t *thread, a []value, _ kws) (value, error) {
		r := object.RangeOf(a[0])
		return object.TupleValue(object.Obj(c), object.TupleValue(object.FromNumber(r.Start), object.FromNumber(r.Stop), object.FromNumber(r.Step))), nil
	})
}

// rangeFind gives the position of x in a range, or no value.
func rangeFind(t *thread, r, x value) (value, error) {
	if n, ok := object.NumberOf(x); ok && object.ClassOf(x).Builtin() {
		if i, found := object.RangeIndex(r, n); found {
			return object.FromNumber(i), nil
		}
		return value{}, nil
	}
	i := int64(0)
	it, err := object.Iter(t, r)
	if err != nil {
		return value{}, err
	}
	for ; ; i++ {
		v, err := object.Next(t, it)
		if err != nil || !v.Valid() {
			return value{}, err
		}
		same, err := object.EqualKeys(t, v, x)
		if err != nil || same {
			return object.Int(i), err
		}
	}
}

func fillSlice(c *object.Class) {
	c.Construct = func(t *thread, _ *object.Class, a []value, kw kws) (value, error) {
		s := &object.Slice{Start: object.None, Stop: object.None, Step: object.None}
		switch {
		case len(kw) > 0:
			return value{}, object.TypeError("slice() takes no keyword arguments")
		case len(a) == 0:
			return value{}, object.TypeError("slice expected at least 1 argument, got 0")
		case len(a) > 3:
			return value{}, object.TypeError("slice expected at most 3 arguments, got %d", len(a))
		case len(a) == 1:
			s.Stop = a[0]
		default:
			s.Start, s.Stop = a[0], a[1]
			if len(a) == 3 {
				s.Step = a[2]
			}
		}
		return object.Obj(s), nil
	}
	part := func(name string, f func(s *object.Slice) value) {
		c.DefGet(name, func(t *thread, v value) (value, error) { return f(v.Ref.(*object.Slice)), nil }, nil)
	}
	part("start", func(s *object.Slice) value { return s.Start })
	part("stop", func(s *object.Slice) value { return s.Stop })
	part("step", func(s *object.Slice) value { return s.Step })
	c.Method("indices(length, /)", func(t *thread, a []value, _ kws) (value, error) {
		iv, err := object.ToIndex(t, a[1])
		if err != nil {
			return value{}, err
		}
		n := num(iv)
		if n.Sign() < 0 {
			return value{}, object.ValueError("length should not be negative")
		}
		start, stop, step, err := a[0].Ref.(*object.Slice).Bounds(t, n)
		if err != nil {
			return value{}, err
		}
		return object.TupleValue(object.FromNumber(start), object.FromNumber(stop), object.FromNumber(step)), nil
	})
	c.Method("__reduce__()", func(t *thread, a []value, _ kws) (value, error) {
		s := a[0].Ref.(*object.Slice)
		return object.TupleValue(object.Obj(c), object.TupleValue(s.Start, s.Stop, s.Step)), nil
	})
}
