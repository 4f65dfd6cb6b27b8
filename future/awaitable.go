// Package future has asyncio's Future: an outcome that comes later, callbacks
// that run through the loop when it is there, and the small interface by which
// a task awaits a future of any make.
//
// A future belongs to a loop and is touched only by whoever holds that loop's
// baton. It sees the loop through the interface Loop alone.
package future

import (
	"asyncio/contextvars"
	"asyncio/handle"
	"asyncio/observe"
	"asyncio/process"
)

// Awaitable is what a task can wait for: a Future, a Task, or an object of the
// layer above that stands for one.
type Awaitable interface {
	// Loop gives the loop the future belongs to.
	Loop() Loop
	// Done reports whether the outcome is there.
	Done() bool
	// Cancelled reports whether the outcome is a cancellation.
	Cancelled() bool
	// Result gives the outcome. It fails with the exception that was set, a
	// CancelledError, or InvalidStateError "Result is not set.".
	Result() (any, error)
	// Exception gives the exception that was set, nil for none. It fails with
	// a CancelledError or InvalidStateError "Exception is not set.".
	Exception() (exc, err error)
	// TryCancel asks for cancellation with a message, nil for none. It reports
	// whether that was possible; it fails when callbacks could not be queued.
	TryCancel(msg any) (bool, error)
	// AddDoneCallback has cb called through the loop once the outcome is
	// there, in ctx, or in a copy of the current context when ctx is nil.
	AddDoneCallback(cb DoneCallback, ctx *contextvars.Context) error
	// RemoveDoneCallback takes every registration of cb back and gives their number.
	RemoveDoneCallback(cb DoneCallback) int
	// Blocking is asyncio's mark of a future that is being awaited: set where
	// the await suspends, cleared by the task that receives it.
	Blocking() bool
	// SetBlocking sets the mark.
	SetBlocking(bool)
}

// DoneCallback is called with a future that is done. Implementations are
// comparable, so that they can be removed.
type DoneCallback interface{ FutureDone(f Awaitable) error }

// Matcher is implemented by done callbacks that are the same as others by a rule
// of their own.
type Matcher interface{ Matches(cb DoneCallback) bool }

func same(a, b DoneCallback) bool {
	if m, ok := a.(Matcher); ok {
		return m.Matches(b)
	}
	return a == b
}

// Func makes a DoneCallback of a function. Each call makes a different one:
// keep the value to remove it later.
func Func(f func(f Awaitable) error) DoneCallback { return &doneFunc{f} }

type doneFunc struct{ f func(Awaitable) error }

// FutureDone implements DoneCallback.
func (d *doneFunc) FutureDone(f Awaitable) error { return d.f(f) }

// Waker is a DoneCallback that brings a handle of its own, so that waking it
// allocates nothing. A nil handle means that the own one is in use.
type Waker interface {
	DoneCallback
	WakeHandle(f Awaitable, ctx *contextvars.Context) *handle.Handle
}

// Loop is what a future needs of its loop.
type Loop interface {
	// CallSoonIn queues a callback to run in ctx, or in a context that starts
	// with vars when ctx is nil.
	CallSoonIn(cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.Handle, error)
	// CallSoonHandle queues a handle that its owner keeps.
	CallSoonHandle(h *handle.Handle) error
	// Post queues fn from any goroutine; it fails on a closed loop.
	Post(fn func() error) error
	// CallExceptionHandler reports an error that has no caller. It returns the
	// KeyboardInterrupt or SystemExit that a handler raised, else nil.
	CallExceptionHandler(c *handle.ErrorContext) error
	// CurrentContext gives the context that code runs in now.
	CurrentContext() *contextvars.Context
	// State gives the process state the loop belongs to.
	State() *process.State
	// Debug reports whether debug mode is on.
	Debug() bool
	// Observer gives the loop's observer, nil for none.
	Observer() observe.Observer
	// Notify tells the observer, if there is one.
	Notify(e observe.Event)
	// Born gives the number of what is made now, 0 where nobody asks.
	Born() uint64
	// Unretrieved keeps the failed futures that nobody asked yet.
	Unretrieved() *Unretrieved
}
