package loop

import (
	"asyncio/contextvars"
	"asyncio/exceptions"
	"asyncio/handle"
	"asyncio/observe"
	"asyncio/process"
	"asyncio/signalsafe"
	"maps"
)

// AddSignalHandler has fn called, through the ready queue, for every signal s
// that arrives; it replaces the handler before. The context is copied now. It
// fails with ValueError for an invalid number, and with RuntimeError on a
// closed loop, outside the main thread, and for signals that cannot be caught.
// On platforms without signal handlers in asyncio it fails with
// NotImplementedError.
func (l *Loop) AddSignalHandler(s signalsafe.Signal, fn func() error) error {
	return l.AddSignalHandlerIn(s, handle.Func(fn), l.currentVars())
}

// AddSignalHandlerIn is AddSignalHandler for any callback, in a context that
// starts with vars.
func (l *Loop) AddSignalHandlerIn(s signalsafe.Signal, cb handle.Callback, vars contextvars.Vars) error {
	if !l.sel.WatchesFDs() {
		return exceptions.ErrNotImplemented.New("")
	}
	if err := checkSignal(s); err != nil {
		return err
	}
	if err := l.checkClosed(); err != nil {
		return err
	}
	t := l.thread
	if t == nil {
		t = l.state.CurrentThread()
	}
	if !l.holdForHandlers(t) {
		text := "set_wakeup_fd only works in main thread"
		if l.state.Profile.MainInterpreterText {
			text += " of the main interpreter"
		}
		return exceptions.RuntimeError(text)
	}
	l.state.Signals.SetWakeup(l.pipe)
	l.watchTrips()
	l.handlers[s] = handle.New(cb, nil, vars)
	if _, err := l.state.Signals.SetHandler(s, signalsafe.Func(noop, l)); err != nil {
		delete(l.handlers, s)
		l.afterRemoval()
		return exceptions.RuntimeError("sig %d cannot be caught", int(s))
	}
	return nil
}

// noop is the Python-level handler of a signal that a loop handles: the byte
// in the self-pipe is all that is wanted.
func noop(signalsafe.Signal) error { return nil }

func checkSignal(s signalsafe.Signal) error {
	if !signalsafe.Valid(s) {
		return exceptions.ValueError("invalid signal number %d", int(s))
	}
	return nil
}

// RemoveSignalHandler takes a handler back and reports whether there was one.
// SIGINT gets default_int_handler again, any other signal the default action,
// whatever they had before.
func (l *Loop) RemoveSignalHandler(s signalsafe.Signal) (bool, error) {
	if !l.sel.WatchesFDs() {
		return false, exceptions.ErrNotImplemented.New("")
	}
	return l.removeSignalHandler(s)
}

func (l *Loop) removeSignalHandler(s signalsafe.Signal) (bool, error) {
	if err := checkSignal(s); err != nil {
		return false, err
	}
	if _, ok := l.handlers[s]; !ok {
		return false, nil
	}
	delete(l.handlers, s)
	h := signalsafe.Default()
	if s == signalsafe.SIGINT {
		h = signalsafe.DefaultInt()
	}
	if _, err := l.state.Signals.SetHandler(s, h); err != nil {
		return true, err
	}
	l.afterRemoval()
	return true, nil
}

// afterRemoval lets go of the signals once the loop handles none.
func (l *Loop) afterRemoval() {
	if len(l.handlers) > 0 {
		return
	}
	l.state.Signals.SetWakeup(nil)
	if l.seated {
		l.seated = false
		l.releaseSignals()
	}
}

// handleSignal is what a signal's byte in the self-pipe leads to: the handler
// is looked up now, and its handle queued.
func (l *Loop) handleSignal(s signalsafe.Signal) {
	l.notifyTrips()
	l.notifySignal(observe.SignalRead, s, 0)
	h := l.handlers[s]
	switch {
	case h == nil:
		l.notifySignal(observe.SignalDispatched, s, 0)
	case h.Cancelled():
		// It was checked when it was added, so removing it cannot fail.
		_, _ = l.removeSignalHandler(s)
	default:
		if l.obs != nil {
			h.Renew()
			l.notifySignal(observe.SignalDispatched, s, h.ID(l.state))
			l.notifyScheduled(h)
		}
		l.append(h)
		_ = l.writeToSelf()
	}
}

// CheckSignals runs the second half of signals that have arrived, where the
// loop runs on the main thread, and returns what it raised: KeyboardInterrupt
// for the default SIGINT. Long Go code calls it where CPython would have
// interrupted Python code.
func (l *Loop) CheckSignals() error {
	l.notifyTrips()
	if l.jumper != nil {
		l.dueEvents()
	}
	if l.death != nil {
		return l.death
	}
	if l.check != nil {
		if err := l.check(); err != nil {
			return err
		}
	}
	if !l.state.Signals.Pending() {
		return nil
	}
	if t := l.thread; (t != nil && !l.onMain) || (t == nil && !l.state.IsMain(l.state.CurrentThread())) {
		return nil
	}
	return l.state.Signals.Check()
}

// dueEvents lets the scripted events happen whose time has passed while the
// loop was busy.
func (l *Loop) dueEvents() {
	for {
		when, ok := l.jumper.NextEvent()
		if !ok || when > l.jumper.Peek() {
			return
		}
		l.jumper.TakeEvent()()
	}
}

// DeliverSignal is what a scripted event does to send the loop's process a
// signal from outside. One whose default action would end the process ends the
// run instead, with a signalsafe.DeathError: the process is dead then, and the
// loop runs no more of the program's code.
func (l *Loop) DeliverSignal(s signalsafe.Signal) {
	if err := l.state.Signals.Deliver(s); err != nil {
		l.death = err
		l.sel.Interrupt()
	}
}

// Death gives what has ended the program for good, nil while it lives: the
// signalsafe.DeathError of a scripted signal, or an error of kind Fatal.
func (l *Loop) Death() error { return l.death }

// holdSignals claims the main thread's seat and the operating system's signals
// for t. A loop that does not get both runs all the same, without signals.
func (l *Loop) holdSignals(t *process.Thread) bool {
	if !l.state.TakeMain(t) {
		return false
	}
	if !l.state.Signals.Hold() {
		l.state.LeaveMain()
		return false
	}
	return true
}

func (l *Loop) releaseSignals() {
	l.state.Signals.Release()
	l.state.LeaveMain()
}

// HoldSignals claims the main thread's seat and the operating system's signals
// for thread t for longer than one run, and reports whether it has them; then
// ReleaseSignals must follow. A Runner holds them from its loop's making to its
// closing, so that a SIGINT between two runs is not lost.
func (l *Loop) HoldSignals(t *process.Thread) bool { return l.holdSignals(t) }

// ReleaseSignals lets go of what HoldSignals claimed.
func (l *Loop) ReleaseSignals() { l.releaseSignals() }

// holdForHandlers keeps the claim for as long as the loop has signal handlers.
func (l *Loop) holdForHandlers(t *process.Thread) bool {
	if l.seated {
		return true
	}
	l.seated = l.holdSignals(t)
	return l.seated
}

// trip is a signal's at-once half as the observer will be told of it. It
// happens on any goroutine, so it is noted and told at the next safe point.
type trip struct {
	signal signalsafe.Signal
	wrote  bool
}

// watchTrips has the at-once half noted while somebody observes.
func (l *Loop) watchTrips() {
	if l.obs == nil {
		return
	}
	l.state.Signals.OnTrip(func(s signalsafe.Signal, wrote bool) {
		l.inboxMu.Lock()
		l.trips = append(l.trips, trip{s, wrote})
		l.inboxMu.Unlock()
	})
	if l.onMain { // the observer hears of a signal before its handler acts
		l.state.Signals.OnCheck(l.notifyTrips)
	}
}

func (l *Loop) notifyTrips() {
	if l.obs == nil {
		return
	}
	l.inboxMu.Lock()
	trips := l.trips
	l.trips = nil
	l.inboxMu.Unlock()
	for _, t := range trips {
		e := observe.Event{Kind: observe.SignalWritten, N: int(t.signal), Label: signalLabel(t.signal)}
		if t.wrote {
			e.Value = 1
		}
		l.Notify(e)
	}
}

// SignalHandlers gives the handles of the loop's signal handlers.
func (l *Loop) SignalHandlers() map[signalsafe.Signal]*handle.Handle { return maps.Clone(l.handlers) }
