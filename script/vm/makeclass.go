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
	var origBases object.Value
	var resolved []object.Value
	for _, b := range bases {
		if _, isClass := b.Ref.(*object.Class); !isClass {
			if r, ok, err := t.CallSpecial(b, "__mro_entries__", object.TupleValue(bases...)); ok {
				if err != nil {
					return object.Value{}, err
				}
				origBases = object.TupleValue(bases...)
				resolved = append(resolved, r.Ref.(*object.Tuple).Items...)
				continue
			}
			if g, ok := b.Ref.(*object.GenericAlias); ok {
				origBases = object.TupleValue(bases...)
				resolved = append(resolved, g.Origin)
				continue
			}
		}
		resolved = append(resolved, b)
	}
	meta := object.Obj(object.TypeClass)
	explicit := false
	if v := kwd.GetStr("metaclass"); v.Valid() {
		kwd = kwd.Copy()
		kwd.DelStr("metaclass")
		meta, explicit = v, true
	} else if len(resolved) > 0 {
		meta = object.Obj(object.ClassOf(resolved[0]))
	}
	_ = explicit
	if mc, ok := meta.Ref.(*object.Class); ok {
		for _, b := range resolved {
			bm := object.ClassOf(b)
			switch {
			case mc.IsSubclass(bm):
			case bm.IsSubclass(mc):
				mc = bm
			default:
				return object.Value{}, object.TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
			}
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
	}
	bf := m.newFrame(fn.st)
	bf.globals, bf.cells, bf.ns = fn.Globals, fn.closure, ns
	bf.kept = true
	if err := m.storeName(bf, "__module__", fn.module); err != nil {
		return object.Value{}, err
	}
	if _, err := m.enter(bf); err != nil {
		return object.Value{}, err
	}
	if origBases.Valid() {
		if err := m.storeName(bf, "__orig_bases__", origBases); err != nil {
			return object.Value{}, err
		}
	}
	var cell *object.Cell
	if k := bf.code.ClassCell; k >= 0 {
		cell = bf.r[k].Ref.(*object.Cell)
		if d, ok := ns.Ref.(*object.Dict); ok {
			d.SetStr("__classcell__", object.Obj(cell))
		}
	}
	return t.CallKw(meta, []object.Value{name, baseTuple, ns}, kw)
}
