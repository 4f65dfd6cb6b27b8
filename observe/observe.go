// Package observe is the vocabulary in which a running loop tells what it
// does: small events that carry numbers and enums, never core objects, so that
// an observer depends on nothing and may keep what it is told.
//
// The loop, tasks and signals report to one Observer. Without one nothing is
// built, counted or labelled; with one, labels are still made only when asked.
package observe

import "fmt"

// Kind says what happened.
type Kind uint8

// The kinds, in the order of one iteration of the loop.
const (
	// IterationBegin: an iteration starts. N is the length of the ready queue.
	IterationBegin Kind = iota
	// SelectBegin: the loop asks its selector. Value is the timeout in
	// seconds, negative for none.
	SelectBegin
	// SelectEnd: the selector answered. N is the number of ready descriptors.
	SelectEnd
	// HandleScheduled: a callback was put into the ready queue. ID is the
	// handle; N is 1 if it came in by CallSoonThreadsafe or Post, whose moment is
	// not the loop's.
	HandleScheduled
	// TimerScheduled: a timer was put into the heap. ID is the handle, Value
	// the loop time it is due at.
	TimerScheduled
	// HandleBegin: a handle's callback starts. ID is the handle.
	HandleBegin
	// HandleEnd: it returned. ID is the handle.
	HandleEnd
	// IterationEnd: all handles that were ready at its start have run.
	IterationEnd
	// FutureDone: a future got its outcome. ID is the future, N is 1 for a
	// result, 2 for an exception, 3 for cancelled.
	FutureDone
	// TaskCreated: ID is the task, Other the task that made it, 0 for none.
	TaskCreated
	// TaskStep: a task's coroutine is resumed. ID is the task, N is 1 when an
	// exception is thrown into it.
	TaskStep
	// TaskBlocked: a step ended waiting. ID is the task, Other the future, 0
	// for a bare yield.
	TaskBlocked
	// TaskWoken: what a task waited for is done. ID is the task, Other the future.
	TaskWoken
	// TaskCancel: cancel() was called on a task that is not done. ID is the
	// task, Other the task that called, 0 for none.
	TaskCancel
	// TaskDone: ID is the task, N as for FutureDone.
	TaskDone
	// SignalWritten: the at-once half of a signal ran. N is the signal's
	// number, Value 1 if its byte went into the self-pipe.
	SignalWritten
	// SignalRead: the signal's byte was read from the self-pipe. N is its number.
	SignalRead
	// SignalDispatched: the handler's handle was queued. N is the signal's
	// number, ID the handle, 0 when no handler was found.
	SignalDispatched
	// TimerDue: a timer left the heap for the ready queue. ID is the handle.
	TimerDue
	// TimerDropped: a cancelled timer left the heap. ID is the handle.
	TimerDropped
	// TimerCancelled: a timer that stands in the heap was cancelled; it stays
	// there. ID is the handle.
	TimerCancelled
	// HandleSkipped: a cancelled handle left the ready queue unrun. ID is the handle.
	HandleSkipped
	// OrderFree: N things were put into an order that CPython takes from their
	// addresses.
	OrderFree
	// Printed: the program wrote text. Label is the text, N the descriptor, 1
	// or 2. It comes from no loop.
	Printed
	// ScopeEntered: a task entered a cancel scope of trio's. ID is the scope, Other
	// the task, N has 1 for shielded and 2 for cancelled, Value its deadline.
	ScopeEntered
	// ScopeChanged: its shield or deadline changed. Fields as for ScopeEntered.
	ScopeChanged
	// ScopeCancelled: it was cancelled. ID is the scope, Other the task that did
	// it, 0 for none, Label why.
	ScopeCancelled
	// ScopeExited: it was left. ID is the scope, Other the task, N is 1 when it
	// caught a cancellation.
	ScopeExited
	// NurseryOpened: a task opened a nursery of trio's. ID is the nursery, Other
	// the task, N the nursery's scope.
	NurseryOpened
	// NurseryClosed: all that ran in it has ended. Fields as for NurseryOpened.
	NurseryClosed
	// TaskPlaced: a task belongs to a nursery now. ID is the task, Other the
	// nursery.
	TaskPlaced
)

var kindNames = [...]string{
	"iteration-begin", "select-begin", "select-end", "handle-scheduled",
	"timer-scheduled", "handle-begin", "handle-end", "iteration-end",
	"future-done", "task-created", "task-step", "task-blocked", "task-woken",
	"task-cancel", "task-done", "signal-written", "signal-read",
	"signal-dispatched", "timer-due", "timer-dropped", "timer-cancelled",
	"handle-skipped", "order-free", "printed", "scope-entered", "scope-changed",
	"scope-cancelled", "scope-exited", "nursery-opened", "nursery-closed",
	"task-placed",
}

// String gives the kind's name for tests and messages.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// Labeler names the object an event is about. It is asked only by observers
// that want the name, and only while the event is being delivered.
type Labeler interface{ Label() string }

// Event is one thing that happened. Which fields are set depends on Kind.
type Event struct {
	Kind  Kind
	Loop  uint64  // which loop it is, from 1; 0 for none
	Tick  uint64  // the iteration's number, from 1
	Time  float64 // loop time in seconds, as the iteration began or its select ended
	ID    uint64  // the object the event is about
	Other uint64  // a second object
	N     int
	Value float64
	Label Labeler // the object's name, or nil
	On    Labeler // what a task waits for, or nil
}

// Observer is told what a loop does, in order, on the goroutine that holds the
// loop's baton. It must not call back into the loop.
type Observer interface{ Observe(Event) }

// Func lets a plain function observe.
type Func func(Event)

// Observe implements Observer.
func (f Func) Observe(e Event) { f(e) }
