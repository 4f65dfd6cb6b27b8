package conformance

import (
	"fmt"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/task"
)

// waited is a coroutine for wait_for.
func (s *stage) waited(seconds float64) func(co *task.Co) (any, error) {
	return s.kept(seconds, nil)
}

// instead is a coroutine that sleeps ten seconds; onCancel gives its outcome
// when that is cancelled.
func instead(onCancel func(err error) (any, error)) func(co *task.Co) (any, error) {
	return func(co *task.Co) (any, error) {
		if err := sleep(co, 10); exceptions.IsCancelled(err) {
			return onCancel(err)
		} else if err != nil {
			return nil, err
		}
		return nil, nil
	}
}

// waitFor is `await asyncio.wait_for(fn(), seconds)`.
func (s *stage) waitFor(co *task.Co, fn func(co *task.Co) (any, error), seconds float64) (any, error) {
	return task.WaitFor(co, s.coro(fn), seconds)
}

// afterWaitFor is wait_for between two lines.
func (s *stage) afterWaitFor(co *task.Co, aw any, seconds float64) (any, error) {
	v, err := task.WaitFor(co, aw, seconds)
	if err != nil {
		return nil, err
	}
	s.log("after")
	return v, nil
}

// ready is a future that is done.
func (s *stage) ready() *future.Future {
	f := future.New(s.loop)
	s.must(f.SetResult("ready"))
	return f
}

var waitfors = table{
	"wait_for_in_time": {async: func(s *stage, co *task.Co) (any, error) {
		return s.afterWaitFor(co, s.coro(s.waited(1)), 5)
	}},
	"wait_for_without_suspension": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("before")
		return s.afterWaitFor(co, s.coro(func(*task.Co) (any, error) { s.log("job"); return 1, nil }), 5)
	}},
	"wait_for_two_hops": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("before")
		return s.afterWaitFor(co, s.coro(func(co *task.Co) (any, error) {
			for range 2 {
				if err := sleep(co, 0); err != nil {
					return nil, err
				}
			}
			s.log("job")
			return nil, nil
		}), 5)
	}},
	"wait_for_expires": {async: func(s *stage, co *task.Co) (any, error) {
		_, err := s.waitFor(co, s.waited(10), 1)
		if !isTimeout(err) {
			return nil, err
		}
		s.log("caught %s from %s", exceptions.Repr(err), causeRepr(err))
		return nil, nil
	}},
	"wait_for_zero": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("before")
		return s.waitFor(co, s.waited(1), 0)
	}},
	"wait_for_negative_with_future": {async: func(s *stage, co *task.Co) (any, error) {
		f := future.New(s.loop)
		s.log("before")
		_, err := task.WaitFor(co, f, -1)
		return nil, s.timedOut(err, "caught, future "+fate(f))
	}},
	"wait_for_zero_but_done": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.ready()
		s.log("before")
		return s.afterWaitFor(co, f, 0)
	}},
	"wait_for_none": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("before")
		return s.afterWaitFor(co, s.coro(s.waited(0)), task.NoTimeout)
	}},
	"wait_for_done_future": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.ready()
		s.log("before")
		return s.afterWaitFor(co, f, 5)
	}},
	"wait_for_task": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(s.waited(0))
		s.log("before")
		return s.afterWaitFor(co, t, 5)
	}},
	"wait_for_task_expires": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(s.waited(10))
		_, err := task.WaitFor(co, t, 1)
		return nil, s.timedOut(err, "caught, task "+fate(t))
	}},
	"wait_for_job_raises": {async: func(s *stage, co *task.Co) (any, error) {
		return s.waitFor(co, func(co *task.Co) (any, error) {
			if err := sleep(co, 1); err != nil {
				return nil, err
			}
			return nil, exceptions.ValueError("job")
		}, 5)
	}},
	"wait_for_job_swallows": {async: func(s *stage, co *task.Co) (any, error) {
		return s.waitFor(co, instead(func(error) (any, error) {
			s.log("swallowed")
			return "late value", nil
		}), 1)
	}},
	"wait_for_job_replaces_cancel": {async: func(s *stage, co *task.Co) (any, error) {
		return s.waitFor(co, instead(func(error) (any, error) {
			return nil, userError("KeyError('instead')")
		}), 1)
	}},
	"wait_for_slow_cleanup": {async: func(s *stage, co *task.Co) (any, error) {
		start := s.clock.Peek()
		_, err := s.waitFor(co, func(co *task.Co) (any, error) {
			err := sleep(co, 10)
			if e := sleep(co, 3); e != nil {
				return nil, e
			}
			s.log("cleaned at last")
			return nil, err
		}, 1)
		return nil, s.timedOut(err, fmt.Sprintf("after %.0f seconds", s.clock.Peek()-start))
	}},
	"wait_for_cancelled_from_outside": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (any, error) { return s.waitFor(co, s.waited(10), 5) })
		if err := sleep(co, 1); err != nil {
			return nil, err
		}
		s.log("cancel %s", yes(t.Cancel()))
		if _, err := co.Await(t); exceptions.IsCancelled(err) {
			s.log("caught")
		} else if err != nil {
			return nil, err
		}
		return fate(t), nil
	}},
	"wait_for_cancelled_job_swallows": {async: func(s *stage, co *task.Co) (any, error) {
		job := instead(func(error) (any, error) {
			s.log("swallowed")
			return "value", nil
		})
		t := s.create(func(co *task.Co) (any, error) { return s.waitFor(co, job, 5) })
		return s.cancelAfterASecond(co, t, "")
	}},
	"wait_for_inner_task_cancelled": {async: func(s *stage, co *task.Co) (any, error) {
		inner := s.create(s.waited(10))
		s.later(1, cancels(inner))
		_, err := task.WaitFor(co, inner, 5)
		if !exceptions.IsCancelled(err) {
			return nil, err
		}
		s.log("caught %s", exceptions.Repr(err))
		return nil, nil
	}},
	"wait_for_result_and_cancel_in_one_tick": {async: func(s *stage, co *task.Co) (any, error) {
		f := future.New(s.loop)
		t := s.create(func(co *task.Co) (any, error) { return task.WaitFor(co, f, 5) })
		if err := sleep(co, 1); err != nil {
			return nil, err
		}
		s.must(f.SetResult("value"))
		s.log("cancel %s", yes(t.Cancel()))
		if err := waitOne(co, t); err != nil {
			return nil, err
		}
		return fate(t), nil
	}},
	"wait_for_result_at_the_deadline": {async: func(s *stage, co *task.Co) (any, error) {
		f := future.New(s.loop)
		s.later(1, func() error { return f.SetResult("value") })
		v, err := task.WaitFor(co, f, 1)
		s.log("future %s", fate(f))
		return v, err
	}},
	"wait_for_inside_wait_for_inner_expires": {async: func(s *stage, co *task.Co) (any, error) {
		_, err := s.waitFor(co, func(co *task.Co) (any, error) { return s.waitFor(co, s.waited(10), 1) }, 5)
		return nil, s.timedOut(err, "caught")
	}},
	"wait_for_inside_wait_for_outer_expires": {async: func(s *stage, co *task.Co) (any, error) {
		_, err := s.waitFor(co, func(co *task.Co) (any, error) { return s.waitFor(co, s.waited(10), 5) }, 1)
		return nil, s.timedOut(err, "caught")
	}},
	"wait_for_gather_expires": {async: func(s *stage, co *task.Co) (any, error) {
		gathered, err := task.Gather(s.loop, []any{s.coro(s.waited(10))}, false)
		s.must(err)
		_, err = task.WaitFor(co, gathered, 1)
		return nil, s.timedOut(err, "caught")
	}},
	"wait_for_current_task": {async: func(s *stage, co *task.Co) (any, error) {
		me := task.Current(s.loop)
		return s.waitFor(co, func(*task.Co) (any, error) { return task.Current(s.loop) == me, nil }, 1)
	}},
}
