package number

import (
	"math"
	"math/big"
)

// Float returns float(x): the nearest float, ties to even, or OverflowError.
func (x Int) Float() (float64, error) {
	if x.large == nil {
		return float64(x.small), nil
	}
	f, _ := x.large.Float64()
	if math.IsInf(f, 0) {
		return 0, overflow(errTooLargeForFloat)
	}
	return f, nil
}

// Truncate returns int(f), rounded to zero. NaN is a ValueError, infinity an
// OverflowError.
func Truncate(f float64) (Int, error) {
	if f > -(1<<63) && f < 1<<63 {
		return Int{small: int64(f)}, nil
	}
	if math.IsNaN(f) {
		return Int{}, valueError("cannot convert float NaN to integer")
	}
	if math.IsInf(f, 0) {
		return Int{}, overflow("cannot convert float infinity to integer")
	}
	return FromBig(truncated(f)), nil
}

func truncated(f float64) *big.Int {
	b, _ := new(big.Float).SetFloat64(f).Int(nil)
	return b
}

// Floor returns math.floor(f) with the errors of Truncate.
func Floor(f float64) (Int, error) { return Truncate(math.Floor(f)) }

// Ceil returns math.ceil(f) with the errors of Truncate.
func Ceil(f float64) (Int, error) { return Truncate(math.Ceil(f)) }

// IsInteger is float.is_integer.
func IsInteger(f float64) bool { return !math.IsInf(f, 0) && f == math.Trunc(f) }

// AsIntegerRatio returns the numerator and denominator of f in lowest terms.
func AsIntegerRatio(f float64) (num, den Int, err error) {
	switch {
	case math.IsNaN(f):
		return Int{}, Int{}, valueError("cannot convert NaN to integer ratio")
	case math.IsInf(f, 0):
		return Int{}, Int{}, overflow("cannot convert Infinity to integer ratio")
	}
	r := new(big.Rat).SetFloat64(f)
	return FromBig(new(big.Int).Set(r.Num())), FromBig(new(big.Int).Set(r.Denom())), nil
}

// CmpFloat compares x with f exactly: -1, 0 or 1. ok is false for NaN, which
// is not equal to, below or above anything.
func (x Int) CmpFloat(f float64) (order int, ok bool) {
	switch {
	case math.IsNaN(f):
		return 0, false
	case math.IsInf(f, 1):
		return -1, true
	case math.IsInf(f, -1):
		return 1, true
	}
	if x.large == nil && magnitude(x.small) <= exactInFloat {
		switch g := float64(x.small); {
		case g < f:
			return -1, true
		case g > f:
			return 1, true
		}
		return 0, true
	}
	t := truncated(f)
	if c := x.Big().Cmp(t); c != 0 {
		return c, true
	}
	switch frac := f - math.Trunc(f); {
	case frac > 0:
		return -1, true
	case frac < 0:
		return 1, true
	}
	return 0, true
}

// ToBytes is int.to_bytes. order is "big" or "little".
func (x Int) ToBytes(length int64, order string, signed bool) ([]byte, error) {
	little, err := isLittle(order)
	if err != nil {
		return nil, err
	}
	if length < 0 {
		return nil, valueError("length argument must be non-negative")
	}
	if x.Sign() < 0 && !signed {
		return nil, overflow("can't convert negative int to unsigned")
	}
	need := int64(x.BitLength())
	if signed {
		// The sign takes a bit; the lowest negative number of a size needs none more.
		if x.Sign() < 0 {
			need = int64(x.Invert().BitLength())
		}
		need++
	}
	// CPython lets -1 pass in no bytes at all.
	if x.Sign() != 0 && need > 8*length && !(length == 0 && x.small == -1) {
		return nil, overflow("int too big to convert")
	}
	out := make([]byte, length)
	if x.Sign() >= 0 {
		x.Big().FillBytes(out)
	} else {
		// Two's complement: the inverted bits of the inverted number.
		x.Invert().Big().FillBytes(out)
		for i := range out {
			out[i] = ^out[i]
		}
	}
	if little {
		reverse(out)
	}
	return out, nil
}

// FromBytes is int.from_bytes. order is "big" or "little".
func FromBytes(p []byte, order string, signed bool) (Int, error) {
	little, err := isLittle(order)
	if err != nil {
		return Int{}, err
	}
	b := append([]byte(nil), p...)
	if little {
		reverse(b)
	}
	if signed && len(b) > 0 && b[0]&0x80 != 0 {
		for i := range b {
			b[i] = ^b[i]
		}
		return FromBig(new(big.Int).SetBytes(b)).Invert(), nil
	}
	return FromBig(new(big.Int).SetBytes(b)), nil
}

func isLittle(order string) (bool, error) {
	switch order {
	case "little":
		return true, nil
	case "big":
		return false, nil
	}
	return false, valueError("byteorder must be either 'little' or 'big'")
}

func reverse(b []byte) {
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
}
