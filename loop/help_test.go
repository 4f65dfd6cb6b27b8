package loop_test

import (
	"strings"
	"sync"
	"testing"

	"asyncio/clock"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/task"
)

// journal is a logger that keeps what it is given.
type journal struct {
	mu    sync.Mutex
	lines []string
}

func (j *journal) Log(level process.Level, text string) {
	if level < process.Warning {
		return
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.lines = append(j.lines, text)
}

// take gives the records so far and forgets them.
func (j *journal) take() []string {
	j.mu.Lock()
	defer j.mu.Unlock()
	out := j.lines
	j.lines = nil
	return out
}

func (j *journal) text() string { return strings.Join(j.take(), "\n") }

// newState makes a process that is the test's own.
func newState() (*process.State, *journal) {
	j := &journal{}
	s := process.NewSimulated()
	s.Logger = j
	return s, j
}

// virtualLoop makes a loop in virtual time that the test closes.
func virtualLoop(t testing.TB) (*loop.Loop, *journal) {
	t.Helper()
	s, j := newState()
	return makeLoop(t, loop.Config{State: s, Clock: clock.NewVirtual(0)}), j
}

// newRealLoop makes a loop in real time that the test closes.
func newRealLoop(t testing.TB) (*loop.Loop, *journal) {
	t.Helper()
	s, j := newState()
	return makeLoop(t, loop.Config{State: s}), j
}

func makeLoop(t testing.TB, c loop.Config) *loop.Loop {
	t.Helper()
	l, err := task.NewLoop(c)
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

// soon is call_soon that must succeed.
func soon(t testing.TB, l *loop.Loop, fn func() error) {
	t.Helper()
	if _, err := l.CallSoon(fn); err != nil {
		t.Fatal(err)
	}
}

// forever runs the loop until it is stopped.
func forever(t testing.TB, l *loop.Loop) {
	t.Helper()
	if err := l.RunForever(); err != nil {
		t.Fatal(err)
	}
}

// coro makes a coroutine of fn.
func coro(l *loop.Loop, fn func(co *task.Co) (any, error)) coroutine.Coroutine {
	return task.NewCoro(l, fn, 0)
}

// stop is a callback that stops the loop.
//
//go:noinline
func stop(l *loop.Loop) func() error {
	return func() error { l.Stop(); return nil }
}

// repr gives an error as Python prints it, "None" for none.
func repr(err error) string { return exceptions.Repr(err) }
