package asyncio

import (
	"fmt"

	"asyncio/future"
	"asyncio/handle"
	"asyncio/script/object"
)

// pyCall is a Python callback with its arguments.
type pyCall struct {
	b    *Binding
	fn   val
	args []val
}

// Call implements handle.Callback.
func (c *pyCall) Call() error {
	_, err := c.b.through().CallKw(c.fn, c.args, nil)
	return err
}

// DescribeCallback implements handle.Describer.
func (c *pyCall) DescribeCallback(args bool) string { return c.b.callbackText(c.fn, c.args, args) }

// Traverse visits what the callback refers to.
func (c *pyCall) Traverse(visit func(val)) {
	visit(c.fn)
	for _, a := range c.args {
		visit(a)
	}
}

// coreCall is a callback of the core as Python sees it, such as a task's step.
type coreCall struct {
	b  *Binding
	cb handle.Callback
}

var coreCallClass = object.NewNativeClass("_asyncio", "TaskStepMethWrapper").Final()

// Class implements object.Object.
func (*coreCall) Class() *object.Class { return coreCallClass }

// CallObject implements object.Caller.
func (c *coreCall) CallObject(*object.Thread, []val, kws) (val, error) {
	return object.None, c.cb.Call()
}

// Repr implements object.Reprer.
func (c *coreCall) Repr(t *object.Thread) (string, error) {
	return fmt.Sprintf("<%s object at %s>", c.Class().FullName(), t.Address(object.Obj(c))), nil
}

// References implements object.Referrer.
func (c *coreCall) References(visit func(any)) { visit(c.cb) }

// callback makes the core's callback of a Python one.
func (b *Binding) callback(fn val, args []val) handle.Callback {
	if c, ok := fn.Ref.(*coreCall); ok && len(args) == 0 {
		return c.cb
	}
	return &pyCall{b, fn, append([]val(nil), args...)}
}

// callbackValue gives a core's callback as Python's call_soon takes it.
func (b *Binding) callbackValue(cb handle.Callback) (fn val, args []val) {
	if c, ok := cb.(*pyCall); ok {
		return c.fn, c.args
	}
	if d, ok := cb.(future.DoneCall); ok {
		done, f := d.Done()
		return b.doneValue(done), []val{b.wrap(f)}
	}
	return object.Obj(&coreCall{b, cb}), nil
}

// pyDone is a done callback.
type pyDone struct {
	b  *Binding
	fn val
}

// Traverse implements object.Traverser.
func (d pyDone) Traverse(visit func(val)) { visit(d.fn) }

// FutureDone implements future.DoneCallback.
func (d pyDone) FutureDone(f future.Awaitable) error {
	v := d.b.wrap(f)
	_, err := d.b.through().Call(d.fn, v)
	return err
}

// CallbackName implements future.CallbackNamer.
func (d pyDone) CallbackName() (name, place string) {
	return d.b.callbackName(d.fn, d.b.profile().ArgumentsInRepr)
}

// Matches implements future.Matcher: callbacks are compared as Python does.
func (d pyDone) Matches(o future.DoneCallback) bool {
	x, ok := o.(pyDone)
	if !ok {
		return false
	}
	same, err := object.Equal(d.b.t(), d.fn, x.fn)
	return err == nil && same
}

// coreDone is a done callback of the core as Python sees it, such as a task's
// wake-up.
type coreDone struct {
	b  *Binding
	cb future.DoneCallback
}

var coreDoneClass = object.NewNativeClass("builtins", "builtin_function_or_method").Final()

// Class implements object.Object.
func (*coreDone) Class() *object.Class { return coreDoneClass }

// CallObject implements object.Caller.
func (c *coreDone) CallObject(_ *object.Thread, args []val, kw kws) (val, error) {
	if len(args) != 1 || len(kw) > 0 {
		return val{}, object.TypeError("function takes exactly 1 argument (%d given)", len(args)+len(kw))
	}
	f, ok := c.b.futureOf(args[0])
	if !ok {
		return val{}, object.TypeError("a future is required")
	}
	return object.None, c.cb.FutureDone(f)
}

// Repr implements object.Reprer.
func (c *coreDone) Repr(*object.Thread) (string, error) { return c.name(), nil }

func (c *coreDone) name() string {
	if n, ok := c.cb.(future.CallbackNamer); ok {
		name, _ := n.CallbackName()
		return name
	}
	return "<built-in function>"
}

// Attr implements object.Dynamic.
func (c *coreDone) Attr(_ *object.Thread, name string) (val, bool, error) {
	if name == "__qualname__" || name == "__name__" {
		return object.String(c.name()), true, nil
	}
	return val{}, false, nil
}

// References implements object.Referrer.
func (c *coreDone) References(visit func(any)) { visit(c.cb) }

// doneCallback makes the core's done callback of a Python one.
func (b *Binding) doneCallback(fn val) future.DoneCallback {
	if c, ok := fn.Ref.(*coreDone); ok {
		return c.cb
	}
	return pyDone{b, fn}
}

// doneValue gives a core's done callback as Python sees it.
func (b *Binding) doneValue(cb future.DoneCallback) val {
	if d, ok := cb.(pyDone); ok {
		return d.fn
	}
	return object.Obj(&coreDone{b, cb})
}
