package resolve

import (
	"asyncio/script/syntax"
)

// TypeParamsKey is the key in Table.Scopes of the scope that holds the type
// parameters of a node.
type TypeParamsKey struct{ Node any }

func (b *builder) typeParams(ps []*syntax.TypeParam, node any) {
	b.push(Inline, "<type params>", TypeParamsKey{node})
	for _, p := range ps {
		b.bind(p.Name, p.Span)
	}
	for _, p := range ps {
		for _, e := range []*syntax.Expr{&p.Bound, &p.Default} {
			if *e != nil { // worked out when somebody asks
				b.function(e, p.Name, &syntax.Arguments{}, false, func() { b.expr(*e) })
			}
		}
	}
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
