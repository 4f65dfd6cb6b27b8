package builtins

import (
	"sort"

	"asyncio/script/object"
)

// sortValues sorts in place, stably, by < alone.
func sortValues(t *thread, items []value, key, reverse value) error {
	rev := false
	var err error
	if reverse.Valid() {
		if rev, err = object.Truth(t, reverse); err != nil {
			return err
		}
	}
	type pair struct{ key, v value }
	ps := make([]pair, len(items))
	for i, v := range items {
		ps[i] = pair{v, v}
		if key.Valid() && !key.IsNone() {
			if ps[i].key, err = t.Call(key, v); err != nil {
				return err
			}
		}
	}
	var failed error
	less := func(a, b value) bool {
		if failed != nil {
			return false
		}
		if x, ok := a.SmallInt(); ok {
			if y, ok := b.SmallInt(); ok {
				return x < y
			}
		}
		r, err := object.Compare(t, object.CmpLt, a, b)
		if err == nil {
			var ok bool
			if ok, err = object.Truth(t, r); err == nil {
				return ok
			}
		}
		failed = err
		return false
	}
	sort.SliceStable(ps, func(i, j int) bool {
		if rev {
			return less(ps[j].key, ps[i].key)
		}
		return less(ps[i].key, ps[j].key)
	})
	if failed != nil {
		return failed
	}
	for i, p := range ps {
		items[i] = p.v
	}
	return nil
}
