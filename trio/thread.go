package trio

import (
	"sync"

	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/exceptions"
)

// ThreadOptions say how a blocking function is run beside the run.
type ThreadOptions struct {
	// Name is the thread's name.
	Name string
	// Abandon gives up waiting for the function when the task is cancelled; it
	// runs to its end all the same, and what it gives is dropped.
	Abandon bool
	// Limiter bounds how many run at a time; nil for the run's own, 40.
	Limiter *CapacityLimiter
}

// defaultThreads is how many blocking functions run at a time.
const defaultThreads = 40

// ThreadLimiter gives the limiter of blocking functions that are given none.
func (r *Runner) ThreadLimiter() *CapacityLimiter {
	if r.limiter == nil {
		r.limiter, _ = NewCapacityLimiter(defaultThreads)
	}
	return r.limiter
}

// Worker is a blocking function's way back into the run. Its methods are for the
// function's own goroutine.
type Worker struct {
	token   *Token
	host    *Task // nil once it is abandoned; touched by the run
	abandon bool

	mu    sync.Mutex
	raise RaiseCancel // once the host is cancelled
}

// Token gives the token of the run.
func (w *Worker) Token() *Token { return w.token }

// message is a call that a thread has the run make.
type message struct {
	build func(t *Task) (coroutine.Coroutine, error) // for a coroutine
	call  func() (any, error)                        // or for a plain function
	ctx   *contextvars.Context
	reply chan outcome
	r     *Runner
}

// answer lets the thread go on; it counts as work again before it does.
func (m *message) answer(v any, err error) {
	delete(m.r.asked, m)
	m.r.entries.outstanding.Add(1)
	m.reply <- outcome{v, err}
}

// ToThreadOp runs fn on another goroutine and waits for it. A cancellation does
// not end the wait, unless the options say so: fn may ask w.CheckCancelled. The
// operation gives what fn gave, also in a cancelled scope.
func ToThreadOp(fn func(w *Worker) (any, error), o ThreadOptions) Op {
	return newMachine(func(t *Task) then {
		return ifCancelled(t, func(_ any, err error) then {
			if err != nil {
				return end(nil, err)
			}
			if o.Limiter == nil {
				o.Limiter = t.runner.ThreadLimiter()
			}
			w := &Worker{token: t.runner.Token(), host: t, abandon: o.Abandon}
			return run(o.Limiter.AcquireOp(w), func(_ any, err error) then {
				if err == nil {
					err = w.start(fn, o)
				}
				if err != nil {
					return end(nil, err)
				}
				return w.wait()
			})
		})
	})
}

// start starts the goroutine. Whatever happens to the task, its end gives the
// token back.
func (w *Worker) start(fn func(w *Worker) (any, error), o ThreadOptions) error {
	r := w.token.r
	r.threads++
	r.entries.outstanding.Add(1)
	work := func() {
		v, err := worked(fn, w)
		// Too late means that the run has ended without it.
		_ = r.entries.add(nil, func() error { w.report(outcome{v, err}, o.Limiter); return nil })
		r.entries.outstanding.Add(-1)
		r.waker.wake()
	}
	if r.opts.startThread == nil {
		go work()
		return nil
	}
	err := r.opts.startThread(o.Name, work)
	if err != nil {
		r.threads--
		r.entries.outstanding.Add(-1)
		_ = o.Limiter.Release(w)
	}
	return err
}

func worked(fn func(w *Worker) (any, error), w *Worker) (v any, err error) {
	err = guard(nil, func() (e error) { v, e = fn(w); return e })
	return v, err
}

// report brings the function's outcome to the task.
func (w *Worker) report(out outcome, l *CapacityLimiter) {
	r := w.token.r
	if err := l.Release(w); err != nil {
		out = outcome{err: r.errors.During(err, out.err)}
	}
	r.threads--
	if r.threads == 0 {
		r.idleThreads.Set()
		r.idleThreads = &Event{}
	}
	if w.host != nil {
		r.Reschedule(w.host, out, nil)
	}
}

// wait waits for the outcome, and meanwhile makes the calls that the thread asks
// for.
func (w *Worker) wait() then {
	return block(Waiting(w.cancelled, "to_thread.run_sync"), func(v any, err error) then {
		if err != nil {
			return end(nil, err)
		}
		m, ok := v.(*message)
		if !ok {
			out := v.(outcome)
			return end(out.value, out.err)
		}
		if m.call != nil {
			m.answer(m.call())
			return w.wait()
		}
		return w.host.lend(m, func() then { return w.wait() })
	})
}

// cancelled is the AbortFunc of the task that waits for the thread.
func (w *Worker) cancelled(raise RaiseCancel) Abort {
	w.mu.Lock()
	w.raise = raise
	w.mu.Unlock()
	if w.abandon {
		w.host = nil
		return AbortSucceeded
	}
	return AbortFailed
}

// lend runs a thread's coroutine in the task, in the thread's context.
func (t *Task) lend(m *message, after func() then) then {
	mine := t.ctx
	if m.ctx != nil {
		t.ctx = m.ctx.Copy()
	}
	back := func(v any, err error) then {
		t.ctx = mine
		return block(schedule, func(any, error) then {
			m.answer(v, err)
			return after()
		})
	}
	return block(schedule, func(any, error) then { // the context changes with the step
		c, err := m.build(t)
		if err != nil {
			return back(nil, err)
		}
		return then{wait: c, next: back}
	})
}

// CheckCancelled fails with Cancelled, or KeyboardInterrupt, once the task that
// waits for the function was cancelled.
func (w *Worker) CheckCancelled() error {
	w.mu.Lock()
	raise := w.raise
	w.mu.Unlock()
	if raise == nil {
		return nil
	}
	// Whether an interrupt was delivered is the run's to know.
	r := w.token.r
	_, err := r.ask(&message{call: func() (any, error) { return nil, raise() }}, nil)
	if e := coreError(err); e != nil && e.Class == ErrRunFinished {
		return r.newCancelled(nil)
	}
	return err
}

// RunSync has the run call fn, in the task that waits for the function, and
// gives what it gave.
func (w *Worker) RunSync(fn func() (any, error)) (any, error) {
	m := &message{call: fn}
	if w.abandon {
		return w.token.r.ask(m, nil)
	}
	return w.token.r.ask(m, w)
}

// Run has the run run fn, in the task that waits for the function, and gives
// what it gave.
func (w *Worker) Run(fn func(t *Task) (any, error)) (any, error) {
	m := &message{build: func(t *Task) (coroutine.Coroutine, error) { return t.runner.GoCoroutine(fn), nil }}
	return w.RunMade(m.build, nil)
}

// RunMade is Run for the coroutine that build gives, in a copy of ctx, nil for
// the task's own context.
func (w *Worker) RunMade(build func(t *Task) (coroutine.Coroutine, error), ctx *contextvars.Context) (any, error) {
	m := &message{build: build, ctx: ctx}
	if w.abandon {
		return w.token.r.ask(m, nil)
	}
	return w.token.r.ask(m, w)
}

// RunSync has the run call fn, and waits for what it gives. It fails with
// RuntimeError on the run's own thread, and with RunFinishedError when the run
// has ended.
func (k *Token) RunSync(fn func() (any, error)) (any, error) {
	if k.r.thread.Here() {
		return nil, errBlocking()
	}
	return k.r.ask(&message{call: fn}, nil)
}

// Run has the run run fn as a system task, and waits for what it gives. It fails
// as RunSync does.
func (k *Token) Run(fn func(t *Task) (any, error)) (any, error) {
	return k.RunMade(func(t *Task) (coroutine.Coroutine, error) { return t.runner.GoCoroutine(fn), nil }, nil)
}

// RunMade is Run for the coroutine that build gives, in a context.
func (k *Token) RunMade(build func(t *Task) (coroutine.Coroutine, error), ctx *contextvars.Context) (any, error) {
	if k.r.thread.Here() {
		return nil, errBlocking()
	}
	return k.r.ask(&message{build: build, ctx: ctx}, nil)
}

func errBlocking() error {
	return exceptions.RuntimeError("this is a blocking function; call it from a thread")
}

// ask has the run deal with m, in the host task of w or, without one, in a task
// or callback of the system's, and waits for the answer.
func (r *Runner) ask(m *message, w *Worker) (any, error) {
	m.r, m.reply = r, make(chan outcome, 1)
	if err := r.entries.add(nil, func() error { r.take(m, w); return nil }); err != nil {
		return nil, err
	}
	// While it waits for the run the thread is no work that the run waits for.
	r.entries.outstanding.Add(-1)
	r.waker.wake()
	out := <-m.reply
	return out.value, out.err
}

func (r *Runner) take(m *message, w *Worker) {
	r.asked[m] = struct{}{}
	switch {
	case w != nil:
		r.Reschedule(w.host, m, nil)
	case m.call != nil:
		m.answer(m.call())
	default:
		_, err := r.SpawnSystemTask(SpawnConfig{
			Context: m.ctx,
			Name:    "<from thread>",
			Coroutine: Operation(newMachine(func(t *Task) then {
				c, err := m.build(t)
				if err != nil {
					m.answer(nil, err)
					return end(nil, nil)
				}
				return then{wait: c, next: func(v any, err error) then {
					m.answer(v, err)
					return end(nil, nil)
				}}
			})),
		})
		if err != nil {
			m.answer(nil, ErrRunFinished.New("system nursery is closed"))
		}
	}
}

// ToThread runs a blocking function on another goroutine and gives what it gave.
func ToThread[T any](t *Task, fn func(w *Worker) (T, error), opts ...ThreadOptions) (T, error) {
	var o ThreadOptions
	if len(opts) > 0 {
		o = opts[0]
	}
	v, err := t.Do(ToThreadOp(func(w *Worker) (any, error) { return fn(w) }, o))
	value, _ := v.(T)
	return value, err
}

// ActiveThreads gives how many blocking functions run.
func (r *Runner) ActiveThreads() int { return r.threads }

// WaitThreadsOp waits until no blocking function runs.
func WaitThreadsOp() Op {
	return newMachine(func(t *Task) then {
		var again func(any, error) then
		again = func(_ any, err error) then {
			if err != nil || t.runner.threads == 0 {
				return end(nil, err)
			}
			return run(t.runner.idleThreads.WaitOp(), again)
		}
		return run(CheckpointOp(), again)
	})
}

// refuse lets the threads go on that wait for a run which has failed.
func (r *Runner) refuse() {
	for m := range r.asked {
		m.answer(nil, ErrRunFinished.New("run() has exited"))
	}
}
