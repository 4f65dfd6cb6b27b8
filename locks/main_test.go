package locks_test

import (
	"testing"

	"go.uber.org/goleak"

	"asyncio/clock"
	"asyncio/exceptions"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/profile"
	"asyncio/task"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("runtime.handleEvent"))
}

// fataler is a *testing.T or a *rapid.T.
type fataler interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// newLoop makes a loop in virtual time that emulates a version. A run in which
// everybody waits for ever ends there with an error.
func newLoop(t fataler, python string) *loop.Loop {
	t.Helper()
	p, err := profile.Get(python)
	if err != nil {
		t.Fatal(err)
	}
	s := process.NewSimulated()
	s.Profile = p
	s.Logger = process.LogFunc(func(process.Level, string) {})
	l, err := task.NewLoop(loop.Config{State: s, Clock: clock.NewVirtual(0)})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// runOn runs main on l and closes it.
func runOn(t fataler, l *loop.Loop, main func(co *task.Co)) {
	t.Helper()
	_, err := l.RunCoroutine(task.NewCoro(l, func(co *task.Co) (any, error) { main(co); return nil, nil }, 0))
	if e := l.Close(); err == nil {
		err = e
	}
	if err != nil {
		t.Fatal(err)
	}
}

// start makes a task of fn.
func start(t fataler, co *task.Co, fn func(co *task.Co) error) *task.Task {
	t.Helper()
	made, err := task.Create(co.Loop(), task.NewCoro(co.Loop(), func(co *task.Co) (any, error) { return nil, fn(co) }, 0), task.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// pause lets some ticks pass.
func pause(co *task.Co, ticks int) error {
	for range ticks {
		if err := co.Yield(); err != nil {
			return err
		}
	}
	return nil
}

// each runs a test under every version.
func each(t *testing.T, test func(t *testing.T, python string)) {
	for _, python := range profile.Names() {
		t.Run(python, func(t *testing.T) { test(t, python) })
	}
}

// text is str(err), "None" for no error.
func text(err error) string {
	if err == nil {
		return "None"
	}
	return exceptions.Repr(err)
}
