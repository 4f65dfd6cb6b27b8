// Package coroutine has what a Task drives: something that can be resumed,
// that can have an exception thrown into it, and that can be closed.
//
// The interface is Python's protocol (send, throw, close) with Go errors. An
// interpreter's suspended frame implements it without a goroutine. A plain Go
// function becomes one through a Pool: it runs on a goroutine of its own, but
// only while it has been resumed, so that there is always one runner.
//
// # Things that do not work
//
// One fresh iter.Pull per coroutine: making one costs four times what a short
// task costs, so workers are pooled and a finished one takes the next function.
//
// iter.Pull's stop as close(): it makes the yield return false and loses what
// the function does next. Every outcome therefore goes in as data, and stop is
// only used on idle workers.
//
// Letting an abandoned coroutine be collected: Go never frees a parked
// goroutine. A Pool knows its suspended coroutines and Close unwinds them.
package coroutine

// Step is what a resumed coroutine did: it yielded Value, or it is Done with
// the result Value or the error Err.
type Step struct {
	Value any
	Err   error
	Done  bool
}

// Coroutine is what a Task drives.
type Coroutine interface {
	// Send resumes the coroutine, its pending await giving no value.
	Send() Step
	// Throw resumes it with err raised at its pending await. On a coroutine
	// that has not started, err is its outcome and no code of it runs.
	Throw(err error) Step
	// Close raises GeneratorExit at its pending await and returns what it
	// raised instead, nil when it ended. One that has not started just ends.
	Close() error
}

// Function is implemented by what gives a coroutine when it is called, as an
// async function.
type Function interface{ CoroutineFunction() }

// Adopter is implemented by coroutines that want to know when a task takes them:
// from then on it is the task that runs or closes them.
type Adopter interface{ Adopted() }

// Waker is implemented by coroutines for which it makes a difference that an
// error they are to be thrown was raised anew when their task woke, by asking a
// future for its result.
type Waker interface {
	RaisedAnew(by any, err error)
	// Woken tells what a wake-up by a future will throw, nil for nothing: both
	// are in use until the callback that wakes the task is over, whatever the
	// coroutine does.
	Woken(by any, err error)
}

// Describer is implemented by coroutines that can say where they are.
type Describer interface {
	// Describe gives the coroutine's part of a task's repr, such as
	// "work() running at shield.go:12".
	Describe(done bool) string
}

// Placer is implemented by coroutines that know the place they are suspended
// at, for reports such as a deadlock's.
type Placer interface {
	// Place gives "file:line", empty when it is not known.
	Place() string
}
