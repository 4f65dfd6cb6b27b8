package compile

import (
	"asyncio/script/object"
	"asyncio/script/syntax"
)

func (c *unit) match(n *syntax.Match) {
	subject := c.safe(n.Subject)
	var ends []int
	for _, cs := range n.Cases {
		top := c.top
		c.at = cs.Pattern.At()
		fails := c.pattern(cs.Pattern, subject)
		if cs.Guard != nil {
			fails = append(fails, c.condition(cs.Guard, false)...)
		}
		c.body(cs.Body)
		ends = append(ends, c.emit(Jump, 0, 0, 0))
		c.patch(fails...)
		c.top = top
	}
	c.patch(ends...)
}

// pattern emits the test of slot s; the jumps it gives are taken on a mismatch.
func (c *unit) pattern(p syntax.Pattern, s int32) []int {
	c.at = p.At()
	var fails []int
	unless := func(r int32) { fails = append(fails, c.emit(JumpF, 0, r, 0)) }
	switch n := p.(type) {
	case *syntax.MatchValue:
		r := c.alloc(1)
		v := c.safe(n.Value)
		c.emitX(Compare, 0, r, s, v)
		unless(r)
	case *syntax.MatchSingleton:
		r := c.alloc(1)
		v := c.constant(n.Value)
		c.emit(Is, r, s, v)
		unless(r)
	case *syntax.MatchAs:
		if n.Pattern != nil {
			fails = c.pattern(n.Pattern, s)
		}
		if n.Name != "" {
			c.storeName(n.Name, s)
		}
	case *syntax.MatchStar:
		if n.Name != "" {
			c.storeName(n.Name, s)
		}
	case *syntax.MatchOr:
		var ends []int
		for i, alt := range n.Patterns {
			f := c.pattern(alt, s)
			if i == len(n.Patterns)-1 {
				fails = append(fails, f...)
			} else {
				ends = append(ends, c.emit(Jump, 0, 0, 0))
				c.patch(f...)
			}
		}
		c.patch(ends...)
	case *syntax.MatchSequence:
		star := -1
		for i, q := range n.Patterns {
			if _, ok := q.(*syntax.MatchStar); ok {
				star = i
			}
		}
		r := c.alloc(1)
		base := c.alloc(len(n.Patterns))
		if star < 0 {
			c.emit(MatchSeq, r, s, int32(len(n.Patterns)))
			unless(r)
			c.emit(Unpack, base, s, int32(len(n.Patterns)))
		} else {
			c.emitX(MatchSeq, 1, r, s, int32(len(n.Patterns)-1))
			unless(r)
			c.emitX(UnpackEx, uint8(len(n.Patterns)-star-1), base, s, int32(star))
		}
		for i, q := range n.Patterns {
			fails = append(fails, c.pattern(q, base+int32(i))...)
		}
	case *syntax.MatchMapping:
		r := c.alloc(1)
		c.emit(MatchMap, r, s, int32(len(n.Keys)))
		unless(r)
		keys := c.alloc(2)
		c.sequence(n.Keys, keys, BuildTuple)
		c.emit(MatchKeys, r, s, keys)
		unless(r)
		base := c.alloc(len(n.Keys))
		c.emit(Unpack, base, keys+1, int32(len(n.Keys)))
		for i, q := range n.Patterns {
			fails = append(fails, c.pattern(q, base+int32(i))...)
		}
		if n.Rest != "" {
			rest := c.alloc(1)
			c.emit(MatchRest, rest, s, keys)
			c.storeName(n.Rest, rest)
		}
	case *syntax.MatchClass:
		r := c.alloc(1)
		cls := c.alloc(2)
		c.expr(n.Class, cls)
		names := make([]object.Value, len(n.KwdAttrs))
		for i, a := range n.KwdAttrs {
			names[i] = constValue(a)
		}
		c.emit(MatchClass, r, s, cls)
		c.emit(Ext, c.addConst(object.TupleValue(names...)), int32(len(n.Patterns)), 0)
		unless(r)
		count := len(n.Patterns) + len(n.KwdPatterns)
		base := c.alloc(count)
		c.emit(Unpack, base, cls+1, int32(count))
		for i, q := range append(append([]syntax.Pattern{}, n.Patterns...), n.KwdPatterns...) {
			fails = append(fails, c.pattern(q, base+int32(i))...)
		}
	}
	return fails
}
