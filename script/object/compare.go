package object

import (
	"bytes"
	"math"

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
	if m, ok := ca.Lookup(cmpNames[op]); ok {
		r, err := callBinary(t, m, a, b, ca)
		if err != nil || r.Ref != Object(notImplObj) {
			return r, err
		}
	}
	if !triedB {
		if m, ok := cb.Lookup(cmpNames[swapped]); ok {
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
