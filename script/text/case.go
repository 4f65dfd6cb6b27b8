package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	capitalSigma = 'Σ'
	smallSigma   = "σ"
	finalSigma   = "ς"
)

func mapRunes(s string, ascii func(byte) byte, other func(r rune) string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			break
		}
		if ascii(s[i]) != s[i] {
			break
		}
		if i == len(s)-1 {
			return s
		}
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			b = append(b, ascii(s[i]))
			i++
			continue
		}
		r, w := DecodeRune(s[i:])
		b = append(b, other(r)...)
		i += w
	}
	return string(b)
}

func upperByte(c byte) byte {
	if 'a' <= c && c <= 'z' {
		return c - 'a' + 'A'
	}
	return c
}

func lowerByte(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c - 'A' + 'a'
	}
	return c
}

func upperOf(r rune) string {
	if s, ok := specialUpper[r]; ok {
		return s
	}
	return RuneString(unicode.ToUpper(r))
}

// lowerOf does not know the final sigma, which depends on the neighbours.
func lowerOf(r rune) string {
	if s, ok := specialLower[r]; ok {
		return s
	}
	return RuneString(unicode.ToLower(r))
}

func titleOf(r rune) string {
	if s, ok := specialTitle[r]; ok {
		return s
	}
	return RuneString(unicode.ToTitle(r))
}

// Upper is str.upper.
func Upper(s string) string {
	if IsASCII(s) {
		return strings.ToUpper(s)
	}
	return mapRunes(s, upperByte, upperOf)
}

// Lower is str.lower.
func Lower(s string) string {
	if IsASCII(s) {
		return strings.ToLower(s)
	}
	if strings.ContainsRune(s, capitalSigma) {
		var b strings.Builder
		for i := 0; i < len(s); {
			r, w := DecodeRune(s[i:])
			b.WriteString(lowerAt(s, i, r, w))
			i += w
		}
		return b.String()
	}
	return mapRunes(s, lowerByte, lowerOf)
}

// Casefold is str.casefold.
func Casefold(s string) string {
	if IsASCII(s) {
		return strings.ToLower(s)
	}
	return mapRunes(s, lowerByte, func(r rune) string {
		if f, ok := specialFold[r]; ok {
			return f
		}
		return lowerOf(r)
	})
}

// lowerAt is the small form of the code point r at s[i:i+w]. A capital sigma
// that ends a word, with letters before and none after, has a form of its own.
func lowerAt(s string, i int, r rune, w int) string {
	if r != capitalSigma {
		return lowerOf(r)
	}
	before := false
	for j := i; j > 0; {
		p, pw := DecodeLastRune(s[:j])
		j -= pw
		if !isCaseIgnorable(p) {
			before = isCased(p)
			break
		}
	}
	if !before {
		return smallSigma
	}
	for j := i + w; j < len(s); {
		p, pw := DecodeRune(s[j:])
		j += pw
		if !isCaseIgnorable(p) {
			if isCased(p) {
				return smallSigma
			}
			break
		}
	}
	return finalSigma
}

func isUpperRune(r rune) bool { return unicode.IsUpper(r) || unicode.Is(unicode.Other_Uppercase, r) }
func isLowerRune(r rune) bool { return unicode.IsLower(r) || unicode.Is(unicode.Other_Lowercase, r) }
func isCased(r rune) bool     { return isUpperRune(r) || isLowerRune(r) || unicode.IsTitle(r) }

// isCaseIgnorable reports what does not separate the letters of a word.
func isCaseIgnorable(r rune) bool {
	switch r {
	case '\'', '.', ':', 0xB7, 0x387, 0x55F, 0x5F4, 0x2018, 0x2019, 0x2024, 0x2027,
		0xFE13, 0xFE52, 0xFE55, 0xFF07, 0xFF0E, 0xFF1A:
		return true
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk)
}

// Title is str.title: every run of cased letters starts with a title form.
func Title(s string) string {
	if IsASCII(s) {
		return BytesTitle(s)
	}
	var b strings.Builder
	inside := false
	for i := 0; i < len(s); {
		r, w := DecodeRune(s[i:])
		if inside {
			b.WriteString(lowerAt(s, i, r, w))
		} else {
			b.WriteString(titleOf(r))
		}
		inside = isCased(r)
		i += w
	}
	return b.String()
}

// Capitalize is str.capitalize.
func Capitalize(s string) string {
	if s == "" {
		return s
	}
	if IsASCII(s) {
		return BytesCapitalize(s)
	}
	var b strings.Builder
	first, w := DecodeRune(s)
	b.WriteString(titleOf(first))
	for i := w; i < len(s); {
		r, w := DecodeRune(s[i:])
		b.WriteString(lowerAt(s, i, r, w))
		i += w
	}
	return b.String()
}

// SwapCase is str.swapcase.
func SwapCase(s string) string {
	if IsASCII(s) {
		return BytesSwapCase(s)
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, w := DecodeRune(s[i:])
		switch {
		case isUpperRune(r):
			b.WriteString(lowerAt(s, i, r, w))
		case isLowerRune(r):
			b.WriteString(upperOf(r))
		default:
			b.WriteString(s[i : i+w])
		}
		i += w
	}
	return b.String()
}
