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
	e := AttributeError("type object '%s' has no attribute '%s'", c.Name, name)
	e.setName(name, Obj(c))
	return Value{}, e
}

func classValues(cs []*Class) []Value {
	out := make([]Value, len(cs))
	for i, c := range cs {
		out[i] = Obj(c)
	}
	return out
}
