package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// prepareOther makes a frame for what is not a plain function but runs Python
// code all the same: a bound method, or a class whose __init__ is in Python.
func (m *Machine) prepareOther(fn object.Value, args []object.Value) (*Frame, error) {
	switch o := fn.Ref.(type) {
	case *object.BoundMethod:
		p, ok := o.Fn.Ref.(*Function)
		if !ok || len(args) >= 7 {
			return nil, nil
		}
		var buf [8]object.Value
		buf[0] = o.Self
		for i, a := range args {
			buf[i+1] = a
		}
		f, err := m.prepare(p, buf[:len(args)+1], nil)
		if err != nil || f.gen == nil {
			return f, err
		}
		return nil, m.ungenerate(f)
	case *object.Class:
		if o.Builtin() || o.Meta != object.TypeClass || o.Layout != object.ObjectClass || len(args) >= 7 {
			return nil, nil
		}
		if nw, _ := o.Lookup("__new__"); nw.Valid() {
			if b, ok := nw.Ref.(*object.Builtin); !ok || b.Name != "__new__" {
				return nil, nil
			}
		}
		init, _ := o.Lookup("__init__")
		p, ok := init.Ref.(*Function)
		if !ok || p.st.code.Flags&(compile.Generator|compile.Async) != 0 {
			return nil, nil
		}
		inst, err := object.New(m.T, o, args, nil)
		if err != nil {
			return nil, err
		}
		var buf [8]object.Value
		buf[0] = inst
		for i, a := range args {
			buf[i+1] = a
		}
		f, err := m.prepare(p, buf[:len(args)+1], nil)
		if err != nil {
			return nil, err
		}
		f.inst = inst
		return f, nil
	}
	return nil, nil
}

// ungenerate gives up a generator made too early; the plain way makes another.
func (m *Machine) ungenerate(f *Frame) error {
	f.gen.frame = nil
	m.release(f)
	return nil
}

func (m *Machine) callKw(f *Frame, in *compile.Instr, names []string) (object.Value, error) {
	fn := f.r[in.B]
	first, n := in.B+1, int(in.C)
	if in.X == 1 {
		if f.r[first].Ref != nil {
			n++
		} else {
			first++
		}
	}
	args := f.r[first : int(first)+n]
	pos := n - len(names)
	var buf [8]object.Kw
	kw := buf[:0]
	for i, name := range names {
		kw = append(kw, object.Kw{Name: name, Val: args[pos+i]})
	}
	return m.T.CallKw(fn, args[:pos:pos], kw)
}
