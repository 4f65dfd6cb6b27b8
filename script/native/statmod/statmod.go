// Package statmod is the module _moments: exact sums below the module statistics.
package statmod

import (
	"math"
	"math/big"

	"asyncio/script/host"
	"asyncio/script/object"
)

// Module makes the module _moments. Its sums(values) gives the sum of a list's
// numbers, the sum of their squares and how many places to the left of the binary
// point the first is written (the second twice as many); None when one is no plain
// int or float, or not finite.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_moments")
	m.DefPlain("sums", 1, 1, func(t *object.Thread, a []object.Value) (object.Value, error) {
		l, ok := a[0].Ref.(*object.List)
		if !ok {
			return object.Value{}, object.TypeError("a list is required")
		}
		sum, squares, shift, ok := sums(l.Items)
		if !ok {
			return object.None, nil
		}
		return object.TupleValue(object.BigValue(sum), object.BigValue(squares), object.Int(int64(shift))), nil
	})
	return m, nil
}

// sums adds up numbers and their squares; see Module.
func sums(values []object.Value) (sum, squares *big.Int, shift int, ok bool) {
	for _, v := range values {
		switch {
		case v.IsFloat():
			if math.IsNaN(v.F()) || math.IsInf(v.F(), 0) {
				return nil, nil, 0, false
			}
			_, exp := binary(v.F())
			shift = max(shift, -exp)
		case !v.IsSmallInt() && !v.IsBool():
			return nil, nil, 0, false
		}
	}
	sum, squares = new(big.Int), new(big.Int)
	var x big.Int
	for _, v := range values {
		mantissa, exp := v.I(), 0
		if v.IsFloat() {
			mantissa, exp = binary(v.F())
		}
		x.Lsh(x.SetInt64(mantissa), uint(shift+exp))
		sum.Add(sum, &x)
		squares.Add(squares, x.Mul(&x, &x))
	}
	return sum, squares, shift, true
}

// binary takes a finite float apart: it is mantissa times 2 to the power exp.
func binary(f float64) (mantissa int64, exp int) {
	frac, exp := math.Frexp(f)
	mantissa = int64(frac * (1 << 53))
	if mantissa == 0 {
		return 0, 0
	}
	for exp -= 53; mantissa&1 == 0; exp++ {
		mantissa >>= 1
	}
	return mantissa, exp
}
