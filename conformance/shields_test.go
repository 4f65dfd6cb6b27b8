package conformance

import (
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/task"
)

// kept is a job that is shielded.
func (s *stage) kept(seconds float64, fail error) func(co *task.Co) (any, error) {
	return func(co *task.Co) (any, error) {
		s.log("job starts")
		if err := sleep(co, seconds); err != nil {
			if exceptions.IsCancelled(err) {
				s.log("job cancelled")
			}
			return nil, err
		}
		s.log("job ends")
		if fail != nil {
			return nil, fail
		}
		return "value", nil
	}
}

var shields = table{
	"shield_undisturbed": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("before")
		v, err := co.Await(s.shield(s.coro(s.kept(0, nil))))
		if err != nil {
			return nil, err
		}
		s.log("after")
		return v, nil
	}},
	"shield_done_future": {async: func(s *stage, co *task.Co) (any, error) {
		f := future.New(s.loop)
		s.must(f.SetResult(1))
		shielded := s.shield(f)
		s.log("same %s", yes(shielded == future.Awaitable(f)))
		v, err := co.Await(shielded)
		s.log("got %v", v)
		return nil, err
	}},
	"shield_waiter_cancelled": {async: func(s *stage, co *task.Co) (any, error) {
		inner := s.create(s.kept(2, nil))
		t := s.create(func(co *task.Co) (any, error) {
			_, err := co.Await(s.shield(inner))
			if exceptions.IsCancelled(err) {
				s.log("waiter caught %s", exceptions.Repr(err))
			}
			return nil, err
		})
		if err := sleep(co, 1); err != nil {
			return nil, err
		}
		s.log("cancel %s", yes(t.Cancel()))
		if err := waitOne(co, t); err != nil {
			return nil, err
		}
		s.log("waiter %s, inner %s", fate(t), fate(inner))
		return co.Await(inner)
	}},
	"shield_itself_cancelled": {async: func(s *stage, co *task.Co) (any, error) {
		inner := s.create(s.kept(2, nil))
		outer := s.shield(inner)
		if err := sleep(co, 1); err != nil {
			return nil, err
		}
		ok, err := outer.TryCancel(nil)
		s.must(err)
		s.log("cancel %s", yes(ok))
		s.log("outer %s, inner %s", fate(outer), fate(inner))
		return co.Await(inner)
	}},
	"shield_inner_cancelled": {async: func(s *stage, co *task.Co) (any, error) {
		inner := s.create(s.kept(2, nil))
		outer := s.shield(inner)
		if err := sleep(co, 1); err != nil {
			return nil, err
		}
		inner.Cancel()
		_, err := co.Await(outer)
		if !exceptions.IsCancelled(err) {
			return nil, err
		}
		s.log("caught %s", exceptions.Repr(err))
		return fate(outer), nil
	}},
	"shield_inner_fails": {async: func(s *stage, co *task.Co) (any, error) {
		_, err := co.Await(s.shield(s.coro(s.kept(1, exceptions.ValueError("inner")))))
		return nil, err
	}},
	"shield_waiter_cancelled_inner_fails_later": {async: func(s *stage, co *task.Co) (any, error) {
		inner := s.create(s.kept(2, exceptions.ValueError("inner")))
		outer := s.shield(inner)
		if err := sleep(co, 1); err != nil {
			return nil, err
		}
		s.must(cancels(outer)())
		if err := waitOne(co, inner); err != nil {
			return nil, err
		}
		return []string{fate(outer), fate(inner)}, nil
	}},
	"shield_within_shield": {async: func(s *stage, co *task.Co) (any, error) {
		inner := s.create(s.kept(2, nil))
		outer := s.shield(s.shield(inner))
		s.later(1, cancels(outer))
		if _, err := co.Await(outer); exceptions.IsCancelled(err) {
			s.log("caught, inner %s", fate(inner))
		} else if err != nil {
			return nil, err
		}
		return co.Await(inner)
	}},
	"shield_in_wait_for": {async: func(s *stage, co *task.Co) (any, error) {
		inner := s.create(s.kept(2, nil))
		if _, err := task.WaitFor(co, s.shield(inner), 1); isTimeout(err) {
			s.log("time is up, inner %s", fate(inner))
		} else if err != nil {
			return nil, err
		}
		return co.Await(inner)
	}},
	"shield_in_gather_cancelled": {async: func(s *stage, co *task.Co) (any, error) {
		inner := s.create(s.kept(2, nil))
		gathered, err := task.Gather(s.loop, []any{s.shield(inner)}, false)
		s.must(err)
		if err := sleep(co, 1); err != nil {
			return nil, err
		}
		s.must(cancels(gathered)())
		if _, err := co.Await(gathered); exceptions.IsCancelled(err) {
			s.log("caught")
		} else if err != nil {
			return nil, err
		}
		return co.Await(inner)
	}},
	"shield_cancelled_while_inner_ends": {async: func(s *stage, co *task.Co) (any, error) {
		inner := future.New(s.loop)
		outer := s.shield(inner)
		s.must(inner.SetResult("value"))
		ok, err := outer.TryCancel(nil)
		s.must(err)
		s.log("cancel %s", yes(ok))
		if err := sleep(co, 0); err != nil {
			return nil, err
		}
		return []string{fate(outer), fate(inner)}, nil
	}},
}
