package conformance

import (
	"asyncio/exceptions"
	"asyncio/task"
)

var cancelcounts = table{
	"cancel_with_message": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(s.t1Sleeper)
		s.must(sleep(co, 0))
		t.Cancel("why")
		s.t1Ended(co, t)
		s.t1Ended(co, t)
		return nil, nil
	}},
	"cancel_with_message_before_start": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(s.t1Sleeper)
		t.Cancel("too soon")
		s.t1Ended(co, t)
		return nil, nil
	}},
	"cancel_with_message_twice": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(s.t1Sleeper)
		s.must(sleep(co, 0))
		t.Cancel("one")
		t.Cancel("two")
		s.t1Ended(co, t)
		return nil, nil
	}},
	"cancel_message_through_nested_tasks": {async: func(s *stage, co *task.Co) (any, error) {
		var level func(depth int) func(co *task.Co) (any, error)
		level = func(depth int) func(co *task.Co) (any, error) {
			return func(co *task.Co) (any, error) {
				var err error
				if depth > 0 {
					_, err = co.Await(s.create(level(depth - 1)))
				} else {
					err = sleep(co, 10)
				}
				if exceptions.IsCancelled(err) {
					s.log("level %d caught %s", depth, exceptions.Repr(err))
				}
				return nil, err
			}
		}
		t := s.create(level(2))
		s.must(sleep(co, 1))
		t.Cancel("deep")
		s.t1Ended(co, t)
		return nil, nil
	}},
	"cancel_future_with_message": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.t1Future()
		f.Cancel("gone")
		s.t1Ended(co, f)
		s.t1Ended(co, f)
		return nil, nil
	}},
	"cancelling_counts": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(s.t1Sleeper)
		s.must(sleep(co, 0))
		s.log("%d", t.Cancelling())
		t.Cancel()
		t.Cancel()
		s.log("%d", t.Cancelling())
		s.log("uncancel %d", t.Uncancel())
		s.t1Ended(co, t)
		s.log("%d", t.Cancelling())
		t.Cancel()
		s.log("%d", t.Cancelling())
		return nil, nil
	}},
	"uncancel_inside_except": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(func(co *task.Co) (any, error) {
			me := task.Current(s.loop)
			if err := sleep(co, 10); exceptions.IsCancelled(err) {
				s.log("caught, %d", me.Cancelling())
				s.log("uncancel %d", me.Uncancel())
				s.log("uncancel %d", me.Uncancel())
			} else if err != nil {
				return nil, err
			}
			return "went on", sleep(co, 1)
		})
		s.must(sleep(co, 0))
		t.Cancel()
		s.t1Ended(co, t)
		return nil, nil
	}},
	"uncancel_before_next_await": {async: func(s *stage, co *task.Co) (any, error) {
		s.t1Ended(co, s.create(func(co *task.Co) (any, error) {
			me := task.Current(s.loop)
			me.Cancel()
			s.log("uncancel %d", me.Uncancel())
			return nil, s.t1WentOn(sleep(co, 0), "caught all the same")
		}))
		return nil, nil
	}},
	"uncancel_one_of_two": {async: func(s *stage, co *task.Co) (any, error) {
		s.t1Ended(co, s.create(func(co *task.Co) (any, error) {
			me := task.Current(s.loop)
			me.Cancel()
			me.Cancel()
			s.log("uncancel %d", me.Uncancel())
			return nil, s.t1WentOn(sleep(co, 0), "caught")
		}))
		return nil, nil
	}},
	"uncancel_while_cancel_is_under_way": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(s.t1Sleeper)
		s.must(sleep(co, 0))
		t.Cancel()
		s.log("uncancel %d", t.Uncancel())
		s.t1Ended(co, t)
		return nil, nil
	}},
}

// t1WentOn logs "went on", or the given text for a CancelledError, which ends there.
func (s *stage) t1WentOn(err error, caught string) error {
	switch {
	case err == nil:
		s.log("went on")
	case exceptions.IsCancelled(err):
		s.log("%s", caught)
	default:
		return err
	}
	return nil
}
