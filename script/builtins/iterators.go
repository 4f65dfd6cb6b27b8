package builtins

import (
	"asyncio/script/object"
)

var (
	enumerateClass = object.NewNativeClass("builtins", "enumerate")
	zipClass       = object.NewNativeClass("builtins", "zip")
	mapClass       = object.NewNativeClass("builtins", "map")
	filterClass    = object.NewNativeClass("builtins", "filter")
	reversedClass  = object.NewNativeClass("builtins", "reversed")
)

func native(c *object.Class, step func(*thread) (value, error)) (value, error) {
	return object.Obj(&object.NativeIter{Cls: c, Step: step}), nil
}

func iteratorClasses() {
	enumerateClass.Construct = func(t *thread, c *object.Class, a []value, kw kws) (value, error) {
		p, err := object.Args("enumerate", a, kw, 1, "iterable", "start")
		if err != nil {
			return value{}, err
		}
		it, err := object.Iter(t, p[0])
		if err != nil {
			return value{}, err
		}
		i := object.Int(0)
		if p[1].Valid() {
			if i, err = object.ToIndex(t, p[1]); err != nil {
				return value{}, err
			}
		}
		return native(c, func(t *thread) (value, error) {
			v, err := object.Next(t, it)
			if err != nil || !v.Valid() {
				return v, err
			}
			n := i
			i, err = object.NativeBinary(t, object.OpAdd, i, object.Int(1))
			return object.TupleValue(n, v), err
		})
	}
	zipClass.Construct = func(t *thread, c *object.Class, a []value, kw kws) (value, error) {
		p, err := object.Args("zip", nil, kw, 0, "strict")
		if err != nil {
			return value{}, err
		}
		strict := false
		if p[0].Valid() {
			if strict, err = object.Truth(t, p[0]); err != nil {
				return value{}, err
			}
		}
		its := make([]value, len(a))
		for i, x := range a {
			if its[i], err = object.Iter(t, x); err != nil {
				return value{}, err
			}
		}
		return native(c, func(t *thread) (value, error) {
			if len(its) == 0 {
				return value{}, nil
			}
			out := make([]value, len(its))
			for i, it := range its {
				v, err := object.Next(t, it)
				if err != nil {
					return v, err
				}
				if !v.Valid() {
					if strict && i > 0 {
						return v, object.ValueError("zip() argument %d is shorter than argument%s", i+1, upTo(i))
					}
					if strict {
						for j := 1; j < len(its); j++ {
							if w, err := object.Next(t, its[j]); err != nil || w.Valid() {
								if err == nil {
									err = object.ValueError("zip() argument %d is longer than argument%s", j+1, upTo(j))
								}
								return value{}, err
							}
						}
					}
					return v, nil
				}
				out[i] = v
			}
			return object.TupleValue(out...), nil
		})
	}
	mapClass.Construct = func(t *thread, c *object.Class, a []value, _ kws) (value, error) {
		if len(a) < 2 {
			return value{}, object.TypeError("map() must have at least two arguments.")
		}
		fn := a[0]
		its := make([]value, len(a)-1)
		for i, x := range a[1:] {
			var err error
			if its[i], err = object.Iter(t, x); err != nil {
				return value{}, err
			}
		}
		return native(c, func(t *thread) (value, error) {
			args := make([]value, len(its))
			for i, it := range its {
				v, err := object.Next(t, it)
				if err != nil || !v.Valid() {
					return v, err
				}
				args[i] = v
			}
			return t.Call(fn, args...)
		})
	}
	filterClass.Construct = func(t *thread, c *object.Class, a []value, _ kws) (value, error) {
		if len(a) != 2 {
			return value{}, object.TypeError("filter expected 2 arguments, got %d", len(a))
		}
		fn := a[0]
		it, err := object.Iter(t, a[1])
		if err != nil {
			return value{}, err
		}
		return native(c, func(t *thread) (value, error) {
			for {
				v, err := object.Next(t, it)
				if err != nil || !v.Valid() {
					return v, err
				}
				r := v
				if !fn.IsNone() {
					if r, err = t.Call(fn, v); err != nil {
						return value{}, err
					}
				}
				ok, err := object.Truth(t, r)
				if err != nil || ok {
					return v, err
				}
			}
		})
	}
	reversedClass.Construct = func(t *thread, c *object.Class, a []value, _ kws) (value, error) {
		if len(a) != 1 {
			return value{}, object.TypeError("reversed expected 1 argument, got %d", len(a))
		}
		if !object.ClassOf(a[0]).Builtin() {
			if r, ok, err := t.CallSpecial(a[0], "__reversed__"); ok {
				return r, err
			}
		}
		return reversed(t, a[0])
	}
}

func upTo(i int) string {
	if i == 1 {
		return " 1"
	}
	return "s 1-" + object.IntText(object.Int(int64(i)))
}

func reversed(t *thread, v value) (value, error) {
	var items []value
	switch o := v.Ref.(type) {
	case *object.Dict:
		items = o.Keys()
	case *object.DictView, *object.List, *object.Tuple, *object.Range, *object.Str, *object.Bytes:
		var err error
		if items, err = object.Collect(t, v); err != nil {
			return value{}, err
		}
	default:
		if _, ok := object.ClassOf(v).Lookup("__getitem__"); !ok || v.Ref == nil {
			return value{}, object.TypeError("'%s' object is not reversible", object.ClassOf(v).Name)
		}
		n, err := object.Len(t, v)
		if err != nil {
			return value{}, err
		}
		return native(reversedClass, func(t *thread) (value, error) {
			if n--; n < 0 {
				return value{}, nil
			}
			return object.GetItem(t, v, object.Int(int64(n)))
		})
	}
	n := len(items)
	return native(reversedClass, func(*thread) (value, error) {
		if n--; n < 0 {
			return value{}, nil
		}
		return items[n], nil
	})
}
