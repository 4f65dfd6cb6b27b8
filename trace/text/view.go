package text

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"asyncio/trace"
)

// Options say how a View looks.
type Options struct {
	Filter Filter
	// Color has it use ANSI sequences.
	Color bool
	// Width is where lines are cut, in columns; 0 is nowhere.
	Width int
	// Unfold shows each idle iteration instead of one line for a row of them.
	Unfold bool
	// Sources has the program's lines; nil for none.
	Sources *Sources
}

// View writes a recording, block by block, as iterations end.
type View struct {
	o      Options
	w      *bufio.Writer
	teller *Teller
	blocks map[uint64]*block // by loop: what is still open
	many   bool              // there is more than one loop
	idle   fold
	task   uint64 // the filter's, once it is known
}

// block is what is shown of an iteration, or of the time between two.
type block struct {
	loop, tick uint64
	time, end  float64
	lines      []laid
	inside     bool // of an iteration
	idle       idleness
	run        int    // the index of the line of the handle that runs, -1 for none
	step       uint64 // the task whose step runs
	kept       bool   // the filter lets something through
}

// laid is a line and where it stands.
type laid struct {
	Line
	depth int
	keep  bool
}

// New makes a View that writes to w.
func New(w io.Writer, o Options) *View {
	return &View{o: o, w: bufio.NewWriter(w), teller: NewTeller(), blocks: map[uint64]*block{}}
}

// Add takes the next event.
func (v *View) Add(e *trace.Event) {
	b := v.blocks[e.Loop]
	if e.Kind == trace.Tick && b != nil {
		v.put(b)
		b = nil
	}
	if b == nil {
		b = &block{loop: e.Loop, tick: e.Tick, time: e.Time, run: -1}
		v.blocks[e.Loop] = b
	}
	keep := v.keep(b, e)
	if e.Kind == trace.Tick {
		b.inside = true
	}
	b.end = e.Time
	line := v.teller.Tell(e)
	v.lay(b, e, line, keep)
	b.idle.see(e, v.teller)
	switch e.Kind {
	case trace.Step:
		b.step = e.Task
	case trace.Blocked, trace.Yielded, trace.Done:
		if b.step == e.Task {
			b.step = 0
		}
	case trace.End:
		v.put(b)
		delete(v.blocks, e.Loop)
	}
}

// keep tells whether the filter lets an event through.
func (v *View) keep(b *block, e *trace.Event) bool {
	f := &v.o.Filter
	if t := v.teller.State.Task(e.Task); f.Task != "" && (e.Name == f.Task || t != nil && t.Name == f.Task) {
		v.task = e.Task
	}
	if f.Only != nil && !f.Only[e.Kind] {
		return false
	}
	if f.Task == "" {
		return true
	}
	return v.task != 0 && (b.step == v.task || e.By == v.task || e.Future == v.task || v.teller.Owner(e) == v.task)
}

// ready names what stands in a loop's ready queue.
func (v *View) ready(loop uint64) string {
	var names []string
	for _, l := range v.teller.State.Loops {
		if l.Number != loop {
			continue
		}
		for _, h := range l.Ready {
			name := v.teller.name(h.Task)
			if name == "" {
				name = h.Callback
			}
			names = append(names, fmt.Sprintf("#%d %s", h.ID, name))
		}
	}
	return list(names)
}

// lay puts a line where it belongs.
func (v *View) lay(b *block, e *trace.Event, line Line, keep bool) {
	depth := 1
	switch e.Kind {
	case trace.Tick:
		if ready := v.ready(e.Loop); keep && v.o.Filter.Task == "" && ready != "" {
			b.lines = append(b.lines, laid{Line: Line{Verb: "ready", Text: ready}, depth: depth, keep: true})
		}
		return
	case trace.End, trace.Woken:
		return
	case trace.Selected:
		if n := len(b.lines); n > 0 && b.lines[n-1].Verb == "select" {
			b.lines[n-1].Text += ": " + line.Text
			return
		}
	case trace.Run:
		b.run = len(b.lines)
	case trace.Ran:
		b.run = -1
		return
	default:
		if b.run >= 0 {
			depth = 2
		}
	}
	b.kept = b.kept || keep
	for i, text := range strings.Split(line.Text, "\n") {
		part := line
		part.Text = text
		if i > 0 {
			part = Line{Verb: "|", Text: text}
		}
		b.lines = append(b.lines, laid{part, depth, keep})
	}
	if keep && b.run >= 0 {
		b.lines[b.run].keep = true
	}
}
