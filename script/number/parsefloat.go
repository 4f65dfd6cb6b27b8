package number

import (
	"math"
	"strconv"
	"strings"

	"asyncio/script/text"
)

// FloatRepr returns repr(f): the shortest digits that give f back, with an
// exponent from 1e16 up and below 1e-4.
func FloatRepr(f float64) string { return string(AppendFloat(nil, f)) }

// AppendFloat appends repr(f) to b.
func AppendFloat(b []byte, f float64) []byte {
	switch {
	case math.IsNaN(f):
		return append(b, "nan"...)
	case math.IsInf(f, 1):
		return append(b, "inf"...)
	case math.IsInf(f, -1):
		return append(b, "-inf"...)
	}
	if a := math.Abs(f); a != 0 && (a < 1e-4 || a >= 1e16) {
		return strconv.AppendFloat(b, f, 'e', -1, 64)
	}
	start := len(b)
	b = strconv.AppendFloat(b, f, 'f', -1, 64)
	for _, c := range b[start:] {
		if c == '.' {
			return b
		}
	}
	return append(b, ".0"...)
}

// ParseFloat is float(s) for a str. Digits and spaces of any script count.
func ParseFloat(s string) (float64, error) {
	f, ok := parseFloat(plainDigits(s))
	if !ok {
		return 0, valueError("could not convert string to float: " + text.Repr(s))
	}
	return f, nil
}

// ParseFloatBytes is float(b) for a bytes object.
func ParseFloatBytes(b string) (float64, error) {
	f, ok := parseFloat(b)
	if !ok {
		return 0, valueError("could not convert string to float: " + text.BytesRepr(b))
	}
	return f, nil
}

func parseFloat(s string) (float64, bool) {
	s = trimSpace(s)
	if strings.IndexByte(s, '_') >= 0 {
		if !underscoresBetweenDigits(s) {
			return 0, false
		}
		s = strings.ReplaceAll(s, "_", "")
	}
	body, neg := splitSign(s)
	if f, ok := special(body); ok {
		if neg {
			// Keeps the sign of NaN, which copysign can see.
			f = math.Copysign(f, -1)
		}
		return f, true
	}
	if !isDecimal(body) {
		return 0, false
	}
	// A number out of range is infinity or zero, not an error.
	f, _ := strconv.ParseFloat(s, 64)
	return f, true
}

func splitSign(s string) (string, bool) {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		return s[1:], s[0] == '-'
	}
	return s, false
}

func special(s string) (float64, bool) {
	switch {
	case strings.EqualFold(s, "inf"), strings.EqualFold(s, "infinity"):
		return math.Inf(1), text.IsASCII(s)
	case strings.EqualFold(s, "nan"):
		return math.Copysign(math.NaN(), 1), true
	}
	return 0, false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func underscoresBetweenDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == '_' && (i == 0 || i+1 == len(s) || !isDigit(s[i-1]) || !isDigit(s[i+1])) {
			return false
		}
	}
	return true
}

// isDecimal reports whether s is digits with an optional point and exponent.
func isDecimal(s string) bool {
	i, digits := 0, 0
	for ; i < len(s) && isDigit(s[i]); i++ {
		digits++
	}
	if i < len(s) && s[i] == '.' {
		for i++; i < len(s) && isDigit(s[i]); i++ {
			digits++
		}
	}
	if digits == 0 {
		return false
	}
	if i < len(s) && (s[i] == 'e' || s[i] == 'E') {
		i++
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		start := i
		for i < len(s) && isDigit(s[i]) {
			i++
		}
		if i == start {
			return false
		}
	}
	return i == len(s)
}

// FloatHex is float.hex.
func FloatHex(f float64) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return FloatRepr(f)
	}
	var b strings.Builder
	if math.Signbit(f) {
		b.WriteByte('-')
	}
	if f == 0 {
		b.WriteString("0x0.0p+0")
		return b.String()
	}
	u := math.Float64bits(f)
	exp, frac := int(u>>52&0x7FF), u&(1<<52-1)
	lead := "0x1."
	if exp == 0 {
		lead, exp = "0x0.", 1
	}
	b.WriteString(lead)
	digits := strconv.FormatUint(frac, 16)
	b.WriteString(strings.Repeat("0", 13-len(digits)))
	b.WriteString(digits)
	b.WriteByte('p')
	if exp >= 1023 {
		b.WriteByte('+')
	}
	b.WriteString(strconv.Itoa(exp - 1023))
	return b.String()
}

// FloatFromHex is float.fromhex.
func FloatFromHex(s string) (float64, error) {
	invalid := func() (float64, error) { return 0, valueError("invalid hexadecimal floating-point string") }
	body, neg := splitSign(trimSpace(s))
	signed := func(f float64) float64 {
		if neg {
			return math.Copysign(f, -1)
		}
		return f
	}
	if f, ok := special(body); ok {
		return signed(f), nil
	}
	if len(body) >= 2 && body[0] == '0' && (body[1] == 'x' || body[1] == 'X') {
		body = body[2:]
	}
	mantissa, exp := body, "0"
	if i := strings.IndexAny(body, "pP"); i >= 0 {
		mantissa, exp = body[:i], body[i+1:]
	}
	digits, points, nonzero := 0, 0, false
	for i := 0; i < len(mantissa); i++ {
		switch {
		case mantissa[i] == '.':
			points++
		case digitValue(mantissa[i]) < 16:
			digits++
			nonzero = nonzero || mantissa[i] != '0'
		default:
			return invalid()
		}
	}
	e, _ := splitSign(exp)
	if digits == 0 || points > 1 || e == "" || strings.Trim(e, "0123456789") != "" {
		return invalid()
	}
	if !nonzero {
		return signed(0), nil
	}
	f, _ := strconv.ParseFloat("0x"+mantissa+"p"+exp, 64)
	if math.IsInf(f, 0) {
		return 0, overflow("hexadecimal value too large to represent as a float")
	}
	return signed(f), nil
}
