package builtins

import "asyncio/script/object"

// madeByProgram lets programs make instances of the types that the machine
// makes by itself.
func madeByProgram() {
	object.GenericAliasClass.Construct = func(_ *thread, cls *object.Class, a []value, kw kws) (value, error) {
		if err := object.NoKw("GenericAlias", kw); err != nil {
			return value{}, err
		}
		if len(a) != 2 {
			return value{}, object.TypeError("GenericAlias expected 2 arguments, got %d", len(a))
		}
		alias := object.MakeAlias(a[0], a[1])
		if cls != object.GenericAliasClass {
			alias.Ref.(*object.GenericAlias).SetClass(cls)
		}
		return alias, nil
	}
	for _, one := range []value{object.None, object.NotImplemented, object.Ellipsis} {
		object.ClassOf(one).Construct = func(_ *thread, c *object.Class, a []value, kw kws) (value, error) {
			if len(a)+len(kw) > 0 {
				return value{}, object.TypeError("%s takes no arguments", c.Name)
			}
			return one, nil
		}
	}
}

// aliasMethods are those of list[int].
func aliasMethods(c *object.Class) {
	of := func(v value) *object.GenericAlias { return v.Ref.(*object.GenericAlias) }
	c.DefPlain("__getitem__", 2, 2, func(t *thread, a []value) (value, error) { return of(a[0]).Substitute(t, a[1]) })
	c.DefPlain("__or__", 2, 2, func(t *thread, a []value) (value, error) { return object.UnionOf(t, a[0], a[1]) })
	c.DefPlain("__ror__", 2, 2, func(t *thread, a []value) (value, error) { return object.UnionOf(t, a[1], a[0]) })
	c.DefPlain("__mro_entries__", 2, 2, func(_ *thread, a []value) (value, error) { return object.TupleValue(of(a[0]).Origin), nil })
	c.DefPlain("__reduce__", 1, 1, func(_ *thread, a []value) (value, error) {
		g := of(a[0])
		return object.TupleValue(object.Obj(g.Class()), object.TupleValue(g.Origin, object.TupleValue(g.Args...))), nil
	})
	c.DefPlain("__call__", 1, -1, func(t *thread, a []value) (value, error) { return t.Call(of(a[0]).Origin, a[1:]...) })
	for _, name := range []string{"__instancecheck__", "__subclasscheck__"} {
		c.DefPlain(name, 2, 2, func(_ *thread, a []value) (value, error) {
			word := "isinstance"
			if name == "__subclasscheck__" {
				word = "issubclass"
			}
			return value{}, object.TypeError("%s() argument 2 cannot be a parameterized generic", word)
		})
	}
}
