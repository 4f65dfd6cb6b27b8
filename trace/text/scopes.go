package text

import (
	"fmt"
	"io"
	"strings"

	"asyncio/trace"
)

// scope words what happens to trio's scopes and nurseries. Those of a nursery
// are not told of by themselves as they are entered and left.
func (t *Teller) scope(e *trace.Event) Line {
	switch e.Kind {
	case trace.Entered:
		return Line{Verb: "enters", Text: scopeName(e.Scope) + flagText(e.Shield, false, 0, "")}
	case trace.Changed:
		return Line{Verb: "changes", Text: scopeName(e.Scope) + flagText(e.Shield, false, e.When, "")}
	case trace.Fired:
		line := Line{Verb: "cancels", Text: scopeName(e.Scope)}
		if e.Reason != "" {
			line.Text += ": " + e.Reason
		}
		return line
	case trace.Left:
		line := Line{Verb: "leaves", Text: scopeName(e.Scope)}
		if e.Caught {
			line.Text += ", which has caught a cancellation"
		}
		return line
	case trace.Opened:
		return Line{Verb: "opens", Text: fmt.Sprintf("nursery n%d in %s", e.Nursery, scopeName(e.Scope))}
	case trace.Closed:
		return Line{Verb: "closes", Text: fmt.Sprintf("nursery n%d", e.Nursery)}
	}
	return Line{Verb: "places", Text: fmt.Sprintf("%s in nursery n%d", t.name(e.Task), e.Nursery)}
}

func scopeName(id uint64) string { return fmt.Sprintf("scope s%d", id) }

// flagText words what a scope is, in brackets.
func flagText(shield, cancelled bool, when float64, reason string) string {
	var words []string
	if shield {
		words = append(words, "shielded")
	}
	if when != 0 {
		words = append(words, "deadline "+Seconds(when))
	}
	if cancelled {
		words = append(words, strings.TrimSuffix("cancelled: "+reason, ": "))
	}
	if len(words) == 0 {
		return ""
	}
	return " (" + strings.Join(words, ", ") + ")"
}

// trioTree writes trio's tasks as a tree: below a task where its coroutine is and
// the scopes it has entered, the outermost first, and below a nursery's the
// tasks in it. Tasks that are done are left out.
func (t *tree) trioTree(w io.Writer) error {
	for _, task := range t.state.Tasks {
		if task.Status != trace.TaskDone && task.Nursery == 0 {
			if err := t.trioTask(w, task, "", true); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *tree) trioTask(w io.Writer, task *trace.Task, indent string, last bool) error {
	indent, err := branch(w, indent, "(T) "+task.Name, last)
	for _, f := range task.Stack {
		if err == nil && f.Function != "" {
			indent, err = branch(w, indent, " "+frame(f), true)
		}
	}
	for _, scope := range t.state.Scopes {
		if scope.Task != task.ID || err != nil {
			continue
		}
		what := "(S) scope"
		inside := []*trace.Task(nil)
		for _, n := range t.state.Nurseries {
			if n.Scope == scope.ID {
				what, inside = "(N) nursery", t.in(n.ID)
			}
		}
		indent, err = branch(w, indent, what+flagText(scope.Shield, scope.Cancelled, scope.When, scope.Reason), true)
		for i, child := range inside {
			if err == nil {
				err = t.trioTask(w, child, indent, i == len(inside)-1 && !t.more(scope))
			}
		}
	}
	return err
}

// in gives the tasks in a nursery that are not done.
func (t *tree) in(nursery uint64) []*trace.Task {
	var tasks []*trace.Task
	for _, task := range t.state.Tasks {
		if task.Nursery == nursery && task.Status != trace.TaskDone {
			tasks = append(tasks, task)
		}
	}
	return tasks
}

// more reports whether the task of a scope has entered another within it.
func (t *tree) more(scope *trace.Scope) bool {
	after := false
	for _, other := range t.state.Scopes {
		if after && other.Task == scope.Task {
			return true
		}
		after = after || other == scope
	}
	return false
}
