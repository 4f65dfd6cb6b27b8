// Command cpython runs CPython's own tests of asyncio, unmodified, in this
// interpreter and prints the table of docs/cpython-tests.md:
//
//	go run ./conformance/cpython > docs/cpython-tests.md
//
// It needs the library of an installed CPython 3.13 with its tests: the one that
// python3.13 names, or -lib. asyncio, unittest and every module that the
// interpreter has are its own; the run fails if one of them was not.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	lib := flag.String("lib", "", "The `DIR` of CPython's library, such as /usr/lib/python3.13.")
	python := flag.String("python", "", "Run the tests in this `CPYTHON` instead, to see that they are counted rightly.")
	aio := flag.String("aio", "", "The `BINARY` of aio; built if not given.")
	only := flag.String("file", "", "Run the tests of this `FILE` only, such as test_locks.")
	limit := flag.Duration("test-timeout", 30*time.Second, "How long a test may take.")
	flag.Parse()
	if err := run(os.Stdout, os.Stderr, *lib, *python, *aio, *only, *limit); err != nil {
		fmt.Fprintln(os.Stderr, "cpython:", err)
		os.Exit(1)
	}
}

// errNoCPython tells that there is no CPython whose tests could be run.
var errNoCPython = errors.New("no CPython 3.13 with its tests is installed; -lib names its library")

func run(w, progress io.Writer, lib, python, aio, only string, limit time.Duration) error {
	dir, err := os.MkdirTemp("", "cpytests")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	r := &runner{dir: dir, limit: limit, python: python, aio: aio, progress: progress}
	if r.lib, _, err = library(lib); err != nil {
		return err
	}
	if r.aio == "" && r.python == "" {
		r.aio = filepath.Join(dir, "aio")
		if out, err := exec.Command("go", "build", "-o", r.aio, "./cmd/aio").CombinedOutput(); err != nil {
			return fmt.Errorf("building aio: %w\n%s", err, out)
		}
	}
	files := map[string]*fileResult{}
	var results []groupResult
	for _, g := range groups {
		if only != "" && g.file != only {
			continue
		}
		if files[g.file] == nil {
			if files[g.file], err = r.runFile(g.file, g.only); err != nil {
				return err
			}
		}
		results = append(results, count(g, files[g.file]))
	}
	return writeTable(w, results)
}

// counted is the CPython whose tests tiers.go counts.
const counted = "3.13.0"

// library gives the folder of CPython's library, which must have its tests, and
// the version of python3.13 when it is the one that names it.
func library(dir string) (lib, version string, err error) {
	if dir == "" {
		out, err := exec.Command("python3.13", "-c", "import os, sys; print(os.path.dirname(os.__file__)); print(sys.version.split()[0])").Output()
		if err != nil {
			return "", "", errNoCPython
		}
		dir, version, _ = strings.Cut(strings.TrimSpace(string(out)), "\n")
		dir, version = strings.TrimSpace(dir), strings.TrimSpace(version)
	}
	if _, err := os.Stat(filepath.Join(dir, "test", "test_asyncio", "test_locks.py")); err != nil {
		return "", "", errNoCPython
	}
	return dir, version, nil
}
