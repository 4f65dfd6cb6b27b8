package queues_test

import (
	"testing"

	"go.uber.org/goleak"

	"asyncio/clock"
	"asyncio/exceptions"
	"asyncio/locks"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/profile"
	"asyncio/queues"
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

// run runs main on a loop in virtual time that emulates a version. Waiting for
// ever ends there with an error.
func run(t fataler, python string, main func(co *task.Co)) {
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
	_, err = l.RunCoroutine(task.NewCoro(l, func(co *task.Co) (any, error) { main(co); return nil, nil }, 0))
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

func newQueue(t fataler, co *task.Co, maxsize int) *queues.Queue {
	t.Helper()
	q, err := queues.New(locks.On(co.Loop()), maxsize)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// lessInt is Python's < for ints.
func lessInt(a, b any) (bool, error) {
	x, ok := a.(int)
	y, ok2 := b.(int)
	if !ok || !ok2 {
		return false, exceptions.TypeError("'<' not supported")
	}
	return x < y, nil
}
