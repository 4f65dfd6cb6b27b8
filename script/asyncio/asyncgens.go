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
	first  *object.Builtin
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
	return nil
}

// hooks gives what the loop has called with a generator that is iterated for
// the first time, and with one that is dropped: a task closes it.
func (a *asyncgens) hooks() (first, drop val) {
	if a.first == nil {
		hook := func(name string, do func(g *vm.Generator) error) *object.Builtin {
			return &object.Builtin{Name: name, Min: 1, Max: 1, Fn: func(_ *object.Thread, args []val, _ kws) (val, error) {
				if g, ok := args[0].Ref.(*vm.Generator); ok {
					return object.None, do(g)
				}
				return object.None, nil
			}}
		}
		a.first = hook("_asyncgen_firstiter_hook", a.add)
		a.drop = hook("_asyncgen_finalizer_hook", a.dropped)
	}
	return object.Obj(a.first), object.Obj(a.drop)
}

// dropped has a task of the loop close a generator.
func (a *asyncgens) dropped(g *vm.Generator) error {
	p := a.p
	if p.l.IsClosed() {
		return nil
	}
	a.alive = slices.DeleteFunc(a.alive, func(x *vm.Generator) bool { return x == g })
	create, err := object.GetAttr(p.b.t(), object.Obj(p), "create_task")
	if err != nil {
		return err
	}
	closing, err := vm.Expect(p.b.t(), g.Aclose())
	if err != nil {
		return err
	}
	_, err = p.call("call_soon_threadsafe", []val{create, closing}, nil)
	return err
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

// release forgets those that have ended and that nobody has any more.
func (a *asyncgens) release() {
	var over []object.Markable
	for _, g := range a.alive {
		if g.Done() {
			over = append(over, g)
		}
	}
	if len(over) == 0 {
		return
	}
	unused := a.p.b.h.In.Life.Unused(over)
	a.alive = slices.DeleteFunc(a.alive, func(g *vm.Generator) bool { return slices.Contains(unused, object.Markable(g)) })
}

// Shutdown implements loop.AsyncGens; the loop asks for ShutdownCoroutine.
func (a *asyncgens) Shutdown(*coroutine.Go) error { return nil }

// ShutdownCoroutine implements loop.AsyncGensCoroutine.
func (a *asyncgens) ShutdownCoroutine() coroutine.Coroutine {
	b := a.p.b
	w := &awaiting{b: b, v: object.Obj(&operation{b: b, op: &shutdownGens{of: a}}), name: "shutdown_asyncgens", qualname: "BaseEventLoop.shutdown_asyncgens"}
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
	a.release()
	if len(a.alive) == 0 {
		return nil, true, nil
	}
	s.closing, a.alive = a.alive, nil
	aws := make([]any, len(s.closing))
	for i, gen := range s.closing {
		closing, err := vm.Expect(a.p.b.t(), gen.Aclose())
		if err != nil {
			return nil, true, err
		}
		aws[i] = a.p.b.ensureArg(closing)
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
	b.h.Machine.LoopGenHooks = func(*object.Thread) (within any, first, drop val) {
		if l, err := b.running(); err == nil {
			if p, ok := l.Owner().(*pyLoop); ok {
				first, drop = p.gens.hooks()
				return p, first, drop
			}
		}
		return nil, object.None, object.None
	}
}
