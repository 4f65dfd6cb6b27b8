package loop

import (
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/process"
)

// RunForever runs iterations until Stop. It fails with RuntimeError on a closed
// loop, one that runs already, or one on a goroutine where another loop runs;
// it returns the KeyboardInterrupt or SystemExit that ended the run, and a
// DeadlockError in virtual time when nothing can happen any more.
func (l *Loop) RunForever() error { return l.RunForeverOn(l.state.CurrentThread()) }

// RunForeverOn is RunForever on a thread of the caller's choice, for a layer
// above whose threads are not goroutines.
func (l *Loop) RunForeverOn(t *process.Thread) error {
	if err := l.checkRun(t); err != nil {
		if l.state.Profile.FailedRunUnsetsLoop && !l.closed {
			l.forgetRunning(t)
		}
		return err
	}
	leave := l.enter(t)
	defer leave()
	l.EnterCall(CallRunForever)
	err := l.spinAll(-1, false)
	l.ended(err)
	return l.LeaveCall(CallRunForever, err)
}

// ended notes an error after which nothing of the program runs any more.
func (l *Loop) ended(err error) {
	if l.death == nil && exceptions.KindOf(err) == exceptions.Fatal {
		l.death = err
	}
}

// spinAll spins on after callbacks that panicked.
func (l *Loop) spinAll(longest float64, single bool) error {
	for {
		if again, err := l.spin(longest, single); !again {
			return err
		}
	}
}

// forgetRunning repeats what 3.13.0's refused run_forever() does to a loop
// that is running: is_running() is False afterwards. The thread that runs it
// is needed to go on, so only the marks that a program can ask are unset.
func (l *Loop) forgetRunning(t *process.Thread) {
	l.stopping = false
	l.unmarked = l.thread != nil
	t.SetRunning(nil)
}

func (l *Loop) checkRun(t *process.Thread) error {
	if err := l.checkClosed(); err != nil {
		return err
	}
	if l.IsRunning() {
		return exceptions.RuntimeError("This event loop is already running")
	}
	if t.Running() != nil {
		return exceptions.RuntimeError("Cannot run the event loop while another loop is running")
	}
	return nil
}

// enter makes t the thread that runs the loop, and the main thread if that
// seat is free; what it returns undoes both.
//
// There is a run around it only where 3.13.0's refused run_forever() has made
// the loop forget that it runs. That run goes on afterwards.
func (l *Loop) enter(t *process.Thread) (leave func()) {
	thread, onMain, runner, inPass, left, current := l.thread, l.onMain, l.runner, l.inPass, l.left, l.reg.current
	l.thread, l.unmarked, l.runner, l.inPass = t, false, nil, false
	t.SetRunning(l)
	held := l.holdSignals(t)
	l.onMain = held
	if held {
		l.state.Signals.OnInterrupt(l.interrupt)
		l.watchTrips()
	}
	return func() {
		l.stopping, l.thread, l.unmarked = false, thread, thread != nil
		l.reg.current, l.runner, l.inPass = current, runner, inPass
		l.left = min(left, l.ready.Length()) // the run inside may have run some
		l.onMain = onMain
		t.SetRunning(nil)
		if !held {
			return
		}
		if onMain {
			l.state.Signals.OnInterrupt(l.interrupt)
		} else {
			l.state.Signals.OnInterrupt(nil)
			if l.obs != nil {
				l.notifyTrips()
				l.state.Signals.OnTrip(nil)
				l.state.Signals.OnCheck(nil)
			}
		}
		l.releaseSignals()
	}
}

// interrupt is what a signal's at-once half calls, on any goroutine.
func (l *Loop) interrupt() {
	l.sel.Interrupt()
	l.inboxMu.Lock()
	wake := l.wake
	l.inboxMu.Unlock()
	if wake != nil {
		wake()
	}
}

// Stop makes the run end after the iteration under way, or after one iteration
// when the loop is not running.
func (l *Loop) Stop() { l.stopping = true }

// stopWhenDone is the done callback of RunUntilComplete's future.
type stopWhenDone struct{ l *Loop }

// FutureDone implements future.DoneCallback. A KeyboardInterrupt or SystemExit
// leaves the loop by itself; stopping it too would end the next run early.
func (s *stopWhenDone) FutureDone(f future.Awaitable) error {
	if !f.Cancelled() {
		if err, _ := f.Exception(); exceptions.LeavesLoop(err) {
			return nil
		}
	}
	s.l.Stop()
	return nil
}

// CallbackName implements future.CallbackNamer.
func (*stopWhenDone) CallbackName() (name, place string) { return "_run_until_complete_cb", "" }

// Keep has f count as in use until the loop is closed.
func (l *Loop) Keep(f future.Awaitable) { l.until = append([]future.Awaitable{f}, l.until...) }

// RunUntilComplete runs the loop until f is done and gives its outcome. It
// fails as RunForever does, with ValueError for another loop's future, and with
// RuntimeError when the loop was stopped before.
func (l *Loop) RunUntilComplete(f future.Awaitable) (any, error) {
	if l.over != nil && l.over.RunUntilComplete != nil {
		return l.over.RunUntilComplete(f)
	}
	return l.runUntil(l.state.CurrentThread(), f, false)
}

// RunUntilComplete is BaseEventLoop.run_until_complete: aw is a future, or a
// coroutine to make a task of. It fails with TypeError for anything else.
func (b *Base) RunUntilComplete(aw any) (any, error) {
	l := (*Loop)(b)
	switch a := aw.(type) {
	case future.Awaitable:
		return l.runUntil(l.state.CurrentThread(), a, false)
	case coroutine.Coroutine:
		return l.runCoroutine(a)
	}
	return l.runUntil(l.state.CurrentThread(), nil, false)
}

// RunUntilCompleteOn is RunUntilComplete on a thread of the caller's choice.
// That caller has its own way to override it, so no override is asked.
func (l *Loop) RunUntilCompleteOn(t *process.Thread, f future.Awaitable) (any, error) {
	return l.runUntil(t, f, false)
}

// RunCoroutine makes a task of c, as run_until_complete does with a coroutine,
// and runs the loop until it is done.
func (l *Loop) RunCoroutine(c coroutine.Coroutine) (any, error) {
	if l.over != nil && l.over.RunUntilComplete != nil {
		return l.over.RunUntilComplete(c)
	}
	return l.runCoroutine(c)
}

func (l *Loop) runCoroutine(c coroutine.Coroutine) (any, error) {
	t := l.state.CurrentThread()
	if err := l.checkRun(t); err != nil {
		return nil, err
	}
	if c == nil {
		return nil, exceptions.TypeError(awaitableRequired)
	}
	f, err := l.tasks(l, c, true)
	if err != nil {
		return nil, err
	}
	return l.runUntil(t, f, true)
}

const awaitableRequired = "An asyncio.Future, a coroutine or an awaitable is required"

func (l *Loop) runUntil(t *process.Thread, f future.Awaitable, own bool) (any, error) {
	if l.stack != nil {
		l.stack.Enter(CallRunUntilComplete, f)
	}
	v, err := l.untilDone(t, f, own)
	return v, l.LeaveCall(CallRunUntilComplete, err)
}

func (l *Loop) untilDone(t *process.Thread, f future.Awaitable, own bool) (any, error) {
	if err := l.checkRun(t); err != nil {
		return nil, err
	}
	if f == nil {
		return nil, exceptions.TypeError(awaitableRequired)
	}
	if f.Loop() != future.Loop(l) {
		return nil, exceptions.ValueError("The future belongs to a different loop than the one specified as the loop argument")
	}
	cb := &stopWhenDone{l}
	if err := f.AddDoneCallback(cb, nil); err != nil {
		return nil, err
	}
	l.until = append(l.until, f)
	err := l.RunForeverOn(t)
	l.until = l.until[:len(l.until)-1]
	f.RemoveDoneCallback(cb)
	if err != nil {
		if own && f.Done() && !f.Cancelled() {
			// The task's own error is what comes out: nobody else will ask.
			_, _ = f.Exception()
		}
		return nil, err
	}
	if !f.Done() {
		return nil, exceptions.RuntimeError("Event loop stopped before Future completed.")
	}
	return f.Result()
}

// NewTask makes a task that drives c, as create_task does.
func (l *Loop) NewTask(c coroutine.Coroutine) (future.Awaitable, error) {
	if err := l.checkClosed(); err != nil {
		return nil, err
	}
	return l.tasks(l, c, false)
}

// Close empties the queues and lets go of all resources, in CPython's order.
// Callbacks still queued never run. It fails with RuntimeError while the loop
// runs; a second call does nothing.
//
// Then come what CPython leaves to its garbage collector: tasks still pending
// are reported as destroyed and their coroutines closed, oldest first, and
// failures nobody asked for are reported. No goroutine of the loop remains. In a
// process that is dead there is none of that, nor an override of Close.
func (l *Loop) Close() error {
	if l.over != nil && l.over.Close != nil && l.death == nil {
		return l.over.Close()
	}
	return (*Base)(l).Close()
}

// Close is BaseEventLoop.close and what its subclasses add.
func (b *Base) Close() error {
	l := (*Loop)(b)
	if l.thread != nil {
		return exceptions.RuntimeError("Cannot close a running event loop")
	}
	if l.closed {
		return nil
	}
	if l.debug {
		l.state.Logger.Log(process.Debug, "Close "+l.reprSelf())
	}
	err := l.sel.Unregister(l.pipe.ReadFD())
	l.closed = true
	l.inboxMu.Lock()
	l.inboxShut, l.inbox = true, nil
	l.inboxSize.Store(0)
	l.inboxMu.Unlock()
	for l.ready.Length() > 0 {
		l.ready.Remove()
	}
	for _, t := range l.scheduled {
		t.SetScheduled(false)
	}
	l.scheduled, l.cancelled = nil, 0
	l.execClosed = true
	if ex := l.executor; ex != nil {
		l.executor = nil
		ex.Shutdown(false)
	}
	for s := range l.handlers {
		// The signals' state is put back while the pipe can still be written.
		if _, e := l.removeSignalHandler(s); e != nil && err == nil {
			err = e
		}
	}
	if e := l.pipe.Close(); err == nil {
		err = e
	}
	if e := l.sel.Close(); err == nil {
		err = e
	}
	l.fds, l.watched = map[int]*watch{}, 0
	if l.death != nil {
		l.pool.Kill()
		return err
	}
	l.abandonTasks()
	l.untaken.Report()
	return err
}

// abandonTasks does to the loop's pending tasks what their destruction does in
// CPython.
func (l *Loop) abandonTasks() {
	if tasks := l.reg.Tasks(); l.abandon != nil && len(tasks) > 0 {
		l.abandon(tasks)
	} else {
		for _, t := range tasks {
			t.Abandon()
		}
	}
	l.pool.Close(func(g *coroutine.Go, err error) {
		l.state.Logger.Log(process.Error, "Exception ignored in: <coroutine "+g.Describe(true)+">\n"+l.traceback(err))
	})
}
