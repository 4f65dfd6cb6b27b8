package trio

import (
	"asyncio/script/object"
	core "asyncio/trio"
)

var (
	eventClass     = object.NewNativeClass("_trio", "Event").Final()
	lockClass      = object.NewNativeClass("_trio", "Lock").Final()
	semaphoreClass = object.NewNativeClass("_trio", "Semaphore").Final()
	conditionClass = object.NewNativeClass("_trio", "Condition").Final()
	limiterClass   = object.NewNativeClass("_trio", "CapacityLimiter").Final()
	lotClass       = object.NewNativeClass("_trio", "ParkingLot").Final()
)

// defineSync adds the makers of what tasks synchronise by.
func (b *Binding) defineSync(m *object.Module) {
	m.Def("Event", 0, 0, func(*thread, []val, kws) (val, error) { return hold(eventClass, b, &core.Event{}), nil })
	m.Def("Lock", 0, 0, func(*thread, []val, kws) (val, error) { return hold(lockClass, b, &core.Lock{}), nil })
	m.Def("ParkingLot", 0, 0, func(*thread, []val, kws) (val, error) { return hold(lotClass, b, &core.ParkingLot{}), nil })
	m.Def("Condition", 1, 1, func(_ *thread, a []val, _ kws) (val, error) {
		return hold(conditionClass, b, core.NewCondition(held[*core.Lock](a[0]))), nil
	})
	m.Def("Semaphore", 2, 2, func(_ *thread, a []val, _ kws) (val, error) {
		var s *core.Semaphore
		var err error
		if a[1].IsNone() {
			s, err = core.NewSemaphore(count(a[0]))
		} else {
			s, err = core.NewBoundedSemaphore(count(a[0]), count(a[1]))
		}
		if err != nil {
			return val{}, taken(err)
		}
		return hold(semaphoreClass, b, s), nil
	})
	m.Def("CapacityLimiter", 1, 1, func(_ *thread, a []val, _ kws) (val, error) {
		l, err := core.NewCapacityLimiter(count(a[0]))
		if err != nil {
			return val{}, taken(err)
		}
		return hold(limiterClass, b, l), nil
	})
}

func init() {
	eventClass.Later(fillEvent)
	lockClass.Later(fillLock)
	semaphoreClass.Later(fillSemaphore)
	conditionClass.Later(fillCondition)
	limiterClass.Later(fillLimiter)
	lotClass.Later(fillLot)
}

func fillEvent(c *object.Class) {
	method(c, "is_set", 0, 0, func(_ *thread, _ *Binding, e *core.Event, _ []val) (val, error) { return object.Bool(e.IsSet()), nil })
	method(c, "set", 0, 0, func(_ *thread, _ *Binding, e *core.Event, _ []val) (val, error) { e.Set(); return object.None, nil })
	method(c, "wait", 0, 0, func(_ *thread, b *Binding, e *core.Event, _ []val) (val, error) { return b.await(e.WaitOp()) })
	property(c, "tasks_waiting", func(_ *Binding, e *core.Event) (val, error) { return object.Int(int64(e.TasksWaiting())), nil })
}

// inTask is a method that the running task calls.
func inTask[T any](c *object.Class, name string, fn func(t *core.Task, x T) error) {
	method(c, name, 0, 0, func(_ *thread, b *Binding, x T, _ []val) (val, error) {
		t, err := b.task()
		if err != nil {
			return val{}, err
		}
		return object.None, taken(fn(t, x))
	})
}

func fillLock(c *object.Class) {
	method(c, "acquire", 0, 0, func(_ *thread, b *Binding, l *core.Lock, _ []val) (val, error) { return b.await(l.AcquireOp()) })
	inTask(c, "acquire_nowait", func(t *core.Task, l *core.Lock) error { return l.AcquireNowait(t) })
	inTask(c, "release", func(t *core.Task, l *core.Lock) error { return l.Release(t) })
	method(c, "locked", 0, 0, func(_ *thread, _ *Binding, l *core.Lock, _ []val) (val, error) { return object.Bool(l.Locked()), nil })
	property(c, "owner", func(b *Binding, l *core.Lock) (val, error) { return b.taskValue(l.Owner()), nil })
	property(c, "tasks_waiting", func(_ *Binding, l *core.Lock) (val, error) { return object.Int(int64(l.TasksWaiting())), nil })
}

func fillSemaphore(c *object.Class) {
	method(c, "acquire", 0, 0, func(_ *thread, b *Binding, s *core.Semaphore, _ []val) (val, error) { return b.await(s.AcquireOp()) })
	method(c, "acquire_nowait", 0, 0, func(_ *thread, _ *Binding, s *core.Semaphore, _ []val) (val, error) {
		return object.None, taken(s.AcquireNowait())
	})
	method(c, "release", 0, 0, func(_ *thread, _ *Binding, s *core.Semaphore, _ []val) (val, error) {
		return object.None, taken(s.Release())
	})
	property(c, "value", func(_ *Binding, s *core.Semaphore) (val, error) { return object.Int(int64(s.Value())), nil })
	property(c, "max_value", func(_ *Binding, s *core.Semaphore) (val, error) {
		if n, bounded := s.Max(); bounded {
			return object.Int(int64(n)), nil
		}
		return object.None, nil
	})
	property(c, "tasks_waiting", func(_ *Binding, s *core.Semaphore) (val, error) { return object.Int(int64(s.TasksWaiting())), nil })
}

func fillCondition(c *object.Class) {
	method(c, "wait", 0, 0, func(_ *thread, b *Binding, x *core.Condition, _ []val) (val, error) { return b.await(x.WaitOp()) })
	method(c, "notify", 1, 1, func(_ *thread, b *Binding, x *core.Condition, a []val) (val, error) {
		t, err := b.task()
		if err != nil {
			return val{}, err
		}
		return object.None, taken(x.Notify(t, count(a[0])))
	})
	inTask(c, "notify_all", func(t *core.Task, x *core.Condition) error { return x.NotifyAll(t) })
	property(c, "tasks_waiting", func(_ *Binding, x *core.Condition) (val, error) { return object.Int(int64(x.TasksWaiting())), nil })
}

// borrower gives who borrows: a task counts as itself, any other object by its
// identity.
func borrower(v val) any {
	if p, ok := v.Ref.(*pyTask); ok && p.t != nil {
		return p.t
	}
	return v
}

func fillLimiter(c *object.Class) {
	method(c, "acquire", 1, 1, func(_ *thread, b *Binding, l *core.CapacityLimiter, a []val) (val, error) {
		return b.await(l.AcquireOp(borrower(a[0])), a[0])
	})
	method(c, "acquire_nowait", 1, 1, func(_ *thread, _ *Binding, l *core.CapacityLimiter, a []val) (val, error) {
		return object.None, taken(l.AcquireNowait(borrower(a[0])))
	})
	method(c, "release", 1, 1, func(_ *thread, _ *Binding, l *core.CapacityLimiter, a []val) (val, error) {
		return object.None, taken(l.Release(borrower(a[0])))
	})
	method(c, "set_total_tokens", 1, 1, func(_ *thread, _ *Binding, l *core.CapacityLimiter, a []val) (val, error) {
		return object.None, taken(l.SetTotalTokens(count(a[0])))
	})
	property(c, "total_tokens", func(_ *Binding, l *core.CapacityLimiter) (val, error) { return countValue(l.TotalTokens()), nil })
	property(c, "borrowed_tokens", func(_ *Binding, l *core.CapacityLimiter) (val, error) {
		return object.Int(int64(l.BorrowedTokens())), nil
	})
	property(c, "available_tokens", func(_ *Binding, l *core.CapacityLimiter) (val, error) { return countValue(l.AvailableTokens()), nil })
	property(c, "tasks_waiting", func(_ *Binding, l *core.CapacityLimiter) (val, error) {
		return object.Int(int64(l.TasksWaiting())), nil
	})
	method(c, "borrowers", 0, 0, func(_ *thread, b *Binding, l *core.CapacityLimiter, _ []val) (val, error) {
		var items []val
		for _, x := range l.Borrowers() {
			items = append(items, b.value(x))
		}
		return object.Obj(object.NewList(items)), nil
	})
}

func fillLot(c *object.Class) {
	method(c, "__len__", 0, 0, func(_ *thread, _ *Binding, p *core.ParkingLot, _ []val) (val, error) {
		return object.Int(int64(p.Len())), nil
	})
	method(c, "park", 0, 0, func(_ *thread, b *Binding, p *core.ParkingLot, _ []val) (val, error) { return b.await(p.ParkOp()) })
	method(c, "unpark", 1, 1, func(_ *thread, b *Binding, p *core.ParkingLot, a []val) (val, error) {
		return object.Obj(object.NewList(b.taskList(p.Unpark(count(a[0]))))), nil
	})
	method(c, "repark", 2, 2, func(_ *thread, _ *Binding, p *core.ParkingLot, a []val) (val, error) {
		p.Repark(held[*core.ParkingLot](a[0]), count(a[1]))
		return object.None, nil
	})
	breaks := func(name string, fn func(p *core.ParkingLot, t *core.Task) error) {
		method(c, name, 1, 1, func(_ *thread, _ *Binding, p *core.ParkingLot, a []val) (val, error) {
			t, err := taskOf(a[0])
			if err == nil {
				err = taken(fn(p, t))
			}
			return object.None, err
		})
	}
	breaks("break_lot", func(p *core.ParkingLot, t *core.Task) error { p.Break(t); return nil })
	breaks("add_breaker", (*core.ParkingLot).AddBreaker)
	breaks("remove_breaker", (*core.ParkingLot).RemoveBreaker)
	property(c, "broken_by", func(b *Binding, p *core.ParkingLot) (val, error) {
		return object.Obj(object.NewList(b.taskList(p.BrokenBy()))), nil
	})
}
