//go:build unix

package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"asyncio/compare"
	"asyncio/profile"
)

// userPath is PATH as it was before this binary put its stand-ins for Python
// there.
var userPath = os.Getenv("PATH")

// programs is the corpus: a folder a category, a file a program, beside each
// what the CPythons made of it.
const programs = "../../testdata/programs"

// pythons finds the CPythons of the user's PATH; tests have one of their own.
func pythons(t *testing.T) []compare.Side {
	t.Helper()
	path := os.Getenv("PATH")
	t.Setenv("PATH", userPath)
	defer t.Setenv("PATH", path)
	return compare.Interpreters(t.Context())
}

// TestPrograms (under the race detector only some of the programs without
// threads and signals) runs the corpus in virtual time as a user would, with each
// profile that was recorded to differ, and compares with the recordings.
func TestPrograms(t *testing.T) {
	files, err := filepath.Glob(programs + "/*/*.py")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	var recorders []compare.Side
	if *update {
		recorders = pythons(t)
	}
	for i, file := range files {
		category := filepath.Base(filepath.Dir(file))
		if i%playedPrograms != 0 && category != "threads" && category != "signals" {
			continue
		}
		name := category + "/" + strings.TrimSuffix(filepath.Base(file), ".py")
		t.Run(name, func(t *testing.T) {
			if !*update { // t.Setenv and t.Parallel exclude each other
				t.Parallel()
			}
			options, err := directives(file)
			if err != nil {
				t.Fatal(err)
			}
			options.Recorders = recorders
			compare.Test(t, file, options)
		})
	}
}

// directives reads the comments at a program's top that say how to run it:
// "# signal: SIGINT@2s", "# args: a b", "# seed: 5", "# trio: 0.22", and "# python: 3.11" for a
// program whose language or whose other modules are those of 3.11 or later: the
// profiles are of asyncio only.
func directives(file string) (compare.TestOptions, error) {
	seed := int64(0)
	options := compare.TestOptions{
		Options: compare.Options{Virtual: true, Epoch: compare.Epoch, Seed: &seed, Timeout: time.Minute,
			Normalisers: []compare.Normaliser{compare.PIDs, compare.Addresses}},
		Left: func(version string) compare.Side { return compare.AioSide(version, "aio", "run") },
	}
	f, err := os.Open(file)
	if err != nil {
		return options, err
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan() && strings.HasPrefix(lines.Text(), "#"); {
		key, value, _ := strings.Cut(strings.TrimSpace(strings.TrimPrefix(lines.Text(), "#")), ": ")
		switch key {
		case "signal":
			s, err := compare.ParseSignal(value)
			if err != nil {
				return options, err
			}
			options.Signals = append(options.Signals, s)
		case "args":
			options.Args = strings.Fields(value)
		case "python":
			first := slices.Index(profile.Names(), value)
			if first < 0 {
				return options, fmt.Errorf("%s: no version %s", file, value)
			}
			options.Versions = profile.Names()[first:]
		case "trio":
			options.Left = func(version string) compare.Side { return compare.AioSide(version, "aio", "run", "--trio", value) }
		case "seed":
			if seed, err = strconv.ParseInt(value, 10, 64); err != nil {
				return options, err
			}
		}
	}
	return options, nil
}
