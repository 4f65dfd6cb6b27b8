package loop_test

import (
	"regexp"
	"runtime"
	"strings"
	"testing"

	"asyncio/future"
	"asyncio/handle"
	"asyncio/task"
)

// elsewhere calls fn on another goroutine and waits for it.
func elsewhere(fn func() error) error {
	done := make(chan error)
	go func() { done <- fn() }()
	return <-done
}

// TestForeignGoroutine: debug mode refuses scheduling calls from outside the
// running loop, except the one that is made for it.
func TestForeignGoroutine(t *testing.T) {
	const want = "RuntimeError('Non-thread-safe operation invoked on an event loop other than the current one')"
	nop := func() error { return nil }
	calls := map[string]func(l loopCalls) error{
		"call_soon":  func(l loopCalls) error { _, err := l.CallSoon(nop); return err },
		"call_later": func(l loopCalls) error { _, err := l.CallLater(1, nop); return err },
		"call_at":    func(l loopCalls) error { _, err := l.CallAt(1, nop); return err },
	}
	for name, call := range calls {
		l, _ := virtualLoop(t)
		l.SetDebug(true)
		if err := elsewhere(func() error { return call(l) }); err != nil {
			t.Errorf("%s while the loop does not run: %v", name, err)
		}
		soon(t, l, func() error {
			if err := elsewhere(func() error { return call(l) }); repr(err) != want {
				t.Errorf("%s: %s", name, repr(err))
			}
			if err := call(l); err != nil {
				t.Errorf("%s on the loop's own goroutine: %v", name, err)
			}
			l.SetDebug(false)
			if err := elsewhere(func() error { return call(l) }); err != nil {
				t.Errorf("%s without debug mode: %v", name, err)
			}
			l.SetDebug(true)
			return elsewhere(func() error { _, err := l.CallSoonThreadsafe(stop(l)); return err })
		})
		if _, err := l.RunCoroutine(coro(l, func(co *task.Co) (any, error) {
			return nil, call(l) // a coroutine's goroutine belongs to the loop
		})); err != nil && repr(err) != "RuntimeError('Event loop stopped before Future completed.')" {
			t.Errorf("%s in a coroutine: %v", name, err)
		}
	}
}

type loopCalls interface {
	CallSoon(func() error) (*handle.Handle, error)
	CallLater(float64, func() error) (*handle.TimerHandle, error)
	CallAt(float64, func() error) (*handle.TimerHandle, error)
}

// TestCreatedAt: in debug mode reprs say where the thing was made, also those
// of what was cancelled.
func TestCreatedAt(t *testing.T) {
	l, j := virtualLoop(t)
	nop := func() error { return nil }
	l.SetDebug(true)
	h, err := l.CallSoon(nop)
	place := here(-1)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := h.String(), " created at "+place+">"; !strings.HasSuffix(got, want) {
		t.Errorf("%s, want %s", got, want)
	}
	callback := strings.TrimSuffix(strings.TrimPrefix(h.String(), "<Handle "), ">")
	h.Cancel()
	if got, want := h.String(), "<Handle cancelled "+callback+">"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	timer, err := l.CallAt(2.5, nop)
	place = here(-1)
	if err != nil {
		t.Fatal(err)
	}
	if got := timer.String(); !strings.HasPrefix(got, "<TimerHandle when=2.5 ") || !strings.HasSuffix(got, " created at "+place+">") {
		t.Errorf("%s, want the place %s", got, place)
	}
	timer.Cancel()
	outside, err := l.CallSoonThreadsafe(nop)
	place = here(-1)
	if err != nil || !strings.HasSuffix(outside.String(), " created at "+place+">") {
		t.Errorf("%v %v, want the place %s", outside, err, place)
	}
	f := future.New(l)
	place = here(-1)
	if got, want := f.String(), "<Future pending created at "+place+">"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	soon(t, l, fails(errBoom))
	soon(t, l, stop(l))
	forever(t, l)
	// The place is that of the helper that made the call.
	if got := j.text(); !regexp.MustCompile(`(?m)^source_traceback: Object created at \(most recent call last\):\n  help_test\.go:\d+$`).MatchString(got) {
		t.Error(got)
	}
	l.SetDebug(false)
	h, err = l.CallSoon(nop)
	if err != nil || strings.Contains(h.String(), "created at") {
		t.Errorf("%v %v", h, err)
	}
	h.Cancel()
	if h.String() != "<Handle cancelled>" {
		t.Error(h)
	}
}

// TestSlowCallbacks: a callback that takes as long as the limit is logged; a
// task's step under the task's name.
func TestSlowCallbacks(t *testing.T) {
	slow := regexp.MustCompile(`^Executing (.*) took \d+\.\d{3} seconds$`)
	l, j := virtualLoop(t)
	l.SetDebug(true)
	if l.SlowCallbackDuration() != 0.1 {
		t.Errorf("the limit is %g", l.SlowCallbackDuration())
	}
	l.SetSlowCallbackDuration(0) // everything is slow
	soon(t, l, stop(l))
	forever(t, l)
	lines := j.take()
	if len(lines) != 1 {
		t.Fatalf("%q", lines)
	}
	name := "stop.func1()"
	if runtime.GOOS == "js" {
		name = "(*Loop).Stop()" // wasm's entry belongs to what is inlined there
	}
	if m := slow.FindStringSubmatch(lines[0]); m == nil || !strings.HasPrefix(m[1], "<Handle "+name+" at ") {
		t.Error(lines[0])
	}
	if _, err := l.RunCoroutine(coro(l, func(co *task.Co) (any, error) { return 7, nil })); err != nil {
		t.Fatal(err)
	}
	lines = j.take()
	if m := slow.FindStringSubmatch(lines[0]); m == nil || !strings.HasPrefix(m[1], "<Task finished name='Task-1' ") {
		t.Errorf("%q", lines)
	}
	// One that fails is reported and logged; one that leaves the loop is not logged.
	soon(t, l, fails(errBoom))
	soon(t, l, stop(l))
	forever(t, l)
	if lines = j.take(); len(lines) != 3 || !strings.HasPrefix(lines[0], "Exception in callback") || !slow.MatchString(lines[1]) {
		t.Errorf("%q", lines)
	}
	l.SetSlowCallbackDuration(1e9)
	soon(t, l, stop(l))
	forever(t, l)
	if lines = j.take(); lines != nil {
		t.Errorf("logged %q", lines)
	}
}
