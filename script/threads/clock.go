package threads

import (
	"asyncio/clock"
)

// Clock gives what the interpreter's loops run on: the virtual clock, whose
// jumps wait for the other threads, or nil in real time.
func (g *Group) Clock() clock.Clock {
	if g.virtual == nil {
		return nil
	}
	return (*loopClock)(g.virtual)
}

// Virtual reports whether time is virtual.
func (g *Group) Virtual() bool { return g.virtual != nil }

// Now reads the virtual clock, as each of the program's own readings does.
func (g *Group) Now() float64 { return (*loopClock)(g.virtual).Now() }

// Look tells that the current thread looks at something that others may change.
// In virtual time they run when it does so again and again.
func (g *Group) Look() {
	if g.virtual != nil {
		g.virtual.look()
	}
}

// loopClock is the scheduler as a loop's clock.
type loopClock scheduler

// Now implements clock.Clock.
func (c *loopClock) Now() float64 {
	now := c.clock.Now()
	(*scheduler)(c).look()
	return now
}

// Resolution implements clock.Clock.
func (c *loopClock) Resolution() float64 { return c.clock.Resolution() }

// Peek implements clock.Jumper.
func (c *loopClock) Peek() float64 { return c.clock.Peek() }

// Jump implements clock.Jumper.
func (c *loopClock) Jump(seconds float64) { c.clock.Jump(seconds) }

// NextEvent implements clock.Jumper: what is scripted the threads' scheduler
// sees to.
func (c *loopClock) NextEvent() (float64, bool) { return 0, false }

// TakeEvent implements clock.Jumper.
func (c *loopClock) TakeEvent() func() { return func() {} }

// Collect implements clock.Waiter.
func (c *loopClock) Collect() { (*scheduler)(c).collect() }

// Look implements clock.Waiter.
func (c *loopClock) Look() { (*scheduler)(c).look() }

// Wait implements clock.Waiter.
func (c *loopClock) Wait(w clock.Wait) error {
	wait := c.g.Begin(w.What)
	wait.Probe = w.Ready
	wait.Outside = func() Outside {
		switch {
		case w.Working():
			return Surely
		case w.Watching():
			return Perhaps
		}
		return Inside
	}
	_, err := c.g.Block(wait, c.g.Deadline(w.Seconds))
	return err
}
