package syntax

// expressions parses one or more expressions without stars.
//
//	expressions: expression (',' expression)* [',']
func (p *parser) expressions() Expr {
	return p.tupleOf(p.expression)
}

// starExpressions parses what may stand alone as a statement or on the right
// of an assignment.
//
//	star_expressions: star_expression (',' star_expression)* [',']
func (p *parser) starExpressions() Expr {
	return p.tupleOf(p.starExpression)
}

// tupleOf parses item (',' item)* [',']: one item, or a tuple without
// parentheses.
func (p *parser) tupleOf(item func() Expr) Expr {
	start := p.mark
	first := item()
	if first == nil || p.kind() != comma {
		return first
	}
	elts := []Expr{first}
	for p.accept(comma) {
		e := item()
		if e == nil {
			break
		}
		elts = append(elts, e)
	}
	if p.err != nil {
		return nil
	}
	return &Tuple{Span: p.fromMark(start), Elts: elts}
}

// starExpression: '*' bitwise_or | expression
func (p *parser) starExpression() Expr {
	if p.kind() != star {
		return p.expression()
	}
	start := p.mark
	t := *p.tok()
	p.mark++
	v := p.bitwiseOr()
	if v == nil {
		p.mark = start
		return nil
	}
	return &Starred{Span: p.from(&t), Value: v}
}

// starNamedExpression: '*' bitwise_or | named_expression
func (p *parser) starNamedExpression() Expr {
	if p.kind() == star {
		return p.starExpression()
	}
	return p.namedExpression()
}

// starNamedExpressions: ','.star_named_expression+ [',']
func (p *parser) starNamedExpressions() []Expr {
	var elts []Expr
	for {
		e := p.starNamedExpression()
		if e == nil {
			return elts
		}
		elts = append(elts, e)
		if !p.accept(comma) {
			return elts
		}
	}
}

// assignmentExpression: NAME ':=' expression
func (p *parser) assignmentExpression() Expr {
	if p.kind() != name || p.ahead(1) != colonEqual {
		return nil
	}
	start := p.mark
	t := p.toks[p.mark]
	p.mark += 2
	v := p.expression()
	if v == nil {
		p.mark = start
		return nil
	}
	return &NamedExpr{Span: p.from(&t), Target: p.nameNode(&t, Store), Value: v}
}

// namedExpression: assignment_expression | expression !':='
func (p *parser) namedExpression() Expr {
	if p.kind() == name && p.ahead(1) == colonEqual {
		return p.assignmentExpression()
	}
	if p.reports() && p.invalidNamedExpression() {
		return nil
	}
	return p.expressionNoWalrus()
}

// expressionNoWalrus: expression !':='
func (p *parser) expressionNoWalrus() Expr {
	start := p.mark
	e := p.expression()
	if e != nil && p.kind() == colonEqual {
		p.mark = start
		return nil
	}
	return e
}

// walrusOrExpression: assignment_expression | expression !':='
func (p *parser) walrusOrExpression() Expr {
	if p.kind() == name && p.ahead(1) == colonEqual {
		return p.assignmentExpression()
	}
	return p.expressionNoWalrus()
}

// expression: disjunction ['if' disjunction 'else' expression] | lambdef
func (p *parser) expression() Expr {
	if p.second {
		if v, ok := p.recall(ruleExpression); ok {
			e, _ := v.(Expr)
			return e
		}
	}
	if !p.enter() {
		return nil
	}
	start := p.mark
	if p.reports() && (p.invalidExpression() || p.invalidLegacyExpression()) {
		p.leave()
		return nil
	}
	e := p.conditional()
	p.leave()
	if p.second {
		if p.err != nil {
			return nil
		}
		p.remember(ruleExpression, start, e)
	}
	return e
}

// conditional is expression without the second pass's mistakes.
func (p *parser) conditional() Expr {
	start := p.mark
	if p.kind() == kwLambda {
		return p.lambda()
	}
	body := p.disjunction()
	if body == nil || p.kind() != kwIf {
		return body
	}
	back := p.mark
	p.mark++
	test := p.disjunction()
	if test == nil || !p.accept(kwElse) {
		p.mark = back
		return body
	}
	orelse := p.expression()
	if orelse == nil {
		p.mark = back
		return body
	}
	return &IfExp{Span: p.fromMark(start), Test: test, Body: body, Else: orelse}
}

// lambda: 'lambda' [lambda_params] ':' expression
func (p *parser) lambda() Expr {
	start := p.mark
	t := *p.tok()
	p.mark++
	args, ok := p.parameters(colon)
	if ok && p.accept(colon) {
		if body := p.expression(); body != nil {
			return &Lambda{Span: p.from(&t), Args: args, Body: body}
		}
	}
	p.mark = start
	return nil
}

// primary: primary '.' NAME | primary '(' [arguments] ')' | primary genexp
//
//	| primary '[' slices ']' | atom
func (p *parser) primary() Expr {
	if p.second {
		if v, ok := p.recall(rulePrimary); ok {
			e, _ := v.(Expr)
			return e
		}
	}
	start := p.mark
	e := p.atom()
	for e != nil && p.err == nil {
		back := p.mark
		var next Expr
		switch p.kind() {
		case dot:
			p.mark++
			if t := p.name(); t != nil {
				next = &Attribute{Span: p.fromMark(start), Value: e, Attr: p.ident(t)}
			}
		case lpar:
			next = p.call(start, e)
		case lsqb:
			p.mark++
			if index := p.slices(); index != nil && p.accept(rsqb) {
				next = &Subscript{Span: p.fromMark(start), Value: e, Index: index}
			}
		}
		if next == nil {
			p.mark = back
			break
		}
		e = next
	}
	if p.second {
		if p.err != nil {
			return nil
		}
		p.remember(rulePrimary, start, e)
	}
	return e
}

// slices: slice !',' | ','.(slice | starred_expression)+ [',']
func (p *parser) slices() Expr {
	start := p.mark
	first := p.sliceOrStarred()
	if first == nil {
		return nil
	}
	if _, starred := first.(*Starred); !starred && p.kind() != comma {
		return first
	}
	elts := []Expr{first}
	for p.accept(comma) {
		e := p.sliceOrStarred()
		if e == nil {
			break
		}
		elts = append(elts, e)
	}
	if p.err != nil {
		return nil
	}
	return &Tuple{Span: p.fromMark(start), Elts: elts}
}

func (p *parser) sliceOrStarred() Expr {
	if p.kind() == star {
		return p.starredExpression()
	}
	return p.slice()
}

// slice: [expression] ':' [expression] [':' [expression]] | named_expression
func (p *parser) slice() Expr {
	start := p.mark
	t := *p.tok()
	var lower Expr
	if t.kind != colon {
		if p.kind() == name && p.ahead(1) == colonEqual {
			return p.assignmentExpression()
		}
		if lower = p.expression(); lower == nil && p.err != nil {
			return nil
		}
		if p.kind() != colon {
			if lower != nil && !p.second && p.kind() != colonEqual {
				return lower
			}
			p.mark = start
			return p.namedExpression()
		}
	}
	p.mark++
	s := &Slice{Lower: lower}
	s.Upper = p.expression()
	if p.err == nil && p.accept(colon) {
		s.Step = p.expression()
	}
	if p.err != nil {
		return nil
	}
	s.Span = p.from(&t)
	return s
}

// starredExpression: '*' expression
func (p *parser) starredExpression() Expr {
	if p.kind() != star {
		return nil
	}
	start := p.mark
	t := *p.tok()
	if p.reports() && p.invalidStarredExpression() {
		return nil
	}
	p.mark++
	v := p.expression()
	if v == nil {
		if p.reports() && p.err == nil {
			p.raiseLast("SyntaxError", "Invalid star expression")
		}
		p.mark = start
		return nil
	}
	return &Starred{Span: p.from(&t), Value: v}
}
