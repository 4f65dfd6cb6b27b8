// Package cmathmod is the module cmath.
package cmathmod

import (
	"math"
	"math/cmplx"

	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/number"
	"asyncio/script/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Module makes the module cmath.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("cmath")
	for n, f := range map[string]float64{"pi": math.Pi, "e": math.E, "tau": 2 * math.Pi, "inf": math.Inf(1), "nan": math.NaN()} {
		m.Dict.SetStr(n, object.Float(f))
	}
	m.Dict.SetStr("infj", object.ComplexValue(complex(0, math.Inf(1))))
	m.Dict.SetStr("nanj", object.ComplexValue(complex(0, math.NaN())))
	for name, f := range map[string]func(complex128) complex128{
		"sqrt": sqrt, "exp": exp, "cosh": cosh, "sinh": sinh, "tanh": tanh, "cos": cos, "sin": turned(sinh), "tan": turned(tanh),
		"acos": acos, "acosh": acosh, "asinh": asinh, "asin": turned(asinh), "atanh": atanh, "atan": turned(atanh),
	} {
		one(m, name, func(z complex128) (value, error) { return answer(z, f(z)) })
	}
	one(m, "log10", func(z complex128) (value, error) {
		if z == 0 {
			return value{}, domain()
		}
		l := log(z)
		return object.ComplexValue(complex(real(l)/math.Ln10, imag(l)/math.Ln10)), nil
	})
	one(m, "phase", func(z complex128) (value, error) { return object.Float(number.Atan2(imag(z), real(z))), nil })
	one(m, "polar", func(z complex128) (value, error) {
		r := hypot(real(z), imag(z))
		if math.IsInf(r, 0) && finite(z) {
			return value{}, overflow()
		}
		return object.TupleValue(object.Float(r), object.Float(number.Atan2(imag(z), real(z)))), nil
	})
	for name, f := range map[string]func(complex128) bool{
		"isnan": func(z complex128) bool { return math.IsNaN(real(z)) || math.IsNaN(imag(z)) }, "isinf": cmplx.IsInf,
		"isfinite": func(z complex128) bool { return !math.IsNaN(real(z)) && !math.IsNaN(imag(z)) && !cmplx.IsInf(z) },
	} {
		one(m, name, func(z complex128) (value, error) { return object.Bool(f(z)), nil })
	}
	m.DefPlain("log", 1, 2, logarithm)
	m.DefPlain("rect", 2, 2, rect)
	m.Def("isclose", 0, -1, isClose)
	return m, nil
}

// one adds a function of one number.
func one(m *object.Module, name string, f func(complex128) (value, error)) {
	m.DefPlain(name, 1, 1, func(t *thread, a []value) (value, error) {
		z, err := number128(t, a[0])
		if err != nil {
			return value{}, err
		}
		return f(z)
	})
}

// number128 converts an argument.
func number128(t *thread, v value) (complex128, error) {
	if c, ok := v.Ref.(*object.Complex); ok {
		return c.V, nil
	}
	if r, ok, err := t.CallSpecial(v, "__complex__"); ok {
		if err != nil {
			return 0, err
		}
		c, isComplex := r.Ref.(*object.Complex)
		if !isComplex {
			return 0, object.TypeError("%s.__complex__() must return a complex, not %s", object.ClassOf(v).Name, object.ClassOf(r).Name)
		}
		return c.V, nil
	}
	f, err := builtins.Float(t, v)
	return complex(f, 0), err
}

func domain() error {
	return object.ValueError("math domain error")
}

// answer is a function's result, or the error of one that a finite number should
// not have: a pole, or more than a float holds.
func answer(z, r complex128) (value, error) {
	if finite(r) || !finite(z) && !invalid(z, r) {
		return object.ComplexValue(r), nil
	}
	if finite(z) && cmplx.IsInf(r) && !pole(z) {
		return value{}, overflow()
	}
	return value{}, domain()
}

// pole reports whether z is where the inverse tangents have none.
func pole(z complex128) bool {
	return imag(z) == 0 && math.Abs(real(z)) == 1 || real(z) == 0 && math.Abs(imag(z)) == 1
}

// invalid reports whether a result is undefined though no argument was: the
// angle of an infinite number.
func invalid(z, r complex128) bool {
	return !math.IsNaN(real(z)) && !math.IsNaN(imag(z)) && (math.IsNaN(real(r)) || math.IsNaN(imag(r)))
}

func logarithm(t *thread, a []value) (value, error) {
	var of [2]complex128
	for i, v := range a {
		z, err := number128(t, v)
		if err != nil {
			return value{}, err
		}
		if z == 0 && i == len(a)-1 {
			return value{}, domain()
		}
		of[i] = log(z)
	}
	if len(a) == 1 {
		return object.ComplexValue(of[0]), nil
	}
	if of[1] == 0 {
		return value{}, domain()
	}
	return object.Binary(t, object.OpDiv, object.ComplexValue(of[0]), object.ComplexValue(of[1]))
}

func rect(t *thread, a []value) (value, error) {
	r, err := builtins.Float(t, a[0])
	if err != nil {
		return value{}, err
	}
	phi, err := builtins.Float(t, a[1])
	if err != nil {
		return value{}, err
	}
	switch {
	case math.IsInf(phi, 0) && r != 0 && !math.IsNaN(r):
		return value{}, domain()
	case phi == 0 && (math.IsInf(r, 0) || math.IsNaN(r)): // not 0 times infinity
		return object.ComplexValue(complex(r, phi)), nil
	case phi == 0:
		return object.ComplexValue(complex(r, r*phi)), nil
	case r == 0 && math.IsInf(phi, 0):
		return object.ComplexValue(0), nil
	}
	return object.ComplexValue(complex(r*number.Cos(phi), r*number.Sin(phi))), nil
}

func isClose(t *thread, args []value, kw []object.Kw) (value, error) {
	if len(args) > 2 {
		return value{}, object.TypeError("isclose() takes exactly 2 positional arguments (%d given)", len(args))
	}
	a, err := object.Args("isclose", args, kw, 2, "a", "b", "rel_tol", "abs_tol")
	if err != nil {
		return value{}, err
	}
	var z [2]complex128
	for i := range z {
		if z[i], err = number128(t, a[i]); err != nil {
			return value{}, err
		}
	}
	tol := [2]float64{1e-9, 0}
	for i := range tol {
		if v := a[2+i]; v.Valid() {
			if tol[i], err = builtins.Float(t, v); err != nil {
				return value{}, err
			}
		}
	}
	if tol[0] < 0 || tol[1] < 0 {
		return value{}, object.ValueError("tolerances must be non-negative")
	}
	switch {
	case z[0] == z[1]:
		return object.True, nil
	case cmplx.IsInf(z[0]) || cmplx.IsInf(z[1]):
		return object.False, nil
	}
	d := cmplx.Abs(z[0] - z[1])
	return object.Bool(d <= tol[0]*cmplx.Abs(z[1]) || d <= tol[0]*cmplx.Abs(z[0]) || d <= tol[1]), nil
}

func overflow() error { return object.Raise(object.OverflowErrorClass, "math range error") }
