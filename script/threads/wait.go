package threads

import (
	"math"
	"time"
)

// Forever is the deadline of a wait without one.
var Forever = math.Inf(1)

// Wait is one blocking call of a thread. It is over when somebody wakes it, at
// its deadline, or when an error comes for its thread.
type Wait struct {
	// What tells what is waited for, for the report of a deadlock.
	What func() string
	// Probe, if not nil, tells whether what is waited for is there. In real time
	// it is asked after signals only: whoever else brings it wakes the wait.
	Probe func() bool
	// Outside tells how far something outside of the interpreter may bring it.
	Outside func() Outside

	thread      *Thread
	until       float64 // on the virtual clock
	number      int     // order among equal times
	woken, late bool
	over        bool
}

// Outside says whether a wait may be ended by something that is not of the
// interpreter, for which virtual time has to stand still.
type Outside uint8

const (
	// Inside waits end by other threads or by time.
	Inside Outside = iota
	// Perhaps something comes from outside: a descriptor is watched.
	Perhaps
	// Surely something comes: work of the host is under way.
	Surely
)

// Woken reports whether somebody has ended the wait.
func (w *Wait) Woken() bool { return w.woken }

// Begin makes a wait of the current thread, for others to wake.
func (g *Group) Begin(what func() string) *Wait { return &Wait{What: what, thread: g.current} }

// Wake ends a wait. Only the thread that has the lock may.
func (g *Group) Wake(w *Wait) {
	if g.virtual != nil {
		g.virtual.wake(w)
		return
	}
	w.woken = true
	g.poke(w.thread)
}

// poke has t look again at what it waits for. It may be called from any
// goroutine.
func (g *Group) poke(t *Thread) {
	if g.virtual != nil {
		g.virtual.pokeOutside()
		return
	}
	select {
	case t.park <- struct{}{}:
	default:
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if interrupt := g.blocked[t]; interrupt != nil {
		interrupt()
	}
}

// time is what deadlines are made of, in seconds.
func (g *Group) time() float64 {
	if g.virtual != nil {
		return g.virtual.clock.Peek()
	}
	return time.Since(g.begun).Seconds()
}

// Deadline gives the moment so many seconds from now, for Block.
func (g *Group) Deadline(seconds float64) float64 { return g.time() + seconds }

// Block lets other threads run until w is over: woken is false at its deadline,
// which is Forever for none. Signals that come for the main thread meanwhile are
// handled here, and their errors end the wait.
func (g *Group) Block(w *Wait, until float64) (woken bool, err error) {
	if g.virtual != nil {
		return g.virtual.block(w, until)
	}
	me := g.current
	outer := me.wait
	me.wait = w
	defer func() { me.wait = outer }()
	var timeout <-chan time.Time
	if !math.IsInf(until, 1) {
		t := time.NewTimer(seconds(until - g.time()))
		defer t.Stop()
		timeout = t.C
	}
	for {
		if err := g.Check(); err != nil {
			return w.woken, err
		}
		if w.woken || w.late || w.Probe != nil && w.Probe() {
			return w.woken || !w.late, nil
		}
		g.release()
		select {
		case <-me.park:
		case <-timeout:
			w.late = true // read by its own thread alone
		case <-g.stopped:
		}
		g.acquire(me)
	}
}

// WaitFor waits until there says that something is there, which it is asked
// after each signal; what names it.
func (g *Group) WaitFor(what string, until float64, there func() bool) error {
	w := g.Begin(func() string { return what })
	w.Probe = there
	_, err := g.Block(w, until)
	return err
}

// Pause waits until a signal was handled.
func (g *Group) Pause() error {
	had := g.handled
	return g.WaitFor("a signal", Forever, func() bool { return g.handled > had })
}

// Sleep is time.sleep.
func (g *Group) Sleep(seconds float64) error {
	if seconds == 0 {
		if g.virtual != nil {
			return g.virtual.giveWay()
		}
		me := g.current
		g.release()
		g.acquire(me)
		return g.Check()
	}
	w := g.Begin(func() string { return "the end of a sleep" })
	_, err := g.Block(w, g.Deadline(seconds))
	return err
}

// Join waits until t has ended, or until a moment.
func (g *Group) Join(t *Thread, until float64) (ended bool, err error) {
	if t.dead {
		return true, nil
	}
	w := g.Begin(func() string { return "the end of " + t.Process.Name() })
	t.joiners = append(t.joiners, w)
	return g.Block(w, until)
}
