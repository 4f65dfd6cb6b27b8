package conformance

import (
	"errors"
	"strconv"

	"asyncio/exceptions"
	"asyncio/loop"
	"asyncio/task"
)

// whoRuns names the task whose step is running.
func (s *stage) whoRuns() string {
	if t := task.Current(s.loop); t != nil {
		return t.Name()
	}
	return "nobody"
}

// yielding is a coroutine of one suspension.
func yielding(co *task.Co) (any, error) { return nil, sleep(co, 0) }

// refused logs an error of the class and swallows it; any other it gives back.
func (s *stage) refused(err error, class *exceptions.Class) error {
	if !errors.Is(err, class) {
		return err
	}
	s.log("%v", err)
	return nil
}

var tasks = table{
	"task_first_step_is_next_tick": {async: func(s *stage, co *task.Co) (any, error) {
		s.soon(s.logs("before the task"))
		t := s.create(func(*task.Co) (any, error) { s.log("job"); return nil, nil })
		s.soon(s.logs("behind the task"))
		s.log("made")
		if _, err := co.Await(t); err != nil {
			return nil, err
		}
		s.log("main")
		return nil, nil
	}},
	"task_makes_tasks": {async: func(s *stage, co *task.Co) (any, error) {
		var node func(name string, depth int) func(co *task.Co) (any, error)
		node = func(name string, depth int) func(co *task.Co) (any, error) {
			return func(co *task.Co) (any, error) {
				s.log("%s", name)
				if depth > 0 {
					var children []*task.Task
					for _, side := range []string{"l", "r"} {
						children = append(children, s.create(node(name+side, depth-1)))
					}
					for _, child := range children {
						if _, err := co.Await(child); err != nil {
							return nil, err
						}
					}
				}
				s.log("%s ends", name)
				return nil, nil
			}
		}
		return node("t", 2)(co)
	}},
	"task_fails_while_awaited": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (any, error) {
			if err := sleep(co, 0); err != nil {
				return nil, err
			}
			return nil, exceptions.ValueError("job")
		})
		if _, err := co.Await(t); errors.Is(err, exceptions.ErrValue) {
			s.log("caught %s", exceptions.Repr(err))
		} else if err != nil {
			return nil, err
		}
		s.log("%s", fate(t))
		return co.Await(t)
	}},
	"task_fails_before_awaited": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(*task.Co) (any, error) { return nil, userError("OSError(5, 'io')") })
		if err := sleep(co, 1); err != nil {
			return nil, err
		}
		s.log("done %s", yes(t.Done()))
		return co.Await(t)
	}},
	"task_raises_stop_iteration": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(*task.Co) (any, error) { return nil, exceptions.ErrStopIteration.New("over") })
		_, err := co.Await(t)
		if !errors.Is(err, exceptions.ErrRuntime) {
			return nil, err
		}
		s.log("%s caused by %s", exceptions.Repr(err), causeRepr(err))
		return nil, nil
	}},
	"task_refuses_results": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(yielding)
		for _, call := range []func() error{
			func() error { return t.SetResult(1) },
			func() error { return t.SetException(exceptions.ValueError("")) },
		} {
			if err := s.refused(call(), exceptions.ErrRuntime); err != nil {
				return nil, err
			}
		}
		_, err := co.Await(t)
		return nil, err
	}},
	"task_of_no_coroutine": {async: func(s *stage, co *task.Co) (any, error) {
		for _, what := range []any{nil, 3} {
			c, err := task.CoroutineOf(s.loop, what)
			if err == nil {
				_, err = task.Create(s.loop, c, task.Options{})
			}
			if err := s.refused(err, exceptions.ErrType); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}},
	"task_result_too_early": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(*task.Co) (any, error) { return 1, nil })
		for _, call := range []func() error{
			func() error { _, err := t.Result(); return err },
			func() error { _, err := t.Exception(); return err },
		} {
			err := call()
			if !errors.Is(err, exceptions.ErrInvalidState) {
				return nil, err
			}
			s.log("%s", exceptions.Repr(err))
		}
		if _, err := co.Await(t); err != nil {
			return nil, err
		}
		v, err := t.Result()
		s.log("%s", reprOf(v))
		return nil, err
	}},
	"task_name_given": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.createNamed("worker", func(*task.Co) (any, error) {
			s.log("I am %s", s.whoRuns())
			return nil, nil
		})
		if _, err := co.Await(t); err != nil {
			return nil, err
		}
		t.SetName(strconv.Itoa(7))
		s.log("now %s", reprOf(t.Name()))
		return nil, nil
	}},
	"current_task_by_place": {async: func(s *stage, co *task.Co) (any, error) {
		task.Current(s.loop).SetName("main")
		s.soon(func() error { s.log("callback: %s", s.whoRuns()); return nil })
		t := s.createNamed("job", func(*task.Co) (any, error) { s.log("task: %s", s.whoRuns()); return nil, nil })
		s.whenDone(t, func() error { s.log("done callback: %s", s.whoRuns()); return nil })
		s.log("main: %s", s.whoRuns())
		if _, err := co.Await(t); err != nil {
			return nil, err
		}
		s.log("main: %s", s.whoRuns())
		return nil, sleep(co, 0)
	}},
	"all_tasks_counts": {async: func(s *stage, co *task.Co) (any, error) {
		count := func() int { return len(task.All(s.loop)) }
		job := func(co *task.Co) (any, error) {
			s.log("in the job: %d", count())
			return nil, sleep(co, 0)
		}
		s.log("alone: %d", count())
		made := []*task.Task{s.create(job), s.create(job)}
		made[1].Cancel()
		s.log("made: %d", count())
		s.whenDone(made[0], func() error { s.log("done callback: %d", count()); return nil })
		if _, err := co.Await(made[0]); err != nil {
			return nil, err
		}
		s.log("after: %d", count())
		return nil, nil
	}},
	"task_left_pending": {async: func(s *stage, co *task.Co) (any, error) {
		left := s.create(func(co *task.Co) (any, error) {
			if err := sleep(co, 5); err != nil {
				return nil, err
			}
			s.log("never")
			return nil, nil
		})
		if err := sleep(co, 1); err != nil {
			return nil, err
		}
		return fate(left), nil
	}},
	"tasks_of_two_speeds": {async: func(s *stage, co *task.Co) (any, error) {
		ticking := func(name string, pause float64, times int) func(co *task.Co) (any, error) {
			return func(co *task.Co) (any, error) {
				for number := range times {
					if err := sleep(co, pause); err != nil {
						return nil, err
					}
					s.log("%s %d", name, number)
				}
				return nil, nil
			}
		}
		slow := s.create(ticking("slow", 1, 2))
		quick := s.create(ticking("quick", 0.4, 4))
		if _, err := co.Await(slow); err != nil {
			return nil, err
		}
		_, err := co.Await(quick)
		return nil, err
	}},
	"task_made_before_the_loop_runs": {plain: func(s *stage, l *loop.Loop) (any, error) {
		job := func(name string) func(co *task.Co) (any, error) {
			return func(co *task.Co) (any, error) {
				s.log("%s", name)
				if err := sleep(co, 0); err != nil {
					return nil, err
				}
				s.log("%s again", name)
				return name, nil
			}
		}
		first := s.create(job("first"))
		second := s.create(job("second"))
		if _, err := l.RunUntilComplete(second); err != nil {
			return nil, err
		}
		return fate(first), nil
	}},
	"task_raises_keyboard_interrupt": {plain: func(s *stage, l *loop.Loop) (any, error) {
		t := s.create(func(*task.Co) (any, error) { return nil, exceptions.ErrKeyboardInterrupt.New("typed") })
		waiting := s.create(func(co *task.Co) (any, error) {
			_, err := co.Await(t)
			if exceptions.KindOf(err) != exceptions.KeyboardInterrupt {
				return nil, err
			}
			s.log("waiter got %s", exceptions.Repr(err))
			return nil, nil
		})
		if _, err := l.RunUntilComplete(waiting); exceptions.KindOf(err) == exceptions.KeyboardInterrupt {
			s.log("left by %s", exceptions.Repr(err))
		} else if err != nil {
			return nil, err
		}
		s.log("%s", fate(waiting))
		if _, err := l.RunUntilComplete(waiting); err != nil {
			return nil, err
		}
		return fate(waiting), nil
	}},
}
