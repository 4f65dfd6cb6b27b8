package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

func (m *Machine) extend(f *Frame, in *compile.Instr) error {
	src := f.r[in.B]
	if in.X == compile.StarAlone {
		if o, ok := src.Ref.(*object.Tuple); ok && o.Exact() {
			f.r[in.A] = src
			return nil
		}
		f.r[in.A] = object.Obj(&object.List{})
	}
	l := f.r[in.A].Ref.(*object.List)
	if items, ok := plainItems(src); ok {
		if len(l.Items) == 0 {
			l.MadeFor(len(items) + len(items)%2)
		}
		l.Items = append(l.Items, items...)
		return nil
	}
	items, err := object.Collect(m.T, src)
	if err != nil {
		if object.IsInstance(err, object.TypeErrorClass) && err.(*object.Exception).TB == nil {
			if in.X == compile.StarAlone {
				return object.TypeError("%s argument after * must be an iterable, not %s", m.callName(f.r[in.C]), object.ClassOf(src).Name)
			}
			return object.TypeError("Value after * must be an iterable, not %s", object.ClassOf(src).Name)
		}
		return err
	}
	l.Items = append(l.Items, items...)
	return nil
}

// plainItems gives the items of an exact list or tuple, which are its own.
func plainItems(v object.Value) ([]object.Value, bool) {
	switch o := v.Ref.(type) {
	case *object.List:
		return o.Items, o.Exact()
	case *object.Tuple:
		return o.Items, o.Exact()
	}
	return nil, false
}

// exArgs gives the arguments of CallEx.
func exArgs(f *Frame, in *compile.Instr) (args []object.Value, named *object.Dict) {
	args, _ = plainItems(f.r[in.B+1])
	if in.X != compile.NoNames {
		named = f.r[in.B+2].Ref.(*object.Dict)
	}
	return args, named
}

// callEx executes CallEx where no frame is made for it.
func (m *Machine) callEx(fn object.Value, args []object.Value, named *object.Dict) (object.Value, error) {
	var kw []object.Kw
	if named != nil {
		kw = dictKw(named)
	}
	if m.holds(fn); plainCall(fn) {
		m.through = true
	}
	v, err := m.T.CallKw(fn, args, kw)
	m.through, m.keeps = false, false
	return v, err
}

func dictKw(d *object.Dict) []object.Kw {
	kw := make([]object.Kw, 0, d.Len())
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
		if d.Len() == 0 && s.OnlyStrs() {
			return d.Update(m.T, s)
		}
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
