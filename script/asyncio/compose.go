package asyncio

import (
	"asyncio/future"
	"asyncio/loop"
	"asyncio/script/object"
	"asyncio/task"
)

// compose adds the composites that give a future at once.
func (b *Binding) compose(m *object.Module) {
	m.Def("gather", 0, -1, func(t *object.Thread, a []object.Value, kw []object.Kw) (object.Value, error) {
		names := []string{"return_exceptions"}
		if b.takesLoop() {
			names = append(names, "loop")
		}
		p, err := object.Args("gather", nil, kw, 0, names...)
		if err != nil {
			return object.Value{}, err
		}
		all := false
		if p[0].Valid() {
			if all, err = object.Truth(t, p[0]); err != nil {
				return object.Value{}, err
			}
		}
		aws, refused := b.members(t, a)
		if refused != nil {
			if len(aws) == 0 {
				return object.Value{}, refused
			}
			aws = append(aws, nil) // for task.Gather to refuse
		}
		l, err := b.loopFor(t, aws)
		if err != nil {
			return object.Value{}, err
		}
		return b.making(b.stack.gather, func() (val, error) {
			return b.making(b.stack.gathering, func() (val, error) {
				f, err := task.Gather(l, aws, all)
				if refused != nil {
					return val{}, refused
				}
				if err != nil {
					return val{}, err
				}
				return b.wrap(f), nil
			})
		})
	})
	m.Def("shield", 1, 1, func(t *object.Thread, a []object.Value, kw []object.Kw) (object.Value, error) {
		if b.takesLoop() {
			if _, err := object.Args("shield", nil, kw, 0, "loop"); err != nil {
				return object.Value{}, err
			}
		} else if _, err := object.Args("shield", nil, kw, 0); err != nil {
			return object.Value{}, err
		}
		aw, err := b.waitable(t, a[0])
		if err != nil {
			return object.Value{}, err
		}
		if _, no := aw.(object.Value); no {
			return object.Value{}, notAwaitable(a[0])
		}
		l, err := b.loopFor(t, []any{aw})
		if err != nil {
			return object.Value{}, err
		}
		return b.making(b.stack.shield, func() (val, error) {
			return b.making(b.stack.fns[loop.CallCreateFuture], func() (val, error) {
				f, err := task.Shield(l, aw)
				if err != nil {
					return val{}, err
				}
				return b.wrap(f), nil
			})
		})
	})
}

// timeoutClass gives asyncio.TimeoutError.
func (b *Binding) timeoutClass() *object.Class {
	if b.h.Process.Profile.TimeoutIsBuiltin {
		return object.TimeoutErrorClass
	}
	return object.AsyncioTimeoutErrorClass
}

// takesLoop reports whether the composites take a loop.
func (b *Binding) takesLoop() bool { return !b.h.Process.Profile.LocksBindLate }

// loopFor gives the loop that awaitables are composed on: the running one, or
// where none runs that of the first future among them, or the current one.
func (b *Binding) loopFor(t *object.Thread, aws []any) (*loop.Loop, error) {
	l, err := b.running()
	if err == nil {
		return l, nil
	}
	for _, aw := range aws {
		if f, ok := aw.(future.Awaitable); ok {
			if l, ok := f.Loop().(*loop.Loop); ok {
				return l, nil
			}
		}
	}
	asyncio, err := b.h.Import(t, "asyncio")
	if err != nil {
		return nil, err
	}
	get, err := object.GetAttr(t, asyncio, "get_event_loop")
	if err != nil {
		return nil, err
	}
	v, err := t.Call(get)
	if err != nil {
		return nil, err
	}
	return b.home(v).Loop()
}
