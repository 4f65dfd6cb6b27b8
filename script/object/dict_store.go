package object

import "slices"

func (d *Dict) insert(key, v Value, h uint64) {
	d.insertKey(key, h)
	d.addVal(v)
}

// addVal adds the value of the entry made last.
func (d *Dict) addVal(v Value) {
	if len(d.vals) == cap(d.vals) {
		d.vals = slices.Grow(d.vals, cap(d.entries)-len(d.vals))
	}
	d.vals = append(d.vals, v)
}

// insertKey is insert for a set.
func (d *Dict) insertKey(key Value, h uint64) {
	if limit := d.limit(); len(d.entries) >= limit || int(d.taken) > limit {
		d.grow(1)
	}
	if !key.IsSmallInt() && !plainKey(key) {
		d.odd++
	}
	d.entries = append(d.entries, entry{key, h})
	if len(d.index) > 0 {
		d.place(h, int32(len(d.entries)))
	}
	d.used++
	d.keysVersion++
}

// plainKey reports that no method of a program's own compares the key.
func plainKey(key Value) bool {
	switch k := key.Ref.(type) {
	case *Str:
		return k.Exact()
	case *Tuple:
		return k.cls == nil
	case intTag, floatTag, boolTag, *BigInt:
		return true
	}
	return false
}

// limit is the number of entries there is room for.
func (d *Dict) limit() int {
	if len(d.index) == 0 {
		return min(cap(d.entries), small)
	}
	return len(d.index) * 2 / 3
}

func (d *Dict) place(h uint64, n int32) {
	mask := uint64(len(d.index) - 1)
	i := h & mask
	for d.index[i] > 0 {
		i = (i + 1) & mask
	}
	if d.index[i] == 0 {
		d.taken++
	}
	d.index[i] = n
}

// placeFrom puts the entries from number n on into the index, which has no dropped
// places.
func (d *Dict) placeFrom(n int) {
	index, mask := d.index, uint64(len(d.index)-1)
	for k := n; k < len(d.entries); k++ {
		i := d.entries[k].hash & mask
		for index[i&mask] != 0 {
			i++
		}
		index[i&mask] = int32(k + 1)
	}
	d.taken += int32(len(d.entries) - n)
}

// Reserve makes room for n more keys at once, where so many are sure to come.
func (d *Dict) Reserve(n int) { d.grow(n) }

// grow makes room for n more entries, leaving out what was deleted.
func (d *Dict) grow(n int) {
	want := int(d.used) + n
	if len(d.index) == 0 && want <= small {
		room := max(3, n)
		if want > room {
			room = small
		}
		d.move(room)
		return
	}
	size := 2 * small
	for size*2 < want*3 || n == 1 && size < want*2 {
		size *= 2
	}
	d.move(size * 2 / 3)
	if size == len(d.index) {
		clear(d.index)
	} else {
		d.index = make([]int32, size)
	}
	d.taken = 0
	d.placeFrom(0)
}

// move puts what is left into slices with that much room.
func (d *Dict) move(room int) {
	entries, vals := d.entries[:0], d.vals[:0]
	if room > cap(entries) {
		entries = make([]entry, 0, room)
		if len(d.vals) > 0 {
			vals = make([]Value, 0, room)
		}
	}
	if int(d.used) == len(d.entries) {
		entries, vals = append(entries, d.entries...), append(vals, d.vals...)
	} else {
		d.keysVersion++ // entries get other numbers
		for i := range d.entries {
			if d.entries[i].key.Valid() {
				entries = append(entries, d.entries[i])
				if len(d.vals) > 0 {
					vals = append(vals, d.vals[i])
				}
			}
		}
	}
	if room <= cap(d.entries) { // nothing is to stay in use by what is behind
		clear(d.entries[len(entries):])
		clear(d.vals[len(vals):])
	}
	d.entries, d.vals, d.first = entries, vals, 0
}

// reserve makes room for n more keys at once.
func (d *Dict) reserve(n int) {
	if len(d.entries)+n > d.limit() {
		d.grow(n)
	}
}

func (d *Dict) drop(n int) {
	if len(d.index) > 0 {
		mask := uint64(len(d.index) - 1)
		for i := d.entries[n].hash & mask; ; i = (i + 1) & mask {
			if d.index[i] == int32(n+1) {
				d.index[i] = -1
				break
			}
		}
	}
	d.entries[n] = entry{}
	if n < len(d.vals) {
		d.vals[n] = Value{}
	}
	if n == int(d.first) {
		d.first++
	}
	d.used--
	d.keysVersion++
}

// Clear empties the dict.
func (d *Dict) Clear() {
	d.index, d.entries, d.vals = nil, nil, nil
	d.used, d.first, d.odd, d.taken = 0, 0, 0, 0
	d.keysVersion++
}
