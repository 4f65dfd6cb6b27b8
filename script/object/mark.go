package object

import "sort"

// Mark is part of every object that a program can tell the end of, and of the
// kinds that are met most when it is traced what is in use.
type Mark struct {
	epoch   uint32 // the trace that met the object last
	watched bool   // the interpreter's Life has a Candidate for it
	onWay   bool   // a candidate is in use by way of it
	made    uint8  // how many items a list was made of, whether a dict was; see placed
	room    uint8  // of a list: see MadeFor
}

func (m *Mark) markOf() *Mark { return m }

// Watched reports whether the object is a candidate.
func (m *Mark) Watched() bool { return m.watched }

// Markable is an object with a Mark.
type Markable interface {
	Object
	markOf() *Mark
}

// Mortal is a Mark for objects that are candidates of a Life as a rule.
type Mortal struct {
	Mark
	identity
	record *Candidate
}

// identity is what id gives of an object, 0 until asked. An object that has it
// is not kept in use by having been in a set.
type identity struct{ id uint64 }

func (i *identity) idOf() *uint64 { return &i.id }

type identified interface{ idOf() *uint64 }

func (m *Mortal) recordOf() **Candidate { return &m.record }

type mortal interface{ recordOf() **Candidate }

// Referrer is implemented by what holds values without being one: the loop,
// its handles and futures, and what of a layer above stands behind them.
// References gives whatever it holds; what cannot refer to a value may be left
// out.
type Referrer interface{ References(visit func(any)) }

// Indexed is a Traverser that tells where it holds each value, so that the
// place can be looked at again without going over all of them.
type Indexed interface {
	// TraverseAt gives each value with the number of its place.
	TraverseAt(visit func(place int32, v Value))
	// ValueAt gives what is at a place now.
	ValueAt(place int32) Value
}

// node is something a trace has met: by way of which other node, and where in
// that one.
type node struct {
	x     any
	from  int32
	place int32
}

// Tracer walks over all that is in use, nearest first.
type Tracer struct {
	epoch uint32
	nodes []node
	next  int // the first node whose own values were not given yet
	other map[any]struct{}
	at    int32
	place int32
	stop  bool
	// met is called for each watched object.
	met func(x Markable, at int32)

	see   func(Value)
	seeAt func(int32, Value)
	seeIn func(any)
}

func (tr *Tracer) begin() {
	if tr.see == nil {
		tr.see = func(v Value) { tr.visit(v, tr.place); tr.place++ }
		tr.seeAt = func(place int32, v Value) { tr.visit(v, place) }
		tr.seeIn = func(x any) { tr.visitAny(x, tr.place); tr.place++ }
	}
	tr.epoch++
	tr.stop = false
	tr.forget()
}

// forget lets the objects of the trace go, not what they were marked with.
func (tr *Tracer) forget() {
	clear(tr.nodes)
	tr.nodes, tr.next = tr.nodes[:0], 0
	if cap(tr.nodes) > 1<<16 {
		tr.nodes = nil
	}
	clear(tr.other)
}

// Serial is implemented by roots that may become something else: the number
// changes then.
type Serial interface{ SerialNumber() int32 }

// root has x be in use by itself.
func (tr *Tracer) root(x any) {
	tr.at, tr.place = -1, 0
	place := int32(0)
	if s, ok := x.(Serial); ok {
		place = s.SerialNumber()
	}
	tr.visitAny(x, place)
}

// run walks until everything was met, limit nodes were, or stop is set.
func (tr *Tracer) run(limit int) {
	for tr.next < len(tr.nodes) && tr.next < limit && !tr.stop {
		tr.expand(tr.next)
		tr.next++
	}
}

// Leaf reports that a value refers to nothing that matters.
func Leaf(v Value) bool { return leaf(v) }

// leaf reports that a value refers to nothing that matters.
func leaf(v Value) bool {
	switch o := v.Ref.(type) {
	case nil, intTag, floatTag, boolTag, *Singleton, *BigInt, *Builtin, *Range, *RangeIter, *GetSet, *Slot:
		return true
	case *Str:
		return o.Exact()
	case *Class:
		return o.builtin
	}
	return false
}

func allLeaves(items []Value) bool {
	for i := range items {
		if !leaf(items[i]) {
			return false
		}
	}
	return true
}

// visit meets a value. Constants are shared between interpreters: tuples and
// frozen sets of leaves are left unmarked.
func (tr *Tracer) visit(v Value, place int32) {
	var m *Mark
	switch o := v.Ref.(type) {
	case nil, intTag, floatTag, boolTag, *Singleton, *BigInt, *Range, *RangeIter, *GetSet, *Slot:
		return
	case *Str:
		if o.Exact() {
			return
		}
	case *Builtin:
		if leaf(o.Self) {
			return
		}
	case *Class:
		if o.builtin {
			return
		}
		m = &o.Mark
	case *Tuple:
		if allLeaves(o.Items) && o.cls == nil {
			return
		}
		m = &o.Mark
	case *Set:
		if o.Frozen && o.cls == nil && o.D.allLeaves() {
			return
		}
		m = &o.Mark
	case *Instance:
		m = &o.Mark
	case *List:
		m = &o.Mark
	case *Dict:
		m = &o.Mark
	case *Cell:
		m = &o.Mark
	case Markable:
		m = o.markOf()
	}
	if m == nil {
		tr.meet(v.Ref, place)
		return
	}
	if m.epoch == tr.epoch {
		return
	}
	m.epoch = tr.epoch
	tr.nodes = append(tr.nodes, node{v.Ref, tr.at, place})
	if m.watched {
		tr.met(v.Ref.(Markable), int32(len(tr.nodes)-1))
	}
}

// meet meets what has no Mark.
func (tr *Tracer) meet(x any, place int32) {
	if _, seen := tr.other[x]; seen {
		return
	}
	if tr.other == nil {
		tr.other = map[any]struct{}{}
	}
	tr.other[x] = struct{}{}
	tr.nodes = append(tr.nodes, node{x, tr.at, place})
}

// visitAny meets what is a value, or holds values by itself.
func (tr *Tracer) visitAny(x any, place int32) {
	switch o := x.(type) {
	case nil:
	case Value:
		tr.visit(o, place)
	case Object:
		tr.visit(Value{Ref: o}, place)
	case Traverser, Referrer:
		tr.meet(x, place)
	}
}

// expand gives a node's own values.
func (tr *Tracer) expand(i int) {
	tr.at, tr.place = int32(i), 0
	switch o := tr.nodes[i].x.(type) {
	case *Instance:
		tr.visit(Value{Ref: o.cls}, -1)
		tr.attrs(&o.Attrs)
	case *List: // what was added last is often what is looked for
		for k := len(o.Items) - 1; k >= 0 && !tr.stop; k-- {
			tr.visit(o.Items[k], int32(k))
		}
		tr.head(&o.Head)
	case *Tuple:
		for k := range o.Items {
			tr.visit(o.Items[k], int32(k))
		}
		tr.head(&o.Head)
	case *Dict:
		tr.entries(o)
		tr.head(&o.Head)
	case *Cell:
		tr.visit(o.V, 0)
	case Indexed:
		o.TraverseAt(tr.seeAt)
	case Traverser:
		o.Traverse(tr.see)
	}
	if r, ok := tr.nodes[i].x.(Referrer); ok {
		r.References(tr.seeIn)
	}
}

func (tr *Tracer) entries(d *Dict) {
	for k := len(d.entries) - 1; k >= 0 && !tr.stop; k-- {
		if k < len(d.vals) {
			tr.visit(d.vals[k], int32(2*k))
		}
		tr.visit(d.entries[k].key, int32(2*k+1))
	}
}

func (tr *Tracer) head(h *Head) {
	if h.cls != nil {
		tr.visit(Value{Ref: h.cls}, -1)
	}
	if h.attrs != nil {
		tr.place = -2
		h.attrs.traverse(func(v Value) { tr.visit(v, -2) })
	}
}

func (tr *Tracer) attrs(a *Attrs) {
	if a.dict != nil {
		tr.visit(Value{Ref: a.dict}, -2)
	}
	for k := range a.slots {
		tr.visit(a.slots[k], int32(k))
	}
	if a.named != nil {
		a.eachNamed(func(v Value) { tr.visit(v, -2) })
	}
}

// refers reports whether holder still refers to x, at the place where it did
// or elsewhere, and how much it had to look at.
func refers(holder any, place int32, x any) (yes bool, looked int) {
	is := func(v Value) bool { return v.Ref != nil && any(v.Ref) == x }
	switch o := holder.(type) {
	case *Instance:
		if place >= 0 && int(place) < len(o.slots) && is(o.slots[place]) {
			return true, 1
		}
		if place == -2 && o.dict != nil && any(o.dict) == x {
			return true, 1
		}
	case *List:
		if place >= 0 && int(place) < len(o.Items) && is(o.Items[place]) {
			return true, 1
		}
	case *Tuple:
		if place >= 0 && int(place) < len(o.Items) {
			return is(o.Items[place]), 1
		}
	case *Dict:
		if k := int(place / 2); place >= 0 && k < len(o.entries) && (is(o.vals[k]) || is(o.entries[k].key)) {
			return true, 1
		}
	case *Cell:
		return is(o.V), 1
	case Indexed:
		if is(o.ValueAt(place)) {
			return true, 1
		}
	}
	found := false
	each(holder, func(y any) {
		looked++
		if v, ok := y.(Value); ok {
			found = found || is(v)
		} else {
			found = found || y == x
		}
	})
	return found, looked
}

// each gives all that x refers to: values, and what References tells of.
func each(x any, visit func(any)) {
	if t, ok := x.(Traverser); ok {
		t.Traverse(func(v Value) { visit(v) })
	}
	if r, ok := x.(Referrer); ok {
		r.References(visit)
	}
}

func (a *Attrs) eachNamed(visit func(Value)) {
	names := make([]string, 0, len(a.named))
	for n := range a.named {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		visit(a.named[n])
	}
}
