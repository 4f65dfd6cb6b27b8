package builtins

import (
	"asyncio/script/number"
	"asyncio/script/object"
)

func installReductions(m *object.Module) {
	truth := func(name string, stop bool) {
		m.Function(name+"(iterable, /)", func(t *thread, a []value, _ kws) (value, error) {
			it, err := object.Iter(t, a[0])
			if err != nil {
				return it, err
			}
			for n := 1; ; n++ {
				x, err := object.Next(t, it)
				if err == nil && n%1024 == 0 && t.Tick != nil {
					err = t.Tick()
				}
				if err != nil {
					return value{}, err
				}
				if !x.Valid() {
					return object.Bool(!stop), nil
				}
				b, err := object.Truth(t, x)
				if err != nil || b == stop {
					return object.Bool(stop), err
				}
			}
		})
	}
	truth("any", true)
	truth("all", false)
	m.Function("sum(iterable, /, start=0)", func(t *thread, a []value, _ kws) (value, error) { return sum(t, a[0], opt(a, 1)) })
	for _, f := range []struct {
		name string
		op   object.Cmp
	}{{"min", object.CmpLt}, {"max", object.CmpGt}} {
		m.Def(f.name, 0, -1, func(t *thread, a []value, kw kws) (value, error) { return best(t, f.name, f.op, a, kw) })
	}
}

// adder sums values: ints and floats without going through their methods,
// floats with the error of each addition carried along.
type adder struct {
	t      *thread
	acc    value
	floats number.CompensatedSum
	inside bool // the sum so far is in floats
}

func (s *adder) add(v value) error {
	if s.inside {
		if v.IsFloat() {
			s.floats.Add(v.F())
			return nil
		}
		if n, ok := v.SmallInt(); ok {
			s.floats.Add(float64(n))
			return nil
		}
		s.acc, s.inside = s.result(), false
	}
	if x, ok := s.acc.SmallInt(); ok {
		if y, ok := v.SmallInt(); ok {
			if r := x + y; (r > x) == (y > 0) {
				s.acc = object.Int(r)
				return nil
			}
		}
	}
	if s.acc.IsFloat() && (v.IsFloat() || v.IsSmallInt()) {
		s.floats = number.CompensatedSum{}
		s.floats.Add(s.acc.F())
		s.inside = true
		return s.add(v)
	}
	var err error
	s.acc, err = object.Binary(s.t, object.OpAdd, s.acc, v)
	return err
}

func (s *adder) result() value {
	if s.inside {
		return object.Float(s.floats.Result())
	}
	return s.acc
}

func sum(t *thread, iterable, start value) (value, error) {
	s := adder{t: t, acc: object.Int(0)}
	if start.Valid() {
		s.acc = start
		switch o := start.Ref.(type) {
		case *object.Str:
			return value{}, object.TypeError("sum() can't sum strings [use ''.join(seq) instead]")
		case *object.Bytes:
			return value{}, object.TypeError("sum() can't sum %s [use b''.join(seq) instead]", o.Class().Name)
		}
	}
	if l, ok := iterable.Ref.(*object.List); ok && l.Exact() {
		for i := 0; i < len(l.Items); i++ {
			if err := s.add(l.Items[i]); err != nil {
				return value{}, err
			}
		}
		return s.result(), nil
	}
	err := object.Each(t, iterable, s.add)
	if err != nil {
		return value{}, err
	}
	return s.result(), nil
}

// best is min or max.
func best(t *thread, name string, op object.Cmp, a []value, kw kws) (value, error) {
	var key, def value
	for _, k := range kw {
		switch k.Name {
		case "key":
			key = k.Val
		case "default":
			def = k.Val
		default:
			return value{}, object.TypeError("%s() got an unexpected keyword argument '%s'", name, k.Name)
		}
	}
	switch {
	case len(a) == 0:
		return value{}, object.TypeError("%s expected at least 1 argument, got 0", name)
	case len(a) > 1 && def.Valid():
		return value{}, object.TypeError("Cannot specify a default for %s() with multiple positional arguments", name)
	}
	if key.IsNone() {
		key = value{}
	}
	b := bester{t: t, op: op, key: key}
	var err error
	if len(a) > 1 {
		for _, v := range a {
			if err = b.add(v); err != nil {
				return value{}, err
			}
		}
	} else if err = object.Each(t, a[0], b.add); err != nil {
		return value{}, err
	}
	if b.win.Valid() {
		return b.win, nil
	}
	if def.Valid() {
		return def, nil
	}
	return value{}, object.ValueError("%s() iterable argument is empty", name)
}

// bester keeps the first of the best values.
type bester struct {
	t           *thread
	op          object.Cmp
	key         value
	win, winKey value
}

func (b *bester) add(v value) error {
	k := v
	if b.key.Valid() {
		var err error
		if k, err = b.t.Call(b.key, v); err != nil {
			return err
		}
	}
	if b.win.Valid() {
		if x, ok := k.SmallInt(); ok {
			if y, ok := b.winKey.SmallInt(); ok {
				if b.op == object.CmpLt && x < y || b.op == object.CmpGt && x > y {
					b.win, b.winKey = v, k
				}
				return nil
			}
		}
		if k.IsFloat() && b.winKey.IsFloat() {
			if x, y := k.F(), b.winKey.F(); b.op == object.CmpLt && x < y || b.op == object.CmpGt && x > y {
				b.win, b.winKey = v, k
			}
			return nil
		}
		r, err := object.Compare(b.t, b.op, k, b.winKey)
		if err != nil {
			return err
		}
		if ok, err := object.Truth(b.t, r); err != nil || !ok {
			return err
		}
	}
	b.win, b.winKey = v, k
	return nil
}
