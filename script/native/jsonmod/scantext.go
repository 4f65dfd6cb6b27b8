package jsonmod

import (
	"strconv"
	"strings"
)

var escapes = map[byte]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// text reads the string that begins at at, behind its quote.
func (c *scanner) text(at int) (string, int, error) {
	begin, start := at-1, at
	var out strings.Builder
	for {
		for at < len(c.s) && c.s[at] != '"' && c.s[at] != '\\' && c.s[at] >= ' ' {
			at++
		}
		if at == len(c.s) {
			return "", at, c.fail("Unterminated string starting at", begin)
		}
		switch b := c.s[at]; {
		case b == '"' && out.Len() == 0:
			return c.s[start:at], at + 1, nil
		case b == '"':
			out.WriteString(c.s[start:at])
			return out.String(), at + 1, nil
		case b != '\\':
			if c.strict {
				return "", at, c.fail("Invalid control character at", at)
			}
			at++
			continue
		}
		out.WriteString(c.s[start:at])
		if at++; at == len(c.s) {
			return "", at, c.fail("Unterminated string starting at", begin)
		}
		b := c.s[at]
		if b != 'u' {
			plain, ok := escapes[b]
			if !ok {
				return "", at, c.fail("Invalid \\escape", at-1)
			}
			out.WriteByte(plain)
			at++
			start = at
			continue
		}
		code, err := c.four(at)
		if err != nil {
			return "", at, err
		}
		at += 5
		if code>>10 == 0xd800>>10 && strings.HasPrefix(c.s[at:], "\\u") {
			low, err := c.four(at + 1)
			if err != nil {
				return "", at, err
			}
			if low>>10 == 0xdc00>>10 {
				code = 0x10000 + (code-0xd800)<<10 + (low - 0xdc00)
				at += 6
			}
		}
		writeChar(&out, code)
		start = at
	}
}

// writeChar writes a character, a lone surrogate as strs have it.
func writeChar(out *strings.Builder, code rune) {
	if code>>11 != 0xd800>>11 {
		out.WriteRune(code)
		return
	}
	out.WriteByte(0xe0 | byte(code>>12))
	out.WriteByte(0x80 | byte(code>>6)&0x3f)
	out.WriteByte(0x80 | byte(code)&0x3f)
}

// four gives the code of the four digits behind the u at at.
func (c *scanner) four(at int) (rune, error) {
	if at+5 <= len(c.s) {
		if n, err := strconv.ParseUint(c.s[at+1:at+5], 16, 32); err == nil {
			return rune(n), nil
		}
	}
	return 0, c.fail("Invalid \\uXXXX escape", at)
}
