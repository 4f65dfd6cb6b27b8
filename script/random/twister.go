// Package random is the generator behind Python's random module: the Mersenne
// Twister with CPython's seeding, and the module's methods in the exact order
// of draws, so that a seed gives the sequence it gives in CPython 3.13. The
// methods work on numbers and indexes; what stands at an index is the
// caller's.
package random

import (
	"crypto/sha512"
	"math/big"

	"asyncio/script/number"
	"asyncio/script/text"
)

const (
	stateSize = 624
	shiftSize = 397
)

// Generator is a random.Random. It is not safe for use by several goroutines
// at once. New makes one.
type Generator struct {
	words [stateSize]uint32
	index int
	gauss *float64 // the second of a pair that Gauss has made
}

// New returns a generator seeded with the int 0.
func New() *Generator {
	g := &Generator{}
	g.Seed(number.Int{})
	return g
}

// State is what getstate returns: the words, the position in them, and the
// number that the next Gauss will give, nil if there is none.
type State struct {
	Words     [stateSize]uint32
	Index     int
	GaussNext *float64
}

// State returns the state.
func (g *Generator) State() State {
	s := State{Words: g.words, Index: g.index}
	if g.gauss != nil {
		f := *g.gauss
		s.GaussNext = &f
	}
	return s
}

// SetState puts back a state. An index that is out of range is a ValueError.
func (g *Generator) SetState(s State) error {
	if s.Index < 0 || s.Index > stateSize {
		return text.ValueError("invalid state")
	}
	g.words, g.index, g.gauss = s.Words, s.Index, nil
	if s.GaussNext != nil {
		f := *s.GaussNext
		g.gauss = &f
	}
	return nil
}

func (g *Generator) fill(seed uint32) {
	g.words[0] = seed
	for i := uint32(1); i < stateSize; i++ {
		p := g.words[i-1]
		g.words[i] = 1812433253*(p^p>>30) + i
	}
	g.index = stateSize
}

// Seed is seed(n) for an int; the sign does not count.
func (g *Generator) Seed(n number.Int) {
	var key []uint32
	rest, mask := new(big.Int).Abs(n.Big()), big.NewInt(0xFFFFFFFF)
	for rest.Sign() != 0 {
		key = append(key, uint32(new(big.Int).And(rest, mask).Uint64()))
		rest.Rsh(rest, 32)
	}
	if len(key) == 0 {
		key = []uint32{0}
	}
	g.seedKey(key)
}

// SeedBytes is seed(b) for bytes, and for a str its UTF-8: the data and their
// SHA-512 make the number.
func (g *Generator) SeedBytes(p []byte) {
	sum := sha512.Sum512(p)
	all := append(append([]byte(nil), p...), sum[:]...)
	g.Seed(number.FromBig(new(big.Int).SetBytes(all)))
}

// SeedFloat is seed(f) for a float, whose hash counts.
func (g *Generator) SeedFloat(f float64) {
	g.Seed(number.FromUint64(uint64(number.HashFloat(f))))
}

func (g *Generator) seedKey(key []uint32) {
	g.fill(19650218)
	w := &g.words
	i, j := 1, 0
	for range max(stateSize, len(key)) {
		p := w[i-1]
		w[i] = (w[i] ^ (p^p>>30)*1664525) + key[j] + uint32(j)
		i, j = i+1, j+1
		if i == stateSize {
			w[0], i = w[stateSize-1], 1
		}
		if j == len(key) {
			j = 0
		}
	}
	for range stateSize - 1 {
		p := w[i-1]
		w[i] = (w[i] ^ (p^p>>30)*1566083941) - uint32(i)
		i++
		if i == stateSize {
			w[0], i = w[stateSize-1], 1
		}
	}
	w[0] = 1 << 31
	g.gauss = nil
}

func (g *Generator) uint32() uint32 {
	if g.index >= stateSize {
		g.turn()
	}
	y := g.words[g.index]
	g.index++
	y ^= y >> 11
	y ^= y << 7 & 0x9D2C5680
	y ^= y << 15 & 0xEFC60000
	return y ^ y>>18
}

func (g *Generator) turn() {
	w := &g.words
	for k := range stateSize {
		y := w[k]&(1<<31) | w[(k+1)%stateSize]&(1<<31-1)
		v := w[(k+shiftSize)%stateSize] ^ y>>1
		if y&1 != 0 {
			v ^= 0x9908B0DF
		}
		w[k] = v
	}
	g.index = 0
}

// Random returns a float in [0, 1).
func (g *Generator) Random() float64 {
	a, b := g.uint32()>>5, g.uint32()>>6
	return float64(uint64(a)<<26|uint64(b)) / (1 << 53)
}

// bits64 is GetRandBits for 1 to 64 bits.
func (g *Generator) bits64(k int) uint64 {
	if k <= 32 {
		return uint64(g.uint32() >> (32 - k))
	}
	low := uint64(g.uint32())
	return low | uint64(g.uint32()>>(64-k))<<32
}

// MaxBits bounds GetRandBits; more is a MemoryError.
const MaxBits = 1 << 33

// GetRandBits returns an int of k random bits.
func (g *Generator) GetRandBits(k int64) (number.Int, error) {
	switch {
	case k < 0:
		return number.Int{}, text.ValueError("number of bits must be non-negative")
	case k > MaxBits:
		return number.Int{}, &text.Error{Class: "MemoryError"}
	case k == 0:
		return number.Int{}, nil
	case k <= 64:
		return number.FromUint64(g.bits64(int(k))), nil
	}
	return number.FromBig(g.bits(int(k))), nil
}

func (g *Generator) bits(k int) *big.Int {
	words := (k + 31) / 32
	p := make([]byte, 4*words)
	for end := len(p); end > 0; end -= 4 {
		r := g.uint32()
		if k < 32 {
			r >>= 32 - k
		}
		k -= 32
		p[end-4], p[end-3], p[end-2], p[end-1] = byte(r>>24), byte(r>>16), byte(r>>8), byte(r)
	}
	return new(big.Int).SetBytes(p)
}

// RandBytes returns n random bytes.
func (g *Generator) RandBytes(n int64) ([]byte, error) {
	if n < 0 {
		return nil, text.ValueError("number of bits must be non-negative")
	}
	if n > MaxBits/8 {
		return nil, &text.Error{Class: "MemoryError"}
	}
	x, err := g.GetRandBits(8 * n)
	if err != nil {
		return nil, err
	}
	return x.ToBytes(n, "little", false)
}

// below returns an int in [0, n) for n > 0.
func (g *Generator) below(n int) int {
	k := bitLen(n)
	for {
		if r := g.bits64(k); r < uint64(n) {
			return int(r)
		}
	}
}

func bitLen(n int) int { return number.FromInt64(int64(n)).BitLength() }

// RandBelow returns an int in [0, n) for n > 0.
func (g *Generator) RandBelow(n number.Int) number.Int {
	if small, ok := n.Int64(); ok {
		k := n.BitLength()
		for {
			if r := g.bits64(k); r < uint64(small) {
				return number.FromUint64(r)
			}
		}
	}
	for {
		if r := number.FromBig(g.bits(n.BitLength())); r.Cmp(n) < 0 {
			return r
		}
	}
}
