package collectionsmod

import "slices"

// ring is a sequence that grows and shrinks at both ends: a circle of places
// whose number is a power of two.
type ring struct {
	places []value
	head   int // where the first item is
	n      int
}

func (r *ring) at(i int) *value { return &r.places[(r.head+i)&(len(r.places)-1)] }

func (r *ring) grow() {
	if r.n < len(r.places) {
		return
	}
	places := make([]value, max(8, 2*len(r.places)))
	r.copyTo(places)
	r.places, r.head = places, 0
}

// copyTo copies the items in order.
func (r *ring) copyTo(to []value) {
	if r.n == 0 {
		return
	}
	first := min(r.n, len(r.places)-r.head)
	copy(to, r.places[r.head:r.head+first])
	copy(to[first:], r.places[:r.n-first])
}

// items gives a copy of the items.
func (r *ring) items() []value {
	out := make([]value, r.n)
	r.copyTo(out)
	return out
}

func (r *ring) pushRight(v value) {
	r.grow()
	r.n++
	*r.at(r.n - 1) = v
}

func (r *ring) pushLeft(v value) {
	r.grow()
	r.head = (r.head - 1) & (len(r.places) - 1)
	r.n++
	r.places[r.head] = v
}

func (r *ring) takeRight() value {
	p := r.at(r.n - 1)
	v := *p
	*p = value{}
	r.n--
	return v
}

func (r *ring) takeLeft() value {
	v := r.places[r.head]
	r.places[r.head] = value{}
	r.head = (r.head + 1) & (len(r.places) - 1)
	r.n--
	return v
}

// set replaces all items; it takes xs over.
func (r *ring) set(xs []value) {
	size := 8
	for size < len(xs) {
		size *= 2
	}
	r.head, r.n = 0, len(xs)
	r.places = slices.Grow(xs, size-len(xs))[:size]
}

// rotate moves the last k items to the front; a negative k goes the other way.
func (r *ring) rotate(k int) {
	if r.n < 2 {
		return
	}
	if k %= r.n; k > r.n/2 {
		k -= r.n
	} else if k < -r.n/2 {
		k += r.n
	}
	for ; k > 0; k-- {
		r.pushLeft(r.takeRight())
	}
	for ; k < 0; k++ {
		r.pushRight(r.takeLeft())
	}
}
