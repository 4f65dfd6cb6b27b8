package trio

import (
	"reflect"

	"asyncio/coroutine"
	"asyncio/exceptions"
)

// Run runs main, and all that it starts, to the end, and gives main's error as
// it is. It fails with RuntimeError inside another run of the same goroutine,
// and with KeyboardInterrupt when Ctrl-C came and nothing could be interrupted.
func Run(main func(t *Task) error, opts ...Option) error {
	entry := reflect.ValueOf(main).Pointer()
	_, err := RunCoroutine(func(r *Runner) (SpawnConfig, error) {
		return r.goTask(func(t *Task) (any, error) { return nil, main(t) }, entry), nil
	}, opts...)
	return err
}

// RunValue is Run for a main that has a result.
func RunValue[T any](main func(t *Task) (T, error), opts ...Option) (T, error) {
	entry := reflect.ValueOf(main).Pointer()
	v, err := RunCoroutine(func(r *Runner) (SpawnConfig, error) {
		return r.goTask(func(t *Task) (any, error) { return main(t) }, entry), nil
	}, opts...)
	value, _ := v.(T)
	return value, err
}

// RunCoroutine is Run for what build gives as the main task. It is called within
// the run, in the task that spawns main; its error is that of the run.
func RunCoroutine(build func(r *Runner) (SpawnConfig, error), opts ...Option) (any, error) {
	r, err := NewRunner(build, opts...)
	if err != nil {
		return nil, err
	}
	return r.Run()
}

// NewRunner makes a run that has not begun; Run must follow.
func NewRunner(build func(r *Runner) (SpawnConfig, error), opts ...Option) (*Runner, error) {
	r, err := newRunner(newOptions(opts))
	if err != nil {
		return nil, err
	}
	r.build = build
	return r, nil
}

// Run runs to the end and gives main's outcome.
func (r *Runner) Run() (any, error) {
	r.begin()
	returned := false
	defer func() {
		if !returned { // runtime.Goexit, as t.FailNow in a task, or a panic
			r.thread.Restore(r.outer)
			r.close(nil)
		}
	}()
	err := r.loop()
	returned = true
	return r.finish(err)
}

func (r *Runner) loop() error {
	for len(r.tasks) > 0 && r.failure == nil {
		timeout := r.prepare()
		woken, err := r.wait(timeout)
		if err == nil {
			err = r.process(timeout, woken)
		}
		if err != nil {
			return err
		}
	}
	return r.failure
}

// begin makes the root task.
func (r *Runner) begin() {
	r.thread.SetRunner(r)
	r.outer = r.thread.Context()
	r.installInterrupts()
	r.instruments.run(r, hookBeforeRun)
	r.clock.Start()
	r.scriptSignals()
	r.init, _ = r.spawn(SpawnConfig{Coroutine: Operation(r.rootOp()), Name: "<init>"}, nil, true)
}

// finish ends the run, err being what went wrong in the machinery.
func (r *Runner) finish(err error) (any, error) {
	r.close(err)
	if err != nil {
		switch {
		case r.death != nil, isDeadlock(err), exceptions.KindOf(err) == exceptions.Fatal:
			return nil, err
		case isInternal(err):
		default:
			err = internalError(err)
		}
	}
	if r.interrupted { // nothing could be interrupted any more
		before := r.mainResult.err
		if err != nil {
			before = err
		}
		r.interrupted = false
		return nil, r.errors.During(exceptions.ErrKeyboardInterrupt.New(""), before)
	}
	if err != nil {
		return nil, err
	}
	return r.mainResult.value, r.mainResult.err
}

func isInternal(err error) bool {
	e, ok := err.(*exceptions.Error)
	return ok && e.Class == ErrInternal
}

func isDeadlock(err error) bool {
	_, ok := err.(*DeadlockError)
	return ok
}

// close gives back what the run holds. Only a run that failed has coroutines
// left.
func (r *Runner) close(err error) {
	if r.death != nil || exceptions.KindOf(err) == exceptions.Fatal {
		r.pool.Kill()
	} else {
		r.pool.Close(nil)
	}
	r.entries.finish()
	r.refuse()
	if m, ok := r.clock.(*MockClock); ok {
		m.detach(r)
	}
	r.instruments.run(r, hookAfterRun)
	_ = r.sel.Close()
	r.releaseInterrupts()
	r.current = nil
	r.thread.SetRunner(nil)
}

// rootOp is the root task: three nurseries, one in the other, for the task that
// serves the inbox, for system tasks and for main. When main has ended they are
// shut down from the inside.
func (r *Runner) rootOp() Op {
	return newMachine(func(t *Task) then {
		inbox, _ := t.Open(nil)
		r.systemNursery, _ = t.Open(nil)
		first, _ := t.Open(nil)
		if err := r.spawnMain(first, inbox); err != nil {
			r.mainDone, r.mainResult = true, outcome{err: err}
		}
		shut := func(n *Nursery, what string) {
			n.scope.cancel(&Reason{Source: "shutdown", Text: "main task done, shutting down " + what, Task: t.repr()})
		}
		closeInbox := func(any, error) then {
			shut(inbox, "run_sync_soon callbacks")
			return run(inbox.CloseOp(nil), nil)
		}
		return run(first.CloseOp(nil), func(_ any, err error) then {
			if err == nil {
				shut(r.systemNursery, "system tasks")
			}
			return run(r.systemNursery.CloseOp(err), func(_ any, err error) then {
				if err != nil {
					return run(inbox.CloseOp(err), nil)
				}
				if r.opts.finalize != nil {
					return run(r.opts.finalize(t), func(_ any, err error) then {
						if err != nil {
							return run(inbox.CloseOp(err), nil)
						}
						return closeInbox(nil, nil)
					})
				}
				return closeInbox(nil, nil)
			})
		})
	})
}

func (r *Runner) spawnMain(first, inbox *Nursery) error {
	c, err := r.build(r)
	if err == nil {
		r.main, err = r.spawn(c, first, false)
	}
	if err != nil {
		return err
	}
	_, err = r.spawn(SpawnConfig{
		Coroutine: Operation(r.entries.serve()), Name: "<TrioToken.run_sync_soon task>",
	}, inbox, true)
	return err
}

// SpawnSystemTask starts a task outside all nurseries of the program: it is
// cancelled when main ends, no KeyboardInterrupt reaches it, and if it fails the
// run ends with TrioInternalError. It fails with RuntimeError when the run is
// ending.
func (r *Runner) SpawnSystemTask(c SpawnConfig) (*Task, error) {
	return r.spawn(c, r.systemNursery, true)
}

// SpawnSystem is SpawnSystemTask for a Go function.
func (r *Runner) SpawnSystem(fn func(t *Task) error) (*Task, error) {
	return r.SpawnSystemTask(r.goTask(func(t *Task) (any, error) { return nil, fn(t) }, reflect.ValueOf(fn).Pointer()))
}

// GoCoroutine makes a coroutine of a Go function, for Spawn.
func (r *Runner) GoCoroutine(fn func(t *Task) (any, error)) coroutine.Coroutine {
	return r.goTask(fn, reflect.ValueOf(fn).Pointer()).Coroutine
}
