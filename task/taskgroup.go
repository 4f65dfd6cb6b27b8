package task

import (
	"fmt"

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
	tasks   []*Task // not done, in the order of creation
	errs    []error
	base    error // the KeyboardInterrupt or SystemExit that goes before all
	waiter  *future.Future
	entered bool
	exiting bool
	abort   bool
	// parentCancel: the group itself has asked the parent to end, which is
	// taken back at the exit.
	parentCancel bool
}

// NewTaskGroup makes a group; Enter opens it.
func NewTaskGroup() *TaskGroup { return &TaskGroup{} }

// Enter opens the group in co's task.
func (g *TaskGroup) Enter(co *Co) error {
	if g.entered {
		return exceptions.RuntimeError("TaskGroup %v has already been entered", g)
	}
	if co == nil || co.task == nil {
		return exceptions.RuntimeError("TaskGroup %v cannot determine the parent task", g)
	}
	g.entered, g.loop, g.parent = true, co.task.loop, co.task
	return nil
}

// CreateTask makes a task in the group. It fails with RuntimeError outside the
// group's life and while it is shutting down; from 3.13 on the coroutine is
// closed then.
func (g *TaskGroup) CreateTask(c coroutine.Coroutine, o Options) (*Task, error) {
	why := ""
	switch {
	case !g.entered:
		why = "has not been entered"
	case g.exiting && len(g.tasks) == 0:
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
		return nil, exceptions.RuntimeError("TaskGroup %v %s", g, why)
	}
	t, err := CreateNamed(g.loop, c, o)
	if err != nil {
		return nil, err
	}
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
	g.exiting = true
	if exceptions.LeavesLoop(err) && g.base == nil {
		g.base = err
	}
	p := g.loop.State().Profile
	var cancelled error
	if exceptions.IsCancelled(err) {
		cancelled = err
	}
	uncancel := func() {
		if g.parentCancel && g.parent.Uncancel() == 0 {
			cancelled = nil
		}
	}
	if p.GroupLeaksCancel {
		uncancel()
	}
	if err != nil && !g.abort {
		g.abortAll()
	}
	for len(g.tasks) > 0 {
		if g.waiter == nil {
			g.waiter = future.New(g.loop)
		}
		if _, e := co.Await(g.waiter); exceptions.IsCancelled(e) {
			if !g.abort {
				cancelled = e
				g.abortAll()
			}
		} else if e != nil {
			return e
		}
		g.waiter = nil
	}
	if g.base != nil {
		return g.base
	}
	if !p.GroupLeaksCancel {
		uncancel()
	}
	if cancelled != nil && len(g.errs) == 0 {
		return cancelled
	}
	if err != nil && !exceptions.IsCancelled(err) {
		g.errs = append(g.errs, err)
	}
	if len(g.errs) == 0 {
		return err
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
	all.Context, all.FromNone = err, true
	return all
}

func (g *TaskGroup) abortAll() {
	g.abort = true
	order := append([]*Task(nil), g.tasks...)
	g.loop.State().Orders.Arrange(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	for _, t := range order {
		if !t.Done() {
			t.Cancel()
		}
	}
}

// FutureDone implements future.DoneCallback: a task of the group is done.
func (g *TaskGroup) FutureDone(f future.Awaitable) error {
	t := f.(*Task)
	for i, o := range g.tasks {
		if o == t {
			g.tasks = append(g.tasks[:i], g.tasks[i+1:]...)
			break
		}
	}
	if g.waiter != nil && len(g.tasks) == 0 && !g.waiter.Done() {
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
	if len(g.tasks) > 0 {
		s += fmt.Sprintf(" tasks=%d", len(g.tasks))
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
