package task

import (
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
)

// Ensure gives the future that aw stands for: aw itself, or a new task of loop l
// for a coroutine, as ensure_future(aw, loop=l). It fails with ValueError for
// another loop's future and with TypeError for anything else.
func Ensure(l *loop.Loop, aw any) (future.Awaitable, error) {
	f, err := ensureAny(l, aw)
	if err == nil && f.Loop() != future.Loop(l) {
		return nil, exceptions.ValueError("The future belongs to a different loop than the one specified as the loop argument")
	}
	return f, err
}

// ensureAny is Ensure without a loop argument: a future of any loop will do.
func ensureAny(l *loop.Loop, aw any) (future.Awaitable, error) {
	switch a := aw.(type) {
	case future.Awaitable:
		return a, nil
	case coroutine.Coroutine:
		t, err := Create(l, a, Options{})
		if err != nil {
			return nil, err
		}
		return t, nil
	}
	return nil, exceptions.TypeError("An asyncio.Future, a coroutine or an awaitable is required")
}
