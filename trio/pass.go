package trio

import (
	"math"

	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/observe"
)

// maxTimeout bounds a wait, in seconds: a day.
const maxTimeout = 24 * 60 * 60

type idleKind uint8

const (
	idleNot  idleKind = iota
	idleWait          // somebody waits for all tasks to be blocked
	idleJump          // the clock jumps once all are
)

// prepare is the first part of a pass: it gives how long to wait for outside
// events, in seconds.
func (r *Runner) prepare() (timeout float64) {
	r.passes++
	if r.obs != nil {
		r.notify(observe.IterationBegin, 0, 0, len(r.queue), 0, nil)
	}
	if len(r.queue) == 0 {
		timeout = r.clock.SleepTime(r.deadlines.next())
	}
	timeout = min(max(0, timeout), maxTimeout)
	r.primed = idleNot
	switch {
	case len(r.idlers) > 0:
		if c := r.idlers[0].cushion; c < timeout {
			timeout, r.cushion, r.primed = c, c, idleWait
		}
	case r.autojump < timeout:
		timeout, r.primed = r.autojump, idleJump
	}
	if r.instruments.any {
		r.instruments.wait(r, hookBeforeIOWait, timeout)
	}
	if r.obs != nil {
		r.notify(observe.SelectBegin, 0, 0, 0, timeout, nil)
	}
	return timeout
}

// process is the rest of a pass, after the wait, which woken tells to have
// ended by an outside event.
func (r *Runner) process(timeout float64, woken bool) error {
	if r.obs != nil {
		n := 0
		if woken {
			n = 1
		}
		r.notify(observe.SelectEnd, 0, 0, n, 0, nil)
	}
	if woken {
		r.entries.wake()
	}
	if r.instruments.any {
		r.instruments.wait(r, hookAfterIOWait, timeout)
	}
	if r.deadlines.expire(r.clock.Now()) {
		r.primed = idleNot
	}
	if r.primed != idleNot && len(r.queue) == 0 && !woken {
		if r.primed == idleWait {
			r.wakeIdlers()
		} else {
			r.clock.(*MockClock).autojump()
		}
	}
	batch := append(r.batch[:0], r.queue...)
	clear(r.queue)
	r.queue = r.queue[:0]
	r.schedule.batch(batch)
	r.notifyFree(len(batch))
	for i, t := range batch {
		batch[i] = nil
		if err := r.step(t); err != nil {
			return err
		}
	}
	r.batch = batch[:0]
	if r.obs != nil {
		r.notify(observe.IterationEnd, 0, 0, 0, 0, nil)
	}
	return r.failure
}

// step resumes a task and acts on what it yields.
func (r *Runner) step(t *Task) error {
	if err := r.CheckSignals(); err != nil {
		return err
	}
	r.current = t
	if r.instruments.any {
		r.instruments.task(r, hookBeforeTaskStep, t)
	}
	in := t.sent.err
	t.scheduled, t.sent.err = false, nil
	if r.obs != nil {
		n := 0
		if in != nil {
			n = 1
		}
		r.notify(observe.TaskStep, r.taskID(t), 0, n, 0, t)
	}
	outer := r.thread.Swap(t.ctx, nil)
	var s coroutine.Step
	if in != nil {
		s = t.coro.Throw(in)
	} else {
		s = t.coro.Send()
	}
	r.thread.Restore(outer)
	if s.Done && exceptions.KindOf(s.Err) == exceptions.Fatal {
		return s.Err
	}
	if s.Done {
		r.exited(t, outcome{s.Value, s.Err})
	} else {
		r.yielded(t, s.Value)
	}
	if r.instruments.any {
		r.instruments.task(r, hookAfterTaskStep, t)
	}
	r.current = nil
	return r.failure
}

// yielded acts on what a task's coroutine gave.
func (r *Runner) yielded(t *Task, v any) {
	t.schedulePoints++
	trap, ok := v.(*Trap)
	if r.obs != nil && ok {
		r.notifyBlocked(t, trap)
	}
	switch {
	case !ok:
		r.Reschedule(t, nil, exceptions.TypeError("trio.run received unrecognized yield message %s. "+
			"Are you trying to use a library written for some other framework like asyncio? "+
			"That won't work without some kind of compatibility shim.", r.state.ReprOf(v)))
	case trap.kind == trapSchedule:
		r.Reschedule(t, nil, nil)
	case trap.kind == trapDetach:
		r.exited(t, trap.final)
	default:
		t.cancelPoints++
		t.abort = trap.abort
		if r.interrupted && t == r.main { // it stands outside all scopes, so it comes first
			t.deliverInterrupt()
		}
		t.deliverCancel()
	}
}

// exited deals with the end of a task.
func (r *Runner) exited(t *Task, out outcome) {
	for _, n := range t.children {
		n.scope.cancel(&Reason{Source: "nursery", Task: t.repr(),
			Text: "Parent Task exited prematurely, abandoning this nursery without exiting it properly."})
		n.closed = true
	}
	t.breakLots()
	orphan := t.status != nil && t.status.abandoned && t.status.parent == nil
	if orphan || len(t.children) > 0 {
		what := "Cancel scope"
		if len(t.children) > 0 {
			what = "Nursery"
		}
		err := r.errors.During(exceptions.RuntimeError(
			"%s stack corrupted: %s surrounding %s was closed before the task exited\n%s",
			what, what, t.repr(), misnesting), out.err)
		out = outcome{err: err}
	}
	t.enter(nil)
	t.done = true
	delete(r.tasks, t)
	if r.obs != nil {
		r.notifyDone(t, out.err)
	}
	switch t {
	case r.init:
		if out.err != nil {
			r.Fail(out.err)
		}
	case r.main:
		r.mainDone, r.mainResult = true, out
		t.parent.childFinished(t, outcome{})
	default:
		t.parent.childFinished(t, out)
	}
	if r.instruments.any {
		r.instruments.task(r, hookTaskExited, t)
	}
}

// unlimited reports that timeout stands for a wait that only an outside event ends.
func unlimited(timeout float64) bool { return timeout >= maxTimeout || math.IsInf(timeout, 1) }
