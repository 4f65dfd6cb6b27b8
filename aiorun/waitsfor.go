package aiorun

import (
	"reflect"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/task"
)

// protected marks, as its Owner, a task that the shutdown waits for instead of
// cancelling it.
type protected struct{}

// ShutdownWaitsFor starts job at once as a task of its own that the shutdown
// does not cancel, and gives what waits for it: to be called in a coroutine, run
// as a task, or dropped. Who waits and is cancelled hears of that at once, while
// job goes on and its outcome is lost. Tasks that job makes are not protected.
// On a closed loop the RuntimeError comes from what is given.
func ShutdownWaitsFor(l *loop.Loop, job func(co *task.Co) error) func(co *task.Co) error {
	wait := waitsFor(l, func(co *task.Co) (any, error) { return nil, job(co) }, reflect.ValueOf(job).Pointer())
	return func(co *task.Co) error {
		_, err := wait(co)
		return err
	}
}

// ShutdownWaitsForOf is ShutdownWaitsFor for a job with a result.
func ShutdownWaitsForOf[T any](l *loop.Loop, job func(co *task.Co) (T, error)) func(co *task.Co) (T, error) {
	wait := waitsFor(l, func(co *task.Co) (any, error) { return job(co) }, reflect.ValueOf(job).Pointer())
	return func(co *task.Co) (T, error) {
		v, err := wait(co)
		t, _ := v.(T)
		return t, err
	}
}

func waitsFor(l *loop.Loop, job task.Func, entry uintptr) task.Func {
	f := future.New(l)
	t, err := task.Create(l, task.NewCoro(l, func(co *task.Co) (any, error) {
		v, err := job(co)
		switch kind := exceptions.KindOf(err); {
		case err != nil && kind != exceptions.Ordinary && kind != exceptions.Cancelled:
			return nil, err // it is the loop's, not the waiter's
		case f.Cancelled():
			return nil, nil
		case err != nil:
			return nil, f.SetException(err)
		}
		return nil, f.SetResult(v)
	}, entry), task.Options{})
	if err != nil {
		return func(*task.Co) (any, error) { return nil, err }
	}
	t.SetOwner(protected{})
	return func(co *task.Co) (any, error) { return co.Await(f) }
}

func isProtected(t *task.Task) bool {
	_, yes := t.Owner().(protected)
	return yes
}

// coro makes a coroutine that is named after fn.
func coro(l *loop.Loop, fn func(co *task.Co) error) *task.Coro {
	return task.NewCoro(l, func(co *task.Co) (any, error) { return nil, fn(co) }, reflect.ValueOf(fn).Pointer())
}
