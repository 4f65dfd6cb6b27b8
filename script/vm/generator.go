package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// Sender is implemented by what an await or a yield from can drive: Send
// resumes it, Throw raises err in it; done tells that v is its result and not
// something it yields.
type Sender interface {
	object.Object
	Send(t *object.Thread, v object.Value) (r object.Value, done bool, err error)
	Throw(t *object.Thread, e *object.Exception) (r object.Value, done bool, err error)
}

// Awaiter is implemented by native awaitables.
type Awaiter interface {
	Await(t *object.Thread) (object.Value, error)
}

// Generator is a generator, coroutine or asynchronous generator: a frame that
// is resumed.
type Generator struct {
	object.Mortal
	cls      *object.Class
	frame    *Frame
	Name     string
	Qualname string
	code     *compile.Code
	st       *state
	born     uint64
	started  bool
	running  bool
	// asyncRunning is set while an asend or the like of an async generator runs.
	asyncRunning, hooked bool
	// closing is set by the first aclose: only asend goes on with a generator
	// that yielded all the same.
	closing bool
	// finalized is set when it is closed for being dropped, which happens once,
	// even if it yields all the same.
	finalized bool
	// finalizer is the hook for an asynchronous generator that is dropped; for a
	// coroutine it is where that was made, if somebody asked for it.
	finalizer object.Value
}

// Class implements object.Object.
func (g *Generator) Class() *object.Class { return g.cls }

// Repr implements object.Reprer.
func (g *Generator) Repr(t *object.Thread) (string, error) {
	what := g.cls.Name
	return "<" + what + " object " + g.Qualname + " at " + t.Address(object.Obj(g)) + ">", nil
}

// Born gives the number of the generator's birth.
func (g *Generator) Born() uint64 { return g.born }

// Done reports whether the generator has ended.
func (g *Generator) Done() bool { return g.frame == nil }

// Started reports whether any of the code has run.
func (g *Generator) Started() bool { return g.started }

// Running reports whether the code runs just now.
func (g *Generator) Running() bool { return g.running }

// AsyncRunning reports whether a step of an asynchronous generator is under way.
func (g *Generator) AsyncRunning() bool { return g.asyncRunning }

// Code gives the generator's code.
func (g *Generator) Code() *compile.Code { return g.code }

// Line gives the line it is suspended at.
func (g *Generator) Line() int {
	if g.frame == nil {
		return g.code.FirstLine
	}
	if !g.started {
		return g.code.FirstLine
	}
	return g.code.Line(g.frame.ip - 1)
}

// Awaiting gives what the generator delegates to, if anything.
func (g *Generator) Awaiting() object.Value {
	if g.frame == nil || !g.started {
		return object.Value{}
	}
	if in := g.code.Ins[g.frame.ip-1]; in.Op == compile.YieldFrom {
		return g.frame.r[in.B]
	}
	return object.Value{}
}

// Iterates tells that only generators are iterators, not what waits.
func (g *Generator) Iterates() bool { return g.cls == object.GeneratorClass }

// Next implements object.Iterator for generators.
func (g *Generator) Next(t *object.Thread) (object.Value, error) {
	if g.cls != object.GeneratorClass {
		return object.Value{}, object.TypeError("'%s' object is not an iterator", g.cls.Name)
	}
	if g.running || g.frame == nil || !g.started {
		return g.result(g.Send(t, object.None))
	}
	g.frame.r[g.code.Ins[g.frame.ip-1].A] = object.None
	return g.result(Of(t).resume(g, nil))
}

// result makes of what Send gives what Next gives.
func (g *Generator) result(v object.Value, done bool, err error) (object.Value, error) {
	if done {
		if err == nil && !v.IsNone() {
			return object.Value{}, object.StopIteration(v)
		}
		return object.Value{}, err
	}
	return v, err
}

// Send implements Sender.
func (g *Generator) Send(t *object.Thread, v object.Value) (object.Value, bool, error) {
	if g.running {
		return object.Value{}, true, object.ValueError("%s already executing", g.what())
	}
	if g.frame == nil {
		if g.cls == object.CoroutineClass {
			return object.Value{}, true, object.RuntimeError("cannot reuse already awaited coroutine")
		}
		return object.None, true, nil
	}
	if !g.started {
		if !v.IsNone() {
			return object.Value{}, true, object.TypeError("can't send non-None value to a just-started %s", g.what())
		}
	} else {
		g.frame.r[g.code.Ins[g.frame.ip-1].A] = v
	}
	return Of(t).resume(g, nil)
}

func (g *Generator) what() string {
	switch g.cls {
	case object.CoroutineClass:
		return "coroutine"
	case object.AsyncGenClass:
		return "async generator"
	}
	return "generator"
}

// Throw implements Sender.
func (g *Generator) Throw(t *object.Thread, e *object.Exception) (object.Value, bool, error) {
	if g.running {
		return object.Value{}, true, object.ValueError("%s already executing", g.what())
	}
	if g.frame == nil {
		if g.cls == object.CoroutineClass {
			return object.Value{}, true, object.RuntimeError("cannot reuse already awaited coroutine")
		}
		return object.Value{}, true, e
	}
	m := Of(t)
	if !g.started {
		g.started = true
		if !m.CallersForgotten {
			g.frame.back = m.frame // where it ends, as if it had begun
		}
		m.addTraceback(e, g.frame, -1)
		m.discard(g)
		return object.Value{}, true, e
	}
	through := m.through // what is below takes it for itself
	if sub := g.Awaiting(); sub.Valid() {
		in := g.code.Ins[g.frame.ip-1]
		r, done, handled, err := m.throwBelow(g, sub, e)
		switch {
		case err != nil:
			m.chain(g, err)
			if object.AsException(err) == e {
				err = passed{e} // it was thrown, and raised by nobody
			}
			m.through = through
			return m.resume(g, err)
		case handled && !done:
			return r, false, nil
		case handled:
			g.frame.r[in.A] = r
			g.frame.ip = int(in.C)
			m.through = through
			return m.resume(g, nil)
		}
	}
	m.chain(g, e)
	m.through = through
	return m.resume(g, passed{e})
}

// throwBelow raises e in what g delegates to. g is on the stack meanwhile, but
// not the exception that it handles, which is CPython's way as well.
func (m *Machine) throwBelow(g *Generator, sub object.Value, e *object.Exception) (r object.Value, done, handled bool, err error) {
	f := g.frame
	outer, handling := m.frame, f.handled
	g.running = true
	f.back, f.handled = outer, nil
	m.frame = f
	r, done, handled, err = throwInto(m.T, sub, e)
	m.frame = outer
	f.back, f.handled = nil, handling
	g.running = false
	return r, done, handled, err
}

// throwInto raises e in what a generator delegates to; handled is false when
// that takes no exceptions.
func throwInto(t *object.Thread, sub object.Value, e *object.Exception) (r object.Value, done, handled bool, err error) {
	isExit := object.IsInstance(e, object.GeneratorExitClass)
	if s, ok := sub.Ref.(Sender); ok {
		if isExit {
			var err error
			switch g := sub.Ref.(type) {
			case *Generator:
				err = g.Close(t)
			case *asyncStep:
				err = g.Close(t)
			default:
				r, done, err = s.Throw(t, e)
				return r, done, true, err
			}
			return object.Value{}, false, err != nil, err
		}
		r, done, err = s.Throw(t, e)
		return r, done, true, err
	}
	if isExit {
		if m, ok, err := t.Special(sub, "close"); ok {
			if err == nil {
				_, err = t.Call(m)
			}
			return object.Value{}, false, false, err
		}
		return object.Value{}, false, false, nil
	}
	th, err := object.GetAttr(t, sub, "throw")
	if err != nil {
		return object.Value{}, false, false, nil
	}
	r, err = t.Call(th, object.Obj(e))
	if x, ok := err.(*object.Exception); ok && object.IsInstance(x, object.StopIterationClass) {
		return stopValue(x), true, true, nil
	}
	return r, false, true, err
}

func stopValue(e *object.Exception) object.Value {
	if v := e.Extra("value"); v.Valid() {
		return v
	}
	return object.None
}

// Close raises GeneratorExit in it and sees to it that it ends.
func (g *Generator) Close(t *object.Thread) error {
	_, err := g.CloseValue(t)
	return err
}

// CloseValue is Close; it gives what the generator returned, if it did.
func (g *Generator) CloseValue(t *object.Thread) (object.Value, error) {
	if g.frame == nil {
		return object.None, nil
	}
	if g.running {
		return object.None, object.ValueError("%s already executing", g.what())
	}
	if !g.started {
		m := Of(t)
		m.life.Forget(g)
		m.discard(g)
		g.started = true
		return object.None, nil
	}
	exit := object.NewException(object.GeneratorExitClass)
	Of(t).Chain(exit) // unlike what a program throws in, it comes of what the caller handles
	v, done, err := g.Throw(t, exit)
	if err == nil && !done {
		return object.None, object.RuntimeError("%s ignored GeneratorExit", g.what())
	}
	if err == nil {
		return v, nil
	}
	if object.IsInstance(err, object.GeneratorExitClass) || object.IsInstance(err, object.StopIterationClass) {
		return object.None, nil
	}
	return object.None, err
}

// FrameValue gives the frame that waits, None when the generator has ended.
func (g *Generator) FrameValue() object.Value {
	if g.frame == nil {
		return object.None
	}
	return g.frame.Keep()
}

// CodeValue gives the code object.
func (g *Generator) CodeValue() object.Value { return g.st.codeObject() }

// Suspended reports whether the code waits at a yield or await.
func (g *Generator) Suspended() bool { return g.started && !g.running && g.frame != nil }

// Local gives a local variable of the code that waits; the zero Value if there
// is none of that name, or it is unbound.
func (g *Generator) Local(name string) object.Value {
	if !g.Suspended() {
		return object.Value{}
	}
	return g.frame.Local(name)
}

// Size is about what CPython says of the generator: its frame is in it, with the
// variables and what an expression of ordinary depth needs.
func (g *Generator) Size() int { return 144 + 8*(len(g.code.Vars)+2) }
