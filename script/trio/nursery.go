package trio

import (
	"asyncio/script/object"
	core "asyncio/trio"
)

var (
	nurseryClass = object.NewNativeClass("_trio", "Nursery").Final()
	statusClass  = object.NewNativeClass("_trio", "TaskStatus").Final()
)

// nurseryValue gives the program's object of a nursery. The ones that a run has
// for itself get one when they are asked for.
func (b *Binding) nurseryValue(n *core.Nursery) val {
	if n == nil {
		return object.None
	}
	if v, ok := n.Owner().(val); ok {
		return v
	}
	v, err := b.t().Call(b.module.Dict.GetStr("nursery_of"), hold(nurseryClass, b, n))
	if err != nil {
		return object.None
	}
	n.SetOwner(v)
	return v
}

// defineNurseries adds what opens nurseries.
func (b *Binding) defineNurseries(m *object.Module) {
	m.Def("open_nursery", 1, 1, func(_ *thread, a []val, _ kws) (val, error) {
		t, err := b.task()
		if err != nil {
			return val{}, err
		}
		var strict *bool
		if !a[0].IsNone() {
			on := object.Is(a[0], object.True)
			strict = &on
		}
		n, err := t.Open(strict)
		if err != nil {
			return val{}, taken(err)
		}
		return hold(nurseryClass, b, n), nil
	})
}

func init() {
	nurseryClass.Later(fillNursery)
	statusClass.Later(fillStatus)
}

func fillNursery(c *object.Class) {
	method(c, "own", 1, 1, func(_ *thread, _ *Binding, n *core.Nursery, a []val) (val, error) {
		n.SetOwner(a[0])
		return object.None, nil
	})
	property(c, "scope", func(b *Binding, n *core.Nursery) (val, error) { return hold(scopeClass, b, n.Scope()), nil })
	method(c, "own_scope", 1, 1, func(_ *thread, _ *Binding, n *core.Nursery, a []val) (val, error) {
		n.Scope().SetOwner(a[0])
		return object.None, nil
	})
	property(c, "parent_task", func(b *Binding, n *core.Nursery) (val, error) { return b.taskValue(n.Task()), nil })
	property(c, "closed", func(_ *Binding, n *core.Nursery) (val, error) { return object.Bool(n.Closed()), nil })
	method(c, "child_tasks", 0, 0, func(_ *thread, b *Binding, n *core.Nursery, _ []val) (val, error) {
		return object.Obj(object.NewList(b.taskList(n.ChildTasks()))), nil
	})
	method(c, "spawn", 2, 2, func(t *thread, b *Binding, n *core.Nursery, a []val) (val, error) {
		return b.spawn(t, a[0], a[1], val{}, n.Spawn)
	})
	// close gives the exception that comes out, or None.
	method(c, "close", 1, 1, func(_ *thread, b *Binding, n *core.Nursery, a []val) (val, error) {
		return b.awaitGiving(n.CloseOp(errorOf(a[0])), func(_ any, err error) (val, error) { return b.value(err), nil }, a[0])
	})
	// start is given what makes the coroutine and the name of a task's status.
	method(c, "start", 1, 1, func(t *thread, b *Binding, n *core.Nursery, a []val) (val, error) {
		return b.await(n.StartOp(func(status *core.TaskStatus) (core.SpawnConfig, error) {
			made, err := b.t().Call(a[0], hold(statusClass, b, status))
			if err != nil {
				return core.SpawnConfig{}, err
			}
			pair, ok := made.Ref.(*object.Tuple)
			if !ok || len(pair.Items) != 2 {
				return core.SpawnConfig{}, object.TypeError("a coroutine and a name were expected")
			}
			var c core.SpawnConfig
			_, err = b.spawn(t, pair.Items[0], pair.Items[1], val{}, func(made core.SpawnConfig) (*core.Task, error) {
				c = made
				return nil, nil
			})
			return c, err
		}), a[0])
	})
}

func (b *Binding) taskList(tasks []*core.Task) []val {
	items := make([]val, len(tasks))
	for i, t := range tasks {
		items[i] = b.taskValue(t)
	}
	return items
}

func fillStatus(c *object.Class) {
	method(c, "started", 1, 1, func(_ *thread, _ *Binding, s *core.TaskStatus, a []val) (val, error) {
		return object.None, taken(s.Started(a[0]))
	})
}
