package object

// maxShape is the number of attributes from which on a dict is used.
const maxShape = 48

// GetAttr is getattr(v, name).
func GetAttr(t *Thread, v Value, name string) (Value, error) {
	cls := ClassOf(v)
	if cls.getattribute || cls.getattr {
		return getAttrHooked(t, v, cls, name)
	}
	r, err := GenericGetAttr(t, v, name)
	return r, err
}

// FindAttr is GetAttr where the end of a search in vain is no error: ok is false
// then. Making the error costs more than the search.
func FindAttr(t *Thread, v Value, name string) (r Value, ok bool, err error) {
	cls := ClassOf(v)
	if !cls.getattribute && !cls.getattr {
		r, err = findAttr(t, v, cls, name)
	} else {
		r, err = getAttrHooked(t, v, cls, name)
	}
	if err != nil && IsInstance(err, AttributeErrorClass) {
		return Value{}, false, nil
	}
	return r, r.Valid(), err
}

func getAttrHooked(t *Thread, v Value, cls *Class, name string) (Value, error) {
	var r Value
	var err error
	if cls.getattribute {
		m, _ := cls.Lookup("__getattribute__")
		r, err = callHook(t, m, v, cls, String(name))
	} else {
		r, err = findAttr(t, v, cls, name)
		if err == nil && !r.Valid() {
			m, _ := cls.Lookup("__getattr__")
			return callHook(t, m, v, cls, String(name))
		}
	}
	if err != nil && cls.getattr && IsInstance(err, AttributeErrorClass) {
		m, _ := cls.Lookup("__getattr__")
		return callHook(t, m, v, cls, String(name))
	}
	return r, err
}

// callHook calls what a class has for __getattr__ and its kin, which need not be
// a function.
func callHook(t *Thread, m, v Value, cls *Class, args ...Value) (Value, error) {
	if isPlainMethod(m) {
		return t.Call(m, append([]Value{v}, args...)...)
	}
	b, err := bind(t, m, v, cls)
	if err != nil {
		return Value{}, err
	}
	return t.Call(b, args...)
}

// GenericGetAttr is object.__getattribute__ (and type's, module's, super's).
func GenericGetAttr(t *Thread, v Value, name string) (Value, error) {
	cls := ClassOf(v)
	r, err := findAttr(t, v, cls, name)
	if err == nil && !r.Valid() {
		err = noAttribute(v, cls.Name, name)
	}
	return r, err
}

// findAttr is GenericGetAttr, but gives no value for most of what is not there.
func findAttr(t *Thread, v Value, cls *Class, name string) (Value, error) {
	switch o := v.Ref.(type) {
	case *Class:
		return o.getAttr(t, name)
	case *Module:
		return o.getAttr(t, name)
	case *Super:
		return o.getAttr(t, name)
	}
	m, found := cls.Lookup(name)
	if found && isDataDescriptor(m) && hasGet(m) {
		return bind(t, m, v, cls)
	}
	if a := AttrsOf(v); a != nil {
		if r := a.Get(name); r.Valid() {
			return r, nil
		}
	}
	if found {
		return bind(t, m, v, cls)
	}
	if name == "__dict__" {
		if a := AttrsOf(v); a != nil && cls.hasDict {
			return Obj(a.Dict()), nil
		}
	}
	if d, ok := v.Ref.(Dynamic); ok {
		if r, ok, err := d.Attr(t, name); ok || err != nil {
			return r, err
		}
	}
	return Value{}, nil
}

// Dynamic is implemented by native objects that compute attributes.
type Dynamic interface {
	Attr(t *Thread, name string) (v Value, ok bool, err error)
}

func noAttribute(v Value, cls, name string) error {
	e := AttributeError("'%s' object has no attribute '%s'", cls, name)
	e.setName(name, v)
	return e
}

// SetAttr is setattr(v, name, x).
func SetAttr(t *Thread, v Value, name string, x Value) error {
	cls := ClassOf(v)
	if cls.setattr {
		m, _ := cls.Lookup("__setattr__")
		_, err := callHook(t, m, v, cls, String(name), x)
		return err
	}
	return GenericSetAttr(t, v, name, x)
}

// GenericSetAttr is object.__setattr__; with no value for x, __delattr__.
func GenericSetAttr(t *Thread, v Value, name string, x Value) error {
	cls := ClassOf(v)
	m, found := cls.Lookup(name)
	if found {
		if done, err := setDescriptor(t, m, v, x, name); done {
			return err
		}
	}
	switch o := v.Ref.(type) {
	case *Class:
		return o.setAttr(t, name, x)
	case *Module:
		if x.Valid() {
			o.Dict.SetStr(name, x)
		} else if !o.Dict.DelStr(name) {
			return AttributeError("module '%s' has no attribute '%s'", o.Name, name)
		}
		return nil
	}
	if d, ok := v.Ref.(DynamicSetter); ok {
		if ok, err := d.SetAttr(t, name, x); ok || err != nil {
			return err
		}
	}
	a := AttrsOf(v)
	if a == nil || !cls.hasDict {
		if found {
			return AttributeError("'%s' object attribute '%s' is read-only", cls.Name, name)
		}
		text := "'%s' object has no attribute '%s'"
		if t.Profile().NamesMissingDict {
			text += " and no __dict__ for setting new attributes"
		}
		e := AttributeError(text, cls.Name, name)
		e.setName(name, v)
		return e
	}
	if name == "__dict__" && x.Valid() {
		d, ok := x.Ref.(*Dict)
		if !ok {
			return TypeError("__dict__ must be set to a dictionary, not a '%s'", ClassOf(x).Name)
		}
		a.SetDict(d)
		return nil
	}
	if x.Valid() {
		a.Set(name, x)
		return nil
	}
	if !a.Del(name) {
		return noAttribute(v, cls.Name, name)
	}
	return nil
}

// DynamicSetter is implemented by native objects that store attributes
// themselves; no value for x is deletion.
type DynamicSetter interface {
	SetAttr(t *Thread, name string, x Value) (ok bool, err error)
}

// DelAttr is delattr(v, name).
func DelAttr(t *Thread, v Value, name string) error {
	cls := ClassOf(v)
	if cls.delattr {
		m, _ := cls.Lookup("__delattr__")
		_, err := callHook(t, m, v, cls, String(name))
		return err
	}
	return GenericSetAttr(t, v, name, Value{})
}

// Each visits the values of all attributes.
func (a *Attrs) Each(visit func(Value)) {
	for _, v := range a.slots {
		visit(v)
	}
	if a.dict != nil {
		for _, v := range a.dict.Values() {
			visit(v)
		}
	}
	for _, v := range a.named {
		visit(v)
	}
}
