// Package weakrefmod is the module _weakref.
package weakrefmod

import (
	"asyncio/script/host"
	"asyncio/script/object"
)

type (
	val = object.Value
	kws = []object.Kw
)

// Module makes the module _weakref.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_weakref")
	m.Dict.SetStr("ref", object.Obj(object.WeakRefClass))
	m.Dict.SetStr("ReferenceType", object.Obj(object.WeakRefClass))
	m.Dict.SetStr("ProxyType", object.Obj(proxyClass))
	m.Dict.SetStr("CallableProxyType", object.Obj(callableClass))
	m.Def("getweakrefcount", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		return object.Int(int64(len(refsOf(t, a[0])))), nil
	})
	m.Def("getweakrefs", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		return object.Obj(object.NewList(refsOf(t, a[0]))), nil
	})
	m.Def("proxy", 1, 2, func(t *object.Thread, a []val, _ kws) (val, error) { return newProxy(t, a) })
	m.Def("_remove_dead_weakref", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		d, ok := a[0].Ref.(*object.Dict)
		if !ok {
			return val{}, object.TypeError("_remove_dead_weakref() argument 1 must be dict, not %s", object.ClassOf(a[0]).Name)
		}
		v, err := d.Get(t, a[1])
		if err != nil {
			return val{}, err
		}
		if r, ok := v.Ref.(*object.WeakRef); ok && !r.Target().Valid() {
			_, err = d.Pop(t, a[1])
		}
		return object.None, err
	})
	return m, nil
}

func refsOf(t *object.Thread, v val) []val {
	o, ok := v.Ref.(object.Markable)
	if !ok {
		return nil
	}
	var out []val
	for _, r := range t.In.Life.WeakRefs(o) {
		out = append(out, r.Self())
	}
	return out
}

// referent checks that an object can have weak references.
func referent(v val) (object.Markable, error) {
	cls := object.ClassOf(v)
	o, ok := v.Ref.(object.Markable)
	if !ok || !object.Weakable(v) {
		return nil, object.TypeError("cannot create weak reference to '%s' object", cls.Name)
	}
	return o, nil
}

func ref(v val) *object.WeakRef { return v.Ref.(*object.WeakRef) }

func init() { object.WeakRefClass.Later(fillWeakRef) }

func fillWeakRef(c *object.Class) {
	c.Construct = func(t *object.Thread, cls *object.Class, a []val, kw kws) (val, error) {
		if len(a) == 0 {
			return val{}, object.TypeError("__new__ expected at least 1 argument, got 0")
		}
		if cls == c && len(kw) > 0 {
			return val{}, object.TypeError("ref() takes no keyword arguments")
		}
		if cls == c && len(a) > 2 {
			return val{}, object.TypeError("__new__ expected at most 2 arguments, got %d", len(a))
		}
		obj, err := referent(a[0])
		if err != nil {
			return val{}, err
		}
		callback := object.None
		if len(a) > 1 {
			callback = a[1]
		}
		life := &t.In.Life
		if cls == c && callback.IsNone() {
			for _, r := range life.WeakRefs(obj) {
				if r.Class() == c && r.Callback.IsNone() {
					return object.Obj(r), nil
				}
			}
		}
		r := &object.WeakRef{Callback: callback}
		if cls != c {
			r.SetClass(cls)
		}
		life.Refer(r, obj)
		return object.Obj(r), nil
	}
	c.DefClass("__class_getitem__", 2, 2, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.MakeAlias(a[0], a[1]), nil
	})
	c.Def("__init__", 1, -1, func(*object.Thread, []val, kws) (val, error) { return object.None, nil })
	c.Def("__call__", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		if v := ref(a[0]).Target(); v.Valid() {
			return v, nil
		}
		return object.None, nil
	})
	c.Def("__hash__", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		r := ref(a[0])
		if !r.Hashed {
			v := r.Target()
			if !v.Valid() {
				return val{}, object.TypeError("weak object has gone away")
			}
			h, err := object.HashInt(t, v)
			if err != nil {
				return val{}, err
			}
			r.Hash, r.Hashed = uint64(h), true
		}
		return object.Int(int64(r.Hash)), nil
	})
	compare := func(name string, op object.Cmp, same bool) {
		c.Def(name, 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
			other, ok := a[1].Ref.(*object.WeakRef)
			if !ok {
				return object.NotImplemented, nil
			}
			x, y := ref(a[0]).Target(), other.Target()
			if !x.Valid() || !y.Valid() {
				return object.Bool(object.Is(a[0], a[1]) == same), nil
			}
			return object.Compare(t, op, x, y)
		})
	}
	compare("__eq__", object.CmpEq, true)
	compare("__ne__", object.CmpNe, false)
	c.Def("__repr__", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		v := ref(a[0]).Target()
		text := "<weakref at " + t.Address(a[0])
		if !v.Valid() {
			return object.String(text + "; dead>"), nil
		}
		text += "; to '" + object.ClassOf(v).Name + "' at " + t.Address(v)
		if n, err := object.GetAttr(t, v, "__name__"); err == nil {
			if s, ok := object.StrOf(n); ok {
				text += " (" + s + ")"
			}
		}
		return object.String(text + ">"), nil
	})
	c.DefGet("__callback__", func(_ *object.Thread, v val) (val, error) {
		if r := ref(v); r.Target().Valid() {
			return r.Callback, nil
		}
		return object.None, nil
	}, nil)
}
