// Package collectionsmod is the module _collections: what of collections is met
// in the inner loops of programs.
package collectionsmod

import (
	"asyncio/script/host"
	"asyncio/script/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Module makes the module _collections.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_collections")
	m.Dict.SetStr("deque", object.Obj(dequeClass))
	m.Dict.SetStr("_field", object.Obj(fieldClass))
	m.Dict.SetStr("_deque_iterator", object.Obj(iterClass))
	m.Dict.SetStr("_deque_reverse_iterator", object.Obj(reverseClass))
	m.DefPlain("_count_elements", 2, 2, func(t *thread, a []value) (value, error) { return object.None, countElements(t, a[0], a[1]) })
	m.Dict.SetStr("_odict_methods", odictMethods())
	m.DefPlain("_odict_equal", 2, 2, func(t *thread, a []value) (value, error) {
		same, err := odictEqual(t, a[0], a[1])
		return object.Bool(same), err
	})
	m.DefPlain("_odict_view", 2, 2, func(_ *thread, a []value) (value, error) { return odictView(a[0], a[1]) })
	return m, nil
}

func opt(a []value, n int) value {
	if n < len(a) {
		return a[n]
	}
	return value{}
}
