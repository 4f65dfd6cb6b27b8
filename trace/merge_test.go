package trace_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"asyncio/trace"
)

// TestMerge: however what follows from several causes is spread over the
// iterations, the merged runs are the same.
func TestMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var want []trace.Iteration
		var chains [][]trace.Call
		for n := range rapid.IntRange(1, 5).Draw(t, "causes") {
			chain := []trace.Call{{Label: "_set_result_unless_cancelled"}}
			for k := range rapid.IntRange(0, 4).Draw(t, "length") {
				label := fmt.Sprintf("Task-%d step %d", n, k)
				chain[k].Did = []string{"prints \"x\"", "queues " + label}
				chain = append(chain, trace.Call{Label: label})
			}
			chains = append(chains, chain)
			want = append(want, trace.Iteration{Calls: chain})
		}
		spread := func() []trace.Iteration {
			at := make([]int, len(chains)) // how far each is
			var its []trace.Iteration
			for begun := 0; ; {
				it := trace.Iteration{}
				if rapid.Bool().Draw(t, "a wake-up") {
					it.Before = []string{"queues BaseSelectorEventLoop._read_from_self"}
					it.Calls = append(it.Calls, trace.Call{Label: "BaseSelectorEventLoop._read_from_self"})
				}
				for n := range begun { // one round of each that has begun
					if at[n] < len(chains[n]) {
						it.Calls = append(it.Calls, chains[n][at[n]])
						at[n]++
					}
				}
				for begun < len(chains) && rapid.Bool().Draw(t, "begins") {
					it.Calls = append(it.Calls, chains[begun][0])
					at[begun]++
					begun++
				}
				its = append(its, it)
				left := false
				for n, c := range chains {
					left = left || at[n] < len(c)
				}
				if !left {
					return its
				}
			}
		}
		if diff := cmp.Diff(text(t, want), text(t, trace.Merge(spread()))); diff != "" {
			t.Fatal(diff)
		}
	})
}

// text gives what the iterations do, without their numbers and times.
func text(t *rapid.T, its []trace.Iteration) string {
	var b strings.Builder
	for i := range its {
		its[i].Tick, its[i].Time = 0, 0
	}
	if err := trace.WriteIterations(&b, its); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestMergeBetweenRuns: what happens between two runs of a loop stands alone,
// and another loop's callbacks are its own.
func TestMergeBetweenRuns(t *testing.T) {
	got := trace.Merge([]trace.Iteration{
		{Loop: 1, Tick: 1, Before: []string{"makes Task-1"}, Calls: []trace.Call{{Label: "a", Did: []string{"queues b"}}}},
		{Loop: 2, Tick: 1, Calls: []trace.Call{{Label: "b"}}},
		{Loop: 1, Tick: 2},
		{Loop: 1, Tick: 3, Before: []string{"prints \"x\""}, Calls: []trace.Call{{Label: "b"}, {Label: "c"}}},
	})
	want := []trace.Iteration{
		{Loop: 1, Tick: 1, Before: []string{"makes Task-1"}},
		{Loop: 1, Tick: 1, Calls: []trace.Call{{Label: "a", Did: []string{"queues b"}}, {Label: "b"}}},
		{Loop: 2, Tick: 1, Calls: []trace.Call{{Label: "b"}}},
		{Loop: 1, Tick: 3, Before: []string{"prints \"x\""}},
		{Loop: 1, Tick: 3, Calls: []trace.Call{{Label: "c"}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
