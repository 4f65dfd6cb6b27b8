package conformance

import (
	"sort"
	"strings"

	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/runners"
	"asyncio/task"
)

// untilCancelled is a coroutine that sleeps for ten seconds and says what
// becomes of it.
func (s *stage) untilCancelled(name string) func(co *task.Co) (any, error) {
	return func(co *task.Co) (any, error) {
		s.log("%s starts", name)
		if err := s.sleepTold(co, name); err != nil {
			return nil, err
		}
		s.log("%s ends", name)
		return nil, nil
	}
}

// sleepTold sleeps for ten seconds and tells if it is cancelled meanwhile.
func (s *stage) sleepTold(co *task.Co, name string) error {
	err := sleep(co, 10)
	if exceptions.IsCancelled(err) {
		s.log("%s cancelled", name)
	}
	return err
}

// after gives a main that makes a task, sleeps, and ends with a line.
func after(seconds float64, job func(s *stage) func(co *task.Co) (any, error)) func(s *stage, co *task.Co) (any, error) {
	return func(s *stage, co *task.Co) (any, error) {
		s.create(job(s))
		if err := sleep(co, seconds); err != nil {
			return nil, err
		}
		s.log("main ends")
		return nil, nil
	}
}

// noteErrors logs what reaches the exception handler, as note_errors() in
// tools.py does.
func noteErrors(s *stage) {
	s.loop.SetExceptionHandler(func(_ *loop.Loop, c *handle.ErrorContext) error {
		message := c.Message
		if strings.HasPrefix(message, "Exception in callback") {
			message = "Exception in callback"
		}
		s.log("handler: %s: %s", message, exceptions.Repr(c.Exception))
		return nil
	})
}

var runs = table{
	"run_returns": {run: func(s *stage, co *task.Co) (any, error) {
		s.log("main")
		return 7, nil
	}},
	"run_sleeps": {run: func(s *stage, co *task.Co) (any, error) {
		if err := sleep(co, 1); err != nil {
			return nil, err
		}
		s.log("main")
		return nil, nil
	}},
	"run_raises": {run: func(*stage, *task.Co) (any, error) { return nil, exceptions.ValueError("main") }},
	"run_leaves_waiting_task": {run: func(s *stage, co *task.Co) (any, error) {
		s.create(s.untilCancelled("left-over"))
		if err := sleep(co, 1); err != nil {
			return nil, err
		}
		s.log("main ends")
		return 1, nil
	}},
	"run_leaves_unstarted_task": {run: func(s *stage, co *task.Co) (any, error) {
		s.create(s.untilCancelled("left-over"))
		s.log("main ends")
		return nil, nil
	}},
	"run_fails_and_leaves_task": {run: func(s *stage, co *task.Co) (any, error) {
		s.create(s.untilCancelled("left-over"))
		if err := sleep(co, 1); err != nil {
			return nil, err
		}
		return nil, exceptions.ValueError("main")
	}},
	"run_leaves_task_that_cleans_up": {run: after(1, func(s *stage) func(co *task.Co) (any, error) {
		return func(co *task.Co) (any, error) {
			err := sleep(co, 10)
			if e := sleep(co, 5); e != nil {
				return nil, e
			}
			s.log("cleaned")
			return nil, err
		}
	})},
	"run_leaves_task_that_swallows": {run: func(s *stage, co *task.Co) (any, error) {
		s.create(func(co *task.Co) (any, error) {
			if err := sleep(co, 10); exceptions.IsCancelled(err) {
				s.log("swallowed")
			} else if err != nil {
				return nil, err
			}
			if err := sleep(co, 2); err != nil {
				return nil, err
			}
			s.log("job ends")
			return nil, nil
		})
		if err := sleep(co, 0); err != nil {
			return nil, err
		}
		return "main", nil
	}},
	"run_leaves_task_that_fails": {run: func(s *stage, co *task.Co) (any, error) {
		noteErrors(s)
		return after(0, func(s *stage) func(co *task.Co) (any, error) {
			return instead(func(error) (any, error) { return nil, userError("KeyError('cleanup')") })
		})(s, co)
	}},
	"run_leaves_task_that_makes_task": {run: func(s *stage, co *task.Co) (any, error) {
		s.loop.SetExceptionHandler(func(*loop.Loop, *handle.ErrorContext) error { return nil })
		return after(0, func(s *stage) func(co *task.Co) (any, error) {
			return func(co *task.Co) (any, error) {
				err := sleep(co, 10)
				s.log("makes a task")
				s.create(s.untilCancelled("late task"))
				return nil, err
			}
		})(s, co)
	}},
	"run_leaves_chain_of_tasks": {run: after(1, func(s *stage) func(co *task.Co) (any, error) {
		return func(co *task.Co) (any, error) {
			_, err := co.Await(s.create(s.untilCancelled("inner")))
			s.log("outer over")
			return nil, err
		}
	})},
	"run_leaves_three_tasks": {run: func(s *stage, co *task.Co) (any, error) {
		var ended []string
		job := func(name string) func(co *task.Co) (any, error) {
			return func(co *task.Co) (any, error) {
				err := sleep(co, 10)
				ended = append(ended, name)
				if len(ended) == 3 {
					sort.Strings(ended)
					s.log("cancelled: %s", strings.Join(ended, " "))
				}
				return nil, err
			}
		}
		for _, name := range []string{"a", "b", "c"} {
			s.create(job(name))
		}
		if err := sleep(co, 0); err != nil {
			return nil, err
		}
		s.log("main ends")
		return nil, nil
	}},
	"run_leaves_callbacks": {run: func(s *stage, co *task.Co) (any, error) {
		s.later(10, s.logs("timer"))
		s.soon(s.logs("soon"))
		s.soon(func() error { s.soon(s.logs("soon of soon")); return nil })
		s.log("main ends")
		return nil, nil
	}},
	"run_leaves_shielded_task": {run: func(s *stage, co *task.Co) (any, error) {
		inner := s.create(s.untilCancelled("inner"))
		s.create(func(co *task.Co) (any, error) {
			_, err := co.Await(s.shield(inner))
			if exceptions.IsCancelled(err) {
				s.whenDone(inner, s.logs("inner over"))
			}
			return nil, err
		})
		if err := sleep(co, 1); err != nil {
			return nil, err
		}
		s.whenDone(inner, s.logs("inner is done"))
		s.log("main ends")
		return nil, nil
	}},
	"run_main_cancels_itself": {run: func(s *stage, co *task.Co) (any, error) {
		task.Current(s.loop).Cancel()
		return nil, sleep(co, 0)
	}},
	"run_main_cancelled_by_task": {run: func(s *stage, co *task.Co) (any, error) {
		main := task.Current(s.loop)
		s.create(func(*task.Co) (any, error) {
			s.log("job cancels main: %s", yes(main.Cancel()))
			return nil, nil
		})
		if err := sleep(co, 10); exceptions.IsCancelled(err) {
			s.log("main swallows")
		} else if err != nil {
			return nil, err
		}
		return "main", nil
	}},
	"run_main_stops_the_loop": {run: func(s *stage, co *task.Co) (any, error) {
		s.loop.Stop()
		return nil, s.sleepTold(co, "main")
	}},
	"run_callback_raises_keyboard_interrupt": {run: func(s *stage, co *task.Co) (any, error) {
		s.soon(func() error {
			s.log("interrupt")
			return exceptions.ErrKeyboardInterrupt.New("")
		})
		s.soon(s.logs("behind"))
		return nil, s.sleepTold(co, "main")
	}},
	"run_task_raises_system_exit": {run: func(s *stage, co *task.Co) (any, error) {
		s.create(func(*task.Co) (any, error) {
			s.log("job quits")
			return nil, exceptions.Exit(3)
		})
		return nil, s.sleepTold(co, "main")
	}},
	"run_main_raises_system_exit": {run: func(s *stage, co *task.Co) (any, error) {
		s.create(s.untilCancelled("left-over"))
		if err := sleep(co, 1); err != nil {
			return nil, err
		}
		return nil, exceptions.Exit(3)
	}},
	"run_executor_used": {run: func(s *stage, co *task.Co) (any, error) {
		f, err := s.loop.RunInExecutor(nil, func() (any, error) { return max(1, 2), nil })
		if err != nil {
			return nil, err
		}
		return co.Await(f)
	}},
	"run_task_ends_in_last_steps": {run: func(s *stage, co *task.Co) (any, error) {
		late := func(co *task.Co) (any, error) {
			s.log("late starts")
			if err := sleep(co, 0); err != nil {
				return nil, err
			}
			s.log("late second step")
			if err := sleep(co, 0); err != nil {
				return nil, err
			}
			s.log("late third step")
			return nil, nil
		}
		return after(0, func(s *stage) func(co *task.Co) (any, error) {
			return func(co *task.Co) (any, error) {
				err := sleep(co, 10)
				s.create(late)
				return nil, err
			}
		})(s, co)
	}},
	"run_inside_run": {run: func(s *stage, co *task.Co) (any, error) {
		_, err := runners.Run(func(l *loop.Loop) coroutine.Coroutine {
			return task.NewCoro(l, nothing, 0)
		}, runners.Options{Config: loop.Config{State: s.state}})
		return nil, s.refused(err, exceptions.ErrRuntime)
	}},
	"run_gather_left_over": {run: after(1, func(s *stage) func(co *task.Co) (any, error) {
		return func(co *task.Co) (any, error) {
			gathered, err := task.Gather(s.loop, []any{s.coro(s.untilCancelled("child"))}, false)
			s.must(err)
			_, err = co.Await(gathered)
			if exceptions.IsCancelled(err) {
				s.log("waiter cancelled")
			}
			return nil, err
		}
	})},
}
