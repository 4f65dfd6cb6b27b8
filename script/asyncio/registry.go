package asyncio

import (
	"asyncio/loop"
	"asyncio/script/object"
	"asyncio/task"
)

// others are the tasks of other makes that a program has registered, and the
// ones that it says are running on loops of other makes.
type others struct {
	tasks   val // a WeakSet, if there are any
	current *object.Dict
}

// registry adds what makers of tasks of their own call.
func (b *Binding) registry() {
	b.core.Function("_register_task(task)", func(t *object.Thread, a []val, _ kws) (val, error) {
		if _, own := a[0].Ref.(*pyTask); own {
			return object.None, nil // the core has it
		}
		if !b.others.tasks.Valid() {
			var err error
			if b.others.tasks, err = b.python(t, "weak_set", nil, nil); err != nil {
				return val{}, err
			}
		}
		return b.callMethod(b.others.tasks, "add", a[0])
	})
	b.core.Function("_unregister_task(task)", func(t *object.Thread, a []val, _ kws) (val, error) {
		if _, own := a[0].Ref.(*pyTask); own || !b.others.tasks.Valid() {
			return object.None, nil
		}
		return b.callMethod(b.others.tasks, "discard", a[0])
	})
	b.core.Function("_enter_task(loop, task)", func(t *object.Thread, a []val, _ kws) (val, error) {
		now, err := b.currentOn(t, a[0])
		if err != nil {
			return val{}, err
		}
		if !now.IsNone() {
			return val{}, object.RuntimeError("Cannot enter into task %s while another task %s is being executed.", b.repr(a[1]), b.repr(now))
		}
		return object.None, b.setCurrentOn(t, a[0], a[1])
	})
	b.core.Function("_leave_task(loop, task)", func(t *object.Thread, a []val, _ kws) (val, error) {
		now, err := b.currentOn(t, a[0])
		if err != nil {
			return val{}, err
		}
		if !object.Is(now, a[1]) {
			return val{}, object.RuntimeError("Leaving task %s does not match the current task %s.", b.repr(a[1]), b.repr(now))
		}
		return object.None, b.setCurrentOn(t, a[0], object.None)
	})
	if !b.profile().EagerTasks {
		return
	}
	b.core.Function("_swap_current_task(loop, task)", func(t *object.Thread, a []val, _ kws) (val, error) {
		now, err := b.currentOn(t, a[0])
		if err != nil {
			return val{}, err
		}
		return now, b.setCurrentOn(t, a[0], a[1])
	})
}

// currentOn gives the task that runs on a loop of any make, None for none.
func (b *Binding) currentOn(t *object.Thread, on val) (val, error) {
	if p, ok := on.Ref.(*pyLoop); ok && p.l != nil {
		return b.currentValue(p.l), nil
	}
	if b.others.current == nil {
		return object.None, nil
	}
	v, err := b.others.current.Get(t, on)
	if err != nil || !v.Valid() {
		return object.None, err
	}
	return v, nil
}

// currentValue is currentOn for a loop of the core.
func (b *Binding) currentValue(l *loop.Loop) val {
	switch c := l.Registry().Current().(type) {
	case *task.Task:
		return b.wrap(c)
	case val:
		return c
	}
	return object.None
}

// setCurrentOn says which task runs on a loop of any make, None for none.
func (b *Binding) setCurrentOn(t *object.Thread, on, v val) error {
	if p, ok := on.Ref.(*pyLoop); ok && p.l != nil {
		var current any
		if x, own := v.Ref.(*pyTask); own && x.t != nil {
			current = x.t
		} else if !v.IsNone() {
			current = v
		}
		p.l.Registry().SetCurrent(current)
		return nil
	}
	if b.others.current == nil {
		b.others.current = object.NewDict()
	}
	if v.IsNone() {
		_, err := b.others.current.Pop(t, on)
		return err
	}
	return b.others.current.Set(t, on, v)
}

// addOthers adds the registered tasks of other makes that are on a loop and not
// done to those of all_tasks.
func (b *Binding) addOthers(t *object.Thread, on val, s *object.Set) error {
	if !b.others.tasks.Valid() {
		return nil
	}
	v, err := b.python(t, "tasks_on", []val{b.others.tasks, on}, nil)
	if err != nil {
		return err
	}
	return object.Each(t, v, func(x val) error { return s.Add(t, x) })
}
