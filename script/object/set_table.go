package object

import "asyncio/script/number"

// setTable is the table in which CPython would hold a set of numbers. Their
// hashes are the same in each run, so programs see them in the order of its
// places. It is made when the order is first asked for, from the order in which
// the items came, and follows the set from then on.
type setTable struct {
	places []tablePlace
	fill   int // places that are not free
	used   int
	seen   int    // so many of the set's entries are in it
	at     uint64 // the version of the set's keys that it is of
	finger int    // where pop looks first
	begin  tableBegin
	other  bool // the set has items whose order is free
	sorted bool // the set's entries stand in its order
}

// tablePlace is free, or that of an entry; n is the entry's number + 1, -1 when it was dropped.
type tablePlace struct {
	hash int64
	n    int32
}

// tableBegin says how the first items of a set came into its table: together,
// with room for sized of them.
type tableBegin struct {
	sized, first int
	places       []tablePlace // they keep the places that they had in another table
	more         int          // there was to be room for that many others after them
	literal      bool         // they were constants, put into a table of their own before
}

const (
	leastPlaces = 8
	nearPlaces  = 9   // places that are tried in a row
	mostOrdered = 500 // a larger set keeps the order in which its items came
)

// find gives the place for a new item: the first dropped one on the way to a
// free one, if there is any.
func (b *setTable) find(hash int64) *tablePlace {
	mask := uint64(len(b.places) - 1)
	i, perturb := uint64(hash)&mask, uint64(hash)
	var dropped *tablePlace
	for {
		last := i
		if i+nearPlaces <= mask {
			last += nearPlaces
		}
		for k := i; k <= last; k++ {
			switch p := &b.places[k]; {
			case p.n == 0 && dropped != nil:
				return dropped
			case p.n == 0:
				return p
			case p.n < 0 && dropped == nil:
				dropped = p
			}
		}
		perturb >>= 5
		i = (i*5 + 1 + perturb) & mask
	}
}

// put adds an entry, and reports whether that took a free place.
func (b *setTable) put(hash int64, n int32) bool {
	p := b.find(hash)
	free := p.n == 0
	*p = tablePlace{hash, n}
	if free {
		b.fill++
	}
	b.used++
	return free
}

// add is put, with more room if it gets full.
func (b *setTable) add(hash int64, n int32) {
	if b.put(hash, n) && b.fill*5 >= (len(b.places)-1)*3 {
		b.resize(b.used * 4)
	}
}

// resize makes room for more than n.
func (b *setTable) resize(n int) {
	size := leastPlaces
	for size <= n {
		size *= 2
	}
	old := b.places
	b.places, b.fill, b.used = make([]tablePlace, size), 0, 0
	for _, p := range old {
		if p.n > 0 {
			b.put(p.hash, p.n)
		}
	}
}

// drop takes out the entry of that number.
func (b *setTable) drop(hash int64, n int32) {
	mask := uint64(len(b.places) - 1)
	i, perturb := uint64(hash)&mask, uint64(hash)
	for {
		last := i
		if i+nearPlaces <= mask {
			last += nearPlaces
		}
		for k := i; k <= last; k++ {
			switch p := &b.places[k]; p.n {
			case n:
				p.n = -1
				b.used--
				return
			case 0:
				return
			}
		}
		perturb >>= 5
		i = (i*5 + 1 + perturb) & mask
	}
}

// expect makes room for n more that come together.
func (b *setTable) expect(n int) {
	if (b.fill+n)*5 >= (len(b.places)-1)*3 {
		b.resize((b.used + n) * 2)
	}
}

// tableHash is the hash of an item whose hash is the same in each run.
func tableHash(t *Thread, v Value) (int64, bool) {
	if v.IsNone() {
		return 0xfca86420, true
	}
	switch o := v.Ref.(type) {
	case intTag:
		if h := int64(v.Bits); h > -(1<<61-1) && h < 1<<61-1 {
			if h == -1 {
				h = -2
			}
			return h, true
		}
		return number.FromInt64(int64(v.Bits)).Hash(), true
	case boolTag:
		return int64(v.Bits), true
	case *Tuple:
		if o.cls != nil {
			return 0, false
		}
		for _, x := range o.Items {
			if _, ok := tableHash(t, x); !ok {
				return 0, false
			}
		}
	case *Set:
		if !o.Frozen || o.cls != nil {
			return 0, false
		}
		for i := range o.D.entries {
			if e := &o.D.entries[i]; e.key.Valid() {
				if _, ok := tableHash(t, e.key); !ok {
					return 0, false
				}
			}
		}
	case floatTag, *BigInt, *Complex:
	default:
		return 0, false
	}
	h, err := NativeHash(t, v)
	return h, err == nil
}

// table gives the set's table, brought up to date; nil if its order is free.
func (s *Set) table(t *Thread) *setTable {
	d, b := &s.D, s.placed
	n := len(d.entries)
	if n == 0 || d.used > mostOrdered {
		return nil
	}
	if b != nil && b.at == d.keysVersion {
		if b.other {
			return nil
		}
		return b
	}
	if last := d.entries[n-1].key; last.Valid() {
		if _, ok := tableHash(t, last); !ok {
			return nil
		}
	}
	if b == nil {
		b = &setTable{}
		s.placed = b
	}
	b.update(t, d)
	if b.used != int(d.used) && !b.other { // so many changes that it lost its way
		*b = setTable{}
		b.update(t, d)
	}
	if b.other {
		*b = setTable{at: d.keysVersion, other: true}
		return nil
	}
	return b
}

// update takes over what came and went since the table was last looked at.
func (b *setTable) update(t *Thread, d *Dict) {
	n := len(d.entries)
	if b.places == nil {
		b.start(t, d)
	} else if d.keysVersion-b.at != uint64(n-b.seen) {
		b.follow(t, d)
	}
	for ; b.seen < n && !b.other; b.seen++ {
		if e := &d.entries[b.seen]; e.key.Valid() {
			h, ok := tableHash(t, e.key)
			if b.other = !ok; ok {
				b.add(h, int32(b.seen+1))
				b.sorted = false
			}
		}
	}
	b.at = d.keysVersion
}

// start puts the items in that came together.
func (b *setTable) start(t *Thread, d *Dict) {
	begin := b.begin
	*b = setTable{places: make([]tablePlace, leastPlaces)}
	first := min(begin.first, len(d.entries))
	from := &setTable{places: make([]tablePlace, leastPlaces)}
	switch {
	case begin.places != nil:
		b.places, b.fill, b.used, b.seen = begin.places, first, first, first
	case !begin.literal:
		b.expect(begin.sized)
		from = b
	}
	for ; b.seen < first; b.seen++ {
		if e := &d.entries[b.seen]; e.key.Valid() {
			h, ok := tableHash(t, e.key)
			if !ok {
				b.other = true
				return
			}
			if begin.literal {
				from.add(h, int32(b.seen+1))
			} else {
				b.put(h, int32(b.seen+1))
			}
		}
	}
	if begin.literal {
		b.expect(from.used)
		for _, p := range from.places {
			if p.n > 0 {
				b.put(p.hash, p.n)
			}
		}
	}
	if begin.more > 0 {
		b.expect(begin.more)
	}
}

// follow leaves out what was dropped from the set's entries, which may have moved.
func (b *setTable) follow(t *Thread, d *Dict) {
	hashes := make([]int64, b.seen)
	for i := range hashes {
		hashes[i] = -1 // no hash of any
	}
	for _, p := range b.places {
		if p.n > 0 {
			hashes[p.n-1] = p.hash
		}
	}
	moved := make([]int32, b.seen)
	at := 0
	for i, hash := range hashes {
		if at == len(d.entries) {
			break
		}
		if h, ok := tableHash(t, d.entries[at].key); ok && h == hash {
			at++
			moved[i] = int32(at)
		} else if !d.entries[at].key.Valid() {
			at++
		}
	}
	b.seen = at
	for i := range b.places {
		if p := &b.places[i]; p.n > 0 {
			if p.n = moved[p.n-1]; p.n == 0 {
				p.n = -1
				b.used--
			}
		}
	}
}

// arrange puts the set's entries into the table's order.
func (s *Set) arrange(t *Thread) {
	b := s.table(t)
	if b == nil || b.sorted {
		return
	}
	d := &s.D
	entries := make([]entry, 0, cap(d.entries))
	for i := range b.places {
		if p := &b.places[i]; p.n > 0 {
			entries = append(entries, d.entries[p.n-1])
			p.n = int32(len(entries))
		}
	}
	d.entries, d.first = entries, 0
	if len(d.index) > 0 {
		clear(d.index)
		d.taken = 0
		d.placeFrom(0)
	}
	d.keysVersion++
	b.at, b.seen, b.sorted = d.keysVersion, len(entries), true
}

// Discard takes out an item, and reports whether it was there.
func (s *Set) Discard(t *Thread, v Value) (bool, error) {
	n, _, err := s.D.lookup(t, v)
	if n < 0 {
		return false, err
	}
	b := s.table(t)
	if b == nil {
		s.D.drop(n)
		return true, nil
	}
	h, _ := tableHash(t, s.D.entries[n].key)
	s.D.drop(n)
	b.drop(h, int32(n+1))
	b.at = s.D.keysVersion
	return true, nil
}

// PopFirst takes out the item that CPython's pop would; ok is false when there
// is none.
func (s *Set) PopFirst(t *Thread) (v Value, ok bool) {
	s.Rank(t)
	b := s.table(t)
	if b == nil {
		return s.D.PopFirst()
	}
	i := b.finger & (len(b.places) - 1)
	for b.places[i].n <= 0 {
		i = (i + 1) & (len(b.places) - 1)
	}
	n := int(b.places[i].n - 1)
	v = s.D.entries[n].key
	s.D.drop(n)
	b.places[i].n = -1
	b.used--
	b.at, b.finger = s.D.keysVersion, i+1
	return v, true
}

// beginLike notes that the set's first items are those of o, in o's order, and
// that room is made for more others after them.
func (s *Set) beginLike(o *Set, more int) {
	n := int(o.D.used)
	begin := tableBegin{sized: n, first: n, more: more}
	fresh := &setTable{places: make([]tablePlace, leastPlaces)}
	fresh.expect(n)
	if from := o.placed; from != nil && len(from.places) == len(fresh.places) && from.fill == from.used {
		begin.places = append([]tablePlace(nil), from.places...)
	}
	s.placed = &setTable{begin: begin}
}

// Literal tells that the set's items are constants of a display.
func (s *Set) Literal() {
	s.placed = &setTable{begin: tableBegin{first: len(s.D.entries), literal: true}}
}

// ordered tells whether the set, just ranked, stands in the order of its table.
func (s *Set) ordered() bool {
	return s.D.used == 0 || s.placed != nil && !s.placed.other && s.placed.places != nil && s.placed.at == s.D.keysVersion
}
