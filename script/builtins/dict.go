package builtins

import "asyncio/script/object"

func dict(v value) *object.Dict { return v.Ref.(*object.Dict) }

func fillDict(c *object.Class) {
	mutableType(c, "iterable=, /, **kwargs", func() (value, *object.Head) {
		d := object.NewDict()
		return object.Obj(d), &d.Head
	}, func(t *thread, self value, a []value, kw kws) error {
		return updateDict(t, dict(self), opt(a, 0), kw)
	})
	wrap(c, object.OpOr)
	c.Method("__ior__(value, /)", func(t *thread, a []value, _ kws) (value, error) {
		return a[0], updateDict(t, dict(a[0]), a[1], nil)
	})
	c.Method("get(key, default=None, /)", func(t *thread, a []value, _ kws) (value, error) {
		v, err := dict(a[0]).Get(t, a[1])
		if err == nil && !v.Valid() {
			if len(a) > 2 {
				return a[2], nil
			}
			return object.None, nil
		}
		return v, err
	})
	c.Method("setdefault(key, default=None, /)", func(t *thread, a []value, _ kws) (value, error) {
		v := object.None
		if len(a) > 2 {
			v = a[2]
		}
		return dict(a[0]).SetDefault(t, a[1], v)
	})
	c.Method("pop(key, default=, /)", func(t *thread, a []value, _ kws) (value, error) {
		var v value
		var err error
		if d := dict(a[0]); d.Len() > 0 { // nobody asks an empty one for a hash
			v, err = d.Pop(t, a[1])
		}
		if err == nil && !v.Valid() {
			if len(a) > 2 {
				return a[2], nil
			}
			return value{}, object.KeyError(a[1])
		}
		return v, err
	})
	c.Method("popitem()", func(t *thread, a []value, _ kws) (value, error) {
		k, v, ok := dict(a[0]).PopLast()
		if !ok {
			return value{}, object.KeyError(object.String("popitem(): dictionary is empty"))
		}
		return object.TupleValue(k, v), nil
	})
	c.Method("update(iterable=, /, **kwargs)", func(t *thread, a []value, kw kws) (value, error) {
		return none(updateDict(t, dict(a[0]), opt(a, 1), kw))
	})
	c.Method("clear()", func(t *thread, a []value, _ kws) (value, error) {
		dict(a[0]).Clear()
		return object.None, nil
	})
	c.Method("copy()", func(t *thread, a []value, _ kws) (value, error) { return object.Obj(dict(a[0]).Copy()), nil })
	c.Method("__reversed__()", func(t *thread, a []value, _ kws) (value, error) {
		return object.Obj(object.NewDictReverse(dict(a[0]), 'k')), nil
	})
	for _, v := range []struct {
		name string
		kind byte
	}{{"keys", 'k'}, {"values", 'v'}, {"items", 'i'}} {
		c.Method(v.name+"()", func(t *thread, a []value, _ kws) (value, error) {
			return object.Obj(&object.DictView{D: dict(a[0]), Kind: v.kind}), nil
		})
	}
	c.ClassFunction("fromkeys(iterable, value=None, /)", func(t *thread, a []value, _ kws) (value, error) {
		v := object.None
		if len(a) > 2 {
			v = a[2]
		}
		d, err := t.Call(a[0])
		if err != nil {
			return d, err
		}
		if o, ok := d.Ref.(*object.Dict); ok && o.Exact() {
			return d, object.Each(t, a[1], func(k value) error { return o.Set(t, k, v) })
		}
		return d, object.Each(t, a[1], func(k value) error { return object.SetItem(t, d, k, v) })
	})
	c.Method("__sizeof__()", sizeMethod)
	c.ClassFunction("__class_getitem__(object, /)", classGetItem)
}

// updateDict is dict.update: src is a mapping, an iterable of pairs, or no
// value.
func updateDict(t *thread, d *object.Dict, src value, kw kws) error {
	if src.Valid() {
		if err := updateFrom(t, d, src); err != nil {
			return err
		}
	}
	for _, k := range kw {
		d.SetStr(k.Name, k.Val)
	}
	return nil
}

func updateFrom(t *thread, d *object.Dict, src value) error {
	if o, ok := src.Ref.(*object.Dict); ok && o.PlainIter() {
		return d.Update(t, o)
	}
	keys, err := object.GetAttr(t, src, "keys")
	if err != nil {
		if !object.IsInstance(err, object.AttributeErrorClass) {
			return err
		}
		return updatePairs(t, d, src)
	}
	ks, err := t.Call(keys)
	if err != nil {
		return err
	}
	return object.Each(t, ks, func(k value) error {
		v, err := object.GetItem(t, src, k)
		if err != nil {
			return err
		}
		return d.Set(t, k, v)
	})
}

func updatePairs(t *thread, d *object.Dict, src value) error {
	i := 0
	return object.Each(t, src, func(p value) error {
		kv, err := sequence(t, p, "")
		if err != nil {
			if e, ok := err.(*object.Exception); ok && len(e.Args) == 1 {
				if s, _ := object.StrOf(e.Args[0]); s == "" && e.Class() == object.TypeErrorClass {
					return object.TypeError("cannot convert dictionary update sequence element #%d to a sequence", i)
				}
			}
			return err
		}
		if len(kv) != 2 {
			return object.ValueError("dictionary update sequence element #%d has length %d; 2 is required", i, len(kv))
		}
		i++
		return d.Set(t, kv[0], kv[1])
	})
}
