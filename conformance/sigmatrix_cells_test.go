package conformance

import (
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/task"
)

// sigCells are the twins of the cells of testdata/sigmatrix/program.py: each is
// a main coroutine and a moment at which SIGINT comes.
var sigCells = map[string]func(s *sigStage, co *task.Co) (any, error){
	"in_select": func(s *sigStage, co *task.Co) (any, error) {
		s.spawn(s.sleeper("task", 10, 0))
		s.interruptsAt(1)
		return s.sleeper("main", 2, 0)(co)
	},
	"in_callback": func(s *sigStage, co *task.Co) (any, error) {
		s.spawn(s.sleeper("task", 10, 0))
		if _, err := s.loop.CallSoon(s.interrupts("callback")); err != nil {
			return nil, err
		}
		if _, err := s.loop.CallSoon(s.says("next callback")); err != nil {
			return nil, err
		}
		return s.sleeper("main", 2, 0)(co)
	},
	"in_main_step": func(s *sigStage, co *task.Co) (any, error) {
		s.spawn(s.sleeper("task", 10, 0))
		if err := co.Yield(); err != nil {
			return nil, err
		}
		if err := s.interrupt("main"); err != nil {
			return nil, err
		}
		return s.sleeper("main", 2, 0)(co)
	},
	"in_main_last_step": func(s *sigStage, co *task.Co) (any, error) {
		s.spawn(s.sleeper("task", 10, 0))
		if err := co.Yield(); err != nil {
			return nil, err
		}
		return 7, s.interrupt("main")
	},
	"main_swallows_in_step": func(s *sigStage, co *task.Co) (any, error) {
		s.spawn(s.sleeper("task", 10, 0))
		if err := co.Yield(); err != nil {
			return nil, err
		}
		err := s.interrupt("main")
		if err == nil {
			err = sleep(co, 2)
		}
		if err != nil {
			s.say("main swallows %s", exceptions.TypeName(err))
		} else {
			s.say("main undisturbed")
		}
		return 7, nil
	},
	"main_swallows_in_select": func(s *sigStage, co *task.Co) (any, error) {
		s.spawn(s.sleeper("task", 10, 0))
		s.interruptsAt(1)
		if _, err := s.sleeper("main", 2, 0)(co); err != nil {
			s.say("main swallows %s", exceptions.TypeName(err))
		}
		return 7, nil
	},
	"in_other_task_step": func(s *sigStage, co *task.Co) (any, error) {
		s.spawn(s.interrupted("task"))
		return s.sleeper("main", 2, 0)(co)
	},
	"in_awaited_task_step": func(s *sigStage, co *task.Co) (any, error) {
		return s.mainSees(co.Await(s.spawn(s.interrupted("task"))))
	},
	"second_while_main_cleans_up": func(s *sigStage, co *task.Co) (any, error) {
		s.spawn(s.sleeper("task", 10, 0))
		s.interruptsAt(1, 3)
		return s.sleeper("main", 10, 5)(co)
	},
	"second_while_task_cleans_up": func(s *sigStage, co *task.Co) (any, error) {
		s.spawn(s.sleeper("task", 10, 5))
		s.interruptsAt(1, 3)
		return s.sleeper("main", 2, 0)(co)
	},
	"in_cancel_all": func(s *sigStage, co *task.Co) (any, error) {
		s.spawn(s.sleeper("task", 10, 5))
		s.interruptsAt(3)
		return s.sleeper("main", 1, 0)(co)
	},
	"in_task_step_of_cancel_all": func(s *sigStage, co *task.Co) (any, error) {
		s.spawn(func(co *task.Co) (any, error) {
			err := sleep(co, 10)
			if e := s.interrupt("task"); e != nil {
				return nil, exceptions.During(e, err)
			}
			return nil, err
		})
		return s.sleeper("main", 1, 0)(co)
	},
	"before_first_step": func(s *sigStage, co *task.Co) (any, error) {
		return s.sleeper("main", 1, 0)(co)
	},
	"tick_after_main": func(s *sigStage, co *task.Co) (any, error) {
		s.spawn(s.sleeper("task", 10, 0))
		if err := co.Yield(); err != nil {
			return nil, err
		}
		if _, err := s.loop.CallSoon(s.interrupts("callback")); err != nil {
			return nil, err
		}
		s.say("main returns")
		return 7, nil
	},
	"tick_after_main_alone": func(s *sigStage, co *task.Co) (any, error) {
		if _, err := s.loop.CallSoon(s.interrupts("callback")); err != nil {
			return nil, err
		}
		s.say("main returns")
		return 7, nil
	},
	"in_done_callback_of_main": func(s *sigStage, co *task.Co) (any, error) {
		s.spawn(s.sleeper("task", 10, 0))
		if err := co.Yield(); err != nil {
			return nil, err
		}
		told := future.Func(func(future.Awaitable) error { return s.interrupt("done callback") })
		if err := co.Task().AddDoneCallback(told, nil); err != nil {
			return nil, err
		}
		s.say("main returns")
		return 7, nil
	},
	"in_shutdown_asyncgens": func(s *sigStage, co *task.Co) (any, error) {
		s.loop.SetAsyncGens(&sigGenerator{s})
		s.say("main returns")
		return 7, nil
	},
	"in_wait_for": func(s *sigStage, co *task.Co) (any, error) {
		s.spawn(s.sleeper("task", 10, 0))
		s.interruptsAt(1)
		return s.mainSees(task.WaitFor(co, s.coro(s.sleeper("inner", 2, 0)), 5))
	},
	"in_gather": func(s *sigStage, co *task.Co) (any, error) {
		s.interruptsAt(1)
		f, err := task.Gather(s.loop, []any{s.coro(s.sleeper("child", 2, 0))}, false)
		if err != nil {
			return nil, err
		}
		return s.mainSees(co.Await(f))
	},
	"in_shield": func(s *sigStage, co *task.Co) (any, error) {
		s.interruptsAt(1)
		f, err := task.Shield(s.loop, s.spawn(s.sleeper("inner", 2, 0)))
		if err != nil {
			return nil, err
		}
		return s.mainSees(co.Await(f))
	},
}

// interrupted gives the coroutine that is interrupted in its second step.
func (s *sigStage) interrupted(name string) task.Func {
	return func(co *task.Co) (any, error) {
		s.say("%s starts", name)
		if err := co.Yield(); err != nil {
			return nil, err
		}
		if err := s.interrupt(name); err != nil {
			return nil, err
		}
		return s.sleeper(name, 1, 0)(co)
	}
}

// sigGenerator stands for a layer with one asynchronous generator, suspended at
// a yield in a try whose finally clause is interrupted.
type sigGenerator struct{ s *sigStage }

// Shutdown implements loop.AsyncGens as CPython's shutdown_asyncgens does it: a
// task for each aclose(), gathered.
func (a *sigGenerator) Shutdown(g *coroutine.Go) error {
	closing := a.s.coro(func(*task.Co) (any, error) {
		err := a.s.interrupt("generator")
		// In the finally clause GeneratorExit is being handled.
		return nil, exceptions.During(err, exceptions.ErrGeneratorExit.New(""))
	})
	all, err := task.Gather(a.s.loop, []any{closing}, true)
	if err != nil {
		return err
	}
	_, err = future.Await(g, all)
	return err
}
