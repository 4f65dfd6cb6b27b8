package asyncio

import (
	"reflect"
	"time"

	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/process"
	"asyncio/profile"
	"asyncio/task"
)

// Awaitable is what Await takes: a typed view of a future, task or coroutine.
type Awaitable[T any] interface {
	// Core gives the untyped object of the core.
	Core() any
	// Cast gives a result of the core object as T.
	Cast(v any) T
}

// Future is a typed view of a future. Its core object is the same for all
// views of it.
type Future[T any] struct{ AnyFuture }

// NewFuture makes a pending future of co's loop.
func NewFuture[T any](co *Co) Future[T] { return Future[T]{co.Loop().CreateFuture()} }

// NewFutureOf is NewFuture for callbacks, which know their loop only.
func NewFutureOf[T any](l *Loop) Future[T] { return Future[T]{l.CreateFuture()} }

// Core implements Awaitable.
func (f Future[T]) Core() any { return f.AnyFuture }

// Cast implements Awaitable.
func (f Future[T]) Cast(v any) T { return cast[T](v) }

// Result gives the outcome. It fails with the exception that was set, with
// CancelledError, or with InvalidStateError while there is none.
func (f Future[T]) Result() (T, error) {
	v, err := f.AnyFuture.Result()
	return cast[T](v), err
}

// SetResult ends the future with v.
func (f Future[T]) SetResult(v T) error { return settable(f.AnyFuture).SetResult(v) }

// SetException ends the future with err.
func (f Future[T]) SetException(err error) error { return settable(f.AnyFuture).SetException(err) }

// Cancel asks for cancellation, with a message at most, and reports whether
// that was possible.
func (f Future[T]) Cancel(msg ...any) bool {
	ok, err := f.TryCancel(future.First(msg))
	return ok && err == nil
}

// AddDoneCallback has fn called through the loop once the future is done.
func (f Future[T]) AddDoneCallback(fn func(Future[T]) error) error {
	return f.AnyFuture.AddDoneCallback(future.Func(func(future.Awaitable) error { return fn(f) }), nil)
}

type setter interface {
	SetResult(v any) error
	SetException(err error) error
}

// settable gives a future's setters; what has none refuses as a task does.
func settable(f AnyFuture) setter {
	if s, ok := f.(setter); ok {
		return s
	}
	return (*task.Task)(nil)
}

// Task is a typed view of a task.
type Task[T any] struct{ *AnyTask }

// Core implements Awaitable.
func (t Task[T]) Core() any { return t.AnyTask }

// Cast implements Awaitable.
func (t Task[T]) Cast(v any) T { return cast[T](v) }

// Result gives the outcome. It fails with the task's error, with
// CancelledError, or with InvalidStateError while it is not done.
func (t Task[T]) Result() (T, error) {
	v, err := t.AnyTask.Result()
	return cast[T](v), err
}

// AddDoneCallback has fn called through the loop once the task is done.
func (t Task[T]) AddDoneCallback(fn func(Task[T]) error) error {
	return t.AnyTask.AddDoneCallback(future.Func(func(future.Awaitable) error { return fn(t) }), nil)
}

// Coroutine is a typed view of a coroutine that was not awaited yet.
type Coroutine[T any] struct{ c *task.Coro }

// Core implements Awaitable.
func (c Coroutine[T]) Core() any { return c.c }

// Cast implements Awaitable.
func (c Coroutine[T]) Cast(v any) T { return cast[T](v) }

// Coro makes a coroutine of a function without a result, to be given to
// Gather, WaitFor, Shield and kin.
func Coro(co *Co, fn func(co *Co) error) Coroutine[Void] {
	return Coroutine[Void]{task.NewCoro(co.Loop(), plain(fn), entryOf(fn))}
}

// CoroOf is Coro for a function with a result.
func CoroOf[T any](co *Co, fn func(co *Co) (T, error)) Coroutine[T] {
	return Coroutine[T]{task.NewCoro(co.Loop(), typed(fn), entryOf(fn))}
}

// TaskOption changes how a task is made.
type TaskOption func(*task.Options)

// WithName names a task.
func WithName(name string) TaskOption { return func(o *task.Options) { o.Name = name } }

// WithContext has a task run in ctx instead of a copy of the current context.
func WithContext(ctx *Context) TaskOption { return func(o *task.Options) { o.Context = ctx } }

// Eager has a task's first step run while it is made.
func Eager() TaskOption { return func(o *task.Options) { o.Eager = true } }

func taskOptions(opts []TaskOption) (o task.Options) {
	for _, opt := range opts {
		opt(&o)
	}
	return o
}

// CreateTask runs fn as a task, at the same time as its caller, as
// asyncio.create_task. The task is held by the loop until it is done.
func CreateTask(co *Co, fn func(co *Co) error, opts ...TaskOption) Task[Void] {
	return Task[Void]{create(co, plain(fn), entryOf(fn), opts)}
}

// CreateTaskOf is CreateTask for a function with a result.
func CreateTaskOf[T any](co *Co, fn func(co *Co) (T, error), opts ...TaskOption) Task[T] {
	return Task[T]{create(co, typed(fn), entryOf(fn), opts)}
}

// create makes a task on a running loop, where that fails for no reason of the
// caller's but a nil function or a KeyboardInterrupt in an eager step; the
// task then carries the error.
func create(co *Co, fn task.Func, entry uintptr, opts []TaskOption) *task.Task {
	l := co.Loop()
	t, err := task.CreateNamed(l, task.NewCoro(l, fn, entry), taskOptions(opts))
	if err != nil && t == nil {
		t, _ = task.New(l, task.NewCoro(l, func(*Co) (any, error) { return nil, err }, entry), task.Options{})
	}
	return t
}

// CreateTaskOn makes a task on a loop that need not be running, as
// loop.create_task. It fails with RuntimeError on a closed loop.
func CreateTaskOn[T any](l *Loop, fn func(co *Co) (T, error), opts ...TaskOption) (Task[T], error) {
	t, err := task.Create(l, task.NewCoro(l, typed(fn), entryOf(fn)), taskOptions(opts))
	return Task[T]{t}, err
}

// Await suspends the coroutine until a is done and gives its outcome. A
// coroutine is run within this one.
func Await[T any](co *Co, a Awaitable[T]) (T, error) {
	v, err := co.AwaitAny(a.Core())
	return a.Cast(v), err
}

// RunUntilComplete runs the loop until a is done and gives its outcome.
func RunUntilComplete[T any](l *Loop, a Awaitable[T]) (T, error) {
	var v any
	var err error
	switch c := a.Core().(type) {
	case future.Awaitable:
		v, err = l.RunUntilComplete(c)
	case coroutine.Coroutine:
		v, err = l.RunCoroutine(c)
	}
	return a.Cast(v), err
}

// Gathered is what Gather gives: a view of the list of results as []T.
type Gathered[T any] struct{ AnyFuture }

// Core implements Awaitable.
func (g Gathered[T]) Core() any { return g.AnyFuture }

// Cast implements Awaitable.
func (g Gathered[T]) Cast(v any) []T {
	list, _ := v.([]any)
	out := make([]T, len(list))
	for i, x := range list {
		out[i] = cast[T](x)
	}
	return out
}

// Cancel cancels the gathered tasks.
func (g Gathered[T]) Cancel(msg ...any) bool {
	ok, err := g.TryCancel(future.First(msg))
	return ok && err == nil
}

// Gather runs the awaitables at the same time and gives a future of their
// results in the order of the arguments. The first failure ends it; the others
// run on.
func Gather[T any](co *Co, aws ...Awaitable[T]) Gathered[T] {
	f, err := task.Gather(co.Loop(), cores(aws), false)
	if err != nil {
		return Gathered[T]{failed(co, err)}
	}
	return Gathered[T]{f}
}

// GatherSlice is Gather for a slice of tasks, or of other awaitables of one
// type, as gather(*tasks).
func GatherSlice[A Awaitable[T], T any](co *Co, aws []A) Gathered[T] {
	list := make([]Awaitable[T], len(aws))
	for i, a := range aws {
		list[i] = a
	}
	return Gather(co, list...)
}

// Outcome is a result or an error.
type Outcome[T any] struct {
	Value T
	Err   error
}

// GatherOutcomes is Gather with return_exceptions=True: it waits for all and
// gives each one's result or error.
func GatherOutcomes[T any](co *Co, aws ...Awaitable[T]) ([]Outcome[T], error) {
	f, err := task.Gather(co.Loop(), cores(aws), true)
	if err != nil {
		return nil, err
	}
	v, err := co.Await(f)
	if err != nil {
		return nil, err
	}
	list, _ := v.([]any)
	out := make([]Outcome[T], len(list))
	for i, x := range list {
		if e, ok := x.(error); ok {
			out[i].Err = e
		} else {
			out[i].Value = cast[T](x)
		}
	}
	return out, nil
}

// failed gives a future that has failed, for views that carry their error.
func failed(co *Co, err error) AnyFuture {
	f := future.New(co.Loop())
	_ = f.SetException(err) // a fresh future without callbacks takes any error
	return f
}

func cores[T any](aws []Awaitable[T]) []any {
	out := make([]any, len(aws))
	for i, a := range aws {
		out[i] = a.Core()
	}
	return out
}

// Shield gives a future that ends as a does but whose cancellation does not
// reach a.
func Shield[T any](co *Co, a Awaitable[T]) Future[T] {
	f, err := task.Shield(co.Loop(), a.Core())
	if err != nil {
		return Future[T]{failed(co, err)}
	}
	return Future[T]{f}
}

// WaitFor awaits a for at most d, Forever for no limit; then a is cancelled and
// TimeoutError comes out.
func WaitFor[T any](co *Co, a Awaitable[T], d time.Duration) (T, error) {
	v, err := task.WaitFor(co, a.Core(), timeout(d))
	return a.Cast(v), err
}

func plain(fn func(co *Co) error) task.Func {
	if fn == nil {
		return nil
	}
	return func(co *Co) (any, error) { return nil, fn(co) }
}

func typed[T any](fn func(co *Co) (T, error)) task.Func {
	if fn == nil {
		return nil
	}
	return func(co *Co) (any, error) {
		v, err := fn(co)
		if err != nil {
			return nil, err
		}
		return v, nil
	}
}

func cast[T any](v any) T {
	t, _ := v.(T)
	return t
}

// entryOf gives a function's address, by which reprs name it.
func entryOf(fn any) uintptr { return reflect.ValueOf(fn).Pointer() }

func setProfile(s *process.State, python string) error {
	if python == "" {
		return nil
	}
	p, err := profile.Get(python)
	if err != nil {
		return err
	}
	s.Profile = p
	return nil
}
