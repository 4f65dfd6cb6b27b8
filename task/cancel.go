package task

import (
	"asyncio/observe"
	"asyncio/profile"
)

// TryCancel implements future.Awaitable: it asks the task to end. A task that
// waits has its future cancelled; otherwise CancelledError is thrown in its
// next step. It reports false for a task that is done.
func (t *Task) TryCancel(msg any) (bool, error) {
	if t.Done() {
		t.Taken()
		return false, nil
	}
	t.cancels++
	if t.loop.State().Profile.Cancelled == profile.CancelledPlain {
		msg = nil
	}
	if t.loop.Observer() != nil {
		e := observe.Event{Kind: observe.TaskCancel, ID: t.ID(), Label: t}
		if by := Current(t.loop); by != nil {
			e.Other = by.ID()
		}
		t.loop.Notify(e)
	}
	if t.waiter != nil {
		if ok, err := t.waiter.TryCancel(msg); ok || err != nil {
			return ok, err
		}
	}
	t.mustCancel = true
	t.SetCancelMessage(msg)
	return true, nil
}

// Cancelling gives the number of cancel requests that Uncancel did not take
// back.
func (t *Task) Cancelling() int { return t.cancels }

// Uncancel takes one cancel request back and gives how many remain. From 3.13
// on, taking the last one back also drops a CancelledError not thrown yet.
func (t *Task) Uncancel() int {
	if t.cancels > 0 {
		t.cancels--
		if t.cancels == 0 && t.loop.State().Profile.UncancelClearsPending {
			t.mustCancel = false
		}
	}
	return t.cancels
}

// MustCancel reports whether the next step will throw CancelledError.
func (t *Task) MustCancel() bool { return t.mustCancel }
