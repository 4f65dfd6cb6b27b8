package compile

import (
	"strconv"

	"asyncio/script/object"
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
		if k, ok := n.Operand.(*syntax.Constant); ok && n.Op == syntax.Invert {
			if x, ok := k.Value.(bool); ok { // known beforehand, so nobody is warned
				c.emit(LoadK, dst, c.constIndex(map[bool]int64{false: -1, true: -2}[x]), 0)
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
			u.emit(Return, 0, u.value(n.Body), 0)
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
			c.emit(Append, acc, c.value(n.Elt), 0)
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
			r = c.value(n.Value)
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
		c.at = fromName(n, n.Span)
		c.emit(GetAttr, dst, r, c.site(c.mangle(n.Attr)))
	case *syntax.Subscript:
		c.checkSubscript(n)
		if s, ok := n.Index.(*syntax.Slice); ok && s.Step == nil {
			c.slice(n, s, dst)
			return
		}
		b, k := c.pair(n.Value, n.Index)
		c.emit(GetItem, dst, b, k)
	case *syntax.Slice:
		r := c.bounds(n.Lower, n.Upper, n.Step)
		c.emit(BuildSlice, dst, r, 0)
	case *syntax.Starred:
		c.expr(n.Value, dst)
	}
}

// bounds evaluates the parts of a slice; None stands for what is left out.
func (c *unit) bounds(parts ...syntax.Expr) int32 {
	r := c.alloc(len(parts))
	for i, p := range parts {
		if p == nil {
			c.emit(LoadK, r+int32(i), c.constIndex(nil), 0)
		} else {
			c.expr(p, r+int32(i))
		}
	}
	return r
}

// slice evaluates a subscription by a slice without a step.
func (c *unit) slice(n *syntax.Subscript, s *syntax.Slice, dst int32) {
	b := c.kept(n.Value, s.Lower, s.Upper)
	outer := c.at
	c.at = s.At()
	r := c.bounds(s.Lower, s.Upper)
	c.at = outer
	c.emit(GetSlice, dst, b, r)
}

func (c *unit) constTuple(n *syntax.Tuple) (object.Value, bool) {
	items := make([]object.Value, len(n.Elts))
	for i, e := range n.Elts {
		k, ok := e.(*syntax.Constant)
		if !ok {
			return object.Value{}, false
		}
		items[i] = constValue(k.Value)
	}
	return object.TupleValue(items...), true
}

// constants tells whether CPython folds all of them.
func constants(elts []syntax.Expr) bool {
	for _, e := range elts {
		switch e := e.(type) {
		case *syntax.Constant:
			continue
		case *syntax.UnaryOp:
			if _, ok := e.Operand.(*syntax.Constant); ok {
				continue
			}
		case *syntax.Tuple:
			if constants(e.Elts) {
				continue
			}
		}
		return false
	}
	return true
}

// goneThrough tells that the value of e, compiled last, is only gone through: a
// display of constants is a frozenset then, which nothing takes the items over from.
func (c *unit) goneThrough(e syntax.Expr) {
	if _, ok := e.(*syntax.Set); ok {
		if last := &c.code.Ins[len(c.code.Ins)-1]; last.Op == BuildSet {
			last.X = 0
		}
	}
}

// ConstantItems is x of BuildList and BuildSet for a display of constants, which
// CPython makes from a tuple of them.
const ConstantItems = 2

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
		var literal uint8
		if op != BuildTuple && len(elts) > 2 && constants(elts) {
			literal = ConstantItems
		}
		c.emitX(op, literal, dst, r, int32(len(elts)))
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
