package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const hexDigits = "0123456789abcdef"

// IsPrintableRune reports whether Python's repr shows r as it is: everything
// but the Unicode categories "Other" and "Separator"; the plain space is
// printable. Code points that no Unicode version has given out are not.
func IsPrintableRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0x20 && r < 0x7F
	}
	return unicode.IsPrint(r) || isNewer(r)
}

// Repr returns the repr of a str, with quotes.
func Repr(s string) string { return quote(s, false) }

// ASCII is Repr with every code point above 127 escaped, as ascii() does.
func ASCII(s string) string { return quote(s, true) }

func quote(s string, onlyASCII bool) string {
	q := quoteFor(s)
	b := make([]byte, 0, len(s)+2)
	b = append(b, q)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			b = appendQuotedByte(b, c, q)
			i++
			continue
		}
		r, w := DecodeRune(s[i:])
		if !onlyASCII && !IsSurrogate(r) && IsPrintableRune(r) {
			b = utf8.AppendRune(b, r)
		} else {
			b = appendRuneEscape(b, r)
		}
		i += w
	}
	return string(append(b, q))
}

// appendRuneEscape writes r as \xNN, \uNNNN or \UNNNNNNNN.
func appendRuneEscape(b []byte, r rune) []byte {
	width := 8
	switch {
	case r <= 0xFF:
		b, width = append(b, '\\', 'x'), 2
	case r <= 0xFFFF:
		b, width = append(b, '\\', 'u'), 4
	default:
		b = append(b, '\\', 'U')
	}
	for shift := (width - 1) * 4; shift >= 0; shift -= 4 {
		b = append(b, hexDigits[r>>shift&0xF])
	}
	return b
}

func quoteFor(s string) byte {
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		return '"'
	}
	return '\''
}

func appendQuotedByte(b []byte, c, q byte) []byte {
	switch {
	case c == q || c == '\\':
		return append(b, '\\', c)
	case c == '\t':
		return append(b, '\\', 't')
	case c == '\n':
		return append(b, '\\', 'n')
	case c == '\r':
		return append(b, '\\', 'r')
	case c < 0x20 || c >= 0x7F:
		return append(b, '\\', 'x', hexDigits[c>>4], hexDigits[c&0xF])
	}
	return append(b, c)
}

// BytesRepr returns the repr of a bytes object, with the b and the quotes.
func BytesRepr(p string) string {
	q := quoteFor(p)
	b := make([]byte, 0, len(p)+3)
	b = append(b, 'b', q)
	for i := 0; i < len(p); i++ {
		b = appendQuotedByte(b, p[i], q)
	}
	return string(append(b, q))
}
