package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// buildClass executes BuildClass.
func (m *Machine) buildClass(f *Frame, in *compile.Instr) (object.Value, error) {
	t := m.T
	fn := f.r[in.B].Ref.(*Function)
	bases := f.r[in.B+1].Ref.(*object.List).Items
	kwd := f.r[in.B+2].Ref.(*object.Dict)
	if in.X == 1 {
		generic, err := m.typing("_generic_base", f.r[in.B+3])
		if err != nil {
			return generic, err
		}
		bases = append(bases[:len(bases):len(bases)], generic)
	}
	var origBases object.Value
	var resolved []object.Value
	for _, b := range bases {
		if _, isClass := b.Ref.(*object.Class); !isClass {
			entriesOf, err := object.GetAttr(t, b, "__mro_entries__")
			if err != nil && !object.IsInstance(err, object.AttributeErrorClass) {
				return object.Value{}, err
			}
			if err == nil {
				r, err := t.Call(entriesOf, object.TupleValue(bases...))
				if err != nil {
					return object.Value{}, err
				}
				origBases = object.TupleValue(bases...)
				entries, isTuple := r.Ref.(*object.Tuple)
				if !isTuple {
					return object.Value{}, object.TypeError("__mro_entries__ must return a tuple")
				}
				resolved = append(resolved, entries.Items...)
				continue
			}
		}
		resolved = append(resolved, b)
	}
	meta := object.Obj(object.TypeClass)
	if v := kwd.GetStr("metaclass"); v.Valid() {
		kwd = kwd.Copy()
		kwd.DelStr("metaclass")
		meta = v
	} else if len(resolved) > 0 {
		meta = object.Obj(object.ClassOf(resolved[0]))
	}
	if mc, ok := meta.Ref.(*object.Class); ok {
		mc, err := object.Metaclass(mc, resolved)
		if err != nil {
			return object.Value{}, err
		}
		meta = object.Obj(mc)
	}
	name := object.String(fn.Name)
	baseTuple := object.TupleValue(resolved...)
	kw := dictKw(kwd)
	ns := object.Obj(object.NewDict())
	if p, err := object.GetAttr(t, meta, "__prepare__"); err == nil {
		if ns, err = t.CallKw(p, []object.Value{name, baseTuple}, kw); err != nil {
			return object.Value{}, err
		}
		if _, ok := object.ClassOf(ns).Lookup("__getitem__"); !ok {
			who := "<metaclass>"
			if mc, ok := meta.Ref.(*object.Class); ok {
				who = mc.Name
			}
			return object.Value{}, object.TypeError("%s.__prepare__() must return a mapping, not %s", who, object.ClassOf(ns).Name)
		}
	} else if !object.IsInstance(err, object.AttributeErrorClass) {
		return object.Value{}, err
	}
	drop := m.Hold(ns)
	defer drop()
	bf := m.newFrame(fn.st)
	bf.globals, bf.cells, bf.ns = fn.Globals, fn.closure, ns
	bf.kept = true
	module := fn.module
	if !fn.Globals.GetStr("__name__").Valid() {
		module = object.String("builtins") // where the name is looked up next
	}
	if err := m.storeName(bf, "__module__", module); err != nil {
		return object.Value{}, err
	}
	if err := m.storeName(bf, "__qualname__", object.String(bf.code.Qualname)); err != nil {
		return object.Value{}, err
	}
	if m.ClassPlaces {
		if err := m.storeName(bf, "__firstlineno__", object.Int(int64(bf.code.FirstLine))); err != nil {
			return object.Value{}, err
		}
	}
	if in.X == 1 {
		if err := m.storeName(bf, "__type_params__", f.r[in.B+3]); err != nil {
			return object.Value{}, err
		}
	}
	if _, err := m.enter(bf); err != nil {
		return object.Value{}, err
	}
	if m.ClassPlaces {
		names := make([]object.Value, len(bf.code.StaticAttributes))
		for i, n := range bf.code.StaticAttributes {
			names[i] = object.String(n)
		}
		if err := m.storeName(bf, "__static_attributes__", object.TupleValue(names...)); err != nil {
			return object.Value{}, err
		}
	}
	if origBases.Valid() {
		if err := m.storeName(bf, "__orig_bases__", origBases); err != nil {
			return object.Value{}, err
		}
	}
	var cell *object.Cell
	if k := bf.code.ClassCell; k >= 0 {
		cell = bf.r[k].Ref.(*object.Cell)
		if err := m.storeName(bf, "__classcell__", object.Obj(cell)); err != nil {
			return object.Value{}, err
		}
	}
	cls, err := t.CallKw(meta, []object.Value{name, baseTuple, ns}, kw)
	if err != nil || cell == nil {
		return cls, err
	}
	if _, isClass := cls.Ref.(*object.Class); isClass && !object.Is(cell.V, cls) {
		if !cell.V.Valid() {
			return cls, object.RuntimeError("__class__ not set defining '%s' as %s. Was __classcell__ propagated to type.__new__?", fn.Name, reprOf(t, cls))
		}
		return cls, object.TypeError("__class__ set to %s defining '%s' as %s", reprOf(t, cell.V), fn.Name, reprOf(t, cls))
	}
	return cls, nil
}
