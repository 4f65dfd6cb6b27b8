package object

// Metaclass gives the most derived metaclass of meta and the bases' types.
func Metaclass(meta *Class, bases []Value) (*Class, error) {
	for _, b := range bases {
		switch m := ClassOf(b); {
		case meta.IsSubclass(m):
		case m.IsSubclass(meta):
			meta = m
		default:
			return nil, TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
		}
	}
	return meta, nil
}

// TypeNew is type.__new__: it makes a class, names its descriptors and tells
// its base.
func TypeNew(t *Thread, meta *Class, name string, bases []*Class, ns *Dict, kw []Kw) (*Class, error) {
	ns = ns.Copy()
	cell, _ := ns.GetStr("__classcell__").Ref.(*Cell)
	ns.DelStr("__classcell__")
	c, err := NewClass(t, meta, name, bases, ns)
	if err != nil {
		return nil, err
	}
	if cell != nil {
		cell.V = Obj(c)
	}
	for pos := 0; ; {
		k, v, next, ok := ns.Next(pos)
		if !ok {
			break
		}
		pos = next
		if p, ok := v.Ref.(*Property); ok && p.Name == "" {
			p.Name, _ = StrOf(k)
			continue
		}
		if _, isClass := v.Ref.(*Class); isClass {
			continue
		}
		if _, _, err := t.CallSpecial(v, "__set_name__", Obj(c), k); err != nil {
			if e, ok := err.(*Exception); ok {
				s, _ := ReprText(t, k)
				AddNote(e, "Error calling __set_name__ on '"+ClassOf(v).Name+"' instance "+s+" in '"+name+"'")
			}
			return nil, err
		}
	}
	if m, ok := c.LookupAfter(c, "__init_subclass__"); ok {
		b, err := bind(t, m, Value{}, c)
		if err != nil {
			return nil, err
		}
		if _, err := t.CallKw(b, nil, kw); err != nil {
			return nil, err
		}
	}
	return c, nil
}
