// Package jsonmod is the module _json: the scanner of JSON texts and the writer
// of whole texts. What a program can change of decoders and encoders is in
// Python and asked for here.
package jsonmod

import (
	"asyncio/script/host"
	"asyncio/script/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// maxDepth is how deep values may be nested, about as in CPython.
const maxDepth = 10000

// Module makes the module _json.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_json")
	m.DefPlain("scan", 4, 4, func(t *thread, a []value) (value, error) { return scan(t, a[0], a[1], a[2], a[3]) })
	m.DefPlain("encode", 2, 2, func(t *thread, a []value) (value, error) { return encode(t, a[0], a[1]) })
	m.DefPlain("quote", 2, 2, func(t *thread, a []value) (value, error) {
		s, ok := object.StrOf(a[0])
		if !ok {
			return value{}, object.TypeError("first argument must be a string, not %s", object.ClassOf(a[0]).Name)
		}
		return object.String(string(appendQuoted(nil, s, a[1].I() != 0))), nil
	})
	return m, nil
}

func tooDeep(doing string) error {
	return object.Raise(object.RecursionErrorClass, "maximum recursion depth exceeded while %s", doing)
}
