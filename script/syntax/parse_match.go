package syntax

// matchStmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT
//
// It returns nil where match is only a name.
func (p *parser) matchStmt() Stmt {
	start := p.mark
	if !p.enter() {
		return nil
	}
	m := p.matchRaw()
	p.leave()
	if m == nil {
		p.mark = start
		if p.reports() && p.err == nil {
			p.invalidHeader("match", p.subjectExpr)
		}
		p.mark = start
		return nil
	}
	return m
}

func (p *parser) matchRaw() Stmt {
	t := p.tok()
	p.mark++
	m := &Match{Subject: p.subjectExpr()}
	if m.Subject == nil || !p.accept(colon) || !p.accept(newline) || !p.accept(indent) {
		return nil
	}
	for p.isSoft("case") {
		c := p.caseBlock()
		if c == nil {
			break
		}
		m.Cases = append(m.Cases, c)
	}
	if len(m.Cases) == 0 || p.err != nil || !p.accept(dedent) {
		return nil
	}
	m.Span = p.from(t)
	return m
}

// subjectExpr: star_named_expression ',' [star_named_expressions] | named_expression
func (p *parser) subjectExpr() Expr {
	start := p.mark
	first := p.starNamedExpression()
	if first == nil {
		return nil
	}
	if p.accept(comma) {
		elts := append([]Expr{first}, p.starNamedExpressions()...)
		if p.err != nil {
			return nil
		}
		return &Tuple{Span: p.fromMark(start), Elts: elts}
	}
	if _, starred := first.(*Starred); starred {
		p.mark = start
		return nil
	}
	return first
}

// caseBlock: "case" patterns ['if' named_expression] ':' block
func (p *parser) caseBlock() *MatchCase {
	start := p.mark
	if p.reports() && p.invalidHeader("case", p.caseHeader) {
		return nil
	}
	p.mark++
	c := &MatchCase{}
	if c.Pattern = p.patterns(); c.Pattern != nil {
		ok := true
		if p.accept(kwIf) {
			c.Guard = p.namedExpression()
			ok = c.Guard != nil
		}
		if ok {
			if c.Body = p.suite(); c.Body != nil {
				return c
			}
		}
	}
	p.mark = start
	return nil
}

// caseHeader is what stands between case and its colon; only the second pass
// asks.
func (p *parser) caseHeader() Expr {
	pt := p.patterns()
	if pt == nil {
		return nil
	}
	if p.kind() == kwIf {
		back := p.mark
		p.mark++
		if p.namedExpression() == nil {
			p.mark = back
		}
	}
	if p.err != nil {
		return nil
	}
	return &Constant{Span: pt.At()}
}

// patterns: open_sequence_pattern | pattern
func (p *parser) patterns() Pattern {
	start := p.mark
	first := p.maybeStarPattern()
	if first == nil {
		return nil
	}
	if p.kind() != comma {
		if _, isStar := first.(*MatchStar); isStar {
			return nil
		}
		return first
	}
	p.mark++
	ps := append([]Pattern{first}, p.patternList()...)
	if p.err != nil {
		return nil
	}
	return &MatchSequence{Span: p.fromMark(start), Patterns: ps}
}

// patternList: [','.maybe_star_pattern+ [',']]
func (p *parser) patternList() []Pattern {
	var ps []Pattern
	for {
		pt := p.maybeStarPattern()
		if pt == nil {
			return ps
		}
		ps = append(ps, pt)
		if !p.accept(comma) {
			return ps
		}
	}
}

// maybeStarPattern: '*' (NAME | "_") | pattern
func (p *parser) maybeStarPattern() Pattern {
	if p.kind() != star {
		return p.pattern()
	}
	start := p.mark
	t := p.tok()
	p.mark++
	n := p.captureTarget(true)
	if n == nil {
		p.mark = start
		return nil
	}
	s := &MatchStar{Span: p.from(t)}
	if id := p.ident(n); id != "_" {
		s.Name = id
	}
	return s
}

// captureTarget: NAME !('.' | '(' | '='); "_" only where it is a wildcard
func (p *parser) captureTarget(wildcard bool) *token {
	start := p.mark
	n := p.name()
	if n == nil {
		return nil
	}
	if p.str(n) == "_" {
		if wildcard {
			return n
		}
		p.mark = start
		return nil
	}
	switch p.kind() {
	case dot, lpar, assign:
		p.mark = start
		return nil
	}
	return n
}

// pattern: or_pattern ['as' NAME]
func (p *parser) pattern() Pattern {
	if !p.enter() {
		return nil
	}
	defer p.leave()
	start := p.mark
	or := p.orPattern()
	if or == nil || p.kind() != kwAs {
		return or
	}
	back := p.mark
	p.mark++
	if n := p.captureTarget(false); n != nil {
		return &MatchAs{Span: p.fromMark(start), Pattern: or, Name: p.ident(n)}
	}
	if p.reports() && p.err == nil && p.invalidAsPattern() {
		return nil
	}
	p.mark = back
	return or
}

// orPattern: '|'.closed_pattern+
func (p *parser) orPattern() Pattern {
	start := p.mark
	first := p.closedPattern()
	if first == nil || p.kind() != vbar {
		return first
	}
	ps := []Pattern{first}
	for p.kind() == vbar {
		back := p.mark
		p.mark++
		pt := p.closedPattern()
		if pt == nil {
			p.mark = back
			break
		}
		ps = append(ps, pt)
	}
	if p.err != nil {
		return nil
	}
	if len(ps) == 1 {
		return first
	}
	return &MatchOr{Span: p.fromMark(start), Patterns: ps}
}

// closedPattern: literal_pattern | capture_pattern | wildcard_pattern
//
//	| value_pattern | group_pattern | sequence_pattern | mapping_pattern | class_pattern
func (p *parser) closedPattern() Pattern {
	start := p.mark
	t := p.tok()
	var pt Pattern
	switch t.kind {
	case number, minus, stringTok, fstringStart:
		if e := p.literalExpr(); e != nil {
			pt = &MatchValue{Span: e.At(), Value: e}
		}
	case kwNone, kwTrue, kwFalse:
		p.mark++
		s := &MatchSingleton{Span: t.span()}
		if t.kind != kwNone {
			s.Value = t.kind == kwTrue
		}
		return s
	case name:
		pt = p.namePattern()
	case lpar:
		pt = p.groupPattern()
	case lsqb:
		p.mark++
		ps := p.patternList()
		if p.accept(rsqb) {
			pt = &MatchSequence{Span: p.from(t), Patterns: ps}
		}
	case lbrace:
		pt = p.mappingPattern()
	}
	if pt == nil || p.err != nil {
		p.mark = start
		return nil
	}
	return pt
}

// literalExpr: signed_number !('+' | '-') | complex_number | strings
//
//	| 'None' | 'True' | 'False'
func (p *parser) literalExpr() Expr {
	start := p.mark
	t := p.tok()
	switch t.kind {
	case stringTok, fstringStart:
		return p.strings()
	case kwNone, kwTrue, kwFalse:
		return p.atom()
	case number, minus:
	default:
		return nil
	}
	real := p.signedNumber()
	if real == nil {
		p.mark = start
		return nil
	}
	k := p.kind()
	if k != plus && k != minus {
		return real
	}
	operand := real
	if u, ok := real.(*UnaryOp); ok {
		operand = u.Operand
	}
	// CPython looks at the imaginary part first, then complains of the real.
	p.mark++
	if p.kind() != number {
		p.mark = start
		return nil
	}
	imag := p.atom()
	if imag == nil {
		return nil
	}
	if _, isComplex := operand.(*Constant).Value.(complex128); isComplex {
		p.raise(operand.At(), "real number required in complex literal")
		return nil
	}
	if _, isComplex := imag.(*Constant).Value.(complex128); !isComplex {
		p.raise(imag.At(), "imaginary number required in complex literal")
		return nil
	}
	b := &BinOp{Span: p.from(t), Left: real, Op: Add, Right: imag}
	if k == minus {
		b.Op = Sub
	}
	return b
}

// signedNumber: ['-'] NUMBER
func (p *parser) signedNumber() Expr {
	t := p.tok()
	negative := p.accept(minus)
	if p.kind() != number {
		return nil
	}
	e := p.atom()
	if e == nil || !negative {
		return e
	}
	return &UnaryOp{Span: p.from(t), Op: USub, Operand: e}
}

// namePattern parses what begins with a name: capture, wildcard, value, class.
func (p *parser) namePattern() Pattern {
	t := p.tok()
	if n := p.captureTarget(true); n != nil {
		if p.str(n) != "_" {
			return &MatchAs{Span: n.span(), Name: p.ident(n)}
		}
		return &MatchAs{Span: n.span()}
	}
	cls := p.nameOrAttr()
	if cls == nil {
		return nil
	}
	switch p.kind() {
	case lpar:
		return p.classPattern(t, cls)
	case assign:
		return nil
	}
	if _, plain := cls.(*Name); plain {
		return nil
	}
	return &MatchValue{Span: cls.At(), Value: cls}
}

// nameOrAttr: NAME ('.' NAME)*
func (p *parser) nameOrAttr() Expr {
	n := p.name()
	if n == nil {
		return nil
	}
	var e Expr = p.nameNode(n, Load)
	for p.kind() == dot {
		back := p.mark
		p.mark++
		attr := p.name()
		if attr == nil {
			p.mark = back
			break
		}
		e = &Attribute{Span: p.since(e), Value: e, Attr: p.ident(attr)}
	}
	return e
}

// groupPattern: '(' pattern ')' | '(' [open_sequence_pattern] ')'
func (p *parser) groupPattern() Pattern {
	t := p.tok()
	p.mark++
	if p.accept(rpar) {
		return &MatchSequence{Span: p.from(t)}
	}
	first := p.maybeStarPattern()
	if first == nil {
		return nil
	}
	if p.accept(comma) {
		ps := append([]Pattern{first}, p.patternList()...)
		if !p.accept(rpar) {
			return nil
		}
		return &MatchSequence{Span: p.from(t), Patterns: ps}
	}
	if _, isStar := first.(*MatchStar); isStar || !p.accept(rpar) {
		return nil
	}
	return first
}

// mappingPattern: '{' [','.(key ':' pattern)+] [',' '**' NAME] [','] '}'
func (p *parser) mappingPattern() Pattern {
	t := p.tok()
	p.mark++
	m := &MatchMapping{}
	for p.kind() != rbrace && p.err == nil {
		if p.accept(doubleStar) {
			n := p.captureTarget(false)
			if n == nil {
				return nil
			}
			m.Rest = p.ident(n)
			p.accept(comma)
			break
		}
		var key Expr
		if p.kind() == name {
			if key = p.nameOrAttr(); key != nil {
				if _, plain := key.(*Name); plain {
					return nil
				}
			}
		} else {
			key = p.literalExpr()
		}
		if key == nil || !p.accept(colon) {
			return nil
		}
		value := p.pattern()
		if value == nil {
			return nil
		}
		m.Keys = append(m.Keys, key)
		m.Patterns = append(m.Patterns, value)
		if !p.accept(comma) {
			break
		}
	}
	if !p.accept(rbrace) {
		return nil
	}
	m.Span = p.from(t)
	return m
}

// classPattern: name_or_attr '(' [','.pattern+] [','.(NAME '=' pattern)+] [','] ')'
func (p *parser) classPattern(t *token, cls Expr) Pattern {
	p.mark++
	args := p.mark
	c := &MatchClass{Class: cls}
	for p.kind() != rpar && p.err == nil {
		if p.kind() == name && p.ahead(1) == assign {
			n := p.name()
			p.mark++
			v := p.pattern()
			if v == nil {
				return nil
			}
			c.KwdAttrs = append(c.KwdAttrs, p.ident(n))
			c.KwdPatterns = append(c.KwdPatterns, v)
		} else {
			if len(c.KwdAttrs) > 0 {
				if p.reports() {
					p.mark = args
					p.invalidClassPattern()
				}
				return nil
			}
			pt := p.pattern()
			if pt == nil {
				return nil
			}
			c.Patterns = append(c.Patterns, pt)
		}
		if !p.accept(comma) {
			break
		}
	}
	if !p.accept(rpar) {
		return nil
	}
	c.Span = p.from(t)
	return c
}
