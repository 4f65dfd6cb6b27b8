package trio_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"time"

	"asyncio/clock"
	"asyncio/process"
	"asyncio/trace"
	words "asyncio/trace/text"
	"asyncio/trio"
)

// recorded runs a program with nurseries and scopes and gives what was recorded.
func recorded(t *testing.T) *trace.Recording {
	t.Helper()
	r := trace.NewRecorder(trace.Header{System: "trio", Start: clock.Start})
	named := func(n *trio.Nursery, name string, fn func(*trio.Task) error) {
		if err := n.StartSoonNamed(name, fn); err != nil {
			t.Error(err)
		}
	}
	main := trio.SpawnConfig{Name: "main"}
	_, err := trio.RunCoroutine(func(r *trio.Runner) (trio.SpawnConfig, error) {
		main.Coroutine = r.GoCoroutine(func(tk *trio.Task) (any, error) {
			return nil, trio.OpenNursery(tk, func(outer *trio.Nursery) error {
				named(outer, "kept", func(tk *trio.Task) error {
					return trio.OpenNursery(tk, func(n *trio.Nursery) error {
						n.Scope().SetShield(true)
						named(n, "inner", func(tk *trio.Task) error { return trio.Sleep(tk, 5*time.Second) })
						return nil
					})
				})
				named(outer, "waiter", (&trio.Event{}).Wait)
				return trio.MoveOnAfter(tk, 2*time.Second, func(*trio.CancelScope) error {
					err := trio.Sleep(tk, time.Second)
					outer.Scope().CancelFor("enough", nil)
					return err
				})
			})
		})
		return main, nil
	}, trio.WithState(process.NewSimulated()), trio.WithVirtualTime(), trio.WithObserver(r))
	if err != nil {
		t.Fatal(err)
	}
	return r.Recording(0)
}

// places are the functions of the recorded coroutines, which are this file's.
var places = regexp.MustCompile(` trace_test\.go:\d+`)

func TestTrace(t *testing.T) {
	r := recorded(t)
	var tree bytes.Buffer
	at := 0
	for i, e := range r.Events { // just before the cancellation
		if e.Kind == trace.Fired && e.Reason == "explicit" {
			at = i
		}
	}
	if err := words.Tree(&tree, r.At(at)); err != nil {
		t.Fatal(err)
	}
	got := regexp.MustCompile(`(?m)^.* recorded\.func.*\n|^.*Wait.*\n`).ReplaceAllString(places.ReplaceAllString(tree.String(), ""), "")
	for _, want := range []string{"(T) <init>", "(N) nursery (shielded)", "(T) inner", "(T) waiter", "(S) scope (deadline 2.0"} {
		if !strings.Contains(got, want) {
			t.Errorf("the tree has no %q:\n%s", want, got)
		}
	}
	var told bytes.Buffer
	teller := words.NewTeller()
	for i := range r.Events {
		line := teller.Tell(&r.Events[i])
		told.WriteString(line.Verb + " " + line.Text + "\n")
	}
	for _, want := range []string{"waits for Event.wait", "waits for sleep", "waits for nursery", "cancels scope s10: explicit",
		"changes scope s16 (shielded)", "creates inner", "ends waiter: cancelled", "ends main: result", "closes nursery n11"} {
		if !strings.Contains(told.String(), want) {
			t.Errorf("nothing tells %q:\n%s", want, told.String())
		}
	}
	if end := r.At(len(r.Events)); len(end.Scopes) != 0 || len(end.Nurseries) != 0 {
		t.Errorf("left over: %v, %v", end.Scopes, end.Nurseries)
	}
}
