package asyncio

import (
	"asyncio/script/object"
	"asyncio/script/vm"
)

// awaiting is a coroutine of the library that awaits an object with
// __await__.
type awaiting struct {
	b  *Binding
	v  val
	it val
	// name and qualname are its __name__ and __qualname__.
	name, qualname string
	over           bool
}

// Class implements object.Object.
func (*awaiting) Class() *object.Class { return nativeCoroClass }

// Repr implements object.Reprer.
func (a *awaiting) Repr(t *object.Thread) (string, error) {
	return "<coroutine object " + a.qualname + " at " + t.Address(object.Obj(a)) + ">", nil
}

// Traverse implements object.Traverser.
func (a *awaiting) Traverse(visit func(val)) { visit(a.v); visit(a.it) }

// Attr implements object.Dynamic.
func (a *awaiting) Attr(_ *object.Thread, name string) (val, bool, error) {
	switch name {
	case "__qualname__":
		return object.String(a.qualname), true, nil
	case "__name__":
		return object.String(a.name), true, nil
	}
	return val{}, false, nil
}

// Await implements vm.Awaiter.
func (a *awaiting) Await(*object.Thread) (val, error) { return object.Obj(a), nil }

// Send implements vm.Sender.
func (a *awaiting) Send(t *object.Thread, v val) (val, bool, error) {
	if a.over {
		return val{}, true, object.RuntimeError("cannot reuse already awaited coroutine")
	}
	if !a.it.Valid() {
		it, err := vm.Of(t).AwaitIter(a.v)
		if err != nil {
			a.over = true
			return val{}, true, err
		}
		a.it = it
	}
	return a.outcome(vm.Of(t).SendTo(a.it, v))
}

// Throw implements vm.Sender.
func (a *awaiting) Throw(t *object.Thread, e *object.Exception) (val, bool, error) {
	if a.over || !a.it.Valid() {
		a.over = true
		return val{}, true, e
	}
	return a.outcome(vm.Of(t).ThrowTo(a.it, e))
}

func (a *awaiting) outcome(v val, done bool, err error) (val, bool, error) {
	a.over = done || err != nil
	return v, a.over, err
}

// Close ends it.
func (a *awaiting) Close(t *object.Thread) error {
	if a.over || !a.it.Valid() {
		a.over = true
		return nil
	}
	_, done, err := a.Throw(t, object.NewException(object.GeneratorExitClass))
	switch {
	case err == nil && !done:
		return object.RuntimeError("coroutine ignored GeneratorExit")
	case object.IsInstance(err, object.GeneratorExitClass), object.IsInstance(err, object.StopIterationClass):
		return nil
	}
	return err
}
