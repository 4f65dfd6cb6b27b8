package object

import "asyncio/script/number"

// Slice is a slice object.
type Slice struct{ Start, Stop, Step Value }

// Class implements Object.
func (*Slice) Class() *Class { return SliceClass }

// Part is v[from:to] for a list, tuple or str of ASCII, the bounds being ints or
// None; ok is false for all else.
func Part(v, from, to Value) (part Value, ok bool) {
	switch o := v.Ref.(type) {
	case *List:
		if o.cls == nil {
			if i, j, ok := bounds(from, to, len(o.Items)); ok {
				return Obj(NewList(append(make([]Value, 0, j-i), o.Items[i:j]...))), true
			}
		}
	case *Str:
		if o.Exact() && o.ASCII() {
			if i, j, ok := bounds(from, to, len(o.S)); ok {
				if j-i == len(o.S) {
					return v, true
				}
				return String(o.S[i:j]), true
			}
		}
	case *Tuple:
		if o.cls == nil {
			if i, j, ok := bounds(from, to, len(o.Items)); ok {
				if j-i == len(o.Items) {
					return v, true
				}
				return CopyTuple(o.Items[i:j]), true
			}
		}
	}
	return Value{}, false
}

// bounds resolves the bounds of a slice against a length n.
func bounds(from, to Value, n int) (i, j int, ok bool) {
	clip := func(v Value, none int) (int, bool) {
		if v.IsNone() {
			return none, true
		}
		k, ok := v.SmallInt()
		if k < 0 {
			k = max(k+int64(n), 0)
		}
		return int(min(k, int64(n))), ok
	}
	i, ok = clip(from, 0)
	if !ok {
		return 0, 0, false
	}
	if j, ok = clip(to, n); !ok {
		return 0, 0, false
	}
	return i, max(i, j), true
}

// Indices resolves the slice against a length, as slice.indices: count items
// from start by step.
func (s *Slice) Indices(t *Thread, n int) (start, stop, step, count int, err error) {
	step = 1
	if !s.Step.IsNone() {
		if step, err = SliceIndex(t, s.Step); err != nil {
			return
		}
		if step == 0 {
			err = ValueError("slice step cannot be zero")
			return
		}
	}
	lo, hi := 0, n
	if step < 0 {
		lo, hi = -1, n-1
	}
	clip := func(v Value, def int) (int, error) {
		if v.IsNone() {
			return def, nil
		}
		i, err := SliceIndex(t, v)
		if err != nil {
			return 0, err
		}
		if i < 0 {
			return max(i+n, lo), nil
		}
		return min(i, hi), nil
	}
	first, last := lo, hi
	if step < 0 {
		first, last = hi, lo
	}
	if start, err = clip(s.Start, first); err != nil {
		return
	}
	if stop, err = clip(s.Stop, last); err != nil {
		return
	}
	if step > 0 && start < stop {
		count = (stop-start-1)/step + 1
	} else if step < 0 && start > stop {
		count = (start-stop-1)/-step + 1
	}
	return
}

// Bounds is Indices for numbers of any size.
func (s *Slice) Bounds(t *Thread, n number.Int) (start, stop, step number.Int, err error) {
	read := func(v Value) (number.Int, error) {
		if err := mustIndex(v); err != nil {
			return number.Int{}, err
		}
		iv, err := ToIndex(t, v)
		if err != nil {
			return number.Int{}, err
		}
		x, _ := NumberOf(iv)
		return x, nil
	}
	one := number.FromInt64(1)
	step = one
	if !s.Step.IsNone() {
		if step, err = read(s.Step); err != nil {
			return
		}
		if step.Sign() == 0 {
			err = ValueError("slice step cannot be zero")
			return
		}
	}
	lo, hi := number.Int{}, n
	if step.Sign() < 0 {
		lo, hi = one.Neg(), n.Sub(one)
	}
	clip := func(v Value, def number.Int) (number.Int, error) {
		if v.IsNone() {
			return def, nil
		}
		i, err := read(v)
		if err != nil {
			return i, err
		}
		if i.Sign() < 0 {
			if i = i.Add(n); i.Cmp(lo) < 0 {
				i = lo
			}
		} else if i.Cmp(hi) > 0 {
			i = hi
		}
		return i, nil
	}
	first, last := lo, hi
	if step.Sign() < 0 {
		first, last = hi, lo
	}
	if start, err = clip(s.Start, first); err == nil {
		stop, err = clip(s.Stop, last)
	}
	return
}

func mustIndex(v Value) error {
	if _, ok := Integer(v); !ok {
		if _, found := ClassOf(v).Lookup("__index__"); !found {
			return TypeError("slice indices must be integers or None or have an __index__ method")
		}
	}
	return nil
}

// SliceIndex turns one end of a slice into a machine integer, clipped.
func SliceIndex(t *Thread, v Value) (int, error) {
	if n, ok := v.SmallInt(); ok {
		return clipInt(n), nil
	}
	if err := mustIndex(v); err != nil {
		return 0, err
	}
	n, err := Index(t, v)
	return clipInt(int64(n)), err
}

// clipInt keeps sums of an index and a length from overflowing.
func clipInt(n int64) int { return int(max(min(n, 1<<62), -1<<62)) }

// SizeIndex turns v into a size, as most methods of builtin types do; numbers
// that are too large are an OverflowError.
func SizeIndex(t *Thread, v Value) (int, error) {
	if n, ok := v.SmallInt(); ok {
		return int(n), nil
	}
	iv, err := ToIndex(t, v)
	if err != nil {
		return 0, err
	}
	n, ok := iv.SmallInt()
	if !ok {
		return 0, Raise(OverflowErrorClass, "Python int too large to convert to C ssize_t")
	}
	return int(n), nil
}

// CInt is SizeIndex for arguments that are an int of 32 bits in CPython.
func CInt(t *Thread, v Value) (int, error) {
	iv, err := ToIndex(t, v)
	if err != nil {
		return 0, err
	}
	n, ok := iv.SmallInt()
	if !ok || n != int64(int32(n)) {
		return 0, Raise(OverflowErrorClass, "Python int too large to convert to C int")
	}
	return int(n), nil
}

// ByteOf turns v into a byte.
func ByteOf(t *Thread, v Value) (byte, error) {
	iv, err := ToIndex(t, v)
	if err != nil {
		return 0, err
	}
	n, ok := iv.SmallInt()
	if !ok || n < 0 || n > 255 {
		return 0, ValueError("byte must be in range(0, 256)")
	}
	return byte(n), nil
}
