package script_test

import (
	"bytes"
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"asyncio/script"
)

// TestStormPrograms plays testdata/storms, which check themselves.
func TestStormPrograms(t *testing.T) {
	folder := filepath.Join("..", "testdata", "storms")
	operations := cmp.Or(os.Getenv("STORM_OPERATIONS"), stormOperations)
	for name, python := range map[string]string{
		"with_asyncio": "3.13", "with_asyncio 3.12": "3.12", "with_asyncio 3.10": "3.10", "with_asyncio 3.8": "3.8", "with_trio": "3.13",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file, _, _ := strings.Cut(name, " ")
			file += ".py"
			src, err := os.ReadFile(filepath.Join(folder, file))
			if err != nil {
				t.Fatal(err)
			}
			p, err := script.Compile(src, file)
			if err != nil {
				t.Fatal(err)
			}
			var out, errs bytes.Buffer
			i := script.New(script.Options{
				Stdout: &out, Stderr: &errs, Report: true, Virtual: true, Python: python, Path: []string{folder},
				Args: []string{file, operations, cmp.Or(os.Getenv("STORM_SEED"), "1")}, Grants: script.Grants{Files: true},
			})
			if err := i.Run(p); err != nil || !strings.HasSuffix(out.String(), "calm True\n") {
				t.Errorf("%v, printed %s%s", err, &out, &errs)
			}
			t.Logf("\n%s", &errs)
		})
	}
}
