//go:build unix

package compare

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// listener is a test that may fail.
type listener struct{ said []string }

func (l *listener) Helper() {}
func (l *listener) Errorf(format string, args ...any) {
	l.said = append(l.said, fmt.Sprintf(format, args...))
}
func (l *listener) Fatalf(format string, args ...any) { l.Errorf(format, args...) }

func TestTest(t *testing.T) {
	defer func(set bool) { *update = set }(*update)
	*update = false // Test looks at it
	file := write(t, "since 3.9 new\nout pid: 5\nerr last\nexit 1")
	signals := []Signal{{2, 0}}
	options := TestOptions{
		Options: Options{Virtual: true, Signals: signals, Normalisers: []Normaliser{PIDs}},
		Left:    func(version string) Side { return fakeSide(t, Aio, version) },
		Recorders: []Side{
			fakeSide(t, CPython, "3.8"), fakeSide(t, CPython, "3.9"), fakeSide(t, CPython, "3.91"),
		},
		Case: "int",
	}
	check := func(what string, o TestOptions, want ...string) {
		t.Helper()
		var l listener
		Test(&l, file, o)
		if len(l.said) != len(want) {
			t.Fatalf("%s: it says %q", what, l.said)
		}
		for i, w := range want {
			if !strings.Contains(l.said[i], w) {
				t.Errorf("%s: it says %s, not %s", what, l.said[i], w)
			}
		}
	}
	check("unrecorded", options, "is not recorded; run the test with -update")
	recording := options
	recording.Update = true
	check("recording", recording)
	got, err := ReadRecording(RecordingPath(file, "int"))
	want := Recording{Virtual: true, Signals: signals, Outcomes: []Recorded{
		{Python: []string{"3.8"}, Stdout: []string{"pid: N\n"}, ExitCode: 1, Stderr: "last"},
		{Python: []string{"3.9", "3.91"}, Stdout: []string{"new\n", "pid: N\n"}, ExitCode: 1, Stderr: "last"},
	}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("recorded %v\n%s", err, diff)
	}
	check("recorded", options)

	other := options
	other.Signals = nil
	check("other settings", other, "was recorded with other settings")

	wrong := options
	wrong.Left = func(string) Side { return fakeSide(t, Aio, "3.8") }
	check("wrong", wrong, "fake 3.8 ≠ recorded of CPython 3.91: standard output\n")
	wrong.Versions = []string{"3.8"}
	check("wrong where nobody looks", wrong)
	wrong.Versions = []string{"3.9", "3.91"}
	check("wrong twice", wrong, "recorded of CPython 3.9:", "recorded of CPython 3.91:")

	broken := options
	broken.Left = func(string) Side { return Side{Name: "none"} }
	check("broken", broken, "none: no command", "none: no command")
	if err := os.WriteFile(RecordingPath(file, "int"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	check("spoilt", options, "program.int.json: ")
}

func TestRecordFails(t *testing.T) {
	_, err := Record(context.Background(), Program{File: write(t, "")}, Options{}, []Side{{Name: "none"}})
	if err == nil {
		t.Error("it records nobody")
	}
}

func TestRecordingPath(t *testing.T) {
	for c, want := range map[string]string{"": "a/b.json", "int": "a/b.int.json"} {
		if got := RecordingPath(filepath.FromSlash("a/b.py"), c); got != filepath.FromSlash(want) {
			t.Errorf("case %q is kept in %s", c, got)
		}
	}
}
