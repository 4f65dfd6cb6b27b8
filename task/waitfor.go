package task

import (
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/profile"
)

// WaitFor waits for aw, a future or a coroutine, at most timeout seconds
// (NoTimeout for no limit), then cancels it, waits for its end and fails with
// TimeoutError. Which task a coroutine runs in, and who is believed when
// completion, timeout and cancellation meet, differs by version.
func WaitFor(co *Co, aw any, timeout float64) (any, error) { return co.Do(WaitForOp(aw, timeout)) }

// WaitForOp is WaitFor as an operation.
func WaitForOp(aw any, timeout float64) Op { return &waitFor{aw: aw, timeout: timeout} }

// Limited is implemented by operations that may be bounded by a Timeout, as
// WaitForOp is from 3.12 on: nil as long as it is not.
type Limited interface{ Limit() *Timeout }

// AwaitAny awaits a future or runs a coroutine within this one, as the await
// expression does. It fails with TypeError for anything else.
func (co *Co) AwaitAny(aw any) (any, error) {
	switch a := aw.(type) {
	case future.Awaitable:
		return co.Await(a)
	case coroutine.Coroutine:
		return co.AwaitCoroutine(a)
	}
	return nil, notAwaitable(aw)
}

func notAwaitable(aw any) error {
	return exceptions.TypeError("object %s can't be used in 'await' expression", typeName(aw))
}

// What a waitFor waits for.
const (
	theAwaitable = iota // aw itself, in the caller's task
	itsEnd              // a done callback of f, or the timer
	cancelledEnd        // f, which was cancelled because time was up or there was none
)

type waitFor struct {
	aw      any
	timeout float64
	on      *loop.Loop
	at      int
	value   any

	limit  *Timeout // from 3.12 on
	f      future.Awaitable
	end    *release
	timer  *handle.TimerHandle
	reason error // why f was cancelled: the caller's CancelledError, nil for time
}

// Limit implements Limited.
func (w *waitFor) Limit() *Timeout { return w.limit }

func (w *waitFor) rule() profile.WaitForRule { return w.on.State().Profile.WaitFor }

// Begin implements Op.
func (w *waitFor) Begin(on *loop.Loop) (any, bool, error) {
	w.on = on
	switch {
	case HasTimeout(w.timeout) && w.timeout <= 0:
		return w.noTime()
	case HasTimeout(w.timeout) && w.rule() != profile.WaitForInTimeout:
		return w.ownTask()
	case HasTimeout(w.timeout):
		w.limit = NewTimeout(on, on.Time()+w.timeout)
		if err := w.limit.EnterTask(Current(on)); err != nil {
			return nil, true, err
		}
	}
	switch w.aw.(type) {
	case future.Awaitable, coroutine.Coroutine:
		w.at = theAwaitable
		return w.aw, false, nil
	}
	return w.over(nil, notAwaitable(w.aw))
}

// noTime begins with a timeout that is over: what is done counts.
func (w *waitFor) noTime() (any, bool, error) {
	ensure := Ensure
	if w.rule() == profile.WaitForInTimeout {
		ensure = ensureAny
	}
	var err error
	if w.f, err = ensure(w.on, w.aw); err != nil {
		return nil, true, err
	}
	if w.f.Done() {
		v, err := w.f.Result()
		return w.over(v, w.on.Raised(err, nil))
	}
	return w.cancel()
}

// ownTask begins as before 3.12: a waiter, a timer, and a task of its own for a
// coroutine.
func (w *waitFor) ownTask() (any, bool, error) {
	w.end = &release{future.New(w.on)}
	var err error
	w.timer, err = w.on.CallLaterIn(w.timeout, w.end, nil, w.on.CurrentContext().Vars())
	if err != nil {
		return nil, true, err
	}
	if w.f, err = Ensure(w.on, w.aw); err != nil {
		w.timer = nil // it stays, as it does there
		return nil, true, err
	}
	if err := w.f.AddDoneCallback(w.end, nil); err != nil {
		return nil, true, err
	}
	w.at = itsEnd
	return w.end.waiter, false, nil
}

// cancel cancels f and waits for its end, whatever that is: it must not run on
// after the return.
func (w *waitFor) cancel() (any, bool, error) {
	w.at, w.end = cancelledEnd, &release{future.New(w.on)}
	if err := w.f.AddDoneCallback(w.end, nil); err != nil {
		return w.over(nil, err)
	}
	if _, err := w.f.TryCancel(nil); err != nil {
		w.f.RemoveDoneCallback(w.end)
		return w.over(nil, err)
	}
	return w.end.waiter, false, nil
}

// Resume implements Op.
func (w *waitFor) Resume(v any, err error) (any, bool, error) {
	switch w.at {
	case itsEnd:
		if err != nil && !exceptions.IsCancelled(err) {
			return w.over(nil, err)
		}
		if w.f.Done() {
			v, e := w.f.Result()
			if c, ok := e.(*exceptions.Error); ok && c.Context != nil && w.f.Cancelled() {
				return w.over(v, e) // it says where it came from
			}
			return w.over(v, w.on.Raised(e, err))
		}
		w.f.RemoveDoneCallback(w.end)
		w.reason = err
		return w.cancel()
	case cancelledEnd:
		w.f.RemoveDoneCallback(w.end)
		switch {
		case err == nil:
			err = w.reason
		case w.reason != nil && !w.on.State().Profile.ThrowForgets: // cancelled again
			err = w.on.Raised(err, w.reason)
		}
		if err != nil {
			return w.over(nil, err)
		}
		return w.over(w.outOfTime())
	}
	return w.over(v, err)
}

// outOfTime gives the outcome after f was cancelled for the time.
func (w *waitFor) outOfTime() (any, error) {
	wins := w.rule() == profile.WaitForTimeoutWins
	if wins && w.timeout > 0 {
		return nil, newTimeoutError(w.on)
	}
	v, err := w.f.Result()
	_ = w.on.Raised(err, nil)
	switch {
	case exceptions.IsCancelled(err):
		return nil, newTimeoutError(w.on).WithCause(err)
	case err == nil && wins:
		return nil, newTimeoutError(w.on)
	}
	return v, err
}

func (w *waitFor) over(v any, err error) (any, bool, error) {
	if w.timer != nil {
		w.timer.Cancel()
	}
	if w.limit != nil {
		err = w.limit.Exit(err)
	}
	w.value, w.reason = v, nil // an exception is not kept by what its traceback leads to
	return nil, true, err
}

// Value implements Op.
func (w *waitFor) Value() any { return w.value }
