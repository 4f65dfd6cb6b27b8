package locks

import (
	"fmt"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/task"
)

// ErrBrokenBarrier is the class of the errors that a broken or reset barrier
// raises.
var ErrBrokenBarrier = exceptions.NewClass("BrokenBarrierError", exceptions.ErrRuntime)

type barrierState uint8

const (
	filling barrierState = iota
	draining
	resetting
	broken
)

// String gives the state as reprs print it.
func (s barrierState) String() string {
	return [...]string{"filling", "draining", "resetting", "broken"}[s]
}

// Barrier is asyncio.Barrier: a number of coroutines wait for each other and go
// on together. Python has it since 3.11; here it works under every version.
type Barrier struct {
	Bound
	cond    *Condition // notified when the state changes
	parties int
	count   int // coroutines inside
	state   barrierState
}

// NewBarrier makes a barrier for parties coroutines. It fails with ValueError
// "parties must be > 0", and as NewBound does.
func NewBarrier(h Home, parties int) (*Barrier, error) {
	if parties < 1 {
		return nil, exceptions.ValueError("parties must be > 0")
	}
	base, err := NewBound(h)
	if err != nil {
		return nil, err
	}
	b := &Barrier{Bound: base, parties: parties}
	b.cond, err = NewCondition(b.home(), nil)
	return b, err
}

// Parties gives the number of coroutines that the barrier waits for.
func (b *Barrier) Parties() int { return b.parties }

// NWaiting gives the number of coroutines that wait for the others now.
func (b *Barrier) NWaiting() int {
	if b.state == filling {
		return b.count
	}
	return 0
}

// Broken reports whether the barrier was aborted.
func (b *Barrier) Broken() bool { return b.state == broken }

// Wait waits until all parties do, and gives the order of arrival, from 0. The
// last to arrive goes on at once. It fails with ErrBrokenBarrier when the
// barrier is aborted, or reset meanwhile, and with CancelledError when the task
// is cancelled.
func (b *Barrier) Wait(co *task.Co) (int, error) {
	v, err := co.Do(b.WaitOp())
	if err != nil {
		return 0, err
	}
	return v.(int), nil
}

// WaitOp is Wait as an operation, whose value is the order of arrival, an int.
func (b *Barrier) WaitOp() task.Op { return &barrierWait{b: b} }

// With waits and runs body with the order of arrival, as `async with barrier
// as index:`.
func (b *Barrier) With(co *task.Co, body func(index int) error) error {
	i, err := b.Wait(co)
	if err != nil {
		return err
	}
	return body(i)
}

// Reset makes the barrier as new. Those who wait get ErrBrokenBarrier. It fails
// with CancelledError when the task is cancelled while it waits for the
// barrier's lock.
func (b *Barrier) Reset(co *task.Co) error {
	_, err := co.Do(b.ResetOp())
	return err
}

// ResetOp is Reset as an operation without a value.
func (b *Barrier) ResetOp() task.Op {
	return &barrierChange{b: b, change: func() {
		if b.count > 0 {
			b.state = resetting
		} else {
			b.state = filling
		}
	}}
}

// Abort breaks the barrier: those who wait, or come later, get
// ErrBrokenBarrier. It fails as Reset does.
func (b *Barrier) Abort(co *task.Co) error {
	_, err := co.Do(b.AbortOp())
	return err
}

// AbortOp is Abort as an operation without a value.
func (b *Barrier) AbortOp() task.Op {
	return &barrierChange{b: b, change: func() { b.state = broken }}
}

// left notes that one coroutine is out; the last one makes the barrier usable
// again.
func (b *Barrier) left() error {
	b.count--
	if b.count > 0 {
		return nil
	}
	if b.state == resetting || b.state == draining {
		b.state = filling
	}
	return b.cond.NotifyAll()
}

// Waiters gives the list of those who wait, for who is to change it.
func (b *Barrier) Waiters() *Waiters { return b.cond.Waiters() }

// Count gives the number of coroutines inside, those that are leaving included.
func (b *Barrier) Count() int { return b.count }

// Waiting gives the futures that coroutines wait for here, first come first.
func (b *Barrier) Waiting() []future.Awaitable { return b.cond.Waiting() }

// String gives the barrier as repr() does.
func (b *Barrier) String() string { return describe("Barrier", b, b.Info()) }

// Info gives the part of the repr in brackets.
func (b *Barrier) Info() string {
	if b.Broken() {
		return b.state.String()
	}
	return fmt.Sprintf("%v, waiters:%d/%d", b.state, b.NWaiting(), b.parties)
}
