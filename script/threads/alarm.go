package threads

import (
	"errors"
	"math"
	"time"

	"asyncio/signalsafe"
)

// Send lets a signal arrive at the interpreter's process, as os.kill does to
// itself. One that kills a process which is only simulated ends the run with a
// signalsafe.DeathError.
func (g *Group) Send(s signalsafe.Signal) error {
	err := g.Process.Signals.Raise(s)
	var death *signalsafe.DeathError
	if errors.As(err, &death) {
		g.Fail(death)
		return nil // the next look finds it
	}
	return err
}

// Arrive is Send for a signal from outside of the process.
func (g *Group) Arrive(s signalsafe.Signal) {
	if err := g.Process.Signals.Deliver(s); err != nil {
		g.Fail(err)
	}
}

// Timer is the process's timer of real time, which sends a signal: alarm and
// setitimer set it.
type Timer struct {
	g        *Group
	signal   signalsafe.Signal
	interval float64
	until    float64
	on       bool
	cancel   func()
}

// NewTimer makes a timer that sends s.
func (g *Group) NewTimer(s signalsafe.Signal) *Timer { return &Timer{g: g, signal: s} }

// Left gives the seconds until the timer goes off, 0 when it is not set, and
// its interval.
func (t *Timer) Left() (seconds, interval float64) {
	if !t.on {
		return 0, 0
	}
	left := t.until - t.g.time()
	if left <= 0 && t.g.virtual == nil { // gone off since
		if t.interval <= 0 {
			return 0, 0
		}
		left += t.interval * math.Ceil(-left/t.interval)
	}
	return max(left, 1e-6), t.interval
}

// Set sets the timer, or stops it with 0 seconds.
func (t *Timer) Set(seconds, interval float64) {
	t.Stop()
	if seconds <= 0 {
		return
	}
	t.interval = interval
	t.arm(t.g.time() + seconds)
}

// Stop stops the timer.
func (t *Timer) Stop() {
	if t.on {
		t.on = false
		t.cancel()
	}
}

func (t *Timer) arm(until float64) {
	t.on, t.until = true, until
	g := t.g
	if g.virtual != nil {
		t.cancel = g.virtual.clock.AtTime(until, func() {
			t.on = false
			if t.interval > 0 {
				t.arm(until + t.interval)
			}
			g.Arrive(t.signal)
		})
		return
	}
	t.cancel = g.after(until, t.interval, func() { _ = g.Send(t.signal) })
}

// Interrupt has the main thread's code broken off after so many seconds, and
// again after each interval, by what why gives: it is called on that thread,
// where a signal's handler would be. cancel ends it, and takes back what the
// thread has not seen.
func (g *Group) Interrupt(after, interval float64, why func() error) (cancel func()) {
	fire := func() { g.Process.Signals.Interrupt(why) }
	stop := func() {}
	if g.virtual == nil {
		stop = g.after(g.time()+after, interval, fire)
	} else {
		var arm func(until float64)
		arm = func(until float64) {
			stop = g.virtual.clock.AtTime(until, func() {
				stop = func() {}
				if interval > 0 {
					arm(until + interval)
				}
				fire()
			})
		}
		arm(g.time() + after)
	}
	return func() {
		stop()
		g.Process.Signals.Interrupt(nil)
	}
}

// after calls fire at a time of the real clock, and then at every interval if
// there is one, until it is cancelled.
func (g *Group) after(until, interval float64, fire func()) (cancel func()) {
	quit, ended := make(chan struct{}), make(chan struct{})
	go func() { // cancel ends it
		defer close(ended)
		timer := time.NewTimer(seconds(until - g.time()))
		defer timer.Stop()
		for {
			select {
			case <-quit:
				return
			case <-timer.C:
			}
			fire()
			if interval <= 0 {
				return
			}
			until += interval
			timer.Reset(seconds(until - g.time()))
		}
	}()
	return func() {
		close(quit)
		<-ended
	}
}

func seconds(s float64) time.Duration { return time.Duration(min(max(s, 0), 9e9) * 1e9) }

// SignalAfter has s arrive from outside in so many seconds, unless it is
// cancelled before.
func (g *Group) SignalAfter(s signalsafe.Signal, after float64) (cancel func()) {
	at := g.time() + after
	if g.virtual != nil {
		return g.virtual.clock.AtTime(at, func() { g.Arrive(s) })
	}
	return g.after(at, 0, func() { _ = g.Send(s) })
}
