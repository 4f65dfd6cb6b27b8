package locks_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"asyncio/exceptions"
	"asyncio/locks"
	"asyncio/profile"
	"asyncio/task"
)

// visit is what one task of a random play does.
type visit struct {
	Arrives int // tick
	Holds   int // ticks
	Leaves  int // tick at which it is cancelled, -1 for never
}

func visits(mayCancel bool) *rapid.Generator[[]visit] {
	leaves := rapid.Just(-1)
	if mayCancel {
		leaves = rapid.OneOf(rapid.Just(-1), rapid.IntRange(0, 14))
	}
	one := rapid.Custom(func(t *rapid.T) visit {
		return visit{
			Arrives: rapid.IntRange(0, 8).Draw(t, "arrives"),
			Holds:   rapid.IntRange(0, 4).Draw(t, "holds"),
			Leaves:  leaves.Draw(t, "leaves"),
		}
	})
	return rapid.SliceOfN(one, 1, 9)
}

// history is what a play showed.
type history struct {
	asked, got []int // the visits by number, in order
	gaveUp     map[int]bool
	most       int // how many held at one time
}

// play lets visits use l until all of them are over.
func play(t *rapid.T, co *task.Co, l locks.Locker, vs []visit) history {
	h := history{gaveUp: map[int]bool{}}
	holding := 0
	tasks := make([]*task.Task, len(vs))
	for i, v := range vs {
		tasks[i] = start(t, co, func(co *task.Co) error {
			if err := pause(co, v.Arrives); err != nil {
				h.gaveUp[i] = true
				return err
			}
			h.asked = append(h.asked, i)
			entered := false
			err := locks.With(co, l, func() error {
				entered = true
				h.got = append(h.got, i)
				holding++
				h.most = max(h.most, holding)
				defer func() { holding-- }()
				return pause(co, v.Holds)
			})
			h.gaveUp[i] = !entered
			if err != nil && !exceptions.IsCancelled(err) {
				t.Fatalf("visit %d failed: %v", i, err)
			}
			return err
		})
	}
	for tick := range 15 {
		for i, v := range vs {
			if v.Leaves == tick {
				tasks[i].Cancel()
			}
		}
		if err := pause(co, 1); err != nil {
			t.Fatal(err)
		}
	}
	for _, made := range tasks {
		_, _ = co.Await(made) // its error was looked at where it arose
	}
	return h
}

// inOrder reports whether those who got in did so in the order of asking.
func (h history) inOrder() bool {
	var want []int
	for _, i := range h.asked {
		if !h.gaveUp[i] {
			want = append(want, i)
		}
	}
	return slices.Equal(want, h.got)
}

func TestLockProperties(t *testing.T) {
	each(t, func(t *testing.T, python string) {
		rapid.Check(t, func(t *rapid.T) {
			vs := visits(true).Draw(t, "visits")
			l := newLoop(t, python)
			runOn(t, l, func(co *task.Co) {
				lock, err := locks.NewLock(locks.On(l))
				if err != nil {
					t.Fatal(err)
				}
				h := play(t, co, lock, vs)
				if h.most > 1 {
					t.Fatalf("%d held the lock at one time", h.most)
				}
				if !h.inOrder() {
					t.Fatalf("asked %v, got in %v, gave up %v", h.asked, h.got, h.gaveUp)
				}
				if got := lock.Info(); got != "unlocked" {
					t.Fatalf("the lock ends as %q", got)
				}
			})
		})
	})
}

func TestSemaphoreProperties(t *testing.T) {
	each(t, func(t *testing.T, python string) {
		p, err := profile.Get(python)
		if err != nil {
			t.Fatal(err)
		}
		rapid.Check(t, func(t *rapid.T) {
			slots := rapid.IntRange(1, 3).Draw(t, "slots")
			// A cancelled waiter can stop a semaphore of 3.9 for ever.
			vs := visits(p.Semaphore != profile.SemaphoreOrdered).Draw(t, "visits")
			l := newLoop(t, python)
			runOn(t, l, func(co *task.Co) {
				s, err := locks.NewBoundedSemaphore(locks.On(l), slots)
				if err != nil {
					t.Fatal(err)
				}
				h := play(t, co, s, vs)
				if h.most > slots {
					t.Fatalf("%d held %d slots", h.most, slots)
				}
				// 3.9 means to keep the order, but forgets that it woke two.
				if p.Semaphore >= profile.SemaphoreFIFO && !h.inOrder() {
					t.Fatalf("asked %v, got in %v, gave up %v", h.asked, h.got, h.gaveUp)
				}
				if s.Value() != slots {
					t.Fatalf("%d of %d slots are left", s.Value(), slots)
				}
			})
		})
	})
}

func TestConditionPassesEveryNotificationOn(t *testing.T) {
	each(t, func(t *testing.T, python string) {
		p, err := profile.Get(python)
		if err != nil {
			t.Fatal(err)
		}
		rapid.Check(t, func(t *rapid.T) {
			waiters := rapid.IntRange(1, 6).Draw(t, "waiters")
			notices := rapid.IntRange(0, waiters).Draw(t, "notices")
			leave := rapid.SliceOfDistinct(rapid.IntRange(0, waiters-1), rapid.ID[int]).Draw(t, "cancelled")
			before := rapid.Bool().Draw(t, "cancelled before they are notified")
			l := newLoop(t, python)
			runOn(t, l, func(co *task.Co) {
				c, err := locks.NewCondition(locks.On(l), nil)
				if err != nil {
					t.Fatal(err)
				}
				woken := 0
				var tasks []*task.Task
				for range waiters {
					tasks = append(tasks, start(t, co, func(co *task.Co) error {
						return c.With(co, func() error {
							err := c.Wait(co)
							if !c.Locked() {
								t.Fatal("wait came back without the lock")
							}
							if err == nil {
								woken++
							}
							return err
						})
					}))
				}
				cancel := func() {
					for _, i := range leave {
						tasks[i].Cancel()
					}
				}
				_ = pause(co, 2)
				err = c.With(co, func() error {
					if before {
						cancel()
						_ = pause(co, 1)
					}
					err := c.Notify(notices)
					if !before {
						cancel()
					}
					return err
				})
				if err != nil {
					t.Fatal(err)
				}
				_ = pause(co, 3*waiters)
				switch stay := waiters - len(leave); {
				case before && p.ConditionLosesNotify && woken != min(notices, stay):
					t.Fatalf("%d woken by %d notices, %d stayed", woken, notices, stay)
				case !p.ConditionLosesNotify && woken < min(notices, stay):
					t.Fatalf("%d woken by %d notices, %d stayed", woken, notices, stay)
				case woken > stay:
					t.Fatalf("%d woken, %d stayed", woken, stay)
				}
				for _, made := range tasks {
					made.Cancel()
					_, _ = co.Await(made)
				}
				if got := c.Info(); got != "unlocked" {
					t.Fatalf("the condition ends as %q", got)
				}
			})
		})
	})
}

func TestBarrierProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parties := rapid.IntRange(1, 4).Draw(t, "parties")
		rounds := rapid.IntRange(1, 4).Draw(t, "rounds")
		delays := rapid.SliceOfN(rapid.IntRange(0, 3), parties*rounds, parties*rounds).Draw(t, "delays")
		l := newLoop(t, profile.Default)
		runOn(t, l, func(co *task.Co) {
			b, err := locks.NewBarrier(locks.On(l), parties)
			if err != nil {
				t.Fatal(err)
			}
			arrived := make([]int, rounds)
			indices := make([][]int, rounds)
			var tasks []*task.Task
			for i := range parties {
				tasks = append(tasks, start(t, co, func(co *task.Co) error {
					for round := range rounds {
						if err := pause(co, delays[i*rounds+round]); err != nil {
							return err
						}
						arrived[round]++
						index, err := b.Wait(co)
						if err != nil {
							return err
						}
						if arrived[round] != parties {
							t.Fatalf("passed in round %d with %d of %d", round, arrived[round], parties)
						}
						indices[round] = append(indices[round], index)
					}
					return nil
				}))
			}
			for _, made := range tasks {
				if _, err := co.Await(made); err != nil {
					t.Fatal(err)
				}
			}
			for round, got := range indices {
				slices.Sort(got)
				for i, index := range got {
					if i != index {
						t.Fatalf("round %d gave the indices %v", round, got)
					}
				}
			}
		})
	})
}
