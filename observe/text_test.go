package observe

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type label string

func (l label) Label() string { return string(l) }

func TestText(t *testing.T) {
	var b strings.Builder
	text := NewText(&b)
	for _, e := range []Event{
		{Kind: IterationBegin, Tick: 1, Time: 100, N: 2},
		{Kind: SelectBegin, Time: 100, Value: 0},
		{Kind: SelectBegin, Time: 100, Value: 1.5},
		{Kind: SelectBegin, Time: 100, Value: -1},
		{Kind: SelectEnd, Time: 100, N: 1},
		{Kind: HandleScheduled, Time: 100, ID: 1, Label: label("<Handle a()>")},
		{Kind: TimerScheduled, Time: 100, ID: 2, Value: 102.25, Label: label("<TimerHandle>")},
		{Kind: HandleBegin, Time: 100, ID: 1},
		{Kind: HandleEnd, Time: 100, ID: 1},
		{Kind: TaskCreated, Time: 100, ID: 3, Label: label("<Task>")},
		{Kind: TaskStep, Time: 100, ID: 3},
		{Kind: TaskStep, Time: 100, ID: 3, N: 1},
		{Kind: TaskBlocked, Time: 100, ID: 3, Other: 4},
		{Kind: TaskBlocked, Time: 100, ID: 3},
		{Kind: FutureDone, Time: 100, ID: 4, N: 1},
		{Kind: TaskWoken, Time: 100, ID: 3, Other: 4},
		{Kind: TaskCancel, Time: 100, ID: 3, Other: 5},
		{Kind: TaskCancel, Time: 100, ID: 3},
		{Kind: TaskDone, Time: 100, ID: 3, N: 3},
		{Kind: TaskDone, Time: 100, ID: 5, N: 2},
		{Kind: SignalWritten, Time: 100, N: 2, Value: 1, Label: label("SIGINT")},
		{Kind: SignalWritten, Time: 100, N: 2},
		{Kind: SignalRead, Time: 100, N: 2},
		{Kind: SignalDispatched, Time: 100, N: 2, ID: 6},
		{Kind: SignalDispatched, Time: 100, N: 15},
		{Kind: TimerDue, Time: 100, ID: 2},
		{Kind: TimerCancelled, Time: 100, ID: 7},
		{Kind: TimerDropped, Time: 100, ID: 7},
		{Kind: HandleSkipped, Time: 100, ID: 8},
		{Kind: Printed, Label: Words("hi\n")},
		{Kind: IterationEnd, Time: 100},
		{Kind: IterationBegin, Tick: 2, Time: 101.5},
	} {
		text.Observe(e)
	}
	want := `tick 1 at 0.000000s: 2 ready
  select(timeout 0.000000s)
  select(timeout 1.500000s)
  select(timeout none)
  select returned 1
    queued #1 <Handle a()>
    timer #2 at 2.250000s <TimerHandle>
  run #1
    created t3 <Task>
    step t3
    step t3 with an exception
    t3 waits for f4
    t3 yields
    future f4 has a result
    t3 woken by f4
    t3 cancel requested by t5
    t3 cancel requested
    t3 is cancelled
    t5 has an exception
  signal 2 SIGINT: marked, byte written to the self-pipe
  signal 2: marked
    signal 2: byte read from the self-pipe
    signal 2: handler queued as #6
    signal 15: no handler
    timer #7 cancelled
  cancelled timer #7 dropped
  cancelled #8 skipped
    printed "hi\n"
tick 2 at 1.500000s: 0 ready
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

func TestKindNames(t *testing.T) {
	seen := map[string]bool{}
	for k := IterationBegin; k <= Printed; k++ {
		name := k.String()
		if name == "" || seen[name] || strings.HasPrefix(name, "Kind(") {
			t.Errorf("kind %d is called %q", k, name)
		}
		seen[name] = true
	}
	if got := (Printed + 1).String(); got != "Kind(23)" {
		t.Error(got)
	}
}

func TestFunc(t *testing.T) {
	var got Event
	var o Observer = Func(func(e Event) { got = e })
	o.Observe(Event{Kind: TaskDone, ID: 7})
	if got.ID != 7 {
		t.Error(got)
	}
}
