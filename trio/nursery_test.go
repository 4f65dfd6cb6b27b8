package trio_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"asyncio/exceptions"
	"asyncio/trio"
)

func fails(name string) func(*trio.Task) error {
	return func(*trio.Task) error { return exceptions.ValueError("%s", name) }
}

func TestNurseryErrors(t *testing.T) {
	p22, _ := trio.ProfileOf("0.22")
	cases := map[string]struct {
		children      []func(*trio.Task) error
		body          error
		strict, loose string
	}{
		"none":         {nil, nil, "none", "none"},
		"the body":     {nil, exceptions.ValueError("b"), "[ValueError(b)]", "ValueError(b)"},
		"a child":      {[]func(*trio.Task) error{fails("c")}, nil, "[ValueError(c)]", "ValueError(c)"},
		"both":         {[]func(*trio.Task) error{fails("c")}, exceptions.ValueError("b"), "[ValueError(b) ValueError(c)]", "[ValueError(b) ValueError(c)]"},
		"two children": {[]func(*trio.Task) error{fails("c"), fails("d")}, nil, "[ValueError(c) ValueError(d)]", "[ValueError(c) ValueError(d)]"},
		"a sibling that is cancelled": {[]func(*trio.Task) error{trio.SleepForever, fails("c"), trio.SleepForever}, nil,
			"[ValueError(c)]", "ValueError(c)"},
		"nested": {[]func(*trio.Task) error{func(t *trio.Task) error {
			return trio.OpenNursery(t, func(n *trio.Nursery) error { return n.StartSoon(fails("c")) })
		}}, nil, "[[ValueError(c)]]", "ValueError(c)"},
	}
	for name, c := range cases {
		for mode, opts := range map[string][]trio.Option{
			"strict": nil, "loose": {trio.WithStrictGroups(false)}, "0.22": {trio.WithProfile(p22)},
		} {
			t.Run(name+"/"+mode, func(t *testing.T) {
				err := nursery(func(_ *trio.Task, n *trio.Nursery) error {
					start(t, n, c.children...)
					return c.body
				}, opts...)
				want := c.strict
				if mode != "strict" {
					want = c.loose
				}
				expect(t, "error", want, tree(err))
			})
		}
	}
}

func TestStrictnessOfOneNursery(t *testing.T) {
	for _, whole := range []bool{true, false} {
		err := try(func(tk *trio.Task) error {
			body := func(n *trio.Nursery) error { return n.StartSoon(fails("c")) }
			expect(t, "strict", "[ValueError(c)]", tree(trio.OpenStrictNursery(tk, body)))
			expect(t, "loose", "ValueError(c)", tree(trio.OpenLooseNursery(tk, body)))
			return nil
		}, trio.WithStrictGroups(whole))
		expect(t, "error", "", text(err))
	}
}

func TestGroupText(t *testing.T) {
	for n, want := range map[int]string{
		1: "Exceptions from Trio nursery (1 sub-exception)",
		2: "Exceptions from Trio nursery (2 sub-exceptions)",
	} {
		err := nursery(func(_ *trio.Task, nu *trio.Nursery) error {
			for range n {
				start(t, nu, fails("x"))
			}
			return nil
		})
		expect(t, "text", want, text(err))
	}
}

func TestACrashCancelsTheBody(t *testing.T) {
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		start(t, n, fails("c"))
		err := trio.SleepForever(tk)
		expect(t, "the body", "Cancelled", tree(err))
		return err
	})
	expect(t, "error", "[ValueError(c)]", tree(err))
}

func TestSpawnWhileClosing(t *testing.T) {
	ran := false
	var kept *trio.Nursery
	err := try(func(tk *trio.Task) error {
		err := trio.OpenNursery(tk, func(n *trio.Nursery) error {
			kept = n
			start(t, n, func(tk *trio.Task) error {
				if err := trio.WaitAllTasksBlocked(tk); err != nil {
					return err
				}
				return n.StartSoon(func(*trio.Task) error { ran = true; return nil })
			})
			return nil
		})
		expect(t, "after it", "Nursery is closed to new arrivals", text(kept.StartSoon(namedTask)))
		_, e := kept.Start(tk, func(*trio.Task, *trio.TaskStatus) error { return nil })
		expect(t, "start after it", "Nursery is closed to new arrivals", text(e))
		return err
	})
	expect(t, "error", "", text(err))
	expect(t, "ran", true, ran)
}

func TestSpawnIntoACancelledNursery(t *testing.T) {
	var got []string
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		n.Scope().Cancel()
		start(t, n, func(tk *trio.Task) error {
			got = append(got, "ran")
			err := trio.Checkpoint(tk)
			got = append(got, tree(err))
			return err
		})
		return nil
	})
	expect(t, "error", "", text(err))
	expect(t, "steps", []string{"ran", "Cancelled"}, got)
}

func TestClosingAnEmptyNursery(t *testing.T) {
	for version, want := range map[string]string{"newest": "none", "0.22": "Cancelled"} {
		for name, children := range map[string][]func(*trio.Task) error{"no child": nil, "a child that never waits": {namedTask}} {
			t.Run(version+"/"+name, func(t *testing.T) {
				p, _ := trio.ProfileOf(version)
				_, err := within(func(tk *trio.Task, s *trio.CancelScope) error {
					s.Cancel()
					before := tk.SchedulePoints()
					err := trio.OpenNursery(tk, func(n *trio.Nursery) error { start(t, n, children...); return nil })
					if want == "none" || len(children) == 0 {
						expect(t, "error", want, tree(err))
					}
					expect(t, "lets others run", true, tk.SchedulePoints() > before)
					return err
				}, trio.WithProfile(p))
				expect(t, "error", "", text(err))
			})
		}
	}
}

// starting is a task that sleeps, tells, and sleeps again.
func starting(before, after time.Duration, value any) func(*trio.Task, *trio.TaskStatus) error {
	return func(t *trio.Task, s *trio.TaskStatus) error {
		if err := trio.Sleep(t, before); err != nil {
			return err
		}
		if err := s.Started(value); err != nil {
			return err
		}
		return trio.Sleep(t, after)
	}
}

func TestStart(t *testing.T) {
	err := try(func(tk *trio.Task) error {
		err := trio.OpenNursery(tk, func(n *trio.Nursery) error {
			v, err := n.Start(tk, starting(time.Second, 3*time.Second, "ready"))
			expect(t, "value", any("ready"), v)
			expect(t, "when start returned", 1.0, trio.CurrentTime(tk))
			expect(t, "the child moved", 1, len(n.ChildTasks()))
			return err
		})
		expect(t, "when the nursery ended", 4.0, trio.CurrentTime(tk))
		return err
	})
	expect(t, "error", "", text(err))
}

func TestStartFailures(t *testing.T) {
	cases := map[string]struct {
		child         func(*trio.Task, *trio.TaskStatus) error
		start, nurser string
	}{
		"an error before": {func(*trio.Task, *trio.TaskStatus) error { return exceptions.ValueError("early") },
			"ValueError(early)", "[ValueError(early)]"},
		"exit before": {func(*trio.Task, *trio.TaskStatus) error { return nil },
			"RuntimeError(child exited without calling task_status.started())",
			"[RuntimeError(child exited without calling task_status.started())]"},
		"an error after": {func(_ *trio.Task, s *trio.TaskStatus) error {
			return errors.Join(s.Started(nil), exceptions.ValueError("late"))
		}, "none", ""},
		"a group before": {func(*trio.Task, *trio.TaskStatus) error {
			return exceptions.NewGroup("g", []error{exceptions.ValueError("a"), exceptions.ValueError("b")})
		}, "[ValueError(a) ValueError(b)]", "[[ValueError(a) ValueError(b)]]"},
		"started twice": {func(_ *trio.Task, s *trio.TaskStatus) error {
			_ = s.Started(nil)
			return s.Started(nil)
		}, "none", "[RuntimeError(called 'started' twice on the same task status)]"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
				_, err := n.Start(tk, c.child)
				expect(t, "start", c.start, tree(err))
				return err
			})
			if c.nurser != "" {
				expect(t, "nursery", c.nurser, tree(err))
			}
		})
	}
}

func TestStartByACancelledCaller(t *testing.T) {
	for version, want := range map[string][3]string{
		"newest": {"Cancelled", "none", "ValueError(late)"},
		"0.22":   {"[Cancelled Cancelled]", "Cancelled", "[Cancelled ValueError(late)]"},
	} {
		p, _ := trio.ProfileOf(version)
		cases := map[string]struct {
			child func(*trio.Task, *trio.TaskStatus) error
			want  string
		}{
			"the child notices": {func(tk *trio.Task, s *trio.TaskStatus) error {
				_ = s.Started(nil)
				return trio.Checkpoint(tk)
			}, want[0]},
			"it ends without": {func(_ *trio.Task, s *trio.TaskStatus) error { return s.Started(nil) }, want[1]},
			"it fails later": {func(tk *trio.Task, s *trio.TaskStatus) error {
				_ = s.Started(nil)
				_ = trio.Checkpoint(tk)
				return exceptions.ValueError("late")
			}, want[2]},
		}
		for name, c := range cases {
			t.Run(version+"/"+name, func(t *testing.T) {
				err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
					s := trio.Scope()
					return s.Do(tk, func() error {
						s.Cancel()
						_, err := n.Start(tk, c.child)
						expect(t, "start", c.want, tree(err))
						return nil
					})
				}, trio.WithProfile(p))
				expect(t, "error", "", text(err))
			})
		}
	}
}

// TestStartedIntoACancelledNursery: the child is cancelled as it arrives.
func TestStartedIntoACancelledNursery(t *testing.T) {
	var got string
	err := try(func(tk *trio.Task) error {
		return trio.OpenNursery(tk, func(target *trio.Nursery) error {
			target.Scope().Cancel()
			shield := trio.Scope()
			shield.SetShield(true)
			return shield.Do(tk, func() error {
				_, err := target.Start(tk, func(tk *trio.Task, s *trio.TaskStatus) error {
					expect(t, "before", "none", tree(trio.Checkpoint(tk)))
					if err := s.Started(nil); err != nil {
						return err
					}
					err := trio.SleepForever(tk)
					got = tree(err)
					return err
				})
				return err
			})
		})
	})
	expect(t, "error", "", text(err))
	expect(t, "after started", "Cancelled", got)
}

// TestPendingStartHoldsTheNursery also when the child fails in the end.
func TestPendingStartHoldsTheNursery(t *testing.T) {
	for name, fail := range map[string]error{"": nil, "failing": exceptions.ValueError("x")} {
		t.Run(name, func(t *testing.T) {
			var got, ended any
			err := nursery(func(tk *trio.Task, outer *trio.Nursery) error {
				err := trio.OpenNursery(tk, func(n *trio.Nursery) error {
					start(t, outer, func(tk *trio.Task) error {
						v, err := n.Start(tk, func(tk *trio.Task, s *trio.TaskStatus) error {
							if err := trio.Sleep(tk, 5*time.Second); err != nil || fail != nil {
								return errors.Join(err, fail)
							}
							return s.Started("v")
						})
						got = v
						if fail != nil && !errors.Is(err, fail) {
							t.Errorf("start gave %v", err)
							return err
						}
						return nil
					})
					return trio.Checkpoint(tk)
				})
				ended = trio.CurrentTime(tk)
				return err
			})
			expect(t, "error", "", text(err))
			expect(t, "when the nursery ended", any(5.0), ended)
			if fail == nil {
				expect(t, "value", any("v"), got)
			}
		})
	}
}

// TestStartKeepsTheCause of an error that comes out of it.
func TestStartKeepsTheCause(t *testing.T) {
	cause := exceptions.ValueError("cause")
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		_, err := n.Start(tk, func(*trio.Task, *trio.TaskStatus) error {
			return exceptions.RuntimeError("x").WithCause(cause)
		})
		var e *exceptions.Error
		if !errors.As(err, &e) || e.Cause != error(cause) {
			t.Errorf("got %v", err)
		}
		return nil
	})
	expect(t, "error", "", text(err))
}

func TestTaskStatusIgnored(t *testing.T) {
	var ignored *trio.TaskStatus
	expect(t, "error", "", text(ignored.Started(1)))
}

func TestTreeLinks(t *testing.T) {
	var child *trio.Task
	var outer *trio.Nursery
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		outer = n
		start(t, n, func(tk *trio.Task) error { child = tk; return nil })
		if n.Task() != tk || len(tk.ChildNurseries()) != 1 || tk.ChildNurseries()[0] != n {
			t.Error("the parent's links are wrong")
		}
		if r := tk.Runner().RootTask(); r.ParentNursery() != nil || len(r.ChildNurseries()) != 3 {
			t.Error("the root's links are wrong")
		}
		_, err := n.Start(tk, func(tk *trio.Task, s *trio.TaskStatus) error {
			if tk.EventualParentNursery() != n || tk.ParentNursery() == n {
				t.Error("the links of a starting task are wrong")
			}
			err := s.Started(nil)
			if tk.EventualParentNursery() != nil || tk.ParentNursery() != n {
				t.Error("the links of a started task are wrong")
			}
			return err
		})
		return err
	})
	expect(t, "error", "", text(err))
	if child.ParentNursery() != outer || !child.Done() || len(outer.ChildTasks()) != 0 {
		t.Error("the links after the end are wrong")
	}
}

func TestStartValue(t *testing.T) {
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		port, err := trio.StartValue(tk, n, func(_ *trio.Task, started func(int) error) error { return started(8080) })
		expect(t, "value", 8080, port)
		return err
	})
	expect(t, "error", "", text(err))
}

func ExampleOpenNursery() {
	err := trio.Run(func(t *trio.Task) error {
		return trio.OpenNursery(t, func(n *trio.Nursery) error {
			for i := range 3 {
				if err := n.StartSoon(func(t *trio.Task) error {
					if err := trio.Sleep(t, time.Duration(3-i)*time.Second); err != nil {
						return err
					}
					fmt.Println(i)
					return nil
				}); err != nil {
					return err
				}
			}
			return nil
		})
	}, trio.WithVirtualTime())
	fmt.Println(err)
	// Output:
	// 2
	// 1
	// 0
	// <nil>
}

func ExampleMoveOnAfter() {
	_ = trio.Run(func(t *trio.Task) error {
		return trio.MoveOnAfter(t, time.Second, func(s *trio.CancelScope) error {
			defer func() { fmt.Println("at", trio.CurrentTime(t)) }()
			return trio.SleepForever(t)
		})
	}, trio.WithClock(trio.Autojump()))
	// Output: at 1
}
