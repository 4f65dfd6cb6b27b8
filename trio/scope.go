package trio

import (
	"fmt"
	"math"

	"asyncio/exceptions"
)

// CancelScope is a stretch of a task, and of all that is started in it, which
// can be cancelled. It is used once: Enter and Exit, or Do.
//
// A scope may be cancelled, shielded and given a deadline before it is entered.
type CancelScope struct {
	status   *status // while it is entered
	runner   *Runner // once it is entered
	entered  bool
	called   bool
	caught   bool
	shield   bool
	reason   *Reason
	deadline float64 // seconds of the run's clock
	relative float64 // seconds from the moment of entering

	registered float64 // in the run's deadlines, infinity for not
	place      int
	tie        uint64
	id         uint64
	owner      any
}

// ScopeOptions are what NewCancelScope is given. The zero value stands for no
// deadline and no shield.
type ScopeOptions struct {
	// Deadline is a time of the run's clock, in seconds, nil for none.
	Deadline *float64
	// Relative is a deadline in seconds from entering, nil for none.
	Relative *float64
	// Shield keeps out what is cancelled outside.
	Shield bool
}

// NewCancelScope makes a scope. It fails with ValueError for times that make no
// sense.
func NewCancelScope(o ScopeOptions) (*CancelScope, error) {
	inf := math.Inf(1)
	s := &CancelScope{shield: o.Shield, deadline: inf, relative: inf, registered: inf}
	if o.Deadline != nil {
		s.deadline = *o.Deadline
	}
	if o.Relative != nil {
		s.relative = *o.Relative
	}
	switch {
	case math.IsNaN(s.deadline):
		return nil, exceptions.ValueError("deadline must not be NaN")
	case math.IsNaN(s.relative):
		return nil, exceptions.ValueError("relative deadline must not be NaN")
	case s.relative < 0:
		return nil, exceptions.ValueError("timeout must be non-negative")
	case !math.IsInf(s.relative, 1) && !math.IsInf(s.deadline, 1):
		return nil, exceptions.ValueError("Cannot specify both a deadline and a relative deadline")
	}
	return s, nil
}

// Scope makes a scope without a deadline.
func Scope() *CancelScope {
	inf := math.Inf(1)
	return &CancelScope{deadline: inf, relative: inf, registered: inf}
}

// Owner gives the object of the layer above that stands for the scope.
func (s *CancelScope) Owner() any { return s.owner }

// SetOwner sets what Owner gives.
func (s *CancelScope) SetOwner(o any) { s.owner = o }

// Enter begins the scope in task t, which is running. It fails with RuntimeError
// for one that was used already.
func (s *CancelScope) Enter(t *Task) error {
	if s.entered {
		return exceptions.RuntimeError("Each CancelScope may only be used for a single 'with' block")
	}
	r := t.runner
	s.entered, s.runner = true, r
	now := r.CurrentTime()
	if !math.IsInf(s.relative, 1) {
		s.deadline = now + s.relative
		s.relative = math.Inf(1)
	}
	if now >= s.deadline {
		s.cancel(&Reason{Source: "deadline"})
	}
	s.status = newStatus(r, s, t.status)
	t.enter(s.status)
	s.register()
	r.notifyScope(s, t)
	return nil
}

// Exit ends the scope in task t, which is running, err being how the code within
// it ended. It gives what is left of err: nil when the scope caught it.
func (s *CancelScope) Exit(t *Task, err error) error {
	own := s.status
	if own == nil {
		return t.runner.errors.During(exceptions.RuntimeError(
			"Cancel scope stack corrupted: attempted to exit %s which had already been exited", s.repr()), err)
	}
	switch {
	case t.status == own:
		t.enter(own.parent)
	case own.abandoned:
		// The scope that was closed before this one has told already.
	case !own.encloses(t.status):
		return t.runner.errors.During(exceptions.RuntimeError(
			"Cancel scope stack corrupted: attempted to exit %s from unrelated %s\n%s",
			s.repr(), t.repr(), misnesting), err)
	default:
		err = t.runner.errors.During(exceptions.RuntimeError(
			"Cancel scope stack corrupted: attempted to exit %s in %s that's still within its child %s\n%s",
			s.repr(), t.repr(), t.status.scope.repr(), misnesting), err)
		t.enter(own.parent)
	}
	if err != nil && own.cancelled && !own.seesParent() || t.status != own && own.abandoned {
		err = s.catch(err)
	}
	own.close()
	s.status = nil
	s.register()
	t.runner.notifyScopeEnd(s, t)
	return err
}

// catch takes the Cancelled out of err.
func (s *CancelScope) catch(err error) error {
	if err == nil {
		return nil
	}
	errs := s.runner.errors
	if errs.Is(err, ErrCancelled) {
		s.caught = true
		return nil
	}
	rest, cut := errs.Cut(err)
	s.caught = s.caught || cut
	return rest
}

// Do runs body within the scope, as `with scope:`.
func (s *CancelScope) Do(t *Task, body func() error) error {
	if err := s.Enter(t); err != nil {
		return err
	}
	return s.Exit(t, guard(t, body))
}

// Cancel cancels what is in the scope. A second call does nothing.
func (s *CancelScope) Cancel() { s.CancelFor("", nil) }

// CancelFor is Cancel for a reason in words, by task by; both may be absent.
func (s *CancelScope) CancelFor(reason string, by *Task) {
	why := &Reason{Source: "explicit", Text: reason}
	if by == nil && s.runner != nil {
		by = s.runner.current
	}
	if by != nil {
		why.Task = by.repr()
	}
	s.cancel(why)
}

func (s *CancelScope) cancel(why *Reason) {
	if s.called {
		return
	}
	s.called = true
	if s.reason == nil {
		s.reason = why
	}
	s.register()
	if s.runner != nil {
		s.runner.notifyCancel(s)
	}
	if s.status != nil {
		s.status.recalculate()
	}
}

// register brings the run's deadlines up to date.
func (s *CancelScope) register() {
	if s.runner == nil {
		return
	}
	deadline := s.deadline
	if s.status == nil || s.called {
		deadline = math.Inf(1)
	}
	s.runner.setDeadline(s, deadline)
}

// CancelCalled reports whether the scope was cancelled. A deadline that has
// passed counts, and takes effect now; now is the run's clock.
func (s *CancelScope) CancelCalled(now func() float64) bool {
	if !s.called && (s.status != nil || !s.entered) {
		if s.runner != nil {
			now = s.runner.CurrentTime
		}
		if now != nil && now() >= s.deadline {
			s.cancel(&Reason{Source: "deadline"})
		}
	}
	return s.called
}

// CancelledCaught reports whether the scope has caught a Cancelled.
func (s *CancelScope) CancelledCaught() bool { return s.caught }

// Reason gives why the scope is cancelled, nil for not known.
func (s *CancelScope) Reason() *Reason { return s.reason }

// Shield reports whether the scope keeps out what is cancelled outside.
func (s *CancelScope) Shield() bool { return s.shield }

// SetShield changes it; a shield that is lifted lets in at once what waited.
func (s *CancelScope) SetShield(on bool) {
	if s.shield == on {
		return
	}
	s.shield = on
	if s.runner != nil {
		s.runner.notifyChange(s)
	}
	if s.status != nil {
		s.status.recalculate()
	}
}

// repr prints the scope, or what stands for it above.
func (s *CancelScope) repr() string {
	if s.runner != nil {
		return s.runner.repr(s, s.owner)
	}
	return s.String()
}

// Binding is "unbound", "active" or "exited".
func (s *CancelScope) Binding() string {
	switch {
	case s.status != nil:
		return "active"
	case s.entered:
		return "exited"
	}
	return "unbound"
}

// Info gives the part of the repr after the address. now is the run's clock, nil
// outside a run.
func (s *CancelScope) Info(now func() float64) string {
	text := s.Binding()
	switch {
	case s.called:
		text += ", cancelled"
	case math.IsInf(s.deadline, 1) || now == nil:
	default:
		at, when := now(), "from now"
		if s.deadline < at {
			when = "ago"
		}
		text += fmt.Sprintf(", deadline is %.2f seconds %s", math.Abs(s.deadline-at), when)
	}
	return text
}

// String gives the scope as repr() does.
func (s *CancelScope) String() string {
	var now func() float64
	if s.runner != nil {
		now = s.runner.CurrentTime
	}
	return fmt.Sprintf("<trio.CancelScope at %p, %s>", s, s.Info(now))
}

// Label implements observe.Labeler.
func (s *CancelScope) Label() string { return "scope" }
