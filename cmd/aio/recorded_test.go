//go:build unix

package main

import (
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"asyncio/compare"
)

var update = flag.Bool("update", false, "record what CPython 3.13 makes of the programs in testdata/recorded")

var casesOf = regexp.MustCompile(`(?m)^# signals(?: (\w+))?: *(.*)$`)

// TestRecorded runs the programs of testdata/recorded in virtual time, each as
// CPython 3.13 was recorded to run it. A comment "# signals NAME: SIGINT@1s"
// adds a run with signals.
func TestRecorded(t *testing.T) {
	files, err := filepath.Glob("testdata/recorded/*.py")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		runs := casesOf.FindAllStringSubmatch(string(text), -1)
		if len(runs) == 0 {
			runs = [][]string{{"", "", ""}}
		}
		for _, run := range runs {
			t.Run(filepath.Base(file)+" "+run[1], func(t *testing.T) {
				o := compare.TestOptions{Case: run[1], Left: func(version string) compare.Side { return compare.AioSide(version, "aio", "run") }}
				o.Virtual, o.Timeout = true, 30*time.Second
				o.Normalisers = []compare.Normaliser{compare.PIDs, compare.Addresses}
				for _, s := range strings.Fields(run[2]) {
					signal, err := compare.ParseSignal(s)
					if err != nil {
						t.Fatal(err)
					}
					o.Signals = append(o.Signals, signal)
				}
				if *update {
					recorder, err := compare.Interpreter(context.Background(), realPython(t))
					if err != nil {
						t.Fatal(err)
					}
					o.Recorders = []compare.Side{recorder}
				}
				compare.Test(t, file, o)
			})
		}
	}
}

// realPython finds CPython 3.13 behind the fake one that the other tests use.
func realPython(t *testing.T) string {
	path := os.Getenv("PATH")
	_, rest, _ := strings.Cut(path, string(os.PathListSeparator))
	t.Setenv("PATH", rest)
	out, err := exec.Command("python3.13", "-c", "import sys; print(sys.executable)").Output()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", path)
	return strings.TrimSpace(string(out))
}
