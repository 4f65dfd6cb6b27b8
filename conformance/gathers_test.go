package conformance

import (
	"asyncio/exceptions"
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
}
