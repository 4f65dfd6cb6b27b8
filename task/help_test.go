package task_test

import (
	"strings"
	"sync"
	"testing"

	"asyncio/clock"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/profile"
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

// newState makes a process of its own that emulates a version.
func newState(t interface{ Fatal(...any) }, python string) (*process.State, *journal) {
	p, err := profile.Get(python)
	if err != nil {
		t.Fatal(err)
	}
	j := &journal{}
	s := process.NewSimulated()
	s.Profile, s.Logger = p, j
	return s, j
}

// newLoop makes a loop in virtual time that the test closes.
func newLoop(t testing.TB, python string, engine coroutine.Engine) (*loop.Loop, *journal) {
	t.Helper()
	s, j := newState(t, python)
	l, err := task.NewLoop(loop.Config{State: s, Clock: clock.NewVirtual(0), Engine: engine})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l, j
}

// engines are both ways to switch coroutines.
var engines = map[string]coroutine.Engine{"pull": coroutine.Pull, "channels": coroutine.Channels}

// coro makes a coroutine of fn.
func coro(l *loop.Loop, fn func(co *task.Co) (any, error)) *task.Coro { return task.NewCoro(l, fn, 0) }

// create is create_task that must succeed.
func create(t testing.TB, l *loop.Loop, fn func(co *task.Co) (any, error)) *task.Task {
	t.Helper()
	c, err := task.Create(l, coro(l, fn), task.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// run runs fn as a task until it is done.
func run(l *loop.Loop, fn func(co *task.Co) (any, error)) (any, error) {
	return l.RunCoroutine(coro(l, fn))
}

// sleep is asyncio.sleep.
func sleep(co *task.Co, seconds float64) error {
	_, err := task.Sleep(co, seconds, nil)
	return err
}

// repr gives an error as Python prints it, "None" for none.
func repr(err error) string { return exceptions.Repr(err) }
