package compile

import (
	"asyncio/script/syntax"
)

func (c *unit) comprehension(node syntax.Expr, gens []*syntax.Comprehension, dst int32, op Opcode, add func(acc int32)) {
	first := c.safe(gens[0].Iter)
	c.goneThrough(gens[0].Iter)
	leave := c.inline(node)
	acc := c.alloc(1)
	if g := gens[0]; op == BuildList && len(gens) == 1 && g.Ifs == nil && !g.Async {
		c.emitX(op, 1, acc, first, 0) // as long as the iterable
	} else {
		c.emit(op, acc, acc, 0)
	}
	c.loops(gens, first, node.At(), func() { add(acc) })
	c.emit(Move, dst, acc, 0)
	for _, v := range c.frame.Vars { // they are seen by the comprehension only
		switch {
		case v.Owner != c.scope:
		case v.Cell:
			c.emit(NewCell, v.Slot, 0, 0)
		default:
			c.emitX(DelL, 1, v.Slot, 0, 0)
		}
	}
	leave()
}

// loops nests the for clauses of a comprehension round body.
func (c *unit) loops(gens []*syntax.Comprehension, first int32, whole syntax.Span, body func()) {
	g := gens[0]
	src := first
	if src < 0 {
		src = c.value(g.Iter)
		c.goneThrough(g.Iter)
	}
	c.at = g.Iter.At()
	inner := func(next []int) {
		c.looping++
		defer func() { c.looping-- }()
		for _, cond := range g.Ifs {
			next = append(next, c.condition(cond, false)...)
		}
		top := c.top
		if len(gens) > 1 {
			c.loops(gens[1:], -1, whole, body)
		} else {
			body()
		}
		c.top = top
		_ = next
		c.patch(next...)
	}
	it := c.alloc(1)
	if g.Async {
		c.asyncFor(it, src, whole, g.Target, func() { inner(nil) }, nil)
		return
	}
	if c.genFirst(first) {
		c.emit(Move, it, src, 0)
	} else {
		c.before313(whole)
		c.emit(GetIter, it, src, 0)
	}
	start := c.here()
	c.before313(whole)
	var exit int
	if slot, ok := c.plainLocal(g.Target); ok {
		exit = c.emit(ForIter, slot, it, 0)
	} else {
		v := c.alloc(1)
		exit = c.emit(ForIter, v, it, 0)
		c.assign(g.Target, v)
	}
	inner(nil)
	c.emit(Again, 0, 0, int32(start))
	c.patch(exit)
	c.emit(Drop, it, 0, 0)
}

// genFirst tells that the outermost iterable is a generator expression's
// argument, which is an iterator already.
func (c *unit) genFirst(first int32) bool {
	return first == 0 && len(c.code.Vars) > 0 && c.code.Vars[0] == ".0"
}

func (c *unit) generatorExp(n *syntax.GeneratorExp, dst int32) {
	r := c.alloc(2)
	c.expr(n.Generators[0].Iter, r+1)
	c.goneThrough(n.Generators[0].Iter)
	c.at = n.Generators[0].Iter.At()
	c.before313(n.Span)
	if !n.Generators[0].Async {
		c.emit(GetIter, r+1, r+1, 0)
	} else {
		c.emit(GetAIter, r+1, r+1, 0)
	}
	c.at = n.Span
	args := &syntax.Arguments{Args: []*syntax.Arg{{Name: ".0"}}}
	code := c.function(n, "<genexpr>", args, n.Span, func(u *unit) {
		u.loops(n.Generators, 0, n.Span, func() {
			t := u.alloc(1)
			v, ok := u.plainLocal(n.Elt)
			if ok {
				u.use(v, n.Elt)
			} else {
				u.expr(n.Elt, t) // what is sent takes its place: nothing else holds it
				v = t
			}
			u.emit(Yield, t, v, 0)
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
