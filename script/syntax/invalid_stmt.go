package syntax

import "strconv"

// This file holds the mistakes in statements.

// raiseTok2 reports a mistake at a token as a place that is known.
func (p *parser) raiseTok2(t *token, msg string) {
	at := t.span()
	at.Col, at.EndCol = max(at.Col, 0), max(at.EndCol, 0)
	p.raise(at, "%s", msg)
}

// noBlock reports that a block should begin. The colon has been taken.
func (p *parser) noBlock(after string, line int32) {
	if p.err == nil && p.accept(newline) && p.kind() != indent {
		p.raiseLast("IndentationError", "expected an indented block after %s on line %d", after, line)
	}
}

// headerEnd looks at the end of a compound statement's first line.
func (p *parser) headerEnd(after string, line int32) {
	switch {
	case p.err != nil:
	case p.accept(newline):
		p.raiseLast("SyntaxError", "expected ':'")
	case p.accept(colon):
		p.noBlock(after, line)
	}
}

// invalidHeader looks at a statement that is a word and a header.
func (p *parser) invalidHeader(word string, header func() Expr) bool {
	return p.try(func() {
		t := p.tok()
		p.mark++
		if header() != nil {
			p.headerEnd("'"+word+"' statement", t.line)
		}
	})
}

// invalidWordIndent looks at a word and a colon without a block.
func (p *parser) invalidWordIndent(_, after string) bool {
	return p.try(func() {
		t := p.tok()
		p.mark++
		if p.accept(colon) {
			p.noBlock(after, t.line)
		}
	})
}

func (p *parser) invalidElse() bool {
	if p.invalidWordIndent("else", "'else' statement") {
		return true
	}
	return p.try(func() {
		p.mark++
		if p.accept(colon) && p.block() != nil && p.kind() == kwElif {
			p.mark++
			p.raiseLast("SyntaxError", "'elif' block follows an 'else' block")
		}
	})
}

func (p *parser) invalidFor() bool {
	return p.try(func() {
		t := p.tok()
		if p.accept(kwAsync) {
			t = p.tok()
		}
		p.mark++
		if p.starTargets() != nil && p.accept(kwIn) && p.starExpressions() != nil {
			p.headerEnd("'for' statement", t.line)
		}
	})
}

// withHeader takes the items of a with statement loosely.
func (p *parser) withHeader(parenthesized bool) bool {
	item := p.expression
	if parenthesized {
		if !p.accept(lpar) {
			return false
		}
		item = p.expressions
	}
	n := 0
	for {
		back := p.mark
		if n > 0 && !p.accept(comma) {
			break
		}
		if item() == nil {
			p.mark = back
			break
		}
		if p.kind() == kwAs {
			as := p.mark
			p.mark++
			if p.starTarget() == nil {
				p.mark = as
			}
		}
		n++
	}
	if parenthesized {
		p.accept(comma)
		return n > 0 && p.accept(rpar)
	}
	return n > 0
}

func (p *parser) invalidWithIndent() bool {
	look := func(parenthesized bool) bool {
		return p.try(func() {
			p.accept(kwAsync)
			t := p.tok()
			p.mark++
			if p.withHeader(parenthesized) && p.accept(colon) {
				p.noBlock("'with' statement", t.line)
			}
		})
	}
	return look(false) || look(true)
}

func (p *parser) invalidWith() bool {
	look := func(parenthesized bool) bool {
		return p.try(func() {
			p.accept(kwAsync)
			p.mark++
			if p.withHeader(parenthesized) && p.accept(newline) {
				p.raiseLast("SyntaxError", "expected ':'")
			}
		})
	}
	return look(false) || look(true)
}

func (p *parser) invalidWithItem() bool {
	return p.try(func() {
		if p.expression() == nil || !p.accept(kwAs) {
			return
		}
		if e := p.expression(); e != nil {
			switch p.kind() {
			case comma, rpar, colon:
				p.raiseTarget(e, useStar)
			}
		}
	})
}

func (p *parser) invalidTry() bool {
	if p.invalidWordIndent("try", "'try' statement") {
		return true
	}
	return p.try(func() {
		p.mark++
		if !p.accept(colon) || p.block() == nil {
			return
		}
		if p.kind() != kwExcept && p.kind() != kwFinally {
			p.raiseLast("SyntaxError", "expected 'except' or 'finally' block")
			return
		}
		handlers := p.mark
		for _, star_ := range []bool{false, true} {
			p.mark = handlers
			n := 0
			for p.kind() == kwExcept && p.exceptBlock(star_) != nil {
				n++
			}
			if n == 0 || p.err != nil || p.kind() != kwExcept {
				if p.err != nil {
					return
				}
				continue
			}
			p.mixedExcept(star_)
		}
	})
}

// mixedExcept looks at a clause of the other kind than those before it.
func (p *parser) mixedExcept(star_ bool) {
	const both = "cannot have both 'except' and 'except*' on the same 'try'"
	t := p.tok()
	p.mark++
	at := t.span()
	if !star_ {
		if !p.accept(star) {
			return
		}
		at = p.from(t)
		if p.expression() == nil {
			return
		}
		p.asName()
	} else if p.expression() != nil {
		p.asName()
	}
	if p.accept(colon) {
		p.raise(at, both)
	}
}

// asName: ['as' NAME]
func (p *parser) asName() {
	if p.kind() == kwAs && p.ahead(1) == name {
		p.mark += 2
	}
}

func (p *parser) invalidExceptIndent(star_ bool) bool {
	return p.try(func() {
		t := p.tok()
		p.mark++
		word := "'except' statement"
		if star_ {
			if !p.accept(star) {
				return
			}
			word = "'except*' statement"
		}
		if e := p.expression(); e != nil {
			p.asName()
		} else if star_ {
			return
		}
		if p.err == nil && p.accept(colon) {
			p.noBlock(word, t.line)
		}
	})
}

func (p *parser) invalidExcept() bool {
	return p.try(func() {
		start := p.mark
		p.mark++
		p.accept(star)
		a := p.expression()
		if p.err != nil {
			return
		}
		if a != nil && p.accept(comma) && p.expressions() != nil {
			p.asName()
			if p.accept(colon) {
				p.raiseFrom(a.At(), "multiple exception types must be parenthesized")
			}
		}
		if p.err != nil {
			return
		}
		p.mark = start + 1
		starred := p.accept(star)
		if p.expression() != nil {
			p.asName()
			if p.accept(newline) {
				p.raiseLast("SyntaxError", "expected ':'")
			}
			return
		}
		switch {
		case p.err != nil:
		case starred && (p.kind() == newline || p.kind() == colon):
			p.mark++
			p.raiseLast("SyntaxError", "expected one or more exception types")
		case !starred && p.accept(newline):
			p.raiseLast("SyntaxError", "expected ':'")
		}
	})
}

func (p *parser) invalidDef() bool {
	return p.try(func() {
		p.accept(kwAsync)
		t := p.tok()
		p.mark++
		if p.name() == nil {
			return
		}
		if _, ok := p.typeParams(); !ok || !p.accept(lpar) {
			return
		}
		if _, ok := p.parameters(rpar); !ok || !p.accept(rpar) {
			return
		}
		if p.accept(arrow) && p.expression() == nil {
			return
		}
		if p.accept(colon) {
			p.noBlock("function definition", t.line)
		}
	})
}

func (p *parser) invalidClass() bool {
	return p.try(func() {
		t := p.tok()
		p.mark++
		if p.name() == nil {
			return
		}
		if _, ok := p.typeParams(); !ok {
			return
		}
		if p.accept(lpar) && !p.accept(rpar) {
			if !p.arguments(&Call{}, nil) || !p.accept(rpar) {
				return
			}
		}
		p.headerEnd("class definition", t.line)
	})
}

func (p *parser) invalidImport() bool {
	return p.try(func() {
		t := p.tok()
		p.mark++
		n := 0
		for p.dottedName() != "" {
			n++
			if !p.accept(comma) {
				break
			}
		}
		if n > 0 && p.accept(kwFrom) && p.dottedName() != "" {
			p.raiseFrom(t.span(), "Did you mean to use 'from ... import ...' instead?")
		}
		if p.err == nil && n == 0 && p.kind() == newline {
			p.raiseFrom(p.tok().span(), "Expected one or more names after 'import'")
		}
	})
}

func (p *parser) invalidImportFromTargets() {
	start := p.mark
	if p.importNames() != nil && p.accept(comma) && p.accept(newline) {
		p.raiseLast("SyntaxError", "trailing comma not allowed without surrounding parentheses")
	}
	p.mark = start
	if p.err == nil && p.kind() == newline {
		p.raiseFrom(p.tok().span(), "Expected one or more names after 'import'")
	}
	p.mark = start
}

// annTarget: list | tuple | '(' ann_target ')'
func (p *parser) annTarget() Expr {
	if p.kind() != lsqb && p.kind() != lpar {
		return nil
	}
	switch e := p.atom().(type) {
	case *List, *Tuple:
		return e
	}
	return nil
}

func (p *parser) invalidAssignment() bool {
	return p.try(func() {
		start := p.mark
		again := func() bool {
			p.mark = start
			return p.err == nil
		}
		if a := p.annTarget(); a != nil && p.accept(colon) && p.expression() != nil {
			p.raise(a.At(), "only single target (not %s) can be annotated", exprName(a))
		}
		if again() {
			if a := p.starNamedExpression(); a != nil && p.accept(comma) {
				p.starNamedExpressions()
				if p.err == nil && p.accept(colon) && p.expression() != nil {
					p.raise(a.At(), "only single target (not tuple) can be annotated")
				}
			}
		}
		if again() {
			if a := p.expression(); a != nil && p.accept(colon) && p.expression() != nil {
				p.raise(a.At(), "illegal target for annotation")
			}
		}
		if again() {
			p.skipTargets()
			if a := p.starExpressions(); a != nil && p.accept(assign) {
				p.raiseTarget(a, useStar)
			}
		}
		if again() {
			p.skipTargets()
			if a := p.yieldExpr(); a != nil && p.accept(assign) {
				p.raise(a.At(), "assignment to yield expression not possible")
			}
		}
		if again() {
			if a := p.starExpressions(); a != nil {
				if _, ok := augmented(p.kind()); ok {
					p.mark++
					if p.annotatedRHS() != nil {
						p.raise(a.At(), "'%s' is an illegal expression for augmented assignment", exprName(a))
					}
				}
			}
		}
	})
}

// skipTargets: (star_targets '=')*
func (p *parser) skipTargets() {
	for p.err == nil {
		back := p.mark
		if p.starTargets() == nil || !p.accept(assign) {
			p.mark = back
			return
		}
	}
}

// invalidAsPattern looks after 'as'.
func (p *parser) invalidAsPattern() bool {
	return p.try(func() {
		t := p.tok()
		if t.kind == name && p.str(t) == "_" {
			p.raise(t.span(), "cannot use '_' as a target")
			return
		}
		if t.kind != name {
			if e := p.expression(); e != nil {
				p.raise(e.At(), "invalid pattern target")
			}
		}
	})
}

// invalidClassPattern looks after the '(' of a class pattern.
func (p *parser) invalidClassPattern() bool {
	return p.try(func() {
		keyword := func() bool { return p.kind() == name && p.ahead(1) == assign }
		for !keyword() && p.pattern() != nil && p.accept(comma) {
		}
		n := 0
		for keyword() {
			p.mark += 2
			if p.pattern() == nil {
				return
			}
			n++
			if !p.accept(comma) {
				return
			}
		}
		first := p.pattern()
		if n == 0 || first == nil {
			return
		}
		last := first
		for p.accept(comma) && !keyword() {
			next := p.pattern()
			if next == nil {
				break
			}
			last = next
		}
		p.raise(join(first, last), "positional patterns follow keyword patterns")
	})
}

// invalidReplacementField looks at a field of an f-string.
func (p *parser) invalidReplacementField(raw bool) bool {
	return p.try(func() {
		p.mark++
		next := func(msg string) { p.raiseTok(p.tok(), "SyntaxError", msg) }
		switch t := p.tok(); t.kind {
		case assign, exclamation, colon, rbrace:
			p.raise(t.span(), "f-string: valid expression required before %s", strconv.Quote(p.str(t)))
			if p.err != nil {
				p.err.Msg = "f-string: valid expression required before '" + p.str(t) + "'"
			}
			return
		}
		if p.annotatedRHS() == nil {
			if p.err == nil {
				next("f-string: expecting a valid expression after '{'")
			}
			return
		}
		switch p.kind() {
		case assign, exclamation, colon, rbrace:
		default:
			next("f-string: expecting '=', or '!', or ':', or '}'")
			return
		}
		if p.accept(assign) {
			switch p.kind() {
			case exclamation, colon, rbrace:
			default:
				next("f-string: expecting '!', or ':', or '}'")
				return
			}
		}
		if p.accept(exclamation) {
			switch p.kind() {
			case colon, rbrace:
				next("f-string: missing conversion character")
				return
			case name:
				p.mark++
			default:
				next("f-string: invalid conversion character")
				return
			}
		}
		if p.kind() != colon && p.kind() != rbrace {
			next("f-string: expecting ':' or '}'")
			return
		}
		if p.accept(colon) {
			if _, ok := p.fstringParts(raw, rbrace); ok && p.kind() != rbrace {
				next("f-string: expecting '}', or format specs")
			}
		} else if p.kind() != rbrace {
			next("f-string: expecting '}'")
		}
	})
}
