package conformance

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/exceptions"
	"asyncio/profile"
	"asyncio/task"
)

// A subclass of StopIteration is refused by no version; the last one wraps it.
func TestFutureTakesStopIterationSubclass(t *testing.T) {
	over := exceptions.NewClass("Over", exceptions.ErrStopIteration)
	for _, python := range profile.Names() {
		want := []string{"1 raised Over('x')", "2 end: None"}
		if python == "3.13" {
			want[0] = "1 raised RuntimeError('StopIteration interacts badly with generators and cannot be raised into a Future')"
		}
		got := newStage(t, python).play(scenario{async: func(s *stage, co *task.Co) (any, error) {
			f := s.t1Future()
			s.must(f.SetException(over.New("x")))
			s.log("%s", t1Outcome(f))
			return nil, nil
		}})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("CPython %s (-) and this loop (+) differ:\n%s", python, diff)
		}
	}
}

// StopIteration turns into RuntimeError where it leaves a coroutine, so one
// that awaits the coroutine already sees that.
func TestStopIterationLeavesNoCoroutine(t *testing.T) {
	raise := func(co *task.Co) (any, error) { return nil, exceptions.ErrStopIteration.New("1") }
	want := []string{"1 RuntimeError('coroutine raised StopIteration') from StopIteration('1')", "2 end: None"}
	got := newStage(t, profile.Default).play(scenario{async: func(s *stage, co *task.Co) (any, error) {
		_, err := co.AwaitCoroutine(s.coro(raise))
		if e, ok := err.(*exceptions.Error); ok {
			s.log("%s from %s", exceptions.Repr(e), exceptions.Repr(e.Cause))
			return nil, nil
		}
		return nil, err
	}})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("CPython (-) and this loop (+) differ:\n%s", diff)
	}
}
