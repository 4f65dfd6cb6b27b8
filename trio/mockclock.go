package trio

import (
	"math"
	"time"

	"asyncio/exceptions"
)

// MockClock is a clock for tests. It stands at 0 and moves only when it is told
// to: by Jump, by a rate, or by itself when all tasks wait (autojump).
type MockClock struct {
	rate      float64 // seconds for each real one
	threshold float64
	real      time.Time // when base was right
	base      float64
	r         *Runner
	owner     any
}

// NewMockClock makes a clock that stands still.
func NewMockClock() *MockClock { return &MockClock{threshold: math.Inf(1), real: time.Now()} }

// Autojump makes a clock that jumps to the next deadline as soon as all tasks
// wait.
func Autojump() *MockClock {
	c := NewMockClock()
	c.threshold = 0
	return c
}

// Owner gives the object of the layer above that stands for the clock.
func (c *MockClock) Owner() any { return c.owner }

// SetOwner sets what Owner gives.
func (c *MockClock) SetOwner(o any) { c.owner = o }

// Start implements Clock.
func (c *MockClock) Start() { c.SetBase() }

// SetBase counts the rate from now on.
func (c *MockClock) SetBase() { c.base, c.real = c.Now(), time.Now() }

// Now implements Clock.
func (c *MockClock) Now() float64 {
	if c.rate == 0 {
		return c.base
	}
	return c.base + c.rate*time.Since(c.real).Seconds()
}

// SleepTime implements Clock.
func (c *MockClock) SleepTime(deadline float64) float64 {
	left := deadline - c.Now()
	switch {
	case left <= 0:
		return 0
	case c.rate > 0:
		return left / c.rate
	}
	return 999999999
}

// Rate gives how many of the clock's seconds pass in a real one.
func (c *MockClock) Rate() float64 { return c.rate }

// SetRate changes it; the time goes on from where it is. It fails with
// ValueError for less than 0.
func (c *MockClock) SetRate(rate float64) error {
	if rate < 0 {
		return exceptions.ValueError("rate must be >= 0")
	}
	c.SetBase()
	c.rate = rate
	return nil
}

// AutojumpThreshold gives how many real seconds all tasks have to wait before
// the clock jumps, infinity for never.
func (c *MockClock) AutojumpThreshold() float64 { return c.threshold }

// SetAutojumpThreshold changes it, also during a run.
func (c *MockClock) SetAutojumpThreshold(seconds float64) {
	c.threshold = seconds
	if c.r != nil {
		c.r.autojump = seconds
		if c.r.guest != nil {
			c.r.guest.tickSoon()
		}
	}
}

// Jump moves the clock forward. It fails with ValueError for less than 0.
func (c *MockClock) Jump(seconds float64) error {
	if seconds < 0 {
		return exceptions.ValueError("time can't go backwards")
	}
	c.base += seconds
	return nil
}

func (c *MockClock) attach(r *Runner) { c.r, r.autojump = r, c.threshold }

func (c *MockClock) detach(r *Runner) {
	if c.r == r {
		c.r = nil
	}
}

// autojump moves the clock to the next deadline, if there is one.
func (c *MockClock) autojump() {
	if next := c.r.deadlines.next(); !math.IsInf(next, 1) {
		c.base += max(0, next-c.Now())
	}
}
