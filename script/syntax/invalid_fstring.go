package syntax

// invalidReplacementField looks at a field of an f-string.
func (p *parser) invalidReplacementField(raw bool) bool {
	return p.try(func() {
		p.mark++
		next := func(msg string) { p.raiseTok(p.tok(), "SyntaxError", msg) }
		switch t := p.tok(); t.kind {
		case assign, exclamation, colon, rbrace:
			p.raise(t.span(), "f-string: valid expression required before '%s'", p.str(t))
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
