package loop_test

import (
	"math"
	"sync"
	"sync/atomic"
	"testing"

	"asyncio/future"
	"asyncio/signalsafe"
	"asyncio/task"
)

// TestNextDeadline: what an embedder is told about when to run the loop again.
func TestNextDeadline(t *testing.T) {
	l, _ := virtualLoop(t)
	due := func() any {
		when, ok := l.NextDeadline()
		if !ok {
			return "none"
		}
		if when <= l.Time() {
			return "now"
		}
		return when
	}
	check := func(what string, want any) {
		t.Helper()
		if got := due(); got != want {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	check("empty", "none")
	first, err := l.CallAt(1000020, stop(l))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.CallAt(1000030, stop(l)); err != nil {
		t.Fatal(err)
	}
	check("two timers", 1000020.0)
	first.Cancel()
	check("the first cancelled", 1000030.0)
	soon(t, l, func() error { return nil })
	check("ready", "now")
	if err := l.RunOnceFor(0); err != nil {
		t.Fatal(err)
	}
	check("run once", 1000030.0)
	if _, err := l.CallSoonThreadsafe(func() error { return nil }); err != nil {
		t.Fatal(err)
	}
	check("called from outside", "now")
	for due() == "now" {
		if err := l.RunOnceFor(0); err != nil {
			t.Fatal(err)
		}
	}
	check("served", 1000030.0)
	l.Stop()
	check("to be stopped", "now")
	if err := l.RunOnceFor(-1); err != nil {
		t.Fatal(err)
	}
	if err := l.RunOnceFor(-1); err != nil { // runs the timer
		t.Fatal(err)
	}
	check("all done", "none")
	if _, err := l.CallLater(math.Inf(1), stop(l)); err != nil {
		t.Fatal(err)
	}
	check("never", "none")
}

// TestRunOnceFor: one iteration, which waits no longer than it may.
func TestRunOnceFor(t *testing.T) {
	l, _ := virtualLoop(t)
	ran := false
	if _, err := l.CallLater(10, func() error { ran = true; return nil }); err != nil {
		t.Fatal(err)
	}
	begun := l.Time()
	if err := l.RunOnceFor(4); err != nil {
		t.Fatal(err)
	}
	if passed := l.Time() - begun; passed < 4 || passed > 4.1 || ran || l.Tick() != 1 {
		t.Errorf("%g seconds, ran %v, tick %d", passed, ran, l.Tick())
	}
	if err := l.RunOnceFor(-1); err != nil {
		t.Fatal(err)
	}
	if passed := l.Time() - begun; passed < 10 || passed > 10.1 || !ran || l.Tick() != 2 {
		t.Errorf("%g seconds, ran %v, tick %d", passed, ran, l.Tick())
	}
	if err := l.Base().RunOnce(); err == nil {
		t.Error("an iteration without an end is no deadlock")
	}
	soon(t, l, func() error {
		if err := l.RunOnceFor(0); repr(err) != "RuntimeError('This event loop is already running')" {
			t.Error(err)
		}
		return nil
	})
	if err := l.RunOnceFor(0); err != nil {
		t.Error(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if err := l.RunOnceFor(0); repr(err) != "RuntimeError('Event loop is closed')" {
		t.Error(err)
	}
}

// TestEmbedding drives a loop from a main loop of the embedder's own: it sleeps
// on a channel and never inside the loop.
func TestEmbedding(t *testing.T) {
	l, _ := newRealLoop(t)
	wake := make(chan struct{}, 1)
	var woken atomic.Int64
	l.SetWakeHook(func() {
		woken.Add(1)
		select {
		case wake <- struct{}{}:
		default:
		}
	})
	f := future.New(l)
	main, err := task.Create(l, coro(l, func(co *task.Co) (any, error) {
		if _, err := task.Sleep(co, 0, nil); err != nil {
			return nil, err
		}
		return co.Await(f)
	}), task.Options{})
	if err != nil {
		t.Fatal(err)
	}
	asked := make(chan struct{})
	ask := sync.OnceFunc(func() { close(asked) })
	sent := make(chan error, 1)
	go func() {
		<-asked
		_, err := l.CallSoonThreadsafe(func() error { return f.SetResult("from outside") })
		sent <- err
	}()
	for !main.Done() {
		if _, ok := l.NextDeadline(); !ok {
			ask()
			<-wake
		}
		if err := l.RunOnceFor(0); err != nil {
			t.Fatal(err)
		}
	}
	if err := <-sent; err != nil {
		t.Fatal(err)
	}
	if v, err := main.Result(); v != "from outside" || err != nil {
		t.Errorf("got %v, %v", v, err)
	}
	if woken.Load() == 0 {
		t.Error("the hook was not called")
	}
	before := woken.Load()
	l.SetWakeHook(nil)
	if _, err := l.CallSoonThreadsafe(func() error { return nil }); err != nil {
		t.Fatal(err)
	}
	if woken.Load() != before {
		t.Error("the hook was called although it was taken away")
	}
}

// TestWakeHookAndSignals: a signal that arrives calls the hook too.
func TestWakeHookAndSignals(t *testing.T) {
	l, _ := virtualLoop(t)
	woken, handled := 0, 0
	if err := l.AddSignalHandler(signalsafe.SIGTERM, func() error { handled++; return nil }); err != nil {
		t.Skip(err) // a platform whose loop takes no signals
	}
	l.SetWakeHook(func() { woken++ })
	soon(t, l, func() error { return l.State().Signals.Raise(signalsafe.SIGTERM) })
	for range 4 {
		if err := l.RunOnceFor(0); err != nil {
			t.Fatal(err)
		}
	}
	if woken == 0 || handled != 1 {
		t.Errorf("woken %d times, handled %d times", woken, handled)
	}
}
