package datetimemod

import (
	"math"
	"math/big"

	"asyncio/script/object"
)

func divideByZero(what string) error {
	return object.Raise(object.ZeroDivisionErrorClass, "%s", what)
}

const byZero = "integer division or modulo by zero"

// deltaArithmetic has the operators.
func deltaArithmetic(c *object.Class) {
	operator := func(name string, f func(t *thread, d *delta, other value) (value, error)) {
		c.DefPlain(name, 2, 2, func(t *thread, a []value) (value, error) { return f(t, a[0].Ref.(*delta), a[1]) })
	}
	// between is an operator between two of them.
	between := func(name string, f func(a, b *delta) (value, error)) {
		operator(name, func(_ *thread, d *delta, other value) (value, error) {
			if o, ok := deltaOf(other); ok {
				return f(d, o)
			}
			return object.NotImplemented, nil
		})
	}
	between("__add__", func(a, b *delta) (value, error) { return result(a.plus(b, 1)) })
	between("__radd__", func(a, b *delta) (value, error) { return result(b.plus(a, 1)) })
	between("__sub__", func(a, b *delta) (value, error) { return result(a.plus(b, -1)) })
	between("__rsub__", func(a, b *delta) (value, error) { return result(b.plus(a, -1)) })
	between("__mod__", func(a, b *delta) (value, error) {
		_, r, err := floor(a, b, "integer modulo by zero")
		return object.Obj(r), err
	})
	between("__divmod__", func(a, b *delta) (value, error) {
		q, r, err := floor(a, b, byZero)
		if err != nil {
			return value{}, err
		}
		return object.TupleValue(object.BigValue(q), object.Obj(r)), nil
	})
	operator("__mul__", multiply)
	operator("__rmul__", multiply)
	operator("__floordiv__", func(_ *thread, d *delta, other value) (value, error) {
		if o, ok := deltaOf(other); ok {
			q, _, err := floor(d, o, byZero)
			if err != nil {
				return value{}, err
			}
			return object.BigValue(q), nil
		}
		n, ok := whole(other)
		switch {
		case !ok:
			return object.NotImplemented, nil
		case n.Sign() == 0:
			return value{}, divideByZero(byZero)
		}
		q, r := new(big.Int).DivMod(d.big(), n, new(big.Int))
		if n.Sign() < 0 && r.Sign() != 0 {
			q.Sub(q, big.NewInt(1))
		}
		return result(fromBig(q))
	})
	operator("__truediv__", divide)
}

// whole gives an int of any size.
func whole(v value) (*big.Int, bool) {
	iv, ok := object.Integer(v)
	if !ok {
		return nil, false
	}
	if n, small := iv.SmallInt(); small {
		return big.NewInt(n), true
	}
	return object.BigOf(iv)
}

// floor divides one by another.
func floor(a, b *delta, zero string) (*big.Int, *delta, error) {
	if b.zero() {
		return nil, nil, divideByZero(zero)
	}
	if a.small() && b.small() {
		x, y := a.total(), b.total()
		q, r := x/y, x%y
		if r != 0 && (r < 0) != (y < 0) {
			q--
			r += y
		}
		return big.NewInt(q), fromUS(r), nil
	}
	x, y := a.big(), b.big()
	q, r := new(big.Int).DivMod(x, y, new(big.Int))
	if y.Sign() < 0 && r.Sign() != 0 {
		q.Sub(q, big.NewInt(1))
		r.Add(r, y)
	}
	d, err := fromBig(r)
	return q, d, err
}

func multiply(_ *thread, d *delta, other value) (value, error) {
	if n, ok := other.SmallInt(); ok && n < 1000 && n > -1000 && d.days < 1e6 && d.days > -1e6 {
		return result(split(0, n*d.total()))
	}
	if n, ok := whole(other); ok {
		return result(fromBig(new(big.Int).Mul(d.big(), n)))
	}
	a, b, ok, err := ratio(other)
	if err != nil || !ok {
		return object.NotImplemented, err
	}
	return result(fromBig(nearest(new(big.Int).Mul(d.big(), a), b)))
}

func divide(_ *thread, d *delta, other value) (value, error) {
	if o, ok := deltaOf(other); ok {
		if o.zero() {
			return value{}, divideByZero("division by zero")
		}
		f, _ := new(big.Rat).SetFrac(d.big(), o.big()).Float64()
		return object.Float(f), nil
	}
	n, ok := whole(other)
	m := big.NewInt(1)
	if !ok {
		var err error
		if n, m, ok, err = ratio(other); err != nil || !ok {
			return object.NotImplemented, err
		}
	}
	if n.Sign() == 0 {
		return value{}, divideByZero(byZero)
	}
	return result(fromBig(nearest(new(big.Int).Mul(d.big(), m), n)))
}

// ratio is a float as a fraction of ints.
func ratio(v value) (a, b *big.Int, ok bool, err error) {
	f, ok := object.FloatOf(v)
	switch {
	case !ok:
		return nil, nil, false, nil
	case math.IsNaN(f):
		return nil, nil, true, object.ValueError("cannot convert NaN to integer ratio")
	case math.IsInf(f, 0):
		return nil, nil, true, object.Raise(object.OverflowErrorClass, "cannot convert Infinity to integer ratio")
	}
	r := new(big.Rat)
	r.SetFloat64(f)
	return r.Num(), r.Denom(), true, nil
}

// nearest is a / b rounded to an int, ties to the even one.
func nearest(a, b *big.Int) *big.Int {
	if b.Sign() < 0 {
		a, b = new(big.Int).Neg(a), new(big.Int).Neg(b)
	}
	q, r := new(big.Int).DivMod(a, b, new(big.Int))
	if c := r.Lsh(r, 1).Cmp(b); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	return q
}
