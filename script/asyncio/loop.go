package asyncio

import (
	"fmt"

	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/script/object"
	"asyncio/script/vm"
	"asyncio/signalsafe"
	"asyncio/task"
)

// attributed is an object that takes attributes, one of the builtin class
// itself too.
type attributed struct{ object.Head }

// Attr implements object.Dynamic.
func (p *attributed) Attr(_ *object.Thread, name string) (val, bool, error) {
	if name == "__dict__" {
		return object.Obj(p.AllowAttrs().Dict()), true, nil
	}
	return val{}, false, nil
}

// SetAttr implements object.DynamicSetter.
func (p *attributed) SetAttr(*object.Thread, string, val) (bool, error) {
	p.AllowAttrs()
	return false, nil // they are set as any object's
}

// Traverse implements object.Traverser.
func (p *attributed) Traverse(visit func(val)) { p.TraverseHead(visit) }

// pyLoop is a loop of the core as Python sees it.
type pyLoop struct {
	attributed
	object.Mark
	b        *Binding
	l        *loop.Loop                 // nil before __init__
	factory  val                        // the task factory, if one was set
	handler  val                        // the exception handler, if one was set
	executor val                        // the default executor
	selector *pySelector                // what the program gave to wait with, nil for the core's
	patched  map[string]bool            // methods that were set on the loop itself
	signals  *object.Dict               // _signal_handlers, once asked for
	fromCore map[signalsafe.Signal]bool // which of them are the core's
	endRun   func()                     // ends a run that the program makes by hand
	gens     asyncgens
	tracks   bool // notes where coroutines are made
	depth    int  // of that before
	born     uint64
}

// Born gives the number of the loop's birth.
func (p *pyLoop) Born() uint64 { return p.born }

// Class implements object.Object.
func (p *pyLoop) Class() *object.Class {
	if c := p.Subclass(); c != nil {
		return c
	}
	return p.b.cls.loop
}

// Repr implements object.Reprer.
func (p *pyLoop) Repr(*object.Thread) (string, error) {
	if p.l == nil {
		return "", object.AttributeError("'%s' object has no attribute '_debug'", className(p.Class()))
	}
	flag := map[bool]string{false: "False", true: "True"}
	return fmt.Sprintf("<%s running=%s closed=%s debug=%s>", className(p.Class()),
		flag[p.l.IsRunning()], flag[p.l.IsClosed()], flag[p.l.Debug()]), nil
}

// Traverse implements object.Traverser.
func (p *pyLoop) Traverse(visit func(val)) {
	visit(p.factory)
	visit(p.handler)
	visit(p.executor)
	if p.signals != nil {
		visit(object.Obj(p.signals))
	}
	if p.selector != nil {
		visit(p.selector.v)
	}
	p.attributed.Traverse(visit)
}

// References implements object.Referrer.
func (p *pyLoop) References(visit func(any)) {
	if p.l != nil {
		visit(p.l)
	}
}

// loopValue gives the one Python object of a loop.
func (b *Binding) loopValue(l *loop.Loop) val {
	if l == nil {
		return object.None
	}
	if p, ok := l.Owner().(*pyLoop); ok {
		return object.Obj(p)
	}
	p := &pyLoop{b: b, l: l}
	b.own(p)
	return object.Obj(p)
}

// own makes p the object of its loop.
func (b *Binding) own(p *pyLoop) {
	p.l.SetOwner(p)
	p.l.SetBirths(b.h.In.Life.Births())
	p.born = p.l.Born()
	p.l.SetAsyncGens(&p.gens)
	p.gens.p = p
	p.l.Unretrieved().SetWatch(b.watchFailed, b.forgetFailed)
	p.l.Unretrieved().SetEnded(b.ended)
	p.l.SetBetween(b.settle)
	p.l.SetStack(b.stack)
	p.l.SetAbandon(b.abandoned)
	b.loops = append(b.loops, p)
}

// watchFailed has a failed future reported when it is dropped before anybody
// took its exception.
func (b *Binding) watchFailed(f future.Awaitable) {
	if m, ok := b.wrap(f).Ref.(object.Finalizer); ok {
		b.h.In.Life.Watch(m)
	}
}

// ended notes an exception that a task or future ends with.
func (b *Binding) ended(err error) {
	if e, ok := err.(*object.Exception); ok {
		b.h.In.Life.Ended(e)
	}
}

// forgetFailed ends that: there is nothing to report any more. What a program's
// own class does when it is dropped stays.
func (b *Binding) forgetFailed(f future.Awaitable) {
	if p, ok := b.wrap(f).Ref.(anyFuture); ok && p.future().Exact() {
		b.h.In.Life.Forget(b.wrap(f).Ref.(object.Finalizer))
	}
}

// loopOf gives the core's loop of a Python one.
func (b *Binding) loopOf(v val) (*loop.Loop, error) {
	p, ok := v.Ref.(*pyLoop)
	if !ok || p.l == nil {
		return nil, object.TypeError("an event loop is required, not %s", object.ClassOf(v).Name)
	}
	return p.l, nil
}

// newLoop makes a loop of the core for p.
func (b *Binding) newLoop(p *pyLoop, sel val) error {
	c := b.h.LoopConfig()
	if sel.Valid() && !sel.IsNone() {
		s, err := b.givenSelector(p, sel)
		if err != nil {
			return err
		}
		p.selector, c.Selector = s, s
	}
	c.Tasks = b.makeOwnTask
	if o := b.overrides(p); o != nil {
		c.Overrides = func(l *loop.Loop) *loop.Overrides {
			p.l = l
			return o
		}
	}
	l, err := loop.New(c)
	if err != nil {
		return err
	}
	p.l = l
	b.own(p)
	if b.overridden(p, "create_task") {
		task.SetFactory(l, b.factory(p))
	}
	if b.debugWanted() {
		l.SetDebug(true)
	}
	return nil
}

// makeOwnTask is the core's way to tasks of its own.
func (b *Binding) makeOwnTask(l *loop.Loop, c coroutine.Coroutine, own bool) (future.Awaitable, error) {
	return b.runTask(l, c, task.Options{Quiet: own})
}

// callArgs are the context that a callback is to run in, from context=.
func (p *pyLoop) callArgs(name string, kw kws) (c callContext, err error) {
	a, err := object.Args(name, nil, kw, 0, "context")
	if err != nil {
		return c, err
	}
	if c.ctx, err = contextArg(a[0]); err == nil && c.ctx == nil {
		c.vars = p.b.thread().Context().Vars()
	}
	return c, err
}

// checkCallback makes debug mode's checks of a callback.
func (p *pyLoop) checkCallback(method string, fn val) error {
	if !p.l.Debug() || p.l.IsClosed() {
		return nil
	}
	if _, ok := fn.Ref.(*coreCall); ok {
		return nil
	}
	if p.b.isCoroutine(fn) || p.b.isCoroutineFunction(fn) {
		return object.TypeError("coroutines cannot be used with %s()", method)
	}
	if !callable(fn) {
		return object.TypeError("a callable object was expected by %s(), got %s", method, p.b.repr(fn))
	}
	return nil
}

func callable(v val) bool {
	switch v.Ref.(type) {
	case object.Caller, *object.Class, *object.Builtin:
		return true
	}
	m, ok := object.ClassOf(v).Lookup("__call__")
	return ok && !m.IsNone()
}

// isCoroutineFunction is asyncio.iscoroutinefunction.
func (b *Binding) isCoroutineFunction(v val) bool {
	for range 100 {
		if m, ok := v.Ref.(*object.BoundMethod); ok {
			v = m.Fn
			continue
		}
		fn, _, _, ok := b.partial(v)
		if !ok {
			break
		}
		v = fn
	}
	if f, ok := v.Ref.(*vm.Function); ok && f.IsCoroutineFunction() {
		return true
	}
	for _, name := range []string{"_is_coroutine_mark", "_is_coroutine"} {
		if m, err := object.GetAttr(b.t(), v, name); err == nil && object.Is(m, b.coroutineMark) {
			return true
		}
	}
	return false
}

func (p *pyLoop) handle(h *handle.Handle, err error) (val, error) {
	if err != nil {
		return val{}, err
	}
	return p.b.handleOn(p.l, h, nil), nil
}

func (p *pyLoop) timer(t *handle.TimerHandle, err error) (val, error) {
	if err != nil {
		return val{}, err
	}
	return p.b.handleOn(p.l, &t.Handle, t), nil
}
