package task

import (
	"math"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/handle"
)

// sleeper is a sleep's future together with the callback that ends it.
type sleeper struct {
	future.Future
	delay  float64 // seconds
	result any
	timer  *handle.TimerHandle
}

// Call implements handle.Callback.
func (s *sleeper) Call() error {
	if s.Done() {
		return nil
	}
	return s.SetResult(s.result)
}

// DescribeCallback implements handle.Describer.
func (s *sleeper) DescribeCallback(bool) string { return "_set_result_unless_cancelled()" }

// Sleep suspends the coroutine for delay seconds and gives result. A delay that
// is not positive suspends for one iteration. From 3.13 on NaN is refused with
// ValueError; before, it makes a timer that is due at no time.
func Sleep(co *Co, delay float64, result any) (any, error) {
	if delay <= 0 {
		if err := co.check(); err != nil {
			return nil, err
		}
		return result, co.g.Yield(nil)
	}
	l := co.task.loop
	if math.IsNaN(delay) && l.State().Profile.SleepRefusesNaN {
		return nil, exceptions.ValueError("Invalid delay: NaN (not a number)")
	}
	if err := co.check(); err != nil {
		return nil, err
	}
	s := &sleeper{delay: delay, result: result}
	s.Init(l, &s.Future)
	s.SetBlocking(true)
	err := co.g.Yield(s)
	if s.timer != nil {
		s.timer.Cancel()
	}
	if err != nil {
		return nil, err
	}
	return s.Result()
}

// start sets the timer when the task blocks, which is the moment after Sleep
// made its future. It runs on the loop's stack: a coroutine that only sleeps
// then fits into the smallest stack a goroutine can have.
func (s *sleeper) start(t *Task) (err error) {
	s.timer, err = t.loop.CallLaterIn(s.delay, s, nil, t.ctx.Vars())
	return err
}
