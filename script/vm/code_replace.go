package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// replaceCode is code.replace: a copy with another name, place, or mark of a
// generator that can be awaited. What instructions depend on cannot change.
func replaceCode(_ *object.Thread, a []object.Value, kw []object.Kw) (object.Value, error) {
	p, err := object.Args("replace", nil, kw, 0, "co_flags", "co_name", "co_qualname", "co_filename", "co_firstlineno")
	if err != nil {
		return object.Value{}, err
	}
	k := *a[0].Ref.(*CodeObject).Code
	for i, to := range []*string{&k.Name, &k.Qualname, &k.File} {
		if v := p[i+1]; v.Valid() {
			s, ok := object.StrOf(v)
			if !ok {
				return object.Value{}, object.TypeError("replace() argument must be str, not %s", object.ClassOf(v).Name)
			}
			*to = s
		}
	}
	if v := p[4]; v.Valid() {
		n, ok := object.IntOf(v)
		if !ok {
			return object.Value{}, object.TypeError("'%s' object cannot be interpreted as an integer", object.ClassOf(v).Name)
		}
		k.FirstLine = int(n)
	}
	if v := p[0]; v.Valid() {
		n, ok := object.IntOf(v)
		if !ok {
			return object.Value{}, object.TypeError("'%s' object cannot be interpreted as an integer", object.ClassOf(v).Name)
		}
		k.Flags &^= compile.IterableCoroutine
		if n&flagIterableCoroutine != 0 {
			k.Flags |= compile.IterableCoroutine
		}
		if n != codeFlags(&k) {
			return object.Value{}, object.ValueError("code: co_flags can only change in CO_ITERABLE_COROUTINE")
		}
	}
	return object.Obj(&CodeObject{Code: &k}), nil
}
