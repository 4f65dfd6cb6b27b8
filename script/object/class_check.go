package object

// IsInstanceOf is isinstance(v, cls).
func IsInstanceOf(t *Thread, v, cls Value) (bool, error) {
	return classCheck(t, v, cls, "__instancecheck__", func(c *Class) (bool, error) {
		return InstanceOrClaims(t, v, c)
	}, "isinstance() arg 2 must be a type, a tuple of types, or a union")
}

// InstanceOrClaims is type.__instancecheck__: whether v's class, or the class
// that v's own __class__ gives, is c or a subclass.
func InstanceOrClaims(t *Thread, v Value, c *Class) (bool, error) {
	cls := ClassOf(v)
	if cls.IsSubclass(c) {
		return true, nil
	}
	if cls.builtin {
		return false, nil
	}
	if !cls.overrides("__class__") && !cls.overrides("__getattribute__") {
		return false, nil
	}
	claimed, err := GetAttr(t, v, "__class__")
	if err != nil {
		if IsInstance(err, AttributeErrorClass) {
			return false, nil
		}
		return false, err
	}
	k, ok := claimed.Ref.(*Class)
	return ok && k.IsSubclass(c), nil
}

// overrides tells whether a class has an attribute of object's anew.
func (c *Class) overrides(name string) bool {
	v, _ := c.Lookup(name)
	own, _ := ObjectClass.Lookup(name)
	return !Is(v, own)
}

// IsSubclassOf is issubclass(v, cls).
func IsSubclassOf(t *Thread, v, cls Value) (bool, error) {
	const text = "issubclass() arg 2 must be a class, a tuple of classes, or a union"
	return classCheck(t, v, cls, "__subclasscheck__", func(c *Class) (bool, error) {
		if sub, ok := v.Ref.(*Class); ok {
			return sub.IsSubclass(c), nil
		}
		return claimsSubclass(t, v, Obj(c), text)
	}, text)
}

// classBases gives the __bases__ of what may be no type: any object that has
// them is a class to isinstance and issubclass.
func classBases(t *Thread, v Value) ([]Value, bool, error) {
	b, err := GetAttr(t, v, "__bases__")
	if err != nil {
		if IsInstance(err, AttributeErrorClass) {
			err = nil
		}
		return nil, false, err
	}
	tuple, ok := b.Ref.(*Tuple)
	if !ok {
		return nil, false, nil
	}
	return tuple.Items, true, nil
}

// claimsSubclass is issubclass(v, cls) where one of them is no type. text is
// the complaint about a cls that is no class at all.
func claimsSubclass(t *Thread, v, cls Value, text string) (bool, error) {
	bases, ok, err := classBases(t, v)
	if err != nil {
		return false, err
	}
	if !ok {
		return false, TypeError("issubclass() arg 1 must be a class")
	}
	if _, ok, err = classBases(t, cls); err != nil {
		return false, err
	}
	if !ok {
		return false, TypeError("%s", text)
	}
	return derives(t, v, cls, bases)
}

// derives looks for cls among v, its bases and theirs.
func derives(t *Thread, v, cls Value, bases []Value) (bool, error) {
	if Is(v, cls) {
		return true, nil
	}
	if err := t.Enter(); err != nil {
		return false, err
	}
	defer t.Leave()
	for _, b := range bases {
		more, _, err := classBases(t, b)
		if err != nil {
			return false, err
		}
		if ok, err := derives(t, b, cls, more); ok || err != nil {
			return ok, err
		}
	}
	return false, nil
}

// claimsInstance is isinstance(v, cls) of a cls that is no type.
func claimsInstance(t *Thread, v, cls Value, text string) (bool, error) {
	if _, ok, err := classBases(t, cls); err != nil || !ok {
		if err == nil {
			err = TypeError("%s", text)
		}
		return false, err
	}
	of, err := GetAttr(t, v, "__class__")
	if err != nil {
		if IsInstance(err, AttributeErrorClass) {
			err = nil
		}
		return false, err
	}
	bases, _, err := classBases(t, of)
	if err != nil {
		return false, err
	}
	return derives(t, of, cls, bases)
}

func classCheck(t *Thread, v, cls Value, hook string, plain func(*Class) (bool, error), text string) (bool, error) {
	var list []Value
	switch c := cls.Ref.(type) {
	case *Class:
		if ClassOf(v) == c && hook == "__instancecheck__" {
			return true, nil
		}
		if c.Meta != nil && c.Meta != TypeClass {
			if _, ok := c.Meta.Lookup(hook); ok {
				r, _, err := t.CallSpecial(cls, hook, v)
				if err != nil {
					return false, err
				}
				return Truth(t, r)
			}
		}
		return plain(c)
	case *Tuple:
		list = c.Items
	case *Union:
		list = c.Args
	default:
		if r, ok, err := t.CallSpecial(cls, hook, v); ok {
			if err != nil {
				return false, err
			}
			return Truth(t, r)
		}
		if hook == "__instancecheck__" {
			return claimsInstance(t, v, cls, text)
		}
		return claimsSubclass(t, v, cls, text)
	}
	for _, x := range list {
		ok, err := classCheck(t, v, x, hook, plain, text)
		if ok || err != nil {
			return ok, err
		}
	}
	return false, nil
}
