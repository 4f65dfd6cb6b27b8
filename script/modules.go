package script

import (
	"asyncio/script/native"
	"asyncio/script/object"
)

// ownModule makes a module that is written in Go, wholly or in part; nil when
// there is none of the name.
func (i *Interp) ownModule(name string) (*object.Module, error) {
	if mk := native.Module(name); mk != nil {
		return mk(i.h)
	}
	return nil, nil
}
