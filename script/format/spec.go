package format

import (
	"fmt"
	"math"

	"asyncio/script/text"
)

// Spec is a parsed format specification,
// [[fill]align][sign][z][#][0][width][grouping][.precision][type].
type Spec struct {
	Fill      rune // ' ' when not given
	Align     byte // '<', '>', '=' or '^'
	Sign      byte // '+', '-', ' ' or 0
	NoNegZero bool // the option z
	Alternate bool // the option #
	Width     int  // -1 when not given
	Grouping  byte // ',', '_' or 0
	Precision int  // -1 when not given
	Type      rune // the default of the type of the value when not given

	aligned bool // the alignment was given
}

// ParseSpec parses a specification for a value of the named type. align and
// code are the alignment and type that hold when the specification has none.
func ParseSpec(spec, typeName string, align byte, code rune) (Spec, error) {
	rs := text.Runes(spec)
	out := Spec{Fill: ' ', Align: align, Width: -1, Precision: -1, Type: code}
	pos, filled := 0, false
	at := func(c rune) bool { return pos < len(rs) && rs[pos] == c }
	switch {
	case len(rs) >= 2 && isAlign(rs[1]):
		out.Fill, out.Align, out.aligned, filled = rs[0], byte(rs[1]), true, true
		pos = 2
	case len(rs) >= 1 && isAlign(rs[0]):
		out.Align, out.aligned = byte(rs[0]), true
		pos = 1
	}
	if at('+') || at('-') || at(' ') {
		out.Sign = byte(rs[pos])
		pos++
	}
	if at('z') {
		out.NoNegZero = true
		pos++
	}
	if at('#') {
		out.Alternate = true
		pos++
	}
	if !filled && at('0') {
		out.Fill = '0'
		if !out.aligned && align == '>' {
			out.Align = '='
		}
		pos++
	}
	var err error
	if out.Width, pos, err = integer(rs, pos); err != nil {
		return Spec{}, err
	}
	if at(',') {
		out.Grouping = ','
		pos++
	}
	if at('_') {
		if out.Grouping != 0 {
			return Spec{}, errBothGroupings()
		}
		out.Grouping = '_'
		pos++
	}
	if at(',') && out.Grouping == '_' {
		return Spec{}, errBothGroupings()
	}
	if at('.') {
		if out.Precision, pos, err = integer(rs, pos+1); err != nil {
			return Spec{}, err
		}
		if out.Precision < 0 {
			return Spec{}, valueError("Format specifier missing precision")
		}
	}
	switch len(rs) - pos {
	case 0:
	case 1:
		out.Type = rs[pos]
	default:
		return Spec{}, valueError("Invalid format specifier '" + spec + "' for object of type '" + typeName + "'")
	}
	if out.Grouping != 0 && !out.mayGroup() {
		if out.Type > 32 && out.Type < 128 {
			return Spec{}, valueError(fmt.Sprintf("Cannot specify '%c' with '%c'.", out.Grouping, out.Type))
		}
		return Spec{}, valueError(fmt.Sprintf(`Cannot specify '%c' with '\x%x'.`, out.Grouping, out.Type))
	}
	return out, nil
}

func isAlign(r rune) bool { return r == '<' || r == '>' || r == '=' || r == '^' }

func errBothGroupings() error { return valueError("Cannot specify both ',' and '_'.") }

func (s *Spec) mayGroup() bool {
	switch s.Type {
	case 'd', 'e', 'f', 'g', 'E', 'F', 'G', '%', 0:
		return true
	case 'b', 'o', 'x', 'X':
		return s.Grouping == '_'
	}
	return false
}

// integer reads decimal digits from pos on; -1 if there are none.
func integer(rs []rune, pos int) (value, next int, err error) {
	start, n := pos, int64(0)
	for ; pos < len(rs); pos++ {
		d := text.DecimalValue(rs[pos])
		if d < 0 {
			break
		}
		if n > (math.MaxInt64-int64(d))/10 {
			return 0, 0, valueError("Too many decimal digits in format string")
		}
		n = n*10 + int64(d)
	}
	if pos == start {
		return -1, pos, nil
	}
	return int(min(n, math.MaxInt32*4)), pos, nil
}

func unknownCode(code rune, typeName string) error {
	if code > 32 && code < 128 {
		return valueError(fmt.Sprintf("Unknown format code '%c' for object of type '%s'", code, typeName))
	}
	return valueError(fmt.Sprintf(`Unknown format code '\x%x' for object of type '%s'`, code, typeName))
}

// Str returns format(s, spec) for a str of the named type.
func Str(s, spec, typeName string) (string, error) {
	if spec == "" {
		return s, nil
	}
	f, err := ParseSpec(spec, typeName, '<', 's')
	if err != nil {
		return "", err
	}
	const where = " not allowed in string format specifier"
	switch {
	case f.Type != 's':
		return "", unknownCode(f.Type, typeName)
	case f.Sign == ' ':
		return "", valueError("Space" + where)
	case f.Sign != 0:
		return "", valueError("Sign" + where)
	case f.NoNegZero:
		return "", valueError("Negative zero coercion (z)" + where)
	case f.Alternate:
		return "", valueError("Alternate form (#)" + where)
	case f.Align == '=' && f.aligned:
		return "", valueError("'=' alignment" + where)
	case f.Width > maxSize:
		return "", memoryError()
	}
	if f.Precision >= 0 {
		s = cut(s, f.Precision)
	}
	return f.pad(s), nil
}

// cut returns the first n code points of s.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := 0; i < len(s); n-- {
		if n == 0 {
			return s[:i]
		}
		_, w := text.DecodeRune(s[i:])
		i += w
	}
	return s
}

func (s *Spec) pad(body string) string {
	return s.layout("", body)
}

// layout pads to the width; with '=' the fill goes between head and body.
func (s *Spec) layout(head, body string) string {
	n := s.Width - text.RuneCount(head) - text.RuneCount(body)
	if n <= 0 {
		return head + body
	}
	left, mid, right := 0, 0, 0
	switch s.Align {
	case '<':
		right = n
	case '>':
		left = n
	case '=':
		mid = n
	case '^':
		left = n / 2
		right = n - left
	}
	b := make([]byte, 0, len(head)+len(body)+n)
	b = appendFill(b, s.Fill, left)
	b = append(b, head...)
	b = appendFill(b, s.Fill, mid)
	b = append(b, body...)
	return string(appendFill(b, s.Fill, right))
}

func appendFill(b []byte, fill rune, n int) []byte {
	for range n {
		b = text.AppendRune(b, fill)
	}
	return b
}
