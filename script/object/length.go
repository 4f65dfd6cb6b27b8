package object

// Len is len(v).
func Len(t *Thread, v Value) (int, error) {
	if ClassOf(v).builtin {
		if n, ok := NativeLen(v); ok {
			return n, nil
		}
		if _, ok := v.Ref.(*LongRange); ok {
			return 0, Raise(OverflowErrorClass, "Python int too large to convert to C ssize_t")
		}
	}
	r, ok, err := t.CallSpecial(v, "__len__")
	if !ok {
		return 0, TypeError("object of type '%s' has no len()", ClassOf(v).Name)
	}
	if err != nil {
		return 0, err
	}
	iv, isInt := Integer(r)
	if !isInt {
		return 0, TypeError("'%s' object cannot be interpreted as an integer", ClassOf(r).Name)
	}
	n, fits := iv.SmallInt()
	if !fits {
		return 0, Raise(OverflowErrorClass, "cannot fit 'int' into an index-sized integer")
	}
	if n < 0 {
		return 0, ValueError("__len__() should return >= 0")
	}
	return int(n), nil
}

// Sized is implemented by objects of native modules that have a length.
type Sized interface{ Size() int }

// NativeLen is the length of builtin storage.
func NativeLen(v Value) (int, bool) {
	switch o := v.Ref.(type) {
	case *Str:
		return o.Len(), true
	case *List:
		return len(o.Items), true
	case *Tuple:
		return len(o.Items), true
	case *Dict:
		return int(o.used), true
	case *Set:
		return int(o.D.used), true
	case *Bytes:
		return len(o.B), true
	case *Range:
		return o.Len(), true
	case *LongRange:
		n, fits := o.Len().Int64()
		return int(n), fits
	case *DictView:
		return int(o.D.used), true
	case *MappingProxy:
		return int(o.D.used), true
	case Sized:
		return o.Size(), true
	}
	return 0, false
}
