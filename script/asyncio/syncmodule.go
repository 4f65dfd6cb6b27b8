package asyncio

import (
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/locks"
	"asyncio/loop"
	"asyncio/profile"
	"asyncio/queues"
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/task"
)

// The classes of errors that live beside the core's operations.
var (
	queueEmptyClass    = object.NewCoreExceptionClass(queues.ErrQueueEmpty, "asyncio.queues", object.ExceptionClass)
	queueFullClass     = object.NewCoreExceptionClass(queues.ErrQueueFull, "asyncio.queues", object.ExceptionClass)
	queueShutDownClass = object.NewCoreExceptionClass(queues.ErrQueueShutDown, "asyncio.queues", object.ExceptionClass)
	brokenBarrierClass = object.NewCoreExceptionClass(locks.ErrBrokenBarrier, "asyncio.exceptions", object.RuntimeErrorClass)
)

// SyncModule makes _asyncio_sync: the core's operations as the Python part of
// asyncio (script/lib/asyncio) calls them. Arguments come in order, as that
// part checks them.
func SyncModule(h *host.Host) (*object.Module, error) {
	b := Of(h)
	m := object.NewModule("_asyncio_sync")
	p := h.Process.Profile
	for name, v := range map[string]object.Value{
		"LOOP_ARGUMENT":  object.String([]string{"warns", "refused", ""}[p.LoopArgument]),
		"BIND_LATE":      object.Bool(p.LocksBindLate),
		"GROUPS":         object.Bool(p.TaskGroups),
		"SHUTDOWN":       object.Bool(p.QueueShutdown),
		"AT_CALL":        object.Bool(p.AsCompletedAtCall),
		"WRAPS_LOCALLY":  object.Bool(p.WrapsLocally),
		"MESSAGES":       object.Bool(p.CancelMessage),
		"BASE_SELECTOR":  object.Obj(b.cls.selector),
		"BASE_POLICY":    object.Obj(b.cls.policy.Bases[0]),
		"COROUTINE_MARK": b.coroutineMark,
		"WATCHER":        object.String(p.Watcher),
		"WATCHERS_WARN":  object.Bool(p.WatcherDeprecations),
		"QueueEmpty":     object.Obj(queueEmptyClass),
		"QueueFull":      object.Obj(queueFullClass),
		"QueueShutDown":  object.Obj(queueShutDownClass),
	} {
		m.Dict.SetStr(name, v)
	}
	m.Def("policy", 0, 0, func(*object.Thread, []object.Value, []object.Kw) (object.Value, error) {
		if !b.policy.Valid() {
			return object.None, nil
		}
		return b.policy, nil
	})
	m.Def("awaited_by", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		p, err := futureArg(a[0])
		if err != nil {
			return object.Value{}, err
		}
		var out []any
		if l, ok := p.aw.Loop().(*loop.Loop); ok {
			for _, f := range task.AwaitedBy(l, p.aw) {
				out = append(out, f)
			}
		}
		return b.toValue(out), nil
	})
	m.Def("describe_coroutine", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		c := pyCoro{b: b, v: a[0]}
		return object.String(c.Describe(false)), nil
	})
	b.defineWaiting(m)
	b.defineLimits(m)
	b.defineLocks(m)
	b.defineQueues(m)
	return m, nil
}

// core is an object of the core as the Python object that stands for it holds
// it.
type core struct {
	cls  *object.Class
	b    *Binding
	x    any
	uses []object.Value
}

// Class implements object.Object.
func (c *core) Class() *object.Class { return c.cls }

// Traverse implements object.Traverser.
func (c *core) Traverse(visit func(object.Value)) {
	for _, v := range c.uses {
		visit(v)
	}
	if q, ok := c.x.(*queues.Queue); ok {
		if _, foreign := q.Store().(*ownStore); foreign {
			return // it is in the Python object
		}
		for _, item := range q.Store().Items() {
			if v, ok := item.(object.Value); ok {
				visit(v)
			}
		}
	}
}

// References implements object.Referrer. The core's object and the Python one
// are one: neither keeps the other.
func (c *core) References(visit func(any)) {
	var self any
	if o, ok := c.x.(interface{ Owner() any }); ok {
		self = o.Owner()
	}
	if r, ok := c.x.(object.Referrer); ok {
		r.References(func(x any) {
			if x != self {
				visit(x)
			}
		})
	}
}

// coreArg gives the core object of a native method's first argument.
func coreArg[T any](a []object.Value) (T, *Binding) {
	c := a[0].Ref.(*core)
	return c.x.(T), c.b
}

// operate gives Python an operation of the core.
func (b *Binding) operate(op task.Op, uses ...object.Value) (object.Value, error) {
	return object.Obj(&operation{b: b, op: op, uses: uses}), nil
}

// waitable gives an awaitable of any kind as the core takes it: a future, a
// coroutine, or the value itself when it can't be awaited.
func (b *Binding) waitable(t *object.Thread, v object.Value) (any, error) {
	aw := b.awaitable(v)
	switch aw.(type) {
	case future.Awaitable, coroutine.Coroutine:
		return aw, nil
	}
	if m, ok := object.ClassOf(v).Lookup("__await__"); !ok || m.IsNone() {
		return v, nil
	}
	tasks, err := b.h.Import(t, "asyncio.tasks")
	if err != nil {
		return nil, err
	}
	wrap, err := object.GetAttr(t, tasks, "_wrap_awaitable")
	if err != nil {
		return nil, err
	}
	c, err := t.Call(wrap, v)
	return b.awaitable(c), err
}

// members gives the awaitables of an iterable as the core takes them, one that
// is there twice as the same value. With the error come those before the one
// that is none.
func (b *Binding) members(t *object.Thread, of []object.Value) ([]any, error) {
	out := make([]any, len(of))
	seen := make(map[object.Object]any, len(of))
	for i, v := range of {
		if aw, ok := seen[v.Ref]; ok {
			out[i] = aw
			continue
		}
		if _, err := object.Hash(t, v); err != nil {
			return out[:i], err
		}
		aw, err := b.waitable(t, v)
		if err != nil {
			return out[:i], err
		}
		if _, ok := aw.(object.Value); ok {
			return out[:i], notAwaitable(v)
		}
		out[i], seen[v.Ref] = aw, aw
	}
	return out, nil
}

func notAwaitable(object.Value) error {
	return object.TypeError("An asyncio.Future, a coroutine or an awaitable is required")
}

// home says where a lock or queue is made: on the loop given, in the versions
// that bind it then.
func (b *Binding) home(l object.Value) locks.Home {
	return locks.Home{State: b.h.Process, Loop: func() (*loop.Loop, error) {
		if p, ok := l.Ref.(*pyLoop); ok {
			return p.l, nil
		}
		return nil, exceptions.RuntimeError("no current event loop")
	}}
}

// needsLoop is what an operation that cannot do without a running loop asks.
func (b *Binding) needsLoop() error {
	_, err := b.running()
	return err
}

// waitsInPlace reports whether wait_for runs its awaitable in the caller's task.
func (b *Binding) waitsInPlace() bool {
	return b.h.Process.Profile.WaitFor == profile.WaitForInTimeout
}
