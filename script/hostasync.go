package script

import (
	"asyncio/future"
	"asyncio/loop"
	"asyncio/script/asyncio"
	"asyncio/script/host"
	"asyncio/script/object"
)

// AsyncFunc is a function of the host that the program awaits. It returns a
// future of the loop that runs. What is done elsewhere is announced with
// l.RegisterPending and sets the future's result in the callback that ends it.
// Arguments, results and errors are converted as those of a Func. When the
// program cancels its await, the future is cancelled.
type AsyncFunc = func(l *loop.Loop, args []any) (future.Awaitable, error)

func asyncHostFunction(name string, fn AsyncFunc) object.Value {
	return object.NewBuiltin(name, 0, -1, func(t *object.Thread, args []object.Value, kw []object.Kw) (object.Value, error) {
		in, err := hostArgs(t, name, args, kw)
		if err != nil {
			return object.Value{}, err
		}
		b := asyncio.Of(host.Of(t))
		l, err := b.RunningLoop()
		if err != nil {
			return object.Value{}, err
		}
		given, err := fn(l, in)
		if err != nil {
			return object.Value{}, hostError(err)
		}
		out := future.New(l)
		if err := given.AddDoneCallback(future.Func(func(f future.Awaitable) error { return settle(name, out, f) }), nil); err != nil {
			return object.Value{}, err
		}
		err = out.AddDoneCallback(future.Func(func(f future.Awaitable) error {
			if !f.Cancelled() || given.Done() {
				return nil
			}
			_, err := given.TryCancel(nil)
			return err
		}), nil)
		return b.Value(out), err
	})
}

// settle gives out the outcome of the host's future as Python has it.
func settle(name string, out *future.Future, given future.Awaitable) error {
	if out.Done() {
		return nil
	}
	if given.Cancelled() {
		out.Cancel()
		return nil
	}
	v, err := given.Result()
	if err == nil {
		var x object.Value
		if x, err = toPython(name, v); err == nil {
			return out.SetResult(x)
		}
	}
	return out.SetException(hostError(err))
}
