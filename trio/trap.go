package trio

// Abort is what an AbortFunc answers.
type Abort int

const (
	// AbortSucceeded: the wait is given up, and the error is raised in the task.
	AbortSucceeded Abort = iota + 1
	// AbortFailed: somebody will reschedule the task all the same. It is not
	// asked again in this wait.
	AbortFailed
)

// RaiseCancel gives the error that cancels a wait: Cancelled or
// KeyboardInterrupt. Asking for it counts as delivering it, so it is called
// once at most, and only by who sees to it that the error is raised.
type RaiseCancel func() error

// AbortFunc is called, once at most in a wait, by whoever cancels the task, in
// the canceller's turn. It must not block.
type AbortFunc func(raise RaiseCancel) Abort

// Trap is what a task's coroutine yields to its run.
type Trap struct {
	kind  trapKind
	abort AbortFunc
	final outcome
	what  string // what is waited for, for observers
}

type trapKind uint8

const (
	trapWait     trapKind = iota // until somebody reschedules the task
	trapSchedule                 // for one pass
	trapDetach                   // the task ends; its coroutine lives on elsewhere
)

// outcome is a value or an error.
type outcome struct {
	value any
	err   error
}

// schedule is the Trap of a checkpoint that cannot be cancelled.
var schedule = &Trap{kind: trapSchedule}

// WaitTaskRescheduledOp blocks the task until Runner.Reschedule: the operation
// that all others which block are made of. Its value is what was given there.
func WaitTaskRescheduledOp(abort AbortFunc) Op {
	return newMachine(func(*Task) then { return block(waiting(abort), nil) })
}

func waiting(abort AbortFunc) *Trap { return &Trap{abort: abort} }

// Waiting is the Trap of WaitTaskRescheduledOp; what says to observers what the
// task waits for, such as "Event.wait".
func Waiting(abort AbortFunc, what string) *Trap { return &Trap{abort: abort, what: what} }

// waitLabel is what a task waits for, as observers are told.
type waitLabel string

// Label implements observe.Labeler.
func (w waitLabel) Label() string { return string(w) }

// Kind implements observe.Classed.
func (w waitLabel) Kind() string { return string(w) }

// WaitTaskRescheduled blocks the task until it is rescheduled and gives the
// outcome. abort decides what a cancellation does meanwhile.
func WaitTaskRescheduled(t *Task, abort AbortFunc) (any, error) {
	return t.Do(WaitTaskRescheduledOp(abort))
}

// succeed is the AbortFunc of a wait that leaves nothing behind.
func succeed(RaiseCancel) Abort { return AbortSucceeded }

// sleepForever waits for a cancellation.
func sleepForever() *Trap { return Waiting(succeed, "sleep") }
