package step

import (
	"asyncio/trace"
	"asyncio/trace/text"
)

// Recording is what is moved through. It may grow at its end.
type Recording interface {
	Header() trace.Header
	Len() int
	Event(i int) trace.Event
}

// model is a place in a recording. The zero place is before the first event.
type model struct {
	recording Recording
	sources   *text.Sources
	teller    *text.Teller
	pos       int       // how many events have happened
	last      text.Line // the words of the last one
	event     trace.Event
	selected  uint64 // the task that is looked at, 0 for none
	file      string // the source that is shown
	line      int    // the line in it that runs, 0 for none
	near      int    // the line around which it is shown
}

// newModel makes a model at the start of a recording.
func newModel(r Recording, s *text.Sources) *model {
	m := &model{recording: r, sources: s}
	m.rewind()
	return m
}

func (m *model) rewind() {
	m.teller, m.pos, m.last, m.event = text.NewTeller(), 0, text.Line{}, trace.Event{}
	m.file, m.line, m.near = m.recording.Header().Program, 0, 1
}

// Pos gives the number of events that have happened.
func (m *model) Pos() int { return m.pos }

// Last gives the words of the last event.
func (m *model) Last() text.Line { return m.last }

// stop tells whether a step ends with an event. It is asked before the event
// happens in the model.
type stop func(m *model, e *trace.Event) bool

// forward moves on until a step ends, or the recording does.
func (m *model) forward(ends stop) bool {
	for n := m.recording.Len(); m.pos < n; {
		e := m.recording.Event(m.pos)
		done := ends(m, &e)
		m.apply(&e)
		if done {
			return true
		}
	}
	return false
}

func (m *model) apply(e *trace.Event) {
	m.last = m.teller.Tell(e)
	m.event = *e
	m.pos++
	m.follow(e)
}

// pass is apply for events that are only passed by.
func (m *model) pass(e *trace.Event) {
	m.teller.Pass(e)
	m.pos++
	m.follow(e)
}

// seek goes to a place in what is recorded.
func (m *model) seek(pos int) {
	if pos <= m.pos {
		m.rewind()
	}
	for pos = min(pos, m.recording.Len()); m.pos < pos; {
		e := m.recording.Event(m.pos)
		if m.pos == pos-1 {
			m.apply(&e)
		} else {
			m.pass(&e)
		}
	}
}

// back goes to the last place before this one at which a step ends, or to the
// start.
func (m *model) back(ends stop) {
	here, to := m.pos, 0
	m.rewind()
	for m.pos < here-1 {
		e := m.recording.Event(m.pos)
		if ends(m, &e) {
			to = m.pos + 1
		}
		m.pass(&e)
	}
	m.seek(to)
}

// follow finds the line of the source that runs: of the task whose step it is,
// else of the handle or of what the event is about.
func (m *model) follow(e *trace.Event) {
	m.line = 0
	at := m.teller.State.At
	if at == nil {
		return
	}
	stack := e.Stack
	if at.Step != nil {
		stack = at.Step.Stack
	} else if at.Running != nil {
		if t := m.teller.State.Task(at.Running.Task); t != nil {
			stack = t.Stack
		}
	}
	if f, ok := text.Current(stack); ok {
		m.file, m.line, m.near = f.File, f.Line, f.Line
		return
	}
	place := e.Place
	if at.Running != nil {
		place = at.Running.Place
	}
	if file, line := text.ParsePlace(place); file != "" {
		m.file, m.line, m.near = file, line, line
	}
}

// task gives the selected task, nil if there is none.
func (m *model) task() *trace.Task { return m.teller.State.Task(m.selected) }

// selectTask selects a task by its name.
func (m *model) selectTask(name string) bool {
	for _, t := range m.teller.State.Tasks {
		if t.Name == name {
			m.selected = t.ID
			return true
		}
	}
	return false
}

// selectNext selects the task after the selected one, or before it; of those
// that are done only when there are no others.
func (m *model) selectNext(by int) {
	var tasks []*trace.Task
	for _, t := range m.teller.State.Tasks {
		if t.Status != trace.TaskDone {
			tasks = append(tasks, t)
		}
	}
	if len(tasks) == 0 {
		tasks = m.teller.State.Tasks
	}
	if len(tasks) == 0 {
		return
	}
	at := -1
	if by < 0 {
		at = len(tasks)
	}
	for i, t := range tasks {
		if t.ID == m.selected {
			at = i
		}
	}
	m.selected = tasks[(at+by+len(tasks))%len(tasks)].ID
}
