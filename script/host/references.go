package host

import "asyncio/script/object"

// References gives what native modules keep for the interpreter.
func (h *Host) References(visit func(any)) {
	for _, p := range h.parts {
		visit(p)
	}
	if h.Path != nil {
		visit(object.Obj(h.Path))
	}
	if h.Sys != nil {
		visit(object.Obj(h.Sys))
	}
}
