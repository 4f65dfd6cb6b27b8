package task_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/clock"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/task"
)

// TestCloseWithSuspendedCoroutines: what is still suspended when its loop is
// closed gets GeneratorExit, oldest first, and ends.
func TestCloseWithSuspendedCoroutines(t *testing.T) {
	for name, engine := range engines {
		t.Run(name, func(t *testing.T) {
			s, j := newState(t, "3.13")
			l, err := task.NewLoop(loop.Config{State: s, Clock: clock.NewVirtual(0), Engine: engine})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			say := func(s string) { got = append(got, s) }
			never := future.New(l)
			create(t, l, func(co *task.Co) (any, error) { // ends as it should
				defer say("a deferred")
				_, err := co.Await(never)
				say("a " + repr(err))
				return nil, err
			})
			create(t, l, func(co *task.Co) (any, error) { // swallows and returns
				_, err := co.Await(never)
				say("b " + repr(err))
				return 1, nil
			})
			create(t, l, func(co *task.Co) (any, error) { // awaits again
				defer say("c deferred")
				_, err := co.Await(never)
				say("c " + repr(err))
				err = sleep(co, 1)
				say("c went on with " + repr(err))
				return nil, err
			})
			create(t, l, func(co *task.Co) (any, error) { // fails instead
				_, err := co.Await(never)
				say("d " + repr(err))
				return nil, exceptions.ValueError("at the end")
			})
			create(t, l, func(co *task.Co) (any, error) { // panics instead
				_, err := co.Await(never)
				say("e " + repr(err))
				panic("at the end")
			})
			create(t, l, func(co *task.Co) (any, error) { // awaits in a deferred call
				defer func() { _ = sleep(co, 1); say("f went on") }()
				return co.Await(never)
			})
			create(t, l, func(co *task.Co) (any, error) { // two levels deep
				return co.AwaitCoroutine(coro(l, func(co *task.Co) (any, error) {
					_, err := co.Await(never)
					say("g " + repr(err))
					return nil, err
				}))
			})
			if _, err := run(l, func(co *task.Co) (any, error) { return nil, sleep(co, 1) }); err != nil {
				t.Fatal(err)
			}
			create(t, l, func(*task.Co) (any, error) { say("it was never started"); return nil, nil })
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			want := []string{
				"a GeneratorExit()", "a deferred", "b GeneratorExit()",
				"c GeneratorExit()", "c deferred", "d GeneratorExit()",
				"e GeneratorExit()", "g GeneratorExit()",
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			log := j.text()
			if n := strings.Count(log, "Task was destroyed but it is pending!\ntask: <Task pending name='Task-"); n != 8 {
				t.Errorf("%d tasks were reported, want 8:\n%s", n, log)
			}
			for text, times := range map[string]int{
				"RuntimeError: coroutine ignored GeneratorExit": 2, // c and f
				"ValueError: at the end":                        1,
				"Panic: panic: at the end":                      1,
				"Exception ignored in: ":                        4,
			} {
				if n := strings.Count(log, text); n != times {
					t.Errorf("%q is there %d times, want %d:\n%s", text, n, times, log)
				}
			}
			if n, left := l.Pool().Live(), l.Registry().Tasks(); n != 0 || len(left) != 0 {
				t.Errorf("%d coroutines and %d tasks are left", n, len(left))
			}
		})
	}
}

// TestQuietTasks: what run_until_complete makes of a coroutine, and what gather
// makes, is not reported as destroyed.
func TestQuietTasks(t *testing.T) {
	s, j := newState(t, "3.13")
	l, err := task.NewLoop(loop.Config{State: s, Clock: clock.NewVirtual(0)})
	if err != nil {
		t.Fatal(err)
	}
	forever := func(co *task.Co) (any, error) { return co.Await(future.New(l)) }
	_, err = run(l, func(co *task.Co) (any, error) {
		f, err := task.Gather(l, []any{coro(l, forever), coro(l, forever)}, false)
		if err != nil {
			return nil, err
		}
		return co.Await(f)
	})
	var deadlock *loop.DeadlockError
	if !errors.As(err, &deadlock) || len(deadlock.Tasks) != 3 {
		t.Errorf("got %v", err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if lines := j.take(); lines != nil {
		t.Errorf("reported: %q", lines)
	}
}

// TestNeverRetrieved: failures that nobody asked for are reported when the loop
// is closed, in the order they happened; one that was taken is not.
func TestNeverRetrieved(t *testing.T) {
	s, j := newState(t, "3.13")
	l, err := task.NewLoop(loop.Config{State: s, Clock: clock.NewVirtual(0)})
	if err != nil {
		t.Fatal(err)
	}
	fail := func(text string) func(*task.Co) (any, error) {
		return func(*task.Co) (any, error) { return nil, exceptions.ValueError("%s", text) }
	}
	_, err = run(l, func(co *task.Co) (any, error) {
		create(t, l, fail("lost"))
		f := future.New(l)
		if err := f.SetException(exceptions.ValueError("lost in a future")); err != nil {
			return nil, err
		}
		awaited := create(t, l, fail("awaited"))
		asked := create(t, l, fail("asked"))
		cancelled := create(t, l, fail("cancelled too late"))
		waited := create(t, l, fail("only waited for"))
		g, err := task.Gather(l, []any{coro(l, fail("first of gather")), coro(l, fail("second of gather"))}, false)
		if err != nil {
			return nil, err
		}
		if _, err := co.Await(awaited); repr(err) != "ValueError('awaited')" {
			t.Error(err)
		}
		if exc, err := asked.Exception(); repr(exc) != "ValueError('asked')" || err != nil {
			t.Error(exc, err)
		}
		if cancelled.Cancel() {
			t.Error("a task that is done was cancelled")
		}
		if _, _, err := task.Wait(co, []any{waited}, task.NoTimeout, task.AllCompleted); err != nil {
			t.Error(err)
		}
		if _, err := co.Await(g); repr(err) != "ValueError('first of gather')" {
			t.Error(err)
		}
		return nil, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if lines := j.take(); lines != nil {
		t.Errorf("reported before the end: %q", lines)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, line := range j.take() {
		text := strings.Split(line, "\n")
		got = append(got, text[0], text[len(text)-1])
	}
	want := []string{
		"Future exception was never retrieved", "ValueError: lost in a future",
		"Task exception was never retrieved", "ValueError: lost",
		"Task exception was never retrieved", "ValueError: only waited for",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestCloseFromInside: a coroutine that is being closed can neither make tasks
// nor close the loop again to any effect.
func TestCloseFromInside(t *testing.T) {
	s, _ := newState(t, "3.13")
	l, err := task.NewLoop(loop.Config{State: s, Clock: clock.NewVirtual(0)})
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	create(t, l, func(co *task.Co) (any, error) {
		_, err := co.Await(future.New(l))
		asked++
		if _, err := task.Create(l, coro(l, func(*task.Co) (any, error) { return nil, nil }), task.Options{}); repr(err) != "RuntimeError('Event loop is closed')" {
			t.Error(err)
		}
		if err := l.Close(); err != nil {
			t.Error(err)
		}
		return nil, err
	})
	if _, err := run(l, func(co *task.Co) (any, error) { return nil, co.Yield() }); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil || asked != 1 {
		t.Errorf("%v, asked %d times", err, asked)
	}
}
