package object

func compareItems(t *Thread, op Cmp, xs, ys *[]Value) (Value, error) {
	if op <= CmpNe && len(*xs) != len(*ys) {
		return Bool(op == CmpNe), nil
	}
	i := 0
	for n := min(len(*xs), len(*ys)); i < n; i++ { // as long as no code can run
		x, y := &(*xs)[i], &(*ys)[i]
		same, known := sameKey(*x, *y)
		if !known {
			return compareRest(t, op, xs, ys, i)
		}
		if !same {
			if op <= CmpNe {
				return Bool(op == CmpNe), nil
			}
			return Compare(t, op, *x, *y)
		}
	}
	return cmpResult(op, order(int64(len(*xs)), int64(len(*ys)))), nil
}

// compareRest compares items from i on; comparing may change the lists.
func compareRest(t *Thread, op Cmp, xs, ys *[]Value, i int) (Value, error) {
	if err := t.Enter(); err != nil {
		return Value{}, err
	}
	defer t.Leave()
	for ; i < len(*xs) && i < len(*ys); i++ {
		x, y := (*xs)[i], (*ys)[i]
		same, err := EqualKeys(t, x, y)
		if err != nil {
			return Value{}, err
		}
		if !same {
			if i >= len(*xs) || i >= len(*ys) {
				break // the comparison made them shorter
			}
			if op <= CmpNe {
				return Bool(op == CmpNe), nil
			}
			return Compare(t, op, x, y)
		}
	}
	return cmpResult(op, order(int64(len(*xs)), int64(len(*ys)))), nil
}

func equalDicts(t *Thread, x, y *Dict) (bool, error) {
	if x.used != y.used {
		return false, nil
	}
	if err := t.Enter(); err != nil {
		return false, err
	}
	defer t.Leave()
	for i := 0; i < len(x.entries); i++ {
		e, v := x.entries[i], x.vals[i]
		if !e.key.Valid() {
			continue
		}
		n, err := y.find(t, e.key, e.hash)
		if err != nil || n < 0 {
			return false, err
		}
		same, err := EqualKeys(t, v, y.vals[n])
		if err != nil || !same {
			return false, err
		}
	}
	return true, nil
}

func compareSets(t *Thread, op Cmp, a, b Value) (Value, error) {
	if isItems(a) || isItems(b) {
		return compareItemViews(t, op, a, b)
	}
	x, okx, err := members(t, a, false)
	if !okx || err != nil {
		return NotImplemented, err
	}
	y, oky, err := members(t, b, false)
	if !oky || err != nil {
		return NotImplemented, err
	}
	subset := func(x, y *Dict) (bool, error) {
		for i := 0; i < len(x.entries); i++ { // comparing may change x
			if e := x.entries[i]; e.key.Valid() {
				n, err := y.find(t, e.key, e.hash)
				if err != nil || n < 0 {
					return false, err
				}
			}
		}
		return true, nil
	}
	var ok bool
	switch op {
	case CmpEq, CmpNe:
		if x.used == y.used {
			ok, err = subset(x, y)
		}
		ok = ok == (op == CmpEq)
	case CmpLe, CmpLt:
		if x.used < y.used || op == CmpLe && x.used == y.used {
			ok, err = subset(x, y)
		}
	default:
		if x.used > y.used || op == CmpGe && x.used == y.used {
			ok, err = subset(y, x)
		}
	}
	return Bool(ok), err
}

func isItems(v Value) bool {
	d, ok := v.Ref.(*DictView)
	return ok && d.Kind == 'i'
}

// compareItemViews compares a view of items, whose values need no hash, with
// another set.
func compareItemViews(t *Thread, op Cmp, a, b Value) (Value, error) {
	for _, v := range []Value{a, b} {
		if _, ok := v.Ref.(*Set); !ok && !isSetView(v) {
			return NotImplemented, nil
		}
	}
	n, _ := NativeLen(a)
	m, _ := NativeLen(b)
	switch {
	case op <= CmpNe && n != m:
		return Bool(op == CmpNe), nil
	case op == CmpLt && n >= m || op == CmpLe && n > m || op == CmpGt && n <= m || op == CmpGe && n < m:
		return False, nil
	case op >= CmpGt:
		a, b = b, a
	}
	inside := true
	err := Each(t, a, func(x Value) error {
		if !inside {
			return nil
		}
		found, _, err := NativeContains(t, b, x)
		inside = found
		return err
	})
	return Bool(inside == (op != CmpNe)), err
}
