package asyncio

import "asyncio/script/object"

// Traverse implements object.Traverser.
func (p *pyFuture) Traverse(visit func(object.Value)) { visit(p.coro) }

// References implements object.Referrer.
func (p *pyFuture) References(visit func(any)) { visit(p.f) }

// Traverse implements object.Traverser.
func (it *futureIter) Traverse(visit func(object.Value)) { visit(object.Obj(it.p)) }

// Traverse implements object.Traverser.
func (c *pyCoro) Traverse(visit func(object.Value)) { visit(object.Obj(c.g)) }

// Traverse implements object.Traverser.
func (c *pyCall) Traverse(visit func(object.Value)) {
	visit(c.fn)
	for _, v := range c.args {
		visit(v)
	}
}

// Traverse implements object.Traverser.
func (d pyDone) Traverse(visit func(object.Value)) { visit(d.fn) }

// References implements object.Referrer.
func (p *pyLoop) References(visit func(any)) { visit(p.l) }
