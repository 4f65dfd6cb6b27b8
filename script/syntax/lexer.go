package syntax

import (
	"fmt"
	"unicode/utf8"
)

const (
	maxIndent = 100 // levels of indentation, CPython's limit
	maxParens = 200 // open brackets, CPython's limit
	tabSize   = 8
	eof       = -1
)

// paren is an open bracket.
type paren struct {
	char byte
	line int32
	col  int32
}

// indentation is the width of an indentation measured twice: with tabs to the
// next multiple of eight, and with tabs as one. Where the two measures order
// two lines differently, the text mixes tabs and spaces inconsistently.
type indentation struct {
	col, alt int
}

// lexer makes tokens of a text.
type lexer struct {
	text      string
	pos       int
	line      int32 // line of the character read last, 0 before the first
	lineStart int
	atBOL     bool
	indents   []indentation
	pending   int // INDENTs (positive) or DEDENTs (negative) still to give
	parens    []paren
	fstrings  []fstringState

	err *SyntaxError // why the last token is an errorTok
	// atEnd says that the end of the text has been read.
	atEnd bool
	// soft says that err ranks below an error of the parser: it is about
	// indentation, line joining or the end of the text.
	soft bool
	warn func(category, msg string, line int32)
	// lines is Options.Lines.
	lines bool
}

func newLexer(text string) *lexer {
	return &lexer{text: text, atBOL: true, indents: make([]indentation, 1, 8)}
}

// get reads one byte, and notes where lines begin.
func (l *lexer) get() int {
	if l.pos >= len(l.text) {
		l.atEnd = true
		return eof
	}
	if l.pos == 0 || l.text[l.pos-1] == '\n' {
		if l.lineStart != l.pos || l.line == 0 {
			l.line++
			l.lineStart = l.pos
		}
	}
	c := l.text[l.pos]
	l.pos++
	return int(c)
}

// unget gives the byte c back.
func (l *lexer) unget(c int) {
	if c != eof {
		l.pos--
	}
}

func (l *lexer) peek() int {
	if l.pos >= len(l.text) {
		return eof
	}
	return int(l.text[l.pos])
}

// fail records an error at the character read last.
func (l *lexer) fail(format string, args ...any) token {
	col := utf8.RuneCountInString(l.text[l.lineStart:l.pos])
	tok := l.failAt("SyntaxError", int(l.line), col, col, format, args...)
	l.err.bare = true
	return tok
}

// failAt records an error at a place counted in characters from 1.
func (l *lexer) failAt(class string, line, col, endCol int, format string, args ...any) token {
	if l.err == nil {
		msg := format
		if len(args) > 0 {
			msg = fmt.Sprintf(format, args...)
		}
		l.err = &SyntaxError{Kind: class, Msg: msg, Line: line, Col: col, EndLine: line, EndCol: endCol}
	}
	return l.errorToken()
}

func (l *lexer) errorToken() token {
	return token{kind: errorTok, line: l.line, col: -1, endLine: l.line, endCol: -1,
		start: int32(l.pos), end: int32(l.pos), level: uint8(len(l.parens))}
}

// failIndent records an error in the indentation: the rest of the line counts
// as read.
func (l *lexer) failIndent(class, msg string) token {
	l.soft = true
	for l.pos < len(l.text) && l.text[l.pos-1] != '\n' {
		l.pos++
	}
	if class == "IndentationError" && msg[0] == 'u' {
		// CPython reports this one at the end of the line.
		col := utf8.RuneCountInString(l.text[l.lineStart:l.pos])
		return l.failAt(class, int(l.line), col, -1, "%s", msg)
	}
	return l.failAt(class, int(l.line), 1, 0, "%s", msg)
}

// make finishes a token that starts at an offset of the current line and ends
// where reading has come to.
func (l *lexer) make(k kind, start int) token {
	return token{kind: k, level: uint8(len(l.parens)),
		line: l.line, col: int32(start - l.lineStart),
		endLine: l.line, endCol: int32(l.pos - l.lineStart),
		start: int32(start), end: int32(l.pos)}
}

// bare is a token without text.
func (l *lexer) bare(k kind) token {
	return token{kind: k, level: uint8(len(l.parens)), line: l.line, col: -1, endLine: l.line, endCol: -1,
		start: int32(l.pos), end: int32(l.pos)}
}

// next returns the next token. After an errorTok it goes on returning it.
func (l *lexer) next() token {
	if l.err != nil {
		return l.errorToken()
	}
	if n := len(l.fstrings); n > 0 && l.fstrings[n-1].inText {
		return l.fstringText()
	}
	return l.regular()
}

func (l *lexer) regular() token {
	for {
		blank := false
		if l.atBOL {
			l.atBOL = false
			var bad bool
			if blank, bad = l.indent(); bad {
				return l.errorToken()
			}
		}
		if l.pending < 0 {
			l.pending++
			return l.bare(dedent)
		}
		if l.pending > 0 {
			l.pending--
			return l.bare(indent)
		}
		tok, ok := l.scan(blank)
		if ok {
			return tok
		}
	}
}

// indent measures the indentation of a line and decides what it means. A line
// that is blank or only a comment means nothing.
func (l *lexer) indent() (blank, bad bool) {
	var w indentation
	cont := indentation{col: -1}
	var c int
measure:
	for {
		switch c = l.get(); c {
		case ' ':
			w.col++
			w.alt++
		case '\t':
			w.col = (w.col/tabSize + 1) * tabSize
			w.alt++
		case '\f':
			w = indentation{}
		case '\\':
			// Where a line goes on after a backslash alone, the indentation
			// before the first backslash is the one that counts.
			if cont.col <= 0 {
				cont = w
			}
			if !l.continuation() {
				return false, true
			}
		default:
			break measure
		}
	}
	l.unget(c)
	if c == '#' || c == '\n' {
		return true, false
	}
	if len(l.parens) > 0 {
		return false, false
	}
	if cont.col > 0 {
		w = cont
	}
	top := l.indents[len(l.indents)-1]
	switch {
	case w.col == top.col:
		if w.alt != top.alt {
			return false, l.tabError()
		}
	case w.col > top.col:
		if len(l.indents) >= maxIndent {
			l.failIndent("IndentationError", "too many levels of indentation")
			return false, true
		}
		if w.alt <= top.alt {
			return false, l.tabError()
		}
		l.pending++
		l.indents = append(l.indents, w)
	default:
		for len(l.indents) > 1 && w.col < l.indents[len(l.indents)-1].col {
			l.pending--
			l.indents = l.indents[:len(l.indents)-1]
		}
		top = l.indents[len(l.indents)-1]
		if w.col != top.col {
			l.failIndent("IndentationError", "unindent does not match any outer indentation level")
			return false, true
		}
		if w.alt != top.alt {
			return false, l.tabError()
		}
	}
	return false, false
}

func (l *lexer) tabError() bool {
	l.failIndent("TabError", "inconsistent use of tabs and spaces in indentation")
	return true
}

// continuation reads what must follow a backslash: the end of the line, and
// not of the text.
func (l *lexer) continuation() bool {
	c := l.get()
	l.soft = l.err == nil
	if c != '\n' {
		col := utf8.RuneCountInString(l.text[l.lineStart:l.pos])
		l.failAt("SyntaxError", int(l.line), col, 0, "unexpected character after line continuation character")
		return false
	}
	if l.peek() == eof {
		l.get()
		l.endError()
		return false
	}
	l.soft = false
	return true
}

// endError records that the text ended too early.
func (l *lexer) endError() token {
	l.soft = true
	if n := len(l.parens); n > 0 {
		p := l.parens[n-1]
		start := l.lineOffset(p.line)
		col := utf8.RuneCountInString(l.text[start:start+int(p.col)]) + 1
		return l.failAt("SyntaxError", int(p.line), col, 0, "'%c' was never closed", p.char)
	}
	col := utf8.RuneCountInString(l.text[l.lineStart:l.pos])
	return l.failAt("SyntaxError", int(l.line), col, -1, "unexpected EOF while parsing")
}

// lineOffset finds where a line begins; only errors ask.
func (l *lexer) lineOffset(line int32) int {
	at := 0
	for n := int32(1); n < line; n++ {
		for l.text[at] != '\n' {
			at++
		}
		at++
	}
	return at
}

// scan reads one token after the indentation. It returns false where a new
// line has begun and there is no token yet.
func (l *lexer) scan(blank bool) (token, bool) {
	comment := -1
	for {
		for l.pos < len(l.text) {
			c := l.text[l.pos]
			if c != ' ' && c != '\t' && c != '\f' {
				break
			}
			l.get()
		}
		c := l.get()
		start := l.pos - 1
		switch {
		case c == '#':
			for l.pos < len(l.text) && l.text[l.pos] != '\n' {
				l.pos++
			}
			comment = start
			continue
		case c == eof:
			if len(l.parens) > 0 {
				return l.endError(), true
			}
			return l.bare(endMarker), true
		case c == '\n':
			l.atBOL = true
			if blank || len(l.parens) > 0 {
				return token{}, false
			}
			if comment >= 0 {
				start = comment // the end of the line begins with the comment
			}
			tok := l.make(newline, start)
			if comment >= 0 && l.lines {
				tok.endCol--
			}
			return tok, true
		case c == '\\':
			if !l.continuation() {
				return l.errorToken(), true
			}
			continue
		case identifierByte(c) && (c < '0' || c > '9'):
			return l.nameOrString(c, start), true
		case c >= '0' && c <= '9':
			return l.number(c, start), true
		case c == '.':
			if d := l.peek(); d >= '0' && d <= '9' {
				return l.fraction(l.get(), start), true
			}
		case c == '\'' || c == '"':
			return l.str(c, start), true
		}
		return l.operator(c, start), true
	}
}

// identifierByte reports a byte that may be part of an identifier; beyond
// ASCII the whole name is checked later.
func identifierByte(c int) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || '0' <= c && c <= '9' || c >= utf8.RuneSelf
}

// nameOrString reads a name, or a string whose prefix it turns out to be.
func (l *lexer) nameOrString(c, start int) token {
	var sawB, sawU, sawR, sawF bool
prefix:
	for {
		switch {
		case (c == 'b' || c == 'B') && !(sawB || sawU || sawF):
			sawB = true
		case (c == 'u' || c == 'U') && !(sawB || sawU || sawR || sawF):
			sawU = true
		case (c == 'r' || c == 'R') && !(sawR || sawU):
			sawR = true
		case (c == 'f' || c == 'F') && !(sawF || sawB || sawU):
			sawF = true
		default:
			break prefix
		}
		c = l.get()
		if c == '\'' || c == '"' {
			if sawF {
				return l.fstringBegin(c, start, sawR)
			}
			return l.str(c, start)
		}
	}
	ascii := true
	for c != eof && identifierByte(c) {
		if c >= utf8.RuneSelf {
			ascii = false
		}
		if l.pos >= len(l.text) {
			c = l.get()
			break
		}
		c = int(l.text[l.pos])
		l.pos++
	}
	l.unget(c)
	text := l.text[start:l.pos]
	if !ascii {
		for i, r := range text {
			if r != utf8.RuneError && (i == 0 && isIDStart(r) || i > 0 && isIDContinue(r)) {
				continue
			}
			_, size := utf8.DecodeRuneInString(text[i:])
			l.pos = start + i + size
			if isPrintable(r) {
				return l.fail("invalid character '%c' (U+%04X)", r, r)
			}
			return l.fail("invalid non-printable character U+%04X", r)
		}
		return l.make(name, start)
	}
	return l.make(keyword(text), start)
}

// operator reads an operator or delimiter and keeps account of brackets.
func (l *lexer) operator(c, start int) token {
	f := l.fstring()
	if f != nil && f.inField() && (c == ':' || c == '}' || c == '!' || c == '{') {
		depth := f.depth
		if c != '{' {
			depth--
		}
		if c == ':' && depth == f.fieldDepth {
			f.inText, f.inSpec = true, true
			return l.make(colon, start)
		}
	}
	if l.pos < len(l.text) && c < utf8.RuneSelf {
		if two := twoChars(byte(c), l.text[l.pos]); two != errorTok {
			l.pos++
			if l.pos < len(l.text) {
				if three := threeChars(byte(c), l.text[l.pos-1], l.text[l.pos]); three != errorTok {
					l.pos++
					return l.make(three, start)
				}
			}
			return l.make(two, start)
		}
		if c == '.' && l.pos+1 < len(l.text) && l.text[l.pos] == '.' && l.text[l.pos+1] == '.' {
			l.pos += 2
			return l.make(ellipsis, start)
		}
	}
	switch c {
	case '(', '[', '{':
		if len(l.parens) >= maxParens {
			return l.fail("too many nested parentheses")
		}
		l.parens = append(l.parens, paren{char: byte(c), line: l.line, col: int32(start - l.lineStart)})
		if f != nil {
			f.depth++
		}
	case ')', ']', '}':
		if bad, ok := l.closeParen(c, f); !ok {
			return bad
		}
	}
	if k := oneChar(byte(c)); k != errorTok && c < utf8.RuneSelf {
		return l.make(k, start)
	}
	if c < utf8.RuneSelf && !isPrintable(rune(c)) {
		return l.fail("invalid non-printable character U+%04X", c)
	}
	// What is left are '$', '?' and '`', which are no tokens: the parser
	// refuses them where they stand.
	tok := l.make(errorTok, start)
	return tok
}

func (l *lexer) closeParen(c int, f *fstringState) (token, bool) {
	if f != nil && f.depth == 0 && c == '}' {
		return l.fail("f-string: single '}' is not allowed"), false
	}
	n := len(l.parens)
	if n == 0 {
		return l.fail("unmatched '%c'", c), false
	}
	p := l.parens[n-1]
	l.parens = l.parens[:n-1]
	if !(p.char == '(' && c == ')' || p.char == '[' && c == ']' || p.char == '{' && c == '}') {
		if f != nil && p.char == '{' && f.depth-1 == f.fieldDepth {
			return l.fail("f-string: unmatched '%c'", c), false
		}
		if p.line != l.line {
			return l.fail("closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", c, p.char, p.line), false
		}
		return l.fail("closing parenthesis '%c' does not match opening parenthesis '%c'", c, p.char), false
	}
	if f != nil {
		f.depth--
		if f.depth < 0 {
			return l.fail("f-string: unmatched '%c'", c), false
		}
		if c == '}' && f.depth == f.fieldDepth {
			f.fieldDepth--
			f.inText = true
		}
	}
	return token{}, true
}
