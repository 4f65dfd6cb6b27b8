package trace

import (
	"math"
	"strconv"

	"asyncio/observe"
)

// chunk is how many records are allocated at a time.
const chunk = 1024

// record is an event as it is kept while the program runs: numbers only, so
// that the garbage collector need not look into it.
type record struct {
	kind         observe.Kind
	loop         uint32
	n            int32
	tick         uint64
	time         float64
	value        float64
	id, other    uint64
	text, detail uint32 // of Recorder.texts
	stack        uint32 // of Recorder.frames: the first
	depth        uint32 // how many frames
	awaits       uint32 // of Recorder.awaits: the first
	awaited      uint32 // how many
}

// frame is a Frame as it is kept.
type frame struct {
	function, file uint32
	line           int32
	library        bool
}

// Recorder is an Observer that keeps what it is told. It belongs to the
// goroutine whose loops it observes, as an Observer does.
type Recorder struct {
	header  Header
	chunks  [][]record
	texts   []string
	numbers map[string]uint32
	frames  []frame
	awaits  []uint64
	names   map[uint64]uint32 // of tasks, as they begin
	begun   map[uint64]bool   // tasks that have had a step
	fresh   []observe.Event   // of tasks made by the handle that runs
	objects map[uint64]uint32 // of locks and queues that tasks waited for
	classes map[string]int    // how many objects of a class there are
	visit   func(observe.Frame)
	// What visit finds: the library frame that the program awaits.
	on, object uint32
	last       observe.Event // of a loop: where what comes from no loop stands
	task       uint64        // whose step is running
	size, most int
}

// NewRecorder makes a Recorder. The header's Trace is set by it.
func NewRecorder(h Header) *Recorder {
	h.Trace = Version
	r := &Recorder{
		header: h, texts: []string{""}, numbers: map[string]uint32{"": 0},
		names: map[uint64]uint32{}, begun: map[uint64]bool{}, objects: map[uint64]uint32{}, classes: map[string]int{},
	}
	r.visit = r.addFrame
	return r
}

// Limit has the recorder keep the first n events only; 0 is all.
func (r *Recorder) Limit(n int) { r.most = n }

// Len gives the number of events so far.
func (r *Recorder) Len() int { return r.size }

func (r *Recorder) number(s string) uint32 {
	n, ok := r.numbers[s]
	if !ok {
		n = uint32(len(r.texts))
		r.texts = append(r.texts, s)
		r.numbers[s] = n
	}
	return n
}

func (r *Recorder) next() *record {
	if r.size/chunk == len(r.chunks) {
		r.chunks = append(r.chunks, make([]record, chunk))
	}
	rec := &r.chunks[r.size/chunk][r.size%chunk]
	*rec = record{}
	r.size++
	return rec
}

// Observe implements observe.Observer.
func (r *Recorder) Observe(e observe.Event) {
	if r.most > 0 && r.size >= r.most {
		return
	}
	if e.Loop == 0 {
		e.Loop, e.Tick, e.Time, e.ID = r.last.Loop, r.last.Tick, r.last.Time, r.task
	} else {
		r.last.Loop, r.last.Tick, r.last.Time = e.Loop, e.Tick, e.Time
	}
	rec := r.next()
	rec.kind, rec.loop, rec.tick, rec.time = e.Kind, uint32(e.Loop), e.Tick, e.Time
	rec.id, rec.other, rec.n, rec.value = e.ID, e.Other, int32(e.N), e.Value
	switch e.Kind {
	case observe.HandleScheduled, observe.TimerScheduled, observe.HandleBegin:
		if c, ok := e.Label.(observe.Callee); ok {
			name, place, task := c.Callee()
			rec.text, rec.detail, rec.other = r.number(name), r.number(place), task
		}
	case observe.FutureDone:
		r.outcome(rec, e)
		if c, ok := e.Label.(observe.Classed); ok {
			rec.text = r.number(c.Kind())
		}
	case observe.TaskDone:
		r.outcome(rec, e)
		rec.text, r.task = r.name(e), 0
		delete(r.begun, e.ID)
	case observe.TaskCreated:
		rec.text = r.name(e)
		r.names[e.ID] = rec.text
		r.stack(rec, e.Label)
		r.fresh = append(r.fresh, observe.Event{ID: e.ID, Label: e.Label})
	case observe.HandleEnd: // an eager task may have got its name after its first step
		for _, made := range r.fresh {
			r.names[made.ID] = r.name(made)
		}
		clear(r.fresh)
		r.fresh = r.fresh[:0]
	case observe.TaskStep:
		r.task = e.ID
		if !r.begun[e.ID] { // it may have got its name after it was made
			r.begun[e.ID] = true
			r.names[e.ID] = r.name(e)
		}
		r.stack(rec, e.Label)
	case observe.TaskBlocked:
		r.stack(rec, e.Label)
		r.waits(rec, e)
		r.task = 0
	case observe.SignalWritten, observe.SignalRead, observe.SignalDispatched, observe.Printed:
		rec.text = r.number(e.Label.Label())
	}
}

func (r *Recorder) name(e observe.Event) uint32 {
	if n, ok := e.Label.(observe.Named); ok {
		return r.number(n.Name())
	}
	return 0
}

func (r *Recorder) outcome(rec *record, e observe.Event) {
	if f, ok := e.Label.(observe.Failing); ok && e.N == 2 {
		rec.detail = r.number(f.Failure())
	}
}

func (r *Recorder) stack(rec *record, of observe.Labeler) {
	s, ok := of.(observe.Stacked)
	if !ok {
		return
	}
	r.on, r.object = 0, 0
	rec.stack = uint32(len(r.frames))
	s.Stack(r.visit)
	rec.depth = uint32(len(r.frames)) - rec.stack
	if n := int(rec.depth); n > 0 && int(rec.stack) >= n { // most stacks are like the one before
		before := r.frames[int(rec.stack)-n : rec.stack]
		same := true
		for i, f := range r.frames[rec.stack:] {
			same = same && before[i] == f
		}
		if same {
			r.frames = r.frames[:rec.stack]
			rec.stack -= uint32(n)
		}
	}
}

func (r *Recorder) addFrame(f observe.Frame) {
	kept := frame{function: r.number(f.Function), library: f.Library}
	if !f.Library {
		kept.file, kept.line = r.number(f.File), int32(f.Line)
		r.on, r.object = 0, 0
	} else if r.on == 0 {
		r.on = kept.function
		if f.ID != 0 {
			r.object = r.objectName(f.Class, f.ID)
		}
	}
	r.frames = append(r.frames, kept)
}

func (r *Recorder) objectName(class string, id uint64) uint32 {
	n, ok := r.objects[id]
	if !ok {
		r.classes[class]++
		n = r.number(class + "-" + strconv.Itoa(r.classes[class]))
		r.objects[id] = n
	}
	return n
}

// bare marks a step that ended in a bare yield.
const bare = 1

// waits notes what a task waits for.
func (r *Recorder) waits(rec *record, e observe.Event) {
	rec.text, rec.detail = r.on, r.object
	if e.On == nil {
		rec.n = bare
		return
	}
	if rec.text == 0 {
		if c, ok := e.On.(observe.Classed); ok {
			rec.text = r.number(c.Kind())
		}
	}
	rec.awaits = uint32(len(r.awaits))
	if a, ok := e.On.(observe.Awaiting); ok {
		a.Awaits(func(id uint64) { r.awaits = append(r.awaits, id) })
	}
	rec.awaited = uint32(len(r.awaits)) - rec.awaits
}

// Recording gives what was recorded from the event of number from on; 0 is all.
// The recorder may go on recording.
func (r *Recorder) Recording(from int) *Recording {
	out := &Recording{Header: r.header}
	if from < r.size {
		out.Events = make([]Event, 0, r.size-from)
	}
	for i := from; i < r.size; i++ {
		out.Events = append(out.Events, r.Event(i))
	}
	return out
}

// Take gives what was recorded since the last Take, and forgets it.
func (r *Recorder) Take() []Event {
	events := r.Recording(0).Events
	r.size, r.frames, r.awaits = 0, r.frames[:0], r.awaits[:0]
	return events
}

// Header gives the recording's header.
func (r *Recorder) Header() Header { return r.header }

var kinds = [...]Kind{
	observe.IterationBegin: Tick, observe.SelectBegin: Select, observe.SelectEnd: Selected,
	observe.HandleScheduled: Queued, observe.TimerScheduled: Timer, observe.HandleBegin: Run,
	observe.HandleEnd: Ran, observe.IterationEnd: End, observe.FutureDone: Future,
	observe.TaskCreated: Created, observe.TaskStep: Step, observe.TaskBlocked: Blocked,
	observe.TaskWoken: Woken, observe.TaskCancel: Cancel, observe.TaskDone: Done,
	observe.SignalWritten: Signal, observe.SignalRead: Read, observe.SignalDispatched: Dispatched,
	observe.TimerDue: Due, observe.TimerDropped: Dropped, observe.TimerCancelled: Unset,
	observe.HandleSkipped: Skipped, observe.Printed: Print, observe.OrderFree: Free,
}

var outcomes = [...]string{1: Result, 2: Exception, 3: Cancelled}

// Event gives the event of a number, from 0.
func (r *Recorder) Event(i int) Event {
	rec := &r.chunks[i/chunk][i%chunk]
	e := Event{Kind: kinds[rec.kind], Tick: rec.tick, Time: r.since(rec.time)}
	if rec.loop > 1 {
		e.Loop = uint64(rec.loop)
	}
	text, detail := r.texts[rec.text], r.texts[rec.detail]
	switch e.Kind {
	case Tick, Selected, Free:
		e.N = int(rec.n)
	case Select:
		e.Timeout = rounded(rec.value)
	case Queued, Run, Timer:
		e.Handle, e.Callback, e.Place, e.Task = rec.id, text, detail, rec.other
		e.Outside = e.Kind == Queued && rec.n == 1
		if e.Kind == Timer {
			e.When = r.since(rec.value)
		}
	case Ran, Skipped, Due, Dropped, Unset:
		e.Handle = rec.id
	case Future:
		e.Future, e.Class, e.Outcome, e.Error = rec.id, text, outcomes[rec.n], detail
	case Created:
		e.Task, e.Name, e.By = rec.id, r.texts[r.names[rec.id]], rec.other
	case Step:
		e.Task, e.Throw = rec.id, rec.n == 1
	case Blocked:
		e.Task, e.Future, e.On, e.Object = rec.id, rec.other, text, detail
		if rec.awaited > 0 {
			e.Awaits = append([]uint64(nil), r.awaits[rec.awaits:rec.awaits+rec.awaited]...)
		}
		if rec.n == bare {
			e.Kind = Yielded
		}
	case Woken:
		e.Task, e.Future = rec.id, rec.other
	case Cancel:
		e.Task, e.By = rec.id, rec.other
	case Done:
		e.Task, e.Name, e.Outcome, e.Error = rec.id, text, outcomes[rec.n], detail
	case Signal:
		e.Signal, e.Wrote = text, rec.value == 1
	case Read, Dispatched:
		e.Signal, e.Handle = text, rec.id
	case Print:
		e.Text, e.Stream, e.Task = text, "stdout", rec.id
		if rec.n == 2 {
			e.Stream = "stderr"
		}
	}
	for _, f := range r.frames[rec.stack : rec.stack+rec.depth] {
		e.Stack = append(e.Stack, Frame{Function: r.texts[f.function], File: r.texts[f.file], Line: int(f.line), Library: f.library})
	}
	return e
}

// since gives a time of the loop's clock as seconds since the start.
func (r *Recorder) since(t float64) float64 {
	if t == 0 {
		return 0
	}
	return rounded(t - r.header.Start)
}

// rounded gives a time in whole nanoseconds.
func rounded(seconds float64) float64 { return math.Round(seconds*1e9) / 1e9 }
