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
		if !ok {
			return nil, nil
		}
		f, err := m.prepareWith(p, o.Self, args)
		if err != nil || f.gen == nil {
			return f, err
		}
		return nil, m.ungenerate(f)
	case *object.Class:
		p, ok := o.PlainInit().Ref.(*Function)
		if !ok || p.st.code.Flags&(compile.Generator|compile.Async) != 0 {
			return nil, nil
		}
		inst := object.Obj(object.NewPlain(m.T, o))
		f, err := m.prepareWith(p, inst, args)
		if err != nil {
			return nil, err
		}
		f.inst = inst
		return f, nil
	}
	return nil, nil
}

// prepareWith makes a frame for a call of fn with self before the arguments.
func (m *Machine) prepareWith(fn *Function, self object.Value, args []object.Value) (*Frame, error) {
	if fn.st.simple && len(args)+1 == fn.st.code.NArgs {
		f := m.frameOf(fn)
		f.r[0] = self
		for i := range args {
			f.r[i+1] = args[i]
		}
		return f, nil
	}
	var buf [8]object.Value
	return m.prepare(fn, append(append(buf[:0], self), args...), nil)
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
	m.through = plainCall(fn)
	return m.T.CallKw(fn, args[:pos:pos], kw)
}

// plainCall reports whether calling fn runs a Python function and nothing else:
// what it is called with is among the operands of the call.
func plainCall(fn object.Value) bool {
	if b, ok := fn.Ref.(*object.BoundMethod); ok {
		fn = b.Fn
	}
	_, ok := fn.Ref.(*Function)
	return ok
}
