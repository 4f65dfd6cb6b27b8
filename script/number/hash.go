package number

import (
	"math"
	"math/big"
	"math/bits"
)

// Numbers that are equal have equal hashes in Python, whatever their type:
// the hash is the number modulo this prime.
const (
	hashBits    = 61
	hashModulus = 1<<hashBits - 1
	hashInf     = 314159
)

// Hash returns hash(x).
func (x Int) Hash() int64 {
	if x.large == nil {
		h := int64(magnitude(x.small) % hashModulus)
		if x.small < 0 {
			h = -h
		}
		return notMinusOne(h)
	}
	m := new(big.Int).Abs(x.large)
	h := int64(m.Mod(m, big.NewInt(hashModulus)).Uint64())
	if x.large.Sign() < 0 {
		h = -h
	}
	return notMinusOne(h)
}

// notMinusOne keeps -1 free, which CPython's C functions use for errors.
func notMinusOne(h int64) int64 {
	if h == -1 {
		return -2
	}
	return h
}

// HashFloat returns hash(f). NaN has no hash of its own in Python: there it is
// the identity of the object, so callers have to treat it first; here it is 0.
func HashFloat(f float64) int64 {
	switch {
	case math.IsNaN(f):
		return 0
	case math.IsInf(f, 1):
		return hashInf
	case math.IsInf(f, -1):
		return -hashInf
	}
	if f == math.Trunc(f) && math.Abs(f) < 1<<62 {
		return Int{small: int64(f)}.Hash()
	}
	frac, exp := math.Frexp(math.Abs(f))
	// |f| = m * 2**e, and 2**61 is 1 modulo the prime, so 2**e is a rotation.
	m := uint64(math.Ldexp(frac, 53))
	e := (exp - 53) % hashBits
	if e < 0 {
		e += hashBits
	}
	h := int64(rotate61(m, e))
	if f < 0 {
		h = -h
	}
	return notMinusOne(h)
}

func rotate61(m uint64, e int) uint64 {
	hi, lo := bits.Mul64(m, 1<<e)
	// 2**64 is 8 modulo the prime.
	sum := lo&hashModulus + lo>>hashBits + hi<<3
	return sum % hashModulus
}

// HashString returns a hash of s that depends on seed. As in Python the empty
// string has the hash 0 and no string has -1; the numbers differ from CPython's.
func HashString(s string, seed uint64) int64 {
	if s == "" {
		return 0
	}
	const prime = 1099511628211
	h := uint64(14695981039346656037) ^ seed
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * prime
	}
	h ^= h >> 32
	h *= 0x9E3779B97F4A7C15
	h ^= h >> 29
	return notMinusOne(int64(h))
}
