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
	if o, ok := fn.Ref.(*object.Instance); ok {
		call, _ := o.Class().Lookup("__call__")
		if p, ok := call.Ref.(*Function); ok && p.st.code.Flags&(compile.Generator|compile.Async) == 0 {
			return m.prepareWith(p, fn, args)
		}
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

// getItemOf gives the __getitem__ of an object's class, if a frame is all that
// a call of it needs.
func getItemOf(o *object.Instance) *Function {
	get, _ := o.Class().Lookup("__getitem__")
	if p, ok := get.Ref.(*Function); ok && p.st.simple && p.st.code.NArgs == 2 {
		return p
	}
	return nil
}

// pythonOf gives the function in Python that a call of fn runs in a frame, and
// the object that comes before the arguments, if one does.
func pythonOf(fn object.Value) (p *Function, self object.Value) {
	if b, ok := fn.Ref.(*object.BoundMethod); ok {
		fn, self = b.Fn, b.Self
	}
	p, ok := fn.Ref.(*Function)
	if !ok || p.st.code.Flags&(compile.Generator|compile.Async) != 0 {
		return nil, object.Value{}
	}
	return p, self
}

// operandsKw gives the arguments of CallKw, the named ones last; with X, what
// comes before them may be the object of a method.
func operandsKw(f *Frame, in *compile.Instr) []object.Value {
	first, n := in.B+1, int(in.C)
	if in.X == 1 {
		if f.r[first].Ref != nil {
			n++
		} else {
			first++
		}
	}
	return f.r[first : int(first)+n]
}

// frameKw makes a frame for callKw, where Python code is called.
func (m *Machine) frameKw(f *Frame, in *compile.Instr, names []string) (*Frame, error) {
	fn := f.r[in.B]
	args := operandsKw(f, in)
	var inst object.Value
	p, self := pythonOf(fn)
	if p == nil {
		cls, ok := fn.Ref.(*object.Class)
		if !ok {
			return nil, nil
		}
		if p, _ = pythonOf(cls.PlainInit()); p == nil {
			return nil, nil
		}
		inst = object.Obj(object.NewPlain(m.T, cls))
		self = inst
	}
	pos := len(args) - len(names)
	var kws [8]object.Kw
	kw := kws[:0]
	for i, name := range names {
		kw = append(kw, object.Kw{Name: name, Val: args[pos+i]})
	}
	args = args[:pos:pos]
	var buf [8]object.Value
	if self.Ref != nil {
		args = append(append(buf[:0], self), args...)
	}
	nf := m.frameOf(p)
	if err := p.bindArgs(nf.r, args, kw, nil); err != nil {
		m.release(nf)
		return nil, err
	}
	nf.inst = inst
	return m.pushed(nf)
}

// frameEx makes a frame for CallEx, where Python code is called.
func (m *Machine) frameEx(fn object.Value, args []object.Value, named *object.Dict) (*Frame, error) {
	p, self := pythonOf(fn)
	if p == nil {
		return nil, nil
	}
	var kw []object.Kw
	if named != nil && named.Len() > 0 && !p.takesAll(named) {
		kw, named = dictKw(named), nil
	}
	var buf [8]object.Value
	if self.Ref != nil {
		args = append(append(buf[:0], self), args...)
	}
	nf := m.frameOf(p)
	if err := p.bindArgs(nf.r, args, kw, named); err != nil {
		m.release(nf)
		return nil, err
	}
	return m.pushed(nf)
}

// pushed counts a frame that is about to run as a step deeper.
func (m *Machine) pushed(nf *Frame) (*Frame, error) {
	if err := m.T.Enter(); err != nil {
		m.release(nf)
		return nil, err
	}
	return nf, nil
}

// takesAll reports whether all named arguments go into the function's **kwargs.
func (f *Function) takesAll(named *object.Dict) bool {
	c := f.st.code
	if c.Flags&compile.HasKwArg == 0 {
		return false
	}
	for _, name := range c.Vars[c.NPosOnly : c.NArgs+c.NKwOnly] {
		if named.GetStr(name).Valid() {
			return false
		}
	}
	return true
}

func (m *Machine) callKw(f *Frame, in *compile.Instr, names []string) (object.Value, error) {
	fn := f.r[in.B]
	args := operandsKw(f, in)
	pos := len(args) - len(names)
	var buf [8]object.Kw
	kw := buf[:0]
	for i, name := range names {
		kw = append(kw, object.Kw{Name: name, Val: args[pos+i]})
	}
	if m.holds(fn); plainCall(fn) {
		m.through = true
	}
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
