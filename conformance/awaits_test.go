package conformance

import (
	"strings"

	"asyncio/clock"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/task"
)

// t1Value is a coroutine that gives a value after some iterations.
func t1Value(value any, hops int) func(co *task.Co) (any, error) {
	return func(co *task.Co) (any, error) {
		for range hops {
			if err := sleep(co, 0); err != nil {
				return nil, err
			}
		}
		return value, nil
	}
}

// t1Caught logs an error of the class, its text cut by fn, and gives any other.
func (s *stage) t1Caught(err error, class *exceptions.Class, cut func(string) string) error {
	if e, ok := err.(*exceptions.Error); ok && e.Is(class) {
		s.log("caught %s", cut(e.Error()))
		return nil
	}
	return err
}

func t1Until(sep string) func(string) string {
	return func(text string) string { before, _, _ := strings.Cut(text, sep); return before }
}

var awaits = table{
	"await_coroutine": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("before")
		v, err := co.AwaitCoroutine(s.coro(t1Value(4, 0)))
		s.log("after")
		return v, err
	}},
	"await_coroutines_three_deep": {async: func(s *stage, co *task.Co) (any, error) {
		var level func(depth int) func(co *task.Co) (any, error)
		level = func(depth int) func(co *task.Co) (any, error) {
			return func(co *task.Co) (any, error) {
				if depth > 0 {
					v, err := co.AwaitCoroutine(s.coro(level(depth - 1)))
					if err != nil {
						return nil, err
					}
					return v.(int) + 1, nil
				}
				if err := sleep(co, 0); err != nil {
					return nil, err
				}
				s.log("bottom")
				return 0, nil
			}
		}
		v, err := co.AwaitCoroutine(s.coro(level(3)))
		s.log("top")
		return v, err
	}},
	"await_nothing": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("only step")
		return nil, nil
	}},
	"await_task_without_suspension": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(t1Value(1, 0))
		s.log("before")
		_, err := co.Await(t)
		s.log("after")
		return nil, err
	}},
	"await_task_with_three_hops": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(t1Value(1, 3))
		s.log("before")
		_, err := co.Await(t)
		s.log("after")
		return nil, err
	}},
	"await_task_already_done": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(t1Value(1, 0))
		s.must(sleep(co, 0))
		s.log("before, done=%s", reprOf(t.Done()))
		_, err := co.Await(t)
		s.log("after")
		return nil, err
	}},
	"await_tasks_one_after_another": {async: func(s *stage, co *task.Co) (any, error) {
		var tasks []*task.Task
		for _, n := range []int{2, 0, 1} {
			tasks = append(tasks, s.create(t1Value(n, n)))
		}
		for _, t := range tasks {
			v, err := co.Await(t)
			if err != nil {
				return nil, err
			}
			s.log("got %d", v)
		}
		return nil, nil
	}},
	"await_task_chain_of_five": {async: func(s *stage, co *task.Co) (any, error) {
		var level func(depth int) func(co *task.Co) (any, error)
		level = func(depth int) func(co *task.Co) (any, error) {
			return func(co *task.Co) (any, error) {
				s.log("down %d", depth)
				if depth > 0 {
					if _, err := co.Await(s.create(level(depth - 1))); err != nil {
						return nil, err
					}
				}
				s.log("up %d", depth)
				return nil, nil
			}
		}
		return co.AwaitCoroutine(s.coro(level(5)))
	}},
	"sleep_zero": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("before")
		v, err := task.Sleep(co, 0, "value")
		s.log("after")
		return v, err
	}},
	"sleep_negative": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("before")
		err := sleep(co, -1)
		s.log("after")
		return nil, err
	}},
	"sleep_tiny": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("before")
		err := sleep(co, 1e-9)
		s.log("after")
		return nil, err
	}},
	"sleep_second": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("before")
		v, err := task.Sleep(co, 1, "value")
		s.log("after")
		return v, err
	}},
	"sleep_zero_three_tasks": {async: func(s *stage, co *task.Co) (any, error) {
		count := func(name string, steps int) func(co *task.Co) (any, error) {
			return func(co *task.Co) (any, error) {
				for step := range steps {
					s.log("%s%d", name, step)
					if err := sleep(co, 0); err != nil {
						return nil, err
					}
				}
				s.log("%s ends", name)
				return nil, nil
			}
		}
		return nil, t1AwaitAll(co, []*task.Task{
			s.create(count("a", 3)), s.create(count("b", 1)), s.create(count("c", 2)),
		})
	}},
	"sleep_zero_against_soon": {async: func(s *stage, co *task.Co) (any, error) {
		s.t1Soon(s.logs("soon 1"))
		s.must(sleep(co, 0))
		s.log("step 2")
		s.t1Soon(s.logs("soon 2"))
		s.must(sleep(co, 0))
		s.log("step 3")
		return nil, nil
	}},
	"sleep_in_order_of_time": {async: func(s *stage, co *task.Co) (any, error) {
		var tasks []*task.Task
		for _, seconds := range []int{3, 1, 2} {
			tasks = append(tasks, s.create(func(co *task.Co) (any, error) {
				err := sleep(co, float64(seconds))
				s.log("slept %d", seconds)
				return nil, err
			}))
		}
		return nil, t1AwaitAll(co, tasks)
	}},
	"sleep_equal_three_tasks": {async: func(s *stage, co *task.Co) (any, error) {
		var tasks []*task.Task
		for _, name := range []string{"a", "b", "c"} {
			tasks = append(tasks, s.create(func(co *task.Co) (any, error) {
				err := sleep(co, 1)
				s.log("%s slept", name)
				return nil, err
			}))
		}
		return nil, t1AwaitAll(co, tasks)
	}},
	"sleep_and_timer_alternate": {async: func(s *stage, co *task.Co) (any, error) {
		s.t1Later(0.5, s.logs("timer at half"))
		s.t1Later(1.5, s.logs("timer at one and a half"))
		s.must(sleep(co, 1))
		s.log("one second")
		s.must(sleep(co, 1))
		s.log("two seconds")
		return nil, nil
	}},
	"yield_none_is_one_tick": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("before")
		err := co.YieldValue(nil)
		s.log("after")
		return nil, err
	}},
	"yield_number_is_bad": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("before")
		err := co.YieldValue(42)
		s.must(s.t1Caught(err, exceptions.ErrRuntime, strings.Clone))
		return "went on", sleep(co, 0)
	}},
	"yield_text_ends_task": {async: func(s *stage, co *task.Co) (any, error) {
		return nil, co.YieldValue("text")
	}},
	"yield_bare_future_is_bad": {async: func(s *stage, co *task.Co) (any, error) {
		err := co.YieldValue(s.t1Future())
		return nil, s.t1Caught(err, exceptions.ErrRuntime, t1Until(" in task"))
	}},
	"await_itself": {async: func(s *stage, co *task.Co) (any, error) {
		_, err := co.Await(task.Current(s.loop))
		return nil, s.t1Caught(err, exceptions.ErrRuntime, t1Until(":"))
	}},
	"await_future_of_other_loop": {async: func(s *stage, co *task.Co) (any, error) {
		other, err := task.NewLoop(loop.Config{State: s.state, Clock: clock.NewVirtual(0)})
		s.must(err)
		f := other.CreateFuture()
		s.must(other.Close())
		_, err = co.Await(f)
		return nil, s.t1Caught(err, exceptions.ErrRuntime, func(text string) string { return text[len(text)-30:] })
	}},
	"await_number": {async: func(s *stage, co *task.Co) (any, error) {
		_, err := co.AwaitAny(5)
		if e, ok := err.(*exceptions.Error); ok && e.Is(exceptions.ErrType) {
			s.log("%s", e.Error())
			return nil, nil
		}
		return nil, err
	}},
	"await_woken_while_pending": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		step := s.loop.Pool().New(coroutine.Func(func(g *coroutine.Go) (any, error) { return future.Await(g, f) }), 0)
		yielded := step.Send()
		s.log("yields itself %s", reprOf(!yielded.Done && yielded.Value == any(f)))
		again := step.Send()
		if e, ok := again.Err.(*exceptions.Error); ok && e.Is(exceptions.ErrRuntime) {
			s.log("%s", e.Error())
			return nil, nil
		}
		return nil, again.Err
	}},
	"ping_pong_by_futures": {async: func(s *stage, co *task.Co) (any, error) {
		var balls []*future.Future
		for range 4 {
			balls = append(balls, s.t1Future())
		}
		player := func(name string, mine ...int) func(co *task.Co) (any, error) {
			return func(co *task.Co) (any, error) {
				for _, n := range mine {
					if _, err := co.Await(balls[n]); err != nil {
						return nil, err
					}
					s.log("%s has ball %d", name, n)
					if n+1 < len(balls) {
						if err := balls[n+1].SetResult(nil); err != nil {
							return nil, err
						}
					}
				}
				return nil, nil
			}
		}
		tasks := []*task.Task{s.create(player("ping", 0, 2)), s.create(player("pong", 1, 3))}
		s.must(balls[0].SetResult(nil))
		return nil, t1AwaitAll(co, tasks)
	}},
}
