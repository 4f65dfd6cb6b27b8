package object

// PeekAttr gives an attribute that an object itself has, running no code; no
// value if there is none.
func PeekAttr(v Value, name string) Value {
	switch o := v.Ref.(type) {
	case *Class:
		return o.Dict().GetStr(name)
	case *Module:
		return o.Dict.GetStr(name)
	case *Instance:
		if r, ok := o.named[name]; ok {
			return r
		}
		if r := o.Get(name); r.Valid() {
			return r
		}
		if d, ok := o.cls.Lookup(name); ok {
			if s, ok := d.Ref.(*Slot); ok {
				return o.hidden(s.key)
			}
		}
		return Value{}
	}
	if a := AttrsOf(v); a != nil {
		return a.Get(name)
	}
	return Value{}
}

// PeekItem gives what a list or dict has under a key, as far as that can be
// told running no code.
func PeekItem(t *Thread, v, key Value) Value {
	switch o := v.Ref.(type) {
	case *List:
		i, ok := key.SmallInt()
		if i < 0 {
			i += int64(len(o.Items))
		}
		if ok && i >= 0 && i < int64(len(o.Items)) {
			return o.Items[i]
		}
	case *Dict:
		s, ok := key.Ref.(*Str)
		if ok && s.Exact() {
			return o.GetStr(s.S)
		}
		if runsNothing(key) {
			if r, err := o.Get(t, key); err == nil {
				return r
			}
		}
	}
	return Value{}
}

// runsNothing reports whether a key is hashed and compared running no code.
func runsNothing(key Value) bool {
	if t, ok := key.Ref.(*Tuple); ok && t.cls == nil {
		for _, v := range t.Items {
			if !runsNothing(v) {
				return false
			}
		}
		return true
	}
	return leaf(key)
}
