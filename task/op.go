package task

import (
	"asyncio/future"
	"asyncio/loop"
)

// Op is an operation that may have to wait several times, such as acquiring a
// lock, cut at its awaits. It knows no coroutine: a Go coroutine runs it with
// Co.Do, an interpreter from its own frames.
//
// Begin and Resume answer alike. With done false, f is to be awaited and Resume
// called with how that await ended. With done true the operation is over: err
// is its error, Value its result. An Op is used once.
type Op interface {
	// Begin starts the operation on the running loop.
	Begin(on *loop.Loop) (f future.Awaitable, done bool, err error)
	// Resume goes on after the await of f, which raised err, or nothing when
	// err is nil. Whatever the await raised goes in here, so that the operation
	// gives up its place.
	Resume(err error) (f future.Awaitable, done bool, _ error)
	// Value gives the result of an operation that is over without an error.
	Value() any
}

// Do runs op to its end within the coroutine and gives its outcome.
func (co *Co) Do(op Op) (any, error) {
	f, done, err := op.Begin(co.Loop())
	for !done {
		_, err = co.Await(f)
		f, done, err = op.Resume(err)
	}
	if err != nil {
		return nil, err
	}
	return op.Value(), nil
}
