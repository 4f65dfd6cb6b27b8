package builtins

import (
	"math"

	"asyncio/script/number"
	"asyncio/script/object"
)

func numberMethods() {
	ic := object.IntClass
	wrap(ic, object.OpAdd, object.OpSub, object.OpMul, object.OpDiv, object.OpMod, object.OpPow, object.OpLsh, object.OpRsh, object.OpOr, object.OpXor, object.OpAnd, object.OpFloorDiv, object.OpDivMod)
	wrap(object.FloatClass, object.OpAdd, object.OpSub, object.OpMul, object.OpDiv, object.OpMod, object.OpPow, object.OpFloorDiv, object.OpDivMod)
	unary := func(c *object.Class, name string, sym byte) {
		c.Def(name, 1, 1, func(t *thread, a []value, _ kws) (value, error) { return object.Unary(t, sym, exact(a[0])) })
	}
	for _, c := range []*object.Class{ic, object.FloatClass} {
		unary(c, "__neg__", '-')
		unary(c, "__pos__", '+')
		c.Def("__abs__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return absOf(t, exact(a[0])) })
		c.Def("__bool__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return boolean(object.Truth(t, exact(a[0]))) })
		c.Def("__int__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return toInt(t, exact(a[0])) })
		c.Def("__trunc__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return toInt(t, exact(a[0])) })
		c.Def("__float__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return toFloat(t, exact(a[0])) })
		c.Def("__round__", 1, 2, func(t *thread, a []value, _ kws) (value, error) { return roundOf(t, a) })
		c.Def("__floor__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return floorOf(exact(a[0]), number.Floor) })
		c.Def("__ceil__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return floorOf(exact(a[0]), number.Ceil) })
		c.Def("conjugate", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return exact(a[0]), nil })
		c.DefGet("real", func(t *thread, v value) (value, error) { return exact(v), nil }, nil)
		c.Def("__getnewargs__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return object.TupleValue(exact(a[0])), nil })
	}
	unary(ic, "__invert__", '~')
	ic.DefGet("imag", func(t *thread, v value) (value, error) { return object.Int(0), nil }, nil)
	ic.DefGet("numerator", func(t *thread, v value) (value, error) { return exact(v), nil }, nil)
	ic.DefGet("denominator", func(t *thread, v value) (value, error) { return object.Int(1), nil }, nil)
	ic.Def("__index__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return exact(a[0]), nil })
	ic.Def("bit_length", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		n, _ := object.NumberOf(a[0])
		return object.Int(int64(n.BitLength())), nil
	})
	ic.Def("bit_count", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		n, _ := object.NumberOf(a[0])
		return object.Int(int64(n.BitCount())), nil
	})
	ic.Def("is_integer", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return object.True, nil })
	ic.Def("to_bytes", 1, 4, func(t *thread, a []value, kw kws) (value, error) {
		p, err := object.Args("to_bytes", a[1:], kw, 0, "length", "byteorder", "signed")
		if err != nil {
			return value{}, err
		}
		length, order, signed := int64(1), "big", false
		if p[0].Valid() {
			length, _ = object.IntOf(p[0])
		}
		if p[1].Valid() {
			order, _ = object.StrOf(p[1])
		}
		if p[2].Valid() {
			signed, _ = object.Truth(t, p[2])
		}
		n, _ := object.NumberOf(a[0])
		b, err := n.ToBytes(length, order, signed)
		if err != nil {
			return value{}, object.FromError(err)
		}
		return object.BytesValue(b), nil
	})
	ic.DefClass("from_bytes", 2, 3, func(t *thread, a []value, kw kws) (value, error) {
		p, err := object.Args("from_bytes", a[1:], kw, 1, "bytes", "byteorder", "signed")
		if err != nil {
			return value{}, err
		}
		b, ok := p[0].Ref.(*object.Bytes)
		if !ok {
			return value{}, object.TypeError("cannot convert '%s' object to bytes", object.ClassOf(p[0]).Name)
		}
		order, signed := "big", false
		if p[1].Valid() {
			order, _ = object.StrOf(p[1])
		}
		if p[2].Valid() {
			signed, _ = object.Truth(t, p[2])
		}
		n, err := number.FromBytes(b.B, order, signed)
		return object.FromNumber(n), object.FromError(err)
	})
	fc := object.FloatClass
	fc.Def("is_integer", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		f, _ := object.FloatOf(a[0])
		return object.Bool(number.IsInteger(f)), nil
	})
	fc.Def("hex", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		f, _ := object.FloatOf(a[0])
		return object.String(number.FloatHex(f)), nil
	})
	fc.Def("as_integer_ratio", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		f, _ := object.FloatOf(a[0])
		n, d, err := number.AsIntegerRatio(f)
		return object.TupleValue(object.FromNumber(n), object.FromNumber(d)), object.FromError(err)
	})
	ic.Construct = func(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
		v, err := newInt(t, a, kw)
		if err != nil || cls == object.IntClass {
			return v, err
		}
		o := &object.IntObject{V: v}
		o.SetClass(cls)
		return object.Obj(o), nil
	}
	object.BoolClass.Construct = func(t *thread, _ *object.Class, a []value, kw kws) (value, error) {
		if len(a) > 1 {
			return value{}, object.TypeError("bool expected at most 1 argument, got %d", len(a))
		}
		if len(a) == 0 {
			return object.False, nil
		}
		return boolean(object.Truth(t, a[0]))
	}
	fc.Construct = func(t *thread, cls *object.Class, a []value, _ kws) (value, error) {
		if len(a) > 1 {
			return value{}, object.TypeError("float expected at most 1 argument, got %d", len(a))
		}
		v := object.Float(0)
		if len(a) == 1 {
			var err error
			if v, err = toFloat(t, a[0]); err != nil {
				return v, err
			}
		}
		if cls == object.FloatClass {
			return v, nil
		}
		o := &object.FloatObject{V: v.F()}
		o.SetClass(cls)
		return object.Obj(o), nil
	}
}

func exact(v value) value {
	if i, ok := object.Integer(v); ok {
		return i
	}
	if f, ok := object.FloatOf(v); ok {
		return object.Float(f)
	}
	return v
}

func floorOf(v value, f func(float64) (number.Int, error)) (value, error) {
	if x, ok := object.FloatOf(v); ok {
		n, err := f(x)
		return object.FromNumber(n), object.FromError(err)
	}
	return v, nil
}

func absOf(t *thread, v value) (value, error) {
	if n, ok := object.NumberOf(v); ok {
		return object.FromNumber(n.Abs()), nil
	}
	if f, ok := object.FloatOf(v); ok {
		return object.Float(math.Abs(f)), nil
	}
	r, ok, err := t.CallSpecial(v, "__abs__")
	if !ok {
		return r, object.TypeError("bad operand type for abs(): '%s'", object.ClassOf(v).Name)
	}
	return r, err
}

func roundOf(t *thread, a []value) (value, error) {
	nd := value{}
	if len(a) > 1 && !a[1].IsNone() {
		var err error
		if nd, err = object.ToIndex(t, a[1]); err != nil {
			return nd, err
		}
	}
	if f, ok := object.FloatOf(a[0]); ok {
		if !nd.Valid() {
			n, err := number.RoundToInt(f)
			return object.FromNumber(n), object.FromError(err)
		}
		d, _ := object.NumberOf(nd)
		r, err := number.RoundFloat(f, d.Clamp())
		return object.Float(r), object.FromError(err)
	}
	if n, ok := object.NumberOf(a[0]); ok {
		if !nd.Valid() {
			return object.FromNumber(n), nil
		}
		d, _ := object.NumberOf(nd)
		return object.FromNumber(number.RoundInt(n, d)), nil
	}
	r, ok, err := t.CallSpecial(a[0], "__round__", a[1:]...)
	if !ok {
		return r, object.TypeError("type %s doesn't define __round__ method", object.ClassOf(a[0]).Name)
	}
	return r, err
}

func newInt(t *thread, a []value, kw kws) (value, error) {
	p, err := object.Args("int", a, kw, 0, "x", "base")
	if err != nil {
		return value{}, err
	}
	if !p[0].Valid() {
		return object.Int(0), nil
	}
	if p[1].Valid() {
		base, err := object.Index(t, p[1])
		if err != nil {
			return value{}, err
		}
		s, ok := object.StrOf(p[0])
		if !ok {
			return value{}, object.TypeError("int() can't convert non-string with explicit base")
		}
		n, err := number.ParseInt(s, base, t.MaxDigits())
		return object.FromNumber(n), object.FromError(err)
	}
	return toInt(t, p[0])
}

func toInt(t *thread, v value) (value, error) {
	if object.ClassOf(v).Builtin() {
		if i, ok := object.Integer(v); ok {
			return i, nil
		}
		if f, ok := object.FloatOf(v); ok {
			n, err := number.Truncate(f)
			return object.FromNumber(n), object.FromError(err)
		}
	}
	for _, name := range []string{"__int__", "__index__", "__trunc__"} {
		if r, ok, err := t.CallSpecial(v, name); ok {
			if err != nil {
				return r, err
			}
			if i, ok := object.Integer(r); ok {
				return i, nil
			}
			return r, object.TypeError("%s returned non-int (type %s)", name, object.ClassOf(r).Name)
		}
	}
	if s, ok := object.StrOf(v); ok {
		n, err := number.ParseInt(s, 10, t.MaxDigits())
		return object.FromNumber(n), object.FromError(err)
	}
	if b, ok := v.Ref.(*object.Bytes); ok {
		n, err := number.ParseIntBytes(string(b.B), 10, t.MaxDigits())
		return object.FromNumber(n), object.FromError(err)
	}
	return value{}, object.TypeError("int() argument must be a string, a bytes-like object or a real number, not '%s'", object.ClassOf(v).Name)
}

func toFloat(t *thread, v value) (value, error) {
	if object.ClassOf(v).Builtin() {
		if f, ok := object.FloatOf(v); ok {
			return object.Float(f), nil
		}
		if n, ok := object.NumberOf(v); ok {
			f, err := n.Float()
			return object.Float(f), object.FromError(err)
		}
	}
	if r, ok, err := t.CallSpecial(v, "__float__"); ok {
		if err != nil {
			return r, err
		}
		if f, ok := object.FloatOf(r); ok {
			return object.Float(f), nil
		}
		return r, object.TypeError("%s.__float__ returned non-float (type %s)", object.ClassOf(v).Name, object.ClassOf(r).Name)
	}
	if s, ok := object.StrOf(v); ok {
		f, err := number.ParseFloat(s)
		return object.Float(f), object.FromError(err)
	}
	if b, ok := v.Ref.(*object.Bytes); ok {
		f, err := number.ParseFloatBytes(string(b.B))
		return object.Float(f), object.FromError(err)
	}
	if r, ok, err := t.CallSpecial(v, "__index__"); ok && err == nil {
		return toFloat(t, r)
	}
	return value{}, object.TypeError("float() argument must be a string or a real number, not '%s'", object.ClassOf(v).Name)
}

// Float gives a number as a float, as math's functions take it.
func Float(t *thread, v value) (float64, error) {
	if f, ok := object.FloatOf(v); ok {
		return f, nil
	}
	if _, isStr := object.StrOf(v); isStr {
		return 0, object.TypeError("must be real number, not str")
	}
	r, err := toFloat(t, v)
	if err != nil && object.IsInstance(err, object.TypeErrorClass) {
		err = object.TypeError("must be real number, not %s", object.ClassOf(v).Name)
	}
	return r.F(), err
}
