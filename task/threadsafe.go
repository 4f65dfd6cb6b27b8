package task

import (
	"asyncio/concurrent"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
)

// RunCoroutineThreadsafe has c run as a task of the loop, from any goroutine,
// and gives a concurrent future of its outcome, as run_coroutine_threadsafe.
// Cancelling that cancels the task.
func RunCoroutineThreadsafe(l *loop.Loop, c coroutine.Coroutine) (*concurrent.Future, error) {
	if c == nil {
		return nil, exceptions.TypeError("A coroutine object is required")
	}
	cf := concurrent.NewFutureBy(l)
	_, err := l.CallSoonThreadsafe(func() error {
		t, err := Create(l, c, Options{})
		if err == nil {
			err = chain(l, t, cf)
		}
		if err != nil {
			if cf.SetRunning() {
				_ = cf.SetException(err) // it was pending: this cannot fail
			}
			return err
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return cf, nil
}

// chain makes cf follow t, and t end when cf is cancelled.
func chain(l *loop.Loop, t *Task, cf *concurrent.Future) error {
	cf.AddDoneCallback(func(cf *concurrent.Future) {
		if cf.Cancelled() {
			// A closed loop has no task left to cancel.
			_, _ = l.CallSoonThreadsafe(func() error { t.Cancel(); return nil })
		}
	})
	return t.AddDoneCallback(future.Func(func(f future.Awaitable) error {
		if f.Cancelled() {
			cf.Cancel()
			return nil
		}
		if !cf.SetRunning() {
			_, _ = f.Exception() // cancelled on the other side: nobody will ask
			return nil
		}
		v, err := peek(f)
		if err != nil {
			return cf.SetException(err)
		}
		return cf.SetResult(v)
	}), nil)
}

// ToThread runs job on the loop's default executor and waits for it, as
// to_thread. The job gets a copy of the current context through the closure's
// own variables only: Go has no goroutine-local context.
func ToThread(co *Co, job func() (any, error)) (any, error) {
	return co.Do(FutureOp(func(on *loop.Loop) (future.Awaitable, error) { return on.RunInExecutor(nil, job) }))
}
