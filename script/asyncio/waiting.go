package asyncio

import (
	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/profile"
	"asyncio/script/builtins"
	"asyncio/script/object"
	"asyncio/script/vm"
	"asyncio/task"
)

// defineWaiting adds sleep, wait, wait_for and as_completed.
func (b *Binding) defineWaiting(m *object.Module) {
	m.Def("sleep", 2, 2, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		d, err := delay(t, a[0])
		if err == nil && !(d <= 0) {
			err = b.needsLoop()
		}
		if err != nil {
			return object.Value{}, err
		}
		if d <= 0 {
			return object.Obj(&operation{b: b, in: b.stack.yieldOnce, value: a[1]}), nil
		}
		return object.Obj(&operation{b: b, op: task.SleepOp(d, a[1]), uses: a[1:2:2]}), nil
	})
	m.Def("wait", 3, 3, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		return b.wait(t, a[0], a[1], a[2])
	})
	m.Def("wait_for", 2, 2, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		return b.waitFor(t, a[0], a[1])
	})
	m.Def("AsCompleted", 2, 2, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		return b.asCompleted(t, a[0], a[1])
	})
}

// delay gives a time in seconds that Python compares with zero first.
func delay(t *object.Thread, v object.Value) (float64, error) {
	return compared(t, object.CmpLe, v)
}

// compared gives a number that Python compares with another first.
func compared(t *object.Thread, op object.Cmp, v object.Value) (float64, error) {
	if v.IsFloat() {
		f, _ := object.FloatOf(v)
		return f, nil
	}
	if n, ok := object.IntOf(v); ok {
		return float64(n), nil
	}
	if _, err := object.Compare(t, op, v, object.Int(0)); err != nil {
		return 0, err
	}
	return builtins.Float(t, v)
}

// timeout gives a timeout, which None lifts.
func timeout(t *object.Thread, v object.Value) (float64, error) {
	if v.IsNone() {
		return task.NoTimeout, nil
	}
	return delay(t, v)
}

// notACollection is the TypeError for one future or coroutine where several are
// taken; nil for anything else.
func (b *Binding) notACollection(v object.Value, expected string) error {
	switch b.awaitable(v).(type) {
	case future.Awaitable, coroutine.Coroutine:
		return object.TypeError("%s, not %s", expected, className(object.ClassOf(v)))
	}
	return nil
}

func (b *Binding) wait(t *object.Thread, fs, limit, when object.Value) (object.Value, error) {
	if err := b.notACollection(fs, "expect a list of futures"); err != nil {
		return object.Value{}, err
	}
	if ok, err := object.Truth(t, fs); err != nil {
		return object.Value{}, err
	} else if !ok {
		return object.Value{}, object.ValueError("%s", b.profile().WaitEmptyText)
	}
	text, ok := object.StrOf(when)
	if !ok {
		var err error
		if text, err = object.StrText(t, when); err != nil {
			return object.Value{}, err
		}
	}
	items, err := object.Collect(t, fs)
	if err != nil {
		return object.Value{}, err
	}
	take := b.members
	if b.profile().Wait == profile.WaitRefuses {
		take = b.futuresAlone
	}
	aws, err := take(t, items)
	if err != nil {
		return object.Value{}, err
	}
	if err := b.needsLoop(); err != nil {
		return object.Value{}, err
	}
	seconds, err := timeout(t, limit)
	if err != nil {
		return object.Value{}, err
	}
	o := &operation{b: b, op: task.WaitOp(aws, seconds, task.When(text)), uses: items}
	o.give = func(v any) (object.Value, error) {
		w := v.(task.Waited)
		done, err := b.set(w.Done)
		if err != nil {
			return object.Value{}, err
		}
		pending, err := b.set(w.Pending)
		return object.TupleValue(done, pending), err
	}
	return object.Obj(o), nil
}

// futuresAlone is members where nothing is made a future. A coroutine among them
// comes alone: it is what the wait is refused for.
func (b *Binding) futuresAlone(t *object.Thread, of []object.Value) ([]any, error) {
	out := make([]any, len(of))
	var coro any
	var err error
	for i, v := range of {
		if _, err := object.Hash(t, v); err != nil {
			return nil, err
		}
		switch aw := b.awaitable(v).(type) {
		case future.Awaitable:
			out[i] = aw
		case coroutine.Coroutine:
			coro = aw
		default:
			if err == nil {
				err = object.AttributeError("'%s' object has no attribute 'add_done_callback'", className(object.ClassOf(v)))
			}
		}
	}
	if coro != nil {
		return []any{coro}, nil
	}
	return out, err
}

// set gives a set of futures.
func (b *Binding) set(fs []future.Awaitable) (object.Value, error) {
	s := &object.Set{}
	for _, f := range fs {
		if err := s.Add(b.t(), b.wrap(f)); err != nil {
			return object.Value{}, err
		}
	}
	return object.Obj(s), nil
}

func (b *Binding) waitFor(t *object.Thread, of, limit object.Value) (object.Value, error) {
	if err := b.needsLoop(); err != nil {
		return object.Value{}, err
	}
	seconds, err := timeout(t, limit)
	if err != nil {
		return object.Value{}, err
	}
	aw, err := b.waitable(t, of)
	if err != nil {
		return object.Value{}, err
	}
	if _, ok := aw.(object.Value); ok {
		if !task.HasTimeout(seconds) || seconds > 0 && b.waitsInPlace() {
			return object.Value{}, object.TypeError("object %s can't be used in 'await' expression", className(object.ClassOf(of)))
		}
		return object.Value{}, notAwaitable(of)
	}
	op := task.WaitForOp(aw, seconds)
	if task.HasTimeout(seconds) {
		op = &timedWait{op, b, seconds > 0 && b.waitsInPlace()}
	}
	return b.operate(op, of)
}

// timedWait is a wait_for with a limit. It notes in the tracebacks of its errors
// what they passed through: from 3.12 on it is a block in timeout().
type timedWait struct {
	task.Op
	b       *Binding
	inPlace bool
}

// References implements object.Referrer.
func (w *timedWait) References(visit func(any)) { visit(w.Op) }

// Resume implements task.Op.
func (w *timedWait) Resume(v any, err error) (any, bool, error) {
	wait, done, out := w.Op.Resume(v, err)
	if out == nil || out == err {
		return wait, done, out
	}
	e := object.AsException(out)
	if e == nil || e.Context == nil {
		return wait, done, out
	}
	inner := object.AsException(e.Context)
	if inner != nil && e.Cause.Ref == object.Object(inner) && (!w.inPlace || inner == object.AsException(err)) {
		vm.Of(w.b.t()).Pass(inner)
		w.b.h.In.Life.Ended(inner)
		e.Context = inner
	}
	if w.inPlace {
		var self val
		if op, ok := w.Op.(task.Limited); ok && op.Limit() != nil {
			self = object.Obj(&core{cls: timeoutClass, b: w.b, x: op.Limit()})
		}
		return wait, done, w.b.fails(w.b.stack.leaveTimeout, self, e)
	}
	return wait, done, e
}

// completedClass is the type of what as_completed is made on.
var completedClass = object.NewNativeClass("_asyncio_sync", "AsCompleted").Final()

func (b *Binding) asCompleted(t *object.Thread, fs, limit object.Value) (object.Value, error) {
	if err := b.notACollection(fs, b.h.Process.Profile.AsCompletedTypeText); err != nil {
		return object.Value{}, err
	}
	l, err := b.currentLoop()
	if err != nil {
		return object.Value{}, err
	}
	items, err := object.Collect(t, fs)
	if err != nil {
		return object.Value{}, err
	}
	aws, err := b.members(t, items)
	if err != nil {
		return object.Value{}, err
	}
	seconds := float64(task.NoTimeout)
	if !limit.IsNone() {
		if seconds, err = builtins.Float(t, limit); err != nil {
			return object.Value{}, err
		}
	}
	c, err := task.AsCompleted(l, aws, seconds)
	if err != nil {
		return object.Value{}, err
	}
	return object.Obj(&core{cls: completedClass, b: b, x: c}), nil
}

func init() {
	completedClass.Later(fillCompleted)
	arrivedClass.Later(fillArrived)
}

func fillCompleted(c *object.Class) {
	// promise counts an item to come as given out; False when there is none.
	c.Def("promise", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		c, _ := coreArg[*task.Completed](a)
		more, err := c.More()
		if more {
			c.Promise()
		}
		return object.Bool(more), err
	})
	// arrived is where promised items come.
	c.Def("arrived", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		c, b := coreArg[*task.Completed](a)
		return object.Obj(&core{cls: arrivedClass, b: b, x: c.Arrived()}), nil
	})
}

// arrivedClass is the type of what those who wait for an item of as_completed
// know.
var arrivedClass = object.NewNativeClass("_asyncio_sync", "Arrived").Final()

func fillArrived(c *object.Class) {
	// take waits for a promised item.
	c.Def("take", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		q, b := coreArg[*task.Arrived](a)
		return b.operate(q.TakeOp(), a[0])
	})
}
