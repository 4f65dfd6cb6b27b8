package builtins

import (
	"asyncio/script/object"
)

// wrap gives a builtin class the operator methods of its storage.
func wrap(c *object.Class, ops ...object.Op) {
	for _, op := range ops {
		c.Def(object.OpMethod(op), 2, 2, func(t *thread, a []value, _ kws) (value, error) { return object.NativeBinary(t, op, a[0], a[1]) })
		c.Def(object.OpReflected(op), 2, 2, func(t *thread, a []value, _ kws) (value, error) { return object.NativeBinary(t, op, a[1], a[0]) })
	}
}

func containerProtocol() {
	for _, c := range []*object.Class{object.StrClass, object.BytesClass, object.BytearrayClass, object.ListClass, object.TupleClass, object.DictClass,
		object.SetClass, object.FrozensetClass, object.RangeClass, object.DictKeysClass, object.DictValuesClass, object.DictItemsClass, object.MappingProxyClass} {
		c.Def("__len__", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
			n, _ := object.NativeLen(a[0])
			return object.Int(int64(n)), nil
		})
		c.Def("__iter__", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
			it, _ := object.NativeIterOf(a[0])
			return it, nil
		})
		c.Def("__contains__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
			b, _, err := object.NativeContains(t, a[0], a[1])
			return boolean(b, err)
		})
		switch c {
		case object.SetClass, object.FrozensetClass, object.DictKeysClass, object.DictValuesClass, object.DictItemsClass:
		default:
			c.Def("__getitem__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
				v, _, err := object.NativeGetItem(t, a[0], a[1])
				return v, err
			})
		}
	}
	for _, c := range []*object.Class{object.ListClass, object.DictClass, object.BytearrayClass} {
		c.Def("__setitem__", 3, 3, func(t *thread, a []value, _ kws) (value, error) {
			_, err := object.NativeSetItem(t, a[0], a[1], a[2])
			return none(err)
		})
		c.Def("__delitem__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
			_, err := object.NativeDelItem(t, a[0], a[1])
			return none(err)
		})
	}
	for _, c := range []*object.Class{object.ListClass, object.DictClass, object.SetClass, object.BytearrayClass} {
		c.SetAttr("__hash__", object.None)
	}
	for _, c := range []*object.Class{object.ListIterClass, object.TupleIterClass, object.StrIterClass, object.BytesIterClass, object.RangeIterClass,
		object.DictIterClass, object.ValueIterClass, object.ItemIterClass, object.SetIterClass, object.SeqIterClass, object.CallIterClass,
		object.GeneratorClass, enumerateClass, zipClass, mapClass, filterClass, reversedClass} {
		iteratorMethods(c)
	}
}

func iteratorMethods(c *object.Class) {
	c.Def("__iter__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return a[0], nil })
	c.Def("__next__", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		v, err := a[0].Ref.(object.Iterator).Next(t)
		if err == nil && !v.Valid() {
			err = object.StopIteration(value{})
		}
		return v, err
	})
}
