package trio_test

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"asyncio/trio"
)

func TestParkingLotIsFirstComeFirstServed(t *testing.T) {
	var lot, second trio.ParkingLot
	var woken []int
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		scopes := make([]*trio.CancelScope, 8)
		for i := range scopes {
			scopes[i] = trio.Scope()
			start(t, n, func(tk *trio.Task) error {
				return scopes[i].Do(tk, func() error {
					err := lot.Park(tk)
					if err == nil {
						woken = append(woken, i)
					}
					return err
				})
			})
		}
		settle := func() {
			if err := trio.WaitAllTasksBlocked(tk); err != nil {
				t.Error(err)
			}
		}
		settle()
		expect(t, "nothing to wake", 0, len(lot.Unpark(0)))
		lot.Unpark(1)
		settle()
		expect(t, "one", []int{0}, woken)
		expect(t, "two", 2, len(lot.Unpark(2)))
		settle()
		expect(t, "two more", []int{0, 1, 2}, woken)
		scopes[4].Cancel()
		settle()
		lot.Repark(&second, 1)
		expect(t, "one moved", []int{3, 1}, []int{lot.Len(), second.Len()})
		lot.ReparkAll(&second)
		expect(t, "all moved", []int{0, 4}, []int{lot.Len(), second.Len()})
		scopes[6].Cancel()
		settle()
		second.UnparkAll()
		settle()
		expect(t, "in order, without those cancelled", []int{0, 1, 2, 3, 5, 7}, woken)
		return nil
	})
	expect(t, "error", "", text(err))
}

var address = regexp.MustCompile(`0x[0-9a-f]+`)

func anonymous(s string) string { return address.ReplaceAllString(s, "0x") }

func TestBrokenParkingLot(t *testing.T) {
	var lot, one, two trio.ParkingLot
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		var parked error
		start(t, n, func(tk *trio.Task) error { parked = lot.Park(tk); return nil })
		if err := trio.WaitAllTasksBlocked(tk); err != nil {
			return err
		}
		lot.Break(tk)
		lot.Break(tk)
		if err := trio.Checkpoint(tk); err != nil {
			return err
		}
		name := "<Task '" + tk.Name() + "' at 0x>"
		expect(t, "who was parked", "Parking lot broken by "+name, anonymous(text(parked)))
		expect(t, "who comes later", "Attempted to park in parking lot broken by ["+name+", "+name+"]", anonymous(text(lot.Park(tk))))

		// Registered: a lot breaks when the task exits, if each call is not undone.
		var gone *trio.Task
		start(t, n, func(tk *trio.Task) error {
			gone = tk
			err := errors.Join(one.AddBreaker(tk), one.AddBreaker(tk), two.AddBreaker(tk),
				two.RemoveBreaker(tk), one.RemoveBreaker(tk))
			expect(t, "not registered", "Attempted to remove task as breaker for a lot it is not registered for", text(two.RemoveBreaker(tk)))
			return err
		})
		if err := errors.Join(trio.Checkpoint(tk), trio.Checkpoint(tk)); err != nil {
			return err
		}
		expect(t, "broken", []int{1, 0}, []int{len(one.BrokenBy()), len(two.BrokenBy())})
		expect(t, "an exited task", "Attempted to add already exited task as lot breaker.", text(one.AddBreaker(gone)))
		return nil
	})
	expect(t, "error", "", text(err))
}

func TestEvent(t *testing.T) {
	var e trio.Event
	woken := 0
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		for range 3 {
			start(t, n, func(tk *trio.Task) error { woken++; defer func() { woken++ }(); return e.Wait(tk) })
		}
		gone := trio.Scope()
		start(t, n, func(tk *trio.Task) error { return gone.Do(tk, func() error { return e.Wait(tk) }) })
		if err := trio.WaitAllTasksBlocked(tk); err != nil {
			return err
		}
		gone.Cancel()
		expect(t, "waiting", []any{3, false}, []any{e.TasksWaiting(), e.IsSet()})
		e.Set()
		e.Set()
		expect(t, "set", []any{0, true}, []any{e.TasksWaiting(), e.IsSet()})
		before := tk.SchedulePoints()
		err := e.Wait(tk)
		expect(t, "a wait for one that is set is a checkpoint", 1, tk.SchedulePoints()-before)
		return err
	})
	expect(t, "error", "", text(err))
	expect(t, "steps", 6, woken)
}

// exclusive is what the lock kinds have in common.
type exclusive struct {
	acquire func(*trio.Task) error
	nowait  func(*trio.Task) error
	release func(*trio.Task) error
}

func exclusives() map[string]func() exclusive {
	lock := func(l *trio.Lock) exclusive { return exclusive{l.Acquire, l.AcquireNowait, l.Release} }
	return map[string]func() exclusive{
		"Lock":           func() exclusive { return lock(&trio.Lock{}) },
		"StrictFIFOLock": func() exclusive { return lock(&trio.NewStrictFIFOLock().Lock) },
		"Condition":      func() exclusive { return lock(trio.NewCondition(nil).Lock()) },
		"Semaphore(1)": func() exclusive {
			s, _ := trio.NewSemaphore(1)
			return exclusive{s.Acquire, func(*trio.Task) error { return s.AcquireNowait() }, func(*trio.Task) error { return s.Release() }}
		},
		"CapacityLimiter(1)": func() exclusive {
			l, _ := trio.NewCapacityLimiter(1)
			return exclusive{l.Acquire, func(tk *trio.Task) error { return l.AcquireNowait(tk) }, func(tk *trio.Task) error { return l.Release(tk) }}
		},
		"channel": func() exclusive {
			s, r, _ := trio.OpenMemory(1)
			return exclusive{
				func(tk *trio.Task) error { return s.Send(tk, nil) },
				func(*trio.Task) error { return s.SendNowait(nil) },
				func(*trio.Task) error { _, err := r.ReceiveNowait(); return err },
			}
		},
	}
}

func TestExclusionAndOrder(t *testing.T) {
	for name, mk := range exclusives() {
		t.Run(name, func(t *testing.T) {
			l := mk()
			var order []int
			inside := 0
			err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
				for i := range 3 {
					start(t, n, func(tk *trio.Task) error {
						for range 5 {
							if err := l.acquire(tk); err != nil {
								return err
							}
							inside++
							expect(t, "tasks inside", 1, inside)
							order = append(order, i)
							if err := trio.Checkpoint(tk); err != nil {
								return err
							}
							inside--
							if err := l.release(tk); err != nil {
								return err
							}
						}
						return nil
					})
				}
				return nil
			})
			expect(t, "error", "", text(err))
			expect(t, "order", strings.Repeat("012", 5), strings.Trim(strings.Join(strings.Fields(fmt.Sprint(order)), ""), "[]"))
		})
	}
}

// TestNoOvertaking: what is released goes to who waits, and a newcomer that does
// not wait gets nothing.
func TestNoOvertaking(t *testing.T) {
	for name, mk := range exclusives() {
		t.Run(name, func(t *testing.T) {
			l := mk()
			err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
				if err := l.acquire(tk); err != nil {
					return err
				}
				start(t, n, func(tk *trio.Task) error { return errors.Join(l.acquire(tk), l.release(tk)) })
				if err := errors.Join(trio.WaitAllTasksBlocked(tk), l.release(tk)); err != nil {
					return err
				}
				expect(t, "at once", "WouldBlock(WouldBlock)", tree(l.nowait(tk)))
				return nil
			})
			expect(t, "error", "", text(err))
		})
	}
}

// TestCancelledMeansNotAcquired for a wait, and for what need not wait.
func TestCancelledMeansNotAcquired(t *testing.T) {
	for name, mk := range exclusives() {
		t.Run(name, func(t *testing.T) {
			l := mk()
			_, err := within(func(tk *trio.Task, s *trio.CancelScope) error {
				s.Cancel()
				expect(t, "free", "Cancelled", tree(l.acquire(tk)))
				if err := l.nowait(tk); err != nil {
					return err
				}
				expect(t, "taken", "Cancelled", tree(l.acquire(tk)))
				if err := l.release(tk); err != nil {
					return err
				}
				return l.nowait(tk)
			})
			expect(t, "error", "", text(err))
		})
	}
}

func TestLockErrors(t *testing.T) {
	var l trio.Lock
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		if err := l.Acquire(tk); err != nil {
			return err
		}
		expect(t, "again", "attempt to re-acquire an already held Lock", text(l.Acquire(tk)))
		expect(t, "again at once", "attempt to re-acquire an already held Lock", text(l.AcquireNowait(tk)))
		start(t, n, func(tk *trio.Task) error {
			expect(t, "another's", "can't release a Lock you don't own", text(l.Release(tk)))
			return nil
		})
		start(t, n, func(tk *trio.Task) error { return l.With(tk, func() error { return nil }) })
		if err := trio.WaitAllTasksBlocked(tk); err != nil {
			return err
		}
		expect(t, "repr", "<locked Lock object at 0x with 1 waiters>", anonymous(l.String()))
		return l.Release(tk)
	})
	expect(t, "error", "", text(err))
	expect(t, "repr", "<unlocked StrictFIFOLock object at 0x>", anonymous(trio.NewStrictFIFOLock().String()))
}

func TestDeadOwner(t *testing.T) {
	var l trio.Lock
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		if err := n.StartSoonNamed("owner", l.Acquire); err != nil {
			return err
		}
		if err := trio.Checkpoint(tk); err != nil {
			return err
		}
		const want = "Owner of this lock exited without releasing: <Task 'owner' at 0x>"
		expect(t, "who waits", want, anonymous(text(l.Acquire(tk))))
		expect(t, "who comes later", want, anonymous(text(l.Acquire(tk))))
		return nil
	})
	expect(t, "error", "", text(err))
}

func TestSemaphore(t *testing.T) {
	bad := func(s *trio.Semaphore, err error) string { return text(err) }
	expect(t, "negative", "initial value must be >= 0", bad(trio.NewSemaphore(-1)))
	expect(t, "max", "max_values must be >= initial_value", bad(trio.NewBoundedSemaphore(2, 1)))
	s, _ := trio.NewBoundedSemaphore(1, 1)
	expect(t, "repr", "<trio.Semaphore(1, max_value=1) at 0x>", anonymous(s.String()))
	expect(t, "too often", "semaphore released too many times", text(s.Release()))
	expect(t, "taken", "", text(s.AcquireNowait()))
	expect(t, "none left", "WouldBlock(WouldBlock)", tree(s.AcquireNowait()))
	expect(t, "given back", "", text(s.Release()))
	free, _ := trio.NewSemaphore(0)
	_ = free.Release()
	expect(t, "without a bound", "<trio.Semaphore(1) at 0x>", anonymous(free.String()))
}

func TestCapacityLimiter(t *testing.T) {
	_, err := trio.NewCapacityLimiter(-1)
	expect(t, "negative", "total_tokens must be >= 0", text(err))
	l, _ := trio.NewCapacityLimiter(1)
	expect(t, "repr", "<trio.CapacityLimiter at 0x, 0/1 with 0 waiting>", anonymous(l.String()))
	err = nursery(func(tk *trio.Task, n *trio.Nursery) error {
		if err := l.Acquire(tk); err != nil {
			return err
		}
		expect(t, "twice", "this borrower is already holding one of this CapacityLimiter's tokens", text(l.Acquire(tk)))
		expect(t, "another's", "this borrower isn't holding any of this CapacityLimiter's tokens", text(l.Release("x")))
		got := 0
		for i := range 3 {
			start(t, n, func(tk *trio.Task) error {
				err := l.AcquireOnBehalfOf(tk, i)
				got++
				return err
			})
		}
		settled := func(what string, want ...int) {
			if err := trio.WaitAllTasksBlocked(tk); err != nil {
				t.Error(err)
			}
			expect(t, what, want, []int{got, l.BorrowedTokens(), l.AvailableTokens(), l.TasksWaiting()})
		}
		settled("all wait", 0, 1, 0, 3)
		_ = l.SetTotalTokens(3)
		settled("raised", 2, 3, 0, 1)
		_ = l.SetTotalTokens(1)
		settled("lowered", 2, 3, -2, 1)
		_ = l.SetTotalTokens(0)
		if err := errors.Join(l.Release(tk), l.Release(0), l.Release(1)); err != nil {
			return err
		}
		settled("none", 2, 0, 0, 1)
		_ = l.SetTotalTokens(trio.Unlimited)
		settled("without bound", 3, 1, trio.Unlimited, 0)
		expect(t, "borrowers", []any{2}, l.Borrowers())
		expect(t, "repr", "<trio.CapacityLimiter at 0x, 1/inf with 0 waiting>", anonymous(l.String()))
		return nil
	})
	expect(t, "error", "", text(err))
}

func TestCondition(t *testing.T) {
	c := trio.NewCondition(nil)
	var woken []int
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		expect(t, "wait", "must hold the lock to wait", text(c.Wait(tk)))
		expect(t, "notify", "must hold the lock to notify", text(c.Notify(tk, 1)))
		expect(t, "notify_all", "must hold the lock to notify", text(c.NotifyAll(tk)))
		for i := range 6 {
			start(t, n, func(tk *trio.Task) error {
				return c.With(tk, func() error {
					err := c.Wait(tk)
					expect(t, "the lock is held", true, c.Lock().Owner() == tk)
					woken = append(woken, i)
					return err
				})
			})
		}
		for _, k := range []int{1, 2, 0} {
			if err := trio.WaitAllTasksBlocked(tk); err != nil {
				return err
			}
			if err := c.With(tk, func() error {
				if k == 0 {
					return c.NotifyAll(tk)
				}
				return c.Notify(tk, k)
			}); err != nil {
				return err
			}
			if err := trio.WaitAllTasksBlocked(tk); err != nil {
				return err
			}
			expect(t, "woken", map[int]int{1: 1, 2: 3, 0: 6}[k], len(woken))
		}
		expect(t, "order", []int{0, 1, 2, 3, 4, 5}, woken)
		return nil
	})
	expect(t, "error", "", text(err))
}

// TestCancelledConditionHasTheLock, once whoever has it lets go.
func TestCancelledConditionHasTheLock(t *testing.T) {
	c := trio.NewCondition(nil)
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		s := trio.Scope()
		start(t, n, func(tk *trio.Task) error {
			return s.Do(tk, func() error {
				return c.With(tk, func() error {
					err := c.Wait(tk)
					expect(t, "the lock is held", true, c.Lock().Owner() == tk)
					expect(t, "the time", 3.0, trio.CurrentTime(tk))
					expect(t, "error", "Cancelled", tree(err))
					return err
				})
			})
		})
		if err := trio.WaitAllTasksBlocked(tk); err != nil {
			return err
		}
		return c.With(tk, func() error {
			s.Cancel()
			return trio.Sleep(tk, 3*time.Second)
		})
	})
	expect(t, "error", "", text(err))
}
