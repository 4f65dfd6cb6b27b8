package object

func init() { TypeClass.Later(typeAttrs) }

// typeAttrs makes the attributes that every class has from its type. They go
// before what the class's own namespace has under these names.
func typeAttrs(cls *Class) {
	type getter = func(t *Thread, c *Class) Value
	type setter = func(t *Thread, c *Class, x Value) error
	def := func(name string, get getter, set setter) {
		cls.DefGet(name, func(t *Thread, v Value) (Value, error) {
			r := get(t, v.Ref.(*Class))
			if !r.Valid() {
				return r, AttributeError("type object '%s' has no attribute '%s'", v.Ref.(*Class).Name, name)
			}
			return r, nil
		}, nil)
		d := cls.define().GetStr(name).Ref.(*GetSet)
		if set == nil {
			return
		}
		d.Set = func(t *Thread, v, x Value) error {
			c := v.Ref.(*Class)
			if c.builtin {
				return TypeError("cannot set '%s' attribute of immutable type '%s'", name, c.Name)
			}
			return set(t, c, x)
		}
		d.Del = func(t *Thread, v Value) error { return d.Set(t, v, Value{}) }
	}
	text := func(name string, of func(c *Class) *string) {
		def(name, func(_ *Thread, c *Class) Value { return String(*of(c)) }, func(_ *Thread, c *Class, x Value) error {
			if !x.Valid() {
				return TypeError("cannot delete '%s' attribute of immutable type '%s'", name, c.Name)
			}
			s, ok := StrOf(x)
			if !ok {
				return TypeError("can only assign string to %s.%s, not '%s'", c.Name, name, ClassOf(x).Name)
			}
			*of(c) = s
			return nil
		})
	}
	text("__name__", func(c *Class) *string { return &c.Name })
	name := cls.define().GetStr("__name__").Ref.(*GetSet)
	plain := name.Get
	name.Get = func(t *Thread, v Value) (Value, error) {
		if c := v.Ref.(*Class); c.dotted {
			return String(c.Qualname), nil
		}
		return plain(t, v)
	}
	text("__qualname__", func(c *Class) *string { return &c.Qualname })
	def("__module__", func(_ *Thread, c *Class) Value {
		if m := c.Dict().GetStr("__module__"); m.Valid() && !c.builtin {
			return m
		}
		return String(c.Module)
	}, func(_ *Thread, c *Class, x Value) error {
		if s, ok := StrOf(x); ok {
			c.Module = s
		}
		c.SetAttr("__module__", x)
		return nil
	})
	def("__mro__", func(_ *Thread, c *Class) Value { return TupleValue(classValues(c.MRO)...) }, nil)
	def("__bases__", func(_ *Thread, c *Class) Value {
		if c == ObjectClass {
			return TupleValue()
		}
		return TupleValue(classValues(c.Bases)...)
	}, setBases)
	def("__base__", func(_ *Thread, c *Class) Value {
		switch {
		case c == ObjectClass:
			return None
		case c.base != nil:
			return Obj(c.base)
		}
		return Obj(c.Bases[0])
	}, nil)
	def("__dict__", func(_ *Thread, c *Class) Value { return Obj(&MappingProxy{c.Dict()}) }, nil)
	def("__doc__", func(t *Thread, c *Class) Value {
		d := c.Dict().GetStr("__doc__")
		if !d.Valid() {
			return None
		}
		if v, err := bind(t, d, Value{}, c); err == nil {
			return v
		}
		return d
	}, func(_ *Thread, c *Class, x Value) error {
		if !x.Valid() {
			return TypeError("cannot delete '__doc__' attribute of immutable type '%s'", c.Name)
		}
		c.SetAttr("__doc__", x)
		return nil
	})
	own := func(name string, make func() Value) {
		def(name, func(t *Thread, c *Class) Value {
			v := c.Dict().GetStr(name)
			if !v.Valid() && make != nil {
				if v = make(); !c.builtin {
					c.SetAttr(name, v)
				}
			}
			return v
		}, func(_ *Thread, c *Class, x Value) error {
			if !x.Valid() && !c.Dict().GetStr(name).Valid() {
				return AttributeError("%s", name)
			}
			c.SetAttr(name, x)
			return nil
		})
	}
	own("__annotations__", func() Value { return Obj(NewDict()) })
	own("__type_params__", func() Value { return TupleValue() })
	own("__abstractmethods__", nil)
	cls.define().GetStr("__abstractmethods__").Ref.(*GetSet).Get = func(_ *Thread, v Value) (Value, error) {
		r := v.Ref.(*Class).Dict().GetStr("__abstractmethods__")
		if !r.Valid() {
			return r, AttributeError("__abstractmethods__")
		}
		return r, nil
	}
}
