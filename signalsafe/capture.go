package signalsafe

import (
	"os"
	"os/signal"
	"sync"
)

// Door is a process's way to os/signal. A process has one; the tables in it
// share it, and one at a time can own it. A nil Door leads nowhere: its table
// can always be held, captures nothing, and harms the process by nothing.
type Door struct {
	mu    sync.Mutex
	owner *Table
}

// NewDoor makes a door that nobody owns.
func NewDoor() *Door { return &Door{} }

func (d *Door) take(t *Table) bool {
	if d == nil {
		return true
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.owner != nil {
		return false
	}
	d.owner = t
	return true
}

func (d *Door) leave() {
	if d == nil {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.owner = nil
}

// outside is what a held table has done to the process about one signal.
type outside struct {
	capture *capture // not nil while the signal is captured
	ignored bool     // true while it is ignored on the table's behalf
	touched bool     // true once anything was done since Hold
	before  bool     // whether it was ignored before it was touched

	ignoring ignoring // while it is
}

// Hold claims the door, and captures each signal whose handler is DefaultInt
// or Func from then on, and what the table Owns; explicitly ignored ones are ignored by the process. It
// returns false when another table owns the door. Holds are counted: each
// needs its Release. Where a process gets no signals (js) it succeeds and
// captures nothing.
func (t *Table) Hold() (ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.held == 0 && !t.door.take(t) {
		return false
	}
	t.held++
	if t.held == 1 {
		t.captureDeaths()
		for s := Signal(1); s <= maxSignal; s++ {
			t.adjust(s, t.handlers[s].Load())
		}
	}
	return true
}

// Release undoes one Hold. The last one ends every capture, lets its
// goroutines end, makes the process ignore what it ignored before and nothing
// else, and leaves the door. A signal taken from the system until then is
// marked. A Release without a Hold does nothing.
func (t *Table) Release() {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch t.held {
	case 0:
		return
	case 1:
		for s := Signal(1); s <= maxSignal; s++ {
			t.restore(s)
		}
		t.deaths.end()
		t.deaths = nil
		t.door.leave()
	}
	t.held--
}

// Held reports whether the table owns the door.
func (t *Table) Held() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.held > 0
}

// Captured gives the signals dealt with on the table's behalf now (captured, or on
// Linux left to the kernel to kill by), in ascending order.
func (t *Table) Captured() []Signal {
	t.mu.Lock()
	defer t.mu.Unlock()
	var out []Signal
	for s := range t.outside {
		if t.outside[s].capture != nil || s > 0 && t.deaths.has(Signal(s)) {
			out = append(out, Signal(s))
		}
	}
	return out
}

// adjust makes the process deal with s as the handler h wants it, if the table
// is held. t.mu is held.
func (t *Table) adjust(s Signal, h *Handler) {
	sys, ok := system(s)
	if t.held == 0 || !ok || t.door == nil {
		return
	}
	o := &t.outside[s]
	switch {
	case h.python():
		if o.capture == nil {
			t.touch(o, sys)
			o.capture = startCapture(t, s, sys)
			o.heed(sys)
			t.deaths.leave(s) // what it still holds belongs to the old handler
		}
	case t.kills(s, h) && t.deaths.has(s):
	case t.kills(s, h):
		t.touch(o, sys)
		o.end() // what it still holds belongs to the old handler
		o.capture = startCapture(t, s, sys)
		o.heed(sys)
	case !t.explicit[s]: // what the process was started with stays
	case h.kind == KindIgnore:
		t.touch(o, sys)
		// Before the capture ends: in between the default action would rule.
		o.ignoring.begin(sys)
		o.ignored = true
		o.end()
		t.deaths.leave(s)
	default:
		t.touch(o, sys)
		if o.ignored || o.before && o.capture == nil {
			o.ignoring.end(sys)
		}
		o.ignored = false
		o.end()
	}
}

func (t *Table) touch(o *outside, sys os.Signal) {
	if !o.touched {
		o.touched, o.before = true, signal.Ignored(sys)
	}
}

// restore makes the process deal with s as before the first adjust.
func (t *Table) restore(s Signal) {
	o := &t.outside[s]
	if !o.touched {
		return
	}
	sys, _ := system(s)
	switch {
	case o.before:
		signal.Ignore(sys)
	case o.ignored:
		o.ignoring.end(sys)
	}
	o.end()
	*o = outside{}
}

// end stops the capture, if there is one.
func (o *outside) end() {
	if o.capture != nil {
		o.capture.end()
		o.capture = nil
	}
}

// heed ends the ignoring, if the signal is ignored on the table's behalf.
func (o *outside) heed(sys os.Signal) {
	if o.ignored {
		o.ignoring.end(sys)
		o.ignored = false
	}
}

// capture brings one kind of signal from os/signal to a table. Its channel has
// one place: equal signals merge in it as they do in the kernel.
type capture struct {
	signals chan os.Signal
	quit    chan struct{}
	done    chan struct{}
}

func startCapture(t *Table, s Signal, sys os.Signal) *capture {
	c := &capture{
		signals: make(chan os.Signal, 1),
		quit:    make(chan struct{}),
		done:    make(chan struct{}),
	}
	signal.Notify(c.signals, sys)
	go c.run(t, s)
	return c
}

// run is the goroutine of one captured kind; end ends it.
func (c *capture) run(t *Table, s Signal) {
	defer close(c.done)
	for {
		select {
		case <-c.signals:
			t.arrived(s)
		case <-c.quit:
			select {
			case <-c.signals: // it came before the end
				t.arrived(s)
			default:
			}
			return
		}
	}
}

// end stops the capture and waits for its goroutine. What had arrived has
// gone through the at-once half by then.
func (c *capture) end() {
	signal.Stop(c.signals)
	close(c.quit)
	<-c.done
}
