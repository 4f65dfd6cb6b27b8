package trio

import "asyncio/exceptions"

// The classes of trio's own errors, for errors.Is. Cancelled derives from
// Python's BaseException, so that `except Exception` lets it pass.
var (
	ErrCancelled      = exceptions.NewClassIn("trio", "Cancelled", nil)
	ErrInternal       = exceptions.NewClassIn("trio", "TrioInternalError", exceptions.ErrException)
	ErrRunFinished    = exceptions.NewClassIn("trio", "RunFinishedError", exceptions.ErrRuntime)
	ErrWouldBlock     = exceptions.NewClassIn("trio", "WouldBlock", exceptions.ErrException)
	ErrBusyResource   = exceptions.NewClassIn("trio", "BusyResourceError", exceptions.ErrException)
	ErrClosedResource = exceptions.NewClassIn("trio", "ClosedResourceError", exceptions.ErrException)
	ErrBrokenResource = exceptions.NewClassIn("trio", "BrokenResourceError", exceptions.ErrException)
	ErrEndOfChannel   = exceptions.NewClassIn("trio", "EndOfChannel", exceptions.ErrException)
	ErrTooSlow        = exceptions.NewClassIn("trio", "TooSlowError", exceptions.ErrException)
)

// Classes gives the classes of trio's own errors.
func Classes() []*exceptions.Class {
	return []*exceptions.Class{
		ErrCancelled, ErrInternal, ErrRunFinished, ErrWouldBlock, ErrBusyResource,
		ErrClosedResource, ErrBrokenResource, ErrEndOfChannel, ErrTooSlow,
	}
}

// internalError is what ends a run whose machinery failed.
func internalError(cause error) error {
	return ErrInternal.New("internal error in Trio - please file a bug!").WithCause(cause)
}

// notInTask is what a function that needs a running task says elsewhere.
func notInTask() error { return exceptions.RuntimeError("must be called from async context") }

// Reason is why a scope was cancelled, which a Cancelled error tells.
type Reason struct {
	// Source is "explicit", "deadline", "nursery", "KeyboardInterrupt",
	// "shutdown" or "unknown".
	Source string
	// Text is the reason in words, empty for none.
	Text string
	// Task is the repr of the task that cancelled, empty for none.
	Task string
}

// String gives the arguments in the repr of a Cancelled error.
func (r *Reason) String() string {
	quoted := func(s string) string {
		if s == "" {
			return "None"
		}
		return exceptions.Quote(s)
	}
	return "source=" + exceptions.Quote(r.Source) + ", source_task=" + quoted(r.Task) + ", reason=" + quoted(r.Text)
}

// Message gives the text of a Cancelled error.
func (r *Reason) Message() string {
	s := "cancelled due to " + r.Source
	if r.Text != "" {
		s += " with reason " + exceptions.Quote(r.Text)
	}
	if r.Task != "" {
		s += " from task " + r.Task
	}
	return s
}

// unknown is the reason of a scope that nobody cancelled but that a misnested
// one left behind.
func unknownReason() *Reason { return &Reason{Source: "unknown", Text: "misnesting"} }

// newCancelled makes the error that is raised in a cancelled scope.
func (r *Runner) newCancelled(why *Reason) error {
	e := ErrCancelled.New("Cancelled")
	if why == nil {
		why = unknownReason()
	}
	if r.profile.Reasons {
		e.Msg, e.Text = why, why.Message()
	}
	return e
}

// ReasonOf gives why err's scope was cancelled, nil when err is not a Cancelled
// error.
func ReasonOf(err error) *Reason {
	if e := coreError(err); e != nil && e.Class == ErrCancelled {
		why, _ := e.Msg.(*Reason)
		return why
	}
	return nil
}

// errWouldBlock is what an operation that may not wait says when it had to.
func errWouldBlock() error { return ErrWouldBlock.New("") }

func wouldBlock(err error) bool {
	e, ok := err.(*exceptions.Error)
	return ok && e.Class == ErrWouldBlock
}
