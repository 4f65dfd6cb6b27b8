package vm

import "asyncio/script/object"

// coroutineWrapper is what a coroutine's __await__ gives: an iterator that
// drives it.
type coroutineWrapper struct{ g *Generator }

// CoroutineWrapperClass is the type of such iterators.
var CoroutineWrapperClass = object.NewNativeClass("builtins", "coroutine_wrapper").Final()

// NewCoroutineWrapper is coroutine.__await__.
func NewCoroutineWrapper(g *Generator) object.Value { return object.Obj(&coroutineWrapper{g}) }

// Class implements object.Object.
func (*coroutineWrapper) Class() *object.Class { return CoroutineWrapperClass }

// Generator gives the coroutine that the iterator drives.
func (w *coroutineWrapper) Generator() *Generator { return w.g }

// Traverse implements object.Traverser.
func (w *coroutineWrapper) Traverse(visit func(object.Value)) { visit(object.Obj(w.g)) }

// Driven does what [Generator.Driven] does.
func (w *coroutineWrapper) Driven(t *object.Thread) { w.g.Driven(t) }

// Next implements object.Iterator.
func (w *coroutineWrapper) Next(t *object.Thread) (object.Value, error) {
	v, done, err := w.g.Send(t, object.None)
	w.g.Driven(t)
	if done && err == nil {
		err = object.StopIteration(v)
	}
	return v, err
}

// Send implements Sender.
func (w *coroutineWrapper) Send(t *object.Thread, v object.Value) (object.Value, bool, error) {
	return w.g.Send(t, v)
}

// Throw implements Sender.
func (w *coroutineWrapper) Throw(t *object.Thread, e *object.Exception) (object.Value, bool, error) {
	return w.g.Throw(t, e)
}

// Close ends the coroutine.
func (w *coroutineWrapper) Close(t *object.Thread) error { return w.g.Close(t) }
