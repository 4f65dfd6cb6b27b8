package chrome

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"asyncio/trace"
)

// writer turns a recording's events into the format's.
type writer struct {
	now           micros
	names, events []event // metadata, and the others
	loops         map[uint64]*loop
	tasks         map[uint64]*task
	order         []*track
	done          map[uint64]place // where futures were done
	arrows        int
}

// track is a row of slices that lie in one another.
type track struct {
	process, thread int
	open            []string
}

// loop is the track of a loop.
type loop struct {
	track
	steps []*task // whose steps run; eager tasks' are in one another
	tasks int
}

// task is the track of a task.
type task struct {
	track
	name    string
	waits   bool
	started bool
	made    place
	woken   place
}

// place is where an arrow begins; its track is nil when it lies in no slice.
type place struct {
	track *track
	time  micros
}

func (w *writer) begin(t *track, name string, a args) {
	t.open = append(t.open, name)
	w.events = append(w.events, event{Name: name, Phase: "B", Time: w.now, Process: t.process, Thread: t.thread, Args: a})
}

// close ends slices until depth of them are left.
func (w *writer) close(t *track, depth int) {
	for len(t.open) > depth {
		name := t.open[len(t.open)-1]
		t.open = t.open[:len(t.open)-1]
		w.events = append(w.events, event{Name: name, Phase: "E", Time: w.now, Process: t.process, Thread: t.thread})
	}
}

func (w *writer) instant(t *track, scope, category, name string, a args) {
	w.events = append(w.events, event{
		Name: name, Category: category, Phase: "i", Time: w.now, Process: t.process, Thread: t.thread, Scope: scope, Args: a,
	})
}

// arrow draws an arrow from a place to the track at this moment.
func (w *writer) arrow(from place, to *track, name string) {
	if from.track == nil {
		return
	}
	w.arrows++
	e := event{Name: name, Category: "flow", ID: w.arrows}
	e.Phase, e.Time, e.Process, e.Thread = "s", from.time, from.track.process, from.track.thread
	w.events = append(w.events, e)
	e.Phase, e.Time, e.Process, e.Thread, e.Bind = "f", w.now, to.process, to.thread, "e"
	w.events = append(w.events, e)
}

func (w *writer) label(t *track, kind, key string, value any) {
	w.names = append(w.names, event{Name: kind, Phase: "M", Process: t.process, Thread: t.thread, Args: args{key: value}})
}

func (w *writer) loop(number uint64) *loop {
	l := w.loops[number]
	if l == nil {
		l = &loop{track: track{process: len(w.loops) + 1, thread: 1}}
		w.loops[number] = l
		w.order = append(w.order, &l.track)
		name := "loop"
		if number > 1 {
			name = fmt.Sprintf("loop %d", number)
		}
		w.label(&l.track, "process_name", "name", name)
		w.label(&l.track, "thread_name", "name", name)
		w.label(&l.track, "thread_sort_index", "sort_index", 0)
	}
	return l
}

// here is the track on which something happens now: of the step that runs, else
// of the loop.
func (l *loop) here() *track {
	if n := len(l.steps); n > 0 {
		return &l.steps[n-1].track
	}
	return &l.track
}

func (w *writer) place(l *loop) place {
	if t := l.here(); len(t.open) > 0 {
		return place{t, w.now}
	}
	return place{}
}

// task finds a task's track; one that was not heard of begins to live now.
func (w *writer) task(l *loop, e *trace.Event) *task {
	t := w.tasks[e.Task]
	if t == nil {
		l.tasks++
		t = &task{track: track{process: l.process, thread: 1 + l.tasks}, made: w.place(l)}
		w.tasks[e.Task] = t
		w.order = append(w.order, &t.track)
		w.label(&t.track, "thread_sort_index", "sort_index", l.tasks)
		life := e.Name
		if len(e.Stack) > 0 {
			life = e.Stack[0].Function
		}
		if life == "" {
			life = "task"
		}
		w.begin(&t.track, life, w.about(e))
	}
	if e.Name != "" {
		t.name = e.Name
	}
	return t
}

// about gives a slice's arguments.
func (w *writer) about(e *trace.Event) args {
	a := args{"time": e.Time}
	var stack []string
	for _, f := range e.Stack {
		if f.Library {
			stack = append(stack, f.Function)
		} else {
			stack = append(stack, fmt.Sprintf("%s:%d %s", filepath.Base(f.File), f.Line, f.Function))
		}
	}
	for key, value := range map[string]string{
		"name": e.Name, "place": e.Place, "on": e.On, "object": e.Object, "outcome": e.Outcome, "error": e.Error,
		"signal": e.Signal, "stream": e.Stream, "text": e.Text, "stack": strings.Join(stack, " > "),
	} {
		if value != "" {
			a[key] = value
		}
	}
	for key, value := range map[string]uint64{"handle": e.Handle, "task": e.Task, "by": e.By, "future": e.Future} {
		if value != 0 {
			a[key] = value
		}
	}
	return a
}

// line names a step by the innermost line of the program's own.
func line(stack []trace.Frame) string {
	for i := len(stack) - 1; i >= 0; i-- {
		if f := stack[i]; !f.Library {
			return fmt.Sprintf("%s:%d", f.Function, f.Line)
		}
	}
	return "step"
}

// short gives the beginning of a text, on one line.
func short(s string) string {
	const most = 40
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) > most {
		return string([]rune(s)[:most-1]) + "…"
	}
	return s
}
