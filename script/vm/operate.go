package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// How a number stands to another, as the bits of truths.
const (
	less uint32 = 1 << iota
	equal
	greater
	unordered
)

// truths has, four bits for each comparison, for which of those it is true.
const truths = equal<<(4*object.CmpEq) |
	(less|greater|unordered)<<(4*object.CmpNe) |
	less<<(4*object.CmpLt) | (less|equal)<<(4*object.CmpLe) |
	greater<<(4*object.CmpGt) | (greater|equal)<<(4*object.CmpGe)

// order gives how a stands to b. It is small enough to be put in line in the
// loop, which looks its result up in truths.
func order(a, b int64) uint32 {
	is := equal
	if a < b {
		is = less
	}
	if a > b {
		is = greater
	}
	return is
}

func cmpInt(op uint8, a, b int64) bool { return truths>>(4*op)&order(a, b) != 0 }

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
	if op == uint8(object.CmpEq) || op == uint8(object.CmpNe) {
		if s, ok := x.Ref.(*object.Str); ok && s.Exact() {
			if u, ok := y.Ref.(*object.Str); ok && u.Exact() {
				return (s == u || s.S == u.S) == (op == uint8(object.CmpEq)), nil
			}
		}
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

// getSlice gives a part of a list, str or tuple, or what the object's class
// gives for a slice.
func (m *Machine) getSlice(f *Frame, in *compile.Instr) (object.Value, error) {
	v, from, to := f.r[in.B], f.r[in.C], f.r[in.C+1]
	if v.Ref == nil {
		return object.Value{}, unbound(f, in.B)
	}
	if r, ok := object.Part(v, from, to); ok {
		return r, nil
	}
	return object.GetItem(m.T, v, object.Obj(&object.Slice{Start: from, Stop: to, Step: object.None}))
}

func buildStr(parts []object.Value) object.Value {
	n := 0
	for _, p := range parts {
		n += len(p.Ref.(*object.Str).S)
	}
	return object.JoinStrs(n, "", parts)
}

func cmpFloat(op uint8, a, b float64) bool {
	is := unordered
	switch {
	case a < b:
		is = less
	case a > b:
		is = greater
	case a == b:
		is = equal
	}
	return truths>>(4*op)&is != 0
}
