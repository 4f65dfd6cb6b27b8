package task_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/profile"
	"asyncio/task"
)

// step is one thing a planned coroutine does.
type step struct {
	kind    string
	seconds float64
	inner   []step
}

// driver makes coroutines of plans and keeps what they do.
type driver struct {
	l     *loop.Loop
	frame bool // without a goroutine
	trace []string
	names int
}

func (d *driver) say(name string, what any, err error) {
	d.trace = append(d.trace, fmt.Sprintf("%v %s: %v %s", d.l.Time(), name, what, repr(err)))
}

func (d *driver) make(plan []step) coroutine.Coroutine {
	d.names++
	name := fmt.Sprint(d.names)
	if d.frame {
		return &frame{d: d, name: name, plan: plan}
	}
	return coro(d.l, func(co *task.Co) (any, error) {
		for _, s := range plan {
			v, err := co.Do(d.op(s))
			d.say(name, printed(v), err)
			if err != nil {
				return nil, err
			}
		}
		return name, nil
	})
}

func (d *driver) op(s step) task.Op {
	switch s.kind {
	case "sleep":
		return task.SleepOp(s.seconds, s.kind)
	case "wait_for":
		return task.WaitForOp(d.make(s.inner), s.seconds)
	case "wait":
		a, b := d.start(s.inner), d.start(nil)
		return task.WaitOp([]any{a, b}, s.seconds, task.FirstCompleted)
	case "group":
		g := task.NewTaskGroup()
		_ = g.EnterTask(task.Current(d.l))
		for range 2 {
			_, _ = g.CreateTask(d.make(s.inner), task.Options{})
		}
		return g.ExitOp(nil)
	}
	f := future.New(d.l)
	_ = f.SetException(fmt.Errorf("fails"))
	return task.FutureOp(func(*loop.Loop) (future.Awaitable, error) { return f, nil })
}

func (d *driver) start(plan []step) *task.Task {
	t, err := task.Create(d.l, d.make(plan), task.Options{})
	if err != nil {
		panic(err)
	}
	return t
}

func printed(v any) any {
	if w, ok := v.(task.Waited); ok {
		return [2]int{len(w.Done), len(w.Pending)}
	}
	return v
}

// frame runs a plan as an interpreter's suspended frame does.
type frame struct {
	d    *driver
	name string
	plan []step
	op   task.Op
	wait any
}

// Send implements coroutine.Coroutine.
func (f *frame) Send() coroutine.Step { return f.resume(nil) }

// Throw implements coroutine.Coroutine.
func (f *frame) Throw(err error) coroutine.Step {
	if f.op == nil {
		f.plan = nil
		return coroutine.Step{Done: true, Err: err}
	}
	return f.resume(err)
}

// Close implements coroutine.Coroutine.
func (f *frame) Close() error { f.plan = nil; return nil }

func (f *frame) resume(thrown error) coroutine.Step {
	for {
		var done bool
		var err error
		if f.op == nil {
			if len(f.plan) == 0 {
				return coroutine.Step{Done: true, Value: f.name}
			}
			f.op = f.d.op(f.plan[0])
			f.wait, done, err = f.op.Begin(f.d.l)
		} else {
			v, out, e := f.awaited(thrown)
			if !out.Done {
				return out
			}
			f.wait, done, err = f.op.Resume(v, e)
		}
		for !done {
			out := f.enter()
			if !out.Done {
				return out
			}
			f.wait, done, err = f.op.Resume(out.Value, out.Err)
		}
		var v any
		if err == nil {
			v = f.op.Value()
		}
		f.d.say(f.name, printed(v), err)
		f.op, f.plan = nil, f.plan[1:]
		if err != nil {
			f.plan = nil
			return coroutine.Step{Done: true, Err: err}
		}
	}
}

// enter begins to await f.wait.
func (f *frame) enter() coroutine.Step {
	switch w := f.wait.(type) {
	case coroutine.Coroutine:
		return w.Send()
	case future.Awaitable:
		if w.Done() {
			v, err := w.Result()
			return coroutine.Step{Done: true, Value: v, Err: err}
		}
		w.SetBlocking(true)
		return coroutine.Step{Value: w}
	}
	return coroutine.Step{}
}

// awaited goes on with the await of f.wait.
func (f *frame) awaited(thrown error) (any, coroutine.Step, error) {
	switch w := f.wait.(type) {
	case coroutine.Coroutine:
		out := w.Send
		if thrown != nil {
			out = func() coroutine.Step { return w.Throw(thrown) }
		}
		s := out()
		return s.Value, s, s.Err
	case future.Awaitable:
		if thrown == nil {
			v, err := w.Result()
			return v, coroutine.Step{Done: true}, err
		}
	}
	return nil, coroutine.Step{Done: true}, thrown
}

// TestOperationsNeedNoGoroutine has random plans run by Go coroutines and by
// frames: the same happens at the same moments in the same order.
func TestOperationsNeedNoGoroutine(t *testing.T) {
	var plans func(depth int) *rapid.Generator[[]step]
	plans = func(depth int) *rapid.Generator[[]step] {
		kinds := []string{"sleep", "sleep", "fail"}
		if depth > 0 {
			kinds = append(kinds, "wait_for", "wait", "group")
		}
		return rapid.SliceOfN(rapid.Custom(func(r *rapid.T) step {
			s := step{kind: rapid.SampledFrom(kinds).Draw(r, "kind"),
				seconds: float64(rapid.IntRange(-1, 4).Draw(r, "seconds"))}
			if !slices.Contains([]string{"sleep", "fail"}, s.kind) {
				s.inner = plans(depth-1).Draw(r, "inner")
			}
			return s
		}), 0, 3)
	}
	rapid.Check(t, func(r *rapid.T) {
		python := rapid.SampledFrom(profile.Names()).Draw(r, "python")
		programs := rapid.SliceOfN(plans(2), 1, 3).Draw(r, "programs")
		cancelAt := rapid.IntRange(0, 6).Draw(r, "cancel at")
		trace := func(frames bool) []string {
			l, _ := newLoop(t, python, coroutine.Pull)
			d := &driver{l: l, frame: frames}
			_, err := run(l, func(co *task.Co) (any, error) {
				ts := make([]*task.Task, len(programs))
				for i, p := range programs {
					ts[i] = d.start(p)
				}
				if err := sleep(co, float64(cancelAt)); err != nil {
					return nil, err
				}
				ts[0].Cancel("enough")
				for _, t := range ts {
					v, err := co.Await(t)
					d.say("main", v, err)
				}
				return nil, sleep(co, 100)
			})
			d.say("end", nil, err)
			return d.trace
		}
		if diff := cmp.Diff(trace(false), trace(true)); diff != "" {
			r.Fatalf("goroutines (-), frames (+):\n%s", diff)
		}
	})
}
