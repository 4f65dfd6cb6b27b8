// Package bisectmod is the module _bisect: positions in sorted lists.
package bisectmod

import (
	"asyncio/script/host"
	"asyncio/script/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// side tells on which side of its equals an item belongs.
type side bool

const (
	left  side = false
	right side = true
)

// Module makes the module _bisect.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_bisect")
	def := func(name, doc string, fn func(t *thread, a []value) (value, error)) {
		m.Function(name+"(a, x, lo=0, hi=None, *, key=None)", func(t *thread, a []value, _ []object.Kw) (value, error) {
			var all [5]value
			copy(all[:], a)
			return fn(t, all[:])
		})
		m.Dict.GetStr(name).Ref.(*object.Builtin).Doc = doc
	}
	for name, s := range map[string]side{"left": left, "right": right} {
		def("bisect_"+name, "The position of an item among its equals.", func(t *thread, a []value) (value, error) {
			n, err := find(t, s, a, a[1])
			return object.Int(int64(n)), err
		})
		def("insort_"+name, "Inserts an item at its position.", func(t *thread, a []value) (value, error) { return object.None, insort(t, s, a) })
	}
	return m, nil
}

func given(v value) bool { return v.Valid() && !v.IsNone() }

// bounds gives the part of a that is searched.
func bounds(t *thread, a []value) (lo, hi int, err error) {
	hi = -1
	if a[2].Valid() {
		if lo, err = object.SizeIndex(t, a[2]); err != nil {
			return 0, 0, err
		}
	}
	if given(a[3]) {
		if _, err = object.ToIndex(t, a[3]); err != nil {
			if _, ok := object.ClassOf(a[3]).Lookup("__index__"); !ok {
				err = object.TypeError("argument should be integer or None, not '%s'", object.ClassOf(a[3]).Name)
			}
			return 0, 0, err
		}
		if hi, err = object.SizeIndex(t, a[3]); err != nil {
			return 0, 0, err
		}
	}
	if lo < 0 {
		return 0, 0, object.ValueError("lo must be non-negative")
	}
	if hi == -1 {
		hi, err = object.Len(t, a[0])
	}
	return lo, hi, err
}

// find gives where rank belongs in a[0].
func find(t *thread, s side, a []value, rank value) (int, error) {
	lo, hi, err := bounds(t, a)
	for err == nil && lo < hi {
		mid := lo + (hi-lo)/2
		var item value
		if l, ok := a[0].Ref.(*object.List); ok && mid < len(l.Items) && l.Exact() {
			item = l.Items[mid]
		} else if item, err = object.GetItem(t, a[0], object.Int(int64(mid))); err != nil {
			break
		}
		if given(a[4]) {
			if item, err = t.Call(a[4], item); err != nil {
				break
			}
		}
		var before bool
		if s == right {
			before, err = less(t, rank, item)
			before = !before
		} else {
			before, err = less(t, item, rank)
		}
		if before {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, err
}

func less(t *thread, a, b value) (bool, error) {
	if x, ok := a.SmallInt(); ok {
		if y, ok := b.SmallInt(); ok {
			return x < y, nil
		}
	}
	v, err := object.Compare(t, object.CmpLt, a, b)
	if err != nil {
		return false, err
	}
	return object.Truth(t, v)
}

func insort(t *thread, s side, a []value) (err error) {
	rank := a[1]
	if given(a[4]) {
		if rank, err = t.Call(a[4], rank); err != nil {
			return err
		}
	}
	at, err := find(t, s, a, rank)
	if err != nil {
		return err
	}
	if l, ok := a[0].Ref.(*object.List); ok && l.Exact() {
		at = min(at, len(l.Items))
		l.Append(value{})
		copy(l.Items[at+1:], l.Items[at:])
		l.Items[at] = a[1]
		return nil
	}
	insert, err := object.GetAttr(t, a[0], "insert")
	if err == nil {
		_, err = t.Call(insert, object.Int(int64(at)), a[1])
	}
	return err
}
