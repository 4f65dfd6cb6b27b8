package compile

// Operands tells which slots an instruction reads and writes, as ranges of a
// first slot and a number of them. next is the instruction after it, where
// some keep operands. known is false for an instruction that is not described
// here: it is to be taken to read everything.
func (in *Instr) Operands(next *Instr, reads, writes func(slot, n int32)) (known bool) {
	a, b, c := in.A, in.B, in.C
	switch in.Op {
	case Nop, Ext, DelG, DelN, DelF, Jump, Again:
	case LoadK, LoadG, LoadN, LoadNF, NewCell, LoadF, TypeParam, DelL:
		writes(a, 1)
	case Move, LoadL, LoadC, AddK, SubK, ModK, Unary, Not, ListTuple, GetAttr, GetIter, GetAIter, GetANext,
		GetAwait, GetYieldFrom, Import, ImportFrom, MatchSeq, MatchItem, MatchMap, Bind, Yield:
		reads(b, 1)
		writes(a, 1)
	case StoreG, StoreN, StoreF, JumpT, JumpF, JumpNone, ImportStar, Annotate, Return:
		reads(b, 1)
	case MakeCell:
		reads(a, 1)
		writes(a, 1)
	case Extend:
		if reads(b, 1); in.X == StarAlone {
			reads(c, 1)
			writes(a, 1)
		} else {
			reads(a, 1)
		}
	case StoreC, Append, SetAdd, SetUpdate, DictUpdate, SetAttr, DelItem, JumpCmp:
		reads(a, 1)
		reads(b, 1)
	case DelC, DelAttr, JumpCmpK, EndAsyncFor, Reraise, SetExc:
		reads(a, 1)
	case Drop:
		writes(a, 1)
	case Add, Sub, Mul, Div, Binary, Compare, Is, In, GetItem, ExcMatch, MatchRest:
		reads(b, 1)
		reads(c, 1)
		writes(a, 1)
	case GetSlice:
		reads(b, 1)
		reads(c, 2)
		writes(a, 1)
	case BuildList, BuildTuple, BuildSet, BuildStr:
		reads(b, c)
		writes(a, 1)
	case BuildDict:
		reads(b, 2*c)
		writes(a, 1)
	case CallEx:
		n := int32(3)
		if in.X == NoNames {
			n = 2
		}
		reads(b, n)
		writes(a, 1)
	case BuildSlice, BuildClass:
		reads(b, 3)
		writes(a, 1)
	case DictSet, SetItem:
		reads(a, 1)
		reads(b, 1)
		reads(c, 1)
	case DictMerge:
		reads(a, 1)
		reads(b, 1)
		reads(c, 1)
		if in.X == 1 {
			reads(next.A, 1)
		}
	case Format:
		reads(b, 1)
		if c >= 0 {
			reads(c, 1)
		}
		writes(a, 1)
	case LoadMethod, WithEnter:
		reads(b, 1)
		writes(a, 2)
	case Call, CallKw:
		n := c + 1
		if in.X == 1 {
			n++
		}
		reads(b, n)
		writes(a, 1)
	case ForIter:
		reads(b, 1)
		writes(a, 1)
	case YieldFrom, Send:
		reads(a, 1)
		reads(b, 1)
		writes(a, 1)
	case Unpack:
		reads(b, 1)
		writes(a, c)
	case UnpackEx:
		reads(b, 1)
		writes(a, c+1+int32(in.X))
	case MakeFunc:
		for i := range int32(3) {
			if in.X&(1<<i) != 0 {
				reads(b+i, 1)
			}
		}
		writes(a, 1)
	case Raise:
		if in.X >= 1 {
			reads(a, 1)
		}
		if in.X == 2 {
			reads(b, 1)
		}
	case PushExc:
		reads(a, 1)
		writes(a+1, 1)
	case PopExc:
		reads(a+1, 1)
	case GroupMatch:
		reads(b, 1)
		reads(c, 1)
		writes(a, 1)
		writes(b, 1)
	case GroupEnd:
		reads(b, 1)
		reads(c, 2)
		writes(a, 1)
	case WithExit:
		reads(b, 1)
		if c >= 0 {
			reads(c, 1)
		}
		writes(a, 1)
	case MatchKeys, MatchClass:
		reads(b, 1)
		reads(c, 1)
		writes(a, 1)
		writes(c+1, 1)
	case Display:
		reads(a, 1)
	case AssertFail:
		if in.X == 1 {
			reads(a, 1)
		}
	case TypeAlias:
		reads(c, 1)
		writes(a, 1)
	default:
		return false
	}
	return true
}

// Jumps reports whether an instruction may go on at its operand c, and whether
// it may go on behind itself.
func (in *Instr) Jumps() (to, on bool) {
	switch in.Op {
	case Jump, Again:
		return true, false
	case JumpT, JumpF, JumpCmp, JumpCmpK, JumpNone, ForIter, Send, YieldFrom, EndAsyncFor:
		return true, true
	case Return, Raise, Reraise, AssertFail:
		return false, false
	}
	return false, true
}

// Live tells for each place in code which slots hold something that is still
// to be read there. Slots of variables are always among them, but for those of
// comprehensions, which end with it.
type Live struct {
	words int
	bits  []uint64
}

// At reports whether a slot matters before instruction ip.
func (l *Live) At(ip int, slot int32) bool {
	if l.bits == nil {
		return true
	}
	return l.bits[ip*l.words+int(slot>>6)]&(1<<(slot&63)) != 0
}

// Liveness finds out what is alive where in c.
func (c *Code) Liveness() *Live {
	l := &Live{words: (c.NReg + 63) / 64}
	n := len(c.Ins)
	l.bits = make([]uint64, (n+1)*l.words)
	out, row := make([]uint64, l.words), make([]uint64, l.words)
	always := make([]uint64, l.words)
	for i := range c.Vars {
		if i >= len(c.Inner) || !c.Inner[i] {
			always[i>>6] |= 1 << (i & 63)
		}
	}
	handlers := make([][]int32, n)
	for k, h := range c.Handlers {
		for i := h.Start; i < h.End; i++ {
			handlers[i] = append(handlers[i], int32(k))
		}
	}
	var held []uint64
	if len(c.Loops) > 0 {
		held = make([]uint64, n*l.words)
		for _, r := range c.Loops {
			for i := int(r.Start); i < min(int(r.End), n); i++ {
				held[i*l.words+int(r.Slot>>6)] |= 1 << (r.Slot & 63)
			}
		}
	}
	or := func(from int32) {
		for w := range out {
			out[w] |= l.bits[int(from)*l.words+w]
		}
	}
	reads := func(s, k int32) {
		for i := s; i < s+k; i++ {
			row[i>>6] |= 1 << (i & 63)
		}
	}
	writes := func(s, k int32) {
		for i := s; i < s+k; i++ {
			row[i>>6] &^= 1 << (i & 63)
		}
	}
	none := func(int32, int32) {}
	for changed := true; changed; {
		changed = false
		for i := n - 1; i >= 0; i-- {
			in := &c.Ins[i]
			next := &Instr{}
			if i+1 < n {
				next = &c.Ins[i+1]
			}
			clear(out)
			to, on := in.Jumps()
			if on {
				or(int32(i + 1))
			}
			copy(row, out)
			if in.Op == ForIter { // writes only when it goes on behind itself
				in.Operands(next, none, writes)
				copy(out, row)
				or(in.C)
				copy(row, out)
			} else {
				if to {
					or(in.C)
					copy(row, out)
				}
				in.Operands(next, none, writes)
			}
			if !in.Operands(next, reads, none) {
				l.bits = nil
				return l
			}
			for _, k := range handlers[i] {
				h := c.Handlers[k]
				copy(out, row)
				clear(row)
				for w := range row {
					row[w] = l.bits[int(h.Target)*l.words+w]
				}
				writes(h.Reg, 1)
				for w := range row {
					row[w] |= out[w]
				}
			}
			for w := range row {
				row[w] |= always[w]
				if held != nil {
					row[w] |= held[i*l.words+w]
				}
				if l.bits[i*l.words+w] != row[w] {
					l.bits[i*l.words+w] = row[w]
					changed = true
				}
			}
		}
	}
	return l
}
