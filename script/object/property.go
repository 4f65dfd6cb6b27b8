package object

// Property is a property.
type Property struct {
	Head
	Get, Set, Del, Doc Value
	// DocFromGetter tells that Doc is the getter's.
	DocFromGetter bool
	// Name is what __set_name__ told, empty before.
	Name string
}

// Class implements Object.
func (p *Property) Class() *Class {
	if p.cls != nil {
		return p.cls
	}
	return PropertyClass
}

// title names the property in messages.
func (p *Property) title(t *Thread) string {
	if p.Name != "" {
		return "property '" + p.Name + "'"
	}
	if v, err := GetAttr(t, p.Get, "__name__"); err == nil && !p.Get.IsNone() {
		if s, ok := StrOf(v); ok {
			return "property '" + s + "'"
		}
	}
	return "property"
}

func (p *Property) get(t *Thread, me, self Value) (Value, error) {
	if !self.Valid() {
		return me, nil
	}
	if p.Get.IsNone() {
		return Value{}, AttributeError("%s of '%s' object has no getter", p.title(t), ClassOf(self).Qualname)
	}
	return t.Call(p.Get, self)
}

func (p *Property) set(t *Thread, self, x Value) error {
	fn, what, args := p.Set, "setter", []Value{self, x}
	if !x.Valid() {
		fn, what, args = p.Del, "deleter", []Value{self}
	}
	if fn.IsNone() {
		return AttributeError("%s of '%s' object has no %s", p.title(t), ClassOf(self).Qualname, what)
	}
	_, err := t.Call(fn, args...)
	return err
}

// GetFor is property.__get__.
func (p *Property) GetFor(t *Thread, self Value) (Value, error) {
	if self.IsNone() {
		self = Value{}
	}
	return p.get(t, Obj(p), self)
}

// SetFor is property.__set__, and property.__delete__ when x is no value.
func (p *Property) SetFor(t *Thread, self, x Value) error { return p.set(t, self, x) }
