package sysmod

import (
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/vm"
)

func hooks(h *host.Host, m *object.Module) {
	both := func(name string, min, max int, fn object.NativeFn) {
		m.Def(name, min, max, fn)
		m.Dict.SetStr("__"+name+"__", m.Dict.GetStr(name))
	}
	both("excepthook", 3, 3, func(t *thread, a []value, _ []object.Kw) (value, error) {
		e, ok := a[1].Ref.(*object.Exception)
		if !ok {
			return value{}, object.TypeError("print_exception(): Exception expected for value, %s found", object.ClassOf(a[1]).Name)
		}
		WriteError(t, h, object.FormatTraceback(t, e))
		return object.None, nil
	})
	both("displayhook", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		if a[0].IsNone() {
			return object.None, nil
		}
		h.In.Builtins.SetStr("_", object.None)
		s, err := object.ReprText(t, a[0])
		if err != nil {
			return value{}, err
		}
		out := m.Dict.GetStr("stdout")
		if !out.Valid() || out.IsNone() {
			return value{}, object.RuntimeError("lost sys.stdout")
		}
		if err := write(t, out, s+"\n"); err != nil {
			return value{}, err
		}
		h.In.Builtins.SetStr("_", a[0])
		return object.None, nil
	})
	both("unraisablehook", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		get := func(name string) value { v, _ := object.GetAttr(t, a[0], name); return v }
		e, ok := get("exc_value").Ref.(*object.Exception)
		text := ""
		if s, isText := object.StrOf(get("err_msg")); isText {
			text = s
		} else if o := get("object"); o.Valid() && !o.IsNone() {
			text = "Exception ignored in"
		}
		if o := get("object"); o.Valid() && !o.IsNone() {
			s, err := object.ReprText(t, o)
			if err != nil {
				s = "<object repr() failed>"
			}
			text += ": " + s
		} else if text != "" {
			text += ":"
		}
		if text != "" {
			text += "\n"
		}
		if ok {
			text += object.PlainTraceback(t, e)
		}
		WriteError(t, h, text)
		return object.None, nil
	})
	both("breakpointhook", 0, -1, func(*thread, []value, []object.Kw) (value, error) {
		return value{}, object.Raise(object.ImportErrorClass, "breakpoint(): this interpreter has no debugger")
	})
}

func write(t *thread, to value, s string) error {
	w, err := object.GetAttr(t, to, "write")
	if err == nil {
		_, err = t.Call(w, object.String(s))
	}
	return err
}

func flush(t *thread, to value) error {
	f, err := object.GetAttr(t, to, "flush")
	if err == nil {
		_, err = t.Call(f)
	}
	return err
}

// writeError writes text to the current sys.stderr; where there is none it is
// lost.
func writeError(t *thread, h *host.Host, text string) error {
	to := h.Sys.Dict.GetStr("stderr")
	if !to.Valid() || to.IsNone() {
		return nil
	}
	err := write(t, to, text)
	if err == nil {
		err = flush(t, to)
	}
	return err
}

// WriteError writes text to the current sys.stderr, as well as that is possible.
func WriteError(t *thread, h *host.Host, text string) {
	_ = writeError(t, h, text) // there is nobody to tell
}

// Report hands an exception that nobody caught to sys.excepthook.
func Report(t *thread, h *host.Host, e *object.Exception) {
	if out := h.Sys.Dict.GetStr("stdout"); out.Valid() && !out.IsNone() {
		_ = flush(t, out) // the end of the run flushes again and tells
	}
	tb := vm.TracebackValue(e)
	for name, v := range map[string]value{"last_exc": object.Obj(e), "last_value": object.Obj(e), "last_type": object.Obj(e.Class()), "last_traceback": tb} {
		h.Sys.Dict.SetStr(name, v)
	}
	hook := h.Sys.Dict.GetStr("excepthook")
	if !hook.Valid() || hook.IsNone() {
		WriteError(t, h, "sys.excepthook is missing\n"+object.FormatTraceback(t, e))
		return
	}
	_, err := t.Call(hook, object.Obj(e.Class()), object.Obj(e), tb)
	if err == nil {
		return
	}
	if second := object.AsException(err); second != nil && !second.Class().IsSubclass(object.SystemExitClass) {
		WriteError(t, h, "Error in sys.excepthook:\n"+object.FormatTraceback(t, second)+"\nOriginal exception was:\n"+object.FormatTraceback(t, e))
	}
}

var unraisableClass = object.NewStructSeq("sys", "UnraisableHookArgs", 5, "exc_type", "exc_value", "exc_traceback", "err_msg", "object")

// Unraisable hands an exception that cannot be raised anywhere to
// sys.unraisablehook. message may be empty, about may be None.
func Unraisable(t *thread, h *host.Host, err error, message string, about value) {
	e := object.AsException(err)
	if e == nil {
		return
	}
	text := object.None
	if message != "" {
		text = object.String(message)
	}
	args := unraisableClass.NewSeq(object.Obj(e.Class()), object.Obj(e), vm.TracebackValue(e), text, about)
	hook := h.Sys.Dict.GetStr("unraisablehook")
	if !hook.Valid() || hook.IsNone() {
		hook = h.Sys.Dict.GetStr("__unraisablehook__")
	}
	if _, err := t.Call(hook, args); err != nil {
		if second := object.AsException(err); second != nil {
			WriteError(t, h, "Exception ignored in sys.unraisablehook: "+object.FormatTraceback(t, second))
		}
	}
}

// FlushStd writes out what is in sys.stdout and sys.stderr, and reports whether
// all of sys.stdout could be written.
func FlushStd(t *thread, h *host.Host) bool {
	fine := true
	for _, name := range []string{"stdout", "stderr"} {
		v := h.Sys.Dict.GetStr(name)
		if !v.Valid() || v.IsNone() {
			continue
		}
		if shut, err := object.GetAttr(t, v, "closed"); err == nil {
			if is, err := object.Truth(t, shut); err == nil && is {
				continue
			}
		}
		if err := flush(t, v); err != nil && name == "stdout" {
			fine = false
			Unraisable(t, h, err, "", v)
		}
	}
	return fine
}

// FlushNative writes out the standard streams that the interpreter made,
// running no Python code.
func FlushNative(t *thread, h *host.Host) {
	for _, name := range []string{"__stdout__", "__stderr__"} {
		if s, ok := h.Sys.Dict.GetStr(name).Ref.(interface{ Flush(*thread) error }); ok {
			_ = s.Flush(t) // the run has an error already
		}
	}
}

var genHooksClass = object.NewStructSeq("builtins", "asyncgen_hooks", 2, "firstiter", "finalizer")

// genHooks adds the hooks of asynchronous generators.
func genHooks(m *object.Module) {
	m.Def("get_asyncgen_hooks", 0, 0, func(t *thread, _ []value, _ []object.Kw) (value, error) {
		first, drop := vm.Of(t).AsyncGenHooks()
		return genHooksClass.NewSeq(first, drop), nil
	})
	m.Function("set_asyncgen_hooks(firstiter=None, finalizer=None)", func(t *thread, a []value, _ []object.Kw) (value, error) {
		hooks := []value{{}, {}}
		hooks[0], hooks[1] = vm.Of(t).AsyncGenHooks()
		for i, name := range []string{"firstiter", "finalizer"} {
			if i >= len(a) || !a[i].Valid() {
				continue
			}
			if !a[i].IsNone() && !object.Callable(a[i]) {
				return value{}, object.TypeError("callable %s expected, got %s", name, object.ClassOf(a[i]).Name)
			}
			hooks[i] = a[i]
		}
		vm.Of(t).SetAsyncGenHooks(hooks[0], hooks[1])
		return object.None, nil
	})
}
