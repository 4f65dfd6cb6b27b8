package loop

import (
	"testing"

	"asyncio/clock"
	"asyncio/process"
)

// bareLoop makes a loop in virtual time, without tasks, that the test closes.
func bareLoop(t *testing.T) *Loop {
	t.Helper()
	state := process.NewSimulated()
	state.Logger = process.LogFunc(func(process.Level, string) {})
	l, err := New(Config{State: state, Clock: clock.NewVirtual(0)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}
