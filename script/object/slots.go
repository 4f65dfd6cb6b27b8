package object

import "asyncio/script/text"

// solid gives the nearest class, c or above, that adds storage to instances:
// bases with different ones do not go together.
func (c *Class) solid() *Class {
	for !c.own && !c.builtin && c.base != nil {
		c = c.base
	}
	if c.builtin {
		return c.Layout
	}
	return c
}

// addSlots makes descriptors of __slots__.
func (c *Class) addSlots(t *Thread, ns *Dict) error {
	slots := ns.GetStr("__slots__")
	if !slots.Valid() {
		if !c.hasDict {
			c.addDict(ns)
			c.addWeakRef(ns)
		}
		return nil
	}
	names := []Value{slots}
	if _, ok := slots.Ref.(*Str); !ok {
		var err error
		if names, err = Collect(t, slots); err != nil {
			return err
		}
	}
	inherited := c.hasDict
	for _, n := range names {
		s, ok := StrOf(n)
		if !ok {
			return TypeError("__slots__ items must be strings, not '%s'", ClassOf(n).Name)
		}
		if !text.IsIdentifier(s) {
			return TypeError("__slots__ must be identifiers")
		}
		switch c.Layout {
		case IntClass, TupleClass, BytesClass, TypeClass:
			return TypeError("nonempty __slots__ not supported for subtype of '%s'", c.base.Name)
		}
		switch s {
		case "__dict__":
			if inherited {
				return TypeError("__dict__ slot disallowed: we already got one")
			}
			inherited = true
			c.addDict(ns)
			continue
		case "__weakref__":
			for _, b := range c.Bases {
				if _, got := b.Lookup("__weakref__"); got {
					return TypeError("__weakref__ slot disallowed: we already got one")
				}
			}
			c.addWeakRef(ns)
			continue
		}
		s = Mangle(c.Name, s)
		if ns.GetStr(s).Valid() && s != "__qualname__" && s != "__classcell__" {
			return ValueError("'%s' in __slots__ conflicts with class variable", s)
		}
		ns.SetStr(s, Obj(newSlot(s, c)))
		c.own = true
	}
	return nil
}

// addDict has instances take any attribute.
func (c *Class) addDict(ns *Dict) {
	c.hasDict = true
	if !ns.GetStr("__dict__").Valid() {
		ns.SetStr("__dict__", Obj(&GetSet{Name: "__dict__", Get: dictOf, Set: setDict, Del: dropDict, Owner: c}))
	}
}

// addWeakRef lets there be weak references to instances.
func (c *Class) addWeakRef(ns *Dict) {
	ns.SetStr("__weakref__", Obj(&GetSet{Name: "__weakref__", Get: firstWeakRef, Owner: c}))
}

func firstWeakRef(t *Thread, v Value) (Value, error) {
	if m, ok := v.Ref.(Markable); ok {
		if refs := t.In.Life.WeakRefs(m); len(refs) > 0 {
			return refs[0].Self(), nil
		}
	}
	return None, nil
}

func dictOf(_ *Thread, v Value) (Value, error) {
	if a := AttrsOf(v); a != nil {
		return Obj(a.Dict()), nil
	}
	return Value{}, AttributeError("'%s' object has no attribute '__dict__'", ClassOf(v).Name)
}

func setDict(_ *Thread, v, x Value) error {
	d, ok := x.Ref.(*Dict)
	if !ok {
		return TypeError("__dict__ must be set to a dictionary, not a '%s'", ClassOf(x).Name)
	}
	AttrsOf(v).SetDict(d)
	return nil
}

// dropDict is del v.__dict__: the next attribute begins a new one.
func dropDict(_ *Thread, v Value) error {
	AttrsOf(v).SetDict(NewDict())
	return nil
}

// object.__class__ is a descriptor: it gives the type, and changes it.
func init() {
	ObjectClass.Later(func(c *Class) {
		c.DefGet("__class__", func(_ *Thread, v Value) (Value, error) { return Obj(ClassOf(v)), nil },
			func(_ *Thread, v, x Value) error { return SetClassOf(v, x) })
		c.KeepAttr("__class__", "can't delete __class__ attribute")
	})
}

// SlotCount gives how many slots an instance has from the classes of programs.
func (c *Class) SlotCount() (n int) {
	for _, k := range c.MRO {
		if k.builtin {
			continue
		}
		for _, name := range k.Dict().Keys() {
			s, _ := StrOf(name)
			if _, ok := k.Dict().GetStr(s).Ref.(*Slot); ok {
				n++
			}
		}
	}
	return n
}
