package text

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"asyncio/trace"
)

// CycleError tells of tasks that wait for each other, of which there is no tree.
type CycleError struct{ Tasks []string }

// Error lists the tasks, the first one once more at the end.
func (e *CycleError) Error() string {
	return "tasks await each other: " + strings.Join(append(slices.Clone(e.Tasks), e.Tasks[0]), " → ")
}

// Tree writes which task awaits which, in the form of Python 3.14's
// `python -m asyncio pstree`: below a task its coroutines, outermost first,
// below them the tasks that the innermost one awaits. Tasks that nobody awaits
// are roots. Tasks that are done are left out. trio's tasks stand below the
// nursery they run in.
func Tree(w io.Writer, s *trace.State) error {
	t := &tree{state: s, awaited: map[uint64]bool{}}
	if len(s.Nurseries) > 0 {
		return t.trioTree(w)
	}
	var errs []error
	for _, task := range s.Tasks {
		for _, id := range t.below(task) {
			t.awaited[id] = true
		}
	}
	for _, task := range s.Tasks {
		if err := t.cycle(task); err != nil {
			return err
		}
	}
	for _, task := range s.Tasks {
		if task.Status != trace.TaskDone && !t.awaited[task.ID] {
			errs = append(errs, t.task(w, task, "", true))
		}
	}
	return errors.Join(errs...)
}

type tree struct {
	state   *trace.State
	awaited map[uint64]bool
}

// below gives the tasks that a task awaits.
func (t *tree) below(task *trace.Task) []uint64 {
	if task.Status == trace.TaskDone {
		return nil
	}
	var ids []uint64
	for _, id := range append([]uint64{task.Future}, task.Awaits...) {
		if on := t.state.Task(id); on != nil && on.Status != trace.TaskDone && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// cycle finds a task that awaits itself by way of others.
func (t *tree) cycle(from *trace.Task) error {
	var way []string
	seen := map[uint64]bool{}
	var walk func(task *trace.Task) bool
	walk = func(task *trace.Task) bool {
		way = append(way, task.Name)
		for _, id := range t.below(task) {
			if id == from.ID {
				return true
			}
			if !seen[id] {
				seen[id] = true
				if walk(t.state.Task(id)) {
					return true
				}
			}
		}
		way = way[:len(way)-1]
		return false
	}
	if walk(from) {
		return &CycleError{way}
	}
	return nil
}

// task writes a task and what is below it.
func (t *tree) task(w io.Writer, task *trace.Task, indent string, last bool) error {
	indent, err := branch(w, indent, "(T) "+task.Name, last)
	for _, f := range task.Stack {
		if err == nil {
			indent, err = branch(w, indent, " "+frame(f), true)
		}
	}
	ids := t.below(task)
	for i, id := range ids {
		if err == nil {
			err = t.task(w, t.state.Task(id), indent, i == len(ids)-1)
		}
	}
	return err
}

// branch writes a line and gives the indent of what hangs on it.
func branch(w io.Writer, indent, what string, last bool) (string, error) {
	arm, under := "├── ", "│   "
	if last {
		arm, under = "└── ", "    "
	}
	_, err := fmt.Fprintln(w, indent+arm+what)
	return indent + under, err
}

// frame words a coroutine's place. One of asyncio's own has none here.
func frame(f trace.Frame) string {
	if f.Library || f.File == "" {
		return f.Function
	}
	return f.Function + " " + filepath.Base(f.File) + ":" + strconv.Itoa(f.Line)
}
