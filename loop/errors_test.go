package loop_test

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/clock"
	"asyncio/contextvars"
	"asyncio/exceptions"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/profile"
	"asyncio/task"
)

var errBoom = exceptions.ValueError("boom")

// places hides what depends on this file's lines and on addresses.
var places = regexp.MustCompile(`\w+_test\.go:\d+|0x[0-9a-f]+`)

func hide(s string) string { return places.ReplaceAllString(s, "PLACE") }

// fails gives a callback that fails. Inlined, the callback would be called
// after the test.
//
//go:noinline
func fails(err error) func() error { return func() error { return err } }

// TestDefaultHandler: the words in which a failed callback is reported.
func TestDefaultHandler(t *testing.T) {
	l, j := virtualLoop(t)
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"python": {errBoom, "ValueError: boom"},
		"go":     {fmt.Errorf("plain"), "errorString: plain"},
		"cancelled": {exceptions.NewCancelled(nil),
			"asyncio.exceptions.CancelledError"},
		"generator exit": {exceptions.ErrGeneratorExit.New(""), "GeneratorExit"},
		"cause": {exceptions.RuntimeError("outer").WithCause(errBoom), "ValueError: boom\n\n" +
			"The above exception was the direct cause of the following exception:\n\nRuntimeError: outer"},
		"context": {exceptions.During(exceptions.RuntimeError("second"), errBoom), "ValueError: boom\n\n" +
			"During handling of the above exception, another exception occurred:\n\nRuntimeError: second"},
	} {
		t.Run(name, func(t *testing.T) {
			ran := false
			soon(t, l, fails(c.err))
			soon(t, l, func() error { ran = true; l.Stop(); return nil })
			forever(t, l)
			if !ran {
				t.Error("the pass did not go on")
			}
			want := []string{"Exception in callback fails.func1() at PLACE\n" +
				"handle: <Handle fails.func1() at PLACE>\n" + c.want}
			got := j.take()
			for i := range got {
				got[i] = hide(got[i])
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTimerIsReportedAsTimer(t *testing.T) {
	l, j := virtualLoop(t)
	if _, err := l.CallAt(clock.Start+2.5, fails(errBoom)); err != nil {
		t.Fatal(err)
	}
	if _, err := l.CallAt(clock.Start+3, stop(l)); err != nil {
		t.Fatal(err)
	}
	forever(t, l)
	if got := j.text(); !strings.Contains(got, "handle: <TimerHandle when=1000002.5 fails.func1() at ") {
		t.Error(got)
	}
}

func TestMessageAndKeysOfAReport(t *testing.T) {
	l, j := virtualLoop(t)
	for _, c := range []struct {
		c    handle.ErrorContext
		want string
	}{
		{handle.ErrorContext{}, "Unhandled exception in event loop"},
		{handle.ErrorContext{Message: "m", Entries: []handle.Entry{{Key: "z", Value: 1}, {Key: "a", Value: "x"}}}, "m\na: 'x'\nz: 1"},
		{handle.ErrorContext{Exception: errBoom}, "Unhandled exception in event loop\nValueError: boom"},
	} {
		if err := l.CallExceptionHandler(&c.c); err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff(c.want, j.text()); diff != "" {
			t.Error(diff)
		}
	}
}

// TestHandlerContract: a custom handler that fails, a default one that fails,
// both, and what may leave the loop.
func TestHandlerContract(t *testing.T) {
	exit := exceptions.Exit(3)
	panics := func(*loop.Loop, *handle.ErrorContext) error { panic("handler") }
	custom := func(err error) loop.ExceptionHandler {
		return func(*loop.Loop, *handle.ErrorContext) error { return err }
	}
	broken := func(err error) *loop.Overrides {
		return &loop.Overrides{DefaultExceptionHandler: func(*handle.ErrorContext) error { return err }}
	}
	for name, c := range map[string]struct {
		handler loop.ExceptionHandler
		over    *loop.Overrides
		want    string // a piece of the log, "" for none
		leaves  string
	}{
		"custom takes it":        {handler: custom(nil)},
		"default takes it":       {want: "Exception in callback"},
		"custom fails":           {handler: custom(exceptions.RuntimeError("worse")), want: "Unhandled error in exception handler\ncontext: {'message': 'Exception in callback fails.func1() at PLACE', 'exception': ValueError('boom'), 'handle': <Handle fails.func1() at PLACE>}\nRuntimeError: worse"},
		"custom panics":          {handler: panics, want: "panic: handler"},
		"default fails":          {over: broken(exceptions.RuntimeError("worse")), want: "Exception in default exception handler\nRuntimeError: worse"},
		"both fail":              {handler: custom(errBoom), over: broken(exceptions.RuntimeError("worst")), want: "Exception in default exception handler while handling an unexpected error in custom exception handler\nRuntimeError: worst"},
		"custom exits":           {handler: custom(exit), leaves: "SystemExit(3)"},
		"custom interrupts":      {handler: custom(exceptions.ErrKeyboardInterrupt.New("")), leaves: "KeyboardInterrupt()"},
		"default exits":          {over: broken(exit), leaves: "SystemExit(3)"},
		"custom, default exits":  {handler: custom(errBoom), over: broken(exit), leaves: "SystemExit(3)"},
		"cancelled from handler": {handler: custom(exceptions.NewCancelled(nil)), want: "Unhandled error in exception handler"},
	} {
		t.Run(name, func(t *testing.T) {
			l, j := virtualLoop(t)
			l.SetExceptionHandler(c.handler)
			l.SetOverrides(c.over)
			ran := 0
			soon(t, l, fails(errBoom))
			soon(t, l, func() error { ran++; l.Stop(); return nil })
			err := l.RunForever()
			if c.leaves != "" {
				if repr(err) != c.leaves || ran != 0 {
					t.Errorf("got %v after %d callbacks, want %s", err, ran, c.leaves)
				}
				l.SetExceptionHandler(nil)
				l.SetOverrides(nil)
				forever(t, l) // what was left runs in the next run
			} else if err != nil {
				t.Error(err)
			}
			if ran != 1 {
				t.Errorf("the other callback ran %d times", ran)
			}
			got := hide(j.text())
			if c.want == "" && got != "" || !strings.Contains(got, c.want) {
				t.Errorf("logged %q, want %q", got, c.want)
			}
		})
	}
}

// TestLeavingTheLoop: KeyboardInterrupt and SystemExit end the run at once; the
// rest of the pass stays queued, in order, and runs in the next run.
func TestLeavingTheLoop(t *testing.T) {
	for _, leave := range []error{
		exceptions.Exit(1),
		exceptions.ErrKeyboardInterrupt.New(""),
		fmt.Errorf("wrapped: %w", exceptions.Exit(2)),
	} {
		l, j := virtualLoop(t)
		var got []string
		say := func(s string) func() error { return func() error { got = append(got, s); return nil } }
		soon(t, l, say("a"))
		soon(t, l, func() error { soon(t, l, say("added")); return leave })
		soon(t, l, say("b"))
		soon(t, l, say("c"))
		if err := l.RunForever(); err != leave {
			t.Errorf("got %v, want %v", err, leave)
		}
		if l.IsRunning() {
			t.Error("still running")
		}
		if diff := cmp.Diff([]string{"a"}, got); diff != "" {
			t.Error(diff)
		}
		tick := l.Tick()
		l.Stop()
		forever(t, l)
		if diff := cmp.Diff([]string{"a", "b", "c", "added"}, got); diff != "" || l.Tick() != tick+1 {
			t.Errorf("%d iterations\n%s", l.Tick()-tick, diff)
		}
		if lines := j.take(); lines != nil {
			t.Errorf("reported: %q", lines)
		}
	}
}

// TestPanics: each panic of a pass reaches the exception handler with its
// stack; the other callbacks run in the same iteration.
func TestPanics(t *testing.T) {
	for _, debug := range []bool{false, true} {
		l, _ := virtualLoop(t)
		l.SetDebug(debug)
		var reports []*handle.ErrorContext
		l.SetExceptionHandler(func(_ *loop.Loop, c *handle.ErrorContext) error {
			reports = append(reports, c)
			return nil
		})
		type ran struct {
			Name string
			Tick uint64
		}
		var got []ran
		say := func(s string) func() error {
			return func() error { got = append(got, ran{s, l.Tick()}); return nil }
		}
		wrapped := errors.New("an error as panic value")
		soon(t, l, say("a"))
		soon(t, l, func() error { panicsOnPurpose("first"); return nil })
		soon(t, l, say("b"))
		soon(t, l, func() error { panic(wrapped) })
		soon(t, l, func() error { var none []int; return errors.New(string(rune(none[len(got)]))) })
		soon(t, l, say("c"))
		soon(t, l, func() error { panic(exceptions.Exit(9)) }) // a bug all the same
		soon(t, l, func() error { l.Stop(); panic("last") })
		soon(t, l, say("d"))
		forever(t, l)
		if diff := cmp.Diff([]ran{{"a", 1}, {"b", 1}, {"c", 1}, {"d", 1}}, got); diff != "" {
			t.Error(diff)
		}
		if len(reports) != 5 {
			t.Fatalf("%d reports", len(reports))
		}
		for i, text := range []string{"panic: first", "panic: an error as panic value",
			"panic: runtime error: index out of range [2] with length 0", "panic: 9", "panic: last"} {
			p, ok := reports[i].Exception.(*exceptions.Panic)
			if !ok || p.Error() != text {
				t.Errorf("report %d: %v, want %s", i, reports[i].Exception, text)
				continue
			}
			if h, ok := reports[i].Get("handle").(*handle.Handle); !ok || !strings.Contains(h.String(), "TestPanics") {
				t.Errorf("report %d: handle %v", i, reports[i].Get("handle"))
			}
		}
		if stack := string(reports[0].Exception.(*exceptions.Panic).Stack); !strings.Contains(stack, "panicsOnPurpose") {
			t.Errorf("the stack does not lead to the panic:\n%s", stack)
		}
		if !errors.Is(reports[1].Exception, wrapped) {
			t.Error("the panic's error is lost")
		}
	}
}

func panicsOnPurpose(text string) { panic(text) }

// TestPanicLeavesContext: after a panic the context is the outer one again and
// the callback's own can be entered again.
func TestPanicLeavesContext(t *testing.T) {
	l, j := virtualLoop(t)
	v := contextvars.NewVarDefault("v", "outside")
	ctx := contextvars.New()
	for range 2 {
		if _, err := l.CallSoonContext(ctx, func() error { v.Set(l, "inside"); panic("x") }); err != nil {
			t.Fatal(err)
		}
	}
	soon(t, l, func() error {
		if got, _ := v.Get(l); got != "outside" {
			t.Errorf("v is %s", got)
		}
		l.Stop()
		return nil
	})
	forever(t, l)
	if text := j.text(); strings.Count(text, "panic: x") != 2 || strings.Contains(text, "cannot enter context") {
		t.Error(text)
	}
}

// TestHandlerContext: from 3.12 on a handler runs in the context of what failed.
func TestHandlerContext(t *testing.T) {
	for python, want := range map[string]string{"3.11": "outside", "3.12": "inside"} {
		s, _ := newState()
		var err error
		if s.Profile, err = profile.Get(python); err != nil {
			t.Fatal(err)
		}
		l := makeLoop(t, loop.Config{State: s, Clock: clock.NewVirtual(0)})
		v := contextvars.NewVarDefault("v", "outside")
		got := ""
		l.SetExceptionHandler(func(l *loop.Loop, _ *handle.ErrorContext) error {
			got, _ = v.Get(l)
			return nil
		})
		ctx := contextvars.New()
		if _, err := l.CallSoonContext(ctx, func() error { v.Set(l, "inside"); return errBoom }); err != nil {
			t.Fatal(err)
		}
		soon(t, l, stop(l))
		forever(t, l)
		if got != want {
			t.Errorf("%s: the handler sees %s, want %s", python, got, want)
		}
	}
}

func TestSetExceptionHandlerAny(t *testing.T) {
	l, _ := virtualLoop(t)
	if err := l.SetExceptionHandlerAny(42); repr(err) != "TypeError('A callable object or None is expected, got 42')" {
		t.Error(err)
	}
	called := 0
	if err := l.SetExceptionHandlerAny(func(*loop.Loop, *handle.ErrorContext) error { called++; return nil }); err != nil {
		t.Error(err)
	}
	if err := l.CallExceptionHandler(&handle.ErrorContext{}); err != nil || called != 1 {
		t.Errorf("%v, called %d times", err, called)
	}
	if err := l.SetExceptionHandlerAny(nil); err != nil || l.ExceptionHandler() != nil {
		t.Errorf("%v, handler still set", err)
	}
}

// TestPanicInTaskStep: a panic in a coroutine is its task's error, not the loop's.
func TestPanicInTaskStep(t *testing.T) {
	l, j := virtualLoop(t)
	_, err := l.RunCoroutine(coro(l, func(co *task.Co) (any, error) { panicsOnPurpose("in a task"); return nil, nil }))
	var p *exceptions.Panic
	if !errors.As(err, &p) || !strings.Contains(string(p.Stack), "panicsOnPurpose") {
		t.Errorf("got %v", err)
	}
	if lines := j.take(); lines != nil {
		t.Errorf("reported: %q", lines)
	}
}
