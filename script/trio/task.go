package trio

import (
	"fmt"

	"asyncio/script/asyncio"
	"asyncio/script/object"
	core "asyncio/trio"
)

// pyTask is trio.lowlevel.Task.
type pyTask struct {
	object.Mortal
	b    *Binding
	t    *core.Task
	coro val
	// name is what the program set, which need be no text.
	name val
}

var taskClass = object.NewNativeClass("trio.lowlevel", "Task").Final()

// Class implements object.Object.
func (*pyTask) Class() *object.Class { return taskClass }

// Traverse implements object.Traverser.
func (p *pyTask) Traverse(visit func(val)) {
	visit(p.coro)
	visit(p.name)
}

// References implements object.Referrer.
func (p *pyTask) References(visit func(any)) {
	if p.t != nil {
		visit(p.t)
	}
}

// Repr implements object.Reprer.
func (p *pyTask) Repr(t *thread) (string, error) {
	name, err := object.ReprText(t, p.name)
	return fmt.Sprintf("<Task %s at %s>", name, t.Address(object.Obj(p))), err
}

// taskValue gives the Python object of a task.
func (b *Binding) taskValue(t *core.Task) val {
	if t == nil {
		return object.None
	}
	if v, ok := t.Owner().(val); ok {
		return v
	}
	p := &pyTask{b: b, t: t, coro: object.None, name: object.String(t.Name())}
	t.SetOwner(object.Obj(p))
	return object.Obj(p)
}

// taskOf gives the task of a Python object.
func taskOf(v val) (*core.Task, error) {
	if p, ok := v.Ref.(*pyTask); ok && p.t != nil {
		return p.t, nil
	}
	return nil, object.TypeError("a Task was expected, not %s", object.ClassOf(v).Name)
}

// spawn starts a coroutine by start, under a name.
func (b *Binding) spawn(t *thread, coro, name, context val, start func(core.SpawnConfig) (*core.Task, error)) (val, error) {
	p := &pyTask{b: b, coro: coro, name: name}
	text, ok := object.StrOf(name)
	if !ok {
		var err error
		if text, err = object.StrText(t, name); err != nil {
			return val{}, err
		}
	}
	c := core.SpawnConfig{Coroutine: &pyCoro{b, coro}, Name: text, Owner: object.Obj(p), Made: func(t *core.Task) { p.t = t }}
	if context.Valid() && !context.IsNone() {
		vars, err := asyncio.ContextOf(context)
		if err != nil {
			return val{}, err
		}
		c.Context = vars
	}
	if _, err := start(c); err != nil {
		return val{}, taken(err)
	}
	return object.Obj(p), nil
}

func init() { taskClass.Later(fillTask) }

func fillTask(c *object.Class) {
	get := func(name string, fn func(p *pyTask) val) {
		c.DefProperty(name, func(_ *thread, self val) (val, error) {
			return fn(self.Ref.(*pyTask)), nil
		})
	}
	c.DefGet("name", func(_ *thread, self val) (val, error) { return self.Ref.(*pyTask).name, nil },
		func(t *thread, self, v val) error {
			p := self.Ref.(*pyTask)
			p.name = v
			text, err := object.StrText(t, v)
			if err == nil && p.t != nil {
				p.t.SetName(text)
			}
			return err
		})
	c.DefGet("custom_sleep_data", func(_ *thread, self val) (val, error) {
		p := self.Ref.(*pyTask)
		if v, ok := p.t.SleepData().(val); ok {
			return v, nil
		}
		return object.None, nil
	}, func(_ *thread, self, v val) error {
		if v.IsNone() {
			self.Ref.(*pyTask).t.SetSleepData(nil)
		} else {
			self.Ref.(*pyTask).t.SetSleepData(v)
		}
		return nil
	})
	get("coro", func(p *pyTask) val { return p.coro })
	get("context", func(p *pyTask) val { return asyncio.Of(p.b.h).ContextValue(p.t.Context()) })
	get("parent_nursery", func(p *pyTask) val { return p.b.nurseryValue(p.t.ParentNursery()) })
	get("eventual_parent_nursery", func(p *pyTask) val { return p.b.nurseryValue(p.t.EventualParentNursery()) })
	get("child_nurseries", func(p *pyTask) val {
		var items []val
		for _, n := range p.t.ChildNurseries() {
			items = append(items, p.b.nurseryValue(n))
		}
		return object.Obj(object.NewList(items))
	})
	get("_schedule_points", func(p *pyTask) val { return object.Int(int64(p.t.SchedulePoints())) })
	get("_cancel_points", func(p *pyTask) val { return object.Int(int64(p.t.CancelPoints())) })
}
