package conformance

import (
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/task"
)

// makesEager makes the loop's tasks eager.
func (s *stage) makesEager() { task.SetFactory(s.loop, task.EagerFactory) }

var eager = table{
	"eager_ends_at_once": {async: func(s *stage, co *task.Co) (any, error) {
		s.makesEager()
		s.log("before")
		t := s.create(func(*task.Co) (any, error) { s.log("job"); return 1, nil })
		s.log("made, %s", t2Outcome(t))
		v, err := co.Await(t)
		s.log("after")
		return v, err
	}},
	"eager_suspends": {async: func(s *stage, co *task.Co) (any, error) {
		s.makesEager()
		t := s.create(func(co *task.Co) (any, error) {
			s.log("job starts")
			if err := sleep(co, 0); err != nil {
				return nil, err
			}
			s.log("job ends")
			return nil, nil
		})
		s.log("made, %s", t2Outcome(t))
		_, err := co.Await(t)
		s.log("after")
		return nil, err
	}},
	"eager_waits_on_future": {async: func(s *stage, co *task.Co) (any, error) {
		f := future.New(s.loop)
		s.makesEager()
		t := s.create(func(co *task.Co) (any, error) {
			v, err := co.Await(f)
			s.log("got %v", v)
			return nil, err
		})
		s.must(f.SetResult("value"))
		s.log("set")
		_, err := co.Await(t)
		s.log("after")
		return nil, err
	}},
	"eager_before_what_was_queued": {async: func(s *stage, co *task.Co) (any, error) {
		s.makesEager()
		s.t2Soon(s.logs("queued"))
		t := s.create(func(co *task.Co) (any, error) {
			s.log("job")
			if err := sleep(co, 0); err != nil {
				return nil, err
			}
			s.log("job again")
			return nil, nil
		})
		s.t2Soon(s.logs("queued behind"))
		return co.Await(t)
	}},
	"eager_nested": {async: func(s *stage, co *task.Co) (any, error) {
		var job func(depth int) func(co *task.Co) (any, error)
		job = func(depth int) func(co *task.Co) (any, error) {
			return func(co *task.Co) (any, error) {
				s.log("down %d", depth)
				if depth > 0 {
					if _, err := co.Await(s.create(job(depth - 1))); err != nil {
						return nil, err
					}
				}
				s.log("up %d", depth)
				return nil, nil
			}
		}
		s.makesEager()
		return co.Await(s.create(job(3)))
	}},
	"eager_gather": {async: func(s *stage, co *task.Co) (any, error) {
		s.makesEager()
		s.log("before")
		v, err := s.gather(co, s.coro(t2Returns(1)), s.coro(t2Returns(2)))
		s.log("after")
		return v, err
	}},
	"eager_fails": {async: func(s *stage, co *task.Co) (any, error) {
		s.makesEager()
		t := s.create(t2Raises(exceptions.ValueError("eager")))
		s.log("made, done %s", reprOf(t.Done()))
		return co.Await(t)
	}},
	"eager_current_task": {async: func(s *stage, co *task.Co) (any, error) {
		me := task.Current(s.loop)
		s.makesEager()
		t := s.create(func(*task.Co) (any, error) {
			mine := task.Current(s.loop)
			s.log("other task %s", reprOf(mine != me))
			s.log("tasks %d", len(task.All(s.loop)))
			return nil, nil
		})
		s.log("back in main %s", reprOf(task.Current(s.loop) == me))
		s.log("tasks %d", len(task.All(s.loop)))
		return co.Await(t)
	}},
	"eager_cancelled_after_first_step": {async: func(s *stage, co *task.Co) (any, error) {
		s.makesEager()
		t := s.create(s.sleepsAndSays(5, "caught"))
		s.t2Cancel(t)
		if _, _, err := task.Wait(co, []any{t}, task.NoTimeout, task.AllCompleted); err != nil {
			return nil, err
		}
		return t2Outcome(t), nil
	}},
	"eager_cancels_itself": {async: func(s *stage, co *task.Co) (any, error) {
		s.makesEager()
		t := s.create(func(*task.Co) (any, error) {
			task.Current(s.loop).Cancel()
			return "lost", nil
		})
		return t2Outcome(t), nil
	}},
	"eager_group": {async: func(s *stage, co *task.Co) (any, error) {
		s.makesEager()
		s.log("before")
		g := task.NewTaskGroup()
		s.must(g.Enter(co))
		var tasks []*task.Task
		for _, n := range []int{1, 2} {
			t, err := g.CreateTask(s.coro(t2Returns(n)), task.Options{})
			s.must(err)
			tasks = append(tasks, t)
		}
		s.log("body ends")
		if err := g.Exit(co, nil); err != nil {
			return nil, err
		}
		s.log("after")
		var results []any
		for _, t := range tasks {
			v, err := t.Result()
			s.must(err)
			results = append(results, v)
		}
		return results, nil
	}},
	"eager_callback_of_done_task": {async: func(s *stage, co *task.Co) (any, error) {
		s.makesEager()
		t := s.create(t2Returns(1))
		s.must(t.AddDoneCallback(future.Func(func(future.Awaitable) error { s.log("callback"); return nil }), nil))
		s.log("added")
		return nil, sleep(co, 0)
	}},
	"eager_start_without_running_loop": {plain: func(s *stage, l *loop.Loop) (any, error) {
		t, err := task.New(l, s.coro(func(*task.Co) (any, error) { s.log("job"); return 5, nil }), task.Options{Eager: true})
		s.must(err)
		return l.RunUntilComplete(t)
	}},
}
