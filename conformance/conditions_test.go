package conformance

import (
	"strings"

	"asyncio/exceptions"
	"asyncio/locks"
	"asyncio/task"
)

func (s *stage) conditionWaiters(c *locks.Condition, names string) (tasks []*task.Task) {
	for _, name := range strings.Split(names, "") {
		tasks = append(tasks, s.create(func(co *task.Co) (any, error) {
			return nil, c.With(co, func() error {
				s.log("%s waits", name)
				v, err := co.Do(c.WaitOp())
				if err != nil {
					if exceptions.IsCancelled(err) {
						s.log("%s cancelled: %s, locked %s", name, exceptions.Repr(err), yes(c.Locked()))
					}
					return err
				}
				s.log("%s notified: %s, locked %s", name, reprOf(v), yes(c.Locked()))
				return nil
			})
		}))
	}
	return tasks
}

// notify is `async with condition: condition.notify(n)`.
func (s *stage) notify(co *task.Co, c *locks.Condition, n int) {
	s.must(c.With(co, func() error { return c.Notify(n) }))
}

func (s *stage) notifyAll(co *task.Co, c *locks.Condition) {
	s.must(c.With(co, c.NotifyAll))
}

var conditions = table{
	"condition_not_locked": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		s.show(c)
		s.atOnce("notify", c.Notify(1))
		s.atOnce("notify_all", c.NotifyAll())
		s.attempt(co, "wait", c.WaitOp())
		s.attempt(co, "wait_for", c.WaitForOp(func() (any, bool, error) { return false, false, nil }))
		s.attempt(co, "wait_for what is true", c.WaitForOp(func() (any, bool, error) { return 7, true, nil }))
		s.atOnce("release", c.Release())
	}),
	"condition_nobody_waits": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		s.must(c.With(co, func() error {
			s.atOnce("notify", c.Notify(1))
			s.atOnce("notify_all", c.NotifyAll())
			s.show(c)
			return nil
		}))
		s.show(c)
	}),
	"condition_notify_one": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		tasks := s.conditionWaiters(c, "abc")
		s.spin(co, 2)
		for range 3 {
			s.must(c.With(co, func() error {
				s.must(c.Notify(1))
				s.show(c)
				return nil
			}))
			s.spin(co, 2)
		}
		allOf(co, tasks...)
	}),
	"condition_notify_two_of_three": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		tasks := s.conditionWaiters(c, "abc")
		s.spin(co, 2)
		s.notify(co, c, 2)
		s.spin(co, 5)
		s.show(c)
		s.notify(co, c, 2)
		allOf(co, tasks...)
	}),
	"condition_notify_all": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		tasks := s.conditionWaiters(c, "abc")
		s.spin(co, 2)
		s.notifyAll(co, c)
		allOf(co, tasks...)
		s.show(c)
	}),
	"condition_notify_zero": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		tasks := s.conditionWaiters(c, "a")
		s.spin(co, 2)
		s.notify(co, c, 0)
		s.spin(co, 3)
		s.show(c)
		s.notify(co, c, 1)
		allOf(co, tasks...)
	}),
	"condition_notified_twice_at_once": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		tasks := s.conditionWaiters(c, "abc")
		s.spin(co, 2)
		s.must(c.With(co, func() error {
			s.must(c.Notify(1))
			return c.Notify(1)
		}))
		s.spin(co, 4)
		s.show(c)
		s.notifyAll(co, c)
		allOf(co, tasks...)
	}),
	"condition_notifier_keeps_the_lock": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		tasks := s.conditionWaiters(c, "ab")
		s.spin(co, 2)
		s.must(c.With(co, func() error {
			s.must(c.NotifyAll())
			s.spin(co, 3)
			s.log("leaves, %s", bare(c))
			return nil
		}))
		allOf(co, tasks...)
	}),
	"condition_newcomer_against_notified": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		tasks := s.conditionWaiters(c, "a")
		s.spin(co, 2)
		s.must(c.Acquire(co))
		s.must(c.Notify(1))
		tasks = append(tasks, s.users(c, "n", 1)...)
		s.must(c.Release())
		tasks = append(tasks, s.users(c, "m", 1)...)
		allOf(co, tasks...)
	}),
	"condition_cancelled_while_waiting": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		tasks := s.conditionWaiters(c, "ab")
		s.spin(co, 2)
		tasks[0].Cancel()
		s.spin(co, 2)
		s.show(c)
		s.notify(co, c, 1)
		allOf(co, tasks...)
	}),
	"condition_cancelled_while_another_holds_the_lock": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		tasks := s.conditionWaiters(c, "a")
		s.spin(co, 2)
		s.must(c.Acquire(co))
		tasks[0].Cancel()
		s.spin(co, 3)
		s.log("releases, %s", bare(c))
		s.must(c.Release())
		allOf(co, tasks...)
	}),
	"condition_notified_waiter_cancelled": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		tasks := s.conditionWaiters(c, "ab")
		s.spin(co, 2)
		s.must(c.With(co, func() error {
			s.must(c.Notify(1))
			tasks[0].Cancel()
			return nil
		}))
		s.spin(co, 6)
		s.log("b notified %s", yes(tasks[1].Done()))
		s.notify(co, c, 1)
		allOf(co, tasks...)
	}),
	"condition_notified_waiter_cancelled_later": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		tasks := s.conditionWaiters(c, "ab")
		s.spin(co, 2)
		s.must(c.Acquire(co))
		s.must(c.Notify(1))
		s.spin(co, 2)
		tasks[0].Cancel()
		s.spin(co, 2)
		s.show(c)
		s.must(c.Release())
		s.spin(co, 5)
		s.log("b notified %s", yes(tasks[1].Done()))
		tasks[1].Cancel()
		allOf(co, tasks...)
	}),
	"condition_waiting_one_cancelled_wakes_another": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		tasks := s.conditionWaiters(c, "abc")
		s.spin(co, 2)
		tasks[0].Cancel()
		s.spin(co, 6)
		s.log("done %s", dones(tasks))
		for _, t := range tasks {
			t.Cancel()
		}
		allOf(co, tasks...)
		s.log("done %s", dones(tasks))
	}),
	"condition_cancel_message_while_waiting": scene(func(s *stage, co *task.Co) {
		tasks := s.conditionWaiters(s.condition(), "a")
		s.spin(co, 2)
		tasks[0].Cancel("why")
		allOf(co, tasks...)
	}),
	"condition_cancel_message_while_acquiring": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		tasks := s.conditionWaiters(c, "a")
		s.spin(co, 2)
		s.must(c.Acquire(co))
		s.must(c.Notify(1))
		s.spin(co, 2)
		tasks[0].Cancel("why")
		s.spin(co, 2)
		s.log("done %s", yes(tasks[0].Done()))
		s.must(c.Release())
		allOf(co, tasks...)
	}),
	"condition_cancelled_waiting_and_acquiring": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		t := s.create(func(co *task.Co) (any, error) {
			return nil, c.With(co, func() error {
				err := c.Wait(co)
				if exceptions.IsCancelled(err) {
					s.log("%s", during(err))
				}
				return err
			})
		})
		s.spin(co, 2)
		s.must(c.Acquire(co))
		t.Cancel("first")
		s.spin(co, 2)
		t.Cancel("second")
		s.spin(co, 2)
		s.log("done %s", yes(t.Done()))
		s.must(c.Release())
		allOf(co, t)
	}),
	"condition_cancelled_three_times_while_acquiring": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		tasks := s.conditionWaiters(c, "a")
		s.spin(co, 2)
		s.must(c.Acquire(co))
		s.must(c.Notify(1))
		for _, message := range []string{"cancel 0", "cancel 1", "cancel 2"} {
			s.spin(co, 2)
			tasks[0].Cancel(message)
		}
		s.spin(co, 2)
		s.must(c.Release())
		allOf(co, tasks...)
	}),
	"condition_acquiring_one_cancelled_with_the_lock_on_its_way": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		tasks := s.conditionWaiters(c, "ab")
		s.spin(co, 2)
		s.must(c.Acquire(co))
		s.must(c.NotifyAll())
		s.spin(co, 2)
		s.must(c.Release())
		tasks[0].Cancel()
		allOf(co, tasks...)
		s.show(c)
	}),
	"condition_all_cancelled": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		tasks := s.conditionWaiters(c, "abc")
		s.spin(co, 2)
		for _, t := range tasks {
			t.Cancel()
		}
		allOf(co, tasks...)
		s.show(c)
	}),
	"condition_waited_for_in_vain": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		s.must(c.With(co, func() error {
			s.attemptFor(co, "wait_for", c.WaitOp())
			s.show(c)
			return nil
		}))
	}),
	"condition_wait_for_a_value": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		var found []string
		t := s.create(func(co *task.Co) (any, error) {
			return nil, c.With(co, func() error {
				s.attempt(co, "wait_for", c.WaitForOp(func() (any, bool, error) {
					s.log("looks")
					return found, len(found) > 0, nil
				}))
				return nil
			})
		})
		for _, value := range []string{"", "it"} {
			s.spin(co, 3)
			s.must(c.With(co, func() error {
				if value != "" {
					found = append(found, value)
				}
				return c.Notify(1)
			}))
		}
		allOf(co, t)
	}),
	"condition_wait_for_with_failing_predicate": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		answers := []error{nil, exceptions.ValueError("predicate")}
		t := s.create(func(co *task.Co) (any, error) {
			return nil, c.With(co, func() error {
				s.attempt(co, "wait_for", c.WaitForOp(func() (any, bool, error) {
					err := answers[0]
					answers = answers[1:]
					return false, false, err
				}))
				return nil
			})
		})
		s.spin(co, 2)
		s.notify(co, c, 1)
		allOf(co, t)
		s.show(c)
	}),
	"condition_two_on_one_lock": scene(func(s *stage, co *task.Co) {
		l := s.lock()
		one, two := s.conditionOn(l), s.conditionOn(l)
		tasks := append(s.conditionWaiters(one, "ab"), s.conditionWaiters(two, "cd")...)
		s.spin(co, 2)
		s.must(l.With(co, func() error {
			s.must(two.Notify(1))
			s.must(one.Notify(1))
			s.show(one)
			s.show(two)
			return nil
		}))
		s.spin(co, 6)
		s.must(two.With(co, func() error {
			s.must(one.NotifyAll())
			return two.NotifyAll()
		}))
		allOf(co, tasks...)
	}),
	"condition_on_a_semaphore": scene(func(s *stage, co *task.Co) {
		c := s.conditionOn(s.semaphore(1))
		s.show(c)
		tasks := s.conditionWaiters(c, "ab")
		s.spin(co, 2)
		s.must(c.With(co, func() error {
			s.must(c.NotifyAll())
			s.show(c)
			return nil
		}))
		allOf(co, tasks...)
	}),
	"condition_ping_pong": scene(func(s *stage, co *task.Co) {
		c := s.condition()
		turn := "ping"
		play := func(mine, other string) *task.Task {
			return s.create(func(co *task.Co) (any, error) {
				for range 3 {
					err := c.With(co, func() error {
						if err := c.WaitFor(co, func() bool { return turn == mine }); err != nil {
							return err
						}
						s.log("%s", mine)
						turn = other
						return c.Notify(1)
					})
					if err != nil {
						return nil, err
					}
				}
				return nil, nil
			})
		}
		allOf(co, play("pong", "ping"), play("ping", "pong"))
	}),
}
