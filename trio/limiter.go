package trio

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"asyncio/exceptions"
)

// Unlimited is a number of tokens, or a size of a channel's buffer, without
// bound.
const Unlimited = math.MaxInt

// CapacityLimiter has tokens that borrowers hold: a semaphore that knows who has
// what, one token each, and whose number can be changed.
type CapacityLimiter struct {
	lot       ParkingLot
	borrowers map[any]uint64 // with the order of borrowing
	borrowed  uint64
	total     int
}

// NewCapacityLimiter makes a limiter with that many tokens, or Unlimited. It
// fails with ValueError for less than 0.
func NewCapacityLimiter(total int) (*CapacityLimiter, error) {
	l := &CapacityLimiter{borrowers: map[any]uint64{}}
	return l, l.SetTotalTokens(total)
}

// TotalTokens gives how many tokens there are.
func (l *CapacityLimiter) TotalTokens() int { return l.total }

// SetTotalTokens changes it. More tokens wake those that wait; fewer take none
// away. It fails with ValueError for less than 0.
func (l *CapacityLimiter) SetTotalTokens(n int) error {
	if n < 0 {
		return exceptions.ValueError("total_tokens must be >= 0")
	}
	l.total = n
	l.wake()
	return nil
}

// BorrowedTokens gives how many tokens are held.
func (l *CapacityLimiter) BorrowedTokens() int { return len(l.borrowers) }

// AvailableTokens gives how many are free: less than 0 when the total was made
// smaller than what is held.
func (l *CapacityLimiter) AvailableTokens() int {
	if l.total == Unlimited {
		return Unlimited
	}
	return l.total - len(l.borrowers)
}

// Borrowers gives who holds a token, in the order of borrowing.
func (l *CapacityLimiter) Borrowers() []any {
	out := make([]any, 0, len(l.borrowers))
	for b := range l.borrowers {
		out = append(out, b)
	}
	slices.SortFunc(out, func(a, b any) int { return cmp.Compare(l.borrowers[a], l.borrowers[b]) })
	return out
}

// TasksWaiting gives how many tasks wait for a token.
func (l *CapacityLimiter) TasksWaiting() int { return l.lot.Len() }

func (l *CapacityLimiter) lend(borrower any) {
	l.borrowed++
	l.borrowers[borrower] = l.borrowed
}

// wake gives free tokens to those that wait.
func (l *CapacityLimiter) wake() {
	for l.lot.Len() > 0 && len(l.borrowers) < l.total {
		l.lend(l.lot.parked.first.value)
		l.lot.Unpark(1)
	}
}

// AcquireNowait takes a token for borrower, which may be the Task or anything
// that can be compared, or fails with WouldBlock; with RuntimeError when it has
// one.
func (l *CapacityLimiter) AcquireNowait(borrower any) error {
	switch {
	case l.borrowers[borrower] != 0:
		return exceptions.RuntimeError("this borrower is already holding one of this CapacityLimiter's tokens")
	case len(l.borrowers) >= l.total || l.lot.Len() > 0:
		return errWouldBlock()
	}
	l.lend(borrower)
	return nil
}

// AcquireOp takes a token for borrower, or for the task itself if that is nil,
// waiting for one if need be.
func (l *CapacityLimiter) AcquireOp(borrower any) Op {
	who := func(t *Task) any {
		if borrower == nil {
			return t
		}
		return borrower
	}
	return trying(
		func(t *Task) (any, error) { return nil, l.AcquireNowait(who(t)) },
		func(t *Task) then { return l.lot.park(t, who(t), "CapacityLimiter.acquire", nil) })
}

// Acquire takes a token for t.
func (l *CapacityLimiter) Acquire(t *Task) error { return t.do(l.AcquireOp(t)) }

// AcquireOnBehalfOf takes a token for borrower while t waits.
func (l *CapacityLimiter) AcquireOnBehalfOf(t *Task, borrower any) error {
	return t.do(l.AcquireOp(borrower))
}

// Release gives borrower's token back. It fails with RuntimeError when it has
// none.
func (l *CapacityLimiter) Release(borrower any) error {
	if l.borrowers[borrower] == 0 {
		return exceptions.RuntimeError("this borrower isn't holding any of this CapacityLimiter's tokens")
	}
	delete(l.borrowers, borrower)
	l.wake()
	return nil
}

// With runs body while t holds a token, as `async with limiter:`.
func (l *CapacityLimiter) With(t *Task, body func() error) error {
	return holding(t, l.AcquireOp(t), body, func() error { return l.Release(t) })
}

// String gives the limiter as repr() does.
func (l *CapacityLimiter) String() string {
	total := fmt.Sprint(l.total)
	if l.total == Unlimited {
		total = "inf"
	}
	return fmt.Sprintf("<trio.CapacityLimiter at %p, %d/%s with %d waiting>", l, len(l.borrowers), total, l.lot.Len())
}

// References gives what the limiter holds.
func (l *CapacityLimiter) References(visit func(any)) {
	for b := range l.borrowers {
		visit(b)
	}
	l.lot.References(visit)
}
