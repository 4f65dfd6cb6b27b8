package builtins

import (
	"asyncio/script/number"
	"asyncio/script/object"
)

var intOps = []object.Op{object.OpAdd, object.OpSub, object.OpMul, object.OpDiv, object.OpMod, object.OpPow, object.OpLsh, object.OpRsh, object.OpOr, object.OpXor, object.OpAnd, object.OpFloorDiv, object.OpDivMod}

func num(v value) number.Int {
	n, _ := object.NumberOf(v)
	return n
}

// powMethods give a number class __pow__ and __rpow__, which take a modulus.
func powMethods(c *object.Class) {
	c.Method("__pow__(value, mod=None, /)", func(t *thread, a []value, _ kws) (value, error) {
		if len(a) > 2 && !a[2].IsNone() {
			return powMod(a[0], a[1], a[2])
		}
		return object.NativeBinary(t, object.OpPow, a[0], a[1])
	})
	c.Method("__rpow__(value, mod=None, /)", func(t *thread, a []value, _ kws) (value, error) {
		if len(a) > 2 && !a[2].IsNone() {
			return powMod(a[1], a[0], a[2])
		}
		return object.NativeBinary(t, object.OpPow, a[1], a[0])
	})
}

func powMod(x, y, m value) (value, error) {
	a, ok1 := object.NumberOf(x)
	b, ok2 := object.NumberOf(y)
	c, ok3 := object.NumberOf(m)
	if !ok1 || !ok2 || !ok3 {
		_, f1 := object.FloatOf(x)
		if f1 {
			return value{}, object.TypeError("pow() 3rd argument not allowed unless all arguments are integers")
		}
		return object.NotImplemented, nil
	}
	r, err := number.PowMod(a, b, c)
	return object.FromNumber(r), object.FromError(err)
}

// commonNumberMethods are what int and float have in common.
func commonNumberMethods(c *object.Class) {
	unary := func(name string, symbol byte) {
		c.Method(name+"()", func(t *thread, a []value, _ kws) (value, error) { return object.Unary(t, symbol, exact(a[0])) })
	}
	unary("__neg__", '-')
	unary("__pos__", '+')
	if c == object.IntClass {
		unary("__invert__", '~')
	}
	c.Method("__abs__()", func(t *thread, a []value, _ kws) (value, error) { return absOf(t, exact(a[0])) })
	c.Method("__bool__()", func(t *thread, a []value, _ kws) (value, error) { return boolean(object.Truth(t, exact(a[0]))) })
	c.Method("__int__()", func(t *thread, a []value, _ kws) (value, error) { return toInt(t, exact(a[0])) })
	c.Method("__trunc__()", func(t *thread, a []value, _ kws) (value, error) { return toInt(t, exact(a[0])) })
	c.Method("__float__()", func(t *thread, a []value, _ kws) (value, error) { return toFloat(t, exact(a[0])) })
	c.Method("__round__(ndigits=None, /)", func(t *thread, a []value, _ kws) (value, error) {
		return roundExact(t, exact(a[0]), opt(a, 1))
	})
	c.Method("__floor__()", func(t *thread, a []value, _ kws) (value, error) { return floorOf(exact(a[0]), number.Floor) })
	c.Method("__ceil__()", func(t *thread, a []value, _ kws) (value, error) { return floorOf(exact(a[0]), number.Ceil) })
	c.Method("__format__(format_spec, /)", formatMethod)
	c.Method("conjugate()", func(t *thread, a []value, _ kws) (value, error) { return exact(a[0]), nil })
	c.Method("__getnewargs__()", func(t *thread, a []value, _ kws) (value, error) { return object.TupleValue(exact(a[0])), nil })
	c.DefGet("real", func(t *thread, v value) (value, error) { return exact(v), nil }, nil)
	c.DefGet("imag", func(t *thread, v value) (value, error) {
		if c == object.FloatClass {
			return object.Float(0), nil
		}
		return object.Int(0), nil
	}, nil)
}

func fillInt(c *object.Class) {
	wrap(c, intOps...)
	powMethods(c)
	commonNumberMethods(c)
	c.Constructor("x=0, /, base=", func(t *thread, cls *object.Class, a []value) (value, error) {
		v, err := newInt(t, opt(a, 0), opt(a, 1))
		if err != nil || cls == object.IntClass {
			return v, err
		}
		o := &object.IntObject{V: v}
		o.SetClass(cls)
		return object.Obj(o), nil
	})
	c.DefGet("numerator", func(t *thread, v value) (value, error) { return exact(v), nil }, nil)
	c.DefGet("denominator", func(t *thread, v value) (value, error) { return object.Int(1), nil }, nil)
	c.Method("__index__()", func(t *thread, a []value, _ kws) (value, error) { return exact(a[0]), nil })
	c.Method("bit_length()", func(t *thread, a []value, _ kws) (value, error) { return object.Int(int64(num(a[0]).BitLength())), nil })
	c.Method("bit_count()", func(t *thread, a []value, _ kws) (value, error) { return object.Int(int64(num(a[0]).BitCount())), nil })
	c.Method("is_integer()", func(t *thread, a []value, _ kws) (value, error) { return object.True, nil })
	c.Method("as_integer_ratio()", func(t *thread, a []value, _ kws) (value, error) {
		return object.TupleValue(exact(a[0]), object.Int(1)), nil
	})
	c.Method("__sizeof__()", sizeMethod)
	c.Method("to_bytes(length=1, byteorder='big', *, signed=False)", func(t *thread, a []value, _ kws) (value, error) {
		length := 1
		if x := opt(a, 1); x.Valid() {
			var err error
			if length, err = object.SizeIndex(t, x); err != nil {
				return value{}, err
			}
		}
		order, signed, err := byteOrder(t, "to_bytes", opt(a, 2), opt(a, 3))
		if err != nil {
			return value{}, err
		}
		if err := t.Room(float64(length)); err != nil {
			return value{}, err
		}
		b, err := num(a[0]).ToBytes(int64(length), order, signed)
		if err != nil {
			return value{}, object.FromError(err)
		}
		return object.BytesValue(b), nil
	})
	c.ClassFunction("from_bytes(bytes, byteorder='big', *, signed=False)", func(t *thread, a []value, _ kws) (value, error) {
		order, signed, err := byteOrder(t, "from_bytes", opt(a, 2), opt(a, 3))
		if err != nil {
			return value{}, err
		}
		_, isInt := object.Integer(a[1])
		_, isStr := object.StrOf(a[1])
		if isInt || isStr {
			return value{}, object.TypeError("cannot convert '%s' object to bytes", typeName(a[1]))
		}
		b, err := bytesOf(t, a[1], value{}, value{}, "bytes")
		if err != nil {
			return value{}, err
		}
		n, err := number.FromBytes(b, order, signed)
		if err != nil {
			return value{}, object.FromError(err)
		}
		v := object.FromNumber(n)
		if a[0].Ref == object.Object(object.IntClass) {
			return v, nil
		}
		return t.Call(a[0], v)
	})
}

func byteOrder(t *thread, fn string, order, signed value) (string, bool, error) {
	o := "big"
	if order.Valid() {
		s, ok := object.StrOf(order)
		if !ok {
			return "", false, object.TypeError("%s() argument 'byteorder' must be str, not %s", fn, argumentName(order))
		}
		o = s
	}
	s, err := flag(t, signed)
	return o, s, err
}

func newInt(t *thread, x, base value) (value, error) {
	if !base.Valid() {
		if !x.Valid() {
			return object.Int(0), nil
		}
		return toInt(t, x)
	}
	if !x.Valid() {
		return value{}, object.TypeError("int() missing string argument")
	}
	b, err := object.SizeIndex(t, base)
	if err != nil {
		if !object.IsInstance(err, object.OverflowErrorClass) {
			return value{}, err
		}
		b = 1
	}
	if b != 0 && (b < 2 || b > 36) {
		return value{}, object.ValueError("int() base must be >= 2 and <= 36, or 0")
	}
	if s, ok := object.StrOf(x); ok {
		n, err := number.ParseInt(s, b, t.MaxDigits())
		return object.FromNumber(n), object.FromError(err)
	}
	if p, ok := x.Ref.(*object.Bytes); ok {
		n, err := number.ParseIntBytes(string(p.B), b, t.MaxDigits())
		return object.FromNumber(n), object.FromError(err)
	}
	return value{}, object.TypeError("int() can't convert non-string with explicit base")
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
		if s, ok := object.StrOf(v); ok {
			n, err := number.ParseInt(s, 10, t.MaxDigits())
			return object.FromNumber(n), object.FromError(err)
		}
	}
	for _, name := range []string{"__int__", "__index__", "__trunc__"} {
		r, ok, err := t.CallSpecial(v, name)
		if !ok {
			continue
		}
		if err != nil {
			return r, err
		}
		if i, ok := object.Integer(r); ok {
			return i, nil
		}
		if name == "__trunc__" {
			if i, ok, err := t.CallSpecial(r, "__index__"); ok {
				return i, err
			}
			return r, object.TypeError("__trunc__ returned non-Integral (type %s)", typeName(r))
		}
		return r, object.TypeError("%s returned non-int (type %s)", name, typeName(r))
	}
	if s, ok := object.StrOf(v); ok {
		n, err := number.ParseInt(s, 10, t.MaxDigits())
		return object.FromNumber(n), object.FromError(err)
	}
	if b, ok := bytesLike(v); ok {
		n, err := number.ParseIntBytes(string(b), 10, t.MaxDigits())
		return object.FromNumber(n), object.FromError(err)
	}
	return value{}, object.TypeError("int() argument must be a string, a bytes-like object or a real number, not '%s'", typeName(v))
}

func fillBool(c *object.Class) {
	c.Constructor("object=False, /", func(t *thread, _ *object.Class, a []value) (value, error) {
		if len(a) == 0 {
			return object.False, nil
		}
		return boolean(object.Truth(t, a[0]))
	})
	wrap(c, object.OpOr, object.OpXor, object.OpAnd)
}
