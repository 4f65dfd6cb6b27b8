package syntax

// atom: NAME | 'True' | 'False' | 'None' | strings | NUMBER | '...'
//
//	| tuple | group | genexp | list | listcomp | dict | set | dictcomp | setcomp
func (p *parser) atom() Expr {
	k := p.kind()
	t := &p.toks[p.mark]
	switch k {
	case name:
		p.mark++
		return p.nameNode(t, Load)
	case number:
		p.mark++
		v, err := numberValue(p.str(t))
		if err != nil {
			p.raise(t.span(), "%s", err.Error())
			return nil
		}
		return &Constant{Span: t.span(), Value: v}
	case stringTok, fstringStart:
		return p.strings()
	case kwTrue, kwFalse:
		p.mark++
		return &Constant{Span: t.span(), Value: k == kwTrue}
	case kwNone:
		p.mark++
		return &Constant{Span: t.span()}
	case ellipsis:
		p.mark++
		return &Constant{Span: t.span(), Value: EllipsisValue{}}
	case lpar, lsqb, lbrace:
	default:
		return nil
	}
	start := p.mark
	if !p.enter() {
		return nil
	}
	var e Expr
	switch {
	case p.second:
		e = p.bracketed2(k)
	case k == lpar:
		e = p.parenthesized()
	case k == lsqb:
		e = p.list()
	default:
		e = p.braces()
	}
	p.leave()
	if e == nil || p.err != nil {
		p.mark = start
		return nil
	}
	return e
}

// atComprehension reports whether a for clause of a comprehension comes next.
func (p *parser) atComprehension() bool {
	return p.kind() == kwFor || p.kind() == kwAsync
}

// parenthesized parses what begins with '('.
//
//	tuple: '(' [star_named_expression ',' [star_named_expressions]] ')'
//	group: '(' (yield_expr | named_expression) ')'
//	genexp: '(' (assignment_expression | expression !':=') for_if_clauses ')'
func (p *parser) parenthesized() Expr {
	t := *p.tok()
	p.mark++
	if p.accept(rpar) {
		return &Tuple{Span: p.from(&t)}
	}
	if p.kind() == kwYield {
		e := p.yieldExpr()
		if e == nil || !p.accept(rpar) {
			return nil
		}
		return e
	}
	first := p.starNamedExpression()
	if first == nil {
		return nil
	}
	_, starred := first.(*Starred)
	switch {
	case p.accept(comma):
		elts := append([]Expr{first}, p.starNamedExpressions()...)
		if !p.accept(rpar) {
			return nil
		}
		return &Tuple{Span: p.from(&t), Elts: elts}
	case starred:
		return nil
	case p.atComprehension():
		gens := p.forIfClauses()
		if gens == nil || !p.accept(rpar) {
			return nil
		}
		return &GeneratorExp{Span: p.from(&t), Elt: first, Generators: gens}
	}
	if !p.accept(rpar) {
		return nil
	}
	return first
}

// list parses what begins with '['.
//
//	list: '[' [star_named_expressions] ']'
//	listcomp: '[' named_expression for_if_clauses ']'
func (p *parser) list() Expr {
	t := *p.tok()
	p.mark++
	elts := p.starNamedExpressions()
	if p.accept(rsqb) {
		return &List{Span: p.from(&t), Elts: elts}
	}
	if len(elts) != 1 || p.prev().kind == comma || !p.atComprehension() {
		return nil
	}
	if _, starred := elts[0].(*Starred); starred {
		return nil
	}
	gens := p.forIfClauses()
	if gens == nil || !p.accept(rsqb) {
		return nil
	}
	return &ListComp{Span: p.from(&t), Elt: elts[0], Generators: gens}
}

// braces parses what begins with '{'.
//
//	dict: '{' [double_starred_kvpairs] '}'
//	dictcomp: '{' kvpair for_if_clauses '}'
//	set: '{' star_named_expressions '}'
//	setcomp: '{' named_expression for_if_clauses '}'
func (p *parser) braces() Expr {
	t := *p.tok()
	p.mark++
	if p.accept(rbrace) {
		return &Dict{Span: p.from(&t)}
	}
	if p.kind() == doubleStar {
		return p.dict(&t, &Dict{})
	}
	walrus := p.kind() == name && p.ahead(1) == colonEqual
	first := p.starNamedExpression()
	if first == nil {
		return nil
	}
	_, starred := first.(*Starred)
	if p.kind() == colon && !starred && !walrus {
		p.mark++
		v := p.expression()
		if v == nil {
			return nil
		}
		if p.atComprehension() {
			gens := p.forIfClauses()
			if gens == nil || !p.accept(rbrace) {
				return nil
			}
			return &DictComp{Span: p.from(&t), Key: first, Value: v, Generators: gens}
		}
		d := &Dict{Keys: []Expr{first}, Values: []Expr{v}}
		if p.accept(comma) {
			return p.dict(&t, d)
		}
		if !p.accept(rbrace) {
			return nil
		}
		d.Span = p.from(&t)
		return d
	}
	if p.atComprehension() && !starred {
		gens := p.forIfClauses()
		if gens == nil || !p.accept(rbrace) {
			return nil
		}
		return &SetComp{Span: p.from(&t), Elt: first, Generators: gens}
	}
	elts := []Expr{first}
	if p.accept(comma) {
		elts = append(elts, p.starNamedExpressions()...)
	}
	if !p.accept(rbrace) {
		return nil
	}
	return &Set{Span: p.from(&t), Elts: elts}
}

// dict goes on with a dict where a pair or '}' must follow.
func (p *parser) dict(t *token, d *Dict) Expr {
	for {
		key, value, ok := p.doubleStarredKVPair()
		if !ok {
			break
		}
		d.Keys = append(d.Keys, key)
		d.Values = append(d.Values, value)
		if !p.accept(comma) {
			break
		}
	}
	if p.err != nil || !p.accept(rbrace) {
		return nil
	}
	d.Span = p.from(t)
	return d
}

// doubleStarredKVPair: '**' bitwise_or | expression ':' expression
func (p *parser) doubleStarredKVPair() (key, value Expr, ok bool) {
	start := p.mark
	if p.accept(doubleStar) {
		if value = p.bitwiseOr(); value != nil {
			return nil, value, true
		}
		p.mark = start
		return nil, nil, false
	}
	if key = p.expression(); key != nil && p.accept(colon) {
		if value = p.expression(); value != nil {
			return key, value, true
		}
	}
	p.mark = start
	return nil, nil, false
}

// forIfClauses: (['async'] 'for' star_targets 'in' disjunction ('if' disjunction)*)+
func (p *parser) forIfClauses() []*Comprehension {
	var gens []*Comprehension
	for p.atComprehension() {
		c := p.forIfClause()
		if c == nil {
			break
		}
		gens = append(gens, c)
	}
	if p.err != nil {
		return nil
	}
	return gens
}

func (p *parser) forIfClause() *Comprehension {
	start := p.mark
	c := &Comprehension{Async: p.accept(kwAsync)}
	if p.accept(kwFor) {
		c.Target = p.starTargets()
		if c.Target != nil && p.accept(kwIn) {
			c.Iter = p.disjunction()
			for c.Iter != nil && p.kind() == kwIf {
				back := p.mark
				p.mark++
				test := p.disjunction()
				if test == nil {
					p.mark = back
					break
				}
				c.Ifs = append(c.Ifs, test)
			}
			if c.Iter == nil || p.err != nil {
				p.mark = start
				return nil
			}
			return c
		}
	}
	p.mark = start
	if p.reports() {
		p.invalidForTarget(true)
	}
	return nil
}

// yieldExpr: 'yield' 'from' expression | 'yield' [star_expressions]
func (p *parser) yieldExpr() Expr {
	start := p.mark
	if p.kind() != kwYield {
		return nil
	}
	t := *p.tok()
	p.mark++
	if p.accept(kwFrom) {
		v := p.expression()
		if v == nil {
			p.mark = start
			return nil
		}
		return &YieldFrom{Span: p.from(&t), Value: v}
	}
	v := p.starExpressions()
	if p.err != nil {
		return nil
	}
	return &Yield{Span: p.from(&t), Value: v}
}

// call parses the arguments after a callee.
//
//	arguments: args [','] &')'
func (p *parser) call(start int, fn Expr) Expr {
	open := *p.tok()
	back := p.mark
	if p.second {
		if g := p.genexp(); g != nil {
			return &Call{Span: p.fromMark(start), Func: fn, Args: []Expr{g}}
		}
		if p.err != nil {
			return nil
		}
		p.mark = back
	}
	p.mark++
	c := &Call{Func: fn}
	if !p.accept(rpar) {
		if !p.arguments(c, &open) || !p.accept(rpar) {
			return nil
		}
		if n := len(c.Args); n == 1 {
			if g, ok := c.Args[0].(*GeneratorExp); ok && g.EndLine == 0 {
				g.EndLine, g.EndCol = p.prev().endLine, p.prev().endCol
			}
		}
	}
	c.Span = p.fromMark(start)
	return c
}

// arguments parses up to the closing parenthesis. A lone generator expression
// takes the call's parentheses as its own; its end is open until they close.
func (p *parser) arguments(c *Call, open *token) bool {
	start := p.mark
	ok := p.args(c)
	if p.err != nil {
		return false
	}
	if ok && !p.second && open != nil && len(c.Args) == 1 && len(c.Keywords) == 0 && p.atComprehension() {
		if _, starred := c.Args[0].(*Starred); starred {
			return false
		}
		gens := p.forIfClauses()
		if gens == nil {
			return false
		}
		c.Args[0] = &GeneratorExp{Span: Span{Line: open.line, Col: open.col}, Elt: c.Args[0], Generators: gens}
		return true
	}
	if ok {
		p.accept(comma)
		if p.kind() == rpar {
			return true
		}
	}
	if p.reports() {
		p.mark = start
		p.invalidArguments()
	}
	return false
}

// args parses as many arguments as fit, and stops before a comma after which
// none fits. Arguments come in three runs: positional ones and '*', then
// keywords and '*', then keywords and '**'.
//
//	args: ','.(starred_expression | (assignment_expression | expression !':=') !'=')+ [',' kwargs] | kwargs
//	kwargs: ','.(NAME '=' expression | starred_expression)+ ... ','.(NAME '=' expression | '**' expression)+
func (p *parser) args(c *Call) bool {
	run := 0
	for n := 0; ; n++ {
		back := p.mark
		if n > 0 && !p.accept(comma) {
			return true
		}
		next, ok := p.arg(c, run)
		if !ok {
			p.mark = back
			return n > 0 && p.err == nil
		}
		run = next
	}
}

// arg parses one argument and returns the run that it leads to.
func (p *parser) arg(c *Call, run int) (int, bool) {
	start := p.mark
	if run == 0 {
		if e := p.positional(); e != nil {
			c.Args = append(c.Args, e)
			return 0, true
		}
		if p.err != nil {
			return 0, false
		}
		p.mark = start
	}
	if p.reports() && p.invalidKwarg() {
		return 0, false
	}
	t := *p.tok()
	switch {
	case t.kind == name && p.ahead(1) == assign:
		p.mark += 2
		v := p.expression()
		if v == nil {
			return 0, false
		}
		c.Keywords = append(c.Keywords, &Keyword{Span: p.from(&t), Name: p.ident(&t), Value: v})
		return max(run, 1), true
	case t.kind == star && run < 2:
		e := p.starredExpression()
		if e == nil {
			return 0, false
		}
		c.Args = append(c.Args, e)
		return max(run, 1), true
	case t.kind == doubleStar:
		p.mark++
		v := p.expression()
		if v == nil {
			return 0, false
		}
		c.Keywords = append(c.Keywords, &Keyword{Span: p.from(&t), Value: v})
		return 2, true
	}
	return 0, false
}

// positional: starred_expression | (assignment_expression | expression !':=') !'='
func (p *parser) positional() Expr {
	if p.kind() == star {
		return p.starredExpression()
	}
	if !p.second && p.kind() == name && p.ahead(1) == assign {
		return nil
	}
	start := p.mark
	e := p.walrusOrExpression()
	if e != nil && p.kind() == assign {
		p.mark = start
		return nil
	}
	return e
}
