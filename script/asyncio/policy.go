package asyncio

import (
	"asyncio/loop"
	"asyncio/process"
	"asyncio/script/object"
)

// pyPolicy is an event loop policy: it gives each thread its loop.
type pyPolicy struct {
	attributed
	b     *Binding
	loops map[*process.Thread]val // None where a thread was given none
}

// Traverse implements object.Traverser.
func (p *pyPolicy) Traverse(visit func(val)) {
	p.attributed.Traverse(visit)
	for _, l := range p.loops {
		visit(l)
	}
}

// set gives the current thread its loop. The thread takes note of it too, for
// Go code that asks.
func (p *pyPolicy) set(v val) {
	th := p.b.thread()
	if _, known := p.loops[th]; !known {
		if p.loops == nil {
			p.loops = map[*process.Thread]val{}
		}
		if !p.b.h.Process.IsMain(th) {
			p.b.h.Threads.Current().AtEnd(func() { delete(p.loops, th) })
		}
	}
	p.loops[th] = v
	if v.IsNone() {
		th.SetCurrentLoop(nil)
	} else {
		th.SetCurrentLoop(coreOr(v))
	}
}

// policyOf gives the policy of a method's self.
func policyOf(v val) (*pyPolicy, error) {
	p, ok := v.Ref.(*pyPolicy)
	if !ok {
		return nil, object.TypeError("a policy is required, not %s", object.ClassOf(v).Name)
	}
	return p, nil
}

// local is a policy's _local: what it knows of the current thread.
func (p *pyPolicy) local(t *object.Thread) (val, error) {
	l, set := p.loops[p.b.thread()]
	if !set {
		l = object.None
	}
	return p.b.python(t, "policy_local", []val{l, object.Bool(set)}, nil)
}

// Class implements object.Object.
func (p *pyPolicy) Class() *object.Class {
	if c := p.Subclass(); c != nil {
		return c
	}
	return p.b.cls.policy
}

// policyClass makes AbstractEventLoopPolicy and the default policy.
func (b *Binding) policyClass() {
	abstract := object.NewBareClass("asyncio.events", "AbstractEventLoopPolicy").WithDict()
	refuse(abstract, "get_event_loop", "set_event_loop", "new_event_loop", "get_child_watcher", "set_child_watcher")
	base := object.NewBareClass("asyncio.events", "BaseDefaultEventLoopPolicy", abstract).WithDict()
	base.Dict().SetStr("_loop_factory", object.None)
	c := object.NewBareClass("asyncio.unix_events", "_UnixDefaultEventLoopPolicy", base).WithDict()
	b.cls.policy = c
	plainly(abstract)
	base.Construct = func(_ *object.Thread, cls *object.Class, _ []val, _ kws) (val, error) {
		p := &pyPolicy{b: b}
		p.SetClass(cls)
		return object.Obj(p), nil
	}
	c.Construct = func(_ *object.Thread, cls *object.Class, _ []val, _ kws) (val, error) {
		p := &pyPolicy{b: b}
		if !cls.Builtin() {
			p.SetClass(cls)
		}
		return object.Obj(p), nil
	}
	base.Def("new_event_loop", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		return b.callMethod(a[0], "_loop_factory")
	})
	base.Def("get_event_loop", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) { return b.policyLoop(t, a[0]) })
	base.Def("set_event_loop", 2, 2, func(_ *object.Thread, a []val, _ kws) (val, error) {
		p, err := policyOf(a[0])
		if err == nil {
			err = b.setPolicyLoop(p, a[1])
		}
		return object.None, err
	})
	base.DefGet("_local", func(t *object.Thread, v val) (val, error) {
		p, err := policyOf(v)
		if err != nil {
			return val{}, err
		}
		return p.local(t)
	}, nil)
	c.Def("get_child_watcher", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) { return b.watchers(t, "get", a...) })
	c.Def("set_child_watcher", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) { return b.watchers(t, "put", a...) })
	c.Dict().SetStr("_loop_factory", object.Obj(b.cls.loop))
	for _, x := range []*object.Class{abstract, base, c} {
		x.Open(func(string) {})
	}
}

// getPolicy gives the policy in force.
func (b *Binding) getPolicy() val {
	if !b.policy.Valid() {
		b.policy = object.Obj(&pyPolicy{b: b})
	}
	return b.policy
}

// policyLoop is the default policy's get_event_loop.
func (b *Binding) policyLoop(t *object.Thread, policy val) (val, error) {
	p, err := policyOf(policy)
	if err != nil {
		return val{}, err
	}
	th := b.thread()
	l, set := p.loops[th]
	if set && !l.IsNone() {
		return l, nil
	}
	if set || !b.h.Process.IsMain(th) {
		return val{}, noCurrentLoop(th)
	}
	if b.profile().CurrentLoopDeprecations {
		if err := b.warn(object.DeprecationWarningClass, "There is no current event loop", 1); err != nil {
			return val{}, err
		}
	}
	v, err := b.callMethod(policy, "new_event_loop")
	if err != nil {
		return val{}, err
	}
	if _, err = b.callMethod(policy, "set_event_loop", v); err != nil {
		return val{}, err
	}
	if l, set = p.loops[th]; !set || l.IsNone() { // a set_event_loop of the program's own did not
		return val{}, noCurrentLoop(th)
	}
	return l, nil
}

func noCurrentLoop(th *process.Thread) error {
	return object.RuntimeError("There is no current event loop in thread '%s'.", th.Name())
}

// setPolicyLoop is the default policy's set_event_loop.
func (b *Binding) setPolicyLoop(p *pyPolicy, v val) error {
	if v.IsNone() {
		p.set(v)
		return nil
	}
	ok, err := object.IsInstanceOf(b.t(), v, object.Obj(b.cls.abstract))
	switch {
	case err != nil:
		return err
	case ok:
		p.set(v)
		return nil
	case b.profile().LoopTypeText:
		return object.TypeError("loop must be an instance of AbstractEventLoop or None, not '%s'", object.ClassOf(v).Name)
	}
	return object.NewException(object.AssertionErrorClass)
}

// coreOr gives the core's loop of a Python one, or the value itself.
func coreOr(v val) any {
	if p, ok := v.Ref.(*pyLoop); ok && p.l != nil {
		return p.l
	}
	return v
}

func (b *Binding) callMethod(v val, name string, args ...val) (val, error) {
	m, err := object.GetAttr(b.t(), v, name)
	if err != nil {
		return val{}, err
	}
	return b.t().Call(m, args...)
}

// runningValue gives the loop that runs in this thread, None for none.
func (b *Binding) runningValue() val {
	switch l := b.thread().Running().(type) {
	case *loop.Loop:
		return b.loopValue(l)
	case val:
		return l
	}
	return object.None
}

// currentLoop is get_event_loop for the core's own use.
func (b *Binding) currentLoop() (*loop.Loop, error) {
	v, err := b.getEventLoop()
	if err != nil {
		return nil, err
	}
	return b.loopOf(v)
}

// getEventLoop is asyncio.get_event_loop.
func (b *Binding) getEventLoop() (val, error) {
	if v := b.runningValue(); !v.IsNone() {
		return v, nil
	}
	return b.callMethod(b.getPolicy(), "get_event_loop")
}

// newEventLoop is asyncio.new_event_loop.
func (b *Binding) newEventLoop() (val, error) { return b.callMethod(b.getPolicy(), "new_event_loop") }

// watchers calls a function of the part about child watchers.
func (b *Binding) watchers(t *object.Thread, name string, args ...val) (val, error) {
	m, err := b.h.Import(t, "asyncio.watchers")
	if err != nil {
		return val{}, err
	}
	fn, err := object.GetAttr(t, m, name)
	if err != nil {
		return val{}, err
	}
	return t.Call(fn, args...)
}

// policyWatcher calls the policy's method about child watchers, whose warning is
// about asyncio's own code then.
func (b *Binding) policyWatcher(t *object.Thread, method string, args ...val) (val, error) {
	p, ok := b.getPolicy().Ref.(*pyPolicy)
	if !ok || p.Subclass() != nil {
		return b.callMethod(b.getPolicy(), method, args...)
	}
	fn := map[string]string{"get_child_watcher": "get", "set_child_watcher": "put"}[method]
	return b.watchers(t, fn, append(append([]val{object.Obj(p)}, args...), object.Int(0))...)
}

// policies adds the functions about policies and loops.
func (b *Binding) policies(m *object.Module) {
	m.Def("get_event_loop_policy", 0, 0, func(*object.Thread, []val, kws) (val, error) { return b.getPolicy(), nil })
	m.Def("set_event_loop_policy", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		if a[0].IsNone() {
			b.policy = val{}
			return object.None, nil
		}
		ok, err := object.IsInstanceOf(t, a[0], object.Obj(b.cls.policy.Bases[0].Bases[0]))
		if err != nil {
			return val{}, err
		}
		if !ok {
			if b.profile().LoopTypeText {
				return val{}, object.TypeError("policy must be an instance of AbstractEventLoopPolicy or None, not '%s'", object.ClassOf(a[0]).Name)
			}
			return val{}, object.NewException(object.AssertionErrorClass)
		}
		b.policy = a[0]
		return object.None, nil
	})
	m.Def("get_child_watcher", 0, 0, func(t *object.Thread, _ []val, _ kws) (val, error) { return b.policyWatcher(t, "get_child_watcher") })
	m.Def("set_child_watcher", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		return b.policyWatcher(t, "set_child_watcher", a[0])
	})
	m.Def("new_event_loop", 0, 0, func(*object.Thread, []val, kws) (val, error) { return b.newEventLoop() })
	b.core.Function("get_event_loop()", func(*object.Thread, []val, kws) (val, error) { return b.getEventLoop() })
	m.Def("set_event_loop", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		_, err := b.callMethod(b.getPolicy(), "set_event_loop", a[0])
		return object.None, err
	})
	b.core.Function("get_running_loop()", func(*object.Thread, []val, kws) (val, error) {
		v := b.runningValue()
		if v.IsNone() {
			return val{}, object.RuntimeError("no running event loop")
		}
		return v, nil
	})
	b.core.Function("_get_running_loop()", func(*object.Thread, []val, kws) (val, error) { return b.runningValue(), nil })
	b.core.Function("_set_running_loop(loop, /)", func(_ *object.Thread, a []val, _ kws) (val, error) {
		if a[0].IsNone() {
			b.thread().SetRunning(nil)
		} else {
			b.thread().SetRunning(coreOr(a[0]))
		}
		return object.None, nil
	})
	for name, c := range map[string]*object.Class{
		"AbstractEventLoopPolicy": b.cls.policy.Bases[0].Bases[0], "DefaultEventLoopPolicy": b.cls.policy,
		"AbstractEventLoop": b.cls.abstract, "BaseEventLoop": b.cls.base, "SelectorEventLoop": b.cls.loop, "EventLoop": b.cls.loop,
	} {
		m.Dict.SetStr(name, object.Obj(c))
	}
}
