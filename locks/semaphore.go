package locks

import (
	"fmt"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/profile"
	"asyncio/task"
)

// Semaphore is asyncio.Semaphore: a counter that Acquire decrements, waiting
// while it is zero, and Release increments. Who gets a slot that became free,
// and what a cancelled waiter does to the others, differs by version as
// profile.SemaphoreRule says.
type Semaphore struct {
	Bound
	class   string
	value   int
	limit   int // what Release must not exceed, negative for none
	waiters Waiters
	// scheduled: a waiter was woken and has not run yet. Only SemaphoreOrdered
	// has it, and forgets to clear it when that waiter is cancelled.
	scheduled bool
}

var _ Locker = (*Semaphore)(nil)

// NewSemaphore makes a semaphore with value free slots. It fails with
// ValueError for a negative value, and as NewBound does.
func NewSemaphore(h Home, value int) (*Semaphore, error) {
	b, err := newSemaphoreBound(h, value)
	if err != nil {
		return nil, err
	}
	return &Semaphore{Bound: b, class: "Semaphore", value: value, limit: -1}, nil
}

func newSemaphoreBound(h Home, value int) (Bound, error) {
	if value < 0 {
		return Bound{}, exceptions.ValueError("Semaphore initial value must be >= 0")
	}
	return NewBound(h)
}

// BoundedSemaphore is asyncio.BoundedSemaphore: a semaphore that refuses to be
// released more often than it was acquired.
type BoundedSemaphore struct{ Semaphore }

// NewBoundedSemaphore makes a bounded semaphore. It fails as NewSemaphore does.
func NewBoundedSemaphore(h Home, value int) (*BoundedSemaphore, error) {
	b, err := newSemaphoreBound(h, value)
	if err != nil {
		return nil, err
	}
	return &BoundedSemaphore{Semaphore{Bound: b, class: "BoundedSemaphore", value: value, limit: value}}, nil
}

func (s *Semaphore) rule() profile.SemaphoreRule { return s.proc.Profile.Semaphore }

// handed reports whether Release itself takes the slot for the waiter it wakes.
func (s *Semaphore) handed() bool { return s.rule() >= profile.SemaphoreFIFO }

// Value gives the number of free slots.
func (s *Semaphore) Value() int { return s.value }

// SetValue changes the number of free slots, waking nobody.
func (s *Semaphore) SetValue(n int) { s.value = n }

// Locked implements Locker: it reports whether there is no free slot, from 3.10
// on also whether somebody else waits for one.
func (s *Semaphore) Locked() bool {
	return s.value == 0 || s.handed() && !s.waiters.allCancelled()
}

// Acquire waits for a free slot and takes it. It fails with CancelledError when
// the task is cancelled meanwhile, and on another loop as Bound.CreateFuture
// does.
func (s *Semaphore) Acquire(co *task.Co) error {
	_, err := co.Do(s.AcquireOp())
	return err
}

// AcquireOp is Acquire as an operation, whose value is true.
func (s *Semaphore) AcquireOp() task.Op {
	if s.handed() {
		return &semaphoreAcquire{s: s}
	}
	return &semaphoreRetry{s: s}
}

// With runs body while holding a slot, as `async with semaphore:`.
func (s *Semaphore) With(co *task.Co, body func() error) error { return With(co, s, body) }

// Release gives a slot back and wakes a waiter for it. A bounded semaphore
// fails with ValueError "BoundedSemaphore released too many times"; both fail
// when the loop is closed.
func (s *Semaphore) Release() error {
	if s.limit >= 0 && s.value >= s.limit {
		return exceptions.ValueError("BoundedSemaphore released too many times")
	}
	s.value++
	_, err := s.wakeNext()
	return err
}

// wakeNext wakes the first waiter that was not woken yet and reports whether
// there was one.
func (s *Semaphore) wakeNext() (bool, error) {
	if !s.handed() {
		woken, err := s.waiters.WakeNext()
		s.scheduled = s.scheduled || woken && s.rule() == profile.SemaphoreOrdered
		return woken, err
	}
	for _, f := range s.waiters.list {
		if !f.Done() {
			s.value--
			return true, wake(f, true)
		}
	}
	return false, nil
}

// Waiters gives the list of those who wait, for who is to change it.
func (s *Semaphore) Waiters() *Waiters { return &s.waiters }

// Waiting gives the futures that coroutines wait for here, first come first.
func (s *Semaphore) Waiting() []future.Awaitable { return s.waiters.Futures() }

// String gives the semaphore as repr() does.
func (s *Semaphore) String() string { return describe(s.class, s, s.Info()) }

// Info gives the part of the repr in brackets.
func (s *Semaphore) Info() string {
	text := "locked"
	if !s.Locked() {
		text = fmt.Sprintf("unlocked, value:%d", s.value)
	}
	return text + s.waiters.info()
}
