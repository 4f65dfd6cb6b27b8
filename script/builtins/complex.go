package builtins

import (
	"math"

	"asyncio/script/number"
	"asyncio/script/object"
)

func fillComplex(c *object.Class) {
	wrap(c, object.OpAdd, object.OpSub, object.OpMul, object.OpDiv, object.OpPow)
	c.Constructor("real=0, imag=0", func(t *thread, cls *object.Class, a []value) (value, error) {
		x, err := newComplex(t, opt(a, 0), opt(a, 1))
		if err != nil {
			return value{}, err
		}
		o := &object.Complex{V: x}
		if cls != object.ComplexClass {
			o.SetClass(cls)
		}
		return object.Obj(o), nil
	})
	self := func(v value) complex128 { return v.Ref.(*object.Complex).V }
	c.DefGet("real", func(t *thread, v value) (value, error) { return object.Float(real(self(v))), nil }, nil)
	c.DefGet("imag", func(t *thread, v value) (value, error) { return object.Float(imag(self(v))), nil }, nil)
	unary := func(name string, f func(x complex128) complex128) {
		c.Method(name+"()", func(t *thread, a []value, _ kws) (value, error) { return object.ComplexValue(f(self(a[0]))), nil })
	}
	unary("conjugate", func(x complex128) complex128 { return complex(real(x), -imag(x)) })
	unary("__neg__", func(x complex128) complex128 { return complex(-real(x), -imag(x)) })
	unary("__pos__", func(x complex128) complex128 { return x })
	unary("__complex__", func(x complex128) complex128 { return x })
	c.Method("__bool__()", func(t *thread, a []value, _ kws) (value, error) { return object.Bool(self(a[0]) != 0), nil })
	c.Method("__abs__()", func(t *thread, a []value, _ kws) (value, error) {
		x := self(a[0])
		r := number.Hypot([]float64{real(x), imag(x)})
		if math.IsInf(r, 0) && !math.IsInf(real(x), 0) && !math.IsInf(imag(x), 0) {
			return value{}, object.Raise(object.OverflowErrorClass, "absolute value too large")
		}
		return object.Float(r), nil
	})
	c.Method("__format__(format_spec, /)", formatMethod)
	c.Method("__getnewargs__()", func(t *thread, a []value, _ kws) (value, error) {
		x := self(a[0])
		return object.TupleValue(object.Float(real(x)), object.Float(imag(x))), nil
	})
}

func newComplex(t *thread, re, im value) (complex128, error) {
	if re.Valid() {
		if s, ok := object.StrOf(re); ok {
			if im.Valid() {
				return 0, object.TypeError("complex() can't take second arg if first is a string")
			}
			c, err := object.ParseComplex(s)
			return c, object.FromError(err)
		}
	}
	if im.Valid() {
		if _, ok := object.StrOf(im); ok {
			return 0, object.TypeError("complex() second arg can't be a string")
		}
	}
	part := func(v value, which string) (complex128, error) {
		if !v.Valid() {
			return 0, nil
		}
		if c, ok := v.Ref.(*object.Complex); ok {
			return c.V, nil
		}
		if r, ok, err := t.CallSpecial(v, "__complex__"); ok {
			if err != nil {
				return 0, err
			}
			c, isComplex := r.Ref.(*object.Complex)
			if !isComplex {
				return 0, object.TypeError("%s.__complex__() must return a complex, not %s", typeName(v), typeName(r))
			}
			return c.V, nil
		}
		if c, ok, err := object.ComplexOf(v); ok {
			return c, err
		}
		f, err := toFloat(t, v)
		if err != nil {
			if object.IsInstance(err, object.TypeErrorClass) {
				err = object.TypeError("complex() %s must be a %snumber, not '%s'", which, map[bool]string{true: "string or a "}[which == "first argument"], typeName(v))
			}
			return 0, err
		}
		return complex(f.F(), 0), nil
	}
	x, err := part(re, "first argument")
	if err != nil {
		return 0, err
	}
	y, err := part(im, "second argument")
	if err != nil || !im.Valid() {
		return x, err
	}
	if _, ok := im.Ref.(*object.Complex); ok {
		x -= complex(imag(y), 0)
	}
	if imag(x) == 0 {
		return complex(real(x), real(y)), nil
	}
	return complex(real(x), imag(x)+real(y)), nil
}
