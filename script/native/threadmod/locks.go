package threadmod

import (
	"fmt"

	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/threads"
)

var (
	lockClass  = object.NewNativeClass("_thread", "lock").Final()
	rlockClass = object.NewNativeClass("_thread", "RLock")
)

// lock is _thread.lock.
type lock struct{ m threads.Mutex }

// Class implements object.Object.
func (*lock) Class() *object.Class { return lockClass }

// Repr implements object.Reprer.
func (l *lock) Repr(t *object.Thread) (string, error) {
	return fmt.Sprintf("<%s _thread.lock object at %s>", locked(l.m.Taken()), t.Address(object.Obj(l))), nil
}

func locked(yes bool) string {
	if yes {
		return "locked"
	}
	return "unlocked"
}

// rlock is _thread.RLock.
type rlock struct {
	cls   *object.Class // a subclass, or nil
	m     threads.Mutex
	owner *threads.Thread
	count int
}

// Class implements object.Object.
func (l *rlock) Class() *object.Class {
	if l.cls != nil {
		return l.cls
	}
	return rlockClass
}

// Repr implements object.Reprer.
func (l *rlock) Repr(t *object.Thread) (string, error) {
	owner := int64(0)
	if l.owner != nil {
		owner = l.owner.Ident()
	}
	c := l.Class()
	return fmt.Sprintf("<%s %s object owner=%d count=%d at %s>", locked(l.count > 0), c.FullName(), owner, l.count, t.Address(object.Obj(l))), nil
}

func (l *rlock) acquire(t *object.Thread, wait bool, until float64) (bool, error) {
	me := threads.Of(t)
	if l.owner == me {
		l.count++
		return true, nil
	}
	ok, err := take(&l.m, host.Of(t).Threads, wait, until)
	if ok {
		l.owner, l.count = me, 1
	}
	return ok, err
}

func take(m *threads.Mutex, g *threads.Group, wait bool, until float64) (bool, error) {
	if !wait {
		return m.Try(g), nil
	}
	return m.Acquire(g, until)
}

func (l *rlock) release(t *object.Thread) error {
	if l.owner == nil || l.owner != threads.Of(t) {
		return object.RuntimeError("cannot release un-acquired lock")
	}
	if l.count--; l.count == 0 {
		l.owner = nil
		l.m.Release(host.Of(t).Threads)
	}
	return nil
}

func init() {
	lockClass.Later(fillLock)
	rlockClass.Later(fillRLock)
}

func fillLock(c *object.Class) {
	c.Construct = func(_ *object.Thread, _ *object.Class, a []val, kw kws) (val, error) {
		if len(a)+len(kw) > 0 {
			return val{}, object.TypeError("lock expected 0 arguments, got %d", len(a)+len(kw))
		}
		return object.Obj(&lock{}), nil
	}
	acquire := func(t *object.Thread, a []val, kw kws) (val, error) {
		wait, until, err := timeouts(t, "acquire", a[1:], kw)
		if err != nil {
			return val{}, err
		}
		ok, err := take(&a[0].Ref.(*lock).m, host.Of(t).Threads, wait, until)
		return object.Bool(ok), err
	}
	release := func(t *object.Thread, a []val, _ kws) (val, error) {
		if !a[0].Ref.(*lock).m.Release(host.Of(t).Threads) {
			return val{}, object.RuntimeError("release unlocked lock")
		}
		return object.None, nil
	}
	isLocked := func(t *object.Thread, a []val, _ kws) (val, error) {
		host.Of(t).Threads.Look()
		return object.Bool(a[0].Ref.(*lock).m.Taken()), nil
	}
	c.Def("acquire", 1, 3, acquire)
	c.Def("acquire_lock", 1, 3, acquire)
	c.Def("__enter__", 1, 1, acquire)
	c.Def("release", 1, 1, release)
	c.Def("release_lock", 1, 1, release)
	c.Def("__exit__", 1, 4, release)
	c.Def("locked", 1, 1, isLocked)
	c.Def("locked_lock", 1, 1, isLocked)
	c.Def("_at_fork_reinit", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		a[0].Ref.(*lock).m.Reset()
		return object.None, nil
	})
}

func fillRLock(c *object.Class) {
	of := func(v val) *rlock { return v.Ref.(*rlock) }
	c.Construct = func(_ *object.Thread, cls *object.Class, _ []val, _ kws) (val, error) {
		l := &rlock{}
		if cls != rlockClass {
			l.cls = cls
		}
		return object.Obj(l), nil
	}
	acquire := func(t *object.Thread, a []val, kw kws) (val, error) {
		wait, until, err := timeouts(t, "acquire", a[1:], kw)
		if err != nil {
			return val{}, err
		}
		ok, err := of(a[0]).acquire(t, wait, until)
		return object.Bool(ok), err
	}
	c.Def("acquire", 1, 3, acquire)
	c.Def("__enter__", 1, 1, acquire)
	release := func(t *object.Thread, a []val, _ kws) (val, error) { return object.None, of(a[0]).release(t) }
	c.Def("release", 1, 1, release)
	c.Def("__exit__", 1, 4, release)
	c.Def("_is_owned", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		return object.Bool(of(a[0]).owner == threads.Of(t)), nil
	})
	c.Def("_recursion_count", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		if of(a[0]).owner != threads.Of(t) {
			return object.Int(0), nil
		}
		return object.Int(int64(of(a[0]).count)), nil
	})
	c.Def("_release_save", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		l := of(a[0])
		if l.count == 0 {
			return val{}, object.RuntimeError("cannot release un-acquired lock")
		}
		n := l.count
		l.owner, l.count = nil, 0
		l.m.Release(host.Of(t).Threads)
		return object.Int(int64(n)), nil
	})
	c.Def("_acquire_restore", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		n, err := indexOf(t, a[1])
		if err != nil {
			return val{}, err
		}
		l := of(a[0])
		if _, err = l.m.Acquire(host.Of(t).Threads, threads.Forever); err == nil {
			l.owner, l.count = threads.Of(t), int(n)
		}
		return object.None, err
	})
	c.Def("_at_fork_reinit", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		l := of(a[0])
		l.m.Reset()
		l.owner, l.count = nil, 0
		return object.None, nil
	})
}
