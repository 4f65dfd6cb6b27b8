package loop_test

import (
	"testing"

	"asyncio/clock"
	"asyncio/concurrent"
	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/profile"
	"asyncio/signalsafe"
	"asyncio/task"
)

const (
	loopClosed  = "RuntimeError('Event loop is closed')"
	loopRunning = "RuntimeError('This event loop is already running')"
	otherLoop   = "RuntimeError('Cannot run the event loop while another loop is running')"
	required    = "TypeError('An asyncio.Future, a coroutine or an awaitable is required')"
)

// nop is a callback that does nothing.
func nop() error { return nil }

// never is a coroutine that must not be run.
func never(t *testing.T, l *loop.Loop) coroutine.Coroutine {
	return coro(l, func(*task.Co) (any, error) { t.Error("it ran"); return nil, nil })
}

func TestClosedLoop(t *testing.T) {
	l, _ := virtualLoop(t)
	f := future.New(l)
	done := future.New(l)
	called := 0
	if err := done.AddDoneCallback(future.Func(func(future.Awaitable) error { called++; return nil }), nil); err != nil {
		t.Fatal(err)
	}
	soon(t, l, func() error { called++; return nil })
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	for name, call := range map[string]func() error{
		"call_soon":            func() error { _, err := l.CallSoon(nop); return err },
		"call_soon(None)":      func() error { _, err := l.CallSoon(nil); return err },
		"call_later":           func() error { _, err := l.CallLater(1, nop); return err },
		"call_at":              func() error { _, err := l.CallAt(1, nop); return err },
		"call_soon_threadsafe": func() error { _, err := l.CallSoonThreadsafe(nop); return err },
		"threadsafe(None)":     func() error { _, err := l.CallSoonThreadsafe(nil); return err },
		"create_task":          func() error { _, err := l.NewTask(never(t, l)); return err },
		"task.Create":          func() error { _, err := task.Create(l, never(t, l), task.Options{}); return err },
		"Task":                 func() error { _, err := task.New(l, never(t, l), task.Options{}); return err },
		"run_in_executor":      func() error { _, err := l.RunInExecutor(nil, func() (any, error) { return nil, nil }); return err },
		"add_signal_handler":   func() error { return l.AddSignalHandler(signalsafe.SIGTERM, nop) },
		"add_reader":           func() error { _, err := l.AddReader(0, nop); return err },
		"add_writer":           func() error { _, err := l.AddWriter(0, nop); return err },
		"run_forever":          func() error { return l.RunForever() },
		"run_until_complete":   func() error { _, err := l.RunUntilComplete(f); return err },
		"run a coroutine":      func() error { _, err := l.RunCoroutine(never(t, l)); return err },
		"run None":             func() error { _, err := l.RunUntilComplete(nil); return err },
		"run_coroutine_threadsafe": func() error {
			_, err := task.RunCoroutineThreadsafe(l, never(t, l))
			return err
		},
		"set_result of one with callbacks": func() error { return done.SetResult(1) },
	} {
		if !l.State().Signals.Held() && name == "add_signal_handler" {
			// On platforms without signals in asyncio the refusal is another one.
			if err := l.AddSignalHandler(signalsafe.SIGTERM, nop); repr(err) == "NotImplementedError()" {
				continue
			}
		}
		if err := call(); repr(err) != loopClosed {
			t.Errorf("%s: %s", name, repr(err))
		}
	}
	if !done.Done() || called != 0 {
		t.Errorf("done %v, %d callbacks ran", done.Done(), called)
	}
	// What is still allowed.
	l.CreateFuture()
	l.Stop()
	if err := f.SetResult(1); err != nil {
		t.Errorf("set_result: %v", err)
	}
	if l.IsRunning() || !l.IsClosed() || l.Debug() || l.String() != "<_UnixSelectorEventLoop running=False closed=True debug=False>" {
		t.Error(l)
	}
	if err := l.Close(); err != nil {
		t.Errorf("second close: %v", err)
	}
}

// TestRunWhileRunning tries to run loops inside a running one, in a version
// without 3.13.0's mistake.
func TestRunWhileRunning(t *testing.T) {
	s, _ := newState()
	var err error
	if s.Profile, err = profile.Get("3.12"); err != nil {
		t.Fatal(err)
	}
	newOne := func() *loop.Loop { return makeLoop(t, loop.Config{State: s, Clock: clock.NewVirtual(0)}) }
	l, other := newOne(), newOne()
	check := func(where string) {
		for name, c := range map[string]struct {
			call func() error
			want string
		}{
			"run_forever":              {l.RunForever, loopRunning},
			"run_until_complete":       {func() error { _, err := l.RunUntilComplete(future.New(l)); return err }, loopRunning},
			"run a coroutine":          {func() error { _, err := l.RunCoroutine(never(t, l)); return err }, loopRunning},
			"other run_forever":        {other.RunForever, otherLoop},
			"other run_until_complete": {func() error { _, err := other.RunUntilComplete(future.New(other)); return err }, otherLoop},
			"other coroutine":          {func() error { _, err := other.RunCoroutine(never(t, other)); return err }, otherLoop},
			"close":                    {l.Close, "RuntimeError('Cannot close a running event loop')"},
		} {
			if err := c.call(); repr(err) != c.want {
				t.Errorf("%s in a %s: %s", name, where, repr(err))
			}
		}
		if running, err := loop.Running(s.CurrentThread()); running != l || err != nil || !l.IsRunning() || other.IsRunning() {
			t.Errorf("in a %s runs %v, %v", where, running, err)
		}
	}
	soon(t, l, func() error { check("callback"); return nil })
	if _, err := l.RunCoroutine(coro(l, func(co *task.Co) (any, error) { check("coroutine"); return nil, nil })); err != nil {
		t.Error(err)
	}
	if err := elsewhere(func() error {
		_, err := loop.Running(s.CurrentThread())
		return err
	}); repr(err) != "RuntimeError('no running event loop')" {
		t.Error(err)
	}
}

// TestFailedRunForgets: what 3.13.0 does when run_forever() is refused because
// another loop runs.
func TestFailedRunForgets(t *testing.T) {
	l, _ := virtualLoop(t)
	other := makeLoop(t, loop.Config{State: l.State(), Clock: clock.NewVirtual(0)})
	soon(t, l, func() error {
		if err := other.RunForever(); repr(err) != otherLoop {
			t.Error(err)
		}
		if _, err := loop.Running(l.State().CurrentThread()); repr(err) != "RuntimeError('no running event loop')" {
			t.Error(err)
		}
		l.Stop()
		return nil
	})
	forever(t, l)
	soon(t, other, stop(other))
	forever(t, other)
}

func TestRunBadThings(t *testing.T) {
	l, _ := virtualLoop(t)
	other, _ := virtualLoop(t)
	stray := future.New(other)
	pending := future.New(l)
	for name, c := range map[string]struct {
		call func() error
		want string
	}{
		"no future":    {func() error { _, err := l.RunUntilComplete(nil); return err }, required},
		"no coroutine": {func() error { _, err := l.RunCoroutine(nil); return err }, required},
		"another loop's future": {func() error { _, err := l.RunUntilComplete(stray); return err },
			"ValueError('The future belongs to a different loop than the one specified as the loop argument')"},
		"stopped": {func() error {
			soon(t, l, stop(l))
			_, err := l.RunUntilComplete(pending)
			return err
		}, "RuntimeError('Event loop stopped before Future completed.')"},
		"no task's coroutine": {func() error { _, err := l.NewTask(nil); return err }, "TypeError('a coroutine was expected, got None')"},
		"threadsafe None":     {func() error { _, err := task.RunCoroutineThreadsafe(l, nil); return err }, "TypeError('A coroutine object is required')"},
	} {
		if err := c.call(); repr(err) != c.want {
			t.Errorf("%s: %s", name, repr(err))
		}
	}
}

// TestNilCallbacks: a Go function that is nil is refused where it is given.
func TestNilCallbacks(t *testing.T) {
	l, _ := newRealLoop(t)
	for method, call := range map[string]func() error{
		"call_soon":            func() error { _, err := l.CallSoon(nil); return err },
		"call_at":              func() error { _, err := l.CallAt(1, nil); return err },
		"call_soon_threadsafe": func() error { _, err := l.CallSoonThreadsafe(nil); return err },
		"run_in_executor":      func() error { _, err := l.RunInExecutor(nil, nil); return err },
		"add_reader":           func() error { _, err := l.AddReader(0, nil); return err },
		"add_writer":           func() error { _, err := l.AddWriter(0, nil); return err },
	} {
		want := "TypeError('a callable object was expected by " + method + "(), got None')"
		if err := call(); repr(err) != want {
			t.Errorf("%s: %s", method, repr(err))
		}
	}
	// From call_later too it is call_at that complains.
	if _, err := l.CallLater(1, nil); repr(err) != "TypeError('a callable object was expected by call_at(), got None')" {
		t.Error(err)
	}
	if _, err := l.CallSoonIn(nil, nil, nil); repr(err) != "TypeError('a callable object was expected by call_soon(), got None')" {
		t.Error(err)
	}
	var typed handle.Func
	if _, err := l.CallSoonThreadsafeIn(typed, nil, nil); err == nil {
		t.Error("a nil Func was accepted")
	}
}

// TestSignalsRefused: add_signal_handler's errors, in the order of its checks.
func TestSignalsRefused(t *testing.T) {
	for python, mainText := range map[string]string{
		"3.8":  "RuntimeError('set_wakeup_fd only works in main thread')",
		"3.13": "RuntimeError('set_wakeup_fd only works in main thread of the main interpreter')",
	} {
		s, _ := newState()
		var err error
		if s.Profile, err = profile.Get(python); err != nil {
			t.Fatal(err)
		}
		l := makeLoop(t, loop.Config{State: s, Clock: clock.NewVirtual(0)})
		if err := l.AddSignalHandler(signalsafe.SIGTERM, nop); repr(err) == "NotImplementedError()" {
			t.Skip("a platform whose loop takes no signals")
		}
		for sig, want := range map[signalsafe.Signal]string{
			0: "ValueError('invalid signal number 0')", -1: "ValueError('invalid signal number -1')",
			1000: "ValueError('invalid signal number 1000')",
		} {
			if err := l.AddSignalHandler(sig, nop); repr(err) != want {
				t.Errorf("%d: %s", sig, repr(err))
			}
			if _, err := l.RemoveSignalHandler(sig); repr(err) != want {
				t.Errorf("removing %d: %s", sig, repr(err))
			}
		}
		// Another goroutine is not the main thread while this one's loop has
		// handlers; it is once they are gone.
		other := makeLoop(t, loop.Config{State: s, Clock: clock.NewVirtual(0)})
		add := func() error { return other.AddSignalHandler(signalsafe.SIGINT, nop) }
		if err := elsewhere(add); repr(err) != mainText {
			t.Errorf("%s: not on the main thread: %v", python, err)
		}
		if err := elsewhere(func() error { return other.AddSignalHandler(0, nop) }); repr(err) != "ValueError('invalid signal number 0')" {
			t.Errorf("the number is looked at first: %v", err)
		}
		if _, err := l.RemoveSignalHandler(signalsafe.SIGTERM); err != nil {
			t.Error(err)
		}
		if err := elsewhere(add); err != nil {
			t.Errorf("%s: the seat is free: %v", python, err)
		}
		if err := l.AddSignalHandler(signalsafe.SIGTERM, nop); repr(err) != mainText {
			t.Errorf("%s: the seat is taken: %v", python, err)
		}
	}
}

// TestNilSignalHandler: what cannot be called is accepted and fails when called.
func TestNilSignalHandler(t *testing.T) {
	l, j := virtualLoop(t)
	if err := l.AddSignalHandler(signalsafe.SIGTERM, nil); repr(err) == "NotImplementedError()" {
		t.Skip("a platform whose loop takes no signals")
	} else if err != nil {
		t.Fatal(err)
	}
	soon(t, l, func() error { return l.State().Signals.Raise(signalsafe.SIGTERM) })
	if _, err := l.CallLater(1, stop(l)); err != nil {
		t.Fatal(err)
	}
	forever(t, l)
	if lines := j.take(); len(lines) != 1 {
		t.Errorf("reported: %q", lines)
	}
}

func TestExecutorRefusals(t *testing.T) {
	l, j := virtualLoop(t)
	job := func() (any, error) { return nil, nil }
	if err := l.SetDefaultExecutor(strangeExecutor{}); repr(err) != "TypeError('executor must be ThreadPoolExecutor instance')" {
		t.Error(err)
	}
	if _, err := l.RunCoroutine(l.ShutdownDefaultExecutor(0)); err != nil {
		t.Fatal(err)
	}
	if _, err := l.RunInExecutor(nil, job); repr(err) != "RuntimeError('Executor shutdown has been called')" {
		t.Error(err)
	}
	ex := concurrent.NewThreadPool(1, "own_")
	ex.Shutdown(true)
	if _, err := l.RunInExecutor(ex, job); repr(err) != "RuntimeError('cannot schedule new futures after shutdown')" {
		t.Error(err)
	}
	if l.Outstanding() != 0 {
		t.Errorf("%d pieces of work are under way", l.Outstanding())
	}
	var err error
	if l.State().Profile, err = profile.Get("3.8"); err != nil {
		t.Fatal(err)
	}
	if err := l.SetDefaultExecutor(strangeExecutor{}); err != nil || len(j.take()) != 1 {
		t.Errorf("3.8 warns only: %v", err)
	}
}

// strangeExecutor is no thread pool.
type strangeExecutor struct{}

func (strangeExecutor) Submit(func() (any, error)) (*concurrent.Future, error) { return nil, errBoom }
func (strangeExecutor) Shutdown(bool)                                          {}
