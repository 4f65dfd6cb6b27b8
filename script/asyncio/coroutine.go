package asyncio

import (
	"asyncio/coroutine"
	"asyncio/script/object"
	"asyncio/script/vm"
	"fmt"
)

// pyCoro lets the core's Task drive a coroutine of the machine.
type pyCoro struct {
	b *Binding
	g *vm.Generator
}

func (c *pyCoro) step(v object.Value, done bool, err error) coroutine.Step {
	switch {
	case err != nil:
		return coroutine.Step{Done: true, Err: err}
	case done:
		return coroutine.Step{Done: true, Value: v}
	case v.IsNone():
		return coroutine.Step{}
	}
	if p, ok := v.Ref.(*pyFuture); ok {
		return coroutine.Step{Value: p.f}
	}
	return coroutine.Step{Value: v}
}

// Send implements coroutine.Coroutine.
func (c *pyCoro) Send() coroutine.Step { return c.step(c.g.Send(c.b.t(), object.None)) }

// Throw implements coroutine.Coroutine.
func (c *pyCoro) Throw(err error) coroutine.Step {
	e := object.AsException(err)
	if e == nil {
		return coroutine.Step{Done: true, Err: err}
	}
	return c.step(c.g.Throw(c.b.t(), e))
}

// Close implements coroutine.Coroutine.
func (c *pyCoro) Close() error { return c.g.Close(c.b.t()) }

// Describe implements coroutine.Describer.
func (c *pyCoro) Describe(done bool) string {
	word := "running"
	if done {
		word = "done, defined"
	}
	line := c.g.Line()
	if done {
		line = c.g.Code().FirstLine
	}
	return fmt.Sprintf("%s() %s at %s:%d", c.g.Qualname, word, c.g.Code().File, line)
}

// Place implements coroutine.Placer.
func (c *pyCoro) Place() string { return fmt.Sprintf("%s:%d", c.g.Code().File, c.g.Line()) }
