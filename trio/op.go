package trio

import (
	"asyncio/coroutine"
	"asyncio/exceptions"
)

// Op is an operation that may have to wait, cut at its waits. It knows no
// coroutine: a Go function runs it with Task.Do, an interpreter from its own
// frames, so that there is one copy of each rule.
//
// Begin and Resume answer alike. With done false, wait is what to wait for
// before Resume is called with how that ended:
//
//	*Trap                    what the task has to yield to its run; the value
//	                         it was woken with is then Task.Sent
//	coroutine.Coroutine      run to its end within the caller's own task
//
// With done true the operation is over: err is its error, Value its result. An
// Op is used once, in the task that is running.
type Op interface {
	// Begin starts the operation in task t.
	Begin(t *Task) (wait any, done bool, err error)
	// Resume goes on after the wait, which gave v, or raised err when that is
	// not nil.
	Resume(v any, err error) (wait any, done bool, _ error)
	// Value gives the result of an operation that is over without an error.
	Value() any
}

// Do runs op to its end within the Go function that t runs, and gives its
// outcome. It fails with RuntimeError when another task is running.
func (t *Task) Do(op Op) (any, error) {
	if t.runner.current != t || t.fn == nil {
		if t.fn != nil && t.fn.Closing() {
			return nil, exceptions.ErrGeneratorExit.New("")
		}
		return nil, notInTask()
	}
	wait, done, err := op.Begin(t)
	for !done {
		var v any
		switch w := wait.(type) {
		case *Trap:
			if err = t.fn.Yield(w); err == nil {
				v = t.Sent()
			}
		case coroutine.Coroutine:
			v, err = t.await(w)
		}
		wait, done, err = op.Resume(v, err)
	}
	if err != nil {
		return nil, err
	}
	return op.Value(), nil
}

// await runs c to its end within the task's Go function.
func (t *Task) await(c coroutine.Coroutine) (any, error) {
	outer := t.fn
	defer func() { t.fn = outer }()
	t.adopt(c)
	s := c.Send()
	for !s.Done {
		if err := outer.Yield(s.Value); err != nil {
			s = c.Throw(err)
		} else {
			s = c.Send()
		}
	}
	return s.Value, s.Err
}

// then is what a machine does next. It waits, or runs another operation, and
// goes on with next; or it ends with value and err.
type then struct {
	wait  any
	op    Op
	next  func(v any, err error) then
	value any
	err   error
}

func end(v any, err error) then { return then{value: v, err: err} }

// block waits for a Trap.
func block(trap *Trap, next func(v any, err error) then) then { return then{wait: trap, next: next} }

// run runs op first.
func run(op Op, next func(v any, err error) then) then { return then{op: op, next: next} }

// machine is an Op that is written as a chain of functions, each of which tells
// what to do until the next one goes on.
type machine struct {
	start func(t *Task) then
	t     *Task
	next  func(v any, err error) then
	sub   Op
	value any
}

func newMachine(start func(t *Task) then) Op { return &machine{start: start} }

// Begin implements Op.
func (m *machine) Begin(t *Task) (any, bool, error) {
	m.t = t
	return m.follow(m.start(t))
}

// Resume implements Op.
func (m *machine) Resume(v any, err error) (any, bool, error) {
	if m.sub == nil {
		return m.follow(m.goOn(v, err))
	}
	wait, done, err := m.sub.Resume(v, err)
	if !done {
		return wait, false, nil
	}
	return m.follow(m.leaveSub(err))
}

func (m *machine) goOn(v any, err error) then {
	next := m.next
	m.next = nil
	if next == nil {
		return end(v, err)
	}
	return next(v, err)
}

func (m *machine) leaveSub(err error) then {
	var v any
	if err == nil {
		v = m.sub.Value()
	}
	m.sub = nil
	return m.goOn(v, err)
}

func (m *machine) follow(s then) (any, bool, error) {
	for {
		m.next = s.next
		switch {
		case s.op != nil:
			m.sub = s.op
			wait, done, err := s.op.Begin(m.t)
			if !done {
				return wait, false, nil
			}
			s = m.leaveSub(err)
		case s.wait != nil:
			return s.wait, false, nil
		default:
			m.value = s.value
			return nil, true, s.err
		}
	}
}

// Value implements Op.
func (m *machine) Value() any { return m.value }

// References gives what the operation holds.
func (m *machine) References(visit func(any)) {
	visit(m.sub)
	visit(m.value)
}

// opCoroutine runs an operation as a task's coroutine, without a goroutine.
type opCoroutine struct {
	op      Op
	t       *Task
	outer   *coroutine.Go
	wait    any
	started bool
	over    bool
}

// Operation gives a coroutine that runs op, for a task of its own.
func Operation(op Op) coroutine.Coroutine { return &opCoroutine{op: op} }

func (c *opCoroutine) adopt(t *Task) { c.t = t }

// Send implements coroutine.Coroutine.
func (c *opCoroutine) Send() coroutine.Step {
	if !c.started {
		c.started = true
		return c.step(c.op.Begin(c.t))
	}
	if inner, ok := c.wait.(coroutine.Coroutine); ok {
		return c.inner(inner.Send())
	}
	return c.step(c.op.Resume(c.t.Sent(), nil))
}

// Throw implements coroutine.Coroutine.
func (c *opCoroutine) Throw(err error) coroutine.Step {
	if !c.started {
		c.started, c.over = true, true
		return coroutine.Step{Done: true, Err: err}
	}
	if inner, ok := c.wait.(coroutine.Coroutine); ok {
		return c.inner(inner.Throw(err))
	}
	return c.step(c.op.Resume(nil, err))
}

func (c *opCoroutine) step(wait any, done bool, err error) coroutine.Step {
	for !done {
		c.wait = wait
		inner, ok := wait.(coroutine.Coroutine)
		if !ok {
			return coroutine.Step{Value: wait}
		}
		c.outer = c.t.fn
		c.t.adopt(inner)
		s := inner.Send()
		if !s.Done {
			return coroutine.Step{Value: s.Value}
		}
		c.t.fn = c.outer
		wait, done, err = c.op.Resume(s.Value, s.Err)
	}
	c.wait, c.over = nil, true
	if err != nil {
		return coroutine.Step{Done: true, Err: err}
	}
	return coroutine.Step{Done: true, Value: c.op.Value()}
}

func (c *opCoroutine) inner(s coroutine.Step) coroutine.Step {
	if !s.Done {
		return coroutine.Step{Value: s.Value}
	}
	c.t.fn = c.outer
	return c.step(c.op.Resume(s.Value, s.Err))
}

// Close implements coroutine.Coroutine.
func (c *opCoroutine) Close() error {
	if !c.started || c.over {
		c.started, c.over = true, true
		return nil
	}
	s := c.Throw(exceptions.ErrGeneratorExit.New(""))
	switch {
	case !s.Done:
		return exceptions.RuntimeError("coroutine ignored GeneratorExit")
	case exceptions.KindOf(s.Err) == exceptions.GeneratorExit:
		return nil
	}
	return s.Err
}

// References gives what the coroutine holds.
func (c *opCoroutine) References(visit func(any)) {
	visit(c.op)
	visit(c.wait)
}
