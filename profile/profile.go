// Package profile says in which ways the CPython versions differ, as data: a
// Profile is a set of named behaviours, and versions.go fills one per version.
// Code asks for a behaviour, never for a version.
package profile

import (
	"fmt"
	"slices"
)

// SIGINTRule is what the first default SIGINT does to a program under
// asyncio.run.
type SIGINTRule uint8

const (
	// RaiseInPlace raises KeyboardInterrupt wherever the loop is.
	RaiseInPlace SIGINTRule = iota
	// CancelMain cancels the main task; KeyboardInterrupt follows when it ends.
	// A second SIGINT is raised in place.
	CancelMain
)

// CancelledRule is which CancelledError comes out of a cancelled task.
type CancelledRule uint8

const (
	// CancelledPlain makes a new one without message or context.
	CancelledPlain CancelledRule = iota
	// CancelledChained makes a new one whose context is the coroutine's own.
	CancelledChained
	// CancelledOriginal gives the coroutine's own, once.
	CancelledOriginal
)

// WaitForRule is how wait_for works.
type WaitForRule uint8

const (
	// WaitForTimeoutWins runs a coroutine in a task of its own; on timeout the
	// answer is TimeoutError whatever the cancelled task did.
	WaitForTimeoutWins WaitForRule = iota
	// WaitForInnerWins is the same, but a cancelled task that returns or
	// raises something else is believed.
	WaitForInnerWins
	// WaitForInTimeout runs the coroutine in the caller's task under timeout().
	WaitForInTimeout
)

// WaitCoroutines is what wait() does with coroutines among its arguments.
type WaitCoroutines uint8

const (
	// WaitWraps makes tasks of them.
	WaitWraps WaitCoroutines = iota
	// WaitWarns makes tasks of them with a DeprecationWarning.
	WaitWarns
	// WaitRefuses raises TypeError.
	WaitRefuses
)

// WakeupLabel is how a task's wake-up callback is printed.
type WakeupLabel uint8

const (
	// WakeupWrapper prints <TaskWakeupMethWrapper object at 0x…>().
	WakeupWrapper WakeupLabel = iota
	// WakeupMethod prints Task.task_wakeup().
	WakeupMethod
)

// LoopArgumentRule is what becomes of a loop= argument of the composites, locks
// and queues.
type LoopArgumentRule uint8

const (
	LoopArgumentWarns    LoopArgumentRule = iota // taken, with a DeprecationWarning
	LoopArgumentRefused                          // TypeError that tells of its removal
	LoopArgumentNotKnown                         // TypeError as for any unknown name
)

// SemaphoreRule is who gets a semaphore's free slot.
type SemaphoreRule uint8

const (
	SemaphoreBarges   SemaphoreRule = iota // whoever asks first once it is free
	SemaphoreOrdered                       // FIFO; the woken waiter decrements
	SemaphoreFIFO                          // FIFO; release decrements for the waiter
	SemaphoreFIFOWide                      // as FIFO, waking all that can go on
)

// Profile is the set of behaviours of one CPython version. It is not changed
// once made.
type Profile struct {
	// Name is the version, such as "3.13".
	Name string

	// Absent are the names that the module asyncio does not have yet.
	Absent []string

	// Runners.
	SIGINT                  SIGINTRule
	RunnerMakesTask         bool    // Runner makes main's task itself, so its loss is reported
	LoopBeforeMainCheck     bool    // a bad argument of run() is refused after the loop is made
	ExecutorShutdown        bool    // run() shuts the default executor down
	ExecutorShutdownTimeout float64 // seconds that it asks for, 0 for no limit
	ExecutorTimeoutHeeded   bool    // the loop waits no longer than it was asked for

	// EnsureFutureCalls are the functions that debug mode notes of ensure_future.
	EnsureFutureCalls []string

	// Cancellation.
	CancelMessage         bool
	Cancelled             CancelledRule
	StepsWarn             bool // asend(), athrow() and aclose() that nobody awaits are reported, close() of one reaches the generator, and throw() begins it
	CallersForgotten      bool // the frame of a coroutine that is over has no f_back
	ThrowForgets          bool // what is thrown into a coroutine takes no context from what that handles
	CancelCount           bool // cancelling() and uncancel()
	UncancelClearsPending bool // uncancel() to zero drops a cancel not yet thrown
	CancellingFromCount   bool // repr says "cancelling" by the count, not by the pending flag

	// Tasks.
	NamedTaskUsesNumber     bool // create_task(name=) takes a number all the same
	FactoryTaskIsNamedNone  bool // a task a factory makes without a name is called None
	EagerTasks              bool
	TaskContext             bool // create_task(context=)
	ContextGetters          bool // get_context() of tasks and handles
	GeneratorsAreCoroutines bool // a plain generator can be made a task of
	WrapsLocally            bool // ensure_future's wrapper of an awaitable is a function of its own
	TaskGroups              bool // TaskGroup, timeout, Barrier exist
	GroupLeaksCancel        bool // a child failing in __aexit__ leaves one cancel count
	GroupRecancels          bool // an outside cancel is delivered again after a failed group
	GroupClosesRefused      bool // a coroutine refused by create_task is closed
	TimeoutMarksContext     bool // timeout() puts TimeoutError into another error's context
	TimeoutIsBuiltin        bool // asyncio.TimeoutError is the builtin one

	// Composition.
	WaitFor               WaitForRule
	GatherDoneAtOnce      bool // gather of done futures is done on return
	CancelledTextInGather bool // a cancelled child without message shows as CancelledError('')
	Wait                  WaitCoroutines
	WaitEmptyText         string
	EnsureClosesRefused   bool   // ensure_future closes a coroutine that the loop refuses
	AsCompletedTypeText   string // of as_completed's TypeError for one future
	AsCompletedAtCall     bool   // as_completed starts at the call, not at the first item
	SleepRefusesNaN       bool

	// Futures and handles.
	WrapsStopIteration  bool // set_exception(StopIteration) wraps instead of refusing
	ArgumentsInRepr     bool // callbacks print their argument values without debug mode
	Wakeup              WakeupLabel
	StepLabel           string // how a task's step handle starts in print
	GatherCallback      string // gather's done callback in print
	CompletedCallback   string // as_completed's
	ShortRecursiveRepr  bool   // a future holding itself prints as <Future finished result=...>
	ChainHeedsClosed    bool   // a job that ends when the loop is closed tells it nothing, else telling it fails
	ChainKeepsErrors    bool   // a TimeoutError goes from a chained future to the other as it is, other errors with their traceback
	RunInParts          bool   // run_forever's setup and cleanup are methods of their own
	TraceAsSet          bool   // a future's exception comes out with the traceback it had when it was set
	HandlerInContext    bool   // exception handlers run in the context of what failed
	LoopTypeText        bool   // set_event_loop and the like refuse with TypeError
	NoneTimeChecks      bool   // call_later(None) has a text of its own
	MainInterpreterText bool   // "... of the main interpreter" in signal errors
	FailedRunUnsetsLoop bool   // a refused run_forever() forgets the running loop

	// Executor and policy.
	ExecutorThreadPrefix    string
	ExecutorTypeChecked     bool   // set_default_executor refuses other executors
	PidfdWatcher            bool   // there is PidfdChildWatcher
	Watcher                 string // the class of the policy's child watcher
	WatcherDeprecations     bool   // child watchers warn
	CurrentLoopDeprecations bool   // get_event_loop warns when it makes a loop

	// Synchronisation.
	LoopArgument         LoopArgumentRule
	LocksBindLate        bool // locks and queues find their loop when they first wait
	Semaphore            SemaphoreRule
	ConditionLosesNotify bool // a notified waiter that is cancelled keeps it to itself
	ConditionFreshCancel bool // a cancel met while acquiring again comes out as a new CancelledError
	ConditionBindsFirst  bool // wait() looks for its loop before it releases the lock
	QueueShutdown        bool

	// The language and its library.
	Carets             CaretRule
	AbstractText       AbstractRule
	Atexit             AtexitRule
	JSONTrailingCommas bool // JSON's trailing commas have a text of their own
	NamesMissingDict   bool // an attribute that cannot be set for want of a __dict__ is refused with the reason
	AssertsWhole       bool // a traceback shows the whole of an assert that failed, not its condition
	MainFileWhole      bool // the program's file is told by its whole path, however it was given
	ClassPlaces        bool // classes tell their first line and the attributes that methods assign
}

// CaretRule says what a traceback has under the source of a level.
type CaretRule int

const (
	// CaretsNever: nothing.
	CaretsNever CaretRule = iota
	// CaretsInOneRow: carets under one row, calls not told apart.
	CaretsInOneRow
	// CaretsInAllRows: carets under all rows of an expression.
	CaretsInAllRows
)

// AbstractRule says how making an object of an abstract class is refused.
type AbstractRule int

const (
	// AbstractMethods: "with abstract methods f", whatever their number.
	AbstractMethods AbstractRule = iota
	// AbstractCounted: "with abstract method f".
	AbstractCounted
	// AbstractQuoted: "without an implementation for abstract method 'f'".
	AbstractQuoted
)

// AtexitRule says how an exception of a function that runs at exit is told.
type AtexitRule int

const (
	// AtexitPrinted: on standard error, SystemExit not at all.
	AtexitPrinted AtexitRule = iota
	// AtexitObject: to sys.unraisablehook, with the function.
	AtexitObject
	// AtexitNamed: to sys.unraisablehook, with the function's name in the message.
	AtexitNamed
)

// Default is the version a process emulates unless it is told otherwise.
const Default = "3.13"

// has takes names off the absent ones.
func (p *Profile) has(names ...string) {
	p.Absent = slices.DeleteFunc(slices.Clone(p.Absent), func(n string) bool { return slices.Contains(names, n) })
}

// Names lists the known versions, oldest first.
func Names() []string { return []string{"3.8", "3.9", "3.10", "3.11", "3.12", "3.13"} }

// Get gives a version's profile, or an error that lists the known ones.
func Get(name string) (*Profile, error) {
	if p := fill(name); p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("no profile for Python %q (known: %v)", name, Names())
}

// Latest gives the default version's profile.
func Latest() *Profile { return fill(Default) }
