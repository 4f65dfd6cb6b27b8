package bare

import (
	"container/heap"
	"time"
)

// TimerHandle is a callback with the loop time it is due at.
type TimerHandle struct {
	Handle
	when time.Duration
}

// Time is the loop's clock: the monotonic time since New.
func (l *Loop) Time() time.Duration { return time.Since(l.epoch) }

// CallAt queues fn to be called once Time has reached when.
func (l *Loop) CallAt(when time.Duration, fn func()) *TimerHandle {
	t := &TimerHandle{Handle: Handle{call: fn}, when: when}
	heap.Push(&l.timers, t)
	return t
}

// expire moves the timers that are due to the ready queue, earliest first.
func (l *Loop) expire() {
	now := l.Time()
	for len(l.timers) > 0 && l.timers[0].when <= now {
		t := heap.Pop(&l.timers).(*TimerHandle)
		l.ready.Add(&t.Handle)
	}
}

// timerHeap is a container/heap of timers, the earliest on top.
type timerHeap []*TimerHandle

func (h timerHeap) Len() int           { return len(h) }
func (h timerHeap) Less(i, j int) bool { return h[i].when < h[j].when }
func (h timerHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }

func (h *timerHeap) Push(x any) { *h = append(*h, x.(*TimerHandle)) }

func (h *timerHeap) Pop() any {
	last := len(*h) - 1
	t := (*h)[last]
	(*h)[last] = nil
	*h = (*h)[:last]
	return t
}
