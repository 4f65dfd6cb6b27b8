package conformance

import (
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/task"
)

// waitsFor is a coroutine that waits for f and says what came.
func (s *stage) waitsFor(f future.Awaitable) func(co *task.Co) (any, error) {
	return func(co *task.Co) (any, error) {
		v, err := co.Await(f)
		if err != nil {
			return nil, s.t2Caught(err, "waiter caught")
		}
		s.log("value %s", reprOf(v))
		return nil, nil
	}
}

// sleepsAndSays sleeps and says text when that is cut short.
func (s *stage) sleepsAndSays(seconds float64, text string) func(co *task.Co) (any, error) {
	return func(co *task.Co) (any, error) { return nil, s.t2Caught(sleep(co, seconds), "%s", text) }
}

var cancellations = table{
	"cancel_before_first_step": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(s.t2Sleeper("sleeper", 10))
		s.t2Cancel(t)
		s.t2Ended(co, t)
		return t2Outcome(t), nil
	}},
	"cancel_before_first_step_unawaited": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(s.t2Sleeper("sleeper", 10))
		t.Cancel()
		s.log("%s", t2Outcome(t))
		s.must(sleep(co, 0))
		s.log("%s", t2Outcome(t))
		return nil, nil
	}},
	"cancel_during_sleep": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(s.t2Sleeper("sleeper", 10))
		s.must(sleep(co, 1))
		s.t2Cancel(t)
		s.log("%s", t2Outcome(t))
		s.t2Ended(co, t)
		return t2Outcome(t), nil
	}},
	"cancel_on_future": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.loop.CreateFuture()
		t := s.create(func(co *task.Co) (any, error) {
			_, err := co.Await(f)
			return nil, s.t2Caught(err, "job caught")
		})
		s.must(sleep(co, 0))
		t.Cancel()
		s.log("future %s", t2Outcome(f))
		s.t2Ended(co, t)
		return nil, nil
	}},
	"cancel_twice_in_one_tick": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (any, error) {
			for range 2 {
				err := sleep(co, 1)
				switch {
				case err == nil:
					s.log("slept")
				case exceptions.IsCancelled(err):
					s.log("caught")
				default:
					return nil, err
				}
			}
			return nil, nil
		})
		s.must(sleep(co, 0))
		s.t2Cancel(t)
		s.t2Cancel(t)
		s.t2Ended(co, t)
		return nil, nil
	}},
	"cancel_again_during_cleanup": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (_ any, err error) {
			defer func() {
				s.log("cleaning")
				if again := sleep(co, 10); again != nil {
					err = again
				}
				s.log("cleaning cut short")
			}()
			return nil, sleep(co, 10)
		})
		s.must(sleep(co, 0))
		t.Cancel()
		s.must(sleep(co, 1))
		t.Cancel()
		s.t2Ended(co, t)
		return nil, nil
	}},
	"cancel_before_start_then_again": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(s.t2Sleeper("sleeper", 10))
		t.Cancel()
		s.must(sleep(co, 0))
		s.t2Cancel(t)
		return t2Outcome(t), nil
	}},
	"cancel_swallowed": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (any, error) {
			if err := sleep(co, 10); exceptions.IsCancelled(err) {
				s.log("swallowed")
			} else if err != nil {
				return nil, err
			}
			return "still here", sleep(co, 1)
		})
		s.must(sleep(co, 0))
		t.Cancel()
		s.t2Ended(co, t)
		return t2Outcome(t), nil
	}},
	"cancel_finished_task": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(t2Returns(3))
		if _, err := co.Await(t); err != nil {
			return nil, err
		}
		s.t2Cancel(t)
		return t2Outcome(t), nil
	}},
	"cancel_cleanup_raises": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (any, error) {
			err := sleep(co, 10)
			if exceptions.IsCancelled(err) {
				err = exceptions.During(&t2KeyError{text: "cleanup"}, err)
			}
			return nil, err
		})
		s.must(sleep(co, 0))
		t.Cancel()
		_, err := co.Await(t)
		e, ok := err.(*t2KeyError)
		if !ok {
			return nil, err
		}
		s.log("%s after %s", exceptions.Repr(e), exceptions.Repr(e.context))
		return t2Outcome(t), nil
	}},
	"cancel_cleanup_sleeps": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (_ any, err error) {
			defer func() {
				s.log("cleaning")
				if again := sleep(co, 1); again != nil {
					err = again
					return
				}
				s.log("cleaned")
			}()
			return nil, sleep(co, 10)
		})
		s.must(sleep(co, 0))
		t.Cancel()
		s.t2Ended(co, t)
		return nil, nil
	}},
	"cancel_raised_by_hand": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(t2Raises(exceptions.NewCancelled("by hand")))
		s.t2Ended(co, t)
		return t2Outcome(t), nil
	}},
	"cancel_in_sleep_zero": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (any, error) {
			for {
				s.log("turn")
				if err := sleep(co, 0); err != nil {
					return nil, s.t2Caught(err, "caught")
				}
			}
		})
		s.must(sleep(co, 0))
		s.must(sleep(co, 0))
		s.t2Cancel(t)
		s.t2Ended(co, t)
		return nil, nil
	}},
	"cancel_after_future_done": {async: func(s *stage, co *task.Co) (any, error) {
		f := future.New(s.loop)
		t := s.create(func(co *task.Co) (any, error) {
			v, err := co.Await(f)
			if err != nil {
				return nil, s.t2Caught(err, "caught, future %s", t2Outcome(f))
			}
			s.log("value %v", v)
			return nil, nil
		})
		s.must(sleep(co, 0))
		s.must(f.SetResult("value"))
		s.t2Cancel(t)
		s.t2Ended(co, t)
		return nil, nil
	}},
	"cancel_between_set_and_wake": {async: func(s *stage, co *task.Co) (any, error) {
		f := future.New(s.loop)
		t := s.create(s.waitsFor(f))
		s.must(sleep(co, 0))
		s.t2Soon(func() error { return f.SetResult(1) })
		s.t2Soon(func() error { s.t2Cancel(t); return nil })
		s.t2Ended(co, t)
		return nil, nil
	}},
	"cancel_before_set_in_one_tick": {async: func(s *stage, co *task.Co) (any, error) {
		f := future.New(s.loop)
		t := s.create(s.waitsFor(f))
		s.must(sleep(co, 0))
		t.Cancel()
		if err := f.SetResult(1); err != nil {
			s.log("%s", exceptions.Repr(err))
		}
		s.t2Ended(co, t)
		return nil, nil
	}},
	"cancel_while_sleep_ends": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(s.t2Sleeper("sleeper", 1))
		s.must(sleep(co, 0))
		when := s.loop.Time() + 1
		_, err := s.loop.CallAt(when, func() error { s.t2Cancel(t); return nil })
		s.must(err)
		s.t2Ended(co, t)
		return nil, nil
	}},
	"cancel_two_in_one_tick": {async: func(s *stage, co *task.Co) (any, error) {
		one, two := s.create(s.t2Sleeper("one", 10)), s.create(s.t2Sleeper("two", 10))
		s.must(sleep(co, 1))
		two.Cancel()
		one.Cancel()
		s.t2Ended(co, one)
		s.t2Ended(co, two)
		return nil, nil
	}},
	"cancel_from_done_callback": {async: func(s *stage, co *task.Co) (any, error) {
		victim := s.create(s.t2Sleeper("victim", 10))
		t := s.create(t2Returns(1))
		s.must(t.AddDoneCallback(future.Func(func(future.Awaitable) error {
			s.log("callback")
			victim.Cancel()
			return nil
		}), nil))
		s.t2Ended(co, victim)
		return nil, nil
	}},
}
