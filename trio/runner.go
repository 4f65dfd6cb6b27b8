package trio

import (
	"fmt"
	"math"

	"asyncio/clock"
	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/observe"
	"asyncio/process"
	"asyncio/selector"
)

// Runner is one run. It is touched by whoever holds its baton: the goroutine
// that drives it, or the task it is resuming. What may be called from elsewhere
// says so.
type Runner struct {
	state    *process.State
	profile  *Profile
	errors   Errors
	clock    Clock
	jumper   clock.Jumper // the clock, if it is to be moved
	schedule *Schedule
	thread   *process.Thread
	pool     *coroutine.Pool
	sel      selector.Selector
	waker    waker
	strict   bool
	obs      observe.Observer
	opts     options
	id       uint64
	passes   uint64

	tasks      map[*Task]struct{}
	count      uint64 // tasks made
	statuses   uint64
	queue      []*Task
	batch      []*Task
	deadlines  deadlines
	current    *Task
	init       *Task
	main       *Task
	mainDone   bool
	mainResult outcome
	vars       contextvars.Vars // of system tasks
	outer      *contextvars.Context
	failure    error // of the machinery: the run ends with it
	death      error // the process is dead
	build      func(r *Runner) (SpawnConfig, error)

	systemNursery *Nursery
	entries       entryQueue
	token         *Token
	instruments   instruments

	interrupted bool // a KeyboardInterrupt waits to be delivered
	handler     interruptHandler
	held        bool // it has the signals

	idlers   []*idler
	autojump float64 // seconds, infinity for never
	primed   idleKind
	cushion  float64
	guest    *guest

	limiter     *CapacityLimiter // of threads
	threads     int
	idleThreads *Event // set when there is none any more
	asked       map[*message]struct{}
}

func newRunner(o options) (*Runner, error) {
	r := &Runner{
		opts: o, state: o.state, profile: o.profile, errors: o.errors, clock: o.clock,
		schedule: o.schedule, strict: o.profile.Strict, obs: o.observer,
		tasks: map[*Task]struct{}{}, autojump: math.Inf(1), idleThreads: &Event{}, asked: map[*message]struct{}{},
	}
	if o.strict != nil {
		r.strict = *o.strict
	}
	r.id = r.state.NextLoop()
	r.jumper = jumper(r.clock)
	r.thread = o.thread
	if r.thread == nil {
		r.thread = r.state.CurrentThread()
	}
	if r.thread.Runner() != nil {
		return nil, exceptions.RuntimeError("Attempted to call run() from inside a run()")
	}
	r.vars = r.thread.Context().Vars()
	sel, err := selector.New()
	if err != nil {
		return nil, err
	}
	r.sel, r.waker.sel = sel, sel
	r.pool = coroutine.NewPool(o.engine,
		func(g int64) { r.state.Adopt(g, func() *process.Thread { return r.thread }) },
		r.state.Forget)
	r.entries.r = r
	for _, i := range o.instruments {
		r.instruments.add(i)
	}
	if m, ok := r.clock.(*MockClock); ok {
		m.attach(r)
	}
	return r, nil
}

// CurrentTask gives the task that is running, nil for none.
func (r *Runner) CurrentTask() *Task { return r.current }

// RootTask gives the task that all others descend from.
func (r *Runner) RootTask() *Task { return r.init }

// MainTask gives the task of the function that the run was started with, nil
// before there is one.
func (r *Runner) MainTask() *Task { return r.main }

// Clock gives the run's clock.
func (r *Runner) Clock() Clock { return r.clock }

// CurrentTime gives the time of the run's clock, in seconds.
func (r *Runner) CurrentTime() float64 { return r.clock.Now() }

// Profile gives the release of trio that the run follows.
func (r *Runner) Profile() *Profile { return r.profile }

// State gives the process that the run is in.
func (r *Runner) State() *process.State { return r.state }

// Thread gives the thread that the run is in.
func (r *Runner) Thread() *process.Thread { return r.thread }

// Schedule gives what decides the orders that trio leaves open.
func (r *Runner) Schedule() *Schedule { return r.schedule }

// Errors gives how the run deals with exceptions.
func (r *Runner) Errors() Errors { return r.errors }

// Strict reports whether nurseries wrap single errors by default.
func (r *Runner) Strict() bool { return r.strict }

// Fail ends the run with TrioInternalError, err being what went wrong in the
// machinery, as an AbortFunc of the caller's that failed.
func (r *Runner) Fail(err error) {
	if r.failure == nil {
		r.failure = err
	}
}

// Current gives the run that the calling thread is in, nil for none.
func Current(t *process.Thread) *Runner {
	r, _ := t.Runner().(*Runner)
	return r
}

// repr prints an object, or what stands for it above.
func (r *Runner) repr(v fmt.Stringer, owner any) string {
	if owner != nil {
		return r.state.ReprOf(owner)
	}
	return v.String()
}

// setDeadline moves a scope among the deadlines. A guest's host may have to be
// told that it must wake earlier.
func (r *Runner) setDeadline(s *CancelScope, at float64) {
	before := r.deadlines.next()
	r.deadlines.set(s, at, r.schedule.tie)
	if r.guest != nil && r.deadlines.next() != before {
		r.guest.tickSoon()
	}
}

// Reschedule makes a task that waits runnable: it goes on, in a later pass, with
// value, or with err raised at its wait. Each wait is ended exactly once.
func (r *Runner) Reschedule(t *Task, value any, err error) {
	if t.scheduled || t.done {
		r.Fail(exceptions.RuntimeError("%s was rescheduled twice", t.repr()))
		return
	}
	t.scheduled = true
	t.sent = outcome{value, err}
	t.abort, t.sleep = nil, nil
	if len(r.queue) == 0 && r.guest != nil {
		r.guest.tickSoon()
	}
	r.queue = append(r.queue, t)
	if r.obs != nil {
		r.notify(observe.TaskWoken, r.taskID(t), 0, 0, 0, t)
	}
	if r.instruments.any {
		r.instruments.task(r, hookTaskScheduled, t)
	}
}

// SpawnConfig says what a new task is.
type SpawnConfig struct {
	// Coroutine is what the task drives.
	Coroutine coroutine.Coroutine
	// Name is the task's name.
	Name string
	// Context is what it runs in; nil for a copy of the current one, or, for a
	// system task, of the one the run was started in.
	Context *contextvars.Context
	// Owner stands for the task above.
	Owner any
	// Made, if not nil, is given the task before anybody is told of it.
	Made func(t *Task)
}

func (r *Runner) spawn(c SpawnConfig, n *Nursery, system bool) (*Task, error) {
	if n != nil && n.closed {
		return nil, exceptions.RuntimeError("Nursery is closed to new arrivals")
	}
	r.count++
	t := &Task{
		runner: r, name: c.Name, coro: c.Coroutine, ctx: c.Context, number: r.count,
		parent: n, system: system, owner: c.Owner,
	}
	if t.ctx == nil {
		vars := r.vars
		if !system {
			vars = r.thread.Context().Vars()
		}
		t.ctx = contextvars.FromVars(vars)
	}
	if c.Made != nil {
		c.Made(t)
	}
	t.adopt(c.Coroutine)
	r.tasks[t] = struct{}{}
	if r.obs != nil {
		by := uint64(0)
		if r.current != nil {
			by = r.taskID(r.current)
		}
		r.notify(observe.TaskCreated, r.taskID(t), by, 0, 0, t)
	}
	if n != nil {
		n.adopt(t)
		t.enter(n.status)
	}
	if r.instruments.any {
		r.instruments.task(r, hookTaskSpawned, t)
	}
	r.Reschedule(t, nil, nil)
	return t, nil
}

// References gives what the run holds.
func (r *Runner) References(visit func(any)) {
	for t := range r.tasks {
		visit(t)
	}
	for _, t := range r.batch {
		if t != nil {
			visit(t)
		}
	}
	visit(r.mainResult.value)
	visit(r.mainResult.err)
	r.entries.References(visit)
	for _, i := range r.opts.instruments {
		visit(i.Owner)
	}
}

// goTask makes the coroutine of a Go function that is given its task.
func (r *Runner) goTask(fn func(t *Task) (any, error), entry uintptr) SpawnConfig {
	b := &goBody{fn: fn}
	name, _ := coroutine.FuncName(entry)
	return SpawnConfig{Coroutine: &goCoroutine{r.pool.New(b, entry), b}, Name: name}
}

// goBody is a Go function that is run as a task's coroutine.
type goBody struct {
	t  *Task
	fn func(t *Task) (any, error)
}

// RunBody implements coroutine.Body.
func (b *goBody) RunBody(*coroutine.Go) (any, error) { return b.fn(b.t) }

// goCoroutine learns which task it runs in.
type goCoroutine struct {
	*coroutine.Go
	body *goBody
}

func (c *goCoroutine) adopt(t *Task) {
	c.body.t = t
	t.fn = c.Go
}
