package loop

import (
	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/selector"
)

// Overrides are the steps of a loop that a layer above takes over, as a Python
// subclass of BaseEventLoop overrides methods. A nil field leaves the step to
// the loop; the original of each stays reachable through Loop.Base.
type Overrides struct {
	Time                    func() float64
	CallSoon                func(cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.Handle, error)
	CallSoonThreadsafe      func(cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.Handle, error)
	CallAt                  func(when float64, cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.TimerHandle, error)
	CallLater               func(delay float64, cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.TimerHandle, error)
	RunOnce                 func() error
	RunUntilComplete        func(aw any) (any, error) // a future or a coroutine
	Select                  func(timeout float64) ([]selector.Event, error)
	ProcessEvents           func(events []selector.Event) error
	WriteToSelf             func() error
	CreateFuture            func() future.Awaitable
	CallExceptionHandler    func(c *handle.ErrorContext) error
	DefaultExceptionHandler func(c *handle.ErrorContext) error
	AddReader               func(fd int, cb handle.Callback) (*handle.Handle, error)
	RemoveReader            func(fd int) (bool, error)
	AddWriter               func(fd int, cb handle.Callback) (*handle.Handle, error)
	RemoveWriter            func(fd int) (bool, error)
	ShutdownAsyncgens       func() coroutine.Coroutine
	ShutdownDefaultExecutor func(timeout float64) coroutine.Coroutine
	Close                   func() error
}

// SetOverrides installs o; nil takes all overrides away.
func (l *Loop) SetOverrides(o *Overrides) { l.over = o }

// Overrides gives the overrides in force, nil for none.
func (l *Loop) Overrides() *Overrides { return l.over }

// Base is a loop without its overrides: what super() reaches.
type Base Loop

// Base gives the loop's own steps, whatever overrides them.
func (l *Loop) Base() *Base { return (*Base)(l) }

// SetBetween has fn called after each callback, with its handle, and with nil
// before the loop waits: when what the callback held may have been let go.
func (l *Loop) SetBetween(fn func(*handle.Handle) error) { l.between = fn }

// LetGo has what was let go seen to now: within a callback, or between two runs.
func (l *Loop) LetGo() error {
	if l.between == nil {
		return nil
	}
	return l.between(nil)
}

// SetAbandon has fn see to the tasks that are pending when the loop is closed,
// for a layer above that knows when they are dropped: it calls Destroyed.
func (l *Loop) SetAbandon(fn func([]Registered)) { l.abandon = fn }
