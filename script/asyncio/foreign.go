package asyncio

import (
	"asyncio/contextvars"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/script/object"
)

// foreign is a future that the core uses by its Python methods: of a class that
// has the protocol's attributes, or overrides what a Future does.
type foreign struct {
	b *Binding
	v val
}

// Traverse implements object.Traverser.
func (f foreign) Traverse(visit func(val)) { visit(f.v) }

// Core gives the core's future or task that the object is, if it is one: its
// class overrides what that does.
func (f foreign) Core() future.Awaitable {
	if p, ok := f.v.Ref.(anyFuture); ok {
		return p.future().aw
	}
	return nil
}

func (f foreign) call(name string, args []val, kw kws) (val, error) {
	t := f.b.t()
	m, err := object.GetAttr(t, f.v, name)
	if err != nil {
		return val{}, err
	}
	return t.CallKw(m, args, kw)
}

func (f foreign) truth(name string) bool {
	r, err := f.call(name, nil, nil)
	if err != nil {
		return false
	}
	yes, _ := object.Truth(f.b.t(), r)
	return yes
}

// Loop implements future.Awaitable: what get_loop() gives, else _loop.
func (f foreign) Loop() future.Loop {
	r, err := f.call("get_loop", nil, nil)
	if err != nil {
		if r, err = object.GetAttr(f.b.t(), f.v, "_loop"); err != nil {
			return nil
		}
	}
	if p, ok := r.Ref.(*pyLoop); ok && p.l != nil {
		return p.l
	}
	return (*loop.Loop)(nil)
}

// Done implements future.Awaitable.
func (f foreign) Done() bool { return f.truth("done") }

// Cancelled implements future.Awaitable.
func (f foreign) Cancelled() bool { return f.truth("cancelled") }

// Result implements future.Awaitable.
func (f foreign) Result() (any, error) {
	v, err := f.call("result", nil, nil)
	if err != nil {
		return nil, err
	}
	return v, nil
}

// Exception implements future.Awaitable.
func (f foreign) Exception() (exc, err error) {
	v, err := f.call("exception", nil, nil)
	if err != nil {
		return nil, err
	}
	if e, ok := v.Ref.(*object.Exception); ok {
		return e, nil
	}
	return nil, nil
}

// Uncancel takes a request to cancel the task back and gives how many are left;
// -1 for what does not count them.
func (f foreign) Uncancel() int {
	if _, err := object.GetAttr(f.b.t(), f.v, "uncancel"); err != nil {
		return -1
	}
	v, err := f.call("uncancel", nil, nil)
	if err != nil {
		return -1
	}
	n, _ := object.IntOf(v)
	return int(n)
}

// SetResult gives the future its result.
func (f foreign) SetResult(v any) error {
	_, err := f.call("set_result", []val{f.b.toValue(v)}, nil)
	return err
}

// SetException gives the future its exception.
func (f foreign) SetException(err error) error {
	_, e := f.call("set_exception", []val{f.b.toValue(err)}, nil)
	return e
}

// TryCancel implements future.Awaitable.
func (f foreign) TryCancel(msg any) (bool, error) {
	var args []val
	if f.b.profile().CancelMessage {
		args = []val{f.b.toValue(msg)}
	}
	r, err := f.call("cancel", args, nil)
	if err != nil {
		return false, err
	}
	return object.Truth(f.b.t(), r)
}

// AddDoneCallback implements future.Awaitable.
func (f foreign) AddDoneCallback(cb future.DoneCallback, ctx *contextvars.Context) error {
	var kw kws
	if ctx != nil {
		kw = kws{{Name: "context", Val: f.b.contextValue(ctx)}}
	}
	_, err := f.call("add_done_callback", []val{f.b.doneValue(cb)}, kw)
	return err
}

// RemoveDoneCallback implements future.Awaitable.
func (f foreign) RemoveDoneCallback(cb future.DoneCallback) int {
	r, err := f.call("remove_done_callback", []val{f.b.doneValue(cb)}, nil)
	if err != nil {
		return 0
	}
	n, _ := object.IntOf(r)
	return int(n)
}

// Blocking implements future.Awaitable.
func (f foreign) Blocking() bool {
	v, err := object.GetAttr(f.b.t(), f.v, "_asyncio_future_blocking")
	if err != nil {
		return false
	}
	yes, _ := object.Truth(f.b.t(), v)
	return yes
}

// SetBlocking implements future.Awaitable.
func (f foreign) SetBlocking(yes bool) {
	// One that refuses is told "yield was used instead of yield from".
	_ = object.SetAttr(f.b.t(), f.v, "_asyncio_future_blocking", object.Bool(yes))
}

// String prints it in the core's texts.
func (f foreign) String() string { return f.b.repr(f.v) }
