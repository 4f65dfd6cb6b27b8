package number

import (
	"math"
	"math/big"
)

// The functions of Go's math package are off by up to a unit in the last place
// and differ from platform to platform. CPython uses the C library, whose
// common functions are nearly always the correctly rounded ones. The functions
// here compute with twice the precision and round once, so they agree with a
// good C library but for a few arguments in a thousand.

// expParts returns exp(x) as a number near 1 and a power of two.
func expParts(x dd) (dd, int) {
	k := math.Round(x.hi / ln2[0])
	r := x.sub(prod(k, ln2[0])).sub(prod(k, ln2[1])).sub(dd{k * ln2[2], 0})
	return expm1Small(r).add(dd{1, 0}), int(k)
}

// expm1Small returns exp(r)-1 for |r| < 0.35. It works on r/256, where few
// terms do, and squares; keeping the 1 away keeps the precision.
func expm1Small(r dd) dd {
	r = r.scale(1.0 / 256)
	s := inverseFactorials[7]
	for i := 6; i >= 0; i-- {
		s = s.mul(r).add(inverseFactorials[i])
	}
	s = s.mul(r).mul(r).add(r)
	for range 8 {
		s = s.add(s).add(s.mul(s))
	}
	return s
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

// Exp returns e**x, infinity above the range.
func Exp(x float64) float64 {
	if !finite(x) || x == 0 || math.Abs(x) > 750 {
		return math.Exp(x)
	}
	v, k := expParts(dd{x, 0})
	return v.scaledValue(k)
}

// logParts returns the natural logarithm of x > 0, finite.
func logParts(x dd) dd {
	if f := x.sub(dd{1, 0}); math.Abs(f.hi) < 0x1p-10 {
		return log1pSmall(f)
	}
	m, k := math.Frexp(x.hi)
	if m < math.Sqrt2/2 {
		m *= 2
		k--
	}
	lo := ldexp(x.lo, -k)
	// One step of Newton on top of a logarithm of single precision.
	y := math.Log(m)
	e := expm1Small(dd{-y, 0}).add(dd{1, 0})
	t := e.mul(dd{m, lo}).sub(dd{1, 0})
	l := dd{y, 0}.add(t).sub(t.mul(t).scale(0.5))
	n := float64(k)
	return prod(n, ln2[0]).add(prod(n, ln2[1])).add(l)
}

// log1pSmall returns log(1+f) for |f| < 2**-10, by the series of atanh.
func log1pSmall(f dd) dd {
	s := f.div(f.add(dd{2, 0}))
	q := s.mul(s)
	t := dd{}
	for k := 11.0; k >= 3; k -= 2 {
		t = t.add(dd{1, 0}.div(dd{k, 0})).mul(q)
	}
	return s.add(s.mul(t)).scale(2)
}

// Log returns the natural logarithm; NaN below zero, minus infinity at zero.
func Log(x float64) float64 {
	if !finite(x) || x <= 0 {
		return math.Log(x)
	}
	return logParts(dd{x, 0}).value()
}

// Log2 returns the logarithm to base 2.
func Log2(x float64) float64 {
	if !finite(x) || x <= 0 {
		return math.Log2(x)
	}
	if m, k := math.Frexp(x); m == 0.5 {
		return float64(k - 1)
	}
	return logParts(dd{x, 0}).div(dd{ln2[0], ln2[1]}).value()
}

// power returns x**y with the special cases of C, without errors.
func power(x, y float64) float64 {
	switch {
	case !finite(x) || !finite(y) || x == 0 || y == 0 || x == 1 || x == -1 || y == 1:
		return math.Pow(x, y)
	case y == 2:
		return x * x
	case y == 0.5 && x > 0:
		return math.Sqrt(x)
	case y == -1:
		return 1 / x
	case y == 1.5 && x > 1e-200 && x < 1e200:
		r := dd{x, 0}.mul(dd{x, 0}.sqrt())
		return r.hi + r.lo
	case y == math.Trunc(y) && math.Abs(y) <= 8:
		if f := smallPower(x, int(y)); !math.IsNaN(f) && math.Abs(f) > 1e-280 && math.Abs(f) < 1e300 {
			return f
		}
	}
	negative := false
	if x < 0 {
		if y != math.Trunc(y) {
			return math.NaN()
		}
		negative = math.Mod(y, 2) != 0
		x = -x
	}
	l := logParts(dd{x, 0})
	var f float64
	switch p := l.hi * y; {
	case p > 750:
		f = math.Inf(1)
	case p < -750:
		f = 0
	case math.Abs(p) < 1e-17:
		f = 1
	default:
		v, k := expParts(l.mul(dd{y, 0}))
		f = v.scaledValue(k)
	}
	if negative {
		return -f
	}
	return f
}

// reduce returns x minus the nearest multiple of pi/2, and that multiple
// modulo 4.
func reduce(x float64) (dd, int) {
	if math.Abs(x) < math.Pi/4 {
		return dd{x, 0}, 0
	}
	if math.Abs(x) > 1<<28 {
		return reduceLarge(x)
	}
	n := math.Round(x / halfPi[0])
	r := dd{x, 0}.sub(prod(n, halfPi[0])).sub(prod(n, halfPi[1])).sub(prod(n, halfPi[2]))
	return r, int(int64(n) & 3)
}

// reduceLarge does the same with as many digits of pi as x has before the point.
func reduceLarge(x float64) (dd, int) {
	const prec = 1300
	half := machin(prec)
	num, den, _ := AsIntegerRatio(x)
	v := new(big.Int).Lsh(num.Big(), prec)
	v.Quo(v, den.Big())
	q, r := new(big.Int).DivMod(v, half, new(big.Int))
	if new(big.Int).Lsh(r, 1).Cmp(half) > 0 {
		r.Sub(r, half)
		q.Add(q, one())
	}
	f := new(big.Float).SetInt(r)
	f.SetMantExp(f, -prec)
	hi, _ := f.Float64()
	lo, _ := f.Sub(f, new(big.Float).SetFloat64(hi)).Float64()
	return dd{hi, lo}, int(new(big.Int).And(q, big.NewInt(3)).Int64())
}

// machin returns pi/2 * 2**prec, good to a few units.
func machin(prec uint) *big.Int {
	arccot := func(n int64) *big.Int {
		t := new(big.Int).Lsh(one(), prec+32)
		t.Quo(t, big.NewInt(n))
		s, sq, term := new(big.Int).Set(t), big.NewInt(n*n), new(big.Int)
		for k := int64(3); t.Sign() != 0; k += 2 {
			t.Quo(t, sq)
			t.Neg(t)
			s.Add(s, term.Quo(t, big.NewInt(k)))
		}
		return s
	}
	p := arccot(5)
	p.Lsh(p, 2)
	p.Sub(p, arccot(239))
	return p.Rsh(p, 31)
}

// sinCosSmall returns both for |r| <= pi/4.
func sinCosSmall(r dd) (sin, cos dd) {
	q := r.mul(r).neg()
	for i := 25; i >= 1; i -= 2 { // 1/27! down to 1/3!
		sin = sin.add(inverseFactorials[i]).mul(q)
		cos = cos.add(inverseFactorials[i-1]).mul(q)
	}
	return r.add(r.mul(sin)), cos.add(dd{1, 0})
}

func sinCos(x float64) (sin, cos dd) {
	r, n := reduce(x)
	s, c := sinCosSmall(r)
	switch n {
	case 1:
		return c, s.neg()
	case 2:
		return s.neg(), c.neg()
	case 3:
		return c.neg(), s
	}
	return s, c
}

// Sin returns the sine of x radians; NaN for infinity.
func Sin(x float64) float64 {
	if !finite(x) || math.Abs(x) < 1e-150 {
		return math.Sin(x)
	}
	s, _ := sinCos(x)
	return s.value()
}

// Cos returns the cosine of x radians; NaN for infinity.
func Cos(x float64) float64 {
	if !finite(x) || math.Abs(x) < 1e-150 {
		return math.Cos(x)
	}
	_, c := sinCos(x)
	return c.value()
}

// Tan returns the tangent of x radians; NaN for infinity.
func Tan(x float64) float64 {
	if !finite(x) || math.Abs(x) < 1e-150 {
		return math.Tan(x)
	}
	s, c := sinCos(x)
	return s.div(c).value()
}

// angle returns the direction of the point (x, y), both finite, by one step of
// Newton from a first guess.
func angle(y, x dd, guess float64) dd {
	s, c := sinCos(guess)
	num := y.mul(c).sub(x.mul(s))
	den := x.mul(c).add(y.mul(s))
	return dd{guess, 0}.add(num.div(den))
}

// Atan returns the arc tangent.
func Atan(x float64) float64 {
	if !finite(x) || math.Abs(x) < 1e-140 || math.Abs(x) > 1e100 {
		return math.Atan(x)
	}
	return angle(dd{x, 0}, dd{1, 0}, math.Atan(x)).value()
}

// Atan2 returns the angle of the point (x, y).
func Atan2(y, x float64) float64 {
	g := math.Atan2(y, x)
	if !finite(x) || !finite(y) || x == 0 || y == 0 || math.Abs(g) < 1e-140 {
		return g
	}
	_, e := math.Frexp(math.Max(math.Abs(x), math.Abs(y)))
	return angle(dd{ldexp(y, -e), 0}, dd{ldexp(x, -e), 0}, g).value()
}

// Asin returns the arc sine; NaN outside [-1, 1].
func Asin(x float64) float64 {
	if math.IsNaN(x) || math.Abs(x) >= 1 || math.Abs(x) < 1e-140 {
		return math.Asin(x)
	}
	return angle(dd{x, 0}, dd{1, 0}.sub(prod(x, x)).sqrt(), math.Asin(x)).value()
}

// Acos returns the arc cosine; NaN outside [-1, 1].
func Acos(x float64) float64 {
	if math.IsNaN(x) || math.Abs(x) >= 1 {
		return math.Acos(x)
	}
	return angle(dd{1, 0}.sub(prod(x, x)).sqrt(), dd{x, 0}, math.Acos(x)).value()
}

// sinhLarge is Sinh where exp(x) may be out of range, or x tiny.
func sinhLarge(x float64) float64 {
	if a := math.Abs(x); finite(x) && a > 700 && a < 711 {
		v, k := expParts(dd{a, 0})
		return math.Copysign(v.scaledValue(k-1), x)
	}
	return math.Sinh(x)
}

// coshLarge is Cosh where exp(x) may be out of range.
func coshLarge(x float64) float64 {
	if a := math.Abs(x); finite(x) && a < 711 {
		v, k := expParts(dd{a, 0})
		return v.scaledValue(k - 1)
	}
	return math.Cosh(x)
}
