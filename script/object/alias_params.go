package object

// parameters gives the type variables among arguments, each once, in order.
func parameters(t *Thread, args []Value) ([]Value, error) {
	var out []Value
	add := func(v Value) {
		for _, have := range out {
			if Is(have, v) {
				return
			}
		}
		out = append(out, v)
	}
	for _, a := range args {
		if _, isClass := a.Ref.(*Class); isClass {
			continue
		}
		if ok, err := hasAttr(t, a, "__typing_subst__"); err != nil {
			return nil, err
		} else if ok {
			add(a)
			continue
		}
		inner, err := innerParameters(t, a)
		if err != nil {
			return nil, err
		}
		for _, p := range inner {
			add(p)
		}
	}
	return out, nil
}

func hasAttr(t *Thread, v Value, name string) (bool, error) {
	_, err := GetAttr(t, v, name)
	if err != nil && !IsInstance(err, AttributeErrorClass) {
		return false, err
	}
	return err == nil, nil
}

func innerParameters(t *Thread, v Value) ([]Value, error) {
	switch v.Ref.(type) {
	case *Class, *Str, *List:
		return nil, nil
	}
	p, err := GetAttr(t, v, "__parameters__")
	if err != nil {
		if IsInstance(err, AttributeErrorClass) {
			err = nil
		}
		return nil, err
	}
	if tup, ok := p.Ref.(*Tuple); ok {
		return tup.Items, nil
	}
	return nil, nil
}

// Substitute is alias[key]: the type variables of an alias replaced in order.
func (g *GenericAlias) Substitute(t *Thread, key Value) (Value, error) {
	params, err := parameters(t, g.Args)
	if err != nil {
		return Value{}, err
	}
	if len(params) == 0 {
		text, err := ReprText(t, Obj(g))
		if err == nil {
			err = TypeError("%s is not a generic class", text)
		}
		return Value{}, err
	}
	given := []Value{key}
	if tup, ok := key.Ref.(*Tuple); ok {
		given = tup.Items
	}
	if len(given) != len(params) {
		word, least := "many", ""
		if len(given) < len(params) {
			word, least = "few", "at least "
		}
		text, err := ReprText(t, Obj(g))
		if err == nil {
			err = TypeError("Too %s arguments for %s; actual %d, expected %s%d", word, text, len(given), least, len(params))
		}
		return Value{}, err
	}
	chosen := func(p Value) Value {
		for i, q := range params {
			if Is(p, q) {
				return given[i]
			}
		}
		return p
	}
	args := make([]Value, len(g.Args))
	for i, a := range g.Args {
		args[i] = chosen(a)
		if !Is(args[i], a) {
			continue
		}
		inner, err := innerParameters(t, a)
		if err != nil {
			return Value{}, err
		}
		if len(inner) > 0 {
			with := make([]Value, len(inner))
			for j, p := range inner {
				with[j] = chosen(p)
			}
			k := with[0]
			if len(with) > 1 {
				k = TupleValue(with...)
			}
			if args[i], err = GetItem(t, a, k); err != nil {
				return Value{}, err
			}
		}
	}
	made := &GenericAlias{Origin: g.Origin, Args: args}
	made.cls = g.cls
	return Obj(made), nil
}
