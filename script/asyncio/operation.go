package asyncio

import (
	"asyncio/coroutine"
	"asyncio/future"
	"asyncio/script/object"
	"asyncio/script/vm"
	"asyncio/task"
)

// operation is an operation of the core as an awaitable of Python's. The
// coroutines of the Python part of this module await them; a program does not
// meet them.
type operation struct {
	b  *Binding
	op task.Op // nil for sleep(0), which lets the loop go round once and gives value
	// give turns the operation's value into Python's; nil for toValue.
	give func(any) (object.Value, error)
	// uses are the values that the operation holds.
	uses []object.Value
	// value is what sleep(0) gives.
	value object.Value
	// in is the function of the library within which it fails, nil for none.
	in    *vm.Library
	state uint8
	wait  any // what it waits for while it is suspended, as task.Op has it
	// thrown is what was thrown in last: if it comes out, nobody raised it.
	thrown *object.Exception
}

// The states of an operation.
const (
	opNew uint8 = iota
	opRunning
	opSuspended
	opOver
)

var operationClass = object.NewNativeClass("_asyncio", "operation").Final()

// Class implements object.Object.
func (*operation) Class() *object.Class { return operationClass }

// Traverse implements object.Traverser.
func (o *operation) Traverse(visit func(object.Value)) {
	for _, v := range o.uses {
		visit(v)
	}
	visit(o.value)
	if o.thrown != nil {
		visit(object.Obj(o.thrown))
	}
}

// References implements object.Referrer.
func (o *operation) References(visit func(any)) {
	if o.op != nil {
		visit(o.op)
	}
	visit(o.wait)
}

// Await implements vm.Awaiter.
func (o *operation) Await(*object.Thread) (object.Value, error) { return object.Obj(o), nil }

// Next implements object.Iterator.
func (o *operation) Next(t *object.Thread) (object.Value, error) {
	v, done, err := o.Send(t, object.None)
	if done && err == nil {
		err = object.StopIteration(v)
	}
	return v, err
}

// Send implements vm.Sender.
func (o *operation) Send(*object.Thread, object.Value) (object.Value, bool, error) {
	return o.step(nil)
}

// Throw implements vm.Sender.
func (o *operation) Throw(_ *object.Thread, e *object.Exception) (object.Value, bool, error) {
	if o.state == opNew {
		o.state = opOver
		return object.Value{}, true, e
	}
	o.thrown = e
	return o.step(e)
}

// step goes on, with what the pending await raised or nil.
func (o *operation) step(thrown error) (object.Value, bool, error) {
	var done bool
	var err error
	switch o.state {
	case opRunning:
		return object.Value{}, true, object.ValueError("coroutine already executing")
	case opOver:
		return object.Value{}, true, object.RuntimeError("cannot reuse already awaited coroutine")
	case opNew:
		if o.op == nil {
			o.state = opSuspended
			return object.None, false, nil
		}
		l, _ := o.b.running() // what needs a loop says so
		o.state = opRunning
		vm.Of(o.b.t()).Opaque() // the core holds what it likes
		o.wait, done, err = o.op.Begin(l)
	default:
		if o.op == nil {
			done, err = true, thrown
			break
		}
		o.state = opRunning
		v, ended, e := o.resume(thrown)
		if !ended {
			o.state = opSuspended
			return v, false, nil
		}
		vm.Of(o.b.t()).Opaque()
		o.wait, done, err = o.op.Resume(v, e)
	}
	for !done {
		v, ended, e := o.enter()
		if !ended {
			o.state = opSuspended
			return v, false, nil
		}
		o.wait, done, err = o.op.Resume(v, e)
	}
	o.state, o.wait = opOver, nil
	came := o.thrown
	o.thrown = nil
	if err != nil {
		switch again := came != nil && object.AsException(err) == came; {
		case again && o.in != nil:
			err = o.b.passes(o.in, came)
		case again:
			came.Passing = true
		case o.in != nil:
			err = o.b.fails(o.in, val{}, err)
		}
		return object.Value{}, true, err
	}
	var v object.Value
	if o.op == nil {
		return o.value, true, nil
	}
	if o.give != nil {
		v, err = o.give(o.op.Value())
	} else {
		v = o.b.toValue(o.op.Value())
	}
	return v, true, err
}

// enter begins to await o.wait: it gives what to yield, or how that ended.
func (o *operation) enter() (v object.Value, ended bool, err error) {
	switch w := o.wait.(type) {
	case nil:
		return object.None, false, nil
	case future.Awaitable:
		if w.Done() {
			return o.outcome(w)
		}
		w.SetBlocking(true)
		return o.b.wrap(w), false, nil
	case coroutine.Coroutine:
		return o.stepped(w.Send())
	}
	return object.Value{}, true, object.RuntimeError("an operation cannot wait for %T", o.wait)
}

// resume is enter for an await that has begun.
func (o *operation) resume(thrown error) (v object.Value, ended bool, err error) {
	switch w := o.wait.(type) {
	case coroutine.Coroutine:
		if thrown != nil {
			return o.stepped(w.Throw(thrown))
		}
		return o.stepped(w.Send())
	case future.Awaitable:
		if thrown == nil {
			if !w.Done() {
				return object.Value{}, true, object.RuntimeError("await wasn't used with future")
			}
			return o.outcome(w)
		}
	}
	return object.None, true, thrown
}

// outcome ends the await of a future that is done.
func (o *operation) outcome(f future.Awaitable) (v object.Value, ended bool, err error) {
	r, err := f.Result()
	if err != nil {
		o.b.raisedBy(f, err)
	}
	return o.b.toValue(r), true, err
}

// stepped gives what a coroutine within this one did.
func (o *operation) stepped(s coroutine.Step) (v object.Value, ended bool, err error) {
	if s.Err != nil {
		return object.Value{}, true, s.Err
	}
	return o.b.toValue(s.Value), s.Done, nil
}

// close is close() of a coroutine: GeneratorExit at the pending await.
func (o *operation) close(t *object.Thread) error {
	switch o.state {
	case opNew:
		o.state = opOver
		return nil
	case opOver:
		return nil
	}
	_, done, err := o.Throw(t, object.NewException(object.GeneratorExitClass))
	if err == nil && !done {
		return object.RuntimeError("coroutine ignored GeneratorExit")
	}
	if object.IsInstance(err, object.GeneratorExitClass) {
		return nil
	}
	return err
}

func init() { operationClass.Later(fillOperation) }

func fillOperation(c *object.Class) {
	self := func(v object.Value) *operation { return v.Ref.(*operation) }
	same := func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) { return a[0], nil }
	c.Def("__await__", 1, 1, same)
	c.Def("__iter__", 1, 1, same)
	c.Def("__next__", 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		return self(a[0]).Next(t)
	})
	c.Def("send", 2, 2, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		return self(a[0]).Next(t)
	})
	c.Def("throw", 2, 2, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		e, ok := a[1].Ref.(*object.Exception)
		if !ok {
			return object.Value{}, object.TypeError("exceptions must be instances here")
		}
		v, done, err := self(a[0]).Throw(t, e)
		if done && err == nil {
			err = object.StopIteration(v)
		}
		return v, err
	})
	c.Def("close", 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		return object.None, self(a[0]).close(t)
	})
}
