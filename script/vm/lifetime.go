package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// made notes a generator that in has just made, unless next awaits it at once:
// a coroutine that nobody awaits is reported.
func (m *Machine) made(g *Generator, in, next *compile.Instr) {
	if g.cls == object.CoroutineClass && (next.Op != compile.GetAwait || next.B != in.A) {
		m.life.Watch(g)
	}
}

// Adopt tells that g will be run or closed by whoever calls it.
func (g *Generator) Adopt(t *object.Thread) { Of(t).life.Forget(g) }

// Abandon ends what Adopt began: g is closed when it is dropped, if that is
// something a program can notice.
func (g *Generator) Abandon(t *object.Thread) {
	if g.frame != nil && g.started {
		Of(t).suspend(g)
	}
}

// OnDrop has fn called with an asynchronous generator that is dropped before
// its end.
func (g *Generator) OnDrop(t *object.Thread, fn object.Value) {
	g.finalizer = fn
	Of(t).life.Watch(g)
}

// suspend notes a generator that yielded if it has to be closed when it is
// dropped: within a try or with statement.
func (m *Machine) suspend(g *Generator) {
	switch inside := g.frame.handler() != nil; {
	case inside && !g.Watched() && !g.finalized:
		m.life.Watch(g)
	case !inside && g.Watched():
		m.life.Forget(g)
	}
}

// Driven notes a coroutine that a program has resumed by itself, without a task:
// it is closed when it is dropped, if that is something a program can notice.
func (g *Generator) Driven(t *object.Thread) {
	if m := Of(t); g.cls == object.CoroutineClass && g.Suspended() && !g.Watched() && !g.finalized && g.noticesClose() {
		m.life.Watch(g)
	}
}

// noticesClose reports whether any of what g waits through is within a try or
// with statement.
func (g *Generator) noticesClose() bool {
	for {
		if g.frame.handler() != nil {
			return true
		}
		switch below := g.Awaiting().Ref.(type) {
		case *Generator:
			g = below
		case *coroutineWrapper:
			g = below.g
		default:
			return false
		}
		if !g.Suspended() {
			return false
		}
	}
}

// Finalize implements object.Finalizer.
func (g *Generator) Finalize(t *object.Thread) {
	m := Of(t)
	if g.frame == nil {
		return
	}
	if !g.started && !g.finalizes() {
		if g.cls == object.CoroutineClass {
			m.neverAwaited(t, g)
		}
		m.discard(g)
		return
	}
	if g.finalizes() {
		if _, err := m.callThrough(g.finalizer, object.Obj(g)); err != nil {
			m.unraisable(t, err, object.Obj(g))
		}
		return
	}
	m.Through()
	g.finalized = true
	err := g.Close(t)
	if m.Opaque(); err != nil {
		m.unraisable(t, err, object.Obj(g))
	}
}

// finalizes reports whether a hook is called with a generator that is dropped,
// even before it began, unless it was being closed already.
func (g *Generator) finalizes() bool {
	return g.cls == object.AsyncGenClass && g.finalizer.Valid() && !g.closing
}

func (m *Machine) unraisable(t *object.Thread, err error, where object.Value) {
	world{m.Shared, t.In}.Unraisable(t, err, where)
}

func (m *Machine) neverAwaited(t *object.Thread, g *Generator) {
	if m.NeverAwaited == nil {
		return
	}
	if err := m.NeverAwaited(t, g); err != nil {
		m.unraisable(t, err, object.Obj(g))
	}
}
