package conformance

import (
	"asyncio/exceptions"
	"asyncio/loop"
	"asyncio/task"
)

var errBody = exceptions.ValueError("body")

var lockScenes = table{
	"lock_nobody_else": scene(func(s *stage, co *task.Co) {
		l := s.lock()
		s.show(l)
		s.attempt(co, "acquire", l.AcquireOp())
		s.show(l)
		s.atOnce("release", l.Release())
		s.show(l)
	}),
	"lock_released_too_often": scene(func(s *stage, co *task.Co) {
		l := s.lock()
		s.atOnce("first", l.Release())
		s.must(l.Acquire(co))
		s.atOnce("second", l.Release())
		s.atOnce("third", l.Release())
	}),
	"lock_first_come_first": scene(func(s *stage, co *task.Co) {
		l := s.lock()
		allOf(co, s.users(l, "abc", 1)...)
		s.show(l)
	}),
	"lock_held_for_no_tick": scene(func(s *stage, co *task.Co) {
		allOf(co, s.users(s.lock(), "abc", 0)...)
	}),
	"lock_held_long": scene(func(s *stage, co *task.Co) {
		l := s.lock()
		tasks := s.users(l, "abc", 3)
		s.spin(co, 2)
		s.show(l)
		allOf(co, tasks...)
	}),
	"lock_waiters_of_a_held_lock": scene(func(s *stage, co *task.Co) {
		l := s.heldLock(co)
		tasks := s.users(l, "abc", 1)
		s.spin(co, 1)
		s.show(l)
		s.must(l.Release())
		s.show(l)
		allOf(co, tasks...)
	}),
	"lock_releaser_asks_again_at_once": scene(func(s *stage, co *task.Co) {
		l := s.heldLock(co)
		tasks := s.users(l, "w", 1)
		s.spin(co, 1)
		s.must(l.Release())
		s.log("locked %s", yes(l.Locked()))
		s.must(s.use(co, "main", l, 1))
		allOf(co, tasks...)
	}),
	"lock_releaser_asks_again_without_waiters": scene(func(s *stage, co *task.Co) {
		l := s.heldLock(co)
		tasks := s.users(l, "w", 1)
		s.must(l.Release())
		s.must(s.use(co, "main", l, 1))
		allOf(co, tasks...)
	}),
	"lock_newcomer_while_a_waiter_is_woken": scene(func(s *stage, co *task.Co) {
		l := s.heldLock(co)
		tasks := s.users(l, "w", 1)
		s.spin(co, 1)
		tasks = append(tasks, s.users(l, "n", 1)...)
		s.must(l.Release())
		allOf(co, tasks...)
	}),
	"lock_two_newcomers_and_the_releaser": scene(func(s *stage, co *task.Co) {
		l := s.heldLock(co)
		tasks := s.users(l, "w", 1)
		s.spin(co, 1)
		s.must(l.Release())
		tasks = append(tasks, s.users(l, "mn", 0)...)
		s.must(s.use(co, "main", l, 0))
		allOf(co, tasks...)
	}),
	"lock_waiter_cancelled_before_release": scene(func(s *stage, co *task.Co) {
		l := s.heldLock(co)
		tasks := s.users(l, "ab", 1)
		s.spin(co, 1)
		tasks[0].Cancel()
		s.show(l)
		s.spin(co, 1)
		s.show(l)
		s.must(l.Release())
		allOf(co, tasks...)
	}),
	"lock_middle_waiter_cancelled": scene(func(s *stage, co *task.Co) {
		l := s.heldLock(co)
		tasks := s.users(l, "abc", 1)
		s.spin(co, 1)
		tasks[1].Cancel()
		s.must(l.Release())
		allOf(co, tasks...)
	}),
	"lock_woken_waiter_cancelled": scene(func(s *stage, co *task.Co) {
		l := s.heldLock(co)
		tasks := s.users(l, "ab", 1)
		s.spin(co, 1)
		s.must(l.Release())
		tasks[0].Cancel()
		s.show(l)
		allOf(co, tasks...)
		s.show(l)
	}),
	"lock_woken_waiter_cancelled_and_newcomer": scene(func(s *stage, co *task.Co) {
		l := s.heldLock(co)
		tasks := s.users(l, "a", 1)
		s.spin(co, 1)
		s.must(l.Release())
		tasks[0].Cancel()
		s.must(s.use(co, "main", l, 1))
		s.show(l)
		allOf(co, tasks...)
	}),
	"lock_every_woken_waiter_cancelled": scene(func(s *stage, co *task.Co) {
		l := s.heldLock(co)
		tasks := s.users(l, "abc", 1)
		s.spin(co, 1)
		s.must(l.Release())
		for _, t := range tasks {
			t.Cancel()
		}
		allOf(co, tasks...)
		s.show(l)
		s.must(s.use(co, "main", l, 1))
	}),
	"lock_waiter_cancelled_then_released_at_once": scene(func(s *stage, co *task.Co) {
		l := s.heldLock(co)
		tasks := s.users(l, "ab", 1)
		s.spin(co, 1)
		tasks[0].Cancel()
		s.must(l.Release())
		s.show(l)
		allOf(co, tasks...)
	}),
	"lock_only_waiter_cancelled_then_acquired_at_once": scene(func(s *stage, co *task.Co) {
		l := s.heldLock(co)
		tasks := s.users(l, "a", 1)
		s.spin(co, 1)
		tasks[0].Cancel()
		s.must(l.Release())
		s.must(s.use(co, "main", l, 1))
		allOf(co, tasks...)
	}),
	"lock_cancelled_waiter_and_retaken_lock": scene(func(s *stage, co *task.Co) {
		l := s.heldLock(co)
		tasks := s.users(l, "ab", 1)
		s.spin(co, 1)
		tasks[0].Cancel()
		tasks[1].Cancel()
		s.must(l.Release())
		s.must(l.Acquire(co))
		s.show(l)
		tasks = append(tasks, s.users(l, "c", 1)...)
		s.spin(co, 3)
		s.show(l)
		s.must(l.Release())
		allOf(co, tasks...)
	}),
	"lock_released_by_another_task": scene(func(s *stage, co *task.Co) {
		l := s.heldLock(co)
		tasks := s.users(l, "a", 1)
		s.spin(co, 1)
		tasks = append(tasks, s.create(func(*task.Co) (any, error) {
			s.log("opener")
			return nil, l.Release()
		}))
		allOf(co, tasks...)
	}),
	"lock_released_by_a_timer": scene(func(s *stage, co *task.Co) {
		l := s.heldLock(co)
		tasks := s.users(l, "ab", 1)
		s.later(1, l.Release)
		allOf(co, tasks...)
	}),
	"lock_waiter_cancelled_with_message": scene(func(s *stage, co *task.Co) {
		l := s.heldLock(co)
		tasks := s.users(l, "a", 1)
		s.spin(co, 1)
		tasks[0].Cancel("enough")
		allOf(co, tasks...)
	}),
	"lock_waited_for_in_vain": scene(func(s *stage, co *task.Co) {
		l := s.heldLock(co)
		s.attemptFor(co, "wait_for", l.AcquireOp())
		s.show(l)
		s.must(l.Release())
		s.attempt(co, "acquire", l.AcquireOp())
	}),
	"lock_as_context": scene(func(s *stage, co *task.Co) {
		l := s.lock()
		s.must(l.With(co, func() error { s.log("inside None, %s", bare(l)); return nil }))
		s.show(l)
	}),
	"lock_as_context_of_several": scene(func(s *stage, co *task.Co) {
		l := s.lock()
		var tasks []*task.Task
		for _, name := range []string{"a", "b", "c"} {
			tasks = append(tasks, s.create(func(co *task.Co) (any, error) {
				return nil, l.With(co, func() error {
					s.log("%s inside", name)
					s.spin(co, 1)
					s.log("%s leaves", name)
					return nil
				})
			}))
		}
		allOf(co, tasks...)
	}),
	"lock_as_context_body_fails": scene(func(s *stage, co *task.Co) {
		l := s.lock()
		err := l.With(co, func() error { return errBody })
		s.log("caught %s, %s", exceptions.Repr(err), bare(l))
	}),
	"lock_as_context_body_releases": scene(func(s *stage, co *task.Co) {
		l := s.lock()
		s.log("caught %s", during(l.With(co, l.Release)))
	}),
	"lock_as_context_body_releases_and_fails": scene(func(s *stage, co *task.Co) {
		l := s.lock()
		err := l.With(co, func() error {
			s.must(l.Release())
			return errBody
		})
		s.log("caught %s", during(err))
	}),
	"lock_as_context_cancelled_inside": scene(func(s *stage, co *task.Co) {
		l := s.lock()
		visitor := s.create(func(co *task.Co) (any, error) {
			return nil, l.With(co, func() error {
				s.log("inside")
				return sleep(co, 10)
			})
		})
		tasks := append([]*task.Task{visitor}, s.users(l, "a", 1)...)
		s.spin(co, 2)
		visitor.Cancel()
		allOf(co, tasks...)
	}),
	"lock_as_context_cancelled_at_the_door": scene(func(s *stage, co *task.Co) {
		l := s.heldLock(co)
		visitor := s.create(func(co *task.Co) (any, error) {
			return nil, l.With(co, s.logs("never"))
		})
		s.spin(co, 1)
		visitor.Cancel()
		allOf(co, visitor)
		s.log("cancelled %s, %s", yes(visitor.Cancelled()), bare(l))
	}),
	"lock_of_another_loop": {plain: func(s *stage, l *loop.Loop) (any, error) {
		lock := s.lock()
		_, err := l.RunCoroutine(s.coro(func(co *task.Co) (any, error) {
			s.must(lock.Acquire(co))
			tasks := s.users(lock, "a", 1)
			s.spin(co, 1)
			tasks[0].Cancel()
			allOf(co, tasks...)
			return nil, nil
		}))
		s.elsewhere(func(co *task.Co) {
			if err := lock.Acquire(co); err != nil {
				s.log("refused %s", yes(refusedLoop(err)))
			}
			s.must(lock.Release())
			s.attempt(co, "free", lock.AcquireOp())
		})
		return nil, err
	}},
}
