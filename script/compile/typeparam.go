package compile

import (
	"strings"

	"asyncio/script/resolve"
	"asyncio/script/syntax"
	"asyncio/script/text"
)

// withTypeParams binds type parameters round what make emits; params is the
// slot of their tuple, 0 when there are none.
func (c *unit) withTypeParams(ps []*syntax.TypeParam, node any, make func(params int32)) {
	if len(ps) == 0 {
		make(0)
		return
	}
	leave := c.inline(resolve.TypeParamsKey{Node: node})
	tuple := c.alloc(1)
	first := c.alloc(len(ps))
	for i, p := range ps {
		at := first + int32(i)
		lazy := c.alloc(2)
		for k, e := range []*syntax.Expr{&p.Bound, &p.Default} {
			if *e == nil {
				c.emit(LoadK, lazy+int32(k), c.constIndex(nil), 0)
			} else {
				c.lazily(e, p.Name, p.Span, lazy+int32(k))
			}
		}
		c.emitX(TypeParam, uint8(p.Kind), at, c.constIndex(p.Name), lazy)
		c.storeName(p.Name, at)
	}
	c.emit(BuildTuple, tuple, first, int32(len(ps)))
	make(tuple)
	leave()
}

// lazily makes a function that works an expression out.
func (c *unit) lazily(e *syntax.Expr, name string, at syntax.Span, dst int32) {
	code := c.function(e, name, &syntax.Arguments{}, at, func(u *unit) {
		v := u.safe(*e)
		u.emit(Return, 0, v, 0)
	})
	c.closure(code, dst, 0, 0)
}

func (c *unit) typeAlias(n *syntax.TypeAlias) {
	r := c.alloc(3)
	c.withTypeParams(n.TypeParams, n, func(params int32) {
		x := uint8(0)
		c.lazily(&n.Value, n.Name.ID, n.Span, r+1)
		if params != 0 {
			x = 1
			c.emit(Move, r+2, params, 0)
		}
		c.emitX(TypeAlias, x, r, c.constIndex(n.Name.ID), r+1)
	})
	c.storeName(n.Name.ID, r)
}

// annotation gives the slot of an annotation, or of its text under "from
// __future__ import annotations".
func (c *unit) annotation(e syntax.Expr) int32 {
	if !c.table.StringAnnotations {
		return c.safe(e)
	}
	return c.constant(unparse(c.code.Source, e))
}

// unparse gives an expression's text with the blanks of its lines joined.
func unparse(src *syntax.Source, e syntax.Expr) string {
	if k, ok := e.(*syntax.Constant); ok {
		if s, isText := k.Value.(string); isText {
			return text.Repr(s)
		}
	}
	return strings.Join(strings.Fields(src.Segment(e.At())), " ")
}

// inOrder gives the parameters as they are written.
func inOrder(a *syntax.Arguments) []*syntax.Arg {
	out := append(append([]*syntax.Arg(nil), a.PosOnly...), a.Args...)
	if a.VarArg != nil {
		out = append(out, a.VarArg)
	}
	out = append(out, a.KwOnly...)
	if a.KwArg != nil {
		out = append(out, a.KwArg)
	}
	return out
}
