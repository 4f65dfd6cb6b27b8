package builtins

import (
	"asyncio/script/object"
)

func typeMethods() {
	c := object.TypeClass
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
		for _, s := range a[0].Ref.(*object.Class).Subclasses() {
			out = append(out, object.Obj(s))
		}
		return object.Obj(object.NewList(out)), nil
	})
	c.Def("__instancecheck__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		return object.Bool(object.ClassOf(a[1]).IsSubclass(a[0].Ref.(*object.Class))), nil
	})
	c.Def("__subclasscheck__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		s, ok := a[1].Ref.(*object.Class)
		return object.Bool(ok && s.IsSubclass(a[0].Ref.(*object.Class))), nil
	})
	c.DefClass("__prepare__", 1, -1, func(*thread, []value, kws) (value, error) { return object.Obj(object.NewDict()), nil })
}

func typeNew(t *thread, meta *object.Class, a []value, kw kws) (value, error) {
	if len(a) == 1 && meta == object.TypeClass {
		return object.Obj(object.ClassOf(a[0])), nil
	}
	if len(a) != 3 {
		return value{}, object.TypeError("type() takes 1 or 3 arguments")
	}
	name, ok := object.StrOf(a[0])
	bases, ok2 := a[1].Ref.(*object.Tuple)
	ns, ok3 := a[2].Ref.(*object.Dict)
	if !ok || !ok2 || !ok3 {
		return value{}, object.TypeError("type.__new__() arguments must be str, tuple, dict")
	}
	var bs []*object.Class
	for _, b := range bases.Items {
		c, ok := b.Ref.(*object.Class)
		if !ok {
			return value{}, object.TypeError("bases must be types")
		}
		bs = append(bs, c)
	}
	c, err := object.TypeNew(t, meta, name, bs, ns, kw)
	if err != nil {
		return value{}, err
	}
	return object.Obj(c), nil
}
