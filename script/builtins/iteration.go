package builtins

import (
	"asyncio/script/object"
	"asyncio/script/vm"
)

func installIteration(m *object.Module) {
	one(m, "len", func(t *thread, v value) (value, error) { n, err := object.Len(t, v); return object.Int(int64(n)), err })
	m.Function("iter(object, sentinel=, /)", func(t *thread, a []value, _ kws) (value, error) {
		if len(a) == 1 {
			return object.Iter(t, a[0])
		}
		if !object.Callable(a[0]) {
			return value{}, object.TypeError("iter(v, w): v must be callable")
		}
		return object.Obj(&object.CallIter{Fn: a[0], End: a[1]}), nil
	})
	m.Function("next(iterator, default=, /)", func(t *thread, a []value, _ kws) (value, error) {
		if !object.IsIterator(a[0]) {
			return value{}, object.TypeError("'%s' object is not an iterator", typeName(a[0]))
		}
		if len(a) == 1 && !object.ClassOf(a[0]).Builtin() {
			r, _, err := t.CallSpecial(a[0], "__next__")
			return r, err
		}
		v, err := object.NextOrStop(t, a[0])
		if len(a) > 1 && object.IsInstance(err, object.StopIterationClass) {
			return a[1], nil
		}
		if err == nil && !v.Valid() {
			if len(a) > 1 {
				return a[1], nil
			}
			err = object.StopIteration(value{})
		}
		return v, err
	})
	one(m, "aiter", func(t *thread, v value) (value, error) {
		r, ok, err := t.CallSpecial(v, "__aiter__")
		if !ok {
			return r, object.TypeError("'%s' object is not an async iterable", typeName(v))
		}
		if err == nil {
			if _, ok := object.ClassOf(r).Lookup("__anext__"); !ok {
				return r, object.TypeError("aiter() returned not an async iterator of type '%s'", typeName(r))
			}
		}
		return r, err
	})
	m.Def("anext", 1, 2, func(t *thread, a []value, _ kws) (value, error) {
		r, ok, err := t.CallSpecial(a[0], "__anext__")
		if !ok {
			return r, object.TypeError("'%s' object is not an async iterator", object.ClassOf(a[0]).Name)
		}
		if err == nil && len(a) > 1 {
			return vm.AnextDefault(r, a[1]), nil
		}
		return r, err
	})
	order := object.ParseSignature("*, key=None, reverse=False")
	m.Def("sorted", 0, -1, func(t *thread, a []value, kw kws) (value, error) {
		if len(a) != 1 {
			return value{}, object.TypeError("sorted expected 1 argument, got %d", len(a))
		}
		how, err := order.Bind("sort", "sort", nil, kw)
		if err != nil {
			return value{}, err
		}
		items, err := object.Collect(t, a[0])
		if err == nil {
			err = sortValues(t, items, how[0], how[1])
		}
		l := object.NewList(items)
		madeFrom(t, l, a[0])
		return object.Obj(l), err
	})
}
