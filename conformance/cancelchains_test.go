package conformance

import (
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/task"
)

// levels are tasks of which each awaits the next, the last one sleeping; made
// notes them.
func (s *stage) levels(depth int, made map[int]*task.Task) func(co *task.Co) (any, error) {
	return func(co *task.Co) (any, error) {
		var err error
		if depth > 0 {
			made[depth-1] = s.create(s.levels(depth-1, made))
			_, err = co.Await(made[depth-1])
		} else {
			err = sleep(co, 10)
		}
		return nil, s.t2Caught(err, "level %d caught", depth)
	}
}

// cancelchains are the cancels of a task by itself and of tasks and futures
// that hang together.
var cancelchains = table{
	"cancel_self_then_return": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (any, error) {
			s.t2Cancel(co.Task())
			return "lost", nil
		})
		s.t2Ended(co, t)
		return t2Outcome(t), nil
	}},
	"cancel_self_then_await": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (any, error) {
			co.Task().Cancel()
			s.log("still running")
			return nil, s.t2Caught(sleep(co, 5), "caught")
		})
		s.t2Ended(co, t)
		return nil, nil
	}},
	"cancel_self_then_sleep_zero": {async: func(s *stage, co *task.Co) (any, error) {
		s.t2Ended(co, s.create(func(co *task.Co) (any, error) {
			co.Task().Cancel()
			if err := s.t2Caught(sleep(co, 0), "caught"); err != nil && !exceptions.IsCancelled(err) {
				return nil, err
			}
			return "swallowed", nil
		}))
		return nil, nil
	}},
	"cancel_self_then_raise": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (any, error) {
			co.Task().Cancel()
			return nil, exceptions.ValueError("stronger")
		})
		s.t2Ended(co, t)
		return t2Outcome(t), nil
	}},
	"cancel_self_then_done_future": {async: func(s *stage, co *task.Co) (any, error) {
		f := future.New(s.loop)
		s.must(f.SetResult("value"))
		s.t2Ended(co, s.create(func(co *task.Co) (any, error) {
			co.Task().Cancel()
			v, err := co.Await(f)
			if err != nil {
				return nil, err
			}
			s.log("got %v", v)
			if err := sleep(co, 0); err != nil {
				return nil, err
			}
			s.log("not reached")
			return nil, nil
		}))
		return nil, nil
	}},
	"cancel_scenario_itself": {async: func(s *stage, co *task.Co) (any, error) {
		me := co.Task()
		s.t2Later(1, func() error { me.Cancel(); return nil })
		return nil, sleep(co, 5)
	}},
	"cancel_three_nested_tasks": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(s.levels(2, map[int]*task.Task{}))
		s.must(sleep(co, 1))
		s.log("cancel")
		t.Cancel()
		s.t2Ended(co, t)
		return nil, nil
	}},
	"cancel_middle_of_nested_tasks": {async: func(s *stage, co *task.Co) (any, error) {
		tasks := map[int]*task.Task{}
		tasks[2] = s.create(s.levels(2, tasks))
		s.must(sleep(co, 1))
		tasks[1].Cancel()
		s.t2Ended(co, tasks[2])
		return []any{t2Outcome(tasks[0]), t2Outcome(tasks[1]), t2Outcome(tasks[2])}, nil
	}},
	"cancel_nested_unstarted_child": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (any, error) {
			child := s.create(s.t2Sleeper("child", 10))
			_, err := co.Await(child)
			return nil, s.t2Caught(err, "parent caught, child %s", t2Outcome(child))
		})
		s.t2Soon(func() error { t.Cancel(); return nil })
		s.t2Ended(co, t)
		return nil, nil
	}},
	"cancel_child_of_waiting_parent": {async: func(s *stage, co *task.Co) (any, error) {
		child := s.create(s.t2Sleeper("child", 10))
		t := s.create(func(co *task.Co) (any, error) {
			_, err := co.Await(child)
			if exceptions.IsCancelled(err) {
				s.log("parent caught")
				return "parent goes on", nil
			}
			return nil, err
		})
		s.must(sleep(co, 1))
		child.Cancel()
		s.t2Ended(co, t)
		return nil, nil
	}},
	"cancel_parent_whose_child_swallows": {async: func(s *stage, co *task.Co) (any, error) {
		child := func(co *task.Co) (any, error) {
			if err := sleep(co, 10); exceptions.IsCancelled(err) {
				s.log("child swallows")
			} else if err != nil {
				return nil, err
			}
			return "child value", nil
		}
		t := s.create(func(co *task.Co) (any, error) {
			v, err := co.Await(s.create(child))
			if err != nil {
				return nil, err
			}
			s.log("parent got %v", v)
			return "parent value", sleep(co, 0)
		})
		s.must(sleep(co, 1))
		t.Cancel()
		s.t2Ended(co, t)
		return nil, nil
	}},
	"cancel_each_other": {async: func(s *stage, co *task.Co) (any, error) {
		var tasks []*task.Task
		rival := func(name string, number int) func(co *task.Co) (any, error) {
			return func(co *task.Co) (_ any, err error) {
				defer func() { err = s.t2Caught(err, "%s caught", name) }()
				s.log("%s", name)
				if err := sleep(co, 0); err != nil {
					return nil, err
				}
				s.log("%s cancels: %s", name, reprOf(tasks[1-number].Cancel()))
				if err := sleep(co, 0); err != nil {
					return nil, err
				}
				s.log("%s survives", name)
				return nil, nil
			}
		}
		tasks = append(tasks, s.create(rival("left", 0)), s.create(rival("right", 1)))
		s.must(sleep(co, 1))
		return []any{t2Outcome(tasks[0]), t2Outcome(tasks[1])}, nil
	}},
	"cancel_waiter_of_shared_future": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.loop.CreateFuture()
		first, second := s.create(s.waitsFor(f)), s.create(s.waitsFor(f))
		s.must(sleep(co, 0))
		first.Cancel()
		s.t2Ended(co, first)
		s.t2Ended(co, second)
		return nil, nil
	}},
	"cancel_waiter_of_shared_task": {async: func(s *stage, co *task.Co) (any, error) {
		shared := s.create(s.t2Sleeper("shared", 10))
		first, second := s.create(s.waitsFor(shared)), s.create(s.waitsFor(shared))
		s.must(sleep(co, 1))
		second.Cancel()
		s.t2Ended(co, first)
		s.t2Ended(co, second)
		return nil, nil
	}},
}
