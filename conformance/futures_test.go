package conformance

import (
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/task"
)

// t1Attempt logs what a call gives or raises.
func (s *stage) t1Attempt(what string, call func() (any, error)) {
	v, err := call()
	if err != nil {
		s.log("%s: %s", what, exceptions.Repr(err))
		return
	}
	s.log("%s: %s", what, reprOf(v))
}

// t1Exception is future.exception as a call whose result is logged.
func t1Exception(f *future.Future) func() (any, error) {
	return func() (any, error) {
		exc, err := f.Exception()
		if exc == nil {
			return nil, err // a nil error in an any is not nil
		}
		return exc, err
	}
}

func t1SetResult(f *future.Future, v any) func() (any, error) {
	return func() (any, error) { return nil, f.SetResult(v) }
}

func t1SetException(f *future.Future, exc error) func() (any, error) {
	return func() (any, error) { return nil, f.SetException(exc) }
}

func t1Ask(ask func() bool) func() (any, error) {
	return func() (any, error) { return ask(), nil }
}

func t1Cancel(f *future.Future) func() (any, error) {
	return t1Ask(func() bool { return f.Cancel() })
}

var futures = table{
	"future_states_pending": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		s.t1Attempt("result", f.Result)
		s.t1Attempt("exception", t1Exception(f))
		s.t1Attempt("done", t1Ask(f.Done))
		s.t1Attempt("cancelled", t1Ask(f.Cancelled))
		return nil, nil
	}},
	"future_states_finished": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		s.must(f.SetResult(5))
		s.t1Attempt("set_result", t1SetResult(f, 6))
		s.t1Attempt("set_exception", t1SetException(f, exceptions.ValueError("no")))
		s.t1Attempt("cancel", t1Cancel(f))
		s.t1Attempt("result", f.Result)
		s.t1Attempt("exception", t1Exception(f))
		return nil, nil
	}},
	"future_states_failed": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		s.must(f.SetException(t1Key.New("k")))
		s.t1Attempt("set_result", t1SetResult(f, 6))
		s.t1Attempt("result", f.Result)
		s.t1Attempt("exception", t1Exception(f))
		s.t1Attempt("cancelled", t1Ask(f.Cancelled))
		return nil, nil
	}},
	"future_states_cancelled": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		s.t1Attempt("cancel", t1Cancel(f))
		s.t1Attempt("cancel", t1Cancel(f))
		s.t1Attempt("set_result", t1SetResult(f, 6))
		s.t1Attempt("result", f.Result)
		s.t1Attempt("exception", t1Exception(f))
		return nil, nil
	}},
	"future_exception_from_class": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		s.must(f.SetException(t1Lookup))
		s.t1Attempt("exception", t1Exception(f))
		other := s.t1Future()
		// The error type leaves one value that is no exception.
		s.t1Attempt("number", t1SetException(other, nil))
		s.log("%s", t1Outcome(other))
		return nil, nil
	}},
	"future_stop_iteration": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		s.t1Attempt("set", t1SetException(f, exceptions.ErrStopIteration.New("1")))
		s.log("%s", t1Outcome(f))
		return nil, nil
	}},
	"done_callbacks_in_order": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		for _, name := range []string{"a", "b", "c"} {
			s.t1LogOnDone(f, name)
		}
		s.must(f.SetResult(nil))
		s.log("set")
		s.must(sleep(co, 0))
		s.log("slept")
		return nil, nil
	}},
	"done_callback_added_late": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		s.must(f.SetResult(1))
		s.t1Soon(s.logs("soon"))
		s.t1OnDone(f, func(f future.Awaitable) error {
			v, err := f.Result()
			s.log("callback %d", v)
			return err
		})
		s.log("added")
		s.must(sleep(co, 0))
		s.log("slept")
		return nil, nil
	}},
	"done_callback_adds_callback": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		s.t1OnDone(f, func(f future.Awaitable) error {
			s.log("first")
			s.t1LogOnDone(f, "added by first")
			return nil
		})
		s.t1LogOnDone(f, "second")
		s.must(f.SetResult(nil))
		return nil, sleep(co, 1)
	}},
	"done_callback_removed": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		tell := future.Func(func(future.Awaitable) error { s.log("told"); return nil })
		s.must(f.AddDoneCallback(tell, nil))
		s.t1LogOnDone(f, "other")
		s.must(f.AddDoneCallback(tell, nil))
		s.log("removed %d", f.RemoveDoneCallback(tell))
		s.log("removed %d", f.RemoveDoneCallback(tell))
		s.must(f.AddDoneCallback(tell, nil))
		s.must(f.SetResult(nil))
		s.log("removed %d", f.RemoveDoneCallback(tell))
		return nil, sleep(co, 0)
	}},
	"done_callback_raises": {async: func(s *stage, co *task.Co) (any, error) {
		s.t1NoteErrors()
		f := s.t1Future()
		s.t1OnDone(f, func(future.Awaitable) error { return t1Index.New("pop from empty list") })
		s.t1LogOnDone(f, "next one")
		s.must(f.SetResult(nil))
		s.must(sleep(co, 0))
		s.log("slept")
		return nil, nil
	}},
	"done_callbacks_around_a_waiter": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		waiter := func(co *task.Co) (any, error) {
			_, err := co.Await(f)
			s.log("waiter")
			return nil, err
		}
		s.t1LogOnDone(f, "before")
		t := s.create(waiter)
		s.must(sleep(co, 0))
		s.t1LogOnDone(f, "after")
		s.must(f.SetResult(nil))
		_, err := co.Await(t)
		s.log("main")
		return nil, err
	}},
	"done_callback_of_task": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (any, error) {
			s.log("job")
			return "value", nil
		})
		s.t1OnDone(t, func(t future.Awaitable) error {
			v, err := t.Result()
			s.log("callback %s", v)
			return err
		})
		_, err := co.Await(t)
		s.log("main")
		return nil, err
	}},
	"done_callbacks_when_cancelled": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		s.t1OnDone(f, func(f future.Awaitable) error {
			s.log("callback cancelled=%s", reprOf(f.Cancelled()))
			return nil
		})
		s.log("cancel %s", reprOf(f.Cancel()))
		_, err := co.Await(f)
		s.must(s.t1LogCaught(err, exceptions.ErrCancelled))
		return nil, sleep(co, 0)
	}},
	"future_set_by_callback": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		s.t1Soon(func() error { return f.SetResult("here") })
		s.log("await")
		v, err := co.Await(f)
		s.log("woken")
		return v, err
	}},
	"future_set_by_timer": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		s.t1Later(1, func() error { return f.SetResult("here") })
		v, err := co.Await(f)
		s.log("woken")
		return v, err
	}},
	"future_set_twice_by_callbacks": {async: func(s *stage, co *task.Co) (any, error) {
		s.t1NoteErrors()
		f := s.t1Future()
		s.t1Soon(func() error { return f.SetResult(1) })
		s.t1Soon(func() error { return f.SetResult(2) })
		return co.Await(f)
	}},
	"future_failed_by_callback": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		s.t1Soon(func() error { return f.SetException(exceptions.ValueError("bad")) })
		_, err := co.Await(f)
		s.must(s.t1LogCaught(err, exceptions.ErrValue))
		_, err = co.Await(f)
		return nil, err
	}},
	"future_cancelled_under_waiter": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		s.t1Soon(func() error { f.Cancel(); return nil })
		_, err := co.Await(f)
		s.must(s.t1LogCaught(err, exceptions.ErrCancelled))
		return "went on", sleep(co, 0)
	}},
	"future_done_needs_no_tick": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		s.must(f.SetResult(9))
		s.log("before")
		v, err := co.Await(f)
		s.log("after")
		return v, err
	}},
	"future_wakes_three_in_order": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		var tasks []*task.Task
		for _, name := range []string{"x", "y", "z"} {
			tasks = append(tasks, s.create(func(co *task.Co) (any, error) {
				s.log("%s waits", name)
				v, err := co.Await(f)
				s.log("%s got %s", name, reprOf(v))
				return nil, err
			}))
		}
		s.t1Later(1, func() error { return f.SetResult(7) })
		return nil, t1AwaitAll(co, tasks)
	}},
	"future_chain_of_three": {async: func(s *stage, co *task.Co) (any, error) {
		links := []*future.Future{s.t1Future(), s.t1Future(), s.t1Future()}
		var tasks []*task.Task
		for _, n := range []int{0, 1} {
			tasks = append(tasks, s.create(func(co *task.Co) (any, error) {
				v, err := co.Await(links[n])
				if err != nil {
					return nil, err
				}
				s.log("link %d", n)
				return nil, links[n+1].SetResult(v.(int) + 1)
			}))
		}
		s.must(sleep(co, 0))
		s.must(links[0].SetResult(0))
		s.log("start")
		v, err := co.Await(links[2])
		s.must(err)
		s.log("arrived")
		return v, t1AwaitAll(co, tasks)
	}},
	"complete_done_future_takes_one_tick": {plain: func(s *stage, l *loop.Loop) (any, error) {
		f := s.t1Future()
		s.must(f.SetResult("ready"))
		return l.RunUntilComplete(f)
	}},
	"complete_future_of_timer": {plain: func(s *stage, l *loop.Loop) (any, error) {
		f := s.t1Future()
		s.t1Later(1, func() error { return f.SetResult("timer") })
		return l.RunUntilComplete(f)
	}},
	"complete_but_stopped": {plain: func(s *stage, l *loop.Loop) (any, error) {
		f := s.t1Future()
		s.t1Soon(s.t1Stop)
		return l.RunUntilComplete(f)
	}},
	"complete_what_is_no_awaitable": {plain: func(s *stage, l *loop.Loop) (any, error) {
		// What run_until_complete does first with its argument.
		f, err := task.Ensure(l, 3)
		if err != nil {
			return nil, err
		}
		return l.RunUntilComplete(f)
	}},
	"complete_two_coroutines_in_turn": {plain: func(s *stage, l *loop.Loop) (any, error) {
		job := func(name string) func(co *task.Co) (any, error) {
			return func(co *task.Co) (any, error) {
				s.log("%s", name)
				err := sleep(co, 0)
				s.log("%s again", name)
				return nil, err
			}
		}
		if _, err := l.RunCoroutine(s.coro(job("one"))); err != nil {
			return nil, err
		}
		s.log("between")
		_, err := l.RunCoroutine(s.coro(job("two")))
		return nil, err
	}},
}

// t1LogCaught logs an error of the class and gives any other.
func (s *stage) t1LogCaught(err error, class *exceptions.Class) error {
	if e, ok := err.(*exceptions.Error); ok && e.Is(class) {
		s.log("caught %s", exceptions.Repr(e))
		return nil
	}
	return err
}
