package locks_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"asyncio/exceptions"
	"asyncio/locks"
	"asyncio/profile"
	"asyncio/task"
)

// storm is many tasks that use something for as long as operations are left,
// some of them cancelled in each tick and replaced by new ones.
type storm struct {
	t    *testing.T
	rand *rand.Rand
	left int
	// release, if not nil, lets those go on that wait for ever by right.
	release func(co *task.Co) error
}

// rage lets workers run until the operations are used up. Then nobody is
// cancelled any more, and all must come to their end: who waits for ever is what
// a wake-up or a permit was lost for, which the loop reports as a deadlock.
func (s *storm) rage(co *task.Co, workers int, work func(co *task.Co) error) {
	tasks := make([]*task.Task, workers)
	begin := func() *task.Task {
		return start(s.t, co, func(co *task.Co) error {
			for s.left > 0 {
				s.left--
				if err := work(co); err != nil {
					return err
				}
			}
			return nil
		})
	}
	for i := range tasks {
		tasks[i] = begin()
	}
	for s.left > 0 {
		before := s.left
		for tick := 0; tick < 40 && s.left > 0; tick++ {
			if tick < 30 { // then there is a calm
				for range s.rand.IntN(4) {
					tasks[s.rand.IntN(workers)].Cancel()
				}
			}
			if err := co.Yield(); err != nil {
				s.t.Fatal(err)
			}
		}
		if s.left == before {
			s.t.Fatalf("nobody does anything any more; %d operations are left", s.left)
		}
		for i, made := range tasks {
			if made.Done() {
				s.over(made)
				tasks[i] = begin()
			}
		}
	}
	for _, made := range tasks {
		for tick := 0; s.release != nil && !made.Done() && tick < 100; tick++ {
			if err := s.release(co); err != nil {
				s.t.Fatal(err)
			}
			if err := co.Yield(); err != nil {
				s.t.Fatal(err)
			}
		}
		if _, err := co.Await(made); !made.Done() {
			s.t.Fatalf("a worker waits for ever: %v", err)
		}
		s.over(made)
	}
}

// over looks at how a worker ended.
func (s *storm) over(made *task.Task) {
	if _, err := made.Result(); err != nil && !exceptions.IsCancelled(err) {
		s.t.Fatalf("a worker failed: %v", err)
	}
}

// line checks that those who get in do so in the order of asking. One who is
// overtaken must have been cancelled, even if it does not know yet.
type line struct {
	waiting   []int
	overtaken map[int]bool
	next      int
}

func (l *line) ask() int {
	l.next++
	l.waiting = append(l.waiting, l.next)
	return l.next
}

// leave takes a place out of the line.
func (l *line) leave(place int) {
	delete(l.overtaken, place)
	i := slices.Index(l.waiting, place)
	l.waiting = slices.Delete(l.waiting, i, i+1)
}

// enter is leave for one who gets in. It reports whether that is out of turn.
func (l *line) enter(place int) bool {
	if l.overtaken[place] {
		return true
	}
	for _, other := range l.waiting[:slices.Index(l.waiting, place)] {
		l.overtaken[other] = true
	}
	l.leave(place)
	return false
}

func raging(t *testing.T, python string, test func(s *storm, co *task.Co, h locks.Home)) {
	l := newLoop(t, python)
	runOn(t, l, func(co *task.Co) {
		test(&storm{t: t, rand: rand.New(rand.NewPCG(7, 1)), left: stormSize}, co, locks.On(l))
	})
}

func TestLockStorm(t *testing.T) {
	raging(t, profile.Default, func(s *storm, co *task.Co, h locks.Home) {
		lock, err := locks.NewLock(h)
		if err != nil {
			t.Fatal(err)
		}
		queue := line{overtaken: map[int]bool{}}
		holders := 0
		s.rage(co, 24, func(co *task.Co) error {
			place := queue.ask()
			if err := lock.Acquire(co); err != nil {
				queue.leave(place)
				return err
			}
			if queue.enter(place) {
				t.Fatal("somebody got the lock before one who asked for it earlier")
			}
			if holders++; holders != 1 {
				t.Fatalf("%d hold the lock", holders)
			}
			err := pause(co, s.rand.IntN(2))
			holders--
			if e := lock.Release(); e != nil {
				t.Fatal(e)
			}
			return err
		})
		if got := lock.Info(); got != "unlocked" {
			t.Fatalf("the lock ends as %q", got)
		}
	})
}

func TestSemaphoreStorm(t *testing.T) {
	const permits = 3
	for _, python := range []string{profile.Default, "3.11"} {
		t.Run(python, func(t *testing.T) {
			raging(t, python, func(s *storm, co *task.Co, h locks.Home) {
				s.t, s.left = t, stormSize/2
				sem, err := locks.NewSemaphore(h, permits)
				if err != nil {
					t.Fatal(err)
				}
				holders := 0
				s.rage(co, 24, func(co *task.Co) error {
					if err := sem.Acquire(co); err != nil {
						return err
					}
					if holders++; holders > permits {
						t.Fatalf("%d hold one of %d permits", holders, permits)
					}
					err := pause(co, s.rand.IntN(3))
					holders--
					if e := sem.Release(); e != nil {
						t.Fatal(e)
					}
					return err
				})
				if sem.Value() != permits || len(sem.Waiting()) > 0 {
					t.Fatalf("the semaphore ends as %v", sem)
				}
			})
		})
	}
}

func TestEventStorm(t *testing.T) {
	raging(t, profile.Default, func(s *storm, co *task.Co, h locks.Home) {
		event, err := locks.NewEvent(h)
		if err != nil {
			t.Fatal(err)
		}
		s.rage(co, 24, func(co *task.Co) error {
			switch s.rand.IntN(4) {
			case 0:
				event.Clear()
				return nil
			case 1:
				return event.Set()
			}
			if s.left < 100 { // the last ones have nobody to wait for
				return event.Set()
			}
			return event.Wait(co)
		})
		if err := event.Set(); err != nil {
			t.Fatal(err)
		}
		if len(event.Waiting()) > 0 {
			t.Fatalf("the event ends as %v", event)
		}
	})
}

// One who is notified, and cancelled before it can go on, hands the notice on:
// as many go on as there were notices, and nobody waits while there is one.
func TestConditionStorm(t *testing.T) {
	raging(t, profile.Default, func(s *storm, co *task.Co, h locks.Home) {
		c, err := locks.NewCondition(h, nil)
		if err != nil {
			t.Fatal(err)
		}
		items := 0
		s.rage(co, 24, func(co *task.Co) error {
			return c.With(co, func() error {
				if s.rand.IntN(2) == 0 || s.left < 100 {
					items++
					return c.Notify(1)
				}
				for items == 0 {
					err := c.Wait(co)
					if !c.Locked() {
						t.Fatal("wait came back without the lock")
					}
					if err != nil {
						return err
					}
				}
				items--
				return pause(co, s.rand.IntN(2))
			})
		})
		if c.Locked() || len(c.Waiting()) > 0 && items > 0 {
			t.Fatalf("%d items, and the condition ends as %v", items, c)
		}
	})
}

func TestBarrierStorm(t *testing.T) {
	const parties = 4
	raging(t, profile.Default, func(s *storm, co *task.Co, h locks.Home) {
		s.left /= 4
		b, err := locks.NewBarrier(h, parties)
		if err != nil {
			t.Fatal(err)
		}
		s.release = b.Abort
		arrived, passed := 0, 0
		s.rage(co, 24, func(co *task.Co) error {
			if s.left < 100 {
				return b.Abort(co) // the last ones have nobody to wait for
			}
			arrived++
			place, err := b.Wait(co)
			switch {
			case exceptions.IsCancelled(err):
				return err
			case err != nil: // one who was cancelled broke it
				return b.Reset(co)
			case place < 0 || place >= parties:
				t.Fatalf("place %d of %d", place, parties)
			}
			if passed++; passed > arrived {
				t.Fatalf("%d passed, %d came", passed, arrived)
			}
			return nil
		})
		if b.NWaiting() > 0 {
			t.Fatalf("the barrier ends as %v", b)
		}
	})
}
