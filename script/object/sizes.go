package object

import "math"

// manyMade stands for a list that was made for so many items that their number
// is not noted.
const manyMade = math.MaxUint8

// MadeFor notes how many items CPython's list has room for when it is made. How
// far it has grown from there follows from how many items it has.
func (l *List) MadeFor(n int) { l.room = uint8(min(n, manyMade)) }

// Room gives how many items CPython's list would have room for, if what came
// after it was made came one by one.
func (l *List) Room() int {
	n, room := len(l.Items), int(l.room)
	if room == manyMade {
		return n + n%2
	}
	for room < n {
		room = listGrown(room + 1)
	}
	for left := room/2 - 1; left >= n; left-- {
		if left < room/2 {
			room = listGrown(left)
		}
	}
	return room
}

// listGrown is the room that a list of n items is given when it must change.
func listGrown(n int) int {
	if n == 0 {
		return 0
	}
	return (n + n>>3 + 6) &^ 3
}

// Places gives how many places CPython's table of the set has.
func (s *Set) Places(t *Thread) int {
	if b := s.table(t); b != nil && b.places != nil {
		return len(b.places)
	}
	b := setTable{places: make([]tablePlace, leastPlaces)}
	size, n := leastPlaces, int(s.D.used)
	if p := s.placed; p != nil && p.begin.sized > 0 {
		b.expect(p.begin.sized)
		size = len(b.places)
	}
	for fill := 0; fill < n; fill++ {
		if (fill+1)*5 < (size-1)*3 {
			continue
		}
		want := (fill + 1) * 4
		if fill+1 > 50000 {
			want = (fill + 1) * 2
		}
		for size <= want {
			size *= 2
		}
	}
	return size
}

// KeysSize gives how many bytes CPython's table of the keys takes.
func (d *Dict) KeysSize() int {
	n := int(d.used)
	if n == 0 {
		return 0
	}
	size := 8
	for n > size*2/3 {
		for used := size * 2 / 3; size < used*3; {
			size *= 2
		}
	}
	place, entry := 1, 16
	switch {
	case size > 1<<15:
		place = 4
	case size > 1<<7:
		place = 2
	}
	for _, k := range d.Keys() {
		if s, ok := k.Ref.(*Str); !ok || !s.Exact() {
			entry = 24
			break
		}
	}
	return 32 + size*place + size*2/3*entry
}
