package resolve

import (
	"asyncio/script/syntax"
)

func (b *builder) needAsync(at syntax.Span, text string) {
	f := b.s.Frame
	if f.Kind != Function && f.Kind != Class && b.topAwait {
		f.Async = true
	}
	if f.Async && f.Kind != Class {
		return
	}
	if f.isGenExp { // an async generator expression
		f.Async = true
		return
	}
	b.fail(at, "%s", text)
}

func (b *builder) exprs(list []syntax.Expr) {
	for _, e := range list {
		b.expr(e)
	}
}

func (b *builder) expr(e syntax.Expr) {
	switch n := e.(type) {
	case nil:
	case *syntax.BoolOp:
		b.exprs(n.Values)
	case *syntax.NamedExpr:
		if b.iterable > 0 {
			b.fail(n.Span, "assignment expression cannot be used in a comprehension iterable expression")
		}
		b.allowed(n.Span, "named expression")
		b.expr(n.Value)
		s := b.s
		for s.Kind == Inline || s.isGenExp {
			if s.bound[n.Target.ID] {
				b.fail(n.Target.Span, "assignment expression cannot rebind comprehension iteration variable '%s'", n.Target.ID)
			}
			s = s.Parent
		}
		if s.Kind == Class && s != b.s {
			b.fail(n.Target.Span, "assignment expression within a comprehension cannot be used in a class body")
		}
		name := mangle(b.s, n.Target.ID)
		if s != b.s {
			b.s.used[name] = n.Span
			if s.global[name] || s.Kind == Module {
				for c := b.s; c != s; c = c.Parent {
					c.global[name] = true
				}
			}
		}
		b.bindIn(s, name)
	case *syntax.BinOp:
		b.expr(n.Left)
		b.expr(n.Right)
	case *syntax.UnaryOp:
		b.expr(n.Operand)
	case *syntax.Lambda:
		b.defaults(n.Args)
		b.function(n, "<lambda>", n.Args, false, func() { b.expr(n.Body) })
	case *syntax.IfExp:
		b.expr(n.Test)
		b.expr(n.Body)
		b.expr(n.Else)
	case *syntax.Dict:
		b.exprs(n.Keys)
		b.exprs(n.Values)
	case *syntax.Set:
		b.exprs(n.Elts)
	case *syntax.ListComp:
		b.comprehension(n, n.Generators, n.Elt)
	case *syntax.SetComp:
		b.comprehension(n, n.Generators, n.Elt)
	case *syntax.DictComp:
		b.comprehension(n, n.Generators, n.Key, n.Value)
	case *syntax.GeneratorExp:
		b.iterated(n.Generators[0].Iter)
		loop := b.loop
		b.loop = 0
		s := b.push(Function, "<genexpr>", n)
		s.isGenExp, s.Generator = true, true
		s.declare(".0", b).Param = true
		for i, g := range n.Generators {
			if g.Async {
				s.Async = true
			}
			if i > 0 {
				b.iterated(g.Iter)
			}
			b.expr(g.Target)
			b.exprs(g.Ifs)
		}
		b.expr(n.Elt)
		b.pop()
		b.loop = loop
	case *syntax.Await:
		b.allowed(n.Span, "await expression")
		f := b.s.Frame
		switch {
		case f.Kind == Function && (f.Async || f.isGenExp):
			f.Async = true
		case b.s.comprehension != nil && !b.topAwait:
			b.needAsync(b.s.comprehension.At(), "asynchronous comprehension outside of an asynchronous function")
		case f.Kind == Function:
			b.fail(n.Span, "'await' outside async function")
		case !b.topAwait || f.Kind == Class:
			b.fail(n.Span, "'await' outside function")
		default:
			f.Async = true
		}
		b.expr(n.Value)
	case *syntax.Yield:
		b.yield(n.Span, "yield")
		b.expr(n.Value)
	case *syntax.YieldFrom:
		b.yield(n.Span, "yield from")
		if b.s.Frame.Async {
			b.fail(n.Span, "'yield from' inside async function")
		}
		b.expr(n.Value)
	case *syntax.Compare:
		b.expr(n.Left)
		b.exprs(n.Comparators)
	case *syntax.Call:
		b.keywords(n.Keywords)
		b.expr(n.Func)
		b.exprs(n.Args)
		for _, k := range n.Keywords {
			b.expr(k.Value)
		}
	case *syntax.JoinedStr:
		b.exprs(n.Values)
	case *syntax.FormattedValue:
		b.plain(n.Value)
		b.expr(n.Value)
		if n.Format != nil {
			b.expr(n.Format)
		}
	case *syntax.Attribute:
		if n.Ctx == syntax.Store {
			b.notDebug(n.Attr, n.Span)
		}
		b.expr(n.Value)
	case *syntax.Subscript:
		b.expr(n.Value)
		b.expr(n.Index)
	case *syntax.Starred:
		b.expr(n.Value)
	case *syntax.Name:
		if n.Ctx == syntax.Load {
			b.use(n.ID, n.Span)
		} else {
			if n.ID == "__debug__" {
				word := "assign to"
				if n.Ctx == syntax.Del {
					word = "delete"
				}
				b.fail(n.Span, "cannot %s __debug__", word)
			}
			b.bind(n.ID, n.Span)
		}
	case *syntax.List:
		b.exprs(n.Elts)
	case *syntax.Tuple:
		b.exprs(n.Elts)
	case *syntax.Slice:
		b.expr(n.Lower)
		b.expr(n.Upper)
		b.expr(n.Step)
	}
}

func (b *builder) yield(at syntax.Span, what string) {
	b.allowed(at, "yield expression")
	f := b.s.Frame
	switch {
	case f.isGenExp || b.s.Kind == Inline:
		b.fail(at, "'yield' inside %s", map[bool]string{true: "generator expression", false: "list comprehension"}[f.isGenExp])
	case f.Kind != Function:
		b.fail(at, "'%s' outside function", what)
	default:
		f.hasYield = true
	}
}

func (b *builder) comprehension(node any, gens []*syntax.Comprehension, elts ...syntax.Expr) {
	b.iterated(gens[0].Iter)
	b.push(Inline, "<comprehension>", node).comprehension = node.(syntax.Node)
	for i, g := range gens {
		if g.Async {
			b.needAsync(node.(syntax.Node).At(), "asynchronous comprehension outside of an asynchronous function")
		}
		if i > 0 {
			b.iterated(g.Iter)
		}
		b.expr(g.Target)
		b.exprs(g.Ifs)
	}
	b.exprs(elts)
	b.pop()
}

func (b *builder) pattern(p syntax.Pattern) {
	switch n := p.(type) {
	case *syntax.MatchValue:
		b.expr(n.Value)
	case *syntax.MatchSequence:
		for _, q := range n.Patterns {
			b.pattern(q)
		}
	case *syntax.MatchMapping:
		b.exprs(n.Keys)
		for _, q := range n.Patterns {
			b.pattern(q)
		}
		if n.Rest != "" {
			b.bind(n.Rest, n.Span)
		}
	case *syntax.MatchClass:
		b.expr(n.Class)
		for _, q := range n.Patterns {
			b.pattern(q)
		}
		for _, q := range n.KwdPatterns {
			b.pattern(q)
		}
	case *syntax.MatchStar:
		if n.Name != "" {
			b.bind(n.Name, n.Span)
		}
	case *syntax.MatchAs:
		if n.Pattern != nil {
			b.pattern(n.Pattern)
		}
		if n.Name != "" {
			b.bind(n.Name, n.Span)
		}
	case *syntax.MatchOr:
		for _, q := range n.Patterns {
			b.pattern(q)
		}
	}
}

// iterated resolves the iterable of a comprehension, where := may not be.
func (b *builder) iterated(e syntax.Expr) {
	b.iterable++
	b.expr(e)
	b.iterable--
}
