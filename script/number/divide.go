package number

import (
	"math"
	"math/big"
)

// FloorDiv returns x // y: the quotient rounded to minus infinity.
func (x Int) FloorDiv(y Int) (Int, error) {
	if y.Sign() == 0 {
		return Int{}, zeroDivision("integer division or modulo by zero")
	}
	q, _ := x.divMod(y)
	return q, nil
}

// Mod returns x % y, which has the sign of y.
func (x Int) Mod(y Int) (Int, error) {
	if y.Sign() == 0 {
		return Int{}, zeroDivision("integer modulo by zero")
	}
	_, m := x.divMod(y)
	return m, nil
}

// DivMod returns divmod(x, y).
func (x Int) DivMod(y Int) (q, m Int, err error) {
	if y.Sign() == 0 {
		return Int{}, Int{}, zeroDivision("integer division or modulo by zero")
	}
	q, m = x.divMod(y)
	return q, m, nil
}

func (x Int) divMod(y Int) (Int, Int) {
	if x.large == nil && y.large == nil && !(x.small == math.MinInt64 && y.small == -1) {
		q, m := x.small/y.small, x.small%y.small
		if m != 0 && (m < 0) != (y.small < 0) {
			q--
			m += y.small
		}
		return Int{small: q}, Int{small: m}
	}
	d := y.Big()
	q, m := new(big.Int).QuoRem(x.Big(), d, new(big.Int))
	if m.Sign() != 0 && m.Sign() != d.Sign() {
		q.Sub(q, one())
		m.Add(m, d)
	}
	return FromBig(q), FromBig(m)
}

func one() *big.Int { return big.NewInt(1) }

// exactInFloat is the largest magnitude up to which every int is a float.
const exactInFloat = 1 << 53

// TrueDiv returns x / y, the float nearest to the exact quotient.
func (x Int) TrueDiv(y Int) (float64, error) {
	if y.Sign() == 0 {
		return 0, zeroDivision("division by zero")
	}
	if x.large == nil && y.large == nil && magnitude(x.small) <= exactInFloat && magnitude(y.small) <= exactInFloat {
		return float64(x.small) / float64(y.small), nil
	}
	f := quotient(x.Big(), y.Big())
	if math.IsInf(f, 0) {
		return 0, overflow("integer division result too large for a float")
	}
	return f, nil
}

// quotient rounds a/b once. It cuts both to the bits that matter, so that it
// costs one division and no greatest common divisor.
func quotient(a, b *big.Int) float64 {
	if a.Sign() == 0 {
		return math.Copysign(0, float64(b.Sign()))
	}
	neg := (a.Sign() < 0) != (b.Sign() < 0)
	shift := a.BitLen() - b.BitLen() - 66
	n, d := new(big.Int).Abs(a), new(big.Int).Abs(b)
	if shift > 0 {
		d.Lsh(d, uint(shift))
	} else {
		n.Lsh(n, uint(-shift))
	}
	q, r := n.QuoRem(n, d, new(big.Int))
	sticky := r.Sign() != 0
	f := scaled(q, shift, sticky)
	if neg {
		return -f
	}
	return f
}

// scaled returns the float nearest to (q + a bit, if sticky) * 2**exp for a
// q of at least 60 bits, ties to even; infinity when it is too large.
func scaled(q *big.Int, exp int, sticky bool) float64 {
	// The precision of the result falls below 53 bits near zero.
	top := q.BitLen() + exp
	prec := 53
	if top < -1021 {
		prec = top + 1074
	}
	if prec < 0 {
		return 0
	}
	drop := q.BitLen() - prec
	half := q.Bit(drop-1) == 1
	if !sticky {
		sticky = q.TrailingZeroBits() < uint(drop-1)
	}
	m := new(big.Int).Rsh(q, uint(drop)).Uint64()
	if half && (sticky || m&1 == 1) {
		m++
	}
	if top > 1025 {
		return math.Inf(1)
	}
	return math.Ldexp(float64(m), exp+drop)
}

// FloatDiv returns x / y.
func FloatDiv(x, y float64) (float64, error) {
	if y == 0 {
		return 0, zeroDivision("float division by zero")
	}
	return x / y, nil
}

// FloatMod returns x % y, which has the sign of y.
func FloatMod(x, y float64) (float64, error) {
	if y == 0 {
		return 0, zeroDivision("float modulo by zero")
	}
	return floatMod(x, y), nil
}

func floatMod(x, y float64) float64 {
	m := math.Mod(x, y)
	if m == 0 {
		return math.Copysign(0, y)
	}
	if (y < 0) != (m < 0) {
		m += y
	}
	return m
}

// FloatFloorDiv returns x // y.
func FloatFloorDiv(x, y float64) (float64, error) {
	if y == 0 {
		return 0, zeroDivision("float floor division by zero")
	}
	q, _ := floatDivMod(x, y)
	return q, nil
}

// FloatDivMod returns divmod(x, y).
func FloatDivMod(x, y float64) (q, m float64, err error) {
	if y == 0 {
		return 0, 0, zeroDivision("float divmod()")
	}
	q, m = floatDivMod(x, y)
	return q, m, nil
}

// floatDivMod makes the quotient from the exact remainder, so that it is an
// integer also where x/y would round up to the next one.
func floatDivMod(x, y float64) (float64, float64) {
	m := math.Mod(x, y)
	d := (x - m) / y
	if m != 0 {
		if (y < 0) != (m < 0) {
			m += y
			d--
		}
	} else {
		m = math.Copysign(0, y)
	}
	if d == 0 {
		return math.Copysign(0, x/y), m
	}
	q := math.Floor(d)
	if d-q > 0.5 {
		q++
	}
	return q, m
}
