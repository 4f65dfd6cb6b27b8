package loop

import (
	"asyncio/exceptions"
)

// Call is a function that stands on Python's stack while a loop runs.
type Call uint8

// The calls, by CPython's names.
const (
	CallRun              Call = iota // asyncio.run
	CallRunnerRun                    // Runner.run
	CallRunnerExit                   // Runner.__exit__
	CallRunnerClose                  // Runner.close
	CallCancelAll                    // _cancel_all_tasks
	CallRunUntilComplete             // BaseEventLoop.run_until_complete
	CallRunForever                   // BaseEventLoop.run_forever
	CallRunOnce                      // BaseEventLoop._run_once
	CallHandleRun                    // Handle._run, of all handles of an iteration
	CallSelect                       // BaseSelector.select
	CallOnSIGINT                     // Runner._on_sigint
	CallCreateFuture                 // BaseEventLoop.create_future
	Calls                            // how many there are
)

// Stack is told of the calls, for a layer above that has stacks and tracebacks.
type Stack interface {
	// Enter begins a call, on the futures that it is about, or the error that is
	// passing.
	Enter(c Call, on ...any)
	// Pass gives err, which leaves the innermost call, with the call noted in it.
	Pass(c Call, err error) error
	Leave(c Call)
	// Raised notes what err, raised now, is raised in the handling of.
	Raised(err error)
}

// SetStack has s told of the loop's calls; nil for nobody.
func (l *Loop) SetStack(s Stack) { l.stack = s }

// EnterCall tells the stack that a call begins, on the futures that it is about,
// or the error that is passing.
func (l *Loop) EnterCall(c Call, on ...any) {
	if l.stack != nil {
		l.stack.Enter(c, on...)
	}
}

// PassCall notes the innermost call in err, if that is not nil.
func (l *Loop) PassCall(c Call, err error) error {
	if l.stack == nil || err == nil {
		return err
	}
	return l.stack.Pass(c, err)
}

// Raised notes that err is raised by code that handles before, or none itself. It
// may have been raised before. Raised gives err.
func (l *Loop) Raised(err, before error) error {
	switch {
	case err == nil:
	case before != nil:
		return exceptions.Again(err, before)
	case l.stack != nil:
		l.stack.Raised(err)
	}
	return err
}

// LeaveCall ends a call that fails with err or not at all, and gives err.
func (l *Loop) LeaveCall(c Call, err error) error {
	if l.stack == nil {
		return err
	}
	err = l.PassCall(c, err)
	l.stack.Leave(c)
	return err
}
