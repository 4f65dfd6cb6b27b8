package syntax

// This file holds the mistakes in parameter lists. The end is ')' for a
// function and ':' for a lambda.

// paramFlavor says whether a parameter must, may or must not have a default.
type paramFlavor uint8

const (
	noDefault paramFlavor = iota
	withDefault
	maybeDefault
)

// skipParam takes one parameter with its comma.
func (p *parser) skipParam(end kind, f paramFlavor) (Span, bool) {
	start := p.mark
	a := p.param(end, false)
	if a == nil {
		p.mark = start
		return Span{}, false
	}
	had := p.kind() == assign
	if f == noDefault && had || f == withDefault && !had {
		p.mark = start
		return Span{}, false
	}
	if _, ok := p.defaultValue(); !ok || !p.afterParam(end) {
		p.mark = start
		return Span{}, false
	}
	return a.Span, true
}

func (p *parser) skipParams(end kind, f paramFlavor) int {
	n := 0
	for p.err == nil {
		if _, ok := p.skipParam(end, f); !ok {
			break
		}
		n++
	}
	return n
}

// skipSlash takes parameters up to and with '/'.
func (p *parser) skipSlash(end kind, plain, defaulted bool) bool {
	start := p.mark
	n := p.skipParams(end, noDefault)
	if plain && n > 0 && p.accept(slash) && p.afterParam(end) {
		return true
	}
	p.mark = start
	if defaulted && p.err == nil {
		p.skipParams(end, noDefault)
		if p.skipParams(end, withDefault) > 0 && p.accept(slash) && p.afterParam(end) {
			return true
		}
	}
	p.mark = start
	return false
}

func (p *parser) invalidParameters(end kind) bool {
	return p.try(func() {
		start := p.mark
		again := func() bool {
			p.mark = start
			return p.err == nil
		}
		if t := p.tok(); p.accept(slash) && p.accept(comma) {
			p.raise(t.span(), "at least one argument must precede /")
		}
		if again() && p.skipSlash(end, true, true) {
			p.skipParams(end, maybeDefault)
			if t := p.tok(); p.accept(slash) {
				p.raise(t.span(), "/ may appear only once")
			}
		}
		if again() {
			p.skipSlash(end, true, false)
			p.skipParams(end, noDefault)
			if p.skipSlash(end, false, true) || p.skipParams(end, withDefault) > 0 {
				if at, ok := p.skipParam(end, noDefault); ok {
					p.raise(at, "parameter without a default follows parameter with a default")
				}
			}
		}
		if again() {
			p.skipParams(end, noDefault)
			p.invalidParenthesized(end)
		}
		if again() {
			p.skipSlash(end, true, true)
			p.skipParams(end, maybeDefault)
			if p.accept(star) {
				ok := p.accept(comma)
				if !ok {
					_, ok = p.skipParam(end, noDefault)
				}
				if ok {
					p.skipParams(end, maybeDefault)
					if t := p.tok(); p.accept(slash) {
						p.raise(t.span(), "/ must be ahead of *")
					}
				}
			}
		}
		if again() && p.skipParams(end, maybeDefault) > 0 && p.accept(slash) {
			if t := p.tok(); p.accept(star) {
				p.raise(t.span(), "expected comma between / and *")
			}
		}
	})
}

// invalidParenthesized looks for parameters in parentheses, which Python 2 had.
func (p *parser) invalidParenthesized(end kind) {
	t := p.tok()
	if !p.accept(lpar) {
		return
	}
	n := 0
	what := "Function"
	if end == rpar {
		n = p.skipParams(end, noDefault)
	} else {
		what = "Lambda expression"
		for p.param(end, false) != nil {
			n++
			if !p.accept(comma) {
				break
			}
		}
	}
	if n == 0 {
		return
	}
	p.accept(comma)
	if p.accept(rpar) {
		p.raise(p.from(t), "%s parameters cannot be parenthesized", what)
	}
}

// invalidStarEtc looks at '*'.
func (p *parser) invalidStarEtc(end kind) bool {
	return p.try(func() {
		start := p.mark
		t := p.tok()
		p.mark++
		if p.kind() == end || p.accept(comma) && (p.kind() == end || p.kind() == doubleStar) {
			if end == colon {
				p.raiseLast("SyntaxError", "named arguments must follow bare *")
			} else {
				p.raise(t.span(), "named arguments must follow bare *")
			}
			return
		}
		p.mark = start + 1
		if p.param(end, false) != nil && p.kind() == assign {
			p.raise(p.tok().span(), "var-positional argument cannot have default value")
		}
		if p.err != nil {
			return
		}
		p.mark = start + 1
		_, ok := p.skipParam(end, noDefault)
		if !ok {
			ok = p.accept(comma)
		}
		if !ok {
			return
		}
		p.skipParams(end, maybeDefault)
		if t := p.tok(); p.accept(star) {
			_, ok := p.skipParam(end, noDefault)
			if ok || p.accept(comma) {
				p.raise(t.span(), "* argument may appear only once")
			}
		}
	})
}

// invalidKwds looks at '**'.
func (p *parser) invalidKwds(end kind) bool {
	return p.try(func() {
		p.mark++
		if p.param(end, false) == nil {
			return
		}
		if p.kind() == assign {
			p.raise(p.tok().span(), "var-keyword argument cannot have default value")
			return
		}
		if !p.accept(comma) {
			return
		}
		const follow = "arguments cannot follow var-keyword argument"
		t := p.tok()
		switch t.kind {
		case name:
			if a := p.param(end, false); a != nil {
				p.raise(a.Span, follow)
			}
		case star, doubleStar, slash:
			p.raise(t.span(), follow)
		}
	})
}

// invalidTypeParam looks at ':' after a type parameter with stars.
func (p *parser) invalidTypeParam(k TypeParamKind) bool {
	return p.try(func() {
		t := p.tok()
		p.mark++
		e := p.expression()
		if e == nil {
			return
		}
		what, which := "bound", "TypeVarTuple"
		if _, ok := e.(*Tuple); ok {
			what = "constraints"
		}
		if k == ParamSpec {
			which = "ParamSpec"
		}
		p.raiseFrom(t.span(), "cannot use "+what+" with "+which)
	})
}
