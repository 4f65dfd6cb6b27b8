package object

// Iterator is implemented by native iterators. Next gives no value at the end.
type Iterator interface {
	Object
	Next(t *Thread) (Value, error)
}

// NativeIter is an iterator of a Go function.
type NativeIter struct {
	Cls  *Class
	Step func(t *Thread) (Value, error)
	// Hint gives the number of items left; it may be nil.
	Hint func() int
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
	ListIterClass  = iterClass("list_iterator")
	TupleIterClass = iterClass("tuple_iterator")
	StrIterClass   = iterClass("str_ascii_iterator")
	BytesIterClass = iterClass("bytes_iterator")
	RangeIterClass = iterClass("range_iterator")
	DictIterClass  = iterClass("dict_keyiterator")
	ValueIterClass = iterClass("dict_valueiterator")
	ItemIterClass  = iterClass("dict_itemiterator")
	SetIterClass   = iterClass("set_iterator")
	SeqIterClass   = iterClass("iterator")
	CallIterClass  = iterClass("callable_iterator")
)

func iterClass(name string) *Class { return builtinClass(name).Final() }

// ListIter iterates over a list that may change meanwhile.
type ListIter struct {
	L *List
	I int
}

// Class implements Object.
func (*ListIter) Class() *Class { return ListIterClass }

// Next implements Iterator.
func (it *ListIter) Next(t *Thread) (Value, error) {
	if it.L == nil || it.I >= len(it.L.Items) {
		it.L = nil
		return Value{}, nil
	}
	it.I++
	return it.L.Items[it.I-1], nil
}

// TupleIter iterates over items that do not change.
type TupleIter struct {
	Items []Value
	I     int
}

// Class implements Object.
func (*TupleIter) Class() *Class { return TupleIterClass }

// Next implements Iterator.
func (it *TupleIter) Next(t *Thread) (Value, error) {
	if it.I >= len(it.Items) {
		return Value{}, nil
	}
	it.I++
	return it.Items[it.I-1], nil
}

// RangeIter iterates over a range.
type RangeIter struct {
	At, Step int64
	Left     int
}

// Class implements Object.
func (*RangeIter) Class() *Class { return RangeIterClass }

// Next implements Iterator.
func (it *RangeIter) Next(t *Thread) (Value, error) {
	if it.Left <= 0 {
		return Value{}, nil
	}
	v := it.At
	it.At += it.Step
	it.Left--
	return Int(v), nil
}

// DictIter iterates over a dict, and complains when its size changes.
type DictIter struct {
	D    *Dict
	pos  int
	used int
	kind byte
	cls  *Class
	what string
}

// Class implements Object.
func (it *DictIter) Class() *Class { return it.cls }

// NewDictIter iterates over keys 'k', values 'v' or items 'i'.
func NewDictIter(d *Dict, kind byte) *DictIter {
	cls := DictIterClass
	switch kind {
	case 'v':
		cls = ValueIterClass
	case 'i':
		cls = ItemIterClass
	}
	return &DictIter{D: d, used: d.used, kind: kind, cls: cls, what: "dictionary"}
}

// Next implements Iterator.
func (it *DictIter) Next(t *Thread) (Value, error) {
	if it.D == nil {
		return Value{}, nil
	}
	if it.used != it.D.used {
		it.used = -1
		what := "dictionary changed size during iteration"
		if it.what == "set" {
			what = "Set changed size during iteration"
		}
		return Value{}, RuntimeError("%s", what)
	}
	k, v, next, ok := it.D.Next(it.pos)
	if !ok {
		it.D = nil
		return Value{}, nil
	}
	it.pos = next
	switch it.kind {
	case 'k':
		return k, nil
	case 'v':
		return v, nil
	}
	return TupleValue(k, v), nil
}

// Iter is iter(v).
func Iter(t *Thread, v Value) (Value, error) {
	cls := ClassOf(v)
	if cls.builtin {
		if r, ok := NativeIterOf(v); ok {
			return r, nil
		}
	}
	m, ok := cls.Lookup("__iter__")
	if ok && !m.IsNone() {
		r, _, err := t.CallSpecial(v, "__iter__")
		if err != nil {
			return Value{}, err
		}
		if !IsIterator(r) {
			return Value{}, TypeError("iter() returned non-iterator of type '%s'", ClassOf(r).Name)
		}
		return r, nil
	}
	if !ok {
		if _, seq := cls.Lookup("__getitem__"); seq {
			if _, isDict := v.Ref.(*Dict); !isDict {
				return Obj(&NativeIter{Cls: SeqIterClass, Step: sequenceSteps(v)}), nil
			}
		}
	}
	return Value{}, TypeError("'%s' object is not iterable", cls.Name)
}

// IsIterator reports whether next(v) can be called.
func IsIterator(v Value) bool {
	if _, ok := v.Ref.(Iterator); ok {
		return true
	}
	_, ok := ClassOf(v).Lookup("__next__")
	return ok
}

func sequenceSteps(v Value) func(*Thread) (Value, error) {
	i := int64(0)
	return func(t *Thread) (Value, error) {
		r, err := GetItem(t, v, Int(i))
		i++
		if err != nil && (IsInstance(err, IndexErrorClass) || IsInstance(err, StopIterationClass)) {
			return Value{}, nil
		}
		return r, err
	}
}

// NativeIterOf iterates over builtin storage.
func NativeIterOf(v Value) (Value, bool) {
	switch o := v.Ref.(type) {
	case *List:
		return Obj(&ListIter{L: o}), true
	case *Tuple:
		return Obj(&TupleIter{Items: o.Items}), true
	case *Range:
		return Obj(&RangeIter{o.Start, o.Step, o.Len()}), true
	case *Dict:
		return Obj(NewDictIter(o, 'k')), true
	case *DictView:
		return Obj(NewDictIter(o.D, o.Kind)), true
	case *MappingProxy:
		return Obj(NewDictIter(o.D, 'k')), true
	case *Set:
		it := NewDictIter(&o.D, 'k')
		it.cls, it.what = SetIterClass, "set"
		return Obj(it), true
	case *Str:
		rest := o.S
		return Obj(&NativeIter{Cls: StrIterClass, Step: func(*Thread) (Value, error) {
			if rest == "" {
				return Value{}, nil
			}
			_, n := DecodeRune(rest)
			c := rest[:n]
			rest = rest[n:]
			return String(c), nil
		}}), true
	case *Bytes:
		i := 0
		return Obj(&NativeIter{Cls: BytesIterClass, Step: func(*Thread) (Value, error) {
			if i >= len(o.B) {
				return Value{}, nil
			}
			i++
			return Int(int64(o.B[i-1])), nil
		}}), true
	case Iterator:
		return v, true
	}
	return Value{}, false
}

// Next gives an iterator's next item, no value at its end.
func Next(t *Thread, it Value) (Value, error) {
	if n, ok := it.Ref.(Iterator); ok {
		return n.Next(t)
	}
	r, ok, err := t.CallSpecial(it, "__next__")
	if !ok {
		return Value{}, TypeError("'%s' object is not an iterator", ClassOf(it).Name)
	}
	if err != nil {
		if IsInstance(err, StopIterationClass) {
			return Value{}, nil
		}
		return Value{}, err
	}
	return r, nil
}

// Each calls f with each item.
func Each(t *Thread, v Value, f func(Value) error) error {
	it, err := Iter(t, v)
	if err != nil {
		return err
	}
	for n := 1; ; n++ {
		x, err := Next(t, it)
		if err != nil || !x.Valid() {
			return err
		}
		if n%1024 == 0 && t.Tick != nil {
			if err := t.Tick(); err != nil {
				return err
			}
		}
		if err := f(x); err != nil {
			return err
		}
	}
}

// Collect is list(v) as a slice of its own.
func Collect(t *Thread, v Value) ([]Value, error) {
	if ClassOf(v).builtin {
		switch o := v.Ref.(type) {
		case *List:
			return append([]Value(nil), o.Items...), nil
		case *Tuple:
			return append([]Value(nil), o.Items...), nil
		}
	}
	var out []Value
	err := Each(t, v, func(x Value) error { out = append(out, x); return nil })
	return out, err
}

// Contains is item in v.
func Contains(t *Thread, v, item Value) (bool, error) {
	if ClassOf(v).builtin {
		if r, ok, err := NativeContains(t, v, item); ok {
			return r, err
		}
	}
	if m, found := ClassOf(v).Lookup("__contains__"); found {
		if m.IsNone() {
			return false, TypeError("'%s' object is not a container", ClassOf(v).Name)
		}
		r, _, err := t.CallSpecial(v, "__contains__", item)
		if err != nil {
			return false, err
		}
		return Truth(t, r)
	}
	it, err := Iter(t, v)
	if err != nil {
		if IsInstance(err, TypeErrorClass) && !IsIterator(v) {
			if _, ok := ClassOf(v).Lookup("__iter__"); !ok {
				return false, TypeError("argument of type '%s' is not iterable", ClassOf(v).Name)
			}
		}
		return false, err
	}
	for {
		x, err := Next(t, it)
		if err != nil || !x.Valid() {
			return false, err
		}
		same, err := EqualKeys(t, x, item)
		if err != nil || same {
			return same, err
		}
	}
}

// NativeContains is in for builtin storage.
func NativeContains(t *Thread, v, item Value) (found, ok bool, err error) {
	among := func(items func() []Value) (bool, bool, error) {
		for i := 0; i < len(items()); i++ {
			same, err := EqualKeys(t, items()[i], item)
			if err != nil || same {
				return same, true, err
			}
		}
		return false, true, nil
	}
	switch o := v.Ref.(type) {
	case *Dict:
		x, err := o.Get(t, item)
		return x.Valid(), true, err
	case *Set:
		if s, isSet := item.Ref.(*Set); isSet && !s.Frozen {
			item = Obj(&Set{D: s.D, Frozen: true})
		}
		found, err = o.Has(t, item)
		return found, true, err
	case *MappingProxy:
		x, err := o.D.Get(t, item)
		return x.Valid(), true, err
	case *DictView:
		switch o.Kind {
		case 'k':
			x, err := o.D.Get(t, item)
			return x.Valid(), true, err
		case 'i':
			p, isTuple := item.Ref.(*Tuple)
			if !isTuple || len(p.Items) != 2 {
				return false, true, nil
			}
			x, err := o.D.Get(t, p.Items[0])
			if err != nil || !x.Valid() {
				return false, true, err
			}
			found, err = EqualKeys(t, x, p.Items[1])
			return found, true, err
		}
		return among(func() []Value { return o.D.Values() })
	case *List:
		return among(func() []Value { return o.Items })
	case *Tuple:
		return among(func() []Value { return o.Items })
	case *Str:
		s, isStr := StrOf(item)
		if !isStr {
			return false, true, TypeError("'in <string>' requires string as left operand, not %s", ClassOf(item).Name)
		}
		return containsText(o.S, s), true, nil
	case *Bytes:
		if n, isInt := IntOf(item); isInt {
			if n < 0 || n > 255 {
				return false, true, ValueError("byte must be in range(0, 256)")
			}
			return containsText(string(o.B), string([]byte{byte(n)})), true, nil
		}
		b, isBytes := item.Ref.(*Bytes)
		if !isBytes {
			return false, true, TypeError("a bytes-like object is required, not '%s'", ClassOf(item).Name)
		}
		return containsText(string(o.B), string(b.B)), true, nil
	case *Range:
		if n, isInt := IntOf(item); isInt {
			lo, hi := o.Start, o.Stop
			if o.Step < 0 {
				lo, hi = o.Stop+1, o.Start+1
			}
			return n >= lo && n < hi && (n-o.Start)%o.Step == 0, true, nil
		}
	}
	return false, false, nil
}

// Len is len(v).
func Len(t *Thread, v Value) (int, error) {
	if ClassOf(v).builtin {
		if n, ok := NativeLen(v); ok {
			return n, nil
		}
	}
	r, ok, err := t.CallSpecial(v, "__len__")
	if !ok {
		return 0, TypeError("object of type '%s' has no len()", ClassOf(v).Name)
	}
	if err != nil {
		return 0, err
	}
	iv, isInt := Integer(r)
	if !isInt {
		return 0, TypeError("'%s' object cannot be interpreted as an integer", ClassOf(r).Name)
	}
	n, fits := iv.SmallInt()
	if !fits {
		return 0, Raise(OverflowErrorClass, "cannot fit 'int' into an index-sized integer")
	}
	if n < 0 {
		return 0, ValueError("__len__() should return >= 0")
	}
	return int(n), nil
}

// NativeLen is the length of builtin storage.
func NativeLen(v Value) (int, bool) {
	switch o := v.Ref.(type) {
	case *Str:
		return o.Len(), true
	case *List:
		return len(o.Items), true
	case *Tuple:
		return len(o.Items), true
	case *Dict:
		return o.used, true
	case *Set:
		return o.D.used, true
	case *Bytes:
		return len(o.B), true
	case *Range:
		return o.Len(), true
	case *DictView:
		return o.D.used, true
	case *MappingProxy:
		return o.D.used, true
	}
	return 0, false
}

// GetItem is v[key].
func GetItem(t *Thread, v, key Value) (Value, error) {
	cls := ClassOf(v)
	if cls.builtin {
		if r, ok, err := NativeGetItem(t, v, key); ok {
			return r, err
		}
	}
	if r, ok, err := t.CallSpecial(v, "__getitem__", key); ok {
		return r, err
	}
	if c, ok := v.Ref.(*Class); ok {
		if m, found := c.Lookup("__class_getitem__"); found {
			b, err := bind(t, m, Value{}, c)
			if err != nil {
				return Value{}, err
			}
			return t.Call(b, key)
		}
		switch c {
		case ListClass, DictClass, TupleClass, SetClass, FrozensetClass, TypeClass:
			return MakeAlias(v, key), nil
		}
		return Value{}, TypeError("type '%s' is not subscriptable", c.Name)
	}
	return Value{}, TypeError("'%s' object is not subscriptable", cls.Name)
}

// MakeAlias makes origin[key].
func MakeAlias(origin, key Value) Value {
	args := []Value{key}
	if tup, ok := key.Ref.(*Tuple); ok {
		args = tup.Items
	}
	return Obj(&GenericAlias{Origin: origin, Args: args})
}

// NativeGetItem is subscription of builtin storage.
func NativeGetItem(t *Thread, v, key Value) (Value, bool, error) {
	switch o := v.Ref.(type) {
	case *List:
		if s, ok := key.Ref.(*Slice); ok {
			items, err := sliceValues(t, o.Items, s)
			return Obj(NewList(items)), true, err
		}
		i, err := checkIndex(t, key, len(o.Items), "list")
		if err != nil {
			return Value{}, true, err
		}
		return o.Items[i], true, nil
	case *Tuple:
		if s, ok := key.Ref.(*Slice); ok {
			items, err := sliceValues(t, o.Items, s)
			return TupleValue(items...), true, err
		}
		i, err := checkIndex(t, key, len(o.Items), "tuple")
		if err != nil {
			return Value{}, true, err
		}
		return o.Items[i], true, nil
	case *Dict:
		r, err := o.Get(t, key)
		if err == nil && !r.Valid() {
			if o.cls != nil {
				if m, ok, err := t.CallSpecial(v, "__missing__", key); ok {
					return m, true, err
				}
			}
			err = KeyError(key)
		}
		return r, true, err
	case *MappingProxy:
		r, err := o.D.Get(t, key)
		if err == nil && !r.Valid() {
			err = KeyError(key)
		}
		return r, true, err
	case *Str:
		if s, ok := key.Ref.(*Slice); ok {
			start, _, step, n, err := s.Indices(t, o.Len())
			if err != nil {
				return Value{}, true, err
			}
			if step == 1 {
				return String(o.Slice(start, start+n)), true, nil
			}
			rs := Runes(o.S)
			out := make([]rune, n)
			for i := range out {
				out[i] = rs[start+i*step]
			}
			return String(FromRunes(out)), true, nil
		}
		i, err := checkIndex(t, key, o.Len(), "string")
		if err != nil {
			if e := err.(*Exception); e.cls == TypeErrorClass {
				err = TypeError("string indices must be integers, not '%s'", ClassOf(key).Name)
			}
			return Value{}, true, err
		}
		return o.At(i), true, nil
	case *Bytes:
		if s, ok := key.Ref.(*Slice); ok {
			start, _, step, n, err := s.Indices(t, len(o.B))
			if err != nil {
				return Value{}, true, err
			}
			out := make([]byte, n)
			for i := range out {
				out[i] = o.B[start+i*step]
			}
			return Obj(&Bytes{B: out, Mutable: o.Mutable}), true, nil
		}
		what := "byte"
		if o.Mutable {
			what = "bytearray"
		}
		i, err := checkIndex(t, key, len(o.B), what)
		if err != nil {
			if !o.Mutable && IsInstance(err, IndexErrorClass) {
				err = IndexError("index out of range")
			}
			return Value{}, true, err
		}
		return Int(int64(o.B[i])), true, nil
	case *Range:
		if s, ok := key.Ref.(*Slice); ok {
			start, stop, step, _, err := s.Indices(t, o.Len())
			at := func(i int) int64 { return o.Start + int64(i)*o.Step }
			return Obj(&Range{at(start), at(stop), o.Step * int64(step)}), true, err
		}
		i, err := checkIndex(t, key, o.Len(), "range object")
		if err != nil {
			if IsInstance(err, TypeErrorClass) {
				err = TypeError("range indices must be integers or slices, not %s", ClassOf(key).Name)
			}
			return Value{}, true, err
		}
		return Int(o.Start + int64(i)*o.Step), true, nil
	}
	return Value{}, false, nil
}

// SetItem is v[key] = x.
func SetItem(t *Thread, v, key, x Value) error {
	if ClassOf(v).builtin {
		if ok, err := NativeSetItem(t, v, key, x); ok {
			return err
		}
	}
	if _, ok, err := t.CallSpecial(v, "__setitem__", key, x); ok {
		return err
	}
	return TypeError("'%s' object does not support item assignment", ClassOf(v).Name)
}

// NativeSetItem is item assignment to builtin storage.
func NativeSetItem(t *Thread, v, key, x Value) (bool, error) {
	switch o := v.Ref.(type) {
	case *List:
		if s, ok := key.Ref.(*Slice); ok {
			vals, err := Collect(t, x)
			if err != nil {
				if IsInstance(err, TypeErrorClass) {
					err = TypeError("can only assign an iterable")
				}
				return true, err
			}
			return true, o.setSlice(t, s, vals)
		}
		i, err := checkIndex(t, key, len(o.Items), "list assignment")
		if err != nil {
			if IsInstance(err, TypeErrorClass) {
				_, err = checkIndex(t, key, len(o.Items), "list")
			}
			return true, err
		}
		o.Items[i] = x
		return true, nil
	case *Dict:
		return true, o.Set(t, key, x)
	case *Bytes:
		if !o.Mutable {
			return false, nil
		}
		if s, ok := key.Ref.(*Slice); ok {
			l := &List{}
			for _, c := range o.B {
				l.Items = append(l.Items, Int(int64(c)))
			}
			vals, err := Collect(t, x)
			if err == nil {
				err = l.setSlice(t, s, vals)
			}
			if err != nil {
				return true, err
			}
			o.B = o.B[:0]
			for _, c := range l.Items {
				o.B = append(o.B, byte(c.Bits))
			}
			return true, nil
		}
		i, err := checkIndex(t, key, len(o.B), "bytearray")
		if err != nil {
			return true, err
		}
		n, err := Index(t, x)
		if err == nil && (n < 0 || n > 255) {
			err = ValueError("byte must be in range(0, 256)")
		}
		if err == nil {
			o.B[i] = byte(n)
		}
		return true, err
	}
	return false, nil
}

// DelItem is del v[key].
func DelItem(t *Thread, v, key Value) error {
	if ClassOf(v).builtin {
		if ok, err := NativeDelItem(t, v, key); ok {
			return err
		}
	}
	if _, ok, err := t.CallSpecial(v, "__delitem__", key); ok {
		return err
	}
	if _, ok := ClassOf(v).Lookup("__getitem__"); !ok {
		return TypeError("'%s' object does not support item deletion", ClassOf(v).Name)
	}
	return TypeError("'%s' object doesn't support item deletion", ClassOf(v).Name)
}

// NativeDelItem is item deletion from builtin storage.
func NativeDelItem(t *Thread, v, key Value) (bool, error) {
	switch o := v.Ref.(type) {
	case *List:
		if s, ok := key.Ref.(*Slice); ok {
			return true, o.delSlice(t, s)
		}
		i, err := checkIndex(t, key, len(o.Items), "list assignment")
		if err != nil {
			return true, err
		}
		o.Items = append(o.Items[:i], o.Items[i+1:]...)
		return true, nil
	case *Dict:
		r, err := o.Pop(t, key)
		if err == nil && !r.Valid() {
			err = KeyError(key)
		}
		return true, err
	}
	return false, nil
}
