package builtins

import "asyncio/script/object"

// constructors gives the classes that make instances in a way of their own a
// __new__ of their own, which programs tell from object's.
func constructors() {
	for _, c := range []*object.Class{object.TypeClass, object.IntClass, object.BoolClass, object.FloatClass, object.ComplexClass, object.StrClass,
		object.BytesClass, object.BytearrayClass, object.ListClass, object.TupleClass, object.DictClass, object.SetClass, object.FrozensetClass,
		object.RangeClass, object.SliceClass, object.PropertyClass, object.ClassMethodClass, object.StaticMethodClass, object.BaseExceptionClass} {
		c.Later(func(c *object.Class) {
			if c.Construct == nil && c != object.TypeClass {
				return
			}
			c.SetAttr("__new__", object.Obj(&object.Builtin{Name: "__new__", Qualname: c.Name + ".__new__", Min: 1, Max: -1, Keywords: true, Self: object.Obj(c),
				Fn: func(t *thread, a []value, kw kws) (value, error) {
					cls, ok := a[0].Ref.(*object.Class)
					if !ok {
						return value{}, object.TypeError("%s.__new__(X): X is not a type object (%s)", c.Name, object.ClassOf(a[0]).Name)
					}
					if !cls.IsSubclass(c) {
						return value{}, object.TypeError("%s.__new__(%s): %s is not a subtype of %s", c.Name, cls.Name, cls.Name, c.Name)
					}
					if cls.Layout == object.TypeClass {
						return typeNew(t, cls, a[1:], kw)
					}
					return object.New(t, cls, a[1:], kw)
				}}))
		})
	}
}

// ownMethods gives the value types methods of their own where object's would
// do: in a class with several bases they come before those of a later base, and
// programs may ask whether a method is object's.
func ownMethods() {
	for _, c := range []*object.Class{object.IntClass, object.FloatClass, object.ComplexClass, object.BoolClass, object.StrClass, object.BytesClass,
		object.BytearrayClass, object.TupleClass, object.ListClass, object.DictClass, object.SetClass, object.FrozensetClass, object.RangeClass,
		object.BaseExceptionClass, object.FunctionClass, object.TypeClass} {
		c.Later(fillOwn)
	}
}

func fillOwn(c *object.Class) {
	names := []string{"__repr__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__hash__", "__format__"}
	switch c {
	case object.BoolClass, object.BaseExceptionClass, object.FunctionClass, object.TypeClass:
		names = names[:1]
	case object.BytearrayClass, object.ListClass, object.DictClass, object.SetClass:
		names = names[:7]
	case object.BytesClass, object.TupleClass, object.FrozensetClass, object.RangeClass:
		names = names[:8]
	}
	for _, name := range names {
		if _, ok := c.Has(name); ok {
			continue
		}
		from, ok := object.ObjectClass.Dict().GetStr(name).Ref.(*object.Builtin)
		if !ok {
			panic("object has no " + name)
		}
		own := *from
		own.Owner, own.Qualname = c, c.Name+"."+name
		c.SetAttr(name, object.Obj(&own))
	}
}
