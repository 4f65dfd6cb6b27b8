package object

import (
	"errors"
	"math"

	"asyncio/script/number"
	"asyncio/script/text"
)

// NumberOf gives an int of any kind as package number's Int.
func NumberOf(v Value) (number.Int, bool) {
	v, ok := Integer(v)
	if !ok {
		return number.Int{}, false
	}
	if b, ok := v.Ref.(*BigInt); ok {
		return number.FromBig(b.N), true
	}
	return number.FromInt64(int64(v.Bits)), true
}

// FromNumber is the way back from NumberOf.
func FromNumber(x number.Int) Value {
	if n, ok := x.Int64(); ok {
		return Int(n)
	}
	return BigValue(x.Big())
}

// FromError turns an error of the pure packages into a Python exception.
func FromError(err error) error {
	if err == nil {
		return nil
	}
	var e *text.Error
	if errors.As(err, &e) {
		for _, c := range Exceptions {
			if c.Name == e.Class {
				if e.Errno != 0 {
					return NewException(c, Int(int64(e.Errno)), String(e.Text))
				}
				return Raise(c, "%s", e.Text)
			}
		}
	}
	if u := unicodeError(err); u != nil {
		return u
	}
	return err
}

// quickBinary is the operator for plain numbers where the result needs no more
// than a machine's operation; no value otherwise.
func quickBinary(op Op, a, b Value) Value {
	switch a.Ref.(type) {
	case intTag:
		x := int64(a.Bits)
		if b.IsFloat() && x > -1<<53 && x < 1<<53 {
			return quickFloat(op, float64(x), b.F())
		}
		if b.IsSmallInt() {
			return quickInt(op, x, int64(b.Bits))
		}
	case floatTag:
		x := a.F()
		if b.IsFloat() {
			return quickFloat(op, x, b.F())
		}
		if y := int64(b.Bits); b.IsSmallInt() && y > -1<<53 && y < 1<<53 {
			return quickFloat(op, x, float64(y))
		}
	case *Str:
		if op == OpAdd {
			return quickConcat(a.Ref.(*Str), b)
		}
	}
	return Value{}
}

// quickConcat is the sum of plain strs that needs no room asked for.
func quickConcat(a *Str, v Value) Value {
	if b, ok := v.Ref.(*Str); ok && len(a.S)+len(b.S) < 1<<15 && a.Exact() && b.Exact() {
		return concat(a, b)
	}
	return Value{}
}

func quickFloat(op Op, x, y float64) Value {
	switch op {
	case OpAdd:
		return Float(x + y)
	case OpSub:
		return Float(x - y)
	case OpMul:
		return Float(x * y)
	case OpDiv:
		if y != 0 {
			return Float(x / y)
		}
	}
	return Value{}
}

func quickInt(op Op, x, y int64) Value {
	switch op {
	case OpAdd:
		if s := x + y; (s > x) == (y > 0) {
			return Int(s)
		}
	case OpSub:
		if s := x - y; (s < x) == (y > 0) {
			return Int(s)
		}
	case OpMul:
		if r, ok := mulSmall(x, y); ok {
			return Int(r)
		}
	case OpAnd:
		return Int(x & y)
	case OpOr:
		return Int(x | y)
	case OpXor:
		return Int(x ^ y)
	case OpFloorDiv, OpMod, OpDivMod:
		if y > 0 || y < -1 {
			q, m := x/y, x%y
			if m != 0 && (m < 0) != (y < 0) {
				q--
				m += y
			}
			switch op {
			case OpMod:
				return Int(m)
			case OpFloorDiv:
				return Int(q)
			}
			return Pair(Int(q), Int(m))
		}
	case OpRsh:
		if y >= 0 {
			return Int(x >> min(uint64(y), 63))
		}
	case OpLsh:
		if y >= 0 && y < 62 && x < 1<<(62-y) && x > -1<<(62-y) {
			return Int(x << y)
		}
	case OpDiv:
		const exact = 1 << 53
		if y != 0 && x > -exact && x < exact && y > -exact && y < exact {
			return Float(float64(x) / float64(y))
		}
	case OpPow:
		return quickPow(x, y)
	}
	return Value{}
}

// quickPow is x**y where that and all on the way fits a word.
func quickPow(x, y int64) Value {
	if y < 0 || y > 64 {
		return Value{}
	}
	r, ok := int64(1), true
	for {
		if y&1 != 0 {
			if r, ok = mulSmall(r, x); !ok {
				return Value{}
			}
		}
		if y >>= 1; y == 0 {
			return Int(r)
		}
		if x, ok = mulSmall(x, x); !ok {
			return Value{}
		}
	}
}

func intBinary(op Op, a, b Value) (Value, error) {
	if a.IsSmallInt() && b.IsSmallInt() {
		if r := quickInt(op, int64(a.Bits), int64(b.Bits)); r.Valid() {
			return r, nil
		}
	}
	m, _ := NumberOf(a)
	n, _ := NumberOf(b)
	var r number.Int
	var err error
	switch op {
	case OpAdd:
		r = m.Add(n)
	case OpSub:
		r = m.Sub(n)
	case OpMul:
		r = m.Mul(n)
	case OpAnd:
		r = m.And(n)
	case OpOr:
		r = m.Or(n)
	case OpXor:
		r = m.Xor(n)
	case OpFloorDiv:
		r, err = m.FloorDiv(n)
	case OpMod:
		r, err = m.Mod(n)
	case OpLsh:
		r, err = m.Lsh(n)
	case OpRsh:
		r, err = m.Rsh(n)
	case OpDivMod:
		var q number.Int
		if q, r, err = m.DivMod(n); err == nil {
			return TupleValue(FromNumber(q), FromNumber(r)), nil
		}
	case OpDiv:
		f, err := m.TrueDiv(n)
		return Float(f), FromError(err)
	case OpPow:
		if n.Sign() < 0 {
			f, err := number.PowFloat(m, n)
			if err != nil {
				return Value{}, FromError(err)
			}
			return Float(f), nil
		}
		r, err = number.Pow(m, n)
	default:
		return NotImplemented, nil
	}
	if err != nil {
		return Value{}, FromError(err)
	}
	return FromNumber(r), nil
}

func mulSmall(x, y int64) (int64, bool) {
	if x == 0 || y == 0 {
		return 0, true
	}
	if int64(int32(x)) == x && int64(int32(y)) == y {
		return x * y, true
	}
	r := x * y
	if r/y != x || x == math.MinInt64 && y == -1 || y == math.MinInt64 && x == -1 {
		return 0, false
	}
	return r, true
}

// MulSmall multiplies and reports whether the result fits.
func MulSmall(x, y int64) (int64, bool) { return mulSmall(x, y) }

func floatBinary(op Op, x, y float64) (Value, error) {
	var r float64
	var err error
	switch op {
	case OpAdd:
		r = x + y
	case OpSub:
		r = x - y
	case OpMul:
		r = x * y
	case OpDiv:
		r, err = number.FloatDiv(x, y)
	case OpMod:
		r, err = number.FloatMod(x, y)
	case OpFloorDiv:
		r, err = number.FloatFloorDiv(x, y)
	case OpPow:
		if r, err = number.FloatPow(x, y); err == number.ErrComplex {
			return complexPow(complex(x, 0), complex(y, 0))
		}
	case OpDivMod:
		var q float64
		if q, r, err = number.FloatDivMod(x, y); err == nil {
			return TupleValue(Float(q), Float(r)), nil
		}
	default:
		return NotImplemented, nil
	}
	if err != nil {
		return Value{}, FromError(err)
	}
	return Float(r), nil
}
