package compile

import (
	"slices"

	"asyncio/script/syntax"
)

// noteStatic notes the attribute of self that a method assigns for the class
// around.
func (c *unit) noteStatic(n *syntax.Attribute) {
	if self, ok := n.Value.(*syntax.Name); !ok || self.ID != "self" {
		return
	}
	for u := c; u != nil; u = u.parent {
		if u.code.Flags&ClassBody != 0 {
			if !slices.Contains(u.code.StaticAttributes, n.Attr) {
				u.code.StaticAttributes = append(u.code.StaticAttributes, n.Attr)
			}
			return
		}
	}
}

func (c *unit) classDef(n *syntax.ClassDef) {
	decs := c.decorators(n.Decorators)
	r := c.alloc(5)
	c.withTypeParams(n.TypeParams, n, func(params int32) {
		s := c.table.Scopes[n]
		u := newUnit(c, c.table, s, n.Name, c.code.Source)
		u.at = n.Span
		u.code.FirstLine = firstLine(n.Span, n.Decorators)
		u.qual = c.qualPrefix(n.Name)
		u.code.Qualname = u.qual
		u.code.Flags |= ClassBody
		u.makeCells()
		if doc, ok := docString(n.Body); ok {
			d := u.constant(doc)
			u.emit(StoreN, 0, d, u.site("__doc__"))
		}
		u.setupAnnotations()
		u.body(n.Body)
		if s.ClassCell.Cell {
			u.code.ClassCell = s.ClassCell.Slot
		}
		u.returnNone()
		c.closure(u.finish(), r+1, 0, 0)
		c.argList(n.Bases, r+2)
		c.kwDict(n.Keywords, r+1, r+3)
		x := uint8(0)
		if params != 0 {
			x = 1
			c.emit(Move, r+4, params, 0)
		}
		c.emitX(BuildClass, x, r, r+1, 0)
	})
	c.decorate(n.Decorators, decs, r)
	c.storeName(n.Name, r)
}
