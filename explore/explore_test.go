package explore_test

import (
	"context"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"asyncio/explore"
	"asyncio/script"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("runtime.handleEvent"))
}

// queueing prints the order in which the tasks of a set get a lock once they
// are cancelled.
const queueing = "testdata/queueing.py"

// crossing takes two locks in both orders; whether the tasks meet depends on
// which of them is woken first.
const crossing = "testdata/crossing.py"

func loaded(t testing.TB, file string) *script.Program {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return compiled(t, string(text))
}

func compiled(t testing.TB, text string) *script.Program {
	t.Helper()
	p, err := script.Compile([]byte(text), "program.py")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestOutcomes: every order of three tasks is found, and each is replayed by
// its seed, a hundred times alike.
func TestOutcomes(t *testing.T) {
	p := loaded(t, queueing)
	outcomes, err := explore.Run(t.Context(), p, explore.Options{Seeds: 120})
	if err != nil {
		t.Fatal(err)
	}
	var printed []string
	for i, o := range outcomes {
		printed = append(printed, strings.TrimSpace(o.Stdout))
		if o.End != "exit status 0" {
			t.Errorf("%q ended with %s", o.Stdout, o.End)
		}
		if (o.Parts == nil) != (i == 0) {
			t.Errorf("outcome %d parts from the first at %+v", i, o.Parts)
		}
		if o.Parts != nil && o.Parts.Tick() != 2 { // where main cancels the tasks
			t.Errorf("outcome %d parts in tick %d: %s", i, o.Parts.Tick(), o.Parts.Words)
		}
		var all sync.WaitGroup
		for range runtime.NumCPU() {
			all.Go(func() {
				for range (replays + runtime.NumCPU() - 1) / runtime.NumCPU() {
					again, _ := explore.Replay(t.Context(), p, explore.Options{}, o.Seed())
					if again.Stdout != o.Stdout || again.End != o.End {
						t.Errorf("seed %d: %q, then %q", o.Seed(), o.Stdout, again.Stdout)
						return
					}
				}
			})
		}
		all.Wait()
	}
	slices.Sort(printed)
	if diff := cmp.Diff([]string{"abc", "acb", "bac", "bca", "cab", "cba"}, printed); diff != "" {
		t.Error(diff)
	}
}

// TestDeadlock: the runs that can never go on say who waits.
func TestDeadlock(t *testing.T) {
	outcomes, err := explore.Run(t.Context(), loaded(t, crossing), explore.Options{Seeds: 40})
	if err != nil {
		t.Fatal(err)
	}
	var went, stuck int
	for _, o := range outcomes {
		switch {
		case o.Deadlock != nil:
			stuck += len(o.Seeds)
			if !strings.Contains(o.End, "Task-2 waits for") || !strings.Contains(o.End, "Task-3 waits for") {
				t.Error(o.End)
			}
		case o.Stdout == "both went through\n":
			went += len(o.Seeds)
		default:
			t.Errorf("%q, %s", o.Stdout, o.End)
		}
	}
	if went == 0 || stuck == 0 || went+stuck != 40 {
		t.Errorf("%d went through, %d got stuck", went, stuck)
	}
	var b strings.Builder
	if err := explore.Report(&b, outcomes, true); err != nil || !strings.Contains(b.String(), "deadlock: nothing can ever happen again") || strings.Contains(b.String(), "went through") {
		t.Errorf("%v\n%s", err, b.String())
	}
}

// TestLeaving: a program that ends its process ends its own run only.
func TestLeaving(t *testing.T) {
	p := compiled(t, "import os\nprint('before', flush=True)\nos._exit(7)\n")
	o := explore.Options{Seeds: 3, Script: script.Options{Grants: script.AllGrants()}}
	outcomes, err := explore.Run(t.Context(), p, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(outcomes) != 1 || outcomes[0].End != "exit status 7" || outcomes[0].Stdout != "before\n" {
		t.Errorf("%+v", outcomes[0])
	}
}

// TestStopped: exploring ends with its context.
func TestStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := explore.Run(ctx, compiled(t, "while True: pass\n"), explore.Options{Seeds: 2}); err == nil {
		t.Error("no error")
	}
}
