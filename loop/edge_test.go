package loop_test

import (
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/clock"
	"asyncio/concurrent"
	"asyncio/contextvars"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/profile"
	"asyncio/task"
)

// TestOddDelays: what call_later makes of times that are no time. A NaN is due
// once it stands first, an infinite time never comes.
func TestOddDelays(t *testing.T) {
	l, _ := virtualLoop(t)
	var order []string
	var ticks []uint64
	begun := l.Tick()
	later := func(name string, delay float64) *handle.TimerHandle {
		h, err := l.CallLater(delay, func() error {
			order, ticks = append(order, name), append(ticks, l.Tick()-begun)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	never := later("inf", math.Inf(1))
	later("zero", 0)
	later("negative", -5)
	later("past", math.Inf(-1))
	if _, err := l.CallLater(1, stop(l)); err != nil {
		t.Fatal(err)
	}
	forever(t, l)
	if diff := cmp.Diff([]string{"past", "negative", "zero"}, order); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]uint64{1, 1, 1}, ticks); diff != "" {
		t.Error(diff)
	}
	order = nil
	later("nan", math.NaN())
	never.Cancel()
	if _, err := l.CallLater(1, stop(l)); err != nil {
		t.Fatal(err)
	}
	forever(t, l)
	if diff := cmp.Diff([]string{"nan"}, order); diff != "" {
		t.Error(diff)
	}
}

// TestInfiniteTimerIsADeadlock: waiting for a time that never comes is waiting
// for ever.
func TestInfiniteTimerIsADeadlock(t *testing.T) {
	l, _ := virtualLoop(t)
	_, err := l.RunCoroutine(coro(l, func(co *task.Co) (any, error) {
		return task.Sleep(co, math.Inf(1), nil)
	}))
	var deadlock *loop.DeadlockError
	if !errors.As(err, &deadlock) {
		t.Fatalf("got %v", err)
	}
	if len(deadlock.Tasks) != 1 || deadlock.Tasks[0].Name != "Task-1" {
		t.Errorf("tasks %v", deadlock.Tasks)
	}
}

// TestCancelOwnHandle: a callback that cancels its own handle leaves the
// context it was given as it found it.
func TestCancelOwnHandle(t *testing.T) {
	l, j := virtualLoop(t)
	ctx := contextvars.New()
	for range 2 {
		ran := false
		var h *handle.Handle
		var err error
		h, err = l.CallSoonContext(ctx, func() error {
			ran = true
			h.Cancel()
			if h.Context() != ctx {
				t.Error("the handle lost its context")
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		soon(t, l, stop(l))
		forever(t, l)
		if !ran {
			t.Fatal("the context could not be entered again")
		}
	}
	if lines := j.take(); lines != nil {
		t.Errorf("reported: %q", lines)
	}
}

// TestRunInsideRun: 3.13.0's refused run_forever() makes the loop forget that
// it runs, and a second one is let in. Before, each is refused.
func TestRunInsideRun(t *testing.T) {
	type line struct {
		Err     string
		Running bool
	}
	refused := "RuntimeError('This event loop is already running')"
	for python, want := range map[string][]line{
		"3.8":  {{refused, true}, {refused, true}, {refused, true}},
		"3.12": {{refused, true}, {refused, true}, {refused, true}},
		"3.13": {{refused, false}, {"None", false}, {"None", false}},
	} {
		t.Run(python, func(t *testing.T) {
			s, j := newState()
			var err error
			if s.Profile, err = profile.Get(python); err != nil {
				t.Fatal(err)
			}
			l := makeLoop(t, loop.Config{State: s, Clock: clock.NewVirtual(0)})
			var got []line
			after := 0
			soon(t, l, func() error {
				for range 3 {
					soon(t, l, stop(l))
					err := l.RunForever()
					got = append(got, line{repr(err), l.IsRunning()})
				}
				return nil
			})
			soon(t, l, func() error { after++; return nil })
			if _, err := l.CallLater(1, func() error { after++; l.Stop(); return nil }); err != nil {
				t.Fatal(err)
			}
			for after < 2 {
				forever(t, l)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			if lines := j.take(); lines != nil {
				t.Errorf("reported: %q", lines)
			}
			if l.IsRunning() {
				t.Error("still running")
			}
		})
	}
}

// TestRunInsideCoroutine: the same from a coroutine, whose task must be able to
// go on.
func TestRunInsideCoroutine(t *testing.T) {
	l, _ := virtualLoop(t)
	v, err := l.RunCoroutine(coro(l, func(co *task.Co) (any, error) {
		if err := l.RunForever(); repr(err) != "RuntimeError('This event loop is already running')" {
			t.Error(err)
		}
		if _, err := l.CallSoon(stop(l)); err != nil {
			return nil, err
		}
		if err := l.RunForever(); err != nil {
			t.Error(err)
		}
		return task.Sleep(co, 1, "slept")
	}))
	if v != "slept" || err != nil {
		t.Errorf("got %v, %v", v, err)
	}
}

// TestReplacedExecutor: goleak would see the goroutines of a default executor
// that another one took the place of.
func TestReplacedExecutor(t *testing.T) {
	l, _ := virtualLoop(t)
	v, err := l.RunCoroutine(coro(l, func(co *task.Co) (any, error) {
		a, err := task.ToThread(co, func() (any, error) { return 1, nil })
		if err != nil {
			return nil, err
		}
		if err := l.SetDefaultExecutor(concurrent.NewThreadPool(2, "test_")); err != nil {
			return nil, err
		}
		b, err := task.ToThread(co, func() (any, error) { return 2, nil })
		if err != nil {
			return nil, err
		}
		return a.(int) + b.(int), nil
	}))
	if v != 3 || err != nil {
		t.Errorf("got %v, %v", v, err)
	}
}
