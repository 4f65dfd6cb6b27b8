package runners_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"asyncio/clock"
	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/profile"
	"asyncio/runners"
	"asyncio/task"
)

const noCoroutine = "ValueError('a coroutine was expected, got None')"

func repr(err error) string { return exceptions.Repr(err) }

// options make a Runner in virtual time; log gets what is reported.
func options(t *testing.T, python string, log *[]string) runners.Options {
	t.Helper()
	s := process.NewSimulated()
	s.Logger = process.LogFunc(func(level process.Level, text string) {
		if level >= process.Warning {
			*log = append(*log, text)
		}
	})
	var err error
	if s.Profile, err = profile.Get(python); err != nil {
		t.Fatal(err)
	}
	return runners.Options{Config: loop.Config{State: s, Clock: clock.NewVirtual(0)}}
}

// of makes a Main of a function.
func of(fn func(co *task.Co) (any, error)) runners.Main {
	return func(l *loop.Loop) coroutine.Coroutine { return task.NewCoro(l, fn, 0) }
}

func nothing(*task.Co) (any, error) { return nil, nil }

// TestRunInsideRun: asyncio.run is refused while a loop runs, in a coroutine as
// in a callback.
func TestRunInsideRun(t *testing.T) {
	for _, python := range profile.Names() {
		var log []string
		o := options(t, python, &log)
		refused := 0
		try := func() error {
			_, err := runners.Run(of(nothing), o)
			if repr(err) != "RuntimeError('asyncio.run() cannot be called from a running event loop')" {
				t.Errorf("%s: %s", python, repr(err))
			}
			r := runners.New(o)
			if _, err := r.Run(of(nothing), nil); repr(err) != "RuntimeError('Runner.run() cannot be called from a running event loop')" {
				t.Errorf("%s: %s", python, repr(err))
			}
			refused++
			return r.Close()
		}
		v, err := runners.Run(of(func(co *task.Co) (any, error) {
			if _, err := co.Loop().CallSoon(try); err != nil {
				return nil, err
			}
			if err := try(); err != nil {
				return nil, err
			}
			return task.Sleep(co, 1, "fine")
		}), o)
		if v != "fine" || err != nil || refused != 2 || log != nil {
			t.Errorf("%s: %v, %v, refused %d times, %q", python, v, err, refused, log)
		}
	}
}

// TestStates: created, used, closed.
func TestStates(t *testing.T) {
	var log []string
	r := runners.New(options(t, "3.13", &log))
	if err := r.Close(); err != nil || r.String() != "<Runner created>" {
		t.Errorf("closed before use: %v, %v", err, r)
	}
	if _, err := r.Run(nil, nil); repr(err) != noCoroutine {
		t.Error(err)
	}
	l, err := r.GetLoop()
	if err != nil || r.String() != "<Runner initialized>" {
		t.Fatal(err, r)
	}
	if again, err := r.GetLoop(); again != l || err != nil {
		t.Error("another loop")
	}
	if _, err := r.Run(func(*loop.Loop) coroutine.Coroutine { return nil }, nil); repr(err) != noCoroutine {
		t.Error(err)
	}
	v := contextvars.NewVarDefault("v", 0)
	for i := range 3 {
		got, err := r.Run(of(func(co *task.Co) (any, error) {
			n, _ := v.Get(co)
			v.Set(co, n+1)
			return n, nil
		}), nil)
		if got != i || err != nil {
			t.Errorf("run %d sees %v, %v", i, got, err)
		}
	}
	if n, err := r.Run(of(func(co *task.Co) (any, error) { n, _ := v.Get(co); return n, nil }), contextvars.New()); n != 0 || err != nil {
		t.Errorf("a context given sees %v, %v", n, err)
	}
	for range 2 {
		if err := r.Close(); err != nil || !l.IsClosed() || r.String() != "<Runner closed>" {
			t.Error(err, r)
		}
	}
	const closed = "RuntimeError('Runner is closed')"
	if _, err := r.GetLoop(); repr(err) != closed {
		t.Error(err)
	}
	if _, err := r.Run(of(nothing), nil); repr(err) != closed {
		t.Error(err)
	}
	if log != nil {
		t.Errorf("%q", log)
	}
}

// TestNoCoroutine: from 3.11 on a bad argument is noticed once there is a loop.
func TestNoCoroutine(t *testing.T) {
	for python, want := range map[string]int{"3.8": 0, "3.10": 0, "3.11": 1, "3.13": 1} {
		var log []string
		o := options(t, python, &log)
		made := 0
		o.LoopFactory = func() (*loop.Loop, error) { made++; return task.NewLoop(o.Config) }
		if _, err := runners.Run(nil, o); repr(err) != noCoroutine || made != want {
			t.Errorf("%s: %v, %d loops", python, err, made)
		}
	}
}

// TestShutdown: what main leaves behind is cancelled and waited for; what fails
// meanwhile is reported.
func TestShutdown(t *testing.T) {
	var log, got []string
	o := options(t, "3.13", &log)
	leave := func(co *task.Co, name string, end func(err error) (any, error)) {
		_, err := task.Create(co.Loop(), task.NewCoro(co.Loop(), func(co *task.Co) (any, error) {
			_, err := task.Sleep(co, 60, nil)
			got = append(got, name+" "+repr(err))
			return end(err)
		}, 0), task.Options{Name: name})
		if err != nil {
			t.Error(err)
		}
	}
	v, err := runners.Run(of(func(co *task.Co) (any, error) {
		leave(co, "ends", func(err error) (any, error) { return nil, err })
		leave(co, "swallows", func(error) (any, error) { return 1, nil })
		leave(co, "fails", func(error) (any, error) { return nil, exceptions.ValueError("at the end") })
		return "main", co.Yield()
	}), o)
	if v != "main" || err != nil {
		t.Errorf("%v, %v", v, err)
	}
	want := "ends CancelledError(), swallows CancelledError(), fails CancelledError()"
	if strings.Join(got, ", ") != want {
		t.Errorf("%q", got)
	}
	if len(log) != 1 || !strings.HasPrefix(log[0], "unhandled exception during asyncio.run() shutdown\ntask: <Task finished name='fails'") ||
		!strings.HasSuffix(log[0], "\nValueError: at the end") {
		t.Errorf("%q", log)
	}
}

// TestOutcomes of main come out as they are.
func TestOutcomes(t *testing.T) {
	for want, err := range map[string]error{
		"ValueError('v')":     exceptions.ValueError("v"),
		"CancelledError()":    exceptions.NewCancelled(nil),
		"SystemExit(3)":       exceptions.Exit(3),
		"KeyboardInterrupt()": exceptions.ErrKeyboardInterrupt.New(""),
		"None":                nil,
	} {
		var log []string
		_, got := runners.Run(of(func(*task.Co) (any, error) { return nil, err }), options(t, "3.13", &log))
		if repr(got) != want || log != nil {
			t.Errorf("%s: %v, %q", want, got, log)
		}
	}
	var log []string
	_, err := runners.Run(of(func(co *task.Co) (any, error) {
		co.Loop().Stop()
		return co.Await(future.New(co.Loop()))
	}), options(t, "3.13", &log))
	if repr(err) != "RuntimeError('Event loop stopped before Future completed.')" {
		t.Error(err)
	}
}

// TestGoexit: t.FailNow in a coroutine ends the goroutine; the loop is closed
// all the same.
func TestGoexit(t *testing.T) {
	for name, engine := range map[string]coroutine.Engine{"pull": coroutine.Pull, "channels": coroutine.Channels} {
		var log []string
		o := options(t, "3.13", &log)
		o.Config.Engine = engine
		var l *loop.Loop
		done, returned := make(chan struct{}), false
		go func() {
			defer close(done)
			_, _ = runners.Run(of(func(co *task.Co) (any, error) {
				l = co.Loop()
				if _, err := task.Create(l, task.NewCoro(l, func(co *task.Co) (any, error) {
					return task.Sleep(co, 60, nil)
				}, 0), task.Options{}); err != nil {
					return nil, err
				}
				if _, err := task.Sleep(co, 1, nil); err != nil {
					return nil, err
				}
				runtime.Goexit()
				return nil, nil
			}), o)
			returned = true
		}()
		<-done
		if returned || !l.IsClosed() || l.Pool().Live() != 0 {
			t.Errorf("%s: returned %v, closed %v, %d coroutines left", name, returned, l.IsClosed(), l.Pool().Live())
		}
	}
}

// TestLoopFactory: its loop is used but not set as the current one, and its
// failure is the run's.
func TestLoopFactory(t *testing.T) {
	var log []string
	o := options(t, "3.13", &log)
	var made *loop.Loop
	o.LoopFactory = func() (l *loop.Loop, err error) { made, err = task.NewLoop(o.Config); return made, err }
	_, err := runners.Run(of(func(co *task.Co) (any, error) {
		if co.Loop() != made {
			t.Error("another loop")
		}
		if l, set := co.Loop().Thread().CurrentLoop(); l != nil || set {
			t.Errorf("set as the current loop: %v", l)
		}
		return nil, nil
	}), o)
	if err != nil || !made.IsClosed() {
		t.Error(err)
	}
	broken := fmt.Errorf("no loop today")
	o.LoopFactory = func() (*loop.Loop, error) { return nil, broken }
	if _, err := runners.Run(of(nothing), o); err != broken {
		t.Error(err)
	}
}
