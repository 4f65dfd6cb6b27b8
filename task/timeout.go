package task

import (
	"math"

	"asyncio/exceptions"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/process"
)

// TimeoutState is where a Timeout is on its way.
type TimeoutState uint8

// The states of a Timeout.
const (
	TimeoutCreated TimeoutState = iota
	TimeoutActive
	TimeoutExpiring
	TimeoutExpired
	TimeoutExited
)

// String gives the state as reprs print it.
func (s TimeoutState) String() string {
	return [...]string{"created", "active", "expiring", "expired", "finished"}[s]
}

// Never stands for the deadline None of a Timeout without one. An infinite
// deadline is another thing: it has a timer, which is never due.
const Never = NoTimeout

// Timeout cancels the task that entered it at a deadline and turns the
// CancelledError that leaves it into TimeoutError, as asyncio.Timeout.
type Timeout struct {
	loop    *loop.Loop
	when    float64 // loop time in seconds; Never for none
	state   TimeoutState
	task    *Task
	cancels int // cancel requests when it was entered
	soon    *handle.Handle
	timer   *handle.TimerHandle
}

// NewTimeout makes a Timeout whose deadline is when, in seconds of the loop's
// time; Never for none. l may be nil: the loop is that of the task that enters.
func NewTimeout(l *loop.Loop, when float64) *Timeout { return &Timeout{loop: l, when: when} }

// entered reports whether a task is within the block.
func (t *Timeout) entered() bool { return t.state == TimeoutActive || t.state == TimeoutExpiring }

// When gives the deadline in seconds of the loop's time.
func (t *Timeout) When() float64 { return t.when }

// Expired reports whether the deadline has passed while the Timeout was active.
func (t *Timeout) Expired() bool { return t.state == TimeoutExpiring || t.state == TimeoutExpired }

// State gives the Timeout's state.
func (t *Timeout) State() TimeoutState { return t.state }

// Reschedule changes the deadline. It fails with RuntimeError unless the
// Timeout is active.
func (t *Timeout) Reschedule(when float64) error {
	switch t.state {
	case TimeoutActive:
	case TimeoutCreated:
		return exceptions.RuntimeError("Timeout has not been entered")
	default:
		return exceptions.RuntimeError("Cannot change state of %s Timeout", t.state)
	}
	t.when = when
	t.disarm()
	if when == Never {
		return nil
	}
	var err error
	if when <= t.loop.Time() {
		t.soon, err = t.loop.CallSoonIn((*expiry)(t), nil, t.loop.CurrentContext().Vars())
	} else {
		t.timer, err = t.loop.CallAtIn(when, (*expiry)(t), nil, t.loop.CurrentContext().Vars())
	}
	return err
}

func (t *Timeout) disarm() {
	if t.soon != nil {
		t.soon.Cancel()
		t.soon = nil
	}
	if t.timer != nil {
		t.timer.Cancel()
		t.timer = nil
	}
}

// Enter makes the Timeout active in co's task. It fails with RuntimeError when
// it was entered before.
func (t *Timeout) Enter(co *Co) error {
	if co == nil {
		return t.EnterTask(nil)
	}
	return t.EnterTask(co.task)
}

// EnterTask is Enter for the task that runs now, nil for none.
func (t *Timeout) EnterTask(in *Task) error {
	if t.state != TimeoutCreated {
		return exceptions.RuntimeError("Timeout has already been entered")
	}
	if in == nil {
		return exceptions.RuntimeError("Timeout should be used inside a task")
	}
	t.state, t.loop, t.task, t.cancels = TimeoutActive, in.loop, in, in.cancels
	return t.Reschedule(t.when)
}

// Exit ends the Timeout. err is what the code inside returned; what comes back
// is err, or TimeoutError where the deadline was the only reason for its
// CancelledError.
func (t *Timeout) Exit(err error) error {
	t.disarm()
	switch t.state {
	case TimeoutActive:
		t.state = TimeoutExited
	case TimeoutExpiring:
		t.state = TimeoutExpired
		if t.task.Uncancel() > t.cancels || err == nil {
			return err
		}
		if exceptions.IsCancelled(err) {
			return exceptions.ErrTimeout.New("").WithCause(err)
		}
		if t.loop.State().Profile.TimeoutMarksContext {
			markTimeout(err)
			if g, ok := err.(exceptions.Grouped); ok {
				for _, e := range g.GroupErrors() {
					markTimeout(e)
				}
			}
		}
	}
	return err
}

// markTimeout puts a TimeoutError before the first CancelledError in err's
// chain of contexts, so that a report shows that time was up.
func markTimeout(err error) {
	for ctx := contextOf(err); ctx != nil && *ctx != nil; ctx = contextOf(*ctx) {
		if exceptions.IsCancelled(*ctx) {
			*ctx = exceptions.ErrTimeout.New("").WithCause(*ctx)
			return
		}
	}
}

func contextOf(err error) *error {
	switch e := err.(type) {
	case *exceptions.Error:
		return &e.Context
	case *exceptions.Group:
		return &e.Context
	case exceptions.Contexted:
		return e.ContextRef()
	}
	return nil
}

// expiry is the Timeout as its timer's callback.
type expiry Timeout

// Call implements handle.Callback.
func (e *expiry) Call() error {
	t := (*Timeout)(e)
	_, err := t.task.TryCancel(nil)
	t.state = TimeoutExpiring
	t.soon, t.timer = nil, nil
	return err
}

// DescribeCallback implements handle.Describer.
func (e *expiry) DescribeCallback(bool) string { return "Timeout._on_timeout()" }

// String gives the Timeout as repr() does.
func (t *Timeout) String() string {
	s := "<Timeout [" + t.state.String() + "]"
	if t.state == TimeoutActive {
		when := "None"
		if t.when != Never {
			when = process.FloatRepr(math.Round(t.when*1000) / 1000)
		}
		s += " when=" + when
	}
	return s + ">"
}
