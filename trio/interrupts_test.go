package trio_test

import (
	"errors"
	"testing"
	"time"

	"asyncio/exceptions"
	"asyncio/process"
	"asyncio/signalsafe"
	"asyncio/trio"
)

// interrupt sends the run SIGINT, as from outside.
func interrupt(t *trio.Task) error {
	if err := t.Runner().State().Signals.Raise(signalsafe.SIGINT); err != nil {
		return err
	}
	return t.Runner().CheckSignals()
}

const ki = "KeyboardInterrupt(KeyboardInterrupt)"

// unprotected has the code of regular tasks interrupted in place, as an
// interpreter does.
func unprotected(on *bool) trio.Option { return trio.WithUnprotected(func() bool { return *on }) }

func TestInterruptInPlace(t *testing.T) {
	on := true
	var sibling error
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		start(t, n,
			func(tk *trio.Task) error { sibling = trio.SleepForever(tk); return sibling },
			func(tk *trio.Task) error { err := interrupt(tk); expect(t, "in place", ki, tree(err)); return err })
		return trio.SleepForever(tk)
	}, unprotected(&on))
	expect(t, "error", "["+ki+"]", tree(err))
	expect(t, "sibling", "Cancelled", tree(sibling))
}

// TestInterruptGoesToMain: the code that runs is protected, main is in the end
// of its nursery.
func TestInterruptGoesToMain(t *testing.T) {
	for name, opts := range map[string][]trio.Option{
		"Go code": nil, "restricted": {trio.WithUnprotected(func() bool { return true }), trio.WithRestrictedInterrupts(true)},
	} {
		t.Run(name, func(t *testing.T) {
			var end float64
			err := nursery(func(_ *trio.Task, n *trio.Nursery) error {
				start(t, n, func(tk *trio.Task) error {
					expect(t, "in place", "none", tree(interrupt(tk)))
					err := trio.Sleep(tk, time.Second)
					end = trio.CurrentTime(tk)
					return err
				}, func(tk *trio.Task) error {
					s := trio.Scope()
					s.SetShield(true)
					return s.Do(tk, func() error { return trio.Sleep(tk, 4*time.Second) })
				})
				return nil
			}, opts...)
			expect(t, "error", "["+ki+"]", tree(err))
			expect(t, "the child is cancelled at once", 0.0, end)
		})
	}
}

func TestInterruptWhenNothingIsLeft(t *testing.T) {
	sad := exceptions.ValueError("sad")
	cases := map[string]func(tk *trio.Task) error{
		"just before main ends": interrupt,
		"and main fails":        func(tk *trio.Task) error { return errors.Join(interrupt(tk), sad) },
		"during the shutdown": func(tk *trio.Task) error {
			_, err := tk.Runner().SpawnSystem(func(tk *trio.Task) error {
				err := trio.SleepForever(tk)
				return errors.Join(interrupt(tk), err)
			})
			return errors.Join(err, trio.Checkpoint(tk))
		},
	}
	for name, main := range cases {
		t.Run(name, func(t *testing.T) {
			err := try(main)
			expect(t, "error", ki, tree(err))
			var e *exceptions.Error
			if name == "and main fails" && (!errors.As(err, &e) || !errors.Is(e.Context, sad)) {
				t.Errorf("the context is %v", e.Context)
			}
		})
	}
	t.Run("before main exists", func(t *testing.T) {
		state := process.NewSimulated()
		spy := &trio.Instrument{BeforeRun: func() error { return state.Signals.Raise(signalsafe.SIGINT) }}
		_, err := trio.RunValue(func(tk *trio.Task) (string, error) {
			err := trio.Checkpoint(tk)
			expect(t, "main's checkpoint", ki, tree(err))
			return "", err
		}, trio.WithState(state), trio.WithInstruments(spy))
		expect(t, "error", ki, tree(err))
	})
}

func TestInterruptAtCheckpoints(t *testing.T) {
	cases := map[string]func(tk *trio.Task) error{
		"checkpoint":              trio.Checkpoint,
		"checkpoint_if_cancelled": trio.CheckpointIfCancelled,
		"sleep":                   func(tk *trio.Task) error { return trio.Sleep(tk, time.Second) },
	}
	for name, wait := range cases {
		t.Run(name, func(t *testing.T) {
			err := try(func(tk *trio.Task) error {
				if err := errors.Join(interrupt(tk), interrupt(tk)); err != nil {
					return err
				}
				expect(t, "a checkpoint that cannot be interrupted", "none", tree(trio.CancelShieldedCheckpoint(tk)))
				expect(t, "the next", ki, tree(wait(tk)))
				expect(t, "several count as one", "none", tree(wait(tk)))
				return nil
			})
			expect(t, "error", "", text(err))
		})
	}
}

// TestInterruptStandsOutsideScopes: no shield keeps it out, and it comes before
// a Cancelled, which comes again.
func TestInterruptStandsOutsideScopes(t *testing.T) {
	s, err := within(func(tk *trio.Task, s *trio.CancelScope) error {
		s.SetShield(true)
		if err := interrupt(tk); err != nil {
			return err
		}
		s.Cancel()
		expect(t, "first", ki, tree(trio.Checkpoint(tk)))
		err := trio.Checkpoint(tk)
		expect(t, "then", "Cancelled", tree(err))
		return err
	})
	expect(t, "error", "", text(err))
	expect(t, "caught", true, s.CancelledCaught())
}

// TestInterruptOfARefusingMain: an abort function that refuses, and one that
// takes its time.
func TestInterruptOfARefusingMain(t *testing.T) {
	for name, slow := range map[string]bool{"refuses": false, "is slow": true} {
		t.Run(name, func(t *testing.T) {
			calls := 0
			var raise trio.RaiseCancel
			err := try(func(tk *trio.Task) error {
				_, err := tk.Runner().SpawnSystem(func(sys *trio.Task) error {
					if err := trio.WaitAllTasksBlocked(sys); err != nil {
						return err
					}
					for range 2 {
						if err := interrupt(sys); err != nil {
							return err
						}
					}
					if err := trio.WaitAllTasksBlocked(sys); err != nil {
						return err
					}
					var err error
					if slow {
						err = raise()
					}
					sys.Runner().Reschedule(tk, nil, err)
					return nil
				})
				if err != nil {
					return err
				}
				_, err = trio.WaitTaskRescheduled(tk, func(r trio.RaiseCancel) trio.Abort {
					calls++
					raise = r
					return trio.AbortFailed
				})
				want := "none"
				if slow {
					want = ki
				}
				expect(t, "the wait", want, tree(err))
				return trio.Checkpoint(tk)
			})
			expect(t, "abort calls", 1, calls)
			want := ki
			if slow {
				want = "none"
			}
			expect(t, "error", want, tree(err))
		})
	}
}

func TestOwnHandlerStays(t *testing.T) {
	state := process.NewSimulated()
	got := 0
	own := signalsafe.Func(func(signalsafe.Signal) error { got++; return nil }, nil)
	if _, err := state.Signals.SetHandler(signalsafe.SIGINT, own); err != nil {
		t.Fatal(err)
	}
	err := trio.Run(func(tk *trio.Task) error {
		return errors.Join(interrupt(tk), trio.Checkpoint(tk))
	}, trio.WithState(state))
	expect(t, "error", "", text(err))
	expect(t, "calls", 1, got)
	expect(t, "still there", true, state.Signals.Handler(signalsafe.SIGINT).Same(own))
}

func TestHandlerIsTakenBack(t *testing.T) {
	state := process.NewSimulated()
	if err := trio.Run(namedTask, trio.WithState(state)); err != nil {
		t.Fatal(err)
	}
	expect(t, "after", signalsafe.KindDefaultInt, state.Signals.Handler(signalsafe.SIGINT).Kind())
	changed := signalsafe.Ignore()
	err := trio.Run(func(*trio.Task) error {
		_, err := state.Signals.SetHandler(signalsafe.SIGINT, changed)
		return err
	}, trio.WithState(state))
	expect(t, "error", "", text(err))
	expect(t, "what the program set", signalsafe.KindIgnore, state.Signals.Handler(signalsafe.SIGINT).Kind())
}
