package object

// Dict is a dict: entries in the order they were made, and, when there are more
// than a few, an index over them by open addressing. A defaultdict and other
// subclasses are Dicts with a class.
type Dict struct {
	Mark
	Head
	index   []int32 // entry number + 1; 0 free, -1 dropped; empty for a small dict
	entries []entry
	vals    []Value // beside the entries; none at all in a set
	used    int32
	first   int32 // entries before it are deleted
	odd     int32 // keys, present or gone, that are no plain str or number
	taken   int32 // places of the index that are not free
	// keysVersion changes whenever a key comes or goes, so that caches may
	// keep an entry's number.
	keysVersion uint64
}

type entry struct {
	key  Value // no value when the entry was deleted
	hash uint64
}

// small is the number of entries that are looked through without an index.
const small = 8

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
func (d *Dict) Len() int { return int(d.used) }

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

// sameKey reports identity or equality where it needs no Python code; known
// tells whether that was possible.
func sameKey(a, b Value) (same, known bool) { return quickSame(&a, &b, 16) }

// quickSame is sameKey for tuples as deep as that.
func quickSame(a, b *Value, depth int) (same, known bool) {
	switch x := a.Ref.(type) {
	case intTag:
		switch y := b.Ref.(type) {
		case intTag, boolTag:
			return a.Bits == b.Bits, true
		case *Str:
			return false, y.Exact()
		}
	case *Str:
		if y, ok := b.Ref.(*Str); ok {
			return x == y || x.S == y.S, x == y || x.Exact() && y.Exact()
		}
		return false, x.Exact() && ClassOf(*b).builtin
	case floatTag:
		if b.IsFloat() {
			return a.Bits == b.Bits || a.F() == b.F(), true
		}
	case boolTag:
		switch y := b.Ref.(type) {
		case intTag, boolTag:
			return a.Bits == b.Bits, true
		case *Str:
			return false, y.Exact()
		}
	case *Tuple:
		y, ok := b.Ref.(*Tuple)
		if x == y && ok {
			return true, true
		}
		if !ok || x.cls != nil || y.cls != nil || depth == 0 {
			return false, false
		}
		if len(x.Items) != len(y.Items) {
			return false, true
		}
		for i := range x.Items {
			if same, known = quickSame(&x.Items[i], &y.Items[i], depth-1); !same || !known {
				return same, known
			}
		}
		return true, true
	default:
		if a.Ref == b.Ref {
			return true, true
		}
	}
	return false, false
}

// find gives the entry number of key, or -1.
func (d *Dict) find(t *Thread, key Value, hash uint64) (int, error) {
	switch k := key.Ref.(type) {
	case *Str:
		if d.allStrs() && k.Exact() {
			return d.FindStr(k.S, hash), nil
		}
	case intTag:
		if n, ok := d.findInt(key.Bits, hash); ok {
			return n, nil
		}
	}
	if len(d.index) == 0 {
		for i := 0; i < len(d.entries); i++ {
			same, moved, err := d.isKey(t, &d.entries[i], key, hash)
			if err != nil {
				return -1, err
			}
			if moved {
				return d.find(t, key, hash)
			}
			if same {
				return i, nil
			}
		}
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
		same, moved, err := d.isKey(t, &d.entries[n-1], key, hash)
		if err != nil {
			return -1, err
		}
		if moved {
			return d.find(t, key, hash)
		}
		if same {
			return int(n - 1), nil
		}
	}
}

// isKey reports whether an entry is that of key; moved tells that the
// comparison changed the dict.
func (d *Dict) isKey(t *Thread, e *entry, key Value, hash uint64) (same, moved bool, err error) {
	if e.hash != hash || !e.key.Valid() {
		return false, false, nil
	}
	same, known := sameKey(e.key, key)
	if !known {
		ver := d.keysVersion
		same, err = EqualKeys(t, e.key, key)
		moved = ver != d.keysVersion
	}
	return same, moved, err
}

// FindStr gives the entry number of a str key, or -1.
func (d *Dict) FindStr(s string, hash uint64) int {
	if len(d.index) == 0 {
		for i := range d.entries {
			if e := &d.entries[i]; e.hash == hash {
				if k, ok := e.key.Ref.(*Str); ok && k.S == s {
					return i
				}
			}
		}
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
func (d *Dict) EntryValue(n int) Value { return d.vals[n] }

// SetEntryValue replaces the value of an entry by number.
func (d *Dict) SetEntryValue(n int, v Value) { d.vals[n] = v }

// GetStr gives the value of a str key; it is no value when absent.
func (d *Dict) GetStr(s string) Value {
	if n := d.FindStr(s, HashString(s)); n >= 0 {
		return d.vals[n]
	}
	return Value{}
}

// SetStr stores under a str key.
func (d *Dict) SetStr(s string, v Value) {
	h := HashString(s)
	if n := d.FindStr(s, h); n >= 0 {
		d.vals[n] = v
		return
	}
	d.insert(Value{Ref: &Str{S: s, hash: uint32(h)}}, v, h)
}

// SetInterned stores under a str key whose object is at hand.
func (d *Dict) SetInterned(s *Str, v Value) {
	if n := d.FindStr(s.S, s.Hash()); n >= 0 {
		d.vals[n] = v
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
		if d.allStrs() && k.Exact() {
			h = k.Hash()
			return d.FindStr(k.S, h), h, nil
		}
	case intTag:
		h = smallHash(key.Bits)
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
		for i := range d.entries {
			if e := &d.entries[i]; e.hash == hash && e.key.Valid() {
				if !e.key.IsSmallInt() {
					return -1, false
				}
				if e.key.Bits == bits {
					return i, true
				}
			}
		}
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
	return d.vals[n], nil
}

// Set stores a value under a key.
func (d *Dict) Set(t *Thread, key, v Value) error {
	if n, fresh, ok := d.quickAdd(key); ok {
		if fresh {
			d.addVal(v)
		} else {
			d.vals[n] = v
		}
		return nil
	}
	n, h, err := d.lookup(t, key)
	if err != nil {
		return err
	}
	if n >= 0 {
		d.vals[n] = v
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
	v := d.val(n)
	d.drop(n)
	return v, nil
}

// val is the value of an entry, None in a set.
func (d *Dict) val(n int) Value {
	if n < len(d.vals) {
		return d.vals[n]
	}
	return None
}

// SetDefault gives the value of a key, which is v when it had none.
func (d *Dict) SetDefault(t *Thread, key, v Value) (Value, error) {
	n, h, err := d.lookup(t, key)
	if err != nil {
		return Value{}, err
	}
	if n >= 0 {
		return d.vals[n], nil
	}
	d.insert(key, v, h)
	return v, nil
}
