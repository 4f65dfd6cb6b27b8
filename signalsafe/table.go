package signalsafe

import (
	"math/bits"
	"os/signal"
	"sync"
	"sync/atomic"

	"asyncio/exceptions"
)

// Wakeup is what signal.set_wakeup_fd names: where the at-once half writes
// each signal's number. WriteByte must not block; a Pipe does not.
type Wakeup interface{ WriteByte(b byte) error }

// Table is a program's signal handlers: the state behind CPython's signal
// module. All methods may be called from any goroutine, except that Check
// belongs to the one that runs the program.
//
// The functions and the Wakeup that the at-once half calls must not block and
// must not call SetHandler, Hold or Release: these wait for it.
type Table struct {
	handlers [maxSignal + 1]atomic.Pointer[Handler]
	// pending has bit s-1 set for each marked signal s.
	pending atomic.Uint64
	// broken is what Interrupt has left for the next Check.
	broken      atomic.Pointer[func() error]
	wakeup      atomic.Pointer[Wakeup]
	onInterrupt atomic.Pointer[func()]
	onTrip      atomic.Pointer[func(Signal, bool)]
	onWake      atomic.Pointer[func()]
	onCheck     atomic.Pointer[func()]

	door *Door
	mu   sync.Mutex // guards what follows, and is held while handlers change
	held int
	own  bool // set by Own
	// explicit marks the handlers that SetHandler has set. Only those are
	// imposed on the process; how it ignores SIGPIPE, say, stays its own affair.
	explicit [maxSignal + 1]bool
	outside  [maxSignal + 1]outside
	deaths   *deaths // nil when the table is not held
}

// NewTable makes the table of a program that has just started: SIGINT raises
// KeyboardInterrupt, the signals CPython ignores are ignored, all others have
// their default. A signal that the process ignores from its start (a shell's
// background job, nohup) is Ignore, SIGINT too. Nothing of the process is
// touched.
func NewTable(d *Door) *Table {
	t := &Table{door: d}
	for s := range t.handlers {
		t.handlers[s].Store(&Handler{})
	}
	ignore := Ignore()
	for _, s := range startIgnored {
		t.handlers[s].Store(&ignore)
	}
	interrupt := DefaultInt()
	t.handlers[SIGINT].Store(&interrupt)
	for s := Signal(1); s <= maxSignal; s++ {
		if sys, ok := system(s); ok && signal.Ignored(sys) {
			t.handlers[s].Store(&ignore)
		}
	}
	return t
}

// Handler gives the handler of s, as signal.getsignal does; Default for a
// number out of range.
func (t *Table) Handler(s Signal) Handler {
	if !inRange(s) {
		return Default()
	}
	return *t.handlers[s].Load()
}

// SetHandler sets the handler of s and returns the one before, as
// signal.signal does. While the table is held the capture of s is adjusted
// before it returns. A signal that arrived before is marked, if the old
// handler wanted it.
//
// Errors are CPython's: ValueError for a number out of range, OSError (EINVAL)
// for one that accepts no handler. The checks for the main thread are the
// caller's.
func (t *Table) SetHandler(s Signal, h Handler) (old Handler, err error) {
	if err := refuse(s); err != nil {
		return Handler{}, err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	old = *t.handlers[s].Load()
	if !h.python() {
		// Capture ends first: what it still holds belongs to the old handler.
		t.explicit[s] = true
		t.adjust(s, &h)
		t.handlers[s].Store(&h)
		return old, nil
	}
	// The handler first: what capture brings then finds it.
	t.explicit[s] = true
	t.handlers[s].Store(&h)
	t.adjust(s, &h)
	return old, nil
}

// SetWakeup sets where the at-once half writes signal numbers, nil for
// nowhere, and returns what was set before: signal.set_wakeup_fd.
func (t *Table) SetWakeup(w Wakeup) (old Wakeup) {
	var p *Wakeup
	if w != nil {
		p = &w
	}
	if before := t.wakeup.Swap(p); before != nil {
		return *before
	}
	return nil
}

// OnInterrupt sets what the at-once half calls last, from any goroutine, so
// that a sleeping select can wake and run the second half. nil clears it.
func (t *Table) OnInterrupt(f func()) {
	if f == nil {
		t.onInterrupt.Store(nil)
		return
	}
	t.onInterrupt.Store(&f)
}

// OnWake sets what the at-once half calls besides OnInterrupt's, so that a layer
// whose main thread waits elsewhere than in a loop's select can wake it. nil
// clears it.
func (t *Table) OnWake(f func()) {
	if f == nil {
		t.onWake.Store(nil)
		return
	}
	t.onWake.Store(&f)
}

// OnTrip sets an observer of the at-once half: it gets each signal, after its
// byte was written (wrote) or was not (no wakeup set, or that failed). nil
// clears it.
func (t *Table) OnTrip(f func(s Signal, wrote bool)) {
	if f == nil {
		t.onTrip.Store(nil)
		return
	}
	t.onTrip.Store(&f)
}

// Trip is the at-once half. For a signal with a handler of the program it
// marks the signal, writes its byte to the wakeup, and interrupts; it reports
// whether there was such a handler. It never blocks.
func (t *Table) Trip(s Signal) bool {
	if !inRange(s) {
		return false
	}
	h := t.handlers[s].Load()
	if !h.python() {
		return false
	}
	t.pending.Or(1 << (s - 1))
	wrote := false
	if w := t.wakeup.Load(); w != nil && !h.quiet {
		wrote = (*w).WriteByte(byte(s)) == nil
	}
	if f := t.onTrip.Load(); f != nil {
		(*f)(s, wrote)
	}
	t.wake()
	return true
}

// Pending reports whether Check has something to do. It is two atomic loads.
func (t *Table) Pending() bool { return t.pending.Load() != 0 || t.broken.Load() != nil }

// Interrupt has the next Check call f and give its error, as if it were the
// handler of a signal that no program can name. A sleeping select wakes. It may
// be called from any goroutine; of two that come before a Check the last counts,
// and nil takes back what no Check has seen.
func (t *Table) Interrupt(f func() error) {
	if f == nil {
		t.broken.Store(nil)
		return
	}
	t.broken.Store(&f)
	t.wake()
}

// wake has who waits look for signals.
func (t *Table) wake() {
	if f := t.onInterrupt.Load(); f != nil {
		(*f)()
	}
	if f := t.onWake.Load(); f != nil {
		(*f)()
	}
}

// Check is the second half, CPython's PyErr_CheckSignals: it goes once through
// the marked signals in ascending order, takes each mark away and runs the
// handler that is set now. The first error ends it and is returned; the marks
// behind it stay. DefaultInt's error is a KeyboardInterrupt.
//
// A handler may call Check itself: the marks left are then dealt with inside.
// A signal marked meanwhile is met by this pass if its number is still ahead,
// else by the next Check.
func (t *Table) Check() error {
	if !t.Pending() {
		return nil
	}
	return t.check()
}

// OnCheck sets what is called, on the thread that handles signals, before the
// handlers of signals that have arrived; nil clears it.
func (t *Table) OnCheck(f func()) {
	if f == nil {
		t.onCheck.Store(nil)
		return
	}
	t.onCheck.Store(&f)
}

func (t *Table) check() error {
	if f := t.onCheck.Load(); f != nil {
		(*f)()
	}
	if f := t.broken.Swap(nil); f != nil {
		if err := (*f)(); err != nil {
			return err
		}
	}
	for next := 0; ; {
		ahead := t.pending.Load() >> next << next
		if ahead == 0 {
			return nil
		}
		i := bits.TrailingZeros64(ahead)
		next = i + 1
		if t.pending.And(^(uint64(1)<<i))>>i&1 == 0 {
			continue
		}
		h := t.handlers[i+1].Load()
		switch h.kind {
		case KindDefaultInt:
			return exceptions.ErrKeyboardInterrupt.New("")
		case KindFunc:
			if err := h.f(Signal(i + 1)); err != nil {
				return err
			}
		}
		// SIG_DFL and SIG_IGN came between the halves: the signal is forgotten.
	}
}

// References gives the owners of the handlers.
func (t *Table) References(visit func(any)) {
	for i := range t.handlers {
		if h := t.handlers[i].Load(); h != nil {
			visit(h.owner)
		}
	}
}
