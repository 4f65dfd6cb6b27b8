package text

import (
	"unicode/utf8"
)

const (
	surrogateMin = 0xD800
	surrogateMax = 0xDFFF
	// MaxRune is the largest code point, sys.maxunicode in Python.
	MaxRune = 0x10FFFF
)

// IsSurrogate reports whether r is one of the code points U+D800 to U+DFFF.
func IsSurrogate(r rune) bool { return surrogateMin <= r && r <= surrogateMax }

// DecodeRune returns the first code point of s and its width in bytes. It
// knows single surrogates. For an empty string the width is zero; for a byte
// that starts nothing valid it is U+FFFD with width one.
func DecodeRune(s string) (rune, int) {
	if len(s) == 0 {
		return utf8.RuneError, 0
	}
	if c := s[0]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	if isSurrogateAt(s, 0) {
		return 0xD000 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(s)
}

// DecodeLastRune is DecodeRune for the end of s.
func DecodeLastRune(s string) (rune, int) {
	n := len(s)
	if n == 0 {
		return utf8.RuneError, 0
	}
	if c := s[n-1]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	if n >= 3 && isSurrogateAt(s, n-3) {
		return DecodeRune(s[n-3:])
	}
	return utf8.DecodeLastRuneInString(s)
}

func isSurrogateAt(s string, i int) bool {
	return i+2 < len(s) && s[i] == 0xED && s[i+1] >= 0xA0 && s[i+1] <= 0xBF && s[i+2]&0xC0 == 0x80
}

// AppendRune appends the encoding of r to b, single surrogates included. A
// number that is no code point becomes U+FFFD.
func AppendRune(b []byte, r rune) []byte {
	if IsSurrogate(r) {
		return append(b, 0xED, byte(0x80|(r>>6)&0x3F), byte(0x80|r&0x3F))
	}
	return utf8.AppendRune(b, r)
}

// RuneString returns the str of one code point, as chr() does.
func RuneString(r rune) string {
	if r >= 0 && r < utf8.RuneSelf {
		return asciiTable[r : r+1]
	}
	return string(AppendRune(nil, r))
}

// asciiTable makes one-character ASCII strings without an allocation.
const asciiTable = "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f" +
	"\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f" +
	" !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`" +
	"abcdefghijklmnopqrstuvwxyz{|}~\x7f"

// IsASCII reports whether every byte of s is below 128.
func IsASCII(s string) bool { return asciiPart(s) == len(s) }

// asciiPart gives the number of bytes below 128 that s begins with.
func asciiPart(s string) int {
	i := 0
	for ; i+8 <= len(s) && word(s[i:])&highBits == 0; i += 8 {
	}
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	return i
}

const highBits = 0x8080808080808080

// word is the first eight bytes of s as a number.
func word(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// RuneCount returns the number of code points, len() in Python.
func RuneCount(s string) int {
	n := asciiPart(s)
	for i := n; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
		} else {
			_, w := DecodeRune(s[i:])
			i += w
		}
		n++
	}
	return n
}

// Runes returns the code points of s.
func Runes(s string) []rune {
	out := make([]rune, 0, len(s))
	for i := 0; i < len(s); {
		r, w := DecodeRune(s[i:])
		out = append(out, r)
		i += w
	}
	return out
}

// FromRunes returns the str of these code points.
func FromRunes(rs []rune) string {
	b := make([]byte, 0, len(rs))
	for _, r := range rs {
		b = AppendRune(b, r)
	}
	return string(b)
}
