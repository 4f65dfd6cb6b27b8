package compile

import (
	"asyncio/script/syntax"
)

func (c *unit) joined(n *syntax.JoinedStr, dst int32) {
	r := c.alloc(len(n.Values))
	for i, v := range n.Values {
		if f, ok := v.(*syntax.FormattedValue); ok {
			top := c.top
			c.formatted(f, r+int32(i))
			c.top = top
		} else {
			c.expr(v, r+int32(i))
		}
	}
	c.emit(BuildStr, dst, r, int32(len(n.Values)))
}

func (c *unit) formatted(n *syntax.FormattedValue, dst int32) {
	outer := c.at
	c.at = n.Span
	v := c.value(n.Value)
	spec := int32(-1)
	if n.Format != nil {
		spec = c.alloc(1)
		c.expr(n.Format, spec)
	}
	x := uint8(0)
	if n.Conversion != syntax.NoConversion {
		x = uint8(n.Conversion)
	}
	c.emitX(Format, x, dst, v, spec)
	c.at = outer
}
