package object

// State is object.__getstate__: the attributes, with those of __slots__ beside
// them when there are any, or None.
func State(v Value) Value {
	a := AttrsOf(v)
	state := None
	if a != nil && ClassOf(v).hasDict {
		if d := a.Dict(); d.Len() > 0 {
			state = Obj(d)
		}
	}
	slots := NewDict()
	if a != nil {
		for _, c := range ClassOf(v).MRO {
			for _, m := range c.Dict().Values() {
				if s, ok := m.Ref.(*Slot); ok && s.Owner == c {
					if x, err := s.get(v); err == nil {
						slots.SetStr(s.Name, x)
					}
				}
			}
		}
	}
	if slots.Len() > 0 {
		return TupleValue(state, Obj(slots))
	}
	return state
}
