package examples_test

import (
	"bytes"
	"errors"
	"testing"

	"asyncio"
	"asyncio/examples"
	"asyncio/runners"
)

// TestShieldOnWindows: the loop has no add_signal_handler there, and the demo
// ends as its Python twin does.
func TestShieldOnWindows(t *testing.T) {
	state, err := asyncio.NewSimulatedState("3.13")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	err = examples.List()[0].Run(&out, 0, asyncio.WithState(state), asyncio.WithVirtualTime())
	if !errors.Is(err, asyncio.ErrNotImplemented) {
		t.Errorf("got %v, want NotImplementedError", err)
	}
	if code, by := runners.Status(err); code != 1 || by != 0 {
		t.Errorf("status %d, signal %v; want status 1", code, by)
	}
	if got := tidy(out.String()); len(got) != 1 || got[0] != "PID: n" {
		t.Errorf("printed %q, want the process id alone", got)
	}
}
