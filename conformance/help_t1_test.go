package conformance

import (
	"fmt"
	"strings"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/task"
)

// Python's classes that the core itself has no use for.
var (
	t1Lookup = exceptions.NewClass("LookupError", exceptions.ErrException)
	t1Key    = exceptions.NewClass("KeyError", t1Lookup)
	t1Index  = exceptions.NewClass("IndexError", t1Lookup)
)

// t1Soon is loop.call_soon(fn).
func (s *stage) t1Soon(fn func() error) *handle.Handle {
	h, err := s.loop.CallSoon(fn)
	s.must(err)
	return h
}

// t1Safe is loop.call_soon_threadsafe(fn).
func (s *stage) t1Safe(fn func() error) {
	_, err := s.loop.CallSoonThreadsafe(fn)
	s.must(err)
}

// t1Later is loop.call_later(delay, fn).
func (s *stage) t1Later(delay float64, fn func() error) *handle.TimerHandle {
	h, err := s.loop.CallLater(delay, fn)
	s.must(err)
	return h
}

// t1At is loop.call_at(when, fn).
func (s *stage) t1At(when float64, fn func() error) *handle.TimerHandle {
	h, err := s.loop.CallAt(when, fn)
	s.must(err)
	return h
}

// t1Stop is loop.stop as a callback.
func (s *stage) t1Stop() error { s.loop.Stop(); return nil }

// t1Run runs until a stop() queued now has had its turn.
func (s *stage) t1Run() error {
	s.t1Soon(s.t1Stop)
	return s.loop.RunForever()
}

// t1RunUntil runs for some seconds.
func (s *stage) t1RunUntil(seconds float64) error {
	s.t1Later(seconds, s.t1Stop)
	return s.loop.RunForever()
}

// t1Fail gives a callback that fails.
func t1Fail(err error) func() error { return func() error { return err } }

// t1OnDone adds a done callback made of a function.
func (s *stage) t1OnDone(f future.Awaitable, fn func(future.Awaitable) error) {
	s.must(f.AddDoneCallback(future.Func(fn), nil))
}

// t1LogOnDone adds a done callback that logs.
func (s *stage) t1LogOnDone(f future.Awaitable, text string) {
	s.t1OnDone(f, func(future.Awaitable) error { s.log("%s", text); return nil })
}

// t1Future is loop.create_future().
func (s *stage) t1Future() *future.Future { return future.New(s.loop) }

// t1NoteErrors is tools.note_errors: log what reaches the exception handler.
func (s *stage) t1NoteErrors() {
	s.loop.SetExceptionHandler(func(_ *loop.Loop, c *handle.ErrorContext) error {
		message := c.Message
		if strings.HasPrefix(message, "Exception in callback") {
			message = "Exception in callback"
		}
		s.log("handler: %s: %s", message, exceptions.Repr(c.Exception))
		return nil
	})
}

// t1Outcome is tools.outcome: how a future ended, in a few letters.
func t1Outcome(f future.Awaitable) string {
	if !f.Done() {
		return "pending"
	}
	if f.Cancelled() {
		return "cancelled"
	}
	v, err := f.Result()
	if err != nil {
		return "raised " + exceptions.Repr(err)
	}
	return "returned " + reprOf(v)
}

// t1Sleeper is tools.sleeper.
func (s *stage) t1Sleeper(co *task.Co) (any, error) {
	s.log("sleeper starts")
	err := sleep(co, 10)
	if err != nil {
		if exceptions.IsCancelled(err) {
			s.log("sleeper caught %s", exceptions.Repr(err))
		}
		return nil, err
	}
	s.log("sleeper ends")
	return nil, nil
}

// t1Ended is tools.ended: await a future and tell how it ended.
func (s *stage) t1Ended(co *task.Co, f future.Awaitable) {
	v, err := co.Await(f)
	if err != nil {
		s.log("awaiting raised %s", exceptions.Repr(err))
		return
	}
	s.log("result %s", reprOf(v))
}

// t1AwaitAll awaits tasks one after another.
func t1AwaitAll(co *task.Co, tasks []*task.Task) error {
	for _, t := range tasks {
		if _, err := co.Await(t); err != nil {
			return err
		}
	}
	return nil
}

// t1OS is an OSError of one of its subclasses, as OSError(errno, text) makes it.
type t1OS struct {
	class string
	errno int
	text  string
}

// Error is str(e).
func (e t1OS) Error() string { return fmt.Sprintf("[Errno %d] %s", e.errno, e.text) }

// Repr is repr(e).
func (e t1OS) Repr() string {
	return fmt.Sprintf("%s(%d, %s)", e.class, e.errno, exceptions.Quote(e.text))
}
