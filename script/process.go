package script

import (
	"asyncio/process"
	"asyncio/profile"
	"asyncio/script/object"
)

// setProcess has the core speak Python and follow the version.
func (i *Interp) setProcess() {
	p := i.h.Process
	p.Repr = func(v any) string {
		x, ok := v.(object.Value)
		if !ok {
			return process.Repr(v)
		}
		s, err := object.ReprText(i.h.Thread(), x)
		if err != nil {
			return "?"
		}
		return s
	}
	if i.o.Shuffle != nil {
		p.Orders = process.Seeded(*i.o.Shuffle)
	}
	if version, err := profile.Get(i.o.Python); err == nil {
		p.Profile = version
	}
}
