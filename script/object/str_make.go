package object

import "unsafe"

// Most strs that a program makes are short: those are one object with their text.
type (
	str16 struct {
		Str
		text [16]byte
	}
	str32 struct {
		Str
		text [32]byte
	}
)

// makeStr gives a str of n bytes, which the caller writes before anybody else
// sees it.
func makeStr(n int) (*Str, []byte) {
	var s *Str
	var b []byte
	switch {
	case n == 0:
		return emptyStr, nil
	case n <= 16:
		m := &str16{}
		s, b = &m.Str, m.text[:n]
	case n <= 32:
		m := &str32{}
		s, b = &m.Str, m.text[:n]
	default:
		s, b = &Str{}, make([]byte, n)
	}
	s.S = unsafe.String(&b[0], n)
	return s, b
}

// MakeStr makes a str of n bytes, which fill writes.
func MakeStr(n int, fill func(b []byte)) Value {
	s, b := makeStr(n)
	fill(b)
	if n == 1 {
		return String(s.S)
	}
	return Value{Ref: s}
}

// JoinStrs makes a str of n bytes of the texts of parts, which are strs, with sep
// between them.
func JoinStrs(n int, sep string, parts []Value) Value {
	s, b := makeStr(n)
	at := 0
	for i := range parts {
		if i > 0 {
			at += copy(b[at:], sep)
		}
		at += copy(b[at:], parts[i].Ref.(*Str).S)
	}
	if n == 1 {
		return String(s.S)
	}
	return Value{Ref: s}
}

// MapASCII gives a str of ASCII with each character replaced by what table has
// for it; v itself, if that is all the same.
func MapASCII(v Value, table *[128]byte) Value {
	o := v.Ref.(*Str)
	for i := 0; i < len(o.S); i++ {
		if c := o.S[i]; table[c&127] != c {
			s, b := makeStr(len(o.S))
			for k := range b {
				b[k] = table[o.S[k]&127]
			}
			s.runes = int32(len(b)) + 1
			if len(b) == 1 {
				return String(s.S)
			}
			return Value{Ref: s}
		}
	}
	if o.Exact() {
		return v
	}
	return String(o.S)
}

// StrOfBytes makes a str of b.
func StrOfBytes(b []byte) Value {
	if len(b) <= 1 {
		return String(string(b))
	}
	s, to := makeStr(len(b))
	copy(to, b)
	return Value{Ref: s}
}
