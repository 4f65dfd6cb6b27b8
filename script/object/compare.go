package object

import (
	"bytes"
	"math"
	"math/bits"

	"asyncio/script/number"
)

// Cmp is a rich comparison.
type Cmp uint8

// The rich comparisons, in the order of the syntax tree.
const (
	CmpEq Cmp = iota
	CmpNe
	CmpLt
	CmpLe
	CmpGt
	CmpGe
)

var cmpNames = [...]string{"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"}
var cmpSymbols = [...]string{"==", "!=", "<", "<=", ">", ">="}
var cmpSwap = [...]Cmp{CmpEq, CmpNe, CmpGt, CmpGe, CmpLt, CmpLe}

// CmpMethod gives the name of the comparison's method.
func CmpMethod(op Cmp) string { return cmpNames[op] }

func cmpResult(op Cmp, c int) Value {
	switch op {
	case CmpEq:
		return Bool(c == 0)
	case CmpNe:
		return Bool(c != 0)
	case CmpLt:
		return Bool(c < 0)
	case CmpLe:
		return Bool(c <= 0)
	case CmpGt:
		return Bool(c > 0)
	}
	return Bool(c >= 0)
}

func order[T int64 | float64 | string](a, b T) int {
	if a < b {
		return -1
	}
	if a > b {
		return 1
	}
	return 0
}

// Compare is a op b.
func Compare(t *Thread, op Cmp, a, b Value) (Value, error) {
	if x, ok := a.Ref.(*Str); ok && x.Exact() {
		if y, ok := b.Ref.(*Str); ok && y.Exact() {
			switch op {
			case CmpEq:
				return Bool(x.S == y.S), nil
			case CmpNe:
				return Bool(x.S != y.S), nil
			}
			return cmpResult(op, order(x.S, y.S)), nil
		}
	}
	if x, ok := a.Ref.(*Tuple); ok && x.cls == nil {
		if y, ok := b.Ref.(*Tuple); ok && y.cls == nil {
			return compareItems(t, op, &x.Items, &y.Items)
		}
	}
	ca, cb := ClassOf(a), ClassOf(b)
	if ca.builtin && cb.builtin {
		r, err := NativeCompare(t, op, a, b)
		if err != nil || r.Ref != Object(notImplObj) {
			return r, err
		}
	}
	swapped := cmpSwap[op]
	triedB := false
	if ca != cb && cb.IsSubclass(ca) {
		if m, ok := cb.Lookup(cmpNames[swapped]); ok {
			triedB = true
			r, err := callBinary(t, m, b, a, cb)
			if err != nil || r.Ref != Object(notImplObj) {
				return r, err
			}
		}
	}
	if m, ok := ca.Lookup(cmpNames[op]); ok && !m.IsNone() {
		r, err := callBinary(t, m, a, b, ca)
		if err != nil || r.Ref != Object(notImplObj) {
			return r, err
		}
	}
	if !triedB {
		if m, ok := cb.Lookup(cmpNames[swapped]); ok && !m.IsNone() {
			r, err := callBinary(t, m, b, a, cb)
			if err != nil || r.Ref != Object(notImplObj) {
				return r, err
			}
		}
	}
	switch op {
	case CmpEq:
		return Bool(Is(a, b)), nil
	case CmpNe:
		return Bool(!Is(a, b)), nil
	}
	return Value{}, TypeError("'%s' not supported between instances of '%s' and '%s'", cmpSymbols[op], ca.Name, cb.Name)
}

// NativeCompare compares builtin storage; NotImplemented when the types do not
// know each other.
func NativeCompare(t *Thread, op Cmp, a, b Value) (Value, error) {
	if ia, ok := Integer(a); ok {
		if ib, ok := Integer(b); ok {
			x, okx := ia.SmallInt()
			y, oky := ib.SmallInt()
			if okx && oky {
				return cmpResult(op, order(x, y)), nil
			}
			m, _ := BigOf(ia)
			n, _ := BigOf(ib)
			return cmpResult(op, m.Cmp(n)), nil
		}
		if f, ok := FloatOf(b); ok {
			n, _ := NumberOf(ia)
			return numFloat(op, n, f), nil
		}
		if _, ok := b.Ref.(*Complex); ok {
			return complexCompare(op, a, b), nil
		}
		return NotImplemented, nil
	}
	if f, ok := FloatOf(a); ok {
		if g, ok := FloatOf(b); ok {
			if math.IsNaN(f) || math.IsNaN(g) {
				return Bool(op == CmpNe), nil
			}
			return cmpResult(op, order(f, g)), nil
		}
		if n, ok := NumberOf(b); ok {
			return numFloat(cmpSwap[op], n, f), nil
		}
		if _, ok := b.Ref.(*Complex); ok {
			return complexCompare(op, a, b), nil
		}
		return NotImplemented, nil
	}
	switch x := a.Ref.(type) {
	case *Str:
		if y, ok := b.Ref.(*Str); ok {
			if op == CmpEq {
				return Bool(x.S == y.S), nil
			}
			return cmpResult(op, order(x.S, y.S)), nil
		}
	case *Bytes:
		if y, ok := b.Ref.(*Bytes); ok {
			return cmpResult(op, bytes.Compare(x.B, y.B)), nil
		}
	case *List:
		if y, ok := b.Ref.(*List); ok {
			return compareItems(t, op, &x.Items, &y.Items)
		}
	case *Tuple:
		if y, ok := b.Ref.(*Tuple); ok {
			return compareItems(t, op, &x.Items, &y.Items)
		}
	case *Dict:
		if y, ok := b.Ref.(*Dict); ok && op <= CmpNe {
			same, err := equalDicts(t, x, y)
			return Bool(same == (op == CmpEq)), err
		}
	case *Set, *DictView:
		return compareSets(t, op, a, b)
	case *Complex:
		return complexCompare(op, a, b), nil
	case *Range, *LongRange:
		if RangeOf(b) != nil && op <= CmpNe {
			return Bool(equalRanges(a, b) == (op == CmpEq)), nil
		}
	case *Slice:
		if y, ok := b.Ref.(*Slice); ok {
			return Compare(t, op, TupleValue(x.Start, x.Stop, x.Step), TupleValue(y.Start, y.Stop, y.Step))
		}
	case *BoundMethod:
		if y, ok := b.Ref.(*BoundMethod); ok && op <= CmpNe {
			return Bool((Is(x.Fn, y.Fn) && Is(x.Self, y.Self)) == (op == CmpEq)), nil
		}
	case *MappingProxy:
		if y, ok := b.Ref.(*MappingProxy); ok {
			return NativeCompare(t, op, Obj(x.D), Obj(y.D))
		}
		return Compare(t, op, Obj(x.D), b)
	case *GenericAlias:
		if y, ok := b.Ref.(*GenericAlias); ok && op <= CmpNe {
			same, err := Equal(t, x.Origin, y.Origin)
			if err != nil || !same {
				return Bool(op == CmpNe), err
			}
			return Compare(t, op, TupleValue(x.Args...), TupleValue(y.Args...))
		}
	case *Union:
		if y, ok := b.Ref.(*Union); ok && op <= CmpNe {
			xs, err := NewSet(t, x.Args, true)
			if err != nil {
				return Value{}, err
			}
			ys, err := NewSet(t, y.Args, true)
			if err != nil {
				return Value{}, err
			}
			return compareSets(t, op, Obj(xs), Obj(ys))
		}
	}
	return NotImplemented, nil
}

func numFloat(op Cmp, n number.Int, f float64) Value {
	c, ok := n.CmpFloat(f)
	if !ok {
		return Bool(op == CmpNe)
	}
	return cmpResult(op, c)
}

func compareItems(t *Thread, op Cmp, xs, ys *[]Value) (Value, error) {
	if op <= CmpNe && len(*xs) != len(*ys) {
		return Bool(op == CmpNe), nil
	}
	i := 0
	for n := min(len(*xs), len(*ys)); i < n; i++ { // as long as no code can run
		x, y := &(*xs)[i], &(*ys)[i]
		same, known := sameKey(*x, *y)
		if !known {
			return compareRest(t, op, xs, ys, i)
		}
		if !same {
			if op <= CmpNe {
				return Bool(op == CmpNe), nil
			}
			return Compare(t, op, *x, *y)
		}
	}
	return cmpResult(op, order(int64(len(*xs)), int64(len(*ys)))), nil
}

// compareRest compares items from i on; comparing may change the lists.
func compareRest(t *Thread, op Cmp, xs, ys *[]Value, i int) (Value, error) {
	if err := t.Enter(); err != nil {
		return Value{}, err
	}
	defer t.Leave()
	for ; i < len(*xs) && i < len(*ys); i++ {
		x, y := (*xs)[i], (*ys)[i]
		same, err := EqualKeys(t, x, y)
		if err != nil {
			return Value{}, err
		}
		if !same {
			if i >= len(*xs) || i >= len(*ys) {
				break // the comparison made them shorter
			}
			if op <= CmpNe {
				return Bool(op == CmpNe), nil
			}
			return Compare(t, op, x, y)
		}
	}
	return cmpResult(op, order(int64(len(*xs)), int64(len(*ys)))), nil
}

func equalDicts(t *Thread, x, y *Dict) (bool, error) {
	if x.used != y.used {
		return false, nil
	}
	if err := t.Enter(); err != nil {
		return false, err
	}
	defer t.Leave()
	for i := 0; i < len(x.entries); i++ {
		e, v := x.entries[i], x.vals[i]
		if !e.key.Valid() {
			continue
		}
		n, err := y.find(t, e.key, e.hash)
		if err != nil || n < 0 {
			return false, err
		}
		same, err := EqualKeys(t, v, y.vals[n])
		if err != nil || !same {
			return false, err
		}
	}
	return true, nil
}

func compareSets(t *Thread, op Cmp, a, b Value) (Value, error) {
	if isItems(a) || isItems(b) {
		return compareItemViews(t, op, a, b)
	}
	x, okx, err := members(t, a, false)
	if !okx || err != nil {
		return NotImplemented, err
	}
	y, oky, err := members(t, b, false)
	if !oky || err != nil {
		return NotImplemented, err
	}
	subset := func(x, y *Dict) (bool, error) {
		for i := 0; i < len(x.entries); i++ { // comparing may change x
			if e := x.entries[i]; e.key.Valid() {
				n, err := y.find(t, e.key, e.hash)
				if err != nil || n < 0 {
					return false, err
				}
			}
		}
		return true, nil
	}
	var ok bool
	switch op {
	case CmpEq, CmpNe:
		if x.used == y.used {
			ok, err = subset(x, y)
		}
		ok = ok == (op == CmpEq)
	case CmpLe, CmpLt:
		if x.used < y.used || op == CmpLe && x.used == y.used {
			ok, err = subset(x, y)
		}
	default:
		if x.used > y.used || op == CmpGe && x.used == y.used {
			ok, err = subset(y, x)
		}
	}
	return Bool(ok), err
}

func isItems(v Value) bool {
	d, ok := v.Ref.(*DictView)
	return ok && d.Kind == 'i'
}

// compareItemViews compares a view of items, whose values need no hash, with
// another set.
func compareItemViews(t *Thread, op Cmp, a, b Value) (Value, error) {
	for _, v := range []Value{a, b} {
		if _, ok := v.Ref.(*Set); !ok && !isSetView(v) {
			return NotImplemented, nil
		}
	}
	n, _ := NativeLen(a)
	m, _ := NativeLen(b)
	switch {
	case op <= CmpNe && n != m:
		return Bool(op == CmpNe), nil
	case op == CmpLt && n >= m || op == CmpLe && n > m || op == CmpGt && n <= m || op == CmpGe && n < m:
		return False, nil
	case op >= CmpGt:
		a, b = b, a
	}
	inside := true
	err := Each(t, a, func(x Value) error {
		if !inside {
			return nil
		}
		found, _, err := NativeContains(t, b, x)
		inside = found
		return err
	})
	return Bool(inside == (op != CmpNe)), err
}

// Equal is a == b as a truth value.
func Equal(t *Thread, a, b Value) (bool, error) {
	r, err := Compare(t, CmpEq, a, b)
	if err != nil {
		return false, err
	}
	return Truth(t, r)
}

// EqualKeys is a is b or a == b, as containers compare.
func EqualKeys(t *Thread, a, b Value) (bool, error) {
	if same, known := sameKey(a, b); known {
		return same, nil
	}
	return Equal(t, a, b)
}

// Truth is bool(v).
func Truth(t *Thread, v Value) (bool, error) {
	switch o := v.Ref.(type) {
	case *BigInt:
		return o.N.Sign() != 0, nil
	case boolTag, intTag:
		return v.Bits != 0, nil
	case floatTag:
		return v.F() != 0, nil
	case *Singleton:
		return o != noneObj, nil
	}
	cls := ClassOf(v)
	if cls.builtin {
		switch o := v.Ref.(type) {
		case *Str:
			return o.S != "", nil
		case *List:
			return len(o.Items) > 0, nil
		case *Tuple:
			return len(o.Items) > 0, nil
		case *Dict:
			return o.used > 0, nil
		case *Set:
			return o.D.used > 0, nil
		case *Bytes:
			return len(o.B) > 0, nil
		case *Range:
			return o.Len() > 0, nil
		case Sized:
			return o.Size() > 0, nil
		case *LongRange:
			return o.Len().Sign() > 0, nil
		case *DictView:
			return o.D.used > 0, nil
		}
	}
	if r, ok, err := t.CallSpecial(v, "__bool__"); ok {
		if err != nil {
			return false, err
		}
		if !r.IsBool() {
			return false, TypeError("__bool__ should return bool, returned %s", ClassOf(r).Name)
		}
		return r.Bits != 0, nil
	}
	if iv, ok := Integer(v); ok {
		return Truth(t, iv)
	}
	if f, ok := FloatOf(v); ok {
		return f != 0, nil
	}
	if _, ok := cls.Lookup("__len__"); ok {
		n, err := Len(t, v)
		return n != 0, err
	}
	return true, nil
}

func mix(n uint64) uint64 {
	n ^= n >> 32
	n *= 0x9E3779B97F4A7C15
	return n ^ n>>29
}

// Hash gives the hash that dicts use, or the TypeError of an unhashable value.
func Hash(t *Thread, v Value) (uint64, error) {
	switch o := v.Ref.(type) {
	case intTag, boolTag:
		return mix(v.Bits), nil
	case *Str:
		if o.Exact() {
			return o.Hash(), nil
		}
	}
	n, err := HashInt(t, v)
	if err != nil {
		return 0, err
	}
	if s, ok := v.Ref.(*Str); ok {
		if h := s.Hash(); n == strHash(h) {
			return h, nil
		}
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

// strHash is what hash shows of a string's hash in dicts.
func strHash(h uint64) int64 { return int64(mix(h) >> 3) }

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
		h := uint64(o.D.used)
		for i := range o.D.entries {
			if e := &o.D.entries[i]; e.key.Valid() {
				h ^= mix(e.hash + 7)
			}
		}
		return int64(h >> 2), nil
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
	if cls.builtin {
		if m, ok := cls.Lookup("__hash__"); ok && m.IsNone() {
			return 0, TypeError("unhashable type: '%s'", cls.Name)
		} else if b, ok := m.Ref.(*Builtin); ok && b.Owner != ObjectClass {
			r, err := t.Call(m, v)
			if err != nil {
				return 0, err
			}
			return hashResult(r)
		}
	}
	return int64(t.In.ID(v) >> 4), nil
}
