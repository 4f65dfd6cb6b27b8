package asyncio

import (
	"slices"

	"asyncio/handle"
	"asyncio/loop"
	"asyncio/script/object"
	"asyncio/script/vm"
	"asyncio/task"
)

// settle finalizes what was dropped with the handle of a callback that is over,
// or what was put off, when the loop is about to wait.
func (b *Binding) settle(h *handle.Handle) error {
	m := vm.Of(b.t())
	m.Opaque()
	if h == nil {
		if len(b.woken) > 0 {
			return nil // who woke the task has its error until the callback ends
		}
		return m.Settle()
	}
	var besides []val
	for _, x := range b.woken {
		if v, ok := x.(val); ok {
			besides = append(besides, v)
		} else {
			besides = append(besides, object.Behind(x)...)
		}
	}
	b.woken = b.woken[:0]
	return m.LetGo(h, besides...)
}

// abandoned makes the tasks that are pending when their loop is closed objects
// that are finalized when they are dropped.
func (b *Binding) abandoned(tasks []loop.Registered) {
	for _, r := range tasks {
		if t, ok := r.(*task.Task); ok {
			b.watchTask(t)
		}
	}
}

// watchTask makes a task a candidate. It answers for its coroutine.
func (b *Binding) watchTask(t *task.Task) *pyTask {
	p := b.wrap(t).Ref.(*pyTask)
	b.h.In.Life.Watch(p)
	if g, ok := b.coroutineValue(p.t.Coroutine()).Ref.(*vm.Generator); ok {
		g.Adopt(b.t())
	}
	return p
}

// collecting makes what only a collection can end a candidate as long as one is
// under way: suspended tasks, which their futures refer to, and loops, which
// their own callbacks do.
func (b *Binding) collecting() (done func()) {
	b.loops = slices.DeleteFunc(b.loops, func(p *pyLoop) bool { return p.l.IsClosed() })
	life, loops := &b.h.In.Life, slices.Clone(b.loops)
	var tasks []*pyTask
	for _, p := range loops {
		life.Watch(p)
		for _, r := range p.l.Registry().Tasks() {
			if t, ok := r.(*task.Task); ok {
				tasks = append(tasks, b.watchTask(t))
			}
		}
	}
	return func() {
		for _, p := range loops {
			life.Forget(p)
		}
		for _, p := range tasks {
			if p.t.Loop().(*loop.Loop).IsClosed() || p.t.Done() {
				continue
			}
			life.Forget(p)
			if g, ok := b.coroutineValue(p.t.Coroutine()).Ref.(*vm.Generator); ok {
				g.Abandon(b.t())
			}
		}
	}
}

// Finalize implements object.Finalizer: a loop that is dropped is closed.
func (p *pyLoop) Finalize(*object.Thread) {
	if p.l == nil || p.l.IsClosed() {
		return
	}
	p.b.warnLater(object.ResourceWarningClass, "unclosed event loop "+p.b.repr(object.Obj(p)))
	if !p.l.IsRunning() {
		_ = p.l.Close() // a failure has nobody to go to
	}
}
