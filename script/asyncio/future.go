package asyncio

import (
	"strings"

	"asyncio/contextvars"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/script/object"
	"asyncio/task"
)

// pyFuture is a core future as Python sees it.
type pyFuture struct {
	object.Head
	object.Mortal
	b    *Binding
	aw   future.Awaitable // nil before __init__
	base *future.Future   // the future that aw is or embeds
	own  *object.Dict     // attributes of one that is no subclass's
	it   futureIter
	// overrides tells that the class changes what the core would call.
	overrides bool
	printing  bool
}

// anyFuture is a *pyFuture or what embeds one.
type anyFuture interface {
	object.Object
	future() *pyFuture
}

func (p *pyFuture) future() *pyFuture { return p }

// Class implements object.Object.
func (p *pyFuture) Class() *object.Class {
	if c := p.Subclass(); c != nil {
		return c
	}
	if p.aw == nil || p.aw == future.Awaitable(p.base) {
		return p.b.cls.future
	}
	return p.b.cls.gathering
}

// ClassName has the core print the class's name.
func (p *pyFuture) ClassName() string { return className(p.Class()) }

// Repr implements object.Reprer.
func (p *pyFuture) Repr(*object.Thread) (string, error) {
	if p.aw == nil {
		return "", notInitialized()
	}
	if p.printing { // it holds itself
		if p.b.profile().ShortRecursiveRepr {
			return "...", nil
		}
		return "<" + className(p.Class()) + " finished result=...>", nil
	}
	p.printing = true
	defer func() { p.printing = false }()
	return p.base.String(), nil
}

// Traverse implements object.Traverser.
func (p *pyFuture) Traverse(visit func(val)) {
	p.TraverseHead(visit)
	if p.own != nil {
		visit(object.Obj(p.own))
	}
}

// References implements object.Referrer.
func (p *pyFuture) References(visit func(any)) {
	r, ok := p.aw.(object.Referrer)
	if !ok {
		return
	}
	// The core's object and this one are one: neither keeps the other.
	self := p.base.Owner()
	r.References(func(x any) {
		if x != self && x != any(p.aw) {
			visit(x)
		}
	})
}

// Attr implements object.Dynamic: attributes a program gave the future.
func (p *pyFuture) Attr(_ *object.Thread, name string) (val, bool, error) {
	if !p.Exact() {
		return val{}, false, nil
	}
	if p.own == nil {
		return val{}, false, nil
	}
	v := p.own.GetStr(name)
	return v, v.Valid(), nil
}

// SetAttr implements object.DynamicSetter.
func (p *pyFuture) SetAttr(_ *object.Thread, name string, x val) (bool, error) {
	if !p.Exact() {
		return false, nil
	}
	if p.own == nil {
		p.own = object.NewDict()
	}
	if !x.Valid() {
		return p.own.DelStr(name), nil
	}
	p.own.SetStr(name, x)
	return true, nil
}

// Born gives the number of the future's birth, 0 before __init__.
func (p *pyFuture) Born() uint64 {
	if p.base == nil {
		return 0
	}
	return p.base.Born()
}

// Finalize implements object.Finalizer: an exception that nobody took is
// reported.
func (p *pyFuture) Finalize(t *object.Thread) {
	if !p.Class().Deletes() { // a program's __del__ stands for this one, which it may call
		p.ended(t, false)
	}
}

// ended is what __del__ of the builtin classes does.
func (p *pyFuture) ended(*object.Thread, bool) {
	if p.base == nil {
		return
	}
	// A KeyboardInterrupt of the handler has nowhere to go.
	_ = p.base.ReportUnretrieved()
}

const uninitialized = "Future object is not initialized."

func notInitialized() error { return object.RuntimeError(uninitialized) }

// futureArg gives the future that a method was called on.
func futureArg(v val) (*pyFuture, error) {
	p := v.Ref.(anyFuture).future()
	if p.aw == nil {
		return nil, notInitialized()
	}
	return p, nil
}

// taken are the methods by which the core uses a future.
var taken = []string{"result", "exception", "cancel", "cancelled", "done", "add_done_callback", "remove_done_callback", "get_loop"}

// overriding reports whether a class changes one of them.
func overriding(c *object.Class) bool {
	if c.Builtin() {
		return false
	}
	for _, name := range taken {
		m, ok := c.Lookup(name)
		if !ok {
			continue
		}
		if _, native := m.Ref.(*object.Builtin); !native {
			return true
		}
	}
	return false
}

// attach makes p stand for the core future aw.
func (p *pyFuture) attach(aw future.Awaitable, base *future.Future, self object.Object) {
	p.aw, p.base = aw, base
	p.overrides = overriding(self.Class())
	base.SetOwner(self)
}

// loopArg gives the loop of a loop= argument, the current one for None.
func (b *Binding) loopArg(v val) (*loop.Loop, error) {
	if !v.Valid() || v.IsNone() {
		return b.currentLoop()
	}
	return b.loopOf(v)
}

// setter is a future whose outcome can be given.
type setter interface {
	SetResult(any) error
	SetException(error) error
}

// outcome gives a future's result. An error is raised anew, also one that was
// raised before.
func (p *pyFuture) outcome() (val, error) {
	v, err := p.aw.Result()
	if err != nil {
		p.b.raisedBy(p.aw, err)
		return val{}, err
	}
	return p.b.toValue(v), nil
}

// exceptionArg gives the exception of a set_exception call; a class stands for
// a new instance.
func exceptionArg(t *object.Thread, x val) (*object.Exception, error) {
	if c, ok := x.Ref.(*object.Class); ok && c.IsSubclass(object.BaseExceptionClass) {
		var err error
		if x, err = t.Call(x); err != nil {
			return nil, err
		}
	}
	e, ok := x.Ref.(*object.Exception)
	if !ok {
		return nil, object.TypeError("invalid exception object")
	}
	return e, nil
}

// contextArg gives the core's context of a context= argument.
func contextArg(v val) (*contextvars.Context, error) {
	if !v.Valid() || v.IsNone() {
		return nil, nil
	}
	c, ok := v.Ref.(*pyContext)
	if !ok {
		return nil, object.TypeError("expected an instance of Context, got %s", object.ClassOf(v).Name)
	}
	return c.ctx, nil
}

// refusesStop tells a plain StopIteration, which older versions refuse.
func refusesStop(b *Binding, e *object.Exception) bool {
	return !b.profile().WrapsStopIteration && e.Class() == object.StopIterationClass
}

// setter gives what Future's own methods set the outcome of: of a task that is
// the future in it.
func (p *pyFuture) setter() setter {
	if _, isTask := p.aw.(*task.Task); isTask {
		return p.base
	}
	return p.aw.(setter)
}

func (p *pyFuture) setException(t *object.Thread, x val) error {
	if p.base.State() != future.Pending {
		return p.setter().SetException(object.NewException(object.ExceptionClass))
	}
	e, err := exceptionArg(t, x)
	if err != nil {
		return err
	}
	if refusesStop(p.b, e) {
		return object.TypeError("StopIteration interacts badly with generators and cannot be raised into a Future")
	}
	if !p.b.profile().WrapsStopIteration && e.Class().IsSubclass(object.StopIterationClass) {
		return p.base.SetSubclassException(e)
	}
	return p.setter().SetException(e)
}

func stateName(f *future.Future) string { return strings.ToUpper(f.State().String()) }
