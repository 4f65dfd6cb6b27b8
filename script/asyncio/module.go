package asyncio

import (
	"asyncio/script/host"
	"asyncio/script/object"
)

// Module makes the module asyncio.
func Module(h *host.Host) (*object.Module, error) {
	b := Of(h)
	m := object.NewModule("asyncio")
	for name, c := range map[string]*object.Class{
		"CancelledError": object.CancelledErrorClass, "InvalidStateError": object.InvalidStateErrorClass,
		"Future": b.cls.future, "Task": b.cls.task, "Handle": b.cls.handle, "TimerHandle": b.cls.timer,
		"Runner": b.cls.runner, "TimeoutError": b.timeoutClass(),
	} {
		m.Dict.SetStr(name, object.Obj(c))
	}
	b.core = object.NewModule("_asyncio")
	b.core.Dict.SetStr("Future", object.Obj(b.cls.future))
	b.core.Dict.SetStr("Task", object.Obj(b.cls.task))
	b.policies(m)
	b.tasks(m)
	for _, k := range b.core.Dict.Keys() {
		name, _ := object.StrOf(k)
		switch v := b.core.Dict.GetStr(name); v.Ref.(type) {
		case *object.Builtin, *object.Class: // all but its name and the like
			m.Dict.SetStr(name, v)
		}
	}
	b.threads(m)
	b.kinds(m)
	m.Def("run", 1, 1, func(t *object.Thread, a []val, kw kws) (val, error) {
		names := []string{"main", "debug"}
		if b.profile().EagerTasks {
			names = append(names, "loop_factory")
		}
		p, err := object.Args("run", a, kw, 1, names...)
		if err != nil {
			return val{}, err
		}
		return b.run(t, p[0], p[1], append(p, val{})[2])
	})
	for _, name := range b.profile().Absent {
		m.Dict.DelStr(name)
	}
	b.watchGenerators()
	b.compose(m)
	b.asWritten(m)
	b.lazily(m)
	return m, nil
}
