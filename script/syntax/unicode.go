package syntax

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Identifiers are made of XID_Start and XID_Continue, which differ from
// ID_Start and ID_Continue in a few characters whose NFKC form is no
// identifier.

func isIDStart(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_'
	}
	if r == 0x0E33 || r == 0x0EB3 || r == 0xFF9E || r == 0xFF9F || notXID(r) {
		return false
	}
	return unicode.In(r, unicode.L, unicode.Nl, unicode.Other_ID_Start) &&
		!unicode.In(r, unicode.Pattern_Syntax, unicode.Pattern_White_Space)
}

func isIDContinue(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_' || '0' <= r && r <= '9'
	}
	if notXID(r) {
		return false
	}
	return unicode.In(r, unicode.L, unicode.Nl, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc,
		unicode.Other_ID_Start, unicode.Other_ID_Continue) &&
		!unicode.In(r, unicode.Pattern_Syntax, unicode.Pattern_White_Space)
}

// notXID reports the characters that are ID_Start and neither XID_Start nor
// XID_Continue: their compatibility forms begin with a space.
func notXID(r rune) bool {
	switch {
	case r == 0x037A, 0x309B <= r && r <= 0x309C, 0xFC5E <= r && r <= 0xFC63,
		r == 0xFDFA, r == 0xFDFB, r == 0xFE70, r == 0xFE72, r == 0xFE74, r == 0xFE76,
		r == 0xFE78, r == 0xFE7A, r == 0xFE7C, r == 0xFE7E:
		return true
	}
	return false
}

// IsIdentifier reports whether s has an identifier's form, as str.isidentifier
// does. Keywords have it too.
func IsIdentifier(s string) bool {
	for i, r := range s {
		if r == utf8.RuneError {
			return false
		}
		if i == 0 && !isIDStart(r) || i > 0 && !isIDContinue(r) {
			return false
		}
	}
	return s != ""
}

// identifier brings a name into the form in which names are compared.
func identifier(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return norm.NFKC.String(s)
		}
	}
	return s
}

// isPrintable is str.isprintable for one character.
func isPrintable(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= ' ' && r < 0x7f
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S)
}
