package text

import (
	"fmt"
	"strings"

	"golang.org/x/text/unicode/runenames"
)

// escapeText is the encoding unicode-escape: the text as it stands in a literal
// of ASCII. The raw one leaves what latin-1 has as it is.
func escapeText(s string, raw bool) string {
	var b strings.Builder
	for _, r := range Runes(s) {
		switch {
		case raw && r < 0x100:
			b.WriteByte(byte(r))
		case raw && r > 0xFFFF, r > 0xFFFF:
			fmt.Fprintf(&b, "\\U%08x", r)
		case r >= 0x100:
			fmt.Fprintf(&b, "\\u%04x", r)
		case r == '\\':
			b.WriteString(`\\`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r < ' ' || r > '~':
			fmt.Fprintf(&b, "\\x%02x", r)
		default:
			b.WriteByte(byte(r))
		}
	}
	return b.String()
}

var shortEscapes = map[byte]rune{'\\': '\\', '\'': '\'', '"': '"', 'b': '\b', 'f': '\f', 't': '\t', 'n': '\n', 'r': '\r', 'v': '\v', 'a': '\a'}

// unescape reads what escapeText writes, and all that literals may have.
func (d *decoder) unescape(raw bool) (string, error) {
	s := d.src
	for i := 0; i < len(s); {
		if s[i] != '\\' || raw && (i+1 >= len(s) || s[i+1] != 'u' && s[i+1] != 'U') {
			d.out = AppendRune(d.out, rune(s[i]))
			i++
			continue
		}
		r, end, reason := escapeAt(s, i)
		switch {
		case reason != "":
			if raw && strings.HasPrefix(reason, "illegal") {
				reason = `\Uxxxxxxxx out of range`
			}
			next, err := d.fail(i, end, reason)
			if err != nil {
				return "", err
			}
			i = next
			continue
		case r >= 0:
			d.out = AppendRune(d.out, r)
		case r == unknownEscape:
			d.out = append(d.out, s[i:end]...)
		}
		i = end
	}
	return string(d.out), nil
}

const (
	unknownEscape = -1 // stands for itself
	noCharacter   = -2 // a line that goes on
)

// escapeAt reads the escape at i, which ends at end.
func escapeAt(s string, i int) (r rune, end int, reason string) {
	if i+1 >= len(s) {
		return 0, i + 1, "\\ at end of string"
	}
	c := s[i+1]
	if r, ok := shortEscapes[c]; ok {
		return r, i + 2, ""
	}
	switch {
	case c == '\n':
		return noCharacter, i + 2, ""
	case c >= '0' && c <= '7':
		end = i + 1
		for ; end < len(s) && end < i+4 && s[end] >= '0' && s[end] <= '7'; end++ {
			r = r*8 + rune(s[end]-'0')
		}
		return r, end, ""
	case c == 'x', c == 'u', c == 'U':
		return hexEscape(s, i, map[byte]int{'x': 2, 'u': 4, 'U': 8}[c])
	case c == 'N':
		close := strings.IndexByte(s[i:], '}')
		if !strings.HasPrefix(s[i+2:], "{") || close < 0 || close == 3 {
			return 0, i + 2, "malformed \\N character escape"
		}
		want := strings.ToUpper(s[i+3 : i+close])
		for r := rune(0); r <= MaxRune; r++ {
			if runenames.Name(r) == want {
				return r, i + close + 1, ""
			}
		}
		return 0, i + close + 1, "unknown Unicode character name"
	}
	return unknownEscape, i + 2, ""
}

func hexEscape(s string, i, digits int) (r rune, end int, reason string) {
	end = i + 2
	var n int64
	for ; end < len(s) && end < i+2+digits && strings.IndexByte("0123456789abcdefABCDEF", s[end]) >= 0; end++ {
		n = n*16 + int64(strings.Index("0123456789abcdef", strings.ToLower(s[end:end+1])))
	}
	switch {
	case end < i+2+digits:
		return 0, end, "truncated \\" + string(s[i+1]) + strings.Repeat("X", digits) + " escape"
	case n > MaxRune:
		return 0, end, "illegal Unicode character"
	}
	return rune(n), end, ""
}
