package asyncio

import (
	"slices"

	"asyncio/coroutine"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/script/object"
	"asyncio/script/vm"
	"asyncio/task"
)

// asyncgens are the asynchronous generators that were first iterated while the
// loop ran, oldest first.
type asyncgens struct {
	p      *pyLoop
	alive  []*vm.Generator
	shut   bool
	pruned int
	drop   *object.Builtin
}

// add notes a generator that is iterated for the first time.
func (a *asyncgens) add(g *vm.Generator) error {
	if a.shut {
		text := "asynchronous generator " + a.p.b.repr(object.Obj(g)) + " was scheduled after loop.shutdown_asyncgens() call"
		if err := a.p.b.warn(object.ResourceWarningClass, text, 2); err != nil {
			return err
		}
	}
	if len(a.alive) > 2*a.pruned+64 {
		a.prune()
	}
	a.alive = append(a.alive, g)
	g.SetFinalizer(object.Obj(a.p.finalizer()))
	return nil
}

// finalizer gives what is called with a generator that is dropped: a task closes
// it.
func (p *pyLoop) finalizer() *object.Builtin {
	if p.gens.drop == nil {
		p.gens.drop = &object.Builtin{Name: "_asyncgen_finalizer_hook", Min: 1, Max: 1, Fn: func(t *object.Thread, args []val, _ kws) (val, error) {
			g, ok := args[0].Ref.(*vm.Generator)
			if !ok || p.l.IsClosed() {
				return object.None, nil
			}
			p.gens.alive = slices.DeleteFunc(p.gens.alive, func(x *vm.Generator) bool { return x == g })
			create, err := object.GetAttr(t, object.Obj(p), "create_task")
			if err != nil {
				return val{}, err
			}
			closing := g.Athrow(object.NewException(object.GeneratorExitClass), true)
			return p.call("call_soon_threadsafe", []val{create, closing}, nil)
		}}
	}
	return p.gens.drop
}

// prune forgets those that have ended.
func (a *asyncgens) prune() {
	kept := a.alive[:0]
	for _, g := range a.alive {
		if !g.Done() {
			kept = append(kept, g)
		}
	}
	clear(a.alive[len(kept):])
	a.alive, a.pruned = kept, len(kept)
}

// Shutdown implements loop.AsyncGens; the loop asks for ShutdownCoroutine.
func (a *asyncgens) Shutdown(*coroutine.Go) error { return nil }

// ShutdownCoroutine implements loop.AsyncGensCoroutine.
func (a *asyncgens) ShutdownCoroutine() coroutine.Coroutine {
	b := a.p.b
	w := &awaiting{b: b, v: object.Obj(&operation{b: b, op: &shutdownGens{of: a}}), name: "BaseEventLoop.shutdown_asyncgens"}
	return &pyCoro{b: b, v: object.Obj(w), n: w}
}

// shutdownGens closes all generators that are alive, together.
type shutdownGens struct {
	of      *asyncgens
	closing []*vm.Generator
}

// Begin implements task.Op.
func (s *shutdownGens) Begin(*loop.Loop) (any, bool, error) {
	a := s.of
	a.shut = true
	a.prune()
	if len(a.alive) == 0 {
		return nil, true, nil
	}
	s.closing, a.alive = a.alive, nil
	aws := make([]any, len(s.closing))
	for i, gen := range s.closing {
		aws[i] = a.p.b.ensureArg(gen.Athrow(object.NewException(object.GeneratorExitClass), true))
	}
	f, err := task.Gather(a.p.l, aws, true)
	if err != nil {
		return nil, true, err
	}
	return f, false, nil
}

// Resume implements task.Op: what a generator raised is reported.
func (s *shutdownGens) Resume(v any, err error) (any, bool, error) {
	if err != nil {
		return nil, true, err
	}
	p := s.of.p
	list, _ := p.b.toValue(v).Ref.(*object.List)
	if list == nil {
		return nil, true, nil
	}
	for i, x := range list.Items {
		exc, ok := x.Ref.(*object.Exception)
		if !ok || !exc.Class().IsSubclass(object.ExceptionClass) {
			continue
		}
		gen := object.Obj(s.closing[i])
		err := p.l.CallExceptionHandler(&handle.ErrorContext{
			Message:   "an error occurred during closing of asynchronous generator " + p.b.repr(gen),
			Exception: exc,
			Entries:   []handle.Entry{{Key: "asyncgen", Value: gen}},
		})
		if err != nil {
			return nil, true, err
		}
	}
	return nil, true, nil
}

// Value implements task.Op.
func (s *shutdownGens) Value() any { return nil }

// watchGenerators has the loop that runs know of asynchronous generators.
func (b *Binding) watchGenerators() {
	b.h.Machine.AsyncGenHooks = func(t *object.Thread, g *vm.Generator) error {
		l, err := b.running()
		if err != nil {
			return nil // nobody runs who could close it
		}
		if p, ok := l.Owner().(*pyLoop); ok {
			p.onDrop(t, g)
			return p.gens.add(g)
		}
		return nil
	}
}
