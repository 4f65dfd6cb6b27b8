package handle

import "asyncio/contextvars"

// TimerHandle is a callback that is due at a time, as asyncio.TimerHandle.
type TimerHandle struct {
	Handle
	when      float64
	heap      TimerHeap
	scheduled bool
}

// TimerHeap is told when one of its timers is cancelled, so that it can count
// how many dead ones it holds.
type TimerHeap interface{ TimerCancelled(*TimerHandle) }

// NewTimer makes a handle that is due at when, in seconds of the loop's clock.
func NewTimer(when float64, cb Callback, ctx *contextvars.Context, vars contextvars.Vars, heap TimerHeap) *TimerHandle {
	return &TimerHandle{Handle: Handle{cb: cb, ctx: ctx, vars: vars}, when: when, heap: heap}
}

// When gives the time the callback is due at, in seconds of the loop's clock.
func (t *TimerHandle) When() float64 { return t.when }

// Cancel keeps the callback from being called.
func (t *TimerHandle) Cancel() {
	if !t.cancelled && t.scheduled && t.heap != nil {
		t.heap.TimerCancelled(t)
	}
	t.Handle.Cancel()
}

// Scheduled reports whether the timer stands in its loop's heap.
func (t *TimerHandle) Scheduled() bool { return t.scheduled }

// SetScheduled notes whether the timer stands in its loop's heap.
func (t *TimerHandle) SetScheduled(yes bool) { t.scheduled = yes }

// Equal reports what == does between timer handles: same time, same callback,
// both cancelled or neither.
func (t *TimerHandle) Equal(o *TimerHandle) bool {
	return t == o || (t.when == o.when && t.cancelled == o.cancelled && sameCallback(t.cb, o.cb))
}

// Less orders timers by when they are due, as < does.
func (t *TimerHandle) Less(o *TimerHandle) bool { return t.when < o.when }

func sameCallback(a, b Callback) bool {
	fa, oka := a.(Func)
	fb, okb := b.(Func)
	if oka || okb { // functions do not compare; the code they run does
		return oka && okb && entryOf(fa) == entryOf(fb)
	}
	return a == b
}
