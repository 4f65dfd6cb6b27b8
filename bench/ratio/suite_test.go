package main

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseBenchmarks(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       map[string]float64
		err        string
	}{
		{name: "nothing", text: "", want: map[string]float64{}},
		{
			name: "a whole run",
			text: "goos: linux\npkg: asyncio/bench\n" +
				"BenchmarkStepBare-2   \t 3670872\t        94.51 ns/op\t       0 B/op\t       0 allocs/op\n" +
				"PASS\n",
			want: map[string]float64{"StepBare": 94.51},
		},
		{name: "one processor has no suffix", text: "BenchmarkStep 10 7 ns/op\n", want: map[string]float64{"Step": 7}},
		{name: "a sub-benchmark keeps its path", text: "BenchmarkStep/n=3-16 10 7 ns/op\n", want: map[string]float64{"Step/n=3": 7}},
		{name: "the best counts", text: "BenchmarkA-2 1 9 ns/op\nBenchmarkA-2 1 5 ns/op\nBenchmarkA-2 1 8 ns/op\n", want: map[string]float64{"A": 5}},
		{name: "another unit first", text: "BenchmarkA-2 1 3 MB/s 2.5e+09 ns/op\n", want: map[string]float64{"A": 2.5e9}},
		{name: "no time", text: "BenchmarkA-2 1 3 MB/s\n", want: map[string]float64{}},
		{name: "a skipped one", text: "BenchmarkA\n--- SKIP: BenchmarkA\n", want: map[string]float64{}},
		{name: "no count", text: "BenchmarkA-2 many 3 ns/op\n", err: "parsing iteration count"},
		{name: "no measurement", text: "BenchmarkA-2 10\n", err: "missing measurements"},
		{name: "zero", text: "BenchmarkA-2 1 0 ns/op\n", err: "takes 0 ns/op"},
		{name: "negative", text: "BenchmarkA-2 1 -3 ns/op\n", err: "takes -3 ns/op"},
		{name: "not a number", text: "BenchmarkA-2 1 NaN ns/op\n", err: "takes NaN ns/op"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := parseBenchmarks(strings.NewReader(test.text))
			if test.err == "" && err != nil || test.err != "" && (err == nil || !strings.Contains(err.Error(), test.err)) {
				t.Fatalf("error %v, want one with %q", err, test.err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("times (-want +got):\n%s", diff)
			}
		})
	}
}

// FuzzParseBenchmarks checks that what is read can be divided by.
func FuzzParseBenchmarks(f *testing.F) {
	f.Add("BenchmarkStepBare-2   \t 3670872\t        94.51 ns/op\t       0 B/op\n")
	f.Add("BenchmarkA/b=c-1 1 1e300 ns/op\nUnit ns/op better=lower\n")
	f.Add("Benchmark-2 1 +Inf ns/op")
	f.Add("BenchmarkA- 1 0x1p-1074 ns/op")
	f.Fuzz(func(t *testing.T, text string) {
		got, err := parseBenchmarks(strings.NewReader(text))
		if err != nil {
			return
		}
		for name, ns := range got {
			if !(ns > 0) || math.IsInf(ns, 0) {
				t.Errorf("%q takes %v", name, ns)
			}
			if !strings.Contains(text, prefix+name) {
				t.Errorf("there is no %q", name)
			}
		}
	})
}

func TestSplitNames(t *testing.T) {
	ours, bare := splitNames([]string{"BenchmarkA", "BenchmarkABare", "BenchmarkBBare", "Benchmark", "BenchmarkBare", "TestA", "BenchmarkBarely"})
	if diff := cmp.Diff([]string{"A", "Barely"}, ours); diff != "" {
		t.Errorf("ours (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"A", "B"}, bare); diff != "" {
		t.Errorf("bare (-want +got):\n%s", diff)
	}
}
