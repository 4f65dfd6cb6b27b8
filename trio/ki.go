package trio

import (
	"asyncio/exceptions"
	"asyncio/signalsafe"
)

// interruptHandler is the run's handler of SIGINT, while it is installed.
type interruptHandler struct {
	handler signalsafe.Handler
	set     bool
}

// installInterrupts takes SIGINT over if the run is on the main thread and the program
// has not done so already.
func (r *Runner) installInterrupts() {
	if !r.holdSignals() {
		return
	}
	if r.state.Signals.Handler(signalsafe.SIGINT).Kind() != signalsafe.KindDefaultInt {
		return
	}
	r.handler.handler = signalsafe.Func(func(signalsafe.Signal) error {
		if !r.opts.restrict && r.opts.unprotected != nil && r.opts.unprotected() {
			return exceptions.ErrKeyboardInterrupt.New("")
		}
		r.Interrupt()
		return nil
	}, r)
	if _, err := r.state.Signals.SetHandler(signalsafe.SIGINT, r.handler.handler); err == nil {
		r.handler.set = true
	}
}

// holdSignals claims the main thread's seat and the operating system's signals.
func (r *Runner) holdSignals() bool {
	if !r.state.TakeMain(r.thread) {
		return false
	}
	if !r.state.Signals.Hold() {
		r.state.LeaveMain()
		return false
	}
	r.held = true
	r.state.Signals.OnInterrupt(r.waker.wake)
	return true
}

func (r *Runner) releaseInterrupts() {
	if r.handler.set {
		if r.state.Signals.Handler(signalsafe.SIGINT).Same(r.handler.handler) {
			_, _ = r.state.Signals.SetHandler(signalsafe.SIGINT, signalsafe.DefaultInt())
		}
		r.handler.set = false
	}
	if r.held {
		r.state.Signals.OnInterrupt(nil)
		r.state.Signals.Release()
		r.state.LeaveMain()
		r.held = false
	}
}

// CheckSignals lets signals that have arrived take effect. The run asks between
// the steps of tasks; an interpreter also between instructions, and there an
// error is to be raised in place.
func (r *Runner) CheckSignals() error {
	if r.jumper != nil {
		r.dueEvents()
	}
	if r.death != nil {
		return r.death
	}
	if !r.held || !r.state.Signals.Pending() {
		return nil
	}
	return r.state.Signals.Check()
}

// Interrupt delivers a KeyboardInterrupt to the main task: at once if it waits
// and can be interrupted, else at its next checkpoint; if it has none any more,
// at the end of the run. It belongs to the run's own goroutine.
func (r *Runner) Interrupt() {
	r.interrupted = true
	// Too late to be delivered is not lost: the end of the run looks.
	_ = r.entries.add(nil, func() error {
		if r.interrupted && r.main != nil && !r.mainDone {
			r.main.deliverInterrupt()
		}
		return nil
	})
}

// dueEvents lets the scripted events happen whose time has passed while tasks
// ran.
func (r *Runner) dueEvents() {
	for {
		when, ok := r.jumper.NextEvent()
		if !ok || when > r.jumper.Peek() {
			return
		}
		r.jumper.TakeEvent()()
	}
}

// DeliverSignal is what a scripted event does to send the run's process a signal
// from outside. One that kills ends the run, with a signalsafe.DeathError, and
// no code of the program runs any more.
func (r *Runner) DeliverSignal(s signalsafe.Signal) {
	if err := r.state.Signals.Deliver(s); err != nil {
		r.death = err
	}
}

// scriptSignals puts the signals that come from outside onto the clock.
func (r *Runner) scriptSignals() {
	at, ok := r.jumper.(interface {
		At(seconds float64, do func())
	})
	if !ok {
		return
	}
	for _, s := range r.opts.signals {
		at.At(s.after.Seconds(), func() { r.DeliverSignal(s.signal) })
	}
}
