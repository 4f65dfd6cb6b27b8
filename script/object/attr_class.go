package object

func (c *Class) getAttr(t *Thread, name string) (Value, error) {
	meta := c.Class()
	mm, inMeta := meta.Lookup(name)
	if inMeta && isDataDescriptor(mm) {
		return bind(t, mm, Obj(c), meta)
	}
	if m, ok := c.Lookup(name); ok {
		return bind(t, m, Value{}, c)
	}
	if inMeta {
		return bind(t, mm, Obj(c), meta)
	}
	if v, ok, err := classAttr(t, c, name); ok {
		return v, err
	}
	e := AttributeError("type object '%s' has no attribute '%s'", c.Name, name)
	e.setName(name, Obj(c))
	return Value{}, e
}

func classAttr(t *Thread, c *Class, name string) (Value, bool, error) {
	switch name {
	case "__name__":
		return String(c.Name), true, nil
	case "__qualname__":
		return String(c.Qualname), true, nil
	case "__module__":
		return String(c.Module), true, nil
	case "__class__":
		return Obj(c.Class()), true, nil
	case "__mro__":
		return TupleValue(classValues(c.MRO)...), true, nil
	case "__bases__":
		b := c.Bases
		if c == ObjectClass {
			b = nil
		}
		return TupleValue(classValues(b)...), true, nil
	case "__base__":
		if len(c.Bases) == 0 {
			return None, true, nil
		}
		return Obj(c.Bases[0]), true, nil
	case "__dict__":
		return Obj(&MappingProxy{c.Dict}), true, nil
	case "__doc__":
		return None, true, nil
	case "__annotations__":
		d := Obj(NewDict())
		if !c.builtin {
			c.SetAttr(name, d)
		}
		return d, true, nil
	case "__type_params__":
		return TupleValue(), true, nil
	}
	return Value{}, false, nil
}

func classValues(cs []*Class) []Value {
	out := make([]Value, len(cs))
	for i, c := range cs {
		out[i] = Obj(c)
	}
	return out
}

func (c *Class) setAttr(name string, x Value) error {
	if c.builtin {
		return TypeError("cannot set '%s' attribute of immutable type '%s'", name, c.Name)
	}
	if !x.Valid() && !c.Dict.GetStr(name).Valid() {
		return AttributeError("type object '%s' has no attribute '%s'", c.Name, name)
	}
	switch s, isStr := StrOf(x); {
	case name == "__name__" && isStr:
		c.Name = s
	case name == "__qualname__" && isStr:
		c.Qualname = s
	case name == "__module__" && isStr:
		c.Module = s
		c.SetAttr(name, x)
	default:
		c.SetAttr(name, x)
	}
	return nil
}
