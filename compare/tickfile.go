package compare

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"asyncio/trace"
)

// TicksPath is where TestTicks keeps what it records of a program.
func TicksPath(file, testCase, version string) string {
	return strings.TrimSuffix(RecordingPath(file, testCase), ".json") + "." + version + ".ticks"
}

// WriteTicks keeps what a side's loops did in a file.
func WriteTicks(path string, o TickOutcome) error {
	if o.Err != nil {
		return o.Err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "# %s\n", o.Side.Name)
	if err := trace.WriteIterations(&b, o.Iterations); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

// ReadTicks reads what WriteTicks wrote.
func ReadTicks(path string) ([]trace.Iteration, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	its, err := trace.ReadIterations(f)
	if err != nil {
		err = fmt.Errorf("%s: %w", path, err)
	}
	return its, err
}

// TestTicks compares what a program's loops do, iteration by iteration, with
// what was recorded of it beside the program, in file.VERSION.ticks (or
// file.CASE.VERSION.ticks) for each of options.Versions. With -update the
// CPythons of this machine are run first and the recordings are written; no
// Python is needed otherwise. The run is as Test's; virtual time is what makes
// ticks comparable.
func TestTicks(t T, file string, options TestOptions) {
	t.Helper()
	program := Program{
		File: filepath.Base(file), Dir: filepath.Dir(file),
		Args: options.Args, Stdin: options.Stdin,
	}
	ctx := context.Background()
	for _, version := range options.Versions {
		path := TicksPath(file, options.Case, version)
		if options.Update || updateFlag() {
			if err := recordTicks(ctx, path, program, options, version); err != nil {
				t.Fatalf("recording %s: %v", file, err)
				return
			}
		}
		right := TickOutcome{Side: Side{Name: "recorded of CPython " + version}}
		if right.Iterations, right.Err = ReadTicks(path); errors.Is(right.Err, os.ErrNotExist) {
			t.Fatalf("the ticks of %s are not recorded; run the test with -update where there is a CPython %s", file, version)
			return
		}
		c := TickComparison{Left: Ticks(ctx, options.Left(version), program, options.Options), Right: right}
		if c.Err() == nil {
			c.Verdict = trace.Compare(c.Left.Iterations, right.Iterations, !options.Virtual)
		}
		if c.Err() != nil || c.Verdict.Divergence != nil {
			t.Errorf("%s: %s", file, c.text(testWidth))
		}
	}
}

func recordTicks(ctx context.Context, path string, program Program, options TestOptions, version string) error {
	for _, side := range options.Recorders {
		if side.Version == version {
			return WriteTicks(path, Ticks(ctx, side, program, options.Options))
		}
	}
	side, err := Interpreter(ctx, "python"+version)
	if err != nil {
		return err
	}
	return WriteTicks(path, Ticks(ctx, side, program, options.Options))
}
