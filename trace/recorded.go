package trace

import (
	"math"
	"slices"

	"asyncio/observe"
)

// Recording gives what was recorded from the event of number from on; 0 is all.
// The recorder may go on recording.
func (r *Recorder) Recording(from int) *Recording {
	out := &Recording{Header: r.header}
	size := r.Len()
	if from < size {
		out.Events = make([]Event, 0, size-from)
	}
	for i := from; i < size; i++ {
		out.Events = append(out.Events, r.Event(i))
	}
	return out
}

// Take gives what was recorded since the last Take, and forgets it.
func (r *Recorder) Take() []Event {
	events := r.Recording(0).Events
	r.records.clear()
	r.moments.clear()
	*r.moments.add() = r.now
	clear(r.unbegun)
	r.fresh, r.read.done, r.awaits = nil, 0, r.awaits[:1]
	if len(r.frames) >= r.read.frames {
		r.forget()
	}
	return events
}

// forget drops the frames that no task is in any more.
func (r *Recorder) forget() {
	var kept []frame
	for task, s := range r.read.stacks {
		r.read.stacks[task] = stack{uint32(len(kept)), s.depth}
		kept = append(kept, r.frames[s.first:s.first+uint32(s.depth)]...)
	}
	r.frames = kept
	r.read.frames = 2*len(kept) + chunk
}

// reading is what Event finds out about events from those before them, so that
// it need not be asked for and kept while the program runs: where a step goes on
// is where the task blocked, and a handle that runs is the one that was queued.
type reading struct {
	done    int // how many events
	stacks  map[uint64]stack
	handles map[uint64]queued
	frames  int // from how many on Take looks for those to drop
}

// queued is what is known of a handle in a queue.
type queued struct {
	text, detail uint32
	task         uint64
}

// resolve fills in what events have from those before them, up to one.
func (r *Recorder) resolve(upTo int) {
	if r.read.stacks == nil {
		r.read.stacks, r.read.handles = map[uint64]stack{}, map[uint64]queued{}
	}
	for ; r.read.done <= upTo; r.read.done++ {
		switch rec := r.records.at(r.read.done); rec.kind {
		case observe.TaskCreated, observe.TaskBlocked:
			r.read.stacks[rec.id] = rec.stack
		case observe.TaskStep:
			rec.stack = r.read.stacks[rec.id]
		case observe.TaskDone:
			delete(r.read.stacks, rec.id)
		case observe.HandleScheduled:
			r.read.handles[rec.id] = queued{rec.text, rec.detail, rec.other}
		case observe.TimerScheduled:
			r.read.handles[rec.id] = queued{rec.text, rec.detail, 0}
		case observe.HandleBegin:
			h := r.read.handles[rec.id]
			rec.text, rec.detail, rec.other = h.text, h.detail, h.task
			delete(r.read.handles, rec.id)
		case observe.HandleSkipped, observe.TimerDropped:
			delete(r.read.handles, rec.id)
		}
	}
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
	observe.ScopeEntered: Entered, observe.ScopeChanged: Changed, observe.ScopeCancelled: Fired,
	observe.ScopeExited: Left, observe.NurseryOpened: Opened, observe.NurseryClosed: Closed,
	observe.TaskPlaced: Placed,
}

var outcomes = [...]string{1: Result, 2: Exception, 3: Cancelled}

// Event gives the event of a number, from 0.
func (r *Recorder) Event(i int) Event {
	r.resolve(i)
	rec := r.records.at(i)
	at := r.moments.at(int(rec.moment))
	e := Event{Kind: kinds[rec.kind], Tick: at.tick, Time: r.since(at.time)}
	if at.loop > 1 {
		e.Loop = at.loop
	}
	text, detail := r.text(rec.text), r.texts[rec.detail]
	switch e.Kind {
	case Tick, Selected, Free:
		e.N = int(rec.n)
	case Select:
		e.Timeout = rounded(math.Float64frombits(rec.other))
	case Queued, Run:
		e.Handle, e.Callback, e.Place, e.Task = rec.id, text, detail, rec.other
		e.Outside = e.Kind == Queued && rec.n == 1
	case Timer:
		e.Handle, e.Callback, e.Place, e.When = rec.id, text, detail, r.since(math.Float64frombits(rec.other))
	case Ran, Skipped, Due, Dropped, Unset:
		e.Handle = rec.id
	case Future:
		e.Future, e.Class, e.Outcome, e.Error = rec.id, text, outcomes[rec.n], detail
	case Created:
		e.Task, e.Name, e.By = rec.id, text, rec.other
	case Step:
		e.Task, e.Throw = rec.id, rec.n == 1
	case Blocked:
		e.Task, e.Future, e.On, e.Object = rec.id, rec.other, text, detail
		if at := uint64(max(rec.n, 0)); at > 0 {
			e.Awaits = slices.Clone(r.awaits[at+1 : at+1+r.awaits[at]])
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
		e.Signal, e.Wrote = text, math.Float64frombits(rec.other) == 1
	case Read, Dispatched:
		e.Signal, e.Handle = text, rec.id
	case Entered, Left:
		e.Scope, e.Task = rec.id, rec.other
		e.Shield, e.Caught = e.Kind == Entered && rec.n&1 != 0, e.Kind == Left && rec.n == 1
	case Changed:
		e.Scope, e.Shield = rec.id, rec.n&1 != 0
		if at := math.Float64frombits(rec.other); !math.IsInf(at, 1) {
			e.When = r.since(at)
		}
	case Fired:
		e.Scope, e.By, e.Reason = rec.id, rec.other, text
	case Opened, Closed:
		e.Nursery, e.Task = rec.id, rec.other
		if e.Kind == Opened {
			e.Scope = uint64(rec.n)
		}
	case Placed:
		e.Task, e.Nursery = rec.id, rec.other
	case Print:
		e.Text, e.Stream, e.Task = text, "stdout", rec.id
		if rec.n == 2 {
			e.Stream = "stderr"
		}
	}
	for _, f := range r.frames[rec.first : rec.first+uint32(rec.depth)] {
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
