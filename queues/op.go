package queues

import (
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/locks"
	"asyncio/loop"
	"asyncio/task"
)

// wait makes one that waits in w.
func (q *Queue) wait(w *locks.Waiters, on *loop.Loop) (future.Awaitable, bool, error) {
	if q.shutdown {
		return nil, true, ErrQueueShutDown.New("")
	}
	f, err := q.CreateFuture(on, q.Repr)
	if err != nil {
		return nil, true, err
	}
	w.Add(f)
	return f, false, nil
}

// giveUp takes f out of w because of err. When it had been woken and could go
// on, the next one is woken in its place.
func (q *Queue) giveUp(w *locks.Waiters, f future.Awaitable, ready func() bool, err error) error {
	_, e := f.TryCancel(nil) // the error need not be that of f
	w.Remove(f)
	if e == nil && ready() && !f.Cancelled() {
		_, e = w.WakeNext()
	}
	if e != nil {
		return exceptions.During(e, err)
	}
	return err
}

type putOp struct {
	q    *Queue
	on   *loop.Loop
	item any // nil where only put knows it
	put  func() error
	f    future.Awaitable
}

// Begin implements task.Op.
func (p *putOp) Begin(on *loop.Loop) (any, bool, error) {
	p.on = on
	return p.try()
}

func (p *putOp) try() (f any, done bool, err error) {
	if !p.q.Full() {
		return nil, true, p.put()
	}
	p.f, done, err = p.q.wait(&p.q.putters, p.on)
	return p.f, done, err
}

// Resume implements task.Op.
func (p *putOp) Resume(_ any, err error) (any, bool, error) {
	if err == nil {
		return p.try() // somebody else may have filled the queue again
	}
	room := func() bool { return !p.q.Full() }
	return nil, true, p.q.giveUp(&p.q.putters, p.f, room, err)
}

// Value implements task.Op.
func (p *putOp) Value() any { return nil }

type getOp struct {
	q    *Queue
	on   *loop.Loop
	get  func() (any, error)
	item any
	f    future.Awaitable
}

// Begin implements task.Op.
func (g *getOp) Begin(on *loop.Loop) (any, bool, error) {
	g.on = on
	return g.try()
}

func (g *getOp) try() (f any, done bool, err error) {
	if !g.q.Empty() {
		g.item, err = g.get()
		return nil, true, err
	}
	g.f, done, err = g.q.wait(&g.q.getters, g.on)
	return g.f, done, err
}

// Resume implements task.Op.
func (g *getOp) Resume(_ any, err error) (any, bool, error) {
	if err == nil {
		return g.try() // somebody else may have taken the item
	}
	items := func() bool { return !g.q.Empty() }
	return nil, true, g.q.giveUp(&g.q.getters, g.f, items, err)
}

// Value implements task.Op.
func (g *getOp) Value() any { return g.item }

type joinOp struct {
	q    *Queue
	wait task.Op
}

// Begin implements task.Op.
func (j *joinOp) Begin(on *loop.Loop) (any, bool, error) {
	if j.q.tasks == 0 {
		return nil, true, nil
	}
	j.wait = j.q.finished.WaitOp()
	return j.wait.Begin(on)
}

// Resume implements task.Op.
func (j *joinOp) Resume(v any, err error) (any, bool, error) { return j.wait.Resume(v, err) }

// Value implements task.Op.
func (j *joinOp) Value() any { return nil }
