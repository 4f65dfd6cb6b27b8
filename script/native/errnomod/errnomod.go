// Package errnomod is the module errno.
package errnomod

import (
	"asyncio/script/host"
	"asyncio/script/object"
)

// Module makes the module errno.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("errno")
	codes := object.NewDict()
	for n := 1; n < 256; n++ {
		name := nameOf(n)
		if name == "" {
			continue
		}
		v := object.Int(int64(n))
		m.Dict.SetStr(name, v)
		for _, alias := range aliases[name] {
			m.Dict.SetStr(alias, v)
		}
		if err := codes.Set(nil, v, object.String(name)); err != nil {
			return nil, err
		}
	}
	m.Dict.SetStr("errorcode", object.Obj(codes))
	return m, nil
}
