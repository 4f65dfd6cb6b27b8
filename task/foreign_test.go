package task_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/clock"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/profile"
	"asyncio/task"
)

// TestFuturesOfAnotherLoop follows what CPython 3.8 to 3.13 do with them; only
// calls that do not wait for the other loop are made.
func TestFuturesOfAnotherLoop(t *testing.T) {
	const refused = "ValueError('The future belongs to a different loop than the one specified as the loop argument')"
	wrapping := map[string]bool{"3.8": true, "3.9": true, "3.10": true}
	for _, python := range profile.Names() {
		t.Run(python, func(t *testing.T) {
			p, err := profile.Get(python)
			if err != nil {
				t.Fatal(err)
			}
			state := process.NewSimulated()
			state.Profile = p
			var loops [2]*loop.Loop
			for i := range loops {
				if loops[i], err = task.NewLoop(loop.Config{State: state, Clock: clock.NewVirtual(0)}); err != nil {
					t.Fatal(err)
				}
				defer loops[i].Close()
			}
			l, other := loops[0], loops[1]
			foreign := future.New(other)
			done := future.New(other)
			if err := done.SetResult(1); err != nil {
				t.Fatal(err)
			}
			inTask := func(fn func(co *task.Co) error) string {
				_, err := l.RunCoroutine(task.NewCoro(l, func(co *task.Co) (any, error) { return nil, fn(co) }, 0))
				return exceptions.Repr(err)
			}
			gathered := func(aws ...any) string {
				f, err := task.Gather(l, aws, false)
				if err == nil && f.Loop() == future.Loop(other) {
					return "of the other loop"
				}
				return exceptions.Repr(err)
			}
			got := map[string]string{
				"gather mine, foreign": gathered(future.New(l), foreign),
				"gather foreign, mine": gathered(foreign, future.New(l)),
				"gather foreign":       gathered(foreign),
			}
			shielded, err := task.Shield(l, foreign)
			if err != nil || shielded.Loop() != future.Loop(other) {
				t.Errorf("shield gave %v, %v", shielded, err)
			}
			got["as_completed"] = inTask(func(co *task.Co) error {
				c, err := task.AsCompleted(l, []any{done}, task.NoTimeout)
				if err == nil {
					_, err = c.More()
				}
				return err
			})
			got["wait_for with no time left"] = inTask(func(co *task.Co) error {
				_, err := task.WaitFor(co, done, 0)
				return err
			})
			got["wait"] = inTask(func(co *task.Co) error {
				_, _, err := task.Wait(co, []any{foreign}, 1, task.AllCompleted)
				return err
			})
			want := map[string]string{
				"gather mine, foreign": refused, "gather foreign, mine": refused,
				"gather foreign": "of the other loop", "as_completed": refused,
				"wait_for with no time left": "None", "wait": "None",
			}
			if wrapping[python] {
				want["wait"] = refused
			}
			if p.WaitFor != profile.WaitForInTimeout {
				want["wait_for with no time left"] = refused
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
