package text

import (
	"fmt"
	"strings"

	"asyncio/trace"
)

// task words what happens to a task.
func (t *Teller) task(e *trace.Event) Line {
	line := Line{}
	if f, ok := Current(e.Stack); ok {
		line.File, line.Number = f.File, f.Line
	}
	switch e.Kind {
	case trace.Created:
		line.Verb, line.Text = "creates", e.Name
		if len(e.Stack) > 0 {
			line.Text += " of " + e.Stack[0].Function
		}
	case trace.Step:
		line.Verb, line.Text = t.resumed(e)
	case trace.Blocked, trace.Yielded:
		line.Verb, line.Text = "waits", "for "+t.WaitText(e.On, e.Object, e.Future, e.Awaits)
		if e.Kind == trace.Yielded {
			line.Verb, line.Text = "yields", "to the loop"
			if e.On != "" {
				line.Text += " in " + e.On
			}
		}
		if step := t.step(e); step == nil || step.ID != e.Task {
			line.Text = t.name(e.Task) + " " + line.Text
		}
	case trace.Woken:
		// Told by the step that follows.
	case trace.Cancel:
		line = Line{Verb: "cancels", Text: t.name(e.Task)}
		if step := t.step(e); e.By != 0 && (step == nil || step.ID != e.By) {
			line.Text += " by " + t.name(e.By)
		}
	case trace.Done:
		name := e.Name
		if name == "" {
			name = t.name(e.Task)
		}
		line = Line{Verb: "ends", Text: name + ": " + outcome(e.Outcome, e.Error)}
	}
	return line
}

// resumed words a step: where the coroutine begins or goes on, and with what.
func (t *Teller) resumed(e *trace.Event) (verb, text string) {
	f, ok := Current(e.Stack)
	if !ok && len(e.Stack) > 0 {
		f = e.Stack[len(e.Stack)-1]
	}
	text = f.Function
	if len(e.Stack) == 0 {
		text = t.name(e.Task)
	}
	if last := len(e.Stack) - 1; ok && last >= 0 && e.Stack[last].Library {
		for _, g := range e.Stack {
			if g.Library {
				text += " in " + g.Function
				break
			}
		}
	}
	by, woken := t.woken[e.Task]
	verb = "goes on"
	if !t.begun[e.Task] {
		verb = "begins"
	}
	switch from := t.futures[by]; {
	case woken && t.State.Task(by) != nil:
		text += fmt.Sprintf(", woken by %s: %s", t.name(by), outcome(from.outcome, from.error))
	case woken:
		text += fmt.Sprintf(", woken by f%d: %s", by, outcome(from.outcome, from.error))
	case e.Throw:
		text += ", with an exception thrown in"
	}
	return verb, strings.TrimPrefix(text, ", ")
}

// WaitText words what a task waits for.
func (t *Teller) WaitText(on, object string, future uint64, awaits []uint64) string {
	text := on
	if object != "" {
		text += " on " + object
	}
	if t.State.Task(future) != nil {
		if on == "" || on == "Task" {
			return t.name(future)
		}
		text += ", " + t.name(future)
	} else if future != 0 {
		text += fmt.Sprintf(" (f%d)", future)
	}
	if len(awaits) > 0 {
		names := make([]string, 0, len(awaits))
		for _, id := range awaits {
			names = append(names, t.name(id))
		}
		text += " of " + list(names)
	}
	return text
}

// shown is how many of a list are named.
const shown = 8

// list joins names, the first ones if there are many.
func list(names []string) string {
	if len(names) > shown+1 {
		return strings.Join(names[:shown], ", ") + fmt.Sprintf(" and %d more", len(names)-shown)
	}
	return strings.Join(names, ", ")
}

// Current gives the frame of a coroutine in which its own code stands: the
// innermost one that is not asyncio's.
func Current(stack []trace.Frame) (trace.Frame, bool) {
	for i := len(stack) - 1; i >= 0; i-- {
		if !stack[i].Library && stack[i].File != "" {
			return stack[i], true
		}
	}
	return trace.Frame{}, false
}
