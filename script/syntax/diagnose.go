package syntax

// diagnose finds out what to say about a text that the first pass refused.
func (p *parser) diagnose() *SyntaxError {
	if p.opts.AllowIncomplete && p.lex.atEnd {
		p.err = nil
		p.raiseLast("SyntaxError", "incomplete input")
		p.err.Incomplete = true
		return p.finish(p.err)
	}
	p.second = true
	if p.err == nil {
		p.quiet = true
		p.again()
	}
	last := p.toks[len(p.toks)-1]
	if p.err == nil {
		p.quiet = false
		p.again()
	}
	switch {
	case p.err != nil:
		if p.err.Kind != "MemoryError" && p.lex.err == nil {
			p.readRest()
		}
	case last.kind == indent:
		p.raiseTok(&last, "IndentationError", "unexpected indent")
	case last.kind == dedent:
		p.raiseTok(&last, "IndentationError", "unexpected unindent")
	default:
		p.raise(last.span(), "invalid syntax")
		p.readRest()
	}
	return p.finish(p.err)
}

// again parses the text once more, for its mistakes.
func (p *parser) again() {
	p.mark, p.depth = 0, 0
	p.memo = make(map[memoKey]memoEntry)
	p.root()
}

// readRest reads the tokens that no rule has asked for. An error among them is
// nearer to the truth than the parser's: a bracket that is never closed makes
// nonsense of what follows it.
func (p *parser) readRest() {
	line := int(p.toks[len(p.toks)-1].line)
	for {
		t := p.lex.next()
		switch t.kind {
		case endMarker:
			return
		case errorTok:
			if p.lex.err == nil {
				continue
			}
			switch n := len(p.lex.parens); {
			case len(p.lex.fstrings) > 0:
				// CPython does not look into f-strings here.
			case !p.lex.soft:
				p.err = p.lex.err
			case n > 0 && line > int(p.lex.parens[n-1].line):
				p.lex.err = nil
				p.lex.endError()
				p.err = p.lex.err
			}
			return
		}
	}
}

// finish fills in what the lexer does not know.
func (p *parser) finish(e *SyntaxError) *SyntaxError {
	e.File = p.opts.File
	if e.Text == "" && e.Kind != "MemoryError" {
		e.Text = p.lineText(e.Line)
		if e.bare {
			e.Text = p.src.Line(e.Line)
		}
	}
	return e
}

// targetUse says in what position a target stands.
type targetUse uint8

const (
	useStar targetUse = iota // assignment
	useFor
	useDel
)

// invalidTarget finds the part of an expression that cannot be a target, or
// nil.
func invalidTarget(e Expr, use targetUse) Expr {
	switch e := e.(type) {
	case nil:
		return nil
	case *Name, *Subscript, *Attribute:
		return nil
	case *List:
		return invalidAmong(e.Elts, use)
	case *Tuple:
		return invalidAmong(e.Elts, use)
	case *Starred:
		if use == useDel {
			return e
		}
		return invalidTarget(e.Value, use)
	case *Compare:
		// 'for x in y' without more reads as a comparison.
		if use == useFor {
			if e.Ops[0] == In {
				return invalidTarget(e.Left, use)
			}
			return nil
		}
		return e
	}
	return e
}

func invalidAmong(elts []Expr, use targetUse) Expr {
	for _, e := range elts {
		if bad := invalidTarget(e, use); bad != nil {
			return bad
		}
	}
	return nil
}

// raiseTarget reports the part of e that cannot be a target.
func (p *parser) raiseTarget(e Expr, use targetUse) bool {
	bad := invalidTarget(e, use)
	if bad == nil {
		return false
	}
	verb := "assign to"
	if use == useDel {
		verb = "delete"
	}
	return p.raise(bad.At(), "cannot %s %s", verb, exprName(bad))
}

// exprName is what messages call an expression.
func exprName(e Expr) string {
	switch e := e.(type) {
	case *Attribute:
		return "attribute"
	case *Subscript:
		return "subscript"
	case *Starred:
		return "starred"
	case *Name:
		return "name"
	case *List:
		return "list"
	case *Tuple:
		return "tuple"
	case *Lambda:
		return "lambda"
	case *Call:
		return "function call"
	case *BoolOp, *BinOp, *UnaryOp:
		return "expression"
	case *GeneratorExp:
		return "generator expression"
	case *Yield, *YieldFrom:
		return "yield expression"
	case *Await:
		return "await expression"
	case *ListComp:
		return "list comprehension"
	case *SetComp:
		return "set comprehension"
	case *DictComp:
		return "dict comprehension"
	case *Dict:
		return "dict literal"
	case *Set:
		return "set display"
	case *JoinedStr, *FormattedValue:
		return "f-string expression"
	case *Compare:
		return "comparison"
	case *IfExp:
		return "conditional expression"
	case *NamedExpr:
		return "named expression"
	case *Constant:
		switch v := e.Value.(type) {
		case nil:
			return "None"
		case bool:
			if v {
				return "True"
			}
			return "False"
		case EllipsisValue:
			return "ellipsis"
		}
		return "literal"
	}
	return "expression"
}
