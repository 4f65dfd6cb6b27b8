package task

import (
	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/loop"
)

// Op is an operation that may have to wait several times, such as acquiring a
// lock, cut at its awaits. It knows no coroutine: a Go coroutine runs it with
// Co.Do, an interpreter from its own frames.
//
// Begin and Resume answer alike. With done false, wait is what to await before
// Resume is called with how that ended:
//
//	a future.Awaitable       the future's outcome
//	a coroutine.Coroutine    run to its end within the caller's own task
//	nil                      one iteration, as sleep(0)
//
// With done true the operation is over: err is its error, Value its result. An
// Op is used once.
type Op interface {
	// Begin starts the operation on the running loop.
	Begin(on *loop.Loop) (wait any, done bool, err error)
	// Resume goes on after the await, which gave v, or raised err when that is
	// not nil. Whatever the await raised goes in here, so that the operation
	// gives up its place.
	Resume(v any, err error) (wait any, done bool, _ error)
	// Value gives the result of an operation that is over without an error.
	Value() any
}

// Do runs op to its end within the coroutine and gives its outcome.
func (co *Co) Do(op Op) (any, error) {
	wait, done, err := op.Begin(co.Loop())
	for !done {
		var v any
		switch w := wait.(type) {
		case nil:
			err = co.Yield()
		case future.Awaitable:
			v, err = co.Await(w)
		case coroutine.Coroutine:
			v, err = co.AwaitCoroutine(w)
		}
		wait, done, err = op.Resume(v, err)
	}
	if err != nil {
		return nil, err
	}
	return op.Value(), nil
}

// FutureOp is the operation of making a future and awaiting it.
func FutureOp(start func(on *loop.Loop) (future.Awaitable, error)) Op {
	return &futureOp{start: start}
}

type futureOp struct {
	start func(*loop.Loop) (future.Awaitable, error)
	value any
}

// Begin implements Op.
func (o *futureOp) Begin(on *loop.Loop) (any, bool, error) {
	f, err := o.start(on)
	return f, err != nil, err
}

// Resume implements Op.
func (o *futureOp) Resume(v any, err error) (any, bool, error) {
	o.value = v
	return nil, true, err
}

// Value implements Op.
func (o *futureOp) Value() any { return o.value }
