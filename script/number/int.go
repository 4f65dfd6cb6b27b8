package number

import (
	"math"
	"math/big"
	"math/bits"
)

// Int is a Python int. The zero value is 0. The big part is only there when
// the number does not fit 64 bits, so equal numbers have equal forms. An Int
// never changes; Big results must not be changed either.
type Int struct {
	small int64
	large *big.Int
}

// FromInt64 returns x as an Int.
func FromInt64(x int64) Int { return Int{small: x} }

// FromUint64 returns x as an Int.
func FromUint64(x uint64) Int {
	if x <= math.MaxInt64 {
		return Int{small: int64(x)}
	}
	return Int{large: new(big.Int).SetUint64(x)}
}

// FromBig returns b as an Int. The Int may keep b, which must not change after.
func FromBig(b *big.Int) Int {
	if b.IsInt64() {
		return Int{small: b.Int64()}
	}
	return Int{large: b}
}

// Int64 returns x and true when x fits.
func (x Int) Int64() (int64, bool) { return x.small, x.large == nil }

// IsSmall reports whether x fits 64 bits.
func (x Int) IsSmall() bool { return x.large == nil }

// Big returns x as a *big.Int that the caller must not change.
func (x Int) Big() *big.Int {
	if x.large != nil {
		return x.large
	}
	return big.NewInt(x.small)
}

// Sign returns -1, 0 or 1.
func (x Int) Sign() int {
	if x.large != nil {
		return x.large.Sign()
	}
	switch {
	case x.small < 0:
		return -1
	case x.small > 0:
		return 1
	}
	return 0
}

// Clamp returns x, or the nearest 64-bit number when x does not fit. Slices
// and counts in Python treat big numbers so.
func (x Int) Clamp() int64 {
	if x.large == nil {
		return x.small
	}
	if x.large.Sign() < 0 {
		return math.MinInt64
	}
	return math.MaxInt64
}

// Cmp returns -1, 0 or 1 for x below, equal to or above y.
func (x Int) Cmp(y Int) int {
	if x.large == nil && y.large == nil {
		switch {
		case x.small < y.small:
			return -1
		case x.small > y.small:
			return 1
		}
		return 0
	}
	return x.Big().Cmp(y.Big())
}

// Equal reports x == y.
func (x Int) Equal(y Int) bool {
	if x.large == nil || y.large == nil {
		return x.large == nil && y.large == nil && x.small == y.small
	}
	return x.large.Cmp(y.large) == 0
}

// Add returns x + y.
func (x Int) Add(y Int) Int {
	if x.large == nil && y.large == nil {
		s := x.small + y.small
		if (s > x.small) == (y.small > 0) {
			return Int{small: s}
		}
	}
	return FromBig(new(big.Int).Add(x.Big(), y.Big()))
}

// Sub returns x - y.
func (x Int) Sub(y Int) Int {
	if x.large == nil && y.large == nil {
		s := x.small - y.small
		if (s < x.small) == (y.small > 0) {
			return Int{small: s}
		}
	}
	return FromBig(new(big.Int).Sub(x.Big(), y.Big()))
}

// Mul returns x * y.
func (x Int) Mul(y Int) Int {
	if x.large == nil && y.large == nil {
		if p, ok := mul64(x.small, y.small); ok {
			return Int{small: p}
		}
	}
	return FromBig(new(big.Int).Mul(x.Big(), y.Big()))
}

func mul64(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	if hi != 0 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return int64(-lo), lo <= 1<<63
	}
	return int64(lo), lo < 1<<63
}

func magnitude(a int64) uint64 {
	if a < 0 {
		return -uint64(a)
	}
	return uint64(a)
}

// Neg returns -x.
func (x Int) Neg() Int {
	if x.large == nil && x.small != math.MinInt64 {
		return Int{small: -x.small}
	}
	return FromBig(new(big.Int).Neg(x.Big()))
}

// Abs returns the magnitude of x.
func (x Int) Abs() Int {
	if x.Sign() < 0 {
		return x.Neg()
	}
	return x
}

// Invert returns ~x, that is -x-1.
func (x Int) Invert() Int {
	if x.large == nil {
		return Int{small: ^x.small}
	}
	return FromBig(new(big.Int).Not(x.large))
}

// And returns x & y as if both had endless sign bits.
func (x Int) And(y Int) Int {
	if x.large == nil && y.large == nil {
		return Int{small: x.small & y.small}
	}
	return FromBig(new(big.Int).And(x.Big(), y.Big()))
}

// Or returns x | y.
func (x Int) Or(y Int) Int {
	if x.large == nil && y.large == nil {
		return Int{small: x.small | y.small}
	}
	return FromBig(new(big.Int).Or(x.Big(), y.Big()))
}

// Xor returns x ^ y.
func (x Int) Xor(y Int) Int {
	if x.large == nil && y.large == nil {
		return Int{small: x.small ^ y.small}
	}
	return FromBig(new(big.Int).Xor(x.Big(), y.Big()))
}

// BitLength returns how many bits the magnitude needs, int.bit_length.
func (x Int) BitLength() int {
	if x.large == nil {
		return bits.Len64(magnitude(x.small))
	}
	return x.large.BitLen()
}

// BitCount returns the number of ones in the magnitude, int.bit_count.
func (x Int) BitCount() int {
	if x.large == nil {
		return bits.OnesCount64(magnitude(x.small))
	}
	n := 0
	for _, w := range x.large.Bits() {
		n += bits.OnesCount(uint(w))
	}
	return n
}

// MaxBits is the size from which an int is refused with a MemoryError; it
// stands for the memory that CPython would fail to get.
const MaxBits = 1 << 36

// Lsh returns x << y.
func (x Int) Lsh(y Int) (Int, error) {
	if y.Sign() < 0 {
		return Int{}, valueError("negative shift count")
	}
	if x.Sign() == 0 {
		return x, nil
	}
	n, ok := y.Int64()
	if !ok {
		return Int{}, overflow("too many digits in integer")
	}
	if n > MaxBits {
		return Int{}, &Error{Class: "MemoryError"}
	}
	if x.large == nil && x.BitLength()+int(n) < 64 {
		return Int{small: x.small << n}, nil
	}
	return FromBig(new(big.Int).Lsh(x.Big(), uint(n))), nil
}

// Rsh returns x >> y, rounded to minus infinity.
func (x Int) Rsh(y Int) (Int, error) {
	if y.Sign() < 0 {
		return Int{}, valueError("negative shift count")
	}
	n, ok := y.Int64()
	if !ok || n > int64(x.BitLength()) {
		if x.Sign() < 0 {
			return Int{small: -1}, nil
		}
		return Int{}, nil
	}
	if x.large == nil {
		return Int{small: x.small >> min(n, 63)}, nil
	}
	return FromBig(new(big.Int).Rsh(x.large, uint(n))), nil
}
