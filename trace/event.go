package trace

// Version is the version of the format that this package writes.
const Version = 1

// Header tells where a recording comes from.
type Header struct {
	// Trace is the format's version.
	Trace int `json:"trace"`
	// Program is the program's file.
	Program string `json:"program,omitempty"`
	// By is what ran it: "aio" or "CPython 3.13.0".
	By string `json:"by,omitempty"`
	// Python is the version whose asyncio was followed, as "3.13".
	Python string `json:"python,omitempty"`
	// Virtual tells that the clock jumped instead of waiting.
	Virtual bool `json:"virtual,omitempty"`
	// Start is what the loop's clock showed at the program's start.
	Start float64 `json:"start,omitempty"`
	// System is whose loop it is: "asyncio" when empty, or "trio".
	System string `json:"system,omitempty"`
}

// Kind says what happened.
type Kind string

// The kinds, in the order of one iteration of the loop.
const (
	// Tick: an iteration begins. N is the length of the ready queue.
	Tick Kind = "tick"
	// Dropped: a cancelled timer leaves the heap. Handle.
	Dropped Kind = "dropped"
	// Select: the loop asks its selector. Timeout, negative for no limit.
	Select Kind = "select"
	// Selected: it answered. N is the number of ready descriptors; Time is
	// read anew.
	Selected Kind = "selected"
	// Due: a timer goes from the heap to the ready queue. Handle.
	Due Kind = "due"
	// Run: a handle's callback starts. Handle, Callback, Place; Task for a step.
	Run Kind = "run"
	// Ran: it returned. Handle.
	Ran Kind = "ran"
	// Skipped: a cancelled handle leaves the ready queue. Handle.
	Skipped Kind = "skipped"
	// End: the iteration has run all handles that were ready at its start.
	End Kind = "end"

	// Queued: a handle joins the ready queue. Handle, Callback, Place, Outside;
	// Task for a step.
	Queued Kind = "queued"
	// Timer: a handle joins the heap. Handle, Callback, Place, When.
	Timer Kind = "timer"
	// Unset: a timer in the heap is cancelled; it stays there. Handle.
	Unset Kind = "unset"

	// Future: a future is done. Future, Class, Outcome, Error.
	Future Kind = "future"

	// Created: a task is made. Task, Name, By (the task that made it), Stack.
	Created Kind = "created"
	// Step: its coroutine is resumed. Task, Stack (where it goes on), Throw.
	Step Kind = "step"
	// Blocked: a step ended waiting. Task, Stack, On, Object, Future, Awaits.
	Blocked Kind = "blocked"
	// Yielded: a step ended in a bare yield. Task, Stack, On.
	Yielded Kind = "yielded"
	// Woken: what the task waited for is done. Task, Future.
	Woken Kind = "woken"
	// Cancel: cancel() was called on a task. Task, By.
	Cancel Kind = "cancel"
	// Done: a task is done. Task, Name, Outcome, Error.
	Done Kind = "done"

	// Signal: the at-once half of a signal. Signal; Wrote tells that its byte
	// went into the self-pipe.
	Signal Kind = "signal"
	// Read: its byte was read from the self-pipe. Signal.
	Read Kind = "read"
	// Dispatched: its handler was looked up. Signal, Handle: what was queued, 0
	// when there was no handler.
	Dispatched Kind = "dispatched"

	// Free: N things were put into an order that the language leaves open, that
	// of a set of tasks.
	Free Kind = "free"

	// Print: the program wrote text. Text, Stream; Task: in whose step.
	Print Kind = "print"

	// Entered: a task enters a cancel scope of trio's. Scope, Task, Shield.
	Entered Kind = "entered"
	// Changed: its shield or deadline is another. Scope, Shield, When: 0 for no
	// deadline.
	Changed Kind = "changed"
	// Fired: it is cancelled. Scope, By, Reason.
	Fired Kind = "fired"
	// Left: it is left. Scope, Task, Caught.
	Left Kind = "left"
	// Opened: a task opens a nursery of trio's. Nursery, Task, Scope.
	Opened Kind = "opened"
	// Closed: all that ran in it has ended. Nursery, Task.
	Closed Kind = "closed"
	// Placed: a task belongs to a nursery from now on. Task, Nursery.
	Placed Kind = "placed"
)

// The outcomes of futures and tasks.
const (
	Result    = "result"
	Exception = "exception"
	Cancelled = "cancelled"
)

// Event is one thing that happened. Which fields are set depends on Kind.
type Event struct {
	Kind Kind `json:"e"`
	// Loop says which loop it is; 0 is the first.
	Loop uint64 `json:"loop,omitempty"`
	// Tick is the iteration's number, from 1; 0 before the first.
	Tick uint64 `json:"tick,omitempty"`
	// Time is in seconds since the program's start: as the iteration began or,
	// from Selected on, as its select ended.
	Time float64 `json:"t"`
	// N is a number of handles or descriptors.
	N int `json:"n,omitempty"`
	// Timeout is what select was asked for, in seconds; negative for no limit.
	Timeout float64 `json:"timeout,omitempty"`
	// Handle identifies a handle.
	Handle uint64 `json:"handle,omitempty"`
	// Callback is the handle's callback as CPython names it, without arguments,
	// addresses and place.
	Callback string `json:"callback,omitempty"`
	// Outside tells that the handle was queued by call_soon_threadsafe; such a
	// handle is told of when the loop takes it in.
	Outside bool `json:"outside,omitempty"`
	// Place is where the callback is defined, as file:line.
	Place string `json:"place,omitempty"`
	// When is the time at which a timer is due, as Time.
	When float64 `json:"when,omitempty"`
	// Task identifies a task.
	Task uint64 `json:"task,omitempty"`
	// Name is the task's name; in Created, the one it begins with.
	Name string `json:"name,omitempty"`
	// By is the task that did it.
	By uint64 `json:"by,omitempty"`
	// Throw tells that an exception is thrown into the coroutine.
	Throw bool `json:"throw,omitempty"`
	// Future identifies a future, which may be a task.
	Future uint64 `json:"future,omitempty"`
	// Class is the future's class.
	Class string `json:"class,omitempty"`
	// On is what a task waits for: the coroutine of asyncio's that the program
	// awaits, such as "sleep" or "Queue.get", else the class of the future.
	On string `json:"on,omitempty"`
	// Object is whose method On is, such as "Queue-1": the class and a number
	// in the order in which tasks first waited for them.
	Object string `json:"object,omitempty"`
	// Awaits are the tasks that what is waited for waits for in turn, such as
	// those of a gather.
	Awaits []uint64 `json:"awaits,omitempty"`
	// Outcome is Result, Exception or Cancelled.
	Outcome string `json:"outcome,omitempty"`
	// Error is the class of the exception.
	Error string `json:"error,omitempty"`
	// Signal is the signal's name.
	Signal string `json:"signal,omitempty"`
	// Wrote tells that the signal's byte went into the self-pipe.
	Wrote bool `json:"wrote,omitempty"`
	// Text is what was written, Stream to what: "stdout" or "stderr".
	Text   string `json:"text,omitempty"`
	Stream string `json:"stream,omitempty"`
	// Scope and Nursery identify those of trio.
	Scope   uint64 `json:"scope,omitempty"`
	Nursery uint64 `json:"nursery,omitempty"`
	// Shield tells that the scope keeps out what is cancelled outside, Caught that
	// it has caught a cancellation.
	Shield bool `json:"shield,omitempty"`
	Caught bool `json:"caught,omitempty"`
	// Reason is why it was cancelled, such as "deadline".
	Reason string `json:"reason,omitempty"`
	// Stack is where the task's coroutine is, outermost frame first.
	Stack []Frame `json:"stack,omitempty"`
}

// Frame is a coroutine's place.
type Frame struct {
	// Function is the qualified name.
	Function string `json:"fn"`
	File     string `json:"file,omitempty"`
	Line     int    `json:"line,omitempty"`
	// Library tells that the coroutine is asyncio's own. Its file and line are
	// of no meaning to the program and left out.
	Library bool `json:"lib,omitempty"`
}

// Recording is a run.
type Recording struct {
	Header Header
	Events []Event
}
