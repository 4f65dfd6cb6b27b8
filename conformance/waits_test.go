package conformance

import (
	"errors"
	"sort"
	"strings"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/task"
)

// spec is a named job: it sleeps, then gives its name or fails.
type spec struct {
	name    string
	seconds float64
	fail    error
}

// named makes a task of each spec.
func (s *stage) named(specs ...spec) []*task.Task {
	tasks := make([]*task.Task, len(specs))
	for i, sp := range specs {
		tasks[i] = s.createNamed(sp.name, func(co *task.Co) (any, error) {
			if err := sleep(co, sp.seconds); err != nil {
				return nil, err
			}
			s.log("%s ends", sp.name)
			if sp.fail != nil {
				return nil, sp.fail
			}
			return sp.name, nil
		})
	}
	return tasks
}

// tell logs what wait gave.
func (s *stage) tell(done, pending []future.Awaitable) {
	names := func(fs []future.Awaitable) string {
		out := make([]string, len(fs))
		for i, f := range fs {
			out[i] = f.(*task.Task).Name()
		}
		sort.Strings(out)
		return reprOf(out)
	}
	s.log("done %s, pending %s", names(done), names(pending))
}

// wait is `await asyncio.wait(aws, timeout=timeout, return_when=when)`.
func wait(co *task.Co, aws any, timeout float64, when task.When) (done, pending []future.Awaitable, err error) {
	members, err := task.WaitMembers(aws)
	if err != nil {
		return nil, nil, err
	}
	return task.Wait(co, members, timeout, when)
}

// waitAndTell waits and tells the outcome.
func (s *stage) waitAndTell(co *task.Co, tasks []*task.Task, timeout float64, when task.When) error {
	done, pending, err := wait(co, tasks, timeout, when)
	if err != nil {
		return err
	}
	s.tell(done, pending)
	return nil
}

// eachCompleted is `for earliest in asyncio.as_completed(aws, timeout=timeout)`
// with what `await earliest` gives.
func (s *stage) eachCompleted(co *task.Co, aws any, timeout float64, body func(v any, err error) error) error {
	members, err := task.AsCompletedMembers(s.loop, aws)
	if err != nil {
		return err
	}
	c, err := task.AsCompleted(s.loop, members, timeout)
	if err != nil {
		return err
	}
	for {
		if more, err := c.More(); err != nil || !more {
			return err
		}
		f, err := c.Next(co)
		var v any
		if err == nil {
			v, err = f.Result()
		}
		if err := body(v, err); err != nil {
			return err
		}
	}
}

// got logs a result, and gives an error back.
func (s *stage) got(v any, err error) error {
	if err == nil {
		s.log("got %v", v)
	}
	return err
}

var waits = table{
	"wait_for_all": {async: func(s *stage, co *task.Co) (any, error) {
		tasks := s.named(spec{"a", 2, nil}, spec{"b", 1, nil})
		return nil, s.waitAndTell(co, tasks, task.NoTimeout, task.AllCompleted)
	}},
	"wait_without_suspension": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("before")
		t := s.create(func(*task.Co) (any, error) { s.log("job"); return nil, nil })
		if err := waitOne(co, t); err != nil {
			return nil, err
		}
		s.log("after")
		return nil, nil
	}},
	"wait_first_completed": {async: func(s *stage, co *task.Co) (any, error) {
		var pending any = s.named(spec{"a", 3, nil}, spec{"b", 1, nil}, spec{"c", 2, nil})
		for {
			done, left, err := wait(co, pending, task.NoTimeout, task.FirstCompleted)
			if err != nil {
				return nil, err
			}
			s.tell(done, left)
			if len(left) == 0 {
				return nil, nil
			}
			pending = left
		}
	}},
	"wait_first_completed_same_tick": {async: func(s *stage, co *task.Co) (any, error) {
		tasks := s.named(spec{"a", 0, nil}, spec{"b", 0, nil}, spec{"c", 1, nil})
		return nil, s.waitAndTell(co, tasks, task.NoTimeout, task.FirstCompleted)
	}},
	"wait_first_exception": {async: func(s *stage, co *task.Co) (any, error) {
		tasks := s.named(spec{"a", 1, nil}, spec{"b", 2, exceptions.ValueError("b")}, spec{"c", 3, nil})
		if err := s.waitAndTell(co, tasks, task.NoTimeout, task.FirstException); err != nil {
			return nil, err
		}
		_, err := co.Await(tasks[2])
		return nil, err
	}},
	"wait_first_exception_but_cancelled": {async: func(s *stage, co *task.Co) (any, error) {
		tasks := s.named(spec{"a", 5, nil}, spec{"b", 2, nil})
		s.later(1, cancels(tasks[0]))
		return nil, s.waitAndTell(co, tasks, task.NoTimeout, task.FirstException)
	}},
	"wait_with_timeout": {async: func(s *stage, co *task.Co) (any, error) {
		tasks := s.named(spec{"a", 1, nil}, spec{"b", 3, nil})
		if err := s.waitAndTell(co, tasks, 2, task.AllCompleted); err != nil {
			return nil, err
		}
		if _, err := co.Await(tasks[1]); err != nil {
			return nil, err
		}
		s.log("b was not touched")
		return nil, nil
	}},
	"wait_with_timeout_zero": {async: func(s *stage, co *task.Co) (any, error) {
		tasks := s.named(spec{"a", 1, nil})
		s.log("before")
		if err := s.waitAndTell(co, tasks, 0, task.AllCompleted); err != nil {
			return nil, err
		}
		_, err := co.Await(tasks[0])
		return nil, err
	}},
	"wait_on_done_tasks": {async: func(s *stage, co *task.Co) (any, error) {
		tasks := s.named(spec{"a", 0, nil})
		if _, err := co.Await(tasks[0]); err != nil {
			return nil, err
		}
		s.log("before")
		return nil, s.waitAndTell(co, tasks, task.NoTimeout, task.AllCompleted)
	}},
	"wait_cancelled_leaves_tasks": {async: func(s *stage, co *task.Co) (any, error) {
		tasks := s.named(spec{"a", 2, nil})
		waiting := s.create(func(co *task.Co) (any, error) {
			_, _, err := wait(co, tasks, task.NoTimeout, task.AllCompleted)
			if exceptions.IsCancelled(err) {
				s.log("waiter caught")
			}
			return nil, err
		})
		if err := sleep(co, 1); err != nil {
			return nil, err
		}
		waiting.Cancel()
		return co.Await(tasks[0])
	}},
	"wait_bad_arguments": {async: func(s *stage, co *task.Co) (any, error) {
		f := future.New(s.loop)
		for _, call := range []func() error{
			func() error { _, _, err := wait(co, []any{}, task.NoTimeout, task.AllCompleted); return err },
			func() error { _, _, err := wait(co, f, task.NoTimeout, task.AllCompleted); return err },
			func() error { _, _, err := wait(co, []any{f}, task.NoTimeout, "SOMETIME"); return err },
		} {
			err := call()
			if !errors.Is(err, exceptions.ErrType) && !errors.Is(err, exceptions.ErrValue) {
				return nil, err
			}
			s.log("%s", exceptions.Repr(err))
		}
		return nil, nil
	}},
	"as_completed_in_order_of_time": {async: func(s *stage, co *task.Co) (any, error) {
		tasks := s.named(spec{"a", 3, nil}, spec{"b", 1, nil}, spec{"c", 2, nil})
		return nil, s.eachCompleted(co, tasks, task.NoTimeout, s.got)
	}},
	"as_completed_already_done": {async: func(s *stage, co *task.Co) (any, error) {
		tasks := s.named(spec{"a", 0, nil})
		if _, err := co.Await(tasks[0]); err != nil {
			return nil, err
		}
		s.log("before")
		return nil, s.eachCompleted(co, tasks, task.NoTimeout, s.got)
	}},
	"as_completed_one_coroutine": {async: func(s *stage, co *task.Co) (any, error) {
		s.log("before")
		job := s.coro(func(*task.Co) (any, error) { return "value", nil })
		return nil, s.eachCompleted(co, []any{job}, task.NoTimeout, s.got)
	}},
	"as_completed_with_failure": {async: func(s *stage, co *task.Co) (any, error) {
		tasks := s.named(spec{"a", 1, nil}, spec{"b", 2, exceptions.ValueError("b")}, spec{"c", 3, nil})
		return nil, s.eachCompleted(co, tasks, task.NoTimeout, func(v any, err error) error {
			if errors.Is(err, exceptions.ErrValue) {
				s.log("got %s", exceptions.Repr(err))
				return nil
			}
			return s.got(v, err)
		})
	}},
	"as_completed_with_timeout": {async: func(s *stage, co *task.Co) (any, error) {
		tasks := s.named(spec{"a", 1, nil}, spec{"b", 5, nil}, spec{"c", 6, nil})
		err := s.eachCompleted(co, tasks, 2, func(v any, err error) error {
			if isTimeout(err) {
				s.log("got %s", exceptions.Repr(err))
				return nil
			}
			return s.got(v, err)
		})
		if err != nil {
			return nil, err
		}
		for _, t := range tasks {
			v, err := co.Await(t)
			if err != nil {
				return nil, err
			}
			s.log("got later %v", v)
		}
		return nil, nil
	}},
	"as_completed_bad_argument": {async: func(s *stage, co *task.Co) (any, error) {
		f := future.New(s.loop)
		err := s.eachCompleted(co, f, task.NoTimeout, func(any, error) error {
			s.log("not reached")
			return nil
		})
		if !errors.Is(err, exceptions.ErrType) {
			return nil, err
		}
		before, _, _ := strings.Cut(err.Error(), ", not")
		s.log("%s", before)
		return nil, nil
	}},
	"as_completed_slow_consumer": {async: func(s *stage, co *task.Co) (any, error) {
		tasks := s.named(spec{"a", 1, nil}, spec{"b", 2, nil})
		return nil, s.eachCompleted(co, tasks, task.NoTimeout, func(v any, err error) error {
			if err := s.got(v, err); err != nil {
				return err
			}
			return sleep(co, 3)
		})
	}},
}
