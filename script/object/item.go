package object

// GetItem is v[key].
func GetItem(t *Thread, v, key Value) (Value, error) {
	switch o := v.Ref.(type) { // the frequent ones first
	case *Dict:
		if o.cls == nil {
			r, err := o.Get(t, key)
			if err == nil && !r.Valid() {
				err = KeyError(key)
			}
			return r, err
		}
		if plainKey(key) && o.cls.inherits("__getitem__", DictClass) {
			if r, err := o.Get(t, key); err != nil || r.Valid() {
				return r, err
			}
		}
	case *Str:
		if i, ok := key.SmallInt(); ok && o.Exact() && o.ASCII() {
			if i < 0 {
				i += int64(len(o.S))
			}
			if uint64(i) < uint64(len(o.S)) {
				return Value{Ref: asciiStrs[o.S[i]]}, nil
			}
		}
	case *Tuple:
		if i, ok := key.SmallInt(); ok && o.cls == nil {
			if i < 0 {
				i += int64(len(o.Items))
			}
			if uint64(i) < uint64(len(o.Items)) {
				return o.Items[i], nil
			}
		}
	}
	cls := ClassOf(v)
	if cls.builtin {
		if r, ok, err := NativeGetItem(t, v, key); ok {
			return r, err
		}
	}
	if r, ok, err := t.CallSpecial(v, "__getitem__", key); ok {
		return r, err
	}
	if c, ok := v.Ref.(*Class); ok {
		if m, found := c.Lookup("__class_getitem__"); found {
			b, err := bind(t, m, Value{}, c)
			if err != nil {
				return Value{}, err
			}
			return t.Call(b, key)
		}
		switch c {
		case ListClass, DictClass, TupleClass, SetClass, FrozensetClass, TypeClass:
			return MakeAlias(v, key), nil
		}
		return Value{}, TypeError("type '%s' is not subscriptable", c.Name)
	}
	return Value{}, TypeError("'%s' object is not subscriptable", cls.Name)
}

// MakeAlias makes origin[key].
func MakeAlias(origin, key Value) Value {
	args := []Value{key}
	if tup, ok := key.Ref.(*Tuple); ok {
		args = tup.Items
	}
	return Obj(&GenericAlias{Origin: origin, Args: args})
}

// NativeGetItem is subscription of builtin storage.
func NativeGetItem(t *Thread, v, key Value) (Value, bool, error) {
	switch o := v.Ref.(type) {
	case *List:
		if s, ok := key.Ref.(*Slice); ok {
			items, err := sliceValues(t, o.Items, s)
			return Obj(NewList(items)), true, err
		}
		i, err := checkIndex(t, key, len(o.Items), "list")
		if err != nil {
			return Value{}, true, err
		}
		return o.Items[i], true, nil
	case *Tuple:
		if s, ok := key.Ref.(*Slice); ok {
			items, err := sliceValues(t, o.Items, s)
			return TupleValue(items...), true, err
		}
		i, err := checkIndex(t, key, len(o.Items), "tuple")
		if err != nil {
			return Value{}, true, err
		}
		return o.Items[i], true, nil
	case *Dict:
		r, err := o.Get(t, key)
		if err == nil && !r.Valid() {
			if o.cls != nil {
				if m, ok, err := t.CallSpecial(v, "__missing__", key); ok {
					return m, true, err
				}
			}
			err = KeyError(key)
		}
		return r, true, err
	case *MappingProxy:
		r, err := o.D.Get(t, key)
		if err == nil && !r.Valid() {
			err = KeyError(key)
		}
		return r, true, err
	case *Str:
		if s, ok := key.Ref.(*Slice); ok {
			start, _, step, n, err := s.Indices(t, o.Len())
			if err != nil {
				return Value{}, true, err
			}
			if step == 1 {
				return String(o.Slice(start, start+n)), true, nil
			}
			if o.ASCII() {
				b := make([]byte, n)
				for i := range b {
					b[i] = o.S[start+i*step]
				}
				return String(string(b)), true, nil
			}
			rs := Runes(o.S)
			out := make([]rune, n)
			for i := range out {
				out[i] = rs[start+i*step]
			}
			return String(FromRunes(out)), true, nil
		}
		i, err := checkIndex(t, key, o.Len(), "string")
		if err != nil {
			if e := err.(*Exception); e.cls == TypeErrorClass {
				err = TypeError("string indices must be integers, not '%s'", ClassOf(key).Name)
			}
			return Value{}, true, err
		}
		return o.At(i), true, nil
	case *Bytes:
		if s, ok := key.Ref.(*Slice); ok {
			start, _, step, n, err := s.Indices(t, len(o.B))
			if err != nil {
				return Value{}, true, err
			}
			out := make([]byte, n)
			for i := range out {
				out[i] = o.B[start+i*step]
			}
			return Obj(&Bytes{B: out, Mutable: o.Mutable}), true, nil
		}
		what := "byte"
		if o.Mutable {
			what = "bytearray"
		}
		i, err := checkIndex(t, key, len(o.B), what)
		if err != nil {
			if !o.Mutable && IsInstance(err, IndexErrorClass) {
				err = IndexError("index out of range")
			}
			return Value{}, true, err
		}
		return Int(int64(o.B[i])), true, nil
	case *Range, *LongRange:
		r, err := rangeItem(t, v, key)
		return r, true, err
	}
	return Value{}, false, nil
}

// SetItem is v[key] = x.
func SetItem(t *Thread, v, key, x Value) error {
	switch o := v.Ref.(type) {
	case *Dict:
		if o.cls == nil || o.cls.inherits("__setitem__", DictClass) {
			return o.Set(t, key, x)
		}
	case *List:
		if i, ok := key.SmallInt(); ok && o.cls == nil {
			if i < 0 {
				i += int64(len(o.Items))
			}
			if uint64(i) < uint64(len(o.Items)) {
				o.Items[i] = x
				return nil
			}
		}
	}
	if ClassOf(v).builtin {
		if ok, err := NativeSetItem(t, v, key, x); ok {
			return err
		}
	}
	if _, ok, err := t.CallSpecial(v, "__setitem__", key, x); ok {
		return err
	}
	return TypeError("'%s' object does not support item assignment", ClassOf(v).Name)
}

// NativeSetItem is item assignment to builtin storage.
func NativeSetItem(t *Thread, v, key, x Value) (bool, error) {
	switch o := v.Ref.(type) {
	case *List:
		if s, ok := key.Ref.(*Slice); ok {
			it, err := Iter(t, x)
			if err != nil {
				if IsInstance(err, TypeErrorClass) {
					err = TypeError("must assign iterable to extended slice")
				}
				return true, err
			}
			vals, err := CollectIter(t, it)
			if err != nil {
				return true, err
			}
			return true, o.setSlice(t, s, vals)
		}
		i, err := checkIndex(t, key, len(o.Items), "list assignment")
		if err != nil {
			if IsInstance(err, TypeErrorClass) {
				_, err = checkIndex(t, key, len(o.Items), "list")
			}
			return true, err
		}
		o.Items[i] = x
		return true, nil
	case *Dict:
		return true, o.Set(t, key, x)
	case *Bytes:
		if !o.Mutable {
			return false, nil
		}
		return true, o.setItem(t, key, x)
	}
	return false, nil
}

// DelItem is del v[key].
func DelItem(t *Thread, v, key Value) error {
	if ClassOf(v).builtin {
		if ok, err := NativeDelItem(t, v, key); ok {
			return err
		}
	}
	if _, ok, err := t.CallSpecial(v, "__delitem__", key); ok {
		return err
	}
	cls := ClassOf(v)
	_, sequence := cls.Lookup("__contains__")
	_, isIndex := ClassOf(key).Lookup("__index__")
	if isIndex && (sequence || !cls.builtin) {
		return TypeError("'%s' object doesn't support item deletion", cls.Name)
	}
	return TypeError("'%s' object does not support item deletion", cls.Name)
}

// NativeDelItem is item deletion from builtin storage.
func NativeDelItem(t *Thread, v, key Value) (bool, error) {
	switch o := v.Ref.(type) {
	case *List:
		if s, ok := key.Ref.(*Slice); ok {
			return true, o.delSlice(t, s)
		}
		i, err := checkIndex(t, key, len(o.Items), "list assignment")
		if err != nil {
			if IsInstance(err, TypeErrorClass) {
				_, err = checkIndex(t, key, len(o.Items), "list")
			}
			return true, err
		}
		o.Items = append(o.Items[:i], o.Items[i+1:]...)
		return true, nil
	case *Dict:
		r, err := o.Pop(t, key)
		if err == nil && !r.Valid() {
			err = KeyError(key)
		}
		return true, err
	case *Bytes:
		if o.Mutable {
			return true, o.delItem(t, key)
		}
	}
	return false, nil
}
