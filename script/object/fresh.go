package object

// maxFresh bounds how many candidates are looked at wherever a reference goes
// since they were found where nothing stays for long.
const maxFresh = 16

// Passing is implemented by roots that hold some things only while an
// instruction needs them: no reference is seen to go.
type Passing interface {
	// Passes reports whether place is such a one.
	Passes(place int32) bool
}

// passing reports whether a way begins at such a place.
func (l *Life) passing(s *step) bool {
	if s.from == nil {
		return false
	}
	for s.from.from != nil {
		s = s.from
	}
	p, ok := s.from.x.(Passing)
	return ok && p.Passes(s.place)
}

// checkFresh opens those candidates that are no longer where they were.
func (l *Life) checkFresh() {
	if len(l.fresh) == 0 {
		return
	}
	l.ways.pass++
	hidden := l.world.Hidden()
	kept := l.fresh[:0]
	for _, d := range l.fresh {
		switch {
		case !d.still() || d.c.state != stateUsed:
		case d.number > hidden && !l.holds(d.c.way):
			l.set(d.c, stateOpen)
		case l.passing(d.c.way):
			kept = append(kept, d)
		}
	}
	clear(l.fresh[len(kept):])
	l.fresh = kept
}

// SettleFresh finalizes what an expression has made and let go by now.
func (l *Life) SettleFresh(t *Thread) {
	if len(l.fresh) == 0 || l.Credit <= 0 {
		return
	}
	if l.checkFresh(); l.open.last != nil && l.open.last.number > l.world.Hidden() {
		l.settle(t, nil, false)
	}
}
