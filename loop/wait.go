package loop

import (
	"math"
	"time"

	"asyncio/selector"
)

// doSelect waits for descriptors, the self-pipe among them, as the override or
// the loop itself has it.
func (l *Loop) doSelect(timeout float64) ([]selector.Event, error) {
	if l.over != nil && l.over.Select != nil {
		return l.over.Select(timeout)
	}
	return (*Base)(l).Select(timeout)
}

// Select waits until a descriptor is ready or timeout seconds are over; a
// negative timeout is no limit. A signal that arrives meanwhile has its second
// half run here; unless that raises, the wait goes on for the time left.
func (b *Base) Select(timeout float64) ([]selector.Event, error) {
	l := (*Loop)(b)
	switch {
	case l.waiter != nil:
		return l.selectShared(timeout)
	case l.jumper != nil:
		return l.selectVirtual(timeout)
	}
	// With nothing but the self-pipe to look at, its own flag says all that a
	// system call could say.
	if timeout == 0 && l.watched == 0 && !l.pipe.Readable() && !l.state.Signals.Pending() {
		return nil, nil
	}
	return l.selectReal(timeout)
}

func (l *Loop) selectReal(timeout float64) ([]selector.Event, error) {
	var deadline time.Time
	if timeout > 0 {
		deadline = time.Now().Add(time.Duration(timeout * float64(time.Second)))
	}
	for {
		if err := l.CheckSignals(); err != nil {
			return nil, err
		}
		var events []selector.Event
		var interrupted bool
		var err error
		if l.blocks != nil && timeout != 0 {
			l.blocks(func() { events, interrupted, err = l.sel.Select(timeout, l.events[:0]) }, l.sel.Interrupt)
		} else {
			events, interrupted, err = l.sel.Select(timeout, l.events[:0])
		}
		l.events = events
		if err != nil || len(events) > 0 || !interrupted {
			if err == nil {
				err = l.CheckSignals()
			}
			return events, err
		}
		if timeout > 0 {
			timeout = max(0, time.Until(deadline).Seconds())
		}
	}
}

// selectVirtual moves the clock instead of waiting. In this order it gives
// what is ready already, waits in real time for outside work that is under way
// (it takes no virtual time, so nothing scripted for later may come before its
// end), lets the next scripted event happen if it is due before the timeout,
// and jumps.
func (l *Loop) selectVirtual(timeout float64) ([]selector.Event, error) {
	deadline := math.Inf(1)
	if timeout >= 0 {
		deadline = l.jumper.Peek() + timeout
	}
	for {
		if err := l.CheckSignals(); err != nil {
			return nil, err
		}
		// Work posts its callback before it counts as ended: asked first, a
		// count of zero means that the pipe has told of all there was.
		busy := l.outstanding.Load() > 0
		if l.watched > 0 || l.pipe.Readable() {
			events, _, err := l.sel.Select(0, l.events[:0])
			l.events = events
			if err != nil || len(events) > 0 {
				return events, err
			}
		}
		if when, ok := l.jumper.NextEvent(); ok && (when <= l.jumper.Peek() || when <= deadline && !busy) {
			l.jumper.TakeEvent()()
			continue
		}
		switch {
		case timeout == 0:
			return nil, nil
		case busy, timeout < 0 && l.watched > 0:
			events, _, err := l.sel.Select(-1, l.events[:0])
			l.events = events
			if err != nil || len(events) > 0 {
				return events, err
			}
		case timeout < 0:
			return nil, l.deadlock()
		default:
			l.jumper.Jump(deadline - l.jumper.Peek())
			return nil, nil
		}
	}
}
