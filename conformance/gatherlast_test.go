package conformance

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/exceptions"
	"asyncio/profile"
	"asyncio/task"
)

// The children of a gather with return_exceptions that is cancelled with the
// message "m": one that is cancelled, one that returns, at once or after a
// while, and one that raises a CancelledError of its own.
func (s *stage) lastChild(kind string) func(co *task.Co) (any, error) {
	return func(co *task.Co) (any, error) {
		err := sleep(co, 10)
		switch {
		case !exceptions.IsCancelled(err) || kind == "cancelled":
			return nil, err
		case kind == "own":
			return nil, exceptions.During(exceptions.NewCancelled("own"), err)
		case kind == "late":
			return nil, sleep(co, 1)
		}
		return "returned", nil
	}
}

// TestGatherCancelledLastChild holds what CPython 3.8 to 3.13 printed: the
// error is that of the last argument, in whatever order the children end.
func TestGatherCancelledLastChild(t *testing.T) {
	const fresh = "CancelledError() None"
	cases := map[string]map[string]string{ // children: from this version on
		"returns cancelled": {"3.8": fresh, "3.9": "CancelledError() CancelledError('m')", "3.11": "CancelledError('m') None"},
		"cancelled returns": {"3.8": fresh},
		"late cancelled":    {"3.8": fresh, "3.9": "CancelledError() CancelledError('m')", "3.11": "CancelledError('m') None"},
		"cancelled late":    {"3.8": fresh},
		"returns own":       {"3.8": fresh, "3.9": "CancelledError() CancelledError('own')", "3.11": "CancelledError('own') CancelledError('m')"},
		"own returns":       {"3.8": fresh},
		"late own":          {"3.8": fresh, "3.9": "CancelledError() CancelledError('own')", "3.11": "CancelledError('own') CancelledError('m')"},
		"returns returns":   {"3.8": fresh},
	}
	for children, byVersion := range cases {
		want := ""
		for _, python := range profile.Names() {
			if w, ok := byVersion[python]; ok {
				want = w
			}
			got := newStage(t, python).play(scenario{async: func(s *stage, co *task.Co) (any, error) {
				var aws []any
				for _, kind := range strings.Fields(children) {
					aws = append(aws, s.coro(s.lastChild(kind)))
				}
				f, err := task.Gather(s.loop, aws, true)
				s.must(err)
				s.must(sleep(co, 1))
				_, err = f.TryCancel("m")
				s.must(err)
				_, err = co.Await(f)
				e, ok := err.(*exceptions.Error)
				if !ok {
					return nil, err
				}
				s.lines = append(s.lines, exceptions.Repr(e)+" "+exceptions.Repr(e.Context))
				return nil, nil
			}})
			if diff := cmp.Diff(want, got[0]); diff != "" {
				t.Errorf("%s under %s: CPython (-) and this loop (+) differ:\n%s", children, python, diff)
			}
		}
	}
}

// TestGatherOfWhatHasNoHash refuses it as Python does, without a panic.
func TestGatherOfWhatHasNoHash(t *testing.T) {
	newStage(t, "3.13").play(scenario{async: func(s *stage, co *task.Co) (any, error) {
		_, err := task.Gather(s.loop, []any{[]any{1}}, false)
		if diff := cmp.Diff("TypeError", exceptions.TypeName(err)); diff != "" {
			t.Error(diff)
		}
		return nil, nil
	}})
}
