package trio_test

import (
	"errors"
	"fmt"
	"math"
	"testing"
	"time"

	"asyncio/trio"
)

func TestMockClock(t *testing.T) {
	c := trio.NewMockClock()
	expect(t, "start", 0.0, c.Now())
	if err := c.Jump(1.5); err != nil {
		t.Fatal(err)
	}
	expect(t, "after a jump", 1.5, c.Now())
	expect(t, "back", "time can't go backwards", text(c.Jump(-1)))
	expect(t, "rate", "rate must be >= 0", text(c.SetRate(-1)))
	expect(t, "a deadline that has passed", 0.0, c.SleepTime(1))
	if c.SleepTime(2) < 1e6 || c.SleepTime(math.Inf(1)) < 1e6 {
		t.Error("a clock that stands still waits too short")
	}
	if err := c.SetRate(1000); err != nil {
		t.Fatal(err)
	}
	if now := c.Now(); now < 1.5 || c.SleepTime(now+1000) > 1 {
		t.Errorf("at a rate of 1000 it shows %v", now)
	}
	before := c.Now()
	if err := c.SetRate(0); err != nil {
		t.Fatal(err)
	}
	if c.Now() < before {
		t.Error("a change of the rate went back")
	}
	expect(t, "and stands", c.Now(), c.Now())
}

func TestAutojump(t *testing.T) {
	err := try(func(tk *trio.Task) error {
		for range 45 {
			if err := trio.Sleep(tk, 10*time.Second); err != nil {
				return err
			}
		}
		expect(t, "the time", 450.0, trio.CurrentTime(tk))
		return nil
	})
	expect(t, "error", "", text(err))
	err = nursery(func(tk *trio.Task, n *trio.Nursery) error {
		for range 3 {
			start(t, n, func(tk *trio.Task) error {
				err := trio.Sleep(tk, 10*time.Second)
				expect(t, "the end of each", 10.0, trio.CurrentTime(tk))
				return err
			})
		}
		return nil
	})
	expect(t, "error", "", text(err))
}

// TestAutojumpThresholdChanges: it acts at once, and a clock that is not the
// run's does no harm.
func TestAutojumpThresholdChanges(t *testing.T) {
	c, other := trio.NewMockClock(), trio.NewMockClock()
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		start(t, n, func(tk *trio.Task) error { return trio.Sleep(tk, time.Hour) })
		if err := trio.WaitAllTasksBlocked(tk); err != nil {
			return err
		}
		other.SetAutojumpThreshold(0)
		if err := trio.WaitAllTasksBlocked(tk); err != nil {
			return err
		}
		expect(t, "the time", 0.0, trio.CurrentTime(tk))
		c.SetAutojumpThreshold(0)
		return nil
	}, trio.WithClock(c))
	expect(t, "error", "", text(err))
	expect(t, "the time in the end", 3600.0, c.Now())
}

// TestWaitAllTasksBlockedComesBeforeTheJump.
func TestWaitAllTasksBlockedComesBeforeTheJump(t *testing.T) {
	for _, cushion := range []float64{0, 0.01} {
		t.Run(fmt.Sprint(cushion), func(t *testing.T) {
			err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
				start(t, n, func(tk *trio.Task) error { return trio.Sleep(tk, time.Hour) })
				_, err := tk.Do(trio.WaitAllTasksBlockedOp(cushion))
				expect(t, "the time", 0.0, trio.CurrentTime(tk))
				return err
			})
			expect(t, "error", "", text(err))
		})
	}
}

func TestWaitAllTasksBlockedByCushion(t *testing.T) {
	var order []string
	err := nursery(func(_ *trio.Task, n *trio.Nursery) error {
		for _, c := range []struct {
			name    string
			cushion float64
		}{{"long", 0.02}, {"short", 0}, {"short too", 0}} {
			start(t, n, func(tk *trio.Task) error {
				_, err := tk.Do(trio.WaitAllTasksBlockedOp(c.cushion))
				order = append(order, c.name)
				return err
			})
		}
		// One that is cancelled leaves.
		start(t, n, func(tk *trio.Task) error {
			return trio.MoveOnAfter(tk, 0, func(*trio.CancelScope) error { return trio.WaitAllTasksBlocked(tk) })
		})
		return nil
	}, trio.WithClock(trio.NewMockClock()))
	expect(t, "error", "", text(err))
	expect(t, "order", []string{"short", "short too", "long"}, order)
}

func TestSystemClock(t *testing.T) {
	c := trio.SystemClock()
	a := c.Now()
	if a < 10_000 || a > 300_000 {
		t.Errorf("it starts at %v", a)
	}
	err := trio.Run(func(tk *trio.Task) error {
		before := trio.CurrentTime(tk)
		if err := trio.Sleep(tk, time.Millisecond); err != nil {
			return err
		}
		if trio.CurrentTime(tk)-before < 0.001 {
			t.Error("it woke early")
		}
		return trio.SleepUntil(tk, before)
	})
	expect(t, "error", "", text(err))
}

func TestSequencer(t *testing.T) {
	var s trio.Sequencer
	var got []int
	err := nursery(func(_ *trio.Task, n *trio.Nursery) error {
		for _, positions := range [][]int{{2, 5}, {0, 4}, {1, 3}} {
			start(t, n, func(tk *trio.Task) error {
				for _, p := range positions {
					if err := s.At(tk, p, func() error { got = append(got, p); return nil }); err != nil {
						return err
					}
				}
				return nil
			})
		}
		return nil
	})
	expect(t, "error", "", text(err))
	expect(t, "order", []int{0, 1, 2, 3, 4, 5}, got)
	err = try(func(tk *trio.Task) error {
		expect(t, "reuse", "Attempted to reuse sequence point 3", text(s.At(tk, 3, nil)))
		var broken trio.Sequencer
		sc := trio.Scope()
		err := sc.Do(tk, func() error {
			sc.Cancel()
			return broken.At(tk, 1, nil)
		})
		expect(t, "cancelled", "Sequencer wait cancelled -- sequence broken", text(err))
		expect(t, "after that", "sequence broken!", text(broken.At(tk, 2, nil)))
		return nil
	})
	expect(t, "error", "", text(err))
}

func TestVirtualTime(t *testing.T) {
	err := trio.Run(func(tk *trio.Task) error {
		before := trio.CurrentTime(tk)
		err := trio.Sleep(tk, time.Hour)
		if took := trio.CurrentTime(tk) - before; took < 3600 || took > 3600.01 {
			t.Errorf("an hour took %v", took)
		}
		return errors.Join(err, trio.Checkpoint(tk))
	}, trio.WithVirtualTime())
	expect(t, "error", "", text(err))
}
