package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"golang.org/x/perf/benchfmt"
)

const (
	// benchPackage holds the benchmarks.
	benchPackage = "asyncio/bench"
	// prefix begins the name of every Go benchmark.
	prefix = "Benchmark"
	// bareSuffix ends the name of a benchmark of the minimal loop.
	bareSuffix = "Bare"

	// oursLabel and bareLabel are the labels of the two Go contenders.
	oursLabel = "ours"
	bareLabel = "bare"
)

// suite is the Go benchmarks, built.
type suite struct {
	binary    string        // the test binary
	script    string        // the Python program beside the benchmarks
	benchtime time.Duration // how long one benchmark runs
}

// buildSuite builds the benchmarks into dir.
func buildSuite(ctx context.Context, dir string, benchtime time.Duration) (*suite, error) {
	source, err := output(exec.CommandContext(ctx, "go", "list", "-f", "{{.Dir}}", benchPackage))
	if err != nil {
		return nil, err
	}
	s := &suite{
		binary:    filepath.Join(dir, "bench.test"),
		script:    filepath.Join(strings.TrimSpace(string(source)), "python", "bench.py"),
		benchtime: benchtime,
	}
	_, err = output(exec.CommandContext(ctx, "go", "test", "-c", "-o", s.binary, benchPackage))
	return s, err
}

// contenders gives our loop and its minimal twin. A benchmark that is not there
// yet is one its contender does not have.
func (s *suite) contenders(ctx context.Context) ([]contender, error) {
	list, err := output(exec.CommandContext(ctx, s.binary, "-test.list=^"+prefix))
	if err != nil {
		return nil, err
	}
	ours, bare := splitNames(strings.Fields(string(list)))
	return []contender{
		{label: oursLabel, names: ours, measure: func(ctx context.Context, name string) (float64, error) {
			return s.measure(ctx, name)
		}},
		{label: bareLabel, names: bare, measure: func(ctx context.Context, name string) (float64, error) {
			return s.measure(ctx, name+bareSuffix)
		}},
	}, nil
}

// splitNames parts the names of Go benchmarks into those of our loop and those
// of the minimal one, both as names of measurements.
func splitNames(benchmarks []string) (ours, bare []string) {
	for _, full := range benchmarks {
		name, ok := strings.CutPrefix(full, prefix)
		if !ok || name == "" || name == bareSuffix {
			continue
		}
		if twin, ok := strings.CutSuffix(name, bareSuffix); ok {
			bare = append(bare, twin)
		} else {
			ours = append(ours, name)
		}
	}
	return ours, bare
}

// measure runs one benchmark, named without its prefix.
func (s *suite) measure(ctx context.Context, name string) (float64, error) {
	text, err := output(exec.CommandContext(ctx, s.binary,
		"-test.run=^$",
		"-test.bench=^"+regexp.QuoteMeta(prefix+name)+"$",
		"-test.benchtime="+s.benchtime.String()))
	if err != nil {
		return 0, err
	}
	times, err := parseBenchmarks(bytes.NewReader(text))
	if err != nil {
		return 0, err
	}
	ns, ok := times[name]
	if !ok {
		// A benchmark that skips itself prints no result and succeeds.
		return 0, errors.New("the benchmark gave no result")
	}
	return ns, nil
}

// parseBenchmarks reads what a test binary printed: the least nanoseconds per
// operation of each benchmark, by its name without the prefix and the number of
// processors. Sub-benchmarks keep their path.
func parseBenchmarks(r io.Reader) (map[string]float64, error) {
	times := map[string]float64{}
	reader := benchfmt.NewReader(r, "go test -bench")
	for reader.Scan() {
		switch record := reader.Result().(type) {
		case *benchfmt.SyntaxError:
			return nil, record
		case *benchfmt.Result:
			ns, ok := nsPerOp(record)
			if !ok {
				continue
			}
			if !(ns > 0) || math.IsInf(ns, 0) {
				return nil, fmt.Errorf("%s takes %v ns/op", record.Name, ns)
			}
			name := nameWithoutProcs(record.Name)
			if best, ok := times[name]; !ok || ns < best {
				times[name] = ns
			}
		}
	}
	return times, reader.Err()
}

// nsPerOp gives a result's nanoseconds as they were printed: benchfmt turns
// them into seconds, but keeps them too.
func nsPerOp(result *benchfmt.Result) (float64, bool) {
	for _, v := range result.Values {
		switch "ns/op" {
		case v.OrigUnit:
			return v.OrigValue, true
		case v.Unit:
			return v.Value, true
		}
	}
	return 0, false
}

// nameWithoutProcs drops the -N that go test puts behind a benchmark's name.
func nameWithoutProcs(name benchfmt.Name) string {
	_, parts := name.Parts()
	full := name.String()
	if last := len(parts) - 1; last >= 0 && parts[last][0] == '-' {
		return strings.TrimSuffix(full, string(parts[last]))
	}
	return full
}

// output runs a command and gives what it printed. The error of one that failed
// carries what it printed on either stream.
func output(cmd *exec.Cmd) ([]byte, error) {
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		said := bytes.TrimSpace(append(stderr.Bytes(), stdout.Bytes()...))
		return nil, fmt.Errorf("%s: %w\n%s", filepath.Base(cmd.Path), err, said)
	}
	return stdout.Bytes(), nil
}
