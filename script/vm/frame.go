package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// Frame is one activation of code.
type Frame struct {
	st      *state
	code    *compile.Code
	r       []object.Value
	ip      int
	back    *Frame
	globals *object.Dict
	ns      object.Value // namespace of a class body or of exec's code
	cells   []*object.Cell
	ret     int32
	entry   bool
	kept    bool // somebody holds the frame: it is not used again
	handled *object.Exception
	gen     *Generator
	inst    object.Value // what an __init__ was called for
	// opaque tells that the Go code that entered may hold values unseen; keeps,
	// that it holds what it was called with; settling, that the frame's
	// instruction is done; serial tells activations apart, as far as that
	// matters.
	opaque, keeps, settling bool
	serial                  int32
	library                 *Library // the function, for one that is not written in Python
}

// newFrame takes a frame from the code's pool.
func (m *Machine) newFrame(st *state) *Frame {
	f := st.pool
	if f != nil {
		st.pool = f.back
		f.ip = 0
		return f
	}
	return makeFrame(st)
}

func makeFrame(st *state) *Frame {
	c := st.code
	f := &Frame{st: st, code: c, r: make([]object.Value, c.NReg)}
	at := c.NReg - len(c.Held)
	for i, k := range c.Held {
		f.r[at+i] = c.Consts[k]
	}
	return f
}

// frameOf makes a frame for a call of fn.
func (m *Machine) frameOf(fn *Function) *Frame {
	f := m.newFrame(fn.st)
	f.globals, f.cells = fn.Globals, fn.closure
	return f
}

// release gives a frame back to the pool, emptied.
func (m *Machine) release(f *Frame) {
	if f.kept {
		f.leave()
		return
	}
	r := f.r[:len(f.code.Vars)] // temporaries are written before they are read
	for i := range r {          // not all of it: that would become a call of the runtime
		if r[i].Ref != nil {
			r[i].Ref = nil
		}
	}
	f.handled, f.gen, f.entry = nil, nil, false
	if f.ns.Ref != nil {
		f.ns = object.Value{}
	}
	if f.inst.Ref != nil {
		f.inst = object.Value{}
	}
	if f.cells != nil {
		f.cells = nil
	}
	f.back = f.st.pool
	f.st.pool = f
}

// leave ends the activity of a frame that somebody holds: its variables stay,
// and so does the frame it was called from.
func (f *Frame) leave() {
	for i := len(f.code.Vars); i < len(f.r); i++ {
		f.r[i] = object.Value{}
	}
	if f.back != nil {
		f.back.kept = true
	}
	f.handled, f.inst = nil, object.Value{}
}

// Back gives the frame that called f.
func (f *Frame) Back() *Frame { return f.back }

// Globals gives the frame's module namespace.
func (f *Frame) Globals() *object.Dict { return f.globals }

// Code gives the frame's code.
func (f *Frame) Code() *compile.Code { return f.code }

// Line gives the line the frame is at.
func (f *Frame) Line() int { return f.code.Line(f.ip - 1) }

// lineAt gives the line of a place as tracebacks count them: instructions,
// then the uses of variables.
func (f *Frame) lineAt(at int) int {
	if i := at - len(f.code.Spans); i >= 0 && i < len(f.code.Uses) {
		return int(f.code.Uses[i].Span.Line)
	}
	return f.code.Line(at)
}

// Locals gives the frame's variables, as locals().
func (f *Frame) Locals() object.Value {
	if f.ns.Valid() {
		return f.ns
	}
	d := object.NewDict()
	for i, n := range f.code.Vars {
		v := f.r[i]
		if c, ok := v.Ref.(*object.Cell); ok {
			v = c.V
		}
		if v.Valid() && n != ".0" {
			d.SetStr(n, v)
		}
	}
	for i, n := range f.code.Free {
		if v := f.cells[i].V; v.Valid() && n != "__class__" {
			d.SetStr(n, v)
		}
	}
	return object.Obj(d)
}
