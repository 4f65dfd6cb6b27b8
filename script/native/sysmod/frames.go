package sysmod

import (
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/vm"
)

// frames adds what sys tells of the running code and of exceptions.
func frames(m *object.Module) {
	m.Def("_getframe", 0, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		f, err := frameAt(t, a)
		if err != nil {
			return object.Value{}, err
		}
		return f.Keep(), nil
	})
	m.Def("_current_frames", 0, 0, func(t *object.Thread, _ []object.Value, _ []object.Kw) (object.Value, error) {
		d := object.NewDict()
		for _, thr := range host.Of(t).Threads.Alive() {
			if f := vm.Of(thr.T).Current(); f != nil {
				if err := d.Set(t, object.Int(thr.Ident()), f.Keep()); err != nil {
					return object.Value{}, err
				}
			}
		}
		return object.Obj(d), nil
	})
	m.Def("_getframemodulename", 0, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		f, err := frameAt(t, a)
		if err != nil {
			return object.None, nil
		}
		if v := f.Globals().GetStr("__name__"); v.Valid() {
			return v, nil
		}
		return object.None, nil
	})
	genHooks(m)
	m.Def("get_coroutine_origin_tracking_depth", 0, 0, func(t *object.Thread, _ []object.Value, _ []object.Kw) (object.Value, error) {
		return object.Int(int64(vm.Of(t).OriginDepth())), nil
	})
	m.Def("set_coroutine_origin_tracking_depth", 0, 1, func(t *object.Thread, a []object.Value, kw []object.Kw) (object.Value, error) {
		args, err := object.Args("set_coroutine_origin_tracking_depth", a, kw, 1, "depth")
		if err != nil {
			return object.Value{}, err
		}
		n, err := object.Index(t, args[0])
		if err != nil {
			return object.Value{}, err
		}
		if n < 0 {
			return object.Value{}, object.ValueError("depth must be >= 0")
		}
		vm.Of(t).SetOriginDepth(n)
		return object.None, nil
	})
	names := &object.Set{Frozen: true}
	known := object.StdlibNames()
	names.D.Reserve(len(known))
	for _, name := range known {
		_ = names.Add(nil, object.String(name)) // a str needs no Python to compare
	}
	m.Dict.SetStr("stdlib_module_names", object.Obj(names))
}

// Display writes an exception with its traceback to sys.stderr.
func Display(t *object.Thread, h *host.Host, e *object.Exception) error {
	return writeError(t, h, object.FormatTraceback(t, e))
}

func frameAt(t *object.Thread, a []object.Value) (*vm.Frame, error) {
	depth := 0
	if len(a) > 0 {
		var err error
		if depth, err = object.Index(t, a[0]); err != nil {
			return nil, err
		}
	}
	f := vm.Of(t).Current()
	for ; depth > 0 && f != nil; depth-- {
		f = f.Back()
	}
	if f == nil {
		return nil, object.ValueError("call stack is not deep enough")
	}
	return f, nil
}
