// Package runners has asyncio.run and Runner: a loop from its making to its
// closing, with what CPython does at the end (cancel what is left, close
// asynchronous generators, shut the executor down, close) and with its rule for
// the default SIGINT.
package runners

import (
	"fmt"

	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/signalsafe"
	"asyncio/task"
)

// Main makes the coroutine to be run, once there is a loop to run it on. nil
// stands for something that is not a coroutine.
type Main func(l *loop.Loop) coroutine.Coroutine

// Options say how a Runner makes its loop. The zero Options is Runner().
type Options struct {
	// Config is what the loop is made of; Tasks is filled in.
	Config loop.Config
	// Debug turns debug mode on or off; nil leaves the loop's own setting.
	Debug *bool
	// LoopFactory makes the loop; nil for the default one, which is also set
	// as the thread's current loop.
	LoopFactory func() (*loop.Loop, error)
	// NewLoop makes the default loop; nil stands for task.NewLoop.
	NewLoop func() (*loop.Loop, error)
	// NewTask makes the task of a run, which need not be a *task.Task; nil stands
	// for task.Create.
	NewTask func(l *loop.Loop, c coroutine.Coroutine, o task.Options) (future.Awaitable, error)
	// SetCurrent makes the loop, or none, the thread's current one; nil stands
	// for SetCurrentLoop.
	SetCurrent func(l *loop.Loop) error
	// Refuse is the error of a main that is no coroutine, raised where the
	// version raises it.
	Refuse error
	// Handling calls close while the error that the run ended with is being
	// handled, for a layer above whose errors then have it as their context; nil
	// for a plain call.
	Handling func(err error, close func() error) error
}

type state uint8

const (
	created state = iota
	initialized
	closed
)

// Runner runs several coroutines on one loop, one after another, as
// asyncio.Runner.
type Runner struct {
	o          Options
	state      state
	loop       *loop.Loop
	thread     *process.Thread
	ctx        *contextvars.Context
	main       future.Awaitable // of the run before
	setCurrent bool
	held       bool
	interrupts int
}

// New makes a Runner; its loop is made when it is first needed.
func New(o Options) *Runner {
	if o.Config.State == nil {
		o.Config.State = process.Default
	}
	return &Runner{o: o}
}

// State gives what the Runner is: created, initialized or closed.
func (r *Runner) State() string {
	return [...]string{"created", "initialized", "closed"}[r.state]
}

// GetLoop gives the Runner's loop, making it if needed. It fails with
// RuntimeError "Runner is closed" after Close.
func (r *Runner) GetLoop() (*loop.Loop, error) {
	if err := r.init(); err != nil {
		return nil, err
	}
	return r.loop, nil
}

func (r *Runner) init() error {
	switch r.state {
	case closed:
		return exceptions.RuntimeError("Runner is closed")
	case initialized:
		return nil
	}
	s := r.o.Config.State
	r.thread = s.CurrentThread()
	var err error
	switch {
	case r.o.LoopFactory != nil:
		r.loop, err = r.o.LoopFactory()
	case r.o.NewLoop != nil:
		r.loop, err = r.o.NewLoop()
	default:
		r.loop, err = task.NewLoop(r.o.Config)
	}
	if err != nil {
		return err
	}
	if r.o.LoopFactory == nil {
		r.setCurrent = true
		if r.o.SetCurrent == nil {
			r.thread.SetCurrentLoop(r.loop)
		} else if err := r.o.SetCurrent(r.loop); err != nil {
			return err
		}
	}
	if r.o.Debug != nil {
		r.loop.SetDebug(*r.o.Debug)
	}
	r.held = r.loop.HoldSignals(r.thread)
	r.ctx = r.thread.Context().Copy()
	r.state = initialized
	return nil
}

// Run runs a coroutine to its end and gives its outcome. ctx is the context of
// its task, nil for the Runner's own, which keeps its changes from one Run to
// the next. It fails with ValueError for no coroutine, and with RuntimeError
// while another loop runs here and after Close.
func (r *Runner) Run(main Main, ctx *contextvars.Context) (any, error) {
	if main == nil {
		return nil, notACoroutine()
	}
	s := r.o.Config.State
	if s.CurrentThread().Running() != nil {
		return nil, exceptions.RuntimeError("Runner.run() cannot be called from a running event loop")
	}
	if err := r.init(); err != nil {
		return nil, err
	}
	r.loop.EnterCall(loop.CallRunnerRun)
	v, err := r.run(main, ctx)
	return v, r.loop.LeaveCall(loop.CallRunnerRun, err)
}

func (r *Runner) run(main Main, ctx *contextvars.Context) (any, error) {
	s := r.o.Config.State
	c := main(r.loop)
	if c == nil {
		return nil, notACoroutine()
	}
	if over := r.loop.Overrides(); over != nil && over.RunUntilComplete != nil && !s.Profile.RunnerMakesTask {
		return r.loop.RunCoroutine(c) // which sees the coroutine itself
	}
	if ctx == nil {
		ctx = r.ctx
	}
	t, err := r.newTask(c, task.Options{Context: ctx, Quiet: !s.Profile.RunnerMakesTask})
	if err != nil {
		return nil, err
	}
	r.main = t
	restore := r.handleSIGINT(t)
	v, err := r.loop.RunUntilComplete(t)
	restore()
	if exceptions.IsCancelled(err) && r.interrupts > 0 && uncancelled(t) {
		interrupt := exceptions.ErrKeyboardInterrupt.New("")
		interrupt.Context = r.loop.PassCall(loop.CallRunnerRun, err)
		return nil, interrupt
	}
	return v, err
}

func (r *Runner) newTask(c coroutine.Coroutine, o task.Options) (future.Awaitable, error) {
	if r.o.NewTask != nil {
		return r.o.NewTask(r.loop, c, o)
	}
	t, err := task.Create(r.loop, c, o)
	if err != nil {
		return nil, err
	}
	return t, nil
}

// uncancelled takes a request to cancel back, and reports whether none is left.
// A task of another make may not count them.
func uncancelled(t future.Awaitable) bool {
	u, ok := t.(interface{ Uncancel() int })
	return ok && u.Uncancel() == 0
}

func notACoroutine() error { return exceptions.ValueError("a coroutine was expected, got None") }

// Close does what asyncio.run does at its end and closes the loop. An error in
// one step skips the others up to the closing. It does nothing on a Runner that
// was not used or is closed.
func (r *Runner) Close() error {
	if r.state != initialized {
		return nil
	}
	l := r.loop
	l.EnterCall(loop.CallRunnerClose)
	err := l.Death() // the dead take no further steps
	if err == nil {
		err = r.shutdown()
	}
	if e := r.end(); err == nil {
		err = e
	}
	return l.LeaveCall(loop.CallRunnerClose, err)
}

// shutdown is the part of the end that runs the loop.
func (r *Runner) shutdown() error {
	if err := CancelAll(r.loop); err != nil {
		return err
	}
	if _, err := r.loop.RunCoroutine(r.loop.ShutdownAsyncgens()); err != nil {
		return err
	}
	p := r.loop.State().Profile
	if !p.ExecutorShutdown {
		return nil
	}
	_, err := r.loop.RunCoroutine(r.loop.ShutdownDefaultExecutor(p.ExecutorShutdownTimeout))
	return err
}

// end closes the loop, whatever happened before.
func (r *Runner) end() error {
	r.state, r.main = closed, nil
	var err error
	switch {
	case !r.setCurrent:
	case r.o.SetCurrent == nil:
		r.thread.SetCurrentLoop(nil)
	default:
		err = r.o.SetCurrent(nil)
	}
	l := r.loop
	if e := l.Close(); err == nil {
		err = e
	}
	if r.held {
		// A signal that came during the last steps takes effect here, as it
		// would between the next two lines of the program.
		if e := l.CheckSignals(); err == nil {
			err = e
		}
		l.ReleaseSignals()
	}
	return err
}

// CancelAll cancels every task of the loop that is not done, waits for all of
// them, and reports those that failed instead.
func CancelAll(l *loop.Loop) error {
	tasks := task.All(l)
	on := make([]any, len(tasks))
	for i, t := range tasks {
		on[i] = t
	}
	l.EnterCall(loop.CallCancelAll, on...)
	err := l.LeaveCall(loop.CallCancelAll, cancelTasks(l, tasks))
	if err == nil {
		err = l.LetGo() // CPython's function had the tasks in a variable
	}
	return err
}

func cancelTasks(l *loop.Loop, tasks []*task.Task) error {
	if len(tasks) == 0 {
		return nil
	}
	aws := make([]any, len(tasks))
	for i, t := range tasks {
		if _, err := t.TryCancel(nil); err != nil {
			return err
		}
		aws[i] = t
	}
	all, err := task.Gather(l, aws, true)
	if err != nil {
		return err
	}
	if _, err := l.RunUntilComplete(all); err != nil {
		return err
	}
	for _, t := range tasks {
		if t.Cancelled() {
			continue
		}
		exc, _ := t.Exception()
		if exc == nil {
			continue
		}
		if err := l.CallExceptionHandler(shutdownFailure(t, exc)); err != nil {
			return err
		}
	}
	return nil
}

// handleSIGINT installs the Runner's rule for SIGINT where the version has one
// and the default handler is in place; what it returns takes it back.
func (r *Runner) handleSIGINT(t future.Awaitable) (restore func()) {
	r.interrupts = 0
	s := r.loop.State()
	table := s.Signals
	if !cancelsMain(s.Profile) || !r.held || table.Handler(signalsafe.SIGINT).Kind() != signalsafe.KindDefaultInt {
		return func() {}
	}
	own := signalsafe.Func(func(signalsafe.Signal) error { return r.onSIGINT(t) }, r)
	if _, err := table.SetHandler(signalsafe.SIGINT, own); err != nil {
		return func() {}
	}
	return func() {
		if table.Handler(signalsafe.SIGINT).Same(own) {
			_, _ = table.SetHandler(signalsafe.SIGINT, signalsafe.DefaultInt()) // SIGINT can be set: it just was
		}
	}
}

// onSIGINT cancels main at the first SIGINT and raises KeyboardInterrupt at any
// further one, and once main is done.
func (r *Runner) onSIGINT(t future.Awaitable) error {
	r.interrupts++
	if r.interrupts == 1 && !t.Done() {
		if _, err := t.TryCancel(nil); err != nil {
			return err
		}
		// The loop may be in its select: wake it.
		_, err := r.loop.CallSoonThreadsafeIn(wakesLoop{}, nil, r.loop.State().CurrentVars())
		return err
	}
	r.loop.EnterCall(loop.CallOnSIGINT)
	return r.loop.LeaveCall(loop.CallOnSIGINT, exceptions.ErrKeyboardInterrupt.New(""))
}

// wakesLoop is a callback that does nothing.
type wakesLoop struct{}

// Call implements handle.Callback.
func (wakesLoop) Call() error { return nil }

// DescribeCallback implements handle.Describer.
func (wakesLoop) DescribeCallback(bool) string { return "Runner._on_sigint.<locals>.<lambda>()" }

// String gives the Runner's state for debugging.
func (r *Runner) String() string {
	return fmt.Sprintf("<Runner %s>", [...]string{"created", "initialized", "closed"}[r.state])
}
