package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// discard ends a generator.
func (m *Machine) discard(g *Generator) {
	if f := g.frame; f != nil {
		g.frame = nil
		m.release(f)
	}
}

// Run executes a module's code in a namespace. ns is the locals of exec, no
// value for a module.
func (m *Machine) Run(code *compile.Code, globals *object.Dict, ns object.Value) (object.Value, error) {
	f := m.newFrame(m.stateOf(code))
	f.globals, f.ns = globals, ns
	if !ns.Valid() {
		f.ns = object.Obj(globals)
	}
	if code.Flags&compile.Async != 0 {
		return object.Obj(m.generator(f, &Function{st: f.st, Name: code.Name, Qualname: code.Qualname})), nil
	}
	return m.enter(f)
}

// enter runs a frame to its end, from Go.
func (m *Machine) enter(f *Frame) (object.Value, error) {
	if err := m.T.Enter(); err != nil {
		m.release(f)
		return object.Value{}, err
	}
	f.entry, f.back = true, m.frame
	depth := m.T.Depth
	hidden, pins := m.conceal(f)
	v, _, err := m.loopWith(f, nil)
	m.hidden, m.pins = hidden, m.pins[:pins]
	m.T.Depth = depth - 1
	return v, err
}

// call calls a Python function from Go.
func (m *Machine) call(fn *Function, args []object.Value, kw []object.Kw) (object.Value, error) {
	f, err := m.prepare(fn, args, kw)
	if err != nil {
		return object.Value{}, err
	}
	if g := f.gen; g != nil {
		if g.cls == object.CoroutineClass {
			m.life.Watch(g)
		}
		return object.Obj(g), nil
	}
	return m.enter(f)
}

// prepare makes a frame with its arguments; for a generator function the frame
// belongs to a generator already.
func (m *Machine) prepare(fn *Function, args []object.Value, kw []object.Kw) (*Frame, error) {
	f := m.frameOf(fn)
	if c := f.code; len(kw) == 0 && len(args) == c.NArgs && c.NKwOnly == 0 && c.Flags&(compile.HasVarArg|compile.HasKwArg) == 0 {
		//lint:ignore S1001 a loop over the few arguments of a call is faster than copy
		for i, a := range args {
			f.r[i] = a
		}
	} else if err := fn.bindArgs(f.r, args, kw, nil); err != nil {
		m.release(f)
		return nil, err
	}
	if f.code.Flags&(compile.Generator|compile.Async) != 0 {
		m.generator(f, fn)
	}
	return f, nil
}

func (m *Machine) generator(f *Frame, fn *Function) *Generator {
	f.back = nil // nobody called it yet; the pool has it in a chain
	g := &Generator{frame: f, Name: fn.Name, Qualname: fn.Qualname, code: f.code, st: f.st, born: m.life.Birth()}
	switch f.code.Flags & (compile.Generator | compile.Async) {
	case compile.Async:
		g.cls = object.CoroutineClass
	case compile.Generator:
		g.cls = object.GeneratorClass
	default:
		g.cls = object.AsyncGenClass
	}
	f.gen = g
	if m.originDepth > 0 && g.cls == object.CoroutineClass {
		g.finalizer = m.origin()
	}
	return g
}

// resume runs a generator until it yields or ends, from Go; err is raised in it.
func (m *Machine) resume(g *Generator, err error) (object.Value, bool, error) {
	if e := m.T.Enter(); e != nil {
		return object.Value{}, true, e
	}
	f := g.frame
	f.entry, f.back = true, m.frame
	if !g.started && g.cls == object.CoroutineClass {
		m.life.Forget(g)
	}
	g.running, g.started = true, true
	depth := m.T.Depth
	hidden, pins := m.conceal(f)
	v, yielded, err := m.loopWith(f, err)
	m.hidden, m.pins = hidden, m.pins[:pins]
	m.T.Depth = depth - 1
	return v, !yielded, err
}
