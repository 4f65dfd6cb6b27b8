package syntax

import "strings"

// simpleStmts parses the statements of one line and appends them.
//
//	simple_stmts: ';'.simple_stmt+ [';'] NEWLINE
func (p *parser) simpleStmts(dst []Stmt) ([]Stmt, bool) {
	n := len(dst)
	for {
		s := p.simpleStmt()
		if s == nil {
			if len(dst) > n && p.kind() == newline && p.err == nil {
				break
			}
			return dst[:n], false
		}
		dst = append(dst, s)
		if !p.accept(semi) {
			break
		}
	}
	if !p.accept(newline) {
		return dst[:n], false
	}
	return dst, true
}

// simpleStmt: assignment | type_alias | star_expressions | return_stmt | ...
func (p *parser) simpleStmt() Stmt {
	if p.second {
		if v, ok := p.recall(ruleSimpleStmt); ok {
			s, _ := v.(Stmt)
			return s
		}
	}
	start := p.mark
	s := p.simpleStmtRaw()
	if s == nil || p.err != nil {
		p.mark = start
		s = nil
	}
	p.remember(ruleSimpleStmt, start, s)
	return s
}

func (p *parser) simpleStmtRaw() Stmt {
	t := p.tok()
	switch t.kind {
	case name, number, stringTok, fstringStart, lpar, lsqb, lbrace, star, kwYield:
		if p.second {
			return p.exprStmt2()
		}
		if t.kind == name && p.str(t) == "type" {
			if s := p.typeAlias(); s != nil {
				return s
			}
		}
		return p.exprStmt()
	case kwImport:
		return p.importName()
	case kwFrom:
		return p.importFrom()
	case kwReturn:
		p.mark++
		v := p.starExpressions()
		return &Return{Span: p.from(t), Value: v}
	case kwRaise:
		return p.raiseStmt()
	case kwPass:
		p.mark++
		return &Pass{t.span()}
	case kwBreak:
		p.mark++
		return &Break{t.span()}
	case kwContinue:
		p.mark++
		return &Continue{t.span()}
	case kwDel:
		return p.delStmt()
	case kwAssert:
		return p.assertStmt()
	case kwGlobal, kwNonlocal:
		return p.scopeStmt()
	}
	if p.second {
		return p.exprStmt2()
	}
	return p.exprStmt()
}

// augmented gives the operator of an augmented assignment's token.
func augmented(k kind) (Operator, bool) {
	switch k {
	case plusEqual:
		return Add, true
	case minusEqual:
		return Sub, true
	case starEqual:
		return Mult, true
	case atEqual:
		return MatMult, true
	case slashEqual:
		return Div, true
	case percentEqual:
		return Mod, true
	case amperEqual:
		return BitAnd, true
	case vbarEqual:
		return BitOr, true
	case circumflexEqual:
		return BitXor, true
	case leftShiftEqual:
		return LShift, true
	case rightShiftEqual:
		return RShift, true
	case doubleStarEqual:
		return Pow, true
	case doubleSlashEqual:
		return FloorDiv, true
	}
	return 0, false
}

// exprStmt parses an expression statement or an assignment, in the first pass.
func (p *parser) exprStmt() Stmt {
	t := p.tok()
	e := p.annotatedRHS()
	if e == nil {
		return nil
	}
	switch k := p.kind(); k {
	case newline, semi:
		return &ExprStmt{Span: p.from(t), Value: e}
	case assign:
		return p.assign(t, e)
	case colon:
		return p.annAssign(t, e)
	default:
		op, ok := augmented(k)
		if !ok {
			return &ExprStmt{Span: p.from(t), Value: e}
		}
		if !isSingleTarget(e) {
			return nil
		}
		p.mark++
		applyContext(e, Store)
		v := p.annotatedRHS()
		if v == nil {
			return nil
		}
		return &AugAssign{Span: p.from(t), Target: e, Op: op, Value: v}
	}
}

func isSingleTarget(e Expr) bool {
	switch e.(type) {
	case *Name, *Attribute, *Subscript:
		return true
	}
	return false
}

// assign: (star_targets '=')+ (yield_expr | star_expressions) !'='
func (p *parser) assign(t *token, first Expr) Stmt {
	a := &Assign{}
	e := first
	for p.kind() == assign {
		if !setContext(e, Store) {
			return nil
		}
		a.Targets = append(a.Targets, e)
		p.mark++
		if e = p.annotatedRHS(); e == nil {
			return nil
		}
	}
	a.Value = e
	a.Span = p.from(t)
	return a
}

// annAssign: target ':' expression ['=' annotated_rhs]
func (p *parser) annAssign(t *token, target Expr) Stmt {
	if !isSingleTarget(target) {
		return nil
	}
	applyContext(target, Store)
	_, simple := target.(*Name)
	a := &AnnAssign{Target: target, Simple: simple && t.kind == name}
	p.mark++
	if a.Annotation = p.expression(); a.Annotation == nil {
		return nil
	}
	if p.accept(assign) {
		if a.Value = p.annotatedRHS(); a.Value == nil {
			return nil
		}
	}
	a.Span = p.from(t)
	return a
}

// exprStmt2 is exprStmt in the second pass, with the alternatives in the order
// in which CPython tries them.
func (p *parser) exprStmt2() Stmt {
	if s, cut := p.assignment2(); s != nil || cut || p.err != nil {
		return s
	}
	if p.isSoft("type") {
		if s := p.typeAlias(); s != nil || p.err != nil {
			return s
		}
	}
	t := p.tok()
	e := p.annotatedRHS()
	if e == nil {
		return nil
	}
	return &ExprStmt{Span: p.from(t), Value: e}
}

// assignment2 parses an assignment. The second result is true when it cannot
// be anything else.
func (p *parser) assignment2() (Stmt, bool) {
	start := p.mark
	t := p.tok()
	if e := p.singleTarget(); e != nil && p.kind() == colon {
		if s := p.annAssign(t, e); s != nil {
			return s, false
		}
	}
	p.mark = start
	targets := 0
	for p.err == nil {
		back := p.mark
		if p.starTargets() == nil || !p.accept(assign) {
			p.mark = back
			break
		}
		targets++
	}
	if targets > 0 && p.err == nil {
		if v := p.annotatedRHS(); v != nil && p.kind() != assign {
			return &Assign{Span: p.from(t), Value: v}, false
		}
	}
	p.mark = start
	if e := p.singleTarget(); e != nil {
		if _, ok := augmented(p.kind()); ok {
			p.mark++
			if v := p.annotatedRHS(); v != nil {
				return &AugAssign{Span: p.from(t), Target: e, Value: v}, true
			}
			p.mark = start
			return nil, true
		}
	}
	p.mark = start
	if p.err == nil && p.reports() {
		p.invalidAssignment()
	}
	p.mark = start
	return nil, false
}

// typeAlias: "type" NAME [type_params] '=' expression
func (p *parser) typeAlias() Stmt {
	start := p.mark
	t := p.tok()
	p.mark++
	if n := p.name(); n != nil {
		a := &TypeAlias{Name: p.nameNode(n, Store)}
		var ok bool
		if a.TypeParams, ok = p.typeParams(); ok && p.accept(assign) {
			if a.Value = p.expression(); a.Value != nil {
				a.Span = p.from(t)
				return a
			}
		}
	}
	p.mark = start
	return nil
}

// raiseStmt: 'raise' [expression ['from' expression]]
func (p *parser) raiseStmt() Stmt {
	t := p.tok()
	p.mark++
	r := &Raise{Exc: p.expression()}
	if r.Exc != nil && p.kind() == kwFrom {
		back := p.mark
		p.mark++
		if r.Cause = p.expression(); r.Cause == nil {
			p.mark = back
		}
	}
	r.Span = p.from(t)
	return r
}

// delStmt: 'del' del_targets &(';' | NEWLINE)
func (p *parser) delStmt() Stmt {
	start := p.mark
	t := p.tok()
	p.mark++
	targets := p.delTargets()
	if len(targets) > 0 && (p.kind() == semi || p.kind() == newline) {
		return &Delete{Span: p.from(t), Targets: targets}
	}
	p.mark = start
	if p.reports() && p.err == nil {
		p.mark++
		if e := p.starExpressions(); e != nil {
			p.raiseTarget(e, useDel)
		}
	}
	return nil
}

// assertStmt: 'assert' expression [',' expression]
func (p *parser) assertStmt() Stmt {
	t := p.tok()
	p.mark++
	a := &Assert{Test: p.expression()}
	if a.Test == nil {
		return nil
	}
	if p.kind() == comma {
		back := p.mark
		p.mark++
		if a.Msg = p.expression(); a.Msg == nil {
			p.mark = back
		}
	}
	a.Span = p.from(t)
	return a
}

// scopeStmt: ('global' | 'nonlocal') ','.NAME+
func (p *parser) scopeStmt() Stmt {
	t := p.tok()
	p.mark++
	var names []string
	for {
		back := p.mark
		if len(names) > 0 && !p.accept(comma) {
			break
		}
		n := p.name()
		if n == nil {
			p.mark = back
			break
		}
		names = append(names, p.ident(n))
	}
	switch {
	case len(names) == 0:
		return nil
	case t.kind == kwGlobal:
		return &Global{Span: p.from(t), Names: names}
	}
	return &Nonlocal{Span: p.from(t), Names: names}
}

// importName: 'import' dotted_as_name (',' dotted_as_name)*
func (p *parser) importName() Stmt {
	t := p.tok()
	if p.reports() && p.invalidImport() {
		return nil
	}
	p.mark++
	i := &Import{}
	for {
		back := p.mark
		if len(i.Names) > 0 && !p.accept(comma) {
			break
		}
		first := p.tok()
		dotted := p.dottedName()
		if dotted == "" {
			p.mark = back
			break
		}
		i.Names = append(i.Names, p.alias(first, dotted))
	}
	if len(i.Names) == 0 {
		return nil
	}
	i.Span = p.from(t)
	return i
}

// alias goes on after a name: ['as' NAME]
func (p *parser) alias(first *token, imported string) *Alias {
	a := &Alias{Name: imported}
	if p.kind() == kwAs {
		back := p.mark
		p.mark++
		if n := p.name(); n != nil {
			a.AsName = p.ident(n)
		} else {
			p.mark = back
		}
	}
	a.Span = p.from(first)
	return a
}

// dottedName: NAME ('.' NAME)*
func (p *parser) dottedName() string {
	n := p.name()
	if n == nil {
		return ""
	}
	if p.kind() != dot {
		return p.ident(n)
	}
	var b strings.Builder
	b.WriteString(p.ident(n))
	for p.kind() == dot {
		back := p.mark
		p.mark++
		n := p.name()
		if n == nil {
			p.mark = back
			break
		}
		b.WriteByte('.')
		b.WriteString(p.ident(n))
	}
	return b.String()
}

// importFrom: 'from' ('.' | '...')* [dotted_name] 'import' import_from_targets
func (p *parser) importFrom() Stmt {
	t := p.tok()
	p.mark++
	i := &ImportFrom{}
	for {
		if p.accept(dot) {
			i.Level++
		} else if p.accept(ellipsis) {
			i.Level += 3
		} else {
			break
		}
	}
	i.Module = p.dottedName()
	if i.Module == "" && i.Level == 0 || !p.accept(kwImport) {
		return nil
	}
	targets := p.mark
	switch {
	case p.kind() == star:
		i.Names = []*Alias{{Span: p.tok().span(), Name: "*"}}
		p.mark++
	case p.accept(lpar):
		if i.Names = p.importNames(); i.Names == nil {
			return nil
		}
		p.accept(comma)
		if !p.accept(rpar) {
			return nil
		}
	default:
		i.Names = p.importNames()
		if i.Names == nil || p.kind() == comma {
			if p.reports() {
				p.mark = targets
				p.invalidImportFromTargets()
			}
			return nil
		}
	}
	i.Span = p.from(t)
	return i
}

// importNames: ','.(NAME ['as' NAME])+
func (p *parser) importNames() []*Alias {
	var names []*Alias
	for {
		back := p.mark
		if len(names) > 0 && !p.accept(comma) {
			return names
		}
		n := p.name()
		if n == nil {
			p.mark = back
			return names
		}
		names = append(names, p.alias(n, p.ident(n)))
	}
}
