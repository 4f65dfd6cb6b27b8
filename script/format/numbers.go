package format

import (
	"math"
	"strconv"
	"strings"

	"asyncio/script/number"
	"asyncio/script/text"
)

// Int returns format(x, spec) for an int of the named type ("int", "bool").
// maxDigits limits decimal digits as in number.IntRepr.
func Int(x number.Int, spec, typeName string, maxDigits int) (string, error) {
	if spec == "" {
		return number.IntRepr(x, maxDigits)
	}
	f, err := ParseSpec(spec, typeName, '>', 'd')
	if err != nil {
		return "", err
	}
	switch f.Type {
	case 'b', 'c', 'd', 'o', 'x', 'X', 'n':
		return f.integer(x, maxDigits)
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		v, err := x.Float()
		if err != nil {
			return "", err
		}
		return f.float(v)
	}
	return "", unknownCode(f.Type, typeName)
}

func (s *Spec) integer(x number.Int, maxDigits int) (string, error) {
	switch {
	case s.Precision >= 0:
		return "", valueError("Precision not allowed in integer format specifier")
	case s.NoNegZero:
		return "", valueError("Negative zero coercion (z) not allowed in integer format specifier")
	case s.Width > maxSize:
		return "", memoryError()
	}
	if s.Type == 'c' {
		switch v, ok := x.Int64(); {
		case s.Sign != 0:
			return "", valueError("Sign not allowed with integer format specifier 'c'")
		case s.Alternate:
			return "", valueError("Alternate form (#) not allowed with integer format specifier 'c'")
		case !ok:
			return "", text.OverflowError("Python int too large to convert to C long")
		case v < 0 || v > text.MaxRune:
			return "", text.OverflowError("%c arg not in range(0x110000)")
		default:
			return s.pad(text.RuneString(rune(v))), nil
		}
	}
	digits, err := magnitude(x, s.Type, maxDigits)
	if err != nil {
		return "", err
	}
	head := s.sign(x.Sign() < 0)
	if s.Alternate {
		head += prefix(s.Type)
	}
	return s.grouped(head, digits, ""), nil
}

// magnitude returns the digits of x without sign, for a type code of ints.
func magnitude(x number.Int, code rune, maxDigits int) (string, error) {
	x = x.Abs()
	switch code {
	case 'b':
		return number.IntDigits(x, 2), nil
	case 'o':
		return number.IntDigits(x, 8), nil
	case 'x':
		return number.IntDigits(x, 16), nil
	case 'X':
		return strings.ToUpper(number.IntDigits(x, 16)), nil
	}
	return number.IntRepr(x, maxDigits)
}

func prefix(code rune) string {
	switch code {
	case 'b', 'o', 'x', 'X':
		return "0" + string(code)
	}
	return ""
}

func (s *Spec) sign(negative bool) string {
	switch {
	case negative:
		return "-"
	case s.Sign == '+' || s.Sign == ' ':
		return string(rune(s.Sign))
	}
	return ""
}

// grouped lays out a number: sign and prefix, the digits before the point, and
// the rest. Zeros that fill up are grouped like digits.
func (s *Spec) grouped(head, digits, rest string) string {
	if s.Grouping != 0 && digits != "" {
		size := 3
		if s.Type == 'b' || s.Type == 'o' || s.Type == 'x' || s.Type == 'X' {
			size = 4
		}
		room := 0
		if s.Fill == '0' && s.Align == '=' {
			room = s.Width - len(head) - len(rest)
		}
		digits = group(digits, size, s.Grouping, room)
	}
	return s.layout(head, digits+rest)
}

// group puts separators between groups of digits and adds zeros in front until
// room characters are there. A separator is never the first character.
func group(digits string, size int, sep byte, room int) string {
	var parts []string
	for {
		l := min(size, max(len(digits), room, 1))
		n := min(len(digits), l)
		parts = append(parts, strings.Repeat("0", l-n)+digits[len(digits)-n:])
		digits = digits[:len(digits)-n]
		room -= l
		if digits == "" && room <= 0 {
			break
		}
		room--
	}
	var b strings.Builder
	for i := len(parts) - 1; i >= 0; i-- {
		b.WriteString(parts[i])
		if i > 0 {
			b.WriteByte(sep)
		}
	}
	return b.String()
}

// Float returns format(f, spec) for a float of the named type.
func Float(f float64, spec, typeName string) (string, error) {
	if spec == "" {
		return number.FloatRepr(f), nil
	}
	s, err := ParseSpec(spec, typeName, '>', 0)
	if err != nil {
		return "", err
	}
	switch s.Type {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%':
		return s.float(f)
	}
	return "", unknownCode(s.Type, typeName)
}

func (s *Spec) float(f float64) (string, error) {
	switch {
	case s.Precision > math.MaxInt32:
		return "", valueError("precision too big")
	case s.Width > maxSize || s.Precision > maxSize:
		return "", memoryError()
	}
	code, prec, rest := s.Type, s.Precision, ""
	switch {
	case code == 0 && prec < 0:
		code = 'r'
	case code == 0:
		code = 'h'
	case code == 'n':
		code = 'g'
	case code == '%':
		code, rest = 'f', "%"
		f *= 100
	}
	if prec < 0 {
		prec = 6
	}
	body := floatDigits(math.Abs(f), code, prec, s.Alternate)
	negative := math.Signbit(f) && !math.IsNaN(f)
	if s.NoNegZero && strings.Trim(mantissa(body), "0.") == "" {
		negative = false
	}
	n := 0
	for n < len(body) && body[n] >= '0' && body[n] <= '9' {
		n++
	}
	return s.grouped(s.sign(negative), body[:n], body[n:]+rest), nil
}

func mantissa(s string) string {
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		return s[:i]
	}
	return s
}

// floatDigits returns a float that is not negative in one of the forms e, f, g
// (or E, F, G), r for repr, or h: the form g of a format specification without
// type, which keeps one digit after the point. Alternate keeps the point and,
// for g, the zeros.
func floatDigits(f float64, code rune, prec int, alternate bool) string {
	upper := code == 'E' || code == 'F' || code == 'G'
	out := ""
	switch {
	case math.IsNaN(f):
		out = "nan"
	case math.IsInf(f, 0):
		out = "inf"
	default:
		switch code {
		case 'f', 'F':
			out = strconv.FormatFloat(f, 'f', prec, 64)
			if alternate && prec == 0 {
				out += "."
			}
		case 'e', 'E':
			out = strconv.FormatFloat(f, 'e', prec, 64)
			if alternate && prec == 0 {
				out = out[:1] + "." + out[1:]
			}
		case 'r':
			out = number.FloatRepr(f)
			if i := strings.IndexByte(out, 'e'); alternate && i >= 0 && !strings.Contains(out, ".") {
				out = out[:i] + "." + out[i:]
			}
		default:
			out = general(f, max(prec, 1), alternate, code == 'h')
		}
	}
	if upper {
		return strings.ToUpper(out)
	}
	return out
}

// general is the form g. keepOne is set for specifications without a type.
func general(f float64, prec int, alternate, keepOne bool) string {
	s := strconv.FormatFloat(f, 'e', prec-1, 64)
	i := strings.IndexByte(s, 'e')
	exp, _ := strconv.Atoi(s[i+1:])
	digits := strings.Replace(s[:i], ".", "", 1)
	limit := prec
	if keepOne {
		limit--
	}
	if !alternate {
		digits = strings.TrimRight(digits, "0")
		if digits == "" {
			digits = "0"
		}
	}
	if exp < -4 || exp >= limit {
		out := digits[:1]
		if len(digits) > 1 || alternate {
			out += "." + digits[1:]
		}
		return out + s[i:]
	}
	if exp < 0 {
		return "0." + strings.Repeat("0", -exp-1) + digits
	}
	if len(digits) <= exp {
		digits += strings.Repeat("0", exp+1-len(digits))
	}
	out := digits[:exp+1]
	switch {
	case len(digits) > exp+1 || alternate:
		out += "." + digits[exp+1:]
		if keepOne && strings.HasSuffix(out, ".") {
			out += "0"
		}
	case keepOne:
		out += ".0"
	}
	return out
}
