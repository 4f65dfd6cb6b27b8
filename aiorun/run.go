package aiorun

import (
	"asyncio/concurrent"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/task"
)

// ErrImport is ImportError, which Run gives where uvloop is asked for.
var ErrImport error = importError

var (
	importError    = exceptions.NewClass("ImportError", exceptions.ErrException)
	moduleNotFound = exceptions.NewClass("ModuleNotFoundError", importError)
)

// run is one Run under way.
type run struct {
	*options
	log     log
	signals *signals
	own     bool  // the loop was made here
	pending error // to be raised at the end
	closing bool  // what is reported from now on is raised no more
}

// Run runs main on a loop until that is stopped: by the first SIGINT or SIGTERM,
// or by the program. Main's end does not stop it, nor does its failure unless
// StopOnUnhandledErrors says so. Then Run shuts down: callback, cancelling,
// waiting, executor, and the loop's end if it was made here. main may be nil.
//
// The error is that of a callback, one that stopped the loop, what was wrong
// with the options, a SystemExit of the program's (which skips the shutdown), or
// RuntimeError where the loop is stopped again while it shuts down.
func Run(main func(co *task.Co) error, opts ...Option) error {
	o := collect(opts)
	r := &run{options: o, log: log{o.logger, o.config.State}}
	var err error
	if r.signals, err = takeSignals(o); err != nil {
		return err
	}
	defer func() { r.signals.leave(o.restore) }()
	r.log.debug("Entering run()")
	if err := r.makeLoop(); err != nil {
		return err
	}
	if r.own {
		// A run that fails half-way leaves no goroutine of the loop behind.
		defer func() {
			if !r.loop.IsClosed() {
				_ = r.loop.Close()
			}
		}()
	}
	if err := r.start(main); err != nil {
		return err
	}
	if err := r.forever(); err != nil {
		return err
	}
	if err := r.shutdown(); err != nil {
		return err
	}
	if r.pending != nil {
		r.log.info("Reraising unhandled exception")
	}
	return r.pending
}

func (r *run) makeLoop() error {
	if r.loop != nil && r.uvloop {
		return exceptions.ErrException.New("'loop' and 'use_uvloop' parameters are mutually " +
			"exclusive. (Just make your own uvloop and pass it in).")
	}
	if r.uvloop {
		return moduleNotFound.New("No module named 'uvloop'")
	}
	if r.loop == nil {
		l, err := task.NewLoop(r.config)
		if err != nil {
			return err
		}
		r.loop, r.own = l, true
		r.config.State.CurrentThread().SetCurrentLoop(l)
	}
	if r.made != nil {
		r.made(r.loop)
	}
	return nil
}

// start puts everything in place for the loop to run.
func (r *run) start(main func(co *task.Co) error) error {
	l := r.loop
	if r.stopOnError {
		if l.ExceptionHandler() != nil {
			return exceptions.ErrException.New("If you provide a loop instance, and you've configured a custom " +
				"exception handler on it, then the 'stop_on_unhandled_errors' " +
				"parameter is unavailable (all exceptions will be handled).")
		}
		l.SetExceptionHandler(r.onUnhandled)
	}
	if main != nil {
		t, err := r.spawn(func(co *task.Co) error {
			if err := main(co); !exceptions.IsCancelled(err) {
				return err
			}
			return nil
		})
		if err != nil {
			return err
		}
		if err := t.AddDoneCallback(tellsFailure{t}, nil); err != nil {
			return err
		}
	}
	if r.handler == nil {
		r.handler = r.stop
	}
	if err := r.signals.listen(l, r.handler); err != nil {
		return err
	}
	if r.windows {
		if _, err := r.spawn(windowsSupportWakeup); err != nil {
			return err
		}
	}
	return r.setExecutor()
}

func (r *run) spawn(fn func(co *task.Co) error) (*task.Task, error) {
	return task.Create(r.loop, coro(r.loop, fn), task.Options{})
}

// tellsFailure reports main's exception when its task ends: nobody else has the
// task, so in Python that is when it is destroyed.
type tellsFailure struct{ t *task.Task }

// FutureDone implements future.DoneCallback.
func (c tellsFailure) FutureDone(future.Awaitable) error {
	return c.t.ReportUnretrieved()
}

// windowsSupportWakeup keeps the loop from sleeping long: aiorun's way to notice
// signals on Windows. It is seen among all tasks.
func windowsSupportWakeup(co *task.Co) error {
	for {
		if _, err := task.Sleep(co, 0.1, nil); err != nil {
			return err
		}
	}
}

func (r *run) setExecutor() error {
	if r.executor == nil {
		r.log.debug("Creating default executor")
		n := 0
		if r.workers != nil {
			if n = *r.workers; n <= 0 {
				return exceptions.ValueError("max_workers must be greater than 0")
			}
		}
		r.executor = concurrent.NewThreadPool(n, "ThreadPoolExecutor-0_")
	}
	return r.loop.SetDefaultExecutor(r.executor)
}

// stop is the shutdown handler where the program gives none.
func (r *run) stop(l *loop.Loop) error {
	r.log.debug("Entering shutdown handler")
	r.log.warn("Stopping the loop")
	l.Stop()
	return nil
}

// onUnhandled is the exception handler that stops the loop. A later report takes
// the place of an earlier one, even if it has no exception.
func (r *run) onUnhandled(l *loop.Loop, c *handle.ErrorContext) error {
	if !r.closing {
		r.pending = c.Exception
	}
	message := "None"
	if c.Message != "" {
		message = process.Repr(c.Message)
	}
	r.log.failed("Unhandled exception; stopping loop: "+message, c.Exception)
	l.Stop()
	return nil
}

// forever runs the loop until it is stopped. KeyboardInterrupt stops it too.
func (r *run) forever() error {
	err := r.loop.RunForever()
	if exceptions.KindOf(err) != exceptions.KeyboardInterrupt {
		return err
	}
	r.log.info("Got KeyboardInterrupt")
	if r.windows {
		return r.handler(r.loop) // its Stop will end the next run of the loop
	}
	return nil
}
