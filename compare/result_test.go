package compare

import (
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDifferences(t *testing.T) {
	for _, c := range []struct {
		name        string
		a, b        Result
		normalisers []Normaliser
		want        []string
	}{
		{"the same", Result{Stdout: "x\n", LastStderrLine: "e"}, Result{Stdout: "x\n", LastStderrLine: "e"}, nil, nil},
		{"stderr but for its last line", Result{Stderr: "a\ne\n", LastStderrLine: "e"}, Result{Stderr: "b\ne\n", LastStderrLine: "e"}, nil, nil},
		{
			"everything", Result{Stdout: "x", ExitCode: 1, LastStderrLine: "e"}, Result{Stdout: "y", LastStderrLine: "f"}, nil,
			[]string{"stdout", "end", "stderr"},
		},
		{"a missing line feed", Result{Stdout: "x"}, Result{Stdout: "x\n"}, nil, []string{"stdout"}},
		{"signals", Result{ExitCode: -1, Signal: "SIGINT"}, Result{ExitCode: -1, Signal: "SIGTERM"}, nil, []string{"end"}},
		{"a signal and a status", Result{ExitCode: -1, Signal: "SIGINT"}, Result{ExitCode: 130}, nil, []string{"end"}},
		{
			"addresses not set aside", Result{Stdout: "at 0x7f00001"}, Result{Stdout: "at 0x7f00002"}, nil,
			[]string{"stdout"},
		},
		{
			"addresses set aside",
			Result{Stdout: "at 0x7f00001", LastStderrLine: "pid 5"}, Result{Stdout: "at 0x7f00002", LastStderrLine: "pid 6"},
			[]Normaliser{Addresses, PIDs}, nil,
		},
		{
			"deadlocks in other words",
			Result{ExitCode: 77, Stderr: "deadlock: a\n", LastStderrLine: "deadlock: a"},
			Result{ExitCode: 77, Stderr: "deadlock: b\n  Task-1\n", LastStderrLine: "  Task-1"}, nil, nil,
		},
		{
			"77 alone is no deadlock",
			Result{ExitCode: 77, LastStderrLine: "a"}, Result{ExitCode: 77, LastStderrLine: "b"}, nil,
			[]string{"stderr"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, Differences(c.a, c.b, c.normalisers...)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestNormalisers(t *testing.T) {
	sorted := SortRuns(regexp.MustCompile(`^\[`))
	for _, c := range []struct {
		name, text, want string
		normaliser       Normaliser
	}{
		{"pid", "PID: 4711\nmy pid=12, pid 3\n", "PID: N\nmy pid=N, pid N\n", PIDs},
		{"no pid", "rapid: 12\npid12\npids: 3\n", "rapid: 12\npid12\npids: 3\n", PIDs},
		{"address", "<A object at 0x7f3A9c>, 0xff\n", "<A object at 0x…>, 0xff\n", Addresses},
		{"runs", "[2] b\n[1] a\nx\n[3] c\n[1] d\n", "[1] a\n[2] b\nx\n[1] d\n[3] c\n", sorted},
		{"a run at the end", "x\n[2] b\n[1] a\n", "x\n[1] a\n[2] b\n", sorted},
		{"nothing", "", "", sorted},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, c.normaliser(c.text)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestLastLine(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "\n\n": "", "a": "a", "a\nb\n": "b", "a\r\nb\r\n": "b", "a\n  b \n \n": "  b",
	} {
		if got := lastLine(text); got != want {
			t.Errorf("lastLine(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestParseSignal(t *testing.T) {
	s, err := ParseSignal("int@1500ms")
	if err != nil || s.String() != "SIGINT@1.5s" {
		t.Errorf("%v, %v", s, err)
	}
	for _, bad := range []string{"SIGINT", "SIGNONE@1s", "SIGINT@soon", "SIGINT@-1s", "@1s"} {
		if s, err := ParseSignal(bad); err == nil {
			t.Errorf("%q is read as %v", bad, s)
		}
	}
}

func TestParseProbe(t *testing.T) {
	for said, want := range map[string][2]string{
		"cpython 3 13 0 /opt/a b/python3\n": {"3.13.0", "/opt/a b/python3"},
		"cpython 3 8 18 \r\n":               {"3.8.18", ""},
	} {
		version, path, err := parseProbe(said)
		if err != nil || version != want[0] || path != want[1] {
			t.Errorf("%q is read as %q, %q, %v", said, version, path, err)
		}
	}
	for _, bad := range []string{"", "hello", "pypy 3 10 1 /x", "cpython 3 7 1 /x", "cpython 2 7 18 /x", "cpython 4 0 0 /x"} {
		if version, _, err := parseProbe(bad); err == nil {
			t.Errorf("%q is read as %q", bad, version)
		}
	}
}
