package mathmod

import (
	"asyncio/script/builtins"
	"asyncio/script/number"
	"asyncio/script/object"
)

// sums are the functions of many numbers.
func sums(m *object.Module) {
	m.DefPlain("fsum", 1, 1, func(t *thread, a []value) (value, error) {
		var sum number.Sum
		err := object.Each(t, a[0], func(v value) error {
			x, err := builtins.Float(t, v)
			if err == nil {
				err = object.FromError(sum.Add(x))
			}
			return err
		})
		if err != nil {
			return value{}, err
		}
		return result(sum.Result())
	})
	m.DefPlain("hypot", 0, -1, func(t *thread, a []value) (value, error) {
		x, err := floats(t, a)
		return object.Float(number.Hypot(x)), err
	})
	m.DefPlain("dist", 2, 2, func(t *thread, a []value) (value, error) {
		var at [2][]float64
		for i := range at {
			items, err := object.Collect(t, a[i])
			if err != nil {
				return value{}, err
			}
			if at[i], err = floats(t, items); err != nil {
				return value{}, err
			}
		}
		return result(number.Dist(at[0], at[1]))
	})
	m.Def("prod", 0, -1, product)
	m.DefPlain("sumprod", 2, 2, sumProducts)
}

func product(t *thread, args []value, kw []object.Kw) (value, error) {
	if len(args) != 1 {
		return value{}, object.TypeError("prod() takes exactly 1 positional argument (%d given)", len(args))
	}
	a, err := object.Args("prod", args, kw, 1, "iterable", "start")
	if err != nil {
		return value{}, err
	}
	total := a[1]
	if !total.Valid() {
		total = object.Int(1)
	}
	err = object.Each(t, a[0], func(v value) (err error) {
		total, err = object.Binary(t, object.OpMul, total, v)
		return err
	})
	return total, err
}

// sumProducts adds without loss while all are floats or ints with a float
// among them, else by Python's operators.
func sumProducts(t *thread, a []value) (value, error) {
	p, err := object.Collect(t, a[0])
	if err != nil {
		return value{}, err
	}
	q, err := object.Collect(t, a[1])
	if err != nil {
		return value{}, err
	}
	if len(p) != len(q) {
		return value{}, object.ValueError("Inputs are not the same length")
	}
	if anyFloat(p, q) {
		x, err := floats(t, p)
		if err != nil {
			return value{}, err
		}
		y, err := floats(t, q)
		if err != nil {
			return value{}, err
		}
		return result(number.SumProd(x, y))
	}
	total := object.Int(0)
	for i := range p {
		v, err := object.Binary(t, object.OpMul, p[i], q[i])
		if err != nil {
			return value{}, err
		}
		if total, err = object.Binary(t, object.OpAdd, total, v); err != nil {
			return value{}, err
		}
	}
	return total, nil
}

func anyFloat(p, q []value) bool {
	found := false
	for _, items := range [][]value{p, q} {
		for _, v := range items {
			if v.IsFloat() {
				found = true
			} else if !v.IsSmallInt() && !v.IsBool() {
				return false
			}
		}
	}
	return found
}
