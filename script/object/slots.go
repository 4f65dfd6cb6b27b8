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
			ns.SetStr("__weakref__", Obj(&GetSet{Name: "__weakref__", Get: func(*Thread, Value) (Value, error) { return None, nil }, Owner: c}))
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
			c.addDict(ns)
			continue
		case "__weakref__":
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
		ns.SetStr("__dict__", Obj(&GetSet{Name: "__dict__", Get: dictOf, Set: setDict, Owner: c}))
	}
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

// object.__class__ is a descriptor: it gives the type, and changes it.
func init() {
	ObjectClass.Later(func(c *Class) {
		c.DefGet("__class__", func(_ *Thread, v Value) (Value, error) { return Obj(ClassOf(v)), nil },
			func(_ *Thread, v, x Value) error { return SetClassOf(v, x) })
		c.KeepAttr("__class__", "can't delete __class__ attribute")
	})
}
