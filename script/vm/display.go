package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

func (m *Machine) extend(f *Frame, in *compile.Instr) error {
	l := f.r[in.A].Ref.(*object.List)
	src := f.r[in.B]
	items, err := object.Collect(m.T, src)
	if err != nil {
		if object.IsInstance(err, object.TypeErrorClass) && err.(*object.Exception).TB == nil {
			if in.X == 2 {
				return object.TypeError("%s argument after * must be an iterable, not %s", m.callName(f.r[in.C]), object.ClassOf(src).Name)
			}
			if in.X == 1 {
				return object.TypeError("Value after * must be an iterable, not %s", object.ClassOf(src).Name)
			}
			return object.TypeError("Value after * must be an iterable, not %s", object.ClassOf(src).Name)
		}
		return err
	}
	l.Items = append(l.Items, items...)
	return nil
}

func dictKw(d *object.Dict) []object.Kw {
	var kw []object.Kw
	for pos := 0; ; {
		k, v, next, ok := d.Next(pos)
		if !ok {
			return kw
		}
		s, _ := object.StrOf(k)
		kw = append(kw, object.Kw{Name: s, Val: v})
		pos = next
	}
}

// merge executes DictMerge: the ** of a call.
func (m *Machine) merge(f *Frame, in *compile.Instr, ext *compile.Instr) error {
	d := f.r[in.A].Ref.(*object.Dict)
	put := func(k, v object.Value) error {
		s, ok := object.StrOf(k)
		if !ok {
			return object.TypeError("keywords must be strings")
		}
		if d.GetStr(s).Valid() {
			return object.TypeError("%s got multiple values for keyword argument '%s'", m.callName(f.r[in.C]), s)
		}
		d.SetStr(s, v)
		return nil
	}
	if in.X == 1 {
		return put(f.r[in.B], f.r[ext.A])
	}
	src := f.r[in.B]
	if s, ok := src.Ref.(*object.Dict); ok {
		for pos := 0; ; {
			k, v, next, ok := s.Next(pos)
			if !ok {
				return nil
			}
			if err := put(k, v); err != nil {
				return err
			}
			pos = next
		}
	}
	keys, err := object.GetAttr(m.T, src, "keys")
	if err != nil {
		return object.TypeError("%s argument after ** must be a mapping, not %s", m.callName(f.r[in.C]), object.ClassOf(src).Name)
	}
	ks, err := m.T.Call(keys)
	if err != nil {
		return err
	}
	return object.Each(m.T, ks, func(k object.Value) error {
		v, err := object.GetItem(m.T, src, k)
		if err != nil {
			return err
		}
		return put(k, v)
	})
}

// dictUpdate is **mapping in a dict display.
func (m *Machine) dictUpdate(d *object.Dict, src object.Value) error {
	if s, ok := src.Ref.(*object.Dict); ok && s.PlainIter() {
		return d.Update(m.T, s)
	}
	keys, err := object.GetAttr(m.T, src, "keys")
	if err != nil {
		return object.TypeError("'%s' object is not a mapping", object.ClassOf(src).Name)
	}
	ks, err := m.T.Call(keys)
	if err != nil {
		return err
	}
	return object.Each(m.T, ks, func(k object.Value) error {
		v, err := object.GetItem(m.T, src, k)
		if err != nil {
			return err
		}
		return d.Set(m.T, k, v)
	})
}

// callName names what is called, as messages about its arguments do.
func (m *Machine) callName(fn object.Value) string {
	q, err := object.GetAttr(m.T, fn, "__qualname__")
	name, ok := object.StrOf(q)
	if err != nil || !ok {
		if s, err := object.StrText(m.T, fn); err == nil {
			return s
		}
		return object.ClassOf(fn).Name + " object"
	}
	if mod, err := object.GetAttr(m.T, fn, "__module__"); err == nil {
		if s, ok := object.StrOf(mod); ok && s != "builtins" {
			return s + "." + name + "()"
		}
	}
	return name + "()"
}
