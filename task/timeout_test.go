package task_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/clock"
	"asyncio/exceptions"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/task"
)

// TestDeadlineNoneAndInfinite: only the infinite one reads the clock and keeps
// a timer, which bounds the loop's select.
func TestDeadlineNoneAndInfinite(t *testing.T) {
	for _, c := range []struct {
		when  float64
		reprs []string
		reads int
	}{
		{task.Never, []string{"<Timeout [created]>", "<Timeout [active] when=None>", "<Timeout [finished]>"}, 0},
		{math.Inf(1), []string{"<Timeout [created]>", "<Timeout [active] when=inf>", "<Timeout [finished]>"}, 1},
	} {
		now := clock.NewVirtual(0)
		l, err := task.NewLoop(loop.Config{State: process.NewSimulated(), Clock: now})
		if err != nil {
			t.Fatal(err)
		}
		var reprs []string
		var reads int
		_, err = l.RunCoroutine(task.NewCoro(l, func(co *task.Co) (any, error) {
			limit := task.NewTimeout(l, c.when)
			reprs = append(reprs, limit.String())
			before := now.Peek()
			err := limit.Enter(co)
			reads = int(math.Round((now.Peek() - before) / clock.Creep))
			reprs = append(reprs, limit.String())
			err = limit.Exit(err)
			reprs = append(reprs, limit.String())
			return nil, err
		}, 0))
		if err != nil {
			t.Error(exceptions.Repr(err))
		}
		if diff := cmp.Diff(c.reprs, reprs); diff != "" {
			t.Errorf("reprs (-want +got):\n%s", diff)
		}
		if reads != c.reads {
			t.Errorf("when=%v: the clock was read %d times, want %d", c.when, reads, c.reads)
		}
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}
}
