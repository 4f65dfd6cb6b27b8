// Package staticmod is the module _static, with which our modules in Python
// give their classes what CPython's have for being written in C.
package staticmod

import (
	"asyncio/script/host"
	"asyncio/script/object"
)

// Module makes the module _static: dotted(cls) has messages name the class with
// its module, and gives the class back.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_static")
	m.DefPlain("dotted", 1, 1, func(_ *object.Thread, a []object.Value) (object.Value, error) {
		if c, ok := a[0].Ref.(*object.Class); ok && !c.Builtin() {
			c.SetDotted()
		}
		return a[0], nil
	})
	return m, nil
}
