package conformance

import (
	"strings"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/task"
)

// whenOf gives a Timeout's deadline as Python does, None for never.
func whenOf(limit *task.Timeout) any {
	if limit.When() == task.Never {
		return nil
	}
	return limit.When()
}

var timeouts = table{
	"timeout_in_time": {async: func(s *stage, co *task.Co) (any, error) {
		limit := s.timeout(5)
		if err := inTimeout(co, limit, func() error { return sleep(co, 1) }); err != nil {
			return nil, err
		}
		s.log("after, expired %s", yes(limit.Expired()))
		return nil, nil
	}},
	"timeout_expires": {async: func(s *stage, co *task.Co) (any, error) {
		limit := s.timeout(1)
		err := inTimeout(co, limit, func() error {
			err := sleep(co, 5)
			if exceptions.IsCancelled(err) {
				s.log("body cancelled")
			}
			return err
		})
		if isTimeout(err) {
			s.log("caught %s from %s, expired %s", exceptions.Repr(err), causeRepr(err), yes(limit.Expired()))
		} else if err != nil {
			return nil, err
		}
		return co.Task().Cancelling(), nil
	}},
	"timeout_zero": {async: func(s *stage, co *task.Co) (any, error) {
		err := inTimeout(co, s.timeout(0), func() error {
			s.log("inside")
			_, err := co.Await(future.New(s.loop))
			return err
		})
		return nil, s.timedOut(err, "caught")
	}},
	"timeout_zero_without_await": {async: func(s *stage, co *task.Co) (any, error) {
		limit := s.timeout(0)
		if err := inTimeout(co, limit, s.logs("inside")); err != nil {
			return nil, err
		}
		s.log("outside, expired %s", yes(limit.Expired()))
		if err := sleep(co, 0); err != nil {
			return nil, err
		}
		s.log("nothing came")
		return nil, nil
	}},
	"timeout_none_never_fires": {async: func(s *stage, co *task.Co) (any, error) {
		limit := task.NewTimeout(s.loop, task.Never)
		if err := inTimeout(co, limit, func() error { return sleep(co, 100) }); err != nil {
			return nil, err
		}
		return []any{whenOf(limit), limit.Expired()}, nil
	}},
	"timeout_moved_later": {async: func(s *stage, co *task.Co) (any, error) {
		limit := s.timeout(1)
		return nil, inTimeout(co, limit, func() error {
			if err := limit.Reschedule(s.loop.Time() + 5); err != nil {
				return err
			}
			if err := sleep(co, 2); err != nil {
				return err
			}
			s.log("still fine")
			return nil
		})
	}},
	"timeout_moved_to_the_past": {async: func(s *stage, co *task.Co) (any, error) {
		limit := s.timeout(10)
		err := inTimeout(co, limit, func() error {
			if err := sleep(co, 1); err != nil {
				return err
			}
			if err := limit.Reschedule(s.loop.Time() - 1); err != nil {
				return err
			}
			s.log("moved")
			return sleep(co, 1)
		})
		return nil, s.timedOut(err, "caught")
	}},
	"timeout_at_moment": {async: func(s *stage, co *task.Co) (any, error) {
		limit := task.NewTimeout(s.loop, s.loop.Time()+1)
		err := inTimeout(co, limit, func() error { return sleep(co, 5) })
		return nil, s.timedOut(err, "caught")
	}},
	"timeout_nested_inner_expires": {async: func(s *stage, co *task.Co) (any, error) {
		outer := s.timeout(5)
		var inner *task.Timeout
		err := inTimeout(co, outer, func() error {
			inner = s.timeout(1)
			err := inTimeout(co, inner, func() error { return sleep(co, 10) })
			return s.timedOut(err, "inner caught")
		})
		if err != nil {
			return nil, err
		}
		return []any{outer.Expired(), inner.Expired()}, nil
	}},
	"timeout_nested_outer_expires": {async: func(s *stage, co *task.Co) (any, error) {
		outer := s.timeout(1)
		var inner *task.Timeout
		err := inTimeout(co, outer, func() error {
			inner = s.timeout(5)
			err := inTimeout(co, inner, func() error { return sleep(co, 10) })
			return s.timedOut(err, "not here")
		})
		if err := s.timedOut(err, "outer caught"); err != nil {
			return nil, err
		}
		return []any{outer.Expired(), inner.Expired()}, nil
	}},
	"timeout_nested_same_moment": {async: func(s *stage, co *task.Co) (any, error) {
		when := s.loop.Time() + 1
		err := inTimeout(co, task.NewTimeout(s.loop, when), func() error {
			err := inTimeout(co, task.NewTimeout(s.loop, when), func() error { return sleep(co, 10) })
			if !isTimeout(err) {
				return err
			}
			s.log("inner caught")
			if err := sleep(co, 0); err != nil {
				return err
			}
			s.log("inner went on")
			return nil
		})
		return nil, s.timedOut(err, "outer caught")
	}},
	"timeout_and_cancel_from_outside": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (any, error) {
			err := inTimeout(co, s.timeout(5), func() error { return sleep(co, 10) })
			if exceptions.IsCancelled(err) {
				s.log("cancelled")
			}
			return nil, s.timedOut(err, "time is up")
		})
		return s.cancelAfterASecond(co, t, "")
	}},
	"timeout_and_cancel_in_one_tick": {async: func(s *stage, co *task.Co) (any, error) {
		var when float64
		job := func(co *task.Co) (any, error) {
			return nil, inTimeout(co, task.NewTimeout(s.loop, when), func() error { return sleep(co, 10) })
		}
		when = s.loop.Time() + 1
		t := s.create(job)
		for range 2 {
			if err := sleep(co, 0); err != nil {
				return nil, err
			}
		}
		_, err := s.loop.CallAt(when, func() error { s.log("cancel %s", yes(t.Cancel())); return nil })
		s.must(err)
		if err := waitOne(co, t); err != nil {
			return nil, err
		}
		return []any{fate(t), t.Cancelling()}, nil
	}},
	"timeout_body_swallows": {async: func(s *stage, co *task.Co) (any, error) {
		limit := s.timeout(1)
		err := inTimeout(co, limit, func() error {
			err := sleep(co, 5)
			if exceptions.IsCancelled(err) {
				s.log("swallowed")
				return nil
			}
			return err
		})
		if err != nil {
			return nil, err
		}
		return []any{limit.Expired(), co.Task().Cancelling()}, nil
	}},
	"timeout_body_raises": {async: func(s *stage, co *task.Co) (any, error) {
		err := inTimeout(co, s.timeout(5), func() error { return exceptions.ValueError("body") })
		s.log("%s", exceptions.Repr(err))
		return nil, sleep(co, 6)
	}},
	"timeout_body_replaces_cancel": {async: func(s *stage, co *task.Co) (any, error) {
		err := inTimeout(co, s.timeout(1), func() error {
			err := sleep(co, 5)
			if exceptions.IsCancelled(err) {
				return exceptions.During(exceptions.ValueError("instead"), err)
			}
			return err
		})
		s.log("%s in the course of %s", exceptions.Repr(err), contextRepr(err))
		return nil, nil
	}},
	"timeout_misused": {async: func(s *stage, co *task.Co) (any, error) {
		limit := s.timeout(1)
		if err := limit.Reschedule(2); err != nil {
			s.log("%v", err)
		}
		if err := inTimeout(co, limit, func() error {
			if err := inTimeout(co, limit, s.logs("not reached")); err != nil {
				s.log("%v", err)
			}
			return nil
		}); err != nil {
			return nil, err
		}
		if err := limit.Reschedule(2); err != nil {
			before, _, _ := strings.Cut(err.Error(), "<")
			s.log("%s", before)
		}
		return nil, nil
	}},
}

// timedOut logs text for a TimeoutError and swallows it; any other error it
// gives back.
func (s *stage) timedOut(err error, text string) error {
	if isTimeout(err) {
		s.log("%s", text)
		return nil
	}
	return err
}
