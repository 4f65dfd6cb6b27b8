package object

import (
	"cmp"
	"maps"
	"slices"
)

// End finalizes all that is left when a program is over: rings that nothing
// refers to first, then the rest as a collection comes to it, of which no
// callback of a weak reference hears.
func (l *Life) End(t *Thread) {
	if l.Live == 0 {
		return
	}
	l.settle(t, nil, true)
	l.keepForLibrary(t)
	for round := 0; round < 4 && l.Live > 0; round++ {
		left := l.byAge()
		for _, d := range left {
			for _, r := range d.c.refs {
				r.silent = true
			}
		}
		met, gone := l.lastError(t)
		left = append(gone, l.asCollected(t, left)...)
		named := namedInMain(t)
		for _, d := range left {
			if d.still() {
				_, was := met[d.c.Obj]
				if _, ok := d.c.Obj.(Collected); ok {
					was = !refersTo(d.c.Obj, named)
				}
				l.finalize(t, d.c, !was)
			}
		}
	}
}

// byAge gives all candidates.
func (l *Life) byAge() (all []doomed) {
	for _, q := range []*list{&l.open, &l.known} {
		for c := q.first; c != nil; c = c.next {
			all = append(all, doomed{c, c.number})
		}
	}
	slices.SortFunc(all, func(a, b doomed) int { return cmp.Compare(a.c.age, b.c.age) })
	return all
}

// Collect finalizes all that is not in use, cycles too, and gives how many
// objects that were. What is left is in the collector's order from then on.
func (l *Life) Collect(t *Thread) int {
	n := l.settle(t, nil, true)
	left := l.byAge()
	ages := make([]uint64, len(left))
	for i, d := range left {
		ages[i] = d.c.age
	}
	for i, d := range l.asCollected(t, left) {
		d.c.age = ages[i]
	}
	l.collected = true
	return n
}

// namedInMain has the values of the main module's names. What is older than what
// refers to it comes before that at the end only if a name leads to it.
func namedInMain(t *Thread) map[any]bool {
	m, ok := t.In.Modules.GetStr("__main__").Ref.(*Module)
	if !ok {
		return nil
	}
	out := map[any]bool{}
	for _, k := range m.Dict.Keys() {
		name, _ := StrOf(k)
		if g, ok := m.Dict.GetStr(name).Ref.(Finalizer); ok {
			out[g] = true
		}
	}
	return out
}

func refersTo(x any, some map[any]bool) (found bool) {
	each(x, func(y any) {
		if v, ok := y.(Value); ok {
			y = v.Ref
		}
		if f, ok := y.(Finalizer); ok {
			found = found || some[f]
		}
	})
	return found
}

// lastError gives what the exception that ended the program leads to, and those
// candidates that go with it. A collection that finds it in use comes first in
// CPython and puts what refers before what is referred to; only then it is let go.
func (l *Life) lastError(t *Thread) (met map[any]int, gone []doomed) {
	sys, ok := t.In.Modules.GetStr("sys").Ref.(*Module)
	if !ok {
		return nil, nil
	}
	e := sys.Dict.GetStr("last_exc")
	if e.Ref == nil || e.IsNone() {
		return nil, nil
	}
	for _, name := range []string{"last_exc", "last_value", "last_traceback"} {
		sys.Dict.SetStr(name, None)
	}
	l.trace.begin() // nothing is in use any more
	defer l.trace.forget()
	g := garbage{life: l, counts: map[any]int{}}
	g.count(e.Ref)
	met = maps.Clone(g.counts)
	if main, ok := t.In.Modules.GetStr("__main__").Ref.(*Module); ok {
		g.count(main.Dict)
		g.counts[main.Dict]++
	}
	g.free(e.Ref)
	return met, g.dead
}

// placed, for how many items a container was made of, is said of one that the
// collector has come to: it is before all that comes into it.
const placed = 255

// Literal notes that d was made after what is in it.
func (d *Dict) Literal() { d.made = 1 }

// collection plays how CPython's collector goes over what the names of the main
// module lead to, and with that the order in which it comes to the objects
// when the names go. It has them in a list, by age. An object that nothing
// refers to which it has found in use by then is put off; it is back at the end
// of the list when something turns out to refer to it.
type collection struct {
	main   *Dict
	aged   map[any]bool // the objects that have a place in the list
	passed map[any]bool // those the collector went by
	met    map[any]bool
	at     map[any]int // the places of the candidates, and what youngest gave
	late   []any
	left   map[any]doomed
	order  []doomed
	// over tells that it went by all there is.
	over bool
}

// asCollected orders the candidates that are left, which come by age.
func (l *Life) asCollected(t *Thread, left []doomed) []doomed {
	main, ok := t.In.Modules.GetStr("__main__").Ref.(*Module)
	if !ok || len(left) < 2 {
		return left
	}
	c := &collection{main: main.Dict, left: map[any]doomed{}}
	c.aged, c.passed, c.met, c.at = map[any]bool{}, map[any]bool{}, map[any]bool{}, map[any]int{}
	for _, d := range left {
		c.aged[d.c.Obj] = true
		c.left[d.c.Obj] = d
	}
	l.trace.begin() // nothing is in use any more
	defer l.trace.forget()
	led, found := c.closure(main.Dict)
	list := c.list(left, found)
	// The names are older than the objects for the collector if it came by
	// before there were any. Importing asyncio is enough to have it come.
	older := l.collected || t.In.Modules.GetStr("asyncio").Valid()
	if older {
		c.visit(main.Dict)
	}
	for _, x := range list {
		if c.passed[x] = true; c.met[x] || !led[x] {
			c.take(x)
		}
	}
	c.over = true
	if !older {
		c.take(main.Dict)
	}
	for len(c.late) > 0 {
		x := c.late[0]
		c.late = c.late[1:]
		c.take(x)
	}
	for x := range c.aged {
		if m, ok := x.(Markable); ok {
			m.markOf().made = placed
		}
	}
	return c.order
}

// closure gives all that x leads to, nearest first.
func (c *collection) closure(x any) (led map[any]bool, found []any) {
	led, found = map[any]bool{x: true}, []any{x}
	for i := 0; i < len(found); i++ {
		c.each(found[i], func(z any) {
			if !led[z] {
				led[z] = true
				found = append(found, z)
			}
		})
	}
	return led, found
}

// list gives the candidates by age, each followed by those containers that are
// younger than it, but no younger than the next.
func (c *collection) list(left []doomed, found []any) (list []any) {
	after := make([][]any, len(left))
	for i, d := range left {
		c.at[d.c.Obj] = i
	}
	for _, x := range slices.Backward(found) { // what is within another is older
		if k := c.youngest(x, 0); k >= 0 && !c.aged[x] && x != any(c.main) {
			after[k] = append(after[k], x)
			c.aged[x] = true
		}
	}
	for i, d := range left {
		list = append(list, d.c.Obj)
		list = append(list, after[i]...)
	}
	return list
}

// deepest is how far containers within each other are looked into.
const deepest = 8

// youngest gives the place of the candidate that x, a container, is just
// younger than, -1 for none. A container is younger than its items if it is
// made of them; a dict is noted by the collector when there is something in it
// to look at.
func (c *collection) youngest(x any, depth int) int {
	if k, ok := c.at[x]; ok {
		return k
	}
	c.at[x] = -1 // if it is in itself
	best := -1
	look := func(v Value) bool {
		if v.Ref == nil || leaf(v) || !tells(v.Ref) {
			return false
		}
		if depth < deepest {
			best = max(best, c.youngest(whole(v.Ref), depth+1))
		}
		return true
	}
	if m, ok := x.(Markable); ok && m.markOf().made == placed {
		return -1
	}
	switch o := x.(type) {
	case *List:
		for i := 0; i < len(o.Items) && i < int(o.made); i++ {
			look(o.Items[i])
		}
	case *Tuple:
		for _, v := range o.Items {
			look(v)
		}
	case *Set:
		for i := range o.D.entries {
			look(o.D.entries[i].key)
		}
	case *Dict:
		for i := range o.vals {
			value, key := look(o.vals[i]), look(o.entries[i].key)
			if o.made == 0 && (value || key) {
				break
			}
		}
	case *Class:
		if o.dict != nil {
			if o.dict.made == 0 {
				o.dict.Literal() // a class has a copy of what its body made
			}
			best = c.youngest(o.dict, depth)
		}
	}
	c.at[x] = best
	return best
}

// each gives what x refers to, in the order in which the collector goes over
// it. The library's modules are nothing of the program's.
func (c *collection) each(x any, visit func(any)) {
	if _, module := x.(*Module); module {
		return
	}
	var all []any
	eachOf(x, func(z any) {
		if o, ok := z.(Object); tells(z) && !(ok && leaf(Value{Ref: o})) {
			all = append(all, z)
		}
	})
	if fromEnd(x) {
		slices.Reverse(all)
	}
	for _, z := range all {
		visit(z)
	}
}

// visit notes that x is in use.
func (c *collection) visit(x any) {
	for work := []any{x}; len(work) > 0; {
		y := work[0]
		work = work[1:]
		if c.met[y] {
			continue
		}
		c.met[y] = true
		switch {
		case c.over || c.passed[y]:
			c.late = append(c.late, y)
		case !c.aged[y]:
			c.each(y, func(z any) { work = append(work, z) })
		}
	}
}

// take has the collector come to x.
func (c *collection) take(x any) {
	c.met[x] = true
	if d, ok := c.left[x]; ok {
		c.order = append(c.order, d)
	}
	c.each(x, c.visit)
}
