package trio_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"asyncio/exceptions"
	"asyncio/process"
	"asyncio/signalsafe"
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

func TestTasksTakeTurns(t *testing.T) {
	var got []string
	loop := func(name string) func(*trio.Task) error {
		return func(t *trio.Task) error {
			for i := range 3 {
				got = append(got, fmt.Sprint(name, i))
				if err := trio.Checkpoint(t); err != nil {
					return err
				}
			}
			return nil
		}
	}
	err := try(func(t *trio.Task) error {
		return trio.OpenNursery(t, func(n *trio.Nursery) error {
			return errors.Join(n.StartSoon(loop("a")), n.StartSoon(loop("b")))
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"a0", "b0", "a1", "b1", "a2", "b2"}, got); diff != "" {
		t.Error(diff)
	}
}

// shielded is the seed's demo: it gives its lines.
func shielded(opts ...trio.Option) (lines []string, err error) {
	work := func(n int) func(*trio.Task) error {
		return func(t *trio.Task) error {
			lines = append(lines, fmt.Sprintf("[%d] start", n))
			err := trio.Sleep(t, 10*time.Second)
			if errors.Is(err, trio.ErrCancelled) {
				lines = append(lines, fmt.Sprintf("[%d] canceled", n))
			}
			if err == nil {
				lines = append(lines, fmt.Sprintf("[%d] done", n))
			}
			return err
		}
	}
	err = trio.Run(func(t *trio.Task) error {
		err := trio.OpenNursery(t, func(n *trio.Nursery) error {
			_ = n.StartSoonNamed("shielded", func(t *trio.Task) error {
				return trio.OpenNursery(t, func(n *trio.Nursery) error {
					n.Scope().SetShield(true)
					for i := range 3 {
						_ = n.StartSoon(work(i))
					}
					return nil
				})
			})
			for i := range 3 {
				_ = n.StartSoon(work(i + 3))
			}
			return nil
		})
		return err
	}, opts...)
	return lines, err
}

func TestShieldedTasksOutliveCtrlC(t *testing.T) {
	lines, err := shielded(trio.WithState(process.NewSimulated()), trio.WithVirtualTime(), trio.WithStrictGroups(false),
		trio.WithSignalAt(signalsafe.SIGINT, 2*time.Second))
	if exceptions.KindOf(err) != exceptions.KeyboardInterrupt {
		t.Errorf("got %v, want KeyboardInterrupt", err)
	}
	slices.Sort(lines)
	want := []string{"[0] done", "[0] start", "[1] done", "[1] start", "[2] done", "[2] start",
		"[3] canceled", "[3] start", "[4] canceled", "[4] start", "[5] canceled", "[5] start"}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Error(diff)
	}
}
