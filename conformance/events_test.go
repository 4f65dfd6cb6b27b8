package conformance

import (
	"strings"

	"asyncio/locks"
	"asyncio/task"
)

func (s *stage) eventWaiters(e *locks.Event, names string) (tasks []*task.Task) {
	for _, name := range strings.Split(names, "") {
		tasks = append(tasks, s.attempting(name, e.WaitOp()))
	}
	return tasks
}

var events = table{
	"event_set_before_the_wait": scene(func(s *stage, co *task.Co) {
		e := s.event()
		s.show(e)
		s.must(e.Set())
		s.show(e)
		s.attempt(co, "main", e.WaitOp())
	}),
	"event_wakes_all_in_order": scene(func(s *stage, co *task.Co) {
		e := s.event()
		tasks := s.eventWaiters(e, "abc")
		s.spin(co, 1)
		s.show(e)
		s.must(e.Set())
		s.show(e)
		allOf(co, tasks...)
		s.show(e)
	}),
	"event_set_and_cleared_at_once": scene(func(s *stage, co *task.Co) {
		e := s.event()
		tasks := s.eventWaiters(e, "abc")
		s.spin(co, 1)
		s.must(e.Set())
		e.Clear()
		s.log("set %s", yes(e.IsSet()))
		allOf(co, tasks...)
	}),
	"event_cleared_before_a_newcomer": scene(func(s *stage, co *task.Co) {
		e := s.event()
		tasks := s.eventWaiters(e, "a")
		s.spin(co, 1)
		s.must(e.Set())
		tasks = append(tasks, s.eventWaiters(e, "b")...)
		e.Clear()
		s.spin(co, 2)
		s.show(e)
		s.must(e.Set())
		allOf(co, tasks...)
	}),
	"event_newcomer_of_a_set_event": scene(func(s *stage, co *task.Co) {
		e := s.event()
		tasks := s.eventWaiters(e, "a")
		s.spin(co, 1)
		s.must(e.Set())
		s.attempt(co, "main", e.WaitOp())
		allOf(co, tasks...)
	}),
	"event_set_twice": scene(func(s *stage, co *task.Co) {
		e := s.event()
		tasks := s.eventWaiters(e, "ab")
		s.spin(co, 1)
		s.must(e.Set())
		s.must(e.Set())
		allOf(co, tasks...)
	}),
	"event_set_cleared_and_set": scene(func(s *stage, co *task.Co) {
		e := s.event()
		tasks := s.eventWaiters(e, "ab")
		s.spin(co, 1)
		s.must(e.Set())
		e.Clear()
		s.must(e.Set())
		s.show(e)
		allOf(co, tasks...)
	}),
	"event_waiter_cancelled": scene(func(s *stage, co *task.Co) {
		e := s.event()
		tasks := s.eventWaiters(e, "abc")
		s.spin(co, 1)
		tasks[1].Cancel()
		s.show(e)
		s.spin(co, 1)
		s.show(e)
		s.must(e.Set())
		allOf(co, tasks...)
	}),
	"event_woken_waiter_cancelled": scene(func(s *stage, co *task.Co) {
		e := s.event()
		tasks := s.eventWaiters(e, "ab")
		s.spin(co, 1)
		s.must(e.Set())
		tasks[0].Cancel()
		allOf(co, tasks...)
		s.show(e)
	}),
	"event_waiter_cancelled_then_set_at_once": scene(func(s *stage, co *task.Co) {
		e := s.event()
		tasks := s.eventWaiters(e, "ab")
		s.spin(co, 1)
		tasks[0].Cancel()
		s.must(e.Set())
		allOf(co, tasks...)
	}),
	"event_waited_for_in_vain": scene(func(s *stage, co *task.Co) {
		e := s.event()
		s.attemptFor(co, "wait_for", e.WaitOp())
		s.show(e)
	}),
	"event_set_by_a_timer": scene(func(s *stage, co *task.Co) {
		e := s.event()
		tasks := s.eventWaiters(e, "ab")
		s.later(1, e.Set)
		allOf(co, tasks...)
	}),
	"event_waited_for_again_and_again": scene(func(s *stage, co *task.Co) {
		e := s.event()
		var tasks []*task.Task
		for _, name := range []string{"a", "b"} {
			tasks = append(tasks, s.create(func(co *task.Co) (any, error) {
				for turn := range 2 {
					if err := e.Wait(co); err != nil {
						return nil, err
					}
					s.log("%s, turn %d", name, turn)
					e.Clear()
				}
				return nil, nil
			}))
		}
		for range 4 {
			s.spin(co, 2)
			s.must(e.Set())
			s.log("set")
		}
		allOf(co, tasks...)
	}),
}
