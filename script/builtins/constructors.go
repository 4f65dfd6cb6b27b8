package builtins

import "asyncio/script/object"

// constructors gives the classes that make instances in a way of their own a
// __new__ of their own, which programs tell from object's.
func constructors() {
	for _, c := range []*object.Class{object.TypeClass, object.IntClass, object.BoolClass, object.FloatClass, object.ComplexClass, object.StrClass,
		object.BytesClass, object.BytearrayClass, object.ListClass, object.TupleClass, object.DictClass, object.SetClass, object.FrozensetClass,
		object.RangeClass, object.SliceClass, object.PropertyClass, object.ClassMethodClass, object.StaticMethodClass, object.BaseExceptionClass} {
		if c.Construct == nil && c != object.TypeClass {
			continue
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
	}
}

// ownMethods gives the value types methods of their own where object's would
// do: in a class with several bases they come before those of a later base, and
// programs may ask whether a method is object's.
func ownMethods() {
	ordered := []string{"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"}
	numeric := append([]string{"__repr__", "__hash__", "__format__"}, ordered...)
	hashed := append([]string{"__repr__", "__hash__"}, ordered...)
	mutable := append([]string{"__repr__"}, ordered...)
	for c, names := range map[*object.Class][]string{
		object.IntClass: numeric, object.FloatClass: numeric, object.ComplexClass: numeric, object.BoolClass: {"__repr__"},
		object.StrClass: numeric, object.BytesClass: hashed, object.BytearrayClass: mutable, object.TupleClass: hashed, object.ListClass: mutable,
		object.DictClass: mutable, object.SetClass: mutable, object.FrozensetClass: hashed, object.RangeClass: hashed,
		object.BaseExceptionClass: {"__repr__"}, object.FunctionClass: {"__repr__"}, object.TypeClass: {"__repr__"},
	} {
		for _, name := range names {
			if c.Dict.GetStr(name).Valid() {
				continue
			}
			from, ok := object.ObjectClass.Dict.GetStr(name).Ref.(*object.Builtin)
			if !ok {
				panic("object has no " + name)
			}
			own := *from
			own.Owner, own.Qualname = c, c.Name+"."+name
			c.SetAttr(name, object.Obj(&own))
		}
	}
}
