package trio

import (
	"asyncio/coroutine"
	"asyncio/script/object"
	"asyncio/script/vm"
	core "asyncio/trio"
)

// pyCoro lets the core drive a Python coroutine, or any object that is resumed
// as one.
type pyCoro struct {
	b *Binding
	v val
}

// trapValue is what an operation yields through Python's coroutines.
type trapValue struct{ trap *core.Trap }

var trapClass = object.NewNativeClass("_trio", "trap").Final()

// Class implements object.Object.
func (*trapValue) Class() *object.Class { return trapClass }

// Traverse implements object.Traverser.
func (c *pyCoro) Traverse(visit func(val)) { visit(c.v) }

// Adopted implements coroutine.Adopter.
func (c *pyCoro) Adopted() {
	if g, ok := c.v.Ref.(*vm.Generator); ok {
		g.Adopt(c.b.t())
	}
}

func (c *pyCoro) step(v val, done bool, err error) coroutine.Step {
	switch {
	case err != nil:
		return coroutine.Step{Done: true, Err: err}
	case done:
		return coroutine.Step{Done: true, Value: v}
	}
	if t, ok := v.Ref.(*trapValue); ok {
		return coroutine.Step{Value: t.trap}
	}
	return coroutine.Step{Value: v}
}

// Send implements coroutine.Coroutine.
func (c *pyCoro) Send() coroutine.Step {
	m := vm.Of(c.b.t())
	m.Through()
	if s, ok := c.v.Ref.(vm.Sender); ok {
		return c.step(s.Send(c.b.t(), object.None))
	}
	return c.step(m.SendTo(c.v, object.None))
}

// Throw implements coroutine.Coroutine.
func (c *pyCoro) Throw(err error) coroutine.Step {
	e := object.AsException(err)
	if e == nil {
		return coroutine.Step{Done: true, Err: err}
	}
	m := vm.Of(c.b.t())
	m.Through()
	if s, ok := c.v.Ref.(vm.Sender); ok {
		return c.step(s.Throw(c.b.t(), e))
	}
	return c.step(m.ThrowTo(c.v, e))
}

// Close implements coroutine.Coroutine.
func (c *pyCoro) Close() error {
	m, err := object.GetAttr(c.b.t(), c.v, "close")
	if err == nil {
		_, err = c.b.t().Call(m)
	}
	return err
}

// Place implements coroutine.Placer.
func (c *pyCoro) Place() string {
	if g, ok := c.v.Ref.(*vm.Generator); ok {
		return g.Code().File + ":" + object.IntText(object.Int(int64(g.Line())))
	}
	return ""
}
