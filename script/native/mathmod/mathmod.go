// Package mathmod is the module math.
package mathmod

import (
	"math"

	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/number"
	"asyncio/script/object"
)

// Module makes the module math.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("math")
	for n, f := range map[string]float64{"pi": math.Pi, "e": math.E, "tau": 2 * math.Pi, "inf": math.Inf(1), "nan": math.NaN()} {
		m.Dict.SetStr(n, object.Float(f))
	}
	for name, f := range map[string]func(float64) float64{"sin": number.Sin, "cos": number.Cos, "tan": number.Tan, "asin": number.Asin,
		"acos": number.Acos, "atan": number.Atan, "exp": number.Exp, "fabs": math.Abs, "degrees": func(x float64) float64 { return x * (180 / math.Pi) },
		"radians": func(x float64) float64 { return x * (math.Pi / 180) }, "sqrt": math.Sqrt} {
		m.Def(name, 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
			x, err := builtins.Float(t, a[0])
			if err != nil {
				return object.Value{}, err
			}
			r := f(x)
			if math.IsNaN(r) && !math.IsNaN(x) {
				return object.Value{}, object.ValueError("math domain error")
			}
			if math.IsInf(r, 0) && !math.IsInf(x, 0) {
				return object.Value{}, object.Raise(object.OverflowErrorClass, "math range error")
			}
			return object.Float(r), nil
		})
	}
	for name, f := range map[string]func(float64) bool{"isnan": math.IsNaN, "isinf": func(x float64) bool { return math.IsInf(x, 0) },
		"isfinite": func(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }} {
		m.Def(name, 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
			x, err := builtins.Float(t, a[0])
			return object.Bool(f(x)), err
		})
	}
	for name, f := range map[string]func(float64) (number.Int, error){"floor": number.Floor, "ceil": number.Ceil, "trunc": number.Truncate} {
		m.Def(name, 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
			if n, ok := object.Integer(a[0]); ok {
				return n, nil
			}
			if r, ok, err := t.CallSpecial(a[0], "__"+name+"__"); ok {
				return r, err
			}
			x, err := builtins.Float(t, a[0])
			if err != nil {
				return object.Value{}, err
			}
			n, err := f(x)
			return object.FromNumber(n), object.FromError(err)
		})
	}
	many := func(name string, f func(...number.Int) number.Int) {
		m.Def(name, 0, -1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
			ns := make([]number.Int, len(a))
			for i, x := range a {
				v, err := object.ToIndex(t, x)
				if err != nil {
					return v, err
				}
				ns[i], _ = object.NumberOf(v)
			}
			return object.FromNumber(f(ns...)), nil
		})
	}
	many("gcd", number.Gcd)
	many("lcm", number.Lcm)
	for name, f := range map[string]func(number.Int) (number.Int, error){"isqrt": number.Isqrt, "factorial": number.Factorial} {
		m.Def(name, 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
			v, err := object.ToIndex(t, a[0])
			if err != nil {
				return v, err
			}
			n, _ := object.NumberOf(v)
			r, err := f(n)
			return object.FromNumber(r), object.FromError(err)
		})
	}
	return m, nil
}
