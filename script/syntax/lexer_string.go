package syntax

// maxFStringNesting and maxFieldNesting are CPython's limits: f-strings inside
// f-strings, and fields inside the formats of fields.
const (
	maxFStringNesting = 150
	maxFieldNesting   = 3
)

// fstringState is an f-string that is being read. Its tokens are
// FSTRING_START, then FSTRING_MIDDLE for text and ordinary tokens for the
// fields, then FSTRING_END.
type fstringState struct {
	quote     byte
	quoteSize int
	raw       bool
	start     int   // offset of the prefix
	line      int32 // line of the prefix
	lineStart int

	// inText is true outside the expressions of fields.
	inText bool
	// inSpec is true inside a field's format.
	inSpec bool
	// depth counts the brackets open inside this f-string, fields included;
	// fieldDepth is that count where the innermost field began, -1 outside.
	depth, fieldDepth int
}

func (f *fstringState) inField() bool { return f.fieldDepth >= 0 }

// fstring returns the innermost f-string being read.
func (l *lexer) fstring() *fstringState {
	if n := len(l.fstrings); n > 0 {
		return &l.fstrings[n-1]
	}
	return nil
}

// quotes returns how many quotes begin a string: 1, 3, or 0 when the string is
// empty and ended as well. The first quote has been read.
func (l *lexer) quotes(quote int) int {
	if l.peek() != quote {
		return 1
	}
	if l.pos+1 < len(l.text) && int(l.text[l.pos+1]) == quote {
		l.pos += 2
		return 3
	}
	l.pos++
	return 0
}

// str reads a string that is no f-string, after its first quote.
func (l *lexer) str(quote, start int) token {
	line, lineStart := l.line, l.lineStart
	size := l.quotes(quote)
	seen := 0
	for size > 0 && seen != size {
		c := l.get()
		if c == eof || size == 1 && c == '\n' {
			return l.unterminated(size, quote, start, line, lineStart)
		}
		switch c {
		case quote:
			seen++
		case '\\':
			seen = 0
			l.get()
		default:
			seen = 0
		}
	}
	return token{kind: stringTok, level: uint8(len(l.parens)),
		line: line, col: int32(start - lineStart),
		endLine: l.line, endCol: int32(l.pos - l.lineStart),
		start: int32(start), end: int32(l.pos)}
}

// unterminated records that a string did not end. The error is reported where
// the string began.
func (l *lexer) unterminated(size, quote, start int, line int32, lineStart int) token {
	last := l.line
	l.line, l.lineStart, l.pos = line, lineStart, start+1
	if f := l.fstring(); f != nil && int(f.quote) == quote && f.quoteSize == size {
		// The quote was meant to end the f-string around.
		return l.fail("f-string: expecting '}'")
	}
	if size == 3 {
		return l.fail("unterminated triple-quoted string literal (detected at line %d)", last)
	}
	return l.fail("unterminated string literal (detected at line %d)", last)
}

// fstringBegin reads the beginning of an f-string, after its first quote.
func (l *lexer) fstringBegin(quote, start int, raw bool) token {
	if len(l.fstrings) >= maxFStringNesting {
		return l.fail("too many nested f-strings")
	}
	size := l.quotes(quote)
	if size == 0 {
		// Empty: the second quote is read again, as the end.
		l.pos--
		size = 1
	}
	l.fstrings = append(l.fstrings, fstringState{
		quote: byte(quote), quoteSize: size, raw: raw,
		start: start, line: l.line, lineStart: l.lineStart,
		inText: true, fieldDepth: -1,
	})
	return l.make(fstringStart, start)
}

// fstringText reads the next token outside the expressions of an f-string.
func (l *lexer) fstringText() token {
	f := l.fstring()
	if l.peek() == '{' && !(l.pos+1 < len(l.text) && l.text[l.pos+1] == '{') {
		f.fieldDepth++
		if f.fieldDepth >= maxFieldNesting {
			return l.fail("f-string: expressions nested too deeply")
		}
		f.inText = false
		return l.regular()
	}
	start := l.pos
	if l.atQuotes(f) {
		l.get()
		l.pos += f.quoteSize - 1
		tok := l.make(fstringEnd, start)
		l.fstrings = l.fstrings[:len(l.fstrings)-1]
		return tok
	}
	return l.fstringMiddle(f)
}

// atQuotes reports whether the closing quotes come next.
func (l *lexer) atQuotes(f *fstringState) bool {
	if l.pos+f.quoteSize > len(l.text) {
		return false
	}
	for i := range f.quoteSize {
		if l.text[l.pos+i] != f.quote {
			return false
		}
	}
	return true
}

// fstringMiddle reads text up to a field, a doubled brace or the end. The
// first of two doubled braces belongs to the text.
func (l *lexer) fstringMiddle(f *fstringState) token {
	// The text may begin with the first character of a line that get has not
	// yet counted.
	c := l.get()
	l.unget(c)
	start, line, lineStart := l.pos, l.line, l.lineStart
	named := false // inside the braces of \N{...}
	for {
		if l.atQuotes(f) {
			// The quotes may be the first characters of their line.
			l.unget(l.get())
			return l.middle(start, line, lineStart, l.pos)
		}
		c := l.get()
		inSpec := f.inSpec && f.inField()
		if c == eof || f.quoteSize == 1 && c == '\n' {
			if inSpec && c == '\n' {
				l.unget(c)
				f.inText, f.inSpec = false, false
				return l.middle(start, line, lineStart, l.pos)
			}
			return l.unterminatedFString(f)
		}
		switch c {
		case '{':
			if l.peek() == '{' && !inSpec {
				l.pos++
				return l.middle(start, line, lineStart, l.pos-1)
			}
			l.unget(c)
			f.fieldDepth++
			if f.fieldDepth >= maxFieldNesting {
				return l.fail("f-string: expressions nested too deeply")
			}
			f.inText = false
			return l.middle(start, line, lineStart, l.pos)
		case '}':
			if named {
				return l.middle(start, line, lineStart, l.pos)
			}
			if l.peek() == '}' && !inSpec && f.depth == 0 {
				l.pos++
				return l.middle(start, line, lineStart, l.pos-1)
			}
			l.unget(c)
			f.inText, f.inSpec = false, false
			return l.middle(start, line, lineStart, l.pos)
		case '\\':
			next := l.get()
			switch {
			case next == '{' || next == '}':
				if !f.raw && l.warn != nil {
					l.warn("SyntaxWarning", "invalid escape sequence '\\"+string(rune(next))+"'", l.line)
				}
				l.unget(next)
			case next == 'N' && !f.raw && l.peek() == '{':
				l.get()
				named = true
			}
		}
	}
}

// middle makes the token for a stretch of text that ends at an offset. Its
// columns reach to where reading has come to, past the second of two braces.
func (l *lexer) middle(start int, line int32, lineStart, end int) token {
	return token{kind: fstringMiddle, level: uint8(len(l.parens)),
		line: line, col: int32(start - lineStart),
		endLine: l.line, endCol: int32(l.pos - l.lineStart),
		start: int32(start), end: int32(end)}
}

func (l *lexer) unterminatedFString(f *fstringState) token {
	last := l.line
	l.line, l.lineStart, l.pos = f.line, f.lineStart, f.start+1
	if f.quoteSize == 3 {
		return l.fail("unterminated triple-quoted f-string literal (detected at line %d)", last)
	}
	return l.fail("unterminated f-string literal (detected at line %d)", last)
}
