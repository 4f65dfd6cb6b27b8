package aiorun

import (
	"runtime"
	"time"

	"asyncio/concurrent"
	"asyncio/coroutine"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/task"
)

// Option is one of aiorun.run's parameters, or one of Go's own.
type Option func(*options)

type options struct {
	loop     *loop.Loop
	config   loop.Config
	made     func(*loop.Loop)
	handler  func(*loop.Loop) error
	callback func(*loop.Loop) error
	// awaited makes a callback that is run to its end on the loop.
	awaited     func(*loop.Loop) coroutine.Coroutine
	workers     *int
	executor    concurrent.Executor
	uvloop      bool
	stopOnError bool
	limit       *time.Duration
	logger      process.Logger
	windows     bool
	restore     bool
}

func collect(opts []Option) *options {
	o := &options{windows: runtime.GOOS == "windows", logger: process.StderrLogger{}}
	for _, opt := range opts {
		opt(o)
	}
	if o.config.State == nil {
		o.config.State = process.Default
	}
	if o.loop != nil {
		o.config.State = o.loop.State()
	}
	return o
}

// WithLoop has Run use l instead of a loop of its own; l is not closed at the
// end and its asynchronous generators are left alone.
func WithLoop(l *loop.Loop) Option { return func(o *options) { o.loop = l } }

// WithShutdownHandler has fn called on the loop when a signal has come, instead
// of stopping the loop. One that never stops it leaves a program that SIGINT
// and SIGTERM cannot end any more.
func WithShutdownHandler(fn func(l *loop.Loop) error) Option {
	return func(o *options) { o.handler = fn }
}

// WithShutdownCallback has fn called once the loop has stopped, before anything
// is cancelled: shutdown_callback as a function.
func WithShutdownCallback(fn func(l *loop.Loop) error) Option {
	return func(o *options) { o.callback, o.awaited = fn, nil }
}

// WithShutdownCoroutine has fn run to its end on the loop once that has stopped,
// before anything is cancelled, while all other tasks go on:
// shutdown_callback as an async function or a coroutine.
func WithShutdownCoroutine(fn func(co *task.Co) error) Option {
	return func(o *options) {
		o.callback = nil
		o.awaited = func(l *loop.Loop) coroutine.Coroutine { return coro(l, fn) }
	}
}

// WithExecutorWorkers says how many workers the executor has that Run makes:
// executor_workers. Run fails with ValueError if that is not positive.
func WithExecutorWorkers(n int) Option { return func(o *options) { o.workers = &n } }

// WithExecutor makes ex the loop's default executor. It is shut down at the end.
func WithExecutor(ex concurrent.Executor) Option { return func(o *options) { o.executor = ex } }

// WithUvloop asks for uvloop, which there is none of in Go: Run fails as where
// uvloop is not installed.
func WithUvloop() Option { return func(o *options) { o.uvloop = true } }

// StopOnUnhandledErrors has an error that nobody handles stop the loop; Run
// returns it after the shutdown.
func StopOnUnhandledErrors() Option { return func(o *options) { o.stopOnError = true } }

// NoTimeout has the shutdown wait for its tasks without a limit.
const NoTimeout time.Duration = -1

// WithTaskTimeout says how long the shutdown waits for all tasks together,
// protected ones included: timeout_task_shutdown. The default is a minute.
func WithTaskTimeout(d time.Duration) Option { return func(o *options) { o.limit = &d } }

// WithLogger has lg receive what Python writes to the logger "aiorun". The
// default prints warnings and errors to standard error, as Python does where
// logging is not configured.
func WithLogger(lg process.Logger) Option { return func(o *options) { o.logger = lg } }

// WithLoopConfig says what the loop is made of that Run makes.
func WithLoopConfig(c loop.Config) Option { return func(o *options) { o.config = c } }

// WithLoopMade has fn told of the loop before anything is started on it.
func WithLoopMade(fn func(l *loop.Loop)) Option { return func(o *options) { o.made = fn } }

// AsOnWindows chooses what aiorun does on Windows (a task that wakes the loop
// every tenth of a second, the shutdown handler called at a KeyboardInterrupt)
// or what it does elsewhere. The default is the platform's.
func AsOnWindows(yes bool) Option { return func(o *options) { o.windows = yes } }

// RestoreSignals has Run put the signal handlers back that it found, which
// Python's aiorun never does.
func RestoreSignals() Option { return func(o *options) { o.restore = true } }
