package number

import "math"

// Function is a function of the math module with one float argument.
type Function struct {
	call func(float64) float64
	// canOverflow tells a result out of range (OverflowError) from a pole or
	// an argument outside the domain (ValueError).
	canOverflow bool
}

// LookupFunction returns the function of that name in the math module: sin,
// cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh, exp, exp2,
// expm1, log, log2, log10, log1p, sqrt, cbrt, fabs, erf, erfc, gamma, lgamma.
// log, log2 and log10 of ints have functions of their own.
func LookupFunction(name string) (Function, bool) {
	switch name {
	case "sin":
		return Function{call: Sin}, true
	case "cos":
		return Function{call: Cos}, true
	case "tan":
		return Function{call: Tan}, true
	case "asin":
		return Function{call: Asin}, true
	case "acos":
		return Function{call: Acos}, true
	case "atan":
		return Function{call: Atan}, true
	case "sinh":
		return Function{Sinh, true}, true
	case "cosh":
		return Function{Cosh, true}, true
	case "tanh":
		return Function{call: Tanh}, true
	case "asinh":
		return Function{call: Asinh}, true
	case "acosh":
		return Function{call: Acosh}, true
	case "atanh":
		return Function{call: Atanh}, true
	case "exp":
		return Function{Exp, true}, true
	case "exp2":
		return Function{func(x float64) float64 { return power(2, x) }, true}, true
	case "expm1":
		return Function{Expm1, true}, true
	case "log":
		return Function{call: Log}, true
	case "log2":
		return Function{call: Log2}, true
	case "log10":
		return Function{call: Log10}, true
	case "log1p":
		return Function{call: Log1p}, true
	case "sqrt":
		return Function{call: math.Sqrt}, true
	case "cbrt":
		return Function{call: cbrt}, true
	case "fabs":
		return Function{call: math.Abs}, true
	case "erf":
		return Function{call: math.Erf}, true
	case "erfc":
		return Function{call: math.Erfc}, true
	case "gamma":
		return Function{gamma, true}, true
	case "lgamma":
		return Function{lgamma, true}, true
	}
	return Function{}, false
}

// Call returns the value at x, or a ValueError outside the domain, or an
// OverflowError when a finite x has a result out of range.
func (f Function) Call(x float64) (float64, error) {
	y := f.call(x)
	if math.IsNaN(y) && !math.IsNaN(x) {
		return 0, errDomain()
	}
	if math.IsInf(y, 0) && finite(x) {
		if f.canOverflow {
			return 0, errRange()
		}
		return 0, errDomain()
	}
	return y, nil
}

func errDomain() error { return valueError("math domain error") }
func errRange() error  { return overflow("math range error") }

func cbrt(x float64) float64 {
	y := math.Cbrt(x)
	if !finite(x) || x == 0 || math.Abs(x) < 1e-280 {
		return y
	}
	// One step of Newton in double precision.
	yy := dd{y, 0}
	d := dd{x, 0}.div(prod(y, y)).sub(yy)
	return yy.add(dd{d.hi / 3, 0}).value()
}

// gamma gives NaN at the poles, so that Call finds the domain error there.
func gamma(x float64) float64 {
	if x == 0 || x < 0 && x == math.Floor(x) {
		return math.NaN()
	}
	if x == math.Floor(x) && x <= 23 {
		f := 1.0
		for i := 2.0; i < x; i++ {
			f *= i
		}
		return f
	}
	if x > 20 && x < 171.7 {
		v, k := expParts(logGamma(x))
		return v.scaledValue(k)
	}
	return math.Gamma(x)
}

// logGamma returns the logarithm of gamma for x > 20 by Stirling's series.
func logGamma(x float64) dd {
	d := dd{x, 0}
	l := logParts(d)
	out := l.mul(sum(x, -0.5)).sub(d).add(logParts(dd{4 * halfPi[0], 4 * halfPi[1]}).scale(0.5))
	inv := dd{1, 0}.div(d)
	sq := inv.mul(inv)
	series := dd{}
	// The Bernoulli numbers B(2k) over 2k(2k-1) without signs, last first.
	for _, c := range [...][2]float64{{43867, 244188}, {3617, 122400}, {1, 156}, {691, 360360}, {1, 1188}, {1, 1680}, {1, 1260}, {1, 360}, {1, 12}} {
		series = series.mul(sq).neg().add(dd{c[0], 0}.div(dd{c[1], 0}))
	}
	return out.add(series.mul(inv))
}

func lgamma(x float64) float64 {
	if x <= 0 && x == math.Floor(x) {
		if math.IsInf(x, -1) {
			return math.Inf(1)
		}
		return math.NaN()
	}
	if math.Abs(x) < 1e-20 {
		return -Log(math.Abs(x))
	}
	if x > 20 && x < 1e15 {
		return logGamma(x).value()
	}
	y, _ := math.Lgamma(x)
	return y
}

// LogInt returns the natural logarithm of an int of any size.
func LogInt(x Int) (float64, error) { return logOfInt(x, Log, 1/math.Log2E) }

// Log2Int returns the logarithm to base 2 of an int of any size.
func Log2Int(x Int) (float64, error) { return logOfInt(x, Log2, 1) }

// Log10Int returns the logarithm to base 10 of an int of any size.
func Log10Int(x Int) (float64, error) { return logOfInt(x, Log10, math.Ln2/math.Ln10) }

func logOfInt(x Int, log func(float64) float64, ofTwo float64) (float64, error) {
	if x.Sign() <= 0 {
		return 0, errDomain()
	}
	if f, err := x.Float(); err == nil {
		return log(f), nil
	}
	// Beyond floats only the leading bits and the size count.
	n := x.BitLength()
	f := scaled(x.Big(), -n, false)
	return log(f) + float64(ofTwo*float64(n)), nil
}

// MathPow is math.pow, which raises ValueError and OverflowError where the
// operator ** has other classes.
func MathPow(x, y float64) (float64, error) {
	f := power(x, y)
	if finite(x) && finite(y) {
		if math.IsNaN(f) || x == 0 && y < 0 {
			return 0, errDomain()
		}
		if math.IsInf(f, 0) {
			return 0, errRange()
		}
	}
	return f, nil
}

// Fmod is math.fmod: the remainder with the sign of x.
func Fmod(x, y float64) (float64, error) {
	f := math.Mod(x, y)
	if math.IsNaN(f) && !math.IsNaN(x) && !math.IsNaN(y) {
		return 0, errDomain()
	}
	return f, nil
}

// Remainder is math.remainder, x minus the nearest multiple of y.
func Remainder(x, y float64) (float64, error) {
	f := math.Remainder(x, y)
	if math.IsNaN(f) && !math.IsNaN(x) && !math.IsNaN(y) {
		return 0, errDomain()
	}
	return f, nil
}

// Ldexp is math.ldexp.
func Ldexp(x float64, exp Int) (float64, error) {
	e := exp.Clamp()
	f := math.Ldexp(x, int(max(min(e, 10000), -10000)))
	if finite(x) && math.IsInf(f, 0) {
		return 0, errRange()
	}
	return f, nil
}

// Fma is math.fma, x*y+z rounded once.
func Fma(x, y, z float64) (float64, error) {
	f := math.FMA(x, y, z)
	switch {
	case finite(f):
	case math.IsNaN(f) && !math.IsNaN(x) && !math.IsNaN(y) && !math.IsNaN(z):
		return 0, valueError("invalid operation in fma")
	case math.IsInf(f, 0) && finite(x) && finite(y) && finite(z):
		return 0, overflow("overflow in fma")
	}
	return f, nil
}
