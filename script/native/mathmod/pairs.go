package mathmod

import (
	"math"

	"asyncio/script/builtins"
	"asyncio/script/number"
	"asyncio/script/object"
)

// pairs are the functions of two or three floats.
func pairs(m *object.Module) {
	sure := func(f func(x, y float64) float64) func(x, y float64) (float64, error) {
		return func(x, y float64) (float64, error) { return f(x, y), nil }
	}
	two := map[string]func(x, y float64) (float64, error){"pow": number.MathPow, "fmod": number.Fmod, "remainder": number.Remainder,
		"atan2": sure(number.Atan2), "copysign": sure(math.Copysign)}
	for name, f := range two {
		m.DefPlain(name, 2, 2, func(t *thread, a []value) (value, error) {
			x, err := floats(t, a)
			if err != nil {
				return value{}, err
			}
			return result(f(x[0], x[1]))
		})
	}
	m.DefPlain("fma", 3, 3, func(t *thread, a []value) (value, error) {
		x, err := floats(t, a)
		if err != nil {
			return value{}, err
		}
		return result(number.Fma(x[0], x[1], x[2]))
	})
	m.DefPlain("ldexp", 2, 2, func(t *thread, a []value) (value, error) {
		x, err := builtins.Float(t, a[0])
		if err != nil {
			return value{}, err
		}
		n, ok := object.NumberOf(a[1])
		if !ok {
			return value{}, object.TypeError("Expected an int as second argument to ldexp.")
		}
		return result(number.Ldexp(x, n))
	})
	m.Def("isclose", 0, -1, isClose)
	m.Def("nextafter", 0, -1, nextAfter)
}

func isClose(t *thread, args []value, kw []object.Kw) (value, error) {
	if len(args) > 2 {
		return value{}, object.TypeError("isclose() takes exactly 2 positional arguments (%d given)", len(args))
	}
	a, err := object.Args("isclose", args, kw, 2, "a", "b", "rel_tol", "abs_tol")
	if err != nil {
		return value{}, err
	}
	n := [4]float64{2: 1e-9}
	for i, v := range a {
		if v.Valid() {
			if n[i], err = builtins.Float(t, v); err != nil {
				return value{}, err
			}
		}
	}
	x, y, rel, abs := n[0], n[1], n[2], n[3]
	if rel < 0 || abs < 0 {
		return value{}, object.ValueError("tolerances must be non-negative")
	}
	if x == y {
		return object.True, nil
	}
	if math.IsInf(x, 0) || math.IsInf(y, 0) {
		return object.False, nil
	}
	diff := math.Abs(x - y)
	return object.Bool(diff <= math.Abs(rel*x) || diff <= math.Abs(rel*y) || diff <= abs), nil
}

func nextAfter(t *thread, args []value, kw []object.Kw) (value, error) {
	if len(args) != 2 {
		return value{}, object.TypeError("nextafter() takes exactly 2 positional arguments (%d given)", len(args))
	}
	a, err := object.Args("nextafter", args, kw, 2, "x", "y", "steps")
	if err != nil {
		return value{}, err
	}
	x, err := floats(t, a[:2])
	if err != nil {
		return value{}, err
	}
	steps := number.FromInt64(1)
	if a[2].Valid() && !a[2].IsNone() {
		v, err := object.ToIndex(t, a[2])
		if err != nil {
			return value{}, err
		}
		if steps, _ = object.NumberOf(v); steps.Sign() < 0 {
			return value{}, object.ValueError("steps must be a non-negative integer")
		}
	}
	return result(number.NextAfter(x[0], x[1], steps))
}
