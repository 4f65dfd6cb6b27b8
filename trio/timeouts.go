package trio

import (
	"math"
	"time"

	"asyncio/exceptions"
)

// MoveOnAt makes a scope that is cancelled at a time of the run's clock, in
// seconds. It fails with ValueError for NaN.
func MoveOnAt(deadline float64) (*CancelScope, error) {
	return NewCancelScope(ScopeOptions{Deadline: &deadline})
}

// MoveOnAfterSeconds makes a scope that is cancelled so many seconds after it is
// entered. It fails with ValueError for NaN and less than 0.
func (r *Runner) MoveOnAfterSeconds(seconds float64) (*CancelScope, error) {
	if err := r.checkSeconds(seconds, "timeout must be non-negative"); err != nil {
		return nil, err
	}
	if r.profile.RelativeDeadlines {
		return NewCancelScope(ScopeOptions{Relative: &seconds})
	}
	return MoveOnAt(r.CurrentTime() + seconds)
}

func (r *Runner) checkSeconds(seconds float64, before string) error {
	switch {
	case seconds < 0 && r.profile.NamedSeconds:
		return exceptions.ValueError("`seconds` must be non-negative")
	case seconds < 0:
		return exceptions.ValueError("%s", before)
	case math.IsNaN(seconds) && r.profile.NamedSeconds:
		return exceptions.ValueError("`seconds` must not be NaN")
	}
	return nil
}

// MoveOnAfter runs body in a scope that is cancelled after d. The body may
// shield the scope, move its deadline or cancel it. Whether it was cut short is
// told by the scope's CancelledCaught.
func MoveOnAfter(t *Task, d time.Duration, body func(s *CancelScope) error) error {
	s, err := t.runner.MoveOnAfterSeconds(d.Seconds())
	if err != nil {
		return err
	}
	return s.Do(t, func() error { return body(s) })
}

// FailAfter is MoveOnAfter that fails with TooSlowError when the body was cut
// short by this scope.
func FailAfter(t *Task, d time.Duration, body func(s *CancelScope) error) error {
	s, err := t.runner.MoveOnAfterSeconds(d.Seconds())
	if err != nil {
		return err
	}
	return failing(t, s, body)
}

// FailAt is FailAfter for a time of the run's clock, in seconds.
func FailAt(t *Task, deadline float64, body func(s *CancelScope) error) error {
	s, err := MoveOnAt(deadline)
	if err != nil {
		return err
	}
	return failing(t, s, body)
}

func failing(t *Task, s *CancelScope, body func(s *CancelScope) error) error {
	if err := s.Do(t, func() error { return body(s) }); err != nil {
		return err
	}
	return s.TooSlow()
}

// TooSlow gives the TooSlowError of FailAfter if the scope has caught a
// cancellation, else nil.
func (s *CancelScope) TooSlow() error {
	if s.caught {
		return ErrTooSlow.New("")
	}
	return nil
}

// SleepForeverOp waits until it is cancelled.
func SleepForeverOp() Op {
	return newMachine(func(*Task) then {
		return block(sleepForever(), func(_ any, err error) then {
			if err == nil {
				err = exceptions.RuntimeError("Should never have been rescheduled!")
			}
			return end(nil, err)
		})
	})
}

// SleepUntilOp waits until a time of the run's clock, in seconds.
func SleepUntilOp(deadline float64) Op {
	return newMachine(func(t *Task) then {
		s, err := MoveOnAt(deadline)
		if err != nil {
			return end(nil, err)
		}
		return sleepIn(t, s)
	})
}

// sleepIn waits in a scope of its own for that to be cancelled.
func sleepIn(t *Task, s *CancelScope) then {
	if err := s.Enter(t); err != nil {
		return end(nil, err)
	}
	return run(SleepForeverOp(), func(_ any, err error) then { return end(nil, s.Exit(t, err)) })
}

// SleepOp waits for so many seconds; 0 is a checkpoint. It fails with ValueError
// for NaN and less than 0.
func SleepOp(seconds float64) Op {
	return newMachine(func(t *Task) then {
		r := t.runner
		if seconds < 0 { // what is no number MoveOnAt refuses
			return end(nil, r.checkSeconds(seconds, "duration must be non-negative"))
		}
		if seconds == 0 {
			return run(CheckpointOp(), nil)
		}
		s, err := MoveOnAt(r.CurrentTime() + seconds)
		if err != nil {
			return end(nil, err)
		}
		return sleepIn(t, s)
	})
}

// Sleep lets d pass; 0 is a checkpoint.
func Sleep(t *Task, d time.Duration) error { return t.do(SleepOp(d.Seconds())) }

// SleepUntil lets time pass until the run's clock shows deadline, in seconds.
func SleepUntil(t *Task, deadline float64) error { return t.do(SleepUntilOp(deadline)) }

// SleepForever waits until it is cancelled.
func SleepForever(t *Task) error { return t.do(SleepForeverOp()) }

// CurrentTime gives the time of the run's clock, in seconds.
func CurrentTime(t *Task) float64 { return t.runner.CurrentTime() }
