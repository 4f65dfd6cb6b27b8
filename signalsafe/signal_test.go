package signalsafe

import (
	"errors"
	"testing"

	"asyncio/exceptions"

	"pgregory.net/rapid"
)

func TestNames(t *testing.T) {
	for s, want := range map[Signal]string{
		SIGINT: "SIGINT", SIGTERM: "SIGTERM", SIGABRT: "SIGABRT", 99: "Signal(99)", 0: "Signal(0)", -3: "Signal(-3)",
	} {
		if got := s.String(); got != want {
			t.Errorf("String of %d: got %s, want %s", int(s), got, want)
		}
	}
}

func TestParse(t *testing.T) {
	for text, want := range map[string]Signal{
		"SIGINT": SIGINT, "INT": SIGINT, "int": SIGINT, "2": SIGINT, "Term": SIGTERM, "15": SIGTERM, "ABRT": SIGABRT,
	} {
		if got, err := Parse(text); got != want || err != nil {
			t.Errorf("Parse(%q) = %v, %v, want %v", text, got, err, want)
		}
	}
	for text, want := range map[string]string{
		"":          `unknown signal ""`,
		"SIG":       `unknown signal "SIG"`,
		"SIGNOPE":   `unknown signal "SIGNOPE"`,
		"SIG_DFL":   `unknown signal "SIG_DFL"`,
		"0":         "invalid signal number 0",
		"-2":        "invalid signal number -2",
		"65":        "invalid signal number 65",
		"Signal(2)": `unknown signal "Signal(2)"`,
	} {
		_, err := Parse(text)
		if !errors.Is(err, exceptions.ErrValue) || err.Error() != want {
			t.Errorf("Parse(%q): %v, want %s", text, err, want)
		}
	}
}

func TestParseReadsWhatStringWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Signal(rapid.IntRange(-5, 200).Draw(t, "signal"))
		got, err := Parse(s.String())
		if Valid(s) && s.String()[0] == 'S' && s.String()[:3] == "SIG" && (got != s || err != nil) {
			t.Fatalf("Parse(%q) = %v, %v", s.String(), got, err)
		}
		if !Valid(s) && err == nil {
			t.Fatalf("Parse(%q) = %v for a signal that is not valid", s.String(), got)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"SIGINT", "2", "SIGRTMIN+1", "-1", "SIG", "９"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if s, err := Parse(text); err == nil && !Valid(s) {
			t.Errorf("Parse(%q) = %d, not a valid signal", text, int(s))
		}
	})
}

// validSignals lists what Valid accepts, far beyond the ends.
func validSignals() []Signal {
	var out []Signal
	for s := Signal(-2); s < 300; s++ {
		if Valid(s) {
			out = append(out, s)
		}
	}
	return out
}
