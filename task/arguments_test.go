package task_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/profile"
	"asyncio/task"
)

func TestUntypedArguments(t *testing.T) {
	for _, python := range []string{"3.12", "3.13"} {
		p, err := profile.Get(python)
		if err != nil {
			t.Fatal(err)
		}
		state := process.NewSimulated()
		state.Profile = p
		l, err := task.NewLoop(loop.Config{State: state})
		if err != nil {
			t.Fatal(err)
		}
		f := future.New(l)
		c := task.NewCoro(l, func(*task.Co) (any, error) { return nil, nil }, 0)
		gathered, err := task.Gather(l, []any{f}, false)
		if err != nil {
			t.Fatal(err)
		}
		single := map[string]string{"3.12": "expect an iterable of futures", "3.13": "expects an iterable of awaitables"}[python]
		text := func(err error) string { return exceptions.Repr(err) }
		for _, c := range []struct {
			what               string
			v                  any
			wait, asCompleted  string
			coroutine          string
			members, completed int
		}{
			{"future", f, "TypeError('expect a list of futures, not Future')",
				"TypeError('" + single + ", not Future')", "", 0, 0},
			{"coroutine", c, "TypeError('expect a list of futures, not coroutine')",
				"TypeError('" + single + ", not coroutine')", "None", 0, 0},
			{"gathering", gathered, "TypeError('expect a list of futures, not _GatheringFuture')",
				"TypeError('" + single + ", not _GatheringFuture')", "", 0, 0},
			{"number", 3, `TypeError("'int' object is not iterable")`,
				`TypeError("'int' object is not iterable")`, "TypeError('a coroutine was expected, got 3')", 0, 0},
			{"nothing", nil, "None", `TypeError("'NoneType' object is not iterable")`,
				"TypeError('a coroutine was expected, got None')", 0, 0},
			{"list", []any{f, c}, "None", "None", "", 2, 2},
			{"futures", []future.Awaitable{f}, "None", "None", "", 1, 1},
			{"tasks", []*task.Task{}, "None", "None", "", 0, 0},
		} {
			t.Run(python+"/"+c.what, func(t *testing.T) {
				ms, err := task.WaitMembers(c.v)
				if diff := cmp.Diff([]any{c.wait, c.members}, []any{text(err), len(ms)}); diff != "" {
					t.Errorf("WaitMembers (-want +got):\n%s", diff)
				}
				ms, err = task.AsCompletedMembers(l, c.v)
				if diff := cmp.Diff([]any{c.asCompleted, c.completed}, []any{text(err), len(ms)}); diff != "" {
					t.Errorf("AsCompletedMembers (-want +got):\n%s", diff)
				}
				if c.coroutine == "" {
					return
				}
				_, err = task.CoroutineOf(l, c.v)
				if diff := cmp.Diff(c.coroutine, text(err)); diff != "" {
					t.Errorf("CoroutineOf (-want +got):\n%s", diff)
				}
			})
		}
		if err := c.Close(); err != nil {
			t.Error(err)
		}
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}
}
