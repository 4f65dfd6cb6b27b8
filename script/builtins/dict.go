package builtins

import (
	"asyncio/script/object"
)

func dict(v value) *object.Dict { return v.Ref.(*object.Dict) }

func dictMethods() {
	c := object.DictClass
	wrap(c, object.OpOr)
	c.Construct = func(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
		d := object.NewDict()
		if cls != object.DictClass {
			d.SetClass(cls)
			return object.Obj(d), nil
		}
		return object.Obj(d), fillDict(t, d, a, kw, "dict")
	}
	c.Def("__init__", 1, -1, func(t *thread, a []value, kw kws) (value, error) {
		return none(fillDict(t, dict(a[0]), a[1:], kw, "dict"))
	})
	c.Def("get", 2, 3, func(t *thread, a []value, _ kws) (value, error) {
		v, err := dict(a[0]).Get(t, a[1])
		if err == nil && !v.Valid() {
			if len(a) > 2 {
				return a[2], nil
			}
			return object.None, nil
		}
		return v, err
	})
	c.Def("setdefault", 2, 3, func(t *thread, a []value, _ kws) (value, error) {
		v, err := dict(a[0]).Get(t, a[1])
		if err != nil || v.Valid() {
			return v, err
		}
		v = object.None
		if len(a) > 2 {
			v = a[2]
		}
		return v, dict(a[0]).Set(t, a[1], v)
	})
	c.Def("pop", 2, 3, func(t *thread, a []value, _ kws) (value, error) {
		v, err := dict(a[0]).Pop(t, a[1])
		if err == nil && !v.Valid() {
			if len(a) > 2 {
				return a[2], nil
			}
			return value{}, object.KeyError(a[1])
		}
		return v, err
	})
	c.Def("popitem", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		k, v, ok := dict(a[0]).Last()
		if !ok {
			return value{}, object.KeyError(object.String("popitem(): dictionary is empty"))
		}
		_, err := dict(a[0]).Pop(t, k)
		return object.TupleValue(k, v), err
	})
	c.Def("update", 1, -1, func(t *thread, a []value, kw kws) (value, error) {
		return none(fillDict(t, dict(a[0]), a[1:], kw, "update"))
	})
	c.Def("clear", 1, 1, func(t *thread, a []value, _ kws) (value, error) { dict(a[0]).Clear(); return object.None, nil })
	c.Def("copy", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return object.Obj(dict(a[0]).Copy()), nil })
	c.Def("__reversed__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return reversed(t, a[0]) })
	for n, k := range map[string]byte{"keys": 'k', "values": 'v', "items": 'i'} {
		c.Def(n, 1, 1, func(t *thread, a []value, _ kws) (value, error) {
			return object.Obj(&object.DictView{D: dict(a[0]), Kind: k}), nil
		})
		object.MappingProxyClass.Def(n, 1, 1, func(t *thread, a []value, _ kws) (value, error) {
			return object.Obj(&object.DictView{D: a[0].Ref.(*object.MappingProxy).D, Kind: k}), nil
		})
	}
	object.MappingProxyClass.Def("get", 2, 3, func(t *thread, a []value, _ kws) (value, error) {
		v, err := a[0].Ref.(*object.MappingProxy).D.Get(t, a[1])
		if err == nil && !v.Valid() {
			v = object.None
			if len(a) > 2 {
				v = a[2]
			}
		}
		return v, err
	})
	c.DefClass("fromkeys", 2, 3, func(t *thread, a []value, _ kws) (value, error) {
		d, err := t.Call(a[0])
		if err != nil {
			return d, err
		}
		v := object.None
		if len(a) > 2 {
			v = a[2]
		}
		return d, object.Each(t, a[1], func(k value) error { return object.SetItem(t, d, k, v) })
	})
}

func fillDict(t *thread, d *object.Dict, a []value, kw kws, name string) error {
	if len(a) > 1 {
		return object.TypeError("%s expected at most 1 argument, got %d", name, len(a))
	}
	if len(a) == 1 {
		if src, ok := a[0].Ref.(*object.Dict); ok {
			if err := d.Update(t, src); err != nil {
				return err
			}
		} else if keys, err := object.GetAttr(t, a[0], "keys"); err == nil {
			ks, err := t.Call(keys)
			if err != nil {
				return err
			}
			if err := object.Each(t, ks, func(k value) error {
				v, err := object.GetItem(t, a[0], k)
				if err != nil {
					return err
				}
				return d.Set(t, k, v)
			}); err != nil {
				return err
			}
		} else {
			i := 0
			if err := object.Each(t, a[0], func(p value) error {
				kv, err := object.Collect(t, p)
				if err != nil {
					return object.TypeError("cannot convert dictionary update sequence element #%d to a sequence", i)
				}
				if len(kv) != 2 {
					return object.ValueError("dictionary update sequence element #%d has length %d; 2 is required", i, len(kv))
				}
				i++
				return d.Set(t, kv[0], kv[1])
			}); err != nil {
				return err
			}
		}
	}
	for _, k := range kw {
		d.SetStr(k.Name, k.Val)
	}
	return nil
}
