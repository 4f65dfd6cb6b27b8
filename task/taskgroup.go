package task

import (
	"fmt"
	"slices"

	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/loop"
)

// TaskGroup waits for the tasks made in it and lets none outlive it, as
// asyncio.TaskGroup: the first failure cancels the others and the parent.
type TaskGroup struct {
	loop    *loop.Loop
	parent  *Task
	tasks   []*Task // in the order of creation; some are done already
	left    int     // tasks whose end was not told yet
	errs    []error
	base    error // the KeyboardInterrupt or SystemExit that goes before all
	waiter  *future.Future
	owner   any
	entered bool
	exiting bool
	abort   bool
	// parentCancel: the group itself has asked the parent to end, which is
	// taken back at the exit.
	parentCancel bool
}

// NewTaskGroup makes a group; Enter opens it.
func NewTaskGroup() *TaskGroup { return &TaskGroup{} }

// Tasks gives the tasks that are not done, in the order of their creation.
func (g *TaskGroup) Tasks() []*Task {
	var out []*Task
	for _, t := range g.tasks {
		if !t.leftGroup {
			out = append(out, t)
		}
	}
	return out
}

// Parent gives the task that the group was opened in, nil before.
func (g *TaskGroup) Parent() *Task { return g.parent }

// Errors gives what the tasks have raised so far.
func (g *TaskGroup) Errors() []error { return slices.Clone(g.errs) }

// Flags tells whether the group was opened, is being left, and is ending its
// tasks.
func (g *TaskGroup) Flags() (entered, exiting, aborting bool) { return g.entered, g.exiting, g.abort }

// Enter opens the group in co's task.
func (g *TaskGroup) Enter(co *Co) error {
	if co == nil {
		return g.EnterTask(nil)
	}
	return g.EnterTask(co.task)
}

// EnterTask is Enter for the task that runs now, nil for none.
func (g *TaskGroup) EnterTask(in *Task) error {
	if g.entered {
		return exceptions.RuntimeError("TaskGroup %s has already been entered", g.repr())
	}
	if in == nil {
		return exceptions.RuntimeError("TaskGroup %s cannot determine the parent task", g.repr())
	}
	g.entered, g.loop, g.parent = true, in.loop, in
	return nil
}

// Owner gives the object of the layer above that stands for the group.
func (g *TaskGroup) Owner() any { return g.owner }

// SetOwner has messages print o, the object of the layer above that stands for
// the group.
func (g *TaskGroup) SetOwner(o any) { g.owner = o }

func (g *TaskGroup) repr() string {
	if g.owner != nil && g.loop != nil {
		return g.loop.State().ReprOf(g.owner)
	}
	return g.String()
}

// CreateTask makes a task in the group. It fails with RuntimeError outside the
// group's life and while it is shutting down; from 3.13 on the coroutine is
// closed then.
func (g *TaskGroup) CreateTask(c coroutine.Coroutine, o Options) (*Task, error) {
	return g.CreateTaskBy(c, func() (*Task, error) { return CreateNamed(g.loop, c, o) })
}

// CreateTaskBy is CreateTask with a way of one's own to make the task of c.
func (g *TaskGroup) CreateTaskBy(c coroutine.Coroutine, create func() (*Task, error)) (*Task, error) {
	why := ""
	switch {
	case !g.entered:
		why = "has not been entered"
	case g.exiting && g.left == 0:
		why = "is finished"
	case g.abort:
		why = "is shutting down"
	}
	if why != "" {
		if g.loop == nil || g.loop.State().Profile.GroupClosesRefused {
			if err := c.Close(); err != nil {
				return nil, err
			}
		}
		return nil, exceptions.RuntimeError("TaskGroup %s %s", g.repr(), why)
	}
	t, err := create()
	if err != nil {
		return nil, err
	}
	g.left++
	if t.Done() {
		return t, g.FutureDone(t)
	}
	g.tasks = append(g.tasks, t)
	return t, t.AddDoneCallback(g, nil)
}

// Exit waits for the group's tasks. err is what the code inside returned; what
// comes back is err, an ExceptionGroup of all failures, a CancelledError, or
// the KeyboardInterrupt or SystemExit that came up.
func (g *TaskGroup) Exit(co *Co, err error) error {
	_, err = co.Do(g.ExitOp(err))
	return err
}

// ExitOp is Exit as an operation without a value.
func (g *TaskGroup) ExitOp(err error) Op { return &groupExit{g: g, body: err} }

type groupExit struct {
	g         *TaskGroup
	body      error // what the code inside returned
	cancelled error // the CancelledError to be passed on
}

// Begin implements Op.
func (x *groupExit) Begin(on *loop.Loop) (any, bool, error) {
	g := x.g
	if g.loop == nil { // it was never entered
		g.loop = on
	}
	g.exiting = true
	if exceptions.LeavesLoop(x.body) && g.base == nil {
		g.base = x.body
	}
	if exceptions.IsCancelled(x.body) {
		x.cancelled = x.body
	}
	if g.loop.State().Profile.GroupLeaksCancel {
		x.uncancel()
	}
	if x.body != nil && !g.abort {
		g.abortAll()
	}
	return x.wait()
}

// uncancel takes the group's own cancel of its parent back.
func (x *groupExit) uncancel() {
	if x.g.parentCancel && x.g.parent.Uncancel() == 0 {
		x.cancelled = nil
	}
}

func (x *groupExit) wait() (any, bool, error) {
	g := x.g
	if g.left == 0 {
		return nil, true, x.outcome()
	}
	if g.waiter == nil {
		g.waiter = future.New(g.loop)
	}
	return g.waiter, false, nil
}

// Resume implements Op.
func (x *groupExit) Resume(_ any, err error) (any, bool, error) {
	g := x.g
	if exceptions.IsCancelled(err) {
		if !g.abort {
			x.cancelled = err
			g.abortAll()
		}
	} else if err != nil {
		return nil, true, err
	}
	g.waiter = nil
	return x.wait()
}

// outcome gives what leaves the group once its tasks are done.
func (x *groupExit) outcome() error {
	g, p := x.g, x.g.loop.State().Profile
	if g.base != nil {
		return g.base
	}
	if !p.GroupLeaksCancel {
		x.uncancel()
	}
	if x.cancelled != nil && len(g.errs) == 0 {
		return x.cancelled
	}
	if x.body != nil && !exceptions.IsCancelled(x.body) {
		g.errs = append(g.errs, x.body)
	}
	if len(g.errs) == 0 {
		return x.body
	}
	if p.GroupRecancels && g.parent == nil { // it was never entered
		return exceptions.ErrAttribute.New("'NoneType' object has no attribute 'cancelling'")
	}
	if p.GroupRecancels && g.parent.Cancelling() > 0 {
		g.parent.Uncancel()
		if _, e := g.parent.TryCancel(nil); e != nil {
			return e
		}
	}
	errs := g.errs
	g.errs = nil
	all := exceptions.NewGroup("unhandled errors in a TaskGroup", errs)
	all.Context, all.FromNone = x.body, true
	return all
}

// Value implements Op.
func (x *groupExit) Value() any { return nil }

// Abort cancels the group's tasks and has it take no more.
func (g *TaskGroup) Abort() { g.abortAll() }

func (g *TaskGroup) abortAll() {
	g.abort = true
	order := append([]*Task(nil), g.tasks...)
	g.loop.Arrange(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	for _, t := range order {
		if !t.Done() {
			t.Cancel()
		}
	}
}

// FutureDone implements future.DoneCallback: a task of the group is done.
func (g *TaskGroup) FutureDone(f future.Awaitable) error {
	t := f.(*Task)
	t.leftGroup = true
	if g.left--; len(g.tasks) >= 2*g.left {
		g.tasks = slices.DeleteFunc(g.tasks, func(t *Task) bool { return t.leftGroup })
	}
	if g.waiter != nil && g.left == 0 && !g.waiter.Done() {
		if err := g.waiter.SetResult(true); err != nil {
			return err
		}
	}
	if t.Cancelled() {
		return nil
	}
	exc, _ := t.Exception()
	if exc == nil {
		return nil
	}
	g.errs = append(g.errs, exc)
	if exceptions.LeavesLoop(exc) && g.base == nil {
		g.base = exc
	}
	if g.parent.Done() {
		return g.loop.CallExceptionHandler(&handle.ErrorContext{
			Message:   fmt.Sprintf("Task %v has errored out but its parent task %v is already completed", t, g.parent),
			Exception: exc, Entries: []handle.Entry{{Key: "task", Value: t}},
		})
	}
	if g.abort || g.parentCancel {
		return nil
	}
	g.abortAll()
	g.parentCancel = true
	_, err := g.parent.TryCancel(nil)
	return err
}

// CallbackName implements future.CallbackNamer.
func (*TaskGroup) CallbackName() (name, place string) { return "TaskGroup._on_task_done", "" }

// String gives the group as repr() does.
func (g *TaskGroup) String() string {
	s := "<TaskGroup"
	if g.left > 0 {
		s += fmt.Sprintf(" tasks=%d", g.left)
	}
	if len(g.errs) > 0 {
		s += fmt.Sprintf(" errors=%d", len(g.errs))
	}
	if g.abort {
		s += " cancelling"
	} else if g.entered {
		s += " entered"
	}
	return s + ">"
}
