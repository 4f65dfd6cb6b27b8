package number

import (
	"errors"
	"math"
	"math/big"
)

// ErrComplex is the answer of powers whose result is a complex number in
// Python: a negative float to a power that is no integer.
var ErrComplex = errors.New("the result is a complex number")

// PowBits returns how many bits x**y would have at most, for callers that
// refuse powers by size before they compute them.
func PowBits(x, y Int) float64 {
	if x.BitLength() <= 1 || y.Sign() <= 0 {
		return 1
	}
	n, _ := new(big.Float).SetInt(y.Big()).Float64()
	return float64(x.BitLength()) * n
}

// Pow returns x**y for y >= 0. A result above MaxBits is a MemoryError. For a
// negative y the result is a float; see PowFloat.
func Pow(x, y Int) (Int, error) {
	if y.Sign() < 0 {
		return Int{}, valueError("negative exponent")
	}
	if x.large == nil && (x.small == 0 || x.small == 1 || x.small == -1) {
		switch {
		case y.Sign() == 0:
			return Int{small: 1}, nil
		case x.small == -1 && y.Big().Bit(0) == 0:
			return Int{small: 1}, nil
		}
		return x, nil
	}
	if PowBits(x, y) > MaxBits {
		return Int{}, &Error{Class: "MemoryError"}
	}
	n := y.small
	if x.large == nil && float64(x.BitLength())*float64(n) < 63 {
		r, b := int64(1), x.small
		for ; n > 0; n >>= 1 {
			if n&1 == 1 {
				r *= b
			}
			b *= b
		}
		return Int{small: r}, nil
	}
	return FromBig(new(big.Int).Exp(x.Big(), y.Big(), nil)), nil
}

// PowFloat returns x**y for ints with a negative y: both become floats.
func PowFloat(x, y Int) (float64, error) {
	a, err := x.Float()
	if err != nil {
		return 0, err
	}
	b, err := y.Float()
	if err != nil {
		return 0, err
	}
	return FloatPow(a, b)
}

// PowMod returns pow(x, y, m), the modular power with the sign of m. A
// negative y takes the inverse of x.
func PowMod(x, y, m Int) (Int, error) {
	if m.Sign() == 0 {
		return Int{}, valueError("pow() 3rd argument cannot be 0")
	}
	mod := new(big.Int).Abs(m.Big())
	base, exp := x.Big(), y.Big()
	if exp.Sign() < 0 {
		inv := new(big.Int).ModInverse(new(big.Int).Mod(base, mod), mod)
		if mod.BitLen() == 1 {
			inv = new(big.Int)
		}
		if inv == nil {
			return Int{}, valueError("base is not invertible for the given modulus")
		}
		base, exp = inv, new(big.Int).Neg(exp)
	}
	r := new(big.Int).Exp(new(big.Int).Mod(base, mod), exp, mod)
	if r.Sign() != 0 && m.Sign() < 0 {
		r.Sub(r, mod)
	}
	return FromBig(r), nil
}

// FloatPow returns x**y. Zero to a negative power is a ZeroDivisionError, a
// result out of range an OverflowError, and ErrComplex says that the result is
// complex.
func FloatPow(x, y float64) (float64, error) {
	if x == 0 && y < 0 && !math.IsInf(y, -1) {
		return 0, zeroDivision("0.0 cannot be raised to a negative power")
	}
	finite := !math.IsNaN(x) && !math.IsInf(x, 0) && !math.IsNaN(y) && !math.IsInf(y, 0)
	if finite && x < 0 && y != math.Floor(y) {
		return 0, ErrComplex
	}
	f := power(x, y)
	if finite && math.IsInf(f, 0) {
		return 0, &Error{Class: "OverflowError", Text: "Numerical result out of range", Errno: 34}
	}
	return f, nil
}

// smallPower multiplies with twice the digits, which small powers need no
// logarithm for. Results near the ends of the range are not to be relied on.
func smallPower(x float64, n int) float64 {
	r, b := dd{1, 0}, dd{x, 0}
	k := n
	if k < 0 {
		k = -k
	}
	for ; k > 0; k >>= 1 {
		if k&1 != 0 {
			r = r.mul(b)
		}
		b = b.mul(b)
	}
	if n < 0 {
		r = dd{1, 0}.div(r)
	}
	return r.hi + r.lo
}
