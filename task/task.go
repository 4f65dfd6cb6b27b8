// Package task has asyncio's Task, which drives a coroutine on a loop, and what
// is composed of tasks: Sleep, Gather, Wait, WaitFor, Shield, AsCompleted,
// Timeout and TaskGroup.
//
// A task's step resumes its coroutine once. The coroutine returns, raises, or
// yields what it waits for; then the task is woken by a callback of that future
// and the next step resumes it. A step and a wake-up are handles in the ready
// queue like any other, and a task needs one at a time, so it embeds it: a
// running task allocates nothing per step.
package task

import (
	"fmt"
	"strconv"

	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/observe"
	"asyncio/process"
)

// Task is asyncio.Task: a future whose outcome is its coroutine's.
type Task struct {
	future.Future
	loop   *loop.Loop
	coro   coroutine.Coroutine
	g      *coroutine.Go // coro, if it is a Go coroutine
	ctx    *contextvars.Context
	own    contextvars.Context // what ctx points to unless one was given
	node   loop.Node
	step   handle.Handle    // the step or wake-up that is queued
	throw  error            // what the queued step throws
	waiter future.Awaitable // what the task waits for

	name       string
	number     uint64 // of Task-N, while the name was not asked for
	cancels    int    // cancel requests not taken back
	named      bool   // the name was set, even if it is empty
	instant    bool   // it ended in its eager first step
	mustCancel bool   // the next step throws CancelledError
	quiet      bool   // its loss is not reported
	leftGroup  bool   // its group knows that it is done
}

// Options say how a task is made. The zero Options is create_task(coro).
type Options struct {
	// Name is the task's name; empty for the next Task-N.
	Name string
	// Context is the context to run in; nil for a copy of the current one.
	Context *contextvars.Context
	// Eager has the first step run at once when the loop is running.
	Eager bool
	// Nameless is a name that was given and is empty.
	Nameless bool
	// Owner is the object of the layer above that stands for the task; it is
	// told before the first step.
	Owner Owner
	// Quiet keeps the loss of the pending task from being reported.
	Quiet bool
}

// Owner is told of the task that it stands for.
type Owner interface{ TaskMade(t *Task) }

// Factory makes the tasks of a loop, as set_task_factory takes it.
type Factory func(l *loop.Loop, c coroutine.Coroutine, o Options) (*Task, error)

// SetFactory makes f the loop's task factory; nil restores the default.
func SetFactory(l *loop.Loop, f Factory) {
	if f == nil {
		l.SetTaskFactory(nil)
		return
	}
	l.SetTaskFactory(f)
}

// EagerFactory is eager_task_factory: the first step of a task runs while it is
// made.
func EagerFactory(l *loop.Loop, c coroutine.Coroutine, o Options) (*Task, error) {
	o.Eager = true
	return New(l, c, o)
}

// Maker is the loop.TaskMaker that loops are made with.
func Maker(l *loop.Loop, c coroutine.Coroutine, own bool) (future.Awaitable, error) {
	t, err := Create(l, c, Options{Quiet: own})
	if err != nil {
		return nil, err
	}
	return t, nil
}

// NewLoop makes a loop whose tasks are this package's.
func NewLoop(c loop.Config) (*loop.Loop, error) {
	c.Tasks = Maker
	return loop.New(c)
}

// Create makes a task through the loop's task factory, as loop.create_task.
func Create(l *loop.Loop, c coroutine.Coroutine, o Options) (*Task, error) {
	if l.IsClosed() {
		return nil, exceptions.RuntimeError("Event loop is closed")
	}
	f, _ := l.TaskFactory().(Factory)
	if f == nil {
		return New(l, c, o)
	}
	t, err := f(l, c, o)
	if err == nil && t.name == "" && !t.named && l.State().Profile.FactoryTaskIsNamedNone && o.Name == "" {
		t.name = "None"
	}
	return t, err
}

// CreateNamed is asyncio.create_task: as Create, but in the versions where the
// name is set afterwards a named task takes a number too.
func CreateNamed(l *loop.Loop, c coroutine.Coroutine, o Options) (*Task, error) {
	if o.Name != "" && l.State().Profile.NamedTaskUsesNumber {
		l.State().NextTaskNumber()
	}
	return Create(l, c, o)
}

// New makes a task of the loop that drives c, as asyncio.Task. It fails with
// TypeError without a coroutine and with RuntimeError on a closed loop.
func New(l *loop.Loop, c coroutine.Coroutine, o Options) (*Task, error) {
	if c == nil {
		return nil, exceptions.TypeError("a coroutine was expected, got None")
	}
	if l.IsClosed() {
		return nil, exceptions.RuntimeError("Event loop is closed")
	}
	t := new(Task)
	t.Init(l, t)
	t.loop, t.coro, t.name, t.quiet = l, c, o.Name, o.Quiet
	if t.named = o.Nameless; t.name == "" && !t.named {
		t.number = l.State().NextTaskNumber()
	}
	if t.ctx = o.Context; t.ctx == nil {
		t.own.Init(l.CurrentContext().Vars())
		t.ctx = &t.own
	}
	switch c := c.(type) {
	case *Coro:
		c.co.adopt(t)
		t.g = &c.Go
	case coroutine.Adopter:
		c.Adopted()
	}
	t.node.Task = t
	if o.Owner != nil {
		o.Owner.TaskMade(t)
	}
	if l.Observer() != nil {
		e := observe.Event{Kind: observe.TaskCreated, ID: t.ID(), Label: t}
		if by := Current(l); by != nil {
			e.Other = by.ID()
		}
		l.Notify(e)
	}
	if o.Eager && l.IsRunning() {
		return t, t.startEagerly()
	}
	if err := t.scheduleStep(nil); err != nil {
		return nil, err
	}
	l.Registry().Add(&t.node)
	return t, nil
}

// startEagerly runs the first step inside the task that makes this one.
func (t *Task) startEagerly() error {
	reg := t.loop.Registry()
	if err := t.ctx.Enter(); err != nil {
		return err
	}
	outer := reg.SetCurrent(nil)
	reg.Add(&t.node)
	thread := t.loop.Thread()
	ctx := thread.Swap(t.ctx, nil)
	err := t.stepWith(nil)
	thread.Restore(ctx)
	t.ctx.Exit()
	reg.SetCurrent(outer)
	t.instant = t.Done()
	return err
}

// EventLoop gives the loop the task runs on.
func (t *Task) EventLoop() *loop.Loop { return t.loop }

// Coroutine gives what the task drives, as get_coro().
func (t *Task) Coroutine() coroutine.Coroutine { return t.coro }

// Context implements contextvars.Holder: the context the task runs in.
func (t *Task) Context() *contextvars.Context { return t.ctx }

// Name gives the task's name.
func (t *Task) Name() string {
	if t.name == "" && !t.named {
		t.name = "Task-" + strconv.FormatUint(t.number, 10)
	}
	return t.name
}

// SetName changes the task's name.
func (t *Task) SetName(name string) { t.name, t.named = name, true }

// Quiet reports whether the loss of the pending task is not reported.
func (t *Task) Quiet() bool { return t.quiet }

// EndedEagerly reports whether the task ended in its eager first step.
func (t *Task) EndedEagerly() bool { return t.instant }

// SetQuiet keeps the loss of the pending task from being reported.
func (t *Task) SetQuiet(yes bool) { t.quiet = yes }

// SetResult fails: a task's outcome is its coroutine's.
func (t *Task) SetResult(any) error {
	return exceptions.RuntimeError("Task does not support set_result operation")
}

// SetException fails: a task's outcome is its coroutine's.
func (t *Task) SetException(error) error {
	return exceptions.RuntimeError("Task does not support set_exception operation")
}

// ClassName implements future.Classer.
func (t *Task) ClassName() string { return "Task" }

// Remains implements future.Mourned.
func (t *Task) Remains(err error) fmt.Stringer {
	r := &remains{name: t.name, number: t.number, err: t.loop.State().ReprOf(err)}
	if t.g != nil {
		r.coro = t.g.Identity()
	} else {
		r.text = describeCoro(t.coro, true)
	}
	return r
}

// DoneKind has the end of a task reported as such.
func (t *Task) DoneKind() observe.Kind { return observe.TaskDone }

// WaitingOn gives the future the task waits for, nil when it does not.
func (t *Task) WaitingOn() future.Awaitable { return t.waiter }

// WaitingFor implements loop.Registered.
func (t *Task) WaitingFor() (what, place string) {
	if t.waiter != nil {
		what = fmt.Sprint(t.waiter)
	}
	if p, ok := t.coro.(coroutine.Placer); ok {
		place = p.Place()
	}
	return what, place
}

// Abandon implements loop.Registered: what the destruction of a pending task
// does in CPython.
func (t *Task) Abandon() {
	if t.Done() {
		return
	}
	t.Destroyed()
	if err := t.coro.Close(); err != nil {
		t.loop.State().Logger.Log(process.Error, fmt.Sprintf("Exception ignored in: %s\n%s",
			describeCoro(t.coro, true), exceptions.Traceback(err)))
	}
}

// Destroyed reports that the task is dropped while it is pending, and forgets
// it. What becomes of its coroutine is left to the caller.
func (t *Task) Destroyed() {
	if !t.quiet {
		c := &handle.ErrorContext{
			Message: "Task was destroyed but it is pending!",
			Entries: []handle.Entry{{Key: "task", Value: t}},
		}
		if origin := t.Created(); origin.Known() {
			c.Entries = append(c.Entries, handle.Entry{Key: "source_traceback", Value: origin})
		}
		_ = t.loop.CallExceptionHandler(c) // nobody is left to take a KeyboardInterrupt
	}
	t.loop.Registry().Remove(&t.node)
}

// All gives the loop's tasks that are not done, as all_tasks: a fresh slice, in
// the State's order for what CPython orders by address.
func All(l *loop.Loop) []*Task {
	reg := l.Registry().Tasks()
	out := make([]*Task, 0, len(reg))
	for _, r := range reg {
		if t, ok := r.(*Task); ok && !t.Done() {
			out = append(out, t)
		}
	}
	l.Arrange(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// Current gives the task whose step is running, nil in callbacks.
func Current(l *loop.Loop) *Task {
	t, _ := l.Registry().Current().(*Task)
	return t
}
