package handle

import "asyncio/contextvars"

// References gives what the handle refers to.
func (h *Handle) References(visit func(any)) {
	visit(h.cb)
	if h.ctx != nil {
		visit(h.ctx)
	}
	h.vars.References(visit)
	if h.extra != nil {
		visit(h.extra.owner)
	}
}

// OwnContext gives the context that was given to the handle, nil for none.
func (h *Handle) OwnContext() *contextvars.Context { return h.ctx }
