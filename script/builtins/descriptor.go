package builtins

import (
	"asyncio/script/object"
)

func descriptorMethods() {
	p := object.PropertyClass
	p.Construct = func(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
		x, err := object.Args("property", a, kw, 0, "fget", "fset", "fdel", "doc")
		if err != nil {
			return value{}, err
		}
		for i := range x {
			if !x[i].Valid() {
				x[i] = object.None
			}
		}
		o := &object.Property{Get: x[0], Set: x[1], Del: x[2], Doc: x[3]}
		if cls != object.PropertyClass {
			o.SetClass(cls)
		}
		return object.Obj(o), nil
	}
	for _, n := range []string{"getter", "setter", "deleter"} {
		p.Def(n, 2, 2, func(t *thread, a []value, _ kws) (value, error) {
			o := *a[0].Ref.(*object.Property)
			switch n {
			case "getter":
				o.Get = a[1]
			case "setter":
				o.Set = a[1]
			default:
				o.Del = a[1]
			}
			return object.Obj(&o), nil
		})
	}
	p.DefGet("fget", func(t *thread, v value) (value, error) { return v.Ref.(*object.Property).Get, nil }, nil)
	p.DefGet("fset", func(t *thread, v value) (value, error) { return v.Ref.(*object.Property).Set, nil }, nil)
	p.DefGet("__doc__", func(t *thread, v value) (value, error) {
		o := v.Ref.(*object.Property)
		if o.Doc.IsNone() && !o.Get.IsNone() {
			return object.GetAttr(t, o.Get, "__doc__")
		}
		return o.Doc, nil
	}, nil)
	object.ClassMethodClass.Construct = func(t *thread, _ *object.Class, a []value, _ kws) (value, error) {
		if len(a) != 1 {
			return value{}, object.TypeError("classmethod expected 1 argument, got %d", len(a))
		}
		return object.Obj(&object.ClassMethod{Fn: a[0]}), nil
	}
	object.StaticMethodClass.Construct = func(t *thread, _ *object.Class, a []value, _ kws) (value, error) {
		if len(a) != 1 {
			return value{}, object.TypeError("staticmethod expected 1 argument, got %d", len(a))
		}
		return object.Obj(&object.StaticMethod{Fn: a[0]}), nil
	}
	get := func(c *object.Class, f func(v value) value) {
		c.DefGet("__func__", func(t *thread, v value) (value, error) { return f(v), nil }, nil)
		c.DefGet("__wrapped__", func(t *thread, v value) (value, error) { return f(v), nil }, nil)
	}
	get(object.ClassMethodClass, func(v value) value { return v.Ref.(*object.ClassMethod).Fn })
	get(object.StaticMethodClass, func(v value) value { return v.Ref.(*object.StaticMethod).Fn })
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
		c.Def("__call__", 1, -1, func(t *thread, a []value, kw kws) (value, error) { return t.CallKw(a[0], a[1:], kw) })
	}
	for _, c := range []*object.Class{object.BuiltinClass, object.MethodDescClass} {
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
	}
	object.SliceClass.Construct = func(t *thread, _ *object.Class, a []value, _ kws) (value, error) {
		s := &object.Slice{Start: object.None, Stop: object.None, Step: object.None}
		switch len(a) {
		case 1:
			s.Stop = a[0]
		case 2:
			s.Start, s.Stop = a[0], a[1]
		case 3:
			s.Start, s.Stop, s.Step = a[0], a[1], a[2]
		default:
			return value{}, object.TypeError("slice expected at least 1 argument, got %d", len(a))
		}
		return object.Obj(s), nil
	}
	sl := func(n string, f func(s *object.Slice) value) {
		object.SliceClass.DefGet(n, func(t *thread, v value) (value, error) { return f(v.Ref.(*object.Slice)), nil }, nil)
	}
	sl("start", func(s *object.Slice) value { return s.Start })
	sl("stop", func(s *object.Slice) value { return s.Stop })
	sl("step", func(s *object.Slice) value { return s.Step })
	object.ModuleClass.Construct = func(t *thread, _ *object.Class, a []value, _ kws) (value, error) {
		if len(a) == 0 {
			return value{}, object.TypeError("module() missing required argument 'name' (pos 1)")
		}
		n, _ := object.StrOf(a[0])
		return object.Obj(object.NewModule(n)), nil
	}
}
