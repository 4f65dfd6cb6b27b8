package syntax

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// The parser is recursive descent with one token of lookahead, and a second
// pass for errors.
//
// The first pass knows only right programs. A rule's function returns nil where
// the text does not fit, and the whole parse is given up. Then the second pass
// runs over the same tokens with p.second set: now the functions also try the
// well-known mistakes, in the order in which CPython tries them, and the first
// one that fits is reported. Where none fits the error is "invalid syntax" at
// the token to which the first pass got. The second pass goes back and forth in
// the text, so it remembers the outcome of rules by position (p.memo).
//
// The second pass runs twice. CPython reports a few mistakes in its first pass
// already (a dict's pairs, a colon that must come), before any other; so the
// first run is quiet and looks for these alone.

// maxDepth bounds the nesting of rules. CPython's parser has such a bound too
// and raises MemoryError there.
const maxDepth = 5990

// Options tell Parse about the text.
type Options struct {
	// File is the name for messages, such as "<stdin>".
	File string
	// Mode is what to parse.
	Mode Mode
	// Warn, when set, gets what CPython warns of: invalid escapes and numbers
	// that run into a keyword. It is not called when the text is refused.
	Warn func(Warning)
	// AllowIncomplete makes a text that ended too early come back as an error
	// with Incomplete set, and in Single mode does not close open blocks at its
	// end: a prompt asks for another line then. It stands for the flags
	// PyCF_ALLOW_INCOMPLETE_INPUT and PyCF_DONT_IMPLY_DEDENT together.
	AllowIncomplete bool
	// Lines says that the text is read line by line, as a file's is, so that
	// nothing is left to point at when it has ended.
	Lines bool
}

type parser struct {
	src  *Source
	text string
	opts Options
	lex  *lexer
	toks []token
	mark int

	second bool
	// quiet is set while the second pass must not report mistakes: CPython has
	// a few rules that only look.
	quiet bool
	err   *SyntaxError
	memo  map[memoKey]memoEntry
	depth int

	textErr error // of the text of an f-string that is not yet read whole

	started  bool // Single: a token other than the end has come
	warnings []Warning
	// warnedAt holds the tokens that have drawn a warning.
	warnedAt map[int]bool
}

type memoKey struct {
	mark int
	rule rule
}

type memoEntry struct {
	node any
	mark int
}

// rule names the rules whose outcome the second pass remembers.
type rule uint8

const (
	ruleExpression rule = iota
	ruleDisjunction
	ruleBitwiseOr
	rulePrimary
	ruleInvalidNamed
	ruleStrings
	ruleBlock
	ruleSimpleStmt
	ruleAtom
)

// Parse parses a text. The error is a *SyntaxError.
func Parse(src []byte, opts Options) (*Module, error) {
	text, err := decode(src, opts.File)
	if err != nil {
		return nil, err
	}
	return ParseString(text, opts)
}

// ParseString parses a text that is already decoded, as compile() takes a str:
// a coding comment means nothing in it.
func ParseString(text string, opts Options) (*Module, error) {
	for i := 0; i < len(text); i++ {
		if text[i] == 0 {
			return nil, &SyntaxError{Kind: "SyntaxError", Msg: "source code string cannot contain null bytes", File: opts.File}
		}
	}
	return newParser(text, opts).parse()
}

func newParser(text string, opts Options) *parser {
	src := NewSource(opts.File, text)
	lexText := src.Text
	if n := len(lexText); n > 0 && lexText[n-1] != '\n' && opts.Mode == Exec {
		// At a prompt it matters whether the line is finished.
		lexText += "\n"
	}
	p := &parser{src: src, text: lexText, opts: opts, toks: make([]token, 0, len(text)/4+8)}
	p.lex = newLexer(lexText)
	p.lex.lines = opts.Lines
	p.lex.warn = func(category, msg string, line int32) {
		p.warnings = append(p.warnings, Warning{Category: category, Msg: msg, File: opts.File, Line: int(line)})
	}
	return p
}

func (p *parser) parse() (*Module, error) {
	opts := p.opts
	m := p.root()
	if m != nil && p.err == nil && opts.Mode == Single {
		p.singleOnly()
	}
	if m == nil || p.err != nil {
		return nil, p.diagnose()
	}
	if opts.Warn != nil {
		for _, w := range p.warnings {
			opts.Warn(w)
		}
	}
	return m, nil
}

// root parses the whole text.
//
//	file: statement* ENDMARKER
//	eval: expressions NEWLINE* ENDMARKER
//	interactive: compound_stmt NEWLINE | simple_stmts | NEWLINE
func (p *parser) root() *Module {
	m := &Module{Mode: p.opts.Mode, Source: p.src}
	switch p.opts.Mode {
	case Eval:
		e := p.expressions()
		if e == nil {
			return nil
		}
		for p.kind() == newline {
			p.mark++
		}
		if p.kind() != endMarker || p.err != nil {
			return nil
		}
		m.Body = []Stmt{&ExprStmt{Span: p.fromMark(0), Value: e}}
		return m
	case Single:
		return p.interactive(m)
	}
	m.Body = p.statements()
	if p.err != nil || p.kind() != endMarker {
		return nil
	}
	return m
}

func (p *parser) interactive(m *Module) *Module {
	if p.kind() == newline {
		t := p.toks[p.mark]
		m.Body = []Stmt{&Pass{Span: t.span()}}
		p.mark++
		return m
	}
	stmts, compound := p.statement()
	if len(stmts) == 0 || p.err != nil {
		return nil
	}
	if compound && !p.accept(newline) {
		return nil
	}
	m.Body = stmts
	return m
}

// singleOnly refuses more than one statement in Single mode.
func (p *parser) singleOnly() {
	rest := p.text[p.toks[len(p.toks)-1].end:]
	comment := false
	for i := 0; i < len(rest); i++ {
		c := rest[i]
		switch {
		case c == '\n':
			comment = false
		case comment || c == ' ' || c == '\t' || c == '\f' || c == '\\':
		case c == '#':
			comment = true
		default:
			p.raiseLast("SyntaxError", "multiple statements found while compiling a single statement")
			return
		}
	}
}

// fill reads one more token.
func (p *parser) fill() {
	tok := p.lex.next()
	if p.opts.Mode == Single {
		if tok.kind == endMarker && p.started {
			tok.kind = newline
			p.started = false
			if len(p.lex.indents) > 1 && !p.opts.AllowIncomplete {
				p.lex.pending = 1 - len(p.lex.indents)
				p.lex.indents = p.lex.indents[:1]
			}
		} else {
			p.started = true
		}
	}
	p.toks = append(p.toks, tok)
	if tok.kind == errorTok && p.lex.err != nil && p.err == nil {
		// No rule takes this token, but the second pass could report
		// something on the way back: the lexer's error comes first.
		p.err = p.lex.err
	}
}

// kind returns the kind of the next token.
func (p *parser) kind() kind {
	if p.mark == len(p.toks) {
		p.fill()
	}
	return p.toks[p.mark].kind
}

// ahead returns the kind of the token n after the next.
func (p *parser) ahead(n int) kind {
	for p.mark+n >= len(p.toks) {
		if k := len(p.toks); k > 0 && (p.toks[k-1].kind == endMarker || p.toks[k-1].kind == errorTok) {
			return endMarker
		}
		p.fill()
	}
	return p.toks[p.mark+n].kind
}

// tok returns the next token.
func (p *parser) tok() *token {
	p.kind()
	return &p.toks[p.mark]
}

func (p *parser) accept(k kind) bool {
	if p.kind() != k {
		return false
	}
	p.mark++
	return true
}

// str returns a token's text.
func (p *parser) str(t *token) string { return p.text[t.start:t.end] }

// isSoft reports whether the next token is the soft keyword s.
func (p *parser) isSoft(s string) bool {
	return p.kind() == name && p.str(&p.toks[p.mark]) == s
}

// prev is the last token taken.
func (p *parser) prev() *token { return &p.toks[p.mark-1] }

// from makes the span from a token, or from a node's start, to the last token
// taken that has text.
func (p *parser) from(t *token) Span {
	i := p.mark - 1
	for i > 0 && (p.toks[i].col < 0 || p.toks[i].kind == newline) {
		i--
	}
	e := &p.toks[i]
	return Span{Line: t.line, Col: t.col, EndLine: e.endLine, EndCol: e.endCol}
}

// fromMark is from for the token with an index.
func (p *parser) fromMark(start int) Span { return p.from(&p.toks[start]) }

// since makes the span from a node to the last token taken.
func (p *parser) since(n Node) Span {
	s, e := n.At(), p.prev()
	return Span{Line: s.Line, Col: s.Col, EndLine: e.endLine, EndCol: e.endCol}
}

// join makes the span from one node to another.
func join(a, b Node) Span {
	s, e := a.At(), b.At()
	return Span{Line: s.Line, Col: s.Col, EndLine: e.EndLine, EndCol: e.EndCol}
}

// name takes a name and returns its token, or nil.
func (p *parser) name() *token {
	if p.kind() != name {
		return nil
	}
	p.mark++
	return &p.toks[p.mark-1]
}

// ident is a name token's text as an identifier.
func (p *parser) ident(t *token) string { return identifier(p.str(t)) }

func (p *parser) nameNode(t *token, ctx Context) *Name {
	return &Name{Span: t.span(), ID: p.ident(t), Ctx: ctx}
}

// enter counts a level of nesting; every enter has its leave.
func (p *parser) enter() bool {
	p.depth++
	if p.depth > maxDepth {
		if p.err == nil {
			p.err = &SyntaxError{Kind: "MemoryError", Msg: "Parser stack overflowed - Python source too complex to parse", File: p.opts.File}
		}
		return false
	}
	return true
}

func (p *parser) leave() { p.depth-- }

// recall returns a remembered outcome and moves behind it.
func (p *parser) recall(r rule) (any, bool) {
	if !p.second {
		return nil, false
	}
	e, ok := p.memo[memoKey{p.mark, r}]
	if ok && e.node != nil {
		p.mark = e.mark
	}
	return e.node, ok
}

// remember stores the outcome of a rule that began at start.
func (p *parser) remember(r rule, start int, node any) {
	if p.second && p.err == nil {
		p.memo[memoKey{start, r}] = memoEntry{node, p.mark}
	}
}

// errorAt makes an error at byte columns that count from 0; -1 is unknown and
// comes out as 0.
func (p *parser) errorAt(class string, line, col, endLine, endCol int32, msg string) *SyntaxError {
	text := p.lineText(int(line))
	e := &SyntaxError{Kind: class, Msg: msg, File: p.opts.File, Line: int(line), EndLine: int(endLine), Text: text}
	e.Col = charCol(text, int(col)) + 1
	if endLine > line {
		// CPython counts the end's column in the first line too.
		endCol = min(endCol, int32(len(strings.TrimSuffix(text, "\n"))))
	}
	e.EndCol = charCol(text, int(endCol)) + 1
	return e
}

// charCol counts the characters before a byte column; -1 stays.
func charCol(text string, col int) int {
	if col < 0 {
		return -1
	}
	if col > len(text) {
		return utf8.RuneCountInString(text) + col - len(text)
	}
	return utf8.RuneCountInString(text[:col])
}

// lineText returns a line, with its ending where reading has not gone past it.
func (p *parser) lineText(line int) string {
	text := p.src.Line(line)
	if line < int(p.lex.line) {
		return text // CPython quotes a line that it has left behind without the ending
	}
	if line >= 1 && line <= len(p.src.starts) && int(p.src.starts[line-1])+len(text) < len(p.text) {
		text += "\n"
	}
	return text
}

// raise reports a mistake at a span. It returns true for the convenience of
// rules that end with it.
func (p *parser) raise(at Span, format string, args ...any) bool {
	if p.err == nil {
		if len(args) > 0 {
			format = fmt.Sprintf(format, args...)
		}
		p.err = p.errorAt("SyntaxError", at.Line, at.Col, at.EndLine, at.EndCol, format)
	}
	return true
}

// raiseFrom reports a mistake that reaches from a place to where the lexer is.
func (p *parser) raiseFrom(at Span, msg string) bool {
	return p.raise(Span{Line: at.Line, Col: at.Col, EndLine: p.lex.line,
		EndCol: int32(p.lex.pos-p.lex.lineStart) - 1}, "%s", msg)
}

// raiseLast reports a mistake at the last token read.
func (p *parser) raiseLast(class, format string, args ...any) bool {
	return p.raiseTok(&p.toks[len(p.toks)-1], class, format, args...)
}

// raiseTok reports a mistake at a token, which may be one without text.
func (p *parser) raiseTok(t *token, class, format string, args ...any) bool {
	if p.err != nil {
		return true
	}
	if len(args) > 0 {
		format = fmt.Sprintf(format, args...)
	}
	col := t.col
	if col < 0 {
		col = int32(p.lex.pos-p.lex.lineStart) - 1
		if p.opts.Lines && p.lex.atEnd {
			col = -1
		}
	}
	p.err = p.errorAt(class, t.line, col, t.endLine, t.endCol, format)
	if t.endCol < 0 {
		p.err.EndCol = -1
	}
	return true
}
