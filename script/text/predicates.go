package text

import (
	"sort"
	"unicode"
	"unicode/utf8"
)

func inRanges(r rune, table [][2]rune) bool {
	i := sort.Search(len(table), func(i int) bool { return table[i][1] >= r })
	return i < len(table) && table[i][0] <= r
}

// all is the rule of most predicates: not empty, and every code point fits. ascii
// says the same of the characters of one byte, at once.
func all(s string, ascii func(byte) bool, is func(rune) bool) bool {
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			if !ascii(s[i]) {
				return false
			}
			i++
			continue
		}
		r, w := DecodeRune(s[i:])
		if !is(r) {
			return false
		}
		i += w
	}
	return s != ""
}

// IsAlphaRune reports letters of any script.
func IsAlphaRune(r rune) bool { return unicode.IsLetter(r) || isNewerHan(r) }

// IsDigitRune reports decimals and digits such as superscripts.
func IsDigitRune(r rune) bool { return DecimalValue(r) >= 0 || inRanges(r, digitRanges) }

// IsNumericRune reports digits and all else that has a numeric value.
func IsNumericRune(r rune) bool { return IsDigitRune(r) || inRanges(r, numericRanges) }

// IsAlnumRune reports letters and numbers.
func IsAlnumRune(r rune) bool { return IsAlphaRune(r) || IsNumericRune(r) }

// IsAlpha is str.isalpha.
func IsAlpha(s string) bool { return all(s, isByteLetter, IsAlphaRune) }

// IsAlnum is str.isalnum.
func IsAlnum(s string) bool { return all(s, isByteAlnum, IsAlnumRune) }

// IsDecimal is str.isdecimal.
func IsDecimal(s string) bool {
	return all(s, isByteDigit, func(r rune) bool { return DecimalValue(r) >= 0 })
}

// IsDigit is str.isdigit.
func IsDigit(s string) bool { return all(s, isByteDigit, IsDigitRune) }

// IsNumeric is str.isnumeric.
func IsNumeric(s string) bool { return all(s, isByteDigit, IsNumericRune) }

// IsSpace is str.isspace.
func IsSpace(s string) bool {
	return all(s, func(c byte) bool { return IsSpaceRune(rune(c)) }, IsSpaceRune)
}

// IsPrintable is str.isprintable, true for the empty string.
func IsPrintable(s string) bool {
	return s == "" || all(s, func(c byte) bool { return ' ' <= c && c <= '~' }, IsPrintableRune)
}

// IsLower is str.islower: cased letters, and all of them small.
func IsLower(s string) bool {
	return cased(s, isLowerRune, func(r rune) bool { return isUpperRune(r) || unicode.IsTitle(r) })
}

// IsUpper is str.isupper.
func IsUpper(s string) bool {
	return cased(s, isUpperRune, func(r rune) bool { return isLowerRune(r) || unicode.IsTitle(r) })
}

func cased(s string, want, refuse func(rune) bool) bool {
	found := false
	for i := 0; i < len(s); {
		r, w := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, w = DecodeRune(s[i:])
		}
		if refuse(r) {
			return false
		}
		found = found || want(r)
		i += w
	}
	return found
}

// IsTitle is str.istitle.
func IsTitle(s string) bool {
	inside, found := false, false
	for i := 0; i < len(s); {
		r, w := DecodeRune(s[i:])
		i += w
		switch {
		case isUpperRune(r) || unicode.IsTitle(r):
			if inside {
				return false
			}
			inside, found = true, true
		case isLowerRune(r):
			if !inside {
				return false
			}
			found = true
		default:
			inside = false
		}
	}
	return found
}

// IsNameStart reports whether a name may start with r.
func IsNameStart(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '_' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return nameLetter(r) != inRanges(r, oddStarts)
}

func nameLetter(r rune) bool { return r == '_' || IsAlphaRune(r) || unicode.Is(unicode.Nl, r) }

// IsNamePart reports whether r may stand in a name after the first character.
func IsNamePart(r rune) bool {
	if r < utf8.RuneSelf {
		return IsNameStart(r) || '0' <= r && r <= '9'
	}
	fits := nameLetter(r) || unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc)
	return fits != inRanges(r, oddContinues)
}

// IsIdentifier is str.isidentifier.
func IsIdentifier(s string) bool {
	if s == "" {
		return false
	}
	r, w := DecodeRune(s)
	return IsNameStart(r) && (len(s) == w || all(s[w:], func(c byte) bool { return IsNamePart(rune(c)) }, IsNamePart))
}
