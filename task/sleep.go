package task

import (
	"math"

	"asyncio/exceptions"
	"asyncio/future"
)

// sleeper is a sleep's future together with the callback that ends it.
type sleeper struct {
	future.Future
	result any
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
		return result, co.Yield()
	}
	l := co.task.loop
	if math.IsNaN(delay) && l.State().Profile.SleepRefusesNaN {
		return nil, exceptions.ValueError("Invalid delay: NaN (not a number)")
	}
	s := &sleeper{result: result}
	s.Init(l, &s.Future)
	h, err := l.CallLaterIn(delay, s, nil, co.task.ctx.Vars())
	if err != nil {
		return nil, err
	}
	v, err := co.Await(&s.Future)
	h.Cancel()
	return v, err
}
