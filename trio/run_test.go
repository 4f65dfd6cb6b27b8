package trio_test

import (
	"errors"
	"math"
	"runtime"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/process"
	"asyncio/trio"
)

// simulated gives options of a run in a process of its own that no signal of the
// machine reaches, on a clock that jumps.
func simulated(more ...trio.Option) []trio.Option {
	return append([]trio.Option{trio.WithState(process.NewSimulated()), trio.WithClock(trio.Autojump())}, more...)
}

// try runs main in such a run.
func try(main func(t *trio.Task) error, more ...trio.Option) error {
	return trio.Run(main, simulated(more...)...)
}

func TestRunGivesTheOutcomeOfMain(t *testing.T) {
	v, err := trio.RunValue(func(*trio.Task) (int, error) { return 7, nil }, simulated()...)
	if v != 7 || err != nil {
		t.Errorf("got %v, %v", v, err)
	}
	sad := exceptions.ValueError("sad")
	if err := try(func(*trio.Task) error { return sad }); err != sad {
		t.Errorf("got %v, want the error as it is", err)
	}
}

func TestRunInARun(t *testing.T) {
	err := try(func(t *trio.Task) error {
		return trio.Run(func(*trio.Task) error { return nil }, trio.WithState(t.Runner().State()))
	})
	if err == nil || err.Error() != "Attempted to call run() from inside a run()" {
		t.Errorf("got %v", err)
	}
}

// nursery runs body in a nursery of a run's main task.
func nursery(body func(t *trio.Task, n *trio.Nursery) error, more ...trio.Option) error {
	return try(func(t *trio.Task) error {
		return trio.OpenNursery(t, func(n *trio.Nursery) error { return body(t, n) })
	}, more...)
}

// start starts tasks and fails the test for one that is refused.
func start(t *testing.T, n *trio.Nursery, fns ...func(*trio.Task) error) {
	t.Helper()
	for _, fn := range fns {
		if err := n.StartSoon(fn); err != nil {
			t.Error(err)
		}
	}
}

// text is an error's text, "" for none.
func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// tree prints an error with the members of its groups, Cancelled as such.
func tree(err error) string {
	var g *exceptions.Group
	switch {
	case err == nil:
		return "none"
	case errors.As(err, &g) && error(g) == err:
		s := "["
		for i, e := range g.Errs {
			if i > 0 {
				s += " "
			}
			s += tree(e)
		}
		return s + "]"
	case (trio.GoErrors{}).Is(err, trio.ErrCancelled):
		return "Cancelled"
	}
	return exceptions.TypeName(err) + "(" + err.Error() + ")"
}

func expect(t *testing.T, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestTasksTakeTurns(t *testing.T) {
	var got []string
	loop := func(name string) func(*trio.Task) error {
		return func(t *trio.Task) error {
			for range 3 {
				got = append(got, name)
				if err := trio.Checkpoint(t); err != nil {
					return err
				}
			}
			return nil
		}
	}
	err := nursery(func(_ *trio.Task, n *trio.Nursery) error {
		start(t, n, loop("a"), loop("b"))
		return nil
	})
	expect(t, "error", "", text(err))
	expect(t, "order", []string{"a", "b", "a", "b", "a", "b"}, got)
}

func TestReschedule(t *testing.T) {
	sad := exceptions.ValueError("sad")
	var got []any
	err := nursery(func(_ *trio.Task, n *trio.Nursery) error {
		for range 2 {
			start(t, n, func(tk *trio.Task) error {
				v, err := trio.WaitTaskRescheduled(tk, func(trio.RaiseCancel) trio.Abort { return trio.AbortSucceeded })
				got = append(got, v, err)
				return nil
			})
		}
		start(t, n, func(tk *trio.Task) error {
			if err := trio.WaitAllTasksBlocked(tk); err != nil {
				return err
			}
			children := n.ChildTasks()
			tk.Runner().Reschedule(children[0], 7, nil)
			tk.Runner().Reschedule(children[1], nil, sad)
			return nil
		})
		return nil
	})
	expect(t, "error", "", text(err))
	if len(got) != 4 || got[0] != 7 || got[1] != nil || got[2] != nil || got[3] != error(sad) {
		t.Errorf("got %v", got)
	}
}

func TestStatistics(t *testing.T) {
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		r := tk.Runner()
		expect(t, "idle", trio.Statistics{TasksLiving: 3, SecondsToNextDeadline: math.Inf(1)}, r.Statistics())
		start(t, n, func(tk *trio.Task) error { return trio.Sleep(tk, time.Second) })
		if err := trio.WaitAllTasksBlocked(tk); err != nil {
			return err
		}
		expect(t, "with a sleeper", trio.Statistics{TasksLiving: 4, SecondsToNextDeadline: 1}, r.Statistics())
		n.Scope().Cancel()
		expect(t, "with a cancelled sleeper", 1, r.Statistics().TasksRunnable)
		return nil
	})
	expect(t, "error", "", text(err))
}

// refusing is an AbortFunc that does not give up, and counts.
func refusing(calls *int) trio.AbortFunc {
	return func(trio.RaiseCancel) trio.Abort { *calls++; return trio.AbortFailed }
}

func TestFailedAbort(t *testing.T) {
	calls := 0
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		start(t, n, func(tk *trio.Task) error {
			_, err := trio.WaitTaskRescheduled(tk, refusing(&calls))
			expect(t, "the wait itself", "", text(err))
			expect(t, "the checkpoint after it", "Cancelled", tree(trio.Checkpoint(tk)))
			return nil
		})
		if err := trio.WaitAllTasksBlocked(tk); err != nil {
			return err
		}
		n.Scope().Cancel()
		n.Scope().SetShield(true)
		child := n.ChildTasks()[0]
		shield := trio.Scope()
		shield.SetShield(true)
		return shield.Do(tk, func() error {
			if err := trio.WaitAllTasksBlocked(tk); err != nil {
				return err
			}
			tk.Runner().Reschedule(child, nil, nil)
			return nil
		})
	})
	expect(t, "error", "", text(err))
	expect(t, "calls of the abort function", 1, calls)
}

// TestSlowAbort: the error comes long after, although two scopes fired and the
// task is shielded by then.
func TestSlowAbort(t *testing.T) {
	calls := 0
	var raise trio.RaiseCancel
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		start(t, n, func(tk *trio.Task) error {
			inner := trio.Scope()
			return inner.Do(tk, func() error {
				_, err := trio.WaitTaskRescheduled(tk, func(r trio.RaiseCancel) trio.Abort {
					calls++
					raise = r
					return trio.AbortFailed
				})
				expect(t, "what the wait gave", "Cancelled", tree(err))
				return err
			})
		})
		if err := trio.WaitAllTasksBlocked(tk); err != nil {
			return err
		}
		child := n.ChildTasks()[0]
		outer := n.Scope()
		outer.Cancel()
		outer.SetShield(true)
		tk.Runner().Reschedule(child, nil, raise())
		return nil
	})
	expect(t, "error", "", text(err))
	expect(t, "calls", 1, calls)
}

func TestInternalErrors(t *testing.T) {
	sad := exceptions.ValueError("sad")
	system := func(err error) func(*trio.Task) error {
		return func(tk *trio.Task) error {
			if _, e := tk.Runner().SpawnSystem(func(*trio.Task) error { return err }); e != nil {
				return e
			}
			return trio.SleepForever(tk)
		}
	}
	cases := map[string]struct {
		main  func(*trio.Task) error
		cause string
	}{
		"a system task fails":           {system(sad), "[[ValueError(sad)]]"},
		"with a group":                  {system(exceptions.NewGroup("", []error{sad, sad})), "[[[ValueError(sad) ValueError(sad)]]]"},
		"with an interrupt":             {system(exceptions.ErrKeyboardInterrupt.New("")), "[[KeyboardInterrupt(KeyboardInterrupt)]]"},
		"with a Cancelled in the group": {system(exceptions.NewGroup("", []error{sad, trio.ErrCancelled.New("")})), "[[[ValueError(sad)]]]"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			err := try(c.main)
			var e *exceptions.Error
			if !errors.As(err, &e) || e.Class != trio.ErrInternal {
				t.Fatalf("got %v", err)
			}
			expect(t, "text", "internal error in Trio - please file a bug!", e.Text)
			expect(t, "cause", c.cause, tree(e.Cause))
		})
	}
	t.Run("a bad abort value", func(t *testing.T) {
		err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
			n.Scope().Cancel()
			_, err := trio.WaitTaskRescheduled(tk, func(trio.RaiseCancel) trio.Abort { return 0 })
			return err
		})
		expect(t, "error", "TrioInternalError(abort function must return Abort enum)", tree(err))
	})
}

func TestContextVariables(t *testing.T) {
	v := contextvars.NewVarDefault("v", "none")
	got := map[string]string{}
	note := func(name string) func(*trio.Task) error {
		return func(tk *trio.Task) error { got[name], _ = v.Get(tk); return nil }
	}
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		v.Set(tk, "main's")
		start(t, n, note("child"))
		v.Set(tk, "later")
		_, err := tk.Runner().SpawnSystem(note("system"))
		return err
	})
	expect(t, "error", "", text(err))
	expect(t, "values", map[string]string{"child": "main's", "system": "none"}, got)
}

func namedTask(*trio.Task) error { return nil }

func TestNames(t *testing.T) {
	var names []string
	spy := &trio.Instrument{TaskSpawned: func(tk *trio.Task) error { names = append(names, tk.Name()); return nil }}
	err := try(namedTask, trio.WithInstruments(spy))
	expect(t, "error", "", text(err))
	err = nursery(func(_ *trio.Task, n *trio.Nursery) error {
		names = names[:3]
		start(t, n, namedTask)
		return n.StartSoonNamed("of its own", namedTask)
	}, trio.WithInstruments(spy))
	expect(t, "error", "", text(err))
	expect(t, "names", []string{"<init>", "namedTask", "<TrioToken.run_sync_soon task>", "namedTask", "of its own"}, names)
}

// foreign yields something that is not trio's.
type foreign struct{ caught error }

func (f *foreign) Send() coroutine.Step { return coroutine.Step{Value: "future"} }
func (f *foreign) Throw(err error) coroutine.Step {
	f.caught = err
	return coroutine.Step{Done: true}
}
func (*foreign) Close() error { return nil }

func TestForeignYield(t *testing.T) {
	f := &foreign{}
	_, err := trio.RunCoroutine(func(*trio.Runner) (trio.SpawnConfig, error) {
		return trio.SpawnConfig{Coroutine: f, Name: "foreign"}, nil
	}, simulated()...)
	expect(t, "error", "", text(err))
	if !errors.Is(f.caught, exceptions.ErrType) {
		t.Errorf("got %v, want a TypeError", f.caught)
	}
}

func TestBlockingOutsideItsTask(t *testing.T) {
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		start(t, n, func(*trio.Task) error { return trio.Checkpoint(tk) })
		return nil
	})
	expect(t, "error", "[RuntimeError(must be called from async context)]", tree(err))
}

func TestPanicIsTheTasksError(t *testing.T) {
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		start(t, n, func(*trio.Task) error { panic("ouch") })
		err := trio.SleepForever(tk)
		expect(t, "the body is cancelled", "Cancelled", tree(err))
		return err
	})
	expect(t, "error", "[Panic(panic: ouch)]", tree(err))
}

func TestNothingCanHappen(t *testing.T) {
	err := trio.Run(trio.SleepForever, trio.WithState(process.NewSimulated()), trio.WithVirtualTime())
	var dead *trio.DeadlockError
	if !errors.As(err, &dead) || len(dead.Waiting) != 1 {
		t.Errorf("got %v", err)
	}
}

// TestGoexit: t.FailNow in a task ends the run, and leaves nothing behind.
func TestGoexit(t *testing.T) {
	state := process.NewSimulated()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = trio.Run(func(tk *trio.Task) error {
			return trio.OpenNursery(tk, func(n *trio.Nursery) error {
				start(t, n, trio.SleepForever, func(*trio.Task) error { runtime.Goexit(); return nil })
				return trio.SleepForever(tk)
			})
		}, trio.WithState(state))
		t.Error("the run returned")
	}()
	<-ended
	if err := trio.Run(namedTask, trio.WithState(state)); err != nil {
		t.Errorf("another run in that process: %v", err)
	}
}

// TestEngines runs a program on both ways to switch to Go functions.
func TestEngines(t *testing.T) {
	for _, e := range []coroutine.Engine{coroutine.Pull, coroutine.Channels} {
		err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
			for range 100 {
				start(t, n, func(tk *trio.Task) error { return trio.Sleep(tk, time.Second) })
			}
			return trio.Sleep(tk, time.Second)
		}, trio.WithEngine(e))
		expect(t, "error", "", text(err))
	}
}
