package object

import "slices"

// step is an object on the way from a root to a candidate, and where in which
// other object it was found. Candidates share the steps of their ways.
type step struct {
	x      any
	place  int32
	from   *step // nil for a root
	users  int   // candidates and steps that stand on it
	epoch  uint32
	pass   uint32 // the pass that looked last whether it still holds
	intact bool
}

// ways are all ways by which candidates are in use.
type ways struct {
	steps map[any]*step
	pass  uint32
}

// take notes the way that a trace went to its node at.
func (w *ways) take(tr *Tracer, at int32) *step {
	s := w.stepFor(tr, at)
	s.users++
	return s
}

func (w *ways) stepFor(tr *Tracer, at int32) *step {
	n := &tr.nodes[at]
	s := w.steps[n.x]
	if s == nil {
		s = &step{x: n.x}
		if w.steps == nil {
			w.steps = map[any]*step{}
		}
		w.steps[n.x] = s
		if m, ok := n.x.(Markable); ok {
			m.markOf().onWay = true
		}
	}
	if s.epoch == tr.epoch {
		return s
	}
	s.epoch = tr.epoch
	s.place = n.place
	var from *step
	if n.from >= 0 {
		from = w.stepFor(tr, n.from)
		from.users++
	}
	old := s.from
	s.from = from
	w.release(old)
	return s
}

// release ends a use of a step, and of those before it that nobody else uses.
func (w *ways) release(s *step) {
	for s != nil {
		if s.users--; s.users > 0 {
			return
		}
		delete(w.steps, s.x)
		if m, ok := s.x.(Markable); ok {
			m.markOf().onWay = false
		}
		s = s.from
	}
}

// longTrail is how much of a way is remembered.
const longTrail = 64

// trail gives the objects on a way to one, without it, and without activations:
// one that is over holds nothing by itself.
func (s *step) trail() (out []any) {
	if s == nil {
		return nil
	}
	for s = s.from; s != nil && len(out) < longTrail; s = s.from {
		if _, activation := s.x.(Serial); !activation {
			out = append(out, s.x)
		}
	}
	slices.Reverse(out)
	return out
}

// holds reports whether a way still leads where it did.
func (l *Life) holds(s *step) bool {
	if s.pass == l.ways.pass {
		return s.intact
	}
	s.pass = l.ways.pass
	l.Credit--
	if s.from == nil {
		s.intact = l.world.IsRoot(s.x, s.place)
	} else if s.intact = l.holds(s.from); s.intact {
		var looked int
		s.intact, looked = refers(s.from.x, s.place, s.x)
		l.Credit -= looked / 16 // a look is that much less than to trace an object
	}
	return s.intact
}
