package loop

import (
	"math"
	"runtime/debug"

	"asyncio/contextvars"
	"asyncio/exceptions"
	"asyncio/handle"
	"asyncio/observe"
	"asyncio/process"
	"asyncio/selector"
)

const (
	// maxSelect bounds how long one select waits, in seconds.
	maxSelect = 24 * 3600
	// A heap of more than minHeap timers is purged once more than half of
	// them are cancelled.
	minHeap = 100
)

// spin runs iterations until Stop or an error ends them; with single, one. A
// callback that panics ends it too, with again set: the pass under way is gone
// on with by the next call. Recovering once for many iterations, not once for
// each handle, keeps the usual iteration cheap.
func (l *Loop) spin(longest float64, single bool) (again bool, err error) {
	outer := l.thread.Context()
	own := l.over == nil || l.over.RunOnce == nil
	if own {
		l.enterOnce()
	}
	defer func() {
		h := l.runner
		if h == nil {
			return
		}
		l.runner = nil
		h.Leave(l.thread, outer)
		l.reg.current = nil
		if p := recover(); p != nil {
			err = l.callbackFailed(l.named, h, &exceptions.Panic{Value: p, Stack: debug.Stack()})
			if l.obs != nil {
				l.Notify(observe.Event{Kind: observe.HandleEnd, ID: h.ID(l.state)})
			}
			if err = l.PassCall(CallHandleRun, err); own {
				err = l.leaveOnce(err)
			}
			again = err == nil
		} // else runtime.Goexit is ending the goroutine: the run's own defers go on
	}()
	if err = l.spinOn(longest, single); own {
		err = l.leaveOnce(err)
	}
	return false, err
}

func (l *Loop) spinOn(longest float64, single bool) (err error) {
	if l.inPass {
		if err = l.runPass(); err != nil || single || l.stopping {
			return err
		}
	}
	for {
		if l.over != nil && l.over.RunOnce != nil {
			err = l.over.RunOnce()
		} else {
			err = l.once(longest)
		}
		if err != nil || single || l.stopping {
			return err
		}
	}
}

// enterOnce tells the stack of iterations that run handles, of all at once:
// they are many.
func (l *Loop) enterOnce() {
	l.EnterCall(CallRunOnce)
	l.EnterCall(CallHandleRun)
}

func (l *Loop) leaveOnce(err error) error {
	_ = l.LeaveCall(CallHandleRun, nil)
	return l.LeaveCall(CallRunOnce, err)
}

// RunOnce is BaseEventLoop._run_once: one iteration in six phases.
func (b *Base) RunOnce() error {
	l := (*Loop)(b)
	if l.thread == nil { // called by hand
		return l.RunOnceFor(-1)
	}
	l.enterOnce()
	return l.leaveOnce(l.once(-1))
}

// once waits at most longest seconds in its select, without limit when that is
// negative.
func (l *Loop) once(longest float64) error {
	l.tick++
	if l.inboxSize.Load() != 0 {
		l.fold()
	}
	if l.obs != nil {
		l.begun = l.peek()
		l.Notify(observe.Event{Kind: observe.IterationBegin, N: l.ready.Length()})
	}

	// 1. Cancelled timers.
	l.dropCancelled()

	// 2. Timeout.
	timeout := l.timeout()
	if longest >= 0 && (timeout < 0 || timeout > longest) {
		timeout = longest
	}

	// 3. Select.
	if timeout != 0 && l.between != nil {
		if err := l.between(nil); err != nil {
			return err
		}
		if l.ready.Length() > 0 {
			timeout = 0
		}
	}
	if l.obs != nil {
		l.Notify(observe.Event{Kind: observe.SelectBegin, Value: timeout})
	}
	events, err := l.selectCall(timeout)
	if err != nil {
		return err
	}
	if l.obs != nil {
		l.begun = l.peek()
		l.notifyTrips()
		l.Notify(observe.Event{Kind: observe.SelectEnd, N: len(events)})
	}

	// 4. I/O: the handles of ready descriptors join the ready queue.
	if len(events) > 0 {
		if err := l.processEvents(events); err != nil {
			return err
		}
	}

	// 5. Due timers join it.
	if len(l.scheduled) > 0 || l.over != nil && l.over.Time != nil {
		end := l.Time() + l.resolution
		for len(l.scheduled) > 0 && !(l.scheduled[0].When() >= end) { // NaN is due
			t := l.scheduled.pop()
			t.SetScheduled(false)
			if l.obs != nil {
				l.notifyTimer(observe.TimerDue, t)
			}
			l.append(t)
		}
	} else if l.jumper != nil {
		l.Time() // CPython reads the clock here, and a reading moves a virtual one
	}

	// 6. Run what is ready now; what it adds waits for the next iteration.
	if l.inboxSize.Load() != 0 {
		l.fold()
	}
	l.left, l.inPass = l.ready.Length(), true
	return l.runPass()
}

// selectCall is doSelect with its call on the stack, if it may take long.
func (l *Loop) selectCall(timeout float64) ([]selector.Event, error) {
	if l.stack == nil || timeout == 0 && !l.state.Signals.Pending() {
		return l.doSelect(timeout)
	}
	_ = l.LeaveCall(CallHandleRun, nil)
	l.EnterCall(CallSelect)
	events, err := l.doSelect(timeout)
	err = l.LeaveCall(CallSelect, err)
	l.EnterCall(CallHandleRun)
	return events, err
}

// peek reads the time without moving a virtual clock.
func (l *Loop) peek() float64 {
	if l.jumper != nil {
		return l.jumper.Peek()
	}
	return l.clock.Now()
}

func (l *Loop) dropCancelled() {
	if n := len(l.scheduled); n > minHeap && float64(l.cancelled)/float64(n) > 0.5 {
		kept := make(timerHeap, 0, n-l.cancelled)
		for _, t := range l.scheduled {
			if t.Cancelled() {
				if l.obs != nil {
					l.notifyTimer(observe.TimerDropped, t)
				}
				t.SetScheduled(false)
			} else {
				kept = append(kept, t)
			}
		}
		kept.fix()
		l.scheduled, l.cancelled = kept, 0
		return
	}
	for len(l.scheduled) > 0 && l.scheduled[0].Cancelled() {
		l.cancelled--
		t := l.scheduled.pop()
		t.SetScheduled(false)
		if l.obs != nil {
			l.notifyTimer(observe.TimerDropped, t)
		}
	}
}

// timeout gives how long select may wait, in seconds; negative for no limit.
func (l *Loop) timeout() float64 {
	if l.ready.Length() > 0 || l.stopping {
		return 0
	}
	if len(l.scheduled) == 0 {
		return -1
	}
	switch wait := l.scheduled[0].When() - l.Time(); {
	case l.jumper != nil && math.IsInf(wait, 1):
		return -1 // waking once a day for it would hide a deadlock
	case wait > 0:
		return min(wait, maxSelect)
	}
	return 0 // for NaN too
}

// runPass runs the handles that are left of the pass under way. KeyboardInterrupt
// and SystemExit leave at once; the handles not run yet stay queued.
func (l *Loop) runPass() error { return l.PassCall(CallHandleRun, l.runHandles()) }

func (l *Loop) runHandles() (err error) {
	for l.left > 0 {
		l.left--
		var h *handle.Handle
		var named observe.Labeler
		switch e := l.ready.Remove().(type) {
		case *handle.Handle:
			h, named = e, e
		case *handle.TimerHandle:
			h, named = &e.Handle, e
		}
		h.SetQueued(false)
		if h.Cancelled() {
			if l.obs != nil {
				l.Notify(observe.Event{Kind: observe.HandleSkipped, ID: h.ID(l.state), Label: named})
			}
			continue
		}
		if l.obs != nil {
			l.Notify(observe.Event{Kind: observe.HandleBegin, ID: h.ID(l.state), Label: named})
		}
		l.runner, l.named = h, named
		var slow string
		if l.debug {
			slow, err = l.runTimed(h, named)
		} else {
			var outer *contextvars.Context
			if outer, err = h.Enter(l.thread); err == nil {
				if err = h.Callback().Call(); err != nil {
					h.Remember(l.thread)
				}
				h.Leave(l.thread, outer)
			}
		}
		l.runner = nil
		if err != nil {
			err = l.callbackFailed(named, h, err)
		}
		// The reports are still the handle's doing.
		if l.between != nil {
			if e := l.between(h); e != nil && err == nil {
				err = l.callbackFailed(named, h, e)
			}
		}
		if slow != "" && err == nil {
			l.state.Logger.Log(process.Warning, slow)
		}
		if l.obs != nil {
			l.Notify(observe.Event{Kind: observe.HandleEnd, ID: h.ID(l.state)})
		}
		if err != nil {
			l.inPass = false
			return err
		}
		if l.state.Signals.Pending() || l.death != nil {
			if err = l.CheckSignals(); err != nil {
				l.inPass = false
				return err
			}
		}
	}
	l.inPass = false
	if l.obs != nil {
		l.Notify(observe.Event{Kind: observe.IterationEnd})
	}
	return nil
}

// runTimed runs a handle in debug mode. For one that takes long it gives what is
// to be logged after the report of its error, if there is one.
func (l *Loop) runTimed(h *handle.Handle, named observe.Labeler) (slow string, err error) {
	cb := h.Callback()
	start := l.Time()
	err = h.Run(l.thread)
	took := l.Time() - start
	if took >= l.slow && !exceptions.LeavesLoop(err) {
		what := named.Label()
		if s, ok := cb.(SlowNamer); ok {
			what = s.SlowName()
		}
		slow = formatSlow(what, took)
	}
	return slow, err
}

// SlowNamer is implemented by callbacks that debug mode reports under another
// name than their handle's: a task's step goes under the task's.
type SlowNamer interface{ SlowName() string }
