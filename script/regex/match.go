package regex

// What an entry of the backtracking stack does when it is reached.
const (
	eTry  uint8 = iota // go on at pc, pos
	eSave              // put a mark back
	eLoop              // put a loop's state back
	eRun               // give one character of a greedy run back
	eMore              // take one character more into a lazy run
	eLast              // put the last group back
)

type entry struct {
	kind   uint8
	pc     int
	pos    int
	n, old int
}

type loopState struct{ count, at int }

// matcher is one try to match.
type matcher[T byte | rune] struct {
	p     *Program
	text  []T
	lo    int // where the text begins for \A and look-behind
	marks []int
	loops []loopState
	last  int
	stack []entry
	// notAt is an end that a match may not have, -1 for none.
	notAt int
	full  bool
	steps int
	tick  func() error
}

// tickEvery is the number of steps between calls of tick.
const tickEvery = 1 << 14

// Found is a match: the marks of the groups (-1 where one did not take part)
// and the number of the group that closed last, 0 for none.
type Found struct {
	Marks []int
	Last  int
}

// Mode says where a match has to lie.
type Mode uint8

// The modes.
const (
	Search Mode = iota
	Match
	FullMatch
)

// Run matches text from pos to the end of text. notEmpty refuses an empty
// match at pos. tick is called now and then; its error ends the run. The
// result is nil when there is no match.
func Run[T byte | rune](p *Program, text []T, pos int, mode Mode, notEmpty bool, tick func() error) (*Found, error) {
	m := &matcher[T]{p: p, text: text, marks: make([]int, 2*len(p.Names)), loops: make([]loopState, p.loops), notAt: -1, tick: tick, full: mode == FullMatch}
	if notEmpty {
		m.notAt = pos
	}
	for at := pos; at <= len(text); at++ {
		if mode == Search {
			if at = m.candidate(at); at < 0 {
				break
			}
		}
		for i := range m.marks {
			m.marks[i] = -1
		}
		m.last, m.stack = 0, m.stack[:0]
		end, err := m.run(0, at, true)
		if err != nil {
			return nil, err
		}
		if end >= 0 {
			m.marks[0], m.marks[1] = at, end
			return &Found{m.marks, m.last}, nil
		}
		if mode != Search {
			break
		}
	}
	return nil, nil
}

// candidate gives the first place from at on where a match may begin, or -1.
func (m *matcher[T]) candidate(at int) int {
	p := m.p
	switch {
	case len(p.prefix) > 0:
		first := T(p.prefix[0])
		if rune(first) != p.prefix[0] {
			return -1
		}
	next:
		for ; at+len(p.prefix) <= len(m.text); at++ {
			if m.text[at] != first {
				continue
			}
			for i, c := range p.prefix {
				if rune(m.text[at+i]) != c {
					continue next
				}
			}
			return at
		}
		return -1
	case p.start != nil:
		for ; at < len(m.text); at++ {
			if p.start.has(rune(m.text[at])) {
				return at
			}
		}
		return -1
	}
	return at
}

func (m *matcher[T]) push(e entry) { m.stack = append(m.stack, e) }

// run matches from pc on and gives the end, -1 when it fails. top is the whole
// pattern and not a look-around.
func (m *matcher[T]) run(pc, pos int, top bool) (int, error) {
	base := len(m.stack)
	code := m.p.code
	for {
		if m.steps++; m.steps%tickEvery == 0 && m.tick != nil {
			if err := m.tick(); err != nil {
				return -1, err
			}
		}
		i := &code[pc]
		ok := true
		switch i.op {
		case opMatch:
			if !top {
				return pos, nil
			}
			if ok = pos != m.notAt && (!m.full || pos == len(m.text)); ok {
				return pos, nil
			}
		case opChar:
			if ok = pos < len(m.text) && rune(m.text[pos]) == i.c; ok {
				pos++
				pc++
			}
		case opFold, opAny, opAll, opSet:
			if ok = pos < len(m.text) && one(i, i.op, rune(m.text[pos])); ok {
				pos++
				pc++
			}
		case opJump:
			pc = i.x
		case opSplit:
			m.push(entry{kind: eTry, pc: i.y, pos: pos})
			pc = i.x
		case opSave:
			m.save(i.n, pos)
			pc++
		case opRun:
			if pos, ok = m.repeat(i, pc, pos); ok {
				pc++
			}
		case opInit:
			m.setLoop(i.n, loopState{0, -1})
			pc++
		case opLoop:
			pc = m.loop(i, pos)
		case opLook, opAtomic:
			end, err := m.inside(i, pos)
			if err != nil {
				return -1, err
			}
			if ok = end >= 0; ok {
				pos, pc = end, i.y
			}
		case opBackref:
			if pos, ok = m.backref(i, pos); ok {
				pc++
			}
		case opCond:
			if m.marks[2*i.n] >= 0 && m.marks[2*i.n+1] >= 0 {
				pc = i.x
			} else {
				pc = i.y
			}
		default:
			if ok = m.assert(i, pos); ok {
				pc++
			}
		}
		if !ok {
			if pc, pos = m.back(base); pc < 0 {
				return -1, nil
			}
		}
	}
}

// one reports whether an instruction for one character takes c.
func one(i *inst, o op, c rune) bool {
	switch o {
	case opChar:
		return c == i.c
	case opFold:
		return c == i.c || fold(c, i.flags) == i.c
	case opAny:
		return c != '\n'
	case opSet:
		return i.set.has(c)
	}
	return true
}

func (m *matcher[T]) save(n, pos int) {
	m.push(entry{kind: eSave, n: n, old: m.marks[n]})
	m.marks[n] = pos
	if n&1 == 1 {
		m.push(entry{kind: eLast, old: m.last})
		m.last = n / 2
	}
}

func (m *matcher[T]) setLoop(n int, s loopState) {
	old := m.loops[n]
	m.push(entry{kind: eLoop, n: n, old: old.count, pos: old.at})
	m.loops[n] = s
}

// repeat takes as many characters as it may, or as it must when lazy.
func (m *matcher[T]) repeat(i *inst, pc, pos int) (int, bool) {
	limit := len(m.text)
	if i.max < limit-pos {
		limit = pos + i.max
	}
	want := limit
	if i.how == lazy {
		if pos+i.min > limit {
			return pos, false
		}
		want = pos + i.min
	}
	at := pos
	switch i.one {
	case opAll:
		at = max(want, pos)
	case opSet:
		for at < want && i.set.has(rune(m.text[at])) {
			at++
		}
	default:
		for at < want && one(i, i.one, rune(m.text[at])) {
			at++
		}
	}
	m.steps += (at - pos) / 64
	if at-pos < i.min {
		return pos, false
	}
	switch {
	case i.how == greedy && at-pos > i.min:
		m.push(entry{kind: eRun, pc: pc, pos: at, n: pos + i.min})
	case i.how == lazy && at < limit:
		m.push(entry{kind: eMore, pc: pc, pos: at, n: limit})
	}
	return at, true
}

// loop decides whether a loop goes round once more.
func (m *matcher[T]) loop(i *inst, pos int) int {
	s := m.loops[i.n]
	again := loopState{s.count + 1, pos}
	switch {
	case s.count < i.min:
		m.setLoop(i.n, again)
		return i.x
	case s.count >= i.max || s.at == pos: // an empty round is not repeated
		return i.y
	case i.how == lazy:
		m.push(entry{kind: eTry, pc: -2 - i.n, pos: pos, n: i.x, old: s.count})
		return i.y
	}
	m.push(entry{kind: eTry, pc: i.y, pos: pos})
	m.setLoop(i.n, again)
	return i.x
}

// inside runs a look-around or an atomic group.
func (m *matcher[T]) inside(i *inst, pos int) (int, error) {
	at := pos
	if i.behind {
		if at -= i.n; at < m.lo {
			if i.neg {
				return pos, nil
			}
			return -1, nil
		}
	}
	base := len(m.stack)
	end, err := m.run(i.x, at, false)
	if err != nil {
		return -1, err
	}
	if i.neg {
		if end >= 0 {
			m.undo(base)
			return -1, nil
		}
		return pos, nil
	}
	if end < 0 {
		return -1, nil
	}
	// What can be put back stays, the other ways to match go.
	keep := m.stack[:base]
	for _, e := range m.stack[base:] {
		if e.kind == eSave || e.kind == eLoop || e.kind == eLast {
			keep = append(keep, e)
		}
	}
	m.stack = keep
	if i.op == opLook {
		return pos, nil
	}
	return end, nil
}

// restore puts back what an entry remembers.
func (m *matcher[T]) restore(e *entry) {
	switch e.kind {
	case eSave:
		m.marks[e.n] = e.old
	case eLoop:
		m.loops[e.n] = loopState{e.old, e.pos}
	case eLast:
		m.last = e.old
	}
}

func (m *matcher[T]) undo(base int) {
	for n := len(m.stack) - 1; n >= base; n-- {
		m.restore(&m.stack[n])
	}
	m.stack = m.stack[:base]
}

// back takes the next way to match; pc is -1 when there is none above base.
func (m *matcher[T]) back(base int) (pc, pos int) {
	for len(m.stack) > base {
		e := &m.stack[len(m.stack)-1]
		switch e.kind {
		case eTry:
			m.stack = m.stack[:len(m.stack)-1]
			if e.pc <= -2 { // a lazy loop goes round
				n, body, at, count := -2-e.pc, e.n, e.pos, e.old
				m.setLoop(n, loopState{count + 1, at})
				return body, at
			}
			return e.pc, e.pos
		case eRun:
			e.pos--
			pc, pos = e.pc+1, e.pos
			if e.pos <= e.n {
				m.stack = m.stack[:len(m.stack)-1]
			}
			return pc, pos
		case eMore:
			i := &m.p.code[e.pc]
			if !one(i, i.one, rune(m.text[e.pos])) {
				m.stack = m.stack[:len(m.stack)-1]
				continue
			}
			e.pos++
			pc, pos = e.pc+1, e.pos
			if e.pos >= e.n {
				m.stack = m.stack[:len(m.stack)-1]
			}
			return pc, pos
		default:
			m.restore(e)
			m.stack = m.stack[:len(m.stack)-1]
		}
	}
	return -1, 0
}

func (m *matcher[T]) backref(i *inst, pos int) (int, bool) {
	a, b := m.marks[2*i.n], m.marks[2*i.n+1]
	if a < 0 || b < a || b-a > len(m.text)-pos {
		return pos, false
	}
	for k := a; k < b; k++ {
		c, d := rune(m.text[k]), rune(m.text[pos])
		if c != d && (i.flags&IgnoreCase == 0 || fold(c, i.flags) != fold(d, i.flags)) {
			return pos, false
		}
		pos++
	}
	return pos, true
}

func (m *matcher[T]) assert(i *inst, pos int) bool {
	size := len(m.text)
	isWord := func(at int) bool { return at >= m.lo && at < size && word.holds(rune(m.text[at]), i.flags&ASCII != 0) }
	switch i.op {
	case opBegin:
		return pos == m.lo
	case opLine:
		return pos == m.lo || m.text[pos-1] == '\n'
	case opEnd:
		return pos == size
	case opDollar:
		return pos == size || pos == size-1 && m.text[pos] == '\n'
	case opLineEnd:
		return pos == size || m.text[pos] == '\n'
	case opWordB:
		return size > m.lo && isWord(pos-1) != isWord(pos)
	}
	return size > m.lo && isWord(pos-1) == isWord(pos)
}
