package conformance

import (
	"errors"

	"asyncio/concurrent"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/selector"
	"asyncio/task"
)

// byHand is an executor that starts nothing; finish ends the oldest job, on the
// loop.
type byHand struct {
	loop *loop.Loop
	jobs []handJob
}

type handJob struct {
	f   *concurrent.Future
	job func() (any, error)
}

// Submit implements concurrent.Executor.
func (h *byHand) Submit(job func() (any, error)) (*concurrent.Future, error) {
	f := concurrent.NewFutureBy(h.loop)
	h.jobs = append(h.jobs, handJob{f, job})
	return f, nil
}

// Shutdown implements concurrent.Executor.
func (h *byHand) Shutdown(bool) {}

func (h *byHand) finish() error {
	j := h.jobs[0]
	h.jobs = h.jobs[1:]
	if !j.f.SetRunning() {
		return nil
	}
	v, err := j.job()
	if err != nil {
		return j.f.SetException(err)
	}
	return j.f.SetResult(v)
}

// finishes says that it finishes a job.
func (s *stage) finishes(h *byHand) func() error {
	return func() error { s.log("finish"); return h.finish() }
}

// inExecutor is loop.run_in_executor(ex, job).
func (s *stage) inExecutor(ex concurrent.Executor, job func() (any, error)) future.Awaitable {
	f, err := s.loop.RunInExecutor(ex, job)
	s.must(err)
	return f
}

// gives is a job that returns v.
func gives(v any) func() (any, error) { return func() (any, error) { return v, nil } }

// threadsafe is asyncio.run_coroutine_threadsafe(fn(), loop).
func (s *stage) threadsafe(fn func(co *task.Co) (any, error)) *concurrent.Future {
	f, err := task.RunCoroutineThreadsafe(s.loop, s.coro(fn))
	s.must(err)
	return f
}

var executors = table{
	"executor_result": {async: func(s *stage, co *task.Co) (any, error) {
		hand := &byHand{loop: s.loop}
		f := s.inExecutor(hand, gives(4))
		s.t2Soon(s.finishes(hand))
		v, err := co.Await(f)
		s.log("woken")
		return v, err
	}},
	"executor_result_while_sleeping": {async: func(s *stage, co *task.Co) (any, error) {
		hand := &byHand{loop: s.loop}
		f := s.inExecutor(hand, gives(4))
		s.t2Later(1, s.finishes(hand))
		s.must(f.AddDoneCallback(future.Func(func(future.Awaitable) error { s.log("callback"); return nil }), nil))
		v, err := co.Await(f)
		s.log("woken")
		return v, err
	}},
	"executor_job_raises": {async: func(s *stage, co *task.Co) (any, error) {
		hand := &byHand{loop: s.loop}
		f := s.inExecutor(hand, func() (any, error) {
			return nil, exceptions.ValueError("invalid literal for int() with base 10: 'x'")
		})
		s.t2Soon(hand.finish)
		v, err := co.Await(f)
		if errors.Is(err, exceptions.ErrValue) {
			s.log("caught %v", err)
			return nil, nil
		}
		return v, err
	}},
	"executor_three_jobs_gathered": {async: func(s *stage, co *task.Co) (any, error) {
		hand := &byHand{loop: s.loop}
		gathered := s.gathering(s.inExecutor(hand, gives(1)), s.inExecutor(hand, gives(2)), s.inExecutor(hand, gives(3)))
		for _, seconds := range []float64{1, 2, 3} {
			s.t2Later(seconds, s.finishes(hand))
		}
		v, err := co.Await(gathered)
		s.log("woken")
		return v, err
	}},
	"executor_job_cancelled_in_queue": {async: func(s *stage, co *task.Co) (any, error) {
		hand := &byHand{loop: s.loop}
		f := s.inExecutor(hand, func() (any, error) { s.log("job runs"); return nil, nil })
		s.log("cancel %s", reprOf(s.cancels(f)))
		s.must(sleep(co, 0))
		s.log("job cancelled %s", reprOf(hand.jobs[0].f.Cancelled()))
		s.must(hand.finish())
		v, err := co.Await(f)
		if exceptions.IsCancelled(err) {
			s.log("caught")
			return nil, nil
		}
		return v, err
	}},
	"executor_job_cancelled_while_running": {async: func(s *stage, co *task.Co) (any, error) {
		hand := &byHand{loop: s.loop}
		f := s.inExecutor(hand, gives(5))
		job := hand.jobs[0].f
		job.SetRunning()
		s.log("cancel %s", reprOf(s.cancels(f)))
		s.must(sleep(co, 0))
		s.must(job.SetResult(5))
		s.must(sleep(co, 1))
		v, err := job.Result()
		return []any{t2Outcome(f), v}, err
	}},
	"executor_under_wait_for": {async: func(s *stage, co *task.Co) (any, error) {
		hand := &byHand{loop: s.loop}
		_, err := task.WaitFor(co, s.inExecutor(hand, gives(5)), 1)
		if !errors.Is(err, exceptions.ErrTimeout) {
			return nil, err
		}
		s.log("time is up")
		s.log("job cancelled %s", reprOf(hand.jobs[0].f.Cancelled()))
		return nil, nil
	}},
	"executor_wrap_future": {async: func(s *stage, co *task.Co) (any, error) {
		job := concurrent.NewFuture()
		f, err := s.loop.WrapFuture(job)
		s.must(err)
		job.SetRunning()
		s.must(job.SetResult("value"))
		s.log("set, %s", t2Outcome(f))
		v, err := co.Await(f)
		s.log("woken")
		return v, err
	}},
	"executor_real_thread": {async: func(s *stage, co *task.Co) (any, error) {
		gate := make(chan struct{})
		s.loop.SetOverrides(&loop.Overrides{Select: func(timeout float64) ([]selector.Event, error) {
			if timeout < 0 {
				close(gate)
			}
			return s.loop.Base().Select(timeout)
		}})
		s.log("before")
		pool := concurrent.NewThreadPool(1, "")
		v, err := co.Await(s.inExecutor(pool, func() (any, error) {
			<-gate
			return !s.state.IsMain(s.state.CurrentThread()), nil
		}))
		pool.Shutdown(true)
		s.log("after")
		return v, err
	}},
	"coroutine_threadsafe_result": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.threadsafe(func(co *task.Co) (any, error) {
			s.log("job")
			return "value", sleep(co, 0)
		})
		f.AddDoneCallback(func(f *concurrent.Future) {
			v, err := f.Result()
			s.must(err)
			s.log("told %v", v)
		})
		s.log("handed over")
		for range 5 {
			s.must(sleep(co, 0))
		}
		s.log("main")
		return nil, nil
	}},
	"coroutine_threadsafe_cancelled": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.threadsafe(s.sleepsAndSays(10, "job caught"))
		s.must(sleep(co, 1))
		s.log("cancel %s", reprOf(f.Cancel()))
		s.must(sleep(co, 1))
		return f.Cancelled(), nil
	}},
	"coroutine_threadsafe_fails": {async: func(s *stage, co *task.Co) (any, error) {
		f := s.threadsafe(t2Raises(exceptions.ValueError("job")))
		s.must(sleep(co, 1))
		_, err := f.Result()
		return exceptions.Repr(err), nil
	}},
	"coroutine_threadsafe_of_no_coroutine": {async: func(s *stage, co *task.Co) (any, error) {
		_, err := task.RunCoroutineThreadsafe(s.loop, nil)
		if errors.Is(err, exceptions.ErrType) {
			s.log("%v", err)
		}
		return nil, nil
	}},
}
