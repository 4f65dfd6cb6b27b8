package trio

import (
	"container/heap"
	"math"
)

// deadlines are the scopes that expire, the earliest first. Each scope has its
// place in the heap, so that one which moves its deadline leaves nothing behind.
type deadlines struct {
	heap []*CancelScope
}

// Len implements heap.Interface.
func (d *deadlines) Len() int { return len(d.heap) }

// Less implements heap.Interface. Ties are the schedule's.
func (d *deadlines) Less(i, j int) bool {
	a, b := d.heap[i], d.heap[j]
	if a.registered != b.registered {
		return a.registered < b.registered
	}
	return a.tie < b.tie
}

// Swap implements heap.Interface.
func (d *deadlines) Swap(i, j int) {
	d.heap[i], d.heap[j] = d.heap[j], d.heap[i]
	d.heap[i].place, d.heap[j].place = i, j
}

// Push implements heap.Interface.
func (d *deadlines) Push(x any) {
	s := x.(*CancelScope)
	s.place = len(d.heap)
	d.heap = append(d.heap, s)
}

// Pop implements heap.Interface.
func (d *deadlines) Pop() any {
	s := d.heap[len(d.heap)-1]
	d.heap[len(d.heap)-1] = nil
	d.heap = d.heap[:len(d.heap)-1]
	return s
}

// next gives the earliest deadline, infinity for none.
func (d *deadlines) next() float64 {
	if len(d.heap) == 0 {
		return math.Inf(1)
	}
	return d.heap[0].registered
}

// set moves a scope to a deadline; infinity takes it out.
func (d *deadlines) set(s *CancelScope, deadline float64, tie func() uint64) {
	was := s.registered
	switch {
	case was == deadline:
		return
	case math.IsInf(deadline, 1):
		heap.Remove(d, s.place)
		s.registered = deadline
		return
	}
	s.registered, s.tie = deadline, tie()
	if math.IsInf(was, 1) {
		heap.Push(d, s)
	} else {
		heap.Fix(d, s.place)
	}
}

// expire cancels every scope whose deadline is not after now, and reports
// whether there was one.
func (d *deadlines) expire(now float64) (any bool) {
	for len(d.heap) > 0 && d.heap[0].registered <= now {
		any = true
		d.heap[0].cancel(&Reason{Source: "deadline"})
	}
	return any
}
