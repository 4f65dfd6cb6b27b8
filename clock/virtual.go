package clock

import (
	"slices"
	"sort"
)

// Start is the reading of a fresh Virtual clock, in seconds.
const Start = 1_000_000.0

// Creep is what every reading of a Virtual clock adds, in seconds, so that
// timers set one after another stay apart as they do in real life.
const Creep = 1e-6

// Virtual is a clock that stands still but for Creep, until the loop finds
// that nothing else can happen and jumps to its next timer. Outside events can
// be scripted on it. It belongs to whoever holds the loop's baton.
type Virtual struct {
	start      float64
	now        float64
	resolution float64
	events     []*event
}

type event struct {
	when float64
	do   func()
}

// NewVirtual makes a clock that reads Start. resolution is its step in
// seconds; 0 stands for Linux's nanosecond.
func NewVirtual(resolution float64) *Virtual {
	return NewVirtualAt(Start, resolution)
}

// NewVirtualAt makes a clock that reads start, in seconds.
func NewVirtualAt(start, resolution float64) *Virtual {
	return &Virtual{start: start, now: start, resolution: orDefault(resolution)}
}

// Now implements Clock. Each reading adds Creep first.
func (c *Virtual) Now() float64 {
	c.now += Creep
	return floor(c.now, c.resolution)
}

// Resolution implements Clock.
func (c *Virtual) Resolution() float64 { return c.resolution }

// Began gives the time at which the clock started.
func (c *Virtual) Began() float64 { return c.start }

// Peek implements Jumper.
func (c *Virtual) Peek() float64 { return floor(c.now, c.resolution) }

// Jump implements Jumper. A time that is not ahead moves nothing.
func (c *Virtual) Jump(seconds float64) {
	if seconds > 0 {
		c.now += seconds
	}
}

// At scripts an outside event: after the given number of seconds from the start,
// do is called while the loop waits, or at its next safe point if it is busy
// then. Events of one moment happen in the order they were scripted.
func (c *Virtual) At(seconds float64, do func()) { c.AtTime(c.start+seconds, do) }

// AtTime is At for a reading of the clock; cancel takes the event back.
func (c *Virtual) AtTime(when float64, do func()) (cancel func()) {
	i := sort.Search(len(c.events), func(i int) bool { return c.events[i].when > when })
	c.events = append(c.events, nil)
	copy(c.events[i+1:], c.events[i:])
	e := &event{when, do}
	c.events[i] = e
	return func() {
		if i := slices.Index(c.events, e); i >= 0 {
			c.events = slices.Delete(c.events, i, i+1)
		}
	}
}

// NextEvent implements Jumper.
func (c *Virtual) NextEvent() (float64, bool) {
	if len(c.events) == 0 {
		return 0, false
	}
	return c.events[0].when, true
}

// TakeEvent implements Jumper.
func (c *Virtual) TakeEvent() func() {
	e := c.events[0]
	c.events = c.events[1:]
	c.now = max(c.now, e.when)
	return e.do
}
