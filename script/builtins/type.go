package builtins

import (
	"strings"

	"asyncio/script/object"
	"asyncio/script/vm"
)

func typeMethods(c *object.Class) {
	c.Construct = func(t *thread, cls *object.Class, a []value, kw kws) (value, error) { return typeNew(t, cls, a, kw) }
	c.Def("__init__", 1, -1, func(*thread, []value, kws) (value, error) { return object.None, nil })
	c.Def("__call__", 1, -1, func(t *thread, a []value, kw kws) (value, error) {
		return object.Instantiate(t, a[0].Ref.(*object.Class), a[1:], kw)
	})
	c.Def("mro", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		m, err := object.GetAttr(t, a[0], "__mro__")
		if err != nil {
			return m, err
		}
		items, err := object.Collect(t, m)
		return object.Obj(object.NewList(items)), err
	})
	c.Def("__subclasses__", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		var out []value
		for _, s := range a[0].Ref.(*object.Class).Subclasses(t) {
			out = append(out, object.Obj(s))
		}
		return object.Obj(object.NewList(out)), nil
	})
	c.Def("__instancecheck__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		ok, err := object.InstanceOrClaims(t, a[1], a[0].Ref.(*object.Class))
		return object.Bool(ok), err
	})
	c.Def("__subclasscheck__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		s, ok := a[1].Ref.(*object.Class)
		return object.Bool(ok && s.IsSubclass(a[0].Ref.(*object.Class))), nil
	})
	c.DefPlain("__or__", 2, 2, func(t *thread, a []value) (value, error) { return object.UnionOf(t, a[0], a[1]) })
	c.DefPlain("__ror__", 2, 2, func(t *thread, a []value) (value, error) { return object.UnionOf(t, a[1], a[0]) })
	c.DefClass("__prepare__", 1, -1, func(*thread, []value, kws) (value, error) { return object.Obj(object.NewDict()), nil })
}

func typeNew(t *thread, meta *object.Class, a []value, kw kws) (value, error) {
	if len(a) == 1 && meta == object.TypeClass {
		return object.Obj(object.ClassOf(a[0])), nil
	}
	if len(a) != 3 {
		return value{}, object.TypeError("type() takes 1 or 3 arguments")
	}
	wrong := func(n int, want string) (value, error) {
		return value{}, object.TypeError("type.__new__() argument %d must be %s, not %s", n, want, object.ClassOf(a[n-1]).Name)
	}
	name, ok := object.StrOf(a[0])
	if !ok {
		return wrong(1, "str")
	}
	bases, ok := a[1].Ref.(*object.Tuple)
	if !ok {
		return wrong(2, "tuple")
	}
	ns, ok := a[2].Ref.(*object.Dict)
	if !ok {
		return wrong(3, "dict")
	}
	if strings.ContainsRune(name, 0) {
		return value{}, object.ValueError("type name must not contain null characters")
	}
	winner, err := object.Metaclass(meta, bases.Items)
	if err != nil {
		return value{}, err
	}
	if winner != meta {
		if nw, _ := winner.Lookup("__new__"); nw.Valid() {
			if _, native := nw.Ref.(*object.Builtin); !native {
				fn, err := object.Bind(t, nw, value{}, winner)
				if err != nil {
					return value{}, err
				}
				return t.CallKw(fn, append([]value{object.Obj(winner)}, a...), kw)
			}
		}
		meta = winner
	}
	var bs []*object.Class
	for _, b := range bases.Items {
		c, ok := b.Ref.(*object.Class)
		if !ok {
			if _, err := object.GetAttr(t, b, "__mro_entries__"); err == nil {
				return value{}, object.TypeError("type() doesn't support MRO entry resolution; use types.new_class()")
			}
			return value{}, object.TypeError("bases must be types")
		}
		bs = append(bs, c)
	}
	if !ns.GetStr("__module__").Valid() {
		if f := vm.Of(t).Current(); f != nil {
			if m := f.Globals().GetStr("__name__"); m.Valid() {
				ns = ns.Copy()
				ns.SetStr("__module__", m)
			}
		}
	}
	c, err := object.TypeNew(t, meta, name, bs, ns, kw)
	if err != nil {
		return value{}, err
	}
	return object.Obj(c), nil
}
