package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"time"
)

const (
	// oldestMinor and newestMinor are the versions of Python 3 searched for on
	// the PATH.
	oldestMinor, newestMinor = 8, 13

	// probeTimeout is how long an interpreter may take to say what it is.
	probeTimeout = 20 * time.Second

	// probeProgram makes an interpreter say what it is.
	probeProgram = `
import json, platform, sys
try:
    import uvloop
except Exception:
    uvloop = None
print(json.dumps({
    "implementation": platform.python_implementation(),
    "version": sys.version_info[:3],
    "prefix": sys.prefix,
    "uvloop": uvloop and uvloop.__version__,
}))
`
)

// python is an interpreter that can run the measurements.
type python struct {
	// path is how it is started.
	path string
	// Implementation is CPython; others are turned away.
	Implementation string
	// Version is major, minor and micro.
	Version [3]int
	// Prefix is where its packages are: two paths with one prefix are the same
	// interpreter, while a virtual environment differs from its base.
	Prefix string
	// Uvloop is the version of uvloop it has, nil for none.
	Uvloop *string
}

// candidates gives the paths interpreters are likely at. It searches the PATH
// and the versions pyenv has installed under its root, by default in home.
func candidates(pyenvRoot, home string) []string {
	var paths []string
	for minor := oldestMinor; minor <= newestMinor; minor++ {
		if path, err := exec.LookPath(fmt.Sprintf("python3.%d", minor)); err == nil {
			paths = append(paths, path)
		}
	}
	if pyenvRoot == "" && home != "" {
		pyenvRoot = filepath.Join(home, ".pyenv")
	}
	if pyenvRoot != "" {
		// The pattern is fixed but for the root; a root that spoils it finds
		// nothing, as one that does not exist.
		installed, _ := filepath.Glob(filepath.Join(pyenvRoot, "versions", "*", "bin", "python3"))
		paths = append(paths, installed...)
	}
	return paths
}

// probe asks an interpreter what it is.
func probe(ctx context.Context, path string) (python, error) {
	ctx, cancel := context.WithTimeout(ctx, probeTimeout)
	defer cancel()
	said, err := output(exec.CommandContext(ctx, path, "-c", probeProgram))
	if err != nil {
		return python{}, err
	}
	p, err := parseProbe(said)
	if err != nil {
		return python{}, fmt.Errorf("%s: %w", path, err)
	}
	p.path = path
	return p, nil
}

// parseProbe reads what probeProgram printed and refuses an interpreter that
// cannot run the measurements.
func parseProbe(said []byte) (python, error) {
	var p python
	if err := json.Unmarshal(said, &p); err != nil {
		return python{}, err
	}
	if p.Implementation != "CPython" {
		return python{}, fmt.Errorf("is %q, not CPython", p.Implementation)
	}
	if p.Version[0] != 3 || p.Version[1] < oldestMinor {
		return python{}, fmt.Errorf("is version %s, 3.%d or later is needed", p.version(), oldestMinor)
	}
	return p, nil
}

// probeAll gives the interpreters among paths that can run the measurements. A
// path that cannot, such as a pyenv shim of a version not in use, is no error.
func probeAll(ctx context.Context, paths []string) []python {
	var found []python
	for _, path := range paths {
		if p, err := probe(ctx, path); err == nil {
			found = append(found, p)
		}
	}
	return distinct(found)
}

// distinct sorts interpreters by version and drops those that are there twice.
func distinct(pythons []python) []python {
	slices.SortStableFunc(pythons, func(a, b python) int {
		return cmp.Or(slices.Compare(a.Version[:], b.Version[:]), cmp.Compare(a.Prefix, b.Prefix))
	})
	return slices.CompactFunc(pythons, func(a, b python) bool { return a.Prefix == b.Prefix })
}

// version is the version as Python writes it.
func (p python) version() string {
	return fmt.Sprintf("%d.%d.%d", p.Version[0], p.Version[1], p.Version[2])
}

// contenders gives the interpreter's asyncio and, if it has it, its uvloop.
func (p python) contenders(ctx context.Context, script string) ([]contender, error) {
	said, err := output(exec.CommandContext(ctx, p.path, script, "--list"))
	if err != nil {
		return nil, err
	}
	var names []string
	if err := json.Unmarshal(said, &names); err != nil {
		return nil, fmt.Errorf("%s: %w", p.path, err)
	}
	with := func(label string, more ...string) contender {
		return contender{label: label, names: names, measure: func(ctx context.Context, name string) (float64, error) {
			args := append([]string{script, "--bench", "^" + regexp.QuoteMeta(name) + "$"}, more...)
			said, err := output(exec.CommandContext(ctx, p.path, args...))
			if err != nil {
				return 0, err
			}
			return parsePython(said, name)
		}}
	}
	all := []contender{with("python " + p.version())}
	if p.Uvloop != nil {
		all = append(all, with("uvloop "+*p.Uvloop+" on "+p.version(), "--uvloop"))
	}
	return all, nil
}

// parsePython reads one measurement from what the script printed.
func parsePython(said []byte, name string) (float64, error) {
	var times map[string]float64
	if err := json.Unmarshal(said, &times); err != nil {
		return 0, err
	}
	ns, ok := times[name]
	if !ok {
		return 0, errors.New("the script gave no result")
	}
	if !(ns > 0) || math.IsInf(ns, 0) {
		return 0, fmt.Errorf("the script gave %v ns/op", ns)
	}
	return ns, nil
}
