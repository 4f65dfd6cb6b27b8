package asyncio

import (
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/task"
)

// Module makes the module asyncio.
func Module(h *host.Host) (*object.Module, error) {
	b := Of(h)
	m := object.NewModule("asyncio")
	d := m.Dict
	for n, v := range map[string]object.Value{"CancelledError": object.Obj(object.CancelledErrorClass), "TimeoutError": object.Obj(b.timeoutClass()),
		"InvalidStateError": object.Obj(object.InvalidStateErrorClass), "Future": object.Obj(futureClass), "Task": object.Obj(taskClass)} {
		d.SetStr(n, v)
	}
	type val = object.Value
	type kws = []object.Kw
	m.Def("run", 1, 1, func(t *object.Thread, a []val, kw kws) (val, error) {
		p, err := object.Args("run", a, kw, 1, "main", "debug", "loop_factory")
		if err != nil {
			return val{}, err
		}
		var debug *bool
		if p[1].Valid() && !p[1].IsNone() {
			b, err := object.Truth(t, p[1])
			if err != nil {
				return val{}, err
			}
			debug = &b
		}
		return b.runMain(t, p[0], debug)
	})
	get := func(*object.Thread, []val, kws) (val, error) {
		l, err := b.running()
		if err != nil {
			return val{}, err
		}
		return b.loopValue(l), nil
	}
	m.Def("get_running_loop", 0, 0, get)
	m.Def("get_event_loop", 0, 0, get)
	m.Def("create_task", 1, 1, func(t *object.Thread, a []val, kw kws) (val, error) {
		l, err := b.running()
		if err != nil {
			return val{}, err
		}
		return b.createTask(l, a[0], kw)
	})
	m.Def("ensure_future", 1, 1, func(t *object.Thread, a []val, kw kws) (val, error) {
		l, err := b.running()
		if err != nil {
			return val{}, err
		}
		f, err := task.Ensure(l, b.awaitable(a[0]))
		if err != nil {
			return val{}, err
		}
		return b.wrap(f), nil
	})
	m.Def("current_task", 0, 1, func(*object.Thread, []val, kws) (val, error) {
		l, err := b.running()
		if err != nil {
			return val{}, err
		}
		if c := task.Current(l); c != nil {
			return b.wrap(c), nil
		}
		return object.None, nil
	})
	m.Def("all_tasks", 0, 1, func(t *object.Thread, _ []val, _ kws) (val, error) {
		l, err := b.running()
		if err != nil {
			return val{}, err
		}
		s := &object.Set{}
		for _, x := range task.All(l) {
			if err := s.Add(t, b.wrap(x)); err != nil {
				return val{}, err
			}
		}
		return object.Obj(s), nil
	})
	b.compose(m)
	m.Def("iscoroutine", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.Bool(object.ClassOf(a[0]) == object.CoroutineClass), nil
	})
	m.Def("isfuture", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		_, ok := a[0].Ref.(*pyFuture)
		return object.Bool(ok), nil
	})
	b.lazily(m)
	return m, nil
}
