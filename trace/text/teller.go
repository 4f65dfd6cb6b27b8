package text

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"asyncio/trace"
)

// Line words an event.
type Line struct {
	Verb, Text string
	// File and Number are the place in the source that it is about; File is empty
	// if there is none.
	File   string
	Number int
}

// Place gives the place as "file.py:12", without the folder.
func (l Line) Place() string {
	if l.File == "" {
		return ""
	}
	return filepath.Base(l.File) + ":" + strconv.Itoa(l.Number)
}

// Teller words the events of a recording, in their order. It keeps their State.
type Teller struct {
	State *trace.State

	owners  map[uint64]uint64       // who set a timer, by its handle
	handles map[uint64]trace.Handle // what stood in a queue and is not over
	futures map[uint64]future       // what tasks wait for
	woken   map[uint64]uint64       // by which future a task is about to go on
	begun   map[uint64]bool         // tasks with a step behind them
	asked   map[uint64]float64      // when a loop asked its selector
}

// future is what is known of a future that a task waits for.
type future struct {
	task           uint64
	outcome, error string
}

// NewTeller makes the Teller of a recording that begins.
func NewTeller() *Teller {
	return &Teller{
		State: trace.NewState(), owners: map[uint64]uint64{}, handles: map[uint64]trace.Handle{},
		futures: map[uint64]future{}, woken: map[uint64]uint64{}, begun: map[uint64]bool{}, asked: map[uint64]float64{},
	}
}

// Owner gives the task that an event is about, or in whose step it happened; 0
// if there is none. It is to be asked before the event is told.
func (t *Teller) Owner(e *trace.Event) uint64 {
	if e.Task != 0 {
		return e.Task
	}
	if task := t.owners[e.Handle]; e.Handle != 0 && task != 0 {
		return task
	}
	if task := t.handles[e.Handle].Task; e.Handle != 0 && task != 0 {
		return task
	}
	if f, ok := t.futures[e.Future]; ok && e.Kind == trace.Future {
		return f.task
	}
	return 0
}

// Tell moves the State on by an event and words it. An event that says nothing
// by itself has no Verb.
func (t *Teller) Tell(e *trace.Event) Line {
	line := t.word(e)
	t.note(e)
	t.State.Apply(e)
	return line
}

// Pass moves the State on by an event without wording it.
func (t *Teller) Pass(e *trace.Event) {
	t.note(e)
	t.State.Apply(e)
}

// note keeps what later events are worded with.
func (t *Teller) note(e *trace.Event) {
	switch e.Kind {
	case trace.Queued, trace.Timer:
		t.handles[e.Handle] = trace.Handle{ID: e.Handle, Callback: e.Callback, Place: e.Place, Task: e.Task, When: e.When}
		if step := t.step(e); step != nil && e.Kind == trace.Timer {
			t.owners[e.Handle] = step.ID
		}
	case trace.Select:
		t.asked[e.Loop] = e.Time
	case trace.Ran, trace.Skipped, trace.Dropped:
		delete(t.handles, e.Handle)
		delete(t.owners, e.Handle)
	case trace.Blocked:
		t.futures[e.Future] = future{task: e.Task}
	case trace.Future:
		if f, ok := t.futures[e.Future]; ok {
			f.outcome, f.error = e.Outcome, e.Error
			t.futures[e.Future] = f
		}
	case trace.Done:
		delete(t.begun, e.Task)
		if f, ok := t.futures[e.Task]; ok {
			f.outcome, f.error = e.Outcome, e.Error
			t.futures[e.Task] = f
		}
	case trace.Woken:
		if e.Future != 0 { // trio has no futures
			t.woken[e.Task] = e.Future
		}
	case trace.Step:
		t.begun[e.Task] = true
		delete(t.futures, t.woken[e.Task])
		delete(t.woken, e.Task)
	}
}

// step gives the task whose step runs as the event happens.
func (t *Teller) step(e *trace.Event) *trace.Task {
	for _, l := range t.State.Loops {
		if l.Number == e.Loop {
			return l.Step
		}
	}
	return nil
}

func (t *Teller) word(e *trace.Event) Line {
	switch e.Kind {
	case trace.Tick:
		return Line{Verb: "tick", Text: strconv.FormatUint(e.Tick, 10)}
	case trace.Select:
		return Line{Verb: "select", Text: timeout(e.Timeout)}
	case trace.Selected:
		return Line{Verb: "returns", Text: t.selected(e)}
	case trace.Due, trace.Dropped, trace.Skipped, trace.Unset, trace.Queued, trace.Run, trace.Timer:
		return t.handle(e)
	case trace.Future:
		text := fmt.Sprintf("f%d %s: %s", e.Future, e.Class, outcome(e.Outcome, e.Error))
		if f, ok := t.futures[e.Future]; ok {
			text += " (" + t.name(f.task) + " waits for it)"
		}
		return Line{Verb: "resolves", Text: text}
	case trace.Created, trace.Step, trace.Blocked, trace.Yielded, trace.Woken, trace.Cancel, trace.Done:
		return t.task(e)
	case trace.Signal:
		if e.Wrote {
			return Line{Verb: "signal", Text: e.Signal + ": marked, its byte written into the self-pipe"}
		}
		return Line{Verb: "signal", Text: e.Signal + ": marked; no loop's self-pipe takes its byte"}
	case trace.Read:
		return Line{Verb: "reads", Text: e.Signal + "'s byte out of the self-pipe"}
	case trace.Dispatched:
		if e.Handle == 0 {
			return Line{Verb: "looks up", Text: e.Signal + ": the loop has no handler for it"}
		}
		return Line{Verb: "looks up", Text: fmt.Sprintf("%s: handler found, to be queued as #%d", e.Signal, e.Handle)}
	case trace.Free:
		return Line{Verb: "orders", Text: fmt.Sprintf("%d things whose order CPython leaves open", e.N)}
	case trace.Entered, trace.Changed, trace.Fired, trace.Left, trace.Opened, trace.Closed, trace.Placed:
		return t.scope(e)
	case trace.Print:
		text := strings.TrimSuffix(e.Text, "\n")
		if e.Stream == "stderr" {
			return Line{Verb: "stderr", Text: text}
		}
		return Line{Verb: "prints", Text: text}
	}
	return Line{}
}

// timeout words what select is asked for.
func timeout(seconds float64) string {
	switch {
	case seconds < 0:
		return "no timeout"
	case seconds == 0:
		return "timeout 0"
	}
	return "timeout " + Seconds(seconds)
}

// selected words what select answered.
func (t *Teller) selected(e *trace.Event) string {
	text := "nothing"
	switch {
	case e.N == 1:
		text = "1 descriptor is ready"
	case e.N > 1:
		text = fmt.Sprintf("%d descriptors are ready", e.N)
	}
	if waited := e.Time - t.asked[e.Loop]; waited > 0 {
		text += " after " + Seconds(waited)
	}
	return text
}

func (t *Teller) handle(e *trace.Event) Line {
	verbs := map[trace.Kind]string{
		trace.Due: "due", trace.Dropped: "drops", trace.Skipped: "skips", trace.Unset: "unsets",
		trace.Queued: "queues", trace.Run: "run", trace.Timer: "sets",
	}
	h, ok := t.handles[e.Handle]
	if !ok {
		h = trace.Handle{ID: e.Handle, Callback: e.Callback, Place: e.Place, Task: e.Task, When: e.When}
	}
	line := Line{Verb: verbs[e.Kind], Text: t.HandleText(&h)}
	line.File, line.Number = ParsePlace(h.Place)
	switch e.Kind {
	case trace.Timer:
		line.Text += " at " + Seconds(e.When)
	case trace.Skipped:
		line.Text += ", which was cancelled"
	case trace.Dropped:
		line.Text += ", a cancelled timer"
	case trace.Unset:
		line.Text += ", a timer at " + Seconds(h.When)
	}
	return line
}

// HandleText names a handle: its number, the task whose step it is or that set
// the timer, and its callback.
func (t *Teller) HandleText(h *trace.Handle) string {
	text := "#" + strconv.FormatUint(h.ID, 10)
	if name := t.name(h.Task); name != "" {
		text += " " + name
	}
	if name := t.name(t.owners[h.ID]); name != "" {
		text += " " + name + "'s"
	}
	return text + " " + h.Callback
}

// ParsePlace takes an event's Place apart. Places in asyncio itself are of no meaning to
// the program.
func ParsePlace(s string) (file string, line int) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 || strings.HasPrefix(s, "<lib>") {
		return "", 0
	}
	n, err := strconv.Atoi(s[i+1:])
	if err != nil {
		return "", 0
	}
	return s[:i], n
}

func (t *Teller) name(task uint64) string {
	if task == 0 {
		return ""
	}
	if known := t.State.Task(task); known != nil && known.Name != "" {
		return known.Name
	}
	return fmt.Sprintf("task %d", task)
}

// Seconds words a time or a length of time.
func Seconds(s float64) string { return strconv.FormatFloat(s, 'f', 6, 64) + "s" }

func outcome(outcome, class string) string {
	if class != "" && class != "CancelledError" {
		return outcome + " " + class
	}
	return outcome
}
