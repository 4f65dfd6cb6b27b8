package number

import (
	"math"
	"math/big"
	"strconv"
)

// Digits beyond these change no float: the smallest has its first digit
// there, and the largest is no half of the next unit.
const (
	maxRoundDigits = 323
	minRoundDigits = -308
)

// RoundFloat returns round(f, digits): the nearest float to the nearest
// decimal, a tie of the exact value going to the even digit.
func RoundFloat(f float64, digits int64) (float64, error) {
	switch {
	case f == 0 || math.IsNaN(f) || math.IsInf(f, 0) || digits > maxRoundDigits:
		return f, nil
	case digits < minRoundDigits:
		return math.Copysign(0, f), nil
	case digits >= 0:
		r, _ := strconv.ParseFloat(strconv.FormatFloat(f, 'f', int(digits), 64), 64)
		return r, nil
	}
	unit := pow10(-digits)
	whole := truncated(math.Abs(f))
	q, r := whole.QuoRem(whole, unit, new(big.Int))
	if roundsUp(q, r, unit, f != math.Trunc(f)) {
		q.Add(q, one())
	}
	out, _ := q.Mul(q, unit).Float64()
	if math.IsInf(out, 0) {
		return 0, overflow("rounded value too large to represent")
	}
	return math.Copysign(out, f), nil
}

func pow10(n int64) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(n), nil) }

// roundsUp says whether q + (r+rest)/unit rounds to q+1, ties to even.
func roundsUp(q, r, unit *big.Int, rest bool) bool {
	switch new(big.Int).Lsh(r, 1).Cmp(unit) {
	case 1:
		return true
	case 0:
		return rest || q.Bit(0) == 1
	}
	return false
}

// RoundToInt returns round(f), ties to even, with the errors of Truncate.
func RoundToInt(f float64) (Int, error) { return Truncate(math.RoundToEven(f)) }

// RoundInt returns round(x, digits) of an int: only negative digits change it.
func RoundInt(x Int, digits Int) Int {
	if digits.Sign() >= 0 || x.Sign() == 0 {
		return x
	}
	n := digits.Neg().Clamp()
	// 10**n above twice x rounds to zero; do not build it.
	if n > int64(x.BitLength()) {
		return Int{}
	}
	unit := pow10(n)
	q, r := new(big.Int).QuoRem(new(big.Int).Abs(x.Big()), unit, new(big.Int))
	if roundsUp(q, r, unit, false) {
		q.Add(q, one())
	}
	q.Mul(q, unit)
	if x.Sign() < 0 {
		q.Neg(q)
	}
	return FromBig(q)
}
