package builtins

import "asyncio/script/object"

func tuple(v value) *object.Tuple { return v.Ref.(*object.Tuple) }

func fillTuple(c *object.Class) {
	wrap(c, object.OpAdd, object.OpMul)
	c.Constructor("iterable=(), /", func(t *thread, cls *object.Class, a []value) (value, error) {
		o := &object.Tuple{}
		if len(a) == 1 {
			if src, ok := a[0].Ref.(*object.Tuple); ok && src.Exact() {
				if cls == object.TupleClass {
					return a[0], nil
				}
				o.Items = src.Items
			} else {
				var err error
				if o.Items, err = object.Collect(t, a[0]); err != nil {
					return value{}, err
				}
			}
		}
		if cls == object.TupleClass {
			return object.TupleValue(o.Items...), nil
		}
		o.SetClass(cls)
		return object.Obj(o), nil
	})
	c.Method("index(value, start=0, stop=sys.maxsize, /)", func(t *thread, a []value, _ kws) (value, error) {
		i, err := indexOf(t, func() []value { return tuple(a[0]).Items }, a)
		if err == nil && i < 0 {
			err = object.ValueError("tuple.index(x): x not in tuple")
		}
		return object.Int(int64(i)), err
	})
	c.Method("count(value, /)", func(t *thread, a []value, _ kws) (value, error) {
		return countOf(t, func() []value { return tuple(a[0]).Items }, a[1])
	})
	c.Method("__getnewargs__()", func(t *thread, a []value, _ kws) (value, error) {
		return object.TupleValue(object.TupleValue(tuple(a[0]).Items...)), nil
	})
	c.ClassFunction("__class_getitem__(object, /)", classGetItem)
}
