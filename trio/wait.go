package trio

import (
	"math"
	"runtime"
	"strings"
	"sync/atomic"
	"time"

	"asyncio/clock"
	"asyncio/selector"
)

// waker ends a run's wait from any goroutine.
type waker struct {
	sel  selector.Selector
	set  atomic.Bool
	also atomic.Pointer[func()] // of a guest's host
}

// wake makes the pass under way look at the run's inbox.
func (w *waker) wake() {
	if !w.set.Swap(true) {
		w.sel.Interrupt()
		if f := w.also.Load(); f != nil {
			(*f)()
		}
	}
}

// take reports whether there was a wake since the last take.
func (w *waker) take() bool { return w.set.Load() && w.set.Swap(false) }

// wait waits for outside events, timeout seconds at most. It reports whether
// there was one, and fails with what ends the run at once.
func (r *Runner) wait(timeout float64) (woken bool, err error) {
	if err := r.CheckSignals(); err != nil {
		return false, err
	}
	if w, ok := r.jumper.(clock.Waiter); ok {
		return r.waitShared(w, timeout)
	}
	switch {
	case r.jumper != nil:
		return r.waitVirtual(timeout)
	case timeout == 0: // the flag says all that a system call could
		if r.entries.outstanding.Load() > 0 {
			runtime.Gosched() // where there is one thread, the work needs it
		}
		return r.waker.take(), nil
	}
	return r.waitReal(timeout)
}

func (r *Runner) waitReal(timeout float64) (woken bool, err error) {
	until := time.Now().Add(time.Duration(timeout * float64(time.Second)))
	for {
		if r.waker.take() {
			return true, nil
		}
		var interrupted bool
		wait := func() { _, interrupted, err = r.sel.Select(timeout, nil) }
		if r.opts.blocking != nil {
			r.opts.blocking(wait, r.sel.Interrupt)
		} else {
			wait()
		}
		if err != nil {
			return false, err
		}
		if err := r.CheckSignals(); err != nil {
			return false, err
		}
		if r.waker.take() {
			return true, nil
		}
		if !interrupted { // the time is over
			return false, nil
		}
		timeout = max(0, time.Until(until).Seconds())
	}
}

// waitShared waits on a clock that other threads share, which moves when all of
// them wait.
func (r *Runner) waitShared(w clock.Waiter, timeout float64) (woken bool, err error) {
	w.Collect()
	if err := r.CheckSignals(); err != nil {
		return false, err
	}
	if r.waker.take() {
		return true, nil
	}
	if timeout == 0 {
		w.Look()
		return false, nil
	}
	seconds := math.Inf(1)
	if !unlimited(timeout) {
		seconds = math.Ceil(timeout*1000) / 1000
	}
	err = w.Wait(clock.Wait{
		Seconds:  seconds,
		Ready:    r.waker.set.Load,
		Working:  func() bool { return r.entries.outstanding.Load() > 0 },
		Watching: func() bool { return false },
		What:     func() string { return "the end of " + strings.Join(r.waiting(), ", ") },
	})
	if err == nil {
		err = r.CheckSignals()
	}
	return r.waker.take(), err
}

// waitVirtual moves the clock instead of waiting. In this order it takes what
// has come; lets a scripted event happen that is due before the timeout, unless
// outside work is under way, which takes no virtual time; waits for such work;
// and jumps. trio's poll counts in whole milliseconds, rounded up, so that
// deadlines microseconds apart are met together: so do jumps.
func (r *Runner) waitVirtual(timeout float64) (woken bool, err error) {
	deadline := math.Inf(1)
	if !unlimited(timeout) {
		deadline = r.jumper.Peek() + math.Ceil(timeout*1000)/1000
	}
	for {
		if err := r.CheckSignals(); err != nil {
			return false, err
		}
		// Work puts its result into the inbox before it counts as ended.
		busy := r.entries.outstanding.Load() > 0
		if r.waker.take() {
			return true, nil
		}
		if when, ok := r.jumper.NextEvent(); ok && (when <= r.jumper.Peek() || when <= deadline && !busy) {
			r.jumper.TakeEvent()()
			continue
		}
		switch {
		case timeout == 0:
			return false, nil
		case busy:
			if _, _, err := r.sel.Select(-1, nil); err != nil {
				return false, err
			}
		case math.IsInf(deadline, 1):
			return false, r.deadlock()
		default:
			r.jumper.Jump(deadline - r.jumper.Peek())
			return false, nil
		}
	}
}
