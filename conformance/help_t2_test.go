package conformance

import (
	"fmt"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/task"
)

// The parts of testdata/ticks/cases/tools.py, and Python's exceptions that the
// core has no class for, for the twins of cancels, contexts, eager, executors,
// gathers and signals.

// t2Outcome says how a future ended, in a few letters.
func t2Outcome(f future.Awaitable) string {
	if !f.Done() {
		return "pending"
	}
	if f.Cancelled() {
		return "cancelled"
	}
	if exc, _ := f.Exception(); exc != nil {
		return "raised " + exceptions.Repr(exc)
	}
	v, _ := f.Result()
	return "returned " + reprOf(v)
}

// t2Sleeper is a coroutine that sleeps and says so.
func (s *stage) t2Sleeper(name string, seconds float64) func(co *task.Co) (any, error) {
	return func(co *task.Co) (any, error) {
		s.log("%s starts", name)
		if err := sleep(co, seconds); err != nil {
			if exceptions.IsCancelled(err) {
				s.log("%s caught %s", name, exceptions.Repr(err))
			}
			return nil, err
		}
		s.log("%s ends", name)
		return nil, nil
	}
}

// t2Ended awaits a future and tells how it ended, whatever that is.
func (s *stage) t2Ended(co *task.Co, f future.Awaitable) {
	if v, err := co.Await(f); err != nil {
		s.log("awaiting raised %s", exceptions.Repr(err))
	} else {
		s.log("result %s", reprOf(v))
	}
}

// t2Caught says text when err is a CancelledError, and gives err back: an
// except clause that raises again.
func (s *stage) t2Caught(err error, format string, args ...any) error {
	if exceptions.IsCancelled(err) {
		s.log(format, args...)
	}
	return err
}

// t2Cancel says what cancelling f gives.
func (s *stage) t2Cancel(f interface{ Cancel(msg ...any) bool }) {
	s.log("cancel %s", reprOf(f.Cancel()))
}

// t2Returns makes a coroutine function that returns v at once.
func t2Returns(v any) func(co *task.Co) (any, error) {
	return func(*task.Co) (any, error) { return v, nil }
}

// t2Raises makes a coroutine function that fails at once.
func t2Raises(err error) func(co *task.Co) (any, error) {
	return func(*task.Co) (any, error) { return nil, err }
}

// t2KeyError is KeyError(text), an exception of the program's own.
type t2KeyError struct {
	text    string
	context error
}

func (e *t2KeyError) Error() string { return exceptions.Quote(e.text) }

// Repr implements exceptions.Reprer.
func (e *t2KeyError) Repr() string { return fmt.Sprintf("KeyError(%s)", exceptions.Quote(e.text)) }

// ContextRef implements exceptions.Contexted.
func (e *t2KeyError) ContextRef() *error { return &e.context }

// t2Soon is loop.call_soon(fn).
func (s *stage) t2Soon(fn func() error) {
	_, err := s.loop.CallSoon(fn)
	s.must(err)
}

// t2Later is loop.call_later(seconds, fn).
func (s *stage) t2Later(seconds float64, fn func() error) {
	_, err := s.loop.CallLater(seconds, fn)
	s.must(err)
}
