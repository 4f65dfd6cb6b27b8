package syntax

// comprehensionEnd is the last expression of the last for clause.
func comprehensionEnd(gens []*Comprehension) Expr {
	c := gens[len(gens)-1]
	if n := len(c.Ifs); n > 0 {
		return c.Ifs[n-1]
	}
	return c.Iter
}

// invalidArguments looks at arguments that do not fit.
func (p *parser) invalidArguments() {
	const notParenthesized = "Generator expression must be parenthesized"
	start := p.mark
	again := func() bool {
		p.mark = start
		return p.err == nil
	}
	// args ',' '*': a star that args could not take follows '**'.
	c := &Call{}
	if p.args(c) && p.accept(comma) && p.kind() == star {
		at := p.tok().span()
		p.raise(at, "iterable argument unpacking follows keyword argument unpacking")
	}
	if again() {
		if a := p.expression(); a != nil {
			if gens := p.forIfClauses(); gens != nil && p.accept(comma) {
				p.mark--
				end := comprehensionEnd(gens)
				p.mark++
				// More arguments, or none, may follow the comma.
				q := p.mark
				if !p.args(&Call{}) {
					p.mark = q
				}
				p.raise(join(a, end), notParenthesized)
			}
		}
	}
	if again() && p.kind() == name && p.ahead(1) == assign {
		t := p.tok()
		eq := p.toks[p.mark+1]
		p.mark += 2
		if p.expression() != nil && p.forIfClauses() != nil {
			p.raise(join(t.span(), eq.span()), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
		}
	}
	if again() {
		// (args ',')? NAME '=' &(',' | ')')
		if !p.args(&Call{}) || !p.accept(comma) {
			p.mark = start
		}
		if p.err == nil && p.kind() == name && p.ahead(1) == assign && (p.ahead(2) == comma || p.ahead(2) == rpar) {
			eq := p.toks[p.mark+1]
			p.raise(join(p.tok().span(), eq.span()), "expected argument value expression")
		}
	}
	if again() {
		c = &Call{}
		if p.args(c) {
			if gens := p.forIfClauses(); gens != nil && len(c.Args) > 1 {
				p.raise(join(c.Args[len(c.Args)-1], comprehensionEnd(gens)), notParenthesized)
			}
		}
	}
	if again() && p.args(&Call{}) && p.accept(comma) {
		if a := p.expression(); a != nil {
			if gens := p.forIfClauses(); gens != nil {
				p.raise(join(a, comprehensionEnd(gens)), notParenthesized)
			}
		}
	}
	if again() {
		c = &Call{}
		if p.args(c) && p.accept(comma) && p.args(&Call{}) {
			msg := "positional argument follows keyword argument"
			for _, k := range c.Keywords {
				if k.Name == "" {
					msg = "positional argument follows keyword argument unpacking"
				}
			}
			p.raiseLast("SyntaxError", msg)
		}
	}
	p.mark = start
}

// invalidKwarg looks at an argument that is no positional one.
func (p *parser) invalidKwarg() bool {
	return p.try(func() {
		start := p.mark
		t := p.tok()
		switch t.kind {
		case kwTrue, kwFalse, kwNone:
			if p.ahead(1) == assign {
				p.mark += 2
				p.raise(p.from(t), "cannot assign to %s", p.str(t))
				return
			}
		case name:
			if p.ahead(1) == assign {
				p.mark += 2
				at := p.from(t)
				if p.expression() != nil && p.forIfClauses() != nil {
					p.raise(at, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
				}
				return
			}
		}
		p.mark = start
		if a := p.expression(); a != nil && p.accept(assign) {
			p.raise(p.since(a), `expression cannot contain assignment, perhaps you meant "=="?`)
		}
		if p.err != nil {
			return
		}
		p.mark = start
		if p.accept(doubleStar) && p.expression() != nil && p.accept(assign) && p.expression() != nil {
			p.raise(p.from(t), "cannot assign to keyword argument unpacking")
		}
	})
}
