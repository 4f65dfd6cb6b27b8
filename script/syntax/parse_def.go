package syntax

// functionDef: ['async'] 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' block
func (p *parser) functionDef(decorators []Expr) Stmt {
	t := p.tok()
	if p.reports() && p.invalidDef() {
		return nil
	}
	f := &FunctionDef{Async: p.accept(kwAsync), Decorators: decorators}
	p.mark++
	n := p.name()
	if n == nil {
		return nil
	}
	f.Name = p.ident(n)
	var ok bool
	if f.TypeParams, ok = p.typeParams(); !ok || !p.forced(lpar, "(") {
		return nil
	}
	if f.Args, ok = p.parameters(rpar); !ok || !p.accept(rpar) {
		return nil
	}
	if p.kind() == arrow {
		back := p.mark
		p.mark++
		if f.Returns = p.expression(); f.Returns == nil {
			p.mark = back
		}
	}
	if p.err != nil || !p.forced(colon, ":") {
		return nil
	}
	if f.Body = p.block(); f.Body == nil {
		return nil
	}
	f.Span = p.from(t)
	return f
}

// classDef: 'class' NAME [type_params] ['(' [arguments] ')'] ':' block
func (p *parser) classDef(decorators []Expr) Stmt {
	t := p.tok()
	if p.reports() && p.invalidClass() {
		return nil
	}
	c := &ClassDef{Decorators: decorators}
	p.mark++
	n := p.name()
	if n == nil {
		return nil
	}
	c.Name = p.ident(n)
	var ok bool
	if c.TypeParams, ok = p.typeParams(); !ok {
		return nil
	}
	if p.accept(lpar) && !p.accept(rpar) {
		call := &Call{}
		if !p.arguments(call, nil) || !p.accept(rpar) {
			return nil
		}
		c.Bases, c.Keywords = call.Args, call.Keywords
	}
	if c.Body = p.suite(); c.Body == nil {
		return nil
	}
	c.Span = p.from(t)
	return c
}

// typeParams: ['[' type_param (',' type_param)* [','] ']']
//
// It returns false where brackets begin and do not fit.
func (p *parser) typeParams() ([]*TypeParam, bool) {
	if p.kind() != lsqb {
		return nil, p.err == nil
	}
	start := p.mark
	p.mark++
	var params []*TypeParam
	for p.kind() != rsqb {
		tp := p.typeParam()
		if tp == nil {
			break
		}
		params = append(params, tp)
		if !p.accept(comma) {
			break
		}
	}
	if p.err != nil {
		return nil, false
	}
	if len(params) == 0 && p.kind() == rsqb && p.reports() {
		p.raiseFrom(p.tok().span(), "Type parameter list cannot be empty")
		return nil, false
	}
	if len(params) == 0 || !p.accept(rsqb) {
		p.mark = start
		return nil, false
	}
	return params, true
}

// typeParam: NAME [':' expression] ['=' expression]
//
//	| '*' NAME ['=' star_expression] | '**' NAME ['=' expression]
func (p *parser) typeParam() *TypeParam {
	start := p.mark
	t := p.tok()
	tp := &TypeParam{}
	value := p.expression
	switch t.kind {
	case star:
		tp.Kind = TypeVarTuple
		value = p.starExpression
		p.mark++
	case doubleStar:
		tp.Kind = ParamSpec
		p.mark++
	}
	n := p.name()
	if n == nil {
		p.mark = start
		return nil
	}
	tp.Name = p.ident(n)
	if p.kind() == colon {
		if tp.Kind == TypeVar {
			back := p.mark
			p.mark++
			if tp.Bound = p.expression(); tp.Bound == nil {
				p.mark = back
			}
		} else if p.reports() && p.invalidTypeParam(tp.Kind) {
			return nil
		}
	}
	if p.kind() == assign {
		back := p.mark
		p.mark++
		if tp.Default = value(); tp.Default == nil {
			p.mark = back
		}
	}
	tp.Span = p.from(t)
	return tp
}

// parameters parses the parameters of a function (up to ')') or of a lambda (up
// to ':'), possibly none.
func (p *parser) parameters(end kind) (*Arguments, bool) {
	a := &Arguments{}
	if p.kind() == end {
		return a, true
	}
	if p.reports() && p.invalidParameters(end) {
		return nil, false
	}
	for p.kind() == name {
		arg := p.param(end, false)
		if arg == nil {
			return nil, false
		}
		if d, ok := p.defaultValue(); !ok {
			return nil, false
		} else if d != nil {
			a.Defaults = append(a.Defaults, d)
		} else if len(a.Defaults) > 0 {
			return nil, false
		}
		a.Args = append(a.Args, arg)
		if !p.afterParam(end) {
			return nil, false
		}
		if p.kind() == slash && a.PosOnly == nil {
			p.mark++
			a.PosOnly, a.Args = a.Args, nil
			if !p.afterParam(end) {
				return nil, false
			}
		}
	}
	return a, p.starEtc(a, end)
}

// afterParam takes the comma after a parameter, or sees the end.
func (p *parser) afterParam(end kind) bool {
	return p.accept(comma) || p.kind() == end
}

// param: NAME [':' expression]; a lambda's has no annotation, and that of
// *args may be starred.
func (p *parser) param(end kind, starAnnotation bool) *Arg {
	t := p.name()
	if t == nil {
		return nil
	}
	a := &Arg{Name: p.ident(t)}
	if end == rpar && p.kind() == colon {
		p.mark++
		if starAnnotation {
			a.Annotation = p.starExpression()
		} else {
			a.Annotation = p.expression()
		}
		if a.Annotation == nil {
			return nil
		}
	}
	a.Span = p.from(t)
	return a
}

// defaultValue: ['=' expression]
func (p *parser) defaultValue() (Expr, bool) {
	if p.kind() != assign {
		return nil, true
	}
	t := p.tok()
	p.mark++
	e := p.expression()
	if e == nil && p.reports() && p.err == nil && (p.kind() == rpar || p.kind() == comma) {
		p.raise(t.span(), "expected default value expression")
	}
	return e, e != nil
}

// starEtc: '*' (param | ',') (param ['=' expression])* ['**' param] | '**' param
func (p *parser) starEtc(a *Arguments, end kind) bool {
	if p.kind() == star {
		if p.reports() && p.invalidStarEtc(end) {
			return false
		}
		p.mark++
		if p.accept(comma) {
			if p.kind() != name {
				return false
			}
		} else {
			a.VarArg = p.param(end, true)
			if a.VarArg == nil || !p.afterParam(end) {
				return false
			}
		}
		for p.kind() == name {
			arg := p.param(end, false)
			if arg == nil {
				return false
			}
			d, ok := p.defaultValue()
			if !ok || !p.afterParam(end) {
				return false
			}
			a.KwOnly = append(a.KwOnly, arg)
			a.KwDefaults = append(a.KwDefaults, d)
		}
	}
	if p.kind() == doubleStar {
		if p.reports() && p.invalidKwds(end) {
			return false
		}
		p.mark++
		a.KwArg = p.param(end, false)
		if a.KwArg == nil || !p.afterParam(end) {
			return false
		}
	}
	return p.err == nil && p.kind() == end
}
