package number

import (
	"math"
	"math/big"
)

// Gcd returns the greatest common divisor, never negative; 0 for no numbers.
func Gcd(xs ...Int) Int {
	out := Int{}
	for _, x := range xs {
		if out.large == nil && x.large == nil {
			a, b := magnitude(out.small), magnitude(x.small)
			for b != 0 {
				a, b = b, a%b
			}
			out = FromUint64(a)
			continue
		}
		out = FromBig(new(big.Int).GCD(nil, nil, out.Abs().Big(), x.Abs().Big()))
	}
	return out
}

// Lcm returns the least common multiple, never negative; 1 for no numbers.
func Lcm(xs ...Int) Int {
	out := Int{small: 1}
	for _, x := range xs {
		if x.Sign() == 0 {
			return Int{}
		}
		q, _ := out.divMod(Gcd(out, x))
		out = q.Mul(x.Abs())
	}
	return out
}

// Isqrt returns the root of x rounded down.
func Isqrt(x Int) (Int, error) {
	if x.Sign() < 0 {
		return Int{}, valueError("isqrt() argument must be nonnegative")
	}
	return FromBig(new(big.Int).Sqrt(x.Big())), nil
}

// Factorial returns x!.
func Factorial(x Int) (Int, error) {
	if x.Sign() < 0 {
		return Int{}, valueError("factorial() not defined for negative values")
	}
	n, ok := x.Int64()
	if !ok {
		return Int{}, overflow("factorial() argument should not exceed 9223372036854775807")
	}
	if float64(n)*math.Log2(float64(n)+1) > MaxBits {
		return Int{}, &Error{Class: "MemoryError"}
	}
	return FromBig(new(big.Int).MulRange(1, n)), nil
}

// Comb returns math.comb(n, k).
func Comb(n, k Int) (Int, error) {
	if n.Sign() < 0 {
		return Int{}, valueError("n must be a non-negative integer")
	}
	if k.Sign() < 0 {
		return Int{}, valueError("k must be a non-negative integer")
	}
	other := n.Sub(k)
	if other.Sign() < 0 {
		return Int{}, nil
	}
	if other.Cmp(k) < 0 {
		k = other
	}
	steps, ok := k.Int64()
	if !ok {
		return Int{}, overflow("min(n - k, k) must not exceed 9223372036854775807")
	}
	if small, ok := n.Int64(); ok {
		return FromBig(new(big.Int).Binomial(small, steps)), nil
	}
	out, top := one(), new(big.Int).Set(n.Big())
	for i := int64(1); i <= steps; i++ {
		out.Mul(out, top)
		out.Quo(out, big.NewInt(i))
		top.Sub(top, one())
	}
	return FromBig(out), nil
}

// Perm returns math.perm(n, k).
func Perm(n, k Int) (Int, error) {
	if n.Sign() < 0 {
		return Int{}, valueError("n must be a non-negative integer")
	}
	if k.Sign() < 0 {
		return Int{}, valueError("k must be a non-negative integer")
	}
	if n.Cmp(k) < 0 {
		return Int{}, nil
	}
	steps, ok := k.Int64()
	if !ok {
		return Int{}, overflow("k must not exceed 9223372036854775807")
	}
	if top, ok := n.Int64(); ok {
		return FromBig(new(big.Int).MulRange(top-steps+1, top)), nil
	}
	out, top := one(), new(big.Int).Set(n.Big())
	for range steps {
		out.Mul(out, top)
		top.Sub(top, one())
	}
	return FromBig(out), nil
}
