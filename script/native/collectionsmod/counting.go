package collectionsmod

import "asyncio/script/object"

// countElements adds one to the count of each item. A dict whose class leaves
// get and __setitem__ as they are is changed directly.
func countElements(t *thread, mapping, iterable value) error {
	d, ok := mapping.Ref.(*object.Dict)
	if !ok || !leaves(object.ClassOf(mapping), "get", "__setitem__") {
		get, err := object.GetAttr(t, mapping, "get")
		if err != nil {
			return err
		}
		return object.Each(t, iterable, func(v value) error {
			n, err := t.Call(get, v, object.Int(0))
			if err == nil {
				n, err = object.Binary(t, object.OpAdd, n, object.Int(1))
			}
			if err != nil {
				return err
			}
			return object.SetItem(t, mapping, v, n)
		})
	}
	return object.Each(t, iterable, func(v value) error {
		n, err := d.Get(t, v)
		if err != nil {
			return err
		}
		if !n.Valid() {
			n = object.Int(0)
		}
		if n, err = object.Binary(t, object.OpAdd, n, object.Int(1)); err != nil {
			return err
		}
		return d.Set(t, v, n)
	})
}
