package vm

import (
	"strings"

	"asyncio/script/compile"
	"asyncio/script/object"
)

// pollEvery is the number of instructions between two looks at the outside.
const pollEvery = 1024

func (m *Machine) loop(f *Frame) (object.Value, bool, error) { return m.loopWith(f, nil) }

// refill is called when the budget is used up: it counts steps and polls.
func (m *Machine) refill() (int, error) {
	if m.Steps == 0 {
		return 0, &StepLimit{}
	}
	n := int64(pollEvery)
	if m.Steps > 0 {
		n = min(n, m.Steps)
		m.Steps -= n
	}
	if m.Poll != nil {
		if err := m.Poll(m.T); err != nil {
			return int(n), err
		}
	}
	return int(n), nil
}

// loopWith runs frame f, and the frames it calls, until f returns or yields.
// pending is raised at the point where f stands.
func (m *Machine) loopWith(f *Frame, pending error) (result object.Value, yielded bool, err error) {
	t := m.T
	m.frame = f
	ins := f.code.Ins
	r := f.r
	ip := f.ip
	budget := pollEvery
	if m.Steps >= 0 {
		budget = 0
		defer func() { m.Steps += int64(max(budget, 0)) }()
	}
	var in *compile.Instr
	var v object.Value
	err = pending
	for {
		for err != nil {
			exc, fatal := m.caughtAs(f, err)
			if fatal != nil {
				return object.Value{}, false, m.abandon(f, fatal)
			}
			err = nil
			if h := f.handler(); h != nil {
				f.r[h.Reg] = object.Obj(exc)
				ins, r, ip = f.code.Ins, f.r, int(h.Target)
				break
			}
			if g := f.gen; g != nil {
				g.running = false
				g.frame = nil
				exc = m.noStop(g, exc)
			}
			back, entry := f.back, f.entry
			m.release(f)
			m.frame = back
			if entry {
				return object.Value{}, false, exc
			}
			t.Depth--
			f = back
			err = passed{exc}
		}
	run:
		for {
			if budget--; budget < 0 {
				f.ip = ip + 1
				if budget, err = m.refill(); err != nil {
					goto fail
				}
				if budget == 0 {
					budget = 1
				}
				budget--
			}
			in = &ins[ip]
			ip++
			switch in.Op {
			case compile.Nop, compile.Ext:
			case compile.LoadK:
				r[in.A] = f.code.Consts[in.B]
			case compile.Move:
				r[in.A] = r[in.B]
			case compile.LoadL:
				if r[in.B].Ref == nil {
					err = unbound(f, in.B)
					goto trap
				}
				r[in.A] = r[in.B]
			case compile.DelL:
				if r[in.A].Ref == nil {
					err = unbound(f, in.A)
					goto trap
				}
				r[in.A] = object.Value{}
			case compile.LoadG:
				c := &f.st.globals[in.C]
				if c.dict == f.globals && c.ver == f.globals.Version() && c.dict != nil {
					if c.inside {
						r[in.A] = c.dict.EntryValue(int(c.index))
						continue
					}
					if b := t.In.Builtins; c.bver == b.Version() {
						r[in.A] = b.EntryValue(int(c.index))
						continue
					}
				}
				if r[in.A], err = m.loadGlobal(f, in.C); err != nil {
					goto trap
				}
			case compile.StoreG:
				f.globals.SetStr(f.code.Sites[in.C], r[in.B])
			case compile.DelG:
				if !f.globals.DelStr(f.code.Sites[in.C]) {
					err = nameError(f.code.Sites[in.C])
					goto trap
				}
			case compile.LoadN, compile.LoadNF:
				var ok bool
				f.ip = ip
				v, ok, err = m.loadName(f, f.code.Sites[in.C])
				if err == nil && !ok {
					if in.Op == compile.LoadNF {
						if v = f.cells[in.B].V; !v.Valid() {
							err = unboundFree(f.code.Sites[in.C])
						}
					} else {
						v, err = m.loadGlobal(f, in.C)
					}
				}
				if err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.StoreN:
				f.ip = ip
				if err = m.storeName(f, f.code.Sites[in.C], r[in.B]); err != nil {
					goto trap
				}
			case compile.DelN:
				f.ip = ip
				if err = object.DelItem(t, f.ns, object.String(f.code.Sites[in.C])); err != nil {
					if object.IsInstance(err, object.KeyErrorClass) {
						err = nameError(f.code.Sites[in.C])
					}
					goto trap
				}
			case compile.MakeCell:
				r[in.A] = object.Obj(&object.Cell{V: r[in.A]})
			case compile.NewCell:
				r[in.A] = object.Obj(&object.Cell{})
			case compile.LoadC:
				if v = r[in.B].Ref.(*object.Cell).V; !v.Valid() {
					err = unbound(f, in.B)
					goto trap
				}
				r[in.A] = v
			case compile.StoreC:
				r[in.A].Ref.(*object.Cell).V = r[in.B]
			case compile.DelC:
				c := r[in.A].Ref.(*object.Cell)
				if !c.V.Valid() {
					err = unbound(f, in.A)
					goto trap
				}
				c.V = object.Value{}
			case compile.LoadF:
				if v = f.cells[in.B].V; !v.Valid() {
					err = unboundFree(f.code.Free[in.B])
					goto trap
				}
				r[in.A] = v
			case compile.StoreF:
				f.cells[in.A].V = r[in.B]
			case compile.DelF:
				if !f.cells[in.A].V.Valid() {
					err = unboundFree(f.code.Free[in.A])
					goto trap
				}
				f.cells[in.A].V = object.Value{}
			case compile.Add:
				x, y := &r[in.B], &r[in.C]
				if x.IsSmallInt() && y.IsSmallInt() {
					a, b := int64(x.Bits), int64(y.Bits)
					if s := a + b; (s > a) == (b > 0) {
						object.SetInt(&r[in.A], s)
						continue
					}
				} else if x.IsFloat() && y.IsFloat() {
					object.SetFloat(&r[in.A], x.F()+y.F())
					continue
				}
				f.ip = ip
				if err = m.binary(f, in, object.OpAdd, in.X); err != nil {
					goto trap
				}
			case compile.Sub:
				x, y := &r[in.B], &r[in.C]
				if x.IsSmallInt() && y.IsSmallInt() {
					a, b := int64(x.Bits), int64(y.Bits)
					if s := a - b; (s < a) == (b > 0) {
						object.SetInt(&r[in.A], s)
						continue
					}
				} else if x.IsFloat() && y.IsFloat() {
					object.SetFloat(&r[in.A], x.F()-y.F())
					continue
				}
				f.ip = ip
				if err = m.binary(f, in, object.OpSub, in.X); err != nil {
					goto trap
				}
			case compile.Mul:
				x, y := &r[in.B], &r[in.C]
				if x.IsSmallInt() && y.IsSmallInt() {
					if s, ok := object.MulSmall(int64(x.Bits), int64(y.Bits)); ok {
						object.SetInt(&r[in.A], s)
						continue
					}
				} else if x.IsFloat() && y.IsFloat() {
					object.SetFloat(&r[in.A], x.F()*y.F())
					continue
				}
				f.ip = ip
				if err = m.binary(f, in, object.OpMul, in.X); err != nil {
					goto trap
				}
			case compile.AddK:
				k := int64(f.code.Consts[in.C].Bits)
				if x := &r[in.B]; x.IsSmallInt() {
					a := int64(x.Bits)
					if s := a + k; (s > a) == (k > 0) {
						object.SetInt(&r[in.A], s)
						continue
					}
				}
				f.ip = ip
				if err = m.binaryK(f, in, object.OpAdd); err != nil {
					goto trap
				}
			case compile.SubK:
				k := int64(f.code.Consts[in.C].Bits)
				if x := &r[in.B]; x.IsSmallInt() {
					a := int64(x.Bits)
					if s := a - k; (s < a) == (k > 0) {
						object.SetInt(&r[in.A], s)
						continue
					}
				}
				f.ip = ip
				if err = m.binaryK(f, in, object.OpSub); err != nil {
					goto trap
				}
			case compile.ModK:
				k := int64(f.code.Consts[in.C].Bits)
				if x := &r[in.B]; x.IsSmallInt() {
					s := int64(x.Bits) % k
					if s < 0 {
						s += k
					}
					object.SetInt(&r[in.A], s)
					continue
				}
				f.ip = ip
				if err = m.binaryK(f, in, object.OpMod); err != nil {
					goto trap
				}
			case compile.Binary:
				f.ip = ip
				if err = m.binary(f, in, object.Op(in.X&127), in.X); err != nil {
					goto trap
				}
			case compile.Unary:
				f.ip = ip
				if v, err = m.unary(f, in); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.Not:
				f.ip = ip
				b, e := m.truth(f, in.B)
				if err = e; err != nil {
					goto trap
				}
				r[in.A] = object.Bool(!b)
			case compile.Compare:
				f.ip = ip
				if v, err = m.compare(f, in.X, in.B, in.C); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.Is:
				if err = m.bothBound(f, in.B, in.C); err != nil {
					goto trap
				}
				r[in.A] = object.Bool(object.Is(r[in.B], r[in.C]) != (in.X == 1))
			case compile.In:
				f.ip = ip
				b := false
				if err = m.bothBound(f, in.B, in.C); err == nil {
					b, err = object.Contains(t, r[in.C], r[in.B])
				}
				if err != nil {
					goto trap
				}
				r[in.A] = object.Bool(b != (in.X == 1))
			case compile.Jump:
				ip = int(in.C)
			case compile.JumpT:
				if x := &r[in.B]; x.IsBool() {
					if x.Bits != 0 {
						ip = int(in.C)
					}
					continue
				}
				f.ip = ip
				b, e := m.truth(f, in.B)
				if err = e; err != nil {
					goto trap
				}
				if b {
					ip = int(in.C)
				}
			case compile.JumpF:
				if x := &r[in.B]; x.IsBool() {
					if x.Bits == 0 {
						ip = int(in.C)
					}
					continue
				}
				f.ip = ip
				b, e := m.truth(f, in.B)
				if err = e; err != nil {
					goto trap
				}
				if !b {
					ip = int(in.C)
				}
			case compile.JumpCmp:
				x, y := &r[in.A], &r[in.B]
				if x.IsSmallInt() && y.IsSmallInt() {
					if !cmpInt(in.X, int64(x.Bits), int64(y.Bits)) {
						ip = int(in.C)
					}
					continue
				}
				f.ip = ip
				b, e := m.compareTruth(f, in.X, in.A, in.B)
				if err = e; err != nil {
					goto trap
				}
				if !b {
					ip = int(in.C)
				}
			case compile.JumpCmpK:
				x := &r[in.A]
				if x.IsSmallInt() {
					if !cmpInt(in.X, int64(x.Bits), int64(f.code.Consts[in.B].Bits)) {
						ip = int(in.C)
					}
					continue
				}
				f.ip = ip
				if !x.Valid() {
					err = unbound(f, in.A)
					goto trap
				}
				if v, err = object.Compare(t, object.Cmp(in.X), *x, f.code.Consts[in.B]); err != nil {
					goto trap
				}
				b, e := object.Truth(t, v)
				if err = e; err != nil {
					goto trap
				}
				if !b {
					ip = int(in.C)
				}
			case compile.JumpNone:
				if r[in.B].Ref == nil {
					err = unbound(f, in.B)
					goto trap
				}
				// x 0 is the test "is None" failing: jump when it is not None to
				// skip; the compiler asks for the negation, see condition.
				if r[in.B].IsNone() == (in.X == 0) {
					ip = int(in.C)
				}
			case compile.BuildList:
				items := make([]object.Value, in.C)
				copy(items, r[in.B:in.B+in.C])
				r[in.A] = object.Obj(object.NewList(items))
			case compile.BuildTuple:
				items := make([]object.Value, in.C)
				copy(items, r[in.B:in.B+in.C])
				r[in.A] = object.TupleValue(items...)
			case compile.BuildSet:
				f.ip = ip
				s, e := object.NewSet(t, r[in.B:in.B+in.C], false)
				if err = e; err != nil {
					goto trap
				}
				r[in.A] = object.Obj(s)
			case compile.BuildDict:
				f.ip = ip
				d := object.NewDict()
				for i := int32(0); i < in.C; i++ {
					if err = d.Set(t, r[in.B+2*i], r[in.B+2*i+1]); err != nil {
						goto trap
					}
				}
				r[in.A] = object.Obj(d)
			case compile.BuildStr:
				r[in.A] = buildStr(r[in.B : in.B+in.C])
			case compile.BuildSlice:
				r[in.A] = object.Obj(&object.Slice{Start: r[in.B], Stop: r[in.B+1], Step: r[in.B+2]})
			case compile.Append:
				l := r[in.A].Ref.(*object.List)
				l.Items = append(l.Items, r[in.B])
			case compile.SetAdd:
				f.ip = ip
				if err = r[in.A].Ref.(*object.Set).Add(t, r[in.B]); err != nil {
					goto trap
				}
			case compile.DictSet:
				f.ip = ip
				if err = r[in.A].Ref.(*object.Dict).Set(t, r[in.B], r[in.C]); err != nil {
					goto trap
				}
			case compile.Extend:
				f.ip = ip
				if err = m.extend(f, in); err != nil {
					goto trap
				}
			case compile.SetUpdate:
				f.ip = ip
				set := r[in.A].Ref.(*object.Set)
				if err = object.Each(t, r[in.B], func(x object.Value) error { return set.Add(t, x) }); err != nil {
					goto trap
				}
			case compile.DictUpdate:
				f.ip = ip
				if err = m.dictUpdate(r[in.A].Ref.(*object.Dict), r[in.B]); err != nil {
					goto trap
				}
			case compile.DictMerge:
				f.ip = ip
				if err = m.merge(f, in, &ins[ip]); err != nil {
					goto trap
				}
			case compile.ListTuple:
				r[in.A] = object.TupleValue(r[in.B].Ref.(*object.List).Items...)
			case compile.Format:
				f.ip = ip
				spec := ""
				if in.C >= 0 {
					spec, _ = object.StrOf(r[in.C])
				}
				if r[in.B].Ref == nil {
					err = unbound(f, in.B)
					goto trap
				}
				if v, err = m.formatValue(r[in.B], in.X, spec); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.GetAttr:
				f.ip = ip
				if r[in.B].Ref == nil {
					err = unbound(f, in.B)
					goto trap
				}
				if v, err = object.LoadAttr(t, r[in.B], f.code.Sites[in.C], &f.st.caches[in.C]); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.SetAttr:
				f.ip = ip
				if err = m.bothBound(f, in.A, in.B); err != nil {
					goto trap
				}
				if err = object.StoreAttr(t, r[in.A], f.code.Sites[in.C], r[in.B], &f.st.caches[in.C]); err != nil {
					goto trap
				}
			case compile.DelAttr:
				f.ip = ip
				if err = object.DelAttr(t, r[in.A], f.code.Sites[in.C]); err != nil {
					goto trap
				}
			case compile.LoadMethod:
				f.ip = ip
				if r[in.B].Ref == nil {
					err = unbound(f, in.B)
					goto trap
				}
				if r[in.A], r[in.A+1], err = object.LoadMethod(t, r[in.B], f.code.Sites[in.C], &f.st.caches[in.C]); err != nil {
					goto trap
				}
			case compile.GetItem:
				x, y := &r[in.B], &r[in.C]
				if l, ok := x.Ref.(*object.List); ok && y.IsSmallInt() && l.Exact() {
					i := int64(y.Bits)
					if i < 0 {
						i += int64(len(l.Items))
					}
					if uint64(i) < uint64(len(l.Items)) {
						r[in.A] = l.Items[i]
						continue
					}
				}
				f.ip = ip
				if err = m.bothBound(f, in.B, in.C); err != nil {
					goto trap
				}
				if v, err = object.GetItem(t, *x, *y); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.SetItem:
				f.ip = ip
				if err = m.bothBound(f, in.A, in.B); err != nil {
					goto trap
				}
				if err = object.SetItem(t, r[in.A], r[in.B], r[in.C]); err != nil {
					goto trap
				}
			case compile.DelItem:
				f.ip = ip
				if err = m.bothBound(f, in.A, in.B); err != nil {
					goto trap
				}
				if err = object.DelItem(t, r[in.A], r[in.B]); err != nil {
					goto trap
				}
			case compile.Call:
				f.ip = ip
				fn := r[in.B]
				first, n := in.B+1, in.C
				if in.X == 1 {
					if r[first].Ref != nil {
						n++
					} else {
						first++
					}
				}
				args := r[first : first+n]
				var nf *Frame
				if p, ok := fn.Ref.(*Function); ok {
					if nf, err = m.prepare(p, args, nil); err != nil {
						goto trap
					}
					if nf.gen != nil {
						r[in.A] = object.Obj(nf.gen)
						continue
					}
				} else if nf, err = m.prepareOther(fn, args); err != nil {
					goto trap
				}
				if nf != nil {
					if err = t.Enter(); err != nil {
						m.release(nf)
						goto trap
					}
					nf.back, nf.ret = f, in.A
					f = nf
					m.frame, ins, r, ip = f, f.code.Ins, f.r, 0
					continue
				}
				if b, ok := fn.Ref.(*object.Builtin); ok {
					v, err = b.CallObject(t, args, nil)
				} else {
					v, err = t.CallKw(fn, args, nil)
				}
				if err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.CallKw:
				f.ip = ip
				if v, err = m.callKw(f, in, f.code.KwNames[ins[ip].A]); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.CallEx:
				f.ip = ip
				args := r[in.B+1].Ref.(*object.List).Items
				if v, err = t.CallKw(r[in.B], args, dictKw(r[in.B+2].Ref.(*object.Dict))); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.GetIter:
				f.ip = ip
				if r[in.B].Ref == nil {
					err = unbound(f, in.B)
					goto trap
				}
				if v, err = object.Iter(t, r[in.B]); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.ForIter:
				switch it := r[in.B].Ref.(type) {
				case *object.RangeIter:
					if it.Left <= 0 {
						ip = int(in.C)
						continue
					}
					object.SetInt(&r[in.A], it.At)
					it.At += it.Step
					it.Left--
					continue
				case *Generator:
					if it.cls == object.GeneratorClass && !it.running && it.frame != nil {
						if err = t.Enter(); err != nil {
							goto trap
						}
						f.ip = ip
						nf := it.frame
						if it.started {
							nf.r[it.code.Ins[nf.ip-1].A] = object.None
						}
						it.running, it.started = true, true
						nf.entry, nf.back = false, f
						f = nf
						m.frame, ins, r, ip = f, f.code.Ins, f.r, f.ip
						continue
					}
				}
				f.ip = ip
				if v, err = object.Next(t, r[in.B]); err != nil {
					if !object.IsInstance(err, object.StopIterationClass) {
						goto trap
					}
					v, err = object.Value{}, nil
				}
				if !v.Valid() {
					ip = int(in.C)
					continue
				}
				r[in.A] = v
			case compile.GetAIter:
				f.ip = ip
				if v, err = m.getAIter(r[in.B]); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.GetANext:
				f.ip = ip
				if v, err = m.getANext(r[in.B]); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.Unpack:
				f.ip = ip
				if err = m.unpack(f, in, -1); err != nil {
					goto trap
				}
			case compile.UnpackEx:
				f.ip = ip
				if err = m.unpack(f, in, int(in.X)); err != nil {
					goto trap
				}
			case compile.MakeFunc:
				r[in.A] = object.Obj(m.makeFunction(f, in))
			case compile.BuildClass:
				f.ip = ip
				if v, err = m.buildClass(f, in); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.Return:
				v = r[in.B]
				g := f.gen
				back := f.back
				entry := f.entry
				if g != nil {
					g.running = false
					g.frame = nil
				} else if f.inst.Valid() {
					if !v.IsNone() {
						f.ip = ip
						err = object.TypeError("__init__() should return None, not '%s'", object.ClassOf(v).Name)
						goto trap
					}
					v = f.inst
				}
				ret := f.ret
				m.release(f)
				f = back
				m.frame = f
				if entry {
					return v, false, nil
				}
				t.Depth--
				ins, r, ip = f.code.Ins, f.r, f.ip
				if g == nil {
					r[ret] = v
					continue
				}
				if in = &ins[ip-1]; in.Op == compile.Send {
					r[in.A] = v
				}
				ip = int(in.C)
			case compile.Yield, compile.YieldFrom:
				g := f.gen
				if in.Op == compile.Yield {
					v = r[in.B]
					if g.cls == object.AsyncGenClass {
						v = object.Obj(&asyncValue{v})
					}
				} else {
					v = r[in.A]
				}
				f.ip = ip
				g.running = false
				back := f.back
				f.back = nil
				m.frame = back
				if f.entry {
					return v, true, nil
				}
				t.Depth--
				f = back
				ins, r, ip = f.code.Ins, f.r, f.ip
				r[ins[ip-1].A] = v
			case compile.Send:
				it := r[in.B]
				if g, ok := it.Ref.(*Generator); ok && !g.running && g.frame != nil && g.cls != object.AsyncGenClass && (g.started || r[in.A].IsNone()) {
					if err = t.Enter(); err != nil {
						goto trap
					}
					f.ip = ip
					nf := g.frame
					if g.started {
						nf.r[g.code.Ins[nf.ip-1].A] = r[in.A]
					}
					g.running, g.started = true, true
					nf.entry, nf.back = false, f
					f = nf
					m.frame, ins, r, ip = f, f.code.Ins, f.r, f.ip
					continue
				}
				f.ip = ip
				var done bool
				if v, done, err = m.sendSlow(it, r[in.A]); err != nil {
					goto trap
				}
				r[in.A] = v
				if done {
					ip = int(in.C)
				}
			case compile.GetAwait:
				f.ip = ip
				if r[in.B].Ref == nil {
					err = unbound(f, in.B)
					goto trap
				}
				if v, err = m.getAwait(r[in.B], in.X); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.GetYieldFrom:
				f.ip = ip
				if v, err = object.Iter(t, r[in.B]); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.EndAsyncFor:
				if object.IsInstance(r[in.A].Ref.(*object.Exception), object.StopAsyncIterationClass) {
					ip = int(in.C)
					continue
				}
				f.ip = ip
				err = reraised{r[in.A].Ref.(*object.Exception)}
				goto trap
			case compile.Raise:
				f.ip = ip
				err = m.raise(f, in)
				goto trap
			case compile.Reraise:
				f.ip = ip
				err = reraised{r[in.A].Ref.(*object.Exception)}
				goto trap
			case compile.PushExc:
				if f.handled != nil {
					r[in.A+1] = object.Obj(f.handled)
				} else {
					r[in.A+1] = object.None
				}
				f.handled = r[in.A].Ref.(*object.Exception)
			case compile.PopExc:
				f.handled, _ = r[in.A+1].Ref.(*object.Exception)
			case compile.SetExc:
				f.handled, _ = r[in.A].Ref.(*object.Exception)
			case compile.ExcMatch:
				b, e := m.excMatch(r[in.B], r[in.C])
				if err = e; err != nil {
					goto trap
				}
				r[in.A] = object.Bool(b)
			case compile.GroupMatch:
				f.ip = ip
				if err = m.groupMatch(f, in); err != nil {
					goto trap
				}
			case compile.GroupEnd:
				f.ip = ip
				r[in.A] = m.groupEnd(f, in)
			case compile.WithEnter:
				f.ip = ip
				if err = m.withEnter(f, in); err != nil {
					goto trap
				}
			case compile.WithExit:
				f.ip = ip
				if v, err = m.withExit(f, in); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.Import:
				f.ip = ip
				if v, err = m.Import(t, f.code.Sites[in.C], f.globals, r[in.B], int(in.X)); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.ImportFrom:
				f.ip = ip
				if v, err = m.importFrom(r[in.B], f.code.Sites[in.C]); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.ImportStar:
				f.ip = ip
				if err = m.importStar(f, r[in.B]); err != nil {
					goto trap
				}
			case compile.MatchSeq, compile.MatchMap, compile.MatchKeys, compile.MatchClass:
				f.ip = ip
				b := false
				switch in.Op {
				case compile.MatchSeq:
					b, err = m.matchSeq(f, in)
				case compile.MatchMap:
					if b = isMapping(r[in.B]); b {
						n, e := object.Len(t, r[in.B])
						b, err = n >= int(in.C), e
					}
				case compile.MatchKeys:
					b, err = m.matchKeys(f, in)
				default:
					b, err = m.matchClass(f, in, &ins[ip])
				}
				if err != nil {
					goto trap
				}
				r[in.A] = object.Bool(b)
			case compile.MatchRest:
				f.ip = ip
				if v, err = m.matchRest(f, in); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.Annotate:
				f.ip = ip
				if err = m.annotate(f, in); err != nil {
					goto trap
				}
			case compile.AssertFail:
				if in.X == 0 {
					err = object.NewException(object.AssertionErrorClass)
				} else {
					err = object.NewException(object.AssertionErrorClass, r[in.A])
				}
				goto trap
			case compile.TypeParam:
				r[in.A] = object.Obj(&TypeVar{Name: f.code.Consts[in.B].Ref.(*object.Str).S, Kind: in.X})
			case compile.TypeAlias:
				r[in.A] = object.Obj(&Alias{Name: f.code.Consts[in.B].Ref.(*object.Str).S, Fn: r[in.C]})
			default:
				err = object.Raise(object.SystemErrorClass, "unknown opcode %d", in.Op)
				goto trap
			}
			continue

		trap:
			f.ip = ip
		fail:
			break run
		}
	}
}

// passed is an exception that came out of a called frame.
type passed struct{ e *object.Exception }

// Error implements error.
func (p passed) Error() string { return p.e.Error() }

// caughtAs turns an error raised in f into an exception with f in its
// traceback, or gives it back when it ends the program.
func (m *Machine) caughtAs(f *Frame, err error) (*object.Exception, error) {
	switch e := err.(type) {
	case reraised:
		return e.e, nil
	case passed:
		m.addTraceback(e.e, f, f.Line())
		return e.e, nil
	}
	exc := object.AsException(err)
	if exc == nil {
		return nil, err
	}
	if exc.TB == nil && exc.Context == nil {
		m.setContext(exc)
	}
	m.addTraceback(exc, f, f.Line())
	return exc, nil
}

// abandon leaves all frames up to the entry, running nothing of theirs.
func (m *Machine) abandon(f *Frame, err error) error {
	for {
		if f.gen != nil {
			f.gen.running = false
			f.gen.frame = nil
		}
		back, entry := f.back, f.entry
		m.frame = back
		if entry {
			return err
		}
		m.T.Depth--
		f = back
	}
}

// noStop replaces a StopIteration that leaves a generator.
func (m *Machine) noStop(g *Generator, e *object.Exception) *object.Exception {
	what := ""
	switch {
	case e.Class().IsSubclass(object.StopIterationClass):
		what = "StopIteration"
	case g.cls == object.AsyncGenClass && e.Class().IsSubclass(object.StopAsyncIterationClass):
		what = "StopAsyncIteration"
	default:
		return e
	}
	n := object.RuntimeError("%s raised %s", g.what(), what)
	n.Cause, n.Context, n.SuppressCtx = object.Obj(e), e, true
	if tb := e.TB; tb != nil {
		c := *tb
		c.Next = nil
		n.TB = &c
	}
	return n
}

// handler finds what handles an exception at the frame's instruction.
func (f *Frame) handler() *compile.Handler {
	at := int32(f.ip - 1)
	for i := range f.code.Handlers {
		if h := &f.code.Handlers[i]; at >= h.Start && at < h.End {
			return h
		}
	}
	return nil
}

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
	v, err := m.compare(f, op, a, b)
	if err != nil {
		return false, err
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

func (m *Machine) extend(f *Frame, in *compile.Instr) error {
	l := f.r[in.A].Ref.(*object.List)
	src := f.r[in.B]
	items, err := object.Collect(m.T, src)
	if err != nil {
		if object.IsInstance(err, object.TypeErrorClass) && err.(*object.Exception).TB == nil {
			if in.X == 1 {
				return object.TypeError("Value after * must be an iterable, not %s", object.ClassOf(src).Name)
			}
			return object.TypeError("Value after * must be an iterable, not %s", object.ClassOf(src).Name)
		}
		return err
	}
	l.Items = append(l.Items, items...)
	return nil
}

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

func (m *Machine) getAIter(v object.Value) (object.Value, error) {
	if g, ok := v.Ref.(*Generator); ok && g.cls == object.AsyncGenClass {
		return v, nil
	}
	r, ok, err := m.T.CallSpecial(v, "__aiter__")
	if !ok {
		return r, object.TypeError("'async for' requires an object with __aiter__ method, got %s", object.ClassOf(v).Name)
	}
	if err != nil {
		return r, err
	}
	if _, ok := object.ClassOf(r).Lookup("__anext__"); !ok {
		return r, object.TypeError("'async for' received an object from __aiter__ that does not implement __anext__: %s", object.ClassOf(r).Name)
	}
	return r, nil
}

func (m *Machine) getANext(v object.Value) (object.Value, error) {
	if g, ok := v.Ref.(*Generator); ok {
		return g.Asend(object.None), nil
	}
	r, ok, err := m.T.CallSpecial(v, "__anext__")
	if !ok {
		return r, object.TypeError("'async for' requires an iterator with __anext__ method, got %s", object.ClassOf(v).Name)
	}
	if err != nil {
		return r, err
	}
	a, err := m.getAwait(r, 0)
	if object.IsInstance(err, object.TypeErrorClass) {
		return r, object.TypeError("'async for' received an invalid object from __anext__: %s", object.ClassOf(r).Name)
	}
	return a, err
}

func (m *Machine) annotate(f *Frame, in *compile.Instr) error {
	const key = "__annotations__"
	d, ok, err := m.loadName(f, key)
	if err != nil {
		return err
	}
	if !ok {
		d = object.Obj(object.NewDict())
		if err := m.storeName(f, key, d); err != nil {
			return err
		}
	}
	return object.SetItem(m.T, d, f.code.Consts[in.A], f.r[in.B])
}

func (m *Machine) importFrom(mod object.Value, name string) (object.Value, error) {
	v, err := object.GetAttr(m.T, mod, name)
	if err == nil || !object.IsInstance(err, object.AttributeErrorClass) {
		return v, err
	}
	pkg, file := "<unknown module name>", "unknown location"
	if o, ok := mod.Ref.(*object.Module); ok {
		pkg = o.Name
		if sub := m.T.In.Modules.GetStr(pkg + "." + name); sub.Valid() {
			return sub, nil
		}
		if p, ok := object.StrOf(o.Dict.GetStr("__file__")); ok {
			file = p
		}
	}
	e := object.Raise(object.ImportErrorClass, "cannot import name '%s' from '%s' (%s)", name, pkg, file)
	e.SetExtra("name", object.String(pkg))
	return v, e
}

func (m *Machine) importStar(f *Frame, mod object.Value) error {
	o, ok := mod.Ref.(*object.Module)
	if !ok {
		return object.TypeError("import * needs a module")
	}
	store := func(name string, v object.Value) error { return m.storeName(f, name, v) }
	if all := o.Dict.GetStr("__all__"); all.Valid() {
		return object.Each(m.T, all, func(n object.Value) error {
			name, _ := object.StrOf(n)
			v, err := object.GetAttr(m.T, mod, name)
			if err != nil {
				return err
			}
			return store(name, v)
		})
	}
	for pos := 0; ; {
		k, v, next, ok := o.Dict.Next(pos)
		if !ok {
			return nil
		}
		pos = next
		if name, _ := object.StrOf(k); !strings.HasPrefix(name, "_") {
			if err := store(name, v); err != nil {
				return err
			}
		}
	}
}

// TypeVar is a type parameter.
type TypeVar struct {
	Name string
	Kind uint8
}

// TypeVarClass is the type of type parameters.
var TypeVarClass = object.NewNativeClass("typing", "TypeVar").Final()

// Class implements object.Object.
func (*TypeVar) Class() *object.Class { return TypeVarClass }

// Repr implements object.Reprer.
func (v *TypeVar) Repr(*object.Thread) (string, error) { return v.Name, nil }

// Alias is what a type statement makes.
type Alias struct {
	Name string
	Fn   object.Value
}

// AliasClass is the type of type aliases.
var AliasClass = object.NewNativeClass("typing", "TypeAliasType").Final()

// Class implements object.Object.
func (*Alias) Class() *object.Class { return AliasClass }

// Repr implements object.Reprer.
func (a *Alias) Repr(*object.Thread) (string, error) { return a.Name, nil }

// Attr implements object.Dynamic.
func (a *Alias) Attr(t *object.Thread, name string) (object.Value, bool, error) {
	switch name {
	case "__value__":
		v, err := t.Call(a.Fn)
		return v, true, err
	case "__name__":
		return object.String(a.Name), true, nil
	}
	return object.Value{}, false, nil
}
