// Package asyncio is the module asyncio of the interpreter: Python's view of the
// loops, futures and tasks of the core.
package asyncio

import (
	"asyncio/future"
	"asyncio/loop"
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/vm"
)

// Binding joins one interpreter to the core.
type Binding struct {
	h *host.Host
}

// Of gives the interpreter's binding.
func Of(h *host.Host) *Binding {
	return h.Part((*Binding)(nil), func() any { return &Binding{h: h} }).(*Binding)
}

// t gives the thread that runs now.
func (b *Binding) t() *object.Thread { return b.h.Thread() }

type owned interface {
	Owner() any
	SetOwner(any)
}

// wrap gives the one Python object of a core future.
func (b *Binding) wrap(f future.Awaitable) object.Value {
	o, ok := f.(owned)
	if ok {
		if p, ok := o.Owner().(*pyFuture); ok {
			return object.Obj(p)
		}
	}
	p := &pyFuture{b: b, f: f}
	if ok {
		o.SetOwner(p)
	}
	return object.Obj(p)
}

// toValue turns a result of the core into a Python value.
func (b *Binding) toValue(v any) object.Value {
	switch x := v.(type) {
	case nil:
		return object.None
	case object.Value:
		return x
	case bool:
		return object.Bool(x)
	case string:
		return object.String(x)
	case int:
		return object.Int(int64(x))
	case future.Awaitable:
		return b.wrap(x)
	case error:
		if e := object.AsException(x); e != nil {
			return object.Obj(e)
		}
	case []any:
		items := make([]object.Value, len(x))
		for k, y := range x {
			items[k] = b.toValue(y)
		}
		return object.Obj(object.NewList(items))
	}
	return object.None
}

// awaitable turns what Python gave into what the core takes.
func (b *Binding) awaitable(v object.Value) any {
	switch o := v.Ref.(type) {
	case *pyFuture:
		return o.f
	case *vm.Generator:
		if o.Class() == object.CoroutineClass {
			o.Adopt(b.t())
			return &pyCoro{b, o}
		}
	}
	return v
}

// running gives the loop that runs in this thread.
func (b *Binding) running() (*loop.Loop, error) { return loop.Running(b.h.Process.CurrentThread()) }
