package conformance

import (
	"errors"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/task"
)

// job is a coroutine that sleeps, then gives its name or fails.
func (s *stage) job(name string, seconds float64, fail error) func(co *task.Co) (any, error) {
	return func(co *task.Co) (any, error) {
		s.log("%s starts", name)
		if err := sleep(co, seconds); err != nil {
			if exceptions.IsCancelled(err) {
				s.log("%s cancelled", name)
			}
			return nil, err
		}
		if fail != nil {
			s.log("%s fails", name)
			return nil, fail
		}
		s.log("%s ends", name)
		return name, nil
	}
}

// gather is `await asyncio.gather(*aws)`.
func (s *stage) gather(co *task.Co, aws ...any) (any, error) {
	f, err := task.Gather(s.loop, aws, false)
	if err != nil {
		return nil, err
	}
	return co.Await(f)
}

// gathering is `asyncio.gather(*aws)` before it is awaited.
func (s *stage) gathering(aws ...any) future.Awaitable {
	f, err := task.Gather(s.loop, aws, false)
	s.must(err)
	return f
}

// gatherAll is `await asyncio.gather(*aws, return_exceptions=True)`.
func (s *stage) gatherAll(co *task.Co, aws ...any) (any, error) {
	f, err := task.Gather(s.loop, aws, true)
	s.must(err)
	return co.Await(f)
}

// cancels is f.cancel().
func (s *stage) cancels(f future.Awaitable) bool {
	ok, err := f.TryCancel(nil)
	s.must(err)
	return ok
}

// stubborn is a coroutine that is not to be cancelled.
func (s *stage) stubborn(name string) func(co *task.Co) (any, error) {
	return func(co *task.Co) (any, error) {
		if err := sleep(co, 10); exceptions.IsCancelled(err) {
			s.log("%s swallows", name)
		} else if err != nil {
			return nil, err
		}
		return name, nil
	}
}

var gathers = table{
	"gather_nothing": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("before")
		v, err := s.gather(co)
		s.log("after")
		return v, err
	}},
	"gather_two_tasks": {async: func(s *stage, co *task.Co) (any, error) {
		v, err := s.gather(co, s.coro(s.job("a", 0, nil)), s.coro(s.job("b", 0, nil)))
		s.log("gathered")
		return v, err
	}},
	"gather_without_suspension": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("before")
		v, err := s.gather(co, s.coro(t2Returns(1)), s.coro(t2Returns(2)))
		s.log("after")
		return v, err
	}},
	"gather_results_in_argument_order": {async: func(s *stage, co *task.Co) (any, error) {
		return s.gather(co, s.coro(s.job("slow", 3, nil)), s.coro(s.job("quick", 1, nil)), s.coro(s.job("middle", 2, nil)))
	}},
	"gather_coroutine_task_and_future": {async: func(s *stage, co *task.Co) (any, error) {
		f := future.New(s.loop)
		s.t2Later(1, func() error { return f.SetResult("future") })
		t := s.create(s.job("task", 2, nil))
		return s.gather(co, s.coro(s.job("coroutine", 0, nil)), t, f)
	}},
	"gather_same_task_twice": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(s.job("one", 0, nil))
		return s.gather(co, t, t)
	}},
	"gather_done_futures": {async: func(s *stage, co *task.Co) (any, error) {
		futures := []*future.Future{future.New(s.loop), future.New(s.loop)}
		for n, f := range futures {
			s.must(f.SetResult(n))
		}
		gathered := s.gathering(futures[0], futures[1])
		s.log("gather is %s", t2Outcome(gathered))
		v, err := co.Await(gathered)
		s.log("after")
		return v, err
	}},
	"gather_done_and_failed_futures": {async: func(s *stage, co *task.Co) (any, error) {
		good, bad := future.New(s.loop), future.New(s.loop)
		s.must(good.SetResult(1))
		s.must(bad.SetException(exceptions.ValueError("bad")))
		gathered := s.gathering(good, bad)
		s.log("gather done %s", reprOf(gathered.Done()))
		return co.Await(gathered)
	}},
	"gather_first_failure_wins": {async: func(s *stage, co *task.Co) (any, error) {
		_, err := s.gather(co, s.coro(s.job("good", 1, nil)), s.coro(s.job("bad", 2, exceptions.ValueError("bad"))),
			s.coro(s.job("late", 3, nil)), s.coro(s.job("worse", 4, &t2KeyError{text: "worse"})))
		if errors.Is(err, exceptions.ErrValue) {
			s.log("caught %s", exceptions.Repr(err))
		}
		s.must(sleep(co, 5))
		s.log("all over")
		return nil, nil
	}},
	"gather_two_failures_in_one_tick": {async: func(s *stage, co *task.Co) (any, error) {
		return s.gather(co, s.coro(s.job("a", 0, exceptions.ValueError("a"))), s.coro(s.job("b", 0, exceptions.ValueError("b"))))
	}},
	"gather_returns_exceptions": {async: func(s *stage, co *task.Co) (any, error) {
		return s.gatherAll(co, s.coro(s.job("a", 2, nil)), s.coro(s.job("b", 1, exceptions.ValueError("b"))))
	}},
	"gather_child_cancelled": {async: func(s *stage, co *task.Co) (any, error) {
		child, other := s.create(s.job("child", 10, nil)), s.create(s.job("other", 3, nil))
		gathered := s.gathering(child, other)
		s.t2Later(1, func() error { child.Cancel(); return nil })
		if _, err := co.Await(gathered); exceptions.IsCancelled(err) {
			s.log("caught %s, gather cancelled=%s", exceptions.Repr(err), reprOf(gathered.Cancelled()))
		}
		return co.Await(other)
	}},
	"gather_child_cancelled_returned": {async: func(s *stage, co *task.Co) (any, error) {
		child := s.create(s.job("child", 10, nil))
		s.t2Later(1, func() error { child.Cancel(); return nil })
		return s.gatherAll(co, child, s.coro(s.job("other", 3, nil)))
	}},
	"gather_cancelled_from_outside": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (any, error) {
			_, err := s.gather(co, s.coro(s.job("child", 10, nil)))
			return nil, s.t2Caught(err, "outer caught")
		})
		s.must(sleep(co, 1))
		s.t2Cancel(t)
		if _, err := co.Await(t); exceptions.IsCancelled(err) {
			s.log("main caught %s", exceptions.Repr(err))
		}
		return nil, nil
	}},
	"gather_cancelled_two_children": {async: func(s *stage, co *task.Co) (any, error) {
		gathered := s.gathering(s.coro(s.job("a", 10, nil)), s.coro(s.job("b", 10, nil)))
		s.must(sleep(co, 1))
		s.log("cancel %s", reprOf(s.cancels(gathered)))
		s.log("gather done %s", reprOf(gathered.Done()))
		return co.Await(gathered)
	}},
	"gather_cancelled_before_children_start": {async: func(s *stage, co *task.Co) (any, error) {
		gathered := s.gathering(s.coro(s.job("a", 0, nil)), s.coro(s.job("b", 0, nil)))
		s.log("cancel %s", reprOf(s.cancels(gathered)))
		return co.Await(gathered)
	}},
	"gather_cancelled_children_swallow": {async: func(s *stage, co *task.Co) (any, error) {
		gathered := s.gathering(s.coro(s.stubborn("a")), s.coro(s.stubborn("b")))
		s.must(sleep(co, 1))
		s.cancels(gathered)
		if _, err := co.Await(gathered); exceptions.IsCancelled(err) {
			s.log("cancelled all the same")
		}
		return nil, nil
	}},
	"gather_cancelled_returning_exceptions": {async: func(s *stage, co *task.Co) (any, error) {
		gathered, err := task.Gather(s.loop, []any{s.coro(s.job("a", 10, nil)), s.coro(s.stubborn("b"))}, true)
		s.must(err)
		s.must(sleep(co, 1))
		s.cancels(gathered)
		v, err := co.Await(gathered)
		if exceptions.IsCancelled(err) {
			s.log("no list")
			return nil, nil
		}
		return v, err
	}},
	"gather_cancelled_when_done": {async: func(s *stage, co *task.Co) (any, error) {
		gathered := s.gathering(s.coro(s.job("a", 0, nil)))
		if _, err := co.Await(gathered); err != nil {
			return nil, err
		}
		return s.cancels(gathered), nil
	}},
	"gather_inside_gather": {async: func(s *stage, co *task.Co) (any, error) {
		v, err := s.gather(co, s.gathering(s.coro(s.job("a", 0, nil)), s.coro(s.job("b", 0, nil))), s.coro(s.job("c", 0, nil)))
		s.log("gathered")
		return v, err
	}},
	"gather_inner_failure_comes_out": {async: func(s *stage, co *task.Co) (any, error) {
		_, err := s.gather(co, s.gathering(s.coro(s.job("a", 1, exceptions.ValueError("a"))), s.coro(s.job("b", 2, nil))),
			s.coro(s.job("c", 3, nil)))
		if errors.Is(err, exceptions.ErrValue) {
			s.log("caught")
		}
		return nil, sleep(co, 4)
	}},
	"gather_inside_gather_cancelled": {async: func(s *stage, co *task.Co) (any, error) {
		gathered := s.gathering(s.gathering(s.coro(s.job("a", 10, nil))))
		s.must(sleep(co, 1))
		s.cancels(gathered)
		if _, err := co.Await(gathered); exceptions.IsCancelled(err) {
			s.log("caught")
		}
		return nil, nil
	}},
	"gather_tells_callbacks_in_order": {async: func(s *stage, co *task.Co) (any, error) {
		gathered := s.gathering(s.coro(s.job("a", 0, nil)))
		s.must(gathered.AddDoneCallback(future.Func(func(future.Awaitable) error { s.log("callback"); return nil }), nil))
		_, err := co.Await(gathered)
		s.log("waiter")
		return nil, err
	}},
	"gather_failure_then_waiting_for_rest": {async: func(s *stage, co *task.Co) (any, error) {
		bad := s.create(s.job("bad", 1, exceptions.ValueError("bad")))
		rest := s.create(s.job("rest", 2, nil))
		if _, err := s.gather(co, bad, rest); errors.Is(err, exceptions.ErrValue) {
			s.log("clean up")
			rest.Cancel()
		}
		return s.gatherAll(co, bad, rest)
	}},
}
