package asyncio

import (
	"slices"

	"asyncio/future"
	"asyncio/locks"
	"asyncio/loop"
	"asyncio/script/object"
)

// waited is a core object that coroutines wait for.
type waited interface{ Waiters() *locks.Waiters }

// waiterList is the core's list of those who wait as Python sees it: what is
// changed there is changed here.
type waiterList struct {
	b *Binding
	w *locks.Waiters
}

var waiterListClass = object.NewNativeClass("_asyncio_sync", "Waiters").Final()

// Class implements object.Object.
func (*waiterList) Class() *object.Class { return waiterListClass }

// References implements object.Referrer.
func (l *waiterList) References(visit func(any)) { l.w.References(visit) }

func (l *waiterList) values() []val {
	fs := l.w.Futures()
	out := make([]val, len(fs))
	for i, f := range fs {
		out[i] = l.b.wrap(f)
	}
	return out
}

// future gives the core's view of what a program puts into the list, which need
// be no future.
func (l *waiterList) future(v val) future.Awaitable {
	if f, ok := l.b.futureOf(v); ok {
		return f
	}
	return foreign{l.b, v}
}

// set has other values in the list.
func (l *waiterList) set(t *object.Thread, v val) error {
	items, err := object.Collect(t, v)
	if err != nil {
		return err
	}
	fs := make([]future.Awaitable, len(items))
	for i, x := range items {
		fs[i] = l.future(x)
	}
	l.w.Set(fs)
	return nil
}

// remove takes out the value at an index.
func (l *waiterList) remove(i int) {
	l.w.Set(slices.Delete(l.w.Futures(), i, i+1))
}

// waiters adds a list of those who wait, and what puts another in its place.
// The first gives None as long as nobody has ever waited.
func waiters(c *object.Class, name string, of func(any) *locks.Waiters) {
	c.Def(name, 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		x, b := coreArg[any](a)
		return object.Obj(&waiterList{b, of(x)}), nil
	})
	c.Def("set_"+name, 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		x, b := coreArg[any](a)
		return object.None, (&waiterList{b, of(x)}).set(t, a[1])
	})
}

// loopBound adds the loop that a core object is tied to.
func loopBound(c *object.Class) {
	type bound interface {
		Loop() *loop.Loop
		SetLoop(*loop.Loop)
	}
	c.Def("loop", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		x, b := coreArg[bound](a)
		return b.loopValue(x.Loop()), nil
	})
	c.Def("set_loop", 2, 2, func(_ *object.Thread, a []val, _ kws) (val, error) {
		x, b := coreArg[bound](a)
		if a[1].IsNone() {
			x.SetLoop(nil)
			return object.None, nil
		}
		l, err := b.loopOf(a[1])
		if err == nil {
			x.SetLoop(l)
		}
		return object.None, err
	})
}

func init() { waiterListClass.Later(fillWaiterList) }

func fillWaiterList(c *object.Class) {
	def := func(name string, args int, fn func(t *object.Thread, l *waiterList, a []val) (val, error)) {
		c.Def(name, args+1, args+1, func(t *object.Thread, a []val, _ kws) (val, error) {
			return fn(t, a[0].Ref.(*waiterList), a[1:])
		})
	}
	def("used", 0, func(_ *object.Thread, l *waiterList, _ []val) (val, error) { return object.Bool(l.w.Used()), nil })
	def("__len__", 0, func(_ *object.Thread, l *waiterList, _ []val) (val, error) { return object.Int(int64(l.w.Len())), nil })
	def("__iter__", 0, func(t *object.Thread, l *waiterList, _ []val) (val, error) {
		return object.Iter(t, object.Obj(object.NewList(l.values())))
	})
	def("__getitem__", 1, func(t *object.Thread, l *waiterList, a []val) (val, error) {
		return object.GetItem(t, object.Obj(object.NewList(l.values())), a[0])
	})
	def("__contains__", 1, func(t *object.Thread, l *waiterList, a []val) (val, error) {
		yes, err := object.Contains(t, object.Obj(object.NewList(l.values())), a[0])
		return object.Bool(yes), err
	})
	def("__repr__", 0, func(t *object.Thread, l *waiterList, _ []val) (val, error) {
		s, err := object.ReprText(t, object.Obj(object.NewList(l.values())))
		return object.String("deque(" + s + ")"), err
	})
	def("append", 1, func(_ *object.Thread, l *waiterList, a []val) (val, error) {
		l.w.Add(l.future(a[0]))
		return object.None, nil
	})
	def("appendleft", 1, func(_ *object.Thread, l *waiterList, a []val) (val, error) {
		l.w.Set(append([]future.Awaitable{l.future(a[0])}, l.w.Futures()...))
		return object.None, nil
	})
	def("clear", 0, func(_ *object.Thread, l *waiterList, _ []val) (val, error) {
		l.w.Set(nil)
		return object.None, nil
	})
	def("remove", 1, func(t *object.Thread, l *waiterList, a []val) (val, error) {
		for i, v := range l.values() {
			same, err := object.Equal(t, v, a[0])
			if err != nil {
				return val{}, err
			}
			if same {
				l.remove(i)
				return object.None, nil
			}
		}
		return val{}, object.ValueError("deque.remove(x): x not in deque")
	})
	for name, last := range map[string]bool{"pop": true, "popleft": false} {
		def(name, 0, func(_ *object.Thread, l *waiterList, _ []val) (val, error) {
			values := l.values()
			if len(values) == 0 {
				return val{}, object.Raise(object.IndexErrorClass, "pop from an empty deque")
			}
			i := 0
			if last {
				i = len(values) - 1
			}
			l.remove(i)
			return values[i], nil
		})
	}
}
