package conformance

import (
	"fmt"
	"strings"

	"asyncio/loop"
	"asyncio/queues"
	"asyncio/task"
)

func (s *stage) getters(q *queues.Queue, names string) (tasks []*task.Task) {
	for _, name := range strings.Split(names, "") {
		tasks = append(tasks, s.attempting(name, q.GetOp()))
	}
	return tasks
}

func (s *stage) putters(q *queues.Queue, items ...any) (tasks []*task.Task) {
	for _, item := range items {
		tasks = append(tasks, s.attempting("put "+reprOf(item), q.PutOp(item)))
	}
	return tasks
}

// getNow tells what get_nowait() gave.
func (s *stage) getNow(what string, q *queues.Queue) {
	v, err := q.GetNowait()
	s.gave(what, v, err)
}

// takeNow is get_nowait().
func (s *stage) takeNow(q *queues.Queue) any {
	v, err := q.GetNowait()
	return made(s, v, err)
}

// drained takes everything out.
func (s *stage) drained(q *queues.Queue) (items []any) {
	for !q.Empty() {
		items = append(items, s.takeNow(q))
	}
	return items
}

func (s *stage) getTimes(co *task.Co, q *queues.Queue, times, ticks int) {
	for range times {
		s.attempt(co, "get", q.GetOp())
		s.spin(co, ticks)
	}
}

var queueScenes = table{
	"queue_put_and_get": scene(func(s *stage, co *task.Co) {
		q := s.queue(0)
		s.log("%s, maxsize %d, empty %s, full %s", q, q.Maxsize(), yes(q.Empty()), yes(q.Full()))
		s.attempt(co, "put", q.PutOp("item"))
		s.log("%s, qsize %d, empty %s, full %s", q, q.Qsize(), yes(q.Empty()), yes(q.Full()))
		s.attempt(co, "get", q.GetOp())
		s.show(q)
	}),
	"queue_without_waiting": scene(func(s *stage, co *task.Co) {
		q := s.queue(1)
		s.getNow("get_nowait", q)
		s.atOnce("put_nowait", q.PutNowait(1))
		s.atOnce("put_nowait", q.PutNowait(2))
		s.log("full %s", yes(q.Full()))
		s.getNow("get_nowait", q)
		s.getNow("get_nowait", q)
	}),
	"queue_of_no_size": scene(func(s *stage, co *task.Co) {
		for _, maxsize := range []int{0, -1} {
			q := s.queue(maxsize, 0, 1, 2)
			s.log("%s, full %s", q, yes(q.Full()))
		}
	}),
	"queue_getters_first_come_first": scene(func(s *stage, co *task.Co) {
		q := s.queue(0)
		tasks := s.getters(q, "abc")
		s.spin(co, 1)
		s.show(q)
		s.fill(q, 1, 2, 3)
		s.show(q)
		allOf(co, tasks...)
		s.show(q)
	}),
	"queue_fewer_items_than_getters": scene(func(s *stage, co *task.Co) {
		q := s.queue(0)
		tasks := s.getters(q, "abc")
		s.spin(co, 1)
		s.fill(q, 1, 2)
		s.spin(co, 3)
		s.show(q)
		s.must(q.Put(co, 3))
		allOf(co, tasks...)
	}),
	"queue_item_before_its_getter": scene(func(s *stage, co *task.Co) {
		q := s.queue(0, 1)
		tasks := append(s.getters(q, "a"), s.putters(q, 2)...)
		allOf(co, append(tasks, s.getters(q, "b")...)...)
	}),
	"queue_item_stolen_from_a_woken_getter": scene(func(s *stage, co *task.Co) {
		q := s.queue(0)
		tasks := s.getters(q, "a")
		s.spin(co, 1)
		s.fill(q, 1)
		s.getNow("main", q)
		s.spin(co, 2)
		s.show(q)
		s.fill(q, 2)
		allOf(co, tasks...)
	}),
	"queue_robbed_getter_waits_at_the_end": scene(func(s *stage, co *task.Co) {
		q := s.queue(0)
		tasks := s.getters(q, "ab")
		s.spin(co, 1)
		s.fill(q, 1)
		s.takeNow(q)
		s.spin(co, 2)
		s.fill(q, 2, 3)
		allOf(co, tasks...)
	}),
	"queue_newcomer_takes_the_item_of_a_woken_getter": scene(func(s *stage, co *task.Co) {
		q := s.queue(0)
		tasks := s.getters(q, "a")
		s.spin(co, 1)
		s.fill(q, 1)
		s.attempt(co, "main", q.GetOp())
		s.spin(co, 1)
		s.fill(q, 2)
		allOf(co, tasks...)
	}),
	"queue_getter_cancelled": scene(func(s *stage, co *task.Co) {
		q := s.queue(0)
		tasks := s.getters(q, "ab")
		s.spin(co, 1)
		tasks[0].Cancel()
		s.show(q)
		s.spin(co, 1)
		s.show(q)
		s.fill(q, 1)
		allOf(co, tasks...)
	}),
	"queue_woken_getter_cancelled": scene(func(s *stage, co *task.Co) {
		q := s.queue(0)
		tasks := s.getters(q, "ab")
		s.spin(co, 1)
		s.fill(q, 1)
		tasks[0].Cancel()
		allOf(co, tasks...)
	}),
	"queue_only_woken_getter_cancelled": scene(func(s *stage, co *task.Co) {
		q := s.queue(0)
		tasks := s.getters(q, "a")
		s.spin(co, 1)
		s.fill(q, 1)
		tasks[0].Cancel()
		allOf(co, tasks...)
		s.show(q)
	}),
	"queue_robbed_getter_cancelled": scene(func(s *stage, co *task.Co) {
		q := s.queue(0)
		tasks := s.getters(q, "ab")
		s.spin(co, 1)
		s.fill(q, 1)
		s.takeNow(q)
		tasks[0].Cancel()
		s.spin(co, 3)
		s.log("%s, done %s", q, dones(tasks))
		s.fill(q, 2)
		allOf(co, tasks...)
	}),
	"queue_getter_cancelled_as_the_item_comes": scene(func(s *stage, co *task.Co) {
		q := s.queue(0)
		tasks := s.getters(q, "ab")
		s.spin(co, 1)
		tasks[0].Cancel()
		s.fill(q, 1)
		s.show(q)
		allOf(co, tasks...)
	}),
	"queue_two_woken_getters_cancelled": scene(func(s *stage, co *task.Co) {
		q := s.queue(0)
		tasks := s.getters(q, "abcd")
		s.spin(co, 1)
		s.fill(q, 1, 2)
		tasks[0].Cancel()
		tasks[1].Cancel()
		s.spin(co, 4)
		s.show(q)
		s.fill(q, 3, 4)
		allOf(co, tasks...)
	}),
	"queue_putters_first_come_first": scene(func(s *stage, co *task.Co) {
		q := s.queue(1, 0)
		tasks := s.putters(q, 1, 2, 3)
		s.spin(co, 1)
		s.show(q)
		s.getTimes(co, q, 4, 2)
		allOf(co, tasks...)
	}),
	"queue_putters_against_a_busy_getter": scene(func(s *stage, co *task.Co) {
		q := s.queue(1)
		tasks := s.putters(q, 1, 2, 3)
		s.getTimes(co, q, 3, 0)
		allOf(co, tasks...)
	}),
	"queue_slot_stolen_from_a_woken_putter": scene(func(s *stage, co *task.Co) {
		q := s.queue(1, 0)
		tasks := s.putters(q, 1, 2)
		s.spin(co, 1)
		s.takeNow(q)
		s.atOnce("main", q.PutNowait("stolen"))
		s.spin(co, 2)
		s.show(q)
		s.getTimes(co, q, 3, 2)
		allOf(co, tasks...)
	}),
	"queue_putter_cancelled": scene(func(s *stage, co *task.Co) {
		q := s.queue(1, 0)
		tasks := s.putters(q, 1, 2)
		s.spin(co, 1)
		tasks[0].Cancel()
		s.spin(co, 1)
		s.show(q)
		s.takeNow(q)
		allOf(co, tasks...)
		s.show(q)
	}),
	"queue_woken_putter_cancelled": scene(func(s *stage, co *task.Co) {
		q := s.queue(1, 0)
		tasks := s.putters(q, 1, 2)
		s.spin(co, 1)
		s.takeNow(q)
		tasks[0].Cancel()
		allOf(co, tasks...)
		s.show(q)
	}),
	"queue_only_woken_putter_cancelled": scene(func(s *stage, co *task.Co) {
		q := s.queue(1, 0)
		tasks := s.putters(q, 1)
		s.spin(co, 1)
		s.takeNow(q)
		tasks[0].Cancel()
		allOf(co, tasks...)
		s.show(q)
	}),
	"queue_waited_for_in_vain": scene(func(s *stage, co *task.Co) {
		q := s.queue(1)
		s.attemptFor(co, "get", q.GetOp())
		s.attemptFor(co, "put", q.PutOp(1))
		s.attemptFor(co, "put", q.PutOp(2))
		s.show(q)
	}),
	"queue_filled_by_a_timer": scene(func(s *stage, co *task.Co) {
		q := s.queue(0)
		s.later(1, func() error { return q.PutNowait("late") })
		s.attempt(co, "get", q.GetOp())
	}),
	"queue_producer_and_consumer": scene(func(s *stage, co *task.Co) {
		q := s.queue(2)
		produce := s.create(func(co *task.Co) (any, error) {
			for n := range 5 {
				if err := q.Put(co, n); err != nil {
					return nil, err
				}
				s.log("put %d", n)
			}
			return nil, nil
		})
		consume := s.create(func(co *task.Co) (any, error) {
			for range 5 {
				n, err := q.Get(co)
				if err != nil {
					return nil, err
				}
				s.log("got %d", n)
				s.must(q.TaskDone())
			}
			return nil, nil
		})
		s.spin(co, 1)
		s.must(q.Join(co))
		s.log("joined")
		allOf(co, produce, consume)
	}),
	"queue_two_workers": scene(func(s *stage, co *task.Co) {
		q := s.queue(0, 0, 1, 2, 3, 4)
		var tasks []*task.Task
		for _, name := range []string{"a", "b"} {
			tasks = append(tasks, s.create(func(co *task.Co) (any, error) {
				for {
					n, err := q.Get(co)
					if err != nil {
						return nil, err
					}
					s.log("%s works at %d", name, n)
					s.spin(co, n.(int))
					s.must(q.TaskDone())
				}
			}))
		}
		s.must(q.Join(co))
		s.log("joined, %s", q)
		for _, t := range tasks {
			t.Cancel()
		}
		allOf(co, tasks...)
		s.show(q)
	}),
	"queue_task_done_too_often": scene(func(s *stage, co *task.Co) {
		q := s.queue(0)
		s.atOnce("task_done", q.TaskDone())
		s.fill(q, 1)
		s.atOnce("task_done", q.TaskDone())
		s.atOnce("task_done", q.TaskDone())
		s.show(q)
	}),
	"queue_join_of_nothing": scene(func(s *stage, co *task.Co) {
		s.attempt(co, "join", s.queue(0).JoinOp())
	}),
	"queue_join_of_two_items": scene(func(s *stage, co *task.Co) {
		q := s.queue(0, 1, 2)
		t := s.attempting("join", q.JoinOp())
		for range 2 {
			s.spin(co, 2)
			s.takeNow(q)
			s.log("task_done")
			s.must(q.TaskDone())
		}
		allOf(co, t)
	}),
	"queue_join_although_a_new_item_came": scene(func(s *stage, co *task.Co) {
		q := s.queue(0, 1)
		tasks := []*task.Task{s.attempting("join", q.JoinOp()), s.attempting("other join", q.JoinOp())}
		s.spin(co, 1)
		s.must(q.TaskDone())
		s.fill(q, 2)
		allOf(co, tasks...)
		s.show(q)
	}),
	"queue_join_cancelled": scene(func(s *stage, co *task.Co) {
		t := s.attempting("join", s.queue(0, 1).JoinOp())
		s.spin(co, 1)
		t.Cancel()
		allOf(co, t)
	}),
	"queue_last_in_first_out": scene(func(s *stage, co *task.Co) {
		q := s.lifo(3, 1, 2)
		s.show(q)
		s.log("%s", reprOf(s.drained(q)))
	}),
	"queue_lifo_with_getters": scene(func(s *stage, co *task.Co) {
		q := s.lifo()
		tasks := s.getters(q, "abc")
		s.spin(co, 1)
		s.fill(q, 1, 2, 3)
		allOf(co, tasks...)
	}),
	"queue_by_priority": scene(func(s *stage, co *task.Co) {
		q := s.priority(0, 5, 3, 8, 1, 9, 2, 7)
		s.show(q)
		s.log("%s", reprOf(s.drained(q)))
	}),
	"queue_by_priority_as_they_come": scene(func(s *stage, co *task.Co) {
		q := s.priority(3)
		tasks := s.putters(q, 5, 4, 3, 2, 1)
		s.spin(co, 1)
		s.getTimes(co, q, 5, 0)
		allOf(co, tasks...)
	}),
	"queue_by_priority_with_getters": scene(func(s *stage, co *task.Co) {
		q := s.priority(0)
		tasks := s.getters(q, "abc")
		s.spin(co, 1)
		s.fill(q, 3, 1, 2)
		allOf(co, tasks...)
	}),
	"queue_by_priority_with_equal_ranks": scene(func(s *stage, co *task.Co) {
		for count := 2; count < 11; count++ {
			q := s.priority(0)
			for n := range count {
				s.fill(q, job{0, fmt.Sprintf("j%d", n)})
			}
			s.log("%s", reprOf(s.drained(q)))
		}
	}),
	"queue_by_priority_with_some_equal_ranks": scene(func(s *stage, co *task.Co) {
		q := s.priority(0)
		for n, rank := range []int{2, 1, 2, 0, 1, 0, 2, 1, 0} {
			s.fill(q, job{rank, fmt.Sprintf("%d/%d", rank, n)})
		}
		s.show(q)
		var first []any
		for range 4 {
			first = append(first, s.takeNow(q))
		}
		s.fill(q, job{1, "late"}, job{0, "urgent"})
		s.log("%s", reprOf(append(first, s.drained(q)...)))
	}),
	"queue_by_priority_without_order": scene(func(s *stage, co *task.Co) {
		q := s.priority(0)
		s.atOnce("put", q.PutNowait(1))
		s.atOnce("put", q.PutNowait("one"))
		s.log("%s, qsize %d", q, q.Qsize())
		s.atOnce("task_done", q.TaskDone())
		s.atOnce("task_done", q.TaskDone())
		s.getNow("get", q)
		s.show(q)
	}),
	"queue_in_print": scene(func(s *stage, co *task.Co) {
		q := s.queue(2)
		tasks := s.getters(q, "ab")
		s.spin(co, 1)
		s.show(q)
		s.fill(q, "x", 2.5)
		tasks = append(tasks, s.putters(q, nil)...)
		s.show(q)
		allOf(co, tasks...)
		s.show(q)
		s.show(s.lifo())
		s.show(s.priority(4))
	}),
	"queue_of_another_loop": {plain: func(s *stage, l *loop.Loop) (any, error) {
		q := s.queue(0)
		_, err := l.RunCoroutine(s.coro(func(co *task.Co) (any, error) {
			t := s.create(func(co *task.Co) (any, error) { return q.Get(co) })
			s.spin(co, 1)
			t.Cancel()
			allOf(co, t)
			return nil, nil
		}))
		s.elsewhere(func(co *task.Co) {
			if _, err := q.Get(co); err != nil {
				s.log("refused %s", yes(refusedLoop(err)))
			}
			s.attempt(co, "put", q.PutOp(1))
			s.attempt(co, "get", q.GetOp())
		})
		return nil, err
	}},
}
