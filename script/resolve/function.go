package resolve

import (
	"asyncio/script/syntax"
)

// TypeParamsKey is the key in Table.Scopes of the scope that holds the type
// parameters of a node.
type TypeParamsKey struct{ Node any }

func (b *builder) typeParams(ps []*syntax.TypeParam, node any) {
	b.push(Inline, "<type params>", TypeParamsKey{node})
	seen, defaulted := map[string]bool{}, false
	for _, p := range ps {
		if seen[p.Name] {
			b.fail(p.Span, "duplicate type parameter '%s'", p.Name)
		}
		if defaulted && p.Default == nil {
			b.fail(p.Span, "non-default type parameter '%s' follows default type parameter", p.Name)
		}
		seen[p.Name], defaulted = true, defaulted || p.Default != nil
		b.bind(p.Name, p.Span)
	}
	for _, p := range ps {
		bound := "a TypeVar bound"
		if _, ok := p.Bound.(*syntax.Tuple); ok {
			bound = "a TypeVar constraint"
		}
		b.later(p.Name, &p.Bound, bound)
		b.later(p.Name, &p.Default, "a "+p.Kind.String()+" default")
	}
	b.s.lazy = "the definition of a generic"
}

// later resolves an expression that is worked out when somebody asks.
func (b *builder) later(name string, e *syntax.Expr, where string) {
	if *e == nil {
		return
	}
	b.function(e, name, &syntax.Arguments{}, false, func() {
		b.s.lazy = where
		b.expr(*e)
	})
}

func (b *builder) defaults(a *syntax.Arguments) {
	b.exprs(a.Defaults)
	b.exprs(a.KwDefaults)
}

// AllArgs gives all parameters in the order of their slots.
func AllArgs(a *syntax.Arguments) []*syntax.Arg {
	out := append(append([]*syntax.Arg{}, a.PosOnly...), a.Args...)
	out = append(out, a.KwOnly...)
	if a.VarArg != nil {
		out = append(out, a.VarArg)
	}
	if a.KwArg != nil {
		out = append(out, a.KwArg)
	}
	return out
}

func (b *builder) annotations(a *syntax.Arguments) {
	for _, p := range AllArgs(a) {
		b.expr(p.Annotation)
	}
}

func (b *builder) function(node any, name string, a *syntax.Arguments, async bool, body func()) {
	loop, star, starLoop := b.loop, b.star, b.starLoop
	b.loop, b.star, b.starLoop = 0, false, false
	s := b.push(Function, name, node)
	s.Async = async
	for _, p := range AllArgs(a) {
		b.notDebug(p.Name, p.Span)
		n := mangle(s, p.Name)
		if s.vars[n] != nil {
			b.fail(p.Span, "duplicate argument '%s' in function definition", p.Name)
		}
		s.declare(n, b).Param = true
		s.bound[n] = true
	}
	body()
	s.Generator = s.hasYield
	b.pop()
	b.loop, b.star, b.starLoop = loop, star, starLoop
}
