// Package sysmod is the module sys.
package sysmod

import (
	"math"
	"runtime"

	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/vm"
)

type stream struct {
	write func(string) error
}

var streamClass = func() *object.Class {
	c := object.NewNativeClass("_io", "TextIOWrapper").Final()
	c.Def("write", 2, 2, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		s, ok := object.StrOf(a[1])
		if !ok {
			return object.Value{}, object.TypeError("write() argument must be str, not %s", object.ClassOf(a[1]).Name)
		}
		return object.Int(int64(object.RuneCount(s))), a[0].Ref.(*stream).write(s)
	})
	c.Def("flush", 1, 1, func(*object.Thread, []object.Value, []object.Kw) (object.Value, error) { return object.None, nil })
	return c
}()

// Class implements object.Object.
func (*stream) Class() *object.Class { return streamClass }

// Module makes the module sys.
func Module(h *host.Host) (*object.Module, error) {
	m := object.NewModule("sys")
	d := m.Dict
	d.SetStr("argv", object.Obj(object.NewList(object.Strings(h.Args))))
	d.SetStr("modules", object.Obj(h.In.Modules))
	d.SetStr("path", object.Obj(h.Path))
	d.SetStr("version", object.String("3.13.0 (aio)"))
	d.SetStr("version_info", object.TupleValue(object.Int(3), object.Int(13), object.Int(0), object.String("final"), object.Int(0)))
	d.SetStr("platform", object.String(runtime.GOOS))
	d.SetStr("maxsize", object.Int(math.MaxInt64))
	d.SetStr("stdout", object.Obj(&stream{func(s string) error { _, err := h.Stdout.Write([]byte(s)); return err }}))
	d.SetStr("stderr", object.Obj(&stream{func(s string) error { _, err := h.Stderr.Write([]byte(s)); return err }}))
	frames(h, m)
	m.Def("exit", 0, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		return object.Value{}, object.NewException(object.SystemExitClass, append([]object.Value(nil), a...)...)
	})
	handled := func(t *object.Thread) object.Value {
		if e := vm.Of(t).Handled(); e != nil {
			return object.Obj(e)
		}
		return object.None
	}
	m.Def("exception", 0, 0, func(t *object.Thread, _ []object.Value, _ []object.Kw) (object.Value, error) { return handled(t), nil })
	m.Def("exc_info", 0, 0, func(t *object.Thread, _ []object.Value, _ []object.Kw) (object.Value, error) {
		e, ok := handled(t).Ref.(*object.Exception)
		if !ok {
			return object.TupleValue(object.None, object.None, object.None), nil
		}
		return object.TupleValue(object.Obj(e.Class()), object.Obj(e), vm.TracebackValue(e)), nil
	})
	m.Def("getrecursionlimit", 0, 0, func(t *object.Thread, _ []object.Value, _ []object.Kw) (object.Value, error) {
		return object.Int(int64(t.In.RecursionLimit)), nil
	})
	m.Def("setrecursionlimit", 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		n, err := object.Index(t, a[0])
		if err == nil && n < 1 {
			err = object.ValueError("recursion limit must be greater or equal than 1")
		}
		if err == nil {
			t.In.RecursionLimit = n
		}
		return object.None, err
	})
	return m, nil
}
