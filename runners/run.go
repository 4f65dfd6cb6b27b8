package runners

import (
	"asyncio/exceptions"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/profile"
	"asyncio/task"
)

func cancelsMain(p *profile.Profile) bool { return p.SIGINT == profile.CancelMain }

func shutdownFailure(t *task.Task, exc error) *handle.ErrorContext {
	return &handle.ErrorContext{
		Message:   "unhandled exception during asyncio.run() shutdown",
		Exception: exc,
		Entries:   []handle.Entry{{Key: "task", Value: t}},
	}
}

// Run runs a coroutine on a loop of its own and closes that, as asyncio.run.
// The error that comes out is the coroutine's, or what went wrong at the end;
// KeyboardInterrupt for the default SIGINT. It fails with RuntimeError while a
// loop runs on this goroutine and with ValueError for no coroutine.
func Run(main Main, o Options) (v any, err error) {
	r := New(o)
	s := r.o.Config.State
	if s.CurrentThread().Running() != nil {
		return nil, exceptions.RuntimeError("asyncio.run() cannot be called from a running event loop")
	}
	if main == nil && !s.Profile.LoopBeforeMainCheck {
		return nil, notACoroutine()
	}
	ended := false
	defer func() {
		if !ended && r.state == initialized {
			// runtime.Goexit is ending the goroutine (t.FailNow in a
			// coroutine): no code of the program runs any more, but nothing
			// is left behind.
			_ = r.end()
		}
	}()
	if err := r.init(); err != nil {
		ended = true
		return nil, err
	}
	if err = o.Refuse; err == nil {
		v, err = r.Run(main, nil)
	}
	l := r.loop
	err = l.PassCall(loop.CallRun, err)
	if r.main != nil {
		l.Keep(r.main) // its exception has frames whose variables are in use
	}
	l.EnterCall(loop.CallRunnerExit, err)
	e := l.LeaveCall(loop.CallRunnerExit, r.closeAfter(err))
	ended = true
	if e != nil {
		return nil, l.PassCall(loop.CallRun, exceptions.During(e, err))
	}
	return v, err
}

// closeAfter closes the runner, as the handling of err if there is one.
func (r *Runner) closeAfter(err error) error {
	if err == nil || r.o.Handling == nil {
		return r.Close()
	}
	return r.o.Handling(err, r.Close)
}
