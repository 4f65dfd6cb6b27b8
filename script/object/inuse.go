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

// behindAtMost bounds what Behind looks at: a callback may be that of a thousand
// futures.
const behindAtMost = 256

// Behind gives the values that x and what it refers to in Go refer to, the
// nearest ones.
func Behind(x any) (out []Value) {
	seen := map[any]bool{}
	looked := 0
	var look func(any)
	look = func(y any) {
		if looked++; looked > behindAtMost {
			return
		}
		switch o := y.(type) {
		case nil:
		case Value:
			out = append(out, o)
		case Object:
			out = append(out, Value{Ref: o})
		case Traverser, Referrer:
			if z, ok := whole(o).(Object); ok {
				out = append(out, Value{Ref: z})
			} else if len(seen) < 16 && !seen[o] {
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
