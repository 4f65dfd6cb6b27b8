package future_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/clock"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/profile"
)

// newLoop makes a loop in virtual time that the test closes.
func newLoop(t *testing.T, python string) *loop.Loop {
	t.Helper()
	s := process.NewSimulated()
	s.Logger = process.LogFunc(func(process.Level, string) {})
	var err error
	if s.Profile, err = profile.Get(python); err != nil {
		t.Fatal(err)
	}
	l, err := loop.New(loop.Config{State: s, Clock: clock.NewVirtual(0)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

// once runs one iteration.
func once(t *testing.T, l *loop.Loop) {
	t.Helper()
	l.Stop()
	if err := l.RunForever(); err != nil {
		t.Fatal(err)
	}
}

func repr(err error) string { return exceptions.Repr(err) }

func TestStates(t *testing.T) {
	const invalid = "InvalidStateError('invalid state')"
	boom := exceptions.ValueError("boom")
	for name, c := range map[string]struct {
		end       func(f *future.Future) error
		state     future.State
		result    string
		exception string
	}{
		"pending":   {func(*future.Future) error { return nil }, future.Pending, "InvalidStateError('Result is not set.')", "InvalidStateError('Exception is not set.')"},
		"result":    {func(f *future.Future) error { return f.SetResult(7) }, future.Finished, "7", "None"},
		"exception": {func(f *future.Future) error { return f.SetException(boom) }, future.Finished, "ValueError('boom')", "ValueError('boom')"},
		"class":     {func(f *future.Future) error { return f.SetException(exceptions.ErrValue) }, future.Finished, "ValueError()", "ValueError()"},
		"cancelled": {func(f *future.Future) error { f.Cancel("m"); return nil }, future.Cancelled, "CancelledError('m')", "CancelledError('m')"},
	} {
		f := future.New(newLoop(t, "3.13"))
		if err := c.end(f); err != nil {
			t.Fatal(err)
		}
		if f.State() != c.state || f.Done() != (c.state != future.Pending) || f.Cancelled() != (c.state == future.Cancelled) {
			t.Errorf("%s: %v", name, f)
		}
		for range 2 { // asking changes nothing
			v, err := f.Result()
			if got := result(v, err); got != c.result {
				t.Errorf("%s: result %s", name, got)
			}
			exc, err := f.Exception()
			if err != nil {
				exc = err
			}
			if repr(exc) != c.exception {
				t.Errorf("%s: exception %s", name, repr(exc))
			}
		}
		if c.state == future.Pending {
			continue
		}
		if f.Cancel() {
			t.Errorf("%s: cancelled when done", name)
		}
		for _, err := range []error{f.SetResult(1), f.SetException(boom)} {
			if repr(err) != invalid {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	f := future.New(newLoop(t, "3.13"))
	if err := f.SetException(nil); repr(err) != "TypeError('invalid exception object')" || f.Done() {
		t.Error(err, f)
	}
}

func result(v any, err error) string {
	if err != nil {
		return repr(err)
	}
	return process.Repr(v)
}

// TestStopIteration is refused up to 3.12 and wrapped from 3.13 on.
func TestStopIteration(t *testing.T) {
	const text = "StopIteration interacts badly with generators and cannot be raised into a Future"
	for python, wraps := range map[string]bool{"3.8": false, "3.12": false, "3.13": true} {
		f := future.New(newLoop(t, python))
		stop := exceptions.ErrStopIteration.New("")
		err := f.SetException(stop)
		if !wraps {
			if repr(err) != "TypeError('"+text+"')" || f.Done() {
				t.Errorf("%s: %v, %v", python, err, f)
			}
			continue
		}
		exc, _ := f.Exception()
		if err != nil || repr(exc) != "RuntimeError('"+text+"')" || exc.(*exceptions.Error).Cause != stop {
			t.Errorf("%s: %v, %v", python, err, exc)
		}
	}
}

// TestCallbacks run through the loop in the order of registration, each by
// itself; removing finds all of one, and nothing once the future is done.
func TestCallbacks(t *testing.T) {
	l := newLoop(t, "3.13")
	f := future.New(l)
	var got []string
	say := func(s string, err error) future.DoneCallback {
		return future.Func(func(o future.Awaitable) error {
			if o != future.Awaitable(f) {
				t.Errorf("given %v", o)
			}
			got = append(got, fmt.Sprint(s, " in ", l.Tick()))
			return err
		})
	}
	a, b, c := say("a", nil), say("b", exceptions.ValueError("of a callback")), say("c", nil)
	add := func(cb future.DoneCallback) {
		if err := f.AddDoneCallback(cb, nil); err != nil {
			t.Fatal(err)
		}
	}
	if n := f.RemoveDoneCallback(a); n != 0 {
		t.Errorf("%d removed of none", n)
	}
	for _, cb := range []future.DoneCallback{a, c, b, a, c, a} {
		add(cb)
	}
	if n := f.RemoveDoneCallback(a); n != 3 {
		t.Errorf("%d removed, want 3", n)
	}
	add(a)
	if err := f.SetResult(nil); err != nil {
		t.Fatal(err)
	}
	if n := f.RemoveDoneCallback(c); n != 0 {
		t.Errorf("%d removed of a future that is done", n)
	}
	if got != nil {
		t.Errorf("called at once: %q", got)
	}
	once(t, l)
	add(b) // to one that is done: through the loop too
	once(t, l)
	if diff := cmp.Diff([]string{"c in 1", "b in 1", "c in 1", "a in 1", "b in 2"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestReprs are those of CPython but for the places.
func TestReprs(t *testing.T) {
	place := regexp.MustCompile(`\w+_test\.go:\d+`)
	for python, self := range map[string]string{
		"3.10": "<Future finished result=<Future finished result=...>>",
		"3.11": "<Future finished result=...>",
	} {
		l := newLoop(t, python)
		check := func(f *future.Future, want string) {
			t.Helper()
			if got := place.ReplaceAllString(f.String(), "PLACE"); got != want {
				t.Errorf("%s: %s\nwant %s", python, got, want)
			}
		}
		f := future.New(l)
		check(f, "<Future pending>")
		for i, want := range []string{
			"<Future pending cb=[first() at PLACE]>",
			"<Future pending cb=[first() at PLACE, second() at PLACE]>",
			"<Future pending cb=[first() at PLACE, <1 more>, first() at PLACE]>",
			"<Future pending cb=[first() at PLACE, <2 more>, second() at PLACE]>",
		} {
			fn := first
			if i%2 == 1 {
				fn = second
			}
			if err := f.AddDoneCallback(future.Func(fn), nil); err != nil {
				t.Fatal(err)
			}
			check(f, want)
		}
		f.Cancel()
		check(f, "<Future cancelled>")
		set := func(v any) *future.Future {
			f := future.New(l)
			if err := f.SetResult(v); err != nil {
				t.Fatal(err)
			}
			return f
		}
		check(set(nil), "<Future finished result=None>")
		check(set("it's"), `<Future finished result="it's">`)
		check(set(1.0), "<Future finished result=1.0>")
		recursive := future.New(l)
		if err := recursive.SetResult(recursive); err != nil {
			t.Fatal(err)
		}
		check(recursive, self)
		failed := future.New(l)
		if err := failed.SetException(exceptions.ValueError("v")); err != nil {
			t.Fatal(err)
		}
		check(failed, "<Future finished exception=ValueError('v')>")
		if long := set(strings.Repeat("x", 1000)).String(); len(long) > 300 || !strings.Contains(long, "...") {
			t.Errorf("not shortened: %s", long)
		}
	}
}

func first(future.Awaitable) error { return nil }

func second(future.Awaitable) error { return nil }

// TestCancelMessages: which CancelledError comes out of a cancelled future.
func TestCancelMessages(t *testing.T) {
	for _, python := range profile.Names() {
		f := future.New(newLoop(t, python))
		if !f.Cancel("m") {
			t.Error("not cancelled")
		}
		want := "CancelledError('m')"
		if python == "3.8" {
			want = "CancelledError()"
		}
		_, one := f.Result()
		_, two := f.Result()
		if repr(one) != want || repr(two) != want || one == two {
			t.Errorf("%s: %s, %s, the same %v", python, repr(one), repr(two), one == two)
		}
	}
}

// TestTaken: each way to see an exception keeps it from being reported.
func TestTaken(t *testing.T) {
	l := newLoop(t, "3.13")
	var reported []string
	for name, look := range map[string]func(f *future.Future){
		"nobody":    func(*future.Future) {},
		"result":    func(f *future.Future) { _, _ = f.Result() },
		"exception": func(f *future.Future) { _, _ = f.Exception() },
		"cancel":    func(f *future.Future) { f.Cancel() },
		"repr":      func(f *future.Future) { _ = f.String() },
	} {
		f := future.New(l)
		if err := f.SetException(exceptions.ValueError("v")); err != nil {
			t.Fatal(err)
		}
		look(f)
		if f.Untaken() {
			reported = append(reported, name)
		}
		f.ReportUnretrieved()
		if f.Untaken() {
			t.Errorf("%s: would be reported twice", name)
		}
	}
	if len(reported) != 2 {
		t.Errorf("reported after %q, want nobody and repr", reported)
	}
}
