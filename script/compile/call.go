package compile

import "asyncio/script/syntax"

func (c *unit) call(n *syntax.Call, dst int32) {
	c.checkCall(n.Func)
	plain := true
	for _, a := range n.Args {
		if _, ok := a.(*syntax.Starred); ok {
			plain = false
		}
	}
	for _, k := range n.Keywords {
		plain = plain && k.Name != ""
	}
	if !plain || len(n.Args)+len(n.Keywords) > 200 {
		c.callEx(n, dst)
		return
	}
	count := len(n.Args) + len(n.Keywords)
	x := uint8(0)
	var base, arg int32
	if f, ok := n.Func.(*syntax.Attribute); ok {
		base = c.alloc(count + 2)
		r := c.value(f.Value)
		whole := c.at
		c.at = fromName(f, f.Span)
		c.emit(LoadMethod, base, r, c.site(c.mangle(f.Attr)))
		c.at = fromName(f, whole)
		x, arg = 1, base+2
	} else {
		base = c.alloc(count + 1)
		c.expr(n.Func, base)
		arg = base + 1
	}
	for i, a := range n.Args {
		c.expr(a, arg+int32(i))
	}
	if len(n.Keywords) == 0 {
		c.emitX(Call, x, dst, base, int32(count))
		return
	}
	names := make([]string, len(n.Keywords))
	for i, k := range n.Keywords {
		names[i] = k.Name
		c.expr(k.Value, arg+int32(len(n.Args)+i))
	}
	c.emitX(CallKw, x, dst, base, int32(count))
	c.code.KwNames = append(c.code.KwNames, names)
	c.emit(Ext, int32(len(c.code.KwNames)-1), 0, 0)
}

// fromName lets a piece of code that ends in a method name, or in its call,
// begin at the name, when the name is not on the line that the code begins on:
// a long chain of calls is then told apart by lines.
func fromName(f *syntax.Attribute, at syntax.Span) syntax.Span {
	if f.Line != f.EndLine {
		at.Line, at.Col = f.EndLine, f.EndCol-int32(len(f.Attr))
	}
	return at
}

// What x of Extend and of CallEx tells.
const (
	// StarAlone: r[a] is made of what follows the only * of a call.
	StarAlone = 2
	// NoNames: the call has no named arguments, and r[b+2] is not used.
	NoNames = 1
)

func (c *unit) callEx(n *syntax.Call, dst int32) {
	r := c.alloc(3)
	c.expr(n.Func, r)
	if s, ok := loneStar(n.Args); ok {
		c.emitX(Extend, StarAlone, r+1, c.safe(s), r)
	} else {
		c.argList(n.Args, r+1)
	}
	if len(n.Keywords) == 0 {
		c.emitX(CallEx, NoNames, dst, r, 0)
		return
	}
	c.kwDict(n.Keywords, r, r+2)
	c.emit(CallEx, dst, r, 0)
}

// loneStar gives x of a call with *x as its only positional argument.
func loneStar(args []syntax.Expr) (syntax.Expr, bool) {
	if len(args) != 1 {
		return nil, false
	}
	s, ok := args[0].(*syntax.Starred)
	if !ok {
		return nil, false
	}
	return s.Value, true
}

func (c *unit) argList(args []syntax.Expr, dst int32) {
	c.emit(BuildList, dst, dst, 0)
	for _, a := range args {
		top := c.top
		if s, ok := a.(*syntax.Starred); ok {
			c.emitX(Extend, 1, dst, c.safe(s.Value), 0)
		} else {
			c.emit(Append, dst, c.safe(a), 0)
		}
		c.top = top
	}
}

func (c *unit) kwDict(kws []*syntax.Keyword, fn, dst int32) {
	c.emit(BuildDict, dst, dst, 0)
	for _, k := range kws {
		top := c.top
		if k.Name == "" {
			c.emit(DictMerge, dst, c.safe(k.Value), fn)
		} else {
			val := c.safe(k.Value)
			key := c.constant(k.Name)
			c.emitX(DictMerge, 1, dst, key, fn)
			c.emit(Ext, val, 0, 0)
		}
		c.top = top
	}
}
