package trace

import (
	"cmp"
	"slices"
)

// State is what can be seen after some events of a recording: the loops, their
// queues, the tasks. Apply moves it on; it never goes back, but Recording.At
// makes the State of any moment.
type State struct {
	// Applied is the number of events applied.
	Applied int
	// Loops are the loops, in the order in which they were first heard of.
	Loops []*Loop
	// Tasks are the tasks, in the order in which they were made.
	Tasks []*Task
	// Scopes are the cancel scopes of trio's that are entered, in that order, and
	// Nurseries its nurseries that are open.
	Scopes    []*Scope
	Nurseries []*Nursery
	// Output is what was printed so far, standard error included.
	Output []Output
	// At is the loop of the last event, nil before the first.
	At *Loop

	loops map[uint64]*Loop
	tasks map[uint64]*Task
}

// Loop is the state of one loop.
type Loop struct {
	// Number is the loop's, as in Event; 0 for the first.
	Number uint64
	Tick   uint64
	Time   float64
	// Phase is where the iteration is: "begin", "select", "run" or "end"; ""
	// before the first one.
	Phase string
	// Timeout is what select was last asked for.
	Timeout float64
	// Ready is the ready queue, head first.
	Ready []*Handle
	// Timers is the heap, in the order in which they are due; cancelled ones
	// stay until they are dropped.
	Timers []*Handle
	// Running is the handle that runs, nil between handles.
	Running *Handle
	// Step is the task whose step runs, nil when none does.
	Step *Task
	// Pipe holds the names of the signals whose bytes are in the self-pipe.
	Pipe []string

	known map[uint64]*Handle
}

// Handle is a callback in a queue.
type Handle struct {
	ID              uint64
	Callback, Place string
	// Task is the task whose step it is, 0 for none.
	Task uint64
	// When is when a timer is due.
	When      float64
	Timer     bool
	Cancelled bool

	order int // in which it joined the heap
}

// TaskStatus says what a task does.
type TaskStatus string

// What tasks do.
const (
	// TaskReady: its step is queued, or will be.
	TaskReady TaskStatus = "ready"
	// TaskRunning: its step runs.
	TaskRunning TaskStatus = "running"
	// TaskWaiting: it waits for something.
	TaskWaiting TaskStatus = "waiting"
	// TaskDone: it is done.
	TaskDone TaskStatus = "done"
)

// Task is the state of one task.
type Task struct {
	ID     uint64
	Name   string
	Loop   uint64
	Parent uint64 // the task that made it, 0 for none
	// Nursery is the nursery of trio's that it belongs to, 0 for none.
	Nursery uint64
	Status  TaskStatus
	// Stack is where its coroutine is, or was last.
	Stack []Frame
	// On, Object, Future and Awaits say what a waiting task waits for, as in
	// Event.
	On, Object string
	Future     uint64
	Awaits     []uint64
	// Cancels is how often cancel() was called on it.
	Cancels int
	// Outcome and Error are those of a task that is done.
	Outcome, Error string
	// Made and Ended are ticks.
	Made, Ended uint64
}

// Output is text that was printed.
type Output struct {
	Text, Stream string
	Task         uint64
	Tick         uint64
}

// NewState makes the State before the first event.
func NewState() *State {
	return &State{loops: map[uint64]*Loop{}, tasks: map[uint64]*Task{}}
}

// At gives the State after the first n events.
func (r *Recording) At(n int) *State {
	s := NewState()
	for i := range r.Events[:min(n, len(r.Events))] {
		s.Apply(&r.Events[i])
	}
	return s
}

// Task gives a task by its ID, nil if it is not known.
func (s *State) Task(id uint64) *Task { return s.tasks[id] }

// Handle gives a handle that is queued or runs, nil if there is none.
func (l *Loop) Handle(id uint64) *Handle { return l.known[id] }

// Prune forgets what was printed and the tasks that ended before the iteration
// that came before this one, for views that go on with a program for ever.
func (s *State) Prune() {
	s.Output = nil
	s.Tasks = slices.DeleteFunc(s.Tasks, func(t *Task) bool {
		over := t.Status == TaskDone && t.Ended+1 < s.loop(t.Loop).Tick
		if over {
			delete(s.tasks, t.ID)
		}
		return over
	})
}

func (s *State) loop(number uint64) *Loop {
	l := s.loops[number]
	if l == nil {
		l = &Loop{Number: number, known: map[uint64]*Handle{}}
		s.loops[number] = l
		s.Loops = append(s.Loops, l)
	}
	return l
}

// Apply moves the State on by one event. Events must come in order.
func (s *State) Apply(e *Event) {
	s.Applied++
	if e.Kind == Print {
		s.Output = append(s.Output, Output{e.Text, e.Stream, e.Task, e.Tick})
		return
	}
	l := s.loop(e.Loop)
	s.At = l
	l.Tick, l.Time = e.Tick, e.Time
	switch e.Kind {
	case Tick:
		l.Phase = "begin"
	case Select:
		l.Phase, l.Timeout = "select", e.Timeout
	case Selected:
		l.Phase = "run"
	case End:
		l.Phase = "end"
	case Created, Step, Blocked, Yielded, Woken, Cancel, Done:
		s.applyTask(l, e)
	case Entered, Changed, Fired, Left, Opened, Closed, Placed:
		s.applyScope(e)
	case Signal:
		if e.Wrote {
			l.Pipe = append(l.Pipe, e.Signal)
		}
	case Read:
		if i := slices.Index(l.Pipe, e.Signal); i >= 0 {
			l.Pipe = slices.Delete(l.Pipe, i, i+1)
		}
	default:
		l.apply(e, s)
	}
}

// apply moves handles.
func (l *Loop) apply(e *Event, s *State) {
	switch e.Kind {
	case Queued:
		h := &Handle{ID: e.Handle, Callback: e.Callback, Place: e.Place, Task: e.Task}
		l.known[h.ID] = h
		l.Ready = append(l.Ready, h)
		if t := s.tasks[e.Task]; t != nil && t.Status == TaskWaiting {
			t.Status = TaskReady
		}
	case Timer:
		h := &Handle{ID: e.Handle, Callback: e.Callback, Place: e.Place, Task: e.Task, When: e.When, Timer: true, order: s.Applied}
		l.known[h.ID] = h
		i, _ := slices.BinarySearchFunc(l.Timers, h, func(a, b *Handle) int {
			return cmp.Or(cmp.Compare(a.When, b.When), cmp.Compare(a.order, b.order))
		})
		l.Timers = slices.Insert(l.Timers, i, h)
	case Unset:
		if h := l.known[e.Handle]; h != nil {
			h.Cancelled = true
		}
	case Due, Dropped:
		l.Timers = slices.DeleteFunc(l.Timers, func(h *Handle) bool { return h.ID == e.Handle })
		if h := l.known[e.Handle]; h != nil && e.Kind == Due {
			l.Ready = append(l.Ready, h)
		} else {
			delete(l.known, e.Handle)
		}
	case Run, Skipped:
		if i := slices.IndexFunc(l.Ready, func(h *Handle) bool { return h.ID == e.Handle }); i >= 0 {
			l.Ready = slices.Delete(l.Ready, i, i+1)
		}
		if e.Kind == Run {
			if l.Running = l.known[e.Handle]; l.Running == nil {
				l.Running = &Handle{ID: e.Handle, Callback: e.Callback, Place: e.Place, Task: e.Task}
			}
		}
		delete(l.known, e.Handle)
	case Ran:
		l.Running = nil
	}
}

func (s *State) applyTask(l *Loop, e *Event) {
	t := s.tasks[e.Task]
	if t == nil {
		t = &Task{ID: e.Task, Loop: e.Loop, Made: e.Tick}
		s.tasks[e.Task] = t
		s.Tasks = append(s.Tasks, t)
	}
	if e.Name != "" {
		t.Name = e.Name
	}
	if e.Stack != nil {
		t.Stack = e.Stack
	}
	switch e.Kind {
	case Created:
		t.Status, t.Parent = TaskReady, e.By
	case Step:
		t.Status, l.Step = TaskRunning, t
		t.On, t.Object, t.Future, t.Awaits = "", "", 0, nil
	case Blocked, Yielded:
		t.Status, l.Step = TaskWaiting, nil
		if e.Kind == Yielded {
			t.Status = TaskReady
		}
		t.On, t.Object, t.Future, t.Awaits = e.On, e.Object, e.Future, e.Awaits
	case Woken:
		if t.Status == TaskWaiting {
			t.Status = TaskReady
		}
	case Cancel:
		t.Cancels++
	case Done:
		t.Status, t.Outcome, t.Error, t.Ended = TaskDone, e.Outcome, e.Error, e.Tick
		t.On, t.Object, t.Future, t.Awaits = "", "", 0, nil
		if l.Step == t {
			l.Step = nil
		}
	}
}
