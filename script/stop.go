package script

import "asyncio/exceptions"

// StoppedError is what ends a run that Stop has ended.
type StoppedError struct{}

// Error implements error.
func (*StoppedError) Error() string { return "the run was stopped" }

// Fatal implements object.Fatal.
func (*StoppedError) Fatal() {}

// ExceptionKind implements exceptions.Kinder.
func (*StoppedError) ExceptionKind() exceptions.Kind { return exceptions.Fatal }

// Stop ends the run for good, from any goroutine: no Python code runs on, and
// Run returns a *StoppedError. Close must follow all the same.
func (i *Interp) Stop() { i.h.Threads.Fail(&StoppedError{}) }
