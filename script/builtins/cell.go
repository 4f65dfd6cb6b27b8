package builtins

import "asyncio/script/object"

func cellMethods(c *object.Class) {
	me := func(v value) *object.Cell { return v.Ref.(*object.Cell) }
	c.Construct = func(t *thread, _ *object.Class, a []value, kw kws) (value, error) {
		if err := object.NoKw("cell", kw); err != nil {
			return value{}, err
		}
		if len(a) > 1 {
			return value{}, object.TypeError("cell expected at most 1 argument, got %d", len(a))
		}
		o := &object.Cell{}
		if len(a) == 1 {
			o.V = a[0]
		}
		return object.Obj(o), nil
	}
	c.DefGet("cell_contents", func(t *thread, v value) (value, error) {
		if !me(v).V.Valid() {
			return value{}, object.ValueError("cell is empty")
		}
		return me(v).V, nil
	}, func(t *thread, v, x value) error {
		me(v).V = x
		return nil
	})
	c.DelAttr("cell_contents", func(t *thread, v value) error {
		me(v).V = value{}
		return nil
	})
	c.Def("__repr__", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		in := "empty"
		if v := me(a[0]).V; v.Valid() {
			in = object.ClassOf(v).Name + " object at " + t.Address(v)
		}
		return object.String("<cell at " + t.Address(a[0]) + ": " + in + ">"), nil
	})
}
