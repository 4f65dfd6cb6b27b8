package script

import (
	"asyncio/process"
	"asyncio/profile"
	"asyncio/script/object"
)

// state gives the process state of the interpreter's loops.
func (i *Interp) state() *process.State {
	if i.process == nil {
		i.process = process.New()
		if i.o.Virtual {
			i.process = process.NewSimulated()
		}
		i.process.Repr = func(v any) string {
			x, ok := v.(object.Value)
			if !ok {
				return process.Repr(v)
			}
			s, err := object.ReprText(i.m.T, x)
			if err != nil {
				return "?"
			}
			return s
		}
		if p, err := profile.Get(i.o.Python); err == nil {
			i.process.Profile = p
		}
	}
	return i.process
}
