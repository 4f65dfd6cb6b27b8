package syntax

// Targets are parsed as the expressions that they look like and then turned
// into targets.

// setContext makes a target of an expression. It changes nothing and returns
// false when the expression cannot be one.
func setContext(e Expr, ctx Context) bool {
	if !targetForm(e, ctx) {
		return false
	}
	applyContext(e, ctx)
	return true
}

func targetForm(e Expr, ctx Context) bool {
	var elts []Expr
	switch e := e.(type) {
	case *Name, *Attribute, *Subscript:
		return true
	case *Starred:
		_, nested := e.Value.(*Starred)
		return ctx == Store && !nested && targetForm(e.Value, ctx)
	case *Tuple:
		elts = e.Elts
	case *List:
		elts = e.Elts
	default:
		return false
	}
	for _, elt := range elts {
		if !targetForm(elt, ctx) {
			return false
		}
	}
	return true
}

func applyContext(e Expr, ctx Context) {
	var elts []Expr
	switch e := e.(type) {
	case *Name:
		e.Ctx = ctx
	case *Attribute:
		e.Ctx = ctx
	case *Subscript:
		e.Ctx = ctx
	case *Starred:
		e.Ctx = ctx
		applyContext(e.Value, ctx)
	case *Tuple:
		e.Ctx = ctx
		elts = e.Elts
	case *List:
		e.Ctx = ctx
		elts = e.Elts
	}
	for _, elt := range elts {
		applyContext(elt, ctx)
	}
}

// starTargets: star_target (',' star_target)* [',']
func (p *parser) starTargets() Expr {
	return p.tupleOfTargets(p.tupleOf(p.starTarget))
}

func (p *parser) tupleOfTargets(e Expr) Expr {
	if t, ok := e.(*Tuple); ok {
		t.Ctx = Store
	}
	return e
}

// starTarget: '*' (!'*' star_target) | target_with_star_atom
func (p *parser) starTarget() Expr {
	start := p.mark
	if p.kind() != star {
		e := p.primary()
		if e == nil || !setContext(e, Store) {
			p.mark = start
			return nil
		}
		return e
	}
	t := *p.tok()
	p.mark++
	if p.kind() != star {
		if e := p.starTarget(); e != nil {
			return &Starred{Span: p.from(&t), Value: e, Ctx: Store}
		}
	}
	p.mark = start
	return nil
}

// singleTarget: attribute or subscript | NAME | '(' single_target ')'
func (p *parser) singleTarget() Expr {
	start := p.mark
	e := p.primary()
	switch e.(type) {
	case *Name, *Attribute, *Subscript:
		applyContext(e, Store)
		return e
	}
	p.mark = start
	return nil
}

// delTargets: ','.del_target+ [',']
func (p *parser) delTargets() []Expr {
	var targets []Expr
	for {
		start := p.mark
		e := p.primary()
		if e == nil || !setContext(e, Del) {
			p.mark = start
			return targets
		}
		targets = append(targets, e)
		if !p.accept(comma) {
			return targets
		}
	}
}
