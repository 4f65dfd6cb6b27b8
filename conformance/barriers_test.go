package conformance

import (
	"strings"

	"asyncio/locks"
	"asyncio/task"
)

func (s *stage) arrive(b *locks.Barrier, names string) (tasks []*task.Task) {
	for _, name := range strings.Split(names, "") {
		tasks = append(tasks, s.attempting(name, b.WaitOp()))
	}
	return tasks
}

var barriers = table{
	"barrier_bad_parties": scene(func(s *stage, co *task.Co) {
		_, err := locks.NewBarrier(locks.On(s.loop), 0)
		s.atOnce("0", err)
		_, err = locks.NewBarrier(locks.On(s.loop), -1)
		s.atOnce("-1", err)
	}),
	"barrier_three_arrive": scene(func(s *stage, co *task.Co) {
		b := s.barrier(3)
		s.log("%s, parties %d", bare(b), b.Parties())
		tasks := s.arrive(b, "ab")
		s.spin(co, 1)
		s.log("%s, n_waiting %d", bare(b), b.NWaiting())
		tasks = append(tasks, s.arrive(b, "c")...)
		s.spin(co, 1)
		s.log("%s, n_waiting %d", bare(b), b.NWaiting())
		allOf(co, tasks...)
		s.show(b)
	}),
	"barrier_for_one": scene(func(s *stage, co *task.Co) {
		b := s.barrier(1)
		for range 2 {
			s.attempt(co, "main", b.WaitOp())
			s.show(b)
		}
	}),
	"barrier_two_rounds": scene(func(s *stage, co *task.Co) {
		b := s.barrier(2)
		var tasks []*task.Task
		for _, name := range []string{"a", "b"} {
			tasks = append(tasks, s.create(func(co *task.Co) (any, error) {
				for turn := range 3 {
					s.log("%s arrives, turn %d", name, turn)
					i, err := b.Wait(co)
					if err != nil {
						return nil, err
					}
					s.log("%s passes as %d", name, i)
				}
				return nil, nil
			}))
		}
		allOf(co, tasks...)
	}),
	"barrier_more_than_its_parties": scene(func(s *stage, co *task.Co) {
		b := s.barrier(2)
		tasks := s.arrive(b, "abcde")
		s.spin(co, 8)
		s.show(b)
		allOf(co, append(tasks, s.arrive(b, "f")...)...)
	}),
	"barrier_newcomer_while_it_drains": scene(func(s *stage, co *task.Co) {
		b := s.barrier(3)
		tasks := s.arrive(b, "abc")
		s.spin(co, 1)
		s.show(b)
		tasks = append(tasks, s.arrive(b, "de")...)
		s.spin(co, 4)
		s.show(b)
		s.attempt(co, "main", b.WaitOp())
		allOf(co, tasks...)
	}),
	"barrier_reset_unused": scene(func(s *stage, co *task.Co) {
		b := s.barrier(2)
		s.attempt(co, "reset", b.ResetOp())
		s.show(b)
	}),
	"barrier_reset_with_waiters": scene(func(s *stage, co *task.Co) {
		b := s.barrier(3)
		tasks := s.arrive(b, "ab")
		s.spin(co, 1)
		s.attempt(co, "reset", b.ResetOp())
		s.show(b)
		allOf(co, append(tasks, s.arrive(b, "cde")...)...)
		s.show(b)
	}),
	"barrier_reset_twice": scene(func(s *stage, co *task.Co) {
		b := s.barrier(3)
		tasks := s.arrive(b, "ab")
		s.spin(co, 1)
		s.must(b.Reset(co))
		s.must(b.Reset(co))
		s.show(b)
		allOf(co, tasks...)
	}),
	"barrier_reset_while_it_drains": scene(func(s *stage, co *task.Co) {
		b := s.barrier(3)
		tasks := s.arrive(b, "abc")
		s.spin(co, 1)
		s.attempt(co, "reset", b.ResetOp())
		s.show(b)
		allOf(co, tasks...)
	}),
	"barrier_aborted": scene(func(s *stage, co *task.Co) {
		b := s.barrier(3)
		tasks := s.arrive(b, "ab")
		s.spin(co, 1)
		s.attempt(co, "abort", b.AbortOp())
		s.log("%s, broken %s, n_waiting %d", bare(b), yes(b.Broken()), b.NWaiting())
		allOf(co, tasks...)
		s.attempt(co, "main", b.WaitOp())
		s.attempt(co, "reset", b.ResetOp())
		s.log("%s, broken %s", bare(b), yes(b.Broken()))
	}),
	"barrier_aborted_while_it_drains": scene(func(s *stage, co *task.Co) {
		b := s.barrier(3)
		tasks := s.arrive(b, "abc")
		s.spin(co, 1)
		tasks = append(tasks, s.arrive(b, "d")...)
		s.attempt(co, "abort", b.AbortOp())
		allOf(co, tasks...)
		s.show(b)
	}),
	"barrier_aborted_by_a_task": scene(func(s *stage, co *task.Co) {
		b := s.barrier(3)
		tasks := append(s.arrive(b, "ab"), s.attempting("abort", b.AbortOp()))
		allOf(co, append(tasks, s.arrive(b, "c")...)...)
	}),
	"barrier_waiter_cancelled": scene(func(s *stage, co *task.Co) {
		b := s.barrier(3)
		tasks := s.arrive(b, "ab")
		s.spin(co, 1)
		tasks[0].Cancel()
		s.spin(co, 2)
		s.log("%s, broken %s", bare(b), yes(b.Broken()))
		allOf(co, append(tasks, s.arrive(b, "cd")...)...)
		s.show(b)
	}),
	"barrier_released_waiter_cancelled": scene(func(s *stage, co *task.Co) {
		b := s.barrier(3)
		tasks := s.arrive(b, "abc")
		s.spin(co, 1)
		tasks[0].Cancel()
		allOf(co, tasks...)
		s.show(b)
	}),
	"barrier_newcomer_cancelled_while_it_drains": scene(func(s *stage, co *task.Co) {
		b := s.barrier(3)
		tasks := s.arrive(b, "abcd")
		s.spin(co, 1)
		tasks[3].Cancel()
		allOf(co, tasks...)
		s.show(b)
	}),
	"barrier_waited_for_in_vain": scene(func(s *stage, co *task.Co) {
		b := s.barrier(2)
		s.attemptFor(co, "wait_for", b.WaitOp())
		s.show(b)
	}),
	"barrier_as_context": scene(func(s *stage, co *task.Co) {
		b := s.barrier(2)
		var tasks []*task.Task
		for _, name := range []string{"a", "b"} {
			tasks = append(tasks, s.create(func(co *task.Co) (any, error) {
				return nil, b.With(co, func(i int) error { s.log("%s inside as %d", name, i); return nil })
			}))
		}
		allOf(co, tasks...)
	}),
}
