package object

// Descriptor is implemented by native objects with a __get__.
type Descriptor interface {
	Bind(t *Thread, self Value, cls *Class) (Value, error)
}

// isDataDescriptor reports whether m goes before an instance's own attributes.
func isDataDescriptor(m Value) bool {
	var cls *Class
	switch o := m.Ref.(type) {
	case *Property, *GetSet, *Slot:
		return true
	case *Builtin, *Str, *ClassMethod, *StaticMethod, PlainFunction, *Class:
		return false
	case *Instance:
		cls = o.cls
	default:
		if cls = ClassOf(m); cls.builtin {
			return false
		}
	}
	if _, ok := cls.Lookup("__set__"); ok {
		return true
	}
	_, ok := cls.Lookup("__delete__")
	return ok
}

// hasGet reports whether a data descriptor computes what it gives; one without
// __get__ leaves that to the instance.
func hasGet(m Value) bool {
	switch m.Ref.(type) {
	case *Property, *GetSet, *Slot:
		return true
	}
	_, ok := ClassOf(m).Lookup("__get__")
	return ok
}

// bind is the descriptor protocol's __get__.
func bind(t *Thread, m Value, self Value, cls *Class) (Value, error) {
	switch d := m.Ref.(type) {
	case PlainFunction:
		if !self.Valid() {
			return m, nil
		}
		return Obj(&BoundMethod{Fn: m, Self: self}), nil
	case *Builtin:
		if !d.Method || !self.Valid() {
			return m, nil
		}
		return Obj(&BoundMethod{Fn: m, Self: self}), nil
	case *Property:
		if d.cls == nil {
			return d.get(t, m, self)
		}
	case *ClassMethod:
		if d.cls == nil {
			return Obj(&BoundMethod{Fn: d.Fn, Self: Obj(cls)}), nil
		}
	case *StaticMethod:
		if d.cls == nil {
			return d.Fn, nil
		}
	case *GetSet:
		if !self.Valid() {
			return m, nil
		}
		return d.Get(t, self)
	case *Slot:
		if !self.Valid() {
			return m, nil
		}
		return d.get(self)
	case *Instance:
	case Descriptor:
		return d.Bind(t, self, cls)
	}
	c := ClassOf(m)
	if c.builtin {
		return m, nil
	}
	if g, ok := c.Lookup("__get__"); ok {
		if !self.Valid() {
			self = None
		}
		return t.Call(g, m, self, Obj(cls))
	}
	return m, nil
}

// setDescriptor lets a descriptor found on v's class store x, or delete when x
// is no value; done is false when it takes no part in that.
func setDescriptor(t *Thread, m, v, x Value, name string) (done bool, err error) {
	var cls *Class
	switch d := m.Ref.(type) {
	case *Property:
		if d.cls == nil {
			return true, d.set(t, v, x)
		}
		cls = d.cls
	case *GetSet:
		return true, d.set(t, v, x)
	case *Slot:
		return true, d.set(v, x)
	case *Instance:
		cls = d.cls
	case *Builtin, *Str, *ClassMethod, *StaticMethod, PlainFunction, *Class:
		return false, nil
	default:
		if cls = ClassOf(m); cls.builtin {
			return false, nil
		}
	}
	set, canSet := cls.Lookup("__set__")
	del, canDel := cls.Lookup("__delete__")
	switch {
	case !canSet && !canDel:
		return false, nil
	case x.Valid() && canSet:
		_, err = t.Call(set, m, v, x)
	case x.Valid():
		err = AttributeError("__set__")
	case canDel:
		_, err = t.Call(del, m, v)
	default:
		err = AttributeError("__delete__")
	}
	return true, err
}

// GetSet is a computed attribute of a native class.
type GetSet struct {
	Name  string
	Get   func(t *Thread, self Value) (Value, error)
	Set   func(t *Thread, self, v Value) error
	Owner *Class
	// Keep is what deleting the attribute is refused with, a TypeError.
	Keep string
	// Stays has deleting the attribute refused with an AttributeError.
	Stays bool
	// Member tells that it is a member in CPython, which programs see in its text.
	Member bool
	// Del, when there, deletes.
	Del func(t *Thread, self Value) error
}

// Class implements Object.
func (*GetSet) Class() *Class { return GetSetClass }

// Repr implements Reprer.
func (d *GetSet) Repr(*Thread) (string, error) {
	if d.Member {
		return "<member '" + d.Name + "' of '" + d.Owner.Name + "' objects>", nil
	}
	return "<attribute '" + d.Name + "' of '" + d.Owner.Name + "' objects>", nil
}

func (d *GetSet) set(t *Thread, v, x Value) error {
	switch {
	case x.Valid() && d.Set != nil:
		return d.Set(t, v, x)
	case d.Member && d.Set == nil && d.Del == nil:
		return AttributeError("readonly attribute")
	case !x.Valid() && d.Del != nil:
		return d.Del(t, v)
	case !x.Valid() && d.Keep != "":
		return TypeError("%s", d.Keep)
	case !x.Valid() && d.Stays:
		return AttributeError("cannot delete attribute")
	case !x.Valid() && d.Set != nil:
		return TypeError("cannot delete '%s' attribute", d.Name)
	}
	return AttributeError("attribute '%s' of '%s' objects is not writable", d.Name, d.Owner.Name)
}

// CheckOwner refuses an object that the attribute is not one of.
func (d *GetSet) CheckOwner(v Value) error {
	if !ClassOf(v).IsSubclass(d.Owner) {
		return TypeError("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", d.Name, d.Owner.Name, ClassOf(v).Name)
	}
	return nil
}

// KeepAttr has deleting a computed attribute refused with the text.
func (c *Class) KeepAttr(name, text string) {
	c.define().GetStr(name).Ref.(*GetSet).Keep = text
}

// MemberAttr marks computed attributes that are members in CPython.
func (c *Class) MemberAttr(names ...string) {
	for _, name := range names {
		c.define().GetStr(name).Ref.(*GetSet).Member = true
	}
}

// StayAttr has deleting a computed attribute refused with an AttributeError.
func (c *Class) StayAttr(name string) { c.define().GetStr(name).Ref.(*GetSet).Stays = true }

// DelAttr has a computed attribute deleted by del.
func (c *Class) DelAttr(name string, del func(t *Thread, self Value) error) {
	c.define().GetStr(name).Ref.(*GetSet).Del = del
}

// ClassMethod is a classmethod.
type ClassMethod struct {
	Head
	Fn Value
	wrapper
}

// Class implements Object.
func (c *ClassMethod) Class() *Class {
	if c.cls != nil {
		return c.cls
	}
	return ClassMethodClass
}

func (c *ClassMethod) attributes() *Attrs { return c.wrapper.attributes() }

// StaticMethod is a staticmethod.
type StaticMethod struct {
	Head
	Fn Value
	wrapper
}

// Class implements Object.
func (s *StaticMethod) Class() *Class {
	if s.cls != nil {
		return s.cls
	}
	return StaticMethodClass
}

func (s *StaticMethod) attributes() *Attrs { return s.wrapper.attributes() }

// CallObject implements Caller.
func (s *StaticMethod) CallObject(t *Thread, args []Value, kw []Kw) (Value, error) {
	return t.CallKw(s.Fn, args, kw)
}

// wrapper has the attributes of a classmethod or staticmethod object.
type wrapper struct{ own *Attrs }

func (w *wrapper) attributes() *Attrs {
	if w.own == nil {
		w.own = NewAttrs()
	}
	return w.own
}

// Wrap copies the names and texts of fn, as functools.update_wrapper does.
func (w *wrapper) Wrap(t *Thread, fn Value) {
	for _, n := range []string{"__module__", "__name__", "__qualname__", "__doc__", "__annotations__"} {
		if v, err := GetAttr(t, fn, n); err == nil {
			w.attributes().Set(n, v)
		}
	}
	if v, err := GetAttr(t, fn, "__dict__"); err == nil {
		if d, ok := v.Ref.(*Dict); ok {
			for _, k := range d.Keys() {
				if s, ok := StrOf(k); ok {
					w.attributes().Set(s, d.GetStr(s))
				}
			}
		}
	}
}
