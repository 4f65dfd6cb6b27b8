package loop_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"asyncio/clock"
	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/signalsafe"
	"asyncio/task"
)

func newLoop(t *testing.T, over func(l *loop.Loop) *loop.Overrides) (*loop.Loop, *clock.Virtual) {
	t.Helper()
	now := clock.NewVirtual(0)
	l, err := task.NewLoop(loop.Config{State: process.NewSimulated(), Clock: now, Overrides: over})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
		goleak.VerifyNone(t, goleak.IgnoreAnyFunction("runtime.handleEvent"))
	})
	return l, now
}

// TestScriptedEventWaitsForOutsideWork: work on another goroutine takes no
// virtual time, so what is scripted for later comes after its end.
func TestScriptedEventWaitsForOutsideWork(t *testing.T) {
	for name, seconds := range map[string]float64{"without timers": 0, "with a timer": 5} {
		t.Run(name, func(t *testing.T) {
			l, now := newLoop(t, nil)
			var lines []string
			f := l.CreateFuture()
			now.At(1, func() { lines = append(lines, "event") })
			if seconds > 0 {
				if _, err := l.CallLater(seconds, func() error { return nil }); err != nil {
					t.Fatal(err)
				}
			}
			begin := make(chan struct{})
			join, err := l.Go(func() {
				<-begin
				_, _ = l.CallSoonThreadsafe(func() error { lines = append(lines, "work"); return nil })
			})
			if err != nil {
				t.Fatal(err)
			}
			// The goroutine is let go only once the loop is on its way into
			// the select that has to wait for it.
			if _, err := l.CallSoon(func() error { close(begin); return nil }); err != nil {
				t.Fatal(err)
			}
			now.At(2, func() {
				_, _ = l.CallSoonThreadsafe(func() error { return f.(loop.Settable).SetResult(nil) })
			})
			if _, err := l.RunUntilComplete(f); err != nil {
				t.Fatal(err)
			}
			join()
			if diff := cmp.Diff([]string{"work", "event"}, lines); diff != "" {
				t.Errorf("wrong order (-want +got):\n%s", diff)
			}
		})
	}
}

// TestEventDuringOutsideWorkIsDue: an event whose time has come does not wait.
func TestEventDuringOutsideWorkIsDue(t *testing.T) {
	l, now := newLoop(t, nil)
	done, err := l.RegisterPending()
	if err != nil {
		t.Fatal(err)
	}
	f := l.CreateFuture()
	now.At(0, func() { done(func() error { return f.(loop.Settable).SetResult(7) }) })
	if v, err := l.RunUntilComplete(f); err != nil || v != 7 {
		t.Errorf("got %v, %v; want 7", v, err)
	}
}

func TestGoOnClosedLoop(t *testing.T) {
	l, _ := newLoop(t, nil)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Go(func() { t.Error("it ran") }); err == nil {
		t.Error("a closed loop takes outside work")
	}
}

// TestRunUntilCompleteOverride: futures and coroutines come through the same
// override, and Base runs both.
func TestRunUntilCompleteOverride(t *testing.T) {
	var seen []string
	l, _ := newLoop(t, func(l *loop.Loop) *loop.Overrides {
		return &loop.Overrides{RunUntilComplete: func(aw any) (any, error) {
			switch aw.(type) {
			case future.Awaitable:
				seen = append(seen, "future")
			case coroutine.Coroutine:
				seen = append(seen, "coroutine")
			}
			return l.Base().RunUntilComplete(aw)
		}}
	})
	f := l.CreateFuture()
	if err := f.(loop.Settable).SetResult(1); err != nil {
		t.Fatal(err)
	}
	if v, err := l.RunUntilComplete(f); err != nil || v != 1 {
		t.Errorf("got %v, %v; want 1", v, err)
	}
	two := task.NewCoro(l, func(*task.Co) (any, error) { return 2, nil }, 0)
	if v, err := l.RunCoroutine(two); err != nil || v != 2 {
		t.Errorf("got %v, %v; want 2", v, err)
	}
	if diff := cmp.Diff([]string{"future", "coroutine"}, seen); diff != "" {
		t.Errorf("wrong calls (-want +got):\n%s", diff)
	}
	if _, err := l.Base().RunUntilComplete(42); err == nil {
		t.Error("42 is not awaitable")
	}
}

// TestDeadLoopStaysDead: no further run begins after a deadly signal.
func TestDeadLoopStaysDead(t *testing.T) {
	l, _ := newLoop(t, nil)
	l.DeliverSignal(signalsafe.SIGTERM)
	if _, err := l.CallSoon(func() error { t.Error("it ran"); return nil }); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := l.RunForever(); err == nil || err != l.Death() {
			t.Errorf("got %v, want the death %v", err, l.Death())
		}
	}
}
