package task

import (
	"slices"

	"asyncio/contextvars"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/observe"
)

// waitsFor is an operation that waits for futures by one of its own.
type waitsFor interface{ waitsFor() []future.Awaitable }

func (o *waitOp) waitsFor() []future.Awaitable { return o.fs }
func (n *nextOp) waitsFor() []future.Awaitable { return n.c.todo }
func (w *waitFor) waitsFor() []future.Awaitable {
	if w.f == nil {
		return nil
	}
	return []future.Awaitable{w.f}
}
func (x *groupExit) waitsFor() (out []future.Awaitable) {
	for _, t := range x.g.Tasks() {
		out = append(out, t)
	}
	return out
}

// Awaited gives the futures that f waits for and that are not done: of a task
// what its coroutine waits for, of gather's future its members, of shield's what
// it protects.
func Awaited(f future.Awaitable) []future.Awaitable {
	var out []future.Awaitable
	add := func(x future.Awaitable) {
		if x != nil && !x.Done() && !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	switch f := f.(type) {
	case *Task:
		add(f.waiter)
		f.Stack(func(at observe.Frame) {
			if w, ok := at.Awaiting.(waitsFor); ok {
				for _, x := range w.waitsFor() {
					add(x)
				}
			}
		})
	case *gathering:
		for _, x := range f.children {
			add(x)
		}
	case *future.Future:
		f.Callbacks(func(cb future.DoneCallback, _ *contextvars.Context) {
			if d, ok := cb.(*outerDone); ok {
				add(d.inner)
			}
		})
	}
	return out
}

// AwaitedBy gives the tasks of the loop, and the futures between, that wait for
// f, in the order of the tasks' creation.
func AwaitedBy(l *loop.Loop, f future.Awaitable) []future.Awaitable {
	var out []future.Awaitable
	if t, ok := f.(*Task); ok { // a group's task is its parent's from the start
		t.Callbacks(func(cb future.DoneCallback, _ *contextvars.Context) {
			if g, ok := cb.(*TaskGroup); ok && g.parent != nil {
				out = append(out, g.parent)
			}
		})
	}
	seen := map[future.Awaitable]bool{}
	var look func(at future.Awaitable)
	look = func(at future.Awaitable) {
		if seen[at] {
			return
		}
		seen[at] = true
		for _, x := range Awaited(at) {
			if x == f && !slices.Contains(out, at) {
				out = append(out, at)
			}
			look(x)
		}
	}
	for _, r := range l.Registry().Tasks() {
		if t, ok := r.(*Task); ok && !t.Done() {
			look(t)
		}
	}
	return out
}
