package object

import (
	"bytes"
	"strings"
)

// Contains is item in v.
func Contains(t *Thread, v, item Value) (bool, error) {
	switch o := v.Ref.(type) {
	case *Dict:
		if o.cls == nil || o.cls.inherits("__contains__", DictClass) {
			x, err := o.Get(t, item)
			return x.Valid(), err
		}
	case *Set:
		if o.cls == nil {
			return o.Has(t, SetKey(item))
		}
	}
	if ClassOf(v).builtin {
		if r, ok, err := NativeContains(t, v, item); ok {
			return r, err
		}
	}
	if m, found := ClassOf(v).Lookup("__contains__"); found {
		if m.IsNone() {
			return false, TypeError("'%s' object is not a container", ClassOf(v).Name)
		}
		r, _, err := t.CallSpecial(v, "__contains__", item)
		if err != nil {
			return false, err
		}
		return Truth(t, r)
	}
	it, err := Iter(t, v)
	if err != nil {
		if IsInstance(err, TypeErrorClass) && !IsIterator(v) {
			if _, ok := ClassOf(v).Lookup("__iter__"); !ok {
				return false, TypeError("argument of type '%s' is not iterable", ClassOf(v).Name)
			}
		}
		return false, err
	}
	for n := 1; ; n++ {
		x, err := Next(t, it)
		if err == nil && n%1024 == 0 && t.Tick != nil {
			err = t.Tick()
		}
		if err != nil || !x.Valid() {
			return false, err
		}
		same, err := EqualKeys(t, x, item)
		if err != nil || same {
			return same, err
		}
	}
}

// NativeContains is in for builtin storage.
func NativeContains(t *Thread, v, item Value) (found, ok bool, err error) {
	among := func(items func() []Value) (bool, bool, error) {
		for i := 0; i < len(items()); i++ {
			same, err := EqualKeys(t, items()[i], item)
			if err != nil || same {
				return same, true, err
			}
		}
		return false, true, nil
	}
	switch o := v.Ref.(type) {
	case *Dict:
		x, err := o.Get(t, item)
		return x.Valid(), true, err
	case *Set:
		found, err = o.Has(t, SetKey(item))
		return found, true, err
	case *MappingProxy:
		x, err := o.D.Get(t, item)
		return x.Valid(), true, err
	case *DictView:
		switch o.Kind {
		case 'k':
			x, err := o.D.Get(t, item)
			return x.Valid(), true, err
		case 'i':
			p, isTuple := item.Ref.(*Tuple)
			if !isTuple || len(p.Items) != 2 {
				return false, true, nil
			}
			x, err := o.D.Get(t, p.Items[0])
			if err != nil || !x.Valid() {
				return false, true, err
			}
			found, err = EqualKeys(t, x, p.Items[1])
			return found, true, err
		}
		return among(func() []Value { return o.D.Values() })
	case *List:
		return among(func() []Value { return o.Items })
	case *Tuple:
		return among(func() []Value { return o.Items })
	case *Str:
		s, isStr := StrOf(item)
		if !isStr {
			return false, true, TypeError("'in <string>' requires string as left operand, not %s", ClassOf(item).Name)
		}
		return strings.Contains(o.S, s), true, nil
	case *Bytes:
		b, isBytes := BufferOf(item)
		if !isBytes {
			if mustIndex(item) != nil {
				return false, true, TypeError("a bytes-like object is required, not '%s'", ClassOf(item).Name)
			}
			n, err := ByteOf(t, item)
			if err != nil {
				return false, true, err
			}
			b = []byte{n}
		}
		return bytes.Contains(o.B, b), true, nil
	case *Range, *LongRange:
		if n, isInt := NumberOf(item); isInt && ClassOf(item).builtin {
			_, in := RangeOf(v).indexOf(n)
			return in, true, nil
		}
		it := rangeIter(v)
		for {
			x, err := Next(t, it)
			if err != nil || !x.Valid() {
				return false, true, err
			}
			if same, err := EqualKeys(t, x, item); err != nil || same {
				return same, true, err
			}
		}
	}
	return false, false, nil
}
