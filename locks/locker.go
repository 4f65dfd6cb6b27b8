package locks

import (
	"asyncio/exceptions"
	"asyncio/task"
)

// Locker is what a Condition is built on, and what `async with` enters: a Lock,
// a Semaphore, or an object of the layer above that acts as one.
type Locker interface {
	// Locked reports whether acquiring would have to wait.
	Locked() bool
	// AcquireOp gives the operation that acquires it.
	AcquireOp() task.Op
	// Release gives it back.
	Release() error
}

// With acquires l, runs body and releases l, as `async with l:`. An error of
// the release goes before body's, which becomes its context. A panic in body
// releases too.
func With(co *task.Co, l Locker, body func() error) (err error) {
	if _, err := co.Do(l.AcquireOp()); err != nil {
		return err
	}
	defer func() {
		if e := l.Release(); e != nil {
			err = exceptions.During(e, err)
		}
	}()
	return body()
}
