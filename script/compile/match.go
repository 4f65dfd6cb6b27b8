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
		c.captures = nil
		fails := c.pattern(cs.Pattern, subject)
		for _, v := range c.captures { // only when all of the pattern has matched
			c.storeName(v.name, v.slot)
		}
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

// capture is a name that a pattern binds, and the slot that has its value.
type capture struct {
	name string
	slot int32
}

func (c *unit) capture(name string, slot int32) {
	if name != "" {
		c.captures = append(c.captures, capture{name, slot})
	}
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
		c.capture(n.Name, s)
	case *syntax.MatchStar:
		c.capture(n.Name, s)
	case *syntax.MatchOr:
		var ends []int
		outer, slots := c.captures, map[string]int32{}
		for i, alt := range n.Patterns {
			c.captures = nil
			f := c.pattern(alt, s)
			for _, v := range c.captures { // all alternatives bind the same names
				if i == 0 {
					slots[v.name] = c.alloc(1)
					outer = append(outer, capture{v.name, slots[v.name]})
				}
				c.emit(Move, slots[v.name], v.slot, 0)
			}
			if i == len(n.Patterns)-1 {
				fails = append(fails, f...)
			} else {
				ends = append(ends, c.emit(Jump, 0, 0, 0))
				c.patch(f...)
			}
		}
		c.captures = outer
		c.patch(ends...)
	case *syntax.MatchSequence:
		fails = c.sequencePattern(n, s)
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
			c.capture(n.Rest, rest)
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

// sequencePattern is pattern for sequences.
func (c *unit) sequencePattern(n *syntax.MatchSequence, s int32) []int {
	count, star := len(n.Patterns), -1
	skips := true // items are taken one by one, those that nobody looks at are not
	for i, q := range n.Patterns {
		if _, ok := q.(*syntax.MatchStar); ok {
			star = i
		}
		skips = skips && wildcard(q)
	}
	skips = skips || star >= 0 && wildcard(n.Patterns[star])
	r := c.alloc(1)
	if star < 0 {
		c.emit(MatchSeq, r, s, int32(count))
	} else {
		c.emitX(MatchSeq, 1, r, s, int32(count-1))
	}
	fails := []int{c.emit(JumpF, 0, r, 0)}
	base := c.alloc(count)
	switch {
	case skips:
	case star < 0:
		c.emit(Unpack, base, s, int32(count))
	default:
		c.emitX(UnpackEx, uint8(count-star-1), base, s, int32(star))
	}
	for i, q := range n.Patterns {
		item := base + int32(i)
		switch {
		case !skips:
		case wildcard(q):
			continue
		case i < star:
			c.emit(MatchItem, item, s, int32(i))
		default:
			c.emitX(MatchItem, 1, item, s, int32(count-i))
		}
		fails = append(fails, c.pattern(q, item)...)
	}
	return fails
}

// wildcard tells whether a pattern matches anything and binds nothing.
func wildcard(p syntax.Pattern) bool {
	switch n := p.(type) {
	case *syntax.MatchAs:
		return n.Pattern == nil && n.Name == ""
	case *syntax.MatchStar:
		return n.Name == ""
	}
	return false
}
