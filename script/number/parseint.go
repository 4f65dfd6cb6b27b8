package number

import (
	"math/big"
	"strconv"
	"strings"

	"asyncio/script/text"
)

// DefaultMaxDigits is the limit of decimal digits that Python starts with,
// sys.get_int_max_str_digits().
const DefaultMaxDigits = 4300

// ParseInt is int(s, base) for a str. Base 0 takes the prefix of a literal.
// Digits and spaces of any script count. maxDigits limits conversions whose
// base is no power of two; 0 means no limit.
func ParseInt(s string, base int, maxDigits int) (Int, error) {
	return parseInt(plainDigits(s), base, maxDigits, func() string { return text.Repr(s) })
}

// ParseIntBytes is int(b, base) for a bytes object. It differs from ParseInt
// in the text of the error and in that only ASCII counts.
func ParseIntBytes(b string, base int, maxDigits int) (Int, error) {
	return parseInt(b, base, maxDigits, func() string { return text.BytesRepr(b) })
}

func parseInt(s string, base, maxDigits int, repr func() string) (Int, error) {
	if base != 0 && (base < 2 || base > 36) {
		return Int{}, valueError("int() base must be >= 2 and <= 36, or 0")
	}
	shown := base
	invalid := func() (Int, error) {
		r := repr()
		if text.RuneCount(r) > 200 {
			r = text.FromRunes(text.Runes(r)[:200])
		}
		return Int{}, valueError("invalid literal for int() with base " + strconv.Itoa(shown) + ": " + r)
	}
	s = trimSpace(s)
	neg := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		neg = s[0] == '-'
		s = s[1:]
	}
	onlyZero := false
	if base == 0 {
		switch prefix := basePrefix(s); {
		case prefix != 0:
			base = prefix
		default:
			// A literal such as 012 is refused, but zeros alone are fine.
			onlyZero = strings.HasPrefix(s, "0")
			base = 10
		}
	}
	if p := basePrefix(s); p != 0 && p == base {
		s = s[2:]
		s = strings.TrimPrefix(s, "_")
	}
	end, count := scanDigits(s, base)
	if count == 0 || s[end-1] == '_' || end < len(s) {
		return invalid()
	}
	if base&(base-1) != 0 && maxDigits > 0 && count > maxDigits {
		return Int{}, valueError("Exceeds the limit (" + strconv.Itoa(maxDigits) + " digits) for integer string conversion: value has " +
			strconv.Itoa(count) + " digits; use sys.set_int_max_str_digits() to increase the limit")
	}
	digits := s
	if count < len(s) {
		digits = strings.ReplaceAll(s, "_", "")
	}
	var x Int
	if v, err := strconv.ParseInt(digits, base, 64); err == nil {
		x = Int{small: v}
	} else {
		b, ok := new(big.Int).SetString(digits, base)
		if !ok {
			return invalid()
		}
		x = FromBig(b)
	}
	if onlyZero && x.Sign() != 0 {
		return invalid()
	}
	if neg {
		x = x.Neg()
	}
	return x, nil
}

func basePrefix(s string) int {
	if len(s) < 2 || s[0] != '0' {
		return 0
	}
	switch s[1] {
	case 'x', 'X':
		return 16
	case 'o', 'O':
		return 8
	case 'b', 'B':
		return 2
	}
	return 0
}

// scanDigits returns where the digits and single underscores at the start of s
// end, and how many digits there are. A first or double underscore ends them.
func scanDigits(s string, base int) (end, count int) {
	for end < len(s) {
		c := s[end]
		if c == '_' {
			if end == 0 || s[end-1] == '_' {
				return end, count
			}
		} else if digitValue(c) >= base {
			return end, count
		} else {
			count++
		}
		end++
	}
	return end, count
}

func digitValue(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'z':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'Z':
		return int(c-'A') + 10
	}
	return 99
}

// plainDigits turns decimal digits of any script into ASCII and Unicode spaces
// into plain ones; what else is not ASCII becomes a question mark.
func plainDigits(s string) string {
	if text.IsASCII(s) {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, w := text.DecodeRune(s[i:])
		i += w
		switch d := text.DecimalValue(r); {
		case r < 0x80:
			b = append(b, byte(r))
		case d >= 0:
			b = append(b, byte('0'+d))
		case text.IsSpaceRune(r):
			b = append(b, ' ')
		default:
			b = append(b, '?')
		}
	}
	return string(b)
}

// trimSpace drops the white space that C's isspace knows.
func trimSpace(s string) string {
	for s != "" && text.IsSpaceByte(s[0]) {
		s = s[1:]
	}
	for s != "" && text.IsSpaceByte(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

// IntRepr returns repr(x). maxDigits is the limit of digits; 0 means none.
func IntRepr(x Int, maxDigits int) (string, error) {
	if x.large == nil {
		return strconv.FormatInt(x.small, 10), nil
	}
	tooLong := func() (string, error) {
		return "", valueError("Exceeds the limit (" + strconv.Itoa(maxDigits) + " digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit")
	}
	// 10 digits hold more than 33 bits: hopeless numbers need no conversion.
	if maxDigits > 0 && x.large.BitLen() > 34*(maxDigits/10+1) {
		return tooLong()
	}
	s := x.large.String()
	if maxDigits > 0 && len(s)-(1-x.Sign())/2 > maxDigits {
		return tooLong()
	}
	return s, nil
}

// IntDigits returns x in base 2 to 36 without prefix, with a minus sign if
// need be. bin, oct, hex and the format codes use bases that know no limit.
func IntDigits(x Int, base int) string {
	if x.large == nil {
		return strconv.FormatInt(x.small, base)
	}
	return x.large.Text(base)
}
