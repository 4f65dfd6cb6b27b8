package asyncio

import (
	"asyncio/locks"
	"asyncio/task"
)

// The objects by which coroutines wait for each other. Their methods that may
// wait take the coroutine first.
type (
	// Lock is a fair lock.
	Lock = locks.Lock
	// Event is a flag to wait for.
	Event = locks.Event
	// Condition is a lock whose holders wait to be notified.
	Condition = locks.Condition
	// Semaphore is a number of slots.
	Semaphore = locks.Semaphore
	// BoundedSemaphore is a Semaphore that refuses to grow.
	BoundedSemaphore = locks.BoundedSemaphore
	// Barrier has coroutines go on together.
	Barrier = locks.Barrier
	// Locker is what can be held: a Lock, Condition or Semaphore.
	Locker = locks.Locker
	// Op is an operation that may wait, cut at its awaits, for code that is no
	// Go coroutine.
	Op = task.Op
)

// ErrBrokenBarrier is what waiting at an aborted barrier fails with.
var ErrBrokenBarrier error = locks.ErrBrokenBarrier

// NewLock makes an unlocked lock.
func NewLock(co *Co) *Lock { return sure(locks.NewLock(locks.On(co.Loop()))) }

// NewEvent makes an event that is not set.
func NewEvent(co *Co) *Event { return sure(locks.NewEvent(locks.On(co.Loop()))) }

// NewCondition makes a condition on lock, or on a lock of its own when lock is
// nil. It fails with ValueError where the emulated version refuses another
// loop's lock.
func NewCondition(co *Co, lock Locker) (*Condition, error) {
	return locks.NewCondition(locks.On(co.Loop()), lock)
}

// NewSemaphore makes a semaphore with value free slots. It fails with
// ValueError for a negative value.
func NewSemaphore(co *Co, value int) (*Semaphore, error) {
	return locks.NewSemaphore(locks.On(co.Loop()), value)
}

// NewBoundedSemaphore makes a bounded semaphore with value free slots. It fails
// with ValueError for a negative value.
func NewBoundedSemaphore(co *Co, value int) (*BoundedSemaphore, error) {
	return locks.NewBoundedSemaphore(locks.On(co.Loop()), value)
}

// NewBarrier makes a barrier for parties coroutines. It fails with ValueError
// unless that is positive.
func NewBarrier(co *Co, parties int) (*Barrier, error) {
	return locks.NewBarrier(locks.On(co.Loop()), parties)
}

// WithLock runs body while holding l, as `async with l:`, and gives what body
// returned.
func WithLock[T any](co *Co, l Locker, body func() (T, error)) (v T, err error) {
	err = locks.With(co, l, func() (err error) {
		v, err = body()
		return err
	})
	return v, err
}

// sure gives what was made for a loop that is known, which cannot fail.
func sure[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
