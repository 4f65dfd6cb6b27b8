// Package mathmod is the module math.
package mathmod

import (
	"math"

	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/number"
	"asyncio/script/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Module makes the module math.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("math")
	for n, f := range map[string]float64{"pi": math.Pi, "e": math.E, "tau": 2 * math.Pi, "inf": math.Inf(1), "nan": math.NaN()} {
		m.Dict.SetStr(n, object.Float(f))
	}
	elementary(m)
	logarithms(m)
	rounding(m)
	pairs(m)
	integers(m)
	sums(m)
	return m, nil
}

// unary are the functions from number that take and give one float.
var unary = []string{"sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "exp", "exp2", "expm1",
	"log1p", "sqrt", "cbrt", "fabs", "erf", "erfc", "gamma", "lgamma"}

func elementary(m *object.Module) {
	for _, name := range unary {
		f, ok := number.LookupFunction(name)
		if !ok {
			panic("math: no function " + name)
		}
		m.DefPlain(name, 1, 1, func(t *thread, a []value) (value, error) {
			x, err := builtins.Float(t, a[0])
			if err != nil {
				return value{}, err
			}
			return result(f.Call(x))
		})
	}
	plain := map[string]func(float64) float64{"degrees": func(x float64) float64 { return x * (180 / math.Pi) },
		"radians": func(x float64) float64 { return x * (math.Pi / 180) }, "ulp": number.Ulp}
	for name, f := range plain {
		m.DefPlain(name, 1, 1, func(t *thread, a []value) (value, error) {
			x, err := builtins.Float(t, a[0])
			return object.Float(f(x)), err
		})
	}
	tests := map[string]func(float64) bool{"isnan": math.IsNaN, "isinf": func(x float64) bool { return math.IsInf(x, 0) },
		"isfinite": func(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }}
	for name, f := range tests {
		m.DefPlain(name, 1, 1, func(t *thread, a []value) (value, error) {
			x, err := builtins.Float(t, a[0])
			return object.Bool(f(x)), err
		})
	}
}

// result makes Python's answer of a number or an error of package number.
func result(f float64, err error) (value, error) {
	if err != nil {
		return value{}, object.FromError(err)
	}
	return object.Float(f), nil
}

// floats converts arguments.
func floats(t *thread, a []value) ([]float64, error) {
	out := make([]float64, len(a))
	for i, v := range a {
		var err error
		if out[i], err = builtins.Float(t, v); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func logarithms(m *object.Module) {
	of := func(t *thread, v value, whole func(number.Int) (float64, error), real string) (float64, error) {
		if n, ok := object.Integer(v); ok {
			x, _ := object.NumberOf(n)
			return whole(x)
		}
		x, err := builtins.Float(t, v)
		if err != nil {
			return 0, err
		}
		f, _ := number.LookupFunction(real)
		return f.Call(x)
	}
	m.DefPlain("log", 1, 2, func(t *thread, a []value) (value, error) {
		x, err := of(t, a[0], number.LogInt, "log")
		if err != nil || len(a) == 1 {
			return result(x, err)
		}
		base, err := of(t, a[1], number.LogInt, "log")
		if err != nil {
			return value{}, object.FromError(err)
		}
		return object.Binary(t, object.OpDiv, object.Float(x), object.Float(base))
	})
	m.DefPlain("log2", 1, 1, func(t *thread, a []value) (value, error) { return result(of(t, a[0], number.Log2Int, "log2")) })
	m.DefPlain("log10", 1, 1, func(t *thread, a []value) (value, error) { return result(of(t, a[0], number.Log10Int, "log10")) })
}

func rounding(m *object.Module) {
	for name, f := range map[string]func(float64) (number.Int, error){"floor": number.Floor, "ceil": number.Ceil} {
		m.DefPlain(name, 1, 1, func(t *thread, a []value) (value, error) {
			if n, ok := object.Integer(a[0]); ok {
				return n, nil
			}
			if !a[0].IsFloat() {
				if r, ok, err := t.CallSpecial(a[0], "__"+name+"__"); ok {
					return r, err
				}
			}
			x, err := builtins.Float(t, a[0])
			if err != nil {
				return value{}, err
			}
			n, err := f(x)
			return object.FromNumber(n), object.FromError(err)
		})
	}
	m.DefPlain("trunc", 1, 1, func(t *thread, a []value) (value, error) {
		if n, ok := object.Integer(a[0]); ok {
			return n, nil
		}
		if x, ok := object.FloatOf(a[0]); ok {
			n, err := number.Truncate(x)
			return object.FromNumber(n), object.FromError(err)
		}
		r, ok, err := t.CallSpecial(a[0], "__trunc__")
		if !ok {
			err = object.TypeError("type %s doesn't define __trunc__ method", object.ClassOf(a[0]).Name)
		}
		return r, err
	})
	m.DefPlain("modf", 1, 1, func(t *thread, a []value) (value, error) {
		x, err := builtins.Float(t, a[0])
		if err != nil {
			return value{}, err
		}
		if math.IsInf(x, 0) {
			return object.TupleValue(object.Float(math.Copysign(0, x)), object.Float(x)), nil
		}
		whole, part := math.Modf(x)
		return object.TupleValue(object.Float(math.Copysign(part, x)), object.Float(whole)), nil
	})
	m.DefPlain("frexp", 1, 1, func(t *thread, a []value) (value, error) {
		x, err := builtins.Float(t, a[0])
		f, e := math.Frexp(x)
		return object.TupleValue(object.Float(f), object.Int(int64(e))), err
	})
}
