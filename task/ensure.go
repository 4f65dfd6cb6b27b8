package task

import (
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
)

// Ensure gives the future that aw stands for: aw itself, or a new task for a
// coroutine, as ensure_future. It fails with TypeError for anything else.
func Ensure(l *loop.Loop, aw any) (future.Awaitable, error) {
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
