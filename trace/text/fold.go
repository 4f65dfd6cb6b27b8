package text

import (
	"fmt"
	"slices"

	"asyncio/trace"
)

// idleness notes whether an iteration does nothing but wait and let tasks pass.
type idleness struct {
	busy   bool
	passed []string // the tasks that gave way in a bare yield
}

func (i *idleness) see(e *trace.Event, t *Teller) {
	switch e.Kind {
	case trace.Tick, trace.Select, trace.Selected, trace.End, trace.Ran, trace.Dropped:
	case trace.Run, trace.Queued, trace.Step:
		i.busy = i.busy || e.Task == 0 || e.Throw
	case trace.Yielded:
		if name := t.name(e.Task); !slices.Contains(i.passed, name) {
			i.passed = append(i.passed, name)
		}
	default:
		i.busy = true
	}
}

// enough is how many idle iterations in a row become one line.
const enough = 3

// fold is a row of idle iterations that is not written yet.
type fold struct {
	first   []*block // up to enough-1 of them
	n       int
	last    uint64
	end     float64
	passed  []string
	pending bool
}

func (f *fold) add(b *block) {
	if f.n++; f.n < enough {
		f.first = append(f.first, b)
	}
	f.pending, f.last, f.end = true, b.tick, b.end
	for _, name := range b.idle.passed {
		if !slices.Contains(f.passed, name) {
			f.passed = append(f.passed, name)
		}
	}
}

// text words a row.
func (f *fold) text() string {
	what := "nothing runs"
	if len(f.passed) == 1 {
		what = f.passed[0] + " yields each time"
	} else if len(f.passed) > 1 {
		what = list(f.passed) + " only yield"
	}
	return fmt.Sprintf("until %s: %d iterations in which %s", Seconds(f.end), f.n, what)
}

// put takes a block that is complete.
func (v *View) put(b *block) {
	v.teller.State.Output = nil // shown, and of no use to later blocks
	if !b.kept || !v.o.Filter.tick(b.tick) || len(b.lines) == 0 && !b.inside {
		return
	}
	if b.inside && !b.idle.busy && !v.o.Unfold {
		if v.idle.pending && v.idle.first[0].loop != b.loop {
			v.unfold()
		}
		v.idle.add(b)
		return
	}
	v.unfold()
	v.write(b)
}

// unfold writes the row of idle iterations that is at hand.
func (v *View) unfold() {
	f := v.idle
	v.idle = fold{}
	if f.n >= enough {
		v.many = v.many || f.first[0].loop != 0
		v.header(f.first[0].loop, fmt.Sprintf("ticks %d-%d", f.first[0].tick, f.last), f.first[0].time, f.text())
		return
	}
	for _, b := range f.first {
		v.write(b)
	}
}
