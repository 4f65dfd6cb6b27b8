package trio

import (
	"asyncio/coroutine"
	"asyncio/script/object"
	core "asyncio/trio"
)

// operation is an operation of the core as an awaitable of Python's.
type operation struct {
	b  *Binding
	op core.Op
	// give turns its value into Python's, nil for Binding.value.
	give func(v any, err error) (val, error)
	uses []val

	t       *core.Task
	started bool
	over    bool
	wait    any // while it is suspended
}

var operationClass = object.NewNativeClass("_trio", "operation").Final()

// Class implements object.Object.
func (*operation) Class() *object.Class { return operationClass }

// Traverse implements object.Traverser.
func (o *operation) Traverse(visit func(val)) {
	for _, v := range o.uses {
		visit(v)
	}
}

// References implements object.Referrer.
func (o *operation) References(visit func(any)) {
	visit(o.op)
	visit(o.wait)
}

// Await implements vm.Awaiter.
func (o *operation) Await(*thread) (val, error) { return object.Obj(o), nil }

// Next implements object.Iterator.
func (o *operation) Next(t *thread) (val, error) {
	v, done, err := o.Send(t, object.None)
	if done && err == nil {
		err = object.StopIteration(v)
	}
	return v, err
}

// Send implements vm.Sender.
func (o *operation) Send(*thread, val) (val, bool, error) { return o.step(nil) }

// Throw implements vm.Sender.
func (o *operation) Throw(_ *thread, e *object.Exception) (val, bool, error) {
	if !o.started {
		o.started, o.over = true, true
		return val{}, true, e
	}
	return o.step(e)
}

// step goes on, with what the pending wait raised or nil.
func (o *operation) step(thrown error) (val, bool, error) {
	var done bool
	var err error
	switch {
	case o.over:
		return val{}, true, object.RuntimeError("cannot reuse already awaited coroutine")
	case !o.started:
		if o.t, err = o.b.task(); err != nil {
			return val{}, true, err
		}
		o.started = true
		o.wait, done, err = o.op.Begin(o.t)
	default:
		if c, ok := o.wait.(coroutine.Coroutine); ok {
			if v, ended, e := o.enter(c, thrown); !ended {
				return v, false, nil
			} else {
				o.wait, done, err = o.op.Resume(o.b.value(v), e)
			}
			break
		}
		var v any
		if thrown == nil {
			v = o.t.Sent()
		}
		o.wait, done, err = o.op.Resume(v, thrown)
	}
	for !done {
		switch w := o.wait.(type) {
		case *core.Trap:
			return object.Obj(&trapValue{w}), false, nil
		case coroutine.Coroutine:
			v, ended, e := o.begin(w)
			if !ended {
				return v, false, nil
			}
			o.wait, done, err = o.op.Resume(o.b.value(v), e)
		default:
			return val{}, true, object.RuntimeError("an operation cannot wait for %T", w)
		}
	}
	o.over, o.wait = true, nil
	if o.give != nil {
		v, err := o.give(value(o.op, err), taken(err))
		return v, true, err
	}
	if err != nil {
		return val{}, true, taken(err)
	}
	return o.b.value(o.op.Value()), true, nil
}

// value is an operation's value, unless it failed.
func value(op core.Op, err error) any {
	if err != nil {
		return nil
	}
	return op.Value()
}

func (o *operation) begin(c coroutine.Coroutine) (v val, ended bool, err error) {
	if a, ok := c.(coroutine.Adopter); ok {
		a.Adopted()
	}
	return o.stepped(c.Send())
}

func (o *operation) enter(c coroutine.Coroutine, thrown error) (v val, ended bool, err error) {
	if thrown != nil {
		return o.stepped(c.Throw(thrown))
	}
	return o.stepped(c.Send())
}

func (o *operation) stepped(s coroutine.Step) (v val, ended bool, err error) {
	switch {
	case s.Err != nil:
		return val{}, true, s.Err
	case s.Done:
		return o.b.value(s.Value), true, nil
	}
	if t, ok := s.Value.(*core.Trap); ok {
		return object.Obj(&trapValue{t}), false, nil
	}
	return o.b.value(s.Value), false, nil
}

// callOp is the operation that an async function of Python's is.
type callOp struct {
	b  *Binding
	fn val
	c  *pyCoro
}

// Begin implements core.Op.
func (o *callOp) Begin(*core.Task) (any, bool, error) {
	v, err := o.b.t().Call(o.fn)
	if err != nil {
		return nil, true, err
	}
	o.c = &pyCoro{o.b, v}
	return o.c, false, nil
}

// Resume implements core.Op.
func (o *callOp) Resume(_ any, err error) (any, bool, error) { return nil, true, err }

// Value implements core.Op.
func (*callOp) Value() any { return nil }

// Traverse implements object.Traverser.
func (o *callOp) Traverse(visit func(val)) {
	visit(o.fn)
	if o.c != nil {
		visit(o.c.v)
	}
}

// await gives an operation of the core to be awaited.
func (b *Binding) await(op core.Op, uses ...val) (val, error) {
	return object.Obj(&operation{b: b, op: op, uses: uses}), nil
}

// awaitGiving is await for an operation whose outcome give words.
func (b *Binding) awaitGiving(op core.Op, give func(v any, err error) (val, error), uses ...val) (val, error) {
	return object.Obj(&operation{b: b, op: op, give: give, uses: uses}), nil
}

func init() { operationClass.Later(fillOperation) }

func fillOperation(c *object.Class) {
	self := func(v val) *operation { return v.Ref.(*operation) }
	same := func(_ *thread, a []val, _ kws) (val, error) { return a[0], nil }
	c.Def("__await__", 1, 1, same)
	c.Def("__iter__", 1, 1, same)
	c.Def("__next__", 1, 1, func(t *thread, a []val, _ kws) (val, error) { return self(a[0]).Next(t) })
	c.Def("send", 2, 2, func(t *thread, a []val, _ kws) (val, error) { return self(a[0]).Next(t) })
	c.Def("throw", 2, 2, func(t *thread, a []val, _ kws) (val, error) {
		e, ok := a[1].Ref.(*object.Exception)
		if !ok {
			return val{}, object.TypeError("exceptions must be instances here")
		}
		v, done, err := self(a[0]).Throw(t, e)
		if done && err == nil {
			err = object.StopIteration(v)
		}
		return v, err
	})
	c.Def("close", 1, 1, func(t *thread, a []val, _ kws) (val, error) {
		o := self(a[0])
		if !o.started || o.over {
			o.started, o.over = true, true
			return object.None, nil
		}
		_, done, err := o.Throw(t, object.NewException(object.GeneratorExitClass))
		switch {
		case err == nil && !done:
			return val{}, object.RuntimeError("coroutine ignored GeneratorExit")
		case object.IsInstance(err, object.GeneratorExitClass):
			return object.None, nil
		}
		return object.None, err
	})
}
