package trio

import (
	"asyncio/script/object"
	core "asyncio/trio"
)

// instrument gives the core's form of a program's instrument: the hooks that it
// has now.
func (b *Binding) instrument(t *thread, v val) *core.Instrument {
	i := &core.Instrument{Owner: v, Name: object.ClassOf(v).Name}
	hook := func(name string) val {
		m, err := object.GetAttr(t, v, name)
		if err != nil {
			return val{}
		}
		return m
	}
	plain := func(name string) func() error {
		m := hook(name)
		if !m.Valid() {
			return nil
		}
		return func() error { _, err := b.t().Call(m); return err }
	}
	ofTask := func(name string) func(*core.Task) error {
		m := hook(name)
		if !m.Valid() {
			return nil
		}
		return func(x *core.Task) error { _, err := b.t().Call(m, b.taskValue(x)); return err }
	}
	ofWait := func(name string) func(float64) error {
		m := hook(name)
		if !m.Valid() {
			return nil
		}
		return func(timeout float64) error { _, err := b.t().Call(m, object.Float(timeout)); return err }
	}
	i.BeforeRun, i.AfterRun = plain("before_run"), plain("after_run")
	i.TaskSpawned, i.TaskScheduled, i.TaskExited = ofTask("task_spawned"), ofTask("task_scheduled"), ofTask("task_exited")
	i.BeforeTaskStep, i.AfterTaskStep = ofTask("before_task_step"), ofTask("after_task_step")
	i.BeforeIOWait, i.AfterIOWait = ofWait("before_io_wait"), ofWait("after_io_wait")
	return i
}
