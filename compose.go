package asyncio

import (
	"time"

	"asyncio/future"
	"asyncio/task"
)

// When says what Wait waits for.
type When = task.When

// The values of Wait's when.
const (
	FirstCompleted = task.FirstCompleted
	FirstException = task.FirstException
	AllCompleted   = task.AllCompleted
)

// Forever stands for no timeout where a duration is taken.
const Forever time.Duration = 1<<63 - 1

func timeout(d time.Duration) float64 {
	if d == Forever {
		return task.NoTimeout
	}
	return d.Seconds()
}

// Wait waits until the tasks or futures are done as when says, at most d
// (Forever for no limit), and gives those that are done and those that are not.
// It never cancels one, and a timeout is not an error. It fails with ValueError
// without any.
func Wait[A Awaitable[T], T any](co *Co, aws []A, d time.Duration, when When) (done, pending []A, err error) {
	cores := make([]any, len(aws))
	views := make(map[any]A, len(aws))
	for i, a := range aws {
		cores[i] = a.Core()
		views[cores[i]] = a
	}
	d1, p1, err := task.Wait(co, cores, timeout(d), when)
	return viewsOf(views, d1), viewsOf(views, p1), err
}

func viewsOf[A any](views map[any]A, fs []future.Awaitable) []A {
	out := make([]A, 0, len(fs))
	for _, f := range fs {
		out = append(out, views[f])
	}
	return out
}

// Completed gives results in the order they come, as as_completed.
type Completed[T any] struct{ c *task.Completed }

// AsCompleted runs the awaitables at the same time and gives their outcomes as
// they come, with at most d for all of them, Forever for no limit.
func AsCompleted[T any](co *Co, d time.Duration, aws ...Awaitable[T]) (Completed[T], error) {
	c, err := task.AsCompleted(co.Loop(), cores(aws), timeout(d))
	return Completed[T]{c}, err
}

// More reports whether another outcome is to come.
func (c Completed[T]) More() (bool, error) { return c.c.More() }

// Next waits for the next outcome: a result, the error of what failed, or
// TimeoutError.
func (c Completed[T]) Next(co *Co) (T, error) {
	f, err := c.c.Next(co)
	if err != nil {
		return cast[T](nil), err
	}
	v, err := f.Result()
	return cast[T](v), err
}

// Timeout runs body and cancels its task after d; the CancelledError that
// leaves body then becomes TimeoutError. It is `async with asyncio.timeout(d)`.
func Timeout(co *Co, d time.Duration, body func(t *TimeoutScope) error) error {
	when := task.Never
	if d != Forever {
		when = co.Loop().Time() + d.Seconds()
	}
	return TimeoutAt(co, when, body)
}

// TimeoutAt is Timeout with a moment of the loop's time, in seconds.
func TimeoutAt(co *Co, when float64, body func(t *TimeoutScope) error) error {
	t := task.NewTimeout(co.Loop(), when)
	if err := t.Enter(co); err != nil {
		return err
	}
	return t.Exit(body(t))
}

// TimeoutScope is a running Timeout, which can be rescheduled.
type TimeoutScope = task.Timeout

// TaskGroup runs body with a group, then waits for every task made in it. The
// first failure cancels the others, and all failures come out as one
// ExceptionGroup. It is `async with asyncio.TaskGroup()`.
func TaskGroup(co *Co, body func(g *Group) error) error {
	g := task.NewTaskGroup()
	if err := g.Enter(co); err != nil {
		return err
	}
	return g.Exit(co, body(&Group{g, co}))
}

// Group is an open TaskGroup.
type Group struct {
	*task.TaskGroup
	co *Co
}

// Create runs fn as a task of the group. It fails with RuntimeError once the
// group is shutting down or finished.
func (g *Group) Create(fn func(co *Co) error, opts ...TaskOption) (Task[Void], error) {
	t, err := g.TaskGroup.CreateTask(task.NewCoro(g.co.Loop(), plain(fn), entryOf(fn)), taskOptions(opts))
	return Task[Void]{t}, err
}

// CreateIn is Group.Create for a function with a result.
func CreateIn[T any](g *Group, fn func(co *Co) (T, error), opts ...TaskOption) (Task[T], error) {
	t, err := g.TaskGroup.CreateTask(task.NewCoro(g.co.Loop(), typed(fn), entryOf(fn)), taskOptions(opts))
	return Task[T]{t}, err
}

// EnsureFuture gives the future that a stands for: a itself, or a new task for
// a coroutine.
func EnsureFuture[T any](co *Co, a Awaitable[T]) (Future[T], error) {
	f, err := task.Ensure(co.Loop(), a.Core())
	return Future[T]{f}, err
}

// EagerTasks has the tasks of l run their first step while they are made, as
// eager_task_factory.
func EagerTasks(l *Loop) { task.SetFactory(l, task.EagerFactory) }

// SetTaskFactory makes f the loop's task factory; nil restores the default.
func SetTaskFactory(l *Loop, f task.Factory) { task.SetFactory(l, f) }
