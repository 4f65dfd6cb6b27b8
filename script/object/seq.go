package object

import (
	"slices"
	"unicode/utf8"
)

// List is a list.
type List struct {
	Mark
	Head
	Items []Value
}

// Class implements Object.
func (l *List) Class() *Class {
	if l.cls != nil {
		return l.cls
	}
	return ListClass
}

// Append adds an item.
func (l *List) Append(v Value) {
	if cap(l.Items) == 0 {
		l.Items = make([]Value, 0, 4)
	}
	l.Items = append(l.Items, v)
}

// ListFor makes an empty list with room for as many items as v has, as far as
// that is quickly told.
func ListFor(v Value) *List {
	n := 0
	switch o := v.Ref.(type) {
	case *List:
		n = len(o.Items)
	case *Tuple:
		n = len(o.Items)
	case *Range:
		n = o.Len()
	case *Str:
		n = len(o.S)
	case *Dict:
		n = o.Len()
	case *DictView:
		n = o.D.Len()
	case *Set:
		n = o.D.Len()
	}
	return RoomFor(min(n, 1<<12))
}

// RoomFor makes an empty list with room for n items; a short one is one object
// with its items.
func RoomFor(n int) *List {
	switch {
	case n == 0:
		return &List{}
	case n <= 2:
		p := &struct {
			list  List
			items [2]Value
		}{}
		p.list.Items = p.items[:0]
		return &p.list
	case n <= 4:
		p := &struct {
			list  List
			items [4]Value
		}{}
		p.list.Items = p.items[:0]
		return &p.list
	case n <= 8:
		p := &struct {
			list  List
			items [8]Value
		}{}
		p.list.Items = p.items[:0]
		return &p.list
	}
	return &List{Items: make([]Value, 0, n)}
}

// CopyList makes a list of a copy of items.
func CopyList(items []Value) *List {
	l := RoomFor(len(items))
	l.Items = append(l.Items, items...)
	l.made = uint8(min(len(items), placed-1))
	l.MadeFor(len(items))
	return l
}

// NewList makes a list, taking items over.
func NewList(items []Value) *List {
	l := &List{Items: items}
	l.made = uint8(min(len(items), placed-1))
	l.MadeFor(len(items))
	return l
}

// Tuple is a tuple.
type Tuple struct {
	Mark
	Head
	Items []Value
}

// Class implements Object.
func (l *Tuple) Class() *Class {
	if l.cls != nil {
		return l.cls
	}
	return TupleClass
}

// TupleValue makes a tuple, taking items over.
func TupleValue(items ...Value) Value {
	if len(items) == 0 {
		return Value{Ref: emptyTuple}
	}
	return Value{Ref: &Tuple{Items: items}}
}

// CopyTuple makes a tuple of a copy of items.
func CopyTuple(items []Value) Value {
	switch len(items) {
	case 0:
		return Value{Ref: emptyTuple}
	case 2:
		return Pair(items[0], items[1])
	case 3:
		p := &struct {
			tuple Tuple
			items [3]Value
		}{items: [3]Value(items)}
		p.tuple.Items = p.items[:]
		return Value{Ref: &p.tuple}
	}
	return Value{Ref: &Tuple{Items: slices.Clone(items)}}
}

var emptyTuple = &Tuple{}

// Pair makes a tuple of two.
func Pair(a, b Value) Value {
	p := &struct {
		tuple Tuple
		items [2]Value
	}{items: [2]Value{a, b}}
	p.tuple.Items = p.items[:]
	return Value{Ref: &p.tuple}
}

// Strings makes a list of values of strings.
func Strings(ss []string) []Value {
	list := NewStrList(len(ss), false)
	for _, s := range ss {
		list.Add(s)
	}
	return list.list.Items
}

// StrList makes a list of many strs with few allocations.
type StrList struct {
	list  *List
	room  []Str
	ascii bool
}

// NewStrList makes a list for n strs, which are all ASCII if it is said so.
func NewStrList(n int, ascii bool) StrList { return StrList{list: RoomFor(n), ascii: ascii} }

// Add adds a str.
func (l *StrList) Add(s string) {
	items := l.list.Items
	if len(s) < 2 && (len(s) == 0 || s[0] < utf8.RuneSelf) {
		l.list.Items = append(items, String(s))
		return
	}
	if len(l.room) == 0 {
		l.room = make([]Str, max(min(cap(items)-len(items), 32), 1))
	}
	o := &l.room[0]
	l.room = l.room[1:]
	o.S = s
	if l.ascii {
		o.runes = int32(len(s)) + 1
	}
	l.list.Items = append(items, Value{Ref: o})
}

// List gives what was made.
func (l *StrList) List() Value { return Value{Ref: l.list} }

// Index turns v into a machine integer through __index__; numbers beyond are
// clipped, as slices do.
func Index(t *Thread, v Value) (int, error) {
	if n, ok := v.SmallInt(); ok {
		return int(n), nil
	}
	iv, err := ToIndex(t, v)
	if err != nil {
		return 0, err
	}
	if n, ok := iv.SmallInt(); ok {
		return int(n), nil
	}
	if b, _ := BigOf(iv); b.Sign() < 0 {
		return -1 << 62, nil
	}
	return 1 << 62, nil
}

// ToIndex gives operator.index(v).
func ToIndex(t *Thread, v Value) (Value, error) {
	if iv, ok := Integer(v); ok {
		return iv, nil
	}
	if r, ok, err := t.CallSpecial(v, "__index__"); ok {
		if err != nil {
			return Value{}, err
		}
		if iv, ok := Integer(r); ok {
			return iv, nil
		}
		return Value{}, TypeError("__index__ returned non-int (type %s)", ClassOf(r).Name)
	}
	return Value{}, TypeError("'%s' object cannot be interpreted as an integer", ClassOf(v).Name)
}

func sliceValues(t *Thread, items []Value, s *Slice) ([]Value, error) {
	start, _, step, n, err := s.Indices(t, len(items))
	if err != nil {
		return nil, err
	}
	out := make([]Value, n)
	if step == 1 {
		copy(out, items[start:])
		return out, nil
	}
	for i := range out {
		out[i] = items[start+i*step]
	}
	return out, nil
}

func checkIndex(t *Thread, idx Value, n int, what string) (int, error) {
	i, ok := idx.SmallInt()
	if !ok {
		if _, isInt := Integer(idx); !isInt {
			if _, found := ClassOf(idx).Lookup("__index__"); !found {
				return 0, TypeError("%s indices must be integers or slices, not %s", what, ClassOf(idx).Name)
			}
		}
		k, err := Index(t, idx)
		if err != nil {
			return 0, err
		}
		i = int64(k)
	}
	if i < 0 {
		i += int64(n)
	}
	if i < 0 || i >= int64(n) {
		return 0, IndexError("%s index out of range", what)
	}
	return int(i), nil
}

// setSlice is list[s] = values.
func (l *List) setSlice(t *Thread, s *Slice, vals []Value) error {
	start, stop, step, n, err := s.Indices(t, len(l.Items))
	if err != nil {
		return err
	}
	if step == 1 {
		l.Items = slices.Replace(l.Items, start, max(start, stop), vals...)
		return nil
	}
	if len(vals) != n {
		return ValueError("attempt to assign sequence of size %d to extended slice of size %d", len(vals), n)
	}
	for i, v := range vals {
		l.Items[start+i*step] = v
	}
	return nil
}

func (l *List) delSlice(t *Thread, s *Slice) error {
	start, _, step, n, err := s.Indices(t, len(l.Items))
	if err != nil || n == 0 {
		return err
	}
	if step < 0 {
		start, step = start+(n-1)*step, -step
	}
	if step == 1 {
		l.Items = slices.Delete(l.Items, start, start+n)
		return nil
	}
	keep, next := l.Items[:start], start
	for i := start; i < len(l.Items); i++ {
		if i == next && n > 0 {
			next += step
			n--
		} else {
			keep = append(keep, l.Items[i])
		}
	}
	clear(l.Items[len(keep):])
	l.Items = keep
	return nil
}
