package builtins

import (
	"asyncio/script/object"
)

func descriptorMethods() {
	object.PropertyClass.Later(propertyMethods)
	wrapperMethods()
	object.MemberClass.Later(memberMethods)
	object.GetSetClass.Later(getSetMethods)
	object.SuperClass.Construct = func(t *thread, _ *object.Class, a []value, _ kws) (value, error) {
		if len(a) == 0 {
			return value{}, object.RuntimeError("super(): no arguments")
		}
		c, ok := a[0].Ref.(*object.Class)
		if !ok {
			return value{}, object.TypeError("super() argument 1 must be a type, not %s", object.ClassOf(a[0]).Name)
		}
		if len(a) == 1 {
			return object.Obj(&object.Super{Cls: c, Self: object.None}), nil
		}
		s, err := object.NewSuper(c, a[1])
		if err != nil {
			return value{}, err
		}
		return object.Obj(s), nil
	}
	for _, c := range []*object.Class{object.FunctionClass, object.BuiltinClass, object.MethodDescClass} {
		c.Later(func(c *object.Class) {
			c.Def("__call__", 1, -1, func(t *thread, a []value, kw kws) (value, error) { return t.CallKw(a[0], a[1:], kw) })
		})
	}
	for _, c := range []*object.Class{object.BuiltinClass, object.MethodDescClass} {
		c.Later(func(c *object.Class) {
			attr := func(name string, f func(b *object.Builtin) string) {
				c.DefGet(name, func(t *thread, v value) (value, error) {
					if m, ok := v.Ref.(*object.BoundMethod); ok {
						v = m.Fn
					}
					return object.String(f(v.Ref.(*object.Builtin))), nil
				}, nil)
			}
			attr("__name__", func(b *object.Builtin) string { return b.Name })
			attr("__qualname__", func(b *object.Builtin) string { return b.Qualname })
			attr("__doc__", func(b *object.Builtin) string { return b.Doc })
			attr("__module__", func(b *object.Builtin) string { return "builtins" })
		})
	}
	object.ModuleClass.Construct = func(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
		if len(a) == 0 {
			return value{}, object.TypeError("module() missing required argument 'name' (pos 1)")
		}
		n, ok := object.StrOf(a[0])
		if !ok {
			return value{}, object.TypeError("module() argument 'name' must be str, not %s", object.ClassOf(a[0]).Name)
		}
		m := object.NewModule(n)
		doc := object.None
		if len(a) > 1 {
			doc = a[1]
		}
		for _, k := range kw {
			if k.Name == "doc" {
				doc = k.Val
			}
		}
		m.Dict.SetStr("__doc__", doc)
		for _, n := range []string{"__package__", "__loader__", "__spec__"} {
			m.Dict.SetStr(n, object.None)
		}
		if !cls.Builtin() {
			m.SetClass(cls)
		}
		return object.Obj(m), nil
	}
}
