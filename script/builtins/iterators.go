package builtins

import "asyncio/script/object"

// fillIterators gives the iterators' classes what they have in common.
func fillIterators() {
	for _, c := range []*object.Class{
		object.ListIterClass, object.ListReverseClass, object.TupleIterClass, object.StrIterClass, object.WideStrIterClass,
		object.BytesIterClass, object.BytearrayIterClass, object.RangeIterClass, object.LongRangeIterClass,
		object.DictIterClass, object.ValueIterClass, object.ItemIterClass, object.DictReverseClass, object.ValueReverseClass, object.ItemReverseClass,
		object.SetIterClass, object.SeqIterClass, object.CallIterClass, object.MemoryIterClass,
		object.GeneratorClass, enumerateClass, zipClass, mapClass, filterClass, reversedClass,
	} {
		c.Later(func(c *object.Class) {
			c.IteratorMethods()
		})
	}
	for _, c := range []*object.Class{
		object.ListIterClass, object.ListReverseClass, object.TupleIterClass, object.StrIterClass, object.WideStrIterClass,
		object.BytesIterClass, object.BytearrayIterClass, object.RangeIterClass, object.LongRangeIterClass,
		object.DictIterClass, object.ValueIterClass, object.ItemIterClass, object.DictReverseClass, object.ValueReverseClass, object.ItemReverseClass,
		object.SetIterClass, object.SeqIterClass, reversedClass,
	} {
		c.Later(func(c *object.Class) {
			c.Method("__length_hint__()", func(t *thread, a []value, _ kws) (value, error) {
				n := 0
				if h, ok := a[0].Ref.(object.Hinter); ok {
					n = h.Hint()
				}
				return object.Int(int64(n)), nil
			})
			c.Method("__reduce__()", func(t *thread, a []value, _ kws) (value, error) { return reduceIter(t, a[0]) })
		})
	}
}

// reduceIter is how copy and pickle take an iterator apart: iter of a list of
// the items that are left.
func reduceIter(t *thread, it value) (value, error) {
	c, ok := it.Ref.(object.Copier)
	if !ok {
		return value{}, object.TypeError("cannot pickle '%s' object", typeName(it))
	}
	items, err := object.CollectIter(t, object.Obj(c.CopyIter()))
	if err != nil {
		return value{}, err
	}
	return object.TupleValue(t.In.Builtins.GetStr("iter"), object.TupleValue(object.Obj(object.NewList(items)))), nil
}
