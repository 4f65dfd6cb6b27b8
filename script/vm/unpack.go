package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// unpack executes Unpack and UnpackEx; after is -1 for the former.
func (m *Machine) unpack(f *Frame, in *compile.Instr, after int) error {
	src := f.r[in.B]
	n := int(in.C)
	dst := f.r[in.A:]
	var items []object.Value
	switch o := src.Ref.(type) {
	case *object.Tuple:
		items = o.Items
	case *object.List:
		items = o.Items
	}
	if cls := object.ClassOf(src); items != nil && (cls.Builtin() || !cls.Overrides("__iter__")) {
		if after < 0 && len(items) == n {
			copy(dst[:n], items)
			return nil
		}
		if after >= 0 && len(items) >= n+after {
			spread(dst, items, n, after)
			return nil
		}
	}
	if !src.Valid() {
		return unbound(f, in.B)
	}
	it, err := object.Iter(m.T, src)
	if err != nil {
		if object.IsInstance(err, object.TypeErrorClass) {
			if _, ok := object.ClassOf(src).Lookup("__iter__"); !ok {
				return object.TypeError("cannot unpack non-iterable %s object", object.ClassOf(src).Name)
			}
		}
		return err
	}
	items = nil
	for after >= 0 || len(items) <= n {
		v, err := object.Next(m.T, it)
		if err != nil {
			return err
		}
		if !v.Valid() {
			break
		}
		items = append(items, v)
	}
	if after < 0 {
		if len(items) > n {
			return object.ValueError("too many values to unpack (expected %d)", n)
		}
		if len(items) < n {
			return object.ValueError("not enough values to unpack (expected %d, got %d)", n, len(items))
		}
		copy(dst[:n], items)
		return nil
	}
	if len(items) < n+after {
		return object.ValueError("not enough values to unpack (expected at least %d, got %d)", n+after, len(items))
	}
	spread(dst, items, n, after)
	return nil
}

// spread puts the first n items and the last ones, after in number, into slots
// of their own, and a list of those between into the slot there.
func spread(dst, items []object.Value, n, after int) {
	copy(dst[:n], items)
	mid := items[n : len(items)-after]
	dst[n] = object.Obj(object.NewList(append([]object.Value(nil), mid...)))
	copy(dst[n+1:n+1+after], items[len(items)-after:])
}
