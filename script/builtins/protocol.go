package builtins

import (
	"asyncio/script/object"
)

// wrap gives a builtin class the operator methods of its storage.
func wrap(c *object.Class, ops ...object.Op) {
	for _, op := range ops {
		c.Method(object.OpMethod(op)+"(value, /)", func(t *thread, a []value, _ kws) (value, error) {
			if !fits(c, a[1]) {
				return object.NotImplemented, nil
			}
			return object.NativeBinary(t, op, a[0], a[1])
		})
		if op == object.OpAdd && !isNumberClass(c) {
			continue // sequences have no __radd__
		}
		c.Method(object.OpReflected(op)+"(value, /)", func(t *thread, a []value, _ kws) (value, error) {
			if !fits(c, a[1]) {
				return object.NotImplemented, nil
			}
			return object.NativeBinary(t, op, a[1], a[0])
		})
	}
}

func containerProtocol() {
	for _, c := range []*object.Class{object.StrClass, object.BytesClass, object.BytearrayClass, object.ListClass, object.TupleClass, object.DictClass,
		object.SetClass, object.FrozensetClass, object.RangeClass, object.DictKeysClass, object.DictValuesClass, object.DictItemsClass, object.MappingProxyClass} {
		c.Later(func(c *object.Class) {
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
		})
	}
	for _, c := range []*object.Class{object.ListClass, object.DictClass, object.BytearrayClass} {
		c.Later(func(c *object.Class) {
			c.Def("__setitem__", 3, 3, func(t *thread, a []value, _ kws) (value, error) {
				_, err := object.NativeSetItem(t, a[0], a[1], a[2])
				return none(err)
			})
			c.Def("__delitem__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
				_, err := object.NativeDelItem(t, a[0], a[1])
				return none(err)
			})
		})
	}
	for _, c := range []*object.Class{object.ListClass, object.DictClass, object.SetClass, object.BytearrayClass} {
		c.Later(func(c *object.Class) {
			c.SetAttr("__hash__", object.None)
		})
	}
}

func isNumberClass(c *object.Class) bool {
	return c == object.IntClass || c == object.BoolClass || c == object.FloatClass || c == object.ComplexClass
}

// fits reports whether a number type's own method takes the other operand: int
// leaves floats to float, and both leave complex numbers to complex.
func fits(c *object.Class, other value) bool {
	_, isInt := object.Integer(other)
	_, isFloat := object.FloatOf(other)
	switch c {
	case object.IntClass, object.BoolClass:
		return isInt
	case object.FloatClass:
		return isInt || isFloat
	}
	return true
}
