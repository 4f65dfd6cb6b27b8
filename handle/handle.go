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
	id        uint64
	owner     any
	debug     *origin
	cancelled bool
	queued    bool
}

// origin is what debug mode remembers of a handle.
type origin struct {
	created string // "file:line"
	text    string // the callback's text, kept when it is cancelled
}

// New makes a handle that runs cb in ctx; with a nil ctx, in a context of its
// own that starts with vars.
func New(cb Callback, ctx *contextvars.Context, vars contextvars.Vars) *Handle {
	return &Handle{cb: cb, ctx: ctx, vars: vars}
}

// Init makes h, a handle embedded in another object, ready to be queued.
func (h *Handle) Init(cb Callback, ctx *contextvars.Context) {
	h.cb, h.ctx, h.cancelled, h.debug, h.id = cb, ctx, false, nil, 0
}

// Queued reports whether an embedded handle waits in the ready queue; the loop
// that owns it says so with SetQueued.
func (h *Handle) Queued() bool { return h.queued }

// SetQueued notes whether the handle waits in the ready queue.
func (h *Handle) SetQueued(yes bool) { h.queued = yes }

// Run calls the callback in the handle's context on thread t.
func (h *Handle) Run(t *process.Thread) error {
	if h.cb == nil {
		return nil // cancelled by hand while it ran
	}
	if ctx := h.ctx; ctx != nil {
		if err := ctx.Enter(); err != nil {
			return err
		}
		outer := t.Swap(ctx, nil)
		err := h.cb.Call()
		t.Restore(outer)
		ctx.Exit()
		return err
	}
	outer := t.Swap(nil, h.vars)
	err := h.cb.Call()
	t.Restore(outer)
	return err
}

// Abandon leaves the handle's context after its callback panicked.
func (h *Handle) Abandon(t *process.Thread, outer *contextvars.Context) {
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
	if h.debug != nil {
		h.debug.text = h.callbackText(true)
	}
	h.cb, h.ctx, h.vars = nil, nil, nil
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
	if h.id == 0 {
		h.id = s.NextID()
	}
	return h.id
}

// Renew gives an embedded handle that is queued again a new identity.
func (h *Handle) Renew() { h.id = 0 }

// Owner gives the object of the layer above that stands for the handle.
func (h *Handle) Owner() any { return h.owner }

// SetOwner sets what Owner gives.
func (h *Handle) SetOwner(o any) { h.owner = o }

// SetCreated makes reprs say where the handle was made, as debug mode does.
func (h *Handle) SetCreated(place string) {
	h.debug = &origin{created: place}
}

// Created gives the place SetCreated set, empty outside debug mode.
func (h *Handle) Created() string {
	if h.debug == nil {
		return ""
	}
	return h.debug.created
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
