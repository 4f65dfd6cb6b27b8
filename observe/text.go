package observe

import (
	"fmt"
	"io"
	"strconv"
)

// Text is an Observer that writes one line an event, as `aio demo --trace`
// shows it. Times are printed relative to the first event.
type Text struct {
	w     io.Writer
	start float64
	begun bool
}

// NewText makes an observer that writes to w.
func NewText(w io.Writer) *Text { return &Text{w: w} }

// Observe implements Observer.
func (t *Text) Observe(e Event) {
	if !t.begun {
		t.begun, t.start = true, e.Time
	}
	label := ""
	if e.Label != nil {
		label = " " + e.Label.Label()
	}
	switch e.Kind {
	case IterationBegin:
		fmt.Fprintf(t.w, "tick %d at %.6fs: %d ready\n", e.Tick, e.Time-t.start, e.N)
	case SelectBegin:
		timeout := "none"
		if e.Value >= 0 {
			timeout = strconv.FormatFloat(e.Value, 'f', 6, 64) + "s"
		}
		fmt.Fprintf(t.w, "  select(timeout %s)\n", timeout)
	case SelectEnd:
		fmt.Fprintf(t.w, "  select returned %d\n", e.N)
	case HandleScheduled:
		fmt.Fprintf(t.w, "    queued #%d%s\n", e.ID, label)
	case TimerScheduled:
		fmt.Fprintf(t.w, "    timer #%d at %.6fs%s\n", e.ID, e.Value-t.start, label)
	case HandleBegin:
		fmt.Fprintf(t.w, "  run #%d%s\n", e.ID, label)
	case HandleEnd, IterationEnd, TimerDue:
	case TimerDropped:
		fmt.Fprintf(t.w, "  cancelled timer #%d dropped\n", e.ID)
	case TimerCancelled:
		fmt.Fprintf(t.w, "    timer #%d cancelled\n", e.ID)
	case HandleSkipped:
		fmt.Fprintf(t.w, "  cancelled #%d skipped\n", e.ID)
	case Printed:
		fmt.Fprintf(t.w, "    printed %q\n", e.Label.Label())
	case FutureDone:
		fmt.Fprintf(t.w, "    future f%d %s%s\n", e.ID, outcome(e.N), label)
	case TaskCreated:
		fmt.Fprintf(t.w, "    created t%d%s\n", e.ID, label)
	case TaskStep:
		how := ""
		if e.N == 1 {
			how = " with an exception"
		}
		fmt.Fprintf(t.w, "    step t%d%s%s\n", e.ID, how, label)
	case TaskBlocked:
		if e.Other == 0 {
			fmt.Fprintf(t.w, "    t%d yields%s\n", e.ID, label)
		} else {
			fmt.Fprintf(t.w, "    t%d waits for f%d%s\n", e.ID, e.Other, label)
		}
	case TaskWoken:
		fmt.Fprintf(t.w, "    t%d woken by f%d%s\n", e.ID, e.Other, label)
	case TaskCancel:
		by := ""
		if e.Other != 0 {
			by = fmt.Sprintf(" by t%d", e.Other)
		}
		fmt.Fprintf(t.w, "    t%d cancel requested%s%s\n", e.ID, by, label)
	case TaskDone:
		fmt.Fprintf(t.w, "    t%d %s%s\n", e.ID, outcome(e.N), label)
	case SignalWritten:
		way := "marked"
		if e.Value == 1 {
			way = "marked, byte written to the self-pipe"
		}
		fmt.Fprintf(t.w, "  signal %d%s: %s\n", e.N, label, way)
	case SignalRead:
		fmt.Fprintf(t.w, "    signal %d%s: byte read from the self-pipe\n", e.N, label)
	case SignalDispatched:
		if e.ID == 0 {
			fmt.Fprintf(t.w, "    signal %d%s: no handler\n", e.N, label)
		} else {
			fmt.Fprintf(t.w, "    signal %d%s: handler queued as #%d\n", e.N, label, e.ID)
		}
	}
}

func outcome(n int) string {
	switch n {
	case 1:
		return "has a result"
	case 2:
		return "has an exception"
	default:
		return "is cancelled"
	}
}
