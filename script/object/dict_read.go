package object

import "slices"

// Next gives the first pair from position pos on and the position after it;
// ok is false at the end.
func (d *Dict) Next(pos int) (key, val Value, next int, ok bool) {
	for ; pos < len(d.entries); pos++ {
		if e := &d.entries[pos]; e.key.Valid() {
			return e.key, d.val(pos), pos + 1, true
		}
	}
	return Value{}, Value{}, pos, false
}

// Last gives the pair made last.
func (d *Dict) Last() (key, val Value, ok bool) {
	for i := len(d.entries) - 1; i >= 0; i-- {
		if e := &d.entries[i]; e.key.Valid() {
			return e.key, d.val(i), true
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

// OnlyStrs reports whether all keys are exact strs.
func (d *Dict) OnlyStrs() bool {
	for i := range d.entries {
		if s, ok := d.entries[i].key.Ref.(*Str); !ok && d.entries[i].key.Valid() || ok && !s.Exact() {
			return false
		}
	}
	return true
}

// Values gives the values in order.
func (d *Dict) Values() []Value {
	out := make([]Value, 0, d.used)
	for i := range d.entries {
		if d.entries[i].key.Valid() {
			out = append(out, d.vals[i])
		}
	}
	return out
}

// PopLast removes the pair made last.
func (d *Dict) PopLast() (key, val Value, ok bool) {
	for i := len(d.entries) - 1; i >= 0; i-- {
		if key = d.entries[i].key; key.Valid() {
			val = d.val(i)
			d.drop(i)
			d.entries = d.entries[:i]
			d.vals = d.vals[:min(i, len(d.vals))]
			d.first = min(d.first, int32(i))
			return key, val, true
		}
	}
	return
}

// PopFirst removes the pair made first.
func (d *Dict) PopFirst() (key Value, ok bool) {
	for i := int(d.first); i < len(d.entries); i++ {
		if key = d.entries[i].key; key.Valid() {
			d.drop(i)
			d.first = int32(i + 1)
			return key, true
		}
	}
	return
}

// Copy gives an exact dict with the same pairs.
func (d *Dict) Copy() *Dict {
	c := &Dict{}
	c.copyOf(d)
	return c
}

// copyOf fills an empty dict with the pairs of o.
func (d *Dict) copyOf(o *Dict) {
	d.entries, d.vals = slices.Clone(o.entries), slices.Clone(o.vals)
	d.used, d.first, d.odd = o.used, o.first, o.odd
	d.keysVersion++
	if int(o.used) == len(o.entries) {
		d.index, d.taken = slices.Clone(o.index), o.taken
	} else {
		d.grow(0)
	}
}

// Update takes over all pairs of o.
func (d *Dict) Update(t *Thread, o *Dict) error {
	if d == o {
		return nil
	}
	if len(d.entries) == 0 {
		d.copyOf(o)
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
			d.vals[n] = v
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
	// Of is the class of one that is no dict's own, nil for those.
	Of *Class
}

// Class implements Object.
func (v *DictView) Class() *Class {
	if v.Of != nil {
		return v.Of
	}
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
