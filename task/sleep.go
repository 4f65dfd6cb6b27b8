package task

import (
	"math"

	"asyncio/contextvars"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/loop"
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
		return result, co.Yield()
	}
	s, err := newSleeper(co.task.loop, delay, result)
	if err == nil {
		err = co.check()
	}
	if err != nil {
		return nil, err
	}
	s.SetBlocking(true)
	return s.end(co.g.Yield(s))
}

func newSleeper(l *loop.Loop, delay float64, result any) (*sleeper, error) {
	if math.IsNaN(delay) && l.State().Profile.SleepRefusesNaN {
		return nil, exceptions.ValueError("Invalid delay: NaN (not a number)")
	}
	s := &sleeper{delay: delay, result: result}
	s.Init(l, &s.Future)
	return s, nil
}

// startIn sets the timer when the task blocks, which is the moment after Sleep
// made its future. It runs on the loop's stack: a coroutine that only sleeps
// then fits into the smallest stack a goroutine can have.
func (s *sleeper) startIn(t *Task) error { return s.start(t.loop, t.ctx.Vars()) }

func (s *sleeper) start(l *loop.Loop, vars contextvars.Vars) (err error) {
	s.timer, err = l.CallLaterIn(s.delay, s, nil, vars)
	return err
}

// end gives the sleep's outcome, err being what its await raised.
func (s *sleeper) end(err error) (any, error) {
	if s.timer != nil {
		s.timer.Cancel()
	}
	if err != nil {
		return nil, err
	}
	return s.Result()
}

// SleepOp is Sleep as an operation.
func SleepOp(delay float64, result any) Op { return &sleepOp{delay: delay, value: result} }

type sleepOp struct {
	delay float64
	value any
	s     *sleeper
	timer *handle.TimerHandle // of a loop that makes futures of its own
}

// Begin implements Op.
func (o *sleepOp) Begin(on *loop.Loop) (any, bool, error) {
	if o.delay <= 0 {
		return nil, false, nil
	}
	if on.OwnFutures() {
		return o.beginOwn(on)
	}
	var err error
	if o.s, err = newSleeper(on, o.delay, o.value); err == nil {
		err = o.s.start(on, on.CurrentContext().Vars())
	}
	if err != nil {
		return nil, true, err
	}
	return &o.s.Future, false, nil
}

// beginOwn waits for a future that a subclass of the loop makes.
func (o *sleepOp) beginOwn(on *loop.Loop) (any, bool, error) {
	if math.IsNaN(o.delay) && on.State().Profile.SleepRefusesNaN {
		return nil, true, exceptions.ValueError("Invalid delay: NaN (not a number)")
	}
	f := on.CreateFuture()
	s, ok := f.(loop.Settable)
	if !ok {
		return nil, true, exceptions.TypeError("create_future() gave no future")
	}
	var err error
	o.timer, err = on.CallLater(o.delay, func() error {
		if f.Cancelled() {
			return nil
		}
		return s.SetResult(o.value)
	})
	return f, err != nil, err
}

// Resume implements Op.
func (o *sleepOp) Resume(v any, err error) (any, bool, error) {
	switch {
	case o.timer != nil:
		o.timer.Cancel()
		o.value = v
	case o.s != nil:
		o.value, err = o.s.end(err)
	}
	return nil, true, err
}

// Value implements Op.
func (o *sleepOp) Value() any { return o.value }
