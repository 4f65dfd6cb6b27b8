package trio_test

import (
	"errors"
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"

	"asyncio/exceptions"
	"asyncio/trio"
)

// storm is many tasks that use all primitives at once, while scopes of theirs
// and of each other's are cancelled at any moment.
type storm struct {
	fail func(format string, args ...any)
	rng  *rand.Rand
	ops  int // left

	lock      *queued
	strict    *queued
	semaphore *trio.Semaphore
	limiter   *trio.CapacityLimiter
	condition *trio.Condition
	send      *trio.MemorySend
	receive   *trio.MemoryReceive

	permits, tokens  int
	inside, borrowed int
	scopes           []*trio.CancelScope // of operations under way

	sent, received map[int]bool
	next           int
}

// queued is a lock whose order is watched: who fell behind somebody that asked
// later must not get it.
type queued struct {
	l       *trio.Lock
	owner   *trio.Task
	tickets []*ticket
}

type ticket struct{ overtaken bool }

func newStorm(fail func(string, ...any), seed uint64, ops, permits, tokens, buffer int) *storm {
	s := &storm{
		fail: fail, rng: rand.New(rand.NewPCG(seed, 3)), ops: ops, permits: permits, tokens: tokens,
		lock: &queued{l: &trio.Lock{}}, strict: &queued{l: &trio.NewStrictFIFOLock().Lock},
		condition: trio.NewCondition(nil),
		sent:      map[int]bool{}, received: map[int]bool{},
	}
	s.semaphore, _ = trio.NewBoundedSemaphore(permits, permits)
	s.limiter, _ = trio.NewCapacityLimiter(tokens)
	s.send, s.receive, _ = trio.OpenMemory(buffer)
	return s
}

// rest lets others run for a random time.
func (s *storm) rest(t *trio.Task) error {
	switch s.rng.IntN(4) {
	case 0:
		return nil
	case 1:
		return trio.Sleep(t, time.Duration(s.rng.IntN(3))*time.Second)
	}
	return trio.Checkpoint(t)
}

func (s *storm) exclusive(t *trio.Task, q *queued) error {
	me := &ticket{}
	q.tickets = append(q.tickets, me)
	err := q.l.Acquire(t)
	before := 0
	for q.tickets[before] != me {
		q.tickets[before].overtaken = true
		before++
	}
	if err != nil {
		for _, other := range q.tickets[:before] { // nobody was overtaken
			other.overtaken = false
		}
	}
	q.tickets = append(q.tickets[:before], q.tickets[before+1:]...)
	if err != nil {
		return err
	}
	if me.overtaken {
		s.fail("a lock went to a task that was overtaken")
	}
	if q.owner != nil {
		s.fail("two tasks have a lock")
	}
	q.owner = t
	err = s.rest(t)
	q.owner = nil
	return errors.Join(err, q.l.Release(t))
}

func (s *storm) permit(t *trio.Task) error {
	if err := s.semaphore.Acquire(t); err != nil {
		return err
	}
	if s.inside++; s.inside > s.permits {
		s.fail("%d tasks have one of %d permits", s.inside, s.permits)
	}
	err := s.rest(t)
	s.inside--
	return errors.Join(err, s.semaphore.Release())
}

func (s *storm) token(t *trio.Task) error {
	if err := s.limiter.Acquire(t); err != nil {
		return err
	}
	if s.borrowed++; s.borrowed > s.tokens {
		s.fail("%d tasks have one of %d tokens", s.borrowed, s.tokens)
	}
	err := s.rest(t)
	s.borrowed--
	return errors.Join(err, s.limiter.Release(t))
}

func (s *storm) notified(t *trio.Task) error {
	return s.condition.With(t, func() error {
		if s.rng.IntN(3) > 0 {
			return s.condition.Notify(t, 1+s.rng.IntN(3))
		}
		err := s.condition.Wait(t)
		if s.condition.Lock().Owner() != t {
			s.fail("a wait for a condition ended without the lock: %v", err)
		}
		return err
	})
}

func (s *storm) sends(t *trio.Task) error {
	s.next++
	n := s.next
	err := s.send.Send(t, n)
	if err == nil {
		s.sent[n] = true
	} else if s.received[n] {
		s.fail("%d was received although sending it failed", n)
	}
	return err
}

func (s *storm) receives(t *trio.Task) error {
	v, err := s.receive.Receive(t)
	if err != nil {
		return err
	}
	if s.received[v.(int)] {
		s.fail("%d was received twice", v)
	}
	s.received[v.(int)] = true
	return nil
}

// worker does operations, each in a scope of its own that may expire, or be
// cancelled by anybody.
func (s *storm) worker(t *trio.Task) error {
	for s.ops > 0 {
		s.ops--
		scope := trio.Scope()
		if s.rng.IntN(2) == 0 {
			if err := scope.SetDeadline(trio.CurrentTime(t) + float64(s.rng.IntN(5))); err != nil {
				return err
			}
		}
		if len(s.scopes) > 0 && s.rng.IntN(4) == 0 {
			s.scopes[s.rng.IntN(len(s.scopes))].Cancel()
		}
		s.scopes = append(s.scopes, scope)
		err := scope.Do(t, func() error {
			switch s.rng.IntN(8) {
			case 0, 1:
				return s.exclusive(t, s.lock)
			case 2:
				return s.exclusive(t, s.strict)
			case 3:
				return s.permit(t)
			case 4:
				return s.token(t)
			case 5:
				return s.notified(t)
			case 6:
				return s.sends(t)
			}
			return s.receives(t)
		})
		for i, other := range s.scopes {
			if other == scope {
				s.scopes[i] = s.scopes[len(s.scopes)-1]
				s.scopes = s.scopes[:len(s.scopes)-1]
				break
			}
		}
		if err != nil {
			return err
		}
		if err := trio.Checkpoint(t); err != nil {
			return err
		}
	}
	return nil
}

// run runs the storm, and looks whether anything is left behind.
func (s *storm) run(workers int, schedule *trio.Schedule) {
	err := nursery(func(t *trio.Task, n *trio.Nursery) error {
		live := workers
		for range workers {
			if err := n.StartSoon(func(t *trio.Task) error {
				defer func() { live-- }()
				return s.worker(t)
			}); err != nil {
				return err
			}
		}
		// When all wait for each other, they are let go.
		for live > 0 {
			if err := trio.Sleep(t, 10*time.Second); err != nil {
				return err
			}
			for _, scope := range s.scopes {
				scope.Cancel()
			}
		}
		return nil
	}, trio.WithSchedule(schedule))
	if err != nil {
		s.fail("the run failed: %v, %s", err, tree(err))
	}
	if s.lock.l.Locked() || s.strict.l.Locked() || s.condition.Lock().Locked() {
		s.fail("a lock is left locked")
	}
	if s.semaphore.Value() != s.permits || s.limiter.BorrowedTokens() != 0 {
		s.fail("%d of %d permits are back, %d tokens are out", s.semaphore.Value(), s.permits, s.limiter.BorrowedTokens())
	}
	stats := s.send.Statistics()
	waiting := stats.WaitingSend + stats.WaitingReceive + s.lock.l.TasksWaiting() + s.strict.l.TasksWaiting() +
		s.semaphore.TasksWaiting() + s.limiter.TasksWaiting() + s.condition.TasksWaiting()
	if waiting != 0 {
		s.fail("%d tasks are still in a queue", waiting)
	}
	if len(s.sent) != len(s.received)+stats.BufferUsed {
		s.fail("%d were sent, %d received, %d are in the buffer", len(s.sent), len(s.received), stats.BufferUsed)
	}
	for n := range s.received {
		if !s.sent[n] {
			s.fail("%d was received but not sent", n)
		}
	}
}

func schedules(kind int, seed uint64) *trio.Schedule {
	switch kind {
	case 0:
		return trio.InOrder()
	case 1:
		return trio.CoinFlip(seed)
	}
	return trio.Shuffled(seed)
}

func TestStorms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		s := newStorm(t.Fatalf, seed, rapid.IntRange(1, 300).Draw(t, "operations"),
			rapid.IntRange(1, 3).Draw(t, "permits"), rapid.IntRange(1, 3).Draw(t, "tokens"), rapid.IntRange(0, 3).Draw(t, "buffer"))
		s.run(rapid.IntRange(1, 12).Draw(t, "workers"), schedules(rapid.IntRange(0, 2).Draw(t, "schedule"), seed))
	})
}

func TestLongStorm(t *testing.T) {
	for kind := range 3 {
		s := newStorm(t.Fatalf, uint64(kind), stormOps/3, 3, 3, 2)
		s.run(40, schedules(kind, 1))
	}
}

// TestStormWithErrors: nurseries whose tasks fail at any moment give each error
// once, and no task is left.
func TestStormWithErrors(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		rng := rand.New(rand.NewPCG(seed, 4))
		raised := map[string]int{}
		var grow func(t *trio.Task, depth int) error
		grow = func(t *trio.Task, depth int) error {
			return trio.OpenNursery(t, func(n *trio.Nursery) error {
				for range rng.IntN(4) {
					_ = n.StartSoon(func(t *trio.Task) error {
						switch k := rng.IntN(6); {
						case k == 0:
							name := strconv.FormatUint(rng.Uint64(), 36)
							raised[name]++
							return exceptions.ValueError("%s", name)
						case k < 3 && depth > 0:
							return grow(t, depth-1)
						}
						return trio.Sleep(t, time.Duration(rng.IntN(4))*time.Second)
					})
				}
				return trio.Sleep(t, time.Duration(rng.IntN(4))*time.Second)
			})
		}
		var r *trio.Runner
		err := try(func(tk *trio.Task) error { r = tk.Runner(); return grow(tk, 4) },
			trio.WithSchedule(schedules(rapid.IntRange(0, 2).Draw(t, "schedule"), seed)))
		seen := map[string]int{}
		leaves(err, seen)
		for name, n := range raised {
			if seen[name] != n {
				t.Fatalf("%s was raised %d times and is there %d times: %s", name, n, seen[name], tree(err))
			}
		}
		if len(seen) != len(raised) {
			t.Fatalf("%v were raised, %v are there", raised, seen)
		}
		if left := r.Statistics().TasksLiving; left != 0 {
			t.Fatalf("%d tasks are left", left)
		}
	})
}

// leaves counts the errors in groups by their text.
func leaves(err error, seen map[string]int) {
	var g *exceptions.Group
	if errors.As(err, &g) {
		for _, e := range g.Errs {
			leaves(e, seen)
		}
	} else if err != nil {
		seen[err.Error()]++
	}
}
