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
	started  bool
	running  bool
	// asyncRunning is set while an asend or the like of an async generator runs.
	asyncRunning, hooked bool
	// finalizer is the hook for an asynchronous generator that is dropped.
	finalizer object.Value
}

// Class implements object.Object.
func (g *Generator) Class() *object.Class { return g.cls }

// Repr implements object.Reprer.
func (g *Generator) Repr(t *object.Thread) (string, error) {
	what := g.cls.Name
	return "<" + what + " object " + g.Qualname + " at " + t.Address(object.Obj(g)) + ">", nil
}

// Done reports whether the generator has ended.
func (g *Generator) Done() bool { return g.frame == nil }

// Started reports whether any of the code has run.
func (g *Generator) Started() bool { return g.started }

// Running reports whether the code runs just now.
func (g *Generator) Running() bool { return g.running }

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

// Next implements object.Iterator for generators.
func (g *Generator) Next(t *object.Thread) (object.Value, error) {
	if g.cls != object.GeneratorClass {
		return object.Value{}, object.TypeError("'%s' object is not an iterator", g.cls.Name)
	}
	v, done, err := g.Send(t, object.None)
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
		m.addTraceback(e, g.frame, -1)
		m.discard(g)
		return object.Value{}, true, e
	}
	if sub := g.Awaiting(); sub.Valid() {
		in := g.code.Ins[g.frame.ip-1]
		g.running = true
		r, done, handled, err := throwInto(t, sub, e)
		g.running = false
		switch {
		case err != nil:
			m.chain(g, err)
			return m.resume(g, err)
		case handled && !done:
			return r, false, nil
		case handled:
			g.frame.r[in.A] = r
			g.frame.ip = int(in.C)
			return m.resume(g, nil)
		}
	}
	m.chain(g, e)
	return m.resume(g, passed{e})
}

// throwInto raises e in what a generator delegates to; handled is false when
// that takes no exceptions.
func throwInto(t *object.Thread, sub object.Value, e *object.Exception) (r object.Value, done, handled bool, err error) {
	isExit := object.IsInstance(e, object.GeneratorExitClass)
	if s, ok := sub.Ref.(Sender); ok {
		if g, ok := sub.Ref.(*Generator); ok && isExit {
			if err := g.Close(t); err != nil {
				return object.Value{}, false, true, err
			}
			return object.Value{}, false, false, nil
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
	if g.frame == nil {
		return nil
	}
	if g.running {
		return object.ValueError("%s already executing", g.what())
	}
	if !g.started {
		Of(t).discard(g)
		g.started = true
		return nil
	}
	_, done, err := g.Throw(t, object.NewException(object.GeneratorExitClass))
	if err == nil && !done {
		return object.RuntimeError("%s ignored GeneratorExit", g.what())
	}
	if err != nil && (object.IsInstance(err, object.GeneratorExitClass) || object.IsInstance(err, object.StopIterationClass)) {
		return nil
	}
	return err
}

// asyncValue wraps what an asynchronous generator yields to its consumer, to
// tell it from what its awaits yield to the loop.
type asyncValue struct{ v object.Value }

// Class implements object.Object.
func (*asyncValue) Class() *object.Class { return object.ObjectClass }

// asyncStep is the awaitable of anext, asend, athrow and aclose.
type asyncStep struct {
	g     *Generator
	send  object.Value
	throw *object.Exception
	close bool
	state uint8 // 0 new, 1 running, 2 done
}

// AsyncStepClass is the type of an asynchronous generator's awaitables.
var AsyncStepClass = object.NewNativeClass("builtins", "async_generator_asend").Final()

// Class implements object.Object.
func (*asyncStep) Class() *object.Class { return AsyncStepClass }

// Await implements Awaiter.
func (s *asyncStep) Await(*object.Thread) (object.Value, error) { return object.Obj(s), nil }

// Next implements object.Iterator.
func (s *asyncStep) Next(t *object.Thread) (object.Value, error) {
	v, done, err := s.Send(t, object.None)
	if done && err == nil {
		return object.Value{}, object.StopIteration(v)
	}
	return v, err
}

// Send implements Sender.
func (s *asyncStep) Send(t *object.Thread, v object.Value) (object.Value, bool, error) {
	g := s.g
	first := s.state == 0
	switch {
	case s.state == 2:
		return object.Value{}, true, object.RuntimeError("cannot reuse already awaited %s", s.name())
	case first:
		if g.asyncRunning {
			s.state = 2
			return object.Value{}, true, object.RuntimeError("%s: asynchronous generator is already running", s.method())
		}
		if g.frame == nil {
			s.state = 2
			if s.close {
				return object.None, true, nil
			}
			return object.Value{}, true, object.NewException(object.StopAsyncIterationClass)
		}
		s.state, g.asyncRunning = 1, true
		if h := Of(t).AsyncGenHooks; h != nil && !g.hooked {
			g.hooked = true
			if err := h(t, g); err != nil {
				return object.Value{}, true, err
			}
		}
	}
	var r object.Value
	var done bool
	var err error
	switch {
	case first && s.close && !g.started:
		err = g.Close(t)
		done = true
	case first && s.throw != nil:
		r, done, err = g.Throw(t, s.throw)
	case first:
		if !g.started && !s.send.IsNone() {
			err = object.TypeError("can't send non-None value to a just-started async generator")
			break
		}
		r, done, err = g.Send(t, s.send)
	default:
		r, done, err = g.Send(t, v)
	}
	return s.outcome(r, done, err)
}

func (s *asyncStep) name() string {
	if s.throw != nil {
		return "aclose()/athrow()"
	}
	return "__anext__()/asend()"
}

func (s *asyncStep) method() string {
	switch {
	case s.close:
		return "aclose()"
	case s.throw != nil:
		return "athrow()"
	case s.send.IsNone():
		return "anext()"
	}
	return "asend()"
}

func (s *asyncStep) outcome(r object.Value, done bool, err error) (object.Value, bool, error) {
	if err == nil && !done {
		w, yielded := r.Ref.(*asyncValue)
		if !yielded {
			return r, false, nil // to the loop
		}
		s.end()
		if s.close {
			return object.Value{}, true, object.RuntimeError("async generator ignored GeneratorExit")
		}
		return w.v, true, nil
	}
	s.end()
	if s.close && (err == nil || object.IsInstance(err, object.GeneratorExitClass) || object.IsInstance(err, object.StopAsyncIterationClass)) {
		return object.None, true, nil
	}
	if err == nil {
		err = object.NewException(object.StopAsyncIterationClass)
	}
	return object.Value{}, true, err
}

func (s *asyncStep) end() {
	s.state = 2
	s.g.asyncRunning = false
}

// Throw implements Sender.
func (s *asyncStep) Throw(t *object.Thread, e *object.Exception) (object.Value, bool, error) {
	if s.state == 2 {
		return object.Value{}, true, object.RuntimeError("cannot reuse already awaited %s", s.name())
	}
	if s.state == 0 {
		s.state = 1
		s.g.asyncRunning = true
	}
	return s.outcome(s.g.Throw(t, e))
}

// Asend gives the awaitable of an asynchronous generator's asend.
func (g *Generator) Asend(v object.Value) object.Value { return object.Obj(&asyncStep{g: g, send: v}) }

// Athrow gives the awaitable of athrow, or of aclose.
func (g *Generator) Athrow(e *object.Exception, closing bool) object.Value {
	return object.Obj(&asyncStep{g: g, throw: e, close: closing, send: object.None})
}
