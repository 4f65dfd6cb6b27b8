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
		i.in.Ranks = ranks(*i.o.Shuffle)
	}
	if version, err := profile.Get(i.o.Python); err == nil {
		p.Profile = version
	}
	i.in.Profile = p.Profile
}

// ranks gives objects places that look like chance and are the same for the same
// seed: the seed and the object's number, mixed as splitmix64 does.
func ranks(seed uint64) func(id uint64) uint64 {
	return func(id uint64) uint64 {
		x := id + (seed+1)*0x9e3779b97f4a7c15
		x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
		x = (x ^ x>>27) * 0x94d049bb133111eb
		return x ^ x>>31
	}
}
