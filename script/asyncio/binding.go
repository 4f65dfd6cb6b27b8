// Package asyncio is the module asyncio of the interpreter: Python's view of the
// loops, futures and tasks of the core.
//
// Each core object has at most one Python object, which stands in its Owner
// slot. A core future is driven directly; an object of another make, or of a
// class that overrides what a future does, takes part through foreign.
package asyncio

import (
	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/profile"
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/vm"
	"asyncio/task"
)

type (
	val = object.Value
	kws = []object.Kw
)

// Binding joins one interpreter to the core.
type Binding struct {
	h      *host.Host
	cls    classes
	policy val
	vars   uint64 // context variables made so far
	// coroutineMark marks functions as coroutine functions.
	coroutineMark val
	others        others
	core          *object.Module // what CPython has in C, in a module of that name
	runnerStates  val            // the enumeration of what a Runner's _state is
	helpers       *object.Module // what is written in Python
	threadHelpers *object.Module // the same, what needs threads
	loops         []*pyLoop      // made and, when last looked at, not closed
	stack         *stack
	globals       map[string]*object.Dict // of CPython's modules whose functions are Go here
	woken         []any                   // what the callback that runs woke tasks with, and by what
}

// classes are the interpreter's own: which methods they have is the profile's.
type classes struct {
	future, task, gathering, iter *object.Class
	handle, timer                 *object.Class
	abstract, base, selector      *object.Class
	loop                          *object.Class
	policy, runner                *object.Class
}

// Of gives the interpreter's binding.
func Of(h *host.Host) *Binding {
	return h.Part((*Binding)(nil), func() any {
		b := &Binding{h: h}
		b.install()
		h.Machine.ThrowForgets = b.profile().ThrowForgets
		b.stack = b.newStack()
		h.Machine.AddRoot(b)
		h.Machine.Collecting = append(h.Machine.Collecting, b.collecting)
		b.futureClasses()
		b.taskClass()
		b.handleClasses()
		b.loopClasses()
		b.policyClass()
		b.runnerClass()
		b.coroutineMark = object.Obj(object.NewInstance(object.ObjectClass))
		return b
	}).(*Binding)
}

// of gives the binding of the interpreter that a thread belongs to.
func of(t *object.Thread) *Binding { return Of(t.In.Host.(*host.Host)) }

// t gives the thread that runs now.
func (b *Binding) t() *object.Thread { return b.h.Thread() }

// thread gives what the core keeps of the thread that runs now.
func (b *Binding) thread() *process.Thread { return b.h.Process.CurrentThread() }

func (b *Binding) profile() *profile.Profile { return b.h.Process.Profile }

// running gives the loop that runs in this thread.
func (b *Binding) running() (*loop.Loop, error) { return loop.Running(b.thread()) }

// wrap gives the one Python object of a core future.
func (b *Binding) wrap(f future.Awaitable) val {
	switch x := f.(type) {
	case nil:
		return object.None
	case foreign:
		return x.v
	case *task.Task:
		if p, ok := x.Owner().(*pyTask); ok {
			return object.Obj(p)
		}
		p := &pyTask{t: x}
		p.b, p.aw, p.base = b, f, &x.Future
		x.SetOwner(p)
		return object.Obj(p)
	}
	c, ok := f.(interface{ Base() *future.Future })
	if !ok {
		return object.None
	}
	base := c.Base()
	switch p := base.Owner().(type) {
	case *pyFuture:
		return object.Obj(p)
	case *pyTask:
		return object.Obj(p)
	}
	p := &pyFuture{b: b, aw: f, base: base}
	base.SetOwner(p)
	return object.Obj(p)
}

// toValue turns a result of the core into a Python value.
func (b *Binding) toValue(v any) val {
	switch x := v.(type) {
	case nil:
		return object.None
	case val:
		return x
	case bool:
		return object.Bool(x)
	case string:
		return object.String(x)
	case int:
		return object.Int(int64(x))
	case float64:
		return object.Float(x)
	case future.Awaitable:
		return b.wrap(x)
	case *handle.Handle:
		return b.handleValue(x)
	case *handle.TimerHandle:
		return b.timerValue(x)
	case *handle.ErrorContext:
		return b.contextDict(x)
	case *loop.Loop:
		return b.loopValue(x)
	case coroutine.Coroutine:
		return b.coroutineValue(x)
	case error:
		if e := object.AsException(x); e != nil {
			return object.Obj(e)
		}
	case []any:
		items := make([]val, len(x))
		for k, y := range x {
			items[k] = b.toValue(y)
		}
		return object.Obj(object.NewList(items))
	}
	return object.None
}

// awaitable turns what Python gave into what the core takes: a future, a
// coroutine, or the value itself when it is neither.
func (b *Binding) awaitable(v val) any {
	if f, ok := b.futureOf(v); ok {
		return f
	}
	if c, ok := b.coroutineOf(v); ok {
		return c
	}
	return v
}

// futureOf gives the core's view of a future of any make.
func (b *Binding) futureOf(v val) (future.Awaitable, bool) {
	switch o := v.Ref.(type) {
	case *pyFuture:
		if o.aw == nil {
			return foreign{b, v}, true
		}
		if o.overrides {
			return foreign{b, v}, true
		}
		return o.aw, true
	case *pyTask:
		if o.aw == nil || o.overrides {
			return foreign{b, v}, true
		}
		return o.aw, true
	case *vm.Generator:
		return nil, false
	}
	if b.actsAsFuture(v) {
		return foreign{b, v}, true
	}
	return nil, false
}

// actsAsFuture reports whether an object of another make has a future's mark:
// its class, or the one it claims to be of, has the attribute, and it is not
// None.
func (b *Binding) actsAsFuture(v val) bool {
	const mark = "_asyncio_future_blocking"
	cls := object.ClassOf(v)
	if _, ok := cls.Lookup(mark); !ok {
		own, ok := cls.Lookup("__class__")
		plain, _ := object.ObjectClass.Lookup("__class__")
		if !ok || object.Is(own, plain) {
			return false
		}
		claimed, err := object.GetAttr(b.t(), v, "__class__")
		if err != nil {
			return false
		}
		c, isClass := claimed.Ref.(*object.Class)
		if !isClass {
			return false
		}
		if _, ok := c.Lookup(mark); !ok {
			return false
		}
	}
	x, err := object.GetAttr(b.t(), v, mark)
	return err == nil && !x.IsNone()
}

// References implements object.Referrer: what the threads' loops keep in use.
func (b *Binding) References(visit func(any)) {
	visit(b.policy)
	visit(b.runnerStates)
	visit(b.others.tasks)
	if b.others.current != nil {
		visit(object.Obj(b.others.current))
	}
	for _, t := range b.h.Threads.Alive() {
		visit(t.Process)
	}
	for _, e := range b.woken {
		visit(e)
	}
}

// through gives the thread for a call from the core, which holds nothing that
// is not found from its loop.
func (b *Binding) through() *object.Thread {
	t := b.t()
	vm.Of(t).Through()
	return t
}

// repr prints a value for a text of the core's; Python code that fails there
// has no say.
func (b *Binding) repr(v val) string {
	s, err := object.ReprText(b.t(), v)
	if err != nil {
		return b.instanceText(v)
	}
	return s
}

// instanceText stands for an object that has no text of its own.
func (b *Binding) instanceText(v val) string {
	return "<" + className(object.ClassOf(v)) + " instance at " + b.t().Address(v) + ">"
}

// install has the core print and log in Python's ways.
func (b *Binding) install() {
	s := b.h.Process
	s.Repr = func(v any) string { return b.repr(b.reprValue(v)) }
	s.ReprShort = func(v any) string { return b.shortRepr(b.reprValue(v)) }
	s.Traceback = func(err error) string { return b.traceback(err) }
	s.Origin = b.origin
	s.LibraryPlace = libraryPlace
	s.Logger = logger{b}
}

// reprValue is toValue for printing.
func (b *Binding) reprValue(v any) val { return b.toValue(v) }
