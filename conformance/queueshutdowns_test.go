package conformance

import (
	"asyncio/exceptions"
	"asyncio/task"
)

// queueShutdowns are the twins of the later part of cases/queues.py.
var queueShutdowns = table{
	"queue_has_shutdown": scene(func(s *stage, co *task.Co) {
		if err := s.queue(0).Shutdown(false); err != nil {
			s.log("no: %v", err)
		} else {
			s.log("yes")
		}
	}),
	"queue_shut_down_empty": scene(func(s *stage, co *task.Co) {
		q := s.queue(0)
		s.atOnce("shutdown", q.Shutdown(false))
		s.show(q)
		s.getNow("get_nowait", q)
		s.atOnce("put_nowait", q.PutNowait(1))
		s.attempt(co, "get", q.GetOp())
		s.attempt(co, "put", q.PutOp(1))
		s.attempt(co, "join", q.JoinOp())
		s.atOnce("shutdown again", q.Shutdown(false))
	}),
	"queue_shut_down_with_items": scene(func(s *stage, co *task.Co) {
		q := s.queue(0, 1, 2)
		s.must(q.Shutdown(false))
		s.show(q)
		s.attempt(co, "put", q.PutOp(3))
		s.attempt(co, "get", q.GetOp())
		s.getNow("get_nowait", q)
		s.getNow("get_nowait", q)
		s.attempt(co, "get", q.GetOp())
		s.show(q)
	}),
	"queue_shut_down_full": scene(func(s *stage, co *task.Co) {
		q := s.queue(1, 1)
		s.must(q.Shutdown(false))
		s.atOnce("put_nowait", q.PutNowait(2))
		s.attempt(co, "put", q.PutOp(2))
	}),
	"queue_shut_down_with_getters": scene(func(s *stage, co *task.Co) {
		q := s.queue(0)
		tasks := s.getters(q, "abc")
		s.spin(co, 1)
		s.must(q.Shutdown(false))
		s.show(q)
		allOf(co, tasks...)
	}),
	"queue_shut_down_with_a_woken_getter": scene(func(s *stage, co *task.Co) {
		q := s.queue(0)
		tasks := s.getters(q, "ab")
		s.spin(co, 1)
		s.fill(q, 1)
		s.must(q.Shutdown(false))
		allOf(co, tasks...)
	}),
	"queue_shut_down_with_putters": scene(func(s *stage, co *task.Co) {
		q := s.queue(1, 0)
		tasks := s.putters(q, 1, 2)
		s.spin(co, 1)
		s.must(q.Shutdown(false))
		allOf(co, tasks...)
		s.show(q)
	}),
	"queue_shut_down_with_a_woken_putter": scene(func(s *stage, co *task.Co) {
		q := s.queue(1, 0)
		tasks := s.putters(q, 1, 2)
		s.spin(co, 1)
		s.takeNow(q)
		s.must(q.Shutdown(false))
		allOf(co, tasks...)
		s.show(q)
	}),
	"queue_shut_down_with_a_cancelled_getter": scene(func(s *stage, co *task.Co) {
		q := s.queue(0)
		tasks := s.getters(q, "ab")
		s.spin(co, 1)
		tasks[0].Cancel()
		s.must(q.Shutdown(false))
		allOf(co, tasks...)
	}),
	"queue_shut_down_at_once": scene(func(s *stage, co *task.Co) {
		q := s.queue(3, 1, 2, 3)
		tasks := append(s.putters(q, 4), s.attempting("join", q.JoinOp()))
		s.spin(co, 1)
		s.atOnce("shutdown", q.Shutdown(true))
		s.show(q)
		allOf(co, tasks...)
		s.getNow("get_nowait", q)
		s.atOnce("task_done", q.TaskDone())
	}),
	"queue_shut_down_at_once_with_work_under_way": scene(func(s *stage, co *task.Co) {
		q := s.queue(0, 1, 2, 3)
		s.takeNow(q)
		t := s.attempting("join", q.JoinOp())
		s.spin(co, 1)
		s.must(q.Shutdown(true))
		s.spin(co, 2)
		s.show(q)
		s.must(q.TaskDone())
		allOf(co, t)
	}),
	"queue_shut_down_then_at_once": scene(func(s *stage, co *task.Co) {
		q := s.priority(0, 2, 1)
		s.must(q.Shutdown(false))
		t := s.attempting("join", q.JoinOp())
		s.spin(co, 2)
		s.show(q)
		s.must(q.Shutdown(true))
		s.show(q)
		allOf(co, t)
	}),
	"queue_shut_down_while_workers_drain_it": scene(func(s *stage, co *task.Co) {
		q := s.queue(0, 1, 2, 3)
		var tasks []*task.Task
		for _, name := range []string{"a", "b"} {
			tasks = append(tasks, s.create(func(co *task.Co) (any, error) {
				for {
					n, err := q.Get(co)
					if err != nil {
						s.log("%s ends: %s", name, exceptions.Repr(err))
						return nil, nil
					}
					s.log("%s got %d", name, n)
					s.spin(co, 2)
					s.must(q.TaskDone())
				}
			}))
		}
		s.spin(co, 1)
		s.must(q.Shutdown(false))
		s.must(q.Join(co))
		s.log("joined")
		allOf(co, tasks...)
	}),
}
