package asyncio

import (
	"asyncio/coroutine"
	"asyncio/loop"
	"asyncio/script/object"
	"asyncio/task"
)

func (b *Binding) createTask(l *loop.Loop, v object.Value, kw []object.Kw) (object.Value, error) {
	p, err := object.Args("create_task", nil, kw, 0, "name", "context", "eager_start")
	if err != nil {
		return object.Value{}, err
	}
	c, ok := b.awaitable(v).(coroutine.Coroutine)
	if !ok {
		s, err := object.ReprText(b.t(), v)
		if err != nil {
			return object.Value{}, err
		}
		return object.Value{}, object.TypeError("a coroutine was expected, got %s", s)
	}
	o := task.Options{}
	if p[0].Valid() && !p[0].IsNone() {
		if o.Name, err = object.StrText(b.t(), p[0]); err != nil {
			return object.Value{}, err
		}
	}
	tk, err := task.CreateNamed(l, c, o)
	if err != nil {
		return object.Value{}, err
	}
	w := b.wrap(tk)
	w.Ref.(*pyFuture).coro = v
	return w, nil
}
