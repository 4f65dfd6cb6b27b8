package object

import "math"

// ownNaN marks the bits of a NaN that stand for an object of its own: those below it
// number it. A NaN equals nothing, so that programs see which of them is which.
const (
	ownNaN   = 1 << 50
	plainNaN = 0x7ff8 << 48
	signBit  = 1 << 63
)

// NewNaN gives a NaN that is no other one.
func (in *Interp) NewNaN(negative bool) Value {
	in.nans++
	bits := uint64(plainNaN | ownNaN | in.nans&(ownNaN-1))
	if negative {
		bits |= signBit
	}
	return Value{floatTag{}, bits}
}

// FloatBits gives the bits of a float as they are in CPython.
func FloatBits(f float64) uint64 {
	bits := math.Float64bits(f)
	if f != f && bits&ownNaN != 0 {
		return bits&signBit | plainNaN
	}
	return bits
}
