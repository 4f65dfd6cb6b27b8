package regex

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/runenames"
)

// class reads a set; the bracket is behind.
func (p *parser) class(here int, f Flags) (*node, error) {
	neg := p.accept('^')
	var ms []member
	for first := true; ; first = false {
		if !p.more() {
			return nil, p.fail(here, "unterminated character set")
		}
		start := p.at
		if p.peek() == ']' && !first {
			p.at++
			break
		}
		a, err := p.classItem(here, f)
		if err != nil {
			return nil, err
		}
		if p.peek() != '-' {
			ms = append(ms, a)
			continue
		}
		p.at++
		if !p.more() {
			return nil, p.fail(here, "unterminated character set")
		}
		if p.peek() == ']' {
			p.at++
			ms = append(ms, a, member{lo: '-', hi: '-'})
			break
		}
		b, err := p.classItem(here, f)
		if err != nil {
			return nil, err
		}
		if a.isCls || b.isCls || b.lo < a.lo {
			return nil, p.fail(start, "bad character range %s", string(p.src[start:p.at]))
		}
		ms = append(ms, member{lo: a.lo, hi: b.lo})
	}
	if len(ms) == 1 && !neg && !ms[0].isCls && ms[0].lo == ms[0].hi {
		return &node{kind: kChar, c: ms[0].lo, flags: f}, nil
	}
	return &node{kind: kSet, set: newSet(ms, neg, f)}, nil
}

func (p *parser) classItem(here int, f Flags) (member, error) {
	at := p.at
	c := p.src[p.at]
	p.at++
	if c != '\\' {
		return member{lo: c, hi: c}, nil
	}
	if !p.more() {
		return member{}, p.fail(at, "bad escape (end of pattern)")
	}
	c = p.src[p.at]
	if m, ok := categories[c]; ok {
		p.at++
		return m, nil
	}
	if c == 'b' {
		p.at++
		return member{lo: '\b', hi: '\b'}, nil
	}
	if c >= '0' && c <= '7' {
		n, err := p.octal(at)
		return member{lo: n, hi: n}, err
	}
	r, ok, err := p.common(at)
	if err == nil && !ok {
		err = p.fail(at, "bad escape %s", string(p.src[at:p.at]))
	}
	return member{lo: r, hi: r}, err
}

var categories = map[rune]member{
	'd': {isCls: true, cls: digit}, 'D': {isCls: true, cls: digit, neg: true},
	's': {isCls: true, cls: space}, 'S': {isCls: true, cls: space, neg: true},
	'w': {isCls: true, cls: word}, 'W': {isCls: true, cls: word, neg: true},
}

// octal reads up to three octal digits.
func (p *parser) octal(at int) (rune, error) {
	n, start := rune(0), p.at
	for p.at-start < 3 && p.more() && p.src[p.at] >= '0' && p.src[p.at] <= '7' {
		n = n*8 + p.src[p.at] - '0'
		p.at++
	}
	if n > 0o377 {
		return 0, p.fail(at, "octal escape value %s outside of range 0-0o377", string(p.src[at:p.at]))
	}
	return n, nil
}

// common reads an escape that means a character inside and outside of sets;
// the backslash is behind. When it is none of them, ok is false.
func (p *parser) common(at int) (r rune, ok bool, err error) {
	c := p.src[p.at]
	p.at++
	switch c {
	case 'a':
		return 7, true, nil
	case 'f':
		return '\f', true, nil
	case 'n':
		return '\n', true, nil
	case 'r':
		return '\r', true, nil
	case 't':
		return '\t', true, nil
	case 'v':
		return '\v', true, nil
	case '\\':
		return '\\', true, nil
	case 'x':
		return p.hex(at, 2)
	case 'u':
		if !p.bytes {
			return p.hex(at, 4)
		}
	case 'U':
		if !p.bytes {
			return p.hex(at, 8)
		}
	case 'N':
		if !p.bytes {
			return p.named(at)
		}
	}
	if c < 128 && asciiWord[c] && c != '_' {
		return 0, false, nil
	}
	return c, true, nil
}

func (p *parser) hex(at, n int) (rune, bool, error) {
	start := p.at
	for p.at-start < n && p.more() && strings.ContainsRune("0123456789abcdefABCDEF", p.src[p.at]) {
		p.at++
	}
	if p.at-start < n {
		return 0, false, p.fail(at, "incomplete escape %s", string(p.src[at:p.at]))
	}
	v, _ := strconv.ParseUint(string(p.src[start:p.at]), 16, 32)
	if v > 0x10ffff {
		return 0, false, p.fail(at, "bad escape %s", string(p.src[at:p.at]))
	}
	return rune(v), true, nil
}

func (p *parser) named(at int) (rune, bool, error) {
	if !p.accept('{') {
		return 0, false, p.fail(p.at, "missing {")
	}
	name, err := p.until('}', "character name")
	if err != nil {
		return 0, false, err
	}
	for c := rune(0); c <= 0x10ffff; c++ {
		if strings.EqualFold(runenames.Name(c), name) {
			return c, true, nil
		}
	}
	return 0, false, p.fail(at, "undefined character name '%s'", name)
}

// escape reads an escape outside of sets; the backslash at here is behind.
func (p *parser) escape(here int, f Flags) (*node, error) {
	if !p.more() {
		return nil, p.fail(here, "bad escape (end of pattern)")
	}
	c := p.src[p.at]
	if m, ok := categories[c]; ok {
		p.at++
		return &node{kind: kSet, set: newSet([]member{m}, false, f&^IgnoreCase)}, nil
	}
	switch c {
	case 'A':
		p.at++
		return &node{kind: kBegin, n: 1}, nil
	case 'Z':
		p.at++
		return &node{kind: kEnd}, nil
	case 'b':
		p.at++
		return &node{kind: kWordB, flags: f}, nil
	case 'B':
		p.at++
		return &node{kind: kNotWordB, flags: f}, nil
	case '0':
		n, err := p.octal(here)
		return &node{kind: kChar, c: n, flags: f}, err
	}
	if c >= '1' && c <= '9' {
		return p.backref(here, f)
	}
	r, ok, err := p.common(here)
	if err == nil && !ok {
		err = p.fail(here, "bad escape %s", string(p.src[here:p.at]))
	}
	return &node{kind: kChar, c: r, flags: f}, err
}

// backref reads \1 to \99, or three octal digits.
func (p *parser) backref(here int, f Flags) (*node, error) {
	isOctal := func(i int) bool { return i < len(p.src) && p.src[i] >= '0' && p.src[i] <= '7' }
	n := int(p.src[p.at] - '0')
	if p.at+1 < len(p.src) && p.src[p.at+1] >= '0' && p.src[p.at+1] <= '9' {
		if isOctal(p.at) && isOctal(p.at+1) && isOctal(p.at+2) {
			c, err := p.octal(here)
			return &node{kind: kChar, c: c, flags: f}, err
		}
		n = n*10 + int(p.src[p.at+1]-'0')
		p.at++
	}
	p.at++
	if n >= len(p.names) {
		return nil, p.fail(here+1, "invalid group reference %d", n)
	}
	return p.reference(n, f, here)
}

// reference makes a backreference after the checks that all of them have;
// openAt is where the complaint about an open group points.
func (p *parser) reference(n int, f Flags, openAt int) (*node, error) {
	if p.open[n] {
		return nil, p.fail(openAt, "cannot refer to an open group")
	}
	if err := p.checkBehind(n, p.at); err != nil {
		return nil, err
	}
	return &node{kind: kBackref, n: n, flags: f}, nil
}

func (p *parser) checkBehind(n, at int) error {
	if p.behind >= 0 && n >= p.behind {
		return p.fail(at, "cannot refer to group defined in the same lookbehind subpattern")
	}
	return nil
}
