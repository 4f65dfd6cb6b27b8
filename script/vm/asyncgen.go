package vm

import "asyncio/script/object"

// asyncValue wraps what an asynchronous generator yields to its consumer, to
// tell it from what its awaits yield to the loop.
type asyncValue struct{ v object.Value }

// Class implements object.Object.
func (*asyncValue) Class() *object.Class { return object.ObjectClass }

// asyncStep is the awaitable of anext, asend, athrow and aclose.
type asyncStep struct {
	object.Mortal
	g     *Generator
	send  object.Value
	throw *object.Exception
	close bool
	state uint8 // 0 new, 1 running, 2 done
}

// AsyncStepClass is the type of an asynchronous generator's awaitables.
var AsyncStepClass = object.NewNativeClass("builtins", "async_generator_asend").Final()

// AsyncThrowClass is the type of those that athrow and aclose give.
var AsyncThrowClass = object.NewNativeClass("builtins", "async_generator_athrow").Final()

// Class implements object.Object.
func (s *asyncStep) Class() *object.Class {
	if s.throw != nil {
		return AsyncThrowClass
	}
	return AsyncStepClass
}

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
	if first && s.Watched() {
		Of(t).life.Forget(s)
	}
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
		if !g.hooked {
			g.hooked = true
			if err := Of(t).firstIteration(t, g); err != nil {
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
		if s.Watched() {
			Of(t).life.Forget(s)
		}
		if s.g.asyncRunning {
			s.state = 2
			return object.Value{}, true, object.RuntimeError("%s: asynchronous generator is already running", s.method())
		}
		s.state = 1
		s.g.asyncRunning = true
	}
	return s.outcome(s.g.Throw(t, e))
}

// Close ends the step that waits.
func (s *asyncStep) Close(t *object.Thread) error {
	if m := Of(t); s.state == 2 || !m.StepsWarn {
		s.state = 2
		return nil
	}
	_, done, err := s.Throw(t, object.NewException(object.GeneratorExitClass))
	switch {
	case err == nil && done:
		return nil
	case err == nil:
		return object.RuntimeError("coroutine ignored GeneratorExit")
	case object.IsInstance(err, object.GeneratorExitClass), object.IsInstance(err, object.StopIterationClass),
		object.IsInstance(err, object.StopAsyncIterationClass):
		return nil
	}
	return err
}

// Asend gives the awaitable of an asynchronous generator's asend.
func (g *Generator) Asend(t *object.Thread, v object.Value) object.Value {
	return Of(t).madeStep(&asyncStep{g: g, send: v})
}

// Athrow gives the awaitable of athrow, or of aclose.
func (g *Generator) Athrow(t *object.Thread, e *object.Exception, closing bool) object.Value {
	return Of(t).madeStep(&asyncStep{g: g, throw: e, close: closing, send: object.None})
}

func (m *Machine) madeStep(s *asyncStep) object.Value {
	if m.StepsWarn {
		m.life.Watch(s)
	}
	return object.Obj(s)
}

// Finalize implements object.Finalizer: nobody awaited it.
func (s *asyncStep) Finalize(t *object.Thread) {
	m := Of(t)
	if s.state != 0 || !m.StepsWarn || m.StepNeverAwaited == nil {
		return
	}
	s.state = 2
	method := "asend"
	switch {
	case s.close:
		method = "aclose"
	case s.throw != nil:
		method = "athrow"
	}
	if err := m.StepNeverAwaited(t, s.g, method); err != nil {
		m.unraisable(t, err, object.Obj(s))
	}
}

// Generator gives the asynchronous generator that the awaitable runs.
func (s *asyncStep) Generator() *Generator { return s.g }
