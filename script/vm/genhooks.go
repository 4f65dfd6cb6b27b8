package vm

import "asyncio/script/object"

// genHooks are hooks that a program has set for asynchronous generators.
type genHooks struct {
	set         bool
	first, drop object.Value
}

// threadGenHooks are those of a thread. A loop brings its own hooks and puts
// the former ones back when it stops, so what is set while it runs counts only
// for that long.
type threadGenHooks struct {
	outside genHooks
	inside  genHooks
	within  any // the loop that ran when inside was set
}

// AsyncGenHooks gives what is called with an asynchronous generator that is
// iterated for the first time, and with one that is dropped before its end; None
// for nothing.
func (m *Machine) AsyncGenHooks() (first, drop object.Value) {
	var within any
	first, drop = object.None, object.None
	if m.LoopGenHooks != nil {
		within, first, drop = m.LoopGenHooks(m.T)
	}
	h := &m.hooks.outside
	if within != nil {
		if h = &m.hooks.inside; m.hooks.within != within {
			return first, drop
		}
	}
	if h.set {
		return h.first, h.drop
	}
	return first, drop
}

// SetAsyncGenHooks sets them for the machine's thread.
func (m *Machine) SetAsyncGenHooks(first, drop object.Value) {
	var within any
	if m.LoopGenHooks != nil {
		within, _, _ = m.LoopGenHooks(m.T)
	}
	hooks := genHooks{set: true, first: first, drop: drop}
	if within == nil {
		m.hooks.outside = hooks
		return
	}
	m.hooks.inside, m.hooks.within = hooks, within
}

func (m *Machine) iterated(t *object.Thread, g *Generator) error {
	if g.hooked {
		return nil
	}
	g.hooked = true
	return m.firstIteration(t, g)
}

func (m *Machine) firstIteration(t *object.Thread, g *Generator) error {
	first, drop := m.AsyncGenHooks()
	if !drop.IsNone() {
		g.OnDrop(t, drop)
	}
	if first.IsNone() {
		return nil
	}
	_, err := t.Call(first, object.Obj(g))
	return err
}

// traverse visits what the hooks refer to.
func (h *threadGenHooks) traverse(visit func(object.Value)) {
	for _, g := range []*genHooks{&h.outside, &h.inside} {
		if g.set {
			visit(g.first)
			visit(g.drop)
		}
	}
}
