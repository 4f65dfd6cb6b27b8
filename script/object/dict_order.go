package object

// MoveToEnd makes a key the last one, or the first; found is false when there is
// no such key.
func (d *Dict) MoveToEnd(t *Thread, key Value, last bool) (found bool, err error) {
	n, h, err := d.lookup(t, key)
	if n < 0 {
		return false, err
	}
	kept, v := d.entries[n].key, d.val(n)
	if last {
		if n < len(d.entries)-1 {
			d.drop(n)
			d.insert(kept, v, h)
		}
		return true, nil
	}
	d.drop(n)
	if d.first == 0 {
		d.gap()
	}
	d.first--
	d.entries[d.first], d.vals[d.first] = entry{kept, h}, v
	if len(d.index) > 0 {
		d.place(h, d.first+1)
	}
	d.used++
	d.keysVersion++
	return true, nil
}

// gap makes as many free entries before the first as there are keys, and room for
// so many behind the last, so that a move to the front takes a short time mostly.
func (d *Dict) gap() {
	free := int(d.used) + small
	size := 2 * small
	for size*2 < (free+2*int(d.used))*3 {
		size *= 2
	}
	entries := make([]entry, free, size*2/3)
	vals := make([]Value, free, size*2/3)
	for i := range d.entries {
		if d.entries[i].key.Valid() {
			entries, vals = append(entries, d.entries[i]), append(vals, d.vals[i])
		}
	}
	d.entries, d.vals, d.first = entries, vals, int32(free)
	d.index, d.taken = make([]int32, size), 0
	d.placeFrom(free)
}

// First gives the pair that is first in order.
func (d *Dict) First() (key, val Value, ok bool) {
	key, val, _, ok = d.Next(int(d.first))
	return key, val, ok
}
