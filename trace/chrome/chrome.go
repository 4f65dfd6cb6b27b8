// Package chrome writes recordings as Chrome's trace-event JSON, which
// ui.perfetto.dev and chrome://tracing show.
//
// A loop is a process. Its first track has the iterations, in them select and
// the handles; below it each task has a track with its life, in it what it
// does: steps, named by the line at which they go on, waits, named by what is
// waited for, and "ready". Arrows lead from where a future was done to the step
// that it woke, and from where a task was made to its first step. Signals,
// cancels and prints are instants.
//
// # Times
//
// A recording has a time for an iteration's begin and one for the end of its
// select. Of a run in real time, what lies between that end and the next
// iteration is spread evenly. In virtual time nothing takes time: there each
// event is drawn 1 µs after the one before, and what is so pushed on is caught
// up by the next wait. The true time stands in the slice's arguments.
package chrome

import (
	"bufio"
	"encoding/json"
	"io"
	"math"
	"slices"

	"asyncio/trace"
)

// event is one of the format's events.
type event struct {
	Name     string `json:"name"`
	Category string `json:"cat,omitempty"`
	Phase    string `json:"ph"`
	Time     micros `json:"ts"`
	Process  int    `json:"pid"`
	Thread   int    `json:"tid"`
	ID       int    `json:"id,omitempty"`
	Bind     string `json:"bp,omitempty"` // of an arrow's head: "e", the slice around it
	Scope    string `json:"s,omitempty"`  // of an instant: "t", its track, or "p", its process
	Args     args   `json:"args,omitempty"`
}

type args map[string]any

// micros is a time in microseconds, written to the nanosecond.
type micros float64

// MarshalJSON implements json.Marshaler.
func (m micros) MarshalJSON() ([]byte, error) {
	return json.Marshal(math.Round(float64(m)*1000) / 1000)
}

// Write writes a recording.
func Write(to io.Writer, r *trace.Recording) error {
	w := &writer{
		loops: map[uint64]*loop{}, tasks: map[uint64]*task{}, done: map[uint64]place{},
	}
	times := drawn(r)
	for i := range r.Events {
		w.now = times[i]
		w.event(&r.Events[i])
	}
	w.now++
	w.finish()
	slices.SortStableFunc(w.events, func(a, b event) int {
		if a.Time < b.Time {
			return -1
		} else if a.Time > b.Time {
			return 1
		}
		return 0
	})
	b := bufio.NewWriter(to)
	if err := w.write(b, r.Header); err != nil {
		return err
	}
	return b.Flush()
}

// write writes one event a line.
func (w *writer) write(b *bufio.Writer, h trace.Header) error {
	about, err := json.Marshal(h)
	if err != nil {
		return err
	}
	b.WriteString(`{"displayTimeUnit":"ms","otherData":`)
	b.Write(about)
	b.WriteString(`,"traceEvents":[`)
	for i, e := range append(w.names, w.events...) {
		if i > 0 {
			b.WriteByte(',')
		}
		line, err := json.Marshal(e)
		if err != nil {
			return err
		}
		b.WriteByte('\n')
		b.Write(line)
	}
	_, err = b.WriteString("\n]}\n")
	return err
}

// least is the distance between events that happen at one time.
const least micros = 1

// drawn gives the time at which each event is drawn.
func drawn(r *trace.Recording) []micros {
	out := make([]micros, len(r.Events))
	last := micros(-1)
	at := func(i int, t micros) {
		out[i] = max(t, last+0.001)
		last = out[i]
	}
	for i := 0; i < len(r.Events); {
		from := r.Events[i].Time
		end := i + 1
		for end < len(r.Events) && r.Events[end].Time == from {
			end++
		}
		step := least
		if end < len(r.Events) && !r.Header.Virtual {
			if even := micros((r.Events[end].Time-from)*1e6) / micros(end-i); even < least || r.Events[i].Kind == trace.Selected {
				step = max(even, 0)
			}
		}
		start := micros(from * 1e6)
		if r.Header.Virtual {
			start = max(start, last+least)
		}
		for k := i; k < end; k++ {
			at(k, start+step*micros(k-i))
		}
		i = end
	}
	return out
}
