// Package mermaid writes recordings as sequence diagrams of Mermaid's, which
// many viewers of Markdown draw.
//
// Who takes part are the loop, the tasks and, if there are any, the signals.
// The messages: who made a task, cancelled it, made it wait no longer; what it
// waits for, as a message to the task that it waits for or to the loop; that it
// is done. A diagram is made to be read: it has the first messages only, and
// says at its end how many were left out.
package mermaid

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"asyncio/trace"
	"asyncio/trace/text"
)

// How much a diagram has at most.
const (
	mostMessages = 150
	mostTasks    = 16
)

// message is one arrow or note.
type message struct {
	kind     trace.Kind
	tick     uint64
	time     float64
	from, to uint64 // tasks; 0 is the loop
	arrow    string // empty: a note
	text     string
}

// signals stands for where signals come from.
const signals = ^uint64(0)

// diagram is what becomes of a recording.
type diagram struct {
	filter   text.Filter
	state    *trace.State
	done     map[uint64]uint64 // by future: the task in whose step it was done
	lines    []string
	ticks    uint64 // the last one that is named
	messages int
	took     map[uint64]bool // who takes part
	order    []uint64
	left     int
	outside  map[uint64]bool // tasks that have no place any more
}

// Write writes a recording's diagram, as far as the filter shows it.
func Write(w io.Writer, r *trace.Recording, f text.Filter) error {
	d := &diagram{
		filter: f, state: trace.NewState(), done: map[uint64]uint64{}, took: map[uint64]bool{}, outside: map[uint64]bool{},
	}
	for i := range r.Events {
		e := &r.Events[i]
		m, ok := d.message(e)
		d.state.Apply(e)
		if ok && d.shown(e, &m) {
			d.add(&m)
		}
	}
	return d.write(w, r.Header)
}

// message makes an event's message. The State is that before it.
func (d *diagram) message(e *trace.Event) (message, bool) {
	m := message{kind: e.Kind, tick: e.Tick, time: e.Time, to: e.Task}
	switch e.Kind {
	case trace.Future:
		d.done[e.Future] = d.step(e)
		return m, false
	case trace.Created:
		m.from, m.arrow, m.text = e.By, "->>", "creates"
	case trace.Woken:
		m.from, m.arrow, m.text = d.done[e.Future], "-)", "wakes"
		if t := d.state.Task(e.Task); t != nil && t.On != "" {
			m.text += ": " + t.On
		}
		if m.from == m.to {
			m.from = 0
		}
	case trace.Cancel:
		m.from, m.arrow, m.text = e.By, "-x", "cancels"
	case trace.Blocked:
		m.from, m.to, m.arrow = e.Task, 0, "-->>"
		m.text = "waits for " + cmp.Or(e.On, "something")
		if e.Object != "" {
			m.text += " of " + e.Object
		}
		if other := d.state.Task(e.Future); other != nil {
			m.to, m.text = other.ID, "waits for it"
		}
		m.text += place(e.Stack)
	case trace.Done:
		d.done[e.Task] = e.Task
		m.from, m.to, m.arrow, m.text = e.Task, 0, "-->>", "done: "+cmp.Or(e.Error, e.Outcome)
	case trace.Signal:
		m.from, m.to, m.arrow, m.text = signals, 0, "-)", e.Signal
		if e.Wrote {
			m.text += ", a byte into the self-pipe"
		}
	case trace.Read:
		m.text = "reads " + e.Signal + "'s byte"
	case trace.Dispatched:
		m.text = "the handler of " + e.Signal + " is queued"
		if e.Handle == 0 {
			m.text = "no handler for " + e.Signal
		}
	case trace.Print:
		if m.text = "prints " + strings.TrimSpace(e.Text); strings.TrimSpace(e.Text) == "" {
			return m, false
		}
	default:
		return m, false
	}
	return m, true
}

// step gives the task in whose step an event happens.
func (d *diagram) step(e *trace.Event) uint64 {
	for _, l := range d.state.Loops {
		if l.Number == e.Loop && l.Step != nil {
			return l.Step.ID
		}
	}
	return 0
}

func place(stack []trace.Frame) string {
	for i := len(stack) - 1; i >= 0; i-- {
		if f := stack[i]; !f.Library {
			return fmt.Sprintf(" (%s, line %d)", f.Function, f.Line)
		}
	}
	return ""
}

func (d *diagram) shown(e *trace.Event, m *message) bool {
	f := &d.filter
	if e.Tick < f.From || f.To != 0 && e.Tick > f.To || f.Only != nil && !f.Only[e.Kind] {
		return false
	}
	return f.Task == "" || d.name(m.from) == f.Task || d.name(m.to) == f.Task
}

func (d *diagram) name(task uint64) string {
	switch t := d.state.Task(task); {
	case task == 0:
		return "loop"
	case task == signals:
		return "signals"
	case t != nil && t.Name != "":
		return t.Name
	}
	return fmt.Sprintf("task %d", task)
}

// add adds a message, if there is still room for it.
func (d *diagram) add(m *message) {
	if d.messages >= mostMessages || !d.takesPart(m.to) || m.arrow != "" && !d.takesPart(m.from) {
		d.left++
		return
	}
	d.messages++
	if m.tick != d.ticks {
		d.ticks = m.tick
		d.lines = append(d.lines, fmt.Sprintf("Note over L: tick %d, %s", m.tick, text.Seconds(m.time)))
	}
	if m.arrow == "" {
		d.lines = append(d.lines, fmt.Sprintf("Note over %s: %s", who(m.to), escaped(m.text)))
		return
	}
	d.lines = append(d.lines, fmt.Sprintf("%s%s%s: %s", who(m.from), m.arrow, who(m.to), escaped(m.text)))
}

// takesPart gives a task a place in the diagram, if there is still one.
func (d *diagram) takesPart(task uint64) bool {
	if task == 0 || d.took[task] {
		return true
	}
	if task != signals && len(d.order) >= mostTasks {
		d.outside[task] = true
		return false
	}
	d.took[task] = true
	if task != signals {
		d.order = append(d.order, task)
	}
	return true
}

func who(task uint64) string {
	switch task {
	case 0:
		return "L" // loop is a word of Mermaid's
	case signals:
		return "S"
	}
	return fmt.Sprintf("T%d", task)
}

func (d *diagram) write(w io.Writer, h trace.Header) error {
	b := bufio.NewWriter(w)
	b.WriteString("sequenceDiagram\n")
	if h.Program != "" {
		fmt.Fprintf(b, "    title %s\n", escaped(filepath.Base(h.Program)))
	}
	if d.took[signals] {
		b.WriteString("    participant S as signals\n")
	}
	b.WriteString("    participant L as loop\n")
	for _, task := range d.order {
		name := d.name(task)
		if t := d.state.Task(task); t != nil && len(t.Stack) > 0 {
			name += " " + t.Stack[0].Function
		}
		fmt.Fprintf(b, "    participant %s as %s\n", who(task), escaped(name))
	}
	for _, line := range d.lines {
		fmt.Fprintf(b, "    %s\n", line)
	}
	if d.left > 0 {
		left := fmt.Sprintf("%d more messages are left out", d.left)
		if n := len(d.outside); n > 0 {
			left += fmt.Sprintf(", of them those of %d more tasks", n)
		}
		fmt.Fprintf(b, "    Note over L: %s. --ticks, --task and --only choose what is shown.\n", left)
	}
	return b.Flush()
}

// escaped writes a text so that none of it is Mermaid's.
func escaped(s string) string {
	const most = 60
	if runes := []rune(s); len(runes) > most {
		s = string(runes[:most-1]) + "…"
	}
	s = strings.NewReplacer("#", "#35;", ";", "#59;", "<", "#60;", ">", "#62;", "%", "#37;", "{", "#123;", "}", "#125;", "\r", "",
		"\n", "<br/>").Replace(s)
	words := strings.Split(s, " ")
	for i, word := range words {
		if strings.EqualFold(word, "end") { // it would end a block, wherever it stands
			words[i] = fmt.Sprintf("%s#%d;", word[:2], word[2])
		}
	}
	return strings.Join(words, " ")
}
