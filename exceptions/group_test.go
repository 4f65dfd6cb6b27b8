package exceptions_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/exceptions"
)

func TestGroupIsNamedByWhatItHolds(t *testing.T) {
	value := exceptions.ValueError("v")
	exit := exceptions.ErrGeneratorExit.New("")
	for _, c := range []struct {
		want string
		errs []error
	}{
		{"ExceptionGroup('g', [ValueError('v')])", []error{value}},
		{"BaseExceptionGroup('g', [ValueError('v'), GeneratorExit()])", []error{value, exit}},
		{"BaseExceptionGroup('g', [BaseExceptionGroup('in', [GeneratorExit()])])",
			[]error{exceptions.NewGroup("in", []error{exit})}},
		{"BaseExceptionGroup('g', [CancelledError('m')])", []error{exceptions.NewCancelled("m")}},
		{"ExceptionGroup('g', [ExceptionGroup('in', [ValueError('v')])])",
			[]error{exceptions.NewGroup("in", []error{value})}},
	} {
		if diff := cmp.Diff(c.want, exceptions.Repr(exceptions.NewGroup("g", c.errs))); diff != "" {
			t.Errorf("repr (-want +got):\n%s", diff)
		}
	}
}

func TestGroupRaisedFromNoneHidesItsContext(t *testing.T) {
	g := exceptions.NewGroup("g", []error{exceptions.ValueError("v")})
	g.Context = exceptions.NewCancelled(nil)
	if got := len(exceptions.Chain(g)); got != 2 {
		t.Errorf("chain of %d exceptions, want 2", got)
	}
	g.FromNone = true
	if got := len(exceptions.Chain(g)); got != 1 {
		t.Errorf("chain of %d exceptions after FromNone, want 1", got)
	}
}
