package trio_test

import (
	"testing"

	"asyncio/exceptions"
	"asyncio/trio"
)

// TestDetach: the task ends with what was given, its coroutine goes on for
// whoever resumes it.
func TestDetach(t *testing.T) {
	for name, end := range map[string]error{"with a value": nil, "with an error": exceptions.ValueError("final")} {
		t.Run(name, func(t *testing.T) {
			var left *trio.Task
			went := false
			err := try(func(tk *trio.Task) error {
				err := trio.OpenNursery(tk, func(n *trio.Nursery) error {
					return n.StartSoon(func(tk *trio.Task) error {
						left = tk
						_, err := tk.Do(trio.DetachOp(nil, end))
						expect(t, "the detaching", "", text(err))
						went = true
						return nil
					})
				})
				expect(t, "went on in the run", false, went)
				step := left.Coroutine().Send()
				expect(t, "ended", true, step.Done)
				return err
			})
			want := "none"
			if end != nil {
				want = "[ValueError(final)]"
			}
			expect(t, "what the nursery raises", want, tree(err))
			expect(t, "went on elsewhere", true, went)
		})
	}
}

func TestDetachWithANursery(t *testing.T) {
	err := nursery(func(tk *trio.Task, _ *trio.Nursery) error {
		_, err := tk.Do(trio.DetachOp(nil, nil))
		expect(t, "error", "can't permanently detach a coroutine object with open nurseries", text(err))
		return nil
	})
	expect(t, "error", "", text(err))
}
