package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// typing calls a function of the module typing, where type parameters, aliases
// and generic bases are made.
func (m *Machine) typing(fn string, args ...object.Value) (object.Value, error) {
	mod, err := m.Import(m.T, "typing", object.NewDict(), object.None, 0)
	if err != nil {
		return mod, err
	}
	f, err := object.GetAttr(m.T, mod, fn)
	if err != nil {
		return f, err
	}
	return m.T.Call(f, args...)
}

// typeParam executes TypeParam.
func (m *Machine) typeParam(f *Frame, in *compile.Instr) (object.Value, error) {
	return m.typing("_type_parameter", object.Int(int64(in.X)), f.code.Consts[in.B], f.r[in.C], f.r[in.C+1])
}

// typeAlias executes TypeAlias.
func (m *Machine) typeAlias(f *Frame, in *compile.Instr) (object.Value, error) {
	params := object.TupleValue()
	if in.X == 1 {
		params = f.r[in.C+1]
	}
	return m.typing("_type_alias", f.code.Consts[in.B], f.r[in.C], params)
}
