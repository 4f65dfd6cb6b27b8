package object

// GenericAlias is list[int] and the like.
type GenericAlias struct {
	Head
	Origin Value
	Args   []Value
}

// Class implements Object.
func (g *GenericAlias) Class() *Class {
	if g.cls != nil {
		return g.cls
	}
	return GenericAliasClass
}

// CallObject implements Caller: list[int]() makes a list.
func (g *GenericAlias) CallObject(t *Thread, args []Value, kw []Kw) (Value, error) {
	return t.CallKw(g.Origin, args, kw)
}

// Attr implements Dynamic.
func (g *GenericAlias) Attr(t *Thread, name string) (Value, bool, error) {
	switch name {
	case "__origin__":
		return g.Origin, true, nil
	case "__args__":
		return TupleValue(g.Args...), true, nil
	case "__parameters__":
		params, err := parameters(t, g.Args)
		return TupleValue(params...), true, err
	case "__unpacked__":
		return False, true, nil
	case "__bases__": // it is no class, whatever its origin is
		return Value{}, false, nil
	}
	v, err := GetAttr(t, g.Origin, name)
	return v, err == nil, nil
}

// Union is int | str.
type Union struct{ Args []Value }

// Class implements Object.
func (*Union) Class() *Class { return UnionClass }

// Attr implements Dynamic.
func (u *Union) Attr(t *Thread, name string) (Value, bool, error) {
	switch name {
	case "__args__":
		return TupleValue(u.Args...), true, nil
	case "__parameters__":
		params, err := parameters(t, u.Args)
		return TupleValue(params...), true, err
	}
	return Value{}, false, nil
}

// UnionOf is a | b of two types; NotImplemented where one is none.
func UnionOf(t *Thread, a, b Value) (Value, error) {
	var all []Value
	for _, v := range []Value{a, b} {
		switch o := v.Ref.(type) {
		case *Union:
			all = append(all, o.Args...)
		case *Class, *GenericAlias:
			all = append(all, v)
		default:
			if !v.IsNone() {
				return NotImplemented, nil
			}
			all = append(all, Obj(NoneClass))
		}
	}
	u := &Union{}
next:
	for _, v := range all {
		for _, known := range u.Args {
			if Is(v, known) {
				continue next
			}
			if _, alias := v.Ref.(*GenericAlias); alias {
				same, err := Equal(t, v, known)
				if err != nil {
					return Value{}, err
				}
				if same {
					continue next
				}
			}
		}
		u.Args = append(u.Args, v)
	}
	if len(u.Args) == 1 {
		return u.Args[0], nil
	}
	return Obj(u), nil
}
