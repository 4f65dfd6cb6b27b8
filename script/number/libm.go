package number

import "math"

// The functions here go the C library's way step by step, which is not the way
// of least error: CPython prints what its C library answers, last digit
// included. Products are converted so that no machine fuses them into sums.

const (
	ln2High = 6.93147180369123816490e-01
	ln2Low  = 1.90821492927058770002e-10
)

// Expm1 returns e**x - 1 without loss near zero.
func Expm1(x float64) float64 {
	a := math.Abs(x)
	switch {
	case !finite(x) || x == 0 || x > 709 || x < -40 || a < 0x1p-54:
		return math.Expm1(x)
	case a <= 0.34657341241836550:
		return expm1Core(x, 0, 0)
	}
	// x is k*ln2 and a rest, of which c is what one float does not hold.
	k := 1
	if a >= 1.0397205352783203 {
		k = int(float64(a/math.Ln2) + 0.5)
	}
	n := float64(k)
	if x < 0 {
		k, n = -k, -n
	}
	high, low := x-float64(n*ln2High), float64(n*ln2Low)
	rest := high - low
	return expm1Core(rest, (high-rest)-low, k)
}

func expm1Core(x, c float64, k int) float64 {
	half := 0.5 * x
	s := float64(x * half)
	s2 := float64(s * s)
	r := 1 + float64(s*-3.33333333333331316428e-02) +
		float64(s2*(1.58730158725481460165e-03+float64(s*-7.93650757867487942473e-05))) +
		float64(float64(s2*s2)*(4.00821782732936239552e-06+float64(s*-2.01099218183624371326e-07)))
	t := 3 - float64(r*half)
	e := s * ((r - t) / (6 - float64(x*t)))
	if k == 0 {
		return x - (float64(x*e) - s)
	}
	e = float64(x*(e-c)) - c - s
	switch {
	case k == -1:
		return 0.5*(x-e) - 0.5
	case k == 1 && x < -0.25:
		return -2 * (e - (x + 0.5))
	case k == 1:
		return 1 + 2*(x-e)
	case k <= -2 || k > 56:
		return ldexp(1-(e-x), k) - 1
	case k < 20:
		return ldexp((1-ldexp(1, -k))-(e-x), k)
	}
	return ldexp((x-(e+ldexp(1, -k)))+1, k)
}

// Log1p returns log(1+x) without loss near zero.
func Log1p(x float64) float64 {
	if !finite(x) || x <= -1 || math.Abs(x) < 0x1p-29 {
		return math.Log1p(x)
	}
	f, k, c := x, 0, 0.0
	if x >= 0.41421356 || x <= -0.2929 {
		u := 1 + x
		switch _, e := math.Frexp(u); {
		case x >= 0x1p53:
			u, k = x, e-1
		case e > 1:
			k, c = e-1, (1-(u-x))/u
		default:
			k, c = e-1, (x-(u-1))/u
		}
		if u = ldexp(u, -k); u >= 1.4142131805419922 {
			u /= 2
			k++
		}
		f = u - 1
	}
	half := float64(0.5 * f * f)
	s := f / (2 + f)
	z := float64(s * s)
	z2 := float64(z * z)
	z4 := float64(z2 * z2)
	r := float64(z*6.666666666666735130e-01) +
		float64(z2*(3.999999999940941908e-01+float64(z*2.857142874366239149e-01))) +
		float64(z4*(2.222219843214978396e-01+float64(z*1.818357216161805012e-01))) +
		float64(float64(z4*z2)*(1.531383769920937332e-01+float64(z*1.479819860511658591e-01)))
	if k == 0 {
		return f - (half - float64(s*(half+r)))
	}
	n := float64(k)
	return float64(n*ln2High) - ((half - (float64(s*(half+r)) + (float64(n*ln2Low) + c))) - f)
}

// Log10 returns the logarithm to base 10.
func Log10(x float64) float64 {
	if !finite(x) || x <= 0 {
		return math.Log10(x)
	}
	m, e := math.Frexp(x)
	k, up := e-1, 1
	if k < 0 {
		k, up = k+1, 0
	}
	n := float64(k)
	low := float64(n*3.69423907715893078616e-13) + float64(4.34294481903251816668e-01*Log(ldexp(m, up)))
	return low + float64(n*3.01029995663611771306e-01)
}

// Sinh returns the hyperbolic sine.
func Sinh(x float64) float64 {
	a, half := math.Abs(x), math.Copysign(0.5, x)
	switch {
	case !finite(x) || a < 0x1p-28 || a >= 709:
		return sinhLarge(x)
	case a >= 22:
		return half * Exp(a)
	}
	t := Expm1(a)
	if a < 1 {
		return half * (2*t - float64(t*t)/(t+1))
	}
	return half * (t + t/(t+1))
}

// Cosh returns the hyperbolic cosine.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case !finite(x) || a >= 709:
		return coshLarge(x)
	case a >= 22:
		return 0.5 * Exp(a)
	case a >= 0.5*math.Ln2:
		t := Exp(a)
		return float64(0.5*t) + 0.5/t
	}
	t := Expm1(a)
	w := 1 + t
	if a < 0x1p-55 {
		return w
	}
	return 1 + float64(t*t)/(w+w)
}

// Tanh returns the hyperbolic tangent.
func Tanh(x float64) float64 {
	a := math.Abs(x)
	var y float64
	switch {
	case math.IsNaN(x) || a < 0x1p-55:
		return x
	case a >= 22:
		y = 1
	case a >= 1:
		y = 1 - 2/(Expm1(2*a)+2)
	default:
		t := Expm1(-2 * a)
		y = -t / (t + 2)
	}
	return math.Copysign(y, x)
}

// Asinh returns the inverse hyperbolic sine.
func Asinh(x float64) float64 {
	a := math.Abs(x)
	var y float64
	switch {
	case !finite(x) || a < 0x1p-28:
		return x
	case a > 0x1p28:
		y = Log(a) + math.Ln2
	case a > 2:
		y = Log(2*a + 1/(math.Sqrt(float64(a*a)+1)+a))
	default:
		t := float64(a * a)
		y = Log1p(a + t/(1+math.Sqrt(1+t)))
	}
	return math.Copysign(y, x)
}

// Acosh returns the inverse hyperbolic cosine.
func Acosh(x float64) float64 {
	switch {
	case math.IsInf(x, 1) || !(x >= 1):
		return math.Acosh(x)
	case x > 0x1p28:
		return Log(x) + math.Ln2
	case x > 2:
		return Log(2*x - 1/(x+math.Sqrt(float64(x*x)-1)))
	}
	t := x - 1
	return Log1p(t + math.Sqrt(2*t+float64(t*t)))
}

// Atanh returns the inverse hyperbolic tangent.
func Atanh(x float64) float64 {
	a := math.Abs(x)
	var y float64
	switch {
	case !(a < 1):
		return math.Atanh(x)
	case a < 0x1p-28:
		return x
	case a < 0.5:
		t := a + a
		y = 0.5 * Log1p(t+float64(t*a)/(1-a))
	default:
		y = 0.5 * Log1p((a+a)/(1-a))
	}
	return math.Copysign(y, x)
}
