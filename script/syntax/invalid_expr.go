package syntax

// This file holds the mistakes in expressions that the second pass knows. Each
// function looks at one kind of mistake where it could begin, and leaves the
// place unchanged when there is none. The names are those of CPython's rules.

// reports says that mistakes are to be looked for.
func (p *parser) reports() bool { return p.second && !p.quiet }

// try runs a look-ahead and goes back; it reports whether an error came of it.
func (p *parser) try(look func()) bool {
	start := p.mark
	look()
	p.mark = start
	return p.err != nil
}

// softKeyword reports whether the next token is a soft keyword.
func (p *parser) softKeyword() bool {
	if p.kind() != name {
		return false
	}
	switch p.str(p.tok()) {
	case "_", "case", "match", "type":
		return true
	}
	return false
}

// legacyStmt reports a name that was a statement in Python 2.
func legacyStmt(e Expr) bool {
	n, ok := e.(*Name)
	return ok && (n.ID == "print" || n.ID == "exec")
}

// withoutInvalid parses an expression without looking for mistakes in it.
func (p *parser) withoutInvalid() Expr {
	quiet := p.quiet
	p.quiet = true
	e := p.conditional()
	p.quiet = quiet
	return e
}

func (p *parser) invalidExpression() bool {
	return p.try(func() {
		start := p.mark
		nameString := p.kind() == name && (p.ahead(1) == stringTok || p.ahead(1) == fstringStart && false)
		if !nameString && !p.softKeyword() {
			if a := p.disjunction(); a != nil {
				if b := p.withoutInvalid(); b != nil && p.err == nil && !legacyStmt(a) && p.prev().level > 0 {
					p.raise(join(a, b), "invalid syntax. Perhaps you forgot a comma?")
				}
			}
		}
		if p.err != nil {
			return
		}
		p.mark = start
		if a := p.disjunction(); a != nil && p.accept(kwIf) {
			if b := p.disjunction(); b != nil && p.kind() != kwElse && p.kind() != colon {
				p.raise(join(a, b), "expected 'else' after 'if' expression")
			}
		}
		if p.err != nil {
			return
		}
		p.mark = start
		if p.kind() == kwLambda {
			t := p.tok()
			p.mark++
			if _, ok := p.parameters(colon); ok && p.accept(colon) {
				at := p.from(t)
				if p.kind() == fstringMiddle {
					p.raise(at, "f-string: lambda expressions are not allowed without parentheses")
				}
			}
		}
	})
}

func (p *parser) invalidLegacyExpression() bool {
	return p.try(func() {
		t := p.name()
		if t == nil || p.kind() == lpar {
			return
		}
		a := p.nameNode(t, Load)
		if b := p.starExpressions(); b != nil && legacyStmt(a) {
			p.raise(join(a, b), "Missing parentheses in call to '%s'. Did you mean %s(...)?", a.ID, a.ID)
		}
	})
}

func (p *parser) invalidNamedExpression() bool {
	start := p.mark
	if _, ok := p.recall(ruleInvalidNamed); ok {
		p.mark = start
		return false
	}
	bad := p.try(func() {
		if a := p.expression(); a != nil && p.accept(colonEqual) {
			if p.expression() != nil {
				p.raise(a.At(), "cannot use assignment expressions with %s", exprName(a))
			}
		}
		if p.err != nil {
			return
		}
		p.mark = start
		if p.kind() == name && p.ahead(1) == assign {
			t := p.tok()
			p.mark += 2
			if b := p.bitwiseOr(); b != nil && p.kind() != assign && p.kind() != colonEqual {
				p.raise(p.from(t), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
			}
		}
		if p.err != nil {
			return
		}
		p.mark = start
		switch p.kind() {
		case lsqb, lpar:
			e := p.atom()
			if p.err != nil {
				return
			}
			p.mark = start
			switch e.(type) {
			case *List, *Tuple, *GeneratorExp:
				return
			}
		case kwTrue, kwNone, kwFalse:
			return
		}
		a := p.bitwiseOr()
		if a != nil && p.accept(assign) {
			if p.bitwiseOr() != nil && p.kind() != assign && p.kind() != colonEqual {
				p.raise(a.At(), "cannot assign to %s here. Maybe you meant '==' instead of '='?", exprName(a))
			}
		}
	})
	if !bad {
		p.mark = start
		p.remember(ruleInvalidNamed, start, nil)
	}
	return bad
}

func (p *parser) invalidStarredExpression() bool {
	return p.try(func() {
		t := p.tok()
		p.mark++
		if p.expression() != nil && p.accept(assign) && p.expression() != nil {
			p.raise(p.from(t), "cannot assign to iterable argument unpacking")
		}
	})
}

// bracketed2 is atom for brackets in the second pass, with the alternatives
// and mistakes in CPython's order.
func (p *parser) bracketed2(k kind) Expr {
	start := p.mark
	if v, ok := p.recall(ruleAtom); ok {
		e, _ := v.(Expr)
		return e
	}
	var e Expr
	switch k {
	case lpar:
		e = p.firstOf(p.tuple2, p.group2, p.genexp)
	case lsqb:
		e = p.firstOf(p.list2, p.listComp2)
	default:
		e = p.firstOf(p.dict2, p.set2, p.dictComp2, p.setComp2)
	}
	p.remember(ruleAtom, start, e)
	return e
}

func (p *parser) firstOf(rules ...func() Expr) Expr {
	start := p.mark
	for _, r := range rules {
		e := r()
		if p.err != nil {
			return nil
		}
		if e != nil {
			return e
		}
		p.mark = start
	}
	return nil
}

func (p *parser) tuple2() Expr {
	t := p.tok()
	p.mark++
	if p.accept(rpar) {
		return &Tuple{Span: p.from(t)}
	}
	first := p.starNamedExpression()
	if first == nil || !p.accept(comma) {
		return nil
	}
	elts := append([]Expr{first}, p.starNamedExpressions()...)
	if p.err != nil || !p.accept(rpar) {
		return nil
	}
	return &Tuple{Span: p.from(t), Elts: elts}
}

func (p *parser) group2() Expr {
	start := p.mark
	p.mark++
	var e Expr
	if p.kind() == kwYield {
		e = p.yieldExpr()
	} else {
		e = p.namedExpression()
	}
	if e != nil && p.accept(rpar) {
		return e
	}
	if p.err != nil || !p.reports() {
		return nil
	}
	p.mark = start + 1
	if e := p.starredExpression(); e != nil && p.accept(rpar) {
		p.raise(e.At(), "cannot use starred expression here")
	}
	p.mark = start + 1
	if t := p.tok(); p.err == nil && p.accept(doubleStar) && p.expression() != nil && p.accept(rpar) {
		p.raise(t.span(), "cannot use double starred expression here")
	}
	return nil
}

// genexp parses a generator expression and nothing else.
func (p *parser) genexp() Expr {
	start := p.mark
	t := p.tok()
	p.mark++
	if e := p.walrusOrExpression(); e != nil {
		if gens := p.forIfClauses(); gens != nil && p.accept(rpar) {
			return &GeneratorExp{Span: p.from(t), Elt: e, Generators: gens}
		}
	}
	p.invalidComprehension(start)
	return nil
}

func (p *parser) list2() Expr {
	t := p.tok()
	p.mark++
	elts := p.starNamedExpressions()
	if p.err != nil || !p.accept(rsqb) {
		return nil
	}
	return &List{Span: p.from(t), Elts: elts}
}

func (p *parser) listComp2() Expr {
	start := p.mark
	t := p.tok()
	p.mark++
	if e := p.namedExpression(); e != nil {
		if gens := p.forIfClauses(); gens != nil && p.accept(rsqb) {
			return &ListComp{Span: p.from(t), Elt: e, Generators: gens}
		}
	}
	p.invalidComprehension(start)
	return nil
}

func (p *parser) dict2() Expr {
	start := p.mark
	t := p.tok()
	p.mark++
	d := p.dict(t, &Dict{})
	if d != nil || p.err != nil {
		return d
	}
	if p.reports() {
		p.mark = start + 1
		p.invalidDoubleStarredKVPairs()
	}
	return nil
}

func (p *parser) set2() Expr {
	t := p.tok()
	p.mark++
	elts := p.starNamedExpressions()
	if p.err != nil || len(elts) == 0 || !p.accept(rbrace) {
		return nil
	}
	return &Set{Span: p.from(t), Elts: elts}
}

func (p *parser) dictComp2() Expr {
	start := p.mark
	t := p.tok()
	p.mark++
	key := p.expression()
	if key != nil && p.accept(colon) {
		if v := p.expression(); v != nil {
			if gens := p.forIfClauses(); gens != nil && p.accept(rbrace) {
				return &DictComp{Span: p.from(t), Key: key, Value: v, Generators: gens}
			}
		}
	}
	if p.reports() && p.err == nil {
		p.mark = start + 1
		stars := p.tok()
		if p.accept(doubleStar) && p.bitwiseOr() != nil && p.forIfClauses() != nil && p.accept(rbrace) {
			p.raise(stars.span(), "dict unpacking cannot be used in dict comprehension")
		}
	}
	return nil
}

func (p *parser) setComp2() Expr {
	start := p.mark
	t := p.tok()
	p.mark++
	if e := p.namedExpression(); e != nil {
		if gens := p.forIfClauses(); gens != nil && p.accept(rbrace) {
			return &SetComp{Span: p.from(t), Elt: e, Generators: gens}
		}
	}
	p.invalidComprehension(start)
	return nil
}

// invalidComprehension looks from an opening bracket.
func (p *parser) invalidComprehension(start int) {
	if p.err != nil || !p.reports() {
		return
	}
	k := p.toks[start].kind
	p.mark = start + 1
	if e := p.starredExpression(); e != nil && p.forIfClauses() != nil {
		p.raise(e.At(), "iterable unpacking cannot be used in comprehension")
	}
	if p.err != nil || k == lpar {
		return
	}
	p.mark = start + 1
	a := p.starNamedExpression()
	if a == nil || !p.accept(comma) {
		return
	}
	sep := p.prev().span()
	if rest := p.starNamedExpressions(); len(rest) > 0 {
		if p.forIfClauses() != nil {
			p.raise(join(a, rest[len(rest)-1]), "did you forget parentheses around the comprehension target?")
		}
		return
	}
	if p.err == nil && p.forIfClauses() != nil {
		p.raise(join(a, sep), "did you forget parentheses around the comprehension target?")
	}
}

// invalidDoubleStarredKVPairs looks after '{'.
func (p *parser) invalidDoubleStarredKVPairs() {
	start := p.mark
	n := 0
	for {
		back := p.mark
		if n > 0 && !p.accept(comma) {
			break
		}
		if _, _, ok := p.doubleStarredKVPair(); !ok {
			p.mark = back
			break
		}
		n++
	}
	if p.err != nil {
		return
	}
	if n > 0 && p.accept(comma) {
		pair := p.mark
		if a := p.expression(); a != nil && p.kind() != colon {
			at := a.At()
			p.raise(Span{Line: at.Line, Col: at.EndCol - 1, EndLine: at.EndLine, EndCol: -1},
				"':' expected after dictionary key")
		}
		p.mark = pair
		p.invalidKVPair()
	}
	p.mark = start
	p.invalidKVPair()
}

// invalidKVPair looks for a pair without a proper value.
func (p *parser) invalidKVPair() {
	start := p.mark
	if p.err == nil && p.expression() != nil && p.accept(colon) {
		sep := p.prev().span()
		t := p.tok()
		switch t.kind {
		case star:
			p.mark++
			if p.bitwiseOr() != nil {
				p.raiseFrom(t.span(), "cannot use a starred expression in a dictionary value")
			}
		case rbrace, comma:
			p.raise(sep, "expression expected after dictionary key and ':'")
		}
	}
	p.mark = start
}

// invalidForTarget looks at a for whose target cannot be one.
func (p *parser) invalidForTarget(comprehension bool) bool {
	return p.try(func() {
		p.accept(kwAsync)
		if !p.accept(kwFor) {
			return
		}
		if e := p.starExpressions(); e != nil {
			p.raiseTarget(e, useFor)
		}
	})
}
