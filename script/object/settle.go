package object

import (
	"cmp"
	"slices"
)

const (
	// allChecked is the number of candidates up to which all are looked at
	// wherever a reference goes.
	allChecked = 8
	// nearRoots is how many are met from what is near before all the rest.
	nearRoots = 256
	// carefully is the number of objects dropped at once up to which it is
	// traced again after each, since finalizing one may save another.
	carefully = 64
)

// Settle is called where references went: lost has what they were to, and
// frame the activation that ended, if one did. It finalizes the candidates
// that nothing refers to any more, in the order in which reference counts would
// come to 0.
func (l *Life) Settle(t *Thread, frame any, lost ...Value) {
	if l.Credit <= 0 || frame == nil && allLeaves(lost) {
		return
	}
	if l.suspects(frame, lost) {
		l.settle(t, append([]Value(nil), lost...), false)
	}
}

// Emptied has all candidates looked at by the next Settle: something that may
// have held many of them holds fewer.
func (l *Life) Emptied() {
	if l.Live > allChecked && l.Credit > 0 {
		l.checkKnown()
	}
}

// SettleNew does so at the end of a statement for objects that it made and
// left in no place.
func (l *Life) SettleNew(t *Thread) {
	if l.Credit > 0 && l.open.last != nil && l.open.last.number > l.world.Hidden() {
		l.settle(t, nil, false)
	}
}

// SettleAll does so for all that was put off.
func (l *Life) SettleAll(t *Thread) {
	if l.Live == 0 {
		return
	}
	if l.Credit > 0 {
		l.checkKnown()
	}
	if l.open.last != nil {
		l.settle(t, nil, false)
	}
}

// suspects looks for candidates that may have gone with what was lost, and
// opens those to which the known way is no more.
func (l *Life) suspects(frame any, lost []Value) bool {
	if l.known.first != nil && (l.Live <= allChecked || l.wayLost(frame, lost)) {
		l.checkKnown()
	}
	l.checkFresh()
	hidden := l.world.Hidden()
	for c := l.open.last; c != nil; c = c.prev {
		if c.number > hidden {
			return true
		}
	}
	return false
}

// wayLost reports whether a way to some candidate led through what was lost.
func (l *Life) wayLost(frame any, lost []Value) bool {
	l.ways.pass++
	if frame != nil && l.ways.steps[frame] != nil {
		return true
	}
	for _, v := range lost {
		if a, ok := v.Ref.(activated); ok {
			if s := l.ways.steps[a.Activation()]; s != nil && !l.holds(s) {
				return true
			}
		}
		m, marked := v.Ref.(Markable)
		if marked && !m.markOf().watched && !m.markOf().onWay || !marked && (v.Ref == nil || !tells(v.Ref)) {
			continue
		}
		s := l.ways.steps[v.Ref]
		if s == nil || l.holds(s) {
			continue
		}
		if marked {
			if c := l.ownWay(m, s); c != nil {
				l.set(c, stateOpen)
				continue
			}
		}
		return true
	}
	return false
}

// activated is implemented by what an activation belongs to: a generator, which
// has it also when it is no root any more.
type activated interface{ Activation() any }

// Left tells that an exception leaves an activation.
func (l *Life) Left(frame any) {
	if l.Live > allChecked && l.ways.steps[frame] != nil {
		l.checkKnown()
	}
}

// ownWay gives the candidate that x is if no other is in use by way of it.
func (l *Life) ownWay(x Markable, s *step) *Candidate {
	if s.users != 1 || !x.markOf().watched {
		return nil
	}
	c := l.find(x)
	if c.way != s || c.state != stateUsed || c.number <= l.world.Hidden() {
		return nil
	}
	return c
}

// checkKnown opens the candidates to which the known way is no more.
func (l *Life) checkKnown() {
	hidden := l.world.Hidden()
	l.ways.pass++
	for c := l.known.first; c != nil; {
		next := c.next
		if c.state == stateUsed && c.number > hidden && !l.holds(c.way) {
			l.set(c, stateOpen)
		}
		c = next
	}
}

// doomed is a candidate as it was when found to be dropped.
type doomed struct {
	c      *Candidate
	number uint64
}

func sortByAge(ds []doomed) {
	slices.SortFunc(ds, func(a, b doomed) int { return cmp.Compare(a.number, b.number) })
}

func (d doomed) still() bool { return d.c.number == d.number && d.c.state != stateGone }

// settle finalizes what is dropped; cycles, too, if all is set.
func (l *Life) settle(t *Thread, lost []Value, all bool) int {
	n := 0
	for {
		dead := l.dropped(lost, all)
		for i, d := range dead {
			if !d.still() {
				continue
			}
			n++
			if all || len(dead) > carefully {
				l.finalize(t, d.c, all)
			} else {
				l.finalizeFrom(t, d.c, lost)
			}
			if i < len(dead)-1 && len(dead) <= carefully && l.Credit > 0 {
				break // what comes next may be in use again
			}
		}
		if len(dead) <= 1 || len(dead) > carefully || l.Credit <= 0 {
			return n
		}
	}
}

// mark traces from the roots until all open candidates are met.
func (l *Life) mark(all bool) (complete bool) {
	tr := &l.trace
	tr.begin()
	hidden := l.world.Hidden()
	want := 0
	for c := l.open.first; c != nil; c = c.next {
		if c.number > hidden {
			want++
		}
	}
	tr.met = func(x Markable, at int32) {
		c := l.find(x)
		if c.state == stateUsed {
			return
		}
		if c.number > hidden && c.state == stateOpen {
			if want--; want == 0 && !all {
				tr.stop = true
			}
		}
		l.set(c, stateUsed)
		c.way = l.ways.take(tr, at)
		if l.passing(c.way) {
			if len(l.fresh) == maxFresh {
				l.fresh = append(l.fresh[:0], l.fresh[1:]...)
			}
			l.fresh = append(l.fresh, doomed{c, c.number})
		}
	}
	for _, p := range l.ending {
		tr.root(p)
	}
	l.world.Roots(true, tr.root)
	tr.run(nearRoots)
	if !tr.stop {
		l.world.Roots(false, tr.root)
		tr.run(1 << 62)
	}
	l.Credit -= len(tr.nodes)
	return !tr.stop
}

func (tr *Tracer) has(x any) bool {
	if m, ok := x.(Markable); ok {
		return m.markOf().epoch == tr.epoch
	}
	_, ok := tr.other[x]
	return ok
}

// dropped gives the candidates that nothing refers to, in the order in which
// they go.
func (l *Life) dropped(lost []Value, all bool) []doomed {
	if !l.mark(all) {
		return nil
	}
	defer l.trace.forget()
	hidden := l.world.Hidden()
	var gone []doomed
	for _, q := range []*list{&l.open, &l.known} {
		for c := q.first; c != nil; c = c.next {
			if c.number > hidden && (all || c.state != stateCyclic) && !l.trace.has(c.Obj) {
				gone = append(gone, doomed{c, c.number})
				for _, r := range c.refs {
					r.silent = !l.trace.has(r)
				}
			}
		}
	}
	if all {
		l.rings.each(&l.trace, func(*Exception) bool { return false })
		slices.SortFunc(gone, func(a, b doomed) int { return cmp.Compare(a.c.age, b.c.age) })
		return gone
	}
	sortByAge(gone)
	g := garbage{life: l, counts: map[any]int{}, hidden: hidden}
	for _, v := range lost {
		g.count(whole(v.Ref))
	}
	for _, d := range gone {
		for _, x := range d.c.was {
			g.count(whole(x))
		}
		g.count(d.c.Obj)
	}
	l.rings.each(&l.trace, func(e *Exception) bool { g.count(e); return true })
	for c := l.known.first; c != nil; c = c.next {
		if c.state == stateCyclic {
			g.count(c.Obj) // what only cycles refer to stays, too
		}
	}
	for _, v := range lost {
		g.free(whole(v.Ref))
	}
	l.rings.each(&l.trace, func(e *Exception) bool { g.free(e); return g.counts[e] >= 0 })
	for _, d := range gone {
		for _, x := range d.c.was {
			g.free(whole(x))
		}
		g.free(d.c.Obj)
	}
	l.Credit -= len(g.counts)
	for _, d := range gone {
		if g.counts[d.c.Obj] >= 0 {
			l.set(d.c, stateCyclic)
		}
	}
	return g.dead
}

// garbage plays what reference counts would do among what is not in use.
type garbage struct {
	life   *Life
	counts map[any]int // references from garbage; -1 when let go
	dead   []doomed
	hidden uint64
}

// count counts the references from x, and from what only it leads to.
func (g *garbage) count(x any) {
	if !g.trash(x) {
		return
	}
	if _, seen := g.counts[x]; seen {
		return
	}
	g.counts[x] = 0
	for work := []any{x}; len(work) > 0; {
		y := work[len(work)-1]
		work = work[:len(work)-1]
		eachOf(y, func(z any) {
			if !g.trash(z) {
				return
			}
			if _, seen := g.counts[z]; !seen {
				work = append(work, z)
			}
			g.counts[z]++
		})
	}
}

// trash reports whether x is an object that is not in use.
func (g *garbage) trash(x any) bool {
	if x == nil {
		return false
	}
	if o, ok := x.(Object); ok && leaf(Value{Ref: o}) {
		return false
	}
	return tells(x) && !g.life.trace.has(x)
}

// tells reports whether x is of a kind that tells what it refers to. What is
// not, such as a function of Go, need not even be comparable.
func tells(x any) bool {
	switch x.(type) {
	case Traverser, Referrer, Markable:
		return true
	}
	return false
}

// free lets x go if nothing refers to it, and then what it referred to.
func (g *garbage) free(x any) {
	for work := []any{x}; len(work) > 0; {
		y := work[len(work)-1]
		work = work[:len(work)-1]
		if n, ok := g.counts[y]; !ok || n != 0 {
			continue
		}
		g.counts[y] = -1
		if m, ok := y.(Markable); ok && m.markOf().watched {
			c := g.life.find(m)
			if c.number <= g.hidden {
				continue // Go code may have it
			}
			g.dead = append(g.dead, doomed{c, c.number})
		}
		at := len(work)
		eachOf(y, func(z any) {
			if !tells(z) {
				return
			}
			if n, ok := g.counts[z]; ok {
				g.counts[z] = n - 1
				if n == 1 {
					work = append(work, z)
				}
			}
		})
		if !fromEnd(y) {
			slices.Reverse(work[at:]) // the first goes first, and all it leads to
		}
	}
}

// fromEnd reports whether x lets go of what it holds from the end, as CPython's
// lists and tuples do.
func fromEnd(x any) bool {
	switch x.(type) {
	case *List, *Tuple:
		return true
	}
	return false
}

// owned is a thing of Go code that an object stands for: to a program they are
// one.
type owned interface{ Owner() any }

// whole gives the object that x is, or is a part of.
func whole(x any) any {
	if o, ok := x.(owned); ok {
		switch z := o.Owner().(type) {
		case Object:
			return z
		case Value:
			if z.Ref != nil {
				return z.Ref
			}
		}
	}
	return x
}

// eachOf is each with bare objects for values, and with the parts of x as x.
func eachOf(x any, visit func(any)) {
	var seen map[any]bool
	part := false
	var look func(any)
	look = func(y any) {
		v, value := y.(Value)
		if value {
			if v.Ref == nil {
				return
			}
			y = v.Ref
		}
		z := whole(y)
		switch {
		case z != x, y == x && !part && value: // a part of Go's knows what it is in
			visit(z)
		case y != x && !seen[y]:
			if seen == nil {
				seen = map[any]bool{}
			}
			seen[y] = true
			before := part
			part = true
			each(y, look)
			part = before
		}
	}
	each(x, look)
}

// finalize does what has to happen at the end of a candidate's object.
func (l *Life) finalize(t *Thread, c *Candidate, cyclic bool) {
	obj, refs, final := c.Obj, c.refs, c.final
	l.remove(c)
	if cyclic {
		l.clear(t, refs)
	}
	if final {
		if m, ok := obj.Class().Lookup("__del__"); ok && !obj.Class().builtin {
			l.del(t, obj, m)
		}
		if f, ok := obj.(Collected); ok && cyclic {
			f.Collected(t)
		} else if f, ok := obj.(Finalizer); ok {
			f.Finalize(t)
		}
	}
	if cyclic || len(refs) == 0 {
		return
	}
	if final && l.Credit > 0 && l.again(obj, refs) {
		return
	}
	l.clear(t, refs)
}

// ending is what is let go as a candidate of it is finalized: CPython is not done
// with it, so what Python code drops meanwhile goes at once, and no more.
type ending []Value

// Traverse implements Traverser.
func (e *ending) Traverse(visit func(Value)) {
	for _, v := range *e {
		visit(v)
	}
}

// Passes implements Passing.
func (e *ending) Passes(int32) bool { return true }

// finalizeFrom finalizes a candidate that went with lost.
func (l *Life) finalizeFrom(t *Thread, c *Candidate, lost []Value) {
	e := ending(append(lost[:len(lost):len(lost)], Value{Ref: c.Obj}))
	n := len(l.ending)
	l.ending = append(l.ending, &e)
	l.finalize(t, c, false)
	l.ending = l.ending[:n]
}

// call calls fn. What is being finalized is found from ending, if that has any.
func (l *Life) call(t *Thread, fn Value, args ...Value) error {
	var err error
	if len(l.ending) > 0 {
		_, err = l.world.CallThrough(t, fn, args...)
	} else {
		_, err = t.Call(fn, args...)
	}
	return err
}

func (l *Life) del(t *Thread, obj Markable, m Value) {
	fn, err := bind(t, m, Value{Ref: obj}, obj.Class())
	if err == nil {
		err = l.call(t, fn)
	}
	if err != nil {
		l.world.Unraisable(t, err, m)
	}
}

// again puts an object back that its own __del__ brought into use again.
func (l *Life) again(obj Markable, refs []*WeakRef) bool {
	c := l.watch(obj)
	c.refs = refs
	all := l.ending
	if n := len(all); n > 0 {
		l.ending = all[:n-1] // what it went with is gone now
	}
	l.mark(false)
	l.ending = all
	used := c.state != stateOpen
	l.trace.forget()
	if !used {
		l.remove(c)
	}
	return used
}
