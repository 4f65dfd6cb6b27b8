package syntax

import (
	"strings"
	"unicode/utf8"
)

func isDigit(c int) bool { return '0' <= c && c <= '9' }

func isHexDigit(c int) bool {
	return isDigit(c) || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// number reads a number after its first digit.
func (l *lexer) number(c, start int) token {
	if c != '0' {
		c, ok := l.decimalTail()
		if !ok {
			return l.errorToken()
		}
		return l.afterInteger(c, start)
	}
	switch c = l.get(); c {
	case 'x', 'X':
		return l.based(start, "hexadecimal", 16)
	case 'o', 'O':
		return l.based(start, "octal", 8)
	case 'b', 'B':
		return l.based(start, "binary", 2)
	}
	// Zeros may be followed by a fraction, but not by other digits alone.
	for {
		if c == '_' {
			c = l.get()
			if !isDigit(c) {
				l.unget(c)
				return l.fail("invalid decimal literal")
			}
		}
		if c != '0' {
			break
		}
		c = l.get()
	}
	zerosEnd := l.pos
	nonzero := false
	if isDigit(c) {
		nonzero = true
		var ok bool
		if c, ok = l.decimalTail(); !ok {
			return l.errorToken()
		}
	}
	if nonzero && c != '.' && c != 'e' && c != 'E' && c != 'j' && c != 'J' {
		l.unget(c)
		col := utf8.RuneCountInString(l.text[l.lineStart:start]) + 1
		tok := l.failAt("SyntaxError", int(l.line), col, col+zerosEnd-start-1,
			"leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
		l.err.bare = true
		return tok
	}
	return l.afterInteger(c, start)
}

// decimalTail reads digits and single underscores between them, and returns
// the character after them, which has been read.
func (l *lexer) decimalTail() (int, bool) {
	for {
		c := l.get()
		for isDigit(c) {
			c = l.get()
		}
		if c != '_' {
			return c, true
		}
		c = l.get()
		if !isDigit(c) {
			l.unget(c)
			l.fail("invalid decimal literal")
			return 0, false
		}
	}
}

// based reads the digits of a number with a prefix.
func (l *lexer) based(start int, what string, base int) token {
	isDigitOf := func(c int) bool {
		if base == 16 {
			return isHexDigit(c)
		}
		return '0' <= c && c < '0'+base
	}
	c := l.get()
	for {
		if c == '_' {
			c = l.get()
		}
		if !isDigitOf(c) {
			if isDigit(c) {
				return l.fail("invalid digit '%c' in %s literal", c, what)
			}
			l.unget(c)
			return l.fail("invalid %s literal", what)
		}
		for isDigitOf(c) {
			c = l.get()
		}
		if c != '_' {
			break
		}
	}
	if isDigit(c) {
		return l.fail("invalid digit '%c' in %s literal", c, what)
	}
	return l.endNumber(c, start, what)
}

// afterInteger goes on after the integer part; c is the character after it.
func (l *lexer) afterInteger(c, start int) token {
	if c == '.' {
		return l.fraction(l.get(), start)
	}
	return l.exponent(c, start)
}

// fraction reads what follows a decimal point; c is the character after it.
func (l *lexer) fraction(c, start int) token {
	if isDigit(c) {
		var ok bool
		if c, ok = l.decimalTail(); !ok {
			return l.errorToken()
		}
	}
	return l.exponent(c, start)
}

func (l *lexer) exponent(c, start int) token {
	if c == 'e' || c == 'E' {
		e := c
		c = l.get()
		if c == '+' || c == '-' {
			c = l.get()
			if !isDigit(c) {
				l.unget(c)
				return l.fail("invalid decimal literal")
			}
		} else if !isDigit(c) {
			// Not an exponent: the e begins a keyword, as in 1else.
			l.unget(c)
			return l.endNumber(e, start, "decimal")
		}
		var ok bool
		if c, ok = l.decimalTail(); !ok {
			return l.errorToken()
		}
	}
	if c == 'j' || c == 'J' {
		return l.endNumber(l.get(), start, "imaginary")
	}
	return l.endNumber(c, start, "decimal")
}

// endNumber checks the character after a number, which has been read. A
// keyword that may follow an operand is accepted with a warning.
func (l *lexer) endNumber(c, start int, what string) token {
	l.unget(c)
	if c == eof || c >= utf8.RuneSelf || !identifierByte(c) {
		return l.make(number, start)
	}
	rest := l.text[l.pos:]
	for _, word := range [...]string{"and", "else", "for", "if", "in", "is", "or", "not"} {
		if strings.HasPrefix(rest, word) && (len(word) == 2 && word[0] == 'i' || len(rest) == len(word) || !identifierByte(int(rest[len(word)]))) {
			if l.warn != nil {
				l.warn("SyntaxWarning", "invalid "+what+" literal", l.line)
			}
			return l.make(number, start)
		}
	}
	return l.fail("invalid %s literal", what)
}
