package future_test

import (
	"errors"
	"runtime"
	"strings"
	"testing"

	"asyncio/handle"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/task"
)

// A failed task that nobody refers to any more is reported while the loop runs
// on, not only when it is closed.
func TestDroppedFailureIsReportedWhenCollected(t *testing.T) {
	l, err := task.NewLoop(loop.Config{State: process.NewSimulated()})
	if err != nil {
		t.Fatal(err)
	}
	var reported *handle.ErrorContext
	l.SetExceptionHandler(func(_ *loop.Loop, c *handle.ErrorContext) error { reported = c; return nil })
	boom := errors.New("boom")
	_, err = l.RunCoroutine(task.NewCoro(l, func(co *task.Co) (any, error) {
		if err := drop(l, boom); err != nil {
			return nil, err
		}
		for reported == nil {
			runtime.GC()
			if _, err := task.Sleep(co, 0.001, nil); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}, 0))
	if err != nil {
		t.Fatal(err)
	}
	if reported.Message != "Task exception was never retrieved" || reported.Exception != boom {
		t.Errorf("reported %+v", reported)
	}
	if got := process.Repr(reported.Get("future")); !strings.Contains(got, "<Task finished name='dropped'") || !strings.Contains(got, "boom") {
		t.Errorf("the future prints as %s", got)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
}

// drop makes a task that fails with boom and keeps nothing of it.
func drop(l *loop.Loop, boom error) error {
	fail := task.NewCoro(l, func(*task.Co) (any, error) { return nil, boom }, 0)
	_, err := task.Create(l, fail, task.Options{Name: "dropped"})
	return err
}
