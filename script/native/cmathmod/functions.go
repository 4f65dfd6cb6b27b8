package cmathmod

import (
	"math"
	"math/cmplx"

	"asyncio/script/number"
)

// The functions are built on package number's, so that what they give agrees
// with math's, by the formulas of W. Kahan ("Branch cuts for complex elementary
// functions"). Infinities and NaN go by the C standard's annex G, which
// math/cmplx follows.

const (
	huge  = math.MaxFloat64 / 4
	large = 708.0 // exp overflows soon above
	tiny  = 0x1p-1022
)

func finite(z complex128) bool { return !cmplx.IsInf(z) && !cmplx.IsNaN(z) }

func hypot(x, y float64) float64 { return number.Hypot([]float64{x, y}) }

// call gives a function of package number that cannot fail for what it is given
// here.
func call(name string, x float64) float64 {
	f, _ := number.LookupFunction(name)
	y, err := f.Call(x)
	if err != nil {
		return math.Inf(1)
	}
	return y
}

func sqrt(z complex128) complex128 {
	x, y := real(z), imag(z)
	if !finite(z) {
		return cmplx.Sqrt(z)
	}
	if x == 0 && y == 0 {
		return complex(0, y)
	}
	ax, ay := math.Abs(x), math.Abs(y)
	var s float64
	if ax < tiny && ay < tiny {
		ax = math.Ldexp(ax, 53)
		s = math.Ldexp(math.Sqrt(ax+hypot(ax, math.Ldexp(ay, 53))), -27)
	} else {
		ax /= 8
		s = 2 * math.Sqrt(ax+hypot(ax, ay/8))
	}
	d := ay / (2 * s)
	if x >= 0 {
		return complex(s, math.Copysign(d, y))
	}
	return complex(d, math.Copysign(s, y))
}

// exp, cosh and sinh of large numbers are made from those of one less.
func exp(z complex128) complex128 {
	x, y := real(z), imag(z)
	switch {
	case !finite(z):
		return cmplx.Exp(z)
	case x > large:
		l := number.Exp(x - 1)
		return complex(l*number.Cos(y)*math.E, l*number.Sin(y)*math.E)
	}
	l := number.Exp(x)
	return complex(l*number.Cos(y), l*number.Sin(y))
}

func cosh(z complex128) complex128 {
	x, y := real(z), imag(z)
	switch {
	case !finite(z):
		return cmplx.Cosh(z)
	case math.Abs(x) > large:
		less := x - math.Copysign(1, x)
		return complex(number.Cos(y)*number.Cosh(less)*math.E, number.Sin(y)*number.Sinh(less)*math.E)
	}
	return complex(number.Cos(y)*number.Cosh(x), number.Sin(y)*number.Sinh(x))
}

func sinh(z complex128) complex128 {
	x, y := real(z), imag(z)
	switch {
	case !finite(z):
		return cmplx.Sinh(z)
	case math.Abs(x) > large:
		less := x - math.Copysign(1, x)
		return complex(number.Cos(y)*number.Sinh(less)*math.E, number.Sin(y)*number.Cosh(less)*math.E)
	}
	return complex(number.Cos(y)*number.Sinh(x), number.Sin(y)*number.Cosh(x))
}

func tanh(z complex128) complex128 {
	x, y := real(z), imag(z)
	switch {
	case !finite(z):
		return cmplx.Tanh(z)
	case math.Abs(x) > large/2:
		return complex(math.Copysign(1, x), 4*number.Sin(y)*number.Cos(y)*number.Exp(-2*math.Abs(x)))
	}
	tx, ty, cx := number.Tanh(x), number.Tan(y), 1/number.Cosh(x)
	both := tx * ty
	below := 1 + both*both
	return complex(tx*(1+ty*ty)/below, ((ty/below)*cx)*cx)
}

// turned gives f of z on the imaginary axis, turned back: sin from sinh, and so on.
func turned(f func(complex128) complex128) func(complex128) complex128 {
	return func(z complex128) complex128 {
		r := f(complex(-imag(z), real(z)))
		return complex(imag(r), -real(r))
	}
}

func cos(z complex128) complex128 { return cosh(complex(-imag(z), real(z))) }

func far(z complex128) bool { return math.Abs(real(z)) > huge || math.Abs(imag(z)) > huge }

// farLog is the logarithm of what doubling z takes out of reach, by halves.
func farLog(z complex128) float64 {
	return number.Log(hypot(real(z)/2, imag(z)/2)) + 2*math.Ln2
}

func acos(z complex128) complex128 {
	x, y := real(z), imag(z)
	switch {
	case !finite(z):
		return cmplx.Acos(z)
	case far(z):
		im := farLog(z)
		if x < 0 {
			im = -math.Copysign(im, y)
		} else {
			im = math.Copysign(im, -y)
		}
		return complex(number.Atan2(math.Abs(y), x), im)
	}
	a, b := sqrt(complex(1-x, -y)), sqrt(complex(1+x, y))
	return complex(2*number.Atan2(real(a), real(b)), call("asinh", real(b)*imag(a)-imag(b)*real(a)))
}

func acosh(z complex128) complex128 {
	x, y := real(z), imag(z)
	switch {
	case !finite(z):
		return cmplx.Acosh(z)
	case far(z):
		return complex(farLog(z), number.Atan2(y, x))
	}
	a, b := sqrt(complex(x-1, y)), sqrt(complex(x+1, y))
	return complex(call("asinh", real(a)*real(b)+imag(a)*imag(b)), 2*number.Atan2(imag(a), real(b)))
}

func asinh(z complex128) complex128 {
	x, y := real(z), imag(z)
	switch {
	case !finite(z):
		return cmplx.Asinh(z)
	case far(z):
		return complex(math.Copysign(farLog(z), x), number.Atan2(y, math.Abs(x)))
	}
	a, b := sqrt(complex(1+y, -x)), sqrt(complex(1-y, x))
	return complex(call("asinh", real(a)*imag(b)-real(b)*imag(a)), number.Atan2(y, real(a)*real(b)-imag(a)*imag(b)))
}

func atanh(z complex128) complex128 {
	x, y := real(z), imag(z)
	if !finite(z) {
		return cmplx.Atanh(z)
	}
	if math.Signbit(x) {
		return -atanh(-z)
	}
	ay := math.Abs(y)
	switch {
	case x > math.Sqrt(huge) || ay > math.Sqrt(huge):
		h := hypot(x/2, y/2)
		return complex(x/4/h/h, -math.Copysign(math.Pi/2, -y))
	case x == 1 && ay < 0x1p-511:
		return complex(-number.Log(math.Sqrt(ay)/math.Sqrt(hypot(ay, 2))), math.Copysign(number.Atan2(2, -ay)/2, y))
	}
	return complex(number.Log1p(4*x/((1-x)*(1-x)+ay*ay))/4, -number.Atan2(-2*y, (1-x)*(1+x)-ay*ay)/2)
}

// log is the natural logarithm of anything but 0.
func log(z complex128) complex128 {
	if !finite(z) {
		return cmplx.Log(z)
	}
	ax, ay := math.Abs(real(z)), math.Abs(imag(z))
	angle := number.Atan2(imag(z), real(z))
	h := hypot(ax, ay)
	switch {
	case ax > huge || ay > huge:
		return complex(number.Log(hypot(ax/2, ay/2))+math.Ln2, angle)
	case ax < tiny && ay < tiny:
		return complex(number.Log(hypot(math.Ldexp(ax, 53), math.Ldexp(ay, 53)))-53*math.Ln2, angle)
	case 0.71 <= h && h <= 1.73:
		am, an := max(ax, ay), min(ax, ay)
		return complex(number.Log1p((am-1)*(am+1)+an*an)/2, angle)
	}
	return complex(number.Log(h), angle)
}
