package loop

import "asyncio/handle"

// timerHeap orders timers as CPython's heapq does, ties included: equal times
// come out in the order that its two moves give, which is neither first-in
// first-out nor container/heap's. A program can see that order, and the aiorun
// transcript does.
type timerHeap []*handle.TimerHandle

// push appends the timer and moves it up while its parent is later.
func (h *timerHeap) push(t *handle.TimerHandle) {
	*h = append(*h, t)
	h.up(0, len(*h)-1)
}

// pop takes the earliest timer. The last one takes its place, sinks to a leaf
// always towards the smaller child (the right one of two equals), and rises
// from there.
func (h *timerHeap) pop() *handle.TimerHandle {
	s := *h
	last := s[len(s)-1]
	s[len(s)-1] = nil
	s = s[:len(s)-1]
	*h = s
	if len(s) == 0 {
		return last
	}
	first := s[0]
	s[0] = last
	h.sink(0)
	return first
}

// fix makes a heap of what stands in any order, as heapify does.
func (h timerHeap) fix() {
	for i := len(h)/2 - 1; i >= 0; i-- {
		h.sink(i)
	}
}

func (h timerHeap) sink(pos int) {
	end, start := len(h), pos
	item := h[pos]
	for child := 2*pos + 1; child < end; child = 2*pos + 1 {
		if right := child + 1; right < end && !(h[child].When() < h[right].When()) {
			child = right
		}
		h[pos] = h[child]
		pos = child
	}
	h[pos] = item
	h.up(start, pos)
}

func (h timerHeap) up(start, pos int) {
	item := h[pos]
	for pos > start {
		parent := (pos - 1) / 2
		if !(item.When() < h[parent].When()) {
			break
		}
		h[pos] = h[parent]
		pos = parent
	}
	h[pos] = item
}
