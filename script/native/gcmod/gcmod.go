// Package gcmod is the module gc. Memory is the host's to collect; what is
// collected here are the objects whose end a program can notice.
package gcmod

import (
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/vm"
)

// Module makes the module gc.
func Module(h *host.Host) (*object.Module, error) {
	type val = object.Value
	m := object.NewModule("gc")
	on, debug := true, int64(0)
	thresholds := object.TupleValue(object.Int(2000), object.Int(10), object.Int(10))
	none := func(name string, fn func()) {
		m.Def(name, 0, 0, func(*object.Thread, []val, []object.Kw) (val, error) { fn(); return object.None, nil })
	}
	collections := int64(0)
	m.Def("collect", 0, 1, func(t *object.Thread, a []val, kw []object.Kw) (val, error) {
		p, err := object.Args("collect", a, kw, 0, "generation")
		if err != nil {
			return val{}, err
		}
		if p[0].Valid() {
			n, err := object.Index(t, p[0])
			if err != nil {
				return val{}, err
			}
			if n < 0 || n > 2 {
				return val{}, object.ValueError("invalid generation")
			}
		}
		collections++
		n, err := vm.Of(t).Collect()
		return object.Int(int64(n)), err
	})
	none("enable", func() { on = true })
	none("disable", func() { on = false })
	m.Def("isenabled", 0, 0, func(*object.Thread, []val, []object.Kw) (val, error) { return object.Bool(on), nil })
	none("freeze", func() {})
	none("unfreeze", func() {})
	m.Def("get_freeze_count", 0, 0, func(*object.Thread, []val, []object.Kw) (val, error) { return object.Int(0), nil })
	m.Def("get_count", 0, 0, func(*object.Thread, []val, []object.Kw) (val, error) {
		return object.TupleValue(object.Int(int64(h.In.Life.Live)), object.Int(0), object.Int(0)), nil
	})
	m.Def("get_threshold", 0, 0, func(*object.Thread, []val, []object.Kw) (val, error) { return thresholds, nil })
	m.Def("set_threshold", 1, 3, func(_ *object.Thread, a []val, _ []object.Kw) (val, error) {
		items := append([]val(nil), thresholds.Ref.(*object.Tuple).Items...)
		copy(items, a)
		thresholds = object.TupleValue(items...)
		return object.None, nil
	})
	m.Def("get_debug", 0, 0, func(*object.Thread, []val, []object.Kw) (val, error) { return object.Int(debug), nil })
	m.Def("set_debug", 1, 1, func(t *object.Thread, a []val, _ []object.Kw) (val, error) {
		n, err := object.Index(t, a[0])
		debug = int64(n)
		return object.None, err
	})
	m.Def("get_stats", 0, 0, func(*object.Thread, []val, []object.Kw) (val, error) {
		var out []val
		for g := range 3 {
			d := object.NewDict()
			n := int64(0)
			if g == 2 {
				n = collections
			}
			d.SetStr("collections", object.Int(n))
			d.SetStr("collected", object.Int(0))
			d.SetStr("uncollectable", object.Int(0))
			out = append(out, object.Obj(d))
		}
		return object.Obj(object.NewList(out)), nil
	})
	m.Def("get_objects", 0, 1, func(t *object.Thread, _ []val, _ []object.Kw) (val, error) {
		return object.Obj(object.NewList(h.In.Life.InUse())), nil
	})
	m.Def("get_referents", 0, -1, func(_ *object.Thread, a []val, _ []object.Kw) (val, error) {
		var out []val
		for _, v := range a {
			out = append(out, object.Referents(v)...)
		}
		return object.Obj(object.NewList(out)), nil
	})
	m.Def("get_referrers", 0, -1, func(_ *object.Thread, a []val, _ []object.Kw) (val, error) {
		var out []val
		for _, o := range h.In.Life.InUse() {
			for _, r := range object.Referents(o) {
				if containsObject(a, r) {
					out = append(out, o)
					break
				}
			}
		}
		return object.Obj(object.NewList(out)), nil
	})
	m.Def("is_tracked", 1, 1, func(_ *object.Thread, a []val, _ []object.Kw) (val, error) {
		return object.Bool(!object.Leaf(a[0])), nil
	})
	m.Def("is_finalized", 1, 1, func(_ *object.Thread, a []val, _ []object.Kw) (val, error) { return object.False, nil })
	m.Dict.SetStr("garbage", object.Obj(object.NewList(nil)))
	m.Dict.SetStr("callbacks", object.Obj(object.NewList(nil)))
	for name, n := range map[string]int64{"DEBUG_STATS": 1, "DEBUG_COLLECTABLE": 2, "DEBUG_UNCOLLECTABLE": 4, "DEBUG_SAVEALL": 32, "DEBUG_LEAK": 38} {
		m.Dict.SetStr(name, object.Int(n))
	}
	return m, nil
}

func containsObject(vs []object.Value, x object.Value) bool {
	for _, v := range vs {
		if object.Is(v, x) && !object.Leaf(v) {
			return true
		}
	}
	return false
}
