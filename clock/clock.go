// Package clock gives a loop its time: seconds as a float64, as time.monotonic
// gives them, so that sums and ties are those of CPython.
package clock

import (
	"math"
	"time"
)

// Resolutions of the monotonic clock that CPython reports, in seconds.
const (
	ResolutionLinux   = 1e-9
	ResolutionWindows = 0.015625
)

// Clock is a loop's source of time.
type Clock interface {
	// Now gives the time in seconds since some fixed moment. It never goes back.
	Now() float64
	// Resolution is the clock's step in seconds: timers that are due within
	// one step run together.
	Resolution() float64
}

// Jumper is a Clock that a loop moves instead of waiting for it.
type Jumper interface {
	Clock
	// Peek gives the time without moving it.
	Peek() float64
	// Jump moves the time forward by a number of seconds.
	Jump(seconds float64)
	// NextEvent gives the time of the earliest scripted outside event that has
	// not happened, and false when there is none.
	NextEvent() (when float64, ok bool)
	// TakeEvent moves the time to that event, unless it has passed, and gives
	// what has to happen then.
	TakeEvent() func()
}

// Waiter is a Jumper that several threads share. A loop does not move it, but
// waits; it moves when every thread waits.
type Waiter interface {
	Jumper
	// Collect lets happen what is due.
	Collect()
	// Look tells that the loop looks at something which others may change.
	Look()
	// Wait returns at the end of w, or with an error that came meanwhile.
	Wait(w Wait) error
}

// Wait is what a loop waits for on a Waiter.
type Wait struct {
	// Seconds is how long at most; infinite for no limit.
	Seconds float64
	// Ready tells that the wait is over.
	Ready func() bool
	// Working tells that something outside will end the wait, for which the
	// clock has to stand still; Watching, that something might.
	Working, Watching func() bool
	// What describes it, for the report of a deadlock.
	What func() string
}

// Real is the machine's monotonic clock.
type Real struct {
	start      time.Time
	resolution float64
}

// NewReal makes a clock that runs with the machine's. resolution is its step in
// seconds; 0 stands for Linux's nanosecond. A coarser clock moves in whole
// steps, as the one that CPython reads on Windows does.
func NewReal(resolution float64) *Real {
	return &Real{start: time.Now(), resolution: orDefault(resolution)}
}

// Now implements Clock.
func (c *Real) Now() float64 { return floor(time.Since(c.start).Seconds(), c.resolution) }

// Resolution implements Clock.
func (c *Real) Resolution() float64 { return c.resolution }

func orDefault(resolution float64) float64 {
	if resolution <= 0 {
		return ResolutionLinux
	}
	return resolution
}

// floor cuts now to whole steps of a coarse clock. Steps of a microsecond and
// less stay as they are: there the rounding of a float64 would be the larger
// error.
func floor(now, step float64) float64 {
	if step <= 1e-6 {
		return now
	}
	return math.Floor(now/step) * step
}
