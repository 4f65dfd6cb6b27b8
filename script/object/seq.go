package object

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

// NewList makes a list, taking items over.
func NewList(items []Value) *List { return &List{Items: items} }

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
	return list.Items
}

// StrList makes many strs with few allocations.
type StrList struct {
	Items []Value
	room  []Str
	ascii bool
}

// NewStrList makes a list for n strs, which are all ASCII if it is said so.
func NewStrList(n int, ascii bool) StrList { return StrList{Items: make([]Value, 0, n), ascii: ascii} }

// Add adds a str.
func (l *StrList) Add(s string) {
	if len(s) < 2 {
		l.Items = append(l.Items, String(s))
		return
	}
	if len(l.room) == 0 {
		l.room = make([]Str, max(min(cap(l.Items)-len(l.Items), 32), 1))
	}
	o := &l.room[0]
	l.room = l.room[1:]
	o.S = s
	if l.ascii {
		o.runes = int32(len(s)) + 1
	}
	l.Items = append(l.Items, Value{Ref: o})
}

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
		stop = max(start, stop)
		tail := append([]Value(nil), l.Items[stop:]...)
		l.Items = append(append(l.Items[:start:start], vals...), tail...)
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
	drop := make(map[int]bool, n)
	for i := range n {
		drop[start+i*step] = true
	}
	keep := l.Items[:0]
	for i, v := range l.Items {
		if !drop[i] {
			keep = append(keep, v)
		}
	}
	clear(l.Items[len(keep):])
	l.Items = keep
	return nil
}
