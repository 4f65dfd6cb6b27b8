package syntax

// statements: statement*
func (p *parser) statements() []Stmt {
	var stmts []Stmt
	for {
		n := len(stmts)
		start := p.mark
		stmts, _ = p.statementInto(stmts)
		if len(stmts) == n {
			p.mark = start
			return stmts
		}
	}
}

// statement parses one statement, or the simple statements of a line.
func (p *parser) statement() (stmts []Stmt, compound bool) {
	return p.statementInto(nil)
}

// statementInto appends what it parses: nothing, where nothing fits.
//
//	statement: compound_stmt | simple_stmts
func (p *parser) statementInto(dst []Stmt) ([]Stmt, bool) {
	start := p.mark
	var s Stmt
	switch p.kind() {
	case kwDef, kwClass, kwIf, kwWith, kwFor, kwTry, kwWhile, kwAsync, at:
		if !p.enter() {
			return dst, false
		}
		s = p.compoundStmt()
		p.leave()
	case name:
		if p.isSoft("match") {
			s = p.matchStmt()
		}
	case endMarker, dedent, indent:
		return dst, false
	}
	if p.err != nil {
		return dst, false
	}
	if s != nil {
		return append(dst, s), true
	}
	p.mark = start
	dst, _ = p.simpleStmts(dst)
	return dst, false
}

func (p *parser) compoundStmt() Stmt {
	t := p.tok()
	switch t.kind {
	case kwDef:
		return p.functionDef(nil)
	case kwClass:
		return p.classDef(nil)
	case kwIf:
		return p.ifStmt(kwIf)
	case kwWith:
		return p.withStmt()
	case kwFor:
		return p.forStmt()
	case kwTry:
		return p.tryStmt()
	case kwWhile:
		return p.whileStmt()
	case kwAsync:
		switch p.ahead(1) {
		case kwDef:
			return p.functionDef(nil)
		case kwWith:
			return p.withStmt()
		case kwFor:
			return p.forStmt()
		}
	case at:
		return p.decorated()
	}
	return nil
}

// decorated: ('@' named_expression NEWLINE)+ (class_def | function_def)
func (p *parser) decorated() Stmt {
	var decorators []Expr
	for p.accept(at) {
		e := p.namedExpression()
		if e == nil || !p.accept(newline) {
			return nil
		}
		decorators = append(decorators, e)
	}
	switch p.kind() {
	case kwClass:
		return p.classDef(decorators)
	case kwDef:
		return p.functionDef(decorators)
	case kwAsync:
		if p.ahead(1) == kwDef {
			return p.functionDef(decorators)
		}
	}
	return nil
}

// block: NEWLINE INDENT statements DEDENT | simple_stmts
func (p *parser) block() []Stmt {
	if p.second {
		if v, ok := p.recall(ruleBlock); ok {
			b, _ := v.([]Stmt)
			return b
		}
	}
	start := p.mark
	b := p.blockRaw()
	if b == nil || p.err != nil {
		p.mark = start
		p.remember(ruleBlock, start, nil)
		return nil
	}
	p.remember(ruleBlock, start, b)
	return b
}

func (p *parser) blockRaw() []Stmt {
	if p.kind() != newline {
		b, ok := p.simpleStmts(nil)
		if !ok {
			return nil
		}
		return b
	}
	p.mark++
	if !p.accept(indent) {
		if p.reports() {
			p.raiseLast("IndentationError", "expected an indented block")
		}
		return nil
	}
	b := p.statements()
	if len(b) == 0 || p.err != nil || !p.accept(dedent) {
		return nil
	}
	return b
}

// suite parses ':' block.
func (p *parser) suite() []Stmt {
	if !p.accept(colon) {
		return nil
	}
	return p.block()
}

// forcedColon takes a ':' that must come: in the second pass its lack is the
// error.
func (p *parser) forced(k kind, text string) bool {
	if p.accept(k) {
		return true
	}
	if p.second && p.err == nil {
		t := p.tok()
		if t.kind == errorTok && p.lex.err != nil {
			return false
		}
		p.raiseTok2(t, "expected '"+text+"'")
	}
	return false
}

// ifStmt: ('if' | 'elif') named_expression ':' block (elif_stmt | [else_block])
func (p *parser) ifStmt(word kind) Stmt {
	t := p.tok()
	if p.reports() && p.invalidHeader(p.str(t), p.namedExpression) {
		return nil
	}
	p.mark++
	s := &If{Test: p.namedExpression()}
	if s.Test == nil {
		return nil
	}
	if s.Body = p.suite(); s.Body == nil {
		return nil
	}
	if p.kind() == kwElif {
		if !p.enter() {
			return nil
		}
		elif := p.ifStmt(kwElif)
		p.leave()
		if elif == nil {
			return nil
		}
		s.Else = []Stmt{elif}
	} else if s.Else = p.elseBlock(); p.err != nil {
		return nil
	}
	s.Span = p.from(t)
	return s
}

// elseBlock: ['else' ':' block]
func (p *parser) elseBlock() []Stmt {
	if p.kind() != kwElse {
		return nil
	}
	start := p.mark
	if p.reports() && p.invalidElse() {
		return nil
	}
	p.mark++
	if p.forced(colon, ":") {
		if b := p.block(); b != nil {
			return b
		}
	}
	p.mark = start
	return nil
}

// whileStmt: 'while' named_expression ':' block [else_block]
func (p *parser) whileStmt() Stmt {
	t := p.tok()
	if p.reports() && p.invalidHeader("while", p.namedExpression) {
		return nil
	}
	p.mark++
	s := &While{Test: p.namedExpression()}
	if s.Test == nil {
		return nil
	}
	if s.Body = p.suite(); s.Body == nil {
		return nil
	}
	if s.Else = p.elseBlock(); p.err != nil {
		return nil
	}
	s.Span = p.from(t)
	return s
}

// forStmt: ['async'] 'for' star_targets 'in' star_expressions ':' block [else_block]
func (p *parser) forStmt() Stmt {
	start := p.mark
	t := p.tok()
	if p.reports() && p.invalidFor() {
		return nil
	}
	s := &For{Async: p.accept(kwAsync)}
	p.mark++
	s.Target = p.starTargets()
	if s.Target == nil || !p.accept(kwIn) {
		p.mark = start
		if p.reports() && p.err == nil {
			p.invalidForTarget(false)
		}
		return nil
	}
	if s.Iter = p.starExpressions(); s.Iter == nil {
		return nil
	}
	if s.Body = p.suite(); s.Body == nil {
		return nil
	}
	if s.Else = p.elseBlock(); p.err != nil {
		return nil
	}
	s.Span = p.from(t)
	return s
}

// withStmt: ['async'] 'with' (','.with_item+ | '(' ','.with_item+ [','] ')') ':' block
func (p *parser) withStmt() Stmt {
	start := p.mark
	t := p.tok()
	if p.reports() && p.invalidWithIndent() {
		return nil
	}
	s := &With{Async: p.accept(kwAsync)}
	p.mark++
	items := p.mark
	if p.accept(lpar) {
		s.Items = p.withItems()
		if len(s.Items) > 0 {
			p.accept(comma)
			if p.accept(rpar) && p.kind() == colon {
				if s.Body = p.suite(); s.Body != nil {
					s.Span = p.from(t)
					return s
				}
			}
		}
		if p.err != nil {
			return nil
		}
		p.mark = items
	}
	s.Items = p.withItems()
	if len(s.Items) > 0 {
		if s.Body = p.suite(); s.Body != nil {
			s.Span = p.from(t)
			return s
		}
	}
	p.mark = start
	if p.reports() && p.err == nil {
		p.invalidWith()
	}
	return nil
}

func (p *parser) withItems() []*WithItem {
	var items []*WithItem
	for {
		back := p.mark
		if len(items) > 0 && !p.accept(comma) {
			return items
		}
		i := p.withItem()
		if i == nil {
			p.mark = back
			return items
		}
		items = append(items, i)
	}
}

// withItem: expression ['as' star_target &(',' | ')' | ':')]
func (p *parser) withItem() *WithItem {
	start := p.mark
	e := p.expression()
	if e == nil {
		return nil
	}
	if p.kind() != kwAs {
		return &WithItem{ContextExpr: e}
	}
	back := p.mark
	p.mark++
	if t := p.starTarget(); t != nil {
		switch p.kind() {
		case comma, rpar, colon:
			return &WithItem{ContextExpr: e, OptionalVars: t}
		}
	}
	if p.reports() && p.err == nil {
		p.mark = start
		if p.invalidWithItem() {
			return nil
		}
	}
	p.mark = back
	return &WithItem{ContextExpr: e}
}

// tryStmt: 'try' ':' block (finally_block | except_block+ [else_block] [finally_block])
func (p *parser) tryStmt() Stmt {
	t := p.tok()
	if p.reports() && p.invalidTry() {
		return nil
	}
	p.mark++
	s := &Try{}
	if !p.forced(colon, ":") {
		return nil
	}
	if s.Body = p.block(); s.Body == nil {
		return nil
	}
	s.Star = p.kind() == kwExcept && p.ahead(1) == star
	for p.kind() == kwExcept {
		h := p.exceptBlock(s.Star)
		if h == nil {
			break
		}
		s.Handlers = append(s.Handlers, h)
	}
	if p.err != nil {
		return nil
	}
	if len(s.Handlers) > 0 {
		if s.Else = p.elseBlock(); p.err != nil {
			return nil
		}
	}
	if p.kind() == kwFinally {
		back := p.mark
		if p.reports() && p.invalidWordIndent("finally", "'finally' statement") {
			return nil
		}
		p.mark++
		if p.forced(colon, ":") {
			s.Finally = p.block()
		}
		if s.Finally == nil {
			p.mark = back
		}
	}
	if p.err != nil || len(s.Handlers) == 0 && s.Finally == nil {
		return nil
	}
	s.Span = p.from(t)
	return s
}

// exceptBlock: 'except' ['*'] [expression ['as' NAME]] ':' block
func (p *parser) exceptBlock(star_ bool) *ExceptHandler {
	start := p.mark
	t := p.tok()
	if p.reports() && p.invalidExceptIndent(star_) {
		return nil
	}
	p.mark++
	h := &ExceptHandler{}
	ok := true
	if star_ {
		ok = p.accept(star)
	}
	if ok && (star_ || p.kind() != colon) {
		h.Type = p.expression()
		ok = h.Type != nil
		if ok && p.kind() == kwAs {
			back := p.mark
			p.mark++
			if n := p.name(); n != nil {
				h.Name = p.ident(n)
			} else {
				p.mark = back
			}
		}
	}
	if ok {
		if h.Body = p.suite(); h.Body != nil {
			h.Span = p.from(t)
			return h
		}
	}
	p.mark = start
	if p.reports() && p.err == nil {
		p.invalidExcept()
	}
	p.mark = start
	return nil
}
