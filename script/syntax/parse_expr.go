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

// disjunction: conjunction ('or' conjunction)*
func (p *parser) disjunction() Expr {
	start := p.mark
	if p.second {
		if v, ok := p.recall(ruleDisjunction); ok {
			e, _ := v.(Expr)
			return e
		}
	}
	e := p.conjunction()
	if e != nil && p.kind() == kwOr {
		e = p.boolOp(start, e, Or, kwOr, p.conjunction)
	}
	if p.second {
		if p.err != nil {
			return nil
		}
		p.remember(ruleDisjunction, start, e)
	}
	return e
}

// conjunction: inversion ('and' inversion)*
func (p *parser) conjunction() Expr {
	start := p.mark
	e := p.inversion()
	if e != nil && p.kind() == kwAnd {
		e = p.boolOp(start, e, And, kwAnd, p.inversion)
	}
	return e
}

func (p *parser) boolOp(start int, first Expr, op BoolOperator, word kind, operand func() Expr) Expr {
	values := []Expr{first}
	for p.kind() == word {
		back := p.mark
		p.mark++
		e := operand()
		if e == nil {
			p.mark = back
			break
		}
		values = append(values, e)
	}
	if len(values) == 1 {
		return first
	}
	return &BoolOp{Span: p.fromMark(start), Op: op, Values: values}
}

// inversion: 'not' inversion | comparison
func (p *parser) inversion() Expr {
	if p.kind() != kwNot {
		return p.comparison()
	}
	start := p.mark
	t := *p.tok()
	if !p.enter() {
		return nil
	}
	p.mark++
	e := p.inversion()
	p.leave()
	if e == nil {
		p.mark = start
		return nil
	}
	return &UnaryOp{Span: p.from(&t), Op: Not, Operand: e}
}

// compareOp takes a comparison operator.
func (p *parser) compareOp() (CmpOperator, bool) {
	var op CmpOperator
	switch p.kind() {
	case eqEqual:
		op = Eq
	case notEqual:
		op = NotEq
	case less:
		op = Lt
	case lessEqual:
		op = LtE
	case greater:
		op = Gt
	case greaterEqual:
		op = GtE
	case kwIn:
		op = In
	case kwNot:
		if p.ahead(1) != kwIn {
			return 0, false
		}
		p.mark += 2
		return NotIn, true
	case kwIs:
		p.mark++
		if p.accept(kwNot) {
			return IsNot, true
		}
		return Is, true
	default:
		return 0, false
	}
	p.mark++
	return op, true
}

// comparison: bitwise_or (compare_op bitwise_or)*
func (p *parser) comparison() Expr {
	start := p.mark
	left := p.bitwiseOr()
	if left == nil {
		return nil
	}
	var c *Compare
	for {
		back := p.mark
		op, ok := p.compareOp()
		if !ok {
			break
		}
		right := p.bitwiseOr()
		if right == nil {
			p.mark = back
			break
		}
		if c == nil {
			c = &Compare{Left: left}
		}
		c.Ops = append(c.Ops, op)
		c.Comparators = append(c.Comparators, right)
	}
	if c == nil {
		return left
	}
	c.Span = p.fromMark(start)
	return c
}

// binaryOp gives a token's operator and how strongly it binds.
func binaryOp(k kind) (Operator, int) {
	switch k {
	case vbar:
		return BitOr, 1
	case circumflex:
		return BitXor, 2
	case amper:
		return BitAnd, 3
	case leftShift:
		return LShift, 4
	case rightShift:
		return RShift, 4
	case plus:
		return Add, 5
	case minus:
		return Sub, 5
	case star:
		return Mult, 6
	case slash:
		return Div, 6
	case doubleSlash:
		return FloorDiv, 6
	case percent:
		return Mod, 6
	case at:
		return MatMult, 6
	}
	return 0, 0
}

// bitwiseOr parses all binary operators but '**', from '|' down:
//
//	bitwise_or: bitwise_or '|' bitwise_xor | bitwise_xor
//	bitwise_xor: bitwise_xor '^' bitwise_and | bitwise_and
//	bitwise_and: bitwise_and '&' shift_expr | shift_expr
//	shift_expr: shift_expr ('<<' | '>>') sum | sum
//	sum: sum ('+' | '-') term | term
//	term: term ('*' | '/' | '//' | '%' | '@') factor | factor
func (p *parser) bitwiseOr() Expr {
	if !p.second {
		return p.binary(1)
	}
	if v, ok := p.recall(ruleBitwiseOr); ok {
		e, _ := v.(Expr)
		return e
	}
	start := p.mark
	e := p.binary(1)
	if p.err != nil {
		return nil
	}
	p.remember(ruleBitwiseOr, start, e)
	return e
}

// binary parses operators that bind at least as strongly as given.
func (p *parser) binary(strength int) Expr {
	start := p.mark
	left := p.factor()
	if left == nil {
		return nil
	}
	for {
		op, s := binaryOp(p.kind())
		if s < strength || s == 0 {
			return left
		}
		back := p.mark
		p.mark++
		right := p.binary(s + 1)
		if right == nil {
			p.mark = back
			return left
		}
		left = &BinOp{Span: p.fromMark(start), Left: left, Op: op, Right: right}
	}
}

// factor: ('+' | '-' | '~') factor | power
// power: await_primary ['**' factor]
func (p *parser) factor() Expr {
	var op UnaryOperator
	switch p.kind() {
	case plus:
		op = UAdd
	case minus:
		op = USub
	case tilde:
		op = Invert
	default:
		start := p.mark
		base := p.awaitPrimary()
		if base == nil || p.kind() != doubleStar {
			return base
		}
		return p.power(start, base)
	}
	start := p.mark
	t := *p.tok()
	if !p.enter() {
		return nil
	}
	p.mark++
	e := p.factor()
	p.leave()
	if e == nil {
		p.mark = start
		return nil
	}
	return &UnaryOp{Span: p.from(&t), Op: op, Operand: e}
}

func (p *parser) power(start int, base Expr) Expr {
	if !p.enter() {
		return nil
	}
	back := p.mark
	p.mark++
	exp := p.factor()
	p.leave()
	if exp == nil {
		p.mark = back
		return base
	}
	return &BinOp{Span: p.fromMark(start), Left: base, Op: Pow, Right: exp}
}

// awaitPrimary: ['await'] primary
func (p *parser) awaitPrimary() Expr {
	if p.kind() != kwAwait {
		return p.primary()
	}
	start := p.mark
	t := *p.tok()
	p.mark++
	e := p.primary()
	if e == nil {
		p.mark = start
		return nil
	}
	return &Await{Span: p.from(&t), Value: e}
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
