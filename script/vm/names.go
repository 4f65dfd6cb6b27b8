package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// annotations is the name under which a class or module has its annotations.
const annotations = "__annotations__"

func (m *Machine) setupAnnotations(f *Frame) error {
	if _, ok, err := m.loadName(f, annotations); ok || err != nil {
		return err
	}
	return m.storeName(f, annotations, object.Obj(object.NewDict()))
}

func (m *Machine) annotate(f *Frame, in *compile.Instr) error {
	d, ok, err := m.loadName(f, annotations)
	if err != nil {
		return err
	}
	if !ok {
		return nameError(annotations)
	}
	return object.SetItem(m.T, d, f.code.Consts[in.A], f.r[in.B])
}

// unboundName is the field in which an UnboundLocalError says which variable.
const unboundName = "unbound"

func unbound(f *Frame, slot int32) error {
	name := "?"
	if int(slot) < len(f.code.Vars) {
		name = f.code.Vars[slot]
	}
	e := object.Raise(object.UnboundLocalErrorClass, "cannot access local variable '%s' where it is not associated with a value", name)
	e.SetField(unboundName, object.String(name)) // its name attribute stays None
	return e
}

func unboundFree(name string) error {
	e := object.Raise(object.NameErrorClass, "cannot access free variable '%s' where it is not associated with a value in enclosing scope", name)
	e.SetField("name", object.String(name))
	return e
}

func nameError(name string) error {
	e := object.Raise(object.NameErrorClass, "name '%s' is not defined", name)
	e.SetExtra("name", object.String(name))
	return e
}

// loadGlobal finds a global or builtin name and notes where.
func (m *Machine) loadGlobal(f *Frame, site int32) (object.Value, error) {
	name := f.code.Sites[site]
	h := object.HashString(name)
	c := &f.st.globals[site]
	b := m.T.In.Builtins
	if n := f.globals.FindStr(name, h); n >= 0 {
		*c = globalCache{f.globals, f.globals.Version(), b.Version(), int32(n), true}
		return f.globals.EntryValue(n), nil
	}
	if n := b.FindStr(name, h); n >= 0 {
		*c = globalCache{f.globals, f.globals.Version(), b.Version(), int32(n), false}
		return b.EntryValue(n), nil
	}
	return object.Value{}, nameError(name)
}

func (m *Machine) loadName(f *Frame, name string) (object.Value, bool, error) {
	if d, ok := f.ns.Ref.(*object.Dict); ok && d.Exact() {
		v := d.GetStr(name)
		return v, v.Valid(), nil
	}
	v, err := object.GetItem(m.T, f.ns, object.String(name))
	if err != nil {
		if object.IsInstance(err, object.KeyErrorClass) {
			return object.Value{}, false, nil
		}
		return object.Value{}, false, err
	}
	return v, true, nil
}

// findName loads a name of a class body or of exec's code: from its namespace,
// else from the function around or the globals.
func (m *Machine) findName(f *Frame, in *compile.Instr) (object.Value, error) {
	v, ok, err := m.loadName(f, f.code.Sites[in.C])
	switch {
	case err != nil || ok:
		return v, err
	case in.Op != compile.LoadNF:
		return m.loadGlobal(f, in.C)
	}
	if v = f.cells[in.B].V; !v.Valid() {
		return v, unboundFree(f.code.Sites[in.C])
	}
	return v, nil
}

func (m *Machine) deleteName(f *Frame, name string) error {
	var old object.Value
	if m.life.Live != 0 {
		old = object.PeekItem(m.T, f.ns, object.String(name))
	}
	if err := object.DelItem(m.T, f.ns, object.String(name)); err != nil {
		if object.IsInstance(err, object.KeyErrorClass) {
			err = nameError(name)
		}
		return err
	}
	return m.deleted(f, old)
}

func (m *Machine) deleteGlobal(f *Frame, name string) error {
	var old object.Value
	if m.life.Live != 0 {
		old = f.globals.GetStr(name)
	}
	if !f.globals.DelStr(name) {
		return nameError(name)
	}
	return m.deleted(f, old)
}

func (m *Machine) deleteAttr(f *Frame, in *compile.Instr) error {
	var old object.Value
	if m.life.Live != 0 {
		old = object.PeekAttr(f.r[in.A], f.code.Sites[in.C])
	}
	if err := object.DelAttr(m.T, f.r[in.A], f.code.Sites[in.C]); err != nil {
		return err
	}
	return m.deleted(f, old)
}

// deleted lets go of what something that was deleted referred to.
func (m *Machine) deleted(f *Frame, old object.Value) error {
	if m.life.Live == 0 {
		return nil
	}
	return m.letGo(f, old)
}

func (m *Machine) storeName(f *Frame, name string, v object.Value) error {
	if d, ok := f.ns.Ref.(*object.Dict); ok && d.Exact() {
		d.SetStr(name, v)
		return nil
	}
	return object.SetItem(m.T, f.ns, object.String(name), v)
}
