package syntax

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxIntDigits is the longest decimal literal that CPython reads.
const maxIntDigits = 4300

// numberValue gives the value of a number's text: int64, *big.Int, float64 or
// complex128. It fails for a decimal integer that is too long.
func numberValue(text string) (any, error) {
	if strings.IndexByte(text, '_') >= 0 {
		text = strings.ReplaceAll(text, "_", "")
	}
	if len(text) > 1 && text[0] == '0' {
		switch text[1] {
		case 'x', 'X':
			return intValue(text[2:], 16), nil
		case 'o', 'O':
			return intValue(text[2:], 8), nil
		case 'b', 'B':
			return intValue(text[2:], 2), nil
		}
	}
	if last := text[len(text)-1]; last == 'j' || last == 'J' {
		return complex(0, floatValue(text[:len(text)-1])), nil
	}
	if strings.ContainsAny(text, ".eE") {
		return floatValue(text), nil
	}
	if len(text) > maxIntDigits {
		//lint:ignore ST1005 the text is CPython's
		return nil, fmt.Errorf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "+
			"use sys.set_int_max_str_digits() to increase the limit - "+
			"Consider hexadecimal for huge integer literals to avoid decimal conversion limits.", maxIntDigits, len(text))
	}
	return intValue(text, 10), nil
}

func intValue(digits string, base int) any {
	if v, err := strconv.ParseInt(digits, base, 64); err == nil {
		return v
	}
	v, _ := new(big.Int).SetString(digits, base)
	return v
}

func floatValue(text string) float64 {
	// Out of range gives an infinity, as in Python.
	v, _ := strconv.ParseFloat(text, 64)
	return v
}

// stringLiteral is the text of a string token taken apart.
type stringLiteral struct {
	bytes, raw, u bool
	body          string
}

func splitString(text string) stringLiteral {
	var s stringLiteral
	i := 0
	for ; text[i] != '\'' && text[i] != '"'; i++ {
		switch text[i] {
		case 'b', 'B':
			s.bytes = true
		case 'r', 'R':
			s.raw = true
		case 'u':
			// CPython's ast does not tell of U.
			s.u = true
		}
	}
	text = text[i:]
	if len(text) >= 6 && text[1] == text[0] && text[2] == text[0] {
		s.body = text[3 : len(text)-3]
	} else {
		s.body = text[1 : len(text)-1]
	}
	return s
}

// escapes undoes the escapes of a literal's body.
type escapes struct {
	body string
	warn func(msg string)
	out  strings.Builder
	// warned is set by the first escape that draws a warning: a literal draws
	// one at most.
	warned bool
	// fstring leaves the warning about a brace to the lexer.
	fstring bool
}

func (e *escapes) warnOnce(msg string) {
	if !e.warned && e.warn != nil {
		e.warn(msg)
	}
	e.warned = true
}

// octal reads up to three octal digits.
func octal(s string) (value, n int) {
	for n < 3 && n < len(s) && s[n] >= '0' && s[n] <= '7' {
		value = value*8 + int(s[n]-'0')
		n++
	}
	return value, n
}

// hexDigits reads up to limit hexadecimal digits.
func hexDigits(s string, limit int) (value uint32, n int) {
	for n < limit && n < len(s) && isHexDigit(int(s[n])) {
		d, _ := strconv.ParseUint(s[n:n+1], 16, 8)
		value = value<<4 | uint32(d)
		n++
	}
	return value, n
}

// simpleEscape gives the character for an escape of one letter.
func simpleEscape(c byte) (byte, bool) {
	switch c {
	case '\\', '\'', '"':
		return c, true
	case 'a':
		return '\a', true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'v':
		return '\v', true
	}
	return 0, false
}

// str undoes the escapes of a str literal.
func (e *escapes) str() (string, error) {
	s := e.body
	for i := 0; i < len(s); {
		next := strings.IndexByte(s[i:], '\\')
		if next < 0 {
			e.out.WriteString(s[i:])
			break
		}
		e.out.WriteString(s[i : i+next])
		i += next
		if i+1 >= len(s) || s[i+1] >= utf8.RuneSelf {
			// A text of an f-string may end in a backslash, before a brace.
			e.out.WriteByte('\\')
			i++
			continue
		}
		n, err := e.strEscape(i)
		if err != nil {
			return "", err
		}
		i += n
	}
	return e.out.String(), nil
}

// strEscape undoes the escape at offset i and returns its length.
func (e *escapes) strEscape(i int) (int, error) {
	s := e.body
	c := s[i+1]
	if v, ok := simpleEscape(c); ok {
		e.out.WriteByte(v)
		return 2, nil
	}
	switch c {
	case '\n':
		return 2, nil
	case '0', '1', '2', '3', '4', '5', '6', '7':
		v, n := octal(s[i+1:])
		if v > 0o377 {
			e.warnOnce("invalid octal escape sequence '\\" + s[i+1:i+1+n] + "'")
		}
		e.out.WriteRune(rune(v))
		return 1 + n, nil
	case 'x':
		return e.codePoint(i, 2, `truncated \xXX escape`)
	case 'u':
		return e.codePoint(i, 4, `truncated \uXXXX escape`)
	case 'U':
		return e.codePoint(i, 8, `truncated \UXXXXXXXX escape`)
	case 'N':
		const malformed = `malformed \N character escape`
		if i+2 >= len(s) || s[i+2] != '{' {
			return 0, e.unicodeError(i, i+2, malformed)
		}
		end := strings.IndexByte(s[i+3:], '}')
		if end < 0 {
			return 0, e.unicodeError(i, len(s), malformed)
		}
		if end == 0 {
			return 0, e.unicodeError(i, i+3, malformed)
		}
		r, ok := RuneNamed(s[i+3 : i+3+end])
		if !ok {
			return 0, e.unicodeError(i, i+4+end, "unknown Unicode character name")
		}
		e.out.WriteRune(r)
		return end + 4, nil
	}
	if !e.fstring || c != '{' && c != '}' {
		e.warnOnce("invalid escape sequence '\\" + string(rune(c)) + "'")
	}
	e.out.WriteByte('\\')
	e.out.WriteByte(c)
	return 2, nil
}

func (e *escapes) codePoint(i, digits int, truncated string) (int, error) {
	v, n := hexDigits(e.body[i+2:], digits)
	if n < digits {
		return 0, e.unicodeError(i, i+2+n, truncated)
	}
	if v > utf8.MaxRune {
		return 0, e.unicodeError(i, i+2+n, "illegal Unicode character")
	}
	writeWTF8(&e.out, rune(v))
	return 2 + n, nil
}

// writeWTF8 writes a code point by UTF-8's rule, surrogates included.
func writeWTF8(b *strings.Builder, r rune) {
	if r < 0xD800 || r > 0xDFFF {
		b.WriteRune(r)
		return
	}
	b.WriteByte(0xE0 | byte(r>>12))
	b.WriteByte(0x80 | byte(r>>6)&0x3F)
	b.WriteByte(0x80 | byte(r)&0x3F)
}

// unicodeError words an error as CPython does. It decodes the text after
// spelling every character beyond ASCII as \UXXXXXXXX, and a backslash before
// one as \u005c, and its positions count the bytes of that.
func (e *escapes) unicodeError(start, end int, why string) error {
	at := func(i int) int {
		n := 0
		escaped := false
		for _, r := range e.body[:min(i, len(e.body))] {
			if r < utf8.RuneSelf {
				n++
			} else {
				n += len(`\U00000000`)
				if escaped {
					n += len(`u005c`)
				}
			}
			escaped = r == '\\' && !escaped
		}
		return n
	}
	from, to := at(start), at(end)
	if to == from+1 {
		return fmt.Errorf("(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position %d: %s", from, why)
	}
	return fmt.Errorf("(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s", from, to-1, why)
}

// bytes undoes the escapes of a bytes literal.
func (e *escapes) bytes() (Bytes, error) {
	s := e.body
	for i := 0; i < len(s); {
		if s[i] != '\\' || i+1 >= len(s) {
			e.out.WriteByte(s[i])
			i++
			continue
		}
		c := s[i+1]
		if v, ok := simpleEscape(c); ok {
			e.out.WriteByte(v)
			i += 2
			continue
		}
		switch c {
		case '\n':
			i += 2
		case '0', '1', '2', '3', '4', '5', '6', '7':
			v, n := octal(s[i+1:])
			if v > 0o377 {
				e.warnOnce("invalid octal escape sequence '\\" + s[i+1:i+1+n] + "'")
			}
			e.out.WriteByte(byte(v))
			i += 1 + n
		case 'x':
			v, n := hexDigits(s[i+2:], 2)
			if n < 2 {
				return "", fmt.Errorf(`(value error) invalid \x escape at position %d`, i)
			}
			e.out.WriteByte(byte(v))
			i += 4
		default:
			e.warnOnce("invalid escape sequence '\\" + string(rune(c)) + "'")
			e.out.WriteByte('\\')
			i++
		}
	}
	return Bytes(e.out.String()), nil
}
