package signalsafe

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLinuxSignals(t *testing.T) {
	var want []Signal
	for s := Signal(1); s <= 64; s++ {
		if s != 32 && s != 33 {
			want = append(want, s)
		}
	}
	if d := cmp.Diff(want, validSignals()); d != "" {
		t.Errorf("valid (-want +got):\n%s", d)
	}
	for s, want := range map[Signal]string{
		SIGHUP: "SIGHUP", SIGUSR1: "SIGUSR1", SIGPWR: "SIGPWR", SIGIO: "SIGIO", 32: "Signal(32)", 33: "Signal(33)",
		34: "SIGRTMIN", 35: "SIGRTMIN+1", 40: "SIGRTMIN+6", 63: "SIGRTMIN+29", 64: "SIGRTMAX", 65: "Signal(65)",
	} {
		if got := s.String(); got != want {
			t.Errorf("String of %d: got %s, want %s", int(s), got, want)
		}
	}
	for text, want := range map[string]Signal{
		"RTMIN+1": 35, "sigrtmax": 64, "CLD": SIGCHLD, "SIGPOLL": SIGIO, "IOT": SIGABRT,
	} {
		if got, err := Parse(text); got != want || err != nil {
			t.Errorf("Parse(%q) = %v, %v, want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"32", "SIGRTMIN+30", "SIGRTMIN+0"} {
		if got, err := Parse(text); err == nil {
			t.Errorf("Parse(%q) = %v", text, got)
		}
	}
}
