package compare

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// oracleCases are the programs of testdata/oracle. What they print was recorded
// in virtual time; but for the dates, they print the same in real time.
func oracleCases() map[string]TestOptions {
	at := func(texts ...string) TestOptions {
		o := TestOptions{Options: Options{Virtual: true, Timeout: time.Minute, Normalisers: []Normaliser{Addresses}}}
		for _, text := range texts {
			s, err := ParseSignal(text)
			if err != nil {
				panic(err)
			}
			o.Signals = append(o.Signals, s)
		}
		return o
	}
	plain := at()
	seed := int64(3)
	plain.Seed, plain.Args, plain.Stdin = &seed, []string{"-x", "a b"}, []byte("two words\n")
	later := at()
	later.Epoch = 1_700_000_000
	return map[string]TestOptions{
		"sleeps": at(), "epoch": at(), "epoch.later": later, "tasks": at(), "threads": at(), "timers": at(), "executor": at(),
		"alarms": at(), "handlers": at(), "pipes": at(), "turns": at(), "hidden": at(), "deadlock": at(),
		"plain":             plain,
		"interrupted":       at("SIGINT@300ms"),
		"interrupted.twice": at("SIGINT@300ms", "SIGINT@400ms"),
		"interrupted.term":  at("SIGTERM@1s"),
		"deaf":              at("SIGINT@1s", "SIGTERM@2s", "SIGINT@3s"),
		"shutdown":          at(), "shutdown.int": at("SIGINT@1s"), "children": at(),
	}
}

func TestOracle(t *testing.T) {
	pythons := Interpreters(context.Background())
	if len(pythons) == 0 {
		t.Skip("no CPython 3.8 to 3.13 found: what the oracle does is not checked")
	}
	pythons = pythons[max(0, len(pythons)-pythonsTried):]
	for name, options := range oracleCases() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			base, testCase, _ := strings.Cut(name, ".")
			file := filepath.Join("testdata", "oracle", base+".py")
			program := Program{
				File: filepath.Base(file), Dir: filepath.Dir(file), Args: options.Args, Stdin: options.Stdin,
			}
			live, err := Record(context.Background(), program, options.Options, pythons)
			if err != nil {
				t.Fatal(err)
			}
			path := RecordingPath(file, testCase)
			if *update {
				if err := live.Write(path); err != nil {
					t.Fatal(err)
				}
			}
			recorded, err := ReadRecording(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(onlyOf(recorded, pythons), onlyOf(live, pythons)); diff != "" {
				t.Errorf("-recorded +live\n%s", diff)
			}
		})
	}
}

// onlyOf leaves the versions that this machine has.
func onlyOf(r Recording, pythons []Side) Recording {
	var outcomes []Recorded
	for _, o := range r.Outcomes {
		o.Python = slices.DeleteFunc(slices.Clone(o.Python), func(version string) bool {
			return !slices.ContainsFunc(pythons, func(s Side) bool { return s.Version == version })
		})
		if len(o.Python) > 0 {
			outcomes = append(outcomes, o)
		}
	}
	r.Outcomes = outcomes
	return r
}

// A CPython's own start is reported, and the signal ends it as at a terminal.
func TestRealSignal(t *testing.T) {
	pythons := Interpreters(context.Background())
	if len(pythons) == 0 {
		t.Skip("no CPython 3.8 to 3.13 found: real signals to it are not checked")
	}
	// A signal that comes just before CPython sleeps waits for that sleep's end.
	file := write(t, "import os, time\nprint('AIO_START' in os.environ, flush=True)\nwhile True: time.sleep(0.01)\n")
	t.Chdir(filepath.Dir(file))
	options := Options{Signals: []Signal{{2, 0}}}
	for _, o := range RunAll(context.Background(), Program{File: filepath.Base(file)}, options, pythons) {
		// The signal may come before the print: it is sent at the first statement.
		if o.Err != nil || o.Result.Signal != "SIGINT" || o.Result.LastStderrLine != "KeyboardInterrupt" ||
			strings.Contains(o.Result.Stdout, "True") {
			t.Errorf("%s: %+v", o.Side.Name, o)
		}
	}
}

// No recording is of a program that is gone, and none is missing.
func TestRecordingsAreComplete(t *testing.T) {
	cases := oracleCases()
	files, err := filepath.Glob(filepath.Join("testdata", "oracle", "*.json"))
	if err != nil || len(files) != len(cases) {
		t.Errorf("%d recordings of %d cases, %v", len(files), len(cases), err)
	}
	for name := range cases {
		r, err := ReadRecording(filepath.Join("testdata", "oracle", name+".json"))
		if err != nil || len(r.Outcomes) == 0 {
			t.Errorf("%s: %d outcomes, %v", name, len(r.Outcomes), err)
		}
	}
	if programs, _ := os.ReadDir(filepath.Join("testdata", "oracle")); len(programs) < len(cases) {
		t.Errorf("%d files", len(programs))
	}
}
