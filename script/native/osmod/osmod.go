// Package osmod is the module os.
package osmod

import (
	"os"

	"asyncio/script/host"
	"asyncio/script/object"
)

// Module makes the module os.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("os")
	m.Dict.SetStr("name", object.String("posix"))
	m.Dict.SetStr("sep", object.String("/"))
	m.Def("getpid", 0, 0, func(*object.Thread, []object.Value, []object.Kw) (object.Value, error) {
		return object.Int(int64(os.Getpid())), nil
	})
	return m, nil
}
