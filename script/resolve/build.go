package resolve

import (
	"fmt"

	"asyncio/script/syntax"
)

// Error is a mistake the grammar does not know.
type Error struct {
	At   syntax.Span
	Text string
}

// Error implements error.
func (e *Error) Error() string { return e.Text }

type builder struct {
	table *Table
	s     *Scope
	loop  int
	err   *Error
	// await at top level is allowed in the prompt
	topAwait bool
}

// Options say how a program is resolved.
type Options struct {
	// Dynamic resolves for exec and eval.
	Dynamic bool
	// TopLevelAwait allows await outside functions, as the asyncio prompt does.
	TopLevelAwait bool
}

// Program resolves all names of a module.
func Program(m *syntax.Module, o Options) (*Table, error) {
	kind := Module
	if o.Dynamic {
		kind = Dynamic
	}
	b := &builder{table: &Table{Scopes: map[any]*Scope{}}, topAwait: o.TopLevelAwait}
	b.push(kind, "<module>", m)
	b.table.Top = b.s
	b.stmts(m.Body)
	if b.err != nil {
		return nil, b.err
	}
	b.table.Top.finish()
	b.check(b.table.Top)
	if b.err != nil {
		return nil, b.err
	}
	return b.table, nil
}

func (b *builder) check(s *Scope) {
	for name := range s.nonlocal {
		if lookup(s.Parent, name) == nil {
			b.fail(s.used[name], "no binding for nonlocal '%s' found", name)
		}
	}
	for _, c := range s.children {
		b.check(c)
	}
}

func (b *builder) fail(at syntax.Span, format string, args ...any) {
	if b.err == nil || at.Line < b.err.At.Line {
		b.err = &Error{at, fmt.Sprintf(format, args...)}
	}
}

func (b *builder) push(kind Kind, name string, node any) *Scope {
	s := &Scope{Kind: kind, Name: name, Parent: b.s, vars: map[string]*Var{}, global: map[string]bool{},
		nonlocal: map[string]bool{}, used: map[string]syntax.Span{}, bound: map[string]bool{}, freeIdx: map[*Var]int{}}
	s.Frame = s
	if kind == Inline {
		s.Frame = b.s.Frame
	}
	if b.s != nil {
		s.Private = b.s.Private
		b.s.children = append(b.s.children, s)
	}
	b.table.Scopes[node] = s
	b.s = s
	return s
}

func (b *builder) pop() { b.s = b.s.Parent }

func mangle(s *Scope, name string) string { return Mangle(s.Private, name) }

// Mangle applies the rule of private names: __x in class C is _C__x.
func Mangle(class, name string) string {
	if class == "" || len(name) < 3 || name[:2] != "__" || name[len(name)-2:] == "__" {
		return name
	}
	for i := 0; i < len(name); i++ {
		if name[i] == '.' {
			return name
		}
	}
	for len(class) > 0 && class[0] == '_' {
		class = class[1:]
	}
	if class == "" {
		return name
	}
	return "_" + class + name
}

func (b *builder) use(name string, at syntax.Span) {
	name = mangle(b.s, name)
	if _, ok := b.s.used[name]; !ok {
		b.s.used[name] = at
	}
	if name == "super" && b.s.Frame.Kind == Function {
		b.s.used["__class__"] = at
	}
}

func (b *builder) bind(name string, at syntax.Span) {
	name = mangle(b.s, name)
	b.bindIn(b.s, name)
}

func (b *builder) bindIn(s *Scope, name string) {
	s.bound[name] = true
	if s.global[name] || s.nonlocal[name] {
		return
	}
	if s.Kind == Function || s.Kind == Inline {
		s.declare(name, b)
	}
}

func (b *builder) stmts(list []syntax.Stmt) {
	for _, s := range list {
		b.stmt(s)
	}
}

func (b *builder) stmt(s syntax.Stmt) {
	switch n := s.(type) {
	case *syntax.FunctionDef:
		for _, d := range n.Decorators {
			b.expr(d)
		}
		b.defaults(n.Args)
		b.bind(n.Name, n.Span)
		if len(n.TypeParams) > 0 {
			b.typeParams(n.TypeParams, n)
			defer b.pop()
		}
		b.annotations(n.Args)
		b.expr(n.Returns)
		b.function(n, n.Name, n.Args, n.Async, func() { b.stmts(n.Body) })
	case *syntax.ClassDef:
		for _, d := range n.Decorators {
			b.expr(d)
		}
		b.bind(n.Name, n.Span)
		if len(n.TypeParams) > 0 {
			b.typeParams(n.TypeParams, n)
			defer b.pop()
		}
		b.exprs(n.Bases)
		for _, k := range n.Keywords {
			b.expr(k.Value)
		}
		loop := b.loop
		b.loop = 0
		sc := b.push(Class, n.Name, n)
		sc.Private = n.Name
		sc.ClassCell = &Var{Name: "__class__", Owner: sc}
		b.stmts(n.Body)
		sc.Vars = append(sc.Vars, sc.ClassCell)
		b.pop()
		b.loop = loop
	case *syntax.Return:
		if b.s.Frame.Kind != Function {
			b.fail(n.Span, "'return' outside function")
		}
		if n.Value != nil && b.s.Frame.Async && b.s.Frame.hasYield {
			b.fail(n.Span, "'return' with value in async generator")
		}
		b.expr(n.Value)
	case *syntax.Delete:
		b.exprs(n.Targets)
	case *syntax.Assign:
		b.expr(n.Value)
		b.exprs(n.Targets)
	case *syntax.AugAssign:
		if name, ok := n.Target.(*syntax.Name); ok {
			b.use(name.ID, name.Span)
		}
		b.expr(n.Target)
		b.expr(n.Value)
	case *syntax.AnnAssign:
		if name, ok := n.Target.(*syntax.Name); ok {
			b.bind(name.ID, name.Span)
			if b.s.Frame.Kind != Function {
				b.expr(n.Annotation)
			}
		} else {
			b.expr(n.Target)
			b.expr(n.Annotation)
		}
		b.expr(n.Value)
	case *syntax.TypeAlias:
		b.bind(n.Name.ID, n.Name.Span)
		if len(n.TypeParams) > 0 {
			b.typeParams(n.TypeParams, n)
			defer b.pop()
		}
		b.function(&n.Value, n.Name.ID, &syntax.Arguments{}, false, func() { b.expr(n.Value) })
	case *syntax.For:
		if n.Async {
			b.needAsync(n.Span, "'async for' outside async function")
		}
		b.expr(n.Iter)
		b.expr(n.Target)
		b.loop++
		b.stmts(n.Body)
		b.loop--
		b.stmts(n.Else)
	case *syntax.While:
		b.expr(n.Test)
		b.loop++
		b.stmts(n.Body)
		b.loop--
		b.stmts(n.Else)
	case *syntax.If:
		b.expr(n.Test)
		b.stmts(n.Body)
		b.stmts(n.Else)
	case *syntax.With:
		if n.Async {
			b.needAsync(n.Span, "'async with' outside async function")
		}
		for _, i := range n.Items {
			b.expr(i.ContextExpr)
			b.expr(i.OptionalVars)
		}
		b.stmts(n.Body)
	case *syntax.Match:
		b.expr(n.Subject)
		for _, c := range n.Cases {
			b.pattern(c.Pattern)
			b.expr(c.Guard)
			b.stmts(c.Body)
		}
	case *syntax.Raise:
		b.expr(n.Exc)
		b.expr(n.Cause)
	case *syntax.Try:
		b.stmts(n.Body)
		for i, h := range n.Handlers {
			if h.Type == nil && i < len(n.Handlers)-1 {
				b.fail(h.Span, "default 'except:' must be last")
			}
			b.expr(h.Type)
			if h.Name != "" {
				b.bind(h.Name, h.Span)
			}
			loop := b.loop
			if n.Star {
				b.loop = 0
			}
			b.stmts(h.Body)
			b.loop = loop
		}
		b.stmts(n.Else)
		b.stmts(n.Finally)
	case *syntax.Assert:
		b.expr(n.Test)
		b.expr(n.Msg)
	case *syntax.Import:
		for _, a := range n.Names {
			b.bind(importedName(a), a.Span)
		}
	case *syntax.ImportFrom:
		for _, a := range n.Names {
			if a.Name == "*" {
				if b.s.Kind != Module && b.s.Kind != Dynamic {
					b.fail(n.Span, "import * only allowed at module level")
				}
				continue
			}
			name := a.AsName
			if name == "" {
				name = a.Name
			}
			b.bind(name, a.Span)
		}
	case *syntax.Global:
		for _, name := range n.Names {
			name = mangle(b.s, name)
			b.declared(name, n.Span, "global")
			b.s.global[name] = true
		}
	case *syntax.Nonlocal:
		for _, name := range n.Names {
			name = mangle(b.s, name)
			if b.s.Kind == Module || b.s.Kind == Dynamic {
				b.fail(n.Span, "nonlocal declaration not allowed at module level")
				continue
			}
			b.declared(name, n.Span, "nonlocal")
			b.s.nonlocal[name] = true
			b.s.used[name] = n.Span
		}
	case *syntax.ExprStmt:
		b.expr(n.Value)
	case *syntax.Break:
		if b.loop == 0 {
			b.fail(n.Span, "'break' outside loop")
		}
	case *syntax.Continue:
		if b.loop == 0 {
			b.fail(n.Span, "'continue' not properly in loop")
		}
	}
}

// declared checks a global or nonlocal statement against what came before it.
func (b *builder) declared(name string, at syntax.Span, what string) {
	v := b.s.vars[name]
	switch {
	case v != nil && v.Param:
		b.fail(at, "name '%s' is parameter and %s", name, what)
	case b.s.bound[name] && !b.s.global[name] && !b.s.nonlocal[name]:
		b.fail(at, "name '%s' is assigned to before %s declaration", name, what)
	case b.s.global[name] && what == "nonlocal", b.s.nonlocal[name] && what == "global":
		b.fail(at, "name '%s' is nonlocal and global", name)
	default:
		if _, used := b.s.used[name]; used && !b.s.global[name] && !b.s.nonlocal[name] {
			b.fail(at, "name '%s' is used prior to %s declaration", name, what)
		}
	}
}

func importedName(a *syntax.Alias) string {
	if a.AsName != "" {
		return a.AsName
	}
	for i := 0; i < len(a.Name); i++ {
		if a.Name[i] == '.' {
			return a.Name[:i]
		}
	}
	return a.Name
}

// TypeParamsKey is the key in Table.Scopes of the scope that holds the type
// parameters of a node.
type TypeParamsKey struct{ Node any }

func (b *builder) typeParams(ps []*syntax.TypeParam, node any) {
	b.push(Inline, "<type params>", TypeParamsKey{node})
	for _, p := range ps {
		b.bind(p.Name, p.Span)
	}
	for _, p := range ps {
		b.expr(p.Bound)
		b.expr(p.Default)
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
	loop := b.loop
	b.loop = 0
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
	b.loop = loop
}

func (b *builder) needAsync(at syntax.Span, text string) {
	f := b.s.Frame
	if f.Kind == Function && f.Async || f.Kind != Function && f.Kind != Class && b.topAwait {
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
		b.expr(n.Value)
		s := b.s
		for s.Kind == Inline || s.isGenExp {
			if s.bound[n.Target.ID] {
				b.fail(n.Span, "assignment expression cannot rebind comprehension iteration variable '%s'", n.Target.ID)
			}
			s = s.Parent
		}
		if s.Kind == Class && s != b.s {
			b.fail(n.Span, "assignment expression within a comprehension cannot be used in a class body")
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
		b.expr(n.Generators[0].Iter)
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
				b.expr(g.Iter)
			}
			b.expr(g.Target)
			b.exprs(g.Ifs)
		}
		b.expr(n.Elt)
		b.pop()
		b.loop = loop
	case *syntax.Await:
		f := b.s.Frame
		switch {
		case f.Kind == Function && (f.Async || f.isGenExp):
			f.Async = true
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
		b.expr(n.Func)
		b.exprs(n.Args)
		for _, k := range n.Keywords {
			b.expr(k.Value)
		}
	case *syntax.JoinedStr:
		b.exprs(n.Values)
	case *syntax.FormattedValue:
		b.expr(n.Value)
		if n.Format != nil {
			b.expr(n.Format)
		}
	case *syntax.Attribute:
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
	b.expr(gens[0].Iter)
	b.push(Inline, "<comprehension>", node)
	for i, g := range gens {
		if g.Async {
			b.needAsync(elts[0].At(), "asynchronous comprehension outside of an asynchronous function")
		}
		if i > 0 {
			b.expr(g.Iter)
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
