package trio

import (
	"fmt"

	"asyncio/exceptions"
)

// Semaphore has a number of permits, given to whoever asked first.
type Semaphore struct {
	lot     ParkingLot
	value   int
	max     int
	bounded bool
}

// NewSemaphore makes a semaphore with that many permits. It fails with
// ValueError for less than 0.
func NewSemaphore(initial int) (*Semaphore, error) {
	if initial < 0 {
		return nil, exceptions.ValueError("initial value must be >= 0")
	}
	return &Semaphore{value: initial}, nil
}

// NewBoundedSemaphore makes a semaphore that never has more than max permits. It
// fails with ValueError for less than 0, and for a max less than that.
func NewBoundedSemaphore(initial, max int) (*Semaphore, error) {
	s, err := NewSemaphore(initial)
	if err != nil {
		return nil, err
	}
	if max < initial {
		return nil, exceptions.ValueError("max_values must be >= initial_value")
	}
	s.max, s.bounded = max, true
	return s, nil
}

// Value gives the permits that are free.
func (s *Semaphore) Value() int { return s.value }

// Max gives the most permits there may be, and whether there is such a number.
func (s *Semaphore) Max() (max int, bounded bool) { return s.max, s.bounded }

// TasksWaiting gives how many tasks wait for a permit.
func (s *Semaphore) TasksWaiting() int { return s.lot.Len() }

// AcquireNowait takes a permit or fails with WouldBlock.
func (s *Semaphore) AcquireNowait() error {
	if s.value == 0 {
		return errWouldBlock()
	}
	s.value--
	return nil
}

// AcquireOp takes a permit, waiting for one if need be.
func (s *Semaphore) AcquireOp() Op {
	return trying(
		func(*Task) (any, error) { return nil, s.AcquireNowait() },
		func(t *Task) then { return s.lot.park(t, nil, "Semaphore.acquire", nil) })
}

// Acquire takes a permit for t.
func (s *Semaphore) Acquire(t *Task) error { return t.do(s.AcquireOp()) }

// Release gives a permit back, to the first that waits if there is one. It fails
// with ValueError when there would be more than the most.
func (s *Semaphore) Release() error {
	switch {
	case len(s.lot.Unpark(1)) > 0:
		return nil
	case s.bounded && s.value == s.max:
		return exceptions.ValueError("semaphore released too many times")
	}
	s.value++
	return nil
}

// With runs body while holding a permit, as `async with semaphore:`.
func (s *Semaphore) With(t *Task, body func() error) error {
	return holding(t, s.AcquireOp(), body, s.Release)
}

// String gives the semaphore as repr() does.
func (s *Semaphore) String() string {
	max := ""
	if s.bounded {
		max = fmt.Sprintf(", max_value=%d", s.max)
	}
	return fmt.Sprintf("<trio.Semaphore(%d%s) at %p>", s.value, max, s)
}
