package loop_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"asyncio/clock"
	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/task"
)

// here gives the place of the caller's line, or of one further down.
func here(down int) string {
	_, file, line, _ := runtime.Caller(1)
	return fmt.Sprintf("%s:%d", filepath.Base(file), line+down)
}

// TestDeadlock: the error names each task, what it awaits and where.
func TestDeadlock(t *testing.T) {
	for name, engine := range map[string]coroutine.Engine{"pull": coroutine.Pull, "channels": coroutine.Channels} {
		t.Run(name, func(t *testing.T) {
			s, _ := newState()
			l := makeLoop(t, loop.Config{State: s, Clock: clock.NewVirtual(0), Engine: engine})
			f := future.New(l)
			var places [3]string
			first, err := task.Create(l, coro(l, func(co *task.Co) (any, error) {
				places[1] = here(1)
				return co.Await(f)
			}), task.Options{Name: "stuck"})
			if err != nil {
				t.Fatal(err)
			}
			second, err := task.Create(l, coro(l, func(co *task.Co) (any, error) {
				if _, err := task.Sleep(co, 5, nil); err != nil {
					return nil, err
				}
				return awaitDeeper(co, first, &places[2])
			}), task.Options{})
			if err != nil {
				t.Fatal(err)
			}
			_, err = l.RunCoroutine(coro(l, func(co *task.Co) (any, error) {
				places[0] = here(1)
				return co.Await(second)
			}))
			var dead *loop.DeadlockError
			if !errors.As(err, &dead) {
				t.Fatalf("got %v", err)
			}
			if len(dead.Tasks) != 3 {
				t.Fatalf("%d tasks: %v", len(dead.Tasks), dead)
			}
			want := []loop.WaitingTask{
				{Name: "stuck", For: "<Future pending cb=[Task.task_wakeup()]>", Place: places[1]},
				{Name: second.Name(), For: first.String(), Place: places[2]},
				{Name: "Task-2", For: second.String(), Place: places[0]},
			}
			text := dead.Error()
			for i, w := range want {
				if dead.Tasks[i] != w {
					t.Errorf("task %d: %+v\nwant %+v", i, dead.Tasks[i], w)
				}
				if line := fmt.Sprintf("\n  %s waits for %s at %s", w.Name, w.For, w.Place); !strings.Contains(text, line) {
					t.Errorf("%q is not in\n%s", line, text)
				}
			}
			if !strings.HasPrefix(text, "deadlock: nothing can ever happen again\n") {
				t.Error(text)
			}
		})
	}
}

// awaitDeeper is a helper of a coroutine: the nearest line is its own.
func awaitDeeper(co *task.Co, f future.Awaitable, place *string) (any, error) {
	*place = here(1)
	return co.Await(f)
}

// TestDeadlockWithoutTasks: an empty loop that is not told to stop.
func TestDeadlockWithoutTasks(t *testing.T) {
	l, _ := virtualLoop(t)
	var dead *loop.DeadlockError
	if err := l.RunForever(); !errors.As(err, &dead) || len(dead.Tasks) != 0 {
		t.Errorf("got %v", err)
	}
	// The loop is not broken by it.
	soon(t, l, stop(l))
	forever(t, l)
}

// TestScriptedEventsAreNoDeadlock: what comes from outside later keeps the loop
// waiting.
func TestScriptedEventsAreNoDeadlock(t *testing.T) {
	s, _ := newState()
	c := clock.NewVirtual(0)
	l := makeLoop(t, loop.Config{State: s, Clock: c})
	f := future.New(l)
	c.At(30, func() {
		if _, err := l.CallSoonThreadsafe(func() error { return f.SetResult("came") }); err != nil {
			t.Error(err)
		}
	})
	v, err := l.RunUntilComplete(f)
	if v != "came" || err != nil {
		t.Errorf("got %v, %v", v, err)
	}
	if now := c.Peek() - clock.Start; now < 30 || now > 30.001 {
		t.Errorf("%g seconds passed", now)
	}
}
