package object

// quickAdd puts an int or a str into a dict that has an index and room for it,
// unless it is there already: n is the number of its entry. ok is false where
// that is not so simple; nothing has happened then.
func (d *Dict) quickAdd(key Value) (n int, fresh, ok bool) {
	limit := min(len(d.index)*2/3, cap(d.entries))
	if len(d.entries) >= limit || int(d.taken) >= limit {
		return 0, false, false
	}
	index, mask := d.index, uint64(len(d.index)-1)
	var h, i uint64
	free := -1 // the first place of a dropped entry on the way
	switch k := key.Ref.(type) {
	case intTag:
		h = smallHash(key.Bits)
		for i = h & mask; index[i] != 0; i = (i + 1) & mask {
			if n := index[i] - 1; n >= 0 {
				if e := &d.entries[n]; e.hash == h {
					if !e.key.IsSmallInt() {
						return 0, false, false
					}
					if e.key.Bits == key.Bits {
						return int(n), false, true
					}
				}
			} else if n == -2 && free < 0 {
				free = int(i)
			}
		}
	case *Str:
		if d.odd != 0 || !k.Exact() {
			return 0, false, false
		}
		h = k.Hash()
		for i = h & mask; index[i] != 0; i = (i + 1) & mask {
			if n := index[i] - 1; n >= 0 {
				if e := &d.entries[n]; e.hash == h {
					if o, ok := e.key.Ref.(*Str); ok && o.S == k.S {
						return int(n), false, true
					}
				}
			} else if n == -2 && free < 0 {
				free = int(i)
			}
		}
	default:
		return 0, false, false
	}
	n = len(d.entries)
	d.entries = d.entries[:n+1]
	d.entries[n] = entry{key, h}
	if free >= 0 {
		i = uint64(free)
	} else {
		d.taken++
	}
	index[i] = int32(n + 1)
	d.used++
	d.keysVersion++
	return n, true, true
}

// pick gives the numbers of those entries of from that other has, or of those
// that it has not. No key is of a program's own making, so that none changes.
func pick(t *Thread, from, other *Dict, has bool, picked []int32) ([]int32, error) {
	for i := range from.entries {
		e := &from.entries[i]
		if !e.key.Valid() {
			continue
		}
		n, err := other.find(t, e.key, e.hash)
		if err != nil {
			return nil, err
		}
		if (n >= 0) == has {
			picked = append(picked, int32(i))
		}
	}
	return picked, nil
}

// take adds entries of another, whose keys are not there yet. There is room.
func (d *Dict) take(from *Dict, picked []int32) {
	n := len(d.entries)
	for _, i := range picked {
		d.entries = append(d.entries, from.entries[i])
	}
	d.used += int32(len(picked))
	if len(d.index) > 0 {
		d.placeFrom(n)
	}
	d.keysVersion += uint64(len(picked))
}

// combinePlain is Combine of dicts whose keys are all plain.
func combinePlain(t *Thread, op Op, x, y *Dict) (*Dict, error) {
	if op == OpAnd && y.used <= x.used {
		x, y = y, x
	}
	var few [2][128]int32
	picked, second := few[0][:0], few[1][:0]
	var err error
	if op != OpOr {
		if picked, err = pick(t, x, y, op == OpAnd, picked); err != nil {
			return nil, err
		}
	}
	if op == OpOr || op == OpXor {
		if second, err = pick(t, y, x, false, second); err != nil {
			return nil, err
		}
	}
	out := NewDict()
	if op == OpOr {
		out.reserve(int(x.used) + len(second))
		out.addKeys(x)
	} else {
		out.reserve(len(picked) + len(second))
		out.take(x, picked)
	}
	out.take(y, second)
	return out, nil
}
