package asyncio

import (
	"asyncio/handle"
	"asyncio/script/object"
	"asyncio/script/vm"
)

// settle finalizes what was dropped with the handle of a callback that is over,
// or what was put off, when the loop is about to wait.
func (b *Binding) settle(h *handle.Handle) error {
	m := vm.Of(b.t())
	if h == nil {
		return m.Settle()
	}
	return m.LetGo(h)
}

// onDrop has an asynchronous generator that is dropped before its end closed by
// a task of the loop.
func (p *pyLoop) onDrop(t *object.Thread, g *vm.Generator) {
	g.OnDrop(t, object.NewBuiltin("_asyncgen_finalizer_hook", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		if p.l.IsClosed() {
			return object.None, nil
		}
		p.gens.forget(g)
		create, err := object.GetAttr(t, object.Obj(p), "create_task")
		if err != nil {
			return val{}, err
		}
		closing := g.Athrow(object.NewException(object.GeneratorExitClass), true)
		soon, err := object.GetAttr(t, object.Obj(p), "call_soon_threadsafe")
		if err == nil {
			_, err = t.Call(soon, create, closing)
		}
		return object.None, err
	}))
}

// forget takes a generator out.
func (a *asyncgens) forget(g *vm.Generator) {
	for i, x := range a.alive {
		if x == g {
			a.alive = append(a.alive[:i:i], a.alive[i+1:]...)
			return
		}
	}
}
