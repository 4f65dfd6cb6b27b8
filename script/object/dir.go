package object

// Dir is dir(v), before sorting.
func Dir(t *Thread, v Value) ([]Value, error) {
	r, ok, err := t.CallSpecial(v, "__dir__")
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, TypeError("object does not provide __dir__")
	}
	return Collect(t, r)
}

// DefaultDir gives the names that an object has by itself and by its class.
func DefaultDir(t *Thread, v Value) ([]Value, error) {
	seen := map[string]bool{}
	var names []Value
	add := func(d *Dict) {
		for _, k := range d.Keys() {
			if s, ok := StrOf(k); ok && !seen[s] {
				seen[s] = true
				names = append(names, k)
			}
		}
	}
	cls := ClassOf(v)
	switch o := v.Ref.(type) {
	case *Module:
		if fn := o.Dict.GetStr("__dir__"); fn.Valid() {
			r, err := t.Call(fn)
			if err != nil {
				return nil, err
			}
			return Collect(t, r)
		}
		add(o.Dict)
		return names, nil
	case *Class:
		cls = o
	default:
		if d, err := GetAttr(t, v, "__dict__"); err == nil {
			if dd, ok := d.Ref.(*Dict); ok {
				add(dd)
			}
		}
	}
	for _, k := range cls.MRO {
		add(k.Dict())
	}
	return names, nil
}
