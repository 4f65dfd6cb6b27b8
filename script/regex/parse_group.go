package regex

import (
	"strings"

	"asyncio/script/text"
)

// group reads what a parenthesis begins.
func (p *parser) group(here int, flags *Flags, first bool) (*node, error) {
	inner := *flags
	if !p.accept('?') {
		return p.capture(here, "", inner)
	}
	if !p.more() {
		return nil, p.fail(p.at, "unexpected end of pattern")
	}
	c := p.src[p.at]
	p.at++
	switch c {
	case 'P':
		return p.extension(here, inner)
	case ':':
		return p.closed(here, inner)
	case '#':
		for {
			if !p.more() {
				return nil, p.fail(here, "missing ), unterminated comment")
			}
			p.at++
			if p.src[p.at-1] == ')' {
				return nil, nil
			}
		}
	case '=', '!', '<':
		return p.look(c, here, inner)
	case '(':
		return p.condition(here, inner)
	case '>':
		n, err := p.closed(here, inner)
		return &node{kind: kAtomic, subs: []*node{n}}, err
	}
	if strings.ContainsRune(flagLetters, c) || c == '-' {
		return p.setFlags(c, here, flags, first)
	}
	return nil, p.fail(here+1, "unknown extension ?%c", c)
}

// closed reads alternatives and the parenthesis after them.
func (p *parser) closed(here int, flags Flags) (*node, error) {
	n, err := p.alternatives(flags, false)
	if err != nil {
		return nil, err
	}
	if !p.accept(')') {
		return nil, p.fail(here, "missing ), unterminated subpattern")
	}
	if n.kind == kSeq || n.kind == kRepeat || n.kind == kAlt { // one part for a repeat
		return &node{kind: kSeq, subs: []*node{n}, n: 1}, nil
	}
	return n, nil
}

func (p *parser) capture(here int, name string, flags Flags) (*node, error) {
	n := len(p.names)
	if name != "" {
		if old, taken := p.index[name]; taken {
			return nil, p.fail(here+4, "redefinition of group name %s as group %d; was group %d", text.Repr(name), n, old)
		}
		p.index[name] = n
	}
	p.names = append(p.names, name)
	p.widths = append(p.widths, [2]int{0, unlimited})
	p.open[n] = true
	sub, err := p.closed(here, flags)
	if err != nil {
		return nil, err
	}
	delete(p.open, n)
	lo, hi := sub.widths(p.widths)
	p.widths[n] = [2]int{lo, hi}
	return &node{kind: kGroup, n: n, subs: []*node{sub}}, nil
}

// extension reads (?P<name>...) and (?P=name).
func (p *parser) extension(here int, flags Flags) (*node, error) {
	start := p.at + 1
	switch {
	case p.accept('<'):
		name, err := p.until('>', "group name")
		if err != nil {
			return nil, err
		}
		if err := p.checkName(name, start); err != nil {
			return nil, err
		}
		return p.capture(here, name, flags)
	case p.accept('='):
		name, err := p.until(')', "group name")
		if err != nil {
			return nil, err
		}
		if err := p.checkName(name, start); err != nil {
			return nil, err
		}
		n, ok := p.index[name]
		if !ok {
			return nil, p.fail(start, "unknown group name %s", text.Repr(name))
		}
		return p.reference(n, p.local(flags), start)
	}
	if !p.more() {
		return nil, p.fail(p.at, "unexpected end of pattern")
	}
	p.at++
	return nil, p.fail(here+1, "unknown extension ?P%c", p.src[p.at-1])
}

func (p *parser) checkName(name string, at int) error {
	if p.bytes {
		for _, c := range name {
			if c > 127 {
				return p.fail(at, "bad character in group name %s", "b"+text.Repr(name))
			}
		}
	}
	if !text.IsIdentifier(name) {
		return p.fail(at, "bad character in group name %s", text.Repr(name))
	}
	return nil
}

func (p *parser) look(c rune, here int, flags Flags) (*node, error) {
	n := &node{kind: kLook}
	before := p.behind
	if c == '<' {
		if !p.more() {
			return nil, p.fail(p.at, "unexpected end of pattern")
		}
		c = p.src[p.at]
		p.at++
		if c != '=' && c != '!' {
			return nil, p.fail(here+1, "unknown extension ?<%c", c)
		}
		n.behind = true
		if p.behind < 0 {
			p.behind = len(p.names)
		}
	}
	n.neg = c == '!'
	sub, err := p.closed(here, flags)
	if err != nil {
		return nil, err
	}
	p.behind = before
	n.subs = []*node{sub}
	if n.behind {
		lo, hi := sub.widths(p.widths)
		if lo != hi {
			return nil, &Error{Msg: "look-behind requires fixed-width pattern", Pos: -1}
		}
		n.width = lo
	}
	return n, nil
}

// condition reads (?(group)yes|no).
func (p *parser) condition(here int, flags Flags) (*node, error) {
	at := p.at
	name, err := p.until(')', "group name")
	if err != nil {
		return nil, err
	}
	num, digits := 0, name != ""
	for _, c := range name {
		digits = digits && c >= '0' && c <= '9'
		if digits {
			num = min(num*10+int(c-'0'), unlimited)
		}
	}
	if !digits {
		if err := p.checkName(name, at); err != nil {
			return nil, err
		}
		var ok bool
		if num, ok = p.index[name]; !ok {
			return nil, p.fail(at, "unknown group name %s", text.Repr(name))
		}
	} else if num == 0 {
		return nil, p.fail(at, "bad group number")
	} else if num >= 1<<30 {
		return nil, p.fail(at, "invalid group reference %d", num)
	} else if _, asked := p.conds[num]; !asked {
		p.conds[num] = at
	}
	if err := p.checkBehind(num, p.at); err != nil {
		return nil, err
	}
	yes, err := p.sequence(&flags, false)
	if err != nil {
		return nil, err
	}
	no := &node{kind: kSeq}
	if p.accept('|') {
		if no, err = p.sequence(&flags, false); err != nil {
			return nil, err
		}
		if p.peek() == '|' {
			return nil, p.fail(p.at, "conditional backref with more than two branches")
		}
	}
	if !p.accept(')') {
		return nil, p.fail(here, "missing ), unterminated subpattern")
	}
	return &node{kind: kCond, n: num, subs: []*node{yes, no}}, nil
}

const flagLetters = "iLmsxau"

func flagOf(c rune) Flags {
	switch c {
	case 'i':
		return IgnoreCase
	case 'L':
		return Locale
	case 'm':
		return Multiline
	case 's':
		return DotAll
	case 'x':
		return Verbose
	case 'a':
		return ASCII
	case 'u':
		return Unicode
	}
	return 0
}

const typeFlags = ASCII | Locale | Unicode

// setFlags reads (?flags) and (?flags-flags:...).
func (p *parser) setFlags(c rune, here int, flags *Flags, first bool) (*node, error) {
	var add, del Flags
	if c != '-' {
		for {
			f := flagOf(c)
			if p.bytes && c == 'u' {
				return nil, p.fail(p.at, "bad inline flags: cannot use 'u' flag with a bytes pattern")
			}
			if !p.bytes && c == 'L' {
				return nil, p.fail(p.at, "bad inline flags: cannot use 'L' flag with a str pattern")
			}
			add |= f
			if t := add & typeFlags; t&(t-1) != 0 {
				return nil, p.fail(p.at, "bad inline flags: flags 'a', 'u' and 'L' are incompatible")
			}
			if !p.more() {
				return nil, p.fail(p.at, "missing -, : or )")
			}
			c = p.src[p.at]
			p.at++
			if c == ')' || c == '-' || c == ':' {
				break
			}
			if flagOf(c) == 0 {
				msg := "missing -, : or )"
				if letter(c) {
					msg = "unknown flag"
				}
				return nil, p.fail(p.at-1, "%s", msg)
			}
		}
	}
	if c == ')' {
		if !first {
			return nil, p.fail(here, "global flags not at the start of the expression")
		}
		if add&Verbose != 0 && p.flags&Verbose == 0 {
			return nil, errRestart{}
		}
		p.flags |= add
		*flags |= add
		return nil, nil
	}
	if c == '-' {
		if !p.more() {
			return nil, p.fail(p.at, "missing flag")
		}
		c = p.src[p.at]
		p.at++
		if flagOf(c) == 0 {
			msg := "missing flag"
			if letter(c) {
				msg = "unknown flag"
			}
			return nil, p.fail(p.at-1, "%s", msg)
		}
		for {
			f := flagOf(c)
			if f&typeFlags != 0 {
				return nil, p.fail(p.at, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
			}
			del |= f
			if !p.more() {
				return nil, p.fail(p.at, "missing :")
			}
			c = p.src[p.at]
			p.at++
			if c == ':' {
				break
			}
			if flagOf(c) == 0 {
				msg := "missing :"
				if letter(c) {
					msg = "unknown flag"
				}
				return nil, p.fail(p.at-1, "%s", msg)
			}
		}
	}
	if add&del != 0 {
		return nil, p.fail(p.at-1, "bad inline flags: flag turned on and off")
	}
	inner := *flags
	if add&typeFlags != 0 {
		inner &^= typeFlags
	}
	return p.closed(here, (inner|add)&^del)
}

func letter(c rune) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c > 127 }
