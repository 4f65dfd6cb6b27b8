package trio

import (
	"math"

	"asyncio/exceptions"
)

// Deadline gives the time of the run's clock, in seconds, at which the scope is
// cancelled, infinity for never. It fails with RuntimeError for a scope with a
// relative deadline that is not entered yet.
func (s *CancelScope) Deadline() (float64, error) {
	if !math.IsInf(s.relative, 1) {
		return 0, exceptions.RuntimeError("Unentered relative cancel scope does not have an absolute deadline.")
	}
	return s.deadline, nil
}

// SetDeadline changes the deadline. It fails with ValueError for NaN, and as
// Deadline does.
func (s *CancelScope) SetDeadline(at float64) error {
	if math.IsNaN(at) {
		return exceptions.ValueError("deadline must not be NaN")
	}
	if _, err := s.Deadline(); err != nil {
		return err
	}
	s.deadline = at
	s.changed()
	return nil
}

// RelativeDeadline gives the seconds that are left, or, before the scope is
// entered, those it will have. It fails with RuntimeError for a scope with an
// absolute deadline that is not entered yet.
func (s *CancelScope) RelativeDeadline() (float64, error) {
	switch {
	case s.entered:
		return s.deadline - s.runner.CurrentTime(), nil
	case !math.IsInf(s.deadline, 1):
		return 0, exceptions.RuntimeError("Unentered non-relative cancel scope does not have a relative deadline")
	}
	return s.relative, nil
}

// SetRelativeDeadline sets the seconds that are left from now, or, before the
// scope is entered, from then. It fails with ValueError for NaN and for less
// than 0, and as RelativeDeadline does.
func (s *CancelScope) SetRelativeDeadline(seconds float64) error {
	switch {
	case math.IsNaN(seconds):
		return exceptions.ValueError("relative deadline must not be NaN")
	case seconds < 0:
		return exceptions.ValueError("relative deadline must be non-negative")
	}
	if _, err := s.RelativeDeadline(); err != nil {
		return err
	}
	if !s.entered {
		s.relative = seconds
		return nil
	}
	s.deadline = s.runner.CurrentTime() + seconds
	s.changed()
	return nil
}

// changed tells the run of another deadline.
func (s *CancelScope) changed() {
	s.register()
	if s.status != nil {
		s.runner.notifyChange(s)
	}
}

// IsRelative reports whether the scope, not entered yet, has a relative
// deadline; known is false once it is entered.
func (s *CancelScope) IsRelative() (relative, known bool) {
	return !math.IsInf(s.relative, 1), !s.entered
}
