package conformance

import (
	"asyncio/exceptions"
	"asyncio/locks"
	"asyncio/task"
)

// releaseTimes calls Release some times.
func (s *stage) releaseTimes(l locks.Locker, times int) {
	for range times {
		s.must(l.Release())
	}
}

var semaphores = table{
	"semaphore_bad_value": scene(func(s *stage, co *task.Co) {
		_, err := locks.NewSemaphore(locks.On(s.loop), -1)
		s.atOnce("Semaphore(-1)", err)
		_, err = locks.NewBoundedSemaphore(locks.On(s.loop), -1)
		s.atOnce("BoundedSemaphore(-1)", err)
	}),
	"semaphore_counts": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(2)
		for range 2 {
			s.show(x)
			s.attempt(co, "acquire", x.AcquireOp())
		}
		s.show(x)
		for range 3 {
			s.atOnce("release", x.Release())
			s.show(x)
		}
	}),
	"semaphore_two_slots_for_four": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(2)
		tasks := s.users(x, "abcd", 1)
		s.spin(co, 1)
		s.show(x)
		allOf(co, tasks...)
		s.show(x)
	}),
	"semaphore_two_slots_for_five_held_unequally": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(2)
		var tasks []*task.Task
		for i, hold := range []int{3, 1, 2, 1, 0} {
			tasks = append(tasks, s.users(x, "abcde"[i:i+1], hold)...)
		}
		allOf(co, tasks...)
	}),
	"semaphore_held_for_no_tick": scene(func(s *stage, co *task.Co) {
		allOf(co, s.users(s.semaphore(1), "abc", 0)...)
	}),
	"semaphore_releaser_asks_again_at_once": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(1)
		s.must(x.Acquire(co))
		tasks := s.users(x, "w", 1)
		s.spin(co, 1)
		s.must(x.Release())
		s.show(x)
		s.must(s.use(co, "main", x, 1))
		allOf(co, tasks...)
	}),
	"semaphore_newcomer_while_a_waiter_is_woken": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(0)
		tasks := s.users(x, "w", 3)
		s.spin(co, 1)
		tasks = append(tasks, s.users(x, "n", 0)...)
		s.must(x.Release())
		allOf(co, tasks...)
	}),
	"semaphore_three_releases_for_three": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(0)
		tasks := s.users(x, "abc", 0)
		s.spin(co, 1)
		for range 3 {
			s.must(x.Release())
			s.show(x)
		}
		allOf(co, tasks...)
		s.show(x)
	}),
	"semaphore_two_releases_for_three": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(0)
		tasks := s.users(x, "abc", 4)
		s.spin(co, 1)
		s.releaseTimes(x, 2)
		s.spin(co, 3)
		s.show(x)
		allOf(co, tasks...)
	}),
	"semaphore_three_releases_for_one_and_two_newcomers": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(0)
		tasks := s.users(x, "a", 4)
		s.spin(co, 1)
		tasks = append(tasks, s.users(x, "bc", 4)...)
		s.releaseTimes(x, 3)
		allOf(co, tasks...)
		s.show(x)
	}),
	"semaphore_five_releases_for_one_and_four_newcomers": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(0)
		tasks := s.users(x, "a", 6)
		s.spin(co, 1)
		tasks = append(tasks, s.users(x, "bcde", 6)...)
		s.releaseTimes(x, 5)
		allOf(co, tasks...)
	}),
	"semaphore_newcomer_between_two_woken": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(0)
		tasks := s.users(x, "ab", 0)
		s.spin(co, 1)
		s.must(x.Release())
		tasks = append(tasks, s.users(x, "n", 0)...)
		s.must(x.Release())
		allOf(co, tasks...)
	}),
	"semaphore_waiter_cancelled_before_release": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(0)
		tasks := s.users(x, "ab", 1)
		s.spin(co, 1)
		tasks[0].Cancel()
		s.spin(co, 2)
		s.show(x)
		s.must(x.Release())
		allOf(co, tasks...)
		s.show(x)
	}),
	"semaphore_waiter_cancelled_then_released_at_once": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(0)
		tasks := s.users(x, "ab", 1)
		s.spin(co, 1)
		tasks[0].Cancel()
		s.must(x.Release())
		s.show(x)
		allOf(co, tasks...)
	}),
	"semaphore_only_waiter_cancelled_then_released_and_acquired": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(1)
		s.must(x.Acquire(co))
		tasks := s.users(x, "a", 1)
		s.spin(co, 1)
		tasks[0].Cancel()
		s.must(x.Release())
		s.attemptFor(co, "main", x.AcquireOp())
		s.show(x)
		allOf(co, tasks...)
	}),
	"semaphore_woken_waiter_cancelled": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(0)
		tasks := s.users(x, "ab", 1)
		s.spin(co, 1)
		s.must(x.Release())
		tasks[0].Cancel()
		s.show(x)
		allOf(co, tasks...)
		s.show(x)
	}),
	"semaphore_only_woken_waiter_cancelled": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(0)
		tasks := s.users(x, "a", 1)
		s.spin(co, 1)
		s.must(x.Release())
		tasks[0].Cancel()
		allOf(co, tasks...)
		s.show(x)
		s.attemptFor(co, "main", x.AcquireOp())
		s.show(x)
	}),
	"semaphore_woken_waiter_cancelled_and_the_canceller_asks": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(0)
		tasks := s.users(x, "ab", 1)
		s.spin(co, 1)
		s.must(x.Release())
		tasks[0].Cancel()
		s.attemptFor(co, "main", x.AcquireOp())
		s.must(x.Release())
		s.spin(co, 3)
		s.show(x)
		tasks[1].Cancel()
		allOf(co, tasks...)
	}),
	"semaphore_first_of_two_woken_cancelled": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(2)
		s.must(x.Acquire(co))
		s.must(x.Acquire(co))
		tasks := s.users(x, "ab", 0)
		s.spin(co, 1)
		s.releaseTimes(x, 2)
		tasks[0].Cancel()
		allOf(co, tasks...)
		s.show(x)
		s.attemptFor(co, "main", x.AcquireOp())
	}),
	"semaphore_second_of_two_woken_cancelled": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(0)
		tasks := s.users(x, "abc", 0)
		s.spin(co, 1)
		s.releaseTimes(x, 2)
		tasks[1].Cancel()
		s.spin(co, 4)
		s.log("%s, done %s", bare(x), dones(tasks))
		tasks[2].Cancel()
		allOf(co, tasks...)
	}),
	"semaphore_all_woken_cancelled": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(0)
		tasks := s.users(x, "abc", 1)
		s.spin(co, 1)
		s.releaseTimes(x, 2)
		for _, t := range tasks {
			t.Cancel()
		}
		allOf(co, tasks...)
		s.show(x)
		s.attemptFor(co, "main", x.AcquireOp())
		s.attemptFor(co, "main again", x.AcquireOp())
	}),
	"semaphore_cancelled_waiter_changes_the_order": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(0)
		tasks := s.users(x, "abcd", 1)
		s.spin(co, 1)
		tasks[0].Cancel()
		s.spin(co, 3)
		s.show(x)
		s.must(x.Release())
		allOf(co, tasks...)
	}),
	"semaphore_cancelled_waiters_in_print": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(0)
		tasks := s.users(x, "abc", 1)
		s.spin(co, 1)
		for _, t := range tasks {
			t.Cancel()
			s.show(x)
		}
		allOf(co, tasks...)
		s.show(x)
		s.must(x.Release())
		s.show(x)
	}),
	"semaphore_released_while_cancelled_ones_leave": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(0)
		tasks := s.users(x, "ab", 1)
		s.spin(co, 1)
		for _, t := range tasks {
			t.Cancel()
		}
		s.must(x.Release())
		tasks = append(tasks, s.users(x, "c", 1)...)
		s.must(s.use(co, "main", x, 1))
		allOf(co, tasks...)
		s.show(x)
	}),
	"semaphore_waited_for_in_vain": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(0)
		s.attemptFor(co, "wait_for", x.AcquireOp())
		s.must(x.Release())
		s.attemptFor(co, "acquire", x.AcquireOp())
		s.show(x)
	}),
	"semaphore_released_by_timers": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(0)
		tasks := s.users(x, "abc", 0)
		s.later(1, x.Release)
		allOf(co, tasks...)
	}),
	"semaphore_as_context": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(2)
		s.must(x.With(co, func() error {
			s.log("inside None, %s", bare(x))
			return x.With(co, func() error { s.log("twice, %s", bare(x)); return nil })
		}))
		s.show(x)
	}),
	"semaphore_as_context_body_fails": scene(func(s *stage, co *task.Co) {
		x := s.semaphore(1)
		err := x.With(co, func() error { return exceptions.ValueError("body") })
		s.log("caught %s, %s", exceptions.Repr(err), bare(x))
	}),
	"semaphore_bounded": scene(func(s *stage, co *task.Co) {
		x := s.bounded(1)
		s.show(x)
		s.atOnce("release", x.Release())
		s.must(x.Acquire(co))
		s.show(x)
		s.atOnce("release", x.Release())
		s.atOnce("release", x.Release())
	}),
	"semaphore_bounded_with_a_woken_waiter": scene(func(s *stage, co *task.Co) {
		x := s.bounded(1)
		s.must(x.Acquire(co))
		tasks := s.users(x, "a", 1)
		s.spin(co, 1)
		s.atOnce("release", x.Release())
		s.atOnce("release", x.Release())
		allOf(co, tasks...)
		s.show(x)
	}),
	"semaphore_bounded_as_context_body_releases": scene(func(s *stage, co *task.Co) {
		x := s.bounded(1)
		s.log("caught %s", exceptions.Repr(x.With(co, x.Release)))
	}),
}
