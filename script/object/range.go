package object

import (
	"math"

	"asyncio/script/number"
)

// Range is a range whose bounds lie within rangeLimit.
type Range struct{ Start, Stop, Step int64 }

// LongRange is a range of numbers that a Range does not hold.
type LongRange struct{ Start, Stop, Step number.Int }

// rangeLimit keeps lengths and sums of a Range from overflowing.
const rangeLimit = 1 << 61

// Class implements Object.
func (*Range) Class() *Class { return RangeClass }

// Class implements Object.
func (*LongRange) Class() *Class { return RangeClass }

// NewRange makes a range; step is not zero.
func NewRange(start, stop, step number.Int) Value {
	small := func(n number.Int) (int64, bool) {
		x, ok := n.Int64()
		return x, ok && x <= rangeLimit && x >= -rangeLimit
	}
	a, ok1 := small(start)
	b, ok2 := small(stop)
	c, ok3 := small(step)
	if ok1 && ok2 && ok3 {
		return Obj(&Range{a, b, c})
	}
	return Obj(&LongRange{start, stop, step})
}

// Len gives the number of items.
func (r *Range) Len() int {
	if r.Step > 0 {
		if r.Start >= r.Stop {
			return 0
		}
		return int((uint64(r.Stop)-uint64(r.Start)-1)/uint64(r.Step)) + 1
	}
	if r.Start <= r.Stop {
		return 0
	}
	return int((uint64(r.Start)-uint64(r.Stop)-1)/uint64(-r.Step)) + 1
}

func (r *Range) long() *LongRange {
	return &LongRange{number.FromInt64(r.Start), number.FromInt64(r.Stop), number.FromInt64(r.Step)}
}

// Len gives the number of items.
func (r *LongRange) Len() number.Int {
	lo, hi, step := r.Start, r.Stop, r.Step
	if step.Sign() < 0 {
		lo, hi, step = hi, lo, step.Neg()
	}
	if lo.Cmp(hi) >= 0 {
		return number.Int{}
	}
	n, _ := hi.Sub(lo).Sub(number.FromInt64(1)).FloorDiv(step)
	return n.Add(number.FromInt64(1))
}

// At gives item i.
func (r *LongRange) At(i number.Int) number.Int { return r.Start.Add(i.Mul(r.Step)) }

// RangeOf gives any range by its numbers.
func RangeOf(v Value) *LongRange {
	switch r := v.Ref.(type) {
	case *Range:
		return r.long()
	case *LongRange:
		return r
	}
	return nil
}

// indexOf gives the position of a number, or false.
func (r *LongRange) indexOf(n number.Int) (number.Int, bool) {
	if r.Step.Sign() > 0 && (n.Cmp(r.Start) < 0 || n.Cmp(r.Stop) >= 0) || r.Step.Sign() < 0 && (n.Cmp(r.Start) > 0 || n.Cmp(r.Stop) <= 0) {
		return number.Int{}, false
	}
	q, m, err := n.Sub(r.Start).DivMod(r.Step)
	return q, err == nil && m.Sign() == 0
}

// RangeIndex gives the position of an int in a range, or false.
func RangeIndex(v Value, n number.Int) (number.Int, bool) { return RangeOf(v).indexOf(n) }

// rangeItem is r[key].
func rangeItem(t *Thread, v, key Value) (Value, error) {
	r := RangeOf(v)
	n := r.Len()
	if s, ok := key.Ref.(*Slice); ok {
		start, stop, step, err := s.Bounds(t, n)
		if err != nil {
			return Value{}, err
		}
		return NewRange(r.At(start), r.At(stop), r.Step.Mul(step)), nil
	}
	if _, ok := Integer(key); !ok {
		if _, found := ClassOf(key).Lookup("__index__"); !found {
			return Value{}, TypeError("range indices must be integers or slices, not %s", ClassOf(key).Name)
		}
	}
	iv, err := ToIndex(t, key)
	if err != nil {
		return Value{}, err
	}
	i, _ := NumberOf(iv)
	if i.Sign() < 0 {
		i = i.Add(n)
	}
	if i.Sign() < 0 || i.Cmp(n) >= 0 {
		return Value{}, IndexError("range object index out of range")
	}
	return FromNumber(r.At(i)), nil
}

// equalRanges compares ranges as the sequences they are.
func equalRanges(a, b Value) bool {
	x, y := RangeOf(a), RangeOf(b)
	n := x.Len()
	if !n.Equal(y.Len()) {
		return false
	}
	if n.Sign() == 0 {
		return true
	}
	return x.Start.Equal(y.Start) && (n.Equal(number.FromInt64(1)) || x.Step.Equal(y.Step))
}

// rangeKey is the tuple whose hash is a range's.
func rangeKey(v Value) Value {
	r := RangeOf(v)
	n := r.Len()
	key := []Value{FromNumber(n), None, None}
	if n.Sign() > 0 {
		key[1] = FromNumber(r.Start)
		if !n.Equal(number.FromInt64(1)) {
			key[2] = FromNumber(r.Step)
		}
	}
	return TupleValue(key...)
}

// LongRangeIter iterates over a LongRange.
type LongRangeIter struct {
	R *LongRange
	I number.Int
	N number.Int
}

// Class implements Object.
func (*LongRangeIter) Class() *Class { return LongRangeIterClass }

// Next implements Iterator.
func (it *LongRangeIter) Next(*Thread) (Value, error) {
	if it.I.Cmp(it.N) >= 0 {
		return Value{}, nil
	}
	v := it.R.At(it.I)
	it.I = it.I.Add(number.FromInt64(1))
	return FromNumber(v), nil
}

// Hint implements Hinter.
func (it *LongRangeIter) Hint() int { return int(min(it.N.Sub(it.I).Clamp(), math.MaxInt32)) }

func rangeIter(v Value) Value {
	switch r := v.Ref.(type) {
	case *Range:
		return Obj(&RangeIter{r.Start, r.Step, r.Len()})
	case *LongRange:
		return Obj(&LongRangeIter{R: r, N: r.Len()})
	}
	return Value{}
}

// RangeReverse is reversed(r).
func RangeReverse(v Value) Value {
	r := RangeOf(v)
	n := r.Len()
	one := number.FromInt64(1)
	last := r.At(n.Sub(one))
	return rangeIter(NewRange(last, r.Start.Sub(r.Step), r.Step.Neg()))
}
