package loop_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/clock"
	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/selector"
	"asyncio/task"
)

// counting overrides every step with one that counts and calls the original.
func counting(l *loop.Loop, calls map[string]int) *loop.Overrides {
	b := l.Base()
	return &loop.Overrides{
		Time: func() float64 { calls["Time"]++; return b.Time() },
		CallSoon: func(cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.Handle, error) {
			calls["CallSoon"]++
			return b.CallSoon(cb, ctx, vars)
		},
		CallSoonThreadsafe: func(cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.Handle, error) {
			calls["CallSoonThreadsafe"]++
			return b.CallSoonThreadsafe(cb, ctx, vars)
		},
		CallAt: func(when float64, cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.TimerHandle, error) {
			calls["CallAt"]++
			return b.CallAt(when, cb, ctx, vars)
		},
		CallLater: func(delay float64, cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.TimerHandle, error) {
			calls["CallLater"]++
			return b.CallLater(delay, cb, ctx, vars)
		},
		RunOnce: func() error { calls["RunOnce"]++; return b.RunOnce() },
		Select: func(timeout float64) ([]selector.Event, error) {
			calls["Select"]++
			return b.Select(timeout)
		},
		ProcessEvents: func(events []selector.Event) error {
			calls["ProcessEvents"]++
			return b.ProcessEvents(events)
		},
		WriteToSelf:  func() error { calls["WriteToSelf"]++; b.WriteToSelf(); return nil },
		CreateFuture: func() future.Awaitable { calls["CreateFuture"]++; return future.New(l) },
		CallExceptionHandler: func(c *handle.ErrorContext) error {
			calls["CallExceptionHandler"]++
			return b.CallExceptionHandler(c)
		},
		DefaultExceptionHandler: func(c *handle.ErrorContext) error {
			calls["DefaultExceptionHandler"]++
			return b.DefaultExceptionHandler(c)
		},
		AddReader: func(fd int, cb handle.Callback) (*handle.Handle, error) {
			calls["AddReader"]++
			return nil, errBoom
		},
		AddWriter: func(fd int, cb handle.Callback) (*handle.Handle, error) {
			calls["AddWriter"]++
			return nil, errBoom
		},
		RemoveReader:      func(fd int) (bool, error) { calls["RemoveReader"]++; return true, nil },
		RemoveWriter:      func(fd int) (bool, error) { calls["RemoveWriter"]++; return true, nil },
		ShutdownAsyncgens: func() coroutine.Coroutine { calls["ShutdownAsyncgens"]++; return b.ShutdownAsyncgens() },
		ShutdownDefaultExecutor: func(timeout float64) coroutine.Coroutine {
			calls["ShutdownDefaultExecutor"]++
			return b.ShutdownDefaultExecutor(timeout)
		},
		RunUntilComplete: func(aw any) (any, error) {
			calls["RunUntilComplete"]++
			return b.RunUntilComplete(aw)
		},
		Close: func() error { calls["Close"]++; return b.Close() },
	}
}

// program does a little of everything and gives what it saw.
func program(t *testing.T, l *loop.Loop) (trace []string) {
	t.Helper()
	say := func(s string) func() error { return func() error { trace = append(trace, s); return nil } }
	_, err := l.RunCoroutine(coro(l, func(co *task.Co) (any, error) {
		if _, err := l.CallSoon(say("soon")); err != nil {
			return nil, err
		}
		if _, err := l.CallSoonThreadsafe(say("threadsafe")); err != nil {
			return nil, err
		}
		if _, err := l.CallLater(2, say("later")); err != nil {
			return nil, err
		}
		if _, err := l.CallAt(0, say("at")); err != nil {
			return nil, err
		}
		if _, err := l.CallSoon(fails(errBoom)); err != nil {
			return nil, err
		}
		f := l.CreateFuture()
		if _, err := l.CallLater(3, func() error { return f.(loop.Settable).SetResult(nil) }); err != nil {
			return nil, err
		}
		if _, err := co.Await(f); err != nil {
			return nil, err
		}
		return task.Sleep(co, 1, nil)
	}))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []coroutine.Coroutine{l.ShutdownAsyncgens(), l.ShutdownDefaultExecutor(0)} {
		if _, err := l.RunCoroutine(c); err != nil {
			t.Fatal(err)
		}
	}
	return trace
}

// TestOverrides: each step is taken over, the originals do what they did, and a
// loop without overrides does the same in as many iterations.
func TestOverrides(t *testing.T) {
	want, j := virtualLoop(t)
	trace := program(t, want)
	log := j.text()

	l, j := virtualLoop(t)
	calls := map[string]int{}
	l.SetOverrides(counting(l, calls))
	got := program(t, l)
	if diff := cmp.Diff(trace, got); diff != "" {
		t.Errorf("the overridden loop differs:\n%s", diff)
	}
	if diff := cmp.Diff(log, j.text()); diff != "" {
		t.Errorf("logs differ:\n%s", diff)
	}
	if l.Tick() != want.Tick() {
		t.Errorf("%d iterations, without overrides %d", l.Tick(), want.Tick())
	}
	if _, err := l.AddReader(0, func() error { return nil }); err != errBoom {
		t.Error(err)
	}
	if _, err := l.AddWriter(0, func() error { return nil }); err != errBoom {
		t.Error(err)
	}
	if yes, err := l.RemoveReader(0); !yes || err != nil {
		t.Error(err)
	}
	if yes, err := l.RemoveWriter(0); !yes || err != nil {
		t.Error(err)
	}
	if err := l.Close(); err != nil || !l.IsClosed() {
		t.Errorf("closed %v, %v", l.IsClosed(), err)
	}
	for _, step := range []string{"Time", "CallSoon", "CallSoonThreadsafe", "CallAt", "CallLater", "RunOnce",
		"Select", "ProcessEvents", "WriteToSelf", "CreateFuture", "CallExceptionHandler",
		"DefaultExceptionHandler", "AddReader", "AddWriter", "RemoveReader", "RemoveWriter",
		"ShutdownAsyncgens", "ShutdownDefaultExecutor", "RunUntilComplete", "Close"} {
		if calls[step] == 0 {
			t.Errorf("%s was not taken over", step)
		}
		delete(calls, step)
	}
	if len(calls) > 0 {
		t.Errorf("not looked at: %v", calls)
	}
}

// TestEmptyOverrides: nil steps are the loop's own.
func TestEmptyOverrides(t *testing.T) {
	l, _ := virtualLoop(t)
	l.SetOverrides(&loop.Overrides{})
	want := []string{"soon", "threadsafe", "at", "later"}
	if diff := cmp.Diff(want, program(t, l)); diff != "" {
		t.Error(diff)
	}
}

// TestOverrideReplaces: an override need not call the original.
func TestOverrideReplaces(t *testing.T) {
	s, _ := newState()
	l := makeLoop(t, loop.Config{State: s, Clock: clock.NewVirtual(0)})
	now := 100.0
	l.SetOverrides(&loop.Overrides{
		Time: func() float64 { return now },
		Select: func(timeout float64) ([]selector.Event, error) {
			if timeout > 0 {
				now += 2 * timeout // this clock oversleeps
			}
			return nil, nil
		},
	})
	var ran []float64
	for _, delay := range []float64{1, 1.5, 8} {
		if _, err := l.CallLater(delay, func() error { ran = append(ran, l.Time()); return nil }); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := l.CallLater(9, stop(l)); err != nil {
		t.Fatal(err)
	}
	forever(t, l)
	if diff := cmp.Diff([]float64{102, 102, 114}, ran); diff != "" {
		t.Error(diff)
	}
	// An error of a step comes out of the run.
	l.SetOverrides(&loop.Overrides{RunOnce: func() error { return errBoom }})
	if err := l.RunForever(); err != errBoom {
		t.Error(err)
	}
	l.SetOverrides(nil)
	soon(t, l, stop(l))
	forever(t, l)
}
