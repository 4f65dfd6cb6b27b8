package asyncio

import (
	"fmt"
	"strings"

	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/script/object"
	"asyncio/script/vm"
)

// native is a coroutine that is resumed without a call of a Python method.
type native interface {
	vm.Sender
	Close(t *object.Thread) error
}

// pyCoro lets the core drive a Python coroutine: one of the machine, or any
// object with send, throw and close.
type pyCoro struct {
	b *Binding
	v val
	n native // nil for an object that is used by its methods
	// eager is the task while its first step is to run as it is made: for code
	// that may hold further coroutines, and that nobody has the task from yet.
	eager *pyTask
}

// coroutineOf gives the core's view of a coroutine.
func (b *Binding) coroutineOf(v val) (coroutine.Coroutine, bool) {
	if !b.isCoroutine(v) {
		return nil, false
	}
	c := new(pyCoro)
	c.init(b, v)
	return c, true
}

// Traverse implements object.Traverser.
func (c *pyCoro) Traverse(visit func(val)) { visit(c.v) }

func (c *pyCoro) init(b *Binding, v val) {
	c.b, c.v = b, v
	c.n, _ = v.Ref.(native)
}

// Adopted implements coroutine.Adopter.
func (c *pyCoro) Adopted() {
	if g, ok := c.v.Ref.(*vm.Generator); ok {
		g.Adopt(c.b.t())
	}
}

// isCoroutine is asyncio.iscoroutine.
func (b *Binding) isCoroutine(v val) bool {
	cls := object.ClassOf(v)
	switch cls {
	case object.CoroutineClass, nativeCoroClass, vm.AsyncStepClass, vm.AsyncThrowClass:
		return true
	case object.GeneratorClass:
		return b.profile().GeneratorsAreCoroutines
	}
	if _, isFuture := v.Ref.(anyFuture); isFuture {
		return false
	}
	for _, name := range [...]string{"__await__", "send", "throw", "close"} {
		if m, ok := cls.Lookup(name); !ok || m.IsNone() {
			return false
		}
	}
	return true
}

func (c *pyCoro) step(v val, done bool, err error) coroutine.Step {
	switch {
	case err != nil:
		return coroutine.Step{Done: true, Err: err}
	case done:
		return coroutine.Step{Done: true, Value: v}
	case v.IsNone():
		return coroutine.Step{}
	}
	switch o := v.Ref.(type) {
	case *pyFuture:
		if !o.overrides && o.aw != nil {
			return coroutine.Step{Value: o.aw}
		}
	case *pyTask:
		if !o.overrides && o.aw != nil {
			return coroutine.Step{Value: o.aw}
		}
	case *vm.Generator:
		if o.Class() == object.GeneratorClass {
			return coroutine.Step{Value: &pyCoro{b: c.b, v: v, n: o}}
		}
	}
	if f, ok := c.b.futureOf(v); ok {
		return coroutine.Step{Value: f}
	}
	return coroutine.Step{Value: v}
}

// fresh gives an error of a coroutine without a frame what is being handled as
// its context, unless it was thrown in.
func (c *pyCoro) fresh(err error, thrown *object.Exception) error {
	if e, ok := err.(*object.Exception); ok && e != thrown && e.TB == nil && e.Context == nil {
		vm.Of(c.b.t()).Chain(e)
	}
	return err
}

// Send implements coroutine.Coroutine.
func (c *pyCoro) Send() coroutine.Step {
	if c.n != nil {
		if c.eager != nil {
			drop := vm.Of(c.b.t()).Hold(object.Obj(c.eager))
			defer drop()
			c.eager = nil
		} else {
			c.b.through()
		}
		t := c.b.t()
		v, done, err := c.n.Send(t, object.None)
		vm.Of(t).Opaque()
		return c.step(v, done, c.fresh(err, nil))
	}
	return c.call("send", object.None)
}

// RaisedAnew implements coroutine.Waker.
func (c *pyCoro) RaisedAnew(by any, err error) {
	if f, ok := by.(future.Awaitable); ok {
		c.b.raisedBy(f, err)
	}
}

// Woken implements coroutine.Waker.
func (c *pyCoro) Woken(by any, err error) {
	if err == nil && c.b.h.In.Life.Live == 0 {
		return // it leads to nothing whose end could be noticed
	}
	c.b.woken = append(c.b.woken, by)
	if err == nil {
		return
	}
	if e := object.AsException(err); e != nil {
		c.b.woken = append(c.b.woken, object.Obj(e))
	}
}

// Throw implements coroutine.Coroutine.
func (c *pyCoro) Throw(err error) coroutine.Step {
	e := object.AsException(err)
	if e == nil {
		return coroutine.Step{Done: true, Err: err}
	}
	if c.n != nil {
		t := c.b.through()
		v, done, err := c.n.Throw(t, e)
		vm.Of(t).Opaque()
		return c.step(v, done, c.fresh(err, e))
	}
	return c.call("throw", object.Obj(e))
}

// Close implements coroutine.Coroutine.
func (c *pyCoro) Close() error {
	if c.n != nil {
		t := c.b.through()
		defer vm.Of(t).Opaque()
		return c.n.Close(t)
	}
	m, err := object.GetAttr(c.b.t(), c.v, "close")
	if err == nil {
		_, err = c.b.t().Call(m)
	}
	return err
}

// call resumes an object by its method; StopIteration is its end.
func (c *pyCoro) call(name string, arg val) coroutine.Step {
	t := c.b.t()
	m, err := object.GetAttr(t, c.v, name)
	if err != nil {
		return coroutine.Step{Done: true, Err: err}
	}
	r, err := t.Call(m, arg)
	if e, ok := err.(*object.Exception); ok && object.IsInstance(e, object.StopIterationClass) {
		v := e.Extra("value")
		if !v.Valid() {
			v = object.None
		}
		return coroutine.Step{Done: true, Value: v}
	}
	return c.step(r, false, err)
}

// String prints the coroutine object.
func (c *pyCoro) String() string { return c.b.repr(c.v) }

// Describe implements coroutine.Describer.
func (c *pyCoro) Describe(bool) string {
	g, ok := c.v.Ref.(*vm.Generator)
	if !ok {
		return c.describeObject()
	}
	if g.Done() {
		return fmt.Sprintf("%s done, defined at %s:%d", c.name(), g.Code().File, g.Code().FirstLine)
	}
	return fmt.Sprintf("%s running at %s:%d", c.name(), g.Code().File, g.Line())
}

// describeObject is Describe for an object that acts as a coroutine: what it
// tells of itself by a coroutine's or a generator's attributes.
func (c *pyCoro) describeObject() string {
	t := c.b.t()
	attr := func(names ...string) val {
		for _, name := range names {
			v, err := object.GetAttr(t, c.v, name)
			if yes, e := object.Truth(t, v); err == nil && e == nil && yes {
				return v
			}
		}
		return object.None
	}
	code := attr("cr_code", "gi_code")
	if code.IsNone() {
		if !attr("cr_running", "gi_running").IsNone() {
			return c.name() + " running"
		}
		return c.name()
	}
	what, of, line := "done, defined", code, "co_firstlineno"
	if f := attr("gi_frame", "cr_frame"); !f.IsNone() {
		what, of, line = "running", f, "f_lineno"
	}
	file, _ := object.GetAttr(t, code, "co_filename")
	name, _ := object.StrOf(file)
	if name == "" {
		name = "<empty co_filename>"
	}
	n, _ := object.GetAttr(t, of, line)
	number, _ := object.IntOf(n)
	return fmt.Sprintf("%s %s at %s:%d", c.name(), what, name, number)
}

func (c *pyCoro) name() string {
	if g, ok := c.v.Ref.(*vm.Generator); ok {
		return g.Qualname + "()"
	}
	for _, name := range [...]string{"__qualname__", "__name__"} {
		if v, err := object.GetAttr(c.b.t(), c.v, name); err == nil {
			if s, ok := object.StrOf(v); ok && s != "" {
				return s + "()"
			}
		}
	}
	return "<" + object.ClassOf(c.v).Name + " without __name__>()"
}

// Place implements coroutine.Placer.
func (c *pyCoro) Place() string {
	if g, ok := c.v.Ref.(*vm.Generator); ok {
		return fmt.Sprintf("%s:%d", g.Code().File, g.Line())
	}
	return ""
}

// nativeCoroClass is the type of coroutines that are not written in Python.
var nativeCoroClass = func() *object.Class {
	c := object.NewNativeClass("builtins", "coroutine").Final()
	step := func(v val, done bool, err error) (val, error) {
		if done && err == nil {
			err = object.StopIteration(v)
		}
		return v, err
	}
	c.Def("__await__", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { return a[0], nil })
	c.Def("__next__", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		return step(a[0].Ref.(native).Send(t, object.None))
	})
	c.Def("send", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) { return step(a[0].Ref.(native).Send(t, a[1])) })
	c.Def("throw", 2, 4, func(t *object.Thread, a []val, _ kws) (val, error) {
		e, err := exceptionArg(t, a[1])
		if err != nil {
			return val{}, err
		}
		return step(a[0].Ref.(native).Throw(t, e))
	})
	c.Def("close", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) { return object.None, a[0].Ref.(native).Close(t) })
	return c
}()

// coreCoro is a coroutine of the core as Python sees it: it can be awaited or
// be made a task of.
type coreCoro struct {
	b    *Binding
	c    coroutine.Coroutine
	over bool
}

// Class implements object.Object.
func (*coreCoro) Class() *object.Class { return nativeCoroClass }

// References implements object.Referrer.
func (c *coreCoro) References(visit func(any)) { visit(c.c) }

// coroutineValue gives the Python object of a coroutine.
func (b *Binding) coroutineValue(c coroutine.Coroutine) val {
	if p, ok := c.(*pyCoro); ok {
		return p.v
	}
	return object.Obj(&coreCoro{b: b, c: c})
}

// Repr implements object.Reprer.
func (c *coreCoro) Repr(t *object.Thread) (string, error) {
	name := "coroutine"
	if d, ok := c.c.(coroutine.Describer); ok {
		name = d.Describe(true)
	}
	return fmt.Sprintf("<coroutine object %s at %s>", name, t.Address(object.Obj(c))), nil
}

// Attr implements object.Dynamic.
func (c *coreCoro) Attr(_ *object.Thread, name string) (val, bool, error) {
	if name == "__qualname__" || name == "__name__" {
		return object.String(c.plainName()), true, nil
	}
	return val{}, false, nil
}

func (c *coreCoro) plainName() string {
	text := "coroutine"
	if d, ok := c.c.(coroutine.Describer); ok {
		text, _, _ = strings.Cut(d.Describe(true), "(")
	}
	return text
}

// Await implements vm.Awaiter.
func (c *coreCoro) Await(*object.Thread) (val, error) { return object.Obj(c), nil }

func (c *coreCoro) outcome(s coroutine.Step) (val, bool, error) {
	if s.Done {
		c.over = true
		return c.b.toValue(s.Value), true, s.Err
	}
	return c.b.toValue(s.Value), false, nil
}

// Send implements vm.Sender.
func (c *coreCoro) Send(t *object.Thread, _ val) (val, bool, error) {
	vm.Of(t).Opaque()
	if c.over {
		return val{}, true, object.RuntimeError("cannot reuse already awaited coroutine")
	}
	return c.outcome(c.c.Send())
}

// Throw implements vm.Sender.
func (c *coreCoro) Throw(t *object.Thread, e *object.Exception) (val, bool, error) {
	vm.Of(t).Opaque()
	return c.outcome(c.c.Throw(e))
}

// Close ends the coroutine.
func (c *coreCoro) Close(t *object.Thread) error {
	vm.Of(t).Opaque()
	if c.over {
		return nil
	}
	c.over = true
	return c.c.Close()
}
