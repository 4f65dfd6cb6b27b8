package asyncio

import (
	"strings"

	"asyncio/observe"
	"asyncio/script/object"
	"asyncio/script/vm"
)

var _ observe.Stacked = (*pyCoro)(nil)

// Stack implements observe.Stacked. It runs no Python code.
func (c *pyCoro) Stack(visit func(observe.Frame)) {
	at := c.v
	for range 1000 { // a circle of awaits cannot be, but must not hang the observer
		switch o := at.Ref.(type) {
		case *vm.Generator:
			f := c.frame(o)
			at = o.Awaiting()
			if op, ok := at.Ref.(*operation); ok {
				f.Awaiting, _ = op.op.(observe.Awaiting)
			}
			visit(f)
		case interface{ Generator() *vm.Generator }:
			at = object.Obj(o.Generator())
		case *operation:
			inner, ok := o.wait.(*pyCoro)
			if !ok {
				return
			}
			at = inner.v
		case *awaiting:
			visit(observe.Frame{Function: o.qualname, Library: true})
			at = o.it
		case *coreCoro:
			visit(observe.Frame{Function: o.plainName(), Library: true})
			return
		default:
			return
		}
	}
}

// frame tells where a frame is, and whose method a library's is.
func (c *pyCoro) frame(g *vm.Generator) observe.Frame {
	f := observe.Frame{Function: g.Qualname, File: g.Code().File, Line: g.Line()}
	if f.Library = strings.HasPrefix(f.File, libraryFolder) || f.File == helpersFile; f.Library {
		if self := g.Local("self"); self.Valid() {
			f.Class, f.ID = object.ClassOf(self).Name, c.b.t().In.ID(self)
		}
	}
	return f
}
