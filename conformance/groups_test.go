package conformance

import (
	"strings"

	"asyncio/exceptions"
	"asyncio/task"
)

func nothing(*task.Co) (any, error) { return nil, nil }

// caught logs an error as `except BaseException as error` does, and swallows it.
func (s *stage) caught(err error) {
	if err != nil {
		s.log("caught %s", exceptions.Repr(err))
	}
}

var groups = table{
	"group_empty": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("before")
		if err := inGroup(co, func(*task.TaskGroup) error {
			s.log("inside")
			return nil
		}); err != nil {
			return nil, err
		}
		s.log("after")
		return nil, nil
	}},
	"group_two_children": {async: func(s *stage, co *task.Co) (any, error) {
		var tasks []*task.Task
		if err := inGroup(co, func(g *task.TaskGroup) error {
			for _, name := range []string{"a", "b"} {
				tasks = append(tasks, s.groupTask(g, s.job(name, 0, nil)))
			}
			s.log("body ends")
			return nil
		}); err != nil {
			return nil, err
		}
		s.log("after")
		results := make([]any, len(tasks))
		for i, t := range tasks {
			v, err := t.Result()
			if err != nil {
				return nil, err
			}
			results[i] = v
		}
		return results, nil
	}},
	"group_child_without_suspension": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("before")
		if err := inGroup(co, func(g *task.TaskGroup) error {
			s.groupTask(g, func(*task.Co) (any, error) { s.log("job"); return nil, nil })
			return nil
		}); err != nil {
			return nil, err
		}
		s.log("after")
		return nil, nil
	}},
	"group_child_fails_while_waiting": {async: func(s *stage, co *task.Co) (any, error) {
		s.caught(inGroup(co, func(g *task.TaskGroup) error {
			s.groupTask(g, s.job("good", 10, nil))
			s.groupTask(g, s.job("bad", 1, exceptions.ValueError("bad")))
			s.log("body ends")
			return nil
		}))
		return co.Task().Cancelling(), nil
	}},
	"group_child_fails_in_body": {async: func(s *stage, co *task.Co) (any, error) {
		s.caught(inGroup(co, func(g *task.TaskGroup) error {
			s.groupTask(g, s.job("bad", 1, exceptions.ValueError("bad")))
			err := sleep(co, 10)
			if exceptions.IsCancelled(err) {
				s.log("body cancelled")
			}
			return err
		}))
		return co.Task().Cancelling(), nil
	}},
	"group_two_failures_in_one_tick": {async: func(s *stage, co *task.Co) (any, error) {
		return nil, inGroup(co, func(g *task.TaskGroup) error {
			s.groupTask(g, s.job("a", 0, exceptions.ValueError("a")))
			s.groupTask(g, s.job("b", 0, userError("KeyError('b')")))
			return nil
		})
	}},
	"group_body_fails": {async: func(s *stage, co *task.Co) (any, error) {
		return nil, inGroup(co, func(g *task.TaskGroup) error {
			s.groupTask(g, s.job("child", 10, nil))
			if err := sleep(co, 1); err != nil {
				return err
			}
			return exceptions.ValueError("body")
		})
	}},
	"group_body_and_child_fail": {async: func(s *stage, co *task.Co) (any, error) {
		return nil, inGroup(co, func(g *task.TaskGroup) error {
			s.groupTask(g, func(co *task.Co) (any, error) {
				_ = sleep(co, 10)
				return nil, userError("KeyError('child')")
			})
			if err := sleep(co, 1); err != nil {
				return err
			}
			return exceptions.ValueError("body")
		})
	}},
	"group_child_cancelled_alone": {async: func(s *stage, co *task.Co) (any, error) {
		var victim *task.Task
		if err := inGroup(co, func(g *task.TaskGroup) error {
			victim = s.groupTask(g, s.job("victim", 10, nil))
			s.groupTask(g, s.job("other", 2, nil))
			if err := sleep(co, 1); err != nil {
				return err
			}
			victim.Cancel()
			return nil
		}); err != nil {
			return nil, err
		}
		s.log("after")
		return fate(victim), nil
	}},
	"group_cancelled_from_outside": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (any, error) {
			err := inGroup(co, func(g *task.TaskGroup) error {
				s.groupTask(g, s.job("child", 10, nil))
				return nil
			})
			if exceptions.IsCancelled(err) {
				s.log("parent caught")
			}
			return nil, err
		})
		return s.cancelAfterASecond(co, t, "")
	}},
	"group_cancelled_child_cleans_up": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (any, error) {
			return nil, inGroup(co, func(g *task.TaskGroup) error {
				s.groupTask(g, func(co *task.Co) (any, error) {
					err := sleep(co, 10)
					if e := sleep(co, 1); e != nil {
						return nil, e
					}
					s.log("child cleaned")
					return nil, err
				})
				return nil
			})
		})
		return s.cancelAfterASecond(co, t, "parent over")
	}},
	"group_cancelled_and_child_fails": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (any, error) {
			err := inGroup(co, func(g *task.TaskGroup) error {
				s.groupTask(g, func(co *task.Co) (any, error) {
					err := sleep(co, 10)
					if exceptions.IsCancelled(err) {
						err = exceptions.During(exceptions.ValueError("child"), err)
					}
					return nil, err
				})
				return nil
			})
			if err != nil {
				s.log("parent caught %s", exceptions.Repr(err))
			}
			s.log("cancelling %d", co.Task().Cancelling())
			err = sleep(co, 0)
			if exceptions.IsCancelled(err) {
				s.log("cancelled afterwards")
				return nil, nil
			}
			s.log("went on")
			return nil, err
		})
		return s.cancelAfterASecond(co, t, "")
	}},
	"group_in_group_inner_fails": {async: func(s *stage, co *task.Co) (any, error) {
		s.caught(inGroup(co, func(outer *task.TaskGroup) error {
			s.groupTask(outer, s.job("outer child", 10, nil))
			return inGroup(co, func(inner *task.TaskGroup) error {
				s.groupTask(inner, s.job("inner child", 1, exceptions.ValueError("inner")))
				return nil
			})
		}))
		return nil, nil
	}},
	"group_in_child_fails": {async: func(s *stage, co *task.Co) (any, error) {
		s.caught(inGroup(co, func(g *task.TaskGroup) error {
			s.groupTask(g, func(co *task.Co) (any, error) {
				return nil, inGroup(co, func(g *task.TaskGroup) error {
					s.groupTask(g, s.job("grandchild", 1, exceptions.ValueError("grandchild")))
					return nil
				})
			})
			return nil
		}))
		return nil, nil
	}},
	"group_child_adds_child": {async: func(s *stage, co *task.Co) (any, error) {
		if err := inGroup(co, func(g *task.TaskGroup) error {
			s.groupTask(g, func(co *task.Co) (any, error) {
				if err := sleep(co, 1); err != nil {
					return nil, err
				}
				s.groupTask(g, s.job("second", 1, nil))
				s.log("first ends")
				return nil, nil
			})
			s.log("body ends")
			return nil
		}); err != nil {
			return nil, err
		}
		s.log("after")
		return nil, nil
	}},
	"group_misused": {async: func(s *stage, co *task.Co) (any, error) {
		attempt := func(g *task.TaskGroup) {
			job := s.coro(nothing)
			if _, err := g.CreateTask(job, task.Options{}); err != nil {
				s.log("%v", err)
			}
			s.must(job.Close())
		}
		g := task.NewTaskGroup()
		attempt(g)
		if err := g.Enter(co); err != nil {
			return nil, err
		}
		if err := g.Enter(co); err != nil {
			parts := strings.Split(err.Error(), "has")
			s.log("%s", parts[len(parts)-1])
		}
		if err := g.Exit(co, nil); err != nil {
			return nil, err
		}
		attempt(g)
		return nil, nil
	}},
	"group_refuses_while_shutting_down": {async: func(s *stage, co *task.Co) (any, error) {
		child := func(g *task.TaskGroup) func(co *task.Co) (any, error) {
			return func(co *task.Co) (any, error) {
				err := sleep(co, 10)
				if exceptions.IsCancelled(err) {
					job := s.coro(nothing)
					if _, e := g.CreateTask(job, task.Options{}); e != nil {
						parts := strings.Split(e.Error(), "> ")
						s.log("%s", parts[len(parts)-1])
					}
					s.must(job.Close())
				}
				return nil, err
			}
		}
		s.caught(inGroup(co, func(g *task.TaskGroup) error {
			s.groupTask(g, child(g))
			s.groupTask(g, s.job("bad", 1, exceptions.ValueError("bad")))
			return nil
		}))
		return nil, nil
	}},
	"group_within_timeout": {async: func(s *stage, co *task.Co) (any, error) {
		err := inTimeout(co, s.timeout(1), func() error {
			return inGroup(co, func(g *task.TaskGroup) error {
				s.groupTask(g, s.job("child", 10, nil))
				return nil
			})
		})
		if !isTimeout(err) {
			return nil, err
		}
		s.log("time is up")
		return co.Task().Cancelling(), nil
	}},
	"group_child_has_own_timeout": {async: func(s *stage, co *task.Co) (any, error) {
		s.caught(inGroup(co, func(g *task.TaskGroup) error {
			s.groupTask(g, func(co *task.Co) (any, error) {
				return nil, inTimeout(co, s.timeout(1), func() error { return sleep(co, 10) })
			})
			return nil
		}))
		return nil, nil
	}},
	"group_body_swallows_cancel": {async: func(s *stage, co *task.Co) (any, error) {
		s.caught(inGroup(co, func(g *task.TaskGroup) error {
			s.groupTask(g, s.job("bad", 1, exceptions.ValueError("bad")))
			if err := sleep(co, 10); exceptions.IsCancelled(err) {
				s.log("body swallows")
			} else if err != nil {
				return err
			}
			if err := sleep(co, 1); err != nil {
				return err
			}
			s.log("body ends")
			return nil
		}))
		return co.Task().Cancelling(), nil
	}},
	"group_child_system_exit": {async: func(s *stage, co *task.Co) (any, error) {
		return nil, inGroup(co, func(g *task.TaskGroup) error {
			s.groupTask(g, func(*task.Co) (any, error) { return nil, exceptions.Exit(3) })
			return nil
		})
	}},
}

// cancelAfterASecond cancels t, waits for its end and tells how it ended.
func (s *stage) cancelAfterASecond(co *task.Co, t *task.Task, over string) (any, error) {
	if err := sleep(co, 1); err != nil {
		return nil, err
	}
	t.Cancel()
	if err := waitOne(co, t); err != nil {
		return nil, err
	}
	if over != "" {
		s.log("%s", over)
	}
	return fate(t), nil
}
