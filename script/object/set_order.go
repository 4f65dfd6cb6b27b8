package object

import (
	"cmp"
	"slices"
)

// Rank puts a set into the order that Interp.Ranks asks for, if it holds an
// object that is hashed by its identity: CPython has those in the order of their
// addresses, which is any. It comes before whatever goes through the set.
// Sets of numbers are put into CPython's order. Others stay in the order in which
// things were added, without Ranks.
func (s *Set) Rank(t *Thread) {
	if t != nil {
		s.arrange(t)
	}
	if t == nil || t.In == nil || t.In.Ranks == nil || s.D.Len() < 2 || s.ranked == s.D.keysVersion {
		return
	}
	type ranked struct {
		entry
		rank uint64
	}
	var all []ranked
	free := false
	for _, e := range s.D.entries {
		if !e.key.Valid() {
			continue
		}
		free = free || byIdentity(e.key)
		all = append(all, ranked{e, t.In.Ranks(t.In.ID(e.key))})
	}
	if free {
		slices.SortStableFunc(all, func(a, b ranked) int { return cmp.Compare(a.rank, b.rank) })
		s.D.Clear()
		for _, e := range all {
			s.D.insertKey(e.key, e.hash)
		}
	}
	s.ranked = s.D.keysVersion
}

// byIdentity tells whether a value's hash says nothing but which object it is.
func byIdentity(v Value) bool {
	m, ok := ClassOf(v).Lookup("__hash__")
	if !ok {
		return true
	}
	b, ok := m.Ref.(*Builtin)
	return ok && b.Owner == ObjectClass
}
