package vm

import "asyncio/script/object"

// asyncValue wraps what an asynchronous generator yields to its consumer, to
// tell it from what its awaits yield to the loop.
type asyncValue struct{ v object.Value }

// Class implements object.Object.
func (*asyncValue) Class() *object.Class { return object.ObjectClass }

// asyncStep is the awaitable of anext, asend, athrow and aclose.
type asyncStep struct {
	object.Mark
	g     *Generator
	kind  stepKind
	state uint8 // 0 new, 1 running, 2 done
	send  object.Value
	// thrown are the arguments of athrow, of which throw makes the exception
	// when the step begins.
	thrown []object.Value
	throw  func(t *object.Thread, thrown []object.Value) (*object.Exception, error)
}

// stepKind is the method that gave an asyncStep.
type stepKind uint8

const (
	asend stepKind = iota // or __anext__
	athrow
	aclose
)

// AsyncStepClass is the type of an asynchronous generator's awaitables.
var AsyncStepClass = object.NewNativeClass("builtins", "async_generator_asend").Final()

// AsyncThrowClass is the type of those that athrow and aclose give.
var AsyncThrowClass = object.NewNativeClass("builtins", "async_generator_athrow").Final()

// Class implements object.Object.
func (s *asyncStep) Class() *object.Class {
	if s.kind == asend {
		return AsyncStepClass
	}
	return AsyncThrowClass
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
	switch {
	case s.state == 2:
		return object.Value{}, true, object.RuntimeError("cannot reuse already awaited %s", s.name())
	case first:
		if g.asyncRunning {
			s.begins(t, 2)
			return object.Value{}, true, s.running()
		}
		if g.frame == nil {
			s.begins(t, 2)
			if s.kind == aclose || s.kind == athrow {
				return object.None, true, nil
			}
			return object.Value{}, true, object.NewException(object.StopAsyncIterationClass)
		}
		if g.closing && s.kind != asend {
			s.begins(t, 2)
			return object.Value{}, true, object.NewException(object.StopAsyncIterationClass)
		}
		g.closing = g.closing || s.kind == aclose
		s.begins(t, 1)
		g.asyncRunning = true
	}
	var r object.Value
	var done bool
	var err error
	switch {
	case first && s.kind == aclose && !g.started:
		err = g.Close(t)
		done = true
	case first && s.kind == aclose:
		r, done, err = g.Throw(t, object.NewException(object.GeneratorExitClass))
	case first && s.kind == athrow:
		var e *object.Exception
		if e, err = s.throw(t, s.thrown); err == nil {
			Of(t).life.Ended(e) // which the step keeps, and its frames the step
			r, done, err = g.Throw(t, e)
		}
	case first:
		if v.IsNone() {
			v = s.send
		}
		if !g.started && !v.IsNone() {
			err = object.TypeError("can't send non-None value to a just-started async generator")
			break
		}
		r, done, err = g.Send(t, v)
	default:
		r, done, err = g.Send(t, v)
	}
	return s.outcome(r, done, err)
}

func (s *asyncStep) name() string {
	if s.kind == asend {
		return "__anext__()/asend()"
	}
	return "aclose()/athrow()"
}

// running is the error of a step of a generator that another step runs.
func (s *asyncStep) running() error {
	name := [...]string{asend: "anext()", athrow: "athrow()", aclose: "aclose()"}[s.kind]
	return object.RuntimeError("%s: asynchronous generator is already running", name)
}

func (s *asyncStep) outcome(r object.Value, done bool, err error) (object.Value, bool, error) {
	if err == nil && !done {
		w, yielded := r.Ref.(*asyncValue)
		if !yielded {
			return r, false, nil // to the loop
		}
		s.end()
		if s.kind == aclose {
			return object.Value{}, true, object.RuntimeError("async generator ignored GeneratorExit")
		}
		return w.v, true, nil
	}
	s.end()
	if s.kind == aclose && (err == nil || object.IsInstance(err, object.GeneratorExitClass) || object.IsInstance(err, object.StopAsyncIterationClass)) {
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
		if !Of(t).StepsWarn { // nor does what is thrown in begin a step there: it is new still
			r, done, err := s.outcome(s.g.Throw(t, e))
			s.state = 0
			return r, done, err
		}
		if s.g.asyncRunning {
			s.begins(t, 2)
			return object.Value{}, true, s.running()
		}
		s.begins(t, 1)
		s.g.asyncRunning = true
	}
	return s.outcome(s.g.Throw(t, e))
}

// Close ends the step that waits.
func (s *asyncStep) Close(t *object.Thread) error {
	if m := Of(t); s.state == 2 || !m.StepsWarn {
		s.begins(t, 2)
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
func (g *Generator) Asend(v object.Value) object.Value { return object.Obj(&asyncStep{g: g, send: v}) }

// Athrow gives the awaitable of athrow, which throws what throw makes of thrown
// when it begins.
func (g *Generator) Athrow(thrown []object.Value, throw func(t *object.Thread, thrown []object.Value) (*object.Exception, error)) object.Value {
	return object.Obj(&asyncStep{g: g, kind: athrow, thrown: thrown, throw: throw, send: object.None})
}

// Aclose gives the awaitable of aclose.
func (g *Generator) Aclose() object.Value {
	return object.Obj(&asyncStep{g: g, kind: aclose, send: object.None})
}

// Expect has what Asend, Athrow or Aclose gave reported when it is dropped
// before it began. The generator's hook is told now.
func Expect(t *object.Thread, step object.Value) (object.Value, error) {
	s, m := step.Ref.(*asyncStep), Of(t)
	if err := m.iterated(t, s.g); err != nil {
		return object.Value{}, err
	}
	if m.StepsWarn {
		m.life.Watch(s)
	}
	return step, nil
}

// Finalize implements object.Finalizer.
func (s *asyncStep) Finalize(t *object.Thread) {
	if m := Of(t); s.state == 0 && m.StepsWarn && m.StepNeverAwaited != nil {
		s.state = 2
		name := [...]string{asend: "asend", athrow: "athrow", aclose: "aclose"}[s.kind]
		if err := m.StepNeverAwaited(t, s.g, name); err != nil {
			m.unraisable(t, err, object.Obj(s))
		}
	}
}

// begins notes that the step is not new any more.
func (s *asyncStep) begins(t *object.Thread, state uint8) {
	s.state = state
	if s.Watched() {
		Of(t).life.Forget(s)
	}
}

// Generator gives the asynchronous generator that the awaitable runs.
func (s *asyncStep) Generator() *Generator { return s.g }
