package conformance

import (
	"errors"

	"asyncio/contextvars"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/task"
)

// word is the context variable of these scenarios.
var word = contextvars.NewVarDefault("word", "nothing")

// wordIn reads it.
func wordIn(h contextvars.Holder) string {
	v, _ := word.Get(h)
	return v
}

// tells is a callback that says what it sees.
func (s *stage) tells(who string) func() error {
	return func() error { s.log("%s sees %s", who, wordIn(s.loop)); return nil }
}

var contexts = table{
	"context_copied_by_task": {async: func(s *stage, co *task.Co) (any, error) {
		word.Set(co, "outer")
		t := s.create(func(co *task.Co) (any, error) {
			s.log("job sees %s", wordIn(co))
			word.Set(co, "inner")
			if err := sleep(co, 0); err != nil {
				return nil, err
			}
			s.log("job sees %s", wordIn(co))
			return nil, nil
		})
		word.Set(co, "changed")
		if _, err := co.Await(t); err != nil {
			return nil, err
		}
		s.log("main sees %s", wordIn(co))
		return nil, nil
	}},
	"context_shared_by_plain_await": {async: func(s *stage, co *task.Co) (any, error) {
		word.Set(co, "outer")
		_, err := co.AwaitCoroutine(s.coro(func(co *task.Co) (any, error) {
			word.Set(co, "inner")
			return nil, nil
		}))
		s.log("main sees %s", wordIn(co))
		return nil, err
	}},
	"context_of_soon": {async: func(s *stage, co *task.Co) (any, error) {
		word.Set(co, "one")
		s.t2Soon(s.tells("soon"))
		word.Set(co, "two")
		s.t2Soon(s.tells("soon"))
		return nil, sleep(co, 0)
	}},
	"context_of_timer": {async: func(s *stage, co *task.Co) (any, error) {
		word.Set(co, "when set")
		s.t2Later(1, s.tells("timer"))
		word.Set(co, "later")
		return nil, sleep(co, 2)
	}},
	"context_of_threadsafe": {async: func(s *stage, co *task.Co) (any, error) {
		word.Set(co, "when called")
		_, err := s.loop.CallSoonThreadsafe(s.tells("callback"))
		s.must(err)
		word.Set(co, "later")
		return nil, sleep(co, 0)
	}},
	"context_of_done_callback": {async: func(s *stage, co *task.Co) (any, error) {
		f := future.New(s.loop)
		word.Set(co, "when added")
		tells := s.tells("callback")
		s.must(f.AddDoneCallback(future.Func(func(future.Awaitable) error { return tells() }), nil))
		word.Set(co, "when done")
		s.must(f.SetResult(nil))
		return nil, sleep(co, 0)
	}},
	"context_given_to_soon": {async: func(s *stage, co *task.Co) (any, error) {
		given := co.Context().Copy()
		word.Set(given, "given")
		callback := func(value string) func() error {
			return func() error {
				s.log("callback sees %s", wordIn(s.loop))
				word.Set(s.loop, value)
				return nil
			}
		}
		for _, value := range []string{"left behind", "end"} {
			_, err := s.loop.CallSoonContext(given, callback(value))
			s.must(err)
		}
		s.must(sleep(co, 0))
		s.log("main sees %s, given holds %s", wordIn(co), wordIn(given))
		return nil, nil
	}},
	"context_of_callback_is_not_kept": {async: func(s *stage, co *task.Co) (any, error) {
		s.t2Soon(func() error { word.Set(s.loop, "from callback"); return nil })
		s.must(sleep(co, 0))
		s.t2Soon(s.tells("callback"))
		return nil, sleep(co, 0)
	}},
	"context_apart_in_gather": {async: func(s *stage, co *task.Co) (any, error) {
		job := func(name string) func(co *task.Co) (any, error) {
			return func(co *task.Co) (any, error) {
				s.log("%s sees %s", name, wordIn(co))
				word.Set(co, name)
				if err := sleep(co, 0); err != nil {
					return nil, err
				}
				return wordIn(co), nil
			}
		}
		word.Set(co, "outer")
		v, err := s.gather(co, s.coro(job("a")), s.coro(job("b")))
		s.log("main sees %s", wordIn(co))
		return v, err
	}},
	"context_in_wait_for": {async: func(s *stage, co *task.Co) (any, error) {
		_, err := task.WaitFor(co, s.coro(func(co *task.Co) (any, error) {
			word.Set(co, "by the job")
			return nil, nil
		}), 1)
		return wordIn(co), err
	}},
	"context_reset_by_token": {async: func(s *stage, co *task.Co) (any, error) {
		token := word.Set(co, "for a while")
		s.must(sleep(co, 0))
		s.log("%s", wordIn(co))
		err := word.Reset(co, token)
		return wordIn(co), err
	}},
	"context_of_error_handler": {async: func(s *stage, co *task.Co) (any, error) {
		s.loop.SetExceptionHandler(func(l *loop.Loop, _ *handle.ErrorContext) error {
			s.log("handler sees %s", wordIn(l))
			return nil
		})
		word.Set(co, "of the callback")
		s.t2Soon(func() error { return errors.New("division by zero") })
		word.Set(co, "of main")
		return nil, sleep(co, 0)
	}},
	"context_given_to_task": {async: func(s *stage, co *task.Co) (any, error) {
		given := co.Context().Copy()
		t, err := task.Create(s.loop, s.coro(func(co *task.Co) (any, error) {
			word.Set(co, "by the job")
			return nil, sleep(co, 0)
		}), task.Options{Context: given})
		s.must(err)
		if _, err := co.Await(t); err != nil {
			return nil, err
		}
		s.log("main sees %s, given holds %s", wordIn(co), wordIn(given))
		return nil, nil
	}},
}
