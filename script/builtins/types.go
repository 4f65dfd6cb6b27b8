// Package builtins has the builtin functions and the methods of the builtin
// types.
package builtins

import (
	"math"

	"asyncio/script/format"
	"asyncio/script/number"
	"asyncio/script/object"
	"asyncio/script/vm"
)

type (
	value  = object.Value
	thread = object.Thread
	kws    = []object.Kw
)

func none(err error) (value, error) { return object.None, err }

func str(s string, err error) (value, error) {
	if err != nil {
		return value{}, err
	}
	return object.String(s), nil
}

func boolean(b bool, err error) (value, error) { return object.Bool(b), err }

// init fills the builtin classes; they are constants from then on.
func init() {
	objectMethods()
	typeMethods()
	numberMethods()
	listMethods()
	dictMethods()
	setMethods()
	strMethods()
	exceptionMethods()
	descriptorMethods()
	generatorMethods()
	containerProtocol()
}

func objectMethods() {
	c := object.ObjectClass
	c.Dict.SetStr("__new__", object.Obj(&object.StaticMethod{}))
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
			cls := object.ClassOf(a[0])
			nw, _ := cls.Lookup("__new__")
			if b, ok := nw.Ref.(*object.Builtin); ok && b.Name == "__new__" && cls.Layout == object.ObjectClass {
				init, _ := cls.Lookup("__init__")
				if _, own := init.Ref.(*object.Builtin); !own {
					return value{}, object.TypeError("object.__init__() takes exactly one argument (the instance to initialize)")
				}
				return value{}, object.TypeError("%s() takes no arguments", cls.Name)
			}
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
		return none(object.GenericSetAttr(t, a[0], n, a[2]))
	})
	c.Def("__delattr__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		n, _ := object.StrOf(a[1])
		return none(object.GenericSetAttr(t, a[0], n, value{}))
	})
	c.Def("__format__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		spec, _ := object.StrOf(a[1])
		return str(formatValue(t, a[0], spec))
	})
	c.Def("__dir__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return dirOf(t, a[0]) })
	c.DefClass("__init_subclass__", 1, -1, func(t *thread, a []value, kw kws) (value, error) {
		if len(kw) > 0 {
			cls, _ := a[0].Ref.(*object.Class)
			return value{}, object.TypeError("%s.__init_subclass__() takes no keyword arguments", cls.Name)
		}
		return object.None, nil
	})
	c.DefClass("__subclasshook__", 1, -1, func(*thread, []value, kws) (value, error) { return object.NotImplemented, nil })
	c.SetAttr("__doc__", object.None)
}

func formatValue(t *thread, v value, spec string) (string, error) {
	if spec == "" && object.ClassOf(v) != object.IntClass {
		return object.StrText(t, v)
	}
	var s string
	var err error
	if n, ok := object.NumberOf(v); ok {
		s, err = format.Int(n, spec, "int", number.DefaultMaxDigits)
		return s, object.FromError(err)
	}
	if f, ok := object.FloatOf(v); ok {
		s, err = format.Float(f, spec, "float")
		return s, object.FromError(err)
	}
	if x, ok := object.StrOf(v); ok {
		s, err = format.Str(x, spec, "str")
		return s, object.FromError(err)
	}
	if spec != "" {
		return "", object.TypeError("unsupported format string passed to %s.__format__", object.ClassOf(v).Name)
	}
	return object.StrText(t, v)
}

func typeNew(t *thread, meta *object.Class, a []value, kw kws) (value, error) {
	if len(a) == 1 && meta == object.TypeClass {
		return object.Obj(object.ClassOf(a[0])), nil
	}
	if len(a) != 3 {
		return value{}, object.TypeError("type() takes 1 or 3 arguments")
	}
	name, ok := object.StrOf(a[0])
	bases, ok2 := a[1].Ref.(*object.Tuple)
	ns, ok3 := a[2].Ref.(*object.Dict)
	if !ok || !ok2 || !ok3 {
		return value{}, object.TypeError("type.__new__() arguments must be str, tuple, dict")
	}
	var bs []*object.Class
	for _, b := range bases.Items {
		c, ok := b.Ref.(*object.Class)
		if !ok {
			return value{}, object.TypeError("bases must be types")
		}
		bs = append(bs, c)
	}
	c, err := object.TypeNew(t, meta, name, bs, ns, kw)
	if err != nil {
		return value{}, err
	}
	return object.Obj(c), nil
}

func typeMethods() {
	c := object.TypeClass
	c.Construct = func(t *thread, cls *object.Class, a []value, kw kws) (value, error) { return typeNew(t, cls, a, kw) }
	c.Def("__init__", 1, -1, func(*thread, []value, kws) (value, error) { return object.None, nil })
	c.Def("__call__", 1, -1, func(t *thread, a []value, kw kws) (value, error) {
		return object.Instantiate(t, a[0].Ref.(*object.Class), a[1:], kw)
	})
	c.Def("mro", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		m, err := object.GetAttr(t, a[0], "__mro__")
		if err != nil {
			return m, err
		}
		items, err := object.Collect(t, m)
		return object.Obj(object.NewList(items)), err
	})
	c.Def("__subclasses__", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		var out []value
		for _, s := range a[0].Ref.(*object.Class).Subclasses() {
			out = append(out, object.Obj(s))
		}
		return object.Obj(object.NewList(out)), nil
	})
	c.Def("__instancecheck__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		return object.Bool(object.ClassOf(a[1]).IsSubclass(a[0].Ref.(*object.Class))), nil
	})
	c.Def("__subclasscheck__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		s, ok := a[1].Ref.(*object.Class)
		return object.Bool(ok && s.IsSubclass(a[0].Ref.(*object.Class))), nil
	})
	c.DefClass("__prepare__", 1, -1, func(*thread, []value, kws) (value, error) { return object.Obj(object.NewDict()), nil })
}

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

func numberMethods() {
	ic := object.IntClass
	wrap(ic, object.OpAdd, object.OpSub, object.OpMul, object.OpDiv, object.OpMod, object.OpPow, object.OpLsh, object.OpRsh, object.OpOr, object.OpXor, object.OpAnd, object.OpFloorDiv, object.OpDivMod)
	wrap(object.FloatClass, object.OpAdd, object.OpSub, object.OpMul, object.OpDiv, object.OpMod, object.OpPow, object.OpFloorDiv, object.OpDivMod)
	unary := func(c *object.Class, name string, sym byte) {
		c.Def(name, 1, 1, func(t *thread, a []value, _ kws) (value, error) { return object.Unary(t, sym, exact(a[0])) })
	}
	for _, c := range []*object.Class{ic, object.FloatClass} {
		unary(c, "__neg__", '-')
		unary(c, "__pos__", '+')
		c.Def("__abs__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return absOf(t, exact(a[0])) })
		c.Def("__bool__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return boolean(object.Truth(t, exact(a[0]))) })
		c.Def("__int__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return toInt(t, exact(a[0])) })
		c.Def("__trunc__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return toInt(t, exact(a[0])) })
		c.Def("__float__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return toFloat(t, exact(a[0])) })
		c.Def("__round__", 1, 2, func(t *thread, a []value, _ kws) (value, error) { return roundOf(t, a) })
		c.Def("__floor__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return floorOf(exact(a[0]), number.Floor) })
		c.Def("__ceil__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return floorOf(exact(a[0]), number.Ceil) })
		c.Def("conjugate", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return exact(a[0]), nil })
		c.DefGet("real", func(t *thread, v value) (value, error) { return exact(v), nil }, nil)
		c.Def("__getnewargs__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return object.TupleValue(exact(a[0])), nil })
	}
	unary(ic, "__invert__", '~')
	ic.DefGet("imag", func(t *thread, v value) (value, error) { return object.Int(0), nil }, nil)
	ic.DefGet("numerator", func(t *thread, v value) (value, error) { return exact(v), nil }, nil)
	ic.DefGet("denominator", func(t *thread, v value) (value, error) { return object.Int(1), nil }, nil)
	ic.Def("__index__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return exact(a[0]), nil })
	ic.Def("bit_length", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		n, _ := object.NumberOf(a[0])
		return object.Int(int64(n.BitLength())), nil
	})
	ic.Def("bit_count", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		n, _ := object.NumberOf(a[0])
		return object.Int(int64(n.BitCount())), nil
	})
	ic.Def("is_integer", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return object.True, nil })
	ic.Def("to_bytes", 1, 4, func(t *thread, a []value, kw kws) (value, error) {
		p, err := object.Args("to_bytes", a[1:], kw, 0, "length", "byteorder", "signed")
		if err != nil {
			return value{}, err
		}
		length, order, signed := int64(1), "big", false
		if p[0].Valid() {
			length, _ = object.IntOf(p[0])
		}
		if p[1].Valid() {
			order, _ = object.StrOf(p[1])
		}
		if p[2].Valid() {
			signed, _ = object.Truth(t, p[2])
		}
		n, _ := object.NumberOf(a[0])
		b, err := n.ToBytes(length, order, signed)
		if err != nil {
			return value{}, object.FromError(err)
		}
		return object.BytesValue(b), nil
	})
	ic.DefClass("from_bytes", 2, 3, func(t *thread, a []value, kw kws) (value, error) {
		p, err := object.Args("from_bytes", a[1:], kw, 1, "bytes", "byteorder", "signed")
		if err != nil {
			return value{}, err
		}
		b, ok := p[0].Ref.(*object.Bytes)
		if !ok {
			return value{}, object.TypeError("cannot convert '%s' object to bytes", object.ClassOf(p[0]).Name)
		}
		order, signed := "big", false
		if p[1].Valid() {
			order, _ = object.StrOf(p[1])
		}
		if p[2].Valid() {
			signed, _ = object.Truth(t, p[2])
		}
		n, err := number.FromBytes(b.B, order, signed)
		return object.FromNumber(n), object.FromError(err)
	})
	fc := object.FloatClass
	fc.Def("is_integer", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		f, _ := object.FloatOf(a[0])
		return object.Bool(number.IsInteger(f)), nil
	})
	fc.Def("hex", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		f, _ := object.FloatOf(a[0])
		return object.String(number.FloatHex(f)), nil
	})
	fc.Def("as_integer_ratio", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		f, _ := object.FloatOf(a[0])
		n, d, err := number.AsIntegerRatio(f)
		return object.TupleValue(object.FromNumber(n), object.FromNumber(d)), object.FromError(err)
	})
	ic.Construct = func(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
		v, err := newInt(t, a, kw)
		if err != nil || cls == object.IntClass {
			return v, err
		}
		o := &object.IntObject{V: v}
		o.SetClass(cls)
		return object.Obj(o), nil
	}
	object.BoolClass.Construct = func(t *thread, _ *object.Class, a []value, kw kws) (value, error) {
		if len(a) > 1 {
			return value{}, object.TypeError("bool expected at most 1 argument, got %d", len(a))
		}
		if len(a) == 0 {
			return object.False, nil
		}
		return boolean(object.Truth(t, a[0]))
	}
	fc.Construct = func(t *thread, cls *object.Class, a []value, _ kws) (value, error) {
		if len(a) > 1 {
			return value{}, object.TypeError("float expected at most 1 argument, got %d", len(a))
		}
		v := object.Float(0)
		if len(a) == 1 {
			var err error
			if v, err = toFloat(t, a[0]); err != nil {
				return v, err
			}
		}
		if cls == object.FloatClass {
			return v, nil
		}
		o := &object.FloatObject{V: v.F()}
		o.SetClass(cls)
		return object.Obj(o), nil
	}
}

func exact(v value) value {
	if i, ok := object.Integer(v); ok {
		return i
	}
	if f, ok := object.FloatOf(v); ok {
		return object.Float(f)
	}
	return v
}

func floorOf(v value, f func(float64) (number.Int, error)) (value, error) {
	if x, ok := object.FloatOf(v); ok {
		n, err := f(x)
		return object.FromNumber(n), object.FromError(err)
	}
	return v, nil
}

func absOf(t *thread, v value) (value, error) {
	if n, ok := object.NumberOf(v); ok {
		return object.FromNumber(n.Abs()), nil
	}
	if f, ok := object.FloatOf(v); ok {
		return object.Float(math.Abs(f)), nil
	}
	r, ok, err := t.CallSpecial(v, "__abs__")
	if !ok {
		return r, object.TypeError("bad operand type for abs(): '%s'", object.ClassOf(v).Name)
	}
	return r, err
}

func roundOf(t *thread, a []value) (value, error) {
	nd := value{}
	if len(a) > 1 && !a[1].IsNone() {
		var err error
		if nd, err = object.ToIndex(t, a[1]); err != nil {
			return nd, err
		}
	}
	if f, ok := object.FloatOf(a[0]); ok {
		if !nd.Valid() {
			n, err := number.RoundToInt(f)
			return object.FromNumber(n), object.FromError(err)
		}
		d, _ := object.NumberOf(nd)
		r, err := number.RoundFloat(f, d.Clamp())
		return object.Float(r), object.FromError(err)
	}
	if n, ok := object.NumberOf(a[0]); ok {
		if !nd.Valid() {
			return object.FromNumber(n), nil
		}
		d, _ := object.NumberOf(nd)
		return object.FromNumber(number.RoundInt(n, d)), nil
	}
	r, ok, err := t.CallSpecial(a[0], "__round__", a[1:]...)
	if !ok {
		return r, object.TypeError("type %s doesn't define __round__ method", object.ClassOf(a[0]).Name)
	}
	return r, err
}

func newInt(t *thread, a []value, kw kws) (value, error) {
	p, err := object.Args("int", a, kw, 0, "x", "base")
	if err != nil {
		return value{}, err
	}
	if !p[0].Valid() {
		return object.Int(0), nil
	}
	if p[1].Valid() {
		base, err := object.Index(t, p[1])
		if err != nil {
			return value{}, err
		}
		s, ok := object.StrOf(p[0])
		if !ok {
			return value{}, object.TypeError("int() can't convert non-string with explicit base")
		}
		n, err := number.ParseInt(s, base, 4300)
		return object.FromNumber(n), object.FromError(err)
	}
	return toInt(t, p[0])
}

func toInt(t *thread, v value) (value, error) {
	if object.ClassOf(v).Builtin() {
		if i, ok := object.Integer(v); ok {
			return i, nil
		}
		if f, ok := object.FloatOf(v); ok {
			n, err := number.Truncate(f)
			return object.FromNumber(n), object.FromError(err)
		}
	}
	for _, name := range []string{"__int__", "__index__", "__trunc__"} {
		if r, ok, err := t.CallSpecial(v, name); ok {
			if err != nil {
				return r, err
			}
			if i, ok := object.Integer(r); ok {
				return i, nil
			}
			return r, object.TypeError("%s returned non-int (type %s)", name, object.ClassOf(r).Name)
		}
	}
	if s, ok := object.StrOf(v); ok {
		n, err := number.ParseInt(s, 10, 4300)
		return object.FromNumber(n), object.FromError(err)
	}
	if b, ok := v.Ref.(*object.Bytes); ok {
		n, err := number.ParseIntBytes(string(b.B), 10, 4300)
		return object.FromNumber(n), object.FromError(err)
	}
	return value{}, object.TypeError("int() argument must be a string, a bytes-like object or a real number, not '%s'", object.ClassOf(v).Name)
}

func toFloat(t *thread, v value) (value, error) {
	if object.ClassOf(v).Builtin() {
		if f, ok := object.FloatOf(v); ok {
			return object.Float(f), nil
		}
		if n, ok := object.NumberOf(v); ok {
			f, err := n.Float()
			return object.Float(f), object.FromError(err)
		}
	}
	if r, ok, err := t.CallSpecial(v, "__float__"); ok {
		if err != nil {
			return r, err
		}
		if f, ok := object.FloatOf(r); ok {
			return object.Float(f), nil
		}
		return r, object.TypeError("%s.__float__ returned non-float (type %s)", object.ClassOf(v).Name, object.ClassOf(r).Name)
	}
	if s, ok := object.StrOf(v); ok {
		f, err := number.ParseFloat(s)
		return object.Float(f), object.FromError(err)
	}
	if b, ok := v.Ref.(*object.Bytes); ok {
		f, err := number.ParseFloatBytes(string(b.B))
		return object.Float(f), object.FromError(err)
	}
	if r, ok, err := t.CallSpecial(v, "__index__"); ok && err == nil {
		return toFloat(t, r)
	}
	return value{}, object.TypeError("float() argument must be a string or a real number, not '%s'", object.ClassOf(v).Name)
}

// Float gives a number as a float, as math's functions take it.
func Float(t *thread, v value) (float64, error) {
	if f, ok := object.FloatOf(v); ok {
		return f, nil
	}
	if _, isStr := object.StrOf(v); isStr {
		return 0, object.TypeError("must be real number, not str")
	}
	r, err := toFloat(t, v)
	if err != nil && object.IsInstance(err, object.TypeErrorClass) {
		err = object.TypeError("must be real number, not %s", object.ClassOf(v).Name)
	}
	return r.F(), err
}

// errnoClasses are the classes that OSError makes of an error number.
var errnoClasses = map[int64]*object.Class{
	1: object.PermissionErrorClass, 2: object.FileNotFoundErrorClass, 3: object.ProcessLookupErrorClass, 4: object.InterruptedErrorClass,
	10: object.ChildProcessErrorClass, 11: object.BlockingIOErrorClass, 13: object.PermissionErrorClass, 17: object.FileExistsErrorClass,
	20: object.NotADirectoryErrorClass, 21: object.IsADirectoryErrorClass, 32: object.BrokenPipeErrorClass, 103: object.ConnectionAbortedClass,
	104: object.ConnectionResetClass, 110: object.TimeoutErrorClass, 111: object.ConnectionRefusedClass,
}

func exceptionMethods() {
	c := object.BaseExceptionClass
	exc := func(v value) *object.Exception { return v.Ref.(*object.Exception) }
	c.Construct = func(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
		if cls.IsSubclass(object.BaseExceptionGroupClass) {
			return newGroup(t, cls, a)
		}
		if cls == object.OSErrorClass && len(a) >= 2 {
			if n, ok := object.IntOf(a[0]); ok && errnoClasses[n] != nil {
				cls = errnoClasses[n]
			}
		}
		e := object.NewException(cls, append([]value(nil), a...)...)
		if len(kw) > 0 && cls.Builtin() {
			for _, k := range kw {
				switch k.Name {
				case "name", "path", "obj", "name_from":
					e.SetExtra(k.Name, k.Val)
				default:
					return value{}, object.TypeError("%s() takes no keyword arguments", cls.Name)
				}
			}
		}
		if cls.IsSubclass(object.OSErrorClass) && len(a) >= 2 {
			for i, n := range []string{"errno", "strerror", "filename"} {
				if i < len(a) {
					e.SetExtra(n, a[i])
				}
			}
		}
		return object.Obj(e), nil
	}
	c.Def("__init__", 1, -1, func(t *thread, a []value, kw kws) (value, error) {
		e := exc(a[0])
		if e.Class().IsSubclass(object.BaseExceptionGroupClass) {
			return object.None, nil
		}
		e.Args = append([]value(nil), a[1:]...)
		if (e.Class().IsSubclass(object.StopIterationClass) || e.Class().IsSubclass(object.SystemExitClass)) && len(a) > 1 {
			e.Value = a[1]
		}
		return object.None, nil
	})
	c.Def("__repr__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return str(object.NativeRepr(t, a[0])) })
	c.Def("__str__", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		return object.String(object.DefaultExceptionText(t, exc(a[0]))), nil
	})
	c.Def("with_traceback", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		exc(a[0]).TB, _ = a[1].Ref.(*object.Traceback)
		return a[0], nil
	})
	c.Def("add_note", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		s, ok := object.StrOf(a[1])
		if !ok {
			return value{}, object.TypeError("add_note() argument must be str, not %s", object.ClassOf(a[1]).Name)
		}
		object.AddNote(exc(a[0]), s)
		return object.None, nil
	})
	c.DefGet("args", func(t *thread, v value) (value, error) { return object.TupleValue(exc(v).Args...), nil }, func(t *thread, v, x value) error {
		items, err := object.Collect(t, x)
		exc(v).Args = items
		return err
	})
	c.DefGet("__cause__", func(t *thread, v value) (value, error) {
		if c := exc(v).Cause; c.Valid() {
			return c, nil
		}
		return object.None, nil
	}, func(t *thread, v, x value) error {
		e := exc(v)
		e.Cause, e.SuppressCtx = value{}, true
		if !x.IsNone() {
			if _, ok := x.Ref.(*object.Exception); !ok {
				return object.TypeError("exception cause must be None or derive from BaseException")
			}
			e.Cause = x
		}
		return nil
	})
	c.DefGet("__context__", func(t *thread, v value) (value, error) {
		if x := exc(v).ContextOf(); x != nil {
			return object.Obj(x), nil
		}
		return object.None, nil
	}, func(t *thread, v, x value) error {
		exc(v).Context = nil
		if e, ok := x.Ref.(*object.Exception); ok {
			exc(v).Context = e
		}
		return nil
	})
	c.DefGet("__suppress_context__", func(t *thread, v value) (value, error) { return object.Bool(exc(v).SuppressCtx), nil }, func(t *thread, v, x value) (err error) {
		exc(v).SuppressCtx, err = object.Truth(t, x)
		return
	})
	c.DefGet("__traceback__", func(t *thread, v value) (value, error) { return vm.TracebackValue(exc(v)), nil }, func(t *thread, v, x value) error {
		exc(v).TB, _ = x.Ref.(*object.Traceback)
		return nil
	})
	val := func(name string) (func(t *thread, v value) (value, error), func(t *thread, v, x value) error) {
		return func(t *thread, v value) (value, error) {
			if x := exc(v).Value; x.Valid() {
				return x, nil
			}
			return object.None, nil
		}, func(t *thread, v, x value) error { exc(v).Value = x; return nil }
	}
	g, s := val("value")
	object.StopIterationClass.DefGet("value", g, s)
	object.SystemExitClass.DefGet("code", g, s)
	extras := map[*object.Class][]string{
		object.AttributeErrorClass: {"name", "obj"}, object.NameErrorClass: {"name"}, object.ImportErrorClass: {"name", "path", "msg"},
		object.OSErrorClass: {"errno", "strerror", "filename"},
	}
	for cls, names := range extras {
		for _, n := range names {
			cls.DefGet(n, func(t *thread, v value) (value, error) {
				if x := exc(v).Extra(n); x.Valid() {
					return x, nil
				}
				if n == "msg" && len(exc(v).Args) > 0 {
					return exc(v).Args[0], nil
				}
				return object.None, nil
			}, func(t *thread, v, x value) error { exc(v).SetExtra(n, x); return nil })
		}
	}
	gc := object.BaseExceptionGroupClass
	gc.DefGet("message", func(t *thread, v value) (value, error) { return object.String(exc(v).Message), nil }, nil)
	gc.DefGet("exceptions", func(t *thread, v value) (value, error) { return object.TupleValue(exc(v).Members...), nil }, nil)
	gc.Def("derive", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		items, err := object.Collect(t, a[1])
		if err != nil {
			return value{}, err
		}
		return object.Obj(object.NewGroup(exc(a[0]).Message, items)), nil
	})
	split := func(t *thread, a []value) (value, value, error) {
		match := func(e *object.Exception) (bool, error) {
			switch o := a[1].Ref.(type) {
			case *object.Class, *object.Tuple:
				return object.IsInstanceOf(t, object.Obj(e), object.Obj(o))
			}
			r, err := t.Call(a[1], object.Obj(e))
			if err != nil {
				return false, err
			}
			return object.Truth(t, r)
		}
		y, n, err := object.SplitGroup(t, exc(a[0]), match)
		opt := func(e *object.Exception) value {
			if e == nil {
				return object.None
			}
			return object.Obj(e)
		}
		return opt(y), opt(n), err
	}
	gc.Def("split", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		y, n, err := split(t, a)
		return object.TupleValue(y, n), err
	})
	gc.Def("subgroup", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		y, _, err := split(t, a)
		return y, err
	})
	tb := object.TracebackClass
	tb.DefGet("tb_next", func(t *thread, v value) (value, error) {
		if n := v.Ref.(*object.Traceback).Next; n != nil {
			return object.Obj(n), nil
		}
		return object.None, nil
	}, nil)
	tb.DefGet("tb_lineno", func(t *thread, v value) (value, error) { return object.Int(int64(v.Ref.(*object.Traceback).Line)), nil }, nil)
}

func newGroup(t *thread, cls *object.Class, a []value) (value, error) {
	if len(a) != 2 {
		return value{}, object.TypeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(a))
	}
	msg, ok := object.StrOf(a[0])
	if !ok {
		return value{}, object.TypeError("argument 1 must be str, not %s", object.ClassOf(a[0]).Name)
	}
	items, err := object.Collect(t, a[1])
	if err != nil {
		return value{}, object.TypeError("second argument (exceptions) must be a sequence")
	}
	if len(items) == 0 {
		return value{}, object.ValueError("second argument (exceptions) must be a non-empty sequence")
	}
	all := true
	for i, m := range items {
		if _, ok := m.Ref.(*object.Exception); !ok {
			return value{}, object.ValueError("Item %d of second argument (exceptions) is not an exception", i)
		}
		all = all && object.ClassOf(m).IsSubclass(object.ExceptionClass)
	}
	if cls == object.BaseExceptionGroupClass && all {
		cls = object.ExceptionGroupClass
	}
	if !all && cls.IsSubclass(object.ExceptionGroupClass) {
		return value{}, object.TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
	}
	e := object.NewException(cls, a...)
	e.Message, e.Members = msg, items
	return object.Obj(e), nil
}

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
		c.Def("__get__", 2, 3, func(t *thread, a []value, _ kws) (value, error) {
			self := a[1]
			if self.IsNone() {
				self = value{}
			}
			return object.Bind(t, a[0], self, object.ObjectClass)
		})
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

func generatorMethods() {
	stop := func(v value, done bool, err error) (value, error) {
		if err == nil && done {
			err = object.StopIteration(v)
		}
		return v, err
	}
	for _, c := range []*object.Class{object.GeneratorClass, object.CoroutineClass, vm.AsyncStepClass} {
		c.Def("send", 2, 2, func(t *thread, a []value, _ kws) (value, error) { return stop(a[0].Ref.(vm.Sender).Send(t, a[1])) })
		c.Def("throw", 2, 4, func(t *thread, a []value, _ kws) (value, error) {
			e, err := toException(t, a[1:])
			if err != nil {
				return value{}, err
			}
			return stop(a[0].Ref.(vm.Sender).Throw(t, e))
		})
	}
	vm.AsyncStepClass.Def("__await__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return a[0], nil })
	iteratorMethods(vm.AsyncStepClass)
	for _, c := range []*object.Class{object.GeneratorClass, object.CoroutineClass} {
		c.Def("close", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return none(a[0].Ref.(*vm.Generator).Close(t)) })
	}
	object.CoroutineClass.Def("__await__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return a[0], nil })
	for prefix, c := range map[string]*object.Class{"gi_": object.GeneratorClass, "cr_": object.CoroutineClass, "ag_": object.AsyncGenClass} {
		g := func(v value) *vm.Generator { return v.Ref.(*vm.Generator) }
		c.DefGet("__name__", func(t *thread, v value) (value, error) { return object.String(g(v).Name), nil }, nil)
		c.DefGet("__qualname__", func(t *thread, v value) (value, error) { return object.String(g(v).Qualname), nil }, nil)
		c.DefGet(prefix+"running", func(t *thread, v value) (value, error) { return object.Bool(g(v).Running()), nil }, nil)
		c.DefGet(prefix+"code", func(t *thread, v value) (value, error) { return object.Obj(&vm.CodeObject{Code: g(v).Code()}), nil }, nil)
		c.DefGet(prefix+"frame", func(t *thread, v value) (value, error) { return object.Bool(!g(v).Done()), nil }, nil)
		aw := func(t *thread, v value) (value, error) {
			if x := g(v).Awaiting(); x.Valid() {
				return x, nil
			}
			return object.None, nil
		}
		c.DefGet(map[string]string{"gi_": "gi_yieldfrom", "cr_": "cr_await", "ag_": "ag_await"}[prefix], aw, nil)
	}
	ag := object.AsyncGenClass
	gen := func(v value) *vm.Generator { return v.Ref.(*vm.Generator) }
	ag.Def("__aiter__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return a[0], nil })
	ag.Def("__anext__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return gen(a[0]).Asend(object.None), nil })
	ag.Def("asend", 2, 2, func(t *thread, a []value, _ kws) (value, error) { return gen(a[0]).Asend(a[1]), nil })
	ag.Def("athrow", 2, 4, func(t *thread, a []value, _ kws) (value, error) {
		e, err := toException(t, a[1:])
		if err != nil {
			return value{}, err
		}
		return gen(a[0]).Athrow(e, false), nil
	})
	ag.Def("aclose", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		return gen(a[0]).Athrow(object.NewException(object.GeneratorExitClass), true), nil
	})
}

func toException(t *thread, a []value) (*object.Exception, error) {
	switch o := a[0].Ref.(type) {
	case *object.Exception:
		return o, nil
	case *object.Class:
		if o.IsSubclass(object.BaseExceptionClass) {
			var args []value
			if len(a) > 1 && !a[1].IsNone() {
				if e, ok := a[1].Ref.(*object.Exception); ok {
					return e, nil
				}
				args = a[1:2]
			}
			v, err := t.Call(a[0], args...)
			if err != nil {
				return nil, err
			}
			if e, ok := v.Ref.(*object.Exception); ok {
				return e, nil
			}
		}
	}
	return nil, object.TypeError("exceptions must be classes or instances deriving from BaseException, not %s", object.ClassOf(a[0]).Name)
}
