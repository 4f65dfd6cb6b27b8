package signalsafe

import (
	"errors"
	"testing"

	"asyncio/exceptions"

	"github.com/google/go-cmp/cmp"
)

func TestWindowsSignals(t *testing.T) {
	want := []Signal{SIGINT, SIGILL, SIGFPE, SIGSEGV, SIGTERM, SIGBREAK, SIGABRT}
	if d := cmp.Diff(want, validSignals()); d != "" {
		t.Errorf("valid (-want +got):\n%s", d)
	}
	if SIGABRT != 22 || SIGBREAK.String() != "SIGBREAK" {
		t.Errorf("SIGABRT %d, SIGBREAK %v", SIGABRT, SIGBREAK)
	}
	_, err := NewTable(NewDoor()).SetHandler(9, Ignore())
	if !errors.Is(err, exceptions.ErrValue) || err.Error() != "invalid signal value" {
		t.Errorf("SetHandler(9): %v", err)
	}
}

func TestWindowsCapturesWhatCanArrive(t *testing.T) {
	table := NewTable(NewDoor())
	for _, s := range validSignals() {
		if _, err := table.SetHandler(s, Func(func(Signal) error { return nil }, nil)); err != nil {
			t.Fatal(err)
		}
	}
	if !table.Hold() {
		t.Fatal("not held")
	}
	if d := cmp.Diff([]Signal{SIGINT, SIGTERM}, table.Captured()); d != "" {
		t.Errorf("captured (-want +got):\n%s", d)
	}
	table.Release()
}
