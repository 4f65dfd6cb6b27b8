package asyncio

import (
	"asyncio/future"
	"asyncio/loop"
	"asyncio/script/object"
)

// HostLoop makes a loop for the host to run and sets it as the current loop of
// this thread.
func (b *Binding) HostLoop() (*loop.Loop, error) {
	v, err := b.newEventLoop()
	if err != nil {
		return nil, err
	}
	if _, err := b.callMethod(b.getPolicy(), "set_event_loop", v); err != nil {
		return nil, err
	}
	return b.loopOf(v)
}

// Start makes a task of the loop that runs a coroutine.
func (b *Binding) Start(l *loop.Loop, coro object.Value) (future.Awaitable, error) {
	v, err := b.createTask(b.t(), b.loopValue(l).Ref.(*pyLoop), coro, taskOptions{})
	if err != nil {
		return nil, err
	}
	f, ok := b.futureOf(v)
	if !ok {
		return nil, object.TypeError("the task factory gave %s", b.repr(v))
	}
	return f, nil
}

// Value gives Python's view of a result of the core, a future included.
func (b *Binding) Value(v any) object.Value { return b.toValue(v) }

// Future gives the core's view of a Python future; ok is false for what is
// none.
func (b *Binding) Future(v object.Value) (f future.Awaitable, ok bool) { return b.futureOf(v) }

// RunningLoop gives the loop that runs in the current thread, or the error of
// get_running_loop().
func (b *Binding) RunningLoop() (*loop.Loop, error) { return b.running() }
