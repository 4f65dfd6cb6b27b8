package builtins

import (
	"asyncio/script/object"
)

// makeSuper is super(), with a class of the program's for cls maybe.
func makeSuper(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
	if len(kw) > 0 {
		return value{}, object.TypeError("super() takes no keyword arguments")
	}
	if len(a) > 2 {
		return value{}, object.TypeError("super() expected at most 2 arguments, got %d", len(a))
	}
	var of *object.Class
	var self value
	if len(a) == 0 {
		var err error
		if of, self, err = t.OwnSuper(); err != nil {
			return value{}, err
		}
	} else {
		var ok bool
		if of, ok = a[0].Ref.(*object.Class); !ok {
			return value{}, object.TypeError("super() argument 1 must be a type, not %s", object.ClassOf(a[0]).Name)
		}
		if self = object.None; len(a) == 2 {
			self = a[1]
		}
	}
	s := &object.Super{Cls: of, Self: object.None}
	if !self.IsNone() {
		var err error
		if s, err = object.NewSuper(of, self); err != nil {
			return value{}, err
		}
	}
	if !cls.Builtin() {
		s.SetClass(cls)
	}
	return object.Obj(s), nil
}

func descriptorMethods() {
	object.PropertyClass.Later(propertyMethods)
	wrapperMethods()
	object.MemberClass.Later(memberMethods)
	object.GetSetClass.Later(getSetMethods)
	object.SuperClass.Construct = makeSuper
	for _, c := range []*object.Class{object.FunctionClass, object.BuiltinClass, object.MethodDescClass, object.SlotWrapperClass, object.MethodWrapperClass} {
		c.Later(func(c *object.Class) {
			c.Def("__call__", 1, -1, func(t *thread, a []value, kw kws) (value, error) { return t.CallKw(a[0], a[1:], kw) })
		})
	}
	for _, c := range []*object.Class{object.MethodDescClass, object.SlotWrapperClass, object.MethodWrapperClass} {
		c.Later(func(c *object.Class) {
			c.DefProperty("__objclass__", func(_ *thread, v value) (value, error) {
				if m, ok := v.Ref.(*object.BoundMethod); ok {
					v = m.Fn
				}
				return object.Obj(v.Ref.(*object.Builtin).Owner), nil
			})
		})
	}
	for _, c := range []*object.Class{object.BuiltinClass, object.MethodDescClass, object.SlotWrapperClass, object.MethodWrapperClass} {
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
