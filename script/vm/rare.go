package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// rare executes the instructions that are not worth a place in the loop: they
// neither jump nor call in frames of this machine, and what they do costs more
// than a second switch. Those that give a value for slot a are in rareValue.
func (m *Machine) rare(f *Frame, in *compile.Instr) error {
	t, r := m.T, f.r
	switch in.Op {
	case compile.DelG:
		return m.deleteGlobal(f, f.code.Sites[in.C])
	case compile.StoreN:
		if m.life.Live != 0 {
			return m.storeNamed(f, in)
		}
		return m.storeName(f, f.code.Sites[in.C], r[in.B])
	case compile.DelN:
		return m.deleteName(f, f.code.Sites[in.C])
	case compile.Extend:
		return m.extend(f, in)
	case compile.SetUpdate:
		set := r[in.A].Ref.(*object.Set)
		return set.Update(t, r[in.B])
	case compile.DictUpdate:
		return m.dictUpdate(r[in.A].Ref.(*object.Dict), r[in.B])
	case compile.DictMerge:
		return m.merge(f, in, &f.code.Ins[f.ip])
	case compile.DelAttr:
		return m.deleteAttr(f, in)
	case compile.DelItem:
		if err := m.bothBound(f, in.A, in.B); err != nil {
			return err
		}
		if m.life.Live != 0 {
			return m.storeItem(f, r[in.A], r[in.B], object.Value{})
		}
		return object.DelItem(t, r[in.A], r[in.B])
	case compile.UnpackEx:
		return m.unpack(f, in, int(in.X))
	case compile.GroupMatch:
		return m.groupMatch(f, in)
	case compile.WithEnter:
		return m.withEnter(f, in)
	case compile.ImportStar:
		return m.importStar(f, r[in.B])
	case compile.SetupAnnotations:
		return m.setupAnnotations(f)
	case compile.Annotate:
		return m.annotate(f, in)
	case compile.Display:
		return m.display(r[in.A])
	}
	v, err := m.rareValue(f, in)
	if err == nil {
		f.r[in.A] = v
	}
	return err
}

func (m *Machine) rareValue(f *Frame, in *compile.Instr) (object.Value, error) {
	t, r := m.T, f.r
	switch in.Op {
	case compile.LoadN, compile.LoadNF:
		return m.findName(f, in)
	case compile.BuildSet:
		s, err := object.NewSet(t, r[in.B:in.B+in.C], false)
		if in.X != 0 && err == nil {
			s.Literal()
		}
		return object.Obj(s), err
	case compile.ListTuple:
		return object.TupleValue(r[in.B].Ref.(*object.List).Items...), nil
	case compile.GetAIter:
		return m.getAIter(r[in.B])
	case compile.GetANext:
		return m.getANext(r[in.B])
	case compile.MakeFunc:
		return object.Obj(m.makeFunction(f, in)), nil
	case compile.BuildClass:
		return m.buildClass(f, in)
	case compile.GetYieldFrom:
		return m.yieldFrom(r[in.B], f.code)
	case compile.GroupEnd:
		return m.groupEnd(f, in), nil
	case compile.WithExit:
		return m.withExit(f, in)
	case compile.Import:
		return m.Import(t, f.code.Sites[in.C], f.globals, r[in.B], int(in.X))
	case compile.ImportFrom:
		return m.importFrom(r[in.B], f.code.Sites[in.C])
	case compile.MatchSeq:
		ok, err := m.matchSeq(f, in)
		return object.Bool(ok), err
	case compile.MatchItem:
		i := int(in.C)
		if in.X == 1 {
			n, err := object.Len(t, r[in.B])
			if err != nil {
				return object.Value{}, err
			}
			i = n - i
		}
		return object.GetItem(t, r[in.B], object.Int(int64(i)))
	case compile.MatchMap:
		if !object.IsMapping(r[in.B]) {
			return object.False, nil
		}
		if in.C == 0 {
			return object.True, nil
		}
		n, err := object.Len(t, r[in.B])
		return object.Bool(n >= int(in.C)), err
	case compile.MatchKeys:
		ok, err := m.matchKeys(f, in)
		return object.Bool(ok), err
	case compile.MatchClass:
		ok, err := m.matchClass(f, in, &f.code.Ins[f.ip])
		return object.Bool(ok), err
	case compile.MatchRest:
		return m.matchRest(f, in)
	case compile.TypeParam:
		return m.typeParam(f, in)
	case compile.TypeAlias:
		return m.typeAlias(f, in)
	}
	return object.Value{}, object.Raise(object.SystemErrorClass, "unknown opcode %d", in.Op)
}
