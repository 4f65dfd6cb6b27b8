package loop

import "math"

// RunOnceFor does one iteration that waits at most longest seconds, negative
// for no limit, for an embedder that has a main loop of its own. It fails as
// RunForever does.
func (l *Loop) RunOnceFor(longest float64) error {
	t := l.state.CurrentThread()
	if err := l.checkRun(t); err != nil {
		return err
	}
	leave := l.enter(t)
	defer leave()
	err := l.spinAll(longest, true)
	l.ended(err)
	return err
}

// NextDeadline gives the loop time at which the loop wants to run next: now
// when callbacks are ready, else its next timer's. ok is false when only
// something from outside can give it work.
func (l *Loop) NextDeadline() (when float64, ok bool) {
	if l.ready.Length() > 0 || l.inboxSize.Load() > 0 || l.stopping || l.pipe.Readable() {
		return l.peek(), true
	}
	for len(l.scheduled) > 0 && l.scheduled[0].Cancelled() {
		l.cancelled--
		l.scheduled.pop().SetScheduled(false)
	}
	if len(l.scheduled) == 0 {
		return 0, false
	}
	switch when = l.scheduled[0].When(); {
	case math.IsInf(when, 1):
		return 0, false
	case math.IsNaN(when): // due at once
		return l.peek(), true
	}
	return when, true
}

// WakeFD gives the descriptor that is readable while something from outside
// waits for the loop; -1 when the loop is closed.
func (l *Loop) WakeFD() int { return l.pipe.ReadFD() }

// SetWakeHook has fn called, from any goroutine, whenever something from
// outside gives the loop work, so that an embedder's main loop knows to run it.
// It must not block. nil takes it away.
func (l *Loop) SetWakeHook(fn func()) {
	l.inboxMu.Lock()
	defer l.inboxMu.Unlock()
	l.wake = fn
}
