package vm

import (
	"strings"

	"asyncio/script/compile"
	"asyncio/script/object"
)

func cmpInt(op uint8, a, b int64) bool {
	switch object.Cmp(op) {
	case object.CmpEq:
		return a == b
	case object.CmpNe:
		return a != b
	case object.CmpLt:
		return a < b
	case object.CmpLe:
		return a <= b
	case object.CmpGt:
		return a > b
	}
	return a >= b
}

func (m *Machine) bothBound(f *Frame, a, b int32) error {
	if f.r[a].Ref == nil {
		return unbound(f, a)
	}
	if f.r[b].Ref == nil {
		return unbound(f, b)
	}
	return nil
}

func (m *Machine) binary(f *Frame, in *compile.Instr, op object.Op, x uint8) error {
	if err := m.bothBound(f, in.B, in.C); err != nil {
		return err
	}
	var v object.Value
	var err error
	if x&128 != 0 {
		v, err = object.Inplace(m.T, op, f.r[in.B], f.r[in.C])
	} else {
		v, err = object.Binary(m.T, op, f.r[in.B], f.r[in.C])
	}
	if err == nil {
		f.r[in.A] = v
	}
	return err
}

func (m *Machine) binaryK(f *Frame, in *compile.Instr, op object.Op) error {
	if f.r[in.B].Ref == nil {
		return unbound(f, in.B)
	}
	k := f.code.Consts[in.C]
	var v object.Value
	var err error
	if in.X&128 != 0 {
		v, err = object.Inplace(m.T, op, f.r[in.B], k)
	} else {
		v, err = object.Binary(m.T, op, f.r[in.B], k)
	}
	if err == nil {
		f.r[in.A] = v
	}
	return err
}

func (m *Machine) unary(f *Frame, in *compile.Instr) (object.Value, error) {
	if f.r[in.B].Ref == nil {
		return object.Value{}, unbound(f, in.B)
	}
	return object.Unary(m.T, in.X, f.r[in.B])
}

func (m *Machine) truth(f *Frame, slot int32) (bool, error) {
	v := f.r[slot]
	if v.Ref == nil {
		return false, unbound(f, slot)
	}
	return object.Truth(m.T, v)
}

func (m *Machine) compare(f *Frame, op uint8, a, b int32) (object.Value, error) {
	x, y := f.r[a], f.r[b]
	if x.IsSmallInt() && y.IsSmallInt() {
		return object.Bool(cmpInt(op, int64(x.Bits), int64(y.Bits))), nil
	}
	if err := m.bothBound(f, a, b); err != nil {
		return object.Value{}, err
	}
	return object.Compare(m.T, object.Cmp(op), x, y)
}

func (m *Machine) compareTruth(f *Frame, op uint8, a, b int32) (bool, error) {
	x, y := &f.r[a], &f.r[b]
	if x.IsFloat() && y.IsFloat() {
		return cmpFloat(op, x.F(), y.F()), nil
	}
	v, err := m.compare(f, op, a, b)
	if err != nil {
		return false, err
	}
	if v.IsBool() {
		return v.Bits != 0, nil
	}
	return object.Truth(m.T, v)
}

func buildStr(parts []object.Value) object.Value {
	n := 0
	for _, p := range parts {
		n += len(p.Ref.(*object.Str).S)
	}
	var b strings.Builder
	b.Grow(n)
	for _, p := range parts {
		b.WriteString(p.Ref.(*object.Str).S)
	}
	return object.String(b.String())
}

func cmpFloat(op uint8, a, b float64) bool {
	switch object.Cmp(op) {
	case object.CmpEq:
		return a == b
	case object.CmpNe:
		return a != b
	case object.CmpLt:
		return a < b
	case object.CmpLe:
		return a <= b
	case object.CmpGt:
		return a > b
	}
	return a >= b
}
