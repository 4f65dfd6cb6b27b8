// Package htmlmod is the module _html: HTML's character references.
package htmlmod

import (
	"html"

	"asyncio/script/host"
	"asyncio/script/object"
)

// Module makes the module _html.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_html")
	m.DefPlain("unescape", 1, 1, func(_ *object.Thread, a []object.Value) (object.Value, error) {
		s, ok := object.StrOf(a[0])
		if !ok {
			return object.Value{}, object.TypeError("argument of type '%s' is not iterable", object.ClassOf(a[0]).Name)
		}
		return object.String(html.UnescapeString(s)), nil
	})
	return m, nil
}
