// Package functoolsmod is the module _functools: what of functools stands
// between a call and its function.
package functoolsmod

import (
	"asyncio/script/host"
	"asyncio/script/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Module makes the module _functools.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_functools")
	m.Dict.SetStr("partial", object.Obj(partialClass))
	m.Dict.SetStr("_lru_cache_wrapper", object.Obj(cacheClass))
	m.Def("reduce", 2, 3, func(t *thread, a []value, kw []object.Kw) (value, error) {
		if err := object.NoKw("reduce", kw); err != nil {
			return value{}, err
		}
		return reduce(t, a)
	})
	m.Dict.GetStr("reduce").Ref.(*object.Builtin).Doc = "Folds an iterable from the left."
	return m, nil
}

func reduce(t *thread, a []value) (value, error) {
	it, err := object.Iter(t, a[1])
	if err != nil {
		if object.IsInstance(err, object.TypeErrorClass) {
			err = object.TypeError("reduce() arg 2 must support iteration")
		}
		return value{}, err
	}
	var out value
	if len(a) > 2 {
		out = a[2]
	}
	err = object.EachOf(t, it, func(v value) error {
		if !out.Valid() {
			out = v
			return nil
		}
		out, err = t.Call(a[0], out, v)
		return err
	})
	if err == nil && !out.Valid() {
		err = object.TypeError("reduce() of empty iterable with no initial value")
	}
	return out, err
}
