package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// makeFunction executes MakeFunc.
func (m *Machine) makeFunction(f *Frame, in *compile.Instr) *Function {
	st := f.st.child(in.C)
	c := st.code
	fn := &Function{st: st, Globals: f.globals, Name: c.Name, Qualname: c.Qualname, Doc: c.Doc}
	fn.module = f.globals.GetStr("__name__")
	if !fn.module.Valid() {
		fn.module = object.None
	}
	if n := len(c.From); n > 0 {
		fn.closure = make([]*object.Cell, n)
		for i, from := range c.From {
			if from.Local {
				fn.closure[i] = f.r[from.Index].Ref.(*object.Cell)
			} else {
				fn.closure[i] = f.cells[from.Index]
			}
		}
	}
	if in.X&1 != 0 {
		fn.defaults = f.r[in.B].Ref.(*object.Tuple).Items
	}
	if in.X&2 != 0 {
		fn.kwDefaults = f.r[in.B+1].Ref.(*object.Dict)
	}
	if in.X&4 != 0 {
		fn.annotations = f.r[in.B+2]
	}
	if in.X&8 != 0 {
		fn.typeParams = f.r[in.B+3]
	}
	return fn
}
