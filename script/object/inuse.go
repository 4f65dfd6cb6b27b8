package object

// traceAll marks all that is in use. Forget the marks when done with them.
func (l *Life) traceAll() *Tracer {
	tr := &l.trace
	tr.begin()
	tr.met = func(Markable, int32) {}
	l.world.Roots(true, tr.root)
	l.world.Roots(false, tr.root)
	tr.run(1 << 62)
	return tr
}

// InUse gives the objects that are in use and refer to others, as
// gc.get_objects().
func (l *Life) InUse() []Value {
	tr := l.traceAll()
	defer tr.forget()
	var out []Value
	for i := range tr.nodes {
		if o, ok := tr.nodes[i].x.(Object); ok {
			out = append(out, Value{Ref: o})
		}
	}
	return out
}

// Unused gives those of some objects that are not in use, and that no ring of
// references keeps until the collection.
func (l *Life) Unused(xs []Markable) (out []Markable) {
	tr := l.traceAll()
	defer tr.forget()
	g := garbage{life: l, counts: map[any]int{}, hidden: l.world.Hidden()}
	for _, x := range xs {
		g.count(x)
	}
	l.rings.each(tr, func(e *Exception) bool { g.count(e); return true })
	l.rings.each(tr, func(e *Exception) bool { g.free(e); return true })
	for _, x := range xs {
		g.free(x)
		if !tr.has(x) && g.counts[x] < 0 {
			out = append(out, x)
		}
	}
	return out
}

// Referents gives what an object refers to.
func Referents(v Value) (out []Value) {
	each(v.Ref, func(x any) {
		switch o := x.(type) {
		case Value:
			if o.Valid() {
				out = append(out, o)
			}
		case Object:
			out = append(out, Value{Ref: o})
		}
	})
	return out
}

// End finalizes all that is left when a program is over: what only the main
// module's names led to in their order, then the rest in that in which it was
// made. No callback of a weak reference hears of it.
func (l *Life) End(t *Thread) {
	l.keepForLibrary(t)
	for round := 0; round < 4 && l.Live > 0; round++ {
		var left []doomed
		for _, q := range []*list{&l.open, &l.known} {
			for c := q.first; c != nil; c = c.next {
				for _, r := range c.refs {
					r.silent = true
				}
				left = append(left, doomed{c, c.number})
			}
		}
		sortByAge(left)
		met := l.lastError(t)
		if round == 0 && len(left) > 1 {
			left = append(l.byName(t, left), left...)
		}
		for _, d := range left {
			if d.still() {
				_, was := met[d.c.Obj]
				l.finalize(t, d.c, !was)
			}
		}
	}
}

// lastError gives what the exception that ended the program leads to. A
// collection that finds it in use comes first in CPython and puts what refers
// before what is referred to; only the next one finds it dropped.
func (l *Life) lastError(t *Thread) map[any]int {
	sys, ok := t.In.Modules.GetStr("sys").Ref.(*Module)
	if !ok {
		return nil
	}
	e := sys.Dict.GetStr("last_exc")
	if e.Ref == nil {
		return nil
	}
	l.trace.begin() // nothing is in use any more
	defer l.trace.forget()
	g := garbage{life: l, counts: map[any]int{}}
	g.count(e.Ref)
	return g.counts
}

// byName gives the candidates that go when the names of the main module are
// taken away one by one, functions and classes last: they hold the names.
func (l *Life) byName(t *Thread, left []doomed) []doomed {
	m, ok := t.In.Modules.GetStr("__main__").Ref.(*Module)
	if !ok {
		return nil
	}
	var names, last []any
	for _, k := range m.Dict.Keys() {
		name, _ := StrOf(k)
		v := m.Dict.GetStr(name)
		switch cls := ClassOf(v); {
		case v.Ref == nil:
		case cls == FunctionClass || cls.IsSubclass(TypeClass):
			last = append(last, whole(v.Ref))
		default:
			names = append(names, whole(v.Ref))
		}
	}
	names = append(names, last...)
	l.trace.begin() // nothing is in use any more
	defer l.trace.forget()
	g := garbage{life: l, counts: map[any]int{m: 1, m.Dict: 1}}
	for _, x := range names {
		g.count(x)
	}
	for _, d := range left {
		g.count(d.c.Obj)
	}
	for _, x := range names {
		g.free(x)
	}
	return g.dead
}

// Behind gives the values that x and what it refers to in Go refer to.
func Behind(x any) (out []Value) {
	seen := map[any]bool{}
	var look func(any)
	look = func(y any) {
		switch o := y.(type) {
		case nil:
		case Value:
			out = append(out, o)
		case Object:
			out = append(out, Value{Ref: o})
		case Traverser, Referrer:
			if len(seen) < 16 && !seen[o] {
				seen[o] = true
				each(o, look)
			}
		}
	}
	look(x)
	return out
}

// Unraisable reports an error that there is nobody to raise it in.
func (l *Life) Unraisable(t *Thread, err error, where Value) { l.world.Unraisable(t, err, where) }
