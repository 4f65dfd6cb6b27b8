// Package atexitmod is the module atexit.
package atexitmod

import (
	"asyncio/profile"
	"asyncio/script/host"
	"asyncio/script/native/sysmod"
	"asyncio/script/object"
)

// entry is a registered call.
type entry struct {
	fn   object.Value
	args []object.Value
	kw   []object.Kw
}

type registry struct{ entries []entry }

// Traverse implements object.Traverser.
func (r *registry) Traverse(visit func(object.Value)) {
	for _, e := range r.entries {
		visit(e.fn)
		for _, a := range e.args {
			visit(a)
		}
		for _, k := range e.kw {
			visit(k.Val)
		}
	}
}

// Class implements object.Object; programs do not meet a registry.
func (*registry) Class() *object.Class { return object.ObjectClass }

// run makes the calls, the last registered first, and drops them.
func (r *registry) run(t *object.Thread, h *host.Host) {
	for len(r.entries) > 0 {
		e := r.entries[len(r.entries)-1]
		r.entries = r.entries[:len(r.entries)-1]
		if _, err := t.CallKw(e.fn, e.args, e.kw); err != nil {
			tell(t, h, e.fn, err)
		}
	}
}

// tell tells what fn raised.
func tell(t *object.Thread, h *host.Host, fn object.Value, err error) {
	const ignored = "Exception ignored in atexit callback"
	switch h.Process.Profile.Atexit {
	case profile.AtexitPrinted:
		if e := object.AsException(err); e != nil && !e.Class().IsSubclass(object.SystemExitClass) {
			sysmod.WriteError(t, h, "Error in atexit._run_exitfuncs:\n"+object.FormatTraceback(t, e))
		}
	case profile.AtexitObject:
		sysmod.Unraisable(t, h, err, ignored, fn)
	default:
		name, rerr := object.ReprText(t, fn)
		if rerr != nil {
			name = "<unprintable>"
		}
		sysmod.Unraisable(t, h, err, ignored+" "+name, object.None)
	}
}

// Module makes the module atexit.
func Module(h *host.Host) (*object.Module, error) {
	m := object.NewModule("atexit")
	r := &registry{}
	h.Exit = append(h.Exit, func(t *object.Thread) { r.run(t, h) })
	m.Dict.SetStr("_registry", object.Obj(r))
	m.Def("register", 1, -1, func(t *object.Thread, a []object.Value, kw []object.Kw) (object.Value, error) {
		if !object.Callable(a[0]) {
			return object.Value{}, object.TypeError("the first argument must be callable")
		}
		r.entries = append(r.entries, entry{a[0], append([]object.Value(nil), a[1:]...), append([]object.Kw(nil), kw...)})
		return a[0], nil
	})
	m.Def("unregister", 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		keep := r.entries[:0]
		for _, e := range r.entries {
			same, err := object.EqualKeys(t, e.fn, a[0])
			if err != nil {
				return object.Value{}, err
			}
			if !same {
				keep = append(keep, e)
			}
		}
		clear(r.entries[len(keep):])
		r.entries = keep
		return object.None, nil
	})
	m.Def("_clear", 0, 0, func(*object.Thread, []object.Value, []object.Kw) (object.Value, error) {
		r.entries = nil
		return object.None, nil
	})
	m.Def("_run_exitfuncs", 0, 0, func(t *object.Thread, _ []object.Value, _ []object.Kw) (object.Value, error) {
		r.run(t, h)
		return object.None, nil
	})
	m.Def("_ncallbacks", 0, 0, func(*object.Thread, []object.Value, []object.Kw) (object.Value, error) {
		return object.Int(int64(len(r.entries))), nil
	})
	return m, nil
}
