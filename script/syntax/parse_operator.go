package syntax

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
			if s >= 5 && p.reports() && p.err == nil {
				p.invalidOperand(p.inversion)
			}
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
	if e == nil && p.reports() && p.err == nil {
		p.invalidOperand(p.factor)
	}
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
