package compile

import (
	"slices"

	"asyncio/script/syntax"
)

// block is what a jump out of nested statements has to leave in order.
type block struct {
	loop    bool
	iter    int32 // the loop's iterator, or 0
	breaks  []int
	start   int
	region  *region
	cleanup func()
}

// region is a stretch of code whose exceptions go to one handler. Code that
// leaves the statement early is cut out of it.
type region struct {
	ranges [][2]int
	open   int
}

func (c *unit) push(b *block) *block {
	if b.region != nil {
		b.region.open = c.here()
	}
	c.blocks = append(c.blocks, b)
	return b
}

func (c *unit) pop() *block {
	b := c.blocks[len(c.blocks)-1]
	c.blocks = c.blocks[:len(c.blocks)-1]
	if b.region != nil {
		b.region.close(c.here())
	}
	return b
}

func (r *region) close(at int) {
	if r.open >= 0 && r.open < at {
		r.ranges = append(r.ranges, [2]int{r.open, at})
	}
	r.open = -1
}

// handle sends the region's exceptions to the next instruction.
func (c *unit) handle(r *region, reg int32) {
	for _, x := range r.ranges {
		c.code.Handlers = append(c.code.Handlers, Handler{int32(x[0]), int32(x[1]), int32(c.here()), reg})
	}
}

// unwind leaves the blocks above depth, innermost first, then runs last with
// the code still outside of them, and goes back to where it was.
func (c *unit) unwind(depth int, last func()) {
	saved := c.blocks
	for i := len(saved) - 1; i >= depth; i-- {
		b := saved[i]
		if b.region != nil {
			b.region.close(c.here())
		}
		if b.iter != 0 && cleans(saved[:i]) {
			c.emit(Drop, b.iter, 0, 0) // before what is cleaned up outside
		}
		c.blocks = saved[:i:i] // what the cleanup pushes must not take their place
		if b.cleanup != nil {
			b.cleanup()
		}
	}
	last()
	c.blocks = saved
	for _, b := range saved[depth:] {
		if b.region != nil {
			b.region.open = c.here()
		}
	}
}

// cleans reports whether leaving any of the blocks runs code.
func cleans(blocks []*block) bool {
	return slices.ContainsFunc(blocks, func(b *block) bool { return b.cleanup != nil })
}

func (c *unit) returnStmt(n *syntax.Return) {
	if len(c.blocks) == 0 {
		if n.Value == nil {
			c.returnNone()
			return
		}
		c.emit(Return, 0, c.value(n.Value), 0)
		return
	}
	var r int32
	if n.Value == nil {
		r = c.constant(nil)
	} else {
		r = c.safe(n.Value)
	}
	c.unwind(0, func() { c.emit(Return, 0, r, 0) })
}

func (c *unit) leaveLoop(s syntax.Stmt) {
	i := len(c.blocks) - 1
	for i >= 0 && !c.blocks[i].loop {
		i--
	}
	loop := c.blocks[i]
	c.unwind(i+1, func() {
		if _, ok := s.(*syntax.Break); ok {
			if loop.iter != 0 {
				c.emit(Drop, loop.iter, 0, 0)
			}
			loop.breaks = append(loop.breaks, c.emit(Jump, 0, 0, 0))
		} else {
			back := Jump
			if loop.iter != 0 {
				back = Again
			}
			c.emit(back, 0, 0, int32(loop.start))
		}
	})
}

func (c *unit) while(n *syntax.While) {
	start := c.here()
	b := c.push(&block{loop: true, start: start})
	c.looping++
	var no []int
	if k, ok := n.Test.(*syntax.Constant); !ok || k.Value != true {
		no = c.condition(n.Test, false)
	}
	c.body(n.Body)
	c.looping--
	c.emit(Jump, 0, 0, int32(start))
	c.pop()
	c.patch(no...)
	c.body(n.Else)
	c.patch(b.breaks...)
}

func (c *unit) forStmt(n *syntax.For) {
	src := c.value(n.Iter)
	c.goneThrough(n.Iter)
	c.at = n.Iter.At()
	it := c.alloc(1)
	if n.Async {
		c.asyncFor(it, src, n.Span, n.Target, func() { c.body(n.Body) }, n.Else)
		return
	}
	c.before313(n.Span)
	c.emit(GetIter, it, src, 0)
	start := c.here()
	c.before313(n.Span)
	b := c.push(&block{loop: true, start: start, iter: it})
	var exit int
	if slot, ok := c.plainLocal(n.Target); ok {
		exit = c.emit(ForIter, slot, it, 0)
	} else {
		v := c.alloc(1)
		exit = c.emit(ForIter, v, it, 0)
		c.assign(n.Target, v)
	}
	c.looping++
	c.body(n.Body)
	c.looping--
	c.emit(Again, 0, 0, int32(start))
	c.pop()
	c.patch(exit)
	c.code.Loops = append(c.code.Loops, LoopRange{it, int32(start), int32(c.here() + 1)})
	c.emit(Drop, it, 0, 0)
	c.body(n.Else)
	c.patch(b.breaks...)
}

// asyncFor loops over an async iterator made of slot src. What fails in it is
// said to be whole, the statement or the comprehension.
func (c *unit) asyncFor(it, src int32, whole syntax.Span, target syntax.Expr, body func(), els []syntax.Stmt) {
	c.emit(GetAIter, it, src, 0)
	t := c.alloc(3)
	exc := c.alloc(1)
	start := c.here()
	b := c.push(&block{loop: true, start: start, iter: it})
	r := &region{open: c.here()}
	c.at = whole
	c.emit(GetANext, t, it, 0)
	c.await(t, t+2)
	r.close(c.here())
	c.assign(target, t+2)
	body()
	c.emit(Jump, 0, 0, int32(start))
	c.pop()
	c.handle(r, exc)
	end := c.emit(EndAsyncFor, exc, 0, 0)
	c.patch(end)
	c.code.Loops = append(c.code.Loops, LoopRange{it, int32(start), int32(c.here() + 1)})
	c.emit(Drop, it, 0, 0)
	c.body(els)
	c.patch(b.breaks...)
}

// popExc is the cleanup of a handler: the exception before becomes the one
// being handled again.
func (c *unit) popExc(e int32) func() { return func() { c.emit(PopExc, e, 0, 0) } }

// caught emits what happens when a handler's own code raises.
func (c *unit) caught(r *region, e int32) {
	c.handle(r, e+2)
	c.emit(PopExc, e, 0, 0)
	c.emit(Reraise, e+2, 0, 0)
}

func (c *unit) tryExcept(n *syntax.Try) {
	e := c.alloc(3)
	body := c.push(&block{region: &region{}})
	c.body(n.Body)
	c.pop()
	c.body(n.Else)
	ends := []int{c.emit(Jump, 0, 0, 0)}
	c.handle(body.region, e)
	c.emit(PushExc, e, 0, 0)
	inner := c.push(&block{region: &region{}, cleanup: c.popExc(e)})
	for _, h := range n.Handlers {
		c.at = h.Span
		next := -1
		if h.Type != nil {
			c.at = h.Type.At()
			t := c.safe(h.Type)
			c.at = h.Span // what is no class of exceptions is the whole clause's fault
			c.emit(ExcMatch, t, e, t)
			next = c.emit(JumpF, 0, t, 0)
		}
		c.handlerBody(h, e)
		inner.region.close(c.here())
		c.emit(PopExc, e, 0, 0)
		ends = append(ends, c.emit(Jump, 0, 0, 0))
		inner.region.open = c.here()
		if next >= 0 {
			c.patch(next)
		}
	}
	c.pop()
	c.emit(PopExc, e, 0, 0)
	c.emit(Reraise, e, 0, 0)
	c.caught(inner.region, e)
	c.patch(ends...)
}

// handlerBody runs an except clause; the name it binds is gone afterwards.
func (c *unit) handlerBody(h *syntax.ExceptHandler, e int32) {
	if h.Name == "" {
		c.body(h.Body)
		return
	}
	c.storeName(h.Name, e)
	forget := func() {
		none := c.constant(nil)
		c.storeName(h.Name, none)
		c.deleteName(h.Name)
	}
	x := c.alloc(1)
	b := c.push(&block{region: &region{}, cleanup: forget})
	c.body(h.Body)
	c.pop()
	forget()
	end := c.emit(Jump, 0, 0, 0)
	c.handle(b.region, x)
	forget()
	c.emit(Reraise, x, 0, 0)
	c.patch(end)
}

func (c *unit) tryFinally(n *syntax.Try) {
	e := c.alloc(3)
	final := func() {
		at := c.at
		c.body(n.Finally)
		c.at = at
	}
	b := c.push(&block{region: &region{}, cleanup: final})
	if len(n.Handlers) > 0 {
		inner := *n
		inner.Finally = nil
		top := c.top
		c.stmt(&inner)
		c.top = top
	} else {
		c.body(n.Body)
		c.body(n.Else)
	}
	c.pop()
	final()
	end := c.emit(Jump, 0, 0, 0)
	c.handle(b.region, e)
	c.emit(PushExc, e, 0, 0)
	inner := c.push(&block{region: &region{}, cleanup: c.popExc(e)})
	final()
	c.pop()
	c.emit(PopExc, e, 0, 0)
	c.emit(Reraise, e, 0, 0)
	c.caught(inner.region, e)
	c.patch(end)
}

func (c *unit) tryStar(n *syntax.Try) {
	e := c.alloc(8) // exc, prev, own | match, rest, raised list | flag, caught
	match, rest, raised, flag, own := e+3, e+4, e+5, e+6, e+7
	body := c.push(&block{region: &region{}})
	c.body(n.Body)
	c.pop()
	c.body(n.Else)
	end := c.emit(Jump, 0, 0, 0)
	c.handle(body.region, e)
	c.emit(PushExc, e, 0, 0)
	inner := c.push(&block{region: &region{}, cleanup: c.popExc(e)})
	c.emit(Move, rest, e, 0)
	c.emit(BuildList, raised, e, 0)
	for _, h := range n.Handlers {
		c.at = h.Span
		skip := c.emitX(JumpNone, 0, 0, rest, 0)
		t := c.safe(h.Type)
		c.at = h.Span
		c.emit(GroupMatch, match, rest, t)
		next := c.emitX(JumpNone, 0, 0, match, 0)
		c.emit(SetExc, match, 0, 0)
		r := c.push(&block{region: &region{}})
		c.handlerBody(h, match)
		c.pop()
		over := c.emit(Jump, 0, 0, 0)
		c.handle(r.region, own)
		c.emit(Append, raised, own, 0)
		c.patch(over, skip, next)
		c.emit(SetExc, e, 0, 0)
	}
	c.emit(GroupEnd, flag, e, rest)
	done := c.emitX(JumpNone, 0, 0, flag, 0)
	c.pop()
	c.emit(PopExc, e, 0, 0)
	c.emit(Reraise, flag, 0, 0)
	c.patch(done)
	c.emit(PopExc, e, 0, 0)
	end2 := c.emit(Jump, 0, 0, 0)
	c.caught(inner.region, e)
	c.patch(end, end2)
}

func (c *unit) with(n *syntax.With, items []*syntax.WithItem) {
	item := items[0]
	c.at = item.ContextExpr.At()
	x := uint8(0)
	if n.Async {
		x = 1
	}
	mgr := c.safe(item.ContextExpr)
	w := c.alloc(8) // exit, entered | exc, prev, own | result | await pair
	t := w + 6
	c.emitX(WithEnter, x, w, mgr, 0)
	if n.Async {
		c.emitX(GetAwait, 1, t, w+1, 0)
		c.await(t, w+1)
	}
	exit := func(exc int32) {
		c.emitX(WithExit, x, w+5, w, exc)
		if n.Async {
			c.emitX(GetAwait, 2, t, w+5, 0)
			c.await(t, w+5)
		}
	}
	at := c.at
	b := c.push(&block{region: &region{}, cleanup: func() {
		outer := c.at
		c.at = at
		exit(-1)
		c.emit(Drop, w, 0, 0)
		c.at = outer
	}})
	if item.OptionalVars != nil {
		c.assign(item.OptionalVars, w+1)
	} else {
		c.emit(Drop, w+1, 0, 0)
	}
	if len(items) > 1 {
		c.with(n, items[1:])
	} else {
		c.body(n.Body)
	}
	c.pop()
	c.at = at
	exit(-1)
	c.emit(Drop, w, 0, 0)
	end := c.emit(Jump, 0, 0, 0)
	c.handle(b.region, w+2)
	c.emit(PushExc, w+2, 0, 0)
	inner := c.push(&block{region: &region{}})
	exit(w + 2)
	yes := c.emit(JumpT, 0, w+5, 0)
	c.pop()
	c.emit(PopExc, w+2, 0, 0)
	c.emit(Reraise, w+2, 0, 0)
	c.patch(yes)
	c.emit(PopExc, w+2, 0, 0)
	end2 := c.emit(Jump, 0, 0, 0)
	c.caught(inner.region, w+2)
	c.patch(end, end2)
}
