package builtins

import (
	"math"

	"asyncio/script/number"
	"asyncio/script/object"
)

func fillFloat(c *object.Class) {
	wrap(c, object.OpAdd, object.OpSub, object.OpMul, object.OpDiv, object.OpMod, object.OpPow, object.OpFloorDiv, object.OpDivMod)
	powMethods(c)
	commonNumberMethods(c)
	c.Constructor("x=0, /", func(t *thread, cls *object.Class, a []value) (value, error) {
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
	})
	self := func(a []value) float64 { f, _ := object.FloatOf(a[0]); return f }
	c.Method("is_integer()", func(t *thread, a []value, _ kws) (value, error) { return object.Bool(number.IsInteger(self(a))), nil })
	c.Method("hex()", func(t *thread, a []value, _ kws) (value, error) { return object.String(number.FloatHex(self(a))), nil })
	c.Method("as_integer_ratio()", func(t *thread, a []value, _ kws) (value, error) {
		n, d, err := number.AsIntegerRatio(self(a))
		if err != nil {
			return value{}, object.FromError(err)
		}
		return object.TupleValue(object.FromNumber(n), object.FromNumber(d)), nil
	})
	c.ClassFunction("fromhex(string, /)", func(t *thread, a []value, _ kws) (value, error) {
		s, ok := object.StrOf(a[1])
		if !ok {
			return value{}, object.TypeError("fromhex() argument must be str, not %s", typeName(a[1]))
		}
		f, err := number.FloatFromHex(s)
		if err != nil {
			return value{}, object.FromError(err)
		}
		if a[0].Ref == object.Object(object.FloatClass) {
			return object.Float(f), nil
		}
		return t.Call(a[0], object.Float(f))
	})
	c.ClassFunction("__getformat__(typestr, /)", func(t *thread, a []value, _ kws) (value, error) {
		return object.String("IEEE, little-endian"), nil
	})
}

// exact gives a number without its subclass.
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

// absOf is abs.
func absOf(t *thread, v value) (value, error) {
	if object.ClassOf(v).Builtin() {
		if n, ok := object.NumberOf(v); ok {
			return object.FromNumber(n.Abs()), nil
		}
		if f, ok := object.FloatOf(v); ok {
			return object.Float(math.Abs(f)), nil
		}
	}
	r, ok, err := t.CallSpecial(v, "__abs__")
	if !ok {
		return r, object.TypeError("bad operand type for abs(): '%s'", typeName(v))
	}
	return r, err
}

// roundOf is round.
func roundOf(t *thread, v, digits value) (value, error) {
	if object.ClassOf(v).Builtin() && isNumber(v) {
		return roundExact(t, exact(v), digits)
	}
	var args []value
	if digits.Valid() && !digits.IsNone() {
		args = []value{digits}
	}
	r, ok, err := t.CallSpecial(v, "__round__", args...)
	if !ok {
		return r, object.TypeError("type %s doesn't define __round__ method", typeName(v))
	}
	return r, err
}

// roundExact rounds an exact int or float.
func roundExact(t *thread, v, digits value) (value, error) {
	var d number.Int
	some := digits.Valid() && !digits.IsNone()
	if some {
		nd, err := object.ToIndex(t, digits)
		if err != nil {
			return nd, err
		}
		d = num(nd)
	}
	if f, ok := object.FloatOf(v); ok {
		if !some {
			n, err := number.RoundToInt(f)
			return object.FromNumber(n), object.FromError(err)
		}
		r, err := number.RoundFloat(f, d.Clamp())
		return object.Float(r), object.FromError(err)
	}
	if !some {
		return v, nil
	}
	return object.FromNumber(number.RoundInt(num(v), d)), nil
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
		return r, object.TypeError("%s.__float__ returned non-float (type %s)", typeName(v), typeName(r))
	}
	if s, ok := object.StrOf(v); ok {
		f, err := number.ParseFloat(s)
		if f != f {
			return t.In.NewNaN(math.Signbit(f)), nil
		}
		return object.Float(f), object.FromError(err)
	}
	if b, ok := bytesLike(v); ok {
		f, err := number.ParseFloatBytes(string(b))
		return object.Float(f), object.FromError(err)
	}
	if r, ok, err := t.CallSpecial(v, "__index__"); ok {
		if err != nil {
			return r, err
		}
		return toFloat(t, r)
	}
	return value{}, object.TypeError("float() argument must be a string or a real number, not '%s'", typeName(v))
}

// Float gives a number as a float, as math's functions take it.
func Float(t *thread, v value) (float64, error) {
	if f, ok := object.FloatOf(v); ok {
		return f, nil
	}
	_, isStr := object.StrOf(v)
	_, isBytes := v.Ref.(*object.Bytes)
	if isStr || isBytes {
		return 0, object.TypeError("must be real number, not %s", typeName(v))
	}
	r, err := toFloat(t, v)
	if err != nil && object.IsInstance(err, object.TypeErrorClass) {
		if _, own := object.ClassOf(v).Lookup("__float__"); !own {
			err = object.TypeError("must be real number, not %s", typeName(v))
		}
	}
	return r.F(), err
}

// isNumber reports whether v is an int or a float of any kind.
func isNumber(v value) bool {
	_, isInt := object.Integer(v)
	_, isFloat := object.FloatOf(v)
	return isInt || isFloat
}
