package asyncio

import (
	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/handle"
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
	return nil
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

// Shutdown implements loop.AsyncGens: it closes all that are alive, together.
func (a *asyncgens) Shutdown(g *coroutine.Go) error {
	a.shut = true
	a.prune()
	if len(a.alive) == 0 {
		return nil
	}
	closing := a.alive
	a.alive = nil
	b := a.p.b
	aws := make([]any, len(closing))
	for i, gen := range closing {
		aws[i] = b.ensureArg(gen.Athrow(object.NewException(object.GeneratorExitClass), true))
	}
	f, err := task.Gather(a.p.l, aws, true)
	if err != nil {
		return err
	}
	r, err := future.Await(g, f)
	if err != nil {
		return err
	}
	results, _ := r.([]any)
	for i, x := range results {
		e, ok := x.(error)
		if !ok {
			continue
		}
		exc := object.AsException(e)
		if exc == nil || !exc.Class().IsSubclass(object.ExceptionClass) {
			continue
		}
		err := a.p.l.CallExceptionHandler(&handle.ErrorContext{
			Message:   "an error occurred during closing of asynchronous generator " + b.repr(object.Obj(closing[i])),
			Exception: exc,
			Entries:   []handle.Entry{{Key: "asyncgen", Value: object.Obj(closing[i])}},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// watchGenerators has the loop that runs know of asynchronous generators.
func (b *Binding) watchGenerators() {
	b.h.Machine.AsyncGenHooks = func(_ *object.Thread, g *vm.Generator) error {
		l, err := b.running()
		if err != nil {
			return nil // nobody runs who could close it
		}
		if p, ok := l.Owner().(*pyLoop); ok {
			return p.gens.add(g)
		}
		return nil
	}
}
