package resolve

import (
	"asyncio/script/syntax"
)

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
		b.notDebug(n.Name, n.Span)
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
		b.notDebug(n.Name, n.Span)
		b.bind(n.Name, n.Span)
		if len(n.TypeParams) > 0 {
			b.typeParams(n.TypeParams, n)
			defer b.pop()
		}
		b.keywords(n.Keywords)
		b.exprs(n.Bases)
		for _, k := range n.Keywords {
			b.expr(k.Value)
		}
		loop, star, starLoop := b.loop, b.star, b.starLoop
		b.loop, b.star, b.starLoop = 0, false, false
		sc := b.push(Class, n.Name, n)
		sc.Private = n.Name
		sc.ClassCell = &Var{Name: "__class__", Owner: sc}
		b.stmts(n.Body)
		sc.Vars = append(sc.Vars, sc.ClassCell)
		b.pop()
		b.loop, b.star, b.starLoop = loop, star, starLoop
	case *syntax.Return:
		if b.s.Frame.Kind != Function {
			b.fail(n.Span, "'return' outside function")
		}
		at := n.Span
		if k, ok := n.Value.(*syntax.Constant); ok && k.Line == n.Line {
			at = k.Span
		}
		b.leaves(at, b.star)
		b.plain(n.Value)
		if n.Value != nil && b.s.Frame.Async && b.s.Frame.hasYield {
			b.fail(n.Span, "'return' with value in async generator")
		}
		b.expr(n.Value)
	case *syntax.Delete:
		b.exprs(n.Targets)
	case *syntax.Assign:
		b.plain(n.Value)
		b.targets(n.Targets)
		b.expr(n.Value)
		b.exprs(n.Targets)
	case *syntax.AugAssign:
		b.plain(n.Value)
		if name, ok := n.Target.(*syntax.Name); ok {
			key := mangle(b.s, name.ID)
			loaded := b.s.loaded[key]
			b.use(name.ID, name.Span)
			b.s.loaded[key] = loaded
		}
		b.expr(n.Target)
		b.expr(n.Value)
	case *syntax.AnnAssign:
		b.plain(n.Value)
		b.s.Frame.Annotated = true
		if name, ok := n.Target.(*syntax.Name); ok {
			b.annotation(name, n)
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
		b.function(&n.Value, n.Name.ID, &syntax.Arguments{}, false, func() {
			b.s.lazy = "a type alias"
			b.expr(n.Value)
		})
	case *syntax.For:
		if n.Async {
			b.needAsync(n.Span, "'async for' outside async function")
		}
		b.plain(n.Iter)
		b.targets([]syntax.Expr{n.Target})
		b.expr(n.Iter)
		b.expr(n.Target)
		b.loopBody(n.Body)
		b.stmts(n.Else)
	case *syntax.While:
		b.expr(n.Test)
		b.loopBody(n.Body)
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
		b.cases(n.Cases)
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
			star, starLoop := b.star, b.starLoop
			if n.Star {
				b.star, b.starLoop = true, true
			}
			b.stmts(h.Body)
			b.star, b.starLoop = star, starLoop
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
					b.fail(a.Span, "import * only allowed at module level")
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
			if top := b.table.Top; top.Kind == Dynamic {
				top.global[name] = true // the globals' own, wherever exec puts the other names
			}
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
		b.plain(n.Value)
		b.expr(n.Value)
	case *syntax.Break:
		b.leaves(n.Span, b.starLoop)
		if b.loop == 0 {
			b.fail(n.Span, "'break' outside loop")
		}
	case *syntax.Continue:
		b.leaves(n.Span, b.starLoop)
		if b.loop == 0 {
			b.fail(n.Span, "'continue' not properly in loop")
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

func (b *builder) loopBody(body []syntax.Stmt) {
	star := b.starLoop
	b.starLoop = false
	b.loop++
	b.stmts(body)
	b.loop--
	b.starLoop = star
}

// leaves refuses a statement that would leave an except* clause.
func (b *builder) leaves(at syntax.Span, star bool) {
	if star {
		b.fail(at, "'break', 'continue' and 'return' cannot appear in an except* block")
	}
}
