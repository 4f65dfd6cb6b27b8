package regex

type op uint8

const (
	opMatch op = iota
	opChar     // c
	opFold     // c, folded
	opAny
	opAll
	opSet
	opJump   // x
	opSplit  // try x, then y
	opSave   // n
	opRun    // a single character, min to max times: sub, how
	opInit   // loop n begins
	opLoop   // loop n: body x, exit y, min, max, how
	opLook   // sub-program x, then y; neg, width
	opAtomic // sub-program x, then y
	opBackref
	opCond // group n: x, else y
	opBegin
	opLine
	opEnd
	opDollar
	opLineEnd
	opWordB
	opNotWordB
)

type inst struct {
	op       op
	how      manner
	neg      bool
	c        rune
	n, x, y  int
	min, max int
	set      *set
	one      op // opRun: what is repeated
	flags    Flags
	behind   bool
}

// Program is a compiled pattern.
type Program struct {
	// Flags are those given and those of the pattern.
	Flags Flags
	// Names are the groups' names by number, "" for those without. Names[0]
	// stands for the whole match.
	Names []string
	// Index gives a name's number.
	Index map[string]int

	code  []inst
	loops int
	// start are the characters that a match may begin with; nil is any.
	start *set
	// prefix is what every match begins with.
	prefix []rune
	bytes  bool
}

// Groups gives the number of groups, the whole match not counted.
func (p *Program) Groups() int { return len(p.Names) - 1 }

// Compile makes a program of a pattern; bytes has it match bytes.
func Compile(pattern []rune, flags Flags, bytes bool) (*Program, error) {
	ps, n, err := parse(pattern, flags, bytes)
	if err != nil {
		return nil, err
	}
	p := &Program{Flags: ps.flags, Names: ps.names, Index: ps.index, bytes: bytes}
	p.emit(n)
	p.add(inst{op: opMatch})
	p.begin()
	return p, nil
}

func (p *Program) add(i inst) int {
	p.code = append(p.code, i)
	return len(p.code) - 1
}

// single gives the instruction of a node that matches one character.
func single(n *node) (inst, bool) {
	switch n.kind {
	case kChar:
		if n.flags&IgnoreCase != 0 {
			return inst{op: opFold, c: fold(n.c, n.flags), flags: n.flags}, true
		}
		return inst{op: opChar, c: n.c}, true
	case kAny:
		return inst{op: opAny}, true
	case kAll:
		return inst{op: opAll}, true
	case kSet:
		return inst{op: opSet, set: n.set}, true
	case kSeq:
		if len(n.subs) == 1 {
			return single(n.subs[0])
		}
	}
	return inst{}, false
}

var asserts = map[kind]op{kBegin: opBegin, kLine: opLine, kEnd: opEnd, kDollar: opDollar, kLineEnd: opLineEnd, kWordB: opWordB, kNotWordB: opNotWordB}

func (p *Program) emit(n *node) {
	if i, ok := single(n); ok {
		p.add(i)
		return
	}
	switch n.kind {
	case kSeq:
		for _, s := range n.subs {
			p.emit(s)
		}
	case kAlt:
		var ends []int
		for i, s := range n.subs {
			if i == len(n.subs)-1 {
				p.emit(s)
				break
			}
			at := p.add(inst{op: opSplit})
			p.code[at].x = len(p.code)
			p.emit(s)
			ends = append(ends, p.add(inst{op: opJump}))
			p.code[at].y = len(p.code)
		}
		for _, e := range ends {
			p.code[e].x = len(p.code)
		}
	case kGroup:
		p.add(inst{op: opSave, n: 2 * n.n})
		p.emit(n.subs[0])
		p.add(inst{op: opSave, n: 2*n.n + 1})
	case kRepeat:
		p.repeat(n)
	case kLook, kAtomic:
		i := inst{op: opLook, neg: n.neg, n: n.width, behind: n.behind}
		if n.kind == kAtomic {
			i.op = opAtomic
		}
		at := p.add(i)
		p.code[at].x = len(p.code)
		p.emit(n.subs[0])
		p.add(inst{op: opMatch})
		p.code[at].y = len(p.code)
	case kBackref:
		p.add(inst{op: opBackref, n: n.n, flags: n.flags})
	case kCond:
		at := p.add(inst{op: opCond, n: n.n})
		p.code[at].x = len(p.code)
		p.emit(n.subs[0])
		end := p.add(inst{op: opJump})
		p.code[at].y = len(p.code)
		p.emit(n.subs[1])
		p.code[end].x = len(p.code)
	default:
		if o, ok := asserts[n.kind]; ok {
			p.add(inst{op: o, flags: n.flags})
		}
	}
}

func (p *Program) repeat(n *node) {
	body := n.subs[0]
	if i, ok := single(body); ok {
		i.one, i.op = i.op, opRun
		i.min, i.max, i.how = n.min, n.max, n.how
		p.add(i)
		return
	}
	if n.how == possessive {
		again := *n
		again.how = greedy
		p.emit(&node{kind: kAtomic, subs: []*node{&again}})
		return
	}
	if n.min == 0 && n.max == 1 {
		at := p.add(inst{op: opSplit})
		p.emit(body)
		p.code[at].x, p.code[at].y = at+1, len(p.code)
		if n.how == lazy {
			p.code[at].x, p.code[at].y = p.code[at].y, p.code[at].x
		}
		return
	}
	loop := p.loops
	p.loops++
	p.add(inst{op: opInit, n: loop})
	at := p.add(inst{op: opLoop, n: loop, min: n.min, max: n.max, how: n.how})
	p.code[at].x = len(p.code)
	p.emit(body)
	p.add(inst{op: opJump, x: at})
	p.code[at].y = len(p.code)
}

// begin finds out what a match must begin with.
func (p *Program) begin() {
	for pc := 0; pc < len(p.code); pc++ {
		i := p.code[pc]
		switch {
		case i.op == opChar:
			p.prefix = append(p.prefix, i.c)
			continue
		case i.op == opSave:
			continue
		case len(p.prefix) > 0:
		case i.op == opSet:
			p.start = i.set
		case i.op == opRun && i.min > 0 && i.one == opSet:
			p.start = i.set
		case i.op == opRun && i.min > 0 && i.one == opChar:
			p.start = newSet([]member{{lo: i.c, hi: i.c}}, false, 0)
		}
		return
	}
}
