package text

import (
	"math"
	"strings"
)

// maxWidth is the field width from which the functions here answer with a
// MemoryError, where CPython would fail to get the memory.
const maxWidth = 1 << 32

func errMemory() error { return &Error{Class: "MemoryError"} }

// Justify puts s into a field of that many code points. It serves str; for
// bytes see BytesJustify.
func Justify(s string, width int64, fill rune, side Side) (string, error) {
	return justify(s, int64(RuneCount(s)), width, RuneString(fill), side)
}

// BytesJustify is Justify for bytes.
func BytesJustify(s string, width int64, fill byte, side Side) (string, error) {
	return justify(s, int64(len(s)), width, string([]byte{fill}), side)
}

func justify(s string, n, width int64, fill string, side Side) (string, error) {
	if width > maxWidth {
		return "", errMemory()
	}
	left, right := Padding(n, width, side)
	if left+right == 0 {
		return s, nil
	}
	return strings.Repeat(fill, left) + s + strings.Repeat(fill, right), nil
}

// Side says where Justify puts the text.
type Side int

// The sides of ljust, rjust and center.
const (
	Left Side = iota
	Right
	Center
)

// Padding gives how often the fill character stands before and behind a text of n
// code points in a field of that width.
func Padding(n, width int64, side Side) (left, right int) {
	pad := width - n
	if pad <= 0 {
		return 0, 0
	}
	switch side {
	case Left:
		return 0, int(pad)
	case Right:
		return int(pad), 0
	}
	// The odd one goes to the left only when the width is odd as well.
	l := pad/2 + pad&width&1
	return int(l), int(pad - l)
}

// ZFill is str.zfill: zeros after the sign.
func ZFill(s string, width int64) (string, error) { return zfill(s, int64(RuneCount(s)), width) }

// BytesZFill is bytes.zfill.
func BytesZFill(s string, width int64) (string, error) { return zfill(s, int64(len(s)), width) }

func zfill(s string, n, width int64) (string, error) {
	if n = width - n; n <= 0 {
		return s, nil
	}
	if width > maxWidth {
		return "", errMemory()
	}
	zeros := strings.Repeat("0", int(n))
	if s != "" && (s[0] == '+' || s[0] == '-') {
		return s[:1] + zeros + s[1:], nil
	}
	return zeros + s, nil
}

// ExpandTabs is str.expandtabs. A column is a code point.
func ExpandTabs(s string, tabSize int64) (string, error) { return expandTabs(s, tabSize, width) }

// BytesExpandTabs is bytes.expandtabs. A column is a byte.
func BytesExpandTabs(s string, tabSize int64) (string, error) {
	return expandTabs(s, tabSize, func(string, int) int { return 1 })
}

func expandTabs(s string, tabSize int64, width func(string, int) int) (string, error) {
	if tabSize > math.MaxInt32 || tabSize < math.MinInt32 {
		return "", OverflowError("Python int too large to convert to C int")
	}
	var b strings.Builder
	column := int64(0)
	for i := 0; i < len(s); {
		w := width(s, i)
		switch s[i] {
		case '\t':
			if tabSize > 0 {
				n := tabSize - column%tabSize
				column += n
				if int64(b.Len())+n > maxWidth {
					return "", errMemory()
				}
				b.WriteString(strings.Repeat(" ", int(n)))
			}
		case '\n', '\r':
			column = 0
			b.WriteByte(s[i])
		default:
			column++
			b.WriteString(s[i : i+w])
		}
		i += w
	}
	return b.String(), nil
}

// Translate is str.translate: to gives the text for a code point, or keep
// false to leave it.
func Translate(s string, to func(r rune) (out string, replace bool, err error)) (string, error) {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, w := DecodeRune(s[i:])
		out, replace, err := to(r)
		switch {
		case err != nil:
			return "", err
		case replace:
			b.WriteString(out)
		default:
			b.WriteString(s[i : i+w])
		}
		i += w
	}
	return b.String(), nil
}

// BytesTranslate is bytes.translate with a table of 256 bytes, or nil for None.
func BytesTranslate(s string, table []byte, drop string) (string, error) {
	if table != nil && len(table) != 256 {
		return "", ValueError("translation table must be 256 characters long")
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if strings.IndexByte(drop, c) >= 0 {
			continue
		}
		if table != nil {
			c = table[c]
		}
		out = append(out, c)
	}
	return string(out), nil
}
