package compile

import (
	"strconv"

	"asyncio/script/object"
	"asyncio/script/resolve"
	"asyncio/script/syntax"
)

func floatKey(f float64) string { return strconv.FormatFloat(f, 'x', -1, 64) }

// expr evaluates e into dst.
func (c *unit) expr(e syntax.Expr, dst int32) {
	outer, top := c.at, c.top
	c.at = e.At()
	c.exprAt(e, dst)
	c.at, c.top = outer, top
}

func (c *unit) exprAt(e syntax.Expr, dst int32) {
	switch n := e.(type) {
	case *syntax.Constant:
		if _, ok := n.Value.(complex128); ok {
			c.raiseNow("complex numbers are not supported", dst)
			return
		}
		c.emit(LoadK, dst, c.constIndex(n.Value), 0)
	case *syntax.Name:
		c.loadName(n.ID, dst)
	case *syntax.BoolOp:
		var ends []int
		op := JumpF
		if n.Op == syntax.Or {
			op = JumpT
		}
		for i, v := range n.Values {
			c.expr(v, dst)
			if i < len(n.Values)-1 {
				ends = append(ends, c.emit(op, 0, dst, 0))
			}
		}
		c.patch(ends...)
	case *syntax.NamedExpr:
		c.expr(n.Value, dst)
		c.storeName(n.Target.ID, dst)
	case *syntax.BinOp:
		c.binary(object.Op(n.Op), n.Left, n.Right, dst, 0)
	case *syntax.UnaryOp:
		if k, ok := n.Operand.(*syntax.Constant); ok && n.Op == syntax.USub {
			switch x := k.Value.(type) {
			case int64:
				c.emit(LoadK, dst, c.constIndex(-x), 0)
				return
			case float64:
				c.emit(LoadK, dst, c.constIndex(-x), 0)
				return
			}
		}
		r := c.value(n.Operand)
		if n.Op == syntax.Not {
			c.emit(Not, dst, r, 0)
		} else {
			c.emitX(Unary, [...]byte{'~', 0, '+', '-'}[n.Op], dst, r, 0)
		}
	case *syntax.Lambda:
		c.makeFunction(n, "<lambda>", n.Args, nil, nil, dst, func(u *unit) {
			r := u.value(n.Body)
			u.returnValue(n.Body, r)
		})
	case *syntax.IfExp:
		no := c.condition(n.Test, false)
		c.expr(n.Body, dst)
		end := c.emit(Jump, 0, 0, 0)
		c.patch(no...)
		c.expr(n.Else, dst)
		c.patch(end)
	case *syntax.Dict:
		c.dict(n, dst)
	case *syntax.Set:
		c.sequence(n.Elts, dst, BuildSet)
	case *syntax.List:
		c.sequence(n.Elts, dst, BuildList)
	case *syntax.Tuple:
		if v, ok := c.constTuple(n); ok {
			c.emit(LoadK, dst, c.addConst(v), 0)
			return
		}
		c.sequence(n.Elts, dst, BuildTuple)
	case *syntax.ListComp:
		c.comprehension(n, n.Generators, dst, BuildList, func(acc int32) {
			c.emit(Append, acc, c.safe(n.Elt), 0)
		})
	case *syntax.SetComp:
		c.comprehension(n, n.Generators, dst, BuildSet, func(acc int32) {
			c.emit(SetAdd, acc, c.safe(n.Elt), 0)
		})
	case *syntax.DictComp:
		c.comprehension(n, n.Generators, dst, BuildDict, func(acc int32) {
			k := c.safe(n.Key)
			c.emit(DictSet, acc, k, c.safe(n.Value))
		})
	case *syntax.GeneratorExp:
		c.generatorExp(n, dst)
	case *syntax.Await:
		r := c.value(n.Value)
		t := c.alloc(2)
		c.emit(GetAwait, t, r, 0)
		c.await(t, dst)
	case *syntax.Yield:
		var r int32
		if n.Value == nil {
			r = c.constant(nil)
		} else {
			r = c.safe(n.Value)
		}
		c.emit(Yield, dst, r, 0)
	case *syntax.YieldFrom:
		r := c.value(n.Value)
		t := c.alloc(2)
		c.emit(GetYieldFrom, t, r, 0)
		c.await(t, dst)
	case *syntax.Compare:
		c.compare(n, dst)
	case *syntax.Call:
		c.call(n, dst)
	case *syntax.JoinedStr:
		c.joined(n, dst)
	case *syntax.FormattedValue:
		c.formatted(n, dst)
	case *syntax.Attribute:
		r := c.value(n.Value)
		c.emit(GetAttr, dst, r, c.site(c.mangle(n.Attr)))
	case *syntax.Subscript:
		b, k := c.pair(n.Value, n.Index)
		c.emit(GetItem, dst, b, k)
	case *syntax.Slice:
		r := c.alloc(3)
		for i, p := range []syntax.Expr{n.Lower, n.Upper, n.Step} {
			if p == nil {
				c.emit(LoadK, r+int32(i), c.constIndex(nil), 0)
			} else {
				c.expr(p, r+int32(i))
			}
		}
		c.emit(BuildSlice, dst, r, 0)
	case *syntax.Starred:
		c.expr(n.Value, dst)
	}
}

func (c *unit) raiseNow(text string, dst int32) {
	r := c.alloc(2)
	c.emit(LoadK, r, c.addConst(object.Obj(object.NotImplementedErrorClass)), 0)
	c.emit(LoadK, r+1, c.constIndex(text), 0)
	c.emit(Call, r, r, 1)
	c.emitX(Raise, 1, r, 0, 0)
}

// returnValue returns slot r, which holds e and may be an unbound local.
func (c *unit) returnValue(e syntax.Expr, r int32) {
	if s, ok := c.plainLocal(e); ok && s == r {
		t := c.alloc(1)
		c.emit(LoadL, t, r, 0)
		r = t
	}
	c.emit(Return, 0, r, 0)
}

func (c *unit) constTuple(n *syntax.Tuple) (object.Value, bool) {
	items := make([]object.Value, len(n.Elts))
	for i, e := range n.Elts {
		k, ok := e.(*syntax.Constant)
		if !ok {
			return object.Value{}, false
		}
		if _, ok := k.Value.(complex128); ok {
			return object.Value{}, false
		}
		items[i] = constValue(k.Value)
	}
	return object.TupleValue(items...), true
}

// binary emits an operation; x is 128 for the in-place form.
func (c *unit) binary(op object.Op, left, right syntax.Expr, dst int32, x uint8) {
	if k, ok := right.(*syntax.Constant); ok {
		if n, ok := k.Value.(int64); ok {
			code := Nop
			switch {
			case op == object.OpAdd:
				code = AddK
			case op == object.OpSub:
				code = SubK
			case op == object.OpMod && n > 0:
				code = ModK
			}
			if code != Nop {
				c.emitX(code, x, dst, c.value(left), c.constIndex(n))
				return
			}
		}
	}
	a, b := c.pair(left, right)
	c.binaryRegs(op, dst, a, b, x)
}

func (c *unit) binaryRegs(op object.Op, dst, a, b int32, x uint8) {
	switch op {
	case object.OpAdd:
		c.emitX(Add, x, dst, a, b)
	case object.OpSub:
		c.emitX(Sub, x, dst, a, b)
	case object.OpMul:
		c.emitX(Mul, x, dst, a, b)
	default:
		c.emitX(Binary, uint8(op)|x, dst, a, b)
	}
}

func (c *unit) compareOne(op syntax.CmpOperator, dst, a, b int32) {
	switch op {
	case syntax.Is, syntax.IsNot:
		c.emitX(Is, uint8(op-syntax.Is), dst, a, b)
	case syntax.In, syntax.NotIn:
		c.emitX(In, uint8(op-syntax.In), dst, a, b)
	default:
		c.emitX(Compare, uint8(op), dst, a, b)
	}
}

func (c *unit) compare(n *syntax.Compare, dst int32) {
	if len(n.Ops) == 1 {
		a, b := c.pair(n.Left, n.Comparators[0])
		c.compareOne(n.Ops[0], dst, a, b)
		return
	}
	left := c.safe(n.Left)
	var ends []int
	for i, op := range n.Ops {
		right := c.safe(n.Comparators[i])
		c.compareOne(op, dst, left, right)
		if i < len(n.Ops)-1 {
			ends = append(ends, c.emit(JumpF, 0, dst, 0))
		}
		left = right
	}
	c.patch(ends...)
}

// condition emits jumps taken when e is not what want says; the jumps are to
// be patched. It evaluates no more of e than needed.
func (c *unit) condition(e syntax.Expr, jumpIf bool) []int {
	outer, top := c.at, c.top
	defer func() { c.at, c.top = outer, top }()
	c.at = e.At()
	switch n := e.(type) {
	case *syntax.UnaryOp:
		if n.Op == syntax.Not {
			return c.condition(n.Operand, !jumpIf)
		}
	case *syntax.BoolOp:
		// jumpIf false on and: any false operand jumps; dually for or.
		if (n.Op == syntax.And) == !jumpIf {
			var out []int
			for _, v := range n.Values {
				out = append(out, c.condition(v, jumpIf)...)
			}
			return out
		}
		var skip []int
		for _, v := range n.Values[:len(n.Values)-1] {
			skip = append(skip, c.condition(v, !jumpIf)...)
		}
		out := c.condition(n.Values[len(n.Values)-1], jumpIf)
		c.patch(skip...)
		return out
	case *syntax.Compare:
		if len(n.Ops) == 1 {
			op := n.Ops[0]
			if (op == syntax.Is || op == syntax.IsNot) && isNone(n.Comparators[0]) {
				r := c.value(n.Left)
				x := uint8(0)
				if (op == syntax.IsNot) == jumpIf {
					x = 1
				}
				return []int{c.emitX(JumpNone, x, 0, r, 0)}
			}
			if op <= syntax.GtE && !jumpIf {
				if k, ok := n.Comparators[0].(*syntax.Constant); ok {
					if v, ok := k.Value.(int64); ok {
						return []int{c.emitX(JumpCmpK, uint8(op), c.value(n.Left), c.constIndex(v), 0)}
					}
				}
				a, b := c.pair(n.Left, n.Comparators[0])
				return []int{c.emitX(JumpCmp, uint8(op), a, b, 0)}
			}
		}
	}
	r := c.value(e)
	if jumpIf {
		return []int{c.emit(JumpT, 0, r, 0)}
	}
	return []int{c.emit(JumpF, 0, r, 0)}
}

func isNone(e syntax.Expr) bool {
	k, ok := e.(*syntax.Constant)
	return ok && k.Value == nil
}

func (c *unit) sequence(elts []syntax.Expr, dst int32, op Opcode) {
	star := -1
	for i, e := range elts {
		if _, ok := e.(*syntax.Starred); ok {
			star = i
			break
		}
	}
	if star < 0 && len(elts) < 1000 {
		r := c.alloc(len(elts))
		for i, e := range elts {
			c.expr(e, r+int32(i))
		}
		c.emit(op, dst, r, int32(len(elts)))
		return
	}
	acc := c.alloc(1)
	first, add, extend := BuildList, Append, Extend
	if op == BuildSet {
		first, add, extend = BuildSet, SetAdd, SetUpdate
	}
	c.emit(first, acc, acc, 0)
	for _, e := range elts {
		top := c.top
		if s, ok := e.(*syntax.Starred); ok {
			c.emit(extend, acc, c.safe(s.Value), 0)
		} else {
			c.emit(add, acc, c.safe(e), 0)
		}
		c.top = top
	}
	if op == BuildTuple {
		c.emit(ListTuple, dst, acc, 0)
	} else {
		c.emit(Move, dst, acc, 0)
	}
}

func (c *unit) dict(n *syntax.Dict, dst int32) {
	plain := len(n.Keys) < 500
	for _, k := range n.Keys {
		plain = plain && k != nil
	}
	if plain {
		r := c.alloc(2 * len(n.Keys))
		for i := range n.Keys {
			c.expr(n.Keys[i], r+int32(2*i))
			c.expr(n.Values[i], r+int32(2*i+1))
		}
		c.emit(BuildDict, dst, r, int32(len(n.Keys)))
		return
	}
	acc := c.alloc(1)
	c.emit(BuildDict, acc, acc, 0)
	for i := range n.Keys {
		top := c.top
		if n.Keys[i] == nil {
			c.emit(DictUpdate, acc, c.safe(n.Values[i]), 0)
		} else {
			k := c.safe(n.Keys[i])
			c.emit(DictSet, acc, k, c.safe(n.Values[i]))
		}
		c.top = top
	}
	c.emit(Move, dst, acc, 0)
}

func (c *unit) comprehension(node any, gens []*syntax.Comprehension, dst int32, op Opcode, add func(acc int32)) {
	first := c.safe(gens[0].Iter)
	leave := c.inline(node)
	acc := c.alloc(1)
	c.emit(op, acc, acc, 0)
	c.loops(gens, first, func() { add(acc) })
	c.emit(Move, dst, acc, 0)
	leave()
}

// loops nests the for clauses of a comprehension round body.
func (c *unit) loops(gens []*syntax.Comprehension, first int32, body func()) {
	g := gens[0]
	src := first
	if src < 0 {
		src = c.value(g.Iter)
	}
	inner := func(next []int) {
		for _, cond := range g.Ifs {
			next = append(next, c.condition(cond, false)...)
		}
		top := c.top
		if len(gens) > 1 {
			c.loops(gens[1:], -1, body)
		} else {
			body()
		}
		c.top = top
		_ = next
		c.patch(next...)
	}
	it := c.alloc(1)
	if g.Async {
		c.asyncFor(it, src, g.Target, func() { inner(nil) }, nil)
		return
	}
	if c.genFirst(first) {
		c.emit(Move, it, src, 0)
	} else {
		c.emit(GetIter, it, src, 0)
	}
	v := c.alloc(1)
	start := c.here()
	exit := c.emit(ForIter, v, it, 0)
	c.assign(g.Target, v)
	inner(nil)
	c.emit(Jump, 0, 0, int32(start))
	c.patch(exit)
}

// genFirst tells that the outermost iterable is a generator expression's
// argument, which is an iterator already.
func (c *unit) genFirst(first int32) bool {
	return first == 0 && len(c.code.Vars) > 0 && c.code.Vars[0] == ".0"
}

func (c *unit) generatorExp(n *syntax.GeneratorExp, dst int32) {
	r := c.alloc(2)
	c.expr(n.Generators[0].Iter, r+1)
	if !n.Generators[0].Async {
		c.emit(GetIter, r+1, r+1, 0)
	} else {
		c.emit(GetAIter, r+1, r+1, 0)
	}
	args := &syntax.Arguments{Args: []*syntax.Arg{{Name: ".0"}}}
	code := c.function(n, "<genexpr>", args, n.Span, func(u *unit) {
		u.loops(n.Generators, 0, func() {
			v := u.safe(n.Elt)
			u.emit(Yield, v, v, 0)
		})
		u.returnNone()
	})
	c.closure(code, r, 0, 0)
	c.emit(Call, dst, r, 1)
}

// closure makes a function of code in dst; x tells which of the slots from
// base on hold defaults, keyword defaults and annotations.
func (c *unit) closure(code *Code, dst int32, x uint8, base int32) {
	c.code.Children = append(c.code.Children, code)
	c.emitX(MakeFunc, x, dst, base, int32(len(c.code.Children)-1))
}

// await drives the iterator in slot t; t+1 is free. The result goes to dst.
func (c *unit) await(t, dst int32) {
	v := t + 1
	c.emit(LoadK, v, c.constIndex(nil), 0)
	start := c.here()
	send := c.emit(Send, v, t, 0)
	y := c.emit(YieldFrom, v, t, 0)
	c.emit(Jump, 0, 0, int32(start))
	c.patch(send, y)
	if dst != v {
		c.emit(Move, dst, v, 0)
	}
}

func (c *unit) call(n *syntax.Call, dst int32) {
	plain := true
	for _, a := range n.Args {
		if _, ok := a.(*syntax.Starred); ok {
			plain = false
		}
	}
	for _, k := range n.Keywords {
		plain = plain && k.Name != ""
	}
	if !plain || len(n.Args)+len(n.Keywords) > 200 {
		c.callEx(n, dst)
		return
	}
	count := len(n.Args) + len(n.Keywords)
	x := uint8(0)
	var base, arg int32
	if f, ok := n.Func.(*syntax.Attribute); ok {
		base = c.alloc(count + 2)
		r := c.value(f.Value)
		c.emit(LoadMethod, base, r, c.site(c.mangle(f.Attr)))
		x, arg = 1, base+2
	} else {
		base = c.alloc(count + 1)
		c.expr(n.Func, base)
		arg = base + 1
		if id, ok := n.Func.(*syntax.Name); ok && id.ID == "super" && count == 0 {
			if c.superArgs(base, dst) {
				return
			}
		}
	}
	for i, a := range n.Args {
		c.expr(a, arg+int32(i))
	}
	if len(n.Keywords) == 0 {
		c.emitX(Call, x, dst, base, int32(count))
		return
	}
	names := make([]string, len(n.Keywords))
	for i, k := range n.Keywords {
		names[i] = k.Name
		c.expr(k.Value, arg+int32(len(n.Args)+i))
	}
	c.emitX(CallKw, x, dst, base, int32(count))
	c.code.KwNames = append(c.code.KwNames, names)
	c.emit(Ext, int32(len(c.code.KwNames)-1), 0, 0)
}

// superArgs fills in the arguments that super() takes from its surroundings.
func (c *unit) superArgs(base, dst int32) bool {
	if c.frame.Kind != resolve.Function || c.code.NArgs == 0 && c.code.Flags&HasVarArg == 0 {
		return false
	}
	ref := c.scope.Resolve("__class__")
	if ref.Kind != resolve.Free {
		return false
	}
	r := c.alloc(3)
	c.emit(Move, r, base, 0)
	c.emit(LoadF, r+1, int32(ref.Index), 0)
	self := c.frame.Vars[0]
	if self.Cell {
		c.emit(LoadC, r+2, self.Slot, 0)
	} else {
		c.emit(LoadL, r+2, self.Slot, 0)
	}
	c.emit(Call, dst, r, 2)
	return true
}

func (c *unit) callEx(n *syntax.Call, dst int32) {
	r := c.alloc(3)
	c.expr(n.Func, r)
	c.argList(n.Args, r+1)
	c.kwDict(n.Keywords, r, r+2)
	c.emit(CallEx, dst, r, 0)
}

func (c *unit) argList(args []syntax.Expr, dst int32) {
	c.emit(BuildList, dst, dst, 0)
	for _, a := range args {
		top := c.top
		if s, ok := a.(*syntax.Starred); ok {
			c.emitX(Extend, 1, dst, c.safe(s.Value), 0)
		} else {
			c.emit(Append, dst, c.safe(a), 0)
		}
		c.top = top
	}
}

func (c *unit) kwDict(kws []*syntax.Keyword, fn, dst int32) {
	c.emit(BuildDict, dst, dst, 0)
	for _, k := range kws {
		top := c.top
		if k.Name == "" {
			c.emit(DictMerge, dst, c.safe(k.Value), fn)
		} else {
			val := c.safe(k.Value)
			key := c.constant(k.Name)
			c.emitX(DictMerge, 1, dst, key, fn)
			c.emit(Ext, val, 0, 0)
		}
		c.top = top
	}
}

func (c *unit) joined(n *syntax.JoinedStr, dst int32) {
	r := c.alloc(len(n.Values))
	for i, v := range n.Values {
		if f, ok := v.(*syntax.FormattedValue); ok {
			top := c.top
			c.formatted(f, r+int32(i))
			c.top = top
		} else {
			c.expr(v, r+int32(i))
		}
	}
	c.emit(BuildStr, dst, r, int32(len(n.Values)))
}

func (c *unit) formatted(n *syntax.FormattedValue, dst int32) {
	outer := c.at
	c.at = n.Span
	v := c.value(n.Value)
	spec := int32(-1)
	if n.Format != nil {
		spec = c.alloc(1)
		c.expr(n.Format, spec)
	}
	x := uint8(0)
	if n.Conversion != syntax.NoConversion {
		x = uint8(n.Conversion)
	}
	c.emitX(Format, x, dst, v, spec)
	c.at = outer
}
