// Package handle has the entries of a loop's queues: a Handle is a callback
// with the context it runs in, a TimerHandle one with the time it is due at.
package handle

import (
	"asyncio/contextvars"
	"asyncio/exceptions"
	"asyncio/process"
)

// Callback is what a handle runs. An error it returns goes through the loop's
// one door: an ordinary one to the exception handler, KeyboardInterrupt and
// SystemExit out of the loop at once.
type Callback interface{ Call() error }

// Func lets a plain function be a Callback.
type Func func() error

// Call implements Callback.
func (f Func) Call() error { return f() }

// Handle is a callback in the ready queue, as asyncio.Handle.
type Handle struct {
	cb        Callback
	ctx       *contextvars.Context // nil: a transient one that holds vars
	vars      contextvars.Vars
	extra     *extra
	cancelled bool
	queued    bool
}

// extra is what few handles have: handles are made in such numbers that their
// size shows.
type extra struct {
	id      uint64 // of a handle that an observer was told of
	owner   any
	created process.Origin // in debug mode
	text    string         // the callback's text, kept when it is cancelled in debug mode
}

func (h *Handle) more() *extra {
	if h.extra == nil {
		h.extra = new(extra)
	}
	return h.extra
}

// New makes a handle that runs cb in ctx; with a nil ctx, in a context of its
// own that starts with vars.
func New(cb Callback, ctx *contextvars.Context, vars contextvars.Vars) *Handle {
	return &Handle{cb: cb, ctx: ctx, vars: vars}
}

// Init makes h, a handle embedded in another object, ready to be queued, as New
// does.
func (h *Handle) Init(cb Callback, ctx *contextvars.Context, vars contextvars.Vars) {
	h.cb, h.ctx, h.vars, h.cancelled, h.extra = cb, ctx, vars, false, nil
}

// Queued reports whether an embedded handle waits in the ready queue; the loop
// that owns it says so with SetQueued.
func (h *Handle) Queued() bool { return h.queued }

// SetQueued notes whether the handle waits in the ready queue.
func (h *Handle) SetQueued(yes bool) { h.queued = yes }

// Run calls the callback in the handle's context on thread t.
func (h *Handle) Run(t *process.Thread) error {
	outer, err := h.Enter(t)
	if err != nil {
		return err
	}
	if err = h.cb.Call(); err != nil {
		h.Remember(t)
	}
	h.Leave(t, outer)
	return err
}

// Enter makes the handle's context the current one on thread t, until Leave
// with the context it returns. The loop calls it and Leave round the callback
// by itself: after a coroutine has switched stacks every frame it returns
// through costs a mispredicted branch.
func (h *Handle) Enter(t *process.Thread) (outer *contextvars.Context, err error) {
	if h.ctx != nil {
		if err := h.ctx.Enter(); err != nil {
			return nil, err
		}
	}
	return t.Swap(h.ctx, h.vars), nil
}

// Remember keeps the context that the callback ran in, for the report of its
// error.
func (h *Handle) Remember(t *process.Thread) {
	if h.ctx == nil {
		h.vars = t.Context().Vars()
	}
}

// Leave ends what Enter began, also after a callback that panicked.
func (h *Handle) Leave(t *process.Thread, outer *contextvars.Context) {
	t.Restore(outer)
	if h.ctx != nil {
		h.ctx.Exit()
	}
}

// Cancel keeps the callback from being called. Calling it again does nothing.
func (h *Handle) Cancel() {
	if h.cancelled {
		return
	}
	h.cancelled = true
	if h.Created().Known() {
		h.extra.text = h.callbackText(true)
	}
	// The context stays: a callback may cancel its own handle.
	h.cb = nil
}

// Cancelled reports whether Cancel was called.
func (h *Handle) Cancelled() bool { return h.cancelled }

// Callback gives what the handle runs, nil once it is cancelled.
func (h *Handle) Callback() Callback { return h.cb }

// Context gives the context the callback runs in, as get_context(). For a
// handle without one of its own it is a copy of what the callback will start
// with.
func (h *Handle) Context() *contextvars.Context {
	if h.ctx == nil {
		h.ctx = contextvars.FromVars(h.vars)
	}
	return h.ctx
}

// ID identifies the handle to observers; it is 0 until one asked.
func (h *Handle) ID(s *process.State) uint64 {
	x := h.more()
	if x.id == 0 {
		x.id = s.NextID()
	}
	return x.id
}

// Renew gives an embedded handle that is queued again a new identity.
func (h *Handle) Renew() {
	if h.extra != nil {
		h.extra.id = 0
	}
}

// Owner gives the object of the layer above that stands for the handle.
func (h *Handle) Owner() any {
	if h.extra == nil {
		return nil
	}
	return h.extra.owner
}

// SetOwner sets what Owner gives.
func (h *Handle) SetOwner(o any) { h.more().owner = o }

// SetCreated makes reprs say where the handle was made, as debug mode does.
func (h *Handle) SetCreated(o process.Origin) { h.more().created = o }

// Created gives what SetCreated set.
func (h *Handle) Created() process.Origin {
	if h.extra == nil {
		return process.Origin{}
	}
	return h.extra.created
}

// CheckCallback gives CPython's TypeError for something that cannot be called.
func CheckCallback(cb Callback, method string) error {
	switch f := cb.(type) {
	case nil:
		return exceptions.TypeError("a callable object was expected by %s(), got None", method)
	case Func:
		if f == nil {
			return exceptions.TypeError("a callable object was expected by %s(), got None", method)
		}
	}
	return nil
}
