package asyncio

import (
	"asyncio/future"
	"asyncio/script/object"
)

// futureIter is what awaiting a future drives.
type futureIter struct {
	cls   *object.Class
	p     *pyFuture
	asked bool
	over  bool
}

// Class implements object.Object.
func (it *futureIter) Class() *object.Class { return it.cls }

// Traverse implements object.Traverser.
func (it *futureIter) Traverse(visit func(val)) {
	if it.p != nil {
		visit(it.p.self())
	}
}

// self gives the object itself: the task for what a task embeds.
func (p *pyFuture) self() val {
	if o, ok := p.base.Owner().(object.Object); ok {
		return object.Obj(o)
	}
	return object.Obj(p)
}

// iter gives the iterator of one await: the future's own, unless that is in use.
func (p *pyFuture) iter() val {
	it := &p.it
	if it.p != nil {
		it = &futureIter{}
	}
	it.cls = p.b.cls.iter
	it.p = p
	return object.Obj(it)
}

// Await implements vm.Awaiter.
func (p *pyFuture) Await(t *object.Thread) (val, error) {
	if p.aw == nil {
		return val{}, notInitialized()
	}
	if !p.Exact() {
		if m, ok := p.Subclass().Lookup("__await__"); ok {
			if _, native := m.Ref.(*object.Builtin); !native {
				r, _, err := t.CallSpecial(p.self(), "__await__")
				return r, err
			}
		}
	}
	return p.iter(), nil
}

// Next implements object.Iterator.
func (it *futureIter) Next(t *object.Thread) (val, error) {
	v, done, err := it.Send(t, object.None)
	if done && err == nil {
		err = object.StopIteration(v)
	}
	return v, err
}

// Send implements vm.Sender.
func (it *futureIter) Send(*object.Thread, val) (val, bool, error) {
	p := it.p
	if it.over {
		return object.None, true, nil
	}
	if !p.aw.Done() {
		if it.asked {
			it.end()
			return val{}, true, object.RuntimeError("await wasn't used with future")
		}
		it.asked = true
		p.aw.SetBlocking(true)
		return p.self(), false, nil
	}
	it.end()
	v, err := p.outcome()
	return v, true, err
}

// end lets the iterator be used for the next await of the future.
func (it *futureIter) end() {
	if it == &it.p.it {
		*it = futureIter{cls: it.cls}
		return
	}
	it.over = true
}

// Throw implements vm.Sender.
func (it *futureIter) Throw(_ *object.Thread, e *object.Exception) (val, bool, error) {
	if it.p != nil {
		it.end()
	}
	return val{}, true, e
}

var _ future.Awaitable = foreign{}
