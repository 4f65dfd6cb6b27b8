package mathmod

import (
	"asyncio/script/number"
	"asyncio/script/object"
)

// whole converts arguments through __index__.
func whole(t *thread, a []value) ([]number.Int, error) {
	out := make([]number.Int, len(a))
	for i, x := range a {
		v, err := object.ToIndex(t, x)
		if err != nil {
			return nil, err
		}
		out[i], _ = object.NumberOf(v)
	}
	return out, nil
}

// integers are the functions of ints.
func integers(m *object.Module) {
	define := func(name string, min, max int, f func(n []number.Int) (number.Int, error)) {
		m.DefPlain(name, min, max, func(t *thread, a []value) (value, error) {
			n, err := whole(t, a)
			if err != nil {
				return value{}, err
			}
			r, err := f(n)
			return object.FromNumber(r), object.FromError(err)
		})
	}
	define("gcd", 0, -1, func(n []number.Int) (number.Int, error) { return number.Gcd(n...), nil })
	define("lcm", 0, -1, func(n []number.Int) (number.Int, error) { return number.Lcm(n...), nil })
	define("isqrt", 1, 1, func(n []number.Int) (number.Int, error) { return number.Isqrt(n[0]) })
	define("factorial", 1, 1, func(n []number.Int) (number.Int, error) { return number.Factorial(n[0]) })
	define("comb", 2, 2, func(n []number.Int) (number.Int, error) { return number.Comb(n[0], n[1]) })
	m.DefPlain("perm", 1, 2, func(t *thread, a []value) (value, error) {
		if len(a) == 2 && a[1].IsNone() {
			a = a[:1]
		}
		n, err := whole(t, a)
		if err != nil {
			return value{}, err
		}
		r, err := number.Perm(n[0], n[len(n)-1])
		return object.FromNumber(r), object.FromError(err)
	})
}
