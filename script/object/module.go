package object

// Module is a module.
type Module struct {
	Mark
	Name string
	Dict *Dict
	// Initializing is set while the module's own code runs.
	Initializing bool
	cls          *Class
}

// Class implements Object.
func (m *Module) Class() *Class {
	if m.cls != nil {
		return m.cls
	}
	return ModuleClass
}

// SetClass makes the module one of a subclass.
func (m *Module) SetClass(c *Class) { m.cls = c }

// NewModule makes a module with __name__ set.
func NewModule(name string) *Module {
	m := &Module{Name: name, Dict: NewDict()}
	m.Dict.SetStr("__name__", String(name))
	return m
}

// Def adds a function to the module.
func (m *Module) Def(name string, min, max int, fn NativeFn) {
	m.Dict.SetStr(name, Obj(&Builtin{Name: name, Qualname: name, Fn: fn, Min: min, Max: max, Self: Obj(m)}))
}

func (m *Module) getAttr(t *Thread, name string) (Value, error) {
	cls := m.Class()
	c, found := cls.Lookup(name)
	if found && isDataDescriptor(c) {
		return bind(t, c, Obj(m), cls)
	}
	if v := m.Dict.GetStr(name); v.Valid() {
		return v, nil
	}
	switch name {
	case "__dict__":
		return Obj(m.Dict), nil
	}
	if found {
		return bind(t, c, Obj(m), cls)
	}
	if g := m.Dict.GetStr("__getattr__"); g.Valid() {
		return t.Call(g, String(name))
	}
	return Value{}, m.NoAttr(name)
}

// NoAttr gives the AttributeError for a name that the module does not have.
func (m *Module) NoAttr(name string) error {
	own, ok := StrOf(m.Dict.GetStr("__name__"))
	var e *Exception
	switch {
	case !ok:
		e = AttributeError("module has no attribute '%s'", name)
	case m.Initializing:
		e = AttributeError("partially initialized module '%s' has no attribute '%s' (most likely due to a circular import)", own, name)
	default:
		e = AttributeError("module '%s' has no attribute '%s'", own, name)
	}
	e.setName(name, Obj(m))
	return e
}
