package trio

import (
	"math"
	"math/rand/v2"

	"asyncio/clock"
)

// Clock is a run's source of time, in seconds.
type Clock interface {
	// Start is called once, when the run begins.
	Start()
	// Now gives the time.
	Now() float64
	// SleepTime gives how many real seconds it is to a deadline of this clock.
	SleepTime(deadline float64) float64
}

// systemClock runs with the machine. It starts at some far number, so that
// nobody takes it for the time of day or for zero.
type systemClock struct {
	clock  clock.Clock
	offset float64
}

// NewClock makes a run's clock of one that an asyncio loop could use. A
// clock.Jumper is moved instead of being waited for, and its scripted events
// happen.
func NewClock(c clock.Clock) Clock { return &systemClock{clock: c} }

// SystemClock is the clock of a run that is given none.
func SystemClock() Clock {
	return &systemClock{clock: clock.NewReal(0), offset: 10_000 + 190_000*rand.Float64()}
}

// Start implements Clock.
func (*systemClock) Start() {}

// Now implements Clock.
func (c *systemClock) Now() float64 { return c.offset + c.clock.Now() }

// SleepTime implements Clock.
func (c *systemClock) SleepTime(deadline float64) float64 {
	if math.IsInf(deadline, 1) { // no need to look at the time
		return deadline
	}
	return deadline - c.Now()
}

// jumper gives the clock that a run moves, or nil.
func jumper(c Clock) clock.Jumper {
	if s, ok := c.(*systemClock); ok {
		j, _ := s.clock.(clock.Jumper)
		return j
	}
	return nil
}
