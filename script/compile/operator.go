package compile

import (
	"asyncio/script/object"
	"asyncio/script/syntax"
)

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
	case object.OpDiv:
		c.emitX(Div, x, dst, a, b)
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
	c.checkCompare(n)
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
			c.checkCompare(n)
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
