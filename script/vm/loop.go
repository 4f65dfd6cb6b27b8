package vm

import (
	"math"
	"strconv"

	"asyncio/script/compile"
	"asyncio/script/object"
)

// pollEvery is the number of instructions between two looks at the outside.
const pollEvery = 1024

// pollEntries is the number of calls from Go between two looks.
const pollEntries = 64

// loopWith runs frame f, and the frames it calls, until f returns or yields.
// pending is raised at the point where f stands.
func (m *Machine) loopWith(f *Frame, pending error) (result object.Value, yielded bool, err error) {
	result, yielded, err = m.loop(f, pending)
	if m.Steps >= 0 {
		m.Steps += int64(max(m.unused, 0))
	}
	return result, yielded, err
}

// refill is called when the budget is used up: it counts steps and polls.
func (m *Machine) refill() (int, error) {
	if m.Steps == 0 {
		return 0, m.Limit("step", strconv.FormatInt(m.MaxSteps, 10))
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

// loop is loopWith, which leaves the rest of its budget in m.unused.
//
// The switch is one function because a call for each instruction costs more
// than most instructions do. Its variables live in registers, so they are few,
// their addresses are not taken, and err and v are dead where an instruction
// begins.
func (m *Machine) loop(f *Frame, pending error) (object.Value, bool, error) {
	t := m.T
	m.frame = f
	ins := f.code.Ins
	r := f.r
	ip := f.ip
	budget := pollEvery
	if m.entries--; m.entries < 0 {
		m.entries, budget = pollEntries, 0
	}
	if m.Steps >= 0 {
		budget = 0
	}
	var in *compile.Instr
	var v object.Value
	err := pending
	for {
		for err != nil {
			exc, fatal := m.caughtAs(f, err)
			if fatal != nil {
				m.unused = budget
				return object.Value{}, false, m.abandon(f, fatal)
			}
			err = nil
			if h := f.handler(); h != nil {
				if m.life.Live != 0 {
					m.unwound(f)
				}
				f.r[h.Reg] = object.Obj(exc)
				ins, r, ip = f.code.Ins, f.r, int(h.Target)
				if len(m.lost) > 0 {
					f.ip = ip
					if err = m.settle(f, object.Value{}); err != nil {
						continue
					}
				}
				break
			}
			if g := f.gen; g != nil {
				g.running = false
				g.frame = nil
				exc = m.noStop(g, exc)
			}
			back, entry := f.back, f.entry
			if f.gen != nil && m.CallersForgotten {
				f.back = nil
			}
			live := m.life.Live != 0
			if live {
				m.leaveBy(f)
			}
			m.release(f)
			m.frame = back
			if live {
				err = m.settle(nil, object.Obj(exc))
			}
			if entry {
				m.unused = budget
				if err != nil {
					return object.Value{}, false, err
				}
				return object.Value{}, false, exc
			}
			t.Depth--
			f = back
			if err == nil {
				err = passed{exc}
			}
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
			v, err = object.Value{}, nil
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
					if in.X == 1 {
						continue
					}
					err = unbound(f, in.A)
					goto trap
				}
				if m.life.Live == 0 {
					r[in.A] = object.Value{}
					continue
				}
				f.ip = ip
				if err = m.rebind(f, &r[in.A], object.Value{}); err != nil {
					goto trap
				}
			case compile.Bind:
				if m.life.Live == 0 {
					r[in.A] = r[in.B]
					continue
				}
				f.ip = ip
				if err = m.rebind(f, &r[in.A], r[in.B]); err != nil {
					goto trap
				}
			case compile.Drop:
				if m.life.Live != 0 {
					f.ip = ip
					if err = m.drop(f, in.A, in.B == 1); err != nil {
						goto trap
					}
				}
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
				if m.life.Live != 0 {
					f.ip = ip
					if err = m.storeGlobal(f, in); err != nil {
						goto trap
					}
					continue
				}
				f.globals.SetStr(f.code.Sites[in.C], r[in.B])
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
				c := r[in.A].Ref.(*object.Cell)
				if m.life.Live == 0 {
					c.V = r[in.B]
					continue
				}
				f.ip = ip
				if err = m.rebind(f, &c.V, r[in.B]); err != nil {
					goto trap
				}
			case compile.DelC:
				c := r[in.A].Ref.(*object.Cell)
				if !c.V.Valid() {
					err = unbound(f, in.A)
					goto trap
				}
				f.ip = ip
				if err = m.rebind(f, &c.V, object.Value{}); err != nil {
					goto trap
				}
			case compile.LoadF:
				if v = f.cells[in.B].V; !v.Valid() {
					err = unboundFree(f.code.Free[in.B])
					goto trap
				}
				r[in.A] = v
			case compile.StoreF:
				if m.life.Live == 0 {
					f.cells[in.A].V = r[in.B]
					continue
				}
				f.ip = ip
				if err = m.rebind(f, &f.cells[in.A].V, r[in.B]); err != nil {
					goto trap
				}
			case compile.DelF:
				if !f.cells[in.A].V.Valid() {
					err = unboundFree(f.code.Free[in.A])
					goto trap
				}
				f.ip = ip
				if err = m.rebind(f, &f.cells[in.A].V, object.Value{}); err != nil {
					goto trap
				}
			case compile.Add:
				x, y := &r[in.B], &r[in.C]
				if x.IsSmallInt() && y.IsSmallInt() {
					a, b := int64(x.Bits), int64(y.Bits)
					if s := a + b; (s > a) == (b > 0) {
						object.SetInt(&r[in.A], uint64(s))
						continue
					}
				} else if x.IsFloat() && y.IsFloat() {
					object.SetFloat(&r[in.A], math.Float64bits(x.F()+y.F()))
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
						object.SetInt(&r[in.A], uint64(s))
						continue
					}
				} else if x.IsFloat() && y.IsFloat() {
					object.SetFloat(&r[in.A], math.Float64bits(x.F()-y.F()))
					continue
				}
				f.ip = ip
				if err = m.binary(f, in, object.OpSub, in.X); err != nil {
					goto trap
				}
			case compile.Mul:
				x, y := &r[in.B], &r[in.C]
				if x.IsSmallInt() && y.IsSmallInt() {
					a, b := int64(x.Bits), int64(y.Bits)
					if int64(int32(a)) == a && int64(int32(b)) == b {
						object.SetInt(&r[in.A], uint64(a*b))
						continue
					}
					if s, ok := object.MulSmall(a, b); ok {
						object.SetInt(&r[in.A], uint64(s))
						continue
					}
				} else if x.IsFloat() && y.IsFloat() {
					object.SetFloat(&r[in.A], math.Float64bits(x.F()*y.F()))
					continue
				}
				f.ip = ip
				if err = m.binary(f, in, object.OpMul, in.X); err != nil {
					goto trap
				}
			case compile.Div:
				x, y := &r[in.B], &r[in.C]
				if x.IsFloat() && y.IsFloat() && y.F() != 0 {
					object.SetFloat(&r[in.A], math.Float64bits(x.F()/y.F()))
					continue
				}
				f.ip = ip
				if err = m.binary(f, in, object.OpDiv, in.X); err != nil {
					goto trap
				}
			case compile.AddK:
				k := int64(f.code.Consts[in.C].Bits)
				if x := &r[in.B]; x.IsSmallInt() {
					a := int64(x.Bits)
					if s := a + k; (s > a) == (k > 0) {
						object.SetInt(&r[in.A], uint64(s))
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
						object.SetInt(&r[in.A], uint64(s))
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
					object.SetInt(&r[in.A], uint64(s))
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
			case compile.Again:
				ip = int(in.C)
				if m.life.Live != 0 {
					continue
				}
				// The commonest iterators give their next item here.
				in = &ins[ip]
				if it, ok := r[in.B].Ref.(*object.RangeIter); ok {
					if it.Left > 0 {
						object.SetInt(&r[in.A], uint64(it.At))
						it.At += it.Step
						it.Left--
						ip++
					}
				} else if it, ok := r[in.B].Ref.(*object.ListIter); ok && it.L != nil && it.I < len(it.L.Items) {
					r[in.A] = it.L.Items[it.I]
					it.I++
					ip++
				}
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
					if truths>>(4*in.X)&order(int64(x.Bits), int64(y.Bits)) == 0 {
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
					if truths>>(4*in.X)&order(int64(x.Bits), int64(f.code.Consts[in.B].Bits)) == 0 {
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
				if in.X == 1 {
					r[in.A] = object.Obj(object.ListFor(r[in.B]))
					continue
				}
				l := object.CopyList(f.r[in.B : in.B+in.C])
				if in.X == compile.ConstantItems {
					l.MadeFor(int(in.C + in.C%2)) // CPython extends it by a tuple
				}
				r[in.A] = object.Obj(l)
			case compile.BuildTuple:
				r[in.A] = object.CopyTuple(f.r[in.B : in.B+in.C])
			case compile.BuildDict:
				f.ip = ip
				d := object.NewDict()
				for i := int32(0); i < in.C; i++ {
					if err = d.Set(t, r[in.B+2*i], r[in.B+2*i+1]); err != nil {
						goto trap
					}
				}
				if in.C > 0 {
					d.Literal()
				}
				r[in.A] = object.Obj(d)
			case compile.BuildStr:
				r[in.A] = buildStr(f.r[in.B : in.B+in.C])
			case compile.BuildSlice:
				r[in.A] = object.Obj(&object.Slice{Start: r[in.B], Stop: r[in.B+1], Step: r[in.B+2]})
			case compile.Append:
				if r[in.B].Ref == nil {
					err = unbound(f, in.B)
					goto trap
				}
				r[in.A].Ref.(*object.List).Append(r[in.B])
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
				if o, ok := r[in.B].Ref.(*object.Instance); ok {
					c := &f.st.caches[in.C]
					if o.Hits(c) {
						if at := o.At(c); at.Ref != nil {
							r[in.A] = *at
							continue
						}
					} else if p, ok := c.Getter(o).Ref.(*Function); ok && p.st.simple && p.st.code.NArgs == 1 {
						if err = t.Enter(); err != nil {
							goto trap
						}
						nf := m.frameOf(p)
						nf.r[0] = r[in.B]
						nf.back, nf.ret = f, in.A
						f = nf
						m.frame, ins, r, ip = f, f.code.Ins, f.r, 0
						continue
					}
				}
				if r[in.B].Ref == nil {
					err = unbound(f, in.B)
					goto trap
				}
				if v, err = object.LoadAttr(t, r[in.B], f.code.Sites[in.C], &f.st.caches[in.C]); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.SetAttr:
				if o, ok := r[in.A].Ref.(*object.Instance); ok && m.life.Live == 0 && r[in.B].Ref != nil {
					if c := &f.st.caches[in.C]; o.Hits(c) {
						*o.At(c) = r[in.B]
						continue
					}
				}
				f.ip = ip
				if err = m.bothBound(f, in.A, in.B); err != nil {
					goto trap
				}
				if m.life.Live != 0 {
					if err = m.storeAttr(f, in); err != nil {
						goto trap
					}
					continue
				}
				if err = object.StoreAttr(t, r[in.A], f.code.Sites[in.C], r[in.B], &f.st.caches[in.C]); err != nil {
					goto trap
				}
			case compile.LoadMethod:
				if o, ok := r[in.B].Ref.(*object.Instance); ok {
					if c := &f.st.caches[in.C]; o.HitsMethod(c) {
						v = r[in.B] // which may be r[in.A]
						r[in.A], r[in.A+1] = c.Method(), v
						continue
					}
				} else if o := r[in.B].Ref; o != nil {
					if c := &f.st.caches[in.C]; c.HitsNative(o.Class()) {
						v = r[in.B]
						r[in.A], r[in.A+1] = c.Method(), v
						continue
					}
				}
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
				if o, ok := x.Ref.(*object.Instance); ok {
					if p := getItemOf(o); p != nil {
						if err = t.Enter(); err != nil {
							goto trap
						}
						nf := m.frameOf(p)
						nf.r[0], nf.r[1] = *x, *y
						nf.back, nf.ret = f, in.A
						f = nf
						m.frame, ins, r, ip = f, f.code.Ins, f.r, 0
						continue
					}
				}
				if v, err = object.GetItem(t, *x, *y); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.GetSlice:
				f.ip = ip
				if v, err = m.getSlice(f, in); err != nil {
					goto trap
				}
				r[in.A] = v
			case compile.SetItem:
				x, y := &r[in.A], &r[in.B]
				if l, ok := x.Ref.(*object.List); ok && y.IsSmallInt() && l.Exact() && m.life.Live == 0 {
					i := int64(y.Bits)
					if i < 0 {
						i += int64(len(l.Items))
					}
					if uint64(i) < uint64(len(l.Items)) {
						l.Items[i] = r[in.C]
						continue
					}
				}
				f.ip = ip
				if err = m.bothBound(f, in.A, in.B); err != nil {
					goto trap
				}
				if m.life.Live != 0 {
					if err = m.storeItem(f, r[in.A], r[in.B], r[in.C]); err != nil {
						goto trap
					}
					continue
				}
				if err = object.SetItem(t, *x, *y, r[in.C]); err != nil {
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
				args := f.r[first : first+n]
				var nf *Frame
				if p, ok := fn.Ref.(*Function); ok {
					if p.st.simple && len(args) == p.st.code.NArgs {
						if err = t.Enter(); err != nil {
							goto trap
						}
						nf = m.frameOf(p)
						//lint:ignore S1001 copy would be a call of the runtime
						for i := range args {
							nf.r[i] = args[i]
						}
						nf.back, nf.ret = f, in.A
						f = nf
						m.frame, ins, r, ip = f, f.code.Ins, f.r, 0
						continue
					}
					if nf, err = m.prepare(p, args, nil); err != nil {
						goto trap
					}
					if nf.gen != nil {
						if m.made(nf.gen, in, &ins[ip]); m.life.Live == 0 || int(in.A) >= len(f.code.Vars) {
							r[in.A] = object.Obj(nf.gen)
							continue
						}
						if err = m.rebind(f, &r[in.A], object.Obj(nf.gen)); err != nil {
							goto trap
						}
						continue
					}
				} else if b, ok := fn.Ref.(*object.Builtin); ok {
					if m.size = 0; m.life.Live != 0 {
						m.beforeGo(fn, args)
					}
					if len(args) >= b.Min && (len(args) <= b.Max || b.Max < 0) && (b.Owner == nil || len(args) > 0 && args[0].Ref != nil && args[0].Ref.Class() == b.Owner) {
						v, err = b.Fn(t, args, nil)
					} else {
						v, err = b.CallObject(t, args, nil)
					}
					if m.through, m.keeps = false, false; err != nil {
						goto trap
					}
					if m.life.Live != 0 {
						if err = m.afterGo(f, in, v); err != nil {
							goto trap
						}
						continue
					}
					r[in.A] = v
					continue
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
				if m.life.Live != 0 {
					m.beforeGo(fn, args)
				}
				v, err = t.CallKw(fn, args, nil)
				if m.through, m.keeps = false, false; err != nil {
					goto trap
				}
				if m.life.Live != 0 {
					if err = m.afterGo(f, in, v); err != nil {
						goto trap
					}
					continue
				}
				r[in.A] = v
			case compile.CallKw:
				f.ip = ip
				var nf *Frame
				if nf, err = m.frameKw(f, in, f.code.KwNames[ins[ip].A]); err != nil {
					goto trap
				}
				if nf != nil {
					nf.back, nf.ret = f, in.A
					f = nf
					m.frame, ins, r, ip = f, f.code.Ins, f.r, 0
					continue
				}
				v, err = m.callKw(f, in, f.code.KwNames[ins[ip].A])
				if m.through, m.keeps = false, false; err != nil {
					goto trap
				}
				if m.life.Live != 0 {
					if err = m.afterGo(f, in, v); err != nil {
						goto trap
					}
					continue
				}
				r[in.A] = v
			case compile.CallEx:
				f.ip = ip
				args, named := exArgs(f, in)
				var nf *Frame
				if nf, err = m.frameEx(r[in.B], args, named); err != nil {
					goto trap
				}
				if nf != nil {
					nf.back, nf.ret = f, in.A
					f = nf
					m.frame, ins, r, ip = f, f.code.Ins, f.r, 0
					continue
				}
				if v, err = m.callEx(r[in.B], args, named); err != nil {
					goto trap
				}
				if m.life.Live != 0 {
					if err = m.afterGo(f, in, v); err != nil {
						goto trap
					}
					continue
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
				// One test after the other: a type switch would look the types up.
				if it, ok := r[in.B].Ref.(*object.RangeIter); ok {
					if it.Left <= 0 {
						ip = int(in.C)
						continue
					}
					object.SetInt(&r[in.A], uint64(it.At))
					it.At += it.Step
					it.Left--
					continue
				} else if it, ok := r[in.B].Ref.(*object.ListIter); ok {
					if it.L == nil || it.I >= len(it.L.Items) {
						it.L = nil
						ip = int(in.C)
						continue
					}
					if m.life.Live == 0 {
						r[in.A] = it.L.Items[it.I]
						it.I++
						continue
					}
				} else if it, ok := r[in.B].Ref.(*Generator); ok {
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
				if m.life.Live == 0 && ins[ip].Op == compile.Unpack && ins[ip].C == 2 && ins[ip].B == in.A {
					if p, ok := r[in.B].Ref.(object.Pairer); ok && p.Pairs() {
						to := ins[ip].A
						if r[to], r[to+1], err = p.NextPair(t); err != nil {
							goto trap
						}
						if r[to].Valid() {
							ip++ // past the Unpack: no tuple was made
						} else {
							ip = int(in.C)
						}
						continue
					}
				}
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
				if m.life.Live != 0 {
					if err = m.rebind(f, &r[in.A], v); err != nil {
						goto trap
					}
					continue
				}
				r[in.A] = v
			case compile.Unpack:
				if p, ok := r[in.B].Ref.(*object.Tuple); ok && len(p.Items) == int(in.C) && p.Exact() {
					for i := range p.Items {
						r[int(in.A)+i] = p.Items[i]
					}
					continue
				}
				f.ip = ip
				if err = m.unpack(f, in, -1); err != nil {
					goto trap
				}
			case compile.Return:
				if v = r[in.B]; v.Ref == nil {
					err = unbound(f, in.B)
					goto trap
				}
				if !f.entry && f.gen == nil && f.inst.Ref == nil && m.life.Live == 0 {
					ret, back := f.ret, f.back
					m.release(f)
					f = back
					m.frame = f
					t.Depth--
					ins, r, ip = f.code.Ins, f.r, f.ip
					r[ret] = v
					continue
				}
				g := f.gen
				back := f.back
				entry := f.entry
				if g != nil {
					g.running = false
					g.frame = nil
					if m.CallersForgotten {
						f.back = nil
					}
				} else if f.inst.Valid() {
					if !v.IsNone() {
						f.ip = ip
						err = object.TypeError("__init__() should return None, not '%s'", object.ClassOf(v).Name)
						goto trap
					}
					v = f.inst
				}
				ret := f.ret
				if m.life.Live != 0 {
					m.leave(f)
				}
				m.release(f)
				f = back
				m.frame = f
				if entry {
					if m.ended != nil {
						err = m.settle(nil, v)
					}
					m.unused = budget
					return v, false, err
				}
				t.Depth--
				ins, r, ip = f.code.Ins, f.r, f.ip
				if g == nil {
					if m.life.Live != 0 {
						m.lost = append(m.lost, r[ret])
					}
					r[ret] = v
				} else {
					if in = &ins[ip-1]; in.Op == compile.Send {
						r[in.A] = v
					}
					ip = int(in.C)
				}
				if m.ended != nil {
					f.ip = ip
					if err = m.settle(f, v); err != nil {
						goto trap
					}
				}
			case compile.Yield, compile.YieldFrom:
				g := f.gen
				if in.Op == compile.Yield {
					if v = r[in.B]; v.Ref == nil {
						err = unbound(f, in.B)
						goto trap
					}
					if g.cls == object.AsyncGenClass {
						v = object.Obj(&asyncValue{v})
					}
				} else {
					v = r[in.A]
				}
				f.ip = ip
				g.running = false
				if f.code.Handlers != nil && (g.cls == object.GeneratorClass || g.cls == object.AsyncGenClass && in.Op == compile.Yield && !g.finalizes()) {
					m.suspend(g)
				}
				back := f.back
				f.back = nil
				m.frame = back
				if f.entry {
					m.unused = budget
					return v, true, nil
				}
				t.Depth--
				f = back
				ins, r, ip = f.code.Ins, f.r, f.ip
				if in = &ins[ip-1]; m.life.Live == 0 {
					r[in.A] = v
				} else if err = m.rebind(f, &r[in.A], v); err != nil {
					goto trap
				}
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
					} else if g.Watched() {
						m.life.Forget(g)
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
					if f.ip = ip; m.life.Live != 0 {
						if err = m.letGo(f, it); err != nil {
							goto trap
						}
					}
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
				old := f.handled
				f.handled, _ = r[in.A+1].Ref.(*object.Exception)
				if m.life.Live != 0 && old != nil {
					f.ip = ip
					if err = m.letGo(f, object.Obj(old)); err != nil {
						goto trap
					}
				}
			case compile.SetExc:
				f.handled, _ = r[in.A].Ref.(*object.Exception)
			case compile.ExcMatch:
				b, e := m.excMatch(r[in.B], r[in.C])
				if err = e; err != nil {
					goto trap
				}
				r[in.A] = object.Bool(b)
			case compile.AssertFail:
				if in.X == 0 {
					err = object.NewException(object.AssertionErrorClass)
				} else {
					err = object.NewException(object.AssertionErrorClass, r[in.A])
				}
				goto trap
			default:
				f.ip = ip
				if err = m.rare(f, in); err != nil {
					goto trap
				}
			}
			continue

		trap:
			f.ip = ip
		fail:
			break run
		}
	}
}
