package object

// setAttr is type.__setattr__; no value removes the attribute.
func (c *Class) setAttr(t *Thread, name string, x Value) error {
	if c.builtin && c.open == nil {
		return TypeError("cannot set '%s' attribute of immutable type '%s'", name, c.Name)
	}
	if !x.Valid() && !c.Dict().GetStr(name).Valid() {
		e := AttributeError("type object '%s' has no attribute '%s'", c.Name, name)
		e.setName(name, Obj(c))
		return e
	}
	c.SetAttr(name, x)
	if c.open != nil {
		c.Changed(t)
		c.open(name)
	}
	return nil
}

// Changed has what derives from a builtin class look at it again.
func (c *Class) Changed(t *Thread) {
	c.changed()
	for _, s := range t.In.subs[c] {
		s.changed()
	}
}

// Open lets programs set the attributes of a builtin class, as of CPython's
// classes that are written in Python; changed is told of each. The class must
// belong to one interpreter.
func (c *Class) Open(changed func(name string)) { c.open = changed }

// setBases gives a class other bases.
func setBases(t *Thread, c *Class, x Value) error {
	if !x.Valid() {
		return TypeError("cannot delete '__bases__' attribute of immutable type '%s'", c.Name)
	}
	tup, ok := x.Ref.(*Tuple)
	if !ok {
		return TypeError("can only assign tuple to %s.__bases__, not %s", c.Name, ClassOf(x).Name)
	}
	if len(tup.Items) == 0 {
		return TypeError("can only assign non-empty tuple to %s.__bases__, not ()", c.Name)
	}
	var bases []*Class
	for _, v := range tup.Items {
		b, ok := v.Ref.(*Class)
		switch {
		case !ok:
			return TypeError("%s.__bases__ must be tuple of classes, not '%s'", c.Name, ClassOf(v).Name)
		case b.IsSubclass(c):
			return TypeError("a __bases__ item causes an inheritance cycle")
		case b.final:
			return TypeError("type '%s' is not an acceptable base type", b.Name)
		case b.Layout != c.Layout || b.solid() != c.solid():
			return TypeError("__bases__ assignment: '%s' object layout differs from '%s'", b.Name, c.Bases[0].Name)
		}
		bases = append(bases, b)
	}
	old, oldMRO := c.Bases, c.MRO
	c.Bases = bases
	mro, ok := linearize(c)
	if !ok {
		c.Bases, c.MRO = old, oldMRO
		return mroError(bases)
	}
	c.MRO = mro
	for _, b := range old {
		b.dropSubclass(t, c)
	}
	for _, b := range bases {
		b.addSubclass(t, c)
	}
	c.relinearize()
	c.changed()
	return nil
}

// relinearize computes the MROs of the classes below c anew.
func (c *Class) relinearize() {
	for _, s := range c.subs {
		if mro, ok := linearize(s); ok {
			s.MRO = mro
		}
		s.relinearize()
	}
}

func mroError(bases []*Class) error {
	text := "Cannot create a consistent method resolution order (MRO) for bases "
	for i, b := range bases {
		if i > 0 {
			text += ", "
		}
		text += b.Name
	}
	return TypeError("%s", text)
}

// SetClassOf is v.__class__ = x.
func SetClassOf(v, x Value) error {
	if !x.Valid() {
		return TypeError("can't delete __class__ attribute")
	}
	to, ok := x.Ref.(*Class)
	if !ok {
		return TypeError("__class__ must be set to a class, not '%s' object", ClassOf(x).Name)
	}
	from := ClassOf(v)
	if m, isModule := v.Ref.(*Module); isModule && to.IsSubclass(ModuleClass) {
		m.cls = to
		return nil
	}
	if from.builtin || to.builtin {
		return TypeError("__class__ assignment only supported for mutable types or ModuleType subclasses")
	}
	if from.Layout != to.Layout || from.solid() != to.solid() || from.hasDict != to.hasDict {
		return TypeError("__class__ assignment: '%s' object layout differs from '%s'", to.Name, from.Name)
	}
	switch o := v.Ref.(type) {
	case interface{ SetObjectClass(*Class) }:
		o.SetObjectClass(to)
	case interface{ SetClass(*Class) }:
		o.SetClass(to)
	default:
		return TypeError("__class__ assignment only supported for mutable types or ModuleType subclasses")
	}
	return nil
}
