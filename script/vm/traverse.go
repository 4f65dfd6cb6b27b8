package vm

import "asyncio/script/object"

// Traverse implements object.Traverser.
func (f *Function) Traverse(visit func(object.Value)) {
	visit(object.Obj(f.Globals))
	for _, c := range f.closure {
		visit(object.Obj(c))
	}
	for _, v := range f.defaults {
		visit(v)
	}
	if f.kwDefaults != nil {
		visit(object.Obj(f.kwDefaults))
	}
	visit(f.annotations)
	visit(f.typeParams)
	visit(f.module)
	visit(f.Doc)
	if f.attrs != nil {
		visit(object.Obj(f.attrs.Dict()))
	}
}

// Activation implements object.activated. A coroutine is not asked for: its task
// has it, and passes from hand to hand.
func (g *Generator) Activation() any {
	if g.frame == nil || g.cls != object.GeneratorClass {
		return nil
	}
	return g.frame
}

// Traverse implements object.Traverser: what its suspended frame holds.
func (g *Generator) Traverse(visit func(object.Value)) {
	visit(g.finalizer)
	if g.frame != nil && !g.running {
		g.frame.TraverseAt(func(_ int32, v object.Value) { visit(v) })
	}
}

// Traverse implements object.Traverser.
func (s *asyncStep) Traverse(visit func(object.Value)) {
	visit(object.Obj(s.g))
	visit(s.send)
	for _, v := range s.thrown {
		visit(v)
	}
}

// Traverse implements object.Traverser.
func (a *asyncValue) Traverse(visit func(object.Value)) { visit(a.v) }
