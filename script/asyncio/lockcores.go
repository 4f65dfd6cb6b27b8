package asyncio

import (
	"asyncio/locks"
	"asyncio/loop"
	"asyncio/script/object"
	"asyncio/task"
)

var (
	lockCoreClass      = object.NewNativeClass("_asyncio_sync", "Lock").Final()
	eventCoreClass     = object.NewNativeClass("_asyncio_sync", "Event").Final()
	conditionCoreClass = object.NewNativeClass("_asyncio_sync", "Condition").Final()
	semaphoreCoreClass = object.NewNativeClass("_asyncio_sync", "Semaphore").Final()
	barrierCoreClass   = object.NewNativeClass("_asyncio_sync", "Barrier").Final()
)

// ownable is a core object that prints its owner in its stead.
type ownable interface{ SetOwner(any) }

// coreOf makes the core object x for owner, an error being that of making x.
func (b *Binding) coreOf(cls *object.Class, owner object.Value, x ownable, err error, uses ...object.Value) (object.Value, error) {
	if err != nil {
		return object.Value{}, err
	}
	x.SetOwner(owner)
	return object.Obj(&core{cls: cls, b: b, x: x, uses: uses}), nil
}

// defineLocks adds the makers of locks: each takes the object it is for, the
// loop that is to be bound, and its own arguments.
func (b *Binding) defineLocks(m *object.Module) {
	m.Def("Lock", 2, 2, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		x, err := locks.NewLock(b.home(a[1]))
		return b.coreOf(lockCoreClass, a[0], x, err)
	})
	m.Def("Event", 2, 2, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		x, err := locks.NewEvent(b.home(a[1]))
		return b.coreOf(eventCoreClass, a[0], x, err)
	})
	m.Def("Condition", 3, 3, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		x, err := locks.NewCondition(b.home(a[1]), b.locker(a[2]))
		return b.coreOf(conditionCoreClass, a[0], x, err, a[2])
	})
	for name, bounded := range map[string]bool{"Semaphore": false, "BoundedSemaphore": true} {
		m.Def(name, 3, 3, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
			n, err := compared(t, object.CmpLt, a[2])
			if err != nil {
				return object.Value{}, err
			}
			if bounded {
				x, err := locks.NewBoundedSemaphore(b.home(a[1]), int(n))
				if err != nil {
					return object.Value{}, err
				}
				return b.coreOf(semaphoreCoreClass, a[0], &x.Semaphore, nil)
			}
			x, err := locks.NewSemaphore(b.home(a[1]), int(n))
			return b.coreOf(semaphoreCoreClass, a[0], x, err)
		})
	}
	m.Def("Barrier", 3, 3, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		n, err := compared(t, object.CmpLt, a[2])
		if err != nil {
			return object.Value{}, err
		}
		x, err := locks.NewBarrier(b.home(a[1]), int(n))
		return b.coreOf(barrierCoreClass, a[0], x, err)
	})
}

// locker gives a condition's lock as the core takes it: the core of a lock of
// ours, or any object of Python's that acts as one.
func (b *Binding) locker(v object.Value) locks.Locker {
	if c, ok := v.Ref.(*core); ok {
		if l, ok := c.x.(locks.Locker); ok {
			return l
		}
	}
	return &ownLocker{b, v}
}

// ownLocker is a lock written in Python, or one of ours with methods changed.
type ownLocker struct {
	b *Binding
	v object.Value
}

func (l *ownLocker) call(name string) (object.Value, error) {
	fn, err := object.GetAttr(l.b.t(), l.v, name)
	if err != nil {
		return object.Value{}, err
	}
	return l.b.t().Call(fn)
}

// Locked implements locks.Locker. A lock that cannot say counts as unlocked.
func (l *ownLocker) Locked() bool {
	v, err := l.call("locked")
	if err != nil {
		return false
	}
	yes, err := object.Truth(l.b.t(), v)
	return err == nil && yes
}

// Release implements locks.Locker.
func (l *ownLocker) Release() error {
	_, err := l.call("release")
	return err
}

// AcquireOp implements locks.Locker.
func (l *ownLocker) AcquireOp() task.Op { return &ownAcquire{l: l} }

// ownAcquire awaits what acquire() gives.
type ownAcquire struct {
	l     *ownLocker
	value any
}

// Begin implements task.Op.
func (a *ownAcquire) Begin(*loop.Loop) (any, bool, error) {
	v, err := a.l.call("acquire")
	if err != nil {
		return nil, true, err
	}
	aw, err := a.l.b.waitable(a.l.b.t(), v)
	if err != nil {
		return nil, true, err
	}
	if _, no := aw.(object.Value); no {
		return nil, true, object.TypeError("object %s can't be used in 'await' expression", object.ClassOf(v).Name)
	}
	return aw, false, nil
}

// Resume implements task.Op.
func (a *ownAcquire) Resume(v any, err error) (any, bool, error) {
	a.value = v
	return nil, true, err
}

// Value implements task.Op.
func (a *ownAcquire) Value() any { return a.value }

// lockerMethods adds what Lock, Condition and Semaphore have in common.
func lockerMethods(c *object.Class) {
	c.Def("acquire", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		l, b := coreArg[locks.Locker](a)
		return b.operate(l.AcquireOp(), a[0])
	})
	c.Def("release", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		l, _ := coreArg[locks.Locker](a)
		return object.None, l.Release()
	})
	c.Def("locked", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		l, _ := coreArg[locks.Locker](a)
		return object.Bool(l.Locked()), nil
	})
}

// info adds the part of the repr that tells the state.
func info(c *object.Class) {
	c.Def("info", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		x, _ := coreArg[interface{ Info() string }](a)
		return object.String(x.Info()), nil
	})
}

func init() {
	lockCoreClass.Later(lockerMethods)
	conditionCoreClass.Later(lockerMethods)
	semaphoreCoreClass.Later(lockerMethods)
	for _, c := range []*object.Class{lockCoreClass, eventCoreClass, conditionCoreClass, semaphoreCoreClass, barrierCoreClass} {
		c.Later(fillWaited)
	}
	semaphoreCoreClass.Later(semaphoreMethods)
	eventCoreClass.Later(eventMethods)
	conditionCoreClass.Later(conditionMethods)
	barrierCoreClass.Later(barrierMethods)
}

func fillWaited(c *object.Class) {
	info(c)
	waiters(c, "waiters", func(x any) *locks.Waiters { return x.(waited).Waiters() })
	loopBound(c)
}

func semaphoreMethods(c *object.Class) {
	c.Def("set_value", 2, 2, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		s, _ := coreArg[*locks.Semaphore](a)
		n, err := object.Index(t, a[1])
		if err == nil {
			s.SetValue(int(n))
		}
		return object.None, err
	})
	c.Def("value", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		s, _ := coreArg[*locks.Semaphore](a)
		return object.Int(int64(s.Value())), nil
	})
}

func eventMethods(c *object.Class) {
	c.Def("is_set", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		e, _ := coreArg[*locks.Event](a)
		return object.Bool(e.IsSet()), nil
	})
	c.Def("set", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		e, _ := coreArg[*locks.Event](a)
		return object.None, e.Set()
	})
	c.Def("clear", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		e, _ := coreArg[*locks.Event](a)
		e.Clear()
		return object.None, nil
	})
	c.Def("wait", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		e, b := coreArg[*locks.Event](a)
		return b.operate(e.WaitOp(), a[0])
	})
}

func conditionMethods(c *object.Class) {
	c.Def("wait", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		c, b := coreArg[*locks.Condition](a)
		return b.operate(c.WaitOp(), a[0])
	})
	c.Def("wait_for", 2, 2, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		c, b := coreArg[*locks.Condition](a)
		predicate := a[1]
		return b.operate(c.WaitForOp(func() (any, bool, error) {
			v, err := b.t().Call(predicate)
			if err != nil {
				return nil, false, err
			}
			ok, err := object.Truth(b.t(), v)
			return v, ok, err
		}), a[0], predicate)
	})
	c.Def("notify", 2, 2, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		c, _ := coreArg[*locks.Condition](a)
		n, err := delay(t, a[1])
		if err == nil {
			err = c.Notify(int(n))
		}
		return object.None, err
	})
	c.Def("notify_all", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		c, _ := coreArg[*locks.Condition](a)
		return object.None, c.NotifyAll()
	})
}

func barrierMethods(c *object.Class) {
	operations := map[string]func(*locks.Barrier) task.Op{
		"wait": (*locks.Barrier).WaitOp, "reset": (*locks.Barrier).ResetOp, "abort": (*locks.Barrier).AbortOp,
	}
	for name, op := range operations {
		c.Def(name, 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
			x, b := coreArg[*locks.Barrier](a)
			return b.operate(op(x), a[0])
		})
	}
	c.DefGet("parties", func(_ *object.Thread, v object.Value) (object.Value, error) {
		return object.Int(int64(v.Ref.(*core).x.(*locks.Barrier).Parties())), nil
	}, nil)
	c.DefGet("n_waiting", func(_ *object.Thread, v object.Value) (object.Value, error) {
		return object.Int(int64(v.Ref.(*core).x.(*locks.Barrier).NWaiting())), nil
	}, nil)
	c.DefGet("count", func(_ *object.Thread, v object.Value) (object.Value, error) {
		return object.Int(int64(v.Ref.(*core).x.(*locks.Barrier).Count())), nil
	}, nil)
	c.DefGet("broken", func(_ *object.Thread, v object.Value) (object.Value, error) {
		return object.Bool(v.Ref.(*core).x.(*locks.Barrier).Broken()), nil
	}, nil)
}
