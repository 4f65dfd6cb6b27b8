package object

// Set is a set, or a frozenset when Frozen.
type Set struct {
	Mark
	Head
	D      Dict
	Frozen bool
	ranked uint64    // the version of D's keys that stand in order already
	placed *setTable // where its items stand, once that was asked for
}

// Class implements Object.
func (s *Set) Class() *Class {
	if s.cls != nil {
		return s.cls
	}
	if s.Frozen {
		return FrozensetClass
	}
	return SetClass
}

// Add puts v into the set.
func (s *Set) Add(t *Thread, v Value) error {
	if _, _, ok := s.D.quickAdd(v); ok {
		return nil
	}
	n, h, err := s.D.lookup(t, v)
	if err != nil || n >= 0 {
		return err
	}
	s.D.insertKey(v, h)
	return nil
}

// Has reports whether v is in the set.
func (s *Set) Has(t *Thread, v Value) (bool, error) {
	n, _, err := s.D.lookup(t, v)
	return n >= 0, err
}

// SetKey lets a set be looked for in a set of frozensets.
func SetKey(v Value) Value {
	if s, ok := v.Ref.(*Set); ok && !s.Frozen {
		if m, _ := s.Class().Lookup("__hash__"); m.IsNone() {
			return Obj(&Set{D: s.D, Frozen: true})
		}
	}
	return v
}

// Disjoint reports whether v has none of the set's items.
func (s *Set) Disjoint(t *Thread, v Value) (bool, error) {
	if o, ok := v.Ref.(*Set); ok {
		few, many := &s.D, &o.D
		if few.used > many.used {
			few, many = many, few
		}
		for i := 0; i < len(few.entries); i++ { // comparing may change it
			e := few.entries[i]
			if !e.key.Valid() {
				continue
			}
			if n, err := many.find(t, e.key, e.hash); n >= 0 || err != nil {
				return false, err
			}
		}
		return true, nil
	}
	it, err := Iter(t, v)
	if err != nil {
		return false, err
	}
	for n := 1; ; n++ {
		x, err := Next(t, it)
		if err != nil || !x.Valid() {
			return err == nil, err
		}
		if n%1024 == 0 && t.Tick != nil {
			if err := t.Tick(); err != nil {
				return false, err
			}
		}
		if has, err := s.Has(t, x); has || err != nil {
			return false, err
		}
	}
}

// Update adds all items of v.
func (s *Set) Update(t *Thread, v Value) error {
	var from *Dict
	switch o := v.Ref.(type) {
	case *Set:
		if o.Exact() {
			from = &o.D
		}
	case *Dict:
		if o.Exact() {
			from = o
		}
	}
	if o, ok := v.Ref.(*Set); ok && from != nil {
		if o == s {
			return nil
		}
		o.Rank(t)
		s.meet(t, o)
	}
	if from == nil {
		switch o := v.Ref.(type) {
		case *Range:
			if len(s.D.entries) == 0 && o.Len() <= maxHint {
				s.D.reserve(o.Len())
				for i := range o.Len() {
					n := Int(o.Start + int64(i)*o.Step)
					s.D.insertKey(n, smallHash(n.Bits))
				}
				return nil
			}
		case *List:
			if o.Exact() {
				return s.addAll(t, func() []Value { return o.Items })
			}
		case *Tuple:
			if o.Exact() {
				return s.addAll(t, func() []Value { return o.Items })
			}
		}
		return Each(t, v, func(x Value) error { return s.Add(t, x) })
	}
	fresh := len(s.D.entries) == 0
	if fresh {
		s.D.reserve(int(from.used))
	}
	for i := 0; i < len(from.entries); i++ {
		e := from.entries[i]
		if !e.key.Valid() {
			continue
		}
		n := -1
		if !fresh {
			var err error
			if n, err = s.D.find(t, e.key, e.hash); err != nil {
				return err
			}
		}
		if n < 0 {
			s.D.insertKey(e.key, e.hash)
		}
	}
	return nil
}

// addAll adds items, which may change meanwhile.
func (s *Set) addAll(t *Thread, items func() []Value) error {
	s.D.reserve(min(len(items()), likely))
	for i := 0; i < len(items()); i++ {
		s.D.expect(i, len(items())-i)
		if i%1024 == 1023 && t.Tick != nil {
			if err := t.Tick(); err != nil {
				return err
			}
		}
		if err := s.Add(t, items()[i]); err != nil {
			return err
		}
	}
	return nil
}

// meet makes room in the table for the items of o, which come next.
func (s *Set) meet(t *Thread, o *Set) {
	if !o.ordered() {
		return
	}
	if o.D.used == 0 {
		return
	}
	if len(s.D.entries) == 0 {
		s.beginLike(o, 0)
	} else if b := s.table(t); b != nil {
		b.expect(int(o.D.used))
	}
}

// Copy gives a set of the builtin type with the same items.
func (s *Set) Copy(t *Thread) *Set {
	s.Rank(t)
	c := &Set{Frozen: s.Frozen}
	c.meet(t, s)
	c.D.copyOf(&s.D)
	return c
}

// Replace takes over the items of o, which is not used any more.
func (s *Set) Replace(o *Set) {
	version := s.D.keysVersion
	s.placed = nil
	if b := o.placed; b != nil && (b.places == nil || b.at == o.D.keysVersion) {
		b.at = version + 1
		s.placed = b
	}
	s.D = o.D
	s.D.keysVersion = version + 1
}

// Clear takes all items out.
func (s *Set) Clear() {
	s.D.Clear()
	s.placed = nil
}

// Subtract takes out the items of o.
func (s *Set) Subtract(t *Thread, o *Set) error {
	if s == o {
		s.Clear()
		return nil
	}
	o.Rank(t)
	for i := 0; i < len(o.D.entries); i++ { // comparing may change it
		if k := o.D.entries[i].key; k.Valid() {
			if _, err := s.Discard(t, k); err != nil {
				return err
			}
		}
	}
	return nil
}

// Exchange takes out the items of o that are there, and puts the others in.
func (s *Set) Exchange(t *Thread, o *Set) error {
	if s == o {
		s.Clear()
		return nil
	}
	o.Rank(t)
	for i := 0; i < len(o.D.entries); i++ {
		k := o.D.entries[i].key
		if !k.Valid() {
			continue
		}
		gone, err := s.Discard(t, k)
		if err == nil && !gone {
			err = s.Add(t, k)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// isSetView reports whether v is a view of keys or items.
func isSetView(v Value) bool {
	d, ok := v.Ref.(*DictView)
	return ok && d.Kind != 'v'
}

// members gives the items of a set or view; of other iterables only if any is
// set.
func members(t *Thread, v Value, any bool) (*Dict, bool, error) {
	switch o := v.Ref.(type) {
	case *Set:
		return &o.D, true, nil
	case *DictView:
		if o.Kind == 'k' {
			return o.D, true, nil
		}
		any = any || o.Kind == 'i'
	}
	if !any {
		return nil, false, nil
	}
	s := &Set{}
	if err := s.Update(t, v); err != nil {
		return nil, false, err
	}
	return &s.D, true, nil
}

// setBinary is |, &, - and ^ of sets and of the views of dicts.
func setBinary(t *Thread, op Op, a, b Value) (Value, error) {
	switch op {
	case OpOr, OpAnd, OpSub, OpXor:
	default:
		return NotImplemented, nil
	}
	x, okx, err := members(t, a, isSetView(b))
	if !okx || err != nil {
		return NotImplemented, err
	}
	y, oky, err := members(t, b, isSetView(a))
	if !oky || err != nil {
		return NotImplemented, err
	}
	if p, ok := a.Ref.(*Set); ok {
		if q, ok := b.Ref.(*Set); ok {
			out, err := Operate(t, op, p, q)
			return Obj(out), err
		}
	}
	out := &Set{}
	if s, ok := a.Ref.(*Set); ok && !isSetView(b) {
		out.Frozen = s.Frozen
	}
	r, err := Combine(t, op, x, y)
	if err != nil {
		return Value{}, err
	}
	out.D = *r
	return Obj(out), nil
}

// Operate is |, &, - or ^ of two sets.
func Operate(t *Thread, op Op, x, y *Set) (*Set, error) {
	x.Rank(t)
	y.Rank(t)
	ordered := x.ordered() && y.ordered()
	switch {
	case x == y && (op == OpAnd || op == OpOr):
		return x.Copy(t), nil
	case op == OpXor && ordered:
		out := y.Copy(t)
		out.Frozen = x.Frozen
		return out, out.Exchange(t, x)
	case op == OpSub && x.D.used>>2 > y.D.used && ordered:
		out := x.Copy(t)
		return out, out.Subtract(t, y)
	}
	d, err := Combine(t, op, &x.D, &y.D)
	if err != nil {
		return nil, err
	}
	out := &Set{D: *d, Frozen: x.Frozen}
	switch {
	case op != OpOr || !ordered:
	case x.D.used > 0:
		out.beginLike(x, int(y.D.used))
	case y.D.used > 0:
		out.beginLike(y, 0)
	}
	return out, nil
}

// likely is the number of keys up to which room is made for all that may come.
const likely = 64

// Combine is the operation on the keys of two dicts.
func Combine(t *Thread, op Op, x, y *Dict) (*Dict, error) {
	if x.odd == 0 && y.odd == 0 {
		return combinePlain(t, op, x, y)
	}
	out := NewDict()
	var err error
	switch op {
	case OpOr:
		out.reserve(int(x.used) + int(y.used))
		out.addKeys(x)
		err = out.addSome(t, y, out, false)
	case OpAnd:
		if y.used <= x.used {
			x, y = y, x
		}
		out.reserve(min(int(x.used), likely))
		err = out.addSome(t, x, y, true)
	case OpSub:
		out.reserve(min(int(x.used), likely))
		err = out.addSome(t, x, y, false)
	case OpXor:
		out.reserve(min(int(x.used), likely))
		if err = out.addSome(t, x, y, false); err == nil {
			err = out.addSome(t, y, x, false)
		}
	}
	return out, err
}

// expect makes room for more keys at once when the first likely ones were found
// to be new: seen of those that may come were looked at, and more are left.
func (d *Dict) expect(seen, more int) {
	if seen == likely && int(d.used) > likely*3/4 {
		d.reserve(more)
	}
}

// addKeys adds the keys of another to a dict that has none, and room for them.
func (d *Dict) addKeys(from *Dict) {
	if int(from.used) == len(from.entries) && len(d.index) > 0 && len(d.entries) == 0 {
		clear(d.index)
		d.entries = append(d.entries, from.entries...)
		d.used, d.odd, d.taken = from.used, from.odd, 0
		d.placeFrom(0)
		d.keysVersion += uint64(from.used)
		return
	}
	for i := range from.entries {
		if e := &from.entries[i]; e.key.Valid() {
			d.insertKey(e.key, e.hash)
		}
	}
}

// addSome adds those keys of from that other has, or those that it has not.
// None of them may be there already.
func (d *Dict) addSome(t *Thread, from, other *Dict, has bool) error {
	for i := 0; i < len(from.entries); i++ { // comparing may change it
		e := from.entries[i]
		if !e.key.Valid() {
			continue
		}
		n, err := other.find(t, e.key, e.hash)
		if err != nil {
			return err
		}
		if (n >= 0) == has {
			d.insertKey(e.key, e.hash)
		}
	}
	return nil
}

// NewSet makes a set of items.
func NewSet(t *Thread, items []Value, frozen bool) (*Set, error) {
	s := &Set{Frozen: frozen}
	for _, v := range items {
		if err := s.Add(t, v); err != nil {
			return nil, err
		}
	}
	return s, nil
}
