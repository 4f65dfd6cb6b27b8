package builtins_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/script"
)

// The programs in testdata print here what CPython 3.13 printed when
// testdata/record.sh recorded them.
func TestRecorded(t *testing.T) {
	files, err := filepath.Glob("testdata/*.out")
	if err != nil || len(files) == 0 {
		t.Fatalf("no recordings: %v", err)
	}
	for _, out := range files {
		file := strings.TrimSuffix(out, ".out") + ".py"
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			p, err := script.Compile(src, file)
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			in := script.New(script.Options{Stdout: &got, Path: []string{"testdata"}, Grants: script.AllGrants()})
			if err := in.Run(p); err != nil {
				t.Errorf("the program ended with %v", err)
			}
			if err := in.Close(); err != nil {
				t.Error(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
				t.Errorf("wanted (-), got (+):\n%s", diff)
			}
		})
	}
}
