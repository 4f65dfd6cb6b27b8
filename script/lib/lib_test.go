package lib

import (
	"os"
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
	}
}
