package regex

import "unicode"

type class uint8

const (
	digit class = iota
	space
	word
)

// holds reports whether c is of the class.
func (k class) holds(c rune, ascii bool) bool {
	switch k {
	case digit:
		return c >= '0' && c <= '9' || !ascii && c > 127 && unicode.Is(unicode.Nd, c)
	case space:
		return c == ' ' || c >= '\t' && c <= '\r' || !ascii && (c >= 0x1c && c <= 0x1f || c > 127 && unicode.IsSpace(c))
	}
	return c < 128 && asciiWord[c] || !ascii && c > 127 && (unicode.IsLetter(c) || unicode.IsNumber(c))
}

var asciiWord = func() (t [128]bool) {
	for c := range t {
		t[c] = c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
	}
	return
}()

type member struct {
	lo, hi rune
	cls    class
	isCls  bool
	neg    bool
}

// set is a character class. The first 256 characters have a table.
type set struct {
	members []member
	neg     bool
	flags   Flags
	low     [256]bool
}

func newSet(members []member, neg bool, flags Flags) *set {
	s := &set{members: members, neg: neg, flags: flags}
	for c := range s.low {
		s.low[c] = s.slow(rune(c))
	}
	return s
}

func (s *set) has(c rune) bool {
	if c < 256 {
		return s.low[c]
	}
	return s.slow(c)
}

func (s *set) slow(c rune) bool {
	found := s.plain(c)
	if !found && s.flags&IgnoreCase != 0 {
		for o := nextCase(c, s.flags); o != c && !found; o = nextCase(o, s.flags) {
			found = s.plain(o)
		}
	}
	return found != s.neg
}

func (s *set) plain(c rune) bool {
	for _, m := range s.members {
		if m.isCls {
			if m.cls.holds(c, s.flags&ASCII != 0) != m.neg {
				return true
			}
		} else if c >= m.lo && c <= m.hi {
			return true
		}
	}
	return false
}

// nextCase goes round the characters that are the same but for case.
func nextCase(c rune, f Flags) rune {
	if f&ASCII == 0 {
		return unicode.SimpleFold(c)
	}
	switch {
	case c >= 'a' && c <= 'z':
		return c - 32
	case c >= 'A' && c <= 'Z':
		return c + 32
	}
	return c
}

// fold gives one character for all that are the same but for case.
func fold(c rune, f Flags) rune {
	if c < 128 && f&ASCII != 0 || c < 128 && c != 'k' && c != 'K' && c != 's' && c != 'S' {
		if c >= 'A' && c <= 'Z' {
			return c + 32
		}
		return c
	}
	least := c
	for o := nextCase(c, f); o != c; o = nextCase(o, f) {
		least = min(least, o)
	}
	if least >= 'A' && least <= 'Z' {
		return least + 32
	}
	return least
}
