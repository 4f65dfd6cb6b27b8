package asyncio

import (
	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/loop"
	"asyncio/script/object"
	"asyncio/script/vm"
	"asyncio/task"
)

// pyTask is a core task as Python sees it.
type pyTask struct {
	pyFuture
	t   *task.Task
	drv pyCoro
}

// Class implements object.Object.
func (p *pyTask) Class() *object.Class {
	if c := p.Subclass(); c != nil {
		return c
	}
	return p.b.cls.task
}

// ClassName has the core print the class's name.
func (p *pyTask) ClassName() string { return className(p.Class()) }

// Traverse implements object.Traverser.
func (p *pyTask) Traverse(visit func(val)) {
	p.pyFuture.Traverse(visit)
	visit(p.drv.v)
}

// TaskMade implements task.Owner.
func (p *pyTask) TaskMade(t *task.Task) {
	p.t = t
	p.attach(t, &t.Future, p)
}

// Finalize implements object.Finalizer: a task that is dropped before it is done
// is reported, and its coroutine goes with it.
func (p *pyTask) Finalize(t *object.Thread) {
	if !p.Class().Deletes() {
		p.ended(t, false)
	}
}

// Collected implements object.Collected: the older goes first, which is the
// coroutine.
func (p *pyTask) Collected(t *object.Thread) {
	if !p.Class().Deletes() {
		p.ended(t, true)
	}
}

// ended is what __del__ of the builtin class does.
func (p *pyTask) ended(t *object.Thread, collected bool) {
	switch {
	case p.t == nil || p.t.Done():
		p.pyFuture.ended(t, collected)
	case collected:
		p.dropCoroutine(t)
		p.t.Destroyed()
	default:
		p.t.Destroyed()
		p.dropCoroutine(t)
	}
}

func (p *pyTask) dropCoroutine(t *object.Thread) {
	v := p.b.coroutineValue(p.t.Coroutine())
	if g, ok := v.Ref.(object.Finalizer); ok {
		g.Finalize(t)
		return
	}
	if err := p.t.Coroutine().Close(); err != nil {
		vm.Of(t).Unraisable(t, err, v)
	}
}

// taskOptions are the arguments of Task and create_task.
type taskOptions struct {
	name    val
	context val
	eager   bool
}

// made gives the core's options, the task's name among them.
func (o taskOptions) made(t *object.Thread) (task.Options, error) {
	var out task.Options
	ctx, err := contextArg(o.context)
	if err != nil {
		return out, err
	}
	out.Context, out.Eager = ctx, o.eager
	if o.name.Valid() && !o.name.IsNone() {
		out.Name, err = object.StrText(t, o.name)
		if err == nil && out.Name == "" {
			out.Nameless = true
		}
	}
	return out, err
}

// newTask makes a task as asyncio.Task does; self is the object that stands
// for it.
func (b *Binding) newTask(self *pyTask, l *loop.Loop, coro val, o task.Options) error {
	if !b.isCoroutine(coro) {
		return object.TypeError("a coroutine was expected, got %s", b.repr(coro))
	}
	self.b = b
	self.drv.init(b, coro)
	if o.Eager {
		self.drv.eager = self
	}
	o.Owner = self
	_, err := task.New(l, &self.drv, o)
	self.drv.eager = nil
	return err
}

// factory gives the loop's task factory as the core calls it.
func (b *Binding) factory(p *pyLoop) task.Factory {
	return func(l *loop.Loop, c coroutine.Coroutine, o task.Options) (*task.Task, error) {
		var kw kws
		if o.Name != "" {
			kw = append(kw, object.Kw{Name: "name", Val: object.String(o.Name)})
		}
		if o.Context != nil {
			kw = append(kw, object.Kw{Name: "context", Val: b.contextValue(o.Context)})
		}
		m, err := object.GetAttr(b.t(), object.Obj(p), "create_task")
		if err != nil {
			return nil, err
		}
		v, err := b.t().CallKw(m, []val{b.coroutineValue(c)}, kw)
		if err != nil {
			return nil, err
		}
		made, ok := v.Ref.(*pyTask)
		if !ok || made.t == nil {
			return nil, object.TypeError("a Task was expected, got %s", b.repr(v))
		}
		made.t.Name() // it has one, whatever the core thinks of factories
		if o.Quiet {
			made.t.SetQuiet(true)
		}
		return made.t, nil
	}
}

// createTask is BaseEventLoop.create_task.
func (b *Binding) createTask(t *object.Thread, p *pyLoop, coro val, o taskOptions) (val, error) {
	if p.l.IsClosed() {
		return val{}, object.RuntimeError("Event loop is closed")
	}
	if p.factory.Valid() {
		return b.factoryTask(t, p, coro, o)
	}
	made, err := o.made(t)
	if err != nil {
		return val{}, err
	}
	self := &pyTask{}
	if err := b.newTask(self, p.l, coro, made); err != nil {
		return val{}, err
	}
	return object.Obj(self), nil
}

// failedEagerly puts a task that failed while it was made into a ring: the
// function that makes it is on the stack in its exception's traceback, and has it.
func (b *Binding) failedEagerly(p *pyTask) {
	_, err := p.t.Outcome()
	if err == nil || p.t.Cancelled() {
		return
	}
	if e := object.AsException(err); e != nil && e.TB != nil {
		e.TB.Holds(object.Obj(p))
	}
}

// factoryTask makes a task by a Python factory and names it as the version
// does.
func (b *Binding) factoryTask(t *object.Thread, p *pyLoop, coro val, o taskOptions) (val, error) {
	var kw kws
	if o.context.Valid() && !o.context.IsNone() {
		kw = kws{{Name: "context", Val: o.context}}
	}
	v, err := t.CallKw(p.factory, []val{object.Obj(p), coro}, kw)
	if err != nil {
		return val{}, err
	}
	if made, ok := v.Ref.(*pyTask); ok && made.t != nil && made.t.EndedEagerly() {
		b.failedEagerly(made)
	}
	named := o.name.Valid() && !o.name.IsNone()
	if !named && !b.profile().FactoryTaskIsNamedNone {
		return v, nil
	}
	if !named {
		o.name = object.None
	}
	m, err := object.GetAttr(t, v, "set_name")
	if err == nil {
		_, err = t.Call(m, o.name)
	}
	return v, err
}

// contextOfTask gives a task's context as Python sees it.
func (b *Binding) contextOfTask(t *task.Task) val { return b.contextValue(t.Context()) }

var _ contextvars.Holder = (*task.Task)(nil)
