package regex

import (
	"fmt"
	"math"
	"strings"
)

// parser reads a pattern.
type parser struct {
	src   []rune
	at    int
	bytes bool
	flags Flags
	// names are the groups' names, "" for those without; the first is the
	// whole match's.
	names  []string
	index  map[string]int
	open   map[int]bool
	widths [][2]int
	// behind is how many groups there were before the look-behind that the
	// parser is in, -1 outside.
	behind int
	depth  int
	// conds are the group numbers that conditions asked for, with where.
	conds map[int]int
}

// errRestart tells that VERBOSE was turned on inside the pattern.
type errRestart struct{}

func (errRestart) Error() string { return "restart" }

func (p *parser) fail(pos int, format string, args ...any) error {
	return &Error{Msg: fmt.Sprintf(format, args...), Pos: pos}
}

func (p *parser) more() bool { return p.at < len(p.src) }

func (p *parser) peek() rune {
	if p.more() {
		return p.src[p.at]
	}
	return -1
}

func (p *parser) accept(c rune) bool {
	if p.peek() == c {
		p.at++
		return true
	}
	return false
}

// until reads up to a terminator, which it skips; what names the thing in errors.
func (p *parser) until(end rune, what string) (string, error) {
	start := p.at
	for p.more() {
		c := p.src[p.at]
		p.at++
		if c == end {
			if p.at-1 == start {
				return "", p.fail(start, "missing %s", what)
			}
			return string(p.src[start : p.at-1]), nil
		}
	}
	if p.at == start {
		return "", p.fail(start, "missing %s", what)
	}
	return "", p.fail(start, "missing %c, unterminated name", end)
}

func parse(src []rune, flags Flags, bytes bool) (*parser, *node, error) {
	for {
		p := &parser{src: src, bytes: bytes, flags: flags, names: []string{""}, index: map[string]int{}, open: map[int]bool{}, widths: [][2]int{{0, 0}},
			behind: -1, conds: map[int]int{}}
		n, err := p.alternatives(flags, true)
		if _, again := err.(errRestart); again {
			flags |= Verbose
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		if p.more() {
			return nil, nil, p.fail(p.at, "unbalanced parenthesis")
		}
		if p.flags, err = fixFlags(p.flags, bytes); err != nil {
			return nil, nil, err
		}
		for n, at := range p.conds {
			if n >= len(p.names) {
				return nil, nil, p.fail(at, "invalid group reference %d", n)
			}
		}
		return p, n, nil
	}
}

// ValueError is a wrong use of flags, which is no error of the pattern.
type ValueError struct{ Msg string }

// Error implements error.
func (e *ValueError) Error() string { return e.Msg }

func fixFlags(f Flags, bytes bool) (Flags, error) {
	if bytes {
		if f&Unicode != 0 {
			return f, &ValueError{"cannot use UNICODE flag with a bytes pattern"}
		}
		if f&Locale != 0 && f&ASCII != 0 {
			return f, &ValueError{"ASCII and LOCALE flags are incompatible"}
		}
		return f, nil
	}
	if f&Locale != 0 {
		return f, &ValueError{"cannot use LOCALE flag with a str pattern"}
	}
	if f&ASCII != 0 && f&Unicode != 0 {
		return f, &ValueError{"ASCII and UNICODE flags are incompatible"}
	}
	if f&ASCII == 0 {
		f |= Unicode
	}
	return f, nil
}

// local gives the flags as parts of the pattern go by them: bytes are ASCII.
func (p *parser) local(f Flags) Flags {
	if p.bytes {
		return f | ASCII
	}
	return f
}

func (p *parser) alternatives(flags Flags, top bool) (*node, error) {
	if p.depth++; p.depth > 2000 {
		return nil, &Error{Msg: "the pattern is nested too deeply", Pos: -1}
	}
	defer func() { p.depth-- }()
	var subs []*node
	for {
		s, err := p.sequence(&flags, top && len(subs) == 0)
		if err != nil {
			return nil, err
		}
		subs = append(subs, s)
		if !p.accept('|') {
			break
		}
	}
	if len(subs) == 1 {
		return subs[0], nil
	}
	return &node{kind: kAlt, subs: subs}, nil
}

func (p *parser) sequence(flags *Flags, first bool) (*node, error) {
	seq := &node{kind: kSeq}
	for p.more() {
		c := p.src[p.at]
		if c == '|' || c == ')' {
			break
		}
		here := p.at
		p.at++
		if *flags&Verbose != 0 {
			if strings.ContainsRune(" \t\n\r\v\f", c) {
				continue
			}
			if c == '#' {
				for p.more() && p.src[p.at] != '\n' {
					p.at++
				}
				p.at = min(p.at+1, len(p.src))
				continue
			}
		}
		f := p.local(*flags)
		var n *node
		var err error
		switch c {
		case '\\':
			n, err = p.escape(here, f)
		case '[':
			n, err = p.class(here, f)
		case '.':
			n = &node{kind: kAny}
			if f&DotAll != 0 {
				n.kind = kAll
			}
		case '^':
			n = &node{kind: kBegin}
			if f&Multiline != 0 {
				n.kind = kLine
			}
		case '$':
			n = &node{kind: kDollar}
			if f&Multiline != 0 {
				n.kind = kLineEnd
			}
		case '(':
			n, err = p.group(here, flags, first && len(seq.subs) == 0)
		case '*', '+', '?', '{':
			n, err = p.repeat(c, here, seq, f)
		default:
			n = &node{kind: kChar, c: c, flags: f}
		}
		if err != nil {
			return nil, err
		}
		if n != nil {
			seq.subs = append(seq.subs, n)
		}
	}
	return seq, nil
}

// repeat makes the last part of seq a repeated one. A brace that begins no
// repeat stands for itself and is returned.
func (p *parser) repeat(c rune, here int, seq *node, f Flags) (*node, error) {
	lo, hi := 0, unlimited
	switch c {
	case '+':
		lo = 1
	case '?':
		hi = 1
	case '{':
		literal := &node{kind: kChar, c: c, flags: f}
		if p.peek() == '}' {
			return literal, nil
		}
		from, fromOK, err := p.number(here)
		if err != nil {
			return nil, err
		}
		to, toOK := from, fromOK
		if p.accept(',') {
			if to, toOK, err = p.number(here); err != nil {
				return nil, err
			}
			if toOK {
				hi = to
			}
		} else if fromOK {
			hi = from
		}
		if !p.accept('}') || !fromOK && p.src[p.at-2] != ',' && !toOK {
			p.at = here + 1
			return literal, nil
		}
		if fromOK {
			lo = from
		}
		if hi < lo {
			return nil, p.fail(here+1, "min repeat greater than max repeat")
		}
	}
	if len(seq.subs) == 0 {
		return nil, p.fail(here, "nothing to repeat")
	}
	item := seq.subs[len(seq.subs)-1]
	switch item.kind {
	case kBegin, kLine, kEnd, kDollar, kLineEnd, kWordB, kNotWordB:
		return nil, p.fail(here, "nothing to repeat")
	case kRepeat:
		return nil, p.fail(here, "multiple repeat")
	}
	how := greedy
	if p.accept('?') {
		how = lazy
	} else if p.accept('+') {
		how = possessive
	}
	seq.subs[len(seq.subs)-1] = &node{kind: kRepeat, subs: []*node{item}, min: lo, max: hi, how: how}
	return nil, nil
}

func (p *parser) number(here int) (int, bool, error) {
	start, n := p.at, 0
	for p.more() && p.src[p.at] >= '0' && p.src[p.at] <= '9' {
		n = min(n*10+int(p.src[p.at]-'0'), math.MaxInt64/20)
		p.at++
	}
	if n >= unlimited {
		return 0, false, &Error{Msg: "the repetition number is too large", Pos: -1, Overflow: true}
	}
	return n, p.at > start, nil
}
