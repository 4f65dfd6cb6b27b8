package vm

import "asyncio/script/object"

// genHooks are the hooks that a thread's program has set for asynchronous
// generators. A loop brings its own and puts the former ones back when it
// stops, so they count only as long as the loop runs in which they were set.
type genHooks struct {
	set         bool
	within      any
	first, drop object.Value
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
	if m.hooks.set && m.hooks.within == within {
		return m.hooks.first, m.hooks.drop
	}
	return first, drop
}

// SetAsyncGenHooks sets them for the machine's thread.
func (m *Machine) SetAsyncGenHooks(first, drop object.Value) {
	m.hooks = genHooks{set: true, first: first, drop: drop}
	if m.LoopGenHooks != nil {
		m.hooks.within, _, _ = m.LoopGenHooks(m.T)
	}
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
func (h *genHooks) traverse(visit func(object.Value)) {
	if h.set {
		visit(h.first)
		visit(h.drop)
	}
}
