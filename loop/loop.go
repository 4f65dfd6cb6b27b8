// Package loop is asyncio's event loop: a ready queue, a heap of timers, a
// selector, and the self-pipe that lets signals and other goroutines in.
//
// One iteration (RunOnce) goes through six numbered phases, as CPython's
// _run_once does: cancelled timers, timeout, select, I/O, due timers, run.
//
// A loop belongs to whoever holds its baton: the goroutine that runs it, or the
// coroutine that it is resuming. Only CallSoonThreadsafe, the function that
// RegisterPending gives, Wake and the self-pipe may be used from outside.
package loop

import (
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/eapache/queue"

	"asyncio/clock"
	"asyncio/concurrent"
	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/observe"
	"asyncio/process"
	"asyncio/selector"
	"asyncio/signalsafe"
)

// TaskMaker makes a task that drives c on loop l. It is how the loop makes
// tasks where CPython's does, without knowing what a task is. own says that the
// loop made it for itself, so that its loss is not reported.
type TaskMaker func(l *Loop, c coroutine.Coroutine, own bool) (future.Awaitable, error)

// Config says what a loop is made of. The zero Config is CPython's default
// loop: real time, the platform's selector, the default process state.
type Config struct {
	// State is the process the loop belongs to; nil stands for process.Default.
	State *process.State
	// Clock gives the time; nil stands for the machine's.
	Clock clock.Clock
	// Selector watches descriptors; nil stands for the platform's.
	Selector selector.Selector
	// Observer is told what happens; nil for none.
	Observer observe.Observer
	// Blocking, if not nil, runs wait, which waits for descriptors, while others
	// run code that shares the loop's state: an interpreter gives its lock up. It
	// may call interrupt, from any goroutine, to have wait return.
	Blocking func(wait, interrupt func())
	// Check, if not nil, is asked wherever the loop looks for signals; its error
	// leaves the loop.
	Check func() error
	// TaskAdded, if not nil, is told of each new task how many there are then
	// that are not done.
	TaskAdded func(n int)
	// Engine is how Go coroutines are switched.
	Engine coroutine.Engine
	// Tasks makes tasks. Package task provides it.
	Tasks TaskMaker
	// Overrides gives the loop's overrides once it is made, as a subclass has
	// them from its birth; nil for none.
	Overrides func(l *Loop) *Overrides
	// Debug turns debug mode on.
	Debug bool
}

// Loop is an event loop, as asyncio's SelectorEventLoop.
type Loop struct {
	state   *process.State
	clock   clock.Clock
	jumper  clock.Jumper // the clock, when it is a virtual one
	waiter  clock.Waiter // the clock, when others share it
	blocks  func(wait, interrupt func())
	check   func() error
	obs     observe.Observer
	over    *Overrides
	between func(*handle.Handle) error
	abandon func([]Registered)
	stack   Stack
	pool    *coroutine.Pool
	tasks   TaskMaker
	factory any // the task factory, kept for package task
	reg     Registry
	owner   any

	ready      *queue.Queue
	scheduled  timerHeap
	cancelled  int // timers in the heap that were cancelled
	tick       uint64
	resolution float64 // how much too early a timer may run
	begun      float64 // loop time when the iteration began or its select ended, for observers
	number     uint64  // among the loops of its State, for observers
	stopping   bool
	closed     bool
	debug      bool
	slow       float64 // seconds a callback may take in debug mode

	thread   *process.Thread    // the thread that runs the loop, nil while none does
	unmarked bool               // 3.13.0's refused run_forever() hid that it runs
	onMain   bool               // that thread handles signals
	runner   *handle.Handle     // the handle being run
	named    observe.Labeler    // it, as it is printed: a timer's handle is the timer
	until    []future.Awaitable // what runs go on until
	left     int                // handles of the pass under way that were not run yet
	inPass   bool               // a pass is under way
	death    error              // what ended the program for good

	sel      selector.Selector
	events   []selector.Event
	fds      map[int]*watch
	watched  int
	pipe     signalsafe.Pipe
	pipeRead handle.Handle
	handlers map[signalsafe.Signal]*handle.Handle
	seated   bool // the loop holds the main thread's seat and the signals' door

	inboxMu     sync.Mutex
	inbox       []*handle.Handle
	inboxSize   atomic.Int32
	inboxShut   bool // under inboxMu
	inboxDebug  bool // debug, under inboxMu
	trips       []trip
	wake        func() // the embedder's wake hook, under inboxMu
	outstanding atomic.Int64

	onError    ExceptionHandler
	untaken    future.Unretrieved
	births     *uint64 // counts what is made, for the layer above
	asyncgens  AsyncGens
	executor   concurrent.Executor
	execOwn    bool // the loop made executor itself
	execClosed bool
}

var _ future.Loop = (*Loop)(nil)

// New makes a loop. It fails when the operating system gives no selector or
// pipe.
func New(c Config) (*Loop, error) {
	if c.State == nil {
		c.State = process.Default
	}
	if c.Clock == nil {
		c.Clock = clock.NewReal(0)
	}
	if c.Selector == nil {
		s, err := selector.New()
		if err != nil {
			return nil, err
		}
		c.Selector = s
	}
	l := &Loop{
		state: c.State, clock: c.Clock, obs: c.Observer, tasks: c.Tasks,
		sel: c.Selector, debug: c.Debug, inboxDebug: c.Debug, slow: 0.1, ready: queue.New(),
		fds: map[int]*watch{}, handlers: map[signalsafe.Signal]*handle.Handle{},
	}
	l.resolution = c.Clock.Resolution()
	l.jumper, _ = c.Clock.(clock.Jumper)
	l.waiter, _ = c.Clock.(clock.Waiter)
	l.blocks, l.check, l.reg.added = c.Blocking, c.Check, c.TaskAdded
	l.begun = l.peek() // what happens before the first iteration happens now
	l.number = c.State.NextLoop()
	// A worker's goroutine belongs to the thread that runs the loop, which
	// waits for it whenever it runs.
	thread := l.Thread
	adopt := func(goroutine int64) { l.state.Adopt(goroutine, thread) }
	l.pool = coroutine.NewPool(c.Engine, adopt, l.state.Forget)
	l.recordPlaces()
	l.untaken.SetCollect(l.jumper == nil)
	if err := l.openPipe(); err != nil {
		l.sel.Close()
		return nil, err
	}
	l.state.Logger.Log(process.Debug, "Using selector: "+l.sel.Name())
	if c.Overrides != nil {
		l.SetOverrides(c.Overrides(l))
	}
	return l, nil
}

// recordPlaces has coroutines remember where they await whenever something
// will ask: an observer, debug mode, or a deadlock report in virtual time.
func (l *Loop) recordPlaces() {
	l.pool.RecordPlaces(l.obs != nil || l.debug || l.jumper != nil)
}

// Resolution gives how many seconds too early a timer may run: the clock's
// resolution.
func (l *Loop) Resolution() float64 { return l.resolution }

// SetResolution replaces it.
func (l *Loop) SetResolution(seconds float64) { l.resolution = seconds }

// CancelledTimers gives the number of cancelled timers that are still queued.
func (l *Loop) CancelledTimers() int { return l.cancelled }

// State gives the process state the loop belongs to.
func (l *Loop) State() *process.State { return l.state }

// Clock gives the loop's clock.
func (l *Loop) Clock() clock.Clock { return l.clock }

// Pool gives the goroutines on which the loop's Go coroutines run.
func (l *Loop) Pool() *coroutine.Pool { return l.pool }

// Registry gives the loop's part of the task registry.
func (l *Loop) Registry() *Registry { return &l.reg }

// Unretrieved implements future.Loop.
func (l *Loop) Unretrieved() *future.Unretrieved { return &l.untaken }

// SetBirths has n count what is made, the loop's futures among it.
func (l *Loop) SetBirths(n *uint64) { l.births = n }

// Born implements future.Loop.
func (l *Loop) Born() uint64 {
	if l.births == nil {
		return 0
	}
	*l.births++
	return *l.births
}

// Owner gives the object of the layer above that stands for the loop.
func (l *Loop) Owner() any { return l.owner }

// SetOwner sets what Owner gives.
func (l *Loop) SetOwner(o any) { l.owner = o }

// TaskFactory gives what SetTaskFactory set; package task knows its type.
func (l *Loop) TaskFactory() any { return l.factory }

// SetTaskFactory sets the factory that package task makes the loop's tasks
// with; nil for the default.
func (l *Loop) SetTaskFactory(f any) { l.factory = f }

// Observer implements future.Loop.
func (l *Loop) Observer() observe.Observer { return l.obs }

// SetObserver changes who is told what happens; nil for nobody.
func (l *Loop) SetObserver(o observe.Observer) {
	l.obs = o
	l.recordPlaces()
	l.watchTrips()
}

// Notify tells the observer, if there is one.
func (l *Loop) Notify(e observe.Event) {
	if l.obs != nil {
		e.Loop, e.Tick, e.Time = l.number, l.tick, l.begun
		l.obs.Observe(e)
	}
}

// Arrange puts n things, which stand in the order of their creation, into an
// order that CPython takes from their addresses.
func (l *Loop) Arrange(n int, swap func(i, j int)) {
	if l.obs != nil && n > 1 {
		l.Notify(observe.Event{Kind: observe.OrderFree, N: n})
	}
	l.state.Orders.Arrange(n, swap)
}

// Debug implements future.Loop.
func (l *Loop) Debug() bool { return l.debug }

// SetDebug turns debug mode on or off.
func (l *Loop) SetDebug(on bool) {
	l.debug = on
	l.inboxMu.Lock()
	l.inboxDebug = on
	l.inboxMu.Unlock()
	l.recordPlaces()
}

// SlowCallbackDuration gives the seconds from which debug mode reports a
// callback as slow.
func (l *Loop) SlowCallbackDuration() float64 { return l.slow }

// SetSlowCallbackDuration sets it.
func (l *Loop) SetSlowCallbackDuration(seconds float64) { l.slow = seconds }

// Tick gives the number of iterations begun so far.
func (l *Loop) Tick() uint64 { return l.tick }

// IsRunning reports whether the loop is running.
func (l *Loop) IsRunning() bool { return l.thread != nil && !l.unmarked }

// IsClosed reports whether the loop was closed.
func (l *Loop) IsClosed() bool { return l.closed }

// Thread gives the thread that runs the loop, nil while none does.
func (l *Loop) Thread() *process.Thread { return l.thread }

// Context implements contextvars.Holder: the context that code of the loop runs
// in now.
func (l *Loop) Context() *contextvars.Context { return l.CurrentContext() }

// CurrentContext implements future.Loop.
func (l *Loop) CurrentContext() *contextvars.Context {
	if l.thread != nil {
		return l.thread.Context()
	}
	return l.state.CurrentThread().Context()
}

// CreateFuture makes a pending future of the loop.
func (l *Loop) CreateFuture() future.Awaitable {
	if l.over != nil && l.over.CreateFuture != nil {
		return l.over.CreateFuture()
	}
	return (*Base)(l).CreateFuture()
}

// OwnFutures reports whether CreateFuture gives futures of another make.
func (l *Loop) OwnFutures() bool { return l.over != nil && l.over.CreateFuture != nil }

// CreateFuture is BaseEventLoop.create_future.
func (b *Base) CreateFuture() future.Awaitable {
	l := (*Loop)(b)
	if !l.debug {
		return future.New(l)
	}
	l.EnterCall(CallCreateFuture)
	f := future.New(l)
	_ = l.LeaveCall(CallCreateFuture, nil)
	return f
}

// String gives the loop as repr() does.
func (l *Loop) String() string {
	py := [2]string{"False", "True"}
	b := func(v bool) string {
		if v {
			return py[1]
		}
		return py[0]
	}
	return fmt.Sprintf("<_UnixSelectorEventLoop running=%s closed=%s debug=%s>",
		b(l.IsRunning()), b(l.closed), b(l.debug))
}

// reprSelf prints the loop as the object that stands for it does.
func (l *Loop) reprSelf() string {
	if l.owner != nil {
		return l.state.ReprOf(l)
	}
	return l.String()
}

// Label implements observe.Labeler.
func (l *Loop) Label() string { return l.String() }

func (l *Loop) checkClosed() error {
	if l.closed {
		return errClosed()
	}
	return nil
}

func errClosed() error { return exceptions.RuntimeError("Event loop is closed") }
