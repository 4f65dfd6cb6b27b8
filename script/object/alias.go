package object

// GenericAlias is list[int] and the like.
type GenericAlias struct {
	Origin Value
	Args   []Value
}

// Class implements Object.
func (*GenericAlias) Class() *Class { return GenericAliasClass }

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
		return TupleValue(), true, nil
	}
	v, err := GetAttr(t, g.Origin, name)
	return v, err == nil, nil
}

// Union is int | str.
type Union struct{ Args []Value }

// Class implements Object.
func (*Union) Class() *Class { return UnionClass }

// Attr implements Dynamic.
func (u *Union) Attr(_ *Thread, name string) (Value, bool, error) {
	switch name {
	case "__args__":
		return TupleValue(u.Args...), true, nil
	case "__parameters__":
		return TupleValue(), true, nil
	}
	return Value{}, false, nil
}

func unionOf(a, b Value) (Value, error) {
	u := &Union{}
	for _, v := range []Value{a, b} {
		switch o := v.Ref.(type) {
		case *Union:
			u.Args = append(u.Args, o.Args...)
		case *Class, *GenericAlias:
			u.Args = append(u.Args, v)
		default:
			if !v.IsNone() {
				return NotImplemented, nil
			}
			u.Args = append(u.Args, Obj(NoneClass))
		}
	}
	return Obj(u), nil
}
