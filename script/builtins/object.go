package builtins

import (
	"asyncio/script/object"
	"asyncio/script/vm"
)

// surplusInit is what object.__init__ says to arguments that it does not take;
// nil for classes whose __new__ took them.
func surplusInit(cls *object.Class) error {
	switch cls.Layout {
	case object.ObjectClass, object.IntClass, object.FloatClass, object.ComplexClass, object.StrClass, object.BytesClass, object.TupleClass, object.FrozensetClass:
	default:
		return nil
	}
	if init, _ := cls.Lookup("__init__"); !native(init) {
		return object.TypeError("object.__init__() takes exactly one argument (the instance to initialize)")
	}
	if nw, _ := cls.Lookup("__new__"); native(nw) && cls.Layout == object.ObjectClass {
		return object.TypeError("%s.__init__() takes exactly one argument (the instance to initialize)", cls.Name)
	}
	return nil
}

func native(v value) bool {
	_, ok := v.Ref.(*object.Builtin)
	return ok
}

func objectMethods(c *object.Class) {
	c.SetAttr("__new__", object.Obj(&object.Builtin{Name: "__new__", Qualname: "object.__new__", Min: 1, Max: -1, Keywords: true,
		Fn: func(t *thread, a []value, kw kws) (value, error) {
			cls, ok := a[0].Ref.(*object.Class)
			if !ok {
				return value{}, object.TypeError("object.__new__(X): X is not a type object (%s)", object.ClassOf(a[0]).Name)
			}
			if cls.Layout == object.TypeClass {
				return typeNew(t, cls, a[1:], kw)
			}
			return object.New(t, cls, a[1:], kw)
		}}))
	c.Def("__init__", 1, -1, func(t *thread, a []value, kw kws) (value, error) {
		if len(a)+len(kw) > 1 {
			return object.None, surplusInit(object.ClassOf(a[0]))
		}
		return object.None, nil
	})
	c.Def("__repr__", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		if object.ClassOf(a[0]).Layout != object.ObjectClass {
			return str(object.NativeRepr(t, a[0]))
		}
		return object.String(object.DefaultRepr(t, a[0])), nil
	})
	c.Def("__str__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return str(object.ReprText(t, a[0])) })
	c.Def("__hash__", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		n, err := object.NativeHash(t, a[0])
		return object.Int(n), err
	})
	for op := object.CmpEq; op <= object.CmpGe; op++ {
		c.Def(object.CmpMethod(op), 2, 2, func(t *thread, a []value, _ kws) (value, error) {
			r, err := object.NativeCompare(t, op, a[0], a[1])
			if err != nil || !object.Is(r, object.NotImplemented) {
				return r, err
			}
			switch op {
			case object.CmpEq:
				if object.Is(a[0], a[1]) {
					return object.True, nil
				}
			case object.CmpNe:
				eq, ok, err := t.CallSpecial(a[0], "__eq__", a[1])
				if !ok || err != nil || object.Is(eq, object.NotImplemented) {
					return object.NotImplemented, err
				}
				b, err := object.Truth(t, eq)
				return object.Bool(!b), err
			}
			return object.NotImplemented, nil
		})
	}
	c.Def("__getattribute__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		n, _ := object.StrOf(a[1])
		return object.GenericGetAttr(t, a[0], n)
	})
	c.Def("__setattr__", 3, 3, func(t *thread, a []value, _ kws) (value, error) {
		n, _ := object.StrOf(a[1])
		vm.Of(t).Loses(object.PeekAttr(a[0], n))
		return none(object.GenericSetAttr(t, a[0], n, a[2]))
	})
	c.Def("__delattr__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		n, _ := object.StrOf(a[1])
		vm.Of(t).Loses(object.PeekAttr(a[0], n))
		return none(object.GenericSetAttr(t, a[0], n, value{}))
	})
	c.Def("__format__", 2, 2, formatMethod)
	c.Def("__dir__", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		names, err := object.DefaultDir(t, a[0])
		return sortedNames(names), err
	})
	c.Def("__sizeof__", 1, 1, sizeMethod)
	c.DefClass("__init_subclass__", 1, -1, func(t *thread, a []value, kw kws) (value, error) {
		if len(kw) > 0 {
			cls, _ := a[0].Ref.(*object.Class)
			return value{}, object.TypeError("%s.__init_subclass__() takes no keyword arguments", cls.Qualname)
		}
		return object.None, nil
	})
	c.DefClass("__subclasshook__", 1, -1, func(*thread, []value, kws) (value, error) { return object.NotImplemented, nil })
	c.SetAttr("__doc__", object.None)
}
