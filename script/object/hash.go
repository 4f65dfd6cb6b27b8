package object

import (
	"math"
	"math/bits"

	"asyncio/script/number"
)

func mix(n uint64) uint64 {
	n ^= n >> 32
	n *= 0x9E3779B97F4A7C15
	return n ^ n>>29
}

// smallHash is what dicts take for the hash of an int: that of its hash, so that
// a number of another class that is equal is found in its place.
func smallHash(n uint64) uint64 {
	if n+(1<<61-2) > 1<<62-4 || n == math.MaxUint64 {
		n = uint64(number.FromInt64(int64(n)).Hash())
	}
	return mix(n)
}

// Hash gives the hash that dicts use, or the TypeError of an unhashable value.
func Hash(t *Thread, v Value) (uint64, error) {
	switch o := v.Ref.(type) {
	case intTag, boolTag:
		return smallHash(v.Bits), nil
	case *Str:
		if o.Exact() {
			return o.Hash(), nil
		}
	}
	n, err := HashInt(t, v)
	if err != nil {
		return 0, err
	}
	return mix(uint64(n)), nil
}

// HashInt gives hash(v).
func HashInt(t *Thread, v Value) (int64, error) {
	switch o := v.Ref.(type) {
	case intTag, boolTag:
		return number.FromInt64(int64(v.Bits)).Hash(), nil
	case *Str:
		if o.Exact() {
			return strHash(o.Hash()), nil
		}
	}
	cls := ClassOf(v)
	if !cls.builtin {
		m, _ := cls.Lookup("__hash__")
		if m.IsNone() {
			return 0, TypeError("unhashable type: '%s'", cls.Name)
		}
		if _, native := m.Ref.(*Builtin); m.Valid() && !native {
			r, _, err := t.CallSpecial(v, "__hash__")
			if err != nil {
				return 0, err
			}
			return hashResult(r)
		}
	}
	return NativeHash(t, v)
}

// tupleHash is CPython's hash of a tuple, so that the order of its sets of
// numbers' tuples does not matter, but the numbers that hash prints agree.
func tupleHash(t *Thread, items []Value) (int64, error) {
	const p1, p2, p5 = 11400714785074694791, 14029467366897019727, 2870177450012600261
	if err := t.Enter(); err != nil {
		return 0, err
	}
	defer t.Leave()
	acc := uint64(p5)
	for _, it := range items {
		h := int64(it.Bits)
		if !it.IsSmallInt() || h < 0 || h >= 1<<61-1 {
			var err error
			if h, err = HashInt(t, it); err != nil {
				return 0, err
			}
		}
		acc += uint64(h) * p2
		acc = bits.RotateLeft64(acc, 31) * p1
	}
	acc += uint64(len(items)) ^ (p5 ^ 3527539)
	if acc == math.MaxUint64 {
		return 1546275796, nil
	}
	return int64(acc), nil
}

// frozensetHash is CPython's hash of a frozenset.
func frozensetHash(t *Thread, s *Set) (int64, error) {
	var h uint64
	for i := range s.D.entries {
		e := &s.D.entries[i]
		if !e.key.Valid() {
			continue
		}
		n := strHash(e.hash)
		if e.key.IsSmallInt() {
			n, _ = tableHash(t, e.key)
		}
		h ^= (uint64(n) ^ 89869747 ^ uint64(n)<<16) * 3644798167
	}
	h ^= (uint64(s.D.used) + 1) * 1927868237
	h ^= h>>11 ^ h>>25
	h = h*69069 + 907133923
	if h == math.MaxUint64 {
		return 590923713, nil
	}
	return int64(h), nil
}

// strHash is what hash shows of a string's hash in dicts: mix makes that of it
// again, for objects that take the hash of a string for their own.
func strHash(h uint64) int64 {
	h ^= h>>29 ^ h>>58
	h *= 0xF1DE83E19937733D // the factor of mix times this is 1
	return int64(h ^ h>>32)
}

// hashResult is what hash makes of the result of __hash__.
func hashResult(r Value) (int64, error) {
	n, ok := NumberOf(r)
	if !ok {
		return 0, TypeError("__hash__ method should return an integer")
	}
	if h, ok := n.Int64(); ok && h != -1 {
		return h, nil
	}
	return n.Hash(), nil
}

// NativeHash is the hash of builtin storage.
func NativeHash(t *Thread, v Value) (int64, error) {
	if n, ok := NumberOf(v); ok {
		return n.Hash(), nil
	}
	if f, ok := FloatOf(v); ok {
		return number.HashFloat(f), nil
	}
	cls := ClassOf(v)
	switch o := v.Ref.(type) {
	case *Str:
		return strHash(o.Hash()), nil
	case *Bytes:
		if !o.Mutable {
			return int64(HashString(string(o.B)) >> 2), nil
		}
		return 0, TypeError("unhashable type: '%s'", cls.Name)
	case *Tuple:
		return tupleHash(t, o.Items)
	case *Set:
		if !o.Frozen {
			return 0, TypeError("unhashable type: '%s'", cls.Name)
		}
		return frozensetHash(t, o)
	case *List, *Dict, *DictView:
		return 0, TypeError("unhashable type: '%s'", cls.Name)
	case *Range, *LongRange:
		return NativeHash(t, rangeKey(v))
	case *Slice:
		return NativeHash(t, TupleValue(o.Start, o.Stop, o.Step))
	case *Complex:
		return complexHash(o.V), nil
	case *BoundMethod:
		a, err := HashInt(t, o.Self)
		if err != nil {
			a = int64(t.In.ID(o.Self))
		}
		b, err := HashInt(t, o.Fn)
		return a*31 + b, err
	case *GenericAlias:
		return HashInt(t, TupleValue(append([]Value{o.Origin}, o.Args...)...))
	case *Union:
		s, err := NewSet(t, o.Args, true)
		if err != nil {
			return 0, err
		}
		return NativeHash(t, Obj(s))
	case *Singleton:
		return int64(HashString(o.name) >> 3), nil
	}
	if m, ok := cls.Lookup("__hash__"); ok && m.IsNone() && cls.builtin {
		return 0, TypeError("unhashable type: '%s'", cls.Name)
	} else if b, ok := m.Ref.(*Builtin); ok && b.Owner != ObjectClass {
		r, err := t.Call(m, v)
		if err != nil {
			return 0, err
		}
		return hashResult(r)
	}
	return int64(t.In.ID(v) >> 4), nil
}
