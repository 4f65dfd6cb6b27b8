package object

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// Str is a str. S is UTF-8; a lone surrogate has the three bytes that UTF-8's
// rule would give it.
type Str struct {
	S     string
	hash  uint32 // 0 until asked
	runes int32  // number of characters + 1, 0 until asked
	more  *strMore
}

// strMore is what few strs have.
type strMore struct {
	Head
	grown *strings.Builder
}

// Class implements Object.
func (s *Str) Class() *Class {
	if s.more != nil && s.more.cls != nil {
		return s.more.cls
	}
	return StrClass
}

// Exact reports whether the object is of the builtin type itself.
func (s *Str) Exact() bool { return s.more == nil || s.more.cls == nil }

// SetClass makes the object one of a subclass.
func (s *Str) SetClass(c *Class) {
	if s.more == nil {
		s.more = &strMore{}
	}
	s.more.SetClass(c)
}

func (s *Str) attributes() *Attrs {
	if s.more == nil {
		return nil
	}
	return s.more.attributes()
}

var asciiStrs = func() (t [128]*Str) {
	for i := range t {
		t[i] = &Str{S: string(rune(i))}
		t[i].Hash()
		t[i].Len()
	}
	return
}()

var emptyStr = func() *Str {
	s := &Str{}
	s.Hash()
	s.Len()
	return s
}()

// String makes a str.
func String(s string) Value {
	switch len(s) {
	case 0:
		return Value{Ref: emptyStr}
	case 1:
		if s[0] < 128 {
			return Value{Ref: asciiStrs[s[0]]}
		}
	}
	return Value{Ref: &Str{S: s}}
}

// growFrom is the length from which a sum of strings gets room to grow.
const growFrom = 64

// concat is a + b. A long sum keeps room behind it, so that adding to it again
// and again copies it only when that is used up; what is added last may use the
// room, since nobody sees it yet.
func concat(a, b *Str) Value {
	switch {
	case b.S == "" && a.Exact():
		return Value{Ref: a}
	case a.S == "" && b.Exact():
		return Value{Ref: b}
	case len(a.S)+len(b.S) < growFrom:
		s, text := makeStr(len(a.S) + len(b.S))
		copy(text[copy(text, a.S):], b.S)
		if a.runes > 0 && b.runes > 0 {
			s.runes = a.runes + b.runes - 1
		}
		return Value{Ref: s}
	}
	var g *strings.Builder
	if a.more != nil {
		g = a.more.grown
	}
	if g == nil || g.Len() != len(a.S) {
		if g == nil && len(b.S) > len(a.S)/4 {
			// Not yet a string that grows in small steps.
			s := &Str{S: a.S + b.S}
			return Value{Ref: s}
		}
		g = &strings.Builder{}
		g.Grow(2 * (len(a.S) + len(b.S)))
		g.WriteString(a.S)
	}
	g.WriteString(b.S)
	s := a.more
	if s == nil || s.cls != nil || s.grown != g {
		s = &strMore{grown: g}
	}
	r := &Str{S: g.String(), more: s}
	if a.runes > 0 && b.runes > 0 {
		r.runes = a.runes + b.runes - 1
	}
	return Value{Ref: r}
}

// StrOf gives the text of a str of any kind.
func StrOf(v Value) (string, bool) {
	if s, ok := v.Ref.(*Str); ok {
		return s.S, true
	}
	return "", false
}

// HashString is the hash that strings have in dicts.
func HashString(s string) uint64 {
	const prime = 0x9E3779B97F4A7C15
	h := uint64(len(s)) * 0xA0761D6478BD642F
	for ; len(s) >= 8; s = s[8:] {
		h = (h ^ word(s)) * prime
		h ^= h >> 32
	}
	tail := uint64(0)
	for i := 0; i < len(s); i++ {
		tail = tail<<8 | uint64(s[i])
	}
	h = (h ^ tail) * prime
	h ^= h >> 32
	h *= prime
	return max(h>>32, 1)
}

// word is the first eight bytes of s as a number.
func word(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// Hash gives the string's hash; it is never 0.
func (s *Str) Hash() uint64 {
	if s.hash == 0 {
		s.hash = uint32(HashString(s.S))
	}
	return uint64(s.hash)
}

// Len gives the number of characters.
func (s *Str) Len() int {
	if s.runes == 0 {
		s.runes = int32(RuneCount(s.S)) + 1
	}
	return int(s.runes - 1)
}

// ASCII reports whether bytes and characters are the same thing.
func (s *Str) ASCII() bool { return s.Len() == len(s.S) }

// RuneCount counts characters, a lone surrogate as one.
func RuneCount(s string) int {
	n := len(s)
	for ; len(s) >= 8; s = s[8:] {
		w := word(s)
		n -= bits.OnesCount64(w >> 7 &^ (w >> 6) & 0x0101010101010101) // bytes 10xxxxxx
	}
	for i := 0; i < len(s); i++ {
		if s[i]&0xC0 == 0x80 {
			n--
		}
	}
	return n
}

// DecodeRune gives the first character of s and its width, surrogates too.
func DecodeRune(s string) (rune, int) {
	if len(s) > 0 && s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	if len(s) >= 3 && s[0] == 0xED && s[1] >= 0xA0 {
		return rune(s[0]&15)<<12 | rune(s[1]&63)<<6 | rune(s[2]&63), 3
	}
	return utf8.DecodeRuneInString(s)
}

// AppendRune appends a character, surrogates too.
func AppendRune(b []byte, r rune) []byte {
	if r >= 0xD800 && r < 0xE000 {
		return append(b, 0xED, 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	}
	return utf8.AppendRune(b, r)
}

// Runes gives the characters.
func Runes(s string) []rune {
	out := make([]rune, 0, len(s))
	for len(s) > 0 {
		r, n := DecodeRune(s)
		out = append(out, r)
		s = s[n:]
	}
	return out
}

// FromRunes is the way back from Runes.
func FromRunes(rs []rune) string {
	b := make([]byte, 0, len(rs)+8)
	for _, r := range rs {
		b = AppendRune(b, r)
	}
	return string(b)
}

// At gives the character at index i, which must be in range.
func (s *Str) At(i int) Value {
	if s.ASCII() {
		return String(s.S[i : i+1])
	}
	rest := s.S[s.offset(i):]
	_, n := DecodeRune(rest)
	return String(rest[:n])
}

// characters gives the characters as strs.
func (s *Str) characters() []Value {
	out := make([]Value, 0, s.Len())
	for rest := s.S; rest != ""; {
		n := 1
		if rest[0] >= utf8.RuneSelf {
			_, n = DecodeRune(rest)
		}
		out = append(out, String(rest[:n]))
		rest = rest[n:]
	}
	return out
}

// offset gives the byte offset of character i.
func (s *Str) offset(i int) int {
	at := 0
	for ; i > 0; i-- {
		at++
		for at < len(s.S) && s.S[at]&0xC0 == 0x80 {
			at++
		}
	}
	return at
}

// Slice gives characters lo to hi, which must be in range.
func (s *Str) Slice(lo, hi int) string {
	if s.ASCII() {
		return s.S[lo:hi]
	}
	a := s.offset(lo)
	t := &Str{S: s.S[a:]}
	return t.S[:t.offset(hi-lo)]
}
