package task

import "asyncio/future"

// visitTasks visits the IDs of the futures that are tasks and not done.
func visitTasks(fs []future.Awaitable, visit func(id uint64)) {
	for _, f := range fs {
		if t, ok := f.(*Task); ok && !t.Done() {
			visit(t.ID())
		}
	}
}

// Awaits implements observe.Awaiting.
func (o *waitOp) Awaits(visit func(id uint64)) { visitTasks(o.fs, visit) }

// Awaits implements observe.Awaiting.
func (n *nextOp) Awaits(visit func(id uint64)) { visitTasks(n.c.todo, visit) }

// Awaits implements observe.Awaiting.
func (x *groupExit) Awaits(visit func(id uint64)) {
	for _, t := range x.g.tasks {
		if !t.Done() {
			visit(t.ID())
		}
	}
}

// Awaits implements observe.Awaiting.
func (w *waitFor) Awaits(visit func(id uint64)) {
	if w.at != theAwaitable {
		visitTasks([]future.Awaitable{w.f}, visit)
	}
}
