// Package asyncio is Python's asyncio in Go: a single-threaded event loop with
// a queue of callbacks, futures, tasks, signals that arrive through a
// self-pipe, and Run, which cancels what is left, exactly as CPython has it.
//
// A coroutine is a plain Go function that takes the running coroutine first:
//
//	func work(co *asyncio.Co, n int) error {
//		fmt.Printf("[%d] start\n", n)
//		if err := asyncio.Sleep(co, 10*time.Second); err != nil {
//			return err
//		}
//		fmt.Printf("[%d] done\n", n)
//		return nil
//	}
//
//	err := asyncio.Run(func(co *asyncio.Co) error { return work(co, 1) })
//
// Errors are values: a cancelled await returns an error for which
// errors.Is(err, ErrCancelled) holds, and a function that returns it is
// cancelled.
//
// This package is the face: aliases of the core's types and thin typed views.
// The packages below it are the core: handle, future, loop, task, runners.
package asyncio

import (
	"time"

	"asyncio/clock"
	"asyncio/concurrent"
	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/observe"
	"asyncio/process"
	"asyncio/signalsafe"
	"asyncio/task"
)

// The core's types under their asyncio names.
type (
	// Co is the running coroutine. Every function that awaits takes it first.
	Co = task.Co
	// Loop is the event loop.
	Loop = loop.Loop
	// Handle is a queued callback.
	Handle = handle.Handle
	// TimerHandle is a callback that is due at a time.
	TimerHandle = handle.TimerHandle
	// ErrorContext is what an exception handler is given.
	ErrorContext = handle.ErrorContext
	// AnyTask is a task whose result's type is not known, as AllTasks gives.
	AnyTask = task.Task
	// AnyFuture is what can be awaited, of any make.
	AnyFuture = future.Awaitable
	// AnyCoroutine is what a task drives, of any make.
	AnyCoroutine = coroutine.Coroutine
	// Overrides are the steps of a loop that a program takes over, as a
	// subclass of it would; Loop.Base gives what super() reaches.
	Overrides = loop.Overrides
	// Signal is a signal's number.
	Signal = signalsafe.Signal
	// State is a process as Python sees it.
	State = process.State
	// Observer is told what a loop does.
	Observer = observe.Observer
	// Executor runs jobs outside the loop.
	Executor = concurrent.Executor
	// ThreadPool is an Executor of a bounded number of goroutines.
	ThreadPool = concurrent.ThreadPool
	// Context maps context variables to values.
	Context = contextvars.Context
	// DeadlockError is what a run in virtual time returns when nothing can
	// ever happen again.
	DeadlockError = loop.DeadlockError
	// Exception is an exception of one of Python's classes.
	Exception = exceptions.Error
	// ExceptionGroup is several errors raised as one.
	ExceptionGroup = exceptions.Group
	// VirtualClock is a clock that jumps instead of waiting.
	VirtualClock = clock.Virtual
)

// The exception classes, for errors.Is.
var (
	ErrCancelled         error = exceptions.ErrCancelled
	ErrTimeout           error = exceptions.ErrTimeout
	ErrInvalidState      error = exceptions.ErrInvalidState
	ErrRuntime           error = exceptions.ErrRuntime
	ErrValue             error = exceptions.ErrValue
	ErrType              error = exceptions.ErrType
	ErrNotImplemented    error = exceptions.ErrNotImplemented
	ErrKeyboardInterrupt error = exceptions.ErrKeyboardInterrupt
	ErrSystemExit        error = exceptions.ErrSystemExit
	ErrGeneratorExit     error = exceptions.ErrGeneratorExit
)

// The signals that exist on every platform.
const (
	SIGINT  = signalsafe.SIGINT
	SIGTERM = signalsafe.SIGTERM
)

// Void is the result of what has none.
type Void = struct{}

// Exit makes the SystemExit that ends the program with the given status.
func Exit(code int) error { return exceptions.Exit(code) }

// ValueError makes a ValueError with a formatted text.
func ValueError(format string, args ...any) error { return exceptions.ValueError(format, args...) }

// Sleep suspends the coroutine for d, as asyncio.sleep. A duration that is not
// positive suspends for one iteration of the loop.
func Sleep(co *Co, d time.Duration) error {
	_, err := task.Sleep(co, d.Seconds(), nil)
	return err
}

// SleepSeconds is Sleep with Python's float of seconds. NaN is refused with
// ValueError; infinity sleeps until it is cancelled.
func SleepSeconds(co *Co, seconds float64) error {
	_, err := task.Sleep(co, seconds, nil)
	return err
}

// CallLater has fn called by l after d.
func CallLater(l *Loop, d time.Duration, fn func() error) (*TimerHandle, error) {
	return l.CallLater(d.Seconds(), fn)
}

// GetRunningLoop gives the loop that runs on this goroutine or drives the
// coroutine it is. It fails with RuntimeError "no running event loop". Within a
// coroutine co.Loop() is the shorter way.
func GetRunningLoop() (*Loop, error) { return loop.Running(process.Default.CurrentThread()) }

// GetEventLoop gives the loop that runs on this goroutine, else the one that
// SetEventLoop set for it, else, on the main one, a new loop that it sets. It
// fails with RuntimeError where there is none.
func GetEventLoop() (*Loop, error) {
	return loop.Current(process.Default.CurrentThread(), func() (*Loop, error) { return NewEventLoop() })
}

// SetEventLoop sets the loop that GetEventLoop gives on this goroutine while
// none runs; nil for none.
func SetEventLoop(l *Loop) {
	var current any
	if l != nil {
		current = l
	}
	process.Default.CurrentThread().SetCurrentLoop(current)
}

// ContextVar is a variable whose values belong to chains of tasks and
// callbacks, as contextvars.ContextVar.
type ContextVar[T any] = contextvars.Var[T]

// NewContextVar makes a variable without a default. Its Get and Set take the
// running coroutine, or a loop within a callback.
func NewContextVar[T any](name string) *ContextVar[T] { return contextvars.NewVar[T](name) }

// CopyContext gives a copy of the context that co runs in.
func CopyContext(co *Co) *Context { return co.Context().Copy() }

// NewEventLoop makes a loop, to be closed by its maker. What the options script
// happens on it.
func NewEventLoop(opts ...Option) (*Loop, error) {
	o := collect(opts)
	l, err := task.NewLoop(o.run.Config)
	if err != nil {
		return nil, err
	}
	if o.run.Debug != nil {
		l.SetDebug(*o.run.Debug)
	}
	o.script(l)
	return l, nil
}

// AllTasks gives the loop's tasks that are not done, as all_tasks.
func AllTasks(co *Co) []*AnyTask { return task.All(co.Loop()) }

// AllTasksOf is AllTasks for callbacks, which know their loop only.
func AllTasksOf(l *Loop) []*AnyTask { return task.All(l) }

// CurrentTask gives the task that co runs in.
func CurrentTask(co *Co) *AnyTask { return co.Task() }

// CheckSignals lets signals that have arrived take effect in long Go code, as
// they would between two instructions of Python.
func CheckSignals(co *Co) error { return co.CheckSignals() }
