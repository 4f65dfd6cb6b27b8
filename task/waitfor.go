package task

import (
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/profile"
)

// WaitFor waits for aw, a future or a coroutine, at most timeout seconds
// (NoTimeout for no limit), then cancels it, waits for its end and fails with
// TimeoutError. Which task a coroutine runs in, and who is believed when
// completion, timeout and cancellation meet, differs by version.
func WaitFor(co *Co, aw any, timeout float64) (any, error) {
	if !HasTimeout(timeout) {
		return co.AwaitAny(aw)
	}
	if timeout <= 0 {
		return waitForNothing(co, aw)
	}
	if co.task.loop.State().Profile.WaitFor == profile.WaitForInTimeout {
		t := NewTimeout(co.task.loop, co.task.loop.Time()+timeout)
		if err := t.Enter(co); err != nil {
			return nil, err
		}
		v, err := co.AwaitAny(aw)
		return v, t.Exit(err)
	}
	return waitForTask(co, aw, timeout)
}

// AwaitAny awaits a future or runs a coroutine within this one, as the await
// expression does. It fails with TypeError for anything else.
func (co *Co) AwaitAny(aw any) (any, error) {
	switch a := aw.(type) {
	case future.Awaitable:
		return co.Await(a)
	case coroutine.Coroutine:
		return co.AwaitCoroutine(a)
	}
	return nil, exceptions.TypeError("object %s can't be used in 'await' expression", typeName(aw))
}

// waitForNothing is WaitFor with a timeout that is over: what is done counts.
func waitForNothing(co *Co, aw any) (any, error) {
	ensure := Ensure
	if co.task.loop.State().Profile.WaitFor == profile.WaitForInTimeout {
		ensure = ensureAny
	}
	f, err := ensure(co.task.loop, aw)
	if err != nil {
		return nil, err
	}
	if f.Done() {
		return f.Result()
	}
	if err := cancelAndWait(co, f); err != nil {
		return nil, err
	}
	v, err := f.Result()
	switch {
	case exceptions.IsCancelled(err):
		return nil, exceptions.ErrTimeout.New("").WithCause(err)
	case err == nil && co.task.loop.State().Profile.WaitFor == profile.WaitForTimeoutWins:
		return nil, exceptions.ErrTimeout.New("")
	}
	return v, err
}

// waitForTask is wait_for before 3.12: a waiter, a timer, and a task of its own
// for a coroutine.
func waitForTask(co *Co, aw any, timeout float64) (any, error) {
	l := co.task.loop
	r := &release{future.New(l)}
	timer, err := l.CallLaterIn(timeout, r, nil, co.Context().Vars())
	if err != nil {
		return nil, err
	}
	f, err := Ensure(l, aw)
	if err != nil {
		return nil, err // and the timer stays, as it does there
	}
	if err := f.AddDoneCallback(r, nil); err != nil {
		return nil, err
	}
	defer timer.Cancel()
	_, err = co.Await(r.waiter)
	if err != nil && !exceptions.IsCancelled(err) {
		return nil, err
	}
	if f.Done() {
		return f.Result()
	}
	f.RemoveDoneCallback(r)
	// The task must not run on after the return.
	if e := cancelAndWait(co, f); e != nil {
		return nil, e
	}
	if err != nil {
		return nil, err
	}
	if l.State().Profile.WaitFor == profile.WaitForTimeoutWins {
		return nil, exceptions.ErrTimeout.New("")
	}
	v, err := f.Result()
	if exceptions.IsCancelled(err) {
		return nil, exceptions.ErrTimeout.New("").WithCause(err)
	}
	return v, err
}

// cancelAndWait cancels f and waits for its end, whatever that is.
func cancelAndWait(co *Co, f future.Awaitable) error {
	r := &release{future.New(co.task.loop)}
	if err := f.AddDoneCallback(r, nil); err != nil {
		return err
	}
	defer f.RemoveDoneCallback(r)
	if _, err := f.TryCancel(nil); err != nil {
		return err
	}
	_, err := co.Await(r.waiter)
	return err
}
