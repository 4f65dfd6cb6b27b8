package task

import (
	"fmt"

	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/observe"
	"asyncio/profile"
)

// stepCall is a task's step as a callback.
type stepCall Task

// DescribeCallback implements handle.Describer.
func (s *stepCall) DescribeCallback(bool) string {
	t := (*Task)(s)
	return fmt.Sprintf("%s at %s>()", t.loop.State().Profile.StepLabel, t.address())
}

// address stands for where CPython would have the object in memory. It is made
// from the task's number, so that equal runs print equal addresses.
func (t *Task) address() string { return fmt.Sprintf("%#x", 0x7f0000000000+t.ID()*0x40) }

// Stepping implements handle.Stepper.
func (s *stepCall) Stepping() (name string, task uint64) {
	return "TaskStepMethWrapper", (*Task)(s).ID()
}

// SlowName implements loop.SlowNamer.
func (s *stepCall) SlowName() string { return (*Task)(s).String() }

// wakeup is a task as the done callback of what it waits for.
type wakeup Task

// FutureDone implements future.DoneCallback.
func (w *wakeup) FutureDone(f future.Awaitable) error {
	t := (*Task)(w)
	return t.stepWith(t.woken(f))
}

// WakeHandle implements future.Waker: the task's own handle, unless something
// queued it already.
func (w *wakeup) WakeHandle(_ future.Awaitable, ctx *contextvars.Context) *handle.Handle {
	t := (*Task)(w)
	if t.step.Queued() || t.waiter == nil {
		return nil
	}
	t.step.Init((*wakeCall)(t), ctx, nil)
	return &t.step
}

// CallbackName implements future.CallbackNamer.
func (w *wakeup) CallbackName() (name, place string) {
	if w.loop.State().Profile.Wakeup == profile.WakeupWrapper {
		return "<TaskWakeupMethWrapper object at " + (*Task)(w).address() + ">", ""
	}
	return "Task.task_wakeup", ""
}

// Stepping implements handle.Stepper.
func (w *wakeup) Stepping() (name string, task uint64) {
	if w.loop.State().Profile.Wakeup == profile.WakeupWrapper {
		return "TaskWakeupMethWrapper", (*Task)(w).ID()
	}
	return "Task.task_wakeup", (*Task)(w).ID()
}

// wakeCall is the wake-up queued in the task's own handle.
type wakeCall Task

// Stepping implements handle.Stepper.
func (w *wakeCall) Stepping() (name string, task uint64) { return (*wakeup)(w).Stepping() }

// Call implements handle.Callback.
func (w *wakeCall) Call() error {
	w.throw = (*Task)(w).woken(w.waiter)
	return (*stepCall)(w).Call()
}

// DescribeCallback implements handle.Describer.
func (w *wakeCall) DescribeCallback(args bool) string {
	name, _ := (*wakeup)(w).CallbackName()
	if args && w.waiter != nil {
		return fmt.Sprintf("%s(%v)", name, w.waiter)
	}
	return name + "()"
}

// SlowName implements loop.SlowNamer.
func (w *wakeCall) SlowName() string { return (*Task)(w).String() }

// scheduleStep queues a step that throws exc, or sends when it is nil.
func (t *Task) scheduleStep(exc error) error {
	if t.step.Queued() {
		_, err := t.loop.CallSoonIn(&extraStep{t, exc}, t.ctx, nil)
		return err
	}
	t.throw = exc
	t.step.Init((*stepCall)(t), t.ctx, nil)
	return t.loop.CallSoonHandle(&t.step)
}

// extraStep is a step queued while the task's own handle is in use.
type extraStep struct {
	t   *Task
	exc error
}

// Stepping implements handle.Stepper.
func (s *extraStep) Stepping() (name string, task uint64) { return (*stepCall)(s.t).Stepping() }

// Call implements handle.Callback.
func (s *extraStep) Call() error { return s.t.stepWith(s.exc) }

// woken gives what a wake-up by f throws into the coroutine: a failed or
// cancelled future's exception, nil otherwise.
func (t *Task) woken(f future.Awaitable) error {
	if t.loop.Observer() != nil {
		t.notifyWoken(f)
	}
	_, err := f.Result()
	if w, ok := t.coro.(coroutine.Waker); ok {
		if w.Woken(f, err); err != nil {
			raisedAnew(w, f, err)
		}
	}
	return err
}

// raisedAnew tells the coroutine of an error that a plain future does not just
// hand over: that of a cancellation, or of a future of another class.
func raisedAnew(w coroutine.Waker, f future.Awaitable, err error) {
	switch f.(type) {
	case *future.Future, *Task:
		if !f.Cancelled() {
			return
		}
	}
	w.RaisedAnew(f, err)
}

func (t *Task) notifyWoken(f future.Awaitable) {
	t.loop.Notify(observe.Event{Kind: observe.TaskWoken, ID: t.ID(), Other: idOf(f), Label: t, On: labelerOf(f)})
}

func labelerOf(f future.Awaitable) observe.Labeler {
	l, _ := f.(observe.Labeler)
	return l
}

// stepWith does a step now that throws exc, or sends when it is nil.
func (t *Task) stepWith(exc error) error {
	waits, queued := t.step.Queued(), t.throw
	t.throw = exc
	err := (*stepCall)(t).Call()
	if waits {
		t.throw = queued
	}
	return err
}

// idOf identifies a future to observers, 0 for one that has no number.
func idOf(f future.Awaitable) uint64 {
	if i, ok := f.(interface{ ID() uint64 }); ok {
		return i.ID()
	}
	return 0
}

// Call is one step: it resumes the coroutine, throwing what t.throw holds, and
// acts on what it did. The error it returns goes through the loop's one door.
//
// It is the callback itself, and resumes a Go coroutine without a call between,
// because each frame that is returned through after a switch of stacks costs
// the processor a wrong guess.
func (s *stepCall) Call() error {
	t := (*Task)(s)
	exc := t.throw
	t.throw = nil
	if t.Done() {
		return exceptions.InvalidStateError("__step(): already done: %v, %s", t, exceptions.Repr(exc))
	}
	if t.mustCancel {
		if !exceptions.IsCancelled(exc) {
			exc = t.MakeCancelledError()
		}
		t.mustCancel = false
	}
	t.waiter = nil

	reg := t.loop.Registry()
	if other := reg.Current(); other != nil {
		return exceptions.RuntimeError("Cannot enter into task %v while another task %v is being executed.", t, other)
	}
	reg.SetCurrent(t)
	if t.loop.Observer() != nil {
		t.notifyStep(exc)
	}
	var out coroutine.Step
	if t.g != nil {
		out = t.g.Resume(exc)
	} else if exc == nil {
		out = t.coro.Send()
	} else {
		out = t.coro.Throw(exc)
	}
	var err error
	switch {
	case out.Done:
		err = t.finish(out)
	case out.Value == nil:
		err = t.yielded()
	default:
		err = t.block(out.Value)
	}
	reg.SetCurrent(nil)
	return err
}

// coreOf gives the core's future that f stands for, if it does.
func coreOf(f future.Awaitable) future.Awaitable {
	if s, ok := f.(interface{ Core() future.Awaitable }); ok {
		return s.Core()
	}
	return nil
}

func (t *Task) notifyStep(exc error) {
	e := observe.Event{Kind: observe.TaskStep, ID: t.ID(), Label: t}
	if exc != nil {
		e.N = 1
	}
	t.loop.Notify(e)
}

// finish ends the task with its coroutine's outcome.
func (t *Task) finish(s coroutine.Step) error {
	t.loop.Registry().Remove(&t.node)
	if s.Err == nil {
		if t.mustCancel { // cancelled in its last step: the result is lost
			t.mustCancel = false
			_, err := t.Future.TryCancel(t.CancelMessage())
			return err
		}
		return t.Future.SetResult(s.Value)
	}
	switch exceptions.KindOf(s.Err) {
	case exceptions.Cancelled:
		err := t.EndCancelled(s.Err)
		if err == nil && t.loop.State().Profile.Cancelled == profile.CancelledPlain {
			err = t.loop.LetGo() // nobody has the error any more
		}
		return err
	case exceptions.Fatal: // nobody may learn of it in Python
		return s.Err
	case exceptions.KeyboardInterrupt, exceptions.SystemExit:
		if err := t.Future.SetException(s.Err); err != nil {
			return err
		}
		return s.Err
	case exceptions.StopIteration:
		return t.Future.SetException(exceptions.RuntimeError("coroutine raised StopIteration").WithCause(s.Err))
	}
	return t.Future.SetException(s.Err)
}

// yielded acts on a bare yield: the task goes on in the next iteration.
func (t *Task) yielded() error {
	if t.loop.Observer() != nil {
		t.loop.Notify(observe.Event{Kind: observe.TaskBlocked, ID: t.ID(), Label: t})
	}
	return t.scheduleStep(nil)
}

// block acts on what the coroutine yielded: a future it waits for, or something
// that it must not yield and is told so in the next iteration.
func (t *Task) block(yielded any) error {
	if s, ok := yielded.(*sleeper); ok {
		if err := s.startIn(t); err != nil {
			return t.scheduleStep(err)
		}
		yielded = &s.Future
	}
	f, ok := yielded.(future.Awaitable)
	switch {
	case !ok:
		if _, ok := yielded.(coroutine.Coroutine); ok {
			return t.scheduleStep(exceptions.RuntimeError(
				"yield was used instead of yield from for generator in task %v with %v", t, yielded))
		}
		return t.scheduleStep(exceptions.RuntimeError("Task got bad yield: %s", t.loop.State().ReprOf(yielded)))
	case f == future.Awaitable(t) || coreOf(f) == future.Awaitable(t):
		return t.scheduleStep(exceptions.RuntimeError("Task cannot await on itself: %v", t))
	case f.Loop() != future.Loop(t.loop):
		return t.scheduleStep(exceptions.RuntimeError("Task %v got Future %v attached to a different loop", t, f))
	case !f.Blocking():
		return t.scheduleStep(exceptions.RuntimeError("yield was used instead of yield from in task %v with %v", t, f))
	}
	f.SetBlocking(false)
	t.waiter = f
	if t.loop.Observer() != nil {
		t.loop.Notify(observe.Event{Kind: observe.TaskBlocked, ID: t.ID(), Other: idOf(f), Label: t, On: labelerOf(f)})
	}
	if err := f.AddDoneCallback((*wakeup)(t), t.ctx); err != nil {
		return err
	}
	if t.mustCancel {
		ok, err := f.TryCancel(t.CancelMessage())
		if ok {
			t.mustCancel = false
		}
		return err
	}
	return nil
}
