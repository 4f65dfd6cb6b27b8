// Package sysmod is the module sys.
package sysmod

import (
	"math"
	"runtime"
	"time"

	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/native/iomod"
	"asyncio/script/object"
	"asyncio/script/vm"
)

type (
	thread = object.Thread
	value  = object.Value
)

// Module makes the module sys.
func Module(h *host.Host) (*object.Module, error) {
	m := object.NewModule("sys")
	d := m.Dict
	list := func(v ...value) value { return object.Obj(object.NewList(v)) }
	self := executable(h)
	d.SetStr("argv", object.Obj(object.NewList(object.Strings(h.Args))))
	d.SetStr("orig_argv", object.Obj(object.NewList(object.Strings(append([]string{self}, h.Args...)))))
	d.SetStr("modules", object.Obj(h.In.Modules))
	d.SetStr("path", object.Obj(h.Path))
	stdin, stdout, stderr := iomod.Std(h)
	for name, v := range map[string]value{"stdin": stdin, "stdout": stdout, "stderr": stderr} {
		d.SetStr(name, v)
		d.SetStr("__"+name+"__", v)
	}
	version(h, d)
	for name, v := range map[string]value{
		"warnoptions": warnOptions(h), "meta_path": list(), "path_hooks": list(),
		"path_importer_cache": object.Obj(object.NewDict()), "_xoptions": xOptions(h),
		"maxsize": object.Int(math.MaxInt64), "maxunicode": object.Int(0x10FFFF),
		"dont_write_bytecode": object.True, "pycache_prefix": object.None, "float_repr_style": object.String("short"),
		"copyright": object.String(""), "abiflags": object.String(""), "platlibdir": object.String("lib"),
	} {
		d.SetStr(name, v)
	}
	d.SetStr("byteorder", object.String("little"))
	if isBigEndian() {
		d.SetStr("byteorder", object.String("big"))
	}
	platform := runtime.GOOS
	if platform == "windows" {
		platform = "win32"
	}
	d.SetStr("platform", object.String(platform))
	d.SetStr("executable", object.String(self))
	for _, name := range []string{"prefix", "exec_prefix", "base_prefix", "base_exec_prefix"} {
		d.SetStr(name, object.String(prefix(self)))
	}
	constants(h, d)
	functions(h, m)
	frames(m)
	hooks(h, m)
	return m, nil
}

// none wraps a function that gives nothing.
func none(fn func(t *thread, a []value) error) object.NativeFn {
	return func(t *thread, a []value, _ []object.Kw) (value, error) { return object.None, fn(t, a) }
}

func text(s string) object.NativeFn {
	return func(*thread, []value, []object.Kw) (value, error) { return object.String(s), nil }
}

func functions(h *host.Host, m *object.Module) {
	m.Def("exit", 0, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		if len(a) == 1 {
			if tup, ok := a[0].Ref.(*object.Tuple); ok { // SystemExit(*tuple), as in CPython
				return value{}, object.NewException(object.SystemExitClass, append([]value(nil), tup.Items...)...)
			}
			if a[0].IsNone() {
				a = nil
			}
		}
		return value{}, object.NewException(object.SystemExitClass, append([]value(nil), a...)...)
	})
	handled := func(t *thread) value {
		if e := vm.Of(t).Handled(); e != nil {
			return object.Obj(e)
		}
		return object.None
	}
	m.Def("exception", 0, 0, func(t *thread, _ []value, _ []object.Kw) (value, error) { return handled(t), nil })
	m.Def("exc_info", 0, 0, func(t *thread, _ []value, _ []object.Kw) (value, error) {
		e, ok := handled(t).Ref.(*object.Exception)
		if !ok {
			return object.TupleValue(object.None, object.None, object.None), nil
		}
		return object.TupleValue(object.Obj(e.Class()), object.Obj(e), vm.TracebackValue(e)), nil
	})
	m.Def("getrecursionlimit", 0, 0, func(t *thread, _ []value, _ []object.Kw) (value, error) {
		return object.Int(int64(t.In.RecursionLimit)), nil
	})
	m.Def("setrecursionlimit", 1, 1, none(func(t *thread, a []value) error {
		n, err := object.Index(t, a[0])
		switch {
		case err != nil:
			return err
		case n < 1:
			return object.ValueError("recursion limit must be greater or equal than 1")
		case n > math.MaxInt32:
			return object.Raise(object.OverflowErrorClass, "Python int too large to convert to C int")
		case t.Depth >= n:
			return object.Raise(object.RecursionErrorClass, "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, t.Depth)
		}
		t.In.RecursionLimit = n
		return nil
	}))
	m.Def("getdefaultencoding", 0, 0, text("utf-8"))
	m.Def("getfilesystemencoding", 0, 0, text("utf-8"))
	m.Def("getfilesystemencodeerrors", 0, 0, text("surrogateescape"))
	m.Def("intern", 1, 1, func(_ *thread, a []value, _ []object.Kw) (value, error) {
		s, ok := a[0].Ref.(*object.Str)
		if !ok {
			return value{}, object.TypeError("intern() argument must be str, not %s", object.ClassOf(a[0]).Name)
		}
		if !s.Exact() {
			return value{}, object.TypeError("can't intern %s", s.Class().Name)
		}
		table := h.Part(internKey{}, func() any { return map[string]value{} }).(map[string]value)
		if v, ok := table[s.S]; ok {
			return v, nil
		}
		table[s.S] = a[0]
		return a[0], nil
	})
	m.Def("getsizeof", 1, 2, func(t *thread, a []value, kw []object.Kw) (value, error) {
		p, err := object.Args("getsizeof", a, kw, 1, "object", "default")
		if err != nil {
			return value{}, err
		}
		n, err := builtins.SizeOf(t, p[0])
		if err != nil {
			if p[1].Valid() && object.IsInstance(err, object.TypeErrorClass) {
				return p[1], nil
			}
			return value{}, err
		}
		return object.Int(int64(n)), nil
	})
	m.Def("getrefcount", 1, 1, func(*thread, []value, []object.Kw) (value, error) { return object.Int(2), nil })
	m.Def("getallocatedblocks", 0, 0, func(*thread, []value, []object.Kw) (value, error) {
		var s runtime.MemStats
		runtime.ReadMemStats(&s)
		return object.Int(int64(s.HeapObjects)), nil
	})
	m.Def("is_finalizing", 0, 0, func(*thread, []value, []object.Kw) (value, error) { return object.Bool(h.Finalizing), nil })
	m.Def("getswitchinterval", 0, 0, func(*thread, []value, []object.Kw) (value, error) {
		return object.Float(h.Threads.Interval().Seconds()), nil
	})
	m.Def("setswitchinterval", 1, 1, none(func(t *thread, a []value) error {
		f, err := builtins.Float(t, a[0])
		if err == nil && f <= 0 {
			err = object.ValueError("switch interval must be strictly positive")
		}
		if err == nil {
			h.Threads.SetInterval(time.Duration(f * float64(time.Second)))
		}
		return err
	}))
	for _, what := range []string{"trace", "profile"} {
		m.Def("get"+what, 0, 0, func(*thread, []value, []object.Kw) (value, error) { return object.None, nil })
		m.Def("set"+what, 1, 1, none(func(_ *thread, a []value) error {
			if a[0].IsNone() {
				return nil
			}
			return object.Raise(object.NotImplementedErrorClass, "sys.set%s: this interpreter calls no %s functions", what, what)
		}))
	}
	digits := 4300
	m.Def("get_int_max_str_digits", 0, 0, func(*thread, []value, []object.Kw) (value, error) { return object.Int(int64(digits)), nil })
	m.Def("set_int_max_str_digits", 1, 1, none(func(t *thread, a []value) error {
		n, err := object.Index(t, a[0])
		if err == nil && n != 0 && n < 640 {
			err = object.ValueError("maxdigits must be 0 or larger than 640")
		}
		if err == nil {
			digits = n
			h.In.MaxDigits = n
		}
		return err
	}))
	m.Def("activate_stack_trampoline", 1, 1, none(func(*thread, []value) error {
		return object.ValueError("perf trampoline not available")
	}))
	m.Def("_clear_type_cache", 0, 0, func(*thread, []value, []object.Kw) (value, error) { return object.None, nil })
	m.Def("_is_gil_enabled", 0, 0, func(*thread, []value, []object.Kw) (value, error) { return object.True, nil })
	m.Def("audit", 1, -1, func(*thread, []value, []object.Kw) (value, error) { return object.None, nil })
	m.Def("addaudithook", 1, 1, none(func(*thread, []value) error {
		return object.Raise(object.NotImplementedErrorClass, "sys.addaudithook: this interpreter raises no audit events")
	}))
}

type internKey struct{}
