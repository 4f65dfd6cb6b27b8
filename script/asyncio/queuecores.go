package asyncio

import (
	"math"

	"asyncio/locks"
	"asyncio/queues"
	"asyncio/script/object"
)

var queueCoreClass = object.NewNativeClass("_asyncio_sync", "Queue").Final()

// defineQueues adds the maker of queues. It takes the object it is for, the
// loop to be bound, the maximal size, and the kind: "fifo", "lifo", "heap", or
// "own" for one whose class keeps the items.
func (b *Binding) defineQueues(m *object.Module) {
	m.Def("Queue", 4, 4, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		size, err := delay(t, a[2])
		if err != nil {
			return object.Value{}, err
		}
		kind, _ := object.StrOf(a[3])
		q, err := b.newQueue(b.home(a[1]), a[0], int(math.Ceil(size)), kind)
		return b.coreOf(queueCoreClass, a[0], q, err)
	})
}

func (b *Binding) newQueue(h locks.Home, owner object.Value, size int, kind string) (*queues.Queue, error) {
	switch kind {
	case "lifo":
		return queues.NewLifo(h, size)
	case "heap":
		return queues.NewPriority(h, size, func(x, y any) (bool, error) {
			v, err := object.Compare(b.t(), object.CmpLt, x.(object.Value), y.(object.Value))
			if err != nil {
				return false, err
			}
			return object.Truth(b.t(), v)
		})
	case "own":
		return queues.NewOf(h, object.ClassOf(owner).Name, size, &ownStore{b, owner})
	}
	return queues.New(h, size)
}

// ownStore has a Python class keep a queue's items, as _put, _get and _queue
// say.
type ownStore struct {
	b     *Binding
	owner object.Value
}

func (s *ownStore) call(name string, args ...object.Value) (object.Value, error) {
	fn, err := object.GetAttr(s.b.t(), s.owner, name)
	if err != nil {
		return object.Value{}, err
	}
	return s.b.t().Call(fn, args...)
}

// Put implements queues.Store.
func (s *ownStore) Put(item any) error {
	_, err := s.call("_put", item.(object.Value))
	return err
}

// Get implements queues.Store.
func (s *ownStore) Get() (any, error) {
	v, err := s.call("_get")
	return v, err
}

// Len implements queues.Store. A queue that has no size counts as empty.
func (s *ownStore) Len() int {
	v, err := s.call("qsize")
	if err != nil {
		return 0
	}
	n, err := object.Index(s.b.t(), v)
	if err != nil {
		return 0
	}
	return int(n)
}

// Items implements queues.Store.
func (s *ownStore) Items() []any {
	v, err := object.GetAttr(s.b.t(), s.owner, "_queue")
	if err != nil {
		return nil
	}
	items, err := object.Collect(s.b.t(), v)
	if err != nil {
		return nil
	}
	out := make([]any, len(items))
	for i, x := range items {
		out[i] = x
	}
	return out
}

func init() { queueCoreClass.Later(fillQueueCore) }

func fillQueueCore(c *object.Class) {
	queueItems(c)
	info(c)
	waiters(c, "getters", func(x any) *locks.Waiters { return x.(*queues.Queue).Getters() })
	waiters(c, "putters", func(x any) *locks.Waiters { return x.(*queues.Queue).Putters() })
	loopBound(c)
	c.Def("qsize", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		q, _ := coreArg[*queues.Queue](a)
		return object.Int(int64(q.Qsize())), nil
	})
	c.Def("empty", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		q, _ := coreArg[*queues.Queue](a)
		return object.Bool(q.Empty()), nil
	})
	c.Def("full", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		q, _ := coreArg[*queues.Queue](a)
		return object.Bool(q.Full()), nil
	})
	c.Def("items", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		q, b := coreArg[*queues.Queue](a)
		return b.toValue(q.Store().Items()), nil
	})
	c.Def("hand_over", 2, 2, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		q, b := coreArg[*queues.Queue](a)
		q.SetStore(&ownStore{b, a[1]})
		return object.None, nil
	})
	c.Def("unfinished", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		q, _ := coreArg[*queues.Queue](a)
		return object.Int(int64(q.Unfinished())), nil
	})
	c.Def("set_unfinished", 2, 2, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		q, _ := coreArg[*queues.Queue](a)
		n, err := object.Index(t, a[1])
		if err == nil {
			q.SetUnfinished(n)
		}
		return object.None, err
	})
	c.Def("is_shut_down", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		q, _ := coreArg[*queues.Queue](a)
		return object.Bool(q.IsShutDown()), nil
	})
	c.Def("task_done", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		q, _ := coreArg[*queues.Queue](a)
		return object.None, q.TaskDone()
	})
	c.Def("join", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		q, b := coreArg[*queues.Queue](a)
		return b.operate(q.JoinOp(), a[0])
	})
	c.Def("shutdown", 2, 2, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		q, _ := coreArg[*queues.Queue](a)
		now, err := object.Truth(t, a[1])
		if err == nil {
			err = q.Shutdown(now)
		}
		return object.None, err
	})
}

// queueItems adds the ways in and out. put and get take the method that does it
// in the end, None for the queue's own.
func queueItems(c *object.Class) {
	c.Def("put", 3, 3, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		q, b := coreArg[*queues.Queue](a)
		if item, by := a[1], a[2]; !by.IsNone() {
			return b.operate(q.PutOpBy(func() error {
				_, err := b.t().Call(by, item)
				return err
			}), a[0], item, by)
		}
		return b.operate(q.PutOp(a[1]), a[0], a[1])
	})
	c.Def("get", 2, 2, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		q, b := coreArg[*queues.Queue](a)
		if by := a[1]; !by.IsNone() {
			return b.operate(q.GetOpBy(func() (any, error) {
				v, err := b.t().Call(by)
				return v, err
			}), a[0], by)
		}
		return b.operate(q.GetOp(), a[0])
	})
	c.Def("put_nowait", 2, 2, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		q, _ := coreArg[*queues.Queue](a)
		return object.None, q.PutNowait(a[1])
	})
	c.Def("get_nowait", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		q, b := coreArg[*queues.Queue](a)
		v, err := q.GetNowait()
		if err != nil {
			return object.Value{}, err
		}
		return b.toValue(v), nil
	})
}
