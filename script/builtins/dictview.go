package builtins

import "asyncio/script/object"

func fillViews() {
	for _, c := range []*object.Class{object.DictKeysClass, object.DictValuesClass, object.DictItemsClass} {
		c.Later(func(c *object.Class) {
			c.Method("__reversed__()", func(t *thread, a []value, _ kws) (value, error) {
				v := a[0].Ref.(*object.DictView)
				return object.Obj(object.NewDictReverse(v.D, v.Kind)), nil
			})
			c.DefGet("mapping", func(t *thread, v value) (value, error) {
				return object.Obj(&object.MappingProxy{D: v.Ref.(*object.DictView).D}), nil
			}, nil)
		})
	}
	for _, c := range []*object.Class{object.DictKeysClass, object.DictItemsClass} {
		c.Later(func(c *object.Class) {
			wrap(c, object.OpOr, object.OpAnd, object.OpSub, object.OpXor)
			c.SetAttr("__hash__", object.None)
			c.Method("isdisjoint(other, /)", func(t *thread, a []value, _ kws) (value, error) {
				v := a[0].Ref.(*object.DictView)
				none := true
				err := object.Each(t, a[1], func(x value) error {
					found, _, err := object.NativeContains(t, object.Obj(v), x)
					none = none && !found
					return err
				})
				return object.Bool(none), err
			})
		})
	}
}

func fillMappingProxy(c *object.Class) {
	c.Def("__str__", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		return str(object.StrText(t, object.Obj(a[0].Ref.(*object.MappingProxy).D)))
	})
	c.Constructor("mapping", func(t *thread, _ *object.Class, a []value) (value, error) {
		d, ok := a[0].Ref.(*object.Dict)
		if !ok {
			return value{}, object.TypeError("mappingproxy() argument must be a mapping, not %s", typeName(a[0]))
		}
		return object.Obj(&object.MappingProxy{D: d}), nil
	})
	// Everything else is asked of the mapping behind it.
	for _, name := range []string{"get", "keys", "values", "items", "copy", "__reversed__"} {
		c.Def(name, 1, -1, func(t *thread, a []value, kw kws) (value, error) {
			m, err := object.GetAttr(t, object.Obj(a[0].Ref.(*object.MappingProxy).D), name)
			if err != nil {
				return value{}, err
			}
			return t.CallKw(m, a[1:], kw)
		})
	}
	c.Method("__or__(value, /)", func(t *thread, a []value, _ kws) (value, error) {
		return object.Binary(t, object.OpOr, unproxied(a[0]), unproxied(a[1]))
	})
	c.Method("__ror__(value, /)", func(t *thread, a []value, _ kws) (value, error) {
		return object.Binary(t, object.OpOr, unproxied(a[1]), unproxied(a[0]))
	})
	c.ClassFunction("__class_getitem__(object, /)", classGetItem)
}

func unproxied(v value) value {
	if p, ok := v.Ref.(*object.MappingProxy); ok {
		return object.Obj(p.D)
	}
	return v
}
