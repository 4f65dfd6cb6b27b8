package vm

import "asyncio/script/object"

// anextDefault is the awaitable of anext(iterator, default).
type anextDefault struct{ awaitable, value, it object.Value }

// AnextDefaultClass is the type of such awaitables.
var AnextDefaultClass = object.NewNativeClass("builtins", "anext_awaitable").Final()

// AnextDefault gives what is awaited, or value when the iterator is at its end.
func AnextDefault(awaitable, value object.Value) object.Value {
	return object.Obj(&anextDefault{awaitable: awaitable, value: value})
}

// Class implements object.Object.
func (*anextDefault) Class() *object.Class { return AnextDefaultClass }

// Traverse implements object.Traverser.
func (a *anextDefault) Traverse(visit func(object.Value)) {
	visit(a.awaitable)
	visit(a.value)
	if a.it.Valid() {
		visit(a.it)
	}
}

// Await implements Awaiter.
func (a *anextDefault) Await(*object.Thread) (object.Value, error) { return object.Obj(a), nil }

// Next implements object.Iterator.
func (a *anextDefault) Next(t *object.Thread) (object.Value, error) {
	v, done, err := a.Send(t, object.None)
	if done && err == nil {
		err = object.StopIteration(v)
	}
	return v, err
}

func (a *anextDefault) start(t *object.Thread) (err error) {
	if !a.it.Valid() {
		a.it, err = Of(t).getAwait(a.awaitable, 0)
	}
	return err
}

func (a *anextDefault) outcome(v object.Value, done bool, err error) (object.Value, bool, error) {
	if object.IsInstance(err, object.StopAsyncIterationClass) {
		return a.value, true, nil
	}
	return v, done, err
}

// Send implements Sender.
func (a *anextDefault) Send(t *object.Thread, v object.Value) (object.Value, bool, error) {
	if err := a.start(t); err != nil {
		return object.Value{}, true, err
	}
	return a.outcome(Of(t).sendSlow(a.it, v))
}

// Throw implements Sender.
func (a *anextDefault) Throw(t *object.Thread, e *object.Exception) (object.Value, bool, error) {
	if err := a.start(t); err != nil {
		return object.Value{}, true, err
	}
	v, done, handled, err := throwInto(t, a.it, e)
	if err == nil && !handled {
		err = e
	}
	return a.outcome(v, done, err)
}

// Close ends what is awaited.
func (a *anextDefault) Close(t *object.Thread) error {
	if g, ok := a.it.Ref.(interface{ Close(*object.Thread) error }); ok {
		return g.Close(t)
	}
	return nil
}
