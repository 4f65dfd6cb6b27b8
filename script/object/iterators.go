package object

// Iterator is implemented by native iterators. Next gives no value at the end.
type Iterator interface {
	Object
	Next(t *Thread) (Value, error)
}

// Hinter is implemented by iterators that know how many items are left.
type Hinter interface{ Hint() int }

// Pairer is implemented by iterators whose items are pairs, so that a loop
// that takes them apart at once needs no tuples.
type Pairer interface {
	// Pairs reports whether all items are exact tuples of two.
	Pairs() bool
	// NextPair gives the next pair; a is no value at the end.
	NextPair(t *Thread) (a, b Value, err error)
}

// Copier is implemented by iterators that can be gone through twice.
type Copier interface{ CopyIter() Iterator }

// NativeIter is an iterator of a Go function.
type NativeIter struct {
	Cls  *Class
	Step func(t *Thread) (Value, error)
	// HintFn gives the number of items left; it may be nil.
	HintFn func() int
	// Refs are the values that Step holds.
	Refs []Value
}

// Traverse implements Traverser.
func (n *NativeIter) Traverse(visit func(Value)) {
	for _, v := range n.Refs {
		visit(v)
	}
}

// Class implements Object.
func (n *NativeIter) Class() *Class { return n.Cls }

// Next implements Iterator.
func (n *NativeIter) Next(t *Thread) (Value, error) {
	if n.Step == nil {
		return Value{}, nil
	}
	v, err := n.Step(t)
	if err == nil && !v.Valid() {
		n.Step = nil
	}
	return v, err
}

// The classes of native iterators.
var (
	ListIterClass      = iterClass("list_iterator")
	ListReverseClass   = iterClass("list_reverseiterator")
	TupleIterClass     = iterClass("tuple_iterator")
	StrIterClass       = iterClass("str_ascii_iterator")
	WideStrIterClass   = iterClass("str_iterator")
	BytesIterClass     = iterClass("bytes_iterator")
	BytearrayIterClass = iterClass("bytearray_iterator")
	MemoryIterClass    = iterClass("memory_iterator")
	RangeIterClass     = iterClass("range_iterator")
	LongRangeIterClass = iterClass("longrange_iterator")
	DictIterClass      = iterClass("dict_keyiterator")
	ValueIterClass     = iterClass("dict_valueiterator")
	ItemIterClass      = iterClass("dict_itemiterator")
	DictReverseClass   = iterClass("dict_reversekeyiterator")
	ValueReverseClass  = iterClass("dict_reversevalueiterator")
	ItemReverseClass   = iterClass("dict_reverseitemiterator")
	SetIterClass       = iterClass("set_iterator")
	SeqIterClass       = iterClass("iterator")
	CallIterClass      = iterClass("callable_iterator")
)

func iterClass(name string) *Class { return builtinClass(name).Final() }

// IteratorMethods gives the class of an Iterator the methods of one.
func (c *Class) IteratorMethods() {
	c.Def("__iter__", 1, 1, func(_ *Thread, a []Value, _ []Kw) (Value, error) { return a[0], nil })
	c.Def("__next__", 1, 1, func(t *Thread, a []Value, _ []Kw) (Value, error) {
		v, err := a[0].Ref.(Iterator).Next(t)
		if err == nil && !v.Valid() {
			err = StopIteration(Value{})
		}
		return v, err
	})
}

// ListIter iterates over a list that may change meanwhile.
type ListIter struct {
	L *List
	I int
}

// Class implements Object.
func (*ListIter) Class() *Class { return ListIterClass }

// Next implements Iterator.
func (it *ListIter) Next(*Thread) (Value, error) {
	if it.L == nil || it.I >= len(it.L.Items) {
		it.L = nil
		return Value{}, nil
	}
	it.I++
	return it.L.Items[it.I-1], nil
}

// Hint implements Hinter.
func (it *ListIter) Hint() int {
	if it.L == nil {
		return 0
	}
	return max(len(it.L.Items)-it.I, 0)
}

// CopyIter implements Copier.
func (it *ListIter) CopyIter() Iterator { c := *it; return &c }

// ListReverse goes backwards through a list that may change meanwhile.
type ListReverse struct {
	L *List
	I int // index of the next item, -1 at the end
}

// NewListReverse is reversed(l).
func NewListReverse(l *List) *ListReverse { return &ListReverse{l, len(l.Items) - 1} }

// Class implements Object.
func (*ListReverse) Class() *Class { return ListReverseClass }

// Next implements Iterator.
func (it *ListReverse) Next(*Thread) (Value, error) {
	if it.L == nil || it.I < 0 || it.I >= len(it.L.Items) {
		it.L = nil
		return Value{}, nil
	}
	it.I--
	return it.L.Items[it.I+1], nil
}

// Hint implements Hinter.
func (it *ListReverse) Hint() int {
	if it.L == nil || it.I >= len(it.L.Items) {
		return 0
	}
	return it.I + 1
}

// CopyIter implements Copier.
func (it *ListReverse) CopyIter() Iterator { c := *it; return &c }

// Traverse implements Traverser.
func (it *ListReverse) Traverse(visit func(Value)) {
	if it.L != nil {
		visit(Obj(it.L))
	}
}

// TupleIter iterates over items that do not change.
type TupleIter struct {
	Items []Value
	I     int
}

// Class implements Object.
func (*TupleIter) Class() *Class { return TupleIterClass }

// Next implements Iterator.
func (it *TupleIter) Next(*Thread) (Value, error) {
	if it.I >= len(it.Items) {
		return Value{}, nil
	}
	it.I++
	return it.Items[it.I-1], nil
}

// Hint implements Hinter.
func (it *TupleIter) Hint() int { return len(it.Items) - it.I }

// CopyIter implements Copier.
func (it *TupleIter) CopyIter() Iterator { c := *it; return &c }

// StrIter iterates over the characters of a str.
type StrIter struct {
	S  string
	At int
	// Wide tells that there are characters beyond ASCII.
	Wide bool
}

// Class implements Object.
func (it *StrIter) Class() *Class {
	if it.Wide {
		return WideStrIterClass
	}
	return StrIterClass
}

// Next implements Iterator.
func (it *StrIter) Next(*Thread) (Value, error) {
	if it.At >= len(it.S) {
		return Value{}, nil
	}
	if c := it.S[it.At]; c < 128 {
		it.At++
		return Value{Ref: asciiStrs[c]}, nil
	}
	_, n := DecodeRune(it.S[it.At:])
	it.At += n
	return String(it.S[it.At-n : it.At]), nil
}

// Hint implements Hinter.
func (it *StrIter) Hint() int { return RuneCount(it.S[it.At:]) }

// CopyIter implements Copier.
func (it *StrIter) CopyIter() Iterator { c := *it; return &c }

// BytesIter iterates over a bytes or bytearray object.
type BytesIter struct {
	B *Bytes
	I int
}

// Class implements Object.
func (it *BytesIter) Class() *Class {
	if it.B != nil && it.B.Mutable {
		return BytearrayIterClass
	}
	return BytesIterClass
}

// Next implements Iterator.
func (it *BytesIter) Next(*Thread) (Value, error) {
	if it.I >= len(it.B.B) {
		it.B = &Bytes{Mutable: it.B.Mutable}
		return Value{}, nil
	}
	it.I++
	return Int(int64(it.B.B[it.I-1])), nil
}

// Hint implements Hinter.
func (it *BytesIter) Hint() int { return max(len(it.B.B)-it.I, 0) }

// CopyIter implements Copier.
func (it *BytesIter) CopyIter() Iterator { c := *it; return &c }

// Traverse implements Traverser.
func (it *BytesIter) Traverse(visit func(Value)) { visit(Obj(it.B)) }

// RangeIter iterates over a range.
type RangeIter struct {
	At, Step int64
	Left     int
}

// Class implements Object.
func (*RangeIter) Class() *Class { return RangeIterClass }

// Next implements Iterator.
func (it *RangeIter) Next(*Thread) (Value, error) {
	if it.Left <= 0 {
		return Value{}, nil
	}
	v := it.At
	it.At += it.Step
	it.Left--
	return Int(v), nil
}

// Hint implements Hinter.
func (it *RangeIter) Hint() int { return max(it.Left, 0) }

// CopyIter implements Copier.
func (it *RangeIter) CopyIter() Iterator { c := *it; return &c }

// SeqIter goes through an object that has only __getitem__.
type SeqIter struct {
	Seq Value
	I   int64
}

// Class implements Object.
func (*SeqIter) Class() *Class { return SeqIterClass }

// Next implements Iterator.
func (it *SeqIter) Next(t *Thread) (Value, error) {
	if !it.Seq.Valid() {
		return Value{}, nil
	}
	v, err := GetItem(t, it.Seq, Int(it.I))
	it.I++
	if err != nil && (IsInstance(err, IndexErrorClass) || IsInstance(err, StopIterationClass)) {
		it.Seq = Value{}
		return Value{}, nil
	}
	return v, err
}

// Traverse implements Traverser.
func (it *SeqIter) Traverse(visit func(Value)) {
	if it.Seq.Valid() {
		visit(it.Seq)
	}
}

// CallIter calls a function until it gives the end value.
type CallIter struct{ Fn, End Value }

// Class implements Object.
func (*CallIter) Class() *Class { return CallIterClass }

// Next implements Iterator.
func (it *CallIter) Next(t *Thread) (Value, error) {
	if !it.Fn.Valid() {
		return Value{}, nil
	}
	v, err := t.Call(it.Fn)
	if err != nil {
		if IsInstance(err, StopIterationClass) {
			it.Fn = Value{}
			return Value{}, nil
		}
		return v, err
	}
	same, err := Equal(t, v, it.End)
	if err != nil || same {
		it.Fn = Value{}
		return Value{}, err
	}
	return v, nil
}

// Traverse implements Traverser.
func (it *CallIter) Traverse(visit func(Value)) {
	if it.Fn.Valid() {
		visit(it.Fn)
	}
	visit(it.End)
}
