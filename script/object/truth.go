package object

// Truth is bool(v).
func Truth(t *Thread, v Value) (bool, error) {
	switch o := v.Ref.(type) {
	case *BigInt:
		return o.N.Sign() != 0, nil
	case boolTag, intTag:
		return v.Bits != 0, nil
	case floatTag:
		return v.F() != 0, nil
	case *Singleton:
		if o == notImplObj && t != nil && t.In.Warn != nil {
			if err := t.In.Warn(t, DeprecationWarningClass, "NotImplemented should not be used in a boolean context"); err != nil {
				return false, err
			}
		}
		return o != noneObj, nil
	}
	cls := ClassOf(v)
	if cls.builtin {
		switch o := v.Ref.(type) {
		case *Str:
			return o.S != "", nil
		case *List:
			return len(o.Items) > 0, nil
		case *Tuple:
			return len(o.Items) > 0, nil
		case *Dict:
			return o.used > 0, nil
		case *Set:
			return o.D.used > 0, nil
		case *Bytes:
			return len(o.B) > 0, nil
		case *Range:
			return o.Len() > 0, nil
		case Sized:
			return o.Size() > 0, nil
		case *LongRange:
			return o.Len().Sign() > 0, nil
		case *DictView:
			return o.D.used > 0, nil
		}
	}
	if r, ok, err := t.CallSpecial(v, "__bool__"); ok {
		if err != nil {
			return false, err
		}
		if !r.IsBool() {
			return false, TypeError("__bool__ should return bool, returned %s", ClassOf(r).Name)
		}
		return r.Bits != 0, nil
	}
	if iv, ok := Integer(v); ok {
		return Truth(t, iv)
	}
	if f, ok := FloatOf(v); ok {
		return f != 0, nil
	}
	if _, ok := cls.Lookup("__len__"); ok {
		n, err := Len(t, v)
		return n != 0, err
	}
	return true, nil
}
