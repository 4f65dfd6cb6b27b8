package object

import "slices"

// Dict is a dict: open addressing over a slice of entries in the order they
// were made. A defaultdict and other subclasses are Dicts with a class.
type Dict struct {
	Mark
	Head
	index   []int32 // entry number + 1; 0 free, -1 dropped
	entries []entry
	used    int
	first   int // entries before it are deleted
	odd     int // keys, present or gone, that are no plain str or number
	// keysVersion changes whenever a key comes or goes, so that caches may
	// keep an entry's number.
	keysVersion uint64
}

type entry struct {
	key, val Value // key is no value when the entry was deleted
	hash     uint64
}

// Class implements Object.
func (d *Dict) Class() *Class {
	if d.cls != nil {
		return d.cls
	}
	return DictClass
}

// NewDict makes an empty dict.
func NewDict() *Dict { return &Dict{} }

// Len gives the number of keys.
func (d *Dict) Len() int { return d.used }

// PlainIter reports whether the dict is gone through as it is: it is exact, or
// of a subclass that does not override __iter__.
func (d *Dict) PlainIter() bool {
	if d.cls == nil {
		return true
	}
	own, _ := DictClass.Lookup("__iter__")
	m, _ := d.cls.Lookup("__iter__")
	return m.Ref == own.Ref
}

// Version changes whenever a key comes or goes.
func (d *Dict) Version() uint64 { return d.keysVersion }

// sameKey reports equality for keys where it needs no Python code; known tells
// whether that was possible.
func sameKey(a, b Value) (same, known bool) {
	if a.Ref == b.Ref && a.Bits == b.Bits {
		return true, true
	}
	switch x := a.Ref.(type) {
	case *Str:
		if y, ok := b.Ref.(*Str); ok {
			return x.S == y.S, x.cls == nil && y.cls == nil
		}
		return false, x.cls == nil && ClassOf(b).builtin
	case intTag, boolTag:
		switch b.Ref.(type) {
		case intTag, boolTag:
			return a.Bits == b.Bits, true
		case *Str:
			return false, ClassOf(b).builtin
		}
	}
	return false, false
}

// find gives the entry number of key, or -1.
func (d *Dict) find(t *Thread, key Value, hash uint64) (int, error) {
	if len(d.index) == 0 {
		return -1, nil
	}
	mask := uint64(len(d.index) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		n := d.index[i]
		if n == 0 {
			return -1, nil
		}
		if n < 0 {
			continue
		}
		e := &d.entries[n-1]
		if e.hash != hash || !e.key.Valid() {
			continue
		}
		same, known := sameKey(e.key, key)
		if !known {
			ver := d.keysVersion
			var err error
			if same, err = EqualKeys(t, e.key, key); err != nil {
				return -1, err
			}
			if ver != d.keysVersion {
				return d.find(t, key, hash)
			}
		}
		if same {
			return int(n - 1), nil
		}
	}
}

// FindStr gives the entry number of a str key, or -1.
func (d *Dict) FindStr(s string, hash uint64) int {
	if len(d.index) == 0 {
		return -1
	}
	mask := uint64(len(d.index) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		n := d.index[i]
		if n == 0 {
			return -1
		}
		if n < 0 {
			continue
		}
		e := &d.entries[n-1]
		if e.hash == hash {
			if k, ok := e.key.Ref.(*Str); ok && k.S == s {
				return int(n - 1)
			}
		}
	}
}

// EntryValue gives the value of an entry by number.
func (d *Dict) EntryValue(n int) Value { return d.entries[n].val }

// SetEntryValue replaces the value of an entry by number.
func (d *Dict) SetEntryValue(n int, v Value) { d.entries[n].val = v }

// GetStr gives the value of a str key; it is no value when absent.
func (d *Dict) GetStr(s string) Value {
	if n := d.FindStr(s, HashString(s)); n >= 0 {
		return d.entries[n].val
	}
	return Value{}
}

// SetStr stores under a str key.
func (d *Dict) SetStr(s string, v Value) {
	h := HashString(s)
	if n := d.FindStr(s, h); n >= 0 {
		d.entries[n].val = v
		return
	}
	d.insert(Value{Ref: &Str{S: s, hash: uint32(h)}}, v, h)
}

// SetInterned stores under a str key whose object is at hand.
func (d *Dict) SetInterned(s *Str, v Value) {
	if n := d.FindStr(s.S, s.Hash()); n >= 0 {
		d.entries[n].val = v
		return
	}
	d.insert(Value{Ref: s}, v, s.Hash())
}

// DelStr removes a str key and reports whether it was there.
func (d *Dict) DelStr(s string) bool {
	n := d.FindStr(s, HashString(s))
	if n >= 0 {
		d.drop(n)
	}
	return n >= 0
}

// lookup gives the hash of a key and its entry number, or -1.
func (d *Dict) lookup(t *Thread, key Value) (n int, h uint64, err error) {
	switch k := key.Ref.(type) {
	case *Str:
		if k.cls == nil {
			h = k.Hash()
			if n = d.FindStr(k.S, h); n >= 0 {
				return n, h, nil
			}
			if d.allStrs() {
				return -1, h, nil
			}
		}
	case intTag:
		h = mix(key.Bits)
		if n, ok := d.findInt(key.Bits, h); ok {
			return n, h, nil
		}
	}
	if h, err = Hash(t, key); err != nil {
		return -1, 0, err
	}
	n, err = d.find(t, key, h)
	return n, h, err
}

// allStrs reports that no key can be equal to a str by a method of its own.
func (d *Dict) allStrs() bool { return d.odd == 0 }

// findInt gives the entry number of an int; ok is false when a key in the way
// has to be asked whether it is equal.
func (d *Dict) findInt(bits, hash uint64) (n int, ok bool) {
	if len(d.index) == 0 {
		return -1, true
	}
	mask := uint64(len(d.index) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		n := d.index[i]
		if n == 0 {
			return -1, true
		}
		if n < 0 {
			continue
		}
		if e := &d.entries[n-1]; e.hash == hash {
			if !e.key.IsSmallInt() {
				return -1, false
			}
			if e.key.Bits == bits {
				return int(n - 1), true
			}
		}
	}
}

// Get gives the value of a key; it is no value when absent.
func (d *Dict) Get(t *Thread, key Value) (Value, error) {
	n, _, err := d.lookup(t, key)
	if n < 0 {
		return Value{}, err
	}
	return d.entries[n].val, nil
}

// Set stores a value under a key.
func (d *Dict) Set(t *Thread, key, v Value) error {
	n, h, err := d.lookup(t, key)
	if err != nil {
		return err
	}
	if n >= 0 {
		d.entries[n].val = v
		return nil
	}
	d.insert(key, v, h)
	return nil
}

// Pop removes a key and gives its value; it is no value when absent.
func (d *Dict) Pop(t *Thread, key Value) (Value, error) {
	n, _, err := d.lookup(t, key)
	if n < 0 {
		return Value{}, err
	}
	v := d.entries[n].val
	d.drop(n)
	return v, nil
}

func (d *Dict) insert(key, v Value, h uint64) {
	if (len(d.entries)+1)*3 > len(d.index)*2 {
		d.rebuild()
	}
	switch k := key.Ref.(type) {
	case *Str:
		if k.cls != nil {
			d.odd++
		}
	case *Tuple:
		if k.cls != nil {
			d.odd++
		}
	case intTag, floatTag, boolTag, *BigInt:
	default:
		d.odd++
	}
	d.entries = append(d.entries, entry{key, v, h})
	d.place(h, int32(len(d.entries)))
	d.used++
	d.keysVersion++
}

func (d *Dict) place(h uint64, n int32) {
	mask := uint64(len(d.index) - 1)
	i := h & mask
	for d.index[i] > 0 {
		i = (i + 1) & mask
	}
	d.index[i] = n
}

func (d *Dict) rebuild() {
	if d.used < len(d.entries) {
		keep := make([]entry, 0, d.used+d.used/2+4)
		for i := range d.entries {
			if d.entries[i].key.Valid() {
				keep = append(keep, d.entries[i])
			}
		}
		d.entries = keep
		d.first = 0
	}
	size := 8
	for size*2 < (d.used+1)*4 {
		size *= 2
	}
	d.index = make([]int32, size)
	for i := range d.entries {
		d.place(d.entries[i].hash, int32(i+1))
	}
	d.keysVersion++
}

// reserve makes room for n more keys at once.
func (d *Dict) reserve(n int) {
	if (len(d.entries)+n)*3 <= len(d.index)*2 {
		return
	}
	size := 8
	for size*2 < (d.used+n+1)*3 {
		size *= 2
	}
	if size <= len(d.index) {
		return
	}
	d.keysVersion++
	d.entries = slices.Grow(d.entries, n)
	d.index = make([]int32, size)
	for i := range d.entries {
		if d.entries[i].key.Valid() {
			d.place(d.entries[i].hash, int32(i+1))
		}
	}
}

func (d *Dict) drop(n int) {
	mask := uint64(len(d.index) - 1)
	for i := d.entries[n].hash & mask; ; i = (i + 1) & mask {
		if d.index[i] == int32(n+1) {
			d.index[i] = -1
			break
		}
	}
	d.entries[n] = entry{}
	if n == d.first {
		d.first++
	}
	d.used--
	d.keysVersion++
}

// Clear empties the dict.
func (d *Dict) Clear() {
	d.index, d.entries, d.used, d.first = nil, nil, 0, 0
	d.keysVersion++
}

// Next gives the first pair from position pos on and the position after it;
// ok is false at the end.
func (d *Dict) Next(pos int) (key, val Value, next int, ok bool) {
	for ; pos < len(d.entries); pos++ {
		if e := &d.entries[pos]; e.key.Valid() {
			return e.key, e.val, pos + 1, true
		}
	}
	return Value{}, Value{}, pos, false
}

// Last gives the pair made last.
func (d *Dict) Last() (key, val Value, ok bool) {
	for i := len(d.entries) - 1; i >= 0; i-- {
		if e := &d.entries[i]; e.key.Valid() {
			return e.key, e.val, true
		}
	}
	return
}

// Keys gives the keys in order.
func (d *Dict) Keys() []Value {
	out := make([]Value, 0, d.used)
	for i := range d.entries {
		if d.entries[i].key.Valid() {
			out = append(out, d.entries[i].key)
		}
	}
	return out
}

// Values gives the values in order.
func (d *Dict) Values() []Value {
	out := make([]Value, 0, d.used)
	for i := range d.entries {
		if d.entries[i].key.Valid() {
			out = append(out, d.entries[i].val)
		}
	}
	return out
}

// PopLast removes the pair made last.
func (d *Dict) PopLast() (key, val Value, ok bool) {
	for i := len(d.entries) - 1; i >= 0; i-- {
		if e := d.entries[i]; e.key.Valid() {
			d.drop(i)
			d.entries = d.entries[:i]
			d.first = min(d.first, i)
			return e.key, e.val, true
		}
	}
	return
}

// PopFirst removes the pair made first.
func (d *Dict) PopFirst() (key Value, ok bool) {
	for i := d.first; i < len(d.entries); i++ {
		if e := d.entries[i]; e.key.Valid() {
			d.drop(i)
			return e.key, true
		}
	}
	return
}

// SetDefault gives the value of a key, which is v when it had none.
func (d *Dict) SetDefault(t *Thread, key, v Value) (Value, error) {
	n, h, err := d.lookup(t, key)
	if err != nil {
		return Value{}, err
	}
	if n >= 0 {
		return d.entries[n].val, nil
	}
	d.insert(key, v, h)
	return v, nil
}

// Copy gives an exact dict with the same pairs.
func (d *Dict) Copy() *Dict {
	c := &Dict{entries: append([]entry(nil), d.entries...), used: d.used, odd: d.odd}
	c.rebuild()
	return c
}

// Update takes over all pairs of o.
func (d *Dict) Update(t *Thread, o *Dict) error {
	if d == o {
		return nil
	}
	used := o.used
	for pos := 0; ; {
		k, v, next, ok := o.Next(pos)
		if !ok {
			return nil
		}
		h := o.entries[next-1].hash
		n, err := d.find(t, k, h)
		if err != nil {
			return err
		}
		if n >= 0 {
			d.entries[n].val = v
		} else {
			d.insert(k, v, h)
		}
		if o.used != used {
			return RuntimeError("dict mutated during update")
		}
		pos = next
	}
}

// DictView is what keys, values and items give.
type DictView struct {
	D    *Dict
	Kind byte // 'k', 'v' or 'i'
}

// Class implements Object.
func (v *DictView) Class() *Class {
	switch v.Kind {
	case 'k':
		return DictKeysClass
	case 'v':
		return DictValuesClass
	}
	return DictItemsClass
}

// MappingProxy is a read-only view of a dict.
type MappingProxy struct{ D *Dict }

// Class implements Object.
func (*MappingProxy) Class() *Class { return MappingProxyClass }

// EachItem calls f for the items of d.
func EachItem(d *Dict, f func(k, v Value) error) error {
	for pos := 0; ; {
		k, v, next, ok := d.Next(pos)
		if !ok {
			return nil
		}
		if err := f(k, v); err != nil {
			return err
		}
		pos = next
	}
}
