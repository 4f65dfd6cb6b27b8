package compare

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Recording is what the CPythons made of a program, kept beside it as a file so
// that it can be compared with where there is no Python.
type Recording struct {
	// Virtual, Epoch, Seed, Signals and Args are those of the run.
	Virtual bool     `json:"virtual,omitempty"`
	Epoch   float64  `json:"epoch,omitempty"`
	Seed    *int64   `json:"seed,omitempty"`
	Signals []Signal `json:"signals,omitempty"`
	Args    []string `json:"args,omitempty"`
	// Outcomes are those that differ, each with the versions that agree on it.
	Outcomes []Recorded `json:"outcomes"`
}

// Recorded is one outcome of a Recording, with the normalisers applied.
type Recorded struct {
	// Python are the versions, such as "3.8", the oldest first.
	Python []string `json:"python"`
	// Stdout are the lines, each with its line feed.
	Stdout   []string `json:"stdout"`
	ExitCode int      `json:"exit"`
	Signal   string   `json:"signal,omitempty"`
	// Stderr is the last line of standard error.
	Stderr string `json:"stderr,omitempty"`
}

// result is what was recorded, as far as it counts.
func (r Recorded) result() Result {
	return Result{
		Stdout:   strings.Join(r.Stdout, ""),
		Stderr:   r.Stderr,
		ExitCode: r.ExitCode, Signal: r.Signal,
		LastStderrLine: r.Stderr,
	}
}

// Record runs the program on each side and notes which versions agree. A side
// that cannot run is an error.
func Record(ctx context.Context, program Program, options Options, sides []Side) (Recording, error) {
	recording := newRecording(program, options)
	for _, o := range RunAll(ctx, program, options, sides) {
		if o.Err != nil {
			return Recording{}, o.Err
		}
		i := slices.IndexFunc(recording.Outcomes, func(r Recorded) bool {
			return len(Differences(r.result(), o.Result, options.Normalisers...)) == 0
		})
		if i >= 0 {
			recording.Outcomes[i].Python = append(recording.Outcomes[i].Python, o.Side.Version)
			continue
		}
		stdout := strings.SplitAfter(normalise(o.Result.Stdout, options.Normalisers), "\n")
		recording.Outcomes = append(recording.Outcomes, Recorded{
			Python:   []string{o.Side.Version},
			Stdout:   slices.DeleteFunc(stdout, func(l string) bool { return l == "" }),
			ExitCode: o.Result.ExitCode,
			Signal:   o.Result.Signal,
			Stderr:   normalise(o.Result.LastStderrLine, options.Normalisers),
		})
	}
	return recording, nil
}

// newRecording notes how a program is run.
func newRecording(program Program, options Options) Recording {
	return Recording{
		Virtual: options.Virtual, Epoch: options.Epoch, Seed: options.Seed,
		Signals: options.Signals, Args: program.Args,
	}
}

// ReadRecording reads a file that [Recording.Write] wrote.
func ReadRecording(path string) (r Recording, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return r, err
	}
	if err = json.Unmarshal(data, &r); err != nil {
		err = fmt.Errorf("%s: %w", path, err)
	}
	return r, err
}

// Write writes the recording to a file, as JSON with a line for each line of
// output.
func (r Recording) Write(path string) error {
	data, err := r.encode()
	if err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

func (r Recording) encode() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(r)
	return b.Bytes(), err
}

// sameRun tells whether two recordings are of runs with the same settings.
func (r Recording) sameRun(other Recording) bool {
	r.Outcomes, other.Outcomes = nil, nil
	a, errA := r.encode()
	b, errB := other.encode()
	return errA == nil && errB == nil && bytes.Equal(a, b)
}

// T is what Test needs of a *testing.T.
type T interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// TestOptions say what Test compares.
type TestOptions struct {
	Options
	// Left gives the side under test for a version of Python. Required.
	Left func(version string) Side
	// Versions are those to compare with; empty stands for the newest of each
	// recorded outcome.
	Versions []string
	// Recorders are the CPythons that -update records; empty stands for all
	// that Interpreters finds.
	Recorders []Side
	// Case tells several recordings of one program apart, such as one with a
	// signal and one without.
	Case string
	// Args and Stdin are the program's.
	Args  []string
	Stdin []byte
	// Update records. It is also on if the test binary has a flag "update" of
	// its own that is set.
	Update bool
}

// Test compares a program with what was recorded of it in file.json (or
// file.CASE.json), where file is the program's path without .py. With -update
// the CPythons of this machine are run first and the recording is written; no
// Python is needed otherwise.
//
// The program runs in its folder and is called by its bare name, so that
// nothing recorded names the folder.
func Test(t T, file string, options TestOptions) {
	t.Helper()
	program := Program{
		File: filepath.Base(file), Dir: filepath.Dir(file),
		Args: options.Args, Stdin: options.Stdin,
	}
	path := RecordingPath(file, options.Case)
	if options.Update || updateFlag() {
		if err := recordAnew(path, program, options); err != nil {
			t.Fatalf("recording %s: %v", file, err)
			return
		}
	}
	recording, err := ReadRecording(path)
	if errors.Is(err, os.ErrNotExist) {
		t.Fatalf("%s is not recorded; run the test with -update where there is a CPython", file)
		return
	}
	if err != nil {
		t.Fatalf("%v", err)
		return
	}
	if !recording.sameRun(newRecording(program, options.Options)) {
		t.Fatalf("%s was recorded with other settings; run the test with -update", path)
		return
	}
	for _, recorded := range recording.Outcomes {
		for _, version := range wanted(recorded.Python, options.Versions) {
			left := options.Left(version)
			result, err := Run(context.Background(), left, program, options.Options)
			if err != nil {
				t.Errorf("%s: %v", file, err)
				continue
			}
			right := recorded.result()
			if d := Differences(result, right, options.Normalisers...); len(d) > 0 {
				c := Comparison{
					Left:        Outcome{Side: left, Result: result},
					Right:       Outcome{Side: Side{Name: "recorded of CPython " + version}, Result: right},
					Differences: d, normalisers: options.Normalisers,
				}
				t.Errorf("%s: %s\nstandard error:\n%s", file, c.text(testWidth), result.Stderr)
			}
		}
	}
}

// testWidth is the width of Test's reports, in columns.
const testWidth = 120

// RecordingPath is where Test keeps what it records of a program.
func RecordingPath(file, testCase string) string {
	path := strings.TrimSuffix(file, ".py")
	if testCase != "" {
		path += "." + testCase
	}
	return path + ".json"
}

func recordAnew(path string, program Program, options TestOptions) error {
	recorders := options.Recorders
	if len(recorders) == 0 {
		recorders = Interpreters(context.Background())
	}
	if len(recorders) == 0 {
		return errors.New("there is no CPython here")
	}
	recording, err := Record(context.Background(), program, options.Options, recorders)
	if err != nil {
		return err
	}
	return recording.Write(path)
}

// updateFlag tells whether the program has a flag -update that is set.
func updateFlag() bool {
	f := flag.Lookup("update")
	return f != nil && f.Value.String() == "true"
}

// wanted are the versions of an outcome that are to be compared with.
func wanted(recorded, asked []string) []string {
	if len(asked) == 0 {
		return recorded[max(0, len(recorded)-1):]
	}
	return slices.DeleteFunc(slices.Clone(recorded), func(v string) bool { return !slices.Contains(asked, v) })
}
