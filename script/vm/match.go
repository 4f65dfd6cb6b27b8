package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

func (m *Machine) matchSeq(f *Frame, in *compile.Instr) (bool, error) {
	v := f.r[in.B]
	if !object.IsSequence(v) {
		return false, nil
	}
	if in.X == 1 && in.C == 0 {
		return true, nil
	}
	n, err := object.Len(m.T, v)
	if in.X == 1 {
		return n >= int(in.C), err
	}
	return n == int(in.C), err
}

func (m *Machine) matchKeys(f *Frame, in *compile.Instr) (bool, error) {
	keys := f.r[in.C].Ref.(*object.Tuple).Items
	subject := f.r[in.B]
	vals := make([]object.Value, 0, len(keys))
	seen := object.NewDict()
	missing := object.Obj(object.NewInstance(object.ObjectClass))
	var get object.Value // of what is no plain dict
	for _, k := range keys {
		if old, err := seen.Get(m.T, k); err != nil {
			return false, err
		} else if old.Valid() {
			text, err := object.ReprText(m.T, k)
			if err != nil {
				return false, err
			}
			return false, object.Raise(object.ValueErrorClass, "mapping pattern checks duplicate key (%s)", text)
		}
		if err := seen.Set(m.T, k, object.None); err != nil {
			return false, err
		}
		if d, ok := subject.Ref.(*object.Dict); ok && d.Exact() {
			v, err := d.Get(m.T, k)
			if err != nil || !v.Valid() {
				return false, err
			}
			vals = append(vals, v)
			continue
		}
		if !get.Valid() {
			var err error
			if get, err = object.GetAttr(m.T, subject, "get"); err != nil {
				return false, err
			}
		}
		v, err := m.T.Call(get, k, missing)
		if err != nil || v.Ref == missing.Ref {
			return false, err
		}
		vals = append(vals, v)
	}
	f.r[in.C+1] = object.TupleValue(vals...)
	return true, nil
}

func (m *Machine) matchRest(f *Frame, in *compile.Instr) (object.Value, error) {
	d := object.NewDict()
	if err := m.dictUpdate(d, f.r[in.B]); err != nil {
		return object.Value{}, err
	}
	for _, k := range f.r[in.C].Ref.(*object.Tuple).Items {
		if _, err := d.Pop(m.T, k); err != nil {
			return object.Value{}, err
		}
	}
	return object.Obj(d), nil
}

// selfMatching are the classes whose single positional pattern is the subject.
func selfMatching(c *object.Class) bool {
	switch c.Layout {
	case object.IntClass, object.FloatClass, object.StrClass, object.BytesClass, object.BytearrayClass, object.ListClass,
		object.TupleClass, object.DictClass, object.SetClass, object.FrozensetClass, object.BoolClass:
		return true
	}
	return false
}

func (m *Machine) matchClass(f *Frame, in, ext *compile.Instr) (bool, error) {
	t := m.T
	cls, ok := f.r[in.C].Ref.(*object.Class)
	if !ok {
		return false, object.TypeError("called match pattern must be a class")
	}
	v := f.r[in.B]
	is, err := object.IsInstanceOf(t, v, object.Obj(cls))
	if err != nil || !is {
		return false, err
	}
	var vals []object.Value
	npos := int(ext.B)
	var names []object.Value
	if npos > 0 {
		ma, err := object.GetAttr(t, object.Obj(cls), "__match_args__")
		switch {
		case err == nil:
			tup, ok := ma.Ref.(*object.Tuple)
			if !ok {
				return false, object.TypeError("%s.__match_args__ must be a tuple (got %s)", cls.Name, object.ClassOf(ma).Name)
			}
			if len(tup.Items) < npos {
				return false, object.TypeError("%s() accepts %d positional sub-pattern%s (%d given)", cls.Name, len(tup.Items), s(len(tup.Items)), npos)
			}
			names = append(names, tup.Items[:npos]...)
		case selfMatching(cls):
			if npos > 1 {
				return false, object.TypeError("%s() accepts 1 positional sub-pattern (%d given)", cls.Name, npos)
			}
			vals = append(vals, v)
		default:
			return false, object.TypeError("%s() accepts 0 positional sub-patterns (%d given)", cls.Name, npos)
		}
	}
	names = append(names, f.code.Consts[ext.A].Ref.(*object.Tuple).Items...)
	seen := map[string]bool{}
	for _, n := range names {
		name, ok := object.StrOf(n)
		if !ok {
			return false, object.TypeError("__match_args__ elements must be strings (got %s)", object.ClassOf(n).Name)
		}
		if seen[name] {
			return false, object.TypeError("%s() got multiple sub-patterns for attribute '%s'", cls.Name, name)
		}
		seen[name] = true
		x, err := object.GetAttr(t, v, name)
		if err != nil {
			if object.IsInstance(err, object.AttributeErrorClass) {
				return false, nil
			}
			return false, err
		}
		vals = append(vals, x)
	}
	f.r[in.C+1] = object.TupleValue(vals...)
	return true, nil
}

func s(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// groupMatch executes GroupMatch.
func (m *Machine) groupMatch(f *Frame, in *compile.Instr) error {
	t := m.T
	e := f.r[in.B].Ref.(*object.Exception)
	typ := f.r[in.C]
	if err := checkStarType(typ); err != nil {
		return err
	}
	if !e.Class().IsSubclass(object.BaseExceptionGroupClass) {
		ok, err := m.excMatch(object.Obj(e), typ)
		if err != nil {
			return err
		}
		if !ok {
			f.r[in.A] = object.None
			return nil
		}
		g := object.NewGroup("", []object.Value{object.Obj(e)})
		g.Args = []object.Value{object.String(""), object.TupleValue(object.Obj(e))}
		f.r[in.A], f.r[in.B] = object.Obj(g), object.None
		return nil
	}
	yes, no, err := object.SplitGroup(t, e, func(x *object.Exception) (bool, error) { return m.excMatch(object.Obj(x), typ) })
	if err != nil {
		return err
	}
	f.r[in.A], f.r[in.B] = excOrNone(yes), excOrNone(no)
	return nil
}

func checkStarType(typ object.Value) error {
	types := []object.Value{typ}
	if tup, ok := typ.Ref.(*object.Tuple); ok {
		types = tup.Items
	}
	for _, x := range types {
		c, ok := x.Ref.(*object.Class)
		if !ok || !c.IsSubclass(object.BaseExceptionClass) {
			return object.TypeError("catching classes that do not inherit from BaseException is not allowed")
		}
		if c.IsSubclass(object.BaseExceptionGroupClass) {
			return object.TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
	}
	return nil
}

func excOrNone(e *object.Exception) object.Value {
	if e == nil {
		return object.None
	}
	return object.Obj(e)
}

// groupEnd executes GroupEnd: what is left unhandled together with what the
// handlers raised.
func (m *Machine) groupEnd(f *Frame, in *compile.Instr) object.Value {
	orig := f.r[in.B].Ref.(*object.Exception)
	rest := f.r[in.C]
	raised := f.r[in.C+1].Ref.(*object.List).Items
	if len(raised) == 0 {
		return rest
	}
	var again []object.Value
	var fresh []object.Value
	for _, r := range raised {
		x := r.Ref.(*object.Exception)
		if object.SameGroup(x, orig) {
			again = append(again, r)
		} else {
			fresh = append(fresh, r)
		}
	}
	if x, ok := rest.Ref.(*object.Exception); ok {
		again = append(again, object.Obj(x))
	}
	if len(fresh) == 0 {
		if !orig.Class().IsSubclass(object.BaseExceptionGroupClass) {
			return object.Obj(orig)
		}
		return object.Obj(object.Regroup(m.T, orig, again))
	}
	if len(again) > 0 {
		if orig.Class().IsSubclass(object.BaseExceptionGroupClass) {
			fresh = append(fresh, object.Obj(object.Regroup(m.T, orig, again)))
		} else {
			fresh = append(fresh, object.Obj(orig))
		}
	}
	if len(fresh) == 1 {
		return fresh[0]
	}
	return object.Obj(object.NewGroup("", fresh))
}
