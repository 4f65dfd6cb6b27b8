package main

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestParseProbe(t *testing.T) {
	uvloop := "0.17.0"
	for _, test := range []struct {
		name, said string
		want       python
		err        string
	}{
		{
			name: "plain",
			said: `{"implementation": "CPython", "version": [3, 8, 18], "prefix": "/p", "uvloop": null}`,
			want: python{Implementation: "CPython", Version: [3]int{3, 8, 18}, Prefix: "/p"},
		},
		{
			name: "with uvloop",
			said: `{"implementation": "CPython", "version": [3, 13, 0], "prefix": "/p", "uvloop": "0.17.0"}` + "\n",
			want: python{Implementation: "CPython", Version: [3]int{3, 13, 0}, Prefix: "/p", Uvloop: &uvloop},
		},
		{name: "too old", said: `{"implementation": "CPython", "version": [3, 7, 16]}`, err: "is version 3.7.16, 3.8 or later is needed"},
		{name: "Python 2", said: `{"implementation": "CPython", "version": [2, 7, 18]}`, err: "is version 2.7.18"},
		{name: "another Python", said: `{"implementation": "PyPy", "version": [3, 10, 0]}`, err: `is "PyPy", not CPython`},
		{name: "not a Python", said: "usage: cp SOURCE DEST", err: "invalid character"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := parseProbe([]byte(test.said))
			if test.err == "" && err != nil || test.err != "" && (err == nil || !strings.Contains(err.Error(), test.err)) {
				t.Fatalf("error %v, want one with %q", err, test.err)
			}
			if diff := cmp.Diff(test.want, got, cmp.AllowUnexported(python{})); diff != "" {
				t.Errorf("interpreter (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCandidates(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a file is executable by its name here, not by its mode")
	}
	dir := t.TempDir()
	touch := func(parts ...string) string {
		path := filepath.Join(append([]string{dir}, parts...)...)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o755); err != nil {
			t.Fatal(err)
		}
		return path
	}
	onPath := []string{touch("bin", "python3.8"), touch("bin", "python3.13")}
	touch("bin", "python3.7")
	touch("bin", "python3")
	inHome := touch("home", ".pyenv", "versions", "3.9.1", "bin", "python3")
	inRoot := touch("root", "versions", "3.10.1", "bin", "python3")
	t.Setenv("PATH", filepath.Join(dir, "bin"))

	home, root := filepath.Join(dir, "home"), filepath.Join(dir, "root")
	for _, test := range []struct {
		name, root, home string
		want             []string
	}{
		{"pyenv at home", "", home, append(onPath[:2:2], inHome)},
		{"pyenv elsewhere", root, home, append(onPath[:2:2], inRoot)},
		{"no pyenv", "", root, onPath},
		{"no home", "", "", onPath},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, candidates(test.root, test.home)); diff != "" {
				t.Errorf("paths (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDistinct(t *testing.T) {
	at := func(path string, minor int, prefix string) python {
		return python{path: path, Version: [3]int{3, minor, 0}, Prefix: prefix}
	}
	got := distinct([]python{
		at("shim", 13, "/a"), at("b", 9, "/b"), at("direct", 13, "/a"), at("venv", 13, "/c"),
	})
	want := []python{at("b", 9, "/b"), at("shim", 13, "/a"), at("venv", 13, "/c")}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(python{})); diff != "" {
		t.Errorf("interpreters (-want +got):\n%s", diff)
	}
}

func TestParsePython(t *testing.T) {
	for _, test := range []struct {
		name, said string
		want       float64
		err        string
	}{
		{name: "there", said: `{"A": 12.5}`, want: 12.5},
		{name: "not there", said: `{"B": 12.5}`, err: "gave no result"},
		{name: "nothing was run", said: `{"A": Infinity}`, err: "invalid character"},
		{name: "zero", said: `{"A": 0}`, err: "gave 0 ns/op"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := parsePython([]byte(test.said), "A")
			if test.err == "" && err != nil || test.err != "" && (err == nil || !strings.Contains(err.Error(), test.err)) {
				t.Fatalf("error %v, want one with %q", err, test.err)
			}
			if got != test.want {
				t.Errorf("%v, want %v", got, test.want)
			}
		})
	}
}

// TestLivePython runs the cheapest measurement on the interpreters there are,
// and checks that all of them have the measurements there are.
func TestLivePython(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("SIGUSR1 does not exist here")
	}
	found := probeAll(t.Context(), candidates(os.Getenv("PYENV_ROOT"), os.Getenv("HOME")))
	if len(found) == 0 {
		t.Skip("no CPython 3.8 or later on this machine")
	}
	script := filepath.Join("..", "python", "bench.py")
	want := []string{
		"CallSoon", "CreateTaskAwait", "Gather100k", "SignalToCallback", "SleepZero", "ThreadsafeFlood", "Timers1M",
		"ProcessStart", "ScriptGather100k", "ScriptSleepZero",
		"DictWork", "Exceptions", "FStrings", "Fib", "Generators", "JoinSplit", "ListIndex", "ListWork", "MethodCalls", "NBody",
		"NestedLoops", "PrimeSieve", "SetWork", "Sorting", "StrConcat", "StrIndex", "StrMethods", "TupleUnpack", "WordCount",
	}
	slices.Sort(want)
	for _, p := range found {
		all, err := p.contenders(t.Context(), script)
		if err != nil {
			t.Errorf("%s: %v", p.path, err)
			continue
		}
		if diff := cmp.Diff(want, all[0].names, cmpopts.SortSlices(strings.Compare)); diff != "" {
			t.Errorf("%s's measurements (-want +got):\n%s", p.path, diff)
		}
	}
	newest, err := found[len(found)-1].contenders(t.Context(), script)
	if err != nil {
		t.Fatal(err)
	}
	if ns, err := newest[0].measure(t.Context(), "SignalToCallback"); err != nil || !(ns > 0) {
		t.Errorf("measured %v, %v", ns, err)
	}
}
