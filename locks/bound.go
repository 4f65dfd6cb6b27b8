// Package locks has asyncio's Lock, Event, Condition, Semaphore,
// BoundedSemaphore and Barrier, with CPython's order of waiters and its rules
// for those that are cancelled, by version.
//
// An operation that may wait comes in two forms: a method that a Go coroutine
// calls, such as Acquire, and the same as a task.Op, such as AcquireOp, which
// needs no Go coroutine.
//
// The objects belong to one loop and are touched by whoever holds its baton.
package locks

import (
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/process"
)

// Home says where an object is made.
type Home struct {
	// State is the process it is made in.
	State *process.State
	// Loop gives the current loop, as get_event_loop. It is asked only in the
	// versions whose objects belong to a loop from the start, 3.8 and 3.9.
	Loop func() (*loop.Loop, error)
}

// On gives the Home of an object made by code that runs on l.
func On(l *loop.Loop) Home {
	return Home{l.State(), func() (*loop.Loop, error) { return l, nil }}
}

// Bound is the part of an object that ties it to a loop: when it is made up to
// 3.9, and from 3.10 on when it first has to wait.
type Bound struct {
	proc  *process.State
	loop  *loop.Loop
	owner any
}

// NewBound makes the part for an object made at h. Up to 3.9 it fails as h.Loop
// does.
func NewBound(h Home) (Bound, error) {
	b := Bound{proc: h.State}
	if b.proc.Profile.LocksBindLate {
		return b, nil
	}
	var err error
	b.loop, err = h.Loop()
	return b, err
}

// State gives the process the object was made in.
func (b *Bound) State() *process.State { return b.proc }

// Loop gives the loop the object is tied to, nil for none yet.
func (b *Bound) Loop() *loop.Loop { return b.loop }

// SetLoop ties the object to a loop, or to none.
func (b *Bound) SetLoop(l *loop.Loop) { b.loop = l }

// Owner gives the object of the layer above that stands for this one.
func (b *Bound) Owner() any { return b.owner }

// SetOwner sets what Owner gives. Errors then print the owner in this object's
// place.
func (b *Bound) SetOwner(o any) { b.owner = o }

// CreateFuture makes a future to wait for, on being the running loop and repr
// what prints the object. From 3.10 on it fails with RuntimeError "<...> is
// bound to a different event loop" on another loop than the first; before, the
// task that awaits the future is told. It fails with AttributeError when no loop
// is running, on being nil, and the object has none.
func (b *Bound) CreateFuture(on *loop.Loop, repr func() string) (future.Awaitable, error) {
	if b.loop == nil {
		b.loop = on
	}
	if b.loop != on && b.proc.Profile.LocksBindLate {
		text := ""
		if b.owner != nil {
			text = b.proc.ReprOf(b.owner)
		} else {
			text = repr()
		}
		return nil, exceptions.RuntimeError("%s is bound to a different event loop", text)
	}
	if b.loop == nil {
		return nil, exceptions.ErrAttribute.New("'NoneType' object has no attribute 'create_future'")
	}
	return b.loop.CreateFuture(), nil
}

// home gives the Home of what the object makes for itself.
func (b *Bound) home() Home {
	return Home{b.proc, func() (*loop.Loop, error) { return b.loop, nil }}
}
