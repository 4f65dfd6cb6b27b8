package asyncio

import (
	"asyncio/future"
	"asyncio/loop"
	"asyncio/script/object"
	"asyncio/task"
	"fmt"
)

// pyFuture is a Future or Task of the core as Python sees it.
type pyFuture struct {
	object.Mortal
	b    *Binding
	f    future.Awaitable
	coro object.Value
}

var (
	futureClass = object.NewNativeClass("_asyncio", "Future").Final()
	taskClass   = object.NewNativeClass("_asyncio", "Task", futureClass).Final()
	loopClass   = object.NewNativeClass("asyncio.unix_events", "_UnixSelectorEventLoop").Final()
	handleClass = object.NewNativeClass("asyncio.events", "Handle").Final()
	iterClass   = object.NewNativeClass("_asyncio", "FutureIter").Final()
)

// Class implements object.Object.
func (p *pyFuture) Class() *object.Class {
	if _, ok := p.f.(*task.Task); ok {
		return taskClass
	}
	return futureClass
}

// Repr implements object.Reprer.
func (p *pyFuture) Repr(*object.Thread) (string, error) { return fmt.Sprint(p.f), nil }

// Await implements vm.Awaiter.
func (p *pyFuture) Await(*object.Thread) (object.Value, error) {
	return object.Obj(&futureIter{p: p}), nil
}

// futureIter is what awaiting a future drives.
type futureIter struct {
	p     *pyFuture
	asked bool
}

// Class implements object.Object.
func (*futureIter) Class() *object.Class { return iterClass }

// Next implements object.Iterator.
func (it *futureIter) Next(t *object.Thread) (object.Value, error) {
	v, done, err := it.Send(t, object.None)
	if done && err == nil {
		err = object.StopIteration(v)
	}
	return v, err
}

// Send implements vm.Sender.
func (it *futureIter) Send(*object.Thread, object.Value) (object.Value, bool, error) {
	f := it.p.f
	if !f.Done() {
		if it.asked {
			return object.Value{}, true, object.RuntimeError("await wasn't used with future")
		}
		it.asked = true
		f.SetBlocking(true)
		return object.Obj(it.p), false, nil
	}
	v, err := f.Result()
	return it.p.b.toValue(v), true, err
}

// Throw implements vm.Sender.
func (it *futureIter) Throw(_ *object.Thread, e *object.Exception) (object.Value, bool, error) {
	return object.Value{}, true, e
}

// pyDone is a done callback.
type pyDone struct {
	b  *Binding
	fn object.Value
}

// FutureDone implements future.DoneCallback.
func (d pyDone) FutureDone(f future.Awaitable) error {
	_, err := d.b.t().Call(d.fn, d.b.wrap(f))
	return err
}

func init() {
	type val = object.Value
	type kws = []object.Kw
	fc := futureClass
	fut := func(v val) *pyFuture { return v.Ref.(*pyFuture) }
	fc.Construct = func(*object.Thread, *object.Class, []val, kws) (val, error) {
		return val{}, object.TypeError("make futures with loop.create_future()")
	}
	fc.Def("__await__", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) { return fut(a[0]).Await(t) })
	fc.Def("__iter__", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) { return fut(a[0]).Await(t) })
	fc.Def("done", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { return object.Bool(fut(a[0]).f.Done()), nil })
	fc.Def("cancelled", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.Bool(fut(a[0]).f.Cancelled()), nil
	})
	fc.Def("result", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		v, err := fut(a[0]).f.Result()
		return fut(a[0]).b.toValue(v), err
	})
	fc.Def("exception", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		e, err := fut(a[0]).f.Exception()
		if e == nil {
			return object.None, err
		}
		return fut(a[0]).b.toValue(e), err
	})
	fc.Def("cancel", 1, 2, func(t *object.Thread, a []val, kw kws) (val, error) {
		p, err := object.Args("cancel", a[1:], kw, 0, "msg")
		if err != nil {
			return val{}, err
		}
		var msg any
		if p[0].Valid() && !p[0].IsNone() {
			msg = p[0]
		}
		ok, err := fut(a[0]).f.TryCancel(msg)
		return object.Bool(ok), err
	})
	type setter interface {
		SetResult(any) error
		SetException(error) error
	}
	fc.Def("set_result", 2, 2, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.None, fut(a[0]).f.(setter).SetResult(a[1])
	})
	fc.Def("set_exception", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		x := a[1]
		if _, ok := x.Ref.(*object.Class); ok {
			var err error
			if x, err = t.Call(x); err != nil {
				return val{}, err
			}
		}
		e, ok := x.Ref.(*object.Exception)
		if !ok {
			return val{}, object.TypeError("invalid exception object")
		}
		return object.None, fut(a[0]).f.(setter).SetException(e)
	})
	fc.Def("add_done_callback", 2, 2, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.None, fut(a[0]).f.AddDoneCallback(pyDone{fut(a[0]).b, a[1]}, nil)
	})
	fc.Def("remove_done_callback", 2, 2, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.Int(int64(fut(a[0]).f.RemoveDoneCallback(pyDone{fut(a[0]).b, a[1]}))), nil
	})
	fc.Def("get_loop", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return fut(a[0]).b.loopValue(fut(a[0]).f.Loop().(*loop.Loop)), nil
	})
	tk := func(v val) *task.Task { return fut(v).f.(*task.Task) }
	taskClass.Construct = fc.Construct
	taskClass.Def("get_name", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { return object.String(tk(a[0]).Name()), nil })
	taskClass.Def("set_name", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		s, err := object.StrText(t, a[1])
		tk(a[0]).SetName(s)
		return object.None, err
	})
	taskClass.Def("cancelling", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.Int(int64(tk(a[0]).Cancelling())), nil
	})
	taskClass.Def("uncancel", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.Int(int64(tk(a[0]).Uncancel())), nil
	})
	taskClass.Def("get_coro", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		if c, ok := tk(a[0]).Coroutine().(*pyCoro); ok {
			return object.Obj(c.g), nil
		}
		return object.None, nil
	})
	iterClass.Def("__next__", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) { return a[0].Ref.(*futureIter).Next(t) })
	iterClass.Def("__iter__", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) { return a[0], nil })
	handleClass.Def("cancel", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		a[0].Ref.(*pyHandle).cancel()
		return object.None, nil
	})
	handleClass.Def("cancelled", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.Bool(a[0].Ref.(*pyHandle).cancelled()), nil
	})
	handleClass.Def("when", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.Float(a[0].Ref.(*pyHandle).when), nil
	})
	loopMethods()
}
