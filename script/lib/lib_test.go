package lib

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSource(t *testing.T) {
	type found struct {
		File    string
		Package bool
		OK      bool
	}
	for _, test := range []struct {
		module string
		want   found
	}{
		{"heapq", found{"heapq.py", false, true}},
		{"collections", found{"collections/__init__.py", true, true}},
		{"collections.abc", found{"collections/abc.py", false, true}},
		{"collections.nothing", found{}},
		{"nothing", found{}},
		{"", found{}},
		{"collections.", found{}},
		{"collections.__init__", found{}},
		{"collections/abc", found{}},
		{"../lib", found{}},
		{"testdata.check", found{}},
	} {
		text, file, isPackage, ok := Source(test.module)
		if diff := cmp.Diff(test.want, found{file, isPackage, ok}); diff != "" {
			t.Errorf("Source(%q) (-want +got):\n%s", test.module, diff)
		}
		if (text != "") != test.want.OK {
			t.Errorf("Source(%q): %d bytes of text", test.module, len(text))
		}
	}
}

func TestModulesHaveSources(t *testing.T) {
	names := Modules()
	if len(names) < 10 {
		t.Fatalf("only %v", names)
	}
	for _, name := range names {
		text, _, _, ok := Source(name)
		if !ok || !strings.HasPrefix(text, `"""`) {
			t.Errorf("module %s has no source with a docstring", name)
		}
	}
}

// checks returns the modules that have a check program.
func checks(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/checks/*.py")
	if err != nil || len(files) == 0 {
		t.Fatalf("no check programs: %v", err)
	}
	var modules []string
	for _, file := range files {
		modules = append(modules, strings.TrimSuffix(filepath.Base(file), ".py"))
	}
	return modules
}

func recorded(t *testing.T, module string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "recorded", module+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestChecksAreRecorded(t *testing.T) {
	for _, module := range checks(t) {
		if recorded(t, module) == "" {
			t.Errorf("%s: empty recording", module)
		}
		if _, _, _, ok := Source(module); !ok {
			t.Errorf("%s: a check of a module that is not here", module)
		}
	}
}

// TestAgainstCPython runs our modules under CPython 3.13, first each alone
// among the standard ones, then all of them together.
func TestAgainstCPython(t *testing.T) {
	python := findPython()
	if python == "" {
		t.Skip("no Python 3.13 on this machine: our modules are not run against it")
	}
	for _, module := range checks(t) {
		for _, mode := range []string{"ours", "together"} {
			t.Run(module+"/"+mode, func(t *testing.T) {
				command := exec.Command(python, "-I", "check.py", mode, module)
				command.Dir = "testdata"
				var stderr strings.Builder
				command.Stderr = &stderr
				out, err := command.Output()
				if err != nil {
					t.Fatalf("%v\n%s", err, stderr.String())
				}
				if diff := cmp.Diff(recorded(t, module), string(out)); diff != "" {
					t.Errorf("output differs (-recorded +ours):\n%s", diff)
				}
			})
		}
	}
}

// findPython returns a command that is CPython 3.13, or "".
func findPython() string {
	for _, name := range []string{os.Getenv("PYTHON313"), "python3.13", "python3"} {
		if name == "" {
			continue
		}
		out, err := exec.Command(name, "-I", "-c", "import sys; print(sys.version_info[:2] == (3, 13), sys.implementation.name)").Output()
		if err == nil && strings.TrimSpace(string(out)) == "True cpython" {
			return name
		}
	}
	return ""
}
