package trio_test

import (
	"errors"
	"fmt"
	"math"
	"testing"
	"time"

	"asyncio/exceptions"
	"asyncio/trio"
)

// within runs body in a scope of a run's main task.
func within(body func(t *trio.Task, s *trio.CancelScope) error, more ...trio.Option) (*trio.CancelScope, error) {
	s := trio.Scope()
	err := try(func(t *trio.Task) error {
		return s.Do(t, func() error { return body(t, s) })
	}, more...)
	return s, err
}

func TestCancellationIsALevel(t *testing.T) {
	s, err := within(func(tk *trio.Task, s *trio.CancelScope) error {
		s.Cancel()
		s.Cancel()
		for range 2 {
			expect(t, "a sleep", "Cancelled", tree(trio.Sleep(tk, time.Second)))
		}
		return trio.SleepForever(tk)
	})
	expect(t, "error", "", text(err))
	expect(t, "caught", true, s.CancelledCaught())
}

func TestCheckpointKinds(t *testing.T) {
	ops := map[string]struct {
		op        func() trio.Op
		cancelled bool
	}{
		"checkpoint":              {trio.CheckpointOp, true},
		"checkpoint_if_cancelled": {trio.CheckpointIfCancelledOp, true},
		"shielded checkpoint":     {trio.CancelShieldedCheckpointOp, false},
		"sleep(0)":                {func() trio.Op { return trio.SleepOp(0) }, true},
		"sleep":                   {func() trio.Op { return trio.SleepOp(1) }, true},
		"sleep_until the past":    {func() trio.Op { return trio.SleepUntilOp(-1) }, true},
		"sleep_forever":           {trio.SleepForeverOp, true},
	}
	for name, c := range ops {
		t.Run(name, func(t *testing.T) {
			want := "none"
			if c.cancelled {
				want = "Cancelled"
			}
			_, err := within(func(tk *trio.Task, s *trio.CancelScope) error {
				if name != "sleep_forever" {
					before := tk.SchedulePoints()
					_, err := tk.Do(c.op())
					expect(t, "not cancelled", "none", tree(err))
					expect(t, "lets others run", name != "checkpoint_if_cancelled", tk.SchedulePoints() > before)
				}
				s.Cancel()
				_, err := tk.Do(c.op())
				expect(t, "cancelled", want, tree(err))
				return nil
			})
			expect(t, "error", "", text(err))
		})
	}
}

func TestBeforeEntering(t *testing.T) {
	at := func(deadline float64) *trio.CancelScope {
		s, err := trio.NewCancelScope(trio.ScopeOptions{Deadline: &deadline})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	cancelled := trio.Scope()
	cancelled.Cancel()
	shielded, _ := trio.NewCancelScope(trio.ScopeOptions{Shield: true})
	moved := at(math.Inf(1))
	if err := moved.SetDeadline(5); err != nil {
		t.Fatal(err)
	}
	cases := map[string]struct {
		s      *trio.CancelScope
		called bool
		end    float64
	}{
		"cancelled":      {cancelled, true, 0},
		"a deadline":     {at(3), false, 3},
		"a later change": {moved, false, 5},
		"expired":        {at(-1), true, 0},
		"shielded":       {shielded, false, 10},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			err := try(func(tk *trio.Task) error {
				before := c.s.CancelCalled(tk.Runner().CurrentTime)
				expect(t, "cancel_called before", c.called, before)
				ran := false
				err := c.s.Do(tk, func() error { ran = true; return trio.Sleep(tk, 10*time.Second) })
				expect(t, "the code before the first checkpoint runs", true, ran)
				expect(t, "end", c.end, trio.CurrentTime(tk))
				return err
			})
			expect(t, "error", "", text(err))
		})
	}
}

func TestScopeIsUsedOnce(t *testing.T) {
	s := trio.Scope()
	const want = "Each CancelScope may only be used for a single 'with' block"
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		err := s.Do(tk, func() error {
			expect(t, "inside itself", want, text(s.Enter(tk)))
			start(t, n, func(tk *trio.Task) error {
				expect(t, "in another task", want, text(s.Enter(tk)))
				return nil
			})
			return trio.Checkpoint(tk)
		})
		expect(t, "again", want, text(s.Enter(tk)))
		return err
	})
	expect(t, "error", "", text(err))
}

func TestShield(t *testing.T) {
	nap := func(tk *trio.Task) string { return tree(trio.Sleep(tk, time.Second)) }
	s, err := within(func(tk *trio.Task, outer *trio.CancelScope) error {
		outer.Cancel()
		expect(t, "outside", "Cancelled", nap(tk))
		shield := trio.Scope()
		shield.SetShield(true)
		err := shield.Do(tk, func() error {
			expect(t, "shielded", "none", nap(tk))
			inner := trio.Scope()
			err := inner.Do(tk, func() error {
				inner.Cancel()
				expect(t, "the inner cancelled", "Cancelled", nap(tk))
				return nil
			})
			expect(t, "inner error", "none", tree(err))
			shield.SetShield(false)
			expect(t, "lifted", "Cancelled", nap(tk))
			shield.SetShield(true)
			expect(t, "set again", "none", nap(tk))
			shield.Cancel()
			expect(t, "itself cancelled", "Cancelled", nap(tk))
			return nil
		})
		expect(t, "outside again", "Cancelled", nap(tk))
		return err
	})
	expect(t, "error", "", text(err))
	expect(t, "caught without an error", false, s.CancelledCaught())
}

func TestLiftingAShieldWakesSleepers(t *testing.T) {
	var ended float64
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		shield := trio.Scope()
		shield.SetShield(true)
		start(t, n, func(tk *trio.Task) error {
			return shield.Do(tk, func() error {
				err := trio.SleepForever(tk)
				ended = trio.CurrentTime(tk)
				return err
			})
		}, func(tk *trio.Task) error {
			n.Scope().Cancel()
			own := trio.Scope()
			own.SetShield(true)
			return own.Do(tk, func() error {
				err := trio.Sleep(tk, 3*time.Second)
				shield.SetShield(false)
				return err
			})
		})
		return nil
	})
	expect(t, "error", "", text(err))
	expect(t, "end", 3.0, ended)
}

// TestShieldedWhileUnwinding: the outer scope catches its Cancelled although a
// shield went up on its way.
func TestShieldedWhileUnwinding(t *testing.T) {
	s, err := within(func(tk *trio.Task, outer *trio.CancelScope) error {
		inner := trio.Scope()
		err := inner.Do(tk, func() error {
			outer.Cancel()
			err := trio.Checkpoint(tk)
			inner.SetShield(true)
			return err
		})
		expect(t, "on its way", "Cancelled", tree(err))
		return err
	})
	expect(t, "error", "", text(err))
	expect(t, "caught", true, s.CancelledCaught())
}

func TestTheOutermostCatches(t *testing.T) {
	scopes := []*trio.CancelScope{trio.Scope(), trio.Scope(), trio.Scope()}
	err := try(func(tk *trio.Task) error {
		return scopes[0].Do(tk, func() error {
			return scopes[1].Do(tk, func() error {
				return scopes[2].Do(tk, func() error {
					scopes[1].Cancel()
					scopes[2].Cancel()
					return trio.Checkpoint(tk)
				})
			})
		})
	})
	expect(t, "error", "", text(err))
	var caught []bool
	for _, s := range scopes {
		caught = append(caught, s.CancelledCaught())
	}
	expect(t, "caught", []bool{false, true, false}, caught)
}

func TestCancelReachesGrandchildren(t *testing.T) {
	cancelled := 0
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		start(t, n, func(tk *trio.Task) error {
			return trio.OpenNursery(tk, func(inner *trio.Nursery) error {
				for range 3 {
					start(t, inner, func(tk *trio.Task) error {
						err := trio.SleepForever(tk)
						cancelled++
						return err
					})
				}
				return nil
			})
		})
		if err := trio.WaitAllTasksBlocked(tk); err != nil {
			return err
		}
		n.Scope().Cancel()
		return nil
	})
	expect(t, "error", "", text(err))
	expect(t, "cancelled", 3, cancelled)
}

func TestCutting(t *testing.T) {
	key := exceptions.ErrException.New("key")
	cancelled := func() error { return trio.ErrCancelled.New("") }
	group := func(errs ...error) error { return exceptions.NewGroup("g", errs) }
	loose := func(errs ...error) error { return &exceptions.Group{Text: "g", Errs: errs, Loose: true} }
	cases := map[string]struct {
		err    error
		want   string
		caught bool
	}{
		"one":                    {cancelled(), "none", true},
		"wrapped by Go":          {fmt.Errorf("while working: %w", cancelled()), "none", true},
		"joined by Go":           {errors.Join(cancelled(), cancelled()), "none", true},
		"a group of them":        {group(cancelled(), group(cancelled())), "none", true},
		"three and another":      {group(cancelled(), key, group(cancelled(), cancelled())), "[Exception(key)]", true},
		"a loose group of those": {loose(cancelled(), key, cancelled()), "Exception(key)", true},
		"loose in strict":        {group(loose(cancelled(), key)), "[Exception(key)]", true},
		"none":                   {group(key, key), "[Exception(key) Exception(key)]", false},
		"another":                {key, "Exception(key)", false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			s, err := within(func(_ *trio.Task, s *trio.CancelScope) error {
				s.Cancel()
				return c.err
			})
			expect(t, "rest", c.want, tree(err))
			expect(t, "caught", c.caught, s.CancelledCaught())
		})
	}
}

func TestDeadlines(t *testing.T) {
	err := try(func(tk *trio.Task) error {
		s := trio.Scope()
		err := s.Do(tk, func() error {
			expect(t, "none", math.Inf(1), trio.CurrentEffectiveDeadline(tk))
			for _, at := range []float64{7, 3, 9, 5} {
				if err := s.SetDeadline(at); err != nil {
					return err
				}
			}
			expect(t, "own", 5.0, trio.CurrentEffectiveDeadline(tk))
			early, _ := trio.MoveOnAt(4)
			err := early.Do(tk, func() error {
				expect(t, "nested", 4.0, trio.CurrentEffectiveDeadline(tk))
				late, _ := trio.MoveOnAt(20)
				late.SetShield(true)
				return late.Do(tk, func() error {
					expect(t, "shielded", 20.0, trio.CurrentEffectiveDeadline(tk))
					return nil
				})
			})
			if err != nil {
				return err
			}
			return trio.SleepForever(tk)
		})
		expect(t, "the time", 5.0, trio.CurrentTime(tk))
		expect(t, "caught", true, s.CancelledCaught())
		return err
	})
	expect(t, "error", "", text(err))
	_, err = within(func(tk *trio.Task, s *trio.CancelScope) error {
		s.Cancel()
		expect(t, "cancelled", math.Inf(-1), trio.CurrentEffectiveDeadline(tk))
		return nil
	})
	expect(t, "error", "", text(err))
}

// TestTheCheckpointSeesTheDeadline: a deadline that has passed is in effect at
// the checkpoint of the same pass, but not for a look that lets nobody run.
func TestTheCheckpointSeesTheDeadline(t *testing.T) {
	clock := trio.NewMockClock()
	err := try(func(tk *trio.Task) error {
		return trio.MoveOnAfter(tk, time.Second, func(*trio.CancelScope) error {
			if err := clock.Jump(2); err != nil {
				return err
			}
			expect(t, "a look", "none", tree(trio.CheckpointIfCancelled(tk)))
			expect(t, "a checkpoint", "Cancelled", tree(trio.Checkpoint(tk)))
			return nil
		})
	}, trio.WithClock(clock))
	expect(t, "error", "", text(err))
}

func TestManyScopes(t *testing.T) {
	err := try(func(tk *trio.Task) error {
		var nest func(n int) error
		outer := trio.Scope()
		nest = func(n int) error {
			if n == 0 {
				outer.Cancel()
				return trio.Checkpoint(tk)
			}
			return trio.Scope().Do(tk, func() error { return nest(n - 1) })
		}
		if err := outer.Do(tk, func() error { return nest(5000) }); err != nil {
			return err
		}
		s := trio.Scope()
		return s.Do(tk, func() error {
			for i := range 2000 {
				if err := s.SetDeadline(float64(2000 - i)); err != nil {
					return err
				}
			}
			err := trio.SleepForever(tk)
			expect(t, "the last one holds", 1.0, trio.CurrentTime(tk))
			return err
		})
	})
	expect(t, "error", "", text(err))
}

func TestTimeouts(t *testing.T) {
	for _, profile := range []string{"newest", "0.22"} {
		t.Run(profile, func(t *testing.T) {
			p, _ := trio.ProfileOf(profile)
			err := try(func(tk *trio.Task) error {
				expect(t, "move on", "none", tree(trio.MoveOnAfter(tk, time.Second, func(*trio.CancelScope) error { return trio.SleepForever(tk) })))
				expect(t, "fail", "TooSlowError(TooSlowError)",
					tree(trio.FailAfter(tk, time.Second, func(*trio.CancelScope) error { return trio.SleepForever(tk) })))
				expect(t, "fail at", "TooSlowError(TooSlowError)",
					tree(trio.FailAt(tk, 3, func(*trio.CancelScope) error { return trio.SleepForever(tk) })))
				expect(t, "in time", "none", tree(trio.FailAfter(tk, time.Second, func(*trio.CancelScope) error { return trio.Checkpoint(tk) })))
				expect(t, "the time", 3.0, trio.CurrentTime(tk))
				s, err := tk.Runner().MoveOnAfterSeconds(5)
				if err != nil {
					return err
				}
				if err := trio.Sleep(tk, 2*time.Second); err != nil {
					return err
				}
				err = s.Do(tk, func() error { return trio.SleepForever(tk) })
				want := 10.0 // from entering
				if profile == "0.22" {
					want = 8 // from making
				}
				expect(t, "where a timeout counts from", want, trio.CurrentTime(tk))
				return err
			}, trio.WithProfile(p))
			expect(t, "error", "", text(err))
		})
	}
	// A scope outside that fires is not the timeout's own.
	s, err := within(func(tk *trio.Task, s *trio.CancelScope) error {
		s.Cancel()
		return trio.FailAfter(tk, time.Second, func(*trio.CancelScope) error { return trio.Checkpoint(tk) })
	})
	expect(t, "error", "", text(err))
	expect(t, "caught", true, s.CancelledCaught())
}
