// Package concurrent has what Python's concurrent.futures gives asyncio:
// futures that are completed and waited for from any goroutine, and a bounded
// pool of goroutines that runs jobs.
package concurrent

import (
	"sync"

	"asyncio/exceptions"
)

// ErrCancelled is concurrent.futures.CancelledError, which is not asyncio's.
var ErrCancelled error = &cancelled{}

type cancelled struct{}

func (*cancelled) Error() string { return "CancelledError" }

// Future is concurrent.futures.Future. All its methods may be called from any
// goroutine.
type Future struct {
	mu      sync.Mutex
	state   state
	result  any
	err     error
	by      any           // who completes it, nil for some goroutine outside
	waiting chan struct{} // closed once done
	done    []func(*Future)
}

type state uint8

const (
	pending state = iota
	running
	cancelledState
	finished
)

// NewFuture makes a pending future that some other goroutine completes.
func NewFuture() *Future { return NewFutureBy(nil) }

// NewFutureBy makes a pending future that code running on the loop by
// completes. A loop in virtual time stands still for work of others; waiting so
// for its own would be for ever.
func NewFutureBy(by any) *Future { return &Future{by: by, waiting: make(chan struct{})} }

// By gives what NewFutureBy was given.
func (f *Future) By() any { return f.by }

// Cancel cancels a future that is not running yet and reports whether it is
// cancelled now.
func (f *Future) Cancel() bool {
	f.mu.Lock()
	switch f.state {
	case running, finished:
		f.mu.Unlock()
		return false
	case cancelledState:
		f.mu.Unlock()
		return true
	}
	f.state = cancelledState
	f.finish()
	return true
}

// Cancelled reports whether the future was cancelled.
func (f *Future) Cancelled() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.state == cancelledState
}

// Done reports whether the future has its outcome.
func (f *Future) Done() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.state >= cancelledState
}

// Running reports whether the job is being run.
func (f *Future) Running() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.state == running
}

// SetRunning marks the future as running and reports whether its job is to be
// run: false when it was cancelled before.
func (f *Future) SetRunning() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.state != pending {
		return false
	}
	f.state = running
	return true
}

// SetResult ends the future with a result; InvalidStateError when it is done.
func (f *Future) SetResult(v any) error { return f.set(v, nil) }

// SetException ends the future with an error; InvalidStateError when it is done.
func (f *Future) SetException(err error) error { return f.set(nil, err) }

func (f *Future) set(v any, err error) error {
	f.mu.Lock()
	if f.state >= cancelledState {
		f.mu.Unlock()
		return exceptions.InvalidStateError("invalid state")
	}
	f.state, f.result, f.err = finished, v, err
	f.finish()
	return nil
}

// finish is called with the lock held and lets go of it.
func (f *Future) finish() {
	done := f.done
	f.done = nil
	close(f.waiting)
	f.mu.Unlock()
	for _, fn := range done {
		fn(f)
	}
}

// Wait gives a channel that is closed once the future is done.
func (f *Future) Wait() <-chan struct{} { return f.waiting }

// Result waits for the outcome, without limit, and gives it; ErrCancelled when
// the future was cancelled.
func (f *Future) Result() (any, error) {
	<-f.waiting
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.state == cancelledState {
		return nil, ErrCancelled
	}
	return f.result, f.err
}

// AddDoneCallback has fn called with the future once it is done, on the
// goroutine that completes it, or at once when it is.
func (f *Future) AddDoneCallback(fn func(*Future)) {
	f.mu.Lock()
	if f.state < cancelledState {
		f.done = append(f.done, fn)
		f.mu.Unlock()
		return
	}
	f.mu.Unlock()
	fn(f)
}
