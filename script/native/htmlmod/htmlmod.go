// Package htmlmod is the module _html: HTML's character references.
package htmlmod

import (
	"html"
	"strconv"
	"strings"

	"asyncio/script/host"
	"asyncio/script/object"
)

// Module makes the module _html.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_html")
	m.DefPlain("unescape", 1, 1, func(_ *object.Thread, a []object.Value) (object.Value, error) {
		s, ok := object.StrOf(a[0])
		if !ok {
			return object.Value{}, object.TypeError("argument of type '%s' is not iterable", object.ClassOf(a[0]).Name)
		}
		return object.String(unescape(s)), nil
	})
	return m, nil
}

// unescape replaces references. Those by number that stand for no character of a
// text become nothing, and one without a number stays.
func unescape(s string) string {
	var b strings.Builder
	for {
		i := strings.Index(s, "&#")
		if i < 0 {
			break
		}
		b.WriteString(html.UnescapeString(s[:i]))
		s = s[i:]
		n := numberAt(s)
		if n == 0 {
			b.WriteString("&#")
			s = s[2:]
			continue
		}
		if !nothing(s[2:n]) {
			b.WriteString(html.UnescapeString(s[:n]))
		}
		s = s[n:]
	}
	b.WriteString(html.UnescapeString(s))
	return b.String()
}

// numberAt gives the length of the reference by number that s begins with.
func numberAt(s string) int {
	i, digits := 2, "0123456789"
	if len(s) > 2 && (s[2] == 'x' || s[2] == 'X') {
		i, digits = 3, "0123456789abcdefABCDEF"
	}
	first := i
	for i < len(s) && strings.IndexByte(digits, s[i]) >= 0 {
		i++
	}
	if i == first {
		return 0
	}
	if i < len(s) && s[i] == ';' {
		i++
	}
	return i
}

// nothing reports whether a number is that of no character.
func nothing(number string) bool {
	number, base := strings.TrimSuffix(number, ";"), 10
	if number[0] == 'x' || number[0] == 'X' {
		number, base = number[1:], 16
	}
	n, err := strconv.ParseUint(number, base, 32)
	switch {
	case err != nil:
		return false
	case n >= 1 && n <= 8, n == 0xb, n >= 0xe && n <= 0x1f, n == 0x7f, n >= 0xfdd0 && n <= 0xfdef:
		return true
	}
	return n <= 0x10ffff && n&0xfffe == 0xfffe
}
