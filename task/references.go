package task

import (
	"slices"

	"asyncio/future"
)

// References gives what the task refers to.
func (t *Task) References(visit func(any)) {
	t.Future.References(visit)
	visit(t.coro)
	visit(t.waiter)
	visit(t.throw)
	if t.ctx != nil {
		visit(t.ctx)
	}
}

// References gives what the future refers to, the children as CPython's list lets
// them go: the last one first.
func (g *gathering) References(visit func(any)) {
	g.Future.References(visit)
	for _, c := range slices.Backward(g.children) {
		visit(c)
	}
}

// References gives what the future refers to.
func (s *sleeper) References(visit func(any)) {
	s.Future.References(visit)
	visit(s.result)
}

// References gives the future that the callback completes. It is given the other
// one, and does not keep it.
func (d *innerDone) References(visit func(any)) { visit(d.outer) }

// References gives the future that the callback takes the other one from, which
// CPython's has by way of that.
func (d *outerDone) References(visit func(any)) {
	visit(d.inner)
	visit(d.outer)
}

// References gives the future that the callback completes.
func (w *waiting) References(visit func(any)) { visit(w.waiter) }

// References gives the future that the callback completes.
func (r *release) References(visit func(any)) { visit(r.waiter) }

// References gives the task.
func (s *extraStep) References(visit func(any)) {
	visit(s.t)
	visit(s.exc)
}

// References gives what the group refers to.
func (g *TaskGroup) References(visit func(any)) {
	visit(g.owner)
	if g.parent != nil {
		visit(g.parent)
	}
	for _, t := range g.tasks {
		if !t.leftGroup {
			visit(t)
		}
	}
	for _, e := range g.errs {
		visit(e)
	}
	visit(g.base)
	if g.waiter != nil {
		visit(g.waiter)
	}
}

// References gives the task that the limit is for.
func (t *Timeout) References(visit func(any)) {
	if t.task != nil {
		visit(t.task)
	}
}

// References gives the awaitables.
func (c *Completed) References(visit func(any)) {
	for _, x := range c.aws {
		visit(x)
	}
	visitAll(visit, c.todo)
	visit(c.arrived)
	if c.timer != nil {
		visit(c.timer)
	}
}

// References gives the awaitables.
func (o *waitOp) References(visit func(any)) {
	for _, x := range o.aws {
		visit(x)
	}
	visitAll(visit, o.fs)
	visitAll(visit, o.value.Done)
	visitAll(visit, o.value.Pending)
}

// References gives what the operation waits for.
func (w *waitFor) References(visit func(any)) {
	visit(w.aw)
	visit(w.f)
	visit(w.value)
	visit(w.reason)
	if w.limit != nil && w.limit.entered() {
		visit(w.limit)
	}
	if w.end != nil {
		visit(w.end)
	}
	if w.timer != nil {
		visit(w.timer)
	}
}

// References gives the futures, and those of who waits for one.
func (q *Arrived) References(visit func(any)) {
	visitAll(visit, q.done)
	for _, f := range q.getters {
		visit(f)
	}
}

// References gives what the operation waits for.
func (n *nextOp) References(visit func(any)) {
	visit(n.c)
	n.takeOp.References(visit)
}

// References gives what the operation waits for.
func (n *takeOp) References(visit func(any)) {
	visit(n.q)
	visit(n.item)
}

// References gives the group.
func (x *groupExit) References(visit func(any)) {
	visit(x.g)
	visit(x.body)
	visit(x.cancelled)
}

// References gives the result.
func (o *sleepOp) References(visit func(any)) { visit(o.value) }

// References gives the result.
func (o *futureOp) References(visit func(any)) { visit(o.value) }

func visitAll(visit func(any), fs []future.Awaitable) {
	for _, f := range fs {
		visit(f)
	}
}

// References gives the task.
func (s *stepCall) References(visit func(any)) { visit((*Task)(s)) }

// References gives the task.
func (w *wakeup) References(visit func(any)) { visit((*Task)(w)) }

// References gives the task.
func (w *wakeCall) References(visit func(any)) { visit((*Task)(w)) }

// References gives the task that the limit is for.
func (e *expiry) References(visit func(any)) { visit((*Timeout)(e)) }

// References gives the awaitables.
func (t *completedTimeout) References(visit func(any)) { visit((*Completed)(t)) }

// References gives the future of the group.
func (d *childDone) References(visit func(any)) { visit((*gathering)(d)) }
