//go:build unix

package conformance

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/exceptions"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/signalsafe"
	"asyncio/task"
)

// TestWrappedFutureOfOwnTask: a loop in virtual time does not stand still for a
// future that only its own task can complete.
func TestWrappedFutureOfOwnTask(t *testing.T) {
	got := newStage(t, "3.13").play(scenario{async: func(s *stage, co *task.Co) (any, error) {
		f, err := s.loop.WrapFuture(s.threadsafe(func(co *task.Co) (any, error) { return "slept", sleep(co, 10) }))
		s.must(err)
		s.log("outstanding %d", s.loop.Outstanding())
		return co.Await(f)
	}})
	// As asyncio.wrap_future(asyncio.run_coroutine_threadsafe(...)) in CPython 3.13.
	if diff := cmp.Diff([]string{"1 outstanding 0", "9 end: 'slept'"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestSignalHandlerOfAnything: what cannot be called is found out by the call.
func TestSignalHandlerOfAnything(t *testing.T) {
	got := newStage(t, "3.13").play(scenario{async: func(s *stage, co *task.Co) (any, error) {
		s.loop.SetExceptionHandler(func(_ *loop.Loop, c *handle.ErrorContext) error {
			s.log("%s", exceptions.Repr(c.Exception))
			return nil
		})
		coroutine := s.coro(t2Returns(nil))
		defer func() { s.must(coroutine.Close()) }()
		if err := s.loop.AddSignalHandlerAny(int(usr1), coroutine); err != nil {
			s.log("%s", exceptions.Repr(err))
		}
		for _, callback := range []any{42, s.logs("function"), handle.Func(s.logs("callback"))} {
			s.must(s.loop.AddSignalHandlerAny(int(usr1), callback))
			s.must(s.raise(signalsafe.SIGUSR1))
			s.must(sleep(co, 1))
		}
		return nil, nil
	}})
	want := []string{
		"1 TypeError('coroutines cannot be used with add_signal_handler()')",
		`3 TypeError("'int' object is not callable")`,
		"7 function",
		"11 callback",
		"14 end: None",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
