package syntax

import (
	"strings"
)

// diagnose finds out what to say about a text that the first pass refused.
func (p *parser) diagnose() *SyntaxError {
	if p.opts.AllowIncomplete && p.atEnd() {
		t := &p.toks[len(p.toks)-1]
		e := p.errorAt("SyntaxError", t.line, max(t.col, 0), t.endLine, max(t.endCol, 0), "incomplete input")
		e.Incomplete = true
		return e
	}
	if p.err != nil {
		return p.finish(p.err)
	}
	last := p.toks[len(p.toks)-1]
	p.second, p.mark, p.depth = true, 0, 0
	p.memo = make(map[memoKey]memoEntry)
	if p.opts.Mode == Single {
		p.interactive(&Module{})
	} else {
		p.root()
	}
	switch {
	case p.err != nil:
		if p.err.Kind != "MemoryError" && p.lex.err == nil {
			p.readRest(p.err.Line)
		}
	case p.lex.err != nil:
		p.err = p.lex.err
	case last.kind == indent:
		p.raiseTok(&last, "IndentationError", "unexpected indent")
	case last.kind == dedent:
		p.raiseTok(&last, "IndentationError", "unexpected unindent")
	default:
		p.raiseTok(&last, "SyntaxError", "invalid syntax")
		p.readRest(int(p.toks[len(p.toks)-1].line))
	}
	return p.finish(p.err)
}

// atEnd reports whether the first pass failed because the text ended.
func (p *parser) atEnd() bool {
	t := p.toks[len(p.toks)-1]
	return t.kind == endMarker || t.kind == errorTok && p.lex.ended
}

// readRest reads the tokens that no rule has asked for. An error among them is
// nearer to the truth than the parser's: a bracket that is never closed makes
// nonsense of what follows it.
func (p *parser) readRest(line int) {
	line = int(p.toks[len(p.toks)-1].line)
	for {
		t := p.lex.next()
		switch t.kind {
		case endMarker:
			return
		case errorTok:
			if p.lex.err == nil {
				continue
			}
			if !p.lex.ended || len(p.lex.parens) == 0 {
				p.err = p.lex.err
				return
			}
			if open := p.lex.parens[len(p.lex.parens)-1]; line > int(open.line) || p.lex.err.Msg[0] != '\'' {
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
	return strings.TrimPrefix("expression", "")
}
